"""Where in a definition an offset stands.

In: any text, however broken, and an offset in code points. Out: a ``Context``: the path, whether a key, a value or an
item is written there, and the word that has been begun.
"""

from dataclasses import dataclass
from enum import StrEnum

from sop_engine.desk.language.entries import FLOW, Entry, Sketch
from sop_engine.desk.language.sketch import sketched
from sop_engine.reading.document import Loc
from sop_engine.source import Span

__all__ = ["Context", "Part", "context_at"]


class Part(StrEnum):
    """What is written at a place; ``NONE`` in comments, in block texts and where nothing may begin."""

    KEY = "key"
    VALUE = "value"
    ITEM = "item"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Context:
    """Where an offset stands.

    Attributes:
        path: of a key, the path of the mapping it stands in; of a value, its own, with its key or index; of an item
            (a dash that is still to be written), that of its list.
        part: which of these it is.
        word: what has been begun, up to the offset, with an opening quotation mark.
        span: what a completion replaces: all of the begun word; it holds the offset.
        flow: the brackets that it is directly in: ``{``, ``[`` or an empty text.
        column: where the key stands in its line, or is going to; of a value, its key or dash; -1 between brackets.
        fresh: nothing but a dash stands in front of the value, so that it may as well be the first key of a mapping.
    """

    path: Loc
    part: Part
    word: str
    span: Span
    flow: str = ""
    column: int = 0
    fresh: bool = False


def context_at(text: str, offset: int) -> Context:
    """Say where an offset stands.

    Args:
        text: any text.
        offset: in code points; one beyond the text is held to its end.
    """
    offset = max(0, min(offset, len(text)))
    if offset and text[offset - 1] == "\r" and text[offset : offset + 1] == "\n":
        offset -= 1
    return _Place(text, offset).context()


