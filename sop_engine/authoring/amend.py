"""Small changes of a definition's text: values, keys and items, with every other character as it was.

In: a ``Document`` and the path of what is to change. Out: edits of its text. Values are plain data as the reader
gives it; an empty list or mapping is written as nothing, which is how the form reads it.
"""

import json
from collections.abc import Callable
from difflib import SequenceMatcher
from typing import Any

from sop_engine.authoring import brackets, lines
from sop_engine.authoring.blocks import (
    Style,
    behind_dash,
    default_style,
    flowed,
    keyed,
    style_of,
    tidied,
)
from sop_engine.authoring.entries import Entry, Sheet
from sop_engine.authoring.paths import form_place, reached, same
from sop_engine.authoring.rereading import difference, reread
from sop_engine.authoring.scalar import clean, respelled, written
from sop_engine.diagnostics import Text
from sop_engine.edits import Edit
from sop_engine.errors import UsageError
from sop_engine.model.known import known_keys, model_at
from sop_engine.model.sop import Cabang, Pengesahan, Peran
from sop_engine.reading.document import Data, Document, Loc
from sop_engine.source import Span
from sop_engine.text import quoted

__all__ = ["insert_item", "move_item", "remove", "rename_key", "set_value"]

_SHORT_FORMS = (Cabang, Pengesahan, Peran)


def set_value(document: Document, loc: Loc, value: Data) -> tuple[Edit, ...]:
    """Give a value to a key or an item.

    Where the key is missing it is inserted at its place in the order of the form, with the keys above it that are
    missing too. A list or mapping is changed entry by entry, so that the comments of the others stay.

    Args:
        document: the text as read.
        loc: the path; items on it must be there.
        value: texts, lists and mappings; None is an empty value.

    Returns:
        The edits; none where it is so already.

    Raises:
        LookupError: the path leads through an item that is not there.
        UsageError: the text uses YAML in a way that cannot be changed piece by piece.
    """
    value = tidied(value, loc)
    there, depth = reached(document.data, loc)
    if depth < len(loc):
        return () if value is None else _grown(document, loc, depth, there, value)
    if same(tidied(there, loc), value):
        return ()
    if isinstance(there, dict) and isinstance(value, dict) and there.keys() & value.keys():
        return _stepped(document, lambda begun: _mapped(begun, loc, value))
    if isinstance(there, list) and isinstance(value, list) and there:
        return _stepped(document, lambda begun: _listed(begun, loc, value))
    if isinstance(there, str) and isinstance(value, list) and there in value[:-1]:
        return _stepped(document, lambda begun: _widened(begun, loc, there, value))
    sheet = Sheet(document)
    # A text needs no habits, and to know them is to look at the whole file.
    style = style_of(document) if isinstance(value, list | dict) else default_style(document)
    return _wholly(sheet, sheet.entry(loc), value, style)


def remove(document: Document, loc: Loc) -> tuple[Edit, ...]:
    """Take a key or an item away, with the comments that belong to it; the last one leaves an empty value.

    Returns:
        The edits; none where nothing is there.
    """
    if not loc or reached(document.data, loc)[1] < len(loc):
        return ()
    sheet = Sheet(document)
    entries = sheet.entries(loc[:-1])
    at = next(number for number, entry in enumerate(entries) if entry.loc == loc)
    if not entries[at].flow:
        return lines.removed(sheet, entries, at)
    if len(entries) > 1:
        return brackets.removed(sheet, entries, at)
    if len(loc) == 1:
        place = document.place
        return (Edit(Span(place[0] + 1, place[1] - 1), ""),)
    return set_value(document, loc[:-1], None)


def insert_item(document: Document, loc: Loc, at: int, value: Data) -> tuple[Edit, ...]:
    """Put an item into a list.

    Args:
        document: the text as read.
        loc: the list's path; a single text there becomes a list, nothing there a list of one.
        at: the index that the item gets; beyond the end means at the end.
        value: the item.
    """
    there, depth = reached(document.data, loc)
    if depth < len(loc) or not there:
        return set_value(document, loc, [value])
    value = tidied(value, (*loc, at))
    if not isinstance(there, list):
        return _second_item(document, loc, at, value)
    at = min(max(at, 0), len(there))
    sheet = Sheet(document)
    entries = sheet.entries(loc)
    if entries[0].flow:
        return brackets.inserted(sheet, entries, at, flowed(value))
    neighbour = entries[max(at - 1, 0)]
    words = "-" + _as_sibling(sheet, neighbour, value, style_of(document))
    pair = min(max(at, 1), len(entries) - 1)
    blanks = lines.blank_lines(sheet, entries[pair - 1], entries[pair]) if len(entries) > 1 else 0
    return lines.inserted(sheet, entries, at, words, value, blanks)


