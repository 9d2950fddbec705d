"""What the page is opened with.

In: nothing; these are values. Out: ``Desk``, which the command line makes and every part of the page reads.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Text
from sop_engine.layout.drawing import Drawing
from sop_engine.library import Definition
from sop_engine.output import Product
from sop_engine.rules.choice import Choice
from sop_engine.text import Language

__all__ = ["Desk", "Draw", "Opened", "Print"]

Draw: TypeAlias = Callable[[Definition, Compiled], tuple[Drawing, Compiled]]
"""Lays out the document of a whole SOP; the SOP comes back with what drawing it adds to its findings."""

Print: TypeAlias = Callable[[Definition, Compiled, Drawing], Product]
"""Makes the PDF of a drawing, under the name that ``sop document`` gives it."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A definition that can be opened.

    Attributes:
        definition: the file, and what messages call it.
        kept: why it may only be read, or None.
    """

    definition: Definition
    kept: Text | None = None


@dataclass(frozen=True, slots=True)
class Desk:
    """What there is to work on, and with what.

    Attributes:
        definitions: those that can be opened, in their order.
        language: of all words.
        choice: which findings are wanted.
        draw: lays out a document.
        print: makes its PDF.
    """

    definitions: tuple[Opened, ...]
    language: Language
    choice: Choice
    draw: Draw
    print: Print
