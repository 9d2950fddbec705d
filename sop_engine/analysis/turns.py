"""What can happen next in a procedure, and with which share: the flow unfolded where a loop is limited.

In: a ``ProcessGraph`` and its ``Regions``. Out: ``Turns``: states, which are steps together with how often each limited
branch has been taken, and what can follow each; or a ``Doubt``.

A branch with ``maks`` is taken at most so often each time that its loop is entered from outside; when it is used up,
the other branches of its decision share its probability in proportion.
"""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, NamedTuple, TypeAlias

from sop_engine.analysis.chain import Number
from sop_engine.analysis.regions import Doubt, DoubtKind, Regions
from sop_engine.graph.net import Net
from sop_engine.graph.process import ProcessGraph
from sop_engine.model._angka import plain

__all__ = ["Turn", "Turns", "turns_of"]

_MORE: Final = 20_000
"""So many states there may be beyond the steps."""

_Held: TypeAlias = tuple[tuple[int, int], ...]


class Turn(NamedTuple):
    """One thing that can happen in a state.

    Attributes:
        share: with which probability, above 0.
        flows: the flows that are taken, by number; several run side by side.
        targets: the state that each of them leads to; None where the arm of a split ends there.
        then: the state that follows when all arms have met; None for a single flow, and where nothing follows.
    """

    share: Number
    flows: tuple[int, ...]
    targets: tuple[int | None, ...]
    then: int | None

    @property
    def is_side(self) -> bool:
        """Whether several flows are taken side by side."""
        return len(self.flows) > 1

    @property
    def next(self) -> int | None:
        """The state that the procedure as a whole goes on to."""
        return self.then if self.is_side else self.targets[0]

    @property
    def finishes(self) -> bool:
        """Whether an arm or the procedure may end with it."""
        return self.then is None and None in self.targets

    def leads_to(self) -> Iterator[int]:
        """All states that follow, those of arms included."""
        for target in (*self.targets, self.then):
            if target is not None:
                yield target


@dataclass(frozen=True, eq=False, slots=True)
class Turns:
    """All states that are reached with a share above zero.

    Attributes:
        steps: the step of each state, by its number.
        of: what can happen in each state; nothing where the procedure, or an arm of it, ends.
        starts: the share with which it begins in each state; evenly where there are several starts.
    """

    steps: list[int]
    of: list[tuple[Turn, ...]]
    starts: Mapping[int, Number]


class _Limit(NamedTuple):
    """A branch that may be taken so often within these steps."""

    most: int
    within: frozenset[int]


def turns_of(graph: ProcessGraph, regions: Regions) -> Turns | Doubt:
    """Unfold a procedure; linear in states and their turns.

    Args:
        graph: the procedure.
        regions: its shape; a flow that goes back into the middle of a loop is no obstacle without splits.
    """
    if doubt := _doubt(graph, regions):
        return doubt
    limits = _limits(graph)
    if isinstance(limits, Doubt):
        return limits
    for (step, _), limit in limits.items():
        if any(regions.within[step] != regions.within[inner] for inner in _heads(graph.net, limit)):
            return Doubt(DoubtKind.TANGLED, (graph.ids[step],))
    return _Unfolding(graph, regions, limits).turns()


def _doubt(graph: ProcessGraph, regions: Regions) -> Doubt | None:
    net = graph.net
    doubt = regions.doubt
    if doubt is not None and (doubt.kind is not DoubtKind.REENTRY or net.has_splits):
        return doubt
    wrong = tuple(
        graph.ids[step]
        for step in sorted(net.order)
        if len(net.ways[step]) > 1 and sum(graph.flows[way[0]].probability for way in net.ways[step]) != 1
    )
    if wrong:
        return Doubt(DoubtKind.SHARES, wrong)
    # An arm that goes on for itself and comes back would split again and again.
    again = sorted(
        step
        for (step, number), block in regions.blocks.items()
        if block.join is None
        and any(net.components[step] == net.components[net.targets[flow]] for flow in net.ways[step][number])
    )
    return Doubt(DoubtKind.TANGLED, tuple(graph.ids[step] for step in again)) if again else None


def _limits(graph: ProcessGraph) -> dict[tuple[int, int], _Limit] | Doubt:
    """The limited branches that loop, by step and way."""
    net = graph.net
    number = net.components
    found: dict[tuple[int, int], _Limit] = {}
    circles = _Circles(net)
    size = 0
    for step in net.order:
        for at, way in enumerate(net.ways[step]):
            most = graph.flows[way[0]].repeats
            back = [net.targets[flow] for flow in way if number[net.targets[flow]] == number[step]]
            if most is None or not back:
                continue
            body = circles.innermost(step, back[0])
            size += len(body)
            if size > len(net.ways) + _MORE:
                return Doubt(DoubtKind.TOO_LARGE, (graph.ids[step],))
            found[step, at] = _Limit(most, body)
    return found


