"""What a round of a loop passes.

In: ``Regions`` and one of their loops. Out: its ``Body``, which is the way out and the way home.
"""

from collections.abc import Iterable
from typing import NamedTuple

from sop_engine.analysis.shape import Loop, Regions

__all__ = ["Bodies", "Body"]


class Body(NamedTuple):
    """The steps of one round beside the step that sets out, each before all that lead to it.

    Attributes:
        forced: those from which nothing but going back can be done.
        between: those from the head of the loop on, by which the step is come to again.
    """

    forced: list[int]
    between: list[int]


class Bodies:
    """The bodies of all loops."""

    def __init__(self, regions: Regions) -> None:
        self.regions = regions
        self.net = regions.net
        self.place = {step: at for at, step in enumerate(regions.net.order)}

    def of(self, loop: Loop) -> Body:
        """The body of one of them."""
        return Body(self._backwards(self._forced(loop)), self._backwards(self._between(loop)))

    def _forced(self, loop: Loop) -> set[int]:
        seen: set[int] = set()
        if loop.flow in self.net.loops:
            return seen
        level = self.regions.depth[loop.head]
        flows = next(flows for flows in self.net.ways[loop.source] if flows[0] == loop.flow)
        waiting = [self.net.targets[flow] for flow in flows if flow not in self.net.loops]
        while waiting:
            step = waiting.pop()
            if step in seen:
                continue
            seen.add(step)
            for way in self.net.ways[step]:
                if self.regions.level_of(way) == level:
                    waiting += [self.net.targets[flow] for flow in way if flow not in self.net.loops]
        return seen

    def _between(self, loop: Loop) -> set[int]:
        seen = {loop.source}
        waiting = [] if loop.head == loop.source else [loop.source]
        while waiting:
            for flow in self.net.entering[waiting.pop()]:
                source = self.net.sources[flow]
                if source not in seen and flow not in self.net.loops and self.net.reachable[source]:
                    seen.add(source)
                    if source != loop.head:
                        waiting.append(source)
        return seen - {loop.source}

    def _backwards(self, steps: Iterable[int]) -> list[int]:
        return sorted(steps, key=self.place.__getitem__, reverse=True)
