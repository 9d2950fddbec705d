"""The way through a procedure that ends latest on a calendar, or earliest.

In: a ``ProcessGraph``, a ``Calendar``, a moment to begin, and which loops are taken how often. Out: a ``Walk``, or a
``Doubt`` where no way can be told.

Which of two ways is the longer cannot be told by their times alone: a weekend may lie in one of them, and ``1 hari
kalender`` and then ``1 jam`` end at another hour than ``1 jam`` and then ``1 hari kalender``. So each step is reckoned
with where the ways to it have come: whoever comes later to a step never ends earlier, hence of all ways to it only the
latest (or the earliest) has to go on.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final, TypeAlias

from sop_engine.analysis.calendar import BeyondError, Calendar, Moment
from sop_engine.analysis.cells import cells_of
from sop_engine.analysis.folding import fold
from sop_engine.analysis.lengths import Goal
from sop_engine.analysis.regions import Doubt, DoubtKind, Loop, Regions
from sop_engine.analysis.walked import Again, Pass, Side, Walk, in_order
from sop_engine.graph.process import ProcessGraph
from sop_engine.model.waktu import Waktu

__all__ = ["done", "way_of"]

_MOST: Final = 500_000
"""So many pieces are reckoned with at most, rounds of loops each for itself."""

_DEEPEST: Final = 100
"""So deep arms and rounds may stand within each other."""


def done(calendar: Calendar, time: Waktu, goal: Goal, moment: Moment) -> tuple[Moment, Moment]:
    """When a row begins and ends that is come to at a moment; one that is not measured takes no time.

    Args:
        calendar: of the office.
        time: the row's.
        goal: whether it takes its shortest or its longest time.
        moment: when it is come to.

    Raises:
        BeyondError: it ends beyond the calendar.
    """
    if not time.is_measured:
        return moment, moment
    amount = time.low if goal is Goal.LEAST else time.high
    begin = calendar.begins(moment, amount, clock=time.clock)
    return begin, calendar.add(begin, amount, clock=time.clock)


def way_of(
    graph: ProcessGraph,
    regions: Regions,
    calendar: Calendar,
    start: Moment,
    goal: Goal,
    counts: Mapping[int, int],
    *,
    first: bool = False,
) -> Walk | Doubt:
    """The way that ends latest when each row takes its longest time, or earliest when each takes its shortest.

    Args:
        graph: the procedure.
        regions: its shape.
        calendar: of the office.
        start: when it begins.
        goal: which way.
        counts: how often each loop (by its ``flow``) is gone round each time that its ``source`` is come to.
        first: every decision says the first label that none of these loops sets out by.

    Returns:
        Its steps; of ways that end alike the one by the first labels. Linear in flows and in the rounds' steps.

    Raises:
        BeyondError: no way ends within the calendar, or the latest does not.
    """
    loops = [loop for loop in regions.loops if counts.get(loop.flow)]
    whole = fold(graph, regions, _Telling(counts), loops, first=first)
    if isinstance(whole, Doubt):
        return whole
    cells = cells_of(graph)
    times = [cells.times[step.row] for step in graph.steps.values()]

    def after(step: int, moment: Moment) -> Moment:
        return done(calendar, times[step], goal, moment)[1]

    search = _Search(graph.ids, after, goal, ordered=first)
    try:
        _, walk = search.best(whole, start)
    except _TooLargeError:
        return Doubt(DoubtKind.TOO_LARGE)
    return walk


@dataclass(frozen=True, slots=True, eq=False)
class _End:
    """Nothing more to do."""


@dataclass(frozen=True, slots=True, eq=False)
class _Do:
    """A step, and then the rest."""

    step: int
    counts: bool
    by: int | None
    rest: "_Told"


@dataclass(frozen=True, slots=True, eq=False)
class _Either:
    """One of several."""

    options: "tuple[_Told, ...]"


@dataclass(frozen=True, slots=True, eq=False)
class _Beside:
    """Arms side by side, and then the rest."""

    arms: "tuple[_Told, ...]"
    rest: "_Told"


@dataclass(frozen=True, slots=True, eq=False)
class _Around:
    """Rounds, each so often, and then the rest."""

    rounds: "_Rounds"
    rest: "_Told"


_Told: TypeAlias = _End | _Do | _Either | _Beside | _Around
_Rounds: TypeAlias = tuple[tuple[int, _Told], ...]

_END: Final = _End()


class _Telling:
    """The algebra that only writes down what there is to choose from; parts that ways share are written once."""

    def __init__(self, counts: Mapping[int, int]) -> None:
        self.counts = counts

    @property
    def here(self) -> _Told:
        """Nothing more to do."""
        return _END

    def met(self, flow: int) -> _Told:
        """The end of an arm."""
        return _END

    def step(self, found: _Told, step: int, *, counts: bool, by: int | None = None) -> _Told:
        """A step, and then the rest."""
        return _Do(step, counts, by, found)

    def choose(self, options: Sequence[_Told]) -> _Told:
        """One of them."""
        return _Either(tuple(options))

    def beside(self, arms: Sequence[_Told], rest: _Told) -> _Told:
        """All of them, and then the rest."""
        return _Beside(tuple(arms), rest)

    def rounds(self, bodies: Sequence[tuple[Loop, _Told]]) -> _Rounds:
        """All rounds of all loops of a step."""
        return tuple((self.counts[loop.flow], body) for loop, body in bodies)

    def behind(self, rounds: _Rounds, rest: _Told) -> _Told:
        """Rounds, and then the rest."""
        return _Around(rounds, rest)


class _TooLargeError(Exception):
    """There is more to reckon with than anybody would wait for."""


@dataclass(slots=True)
class _Search:
    """Follows what is written down from a moment on.

    Attributes:
        ids: the id of each step.
        after: when a step is done whose time counts and that is come to at a moment.
        goal: whether the latest or the earliest end is looked for.
        ordered: loops of one step are gone round in their order; else in whichever is best.
        left: how many pieces may still be looked at.
        depth: how deep the part that is looked at stands within others.
    """

    ids: Sequence[str]
    after: Callable[[int, Moment], Moment]
    goal: Goal
    ordered: bool
    left: int = _MOST
    depth: int = 0

    def best(self, root: _Told, moment: Moment) -> tuple[Moment, Walk]:
        """When the best way ends that begins at a moment, and its steps."""
        if self.depth == _DEEPEST:
            raise _TooLargeError
        self.depth += 1
        try:
            return self._ended(root, moment)
        finally:
            self.depth -= 1

    def _ended(self, root: _Told, moment: Moment) -> tuple[Moment, Walk]:
        came: dict[int, tuple[Moment, int, Walk]] = {id(root): (moment, 0, ())}
        beyond: BeyondError | None = None
        for told in in_order(root, lambda told: reversed(_next(told))):
            self.left -= 1
            if self.left < 0:
                raise _TooLargeError
            if id(told) not in came:
                continue
            try:
                end, pieces = self._passed(told, came[id(told)][0])
            except BeyondError as fault:
                # The earliest way may be another one; the latest is then unknown.
                if self.goal is Goal.GREATEST:
                    raise
                beyond = fault
                continue
            for rest in _next(told):
                known = came.get(id(rest))
                if known is None or self._better(end, known[0]):
                    came[id(rest)] = end, id(told), pieces
        if id(_END) not in came:
            raise beyond or AssertionError("every way leads to its end")
        return came[id(_END)][0], _traced(came)

    def _better(self, one: Moment, other: Moment) -> bool:
        return one > other if self.goal is Goal.GREATEST else one < other

    def _passed(self, told: _Told, moment: Moment) -> tuple[Moment, Walk]:
        """When one piece is done, and the steps of it."""
        match told:
            case _Do(step, counts, by, _):
                end = self.after(step, moment) if counts else moment
                return end, (Pass(self.ids[step], counts, by),)
            case _Beside(arms, _):
                found = [self.best(arm, moment) for arm in arms]
                return max(end for end, _ in found), (Side(tuple(walk for _, walk in found)),)
            case _Around(rounds, _):
                return self._around(rounds, moment)
            case _:
                return moment, ()

    def _around(self, rounds: _Rounds, moment: Moment) -> tuple[Moment, Walk]:
        """When all rounds are done that begin at a moment: in the order of the loops, or in whichever is best."""
        turns = (0,) * len(rounds)
        came: dict[tuple[int, ...], tuple[Moment, Walk]] = {turns: (moment, ())}
        # What has been gone round so often is come to from one round less, which stands before it.
        for turns in product(*(range(often + 1) for often, _ in rounds)):
            for at in reversed(range(len(rounds))):
                before = (*turns[:at], turns[at] - 1, *turns[at + 1 :])
                if before in came and not (self.ordered and any(turns[at + 1 :])):
                    start, walk = came[before]
                    end, more = self.best(rounds[at][1], start)
                    if turns not in came or self._better(end, came[turns][0]):
                        came[turns] = end, (*walk, Again(1, more))
        return came[turns]


def _next(told: _Told) -> tuple[_Told, ...]:
    """What can follow on a piece."""
    match told:
        case _End():
            return ()
        case _Either(options):
            return options
        case _:
            return (told.rest,)


def _traced(came: Mapping[int, tuple[Moment, int, Walk]]) -> Walk:
    """The steps to the end, by where each piece was come to from."""
    parts: list[Walk] = []
    at = id(_END)
    while at in came:
        _, before, pieces = came[at]
        parts.append(pieces)
        at = before
    return tuple(piece for part in reversed(parts) for piece in part)
