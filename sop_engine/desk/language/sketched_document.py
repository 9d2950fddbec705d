"""A sketch in the shape of what the reader gives.

In: a text that may not be YAML yet. Out: a ``Document`` of what its lines show, so that one piece of code asks both.
"""

from typing import Any, TypeAlias

from sop_engine.desk.language.entries import FLOW, Entry, plain_text
from sop_engine.desk.language.sketch import sketched
from sop_engine.reading.document import Comment, Document, Place
from sop_engine.source import SourceFile, Span

__all__ = ["document_of"]

_Found: TypeAlias = tuple[Entry, Any, Place]


def document_of(source: SourceFile) -> Document:
    """The sketch of a text in the shape of what the reader gives."""
    text = source.text
    sketch = sketched(text)
    under: dict[int, list[_Found]] = {}
    # What stands under an entry comes behind it: from the end on, all of it is there when its turn comes.
    for number in range(len(sketch.entries) - 1, -1, -1):
        entry = sketch.entries[number]
        inside = under.pop(number, None)
        found = _leaf(entry, text) if inside is None else _collection(entry, inside)
        under.setdefault(entry.parent, []).append((entry, *found))
    data, place = _collection(None, under[-1]) if under else ({}, (0, 0, {}))
    if not isinstance(data, dict):
        data, place = {}, (0, 0, {})
    comments = [
        Comment(Span(start, end), text[start + 1 : end].strip(), alone=False)
        for start, end in sketch.comments
    ]
    return Document(source, data, place, tuple(comments))


def _leaf(entry: Entry, text: str) -> tuple[Any, Place]:
    """The text of an entry under which nothing stands, and its place."""
    start, end, style = entry.start, entry.end, entry.style
    if style in FLOW:
        return ({}, (start, end, {})) if style[0] == "{" else ([], (start, end, []))
    words = text[start:end]
    if style or "\n" in words or "\r" in words:
        return plain_text(words), (start, end)
    return None if words in ("", "~", "null") else words, (start, end)


def _collection(entry: Entry | None, inside: list[_Found]) -> tuple[Any, Place]:
    """All that stands under an entry, the last first, as a list or mapping with its place."""
    inside.reverse()
    if entry is not None and entry.style in FLOW:
        start, end = entry.start, entry.end
    else:
        last, _, place = inside[-1]
        start, end = inside[0][0].key_start, max(place[1], last.key_end)
    if isinstance(inside[0][0].key, int):
        items = [(data, place) for one, data, place in inside if isinstance(one.key, int)]
        return [data for data, _ in items], (start, end, [place for _, place in items])
    data = {str(one.key): value for one, value, _ in inside}
    return data, (start, end, {str(one.key): (one.key_start, one.key_end, place) for one, _, place in inside})