def move_item(document: Document, loc: Loc, at: int, to: int) -> tuple[Edit, ...]:
    """Move an item of a list, with the comments that belong to it.

    Args:
        document: the text as read.
        loc: the list's path.
        at: the item's index.
        to: its index after the move.

    Raises:
        LookupError: there is no such item.
    """
    there, depth = reached(document.data, loc)
    if depth < len(loc) or not isinstance(there, list):
        raise LookupError(loc)
    order = list(range(len(there)))
    order.insert(to, order.pop(at))
    return _permuted(document, loc, order)


def rename_key(document: Document, loc: Loc, key: str) -> tuple[Edit, ...]:
    """Call the key at the end of a path otherwise; its value stays.

    Raises:
        UsageError: there is such a key already.
        LookupError: the key is not there.
    """
    holder, depth = reached(document.data, loc[:-1])
    if depth < len(loc) - 1 or not isinstance(holder, dict) or loc[-1] not in holder:
        raise LookupError(loc)
    key = clean(key)
    if key == loc[-1]:
        return ()
    if key in holder:
        name = quoted(key)
        raise UsageError(Text(f"kunci {name} sudah ada", f"key {name} exists already"))
    entry = Sheet(document).entry(loc)
    span = document.key_span(loc)
    raw = document.source.text[span.start : span.end]
    return (Edit(span, respelled(raw, key, 0, flow=entry.flow, key=True)),)


# What is not there yet -----------------------------------------------------------------------------------


def _grown(document: Document, loc: Loc, depth: int, holder: Any, value: Data) -> tuple[Edit, ...]:
    """Insert the first missing key of a path, and the rest of the path below it."""
    for segment in reversed(loc[depth + 1 :]):
        value = {str(segment): value}
    key = loc[depth]
    if isinstance(holder, list) or not isinstance(key, str):
        raise LookupError(loc)
    above = loc[:depth]
    if isinstance(holder, dict) and holder:
        return _insert_key(document, above, key, value, form_place(holder, above, key))
    model = model_at(above)
    short = known_keys(model)[0] if model is not None else key
    if holder and short != key:
        # A text alone is the short form of the first key there.
        return set_value(document, above, {short: holder, key: value})
    if not above:
        # The whole definition is {}.
        return (Edit(Span(*document.place[:2]), keyed(key, value, 0, style_of(document))),)
    return set_value(document, above, {key: value})


def _insert_key(document: Document, loc: Loc, key: str, value: Data, at: int) -> tuple[Edit, ...]:
    """Put a key with its value into a mapping that has at least one."""
    sheet = Sheet(document)
    entries = sheet.entries(loc)
    if entries[0].flow:
        words = f"{written(key, 0, flow=True, key=True)}: {flowed(value)}"
        return brackets.inserted(sheet, entries, at, words)
    words = keyed(key, value, entries[0].column, style_of(document))
    return lines.inserted(sheet, entries, at, words, value, _blanks_above(sheet, entries, at))


def _blanks_above(sheet: Sheet, entries: list[Entry], at: int) -> int:
    """Empty lines above a new key: as the part above it is parted from its neighbour, if it is a part."""
    if not at or not isinstance(entries[at - 1].data, list | dict) or len(entries) < 2:
        return 0
    pair = min(at, len(entries) - 1)
    return lines.blank_lines(sheet, entries[pair - 1], entries[pair])


