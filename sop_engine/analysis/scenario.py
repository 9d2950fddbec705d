"""What if: other times for rows and other shares for branches, beside what a SOP says.

In: a ``ProcessGraph``, and a ``Scenario``. Out: the graph as it would be, on which every figure is worked out as on any
other; and which shares are assumed, since nobody wrote them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import groupby
from types import MappingProxyType
from typing import NamedTuple

from sop_engine.graph.process import Flow, ProcessGraph, Step
from sop_engine.model.sop import Cabang, Sop
from sop_engine.model.waktu import Waktu

__all__ = ["Assumed", "BranchShare", "RowTime", "Scenario", "applied", "assumed", "branches"]


class RowTime(NamedTuple):
    """Another time of a row: the row's id, and the time that its Waktu cell is to have."""

    row: str
    waktu: Waktu


class BranchShare(NamedTuple):
    """Another share of a branch: the decision's step id, the label as written, and the share from 0 to 1."""

    step: str
    label: str
    share: Fraction


class Assumed(NamedTuple):
    """A decision of which two or more branches say no ``peluang``: its step id, and what each of these was given."""

    step: str
    shares: tuple[tuple[str, Fraction], ...]


@dataclass(frozen=True, slots=True)
class Scenario:
    """What is to hold instead of what the SOP says.

    Attributes:
        times: rows with another time, in the order in which they were given.
        shares: branches with another share; the others of the decision share the rest in proportion.
    """

    times: tuple[RowTime, ...] = ()
    shares: tuple[BranchShare, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.times or self.shares)


def applied(graph: ProcessGraph, scenario: Scenario) -> ProcessGraph:
    """The procedure as it would be: other times of steps, other probabilities of flows, all else as it is.

    Applying a scenario twice changes nothing more: a graph that is so already is given back.
    """
    times = {graph.rows[one.row]: one.waktu for one in scenario.times}
    steps: dict[str, Step] = {
        name: step._replace(waktu=times[step.row]) if step.row in times else step
        for name, step in graph.steps.items()
    }
    wanted: dict[str, dict[str, Fraction]] = {}
    for step, label, share in scenario.shares:
        wanted.setdefault(step, {})[label] = share
    flows: list[Flow] = []
    for source, own in groupby(graph.flows, key=lambda flow: flow.source):
        if source in wanted:
            flows += _shared(list(own), wanted[source])
        else:
            flows += own
    if steps == graph.steps and flows == list(graph.flows):
        return graph
    return replace(graph, steps=MappingProxyType(steps), flows=tuple(flows))


def assumed(
    graph: ProcessGraph, sop: Sop | None = None, scenario: Scenario | None = None
) -> tuple[Assumed, ...]:
    """The decisions whose shares nobody wrote, in document order.

    Where one branch alone says nothing, the others tell what it has: that is no assumption.

    Args:
        graph: the procedure, with the scenario applied.
        sop: tells which branches say ``peluang``; without it none does.
        scenario: its shares count as written.
    """
    said = set() if scenario is None else {(one.step, one.label) for one in scenario.shares}
    found = []
    for step in graph.decisions:
        silent = [
            (label, share)
            for label, share in branches(graph, step.id).items()
            if (step.id, label) not in said and (sop is None or _written(sop, step, label) is None)
        ]
        if len(silent) > 1:
            found.append(Assumed(step.id, tuple(silent)))
    return tuple(found)


def branches(graph: ProcessGraph, step: str) -> dict[str, Fraction]:
    """The branches of a decision and their shares; empty for what is none."""
    return {flow.label: flow.probability for flow in graph.outgoing[step] if flow.label is not None}


def _written(sop: Sop, step: Step, label: str) -> Fraction | None:
    """What a branch says of its probability."""
    row = sop.kegiatan[step.row]
    model = row if step.symbol is None or row.simbol is None else row.simbol[step.symbol]
    branch: Cabang | None = (model.cabang or {}).get(label)
    return None if branch is None else branch.peluang


def _shared(flows: list[Flow], wanted: dict[str, Fraction]) -> Iterator[Flow]:
    """The flows of a decision; those that are not named share the rest as they shared before."""
    before = {flow.label: flow.probability for flow in flows if flow.label not in wanted}
    rest, whole = 1 - sum(wanted.values(), Fraction(0)), sum(before.values(), Fraction(0))
    for flow in flows:
        if flow.label in wanted:
            share = wanted[flow.label]
        elif whole:
            share = flow.probability * rest / whole
        else:
            share = rest / len(before)
        yield flow._replace(probability=share)
