"""The read document: plain data, and beside it the place of every key and value.

In: data and places from the event reader. Out: a ``Document`` that answers "where is this?" for any
path of keys and indices, also for paths that lead to what is not there.
"""

from dataclasses import dataclass
from typing import Any, TypeAlias

from sop_engine.source import SourceFile, Span

__all__ = ["Comment", "Data", "Document", "Loc", "Place", "span_at"]

Data: TypeAlias = "str | list[Any] | dict[str, Any] | None"
"""What a YAML text holds here: texts, lists and mappings; a plain empty value is None."""

Loc: TypeAlias = tuple[str | int, ...]
"""A path from the top: keys and list indices, ``("kegiatan", 3, "uraian")``."""

Place: TypeAlias = tuple[Any, ...]
"""Where a value stands: ``(start, end)``; a list adds the places of its items, ``(start, end, [place])``;
a mapping adds the span of each key and the place of its value, ``(start, end, {key: (start, end, place)})``.

Tuples of ints are not tracked by the garbage collector; objects here would make large files slow.
"""


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment, from its ``#`` to the end of its line.

    Attributes:
        span: its place.
        text: its words without the ``#`` and surrounding spaces.
        alone: nothing but spaces stands before it on its line.
    """

    span: Span
    text: str
    alone: bool


@dataclass(frozen=True, eq=False)
class Document:
    """One definition as read.

    Attributes:
        source: the text.
        data: its content; every scalar is the text that stands there.
        place: the place of the top mapping and of all in it.
        comments: in text order.
    """

    source: SourceFile
    data: dict[str, Any]
    place: Place
    comments: tuple[Comment, ...]

    def span(self, loc: Loc) -> Span:
        """The place of the value at ``loc``.

        An empty value points at its key, and what is not there at the key of its parent. Segments that
        are in no file (a validator's own names) are skipped.
        """
        return span_at(self.place, loc)

    def item_span(self, loc: Loc, at: int) -> Span:
        """The place of an item of the list at ``loc``; of the value itself where it is no such list."""
        place, key, found = _walk(self.place, loc)
        items = place[2] if len(place) == 3 and found else ()
        if isinstance(items, list) and at < len(items):
            place, key = items[at], None
        if place[1] > place[0] and found:
            return Span(place[0], place[1])
        return _head(place) if key is None else key

    def key_span(self, loc: Loc) -> Span:
        """The place of the key at the end of ``loc``; of the value itself for an item of a list."""
        place, key, found = _walk(self.place, loc)
        if key is not None:
            return key
        return Span(place[0], place[1]) if found and len(place) == 2 else _head(place)

    def has(self, loc: Loc) -> bool:
        """Whether every segment of ``loc`` is in the text."""
        return _walk(self.place, loc)[2]


def span_at(place: Place, loc: Loc) -> Span:
    """The place of the value at a path from ``place`` on, found as ``Document.span`` finds it.

    Who asks for much inside one part walks to that part once.
    """
    place, key, found = _walk(place, loc)
    if place[1] > place[0] and found:
        return Span(place[0], place[1])
    return _head(place) if key is None else key


def _walk(place: Place, loc: Loc) -> tuple[Place, Span | None, bool]:
    """The deepest place on the path, the key in front of it (None for an item), and if it is the end."""
    start = end = -1
    found = True
    for segment in loc:
        inside = place[2] if len(place) == 3 else None
        if type(inside) is dict and segment in inside:
            start, end, place = inside[segment]
            found = True
        elif type(inside) is list and type(segment) is int and 0 <= segment < len(inside):
            place, start, found = inside[segment], -1, True
        else:
            found = False
    return place, None if start < 0 else Span(start, end), found


def _head(place: Place) -> Span:
    """What to show of a whole list item or file: its first key with the value, else its first character.

    Of an empty item it is the dash in front.
    """
    start, end = place[0], place[1]
    if len(place) == 3 and isinstance(place[2], dict) and place[2]:
        start, end, value = next(iter(place[2].values()))
        return Span(start, value[1] if len(value) == 2 and value[1] > value[0] else end)
    if len(place) == 2 and start == end:
        return Span(max(start - 1, 0), start)
    return Span(start, end if len(place) == 2 else start + 1)
