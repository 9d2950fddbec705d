"""A procedure on the calendar: when each row begins and ends, and by when all is done.

In: a ``ProcessGraph``, a ``Calendar``, a moment to begin, and which way to go. Out: ``Schedule``, or a ``Doubt`` where no
way can be told.

The calendar chooses the way: the greatest is the one that ends latest if every row takes its longest time, the least the
one that ends earliest if every row takes its shortest. On that way the shortest times of all rows give the earliest
moments, their longest times the latest. A row begins where the one before it ends; what runs side by side begins
together, and a step that waits begins after the last of the arms. Rows whose time is not measured take none. A loop is
gone round as often as is asked for, and else not at all.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from sop_engine.analysis.calendar import Calendar, Moment
from sop_engine.analysis.cells import Cells, cells_of
from sop_engine.analysis.dated import done, way_of
from sop_engine.analysis.regions import Doubt, DoubtKind, Loop, Regions, regions_of
from sop_engine.analysis.walks import Again, Goal, Pass, Side, Walk, counts_of, done_in
from sop_engine.graph.process import ProcessGraph
from sop_engine.model.waktu import Waktu

__all__ = ["MOST", "Entry", "Schedule", "Stretch", "Way", "schedule_of"]

MOST = 20_000
"""So many entries at most: rounds of loops that are taken often are not told without end."""


class Way(StrEnum):
    """Which way through the flow."""

    LEAST = "least"
    GREATEST = "greatest"
    FIRST = "first"


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one moment to another."""

    start: Moment
    end: Moment


@dataclass(frozen=True, slots=True)
class Entry:
    """A row, each time that it is come to.

    Attributes:
        row: its index in ``sop.kegiatan``.
        name: how its author names it.
        lanes: keys of the roles whose symbols are passed, in the order of the way.
        time: its own time, or the one that it shares.
        earliest: when it begins and ends if all is done in its shortest time.
        latest: the same in its longest time.
        shared: the row whose time it shares and within whose stretch it is done, or None.
        turn: how often it has been come to by then, from 1.
    """

    row: int
    name: str
    lanes: tuple[str, ...]
    time: Waktu
    earliest: Stretch
    latest: Stretch
    shared: str | None = None
    turn: int = 1


@dataclass(frozen=True, slots=True)
class Schedule:
    """All rows on the calendar.

    Attributes:
        start: the moment to begin.
        way: which way was asked for.
        entries: in the order of the way, arms of a split one after the other.
        earliest: when all is done if every row takes its shortest time.
        deadline: when all is done if every row takes its longest time.
        absent: names of the rows that the way does not come to.
        unmeasured: names of the rows on the way that have no measured time.
        loops: each loop of the procedure, and how often it is gone round each time that its ``source`` is come to.
        doubt: why there is no way, or None; then there are no entries.
    """

    start: Moment
    way: Way
    entries: tuple[Entry, ...] = ()
    earliest: Moment = 0
    deadline: Moment = 0
    absent: tuple[str, ...] = ()
    unmeasured: tuple[str, ...] = ()
    loops: tuple[tuple[Loop, int], ...] = ()
    doubt: Doubt | None = None


def schedule_of(
    graph: ProcessGraph,
    calendar: Calendar,
    start: Moment,
    way: Way = Way.GREATEST,
    *,
    repeats: Mapping[int, int] | None = None,
    regions: Regions | None = None,
) -> Schedule:
    """Put a procedure on the calendar.

    Args:
        graph: the procedure.
        calendar: of the office.
        start: when it begins.
        way: the way that ends earliest, the one that ends latest, or the one of every decision's first label.
        repeats: how often each loop (by its ``flow``) is gone round each time that its ``source`` is come to; one that
            is not named is not, or by first labels as often as its ``maks`` says.
        regions: what ``regions_of`` found, where that is known already.

    Raises:
        BeyondError: it does not end within the calendar.
    """
    goal = Goal.LEAST if way is Way.LEAST else Goal.GREATEST
    regions = regions_of(graph) if regions is None else regions
    first = way is Way.FIRST
    counts = {} if regions.doubt is not None else counts_of(graph, regions, repeats or {}, first=first)
    loops = tuple((loop, counts.get(loop.flow, 0)) for loop in regions.loops)
    walk = way_of(graph, regions, calendar, start, goal, counts, first=first)
    if isinstance(walk, Doubt):
        return Schedule(start, way, loops=loops, doubt=walk)
    if sum(done_in(walk).values()) > MOST:
        return Schedule(start, way, loops=loops, doubt=Doubt(DoubtKind.TOO_LARGE))
    return replace(_on_calendar(graph, calendar, start, walk), way=way, loops=loops)


