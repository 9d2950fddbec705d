"""The writers of the graph by name, the word after ``--format``: one file and one word here for each.

In: the name of a format. Out: the function that writes a graph in it, loaded when it is first asked to write.
"""

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sop_engine.graph.process import ProcessGraph
    from sop_engine.model.sop import Sop

__all__ = ["EXPORTERS", "PICTURES", "Exporter"]


class Exporter(NamedTuple):
    """A format that a graph can be written in.

    Attributes:
        name: as ``--format`` has it, which is also the suffix of its files, and the module's name.
    """

    name: str

    def write(self, sop: "Sop", graph: "ProcessGraph") -> str:
        """Return the text of the graph in this format."""
        text: str = import_module(f"sop_engine.export.{self.name}").export(sop, graph)
        return text


EXPORTERS: Mapping[str, Exporter] = MappingProxyType({name: Exporter(name) for name in ("dot", "json")})
"""All formats by name."""

PICTURES = ("svg", "pdf", "png")
"""The formats in which Graphviz draws the graph."""
