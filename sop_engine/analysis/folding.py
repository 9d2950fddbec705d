"""Ways through a procedure, put together from its ends backwards: the one plan that all searches for ways follow.

In: a ``ProcessGraph``, its ``Regions``, the loops to go round, and an ``Algebra`` that says what to make of steps,
alternatives, arms and rounds. Out: what the algebra makes of the whole; or a ``Doubt``.

A step goes round each of its loops every time that it is come to, before it goes on. What it does in a round is a way of
its own, from the step back to itself.
"""

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, Generic, Protocol, TypeVar

from sop_engine.analysis.bodies import Bodies, Body
from sop_engine.analysis.cells import cells_of
from sop_engine.analysis.shape import Block, Doubt, DoubtKind, Loop, Regions
from sop_engine.graph.process import ProcessGraph

__all__ = ["Algebra", "fold"]

Found = TypeVar("Found")
Rounds = TypeVar("Rounds")

_LONGEST: Final = 400_000
"""So many steps the rounds may have together: a thousand loops of a hundred rows are a quarter of it."""


class Algebra(Protocol[Found, Rounds]):
    """What a search makes of the parts of a procedure; everything is what is found from there to the goal."""

    @property
    @abstractmethod
    def here(self) -> Found:
        """Nothing more to do."""

    @abstractmethod
    def met(self, flow: int) -> Found:
        """The end of an arm, which comes by this flow to where it meets the others."""

    @abstractmethod
    def step(self, found: Found, step: int, *, counts: bool, by: int | None = None) -> Found:
        """A step, whose time counts or not, come to by a flow or by none, and then the rest."""

    @abstractmethod
    def choose(self, options: Sequence[Found]) -> Found:
        """Alternatives, one or more, in the order in which they are written."""

    @abstractmethod
    def beside(self, arms: Sequence[Found], rest: Found) -> Found:
        """Arms side by side, and then the rest."""

    @abstractmethod
    def rounds(self, bodies: Sequence[tuple[Loop, Found]]) -> Rounds:
        """All loops of one step, each with what one round is."""

    @abstractmethod
    def behind(self, rounds: Rounds, rest: Found) -> Found:
        """Rounds, and then the rest."""


def fold(
    graph: ProcessGraph,
    regions: Regions,
    algebra: Algebra[Found, Rounds],
    loops: Iterable[Loop] = (),
    *,
    first: bool = False,
) -> Found | Doubt:
    """Put all ways together.

    Args:
        graph: the procedure.
        regions: its shape.
        algebra: what to make of it.
        loops: those to go round; the others are not taken.
        first: every decision says the first of its labels that none of these loops sets out by.

    Returns:
        The whole. Linear in flows and in the lengths of all rounds.
    """
    if regions.doubt is not None:
        return regions.doubt
    try:
        return _Fold(graph, regions, algebra, loops, first=first).whole()
    except _DoubtError as fault:
        return fault.doubt


class _DoubtError(Exception):
    """Why it cannot be told."""

    def __init__(self, doubt: Doubt) -> None:
        super().__init__(doubt.kind)
        self.doubt = doubt


@dataclass(slots=True)
class _Scene(Generic[Found]):
    """One part of the procedure that is walked for itself.

    Attributes:
        level: only ways of this level go on; None for all that do not go back.
        target: the step that it leads to, which is done too; None for no step.
        head: the step that it goes back to, or None.
        beyond: what there is to do behind that step.
        outside: the join that lies beyond it, or None.
        found: what is found from each step on, its own time not counted; a step without a way has nothing.
    """

    level: int | None
    target: int | None = None
    head: int | None = None
    beyond: Found | None = None
    outside: int | None = None
    found: dict[int, Found] = field(default_factory=dict)


