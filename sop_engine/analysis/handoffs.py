"""How often work passes from one role to another.

In: a ``ProcessGraph`` and the keys of its roles. Out: ``Handoffs``: a count, and a matrix of who hands to whom. Nothing
here depends on times, or on how often a flow is taken: it counts the flows that are drawn.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sop_engine.graph.process import ProcessGraph

__all__ = ["Handoff", "Handoffs", "handoffs_of"]


class Handoff(NamedTuple):
    """One flow between two roles.

    Attributes:
        source: id of the step that it leaves.
        target: id of the step that it enters.
        giver: key of the role that is responsible for the one.
        taker: key of the role that is responsible for the other.
        back: it goes back to a step that the work has passed before.
    """

    source: str
    target: str
    giver: str
    taker: str
    back: bool


@dataclass(frozen=True, slots=True)
class Handoffs:
    """All of them.

    Attributes:
        roles: keys of all roles, in their order.
        flows: how many flows lead from one step to another; those to an end that nobody works at are left out.
        found: the flows that pass from one role to another, in document order.
        matrix: for each role (a row) and each role (a column) how many flows lead from steps of the one to steps of
            the other; those within a role stand on the diagonal.
    """

    roles: tuple[str, ...]
    flows: int
    found: tuple[Handoff, ...]
    matrix: tuple[tuple[int, ...], ...]

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.found)

    @property
    def back(self) -> int:
        """How many of them go back."""
        return sum(one.back for one in self.found)


def handoffs_of(graph: ProcessGraph, roles: Sequence[str]) -> Handoffs:
    """Count them; a joint activity is handed on and taken over by its responsible role, the first that it names.

    Args:
        graph: the procedure; steps that nobody is named for hand nothing on.
        roles: keys of all roles.
    """
    place = {role: at for at, role in enumerate(roles)}
    matrix = [[0] * len(place) for _ in place]
    found: list[Handoff] = []
    flows = 0
    back = graph.net.loops | graph.net.reentries
    for number, flow in enumerate(graph.flows):
        source, target = graph.steps[flow.source], graph.steps[flow.target]
        if target.virtual or not (source.lanes and target.lanes):
            continue
        flows += 1
        giver, taker = source.lanes[0], target.lanes[0]
        matrix[place[giver]][place[taker]] += 1
        if giver != taker:
            found.append(Handoff(source.id, target.id, giver, taker, number in back))
    return Handoffs(tuple(place), flows, tuple(found), tuple(map(tuple, matrix)))
