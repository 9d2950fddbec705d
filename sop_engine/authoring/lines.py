"""Changes of block style: keys and items on lines of their own, with the comments that belong to them.

In: the entries of a list or mapping in block style. Out: edits.
"""

import re

from sop_engine.authoring.blocks import Style, behind_dash, behind_key, flowed
from sop_engine.authoring.entries import Entry, Sheet, unfit
from sop_engine.authoring.scalar import INDENT, respelled
from sop_engine.edits import Edit
from sop_engine.reading.document import Data
from sop_engine.source import Span

__all__ = ["blank_lines", "inserted", "permuted", "removed", "replaced"]

_HEADER = re.compile(r"[|>][0-9+-]*")


def replaced(sheet: Sheet, entry: Entry, value: Data, style: Style) -> tuple[Edit, ...]:
    """Put another value in the place of one; a comment behind it stays."""
    head, (start, end) = entry.head, entry.place[:2]
    beside = sheet.is_one_line(head, start)
    is_block = len(entry.place) == 3 and sheet.text[start] not in "[{"
    header = _HEADER.match(sheet.text, start) if len(entry.place) == 2 and start < end else None
    if start < end and not beside and not is_block and header is None:
        return _replaced_below(sheet, entry, value, style)
    behind = _behind(sheet, entry, value, style)
    first, newline, rest = behind.partition(style.newline)
    rest = newline + rest
    if start < end and beside and is_block:
        # The rest of the dash's line is the first entry of what goes.
        return (_edit(sheet, head, sheet.line_end(end), behind, value),)
    if start < end and beside and header is None:
        put = _put(sheet, start, end, first[1:]) if first else _put(sheet, head, end, "")
        return _without_idle(put, _edit(sheet, sheet.line_end(end), sheet.line_end(end), rest, value))
    if beside and header is not None:
        put = _put(sheet, head, header.end(), first)
    else:
        put = _put_behind(sheet, head, first)
    below = max(sheet.line_end(head), sheet.line_end(end))
    return _without_idle(put, _edit(sheet, sheet.line_end(head), below, rest, value))


def _replaced_below(sheet: Sheet, entry: Entry, value: Data, style: Style) -> tuple[Edit, ...]:
    """Put another value in the place of a text or of brackets that stand on a line below their key or dash."""
    start, end = entry.place[:2]
    raw = sheet.text[start:end]
    if isinstance(value, str):
        # A block text would have to begin on the line of the key.
        return (Edit(Span(start, end), respelled(raw, value, 0, flow="\n" in value)),)
    if value and raw[:1] in ("[", "{"):
        return (Edit(Span(start, end), flowed(value)),)
    head_end, line_end = sheet.line_end(entry.head), sheet.line_end(end)
    pad = style.newline + " " * (entry.column + style.mapping)
    kept = [pad + words for words in sheet.comments_in(head_end, line_end)]
    if not value:
        below = ""
    elif _swallows(sheet, entry, value):
        below = pad + flowed(value)
    elif isinstance(entry.loc[-1], str):
        below = behind_key("", value, entry.column, style)
    else:
        below = f"{style.newline}{' ' * (entry.column + 1)}{behind_dash(value, entry.column, style)}"
    return (_edit(sheet, head_end, line_end, "".join(kept) + below, value),)


def _behind(sheet: Sheet, entry: Entry, value: Data, style: Style) -> str:
    """What stands behind the colon or dash, in the quotes or brackets of what stood there."""
    key = entry.loc[-1]
    raw = sheet.text[entry.place[0] : entry.place[1]]
    if _swallows(sheet, entry, value):
        return " " + flowed(value)
    if isinstance(value, str) and isinstance(entry.data, str):
        return " " + respelled(raw, value, entry.column, newline=style.newline)
    if value and not isinstance(value, str) and entry.data and raw[:1] in ("[", "{"):
        return " " + flowed(value)
    if isinstance(key, str):
        return behind_key(key, value, entry.column, style)
    return behind_dash(value, entry.column, style)


def _swallows(sheet: Sheet, entry: Entry, value: Data) -> bool:
    """Whether a block text at the end of a value would take a comment below the entry for a line of its own."""
    if "\n" not in _last(value):
        return False
    stop = sheet.own_end(entry)
    return any(
        comment.alone and entry.end <= comment.span.start < stop
        for comment in sheet.document.comments
        if sheet.column(comment.span.start) >= entry.column + INDENT
    )


def _put(sheet: Sheet, start: int, end: int, words: str) -> Edit:
    """Write words on the line of a colon or dash; a tab in front of a comment cannot follow a dash."""
    stop = sheet.behind_blanks(end)
    if "\t" not in sheet.text[end:stop] or words[-1:] not in ("", "-"):
        return Edit(Span(start, end), words)
    return Edit(Span(start, stop), words if sheet.comment_behind(end) is None else f"{words}  ")