def _second_item(document: Document, loc: Loc, at: int, value: Data) -> tuple[Edit, ...]:
    """Make a list of a single value and a new one beside it."""
    sheet = Sheet(document)
    entry = sheet.entry(loc)
    start, end = entry.place[0], entry.place[1]
    raw = sheet.text[start:end]
    if entry.flow and isinstance(entry.data, str):
        words = f"[{flowed(value)}, {raw}]" if at <= 0 else f"[{raw}, {flowed(value)}]"
        return (Edit(Span(start, end), words),)
    style = style_of(document)
    pair = [value, entry.data] if at <= 0 else [entry.data, value]
    key = loc[-1]
    one_line = sheet.is_one_line(entry.head, end) and raw[:1] not in ("|", ">")
    if not one_line or not isinstance(key, str) or key in style.flow or not isinstance(entry.data, str):
        return _wholly(sheet, entry, pair, style)
    column = entry.column + style.sequence
    dash = f"{style.newline}{' ' * column}-"
    new = dash + behind_dash(value, column, style)
    if at <= 0:
        return (Edit(Span(entry.head, start), f"{new}{dash} "),)
    below = sheet.own_end(entry)
    return (Edit(Span(entry.head, start), f"{dash} "), Edit(Span(below, below), new))


def _wholly(sheet: Sheet, entry: Entry, value: Data, style: Style) -> tuple[Edit, ...]:
    """Put another value in the place of one."""
    if brackets.can_be_filled(sheet, entry, value):
        return brackets.filled(sheet, entry, value)
    if entry.flow:
        return brackets.replaced(sheet, entry, value)
    return lines.replaced(sheet, entry, value, style)


def _as_sibling(sheet: Sheet, sibling: Entry, value: Data, style: Style) -> str:
    """What stands behind the dash of a new item: in brackets if its neighbour is, and as far from the dash."""
    start, end = sibling.place[0], sibling.place[1]
    if isinstance(value, str) or not value or not isinstance(sibling.data, list | dict) or start == end:
        return behind_dash(value, sibling.column, style)
    if sheet.is_flow(sibling.place):
        return " " + flowed(value)
    gap = start - sibling.head
    beside = not sheet.text[sibling.head : start].strip(" ")
    return behind_dash(value, sibling.column, style, gap if beside and gap else 1)


# Step by step --------------------------------------------------------------------------------------------


def _stepped(document: Document, steps: Callable[[Document], Document]) -> tuple[Edit, ...]:
    return difference(document.source.text, steps(document).source.text)


def _mapped(document: Document, loc: Loc, value: dict[str, Any]) -> Document:
    """Make a mapping hold these keys and values."""
    for key in [key for key in reached(document.data, loc)[0] if key not in value]:
        document = reread(document, remove(document, (*loc, key)))
    is_free = model_at(loc) is None
    if is_free:
        keys = list(reached(document.data, loc)[0])
        wanted = [key for key in value if key in keys]
        document = reread(document, _permuted(document, loc, [keys.index(key) for key in wanted]))
    for at, (key, item) in enumerate(value.items()):
        there = reached(document.data, loc)[0]
        if key in there:
            edits = set_value(document, (*loc, key), item)
        else:
            place = at if is_free else form_place(there, loc, key)
            edits = _insert_key(document, loc, key, item, place)
        document = reread(document, edits)
    return document


def _listed(document: Document, loc: Loc, value: list[Any]) -> Document:
    """Make a list hold these items; those that stay keep their lines."""
    there = [json.dumps(tidied(item, (*loc, 0))) for item in reached(document.data, loc)[0]]
    wanted = [json.dumps(item) for item in value]  # tidied by the caller
    changes = SequenceMatcher(None, there, wanted, autojunk=False).get_opcodes()
    for what, start, end, first, last in reversed(changes):
        if what == "equal":
            continue
        common = min(end - start, last - first)
        for at in reversed(range(start + common, end)):
            document = reread(document, remove(document, (*loc, at)))
        for at in range(first + common, last):
            document = reread(document, insert_item(document, loc, start + at - first, value[at]))
        for at in range(common):
            document = reread(document, set_value(document, (*loc, start + at), value[first + at]))
    return document


def _widened(document: Document, loc: Loc, text: str, value: list[Any]) -> Document:
    """Make a list of a single text that is among the items, with the comment behind it."""
    document = reread(document, _second_item(document, loc, 1, value[value.index(text) + 1]))
    return _listed(document, loc, value)


def _permuted(document: Document, loc: Loc, order: list[int]) -> tuple[Edit, ...]:
    if order == sorted(order):
        return ()
    sheet = Sheet(document)
    entries = sheet.entries(loc)
    if entries[0].flow:
        return brackets.permuted(sheet, entries, order)
    return lines.permuted(sheet, entries, order)
