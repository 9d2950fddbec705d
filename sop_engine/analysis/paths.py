"""Every path through a procedure from its start to its end, each with its time.

In: a ``ProcessGraph``. Out: ``Paths``: so many of them as are wanted, in the order of the flow, and how many there are;
or a ``Doubt``. They are counted without being walked, for a few decisions make more paths than anybody can read.

Splits are part of one path, whose arms run side by side. A path goes round each loop no more than so often each time that
its step is come to; paths that go round in another order are other paths.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product
from math import prod
from typing import Final, NamedTuple, TypeAlias

from sop_engine.analysis.cells import cells_of
from sop_engine.analysis.folding import fold
from sop_engine.analysis.lengths import Goal
from sop_engine.analysis.links import AgainLink, Link, MetLink, RunLink, SideLink, StepLink, walk_of
from sop_engine.analysis.regions import Doubt, Loop, Regions, regions_of
from sop_engine.analysis.walked import Walk, done_in, elapsing
from sop_engine.graph.process import ProcessGraph
from sop_engine.model.satuan import Amount

__all__ = ["COUNTED", "Path", "Paths", "paths"]


_HELD: Final = 100_000
"""So many steps all paths have together at most, each round counted; but a path may do every step once."""

_AT_LEAST: Final = 100
"""So many paths are looked for, however long the procedure is."""

COUNTED: Final = 10**1000
"""More paths are not counted: loops within loops square their number with each one."""


@dataclass(frozen=True, slots=True)
class Path:
    """One path.

    Attributes:
        walk: its steps.
        least: how short it can be, as ``elapsing`` tells it: several amounts where units do not compare.
        greatest: how long it can be; equal to ``least`` where no row on it has a range.
    """

    walk: Walk
    least: tuple[Amount, ...]
    greatest: tuple[Amount, ...]


@dataclass(frozen=True, slots=True)
class Paths:
    """What was asked for.

    Attributes:
        found: the first of them.
        count: how many there are in all, exact; ``COUNTED`` where there are so many or more.
        doubt: why they cannot be told, or None.
    """

    found: tuple[Path, ...] = ()
    count: int = 0
    doubt: Doubt | None = None

    @property
    def is_cut(self) -> bool:
        """Whether there are more than were wanted."""
        return self.count > len(self.found)


class _Listed(NamedTuple):
    """How many there are, and the first of them: what all of them begin with, and how each goes on."""

    many: int
    ends: tuple[Link | None, ...]
    run: StepLink | None = None

    def ways(self) -> Iterator[Link | None]:
        """The first of them, each whole."""
        run = self.run
        return iter(self.ends) if run is None else (RunLink(run, end) for end in self.ends)


_Turn: TypeAlias = tuple[Link | None, ...]


@dataclass(frozen=True, slots=True)
class _Turns:
    """How many ways there are to go round, and the first of them: in each the rounds that are made."""

    count: int
    found: tuple[_Turn, ...]


def paths(
    graph: ProcessGraph, *, repeats: int = 1, limit: int = 100, regions: Regions | None = None
) -> Paths:
    """All paths from a start to an end.

    Args:
        graph: the procedure.
        repeats: how often a path may go round one loop each time that its step is come to; 0 leaves all loops out.
        limit: so many paths are told, one or more; fewer where they are long, and none where the first alone is too long.
        regions: what ``regions_of`` found, where that is known already.

    Returns:
        The paths, those by the first labels first. Linear in flows, times ``limit`` where there are so many paths.
    """
    regions = regions_of(graph) if regions is None else regions
    loops = regions.loops if repeats else ()
    limit = min(limit, max(_AT_LEAST, _HELD // max(1, len(graph.steps))))
    whole = fold(graph, regions, _Listing(limit, repeats), loops)
    if isinstance(whole, Doubt):
        return Paths(doubt=whole)
    walks = _told(whole, graph)
    return Paths(tuple(map(Path, walks, *_lengths(walks, graph))), whole.many)


def _told(whole: _Listed, graph: ProcessGraph) -> list[Walk]:
    """The first of them, as long as they have few enough steps to be written down."""
    known: dict[int, Walk] = {}
    room = max(_HELD, len(graph.steps))
    found: list[Walk] = []
    for link in whole.ways():
        walk = walk_of(link, graph.ids, known)
        room -= sum(done_in(walk).values())
        if room < 0:
            break
        found.append(walk)
    return found


def _lengths(walks: Sequence[Walk], graph: ProcessGraph) -> list[list[tuple[Amount, ...]]]:
    """How long each walk can be at least and at most."""
    cells = cells_of(graph)
    fixed = all(time.low == time.high for time in cells.times)
    found = []
    for goal in (Goal.LEAST,) if fixed else (Goal.LEAST, Goal.GREATEST):
        elapsed = elapsing(graph, goal, cells)
        found.append([elapsed(walk) for walk in walks])
    return [found[0], found[-1]]


class _Listing:
    """The algebra of lists: counts are exact, the lists are cut."""

    def __init__(self, limit: int, repeats: int) -> None:
        self.limit = limit
        self.repeats = repeats

    @property
    def here(self) -> _Listed:
        """Nothing more to do, which is one way."""
        return _Listed(1, (None,))

    def met(self, flow: int) -> _Listed:
        """The end of an arm."""
        return _Listed(1, (MetLink(flow),))

    def step(self, found: _Listed, step: int, *, counts: bool, by: int | None = None) -> _Listed:
        """A step, and then the rest."""
        return found._replace(run=StepLink(step, counts, by, found.run))

    def choose(self, options: Sequence[_Listed]) -> _Listed:
        """One after the other."""
        found = (link for one in options for link in one.ways())
        return _Listed(_many(sum(one.many for one in options)), tuple(islice(found, self.limit)))

    def beside(self, arms: Sequence[_Listed], rest: _Listed) -> _Listed:
        """Every way of each arm with every way of the others."""
        pairs = self._pairs(product(*(arm.ways() for arm in arms)), rest, SideLink)
        return _Listed(_many(prod(arm.many for arm in arms) * rest.many), pairs)

    def rounds(self, bodies: Sequence[tuple[Loop, _Listed]]) -> _Turns:
        """Every order of rounds, those with the fewest first."""
        found: list[_Turn] = []
        single = [tuple(body.ways()) for _, body in bodies]
        orders: list[tuple[int, ...]] = [()]
        while orders and len(found) < self.limit:
            for order in orders:
                found += islice(product(*(single[at] for at in order)), self.limit - len(found))
            longer = (
                (*order, at)
                for order in orders
                for at in range(len(bodies))
                if order.count(at) < self.repeats
            )
            orders = list(islice(longer, self.limit))
        return _Turns(_orders([body.many for _, body in bodies], self.repeats), tuple(found))

    def behind(self, rounds: _Turns, rest: _Listed) -> _Listed:
        """Every way to go round, and then every way on."""
        return _Listed(_many(rounds.count * rest.many), self._pairs(rounds.found, rest, _turned))

    def _pairs(
        self,
        firsts: Iterable[_Turn],
        rest: _Listed,
        both: Callable[[_Turn, Link | None], Link | None],
    ) -> tuple[Link | None, ...]:
        ways = tuple(rest.ways())
        pairs = (both(first, way) for first in firsts for way in ways)
        return tuple(islice(pairs, self.limit))


def _turned(turn: _Turn, rest: Link | None) -> Link | None:
    for walk in reversed(turn):
        rest = AgainLink(1, walk, rest)
    return rest


def _many(count: int) -> int:
    return min(count, COUNTED)


def _orders(counts: Sequence[int], repeats: int) -> int:
    """How many sequences of rounds there are, each loop at most so often in it; no more than ``COUNTED``.

    ``lengths[n]`` sequences have n rounds; a loop's own n rounds are spread over the places of the longer sequence.
    """
    lengths = [1]
    for count in counts:
        longer = [0] * (len(lengths) + repeats)
        for before, many in enumerate(lengths):
            so_many = many
            for own in range(repeats + 1):
                longer[before + own] += so_many
                so_many = _many(so_many * count * (before + own + 1) // (own + 1))
        lengths = longer
        if sum(lengths) >= COUNTED:
            return COUNTED
    return sum(lengths)
