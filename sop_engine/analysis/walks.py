"""The least and the greatest way through a procedure, and how long they take.

In: a ``ProcessGraph``. Out: ``Figure``: all that the least or the greatest way can be, each with the steps that it
walks as its proof; or a ``Doubt``.

A flow that comes into a Waktu cell from another one adds its time; so a row with several symbols, and rows that share
one time, count once each time they are come to. What runs side by side takes as long as its longest arm. A step that
waits is done once, after the longest of the arms that it waits for.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from sop_engine.analysis.cells import cells_of
from sop_engine.analysis.folding import fold
from sop_engine.analysis.lengths import (
    NOTHING,
    Candidates,
    Goal,
    Length,
    amount_of,
    greatest,
    in_turn,
    least,
    lengths_of,
    longest,
    surely_longer,
    times,
)
from sop_engine.analysis.links import AgainLink, Link, MetLink, SideLink, StepLink, walk_of
from sop_engine.analysis.regions import Doubt, DoubtKind, Loop, Regions, regions_of
from sop_engine.analysis.stays import work_of
from sop_engine.analysis.walked import Again, Pass, Side, Walk, done_in, steps_of
from sop_engine.graph.process import ProcessGraph
from sop_engine.model.satuan import Amount

__all__ = [
    "Again",
    "Course",
    "Figure",
    "Goal",
    "Pass",
    "Side",
    "Walk",
    "counts_of",
    "done_in",
    "steps_of",
    "walks",
    "work_of",
]


@dataclass(frozen=True, slots=True)
class Course:
    """One way: how long it takes, and what it walks.

    Attributes:
        elapsed: exact; its shortest time for the least way, its longest for the greatest.
        walk: its steps.
    """

    elapsed: Amount
    walk: Walk


@dataclass(frozen=True, slots=True)
class Figure:
    """What was asked for.

    Attributes:
        courses: all that it can be: several where units do not compare, such as ``2 bulan`` and ``40 hari kerja``;
            none where it cannot be given.
        doubt: why it cannot be given, or None.
    """

    courses: tuple[Course, ...] = ()
    doubt: Doubt | None = None


_Rounds: TypeAlias = tuple[tuple[int, Link | None], ...]
_Found: TypeAlias = Candidates[Link | None]


def walks(
    graph: ProcessGraph,
    goal: Goal,
    *,
    repeats: Mapping[int, int] | None = None,
    first: bool = False,
    regions: Regions | None = None,
) -> Figure:
    """The least or greatest way from a start to an end.

    Args:
        graph: the procedure.
        goal: which way, and which end of the rows' ranges.
        repeats: how often each loop (by its ``flow``) is gone round each time that its ``source`` is come to, before
            going on; loops that are not named are not taken.
        first: every decision says its first label; one that goes back is taken as often as ``repeats`` or else its
            ``maks`` says, and then the next label.
        regions: what ``regions_of`` found, where that is known already.

    Returns:
        All that it can be, in the order of the flow. Linear in flows, times candidates, times the rounds' bodies.
    """
    regions = regions_of(graph) if regions is None else regions
    counts = counts_of(graph, regions, repeats or {}, first=first)
    loops = [loop for loop in regions.loops if counts.get(loop.flow)]
    found = fold(graph, regions, _Best(graph, goal, counts), loops, first=first)
    if isinstance(found, Doubt):
        return Figure(doubt=found)
    best = (least if goal is Goal.LEAST else greatest)([found])
    if best.cut:
        return Figure(doubt=Doubt(DoubtKind.TOO_MANY))
    known: dict[int, Walk] = {}
    return Figure(
        tuple(Course(amount_of(length), walk_of(link, graph.ids, known)) for length, link in best.found)
    )


def counts_of(
    graph: ProcessGraph, regions: Regions, repeats: Mapping[int, int], *, first: bool
) -> Mapping[int, int]:
    """How often each loop (by its ``flow``) is gone round, as ``walks`` has it; those that are not named never are."""
    if not first:
        return repeats
    counts: dict[int, int] = {}
    for loop in regions.loops:
        for way in regions.net.ways[loop.source]:
            if way[0] == loop.flow:
                counts[loop.flow] = repeats.get(loop.flow, graph.flows[loop.flow].repeats or 0)
            # Only what stands before the first label that goes on, or that goes back for ever, is ever said.
            if not counts.get(way[0]):
                break
    return counts


class _Best:
    """The algebra of least and greatest lengths, each with the links of its way."""

    def __init__(self, graph: ProcessGraph, goal: Goal, counts: Mapping[int, int]) -> None:
        self.goal = goal
        self.counts = counts
        cells = cells_of(graph)
        lengths = lengths_of(cells.times, goal)
        self.lengths = [lengths[step.row] for step in graph.steps.values()]

    @property
    def here(self) -> _Found:
        """Nothing more to do."""
        return _HERE

    def met(self, flow: int) -> _Found:
        """The end of an arm."""
        return Candidates(((NOTHING, MetLink(flow)),))

    def step(self, found: _Found, step: int, *, counts: bool, by: int | None = None) -> _Found:
        """A step, and then the rest."""
        length = self.lengths[step] if counts else NOTHING
        return found.behind(length, lambda rest: StepLink(step, counts, by, rest))

    def choose(self, options: Sequence[_Found]) -> _Found:
        """The best of alternatives."""
        return least(options) if self.goal is Goal.LEAST else greatest(options)

    def beside(self, arms: Sequence[_Found], rest: _Found) -> _Found:
        """The longest of arms, and then the rest."""
        sets = [
            Candidates(tuple((length, (at, link)) for length, link in arm.found), arm.mixed, arm.cut)
            for at, arm in enumerate(arms)
        ]
        side = longest(sets) if self.goal is Goal.LEAST else greatest(sets)
        chosen = tuple((length, _beside(arms, at, link, length)) for length, (at, link) in side.found)
        return in_turn(Candidates(chosen, side.mixed, side.cut), rest, SideLink)

    def rounds(self, bodies: Sequence[tuple[Loop, _Found]]) -> Candidates[_Rounds]:
        """All rounds of all loops of a step."""
        found: Candidates[_Rounds] = Candidates(((NOTHING, ()),))
        for loop, body in bodies:
            count = self.counts[loop.flow]
            often = Candidates(
                tuple((times(length, count), (count, link)) for length, link in body.found),
                body.mixed,
                body.cut,
            )
            found = in_turn(found, often, lambda before, last: (*before, last))
        return found

    def behind(self, rounds: Candidates[_Rounds], rest: _Found) -> _Found:
        """Rounds, and then the rest."""
        return in_turn(rounds, rest, _behind)


_HERE: _Found = Candidates(((NOTHING, None),))


def _beside(arms: Sequence[_Found], at: int, link: Link | None, length: Length) -> tuple[Link | None, ...]:
    """The arms of which one is the longest: the others by a way that is not surely longer."""
    return tuple(
        link
        if other == at
        else next((way for own, way in arm.found if not surely_longer(own, length)), arm.found[0][1])
        for other, arm in enumerate(arms)
    )


def _behind(rounds: _Rounds, rest: Link | None) -> Link | None:
    for count, walk in reversed(rounds):
        rest = AgainLink(count, walk, rest)
    return rest
