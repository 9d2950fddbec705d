"""Which flows add the time of a Waktu cell: those that come into it from another one.

In: a ``ProcessGraph`` and its ``Cells``. Out: for a flow, and for a step that waits, the row whose time is added.
"""

from sop_engine.analysis.cells import Cells
from sop_engine.graph.process import ProcessGraph

__all__ = ["Entering"]


class Entering:
    """The row whose time is added by a flow, and where the arms of a split have met; by the numbers of ``net``."""

    def __init__(self, graph: ProcessGraph, cells: Cells) -> None:
        """Look at a procedure."""
        self.net = graph.net
        self.cell = [cells.of[step.row] for step in graph.steps.values()]
        self.waiting = frozenset(self.net.joins)

    def by(self, flow: int) -> int | None:
        """What a flow adds; None where it stays in its cell. Flows into a step that waits add its time once."""
        step = self.net.targets[flow]
        if step in self.waiting and flow not in self.net.loops:
            return self.joined(step)
        return self.cell[step] if self.cell[step] != self.cell[self.net.sources[flow]] else None

    def joined(self, join: int) -> int | None:
        """What a step that has waited adds; None where no flow comes from another cell."""
        sources = (self.net.sources[flow] for flow in self.net.entering[join] if flow not in self.net.loops)
        comes = any(self.cell[source] != self.cell[join] for source in sources if self.net.reachable[source])
        return self.cell[join] if comes else None
