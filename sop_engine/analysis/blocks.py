"""Which arms of splits run side by side, and where they meet.

In: a ``ProcessGraph`` and its ``Regions`` without splits. Out: the same with the ``Block`` of each split; or with a doubt,
where arms cannot be told apart.
"""

from dataclasses import replace
from itertools import combinations, pairwise, starmap
from typing import Final

from sop_engine.analysis.shape import Block, Doubt, DoubtKind, Regions, Way
from sop_engine.graph.net import Net
from sop_engine.graph.process import ProcessGraph
from sop_engine.graph.waits import Both, flows_in
from sop_engine.graph.walk import dominators

__all__ = ["with_blocks"]


def with_blocks(graph: ProcessGraph, regions: Regions) -> Regions:
    """The same with the blocks of all splits; the first split that cannot be told is the doubt.

    Inner splits come before those around them, which then need not look into their arms again.
    """
    net = graph.net
    meeting = _Meeting(net, regions.ways)
    waited = _waited_for(graph)
    tangled = None
    for step in reversed(net.order):
        for way in regions.ways[step]:
            if len(way.flows) > 1:
                join = meeting.of([net.targets[flow] for flow in way.flows])
                if join in meeting.waiting and join is not None:
                    block = _block(regions, way, join)
                else:
                    block = None if step in waited else Block(None)
                if block is None or any(flow in net.loops for flow in way.flows):
                    tangled = step
                else:
                    regions.blocks[step, way.number] = block
    for (step, _), block in regions.blocks.items():
        # An arm that goes on for itself does not come to the step that waits around it.
        if block.join is None and regions.within[step] is not None:
            tangled = step if tangled is None else min(tangled, step, key=net.order.index)
    return (
        regions
        if tangled is None
        else replace(regions, doubt=Doubt(DoubtKind.TANGLED, (graph.ids[tangled],)))
    )


def _waited_for(graph: ProcessGraph) -> frozenset[int]:
    """Splits of which some step waits for two arms or more."""
    found: set[int] = set()
    waiting = list(graph.waits.of.values())
    while waiting:
        wait = waiting.pop()
        if isinstance(wait, int):
            continue
        waiting += wait.parts
        if isinstance(wait, Both):
            firsts = [next(flows_in(part)) for part in wait.parts]
            pairs = combinations(firsts, 2) if len(firsts) <= _FEW else pairwise(firsts)
            found.update(split for split in starmap(graph.arms.split, pairs) if split is not None)
    return frozenset(found)


_FEW: Final = 100
"""So many flows are compared two by two."""


class _Meeting:
    """Where flows meet again at the latest: nearest common dominators of the flow turned round."""

    def __init__(self, net: Net, ways: list[tuple[Way, ...]]) -> None:
        self.end = len(ways)
        self.waiting = frozenset(net.joins)
        back: list[list[int]] = [[] for _ in range(self.end + 1)]
        for step in net.order:
            for way in ways[step]:
                for flow in way.flows:
                    if flow not in net.loops:
                        back[net.targets[flow]].append(step)
            if not net.ways[step]:
                back[self.end].append(step)
        self.tree = dominators(back, self.end)

    def of(self, steps: list[int]) -> int | None:
        """The step that all ways from all of these pass; None for the end."""
        if any(self.tree.enter[step] < 0 for step in steps):
            return None
        found = steps[0]
        for step in steps[1:]:
            while found != self.end and not self.tree.dominates(found, step):
                found = self.tree.above[found]
        return None if found == self.end else found


def _block(regions: Regions, way: Way, join: int) -> Block | None:
    """Mark what stands in the arms of a split; None where they cannot be told apart."""
    net = regions.net
    arms = _arms(regions, way, join)
    if arms is None:
        return None
    for step, arm in arms.items():
        for flow in net.entering[step]:
            source = net.sources[flow]
            if not net.reachable[source] or flow == way.flows[arm] or arms.get(source) == arm:
                continue
            # What comes out of a split within the arm has been looked at with that split.
            if regions.within[source] != step or flow in net.loops:
                return None
        # Going back from an arm to before its split would split again while the other arms wait.
        for flow in (flow for flows in net.ways[step] for flow in flows if flow in net.loops):
            if arms.get(net.targets[flow]) != arm:
                return None
    arrivals: list[list[int]] = [[] for _ in way.flows]
    for flow in net.entering[join]:
        if flow in way.flows:
            arrivals[way.flows.index(flow)].append(flow)
        elif flow not in net.loops and net.sources[flow] in arms:
            arrivals[arms[net.sources[flow]]].append(flow)
    for step, arm in arms.items():
        regions.within[step] = join
        for number, flows in enumerate(net.ways[step]):
            inner = regions.blocks.get((step, number)) if len(flows) > 1 else None
            if inner is not None and inner.join == join:
                arrivals[arm] += [flow for own in inner.arrivals for flow in own if flow not in arrivals[arm]]
    return Block(join, tuple(map(tuple, arrivals)))


def _arms(regions: Regions, way: Way, join: int) -> dict[int, int] | None:
    """The arm that each step stands in between a split and the step that waits for it, splits within it aside."""
    net = regions.net
    found: dict[int, int] = {}
    for arm, flow in enumerate(way.flows):
        open_steps = [net.targets[flow]]
        while open_steps:
            step = open_steps.pop()
            if step == join or found.get(step) == arm:
                continue
            # Nothing stands in two arms, and no arm ends before the others have met it.
            if step in found or not net.ways[step] or regions.within[step] is not None:
                return None
            found[step] = arm
            for number, flows in regions.ways[step]:
                inner = regions.blocks.get((step, number)) if len(flows) > 1 else None
                if inner is not None and inner.join is not None:
                    open_steps.append(inner.join)
                else:
                    open_steps += [net.targets[next_] for next_ in flows]
    return found