def _put_behind(sheet: Sheet, head: int, words: str) -> Edit:
    """Write behind a colon or dash that has nothing on its line but perhaps a comment."""
    comment = sheet.comment_behind(head)
    if comment is None:
        return Edit(Span(head, sheet.line_end(head)), words)
    # One space before a comment would make it look like the rest of the text.
    return Edit(Span(head, head), f"{words} " if words and comment - head == 1 else words)


def _edit(sheet: Sheet, start: int, end: int, words: str, value: Data) -> Edit:
    """An edit that closes a block text with a line end where the file has no more lines."""
    if words and end == len(sheet.text) and _last(value).endswith("\n"):
        words += sheet.document.source.newline
    return Edit(Span(start, end), words)


def _last(value: Data) -> str:
    while isinstance(value, list | dict):
        value = (list(value.values()) if isinstance(value, dict) else value)[-1] if value else None
    return value or ""


def _without_idle(*edits: Edit) -> tuple[Edit, ...]:
    return tuple(edit for edit in edits if edit.text or edit.span.end > edit.span.start)


def inserted(
    sheet: Sheet, entries: list[Entry], at: int, words: str, value: Data, blanks: int
) -> tuple[Edit, ...]:
    """Put a new entry before the one at an index, or behind all of them.

    Args:
        sheet: the text.
        entries: those that are there, at least one.
        at: the index that the new one gets.
        words: the new one as written from its key or dash on, without a final line end.
        value: its value.
        blanks: how many empty lines part it from its neighbour.
    """
    newline = sheet.document.source.newline
    column = entries[0].column
    if at:
        end = sheet.own_end(entries[at - 1])
        return (_edit(sheet, end, end, newline * (1 + blanks) + " " * column + words, value),)
    first = entries[0]
    if not first.begins:
        return (Edit(Span(first.start, first.start), f"{words}{newline}{' ' * column}"),)
    # What stands above the first key of a file is the head of the file, not of that key.
    is_top = len(first.loc) == 1
    start = sheet.line_start(first.start) if is_top else sheet.own_start(first)
    return (Edit(Span(start, start), " " * column + words + newline * (1 + blanks)),)


def blank_lines(sheet: Sheet, above: Entry, below: Entry) -> int:
    """How many empty lines follow an entry before the next one or a comment."""
    count = 0
    at = sheet.next_line(sheet.own_end(above))
    while at < below.start and sheet.is_blank(at):
        count += 1
        at = sheet.next_line(at)
    return count


def removed(sheet: Sheet, entries: list[Entry], at: int) -> tuple[Edit, ...]:
    """Take an entry away with its lines; the last one leaves an empty value."""
    entry = entries[at]
    start, end = sheet.own_start(entry), sheet.own_end(entry)
    if not entry.begins:
        return (_removed_beside(sheet, entries, end),)
    if len(entries) == 1 and len(entry.loc) == 1:
        return (Edit(Span(start, end), "{}"),)
    stop = sheet.next_line(end)
    floor = sheet.next_line(sheet.own_end(entries[at - 1])) if at else start
    above = start
    while above > floor and sheet.is_blank(above - 1):
        above = sheet.line_start(above - 1)
    if at < len(entries) - 1:
        while (above < start or not at) and sheet.is_blank(stop) and stop < len(sheet.text):
            stop = sheet.next_line(stop)
    elif stop == len(sheet.text) or sheet.is_blank(stop):
        start = above
    if end == len(sheet.text) and start:
        # The line above becomes the last one and has no line end either.
        start, stop = sheet.line_end(start - 1), end
    return (Edit(Span(start, stop), ""),)


def _removed_beside(sheet: Sheet, entries: list[Entry], end: int) -> Edit:
    """Take away the first entry of an item, which stands behind the item's dash."""
    entry = entries[0]
    if len(entries) > 1 and sheet.line_start(entries[1].start) == sheet.next_line(end):
        return Edit(Span(entry.start, entries[1].start), "")
    dash = len(sheet.text[: entry.start].rstrip(" \t"))
    return Edit(Span(dash, end), "")


def permuted(sheet: Sheet, entries: list[Entry], order: list[int]) -> tuple[Edit, ...]:
    """Put the entries in another order: the one at ``order[0]`` comes first. Empty lines stay where they are."""
    for entry in entries:
        if not entry.begins:
            raise unfit(sheet.document, entry.start)
    slots = [Span(sheet.own_start(entry), sheet.own_end(entry)) for entry in entries]
    return tuple(
        Edit(slots[at], sheet.text[slots[origin].start : slots[origin].end])
        for at, origin in enumerate(order)
        if at != origin
    )
