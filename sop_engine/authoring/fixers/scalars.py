"""The texts that stand at a place of a definition, and other words in their place.

In: a document, a span in it, and plain words. Out: the scalar there, and the edit that puts the words there.
"""

from bisect import bisect_left
from operator import itemgetter
from typing import NamedTuple

from sop_engine.authoring.scalar import respelled
from sop_engine.edits import Edit
from sop_engine.reading.document import Comment, Document, Loc, Place
from sop_engine.source import Span

__all__ = ["Scalar", "comment_start", "commented", "reworded", "scalar_at", "scalar_before"]


class Scalar(NamedTuple):
    """A text in a file.

    Attributes:
        span: all of it, quotes and all.
        column: the column, from 0, of the key or dash that it stands behind; of a key, its own.
        flow: it stands inside ``[ ]`` or ``{ }``.
        key: it is a key itself.
        loc: the path that ends in it; of a key, the path of its value.
    """

    span: Span
    column: int
    flow: bool
    key: bool
    loc: Loc


def scalar_at(document: Document, span: Span) -> Scalar | None:
    """The scalar that a span lies in; None where it lies in none."""
    return _find(document, document.place, span, Scalar(Span(0, 0), 0, flow=False, key=False, loc=()))


def _find(document: Document, place: Place, span: Span, outer: Scalar) -> Scalar | None:
    """The scalar in a part of the document; ``outer`` says what is known of it from outside."""
    start, end = place[0], place[1]
    if len(place) == 2:
        holds = start <= span.start and span.end <= end and end > start
        return outer._replace(span=Span(start, end)) if holds else None
    outer = outer._replace(flow=outer.flow or document.source.text[start : start + 1] in ("{", "["))
    inside = place[2]
    if isinstance(inside, dict):
        for key, (key_start, key_end, value) in inside.items():
            if key_start <= span.start and span.end <= max(key_end, value[1]):
                column = document.source.position(key_start).column - 1
                here = outer._replace(column=column, loc=(*outer.loc, key))
                if span.end <= key_end:
                    return here._replace(span=Span(key_start, key_end), key=True)
                return _find(document, value, span, here)
        return None
    # Items stand one behind the other, so the first that ends late enough is the only one that may hold the span.
    at = bisect_left(inside, span.end, key=itemgetter(1))
    if at == len(inside) or span.start < inside[at][0]:
        return None
    column = _dash_column(document, inside[at][0])
    return _find(document, inside[at], span, outer._replace(column=column, loc=(*outer.loc, at)))


def _dash_column(document: Document, start: int) -> int:
    """The column of the dash in front of an item; of the item itself in a flow list."""
    text = document.source.text
    dash = text.rfind("-", 0, start)
    at = dash if dash >= 0 and not text[dash + 1 : start].strip(" \t") else start
    return document.source.position(at).column - 1


def scalar_before(document: Document, at: int) -> Scalar | None:
    """The value that ends on the same line in front of a place, with nothing but spaces between; None without one."""
    text = document.source.text
    end = len(text[:at].rstrip(" \t"))
    found = scalar_at(document, Span(end - 1, end)) if end else None
    return found if found is not None and found.span.end == end and not found.key else None


def reworded(document: Document, span: Span, words: str) -> tuple[Edit, ...] | None:
    """Put other words in the place of those at a span: a scalar, or a part of one.

    The quotes of a scalar stay; a plain one gets quotes where it needs them now. None where the words cannot stand
    there: the span lies in no scalar, or in one of several lines or with escapes, of which it is only a part.
    """
    scalar = scalar_at(document, span)
    if scalar is None:
        return None
    text = document.source.text
    raw = text[scalar.span.start : scalar.span.end]
    if span == scalar.span:
        value = words
    else:
        head, tail = text[scalar.span.start : span.start], text[span.end : scalar.span.end]
        if raw[0] in "|>" or "\n" in raw or "\r" in raw:
            # Inside a text of several lines plain words change nothing but themselves.
            tame = raw[0] not in "'\"" and "\n" not in words and ": " not in words and " #" not in words
            return (Edit(span, words),) if tame and words and words == words.strip() else None
        if raw[0] == '"' and "\\" in raw:
            return None
        if raw[0] in "'\"":
            head, tail = head[1:], tail[:-1]
        value = head + words + tail
        if raw[0] == "'":
            value = (head + words.replace("'", "''") + tail).replace("''", "'")
    new = respelled(
        raw,
        value,
        scalar.column,
        newline=document.source.newline,
        flow=scalar.flow,
        key=scalar.key,
    )
    return _smallest(scalar.span, raw, new)


def commented(document: Document, edits: tuple[Edit, ...]) -> tuple[Edit, ...] | None:
    """The edits, if every comment is still there after them; else None."""
    comments = document.comments
    for edit in edits:
        at = bisect_left(comments, edit.span.start, key=comment_start)
        if at < len(comments) and comments[at].span.start < edit.span.end:
            return None
    return edits


def comment_start(comment: Comment) -> int:
    """Where a comment begins; the comments of a document are in this order."""
    return comment.span.start


def _smallest(span: Span, raw: str, new: str) -> tuple[Edit, ...]:
    """The edit without what stays at its ends; none where nothing changes."""
    if raw == new:
        return ()
    most = min(len(raw), len(new))
    front = next((at for at in range(most) if raw[at] != new[at]), most)
    back = next((at for at in range(most - front) if raw[-1 - at] != new[-1 - at]), most - front)
    return (Edit(Span(span.start + front, span.end - back), new[front : len(new) - back]),)
