"""What a fixer is.

In: nothing. Out: ``Fixer``, the form of all that ``registry`` names, and the titles that several of them share.
"""

from collections.abc import Callable
from dataclasses import dataclass

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Text
from sop_engine.edits import Edit
from sop_engine.text import quoted

__all__ = ["Fixer", "in_place"]


@dataclass(frozen=True, slots=True)
class Fixer:
    """Mends findings.

    Attributes:
        edits: the changes that mend a finding of this ``Compiled``; None or nothing where it knows none. They do not
            overlap; their order is free.
        title: what is done, as a menu shows it.
        safe: nothing that the SOP says is changed by it.
    """

    edits: Callable[[Compiled, Diagnostic], tuple[Edit, ...] | None]
    title: Callable[[Diagnostic], Text]
    safe: bool = False


def in_place(found: Diagnostic) -> Text:
    """``ganti dengan 'kasubbag'``: the title of what puts the right words where the finding stands."""
    words = quoted(found.instead or "", 60)
    return Text(f"ganti dengan {words}", f"replace it by {words}")
