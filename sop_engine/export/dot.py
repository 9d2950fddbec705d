r"""The process graph as DOT, Graphviz's language, for a free-form picture and for other tools.

In: a SOP and its graph. Out: DOT text. Whatever a text holds, it stays text: a backslash, a quotation mark,
``\N`` or ``<b>`` never becomes DOT, an escape or markup. Words are the document's, so they are Indonesian.
"""

import re
import textwrap
from collections.abc import Iterable

from graphviz import Digraph, nohtml

from sop_engine.graph.process import Flow, ProcessGraph, Step, StepKind
from sop_engine.layout.measure import runs_of
from sop_engine.model.sop import Sop

__all__ = ["export"]

SHAPES = {
    StepKind.START: {"shape": "box", "style": "rounded"},
    StepKind.PROCESS: {"shape": "box"},
    StepKind.DECISION: {"shape": "diamond"},
    StepKind.END: {"shape": "box", "style": "rounded"},
}
"""The official symbols as Graphviz has them; a capsule is a box with round ends."""

WIDTH = 30
"""Characters of a line inside a symbol."""

PLAIN = re.compile(r"[\w.-]+")
ENTITY = re.compile(r"&(?=#?\w+;)")
"""Graphviz reads ``&lt;`` in a label as ``<``."""


def export(sop: Sop, graph: ProcessGraph) -> str:
    """Write a graph as DOT.

    A node carries its words, roles and time as its label, the roles' keys as ``lanes``, and its step's id as
    ``id``; an edge carries its branch as its label. ``class`` says what each is, as in the drawn sheet.

    Args:
        sop: the models, for texts and headings.
        graph: its procedure.

    Returns:
        DOT text with a final line end, the same for the same input; linear in the size of the graph.
    """
    dot = Digraph(
        "sop",
        graph_attr={
            "label": _lines(sop.identitas.nama, 60),
            "labelloc": "t",
            "fontname": "Arial",
            "rankdir": "TB",
        },
        node_attr={"fontname": "Arial", "fontsize": "10", "margin": "0.12,0.06"},
        edge_attr={"fontname": "Arial", "fontsize": "9"},
    )
    names = _names(graph.steps)
    for step in graph.steps.values():
        dot.node(
            names[step.id],
            label=_label(sop, step),
            id=_literal(step.id),
            lanes=_literal(",".join(step.lanes)),
            **{"class": f"symbol {step.kind.value}"},
            **SHAPES[step.kind],
        )
    for flow in graph.flows:
        dot.edge(names[flow.source], names[flow.target], **_edge(graph, flow))
    text: str = dot.source
    return text


def _names(ids: Iterable[str]) -> dict[str, str]:
    """Node names: the ids where DOT takes them for nothing else, or a number that no id is."""
    ids = list(ids)
    taken = set(ids)
    names: dict[str, str] = {}
    for number, name in enumerate(ids, start=1):
        plain = name
        while not PLAIN.fullmatch(plain) or (plain != name and plain in taken):
            plain = f"step{number}" if plain == name else f"{plain}_"
        names[name] = plain
    return names


def _label(sop: Sop, step: Step) -> str:
    """Number, words, roles and time, each on lines of its own; an empty time is left out."""
    if step.virtual:
        return _lines(step.teks or "Selesai")
    row = sop.kegiatan[step.row]
    number = step.id if step.symbol is not None else row.bare_number
    parts = [_lines(f"{number}. {row.uraian}" if number else row.uraian)]
    if step.teks:
        parts.append(_lines(step.teks))
    if step.lanes:
        parts.append(_lines(f"[{' + '.join(sop.pelaksana[lane].nama for lane in step.lanes)}]"))
    # The time is the row's: said at its first symbol, it is not read as each symbol's own.
    if not step.symbol and (time := str(row.mutu_baku.waktu)):
        parts.append(_lines(time))
    return _verbatim("\\n".join(parts))


def _edge(graph: ProcessGraph, flow: Flow) -> dict[str, str]:
    attributes = {"class": f"flow {flow.kind.value}"}
    if flow.label:
        # Blanks keep the words off the line.
        attributes["label"] = _verbatim(f" {_lines(flow.label)} ")
    if graph.steps[flow.target].row < graph.steps[flow.source].row:
        # A way back must not turn the order of the rows.
        attributes["constraint"] = "false"
    return attributes


def _lines(text: str, width: int = WIDTH) -> str:
    """The text wrapped, as a DOT label that shows it as it stands."""
    # A label has one face only: the marks of italics are dropped.
    plain = "".join(run.text for run in runs_of(" ".join(text.split())))
    return _verbatim("\\n".join(_literal(line) for line in textwrap.wrap(plain, width) or [""]))


def _literal(text: str) -> str:
    """The text without anything that DOT would read as an escape or as markup."""
    return _verbatim(ENTITY.sub("&amp;", text).replace("\\", "\\\\"))


def _verbatim(text: str) -> str:
    """The text marked as no markup, even where it begins with ``<`` and ends with ``>``."""
    marked: str = nohtml(text)
    return marked
