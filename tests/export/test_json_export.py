"""The graph as JSON."""

import json
from pathlib import Path

from sop_engine.export.json import as_json, export
from sop_engine.pipeline import compile_path


def test_the_graph_has_stable_keys(root: Path) -> None:
    """Roles, steps and flows, in document order."""
    compiled = compile_path(root / "tests" / "definitions" / "pengadaan.yaml")
    assert compiled.sop is not None
    assert compiled.graph is not None
    graph = as_json(compiled.sop, compiled.graph)
    assert json.loads(export(compiled.sop, compiled.graph)) == graph
    assert list(graph) == ["agency", "name", "roles", "steps", "flows"]
    assert graph["roles"][0] == {"key": "ppk", "name": "Pejabat Pembuat Komitmen", "count": 1}
    assert graph["steps"][3] == {
        "id": "4",
        "row": 3,
        "number": "4",
        "activity": "Menetapkan harga perkiraan sendiri",
        "roles": ["ppk"],
        "kind": "process",
        "start": False,
        "end": False,
        "waits": True,
        "text": None,
        "added": False,
        "waktu": "4 jam",
    }
    assert graph["flows"][:2] == [
        {"from": "1", "to": "2", "kind": "parallel", "label": None, "probability": None, "repeats": None},
        {"from": "1", "to": "3", "kind": "parallel", "label": None, "probability": None, "repeats": None},
    ]
    assert {
        "from": "6",
        "to": "4",
        "kind": "branch",
        "label": "Melebihi HPS",
        "probability": "1/5",
        "repeats": 1,
    } in graph["flows"]
