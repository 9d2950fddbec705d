"""Which rows the flow can come from.

In: a ``ProcessGraph``. Out: an ``Order``, which tells whether a row can be reached from one of others. For some
thousand rows it is exact; it holds one bit for each pair of them then.
"""

from collections.abc import Sequence
from itertools import groupby

from sop_engine.graph.process import ProcessGraph

__all__ = ["Order", "order_of"]

Place = tuple[int, object]

_EXACT = 4096
"""Among more steps than this every row counts as one that the flow can come from."""


class Order:
    """Rows by what leads to them."""

    __slots__ = ("_before", "_straight")

    def __init__(self, *, straight: bool, before: Sequence[int] | None = None) -> None:
        """A straight flow, or for each row a bit for each row that leads to it, or neither: nobody knows."""
        self._straight = straight
        self._before = before

    def follows(self, row: int, places: Sequence[Place]) -> bool:
        """Whether the flow can come to a row from one of others; also back to it from itself.

        Args:
            row: where it comes to.
            places: rows, each with whatever belongs to it, in ascending order.
        """
        if not places:
            return False
        if self._straight:
            return places[0][0] < row
        if self._before is None:
            return True
        before = self._before[row]
        for one, _ in places:  # noqa: SIM110 - asked for each document; a generator takes twice as long
            if before >> one & 1:
                return True
        return False

    def leads(self, places: Sequence[Place], others: Sequence[Place]) -> bool:
        """Whether the flow can come from one of some rows to one of others; both in ascending order."""
        if self._straight:
            return bool(places and others) and places[0][0] < others[-1][0]
        for row, _ in others:  # noqa: SIM110 - as above
            if self.follows(row, places):
                return True
        return False


def order_of(graph: ProcessGraph, rows: int) -> Order:
    """What leads to each row.

    A flow that is not known in full may come from anywhere.

    Args:
        graph: the procedure.
        rows: how many rows there are.

    Returns:
        The order; O(steps + flows), and for a flow with decisions steps times rows in bits.
    """
    if not graph.complete or len(graph.steps) > _EXACT:
        return Order(straight=graph.complete and _is_straight(graph))
    if _is_straight(graph):
        return Order(straight=True)
    return Order(straight=False, before=_before(graph, rows))


def _is_straight(graph: ProcessGraph) -> bool:
    """Whether every row just goes on to the next one."""
    return len(graph.flows) == len(graph.steps) - 1 and all(flow.implicit for flow in graph.flows)


def _before(graph: ProcessGraph, rows: int) -> list[int]:
    """For each row the rows that lead to it, as bits. A circle leads to each of its own rows."""
    net = graph.net
    number = net.components
    size = max(number, default=-1) + 1
    own, before, members = [0] * size, [0] * size, [0] * size
    steps = tuple(graph.steps.values())
    for at, step in enumerate(steps):
        own[number[at]] |= 1 << step.row
        members[number[at]] += 1
    # A component has a higher number than all that it leads to: from the highest, each is known when it is left.
    edges = sorted(
        ((number[source], number[target]) for source, target in zip(net.sources, net.targets, strict=True)),
        reverse=True,
    )
    for source, group in groupby(edges, key=lambda edge: edge[0]):
        for _, target in group:
            if target != source:
                before[target] |= before[source] | own[source]
            else:
                members[source] = 2
    found = [0] * rows
    for at, step in enumerate(steps):
        component = number[at]
        found[step.row] |= before[component] | (own[component] if members[component] > 1 else 0)
    return found
