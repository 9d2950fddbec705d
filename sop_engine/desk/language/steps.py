"""The link between the drawing and the text.

In: a draft, and the id of a step or an offset in code points. Out: the place of its row or symbol, or the id.
"""

import re
from collections.abc import Sequence

from sop_engine.desk.draft import Draft
from sop_engine.desk.language.names import document_now
from sop_engine.graph.process import ProcessGraph
from sop_engine.reading.document import Document, Loc, Place
from sop_engine.source import Span

__all__ = ["row_at", "span_of_step", "step_at"]

_LINE = re.compile(r"[^\r\n]*")
_IN_FRONT = re.compile(r"[ \t-]*")


def graph_of(draft: Draft) -> ProcessGraph | None:
    """The procedure as the text says it now, or as it was when it could last be read."""
    for compiled in (draft.compiled, draft.known):
        if compiled is not None and compiled.graph is not None:
            return compiled.graph
    return None


def span_of_step(draft: Draft, id: str) -> Span | None:
    """The place of a step of the drawing: the head line of its row, or of its item in ``simbol``.

    Args:
        draft: the definition.
        id: of a step of the graph; an added end has the place of the symbol that it ends.

    Returns:
        From the first key of the row to the end of that line, without the line end; of a symbol between braces, the
        symbol. None where the text has no such step.
    """
    graph = graph_of(draft)
    step = None if graph is None else graph.steps.get(id)
    if step is None:
        return None
    document = document_now(draft)
    loc: Loc = ("kegiatan", step.row)
    if step.symbol is not None:
        loc = (*loc, "simbol", step.symbol)
    place = _place(document, loc)
    if place is None:
        return None
    line = _LINE.match(document.source.text, place[0])
    return Span(place[0], place[1] if line is None else max(place[0], min(place[1], line.end())))


def step_at(draft: Draft, offset: int) -> str | None:
    """The id of the step whose row or symbol an offset is in; of a row with several symbols, the first one's."""
    graph = graph_of(draft)
    row = row_at(draft, offset)
    if graph is None or row is None:
        return None
    document = document_now(draft)
    symbols = _items(document, ("kegiatan", row, "simbol"))
    text = document.source.text
    symbol = next((at for at, place in enumerate(symbols) if _begin(text, place) <= offset <= place[1]), None)
    found = [step for step in graph.steps.values() if step.row == row and not step.virtual]
    exact = [step for step in found if step.symbol == symbol]
    return next((step.id for step in (*exact, *found)), None)


def row_at(draft: Draft, offset: int) -> int | None:
    """Index of the row that an offset is in: from the line of its dash to that of the next."""
    document = document_now(draft)
    rows = _items(document, ("kegiatan",))
    text = document.source.text
    begun = [at for at, place in enumerate(rows) if _begin(text, place) <= offset]
    keys = document.place[2].values()
    after = min((start for start, _, _ in keys if rows and start > rows[-1][0]), default=len(text) + 1)
    return begun[-1] if begun and offset < after else None


def _place(document: Document, loc: Loc) -> Place | None:
    """The place at a path, or None where it leads nowhere."""
    place = document.place
    for segment in loc:
        inside = place[2] if len(place) == 3 else None
        if isinstance(inside, dict) and segment in inside:
            place = inside[segment][2]
        elif isinstance(inside, list) and isinstance(segment, int) and segment < len(inside):
            place = inside[segment]
        else:
            return None
    return place


def _items(document: Document, loc: Loc) -> Sequence[Place]:
    place = _place(document, loc)
    return place[2] if place is not None and len(place) == 3 and isinstance(place[2], list) else ()


def _begin(text: str, place: Place) -> int:
    """Where an item begins: with its line, where nothing but its dash stands in front of it."""
    line = max(text.rfind("\n", 0, place[0]), text.rfind("\r", 0, place[0])) + 1
    return line if _IN_FRONT.fullmatch(text, line, place[0]) else int(place[0])