class _Place:
    """An offset in the sketch of its text."""

    def __init__(self, text: str, offset: int) -> None:
        self.text = text
        self.offset = offset
        self.sketch: Sketch = sketched(text)
        self.number = self.sketch.last_before(offset)
        self.begin = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
        ends = [found for mark in "\r\n" if (found := text.find(mark, offset)) >= 0]
        self.end = min(ends, default=len(text))

    def context(self) -> Context:
        """Where it stands."""
        if any(start < self.offset <= end for start, end in self.sketch.comments):
            return self.none()
        if self.number >= 0:
            entry = self.entry(self.number)
            if entry.style in ("|", ">") and entry.start < self.offset <= entry.end:
                return self.none()
            holder = self.brackets()
            if holder >= 0:
                return self.in_brackets(holder)
            number = self.block(self.number)
            entry = self.entry(number)
            begun_below = not entry.style and entry.key_start < self.begin <= entry.start
            if entry.start < entry.end and entry.start <= self.offset <= entry.end and not begun_below:
                return self.on_entry(number)
            if entry.key_start >= self.begin:
                return self.on_entry(number)
            if entry.style in FLOW and entry.end > self.begin:
                # Behind a closing bracket.
                return self.none()
        return self.on_own_line()

    def none(self) -> Context:
        """Nowhere in particular."""
        return Context((), Part.NONE, "", Span(self.offset, self.offset))

    def entry(self, number: int) -> Entry:
        """An entry by its number."""
        return self.sketch.entries[number]

    def block(self, number: int) -> int:
        """The entry itself, or what it stands under that is not between brackets."""
        while number >= 0 and self.entry(number).column < 0:
            number = self.entry(number).parent
        return number

    def brackets(self) -> int:
        """Number of the innermost collection between brackets that the offset is inside of; -1 for none."""
        number = self.number
        while number >= 0:
            entry = self.entry(number)
            if entry.style in FLOW and entry.start < self.offset:
                closed = len(entry.style) == 2
                if self.offset < entry.end or (not closed and self.offset == entry.end):
                    return number
            number = entry.parent
        return -1

    def in_brackets(self, holder: int) -> Context:
        """Between the brackets of a collection: in what has been begun behind its last comma, or in something new."""
        mark = self.entry(holder).style[0]
        number = self.number
        while number != holder and self.entry(number).parent != holder:
            number = self.entry(number).parent
        if number != holder:
            entry = self.entry(number)
            if "," not in self.text[max(entry.end, entry.key_end) : self.offset]:
                return self.on_entry(number, mark)
        if mark == "{":
            return self.made(self.sketch.path(holder), Part.KEY, self.offset, self.offset, mark, -1)
        index = sum(1 for child in self.sketch.children(holder) if child.key_start < self.offset)
        return self.made(
            (*self.sketch.path(holder), index), Part.VALUE, self.offset, self.offset, mark, -1, fresh=True
        )

    def on_entry(self, number: int, mark: str = "") -> Context:
        """On a key or item, or on the value behind it."""
        entry = self.entry(number)
        path = self.sketch.path(number)
        is_item = isinstance(entry.key, int)
        if is_item and not mark and self.offset <= entry.key_end:
            return self.none()
        lacks_colon = bool(mark) and entry.start == entry.key_end
        if not is_item and (self.offset <= entry.key_end or lacks_colon or self.offset < self.colon(entry)):
            end = max(entry.key_end, self.offset)
            return self.made(path[:-1], Part.KEY, entry.key_start, end, mark, entry.column)
        start, end = entry.start, entry.end
        stands_below = start == end and not is_item and bool(self.sketch.children(number))
        if stands_below or (entry.style in FLOW and self.offset >= end):
            return self.none()
        if start == end or end < self.begin or start > self.end:
            start = end = self.offset
        elif self.offset < start:
            start = self.offset
        end = max(end, self.offset)
        return self.made(path, Part.VALUE, start, end, mark, entry.column, fresh=is_item)

    def colon(self, entry: Entry) -> int:
        """The offset behind the colon of a key."""
        return self.text.find(":", entry.key_end, entry.start + 1) + 1 or entry.start

    def on_own_line(self) -> Context:
        """On a line that has no key or dash up to the offset."""
        line = self.text[self.begin : self.end]
        words = line.lstrip(" \t")
        start = self.begin + len(line) - len(words)
        if words:
            # The sketch knows nothing of a text that stands between brackets as a whole.
            if self.offset < start or self.has_entry() or words[0] in "{[":
                return self.none()
            column = start - self.begin
        else:
            column = self.offset - self.begin
            start = self.offset
            below = self.below()
            if below is not None and below.column > column:
                # A key here would take what stands below away from what it belongs to.
                return self.none()
            if below is not None and below.column == column and isinstance(below.key, int):
                return self.made(self.sketch.path(below.parent), Part.ITEM, start, start, "", column)
        end = max(self.begin + len(line.rstrip(" \t")), self.offset) if words else self.offset
        return self.under(column, start, end)

    def below(self) -> Entry | None:
        """The next key or dash."""
        after = self.number + 1
        return self.entry(after) if after < len(self.sketch.entries) else None

    def has_entry(self) -> bool:
        """Whether a key or dash stands further on in the line."""
        after = self.below()
        return after is not None and after.key_start < self.end

    def under(self, column: int, start: int, end: int) -> Context:
        """In the collection that a line belongs to which begins at a column."""
        number = self.block(self.number)
        below = -1
        while number >= 0 and self.entry(number).column >= column:
            entry = self.entry(number)
            if entry.column == column and isinstance(entry.key, str):
                return self.made(self.sketch.path(entry.parent), Part.KEY, start, end, "", column)
            if entry.column == column and not self.beside_key(entry.parent, column):
                return self.made(self.sketch.path(entry.parent), Part.ITEM, start, end, "", column)
            below, number = number, entry.parent
        if number < 0:
            return self.made((), Part.KEY, start, end, "", column) if below < 0 else self.none()
        entry = self.entry(number)
        has_value = entry.start < entry.end and entry.start < self.begin
        return (
            self.none()
            if has_value or below >= 0
            else self.made(self.sketch.path(number), Part.KEY, start, end, "", column)
        )

    def beside_key(self, number: int, column: int) -> bool:
        """Whether the key over a list stands in the column of its dashes."""
        return number >= 0 and self.entry(number).column == column

    def made(
        self, path: Loc, part: Part, start: int, end: int, flow: str, column: int, *, fresh: bool = False
    ) -> Context:
        """A context whose word reaches from one offset to another."""
        return Context(path, part, self.text[start : self.offset], Span(start, end), flow, column, fresh)
