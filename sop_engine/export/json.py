"""The process graph as JSON, for programs that do not speak Python.

In: a SOP and its graph. Out: one JSON object with stable English keys.
"""

import json
from typing import Any

from sop_engine.graph.process import Flow, ProcessGraph, Step
from sop_engine.model.sop import Sop

__all__ = ["as_json", "export"]


def export(sop: Sop, graph: ProcessGraph) -> str:
    """Write a graph as JSON text with a final line end; see ``as_json``."""
    return json.dumps(as_json(sop, graph), ensure_ascii=False, indent=2) + "\n"


def as_json(sop: Sop, graph: ProcessGraph) -> dict[str, Any]:
    """A graph as plain data.

    ``roles`` are the lanes from left to right; ``steps`` and ``flows`` are in document order; ``row`` counts
    from 0; ``probability`` is exact text such as ``"1/5"``.

    Args:
        sop: the models, for texts and headings.
        graph: its procedure.

    Returns:
        The object.
    """
    return {
        "agency": sop.instansi.kode,
        "name": sop.identitas.nama,
        "roles": [
            {"key": key, "name": role.nama, "count": role.jumlah} for key, role in sop.pelaksana.items()
        ],
        "steps": [_step(sop, step) for step in graph.steps.values()],
        "flows": [_flow(flow) for flow in graph.flows],
    }


def _step(sop: Sop, step: Step) -> dict[str, object]:
    row = sop.kegiatan[step.row]
    return {
        "id": step.id,
        "row": step.row,
        "number": row.nomor,
        "activity": row.uraian,
        "roles": list(step.lanes),
        "kind": step.kind.value,
        "start": step.is_start,
        "end": step.is_end,
        "waits": step.waits,
        "text": step.teks,
        "added": step.virtual,
        "waktu": str(step.waktu) or None,
    }


def _flow(flow: Flow) -> dict[str, object]:
    return {
        "from": flow.source,
        "to": flow.target,
        "kind": flow.kind.value,
        "label": flow.label,
        "probability": None if flow.branch is None else str(flow.probability),
        "repeats": flow.repeats,
    }
