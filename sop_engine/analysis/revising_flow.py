"""Whether a row leads where it led: by the rows that are meant, not by their numbers.

In: the graphs of two versions and which row of one is which of the other. Out: ``Flows``, which tells for a pair of
rows which of their flows differ.

A row that runs on into the next one still does so when rows come, go or move: that is told of those rows alone. A
target that only one version has is passed by, if it just leads on.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TypeAlias

from sop_engine.graph.process import Flow, ProcessGraph, Reference, Step, StepKind

__all__ = ["Differing", "Flows", "label_of", "row_steps"]

_END = ("end", "")

Target: TypeAlias = tuple[str, str]
Ways: TypeAlias = list[tuple[str | None, Fraction, int | None, frozenset[Target]]]
Differing: TypeAlias = tuple[int, str | None]


def row_steps(graph: ProcessGraph) -> dict[int, list[Step]]:
    """The steps that the author wrote, by their row, in order."""
    found: dict[int, list[Step]] = {}
    for step in graph.steps.values():
        if not step.virtual:
            found.setdefault(step.row, []).append(step)
    return found


@dataclass(frozen=True, eq=False)
class Flows:
    """The flows of two versions, side by side.

    Attributes:
        old: the graph as it was.
        new: the graph as it is.
        rows: index of each old row that is in both, and of the new one that it is.
        lanes: key of each role that is in both, from the old version's to the new one's.
    """

    old: ProcessGraph
    new: ProcessGraph
    rows: Mapping[int, int]
    lanes: Mapping[str, str]

    @cached_property
    def twins(self) -> Mapping[str, str]:
        """Ids of the old steps that are in both versions, and of the new ones that they are."""
        before, after = self._by_row
        found: dict[str, str] = {}
        for old_row, new_row in self.rows.items():
            found |= self._in_row(before.get(old_row, []), after.get(new_row, []))
        return found

    @cached_property
    def _kept(self) -> Mapping[str, str]:
        """The new steps that are in both versions; each is its own twin."""
        return {new: new for new in self.twins.values()}

    def differing(self, old_row: int, new_row: int) -> tuple[Differing, ...] | None:
        """What leads elsewhere from a row of both versions, or waits otherwise.

        Returns:
            The place of a symbol in its row and the label of a way that differs, in order; an empty label, which no
            branch has, where the waiting differs. None where the row has another number of symbols: nothing of it compares.
        """
        before, after = self._by_row[0].get(old_row, []), self._by_row[1].get(new_row, [])
        if len(before) != len(after):
            return None
        pairs = enumerate(zip(before, after, strict=True))
        return tuple((at, label) for at, (old, new) in pairs for label in self._labels(old, new))

    @cached_property
    def _by_row(self) -> tuple[dict[int, list[Step]], dict[int, list[Step]]]:
        return row_steps(self.old), row_steps(self.new)

    def _in_row(self, before: list[Step], after: list[Step]) -> dict[str, str]:
        """Symbols by their place; where another number of them stands in the row, by their roles in order."""
        if len(before) == len(after):
            return {old.id: new.id for old, new in zip(before, after, strict=True)}
        found: dict[str, str] = {}
        left = list(after)
        for step in before:
            lanes = tuple(self.lanes.get(lane, "") for lane in step.lanes)
            other = next((new for new in left if new.lanes == lanes), None)
            if other is not None:
                found[step.id] = other.id
                left.remove(other)
        return found

    def _labels(self, old: Step, new: Step) -> list[str | None]:
        """Labels of the ways that differ, each once."""
        waiting: list[str | None] = [""] if old.waits != new.waits else []
        if _runs_on(self.old, old) and _runs_on(self.new, new):
            return waiting
        # Targets are named by the new version's steps, or by the old one's where only that has them.
        before = _ways(self.old, old, self.twins, "old")
        after = _ways(self.new, new, self._kept, "new")
        ways = [*(way for way in before if way not in after), *(way for way in after if way not in before)]
        return list(dict.fromkeys([*waiting, *(label for label, *_ in ways)]))


def _runs_on(graph: ProcessGraph, step: Step) -> bool:
    """Whether a step goes to the next row, or ends as the last one, because nothing else is written."""
    flows = graph.outgoing[step.id]
    if flows:
        return all(flow.implicit for flow in flows)
    lost = [one for one in graph.unresolved if one.source == step.id]
    if lost:
        return all(one.implicit for one in lost)
    return step.is_end and step.row == graph.steps[graph.ids[-1]].row


def _ways(graph: ProcessGraph, step: Step, twins: Mapping[str, str], side: str) -> Ways:
    """What leads on from a step: label, probability, repeats and targets of each way."""
    ways: dict[tuple[str | None, Fraction, int | None], set[Target]] = {}
    for flow in graph.outgoing[step.id]:
        key = (label_of(flow), flow.probability, flow.repeats)
        ways.setdefault(key, set()).add(_target(graph, flow.target, twins, side))
    for one in graph.unresolved:
        if one.source == step.id:
            ways.setdefault((label_of(one), Fraction(1), None), set()).add(("text", one.text))
    if not ways:
        ways[None, Fraction(1), None] = {_END}
    return [(*key, frozenset(targets)) for key, targets in ways.items()]


def label_of(flow: Flow | Reference) -> str | None:
    """What a flow out of a decision is called, on one line; None where it has no label."""
    return None if flow.label is None else " ".join(flow.label.split())


def _target(graph: ProcessGraph, name: str, twins: Mapping[str, str], side: str) -> Target:
    """What a target means to both versions: one that only this version has is passed by, if it just leads on."""
    seen: set[str] = set()
    first = name
    while name not in seen:
        step = graph.steps[name]
        if step.virtual:
            return _END
        if name in twins:
            return ("both", twins[name])
        seen.add(name)
        onward = graph.outgoing[name]
        if not onward and step.is_end and step.kind is not StepKind.DECISION:
            return _END
        if len(onward) != 1 or step.waits or onward[0].branch is not None:
            break
        name = onward[0].target
    return (side, first)
