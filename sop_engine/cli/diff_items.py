"""What changed, as sections of items: what text, Markdown and HTML are written from.

In: texts. Out: ``Section``, ``Item`` and ``Change``, and words that ``sop compare`` has in common with it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType

from sop_engine.analysis.revision_rows import Way
from sop_engine.diagnostics import Text
from sop_engine.model._angka import number_text

__all__ = [
    "NOTHING",
    "SHAPES",
    "UNKNOWN",
    "WAITS",
    "Change",
    "Item",
    "Mark",
    "Section",
    "Words",
    "listed",
    "noted",
    "percent",
    "single",
]

NOTHING = Text("(kosong)", "(empty)")
UNKNOWN = Text("tujuan tidak dikenal", "unknown target")
WAITS = Text("menunggu semua", "waits for all")

SHAPES: Mapping[str, Text] = MappingProxyType(
    {
        "mulai": Text("mulai", "start"),
        "proses": Text("proses", "process"),
        "keputusan": Text("keputusan", "decision"),
        "selesai": Text("selesai", "end"),
    }
)
"""What symbols are drawn as, by the words of the format."""

Words = Callable[[Text], str]


class Mark(StrEnum):
    """What became of something, as a sign; a note is no change."""

    ADDED = "+"
    REMOVED = "-"
    CHANGED = "~"
    MOVED = ">"
    PLAIN = "="
    NOTE = "i"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing with its texts before and after.

    Attributes:
        label: what it is; empty where its item says it.
        old: texts that are gone.
        new: texts that came.
        note: what is said behind them, or empty.
    """

    label: str
    old: tuple[str, ...]
    new: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that was added, removed, moved or changed.

    Attributes:
        mark: what became of it.
        number: of a row, else empty.
        title: what it is.
        changes: what about it; of what was added or removed, what it says.
    """

    mark: Mark
    number: str
    title: str
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Items under a heading."""

    heading: str
    items: tuple[Item, ...]


def listed(label: str, old: tuple[str, ...], new: tuple[str, ...]) -> Change:
    """Only the items that differ; all of them where just their order does."""
    gone = tuple(text for text in old if text not in new)
    came = tuple(text for text in new if text not in old)
    return Change(label, gone, came) if gone or came else Change(label, old, new)


def single(label: str, old: Sequence[str], new: Sequence[str], words: Words) -> Change:
    """Both texts, also where one is empty."""
    empty = (words(NOTHING),)
    return Change(label, tuple(filter(None, old)) or empty, tuple(filter(None, new)) or empty)


def percent(share: Fraction, words: Words) -> str:
    """A share, exact: ``33,3%``, ``33 1/3%``."""
    exact = number_text(share * 100)
    return words(Text(f"{exact}%", f"{exact.replace(',', '.')}%"))


def noted(way: Way, words: Words) -> str:
    """What is said behind a way, after a blank: its probability, and how often it is gone; empty where nothing is."""
    notes = [] if way.probability is None else [percent(way.probability, words)]
    if way.repeats is not None:
        notes.append(words(Text(f"maks. {way.repeats} kali", f"at most {way.repeats} times")))
    return f" ({', '.join(notes)})" if notes else ""
