"""Paths of several candidates, settled by a conversion that was asked for.

In: a ``Detail`` in which units do not compare, and the unit of ``--in``. Out: the same paths with all times in one unit:
one candidate each. Without such an option all candidates stand beside each other, for nobody knows how long a month is.
"""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from sop_engine.analysis.cells import cells_of
from sop_engine.analysis.conversion import converted
from sop_engine.cli.timing import Detail, Path, paths_of
from sop_engine.cli.timing_words import Asked, amounts_of, clock_rows
from sop_engine.graph.process import ProcessGraph
from sop_engine.model.satuan import Amount, Unit

__all__ = ["settled"]


def settled(detail: Detail, asked: Asked | None) -> Mapping[str, Path]:
    """The paths that have several candidates, by their keys, with times in detik of working time.

    Empty where no unit was asked for, every path has one candidate, or some time cannot be converted.
    """
    several = {path.key for path in detail.paths if len(path.found) > 1}
    if asked is None or not several or clock_rows(detail.cells, asked.unit):
        return {}
    if asked.conversion.obstacles(amounts_of(detail.cells)):
        return {}
    graph = _in_seconds(detail.graph, asked)
    paths = paths_of(graph, detail.regions, cells_of(graph), detail.rounds)
    return {path.key: path for path in paths if path.key in several and len(path.found) == 1}


def _in_seconds(graph: ProcessGraph, asked: Asked) -> ProcessGraph:
    """The same procedure with all measured times in detik."""
    sizes = asked.conversion.factors(Unit.DETIK)

    def seconds(amount: Amount) -> Amount:
        return Amount.of({Unit.DETIK: converted(amount, sizes) or 0})

    steps = {
        name: step._replace(
            waktu=replace(step.waktu, low=seconds(step.waktu.low), high=seconds(step.waktu.high))
        )
        for name, step in graph.steps.items()
    }
    return replace(graph, steps=MappingProxyType(steps))
