"""The procedure as a networkx graph, for everybody who knows networkx.

In: a ``ProcessGraph``. Out: a frozen ``MultiDiGraph``. Loaded only by ``ProcessGraph.nx``, since importing
networkx takes longer than checking an ordinary SOP.
"""

import networkx as nx

from sop_engine.graph.process import ProcessGraph

__all__ = ["network"]


def network(graph: ProcessGraph) -> "nx.MultiDiGraph[str]":
    """Steps as nodes and flows as edges, in document order; ``ProcessGraph.nx`` lists the attributes."""
    result: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for step in graph.steps.values():
        result.add_node(
            step.id,
            row=step.row,
            symbol=step.symbol,
            lanes=step.lanes,
            kind=step.kind.value,
            start=step.is_start,
            end=step.is_end,
            waits=step.waits,
            waktu=step.waktu,
            teks=step.teks,
            virtual=step.virtual,
            span=step.span,
        )
    for flow in graph.flows:
        result.add_edge(
            flow.source,
            flow.target,
            label=flow.label,
            kind=flow.kind.value,
            branch=flow.branch,
            probability=flow.probability,
            repeats=flow.repeats,
            span=flow.span,
        )
    frozen: nx.MultiDiGraph[str] = nx.freeze(result)
    return frozen
