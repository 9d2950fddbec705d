"""What the questions about a text are answered with: offsets in code points, words in one language."""

from dataclasses import dataclass
from enum import StrEnum

from sop_engine.source import Span

__all__ = ["Completion", "Hover", "Sort", "Symbol"]


class Sort(StrEnum):
    """What is offered; editors show it as a small picture."""

    KEY = "key"
    VALUE = "value"
    ROLE = "role"
    TARGET = "target"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class Completion:
    """Something that can be written where the cursor is.

    Attributes:
        label: as the list shows it.
        text: what is written, in the place of ``span``; ready YAML.
        span: what is replaced: the word that has been begun.
        sort: what it is.
        detail: a few words beside the label: a role's heading, the beginning of a row's uraian.
        about: a longer explanation in Markdown, or an empty text.
    """

    label: str
    text: str
    span: Span
    sort: Sort
    detail: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Hover:
    """What is said of the place under the pointer: Markdown, and the place that it is about."""

    markdown: str
    span: Span


@dataclass(frozen=True, slots=True)
class Symbol:
    """A part of a definition as an outline lists it.

    Attributes:
        name: ``4  Memeriksa konsep laporan``.
        detail: who does it, how long.
        span: all of it.
        head: the place that a click leads to, inside ``span``.
        parts: what it consists of.
    """

    name: str
    detail: str
    span: Span
    head: Span
    parts: tuple["Symbol", ...] = ()
