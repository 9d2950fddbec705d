"""The procedure as integers: what walks and the token game run on.

In: steps and flows, numbered in document order. Out: a ``Net``, with the facts about the whole flow that
rules share, each computed when first asked for.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from sop_engine.graph.walk import Dominators, backwards, components, dominators, reached, topological

__all__ = ["Net"]


@dataclass(frozen=True, eq=False)
class Net:
    """Steps and flows by number.

    Attributes:
        ways: for each step what can happen to a token on it: exactly one of its ways, which puts a token on
            every flow that the way lists. One way is a sequence or, with several flows, a split; several ways
            are a decision; none is an end.
        sources: for each flow the step that it leaves.
        targets: for each flow the step that it enters.
        starts: steps that one token may begin at.
        ends: steps that end the procedure or an arm of it.
        joins: steps with ``gabung: semua``.
    """

    ways: Sequence[Sequence[Sequence[int]]]
    sources: Sequence[int]
    targets: Sequence[int]
    starts: Sequence[int]
    ends: Sequence[int]
    joins: Sequence[int]

    @cached_property
    def after(self) -> list[list[int]]:
        """Steps that each step leads to."""
        after: list[list[int]] = [[] for _ in self.ways]
        for source, target in zip(self.sources, self.targets, strict=True):
            after[source].append(target)
        return after

    @cached_property
    def entering(self) -> list[list[int]]:
        """Flows that enter each step."""
        entering: list[list[int]] = [[] for _ in self.ways]
        for flow, target in enumerate(self.targets):
            entering[target].append(flow)
        return entering

    @cached_property
    def has_splits(self) -> bool:
        """Whether any way puts a token on several flows."""
        return any(len(way) > 1 for ways in self.ways for way in ways)

    @cached_property
    def reachable(self) -> bytearray:
        """1 for each step that a start leads to."""
        return reached(self.after, self.starts)

    @cached_property
    def finishing(self) -> bytearray:
        """1 for each step that leads to an end."""
        return reached(backwards(self.after), self.ends)

    @cached_property
    def components(self) -> list[int]:
        """The strongly connected component of each step."""
        return components(self.after)

    @cached_property
    def dominators(self) -> Dominators:
        """Dominators among the steps; the root, numbered behind the last step, leads to all starts."""
        return dominators([*self.after, self.starts], len(self.ways))

    @cached_property
    def loops(self) -> frozenset[int]:
        """Flows that loop back: their target dominates their source."""
        number = self.components
        return frozenset(
            flow
            for flow, (source, target) in enumerate(zip(self.sources, self.targets, strict=True))
            if number[source] == number[target]
            and self.reachable[source]
            and self.dominators.dominates(target, source)
        )

    @cached_property
    def reentries(self) -> frozenset[int]:
        """Flows that go back into the middle of what they left: the ones up the page in a cycle that no loop closes."""
        if len(set(self.components)) == len(self.ways):
            return frozenset()
        rest: list[list[int]] = [[] for _ in self.ways]
        for flow, (source, target) in enumerate(zip(self.sources, self.targets, strict=True)):
            if flow not in self.loops:
                rest[source].append(target)
        number = components(rest)
        return frozenset(
            flow
            for flow, (source, target) in enumerate(zip(self.sources, self.targets, strict=True))
            if flow not in self.loops and number[source] == number[target] and target <= source
        )

    @cached_property
    def order(self) -> list[int]:
        """Reachable steps, each behind all that lead to it when no flow goes back."""
        onward: list[list[int]] = [[] for _ in self.ways]
        back = self.loops | self.reentries
        for flow, (source, target) in enumerate(zip(self.sources, self.targets, strict=True)):
            if flow not in back:
                onward[source].append(target)
        return topological(onward, self.starts)
