"""What ``sop duration --detail`` tells of one SOP, before any words.

In: a ``ProcessGraph``, its roles, and how often loops are taken. Out: a ``Detail``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from sop_engine.analysis.cells import Cells, cells_of
from sop_engine.analysis.conversion import Conversion
from sop_engine.analysis.handoffs import Handoffs, handoffs_of
from sop_engine.analysis.regions import Doubt, Regions
from sop_engine.analysis.shares import Measured, Shares, measured_by, shares_of
from sop_engine.analysis.stays import Stays
from sop_engine.analysis.total import Total, total
from sop_engine.analysis.walks import Course, Figure, Goal, Pass, Walk, done_in, walks, work_of
from sop_engine.cli.timing_rounds import Rounds
from sop_engine.graph.process import ProcessGraph
from sop_engine.model.satuan import Amount
from sop_engine.model.sop import Sop

__all__ = ["Detail", "Found", "Path", "detail_of", "paths_of", "total_of"]


@dataclass(frozen=True, slots=True)
class Found:
    """One candidate of a path.

    Attributes:
        low: its elapsed time, at the lower end of its ranges.
        high: at the upper end; the same for the least and the greatest path, which are one end each.
        work: the work in it, at both ends, in the same way.
        walk: the steps.
        clock: it walks through a row whose time is written as ``1 x 24 jam``.
        measured: it walks through a row that has a measured time; else its times say nothing.
    """

    low: Amount
    high: Amount
    work: tuple[Amount, Amount]
    walk: Walk
    clock: bool
    measured: bool


@dataclass(frozen=True, slots=True)
class Path:
    """One path that was looked for.

    Attributes:
        key: ``least``, ``greatest``, ``first``, ``least_repeated`` or ``greatest_repeated``.
        found: all that it can be; several where units do not compare, none where it cannot be given.
        doubt: why it cannot be given, or None.
    """

    key: str
    found: tuple[Found, ...] = ()
    doubt: Doubt | None = None


@dataclass(frozen=True)
class Detail:
    """All of it.

    Attributes:
        graph: the procedure.
        regions: its loops and splits.
        cells: its Waktu cells.
        total: the sum of the rows, each once.
        paths: in the order in which they are told.
        rounds: what ``--repeat`` asks for, or None.
        shares: what each role has.
        handoffs: how often work passes between roles.
        conversion: how long a day, a week and a month are.
    """

    graph: ProcessGraph
    regions: Regions
    cells: Cells
    total: Total
    paths: tuple[Path, ...]
    rounds: Rounds | None
    shares: Shares
    handoffs: Handoffs
    conversion: Conversion

    @cached_property
    def elapsed_parts(self) -> Measured:
        """What part of the total each role's rows are."""
        parts = [share.elapsed for share in self.shares.roles]
        return measured_by(parts, self.total, self.conversion, clock=bool(self.shares.clock))

    @cached_property
    def work_parts(self) -> Measured:
        """What part of all work each role has."""
        parts = [share.work for share in self.shares.roles]
        return measured_by(parts, self.shares.work, self.conversion, clock=bool(self.shares.clock))

    @cached_property
    def row_parts(self) -> Measured:
        """What part of the total each row is."""
        parts = [
            Total(time.low, time.high, measured=True) if self.adds(row) else Total()
            for row, time in enumerate(self.cells.times)
        ]
        return measured_by(parts, self.total, self.conversion, clock=bool(self.shares.clock))

    @cached_property
    def acting(self) -> Mapping[int, tuple[str, ...]]:
        """Who acts in each row, in the order of its symbols."""
        found: dict[int, dict[str, None]] = {}
        for step in self.graph.steps.values():
            if not step.virtual:
                found.setdefault(step.row, {}).update(dict.fromkeys(step.lanes))
        return {row: tuple(roles) for row, roles in found.items()}

    def clocked(self, rows: Iterable[int]) -> bool:
        """Whether the time of one of these rows is written as ``1 x 24 jam``."""
        return not frozenset(self.shares.clock).isdisjoint(rows)

    def adds(self, row: int) -> bool:
        """Whether a row adds a time of its own to the total."""
        return self.cells.of[row] == row and self.cells.times[row].is_measured

    def named(self, rows: Iterable[int]) -> list[str]:
        """What its author calls each row."""
        return [self.cells.names[row] for row in rows]


