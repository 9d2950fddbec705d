"""Arms of splits: which flows can carry work at the same time.

In: a ``Net``. Out: ``Arms``, for every step and flow the arms of splits that its token may come by.

Two flows that enter one step run side by side when some split sends one of its arms only to the first and
another of its arms only to the second: ways from two such arms share no step, so both can carry a token in
one run. Flows that no split tells apart are alternatives: one token cannot take both.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sop_engine.graph.net import Net

__all__ = ["Arms", "arms_of", "bits"]


def bits(number: int) -> Iterator[int]:
    """The places of the ones in a number, ascending."""
    while number:
        lowest = number & -number
        yield lowest.bit_length() - 1
        number ^= lowest


@dataclass(frozen=True, eq=False, slots=True)
class Arms:
    """Where tokens may come from. Sets of arms are bits of an int: thousands of them cost little.

    Attributes:
        splits: for each arm (bit) all arms of its split; arms are numbered in the order of the flow.
        sources: for each arm the step that splits.
        at: for each step the arms behind it; a split all of whose arms have met is forgotten.
        on: for each flow the arms that its token may have come by.
    """

    splits: list[int]
    sources: list[int]
    at: list[int]
    on: list[int]

    def split(self, first: int, second: int) -> int | None:
        """The step whose split makes two flows run side by side; None for alternatives."""
        return self.split_of(self.on[first], self.on[second])

    def split_of(self, mine: int, other: int) -> int | None:
        """The same for two sets of arms."""
        only, shared, lone = mine & ~other, mine & other, other & ~mine
        while only:
            arm = (only & -only).bit_length() - 1
            arms = self.splits[arm]
            if arms & lone and not arms & shared:
                return self.sources[arm]
            only &= ~arms
        return None


def arms_of(net: Net) -> Arms:
    """Follow the arms of all splits through the flow; flows that go back are not followed.

    O(flows), times the number of arms / 64.
    """
    splits: list[int] = []
    sources: list[int] = []
    on = [0] * len(net.targets)
    for step in net.order if net.has_splits else ():
        for way in net.ways[step]:
            if len(way) > 1:
                whole = ((1 << len(way)) - 1) << len(sources)
                for flow in way:
                    on[flow] = 1 << len(sources)
                    sources.append(step)
                    splits.append(whole)
    at = [0] * len(net.ways)
    if splits:
        _follow(net, splits, at, on)
    return Arms(splits, sources, at, on)


def _follow(net: Net, splits: list[int], at: list[int], on: list[int]) -> None:
    back = net.loops | net.reentries
    for step in net.order:
        behind, common = 0, -1
        for flow in net.entering[step]:
            if flow not in back and net.reachable[net.sources[flow]]:
                behind |= on[flow]
                common &= on[flow]
        if behind & ~common:
            behind = _still_open(behind, behind & ~common, splits)
        at[step] = behind
        if behind:
            for way in net.ways[step]:
                for flow in way:
                    on[flow] |= behind


def _still_open(behind: int, fresh: int, splits: list[int]) -> int:
    """The arms without those of splits that are all there; only splits of fresh arms can have become so."""
    while fresh:
        arms = splits[(fresh & -fresh).bit_length() - 1]
        if behind & arms == arms:
            behind &= ~arms
        fresh &= ~arms
    return behind