class _Circles:
    """The steps of each loop, found when first asked for."""

    def __init__(self, net: Net) -> None:
        self.net = net
        self.bodies: dict[int, list[frozenset[int]]] = {}
        self.sources: dict[int, list[int]] = {}
        for flow in sorted(net.loops):
            self.sources.setdefault(net.targets[flow], []).append(net.sources[flow])

    def innermost(self, step: int, target: int) -> frozenset[int]:
        """The steps of the innermost loop that both lie in.

        Loops back to one step lie within one another, where one holds all of the other; else they are one loop, for
        whoever takes turns in them has not left either.
        """
        tree = self.net.dominators
        at = target if tree.dominates(target, step) else step
        while 0 <= at < len(self.net.ways):
            if at in self.sources:
                bodies = self._bodies(at)
                own = min((body for body in bodies if {step, target} <= body), key=len, default=None)
                if own is not None:
                    return own.union(*(body for body in bodies if not body >= own))
            at = tree.above[at]
        # No step begins this circle: all that lie on it are one loop.
        here = self.net.components[step]
        return frozenset(other for other, number in enumerate(self.net.components) if number == here)

    def _bodies(self, head: int) -> list[frozenset[int]]:
        """For each flow back to a head the steps that lead to it without passing the head."""
        if head not in self.bodies:
            self.bodies[head] = [self._body(head, source) for source in self.sources[head]]
        return self.bodies[head]

    def _body(self, head: int, source: int) -> frozenset[int]:
        net = self.net
        seen = {head, source}
        waiting = [source] if source != head else []
        while waiting:
            for flow in net.entering[waiting.pop()]:
                other = net.sources[flow]
                if other not in seen and net.reachable[other]:
                    seen.add(other)
                    waiting.append(other)
        return frozenset(seen)


def _heads(net: Net, limit: _Limit) -> list[int]:
    """The steps by which the flow comes into a loop."""
    return [
        step
        for step in limit.within
        if step in net.starts
        or any(
            net.sources[flow] not in limit.within and net.reachable[net.sources[flow]]
            for flow in net.entering[step]
        )
    ]


class _Unfolding:
    """One search through all states, breadth first."""

    def __init__(
        self, graph: ProcessGraph, regions: Regions, limits: Mapping[tuple[int, int], _Limit]
    ) -> None:
        self.graph = graph
        self.net = graph.net
        self.regions = regions
        self.limits = tuple(limits.values())
        self.limited = {key: at for at, key in enumerate(limits)}
        self.numbers: dict[tuple[int, _Held], int] = {}
        self.waiting: deque[tuple[int, _Held]] = deque()

    def turns(self) -> Turns | Doubt:
        """All states and what follows them."""
        starts = self.net.starts
        share = plain(Fraction(1, len(starts)))
        begin = {self._state(start, ()): share for start in starts}
        found: list[tuple[Turn, ...]] = []
        steps: list[int] = []
        while self.waiting:
            step, held = self.waiting.popleft()
            shares = self._shares(step, held)
            if shares is None:
                return Doubt(DoubtKind.ENDLESS, (self.graph.ids[step],))
            steps.append(step)
            found.append(tuple([self._turn(step, way, share, held) for way, share in shares]))
            if len(self.numbers) > len(self.net.ways) + _MORE:
                return Doubt(DoubtKind.TOO_LARGE, (self.graph.ids[step],))
        return Turns(steps, found, begin)

    def _state(self, step: int, held: _Held) -> int:
        """The number of a state; what is counted of loops that it does not lie in is forgotten."""
        if held:
            held = tuple(count for count in held if step in self.limits[count[0]].within)
        key = (step, held)
        if key not in self.numbers:
            self.numbers[key] = len(self.numbers)
            self.waiting.append(key)
        return self.numbers[key]

    def _shares(self, step: int, held: _Held) -> list[tuple[int, Number]] | None:
        """The ways that can be taken; None where all are used up."""
        ways = self.net.ways[step]
        if len(ways) < 2:
            return [(0, 1)] if ways else []
        used = {at for at, count in held if count == self.limits[at].most}
        left = [at for at in range(len(ways)) if self.limited.get((step, at), -1) not in used]
        if not left:
            return None
        shares = {at: self.graph.flows[ways[at][0]].probability for at in left}
        whole = sum(shares.values())
        if not whole:
            return [(at, plain(Fraction(1, len(left)))) for at in left]
        return [(at, plain(share / whole)) for at, share in shares.items() if share]

    def _turn(self, step: int, number: int, share: Number, held: _Held) -> Turn:
        limit = self.limited.get((step, number))
        if limit is not None:
            counts = dict(held)
            counts[limit] = counts.get(limit, 0) + 1
            held = tuple(sorted(counts.items()))
        flows = tuple(self.net.ways[step][number])
        outer = self.regions.within[step]
        join = self.regions.blocks[step, number].join if len(flows) > 1 else None
        targets = [
            None if target in (outer, join) and target is not None else self._state(target, held)
            for target in (self.net.targets[flow] for flow in flows)
        ]
        then = None if join is None or join == outer else self._state(join, held)
        return Turn(share, flows, tuple(targets), then)
