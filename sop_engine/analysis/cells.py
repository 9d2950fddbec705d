"""The Waktu cells of the table: which rows have one time together, and how rows are called.

In: a ``ProcessGraph``. Out: ``Cells``. Nothing here depends on the flow.
"""

from dataclasses import dataclass

from sop_engine.graph.process import ProcessGraph
from sop_engine.model.waktu import Waktu

__all__ = ["Cells", "cells_of"]


@dataclass(frozen=True, eq=False, slots=True)
class Cells:
    """The cells, each named by the first row that it stands in.

    Attributes:
        of: for each row (index in ``sop.kegiatan``) the row whose time it has: itself, or the one that it shares.
        times: for each row the time of its cell; of a shared one that of the row which it shares.
        names: for each row the id that its author names it by.
        unmeasured: rows that have no measured time, neither their own nor a shared one; in order.
    """

    of: tuple[int, ...]
    times: tuple[Waktu, ...]
    names: tuple[str, ...]
    unmeasured: tuple[int, ...]

    @property
    def clock(self) -> tuple[int, ...]:
        """Rows whose measured time is written as ``1 x 24 jam``, in order."""
        return tuple(row for row, time in enumerate(self.times) if time.is_measured and time.clock)


def cells_of(graph: ProcessGraph) -> Cells:
    """The cells of a procedure; a row that shares the time of none above it stands for itself."""
    own: dict[int, Waktu] = {}
    names: dict[int, str] = {}
    for step in graph.steps.values():
        own.setdefault(step.row, step.waktu)
        names.setdefault(step.row, step.id)
    names |= {row: name for name, row in graph.rows.items()}
    size = max(own, default=-1) + 1
    of: list[int] = []
    for row in range(size):
        shared = None if row not in own else own[row].bersama
        above = row if shared is None else graph.rows.get(shared, row)
        of.append(of[above] if above < row else row)
    empty = Waktu("")
    times = tuple(own.get(cell, empty) for cell in of)
    return Cells(
        tuple(of),
        times,
        tuple(names.get(row, str(row + 1)) for row in range(size)),
        tuple(row for row, time in enumerate(times) if not time.is_measured),
    )
