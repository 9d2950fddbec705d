"""Several SOPs side by side: which rows are the same row, and what of them differs.

In: versions of SOPs (``sop_engine.analysis.revising``), at least two. Out: a ``Comparison``. Nothing here depends on how a
text is set or a row is numbered: letters' case, blanks and marks of italics make no difference, nor does ``60 menit``
against ``1 jam``, nor the order in which documents are listed.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from sop_engine.analysis.alignment import entries_of, said
from sop_engine.analysis.grouping import Group, grouped
from sop_engine.analysis.revising import Version
from sop_engine.analysis.revising_flow import Flows
from sop_engine.analysis.revising_roles import matched_roles, roles_of
from sop_engine.analysis.revision_rows import Row, equal_times, same_shapes
from sop_engine.analysis.total import Total
from sop_engine.model.satuan import Amount
from sop_engine.model.waktu import Waktu

__all__ = ["Aspect", "Comparison", "Gap", "Line", "compared", "gap"]


class Aspect(StrEnum):
    """What of a row can differ, in the order in which it is told; the values are the keys in JSON."""

    ACTIVITY = "activity"
    ROLES = "roles"
    TIME = "waktu"
    SHAPE = "shape"
    WORDS = "text"
    FLOW = "flow"
    INPUTS = "inputs"
    OUTPUTS = "outputs"
    REMARKS = "remarks"


@dataclass(frozen=True, slots=True)
class Line:
    """One row, as each SOP has it.

    Attributes:
        rows: the row of each SOP, None where it has none.
        moved: numbers of the SOPs where it stands at another place than in those before them.
        like: for each aspect and each SOP the number of the first SOP that says the same of this row, its own where
            none before it does; None where it has no such row.
    """

    rows: tuple[Row | None, ...]
    moved: frozenset[int]
    like: Mapping[Aspect, tuple[int | None, ...]]

    @property
    def differs(self) -> tuple[Aspect, ...]:
        """What differs between the SOPs that have it."""
        return tuple(aspect for aspect, found in self.like.items() if len(set(found) - {None}) > 1)

    @property
    def missing(self) -> tuple[int, ...]:
        """Numbers of the SOPs that do not have it."""
        return tuple(at for at, row in enumerate(self.rows) if row is None)

    @property
    def having(self) -> int:
        """How many SOPs have it."""
        return len(self.rows) - len(self.missing)


@dataclass(frozen=True, slots=True)
class Gap:
    """How far one total is from another, unit by unit: one day more and fifteen minutes less stays that.

    Attributes:
        low: between the shortest times; below zero where this one is shorter.
        high: between the longest times; equal to ``low`` unless a range differs by another amount at each end.
    """

    low: Amount
    high: Amount

    @property
    def is_zero(self) -> bool:
        """Whether both totals are the same."""
        return not (self.low or self.high)

    def __str__(self) -> str:
        """Each part with its sign: ``+1 hari -15 menit``."""
        low, high = _signed(self.low), _signed(self.high)
        return low if low == high else f"{low} s.d. {high}"

    def as_json(self) -> dict[str, object]:
        """``{"text", "parts"}``, or with ``min`` and ``max`` for parts; numbers have their signs."""
        if self.low == self.high:
            return {"text": str(self), "parts": self.high.as_json()}
        return {"text": str(self), "min": self.low.as_json(), "max": self.high.as_json()}


def _signed(amount: Amount) -> str:
    if not amount:
        return str(amount)
    return " ".join(f"{'+' if part[1] > 0 else ''}{Amount((part,))}" for part in amount.parts)


@dataclass(frozen=True, eq=False)
class Comparison:
    """SOPs side by side.

    Attributes:
        versions: the SOPs, in the order named.
        lines: every row of every SOP, each in one line.
        gaps: how far each total is from that of the first SOP; None where one of the two is not measured.
    """

    versions: tuple[Version, ...]
    lines: tuple[Line, ...]
    gaps: tuple[Gap | None, ...]

    @property
    def counts(self) -> Mapping[Aspect, int]:
        """In how many lines each aspect differs; those that differ nowhere are left out."""
        found = {aspect: sum(aspect in line.differs for line in self.lines) for aspect in Aspect}
        return {aspect: count for aspect, count in found.items() if count}

    @property
    def common(self) -> int:
        """How many lines stand in all SOPs."""
        return sum(not line.missing for line in self.lines)


def compared(versions: Sequence[Version]) -> Comparison:
    """Put SOPs side by side.

    Args:
        versions: at least two. A faulty one is compared as far as it was read; the caller says so.

    Returns:
        The comparison. Quadratic in the number of rows, and in the number of SOPs.
    """
    found = tuple(versions)
    sides = _Sides(found, grouped([entries_of(one.sop) for one in found]))
    lines = tuple(
        Line(
            tuple(None if row is None else one.rows[row] for one, row in zip(found, group.rows, strict=True)),
            group.moved,
            {aspect: sides.like(group, aspect) for aspect in Aspect},
        )
        for group in sides.groups
    )
    return Comparison(found, lines, tuple(gap(one.total, found[0].total) for one in found))


def gap(total: Total | None, other: Total | None) -> Gap | None:
    """A total minus another one, end by end; None where one is not there or not measured."""
    if total is None or other is None or not (total.measured and other.measured):
        return None
    return Gap((total.low - other.low).carried(), (total.high - other.high).carried())


@dataclass(frozen=True, eq=False)
class _Sides:
    """What tells whether two SOPs say the same of a row.

    Attributes:
        versions: the SOPs.
        groups: which of their rows are the same.
    """

    versions: tuple[Version, ...]
    groups: tuple[Group, ...]

    def like(self, group: Group, aspect: Aspect) -> tuple[int | None, ...]:
        """For each SOP the first one that says the same."""
        same = self._same[aspect]
        firsts: list[int] = []
        found: list[int | None] = []
        for at, row in enumerate(group.rows):
            if row is None:
                found.append(None)
                continue
            first = next((one for one in firsts if same(group, one, at)), at)
            if first == at:
                firsts.append(at)
            found.append(first)
        return tuple(found)

    @cached_property
    def _same(self) -> Mapping[Aspect, Callable[[Group, int, int], bool]]:
        def by(told: Callable[[Row], object]) -> Callable[[Group, int, int], bool]:
            return lambda group, one, other: told(self._row(group, one)) == told(self._row(group, other))

        return {
            Aspect.ACTIVITY: by(lambda row: said(row.text)),
            Aspect.ROLES: by(lambda row: [tuple(map(said, symbol.roles)) for symbol in row.symbols]),
            Aspect.TIME: self._same_time,
            Aspect.SHAPE: lambda group, one, other: same_shapes(
                self._row(group, one), self._row(group, other)
            ),
            Aspect.WORDS: by(lambda row: [said(symbol.words or "") for symbol in row.symbols]),
            Aspect.FLOW: self._same_flow,
            Aspect.INPUTS: by(lambda row: _listed(row.inputs)),
            Aspect.OUTPUTS: by(lambda row: _listed(row.outputs)),
            Aspect.REMARKS: by(lambda row: _listed(row.remarks)),
        }

    def _row(self, group: Group, at: int) -> Row:
        """The row of a SOP that has it."""
        return self.versions[at].rows[group.rows[at] or 0]

    def _same_time(self, group: Group, one: int, other: int) -> bool:
        """A time that is shared is the same where it is shared with the same row."""
        here, there = self._row(group, one), self._row(group, other)
        if here.waktu.bersama is None and there.waktu.bersama is None:
            return _equal(here.waktu, there.waktu)
        if here.waktu.bersama is None or there.waktu.bersama is None:
            return False
        return self._cell(one, here) == self._cell(other, there)

    def _cell(self, at: int, row: Row) -> int:
        """The line of the row that has the time."""
        return self._line[at][self.versions[at].cells.of[row.at]]

    @cached_property
    def _line(self) -> list[dict[int, int]]:
        """For each SOP the line of each row."""
        return [
            {row: number for number, group in enumerate(self.groups) if (row := group.rows[at]) is not None}
            for at in range(len(self.versions))
        ]

    def _same_flow(self, group: Group, one: int, other: int) -> bool:
        here, there = self._row(group, one), self._row(group, other)
        return self._flows(one, other).differing(here.at, there.at) == ()

    @cached_property
    def _known(self) -> dict[tuple[int, int], Flows]:
        return {}

    def _flows(self, one: int, other: int) -> Flows:
        if (one, other) not in self._known:
            here, there = self.versions[one], self.versions[other]
            both = ((group.rows[one], group.rows[other]) for group in self.groups)
            rows = {mine: their for mine, their in both if mine is not None and their is not None}
            lanes = matched_roles(roles_of(here.sop.pelaksana), roles_of(there.sop.pelaksana)).twins
            self._known[one, other] = Flows(here.graph, there.graph, rows, lanes)
        return self._known[one, other]


def _listed(items: Sequence[str]) -> list[str]:
    return sorted(map(said, items))


def _equal(one: Waktu, other: Waktu) -> bool:
    """Whether two times that are not shared say the same."""
    if one.is_measured or other.is_measured:
        return equal_times(one, other)
    return one.kata == other.kata
