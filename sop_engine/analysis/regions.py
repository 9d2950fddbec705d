"""Which parts of a procedure run side by side, and which go round: what ways through it are made of.

In: a ``ProcessGraph``. Out: ``Regions``: the flow without its loops, and for each split its arms and where they meet;
or a ``Doubt`` where that cannot be told, for then a figure would be a guess.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sop_engine.analysis.blocks import with_blocks
from sop_engine.analysis.shape import NEVER, Doubt, DoubtKind, Loop, Regions, Way
from sop_engine.graph.net import Net
from sop_engine.graph.process import ProcessGraph

__all__ = ["Doubt", "DoubtKind", "Loop", "Regions", "regions_of"]


def regions_of(graph: ProcessGraph) -> Regions:
    """Find out; near linear where splits are not nested a hundred deep."""
    net = graph.net
    ways = [
        tuple(
            Way(number, tuple(flows))
            for number, flows in enumerate(ways)
            if not (len(flows) == 1 and flows[0] in net.loops)
        )
        for ways in net.ways
    ]
    regions = Regions(net, ways, within=[None] * len(ways), doubt=_doubt(graph))
    if regions.doubt is not None:
        return regions
    regions = replace(regions, level=[NEVER] * len(ways), depth=_depths(net))
    for step in reversed(net.order):
        regions.level[step] = min((regions.level_of(flows) for flows in net.ways[step]), default=0)
    regions = replace(regions, loops=tuple(_loops(regions)))
    return with_blocks(graph, regions) if net.has_splits else regions


def _depths(net: Net) -> list[int]:
    """How deep each reachable step stands in the tree of dominators."""
    above = net.dominators.above
    depth = [0] * (len(net.ways) + 1)
    for step in net.order:
        depth[step] = depth[above[step]] + 1
    return depth


def _loops(regions: Regions) -> Iterator[Loop]:
    """The ways that lead back before anything else of their steps does."""
    net = regions.net
    for step in sorted(net.order):
        for flows in net.ways[step]:
            level = regions.level_of(flows)
            if regions.level[step] < level <= regions.depth[step]:
                head = step
                while regions.depth[head] > level:
                    head = net.dominators.above[head]
                if _comes_back(regions, flows, head):
                    yield Loop(flows[0], step, head)


def _comes_back(regions: Regions, flows: Sequence[int], head: int) -> bool:
    """Whether a way leads to that head, not to another step of its depth that is never left any more."""
    net = regions.net
    flow = flows[0]
    while flow not in net.loops:
        step = net.targets[flow]
        flow = next(
            flow
            for way in net.ways[step]
            for flow in way
            if regions.level_of(way) == regions.level[step] == regions.level_of((flow,))
        )
    return net.targets[flow] == head


def _doubt(graph: ProcessGraph) -> Doubt | None:
    """What makes any figure about the whole flow a guess."""
    net = graph.net
    if not graph.complete:
        return Doubt(DoubtKind.INCOMPLETE)
    if not any(net.reachable[end] for end in net.ends):
        return Doubt(DoubtKind.NO_WAY)
    if net.reentries:
        return Doubt(DoubtKind.REENTRY, _names(graph, {net.sources[flow] for flow in net.reentries}))
    if graph.played.stuck or not graph.played.complete:
        return Doubt(DoubtKind.STUCK, _names(graph, {stuck.join for stuck in graph.played.stuck}))
    return None


def _names(graph: ProcessGraph, steps: set[int]) -> tuple[str, ...]:
    return tuple(graph.ids[step] for step in sorted(steps))
