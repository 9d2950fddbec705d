"""Numbers, letters and dashes that items of lists bring along, taken away.

In: a ``Document``. Out: one whose items begin with their words, and nothing else changed.
"""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from sop_engine.authoring.fmt_parts import FormatError
from sop_engine.authoring.paths import reached
from sop_engine.authoring.scalar import respelled
from sop_engine.edits import Edit, changed
from sop_engine.reading import read
from sop_engine.reading.document import Document, Loc
from sop_engine.rules.item_lists import IDENTITY_LISTS, loc_of_list
from sop_engine.rules.own_list_marker import removable_widths
from sop_engine.rules.places import words_span
from sop_engine.source import SourceFile

__all__ = ["without_markers"]

_COLUMNS = ("kelengkapan", "output", "keterangan")
_LAYERS = 10
"""How many markers one before the other are taken for such."""


def without_markers(document: Document) -> Document:
    """Take away what ``own-list-marker`` finds in front of items.

    Returns:
        The document read again; the same one where there is no marker.

    Raises:
        FormatError: an item is written so that this cannot be done.
    """
    marked = list(_marked(document.data))
    if not marked:
        return document
    name = document.source.name
    edits = [
        _edit(document, loc, at, *pair)
        for loc, *both in marked
        for at, pair in enumerate(zip(*both, strict=True))
        if pair[0] != pair[1]
    ]
    text = changed(document.source.text, edits)
    again, _ = read(SourceFile(name, text))
    if again is None:
        raise FormatError(name)
    wanted, found = deepcopy(document.data), deepcopy(again.data)
    for loc, _, bare in marked:
        # Blanks around a text say nothing, and quotes that held them may be gone.
        _put(wanted, loc, bare)
        _put(found, loc, _items(found, loc))
    if wanted != found:
        raise FormatError(name)
    return again


def _marked(data: dict[str, Any]) -> Iterator[tuple[Loc, tuple[str, ...], tuple[str, ...]]]:
    """Path, items and items without markers of every list that has one."""
    rows = data.get("kegiatan")
    places: list[tuple[str, int | None]] = [(field, None) for field in IDENTITY_LISTS]
    for at in range(len(rows) if isinstance(rows, list) else 0):
        places += [(field, at) for field in _COLUMNS]
    for field, row in places:
        loc = loc_of_list(field, row)
        items = _items(data, loc)
        bare = _bare(items, field)
        if items != bare:
            yield loc, items, bare


def _bare(items: tuple[str, ...], field: str) -> tuple[str, ...]:
    """The items without markers, however many stand one before the other."""
    for _ in range(_LAYERS):
        widths = removable_widths(items, field)
        bare = tuple(item[width:] for item, width in zip(items, widths, strict=True))
        if bare == items:
            break
        items = bare
    return items


def _items(data: Any, loc: Loc) -> tuple[str, ...]:
    """The items of a list without surrounding blanks; a text alone is a list of one."""
    there, depth = reached(data, loc)
    if depth < len(loc):
        return ()
    items = there if isinstance(there, list) else [there]
    return tuple(item.strip() for item in items) if all(isinstance(item, str) for item in items) else ()


def _edit(document: Document, loc: Loc, at: int, item: str, bare: str) -> Edit:
    """What takes the marker of one item away."""
    text = document.source.text
    span = document.item_span(loc, at)
    raw = text[span.start : span.end]
    if raw[0] in "|>":
        marker = words_span(document, span, item, 0, len(item) - len(bare))
        if marker == span:
            raise FormatError(document.source.name, document.source.position(span.start).line)
        return Edit(marker, "")
    flow = any(text[document.span(loc[:depth]).start] in "[{" for depth in range(len(loc) + 1))
    return Edit(span, respelled(raw, bare, 0, flow=flow))


def _put(data: Any, loc: Loc, items: tuple[str, ...]) -> None:
    """Put items in the place of a list."""
    for part in loc[:-1]:
        data = data[part]
    data[loc[-1]] = items
