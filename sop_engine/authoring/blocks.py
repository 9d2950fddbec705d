"""Values as YAML: whole lists and mappings in the style of the file that they go into.

In: plain data and the habits of a file. Out: its text, without a final line end.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sop_engine.authoring.entries import Sheet
from sop_engine.authoring.scalar import clean, written
from sop_engine.model.known import known_keys, model_at
from sop_engine.reading.document import Data, Document, Loc, Place
from sop_engine.rules.once import once

__all__ = ["Style", "behind_dash", "behind_key", "default_style", "flowed", "keyed", "style_of", "tidied"]


@dataclass(frozen=True, slots=True)
class Style:
    """How a file is written.

    Attributes:
        mapping: how much further in a mapping stands than the key above it.
        sequence: the same for the dashes of a list.
        newline: how lines end.
        flow: keys whose lists and mappings the file writes in brackets.
    """

    mapping: int
    sequence: int
    newline: str
    flow: frozenset[str]


def default_style(document: Document) -> Style:
    """Two spaces, no brackets, and the line ends of the file."""
    return Style(2, 2, document.source.newline, frozenset())


@once
def style_of(document: Document) -> Style:
    """The habits of a file: as the first mapping and the first list in it are written, else two spaces."""
    mapping = sequence = None
    flow: dict[str, bool] = {}
    sheet = Sheet(document)
    for key, start, place in _collections(document.place):
        is_flow = document.source.text[place[0]] in "[{"
        flow.setdefault(key, is_flow)
        if is_flow or not sheet.begins(place[0]):
            continue
        deeper = sheet.column(place[0]) - sheet.column(start)
        if isinstance(place[2], list):
            sequence = deeper if sequence is None else sequence
        else:
            mapping = deeper if mapping is None else mapping
    return Style(
        mapping or 2,
        2 if sequence is None or sequence < 0 else sequence,
        document.source.newline,
        frozenset(key for key, is_flow in flow.items() if is_flow),
    )


def _collections(place: Place) -> Iterator[tuple[str, int, Place]]:
    """Every list and mapping that stands behind a key, with its key and where that begins, in text order."""
    inside = place[2] if len(place) == 3 else ()
    if isinstance(inside, dict):
        for key, (start, _, value) in inside.items():
            if len(value) == 3 and value[2]:
                yield key, start, value
            yield from _collections(value)
    else:
        for item in inside:
            yield from _collections(item)


def tidied(value: Data, loc: Loc) -> Data:
    """The same data with clean texts, nothing for empty lists and mappings, and keys in the order of the form.

    Args:
        value: plain data.
        loc: where it is to stand; tells which form it is.
    """
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [tidied(item, (*loc, at)) for at, item in enumerate(value)] or None
    if isinstance(value, dict):
        model = model_at(loc)
        order: dict[str, int] = {} if model is None else {key: at for at, key in enumerate(known_keys(model))}
        keys = sorted(value, key=lambda key: order.get(key, len(order)))
        return {clean(key): tidied(value[key], (*loc, key)) for key in keys} or None
    return value


def flowed(value: Data) -> str:
    """Data in brackets, on one line."""
    if isinstance(value, list):
        return "[" + ", ".join(map(flowed, value)) + "]"
    if isinstance(value, dict):
        parts = [f"{written(key, 0, flow=True, key=True)}: {flowed(item)}" for key, item in value.items()]
        return "{" + ", ".join(parts) + "}"
    return written(value, 0, flow=True)


def keyed(key: str, value: Data, column: int, style: Style) -> str:
    """A key with its value; ``column`` is the key's."""
    return f"{written(key, 0, key=True)}:{behind_key(key, value, column, style)}"


def behind_key(key: str, value: Data, column: int, style: Style) -> str:
    """What stands behind the colon of a key: a space and a text, a line end and the lines below, or nothing.

    Args:
        key: the key.
        value: its value.
        column: the column of the key.
        style: the habits of the file.
    """
    if isinstance(value, str):
        return " " + written(value, column, newline=style.newline)
    if not value:
        return ""
    if key in style.flow:
        return " " + flowed(value)
    inner = column + (style.sequence if isinstance(value, list) else style.mapping)
    return f"{style.newline}{' ' * inner}{_block(value, inner, style)}"


def behind_dash(value: Data, column: int, style: Style, gap: int = 1) -> str:
    """What stands behind a dash; ``column`` is the dash's, ``gap`` how many spaces follow it."""
    if isinstance(value, str):
        return " " + written(value, column, newline=style.newline)
    if not value:
        return ""
    return " " * gap + _block(value, column + 1 + gap, style)


def _block(value: list[Any] | dict[str, Any], column: int, style: Style) -> str:
    """A collection in block style; its first line is not indented."""
    if isinstance(value, list):
        parts = ["-" + behind_dash(item, column, style) for item in value]
    else:
        parts = [keyed(key, item, column, style) for key, item in value.items()]
    return f"{style.newline}{' ' * column}".join(parts)
