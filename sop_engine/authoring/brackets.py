"""Changes inside ``[ ]`` and ``{ }``: the file's own commas, lines and comments stay.

In: the entries of a collection in brackets. Out: edits.
"""

import re

from sop_engine.authoring.blocks import flowed
from sop_engine.authoring.entries import Entry, Sheet
from sop_engine.authoring.scalar import respelled
from sop_engine.edits import Edit
from sop_engine.reading.document import Data
from sop_engine.source import Span

__all__ = ["can_be_filled", "filled", "inserted", "permuted", "removed", "replaced"]

_LINE_REST = re.compile(r"[ \t]*,?[ \t]*(?:#[^\r\n]*)?(?=[\r\n]|$)")


def replaced(sheet: Sheet, entry: Entry, value: Data) -> tuple[Edit, ...]:
    """Put another value in the place of one."""
    start, end = entry.place[0], entry.place[1]
    is_item = isinstance(entry.loc[-1], int)
    raw = sheet.text[start:end]
    if isinstance(value, str) and isinstance(entry.data, str):
        new = respelled(raw, value, 0, flow=True)
    else:
        new = "" if value is None and not is_item else flowed(value)
    if start < end:
        glued = new and sheet.text[start - 1] == ":"
        return (Edit(Span(start, end), f" {new}" if glued else new),)
    if sheet.text[entry.head - 1] != ":":
        return (Edit(Span(entry.head, entry.head), f": {new}"),)
    stop = start if start > entry.head and not sheet.text[entry.head : start].strip(" ") else entry.head
    return (Edit(Span(entry.head, stop), f" {new}"),)


def can_be_filled(sheet: Sheet, entry: Entry, value: Data) -> bool:
    """Whether a value can go into the empty brackets that stand there, beside the comments in them."""
    start, end = entry.place[0], entry.place[1]
    opened = sheet.text[start : start + 1]
    fits = isinstance(value, list) if opened == "[" else opened == "{" and isinstance(value, dict)
    return bool(fits and value and not entry.data and sheet.comments_in(start, end))


def filled(sheet: Sheet, entry: Entry, value: Data) -> tuple[Edit, ...]:
    """Write a value into empty brackets; what stands in them stays behind it."""
    inside = entry.place[0] + 1
    gap = " " if sheet.text[inside] in " \t#" else ""
    return (Edit(Span(inside, inside), flowed(value)[1:-1] + gap),)


def inserted(sheet: Sheet, entries: list[Entry], at: int, text: str) -> tuple[Edit, ...]:
    """Put a new entry, already written, before the one at an index, or behind all of them; there is at least one."""
    newline = sheet.document.source.newline
    if at < len(entries):
        entry = entries[at]
        behind = f",{newline}{' ' * entry.column}" if entry.begins else ", "
        return (Edit(Span(entry.start, entry.start), text + behind),)
    last = entries[-1]
    comma = "," if last.place[0] < last.place[1] or sheet.text[last.end - 1] != ":" else " ,"
    if not last.begins:
        return (Edit(Span(last.end, last.end), f"{comma} {text}"),)
    line = f"{newline}{' ' * last.column}{text}"
    if _LINE_REST.match(sheet.text, last.end) is None:
        return (Edit(Span(last.end, last.end), comma + line),)
    own_comma = _comma(sheet, last.end)
    end = sheet.line_end(last.end)
    if own_comma is not None and own_comma > end:
        return (Edit(Span(own_comma + 1, own_comma + 1), f" {text},"),)
    if own_comma is not None:
        return (Edit(Span(end, end), f"{line},"),)
    return (Edit(Span(last.end, last.end), comma), Edit(Span(end, end), line))


def removed(sheet: Sheet, entries: list[Entry], at: int) -> tuple[Edit, ...]:
    """Take one of several entries away, with its comma."""
    entry = entries[at]
    comma = _comma(sheet, entry.end)
    if entry.begins and _LINE_REST.match(sheet.text, entry.end):
        below = sheet.next_line(entry.end)
        lines = Edit(Span(sheet.own_start(entry), below), "")
        if comma is not None:
            return (lines,) if comma < below else (lines, Edit(Span(comma, comma + 1), ""))
        return (*_comma_removed(sheet, entries[at - 1]), lines)
    if at < len(entries) - 1:
        stop = entries[at + 1].start
        if comma is not None and not sheet.is_one_line(entry.end, stop):
            stop = comma + 1
        return (Edit(Span(entry.start, stop), ""),)
    before = entries[at - 1]
    if sheet.is_one_line(before.end, entry.start):
        return (Edit(Span(before.end, entry.end), ""),)
    return (*_comma_removed(sheet, before), Edit(Span(entry.start, entry.end), ""))


def permuted(sheet: Sheet, entries: list[Entry], order: list[int]) -> tuple[Edit, ...]:
    """Put the entries in another order: the one at ``order[0]`` comes first."""
    slots = [_slots(sheet, entry) for entry in entries]
    if any(len(slot) == 1 for slot in slots):
        slots = [[Span(entry.start, entry.end)] for entry in entries]
    return tuple(
        Edit(here, sheet.text[there.start : there.end])
        for at, origin in enumerate(order)
        if at != origin
        for here, there in zip(slots[at], slots[origin], strict=True)
    )


def _slots(sheet: Sheet, entry: Entry) -> list[Span]:
    """What moves with an entry: itself, and on lines of its own the comments above and behind it."""
    own = Span(entry.start, entry.end)
    if not entry.begins or not _LINE_REST.match(sheet.text, entry.end):
        return [own]
    comma = _comma(sheet, entry.end)
    end = sheet.line_end(entry.end)
    behind = entry.end if comma is None or comma > end else comma + 1
    return [Span(sheet.own_start(entry), entry.start), own, Span(behind, end)]


def _comma(sheet: Sheet, end: int) -> int | None:
    """The comma behind an entry that ends there."""
    at = sheet.behind_notes(end)
    return at if sheet.text[at : at + 1] == "," else None


def _comma_removed(sheet: Sheet, entry: Entry) -> tuple[Edit, ...]:
    comma = _comma(sheet, entry.end)
    return () if comma is None else (Edit(Span(comma, comma + 1), ""),)