class _Fold(Generic[Found, Rounds]):
    def __init__(
        self,
        graph: ProcessGraph,
        regions: Regions,
        algebra: Algebra[Found, Rounds],
        loops: Iterable[Loop],
        *,
        first: bool,
    ) -> None:
        self.graph = graph
        self.regions = regions
        self.net = regions.net
        self.algebra = algebra
        self.first = first
        cells = cells_of(graph)
        self.cell = [cells.of[step.row] for step in graph.steps.values()]
        self.loops: dict[int, list[Loop]] = {}
        for loop in loops:
            self.loops.setdefault(loop.source, []).append(loop)
        self.setting_out = {loop.flow for own in self.loops.values() for loop in own}
        self.rounds: dict[int, Rounds | None] = {}
        self.bodies = Bodies(regions)

    def whole(self) -> Found:
        """From the starts to the ends."""
        own = [step for step in self.net.order if step in self.loops]
        self._refuse_long(own)
        for step in own:
            if step not in self.rounds:
                self._prepare(step)
        scene: _Scene[Found] = _Scene(0)
        self._fill(scene, reversed(self.net.order))
        sets = [
            self.algebra.step(scene.found[start], start, counts=True)
            for start in self.net.starts
            if start in scene.found
        ]
        if not sets:
            raise _DoubtError(Doubt(DoubtKind.ENDLESS if self.first else DoubtKind.NO_WAY))
        return self.algebra.choose(sets)

    def _fill(self, scene: _Scene[Found], steps: Iterable[int]) -> None:
        """Find what there is from each of these steps on; each stands before all that lead to it."""
        found = scene.found
        main = scene.level == 0
        for step in steps:
            options = [
                one for way in self._ways(scene, step) if (one := self._way(scene, step, way)) is not None
            ]
            if main and not self.net.ways[step]:
                options.append(self.algebra.here)
            if not options:
                continue
            best = options[0] if len(options) == 1 else self.algebra.choose(options)
            if step not in self.loops:
                found[step] = best
            elif (rounds := self.rounds[step]) is not None:
                found[step] = self.algebra.behind(rounds, best)

    def _ways(self, scene: _Scene[Found], step: int) -> Iterator[tuple[int, Sequence[int]]]:
        """The ways on that may be taken: number and flows."""
        ways: Iterable[tuple[int, Sequence[int]]] = enumerate(self.net.ways[step])
        if self.first:
            says = next((way for way in ways if way[1][0] not in self.setting_out), None)
            ways = () if says is None else (says,)
        if scene.level is None:
            return iter(ways)
        return (way for way in ways if self.regions.level_of(way[1]) == scene.level)

    def _way(self, scene: _Scene[Found], step: int, way: tuple[int, Sequence[int]]) -> Found | None:
        """What there is from a step by one of its ways, or None."""
        number, flows = way
        if len(flows) == 1:
            return self._flow(scene, step, flows[0], None)
        block = self.regions.blocks.get((step, number))
        if block is None:
            return None
        # Arms that go on for themselves, or that leave the scene, do not all come to where it leads.
        if scene.level != 0 and block.join in (None, scene.outside):
            return None
        arms = []
        for flow in flows:
            arm = self._flow(scene, step, flow, block.join)
            if arm is None:
                return None
            arms.append(arm)
        rest: Found | None = self.algebra.here
        if block.join is not None and block.join != self.regions.within[step]:
            counts = self._counts_at(block.join, block)
            rest = self._enter(scene, block.join, counts=counts)
        return None if rest is None else self.algebra.beside(arms, rest)

    def _flow(self, scene: _Scene[Found], step: int, flow: int, join: int | None) -> Found | None:
        """What there is from a step by one flow; a join is done by the split whose arms meet there."""
        target = self.net.targets[flow]
        if join is not None and target == join:
            return self.algebra.met(flow)
        counts = self.cell[target] != self.cell[step]
        if flow in self.net.loops:
            if scene.beyond is None or target != scene.head:
                return None
            return self.algebra.step(scene.beyond, target, counts=counts, by=flow)
        if target == self.regions.within[step]:
            return None if target == scene.outside else self.algebra.met(flow)
        return self._enter(scene, target, counts=counts, by=flow)

    def _enter(self, scene: _Scene[Found], step: int, *, counts: bool, by: int | None = None) -> Found | None:
        if step == scene.target:
            return self.algebra.step(self.algebra.here, step, counts=counts, by=by)
        rest = scene.found.get(step)
        return None if rest is None else self.algebra.step(rest, step, counts=counts, by=by)

    def _counts_at(self, join: int, block: Block) -> bool:
        """Whether a step that waits adds its time: whether any arm comes there from another cell."""
        arms = [
            {self.cell[self.net.sources[flow]] != self.cell[join] for flow in own} for own in block.arrivals
        ]
        if any(arm == {True} for arm in arms):
            return True
        if any(True in arm for arm in arms):
            raise _DoubtError(Doubt(DoubtKind.TANGLED, (self.graph.ids[join],)))
        return False

    def _refuse_long(self, steps: Iterable[int]) -> None:
        """Refuse, before any of them is walked, more rounds than anybody would wait for."""
        size = 0
        for step in steps:
            size += sum(len(part) for body in self._bodies(step) for part in body)
            if size > _LONGEST:
                raise _DoubtError(Doubt(DoubtKind.TOO_LARGE, (self.graph.ids[step],)))

    def _prepare(self, step: int) -> None:
        """Find the rounds of a step, and before them those of all steps that they pass."""
        bodies = {step: self._bodies(step)}
        path = [(step, self._passed(step, bodies[step]))]
        while path:
            own, rest = path[-1]
            for other in rest:
                if other in self.rounds:
                    continue
                if other in bodies:
                    # Each of the two would go round the other for ever.
                    ids = self.graph.ids
                    raise _DoubtError(
                        Doubt(DoubtKind.TANGLED, tuple(ids[one] for one in sorted({own, other})))
                    )
                bodies[other] = self._bodies(other)
                path.append((other, self._passed(other, bodies[other])))
                break
            else:
                self.rounds[own] = self._rounds(own, bodies.pop(own))
                path.pop()

    def _bodies(self, step: int) -> list[Body]:
        return [self.bodies.of(loop) for loop in self.loops[step]]

    def _passed(self, step: int, bodies: list[Body]) -> Iterator[int]:
        """The steps with loops of their own that the rounds of a step pass, innermost first."""
        seen = {step}
        for forced, between in bodies:
            for other in (*between, *forced):
                if other in self.loops and other not in seen:
                    seen.add(other)
                    yield other

    def _rounds(self, step: int, bodies: list[Body]) -> Rounds | None:
        """What a step does in one round of each of its loops; None where none is possible by first labels."""
        found: list[tuple[Loop, Found]] = []
        for loop, body in zip(self.loops[step], bodies, strict=True):
            once = self._round(loop, body)
            if once is None and not self.first:
                raise _DoubtError(Doubt(DoubtKind.TANGLED, (self.graph.ids[step],)))
            if once is None:
                return None
            found.append((loop, once))
        return self.algebra.rounds(found)

    def _round(self, loop: Loop, body: Body) -> Found | None:
        outside = self.regions.within[loop.source]
        back: _Scene[Found] = _Scene(None, loop.source, outside=outside)
        self._fill(back, body.between)
        beyond = self.algebra.here if loop.head == loop.source else back.found.get(loop.head)
        if beyond is None:
            return None
        level = self.regions.depth[loop.head]
        out: _Scene[Found] = _Scene(level, None, loop.head, beyond, outside)
        self._fill(out, body.forced)
        ways = enumerate(self.net.ways[loop.source])
        return self._way(out, loop.source, next(way for way in ways if way[1][0] == loop.flow))