@dataclass(slots=True)
class _Draft:
    """An entry that later symbols of its row may still add their roles to."""

    row: int
    lanes: list[str]
    earliest: Stretch
    latest: Stretch
    shared: int | None


@dataclass(frozen=True, slots=True)
class _Here:
    """Where one arm stands: how early and how late it can be, and what it did last."""

    low: Moment
    high: Moment
    last: _Draft | None = None


@dataclass(slots=True)
class _Clock:
    """Walks a way, and notes when each row is done."""

    graph: ProcessGraph
    cells: Cells
    calendar: Calendar
    drafts: list[_Draft]

    def walk(self, walk: Walk, here: _Here) -> _Here:
        """Walk on from somewhere."""
        for piece in walk:
            match piece:
                case Pass():
                    here = self.pass_(piece, here)
                case Side(arms):
                    here = _together([self.walk(arm, here) for arm in arms])
                case Again(count, inner):
                    for _ in range(count):
                        here = self.walk(inner, here)
        return here

    def pass_(self, piece: Pass, here: _Here) -> _Here:
        """Do a step; one that adds no time is done within that of the cell that the flow is in."""
        step = self.graph.steps[piece.step]
        if step.virtual:
            return here
        if piece.counts:
            return self._count(step.row, step.lanes, here)
        last = here.last
        if last is not None and last.row == step.row:
            last.lanes += [lane for lane in step.lanes if lane not in last.lanes]
            return here
        cell = self.cells.of[step.row]
        earliest = Stretch(here.low, here.low) if last is None else last.earliest
        latest = Stretch(here.high, here.high) if last is None else last.latest
        draft = _Draft(step.row, list(step.lanes), earliest, latest, None if cell == step.row else cell)
        self.drafts.append(draft)
        return replace(here, last=draft)

    def _count(self, row: int, lanes: Sequence[str], here: _Here) -> _Here:
        time = self.cells.times[row]
        earliest = Stretch(*done(self.calendar, time, Goal.LEAST, here.low))
        latest = Stretch(*done(self.calendar, time, Goal.GREATEST, here.high))
        cell = self.cells.of[row]
        draft = _Draft(row, list(lanes), earliest, latest, None if cell == row else cell)
        self.drafts.append(draft)
        return _Here(earliest.end, latest.end, draft)


def _together(arms: Iterable[_Here]) -> _Here:
    """Where all arms have come: as early and as late as the last of them."""
    ends = list(arms)
    low, high = max(one.low for one in ends), max(one.high for one in ends)
    return _Here(low, high, max(ends, key=lambda one: one.high).last)


def _on_calendar(graph: ProcessGraph, calendar: Calendar, start: Moment, walk: Walk) -> Schedule:
    cells = cells_of(graph)
    clock = _Clock(graph, cells, calendar, [])
    end = clock.walk(walk, _Here(start, start))
    turns: dict[int, int] = {}
    entries = []
    for draft in clock.drafts:
        turns[draft.row] = turns.get(draft.row, 0) + 1
        entries.append(
            Entry(
                draft.row,
                cells.names[draft.row],
                tuple(draft.lanes),
                cells.times[draft.row],
                draft.earliest,
                draft.latest,
                None if draft.shared is None else cells.names[draft.shared],
                turns[draft.row],
            )
        )
    return Schedule(
        start,
        Way.GREATEST,
        tuple(entries),
        end.low,
        end.high,
        tuple(name for row, name in enumerate(cells.names) if row not in turns),
        tuple(cells.names[row] for row in cells.unmeasured if row in turns),
    )