def detail_of(graph: ProcessGraph, sop: Sop, regions: Regions, rounds: Rounds | None = None) -> Detail:
    """Work it out.

    Args:
        graph: the procedure, as written or with other times.
        sop: the SOP, for its roles and its ``waktu_kerja``.
        regions: what ``regions_of(graph)`` found.
        rounds: how often loops are taken, for two paths more; None for no more than the usual ones.
    """
    cells = cells_of(graph)
    roles = list(sop.pelaksana)
    return Detail(
        graph,
        regions,
        cells,
        total_of(cells),
        paths_of(graph, regions, cells, rounds),
        rounds,
        shares_of(graph, roles),
        handoffs_of(graph, roles),
        Conversion.of(sop.waktu_kerja),
    )


def total_of(cells: Cells) -> Total:
    """The official total: each Waktu cell once."""
    return total(time for row, time in enumerate(cells.times) if cells.of[row] == row)


def paths_of(graph: ProcessGraph, regions: Regions, cells: Cells, rounds: Rounds | None) -> tuple[Path, ...]:
    """The paths alone, in the order in which they are told."""
    one = _Ends(graph, cells)
    least = walks(graph, Goal.LEAST, regions=regions)
    greatest = walks(graph, Goal.GREATEST, regions=regions)
    first = walks(graph, Goal.GREATEST, first=True, regions=regions)
    shortest = walks(graph, Goal.LEAST, first=True, regions=regions) if one.ranged else first
    paths = [
        one.end("least", Goal.LEAST, least),
        one.end("greatest", Goal.GREATEST, greatest),
        one.both("first", shortest, first),
    ]
    if rounds is not None:
        for key, goal in (("least_repeated", Goal.LEAST), ("greatest_repeated", Goal.GREATEST)):
            found = walks(graph, goal, repeats=rounds.counts, regions=regions)
            paths.append(one.end(key, goal, found))
    return tuple(paths)


class _Ends:
    """Courses with their work, at one end of all ranges or at both."""

    def __init__(self, graph: ProcessGraph, cells: Cells) -> None:
        self.graph = graph
        self.times = cells.times
        self.stays = Stays(graph, cells)
        self.works: dict[Walk, tuple[Amount, Amount]] = {}
        self.ranged = any(time.is_range for time in cells.times)
        clock = frozenset(cells.clock)
        self.clock = {step.id for step in graph.steps.values() if step.row in clock}

    def end(self, key: str, goal: Goal, figure: Figure) -> Path:
        """A path at one end."""
        at = 0 if goal is Goal.LEAST else 1
        found = []
        for course in figure.courses:
            work = self._work(course.walk)[at]
            found.append(self._found(course, course.elapsed, (work, work)))
        return Path(key, tuple(found), figure.doubt)

    def both(self, key: str, low: Figure, high: Figure) -> Path:
        """One and the same path at both ends; where several are possible, each candidate stands for itself."""
        if low.doubt is not None or high.doubt is not None:
            return Path(key, doubt=low.doubt or high.doubt)
        if len(low.courses) == len(high.courses) == 1:
            course = high.courses[0]
            return Path(key, (self._found(course, low.courses[0].elapsed, self._work(course.walk)),))
        courses = high.courses if low is high else (*low.courses, *high.courses)
        found = [self._found(course, course.elapsed, self._work(course.walk)) for course in courses]
        # One that has no range is the same at both ends.
        return Path(key, tuple(dict.fromkeys(found)))

    def _work(self, walk: Walk) -> tuple[Amount, Amount]:
        """The work in a walk; that of a plain row of steps, which most are, is known where it has been walked before."""
        if not all(type(piece) is Pass for piece in walk):
            return work_of(walk, self.graph, self.stays)
        if walk not in self.works:
            self.works[walk] = work_of(walk, self.graph, self.stays)
        return self.works[walk]

    def _found(self, course: Course, low: Amount, work: tuple[Amount, Amount]) -> Found:
        known = bool(course.elapsed or work[1])
        done = done_in(course.walk) if self.clock or not known else {}
        clock = not self.clock.isdisjoint(done)
        measured = known or any(self.times[self.graph.steps[step].row].is_measured for step in done)
        return Found(low, course.elapsed, work, course.walk, clock, measured)
