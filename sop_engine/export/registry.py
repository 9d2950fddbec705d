"""The writers of the graph by name, the word after ``--format``: one line each."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from sop_engine.export.dot import export_dot
from sop_engine.export.json import export_json
from sop_engine.graph.process import ProcessGraph
from sop_engine.model.sop import Sop

__all__ = ["EXPORTERS"]

EXPORTERS: Mapping[str, Callable[[Sop, ProcessGraph], str]] = MappingProxyType(
    {
        "dot": export_dot,
        "json": export_json,
    }
)
