"""Rows of two versions of a SOP, side by side, as data.

In: nothing; ``sop_engine.analysis.revising`` fills it. Out: ``Row`` and ``RowPair``.
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from sop_engine.model.waktu import Style, Waktu

__all__ = ["Part", "Row", "RowPair", "Symbol", "Way", "equal_times", "same_shapes"]


class Part(StrEnum):
    """What of a row can differ, in the order in which it is told; the values are the keys in JSON."""

    TEXT = "activity"
    ROLES = "roles"
    SHAPE = "shape"
    WORDS = "text"
    FLOW = "flow"
    INPUTS = "inputs"
    TIME = "waktu"
    OUTPUTS = "outputs"
    REMARKS = "remarks"
    INFERRED = "inferred"


@dataclass(frozen=True, slots=True)
class Way:
    """One way on from a symbol.

    Attributes:
        label: the words of its branch, or None.
        to: ids of where it leads, in its own version; None is the end.
        probability: exact, where its decision states any; else None.
        repeats: how often its loop may be repeated, or None.
    """

    label: str | None
    to: tuple[str | None, ...]
    probability: Fraction | None = None
    repeats: int | None = None


@dataclass(frozen=True, slots=True)
class Symbol:
    """One symbol of a row.

    Attributes:
        id: its own id in a row with several, else None.
        roles: headings of its lanes, the responsible one first.
        shape: what it is drawn as: ``mulai``, ``proses``, ``keputusan`` or ``selesai``.
        implied: nothing says its shape: it has it for its place in the flow.
        words: what stands inside it, or None.
        waits: it waits for all flows of the split that it joins.
        ways: where it leads; none for what ends the procedure because nothing follows it.
        lost: labels of the ways whose targets nobody knows, None for one without a label.
    """

    id: str | None
    roles: tuple[str, ...]
    shape: str
    implied: bool
    words: str | None
    waits: bool
    ways: tuple[Way, ...]
    lost: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of one version.

    Attributes:
        at: its place in the table from 0.
        id: what its author calls it.
        called: what people call it: the number that is printed, without its dot; its id where it has none, or where
            other rows have the same one.
        number: the text of the No column, or None.
        text: the words of the activity.
        symbols: its symbols, at least one.
        inputs: kelengkapan.
        waktu: its time; a shared one names the other row in ``bersama``.
        outputs: output.
        remarks: keterangan.
        inferred: fields that the source document does not show.
        entered: ids of the symbols of other rows that say to go here; not the row above that just runs on.
    """

    at: int
    id: str
    called: str
    number: str | None
    text: str
    symbols: tuple[Symbol, ...]
    inputs: tuple[str, ...]
    waktu: Waktu
    outputs: tuple[str, ...]
    remarks: tuple[str, ...]
    inferred: tuple[str, ...]
    entered: tuple[str, ...]

    @property
    def roles(self) -> tuple[str, ...]:
        """Headings of all its lanes, each once."""
        return tuple(dict.fromkeys(role for symbol in self.symbols for role in symbol.roles))


@dataclass(frozen=True, slots=True)
class RowPair:
    """A row of the old version and the same row of the new one.

    Attributes:
        old: as it was.
        new: as it is.
        parts: what differs, in the order of ``Part``; the number is told apart from it.
        moved: it stands elsewhere among the rows that both versions have.
        ways: which flows differ: the place of a symbol in the row and the label of its way, or None, or an
            empty one where it waits otherwise; nothing where all of the row's are to be seen together.
    """

    old: Row
    new: Row
    parts: tuple[Part, ...]
    moved: bool
    ways: tuple[tuple[int, str | None], ...] = ()

    @property
    def renumbered(self) -> bool:
        """Whether another number is printed."""
        return self.old.number != self.new.number

    @property
    def rewritten(self) -> bool:
        """Whether its time is written otherwise, and lasts no longer or shorter for that: ``60 menit`` for ``1 jam``."""
        return Part.TIME in self.parts and equal_times(self.old.waktu, self.new.waktu)


def equal_times(one: Waktu, other: Waktu) -> bool:
    """Whether two measured times last the same and mean the same, however they are written."""
    return (
        one.is_measured
        and other.is_measured
        and one.low.compare(other.low) == 0
        and one.high.compare(other.high) == 0
        and (one.per, one.clock, one.style is Style.ABOUT)
        == (other.per, other.clock, other.style is Style.ABOUT)
    )


def same_shapes(one: Row, other: Row) -> bool:
    """Whether rows are drawn alike: a symbol that has its shape just for being the first or the last is as any other."""
    return len(one.symbols) == len(other.symbols) and all(
        here.shape == there.shape or (here.implied and there.implied)
        for here, there in zip(one.symbols, other.symbols, strict=True)
    )
