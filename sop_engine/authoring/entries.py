"""Entries of a definition as they stand in its text: which lines and comments belong to a key or a list item.

In: a document and a path. Out: ``Entry`` and the offsets at which it begins and ends, comments included.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError
from sop_engine.reading.document import Document, Loc, Place

__all__ = ["Entry", "Sheet", "unfit"]

_NOTES = re.compile(r"(?:\s+|#[^\r\n]*)*")
_BLANKS = re.compile(r"[ \t]*")
_DASHES = re.compile(r" *(?:-[ \t]+)*")
_KEEPS = re.compile(r"[|>][0-9]?\+")


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its value, or an item of a list.

    Attributes:
        loc: its path.
        data: its value.
        place: the place of its value.
        flow: it stands inside ``[ ]`` or ``{ }``.
        start: where its key or dash begins; inside brackets the item itself.
        head: just behind its colon or dash; of an item in brackets its start, of a key without a colon its end.
        column: the column of ``start``, from 0.
        begins: nothing but spaces stands before it on its line.
    """

    loc: Loc
    data: Any
    place: Place
    flow: bool
    start: int
    head: int
    column: int
    begins: bool

    @property
    def end(self) -> int:
        """Where its value ends; where it has none, its head."""
        return max(self.head, int(self.place[1]))


def unfit(document: Document, offset: int) -> UsageError:
    """What to raise where a text uses YAML in a way that nobody can change without rewriting it."""
    line = document.source.position(offset).line
    return UsageError(
        Text(
            f"baris {line} ditulis dengan cara yang tidak dapat diubah secara otomatis",
            f"line {line} is written in a way that cannot be changed automatically",
        ),
        Text("ubah sendiri baris itu di dalam teks", "change that line in the text yourself"),
    )


class Sheet:
    """The lines of a document, and the entries on them."""

    def __init__(self, document: Document) -> None:
        """Nothing is looked up yet."""
        self.document = document
        self.text = document.source.text

    # Lines -----------------------------------------------------------------------------------------------

    def line_start(self, offset: int) -> int:
        """Where the line of an offset begins."""
        return offset - self.column(offset)

    def line_end(self, offset: int) -> int:
        """Where the line of an offset ends, before its line break."""
        source = self.document.source
        line = source.position(offset).line
        return source.line_starts[line - 1] + len(source.line(line))

    def next_line(self, offset: int) -> int:
        """Where the line below begins; the end of the text where there is none."""
        starts = self.document.source.line_starts
        line = self.document.source.position(offset).line
        return starts[line] if line < len(starts) else len(self.text)

    def column(self, offset: int) -> int:
        """The column of an offset, from 0."""
        return self.document.source.position(offset).column - 1

    def begins(self, offset: int) -> bool:
        """Whether nothing but spaces stands before an offset on its line."""
        return not self.text[self.line_start(offset) : offset].strip(" ")

    def is_one_line(self, start: int, end: int) -> bool:
        """Whether no line ends between two offsets."""
        return end <= self.line_end(start)

    def is_blank(self, offset: int) -> bool:
        """Whether the line of an offset holds nothing but spaces."""
        return not self.text[self.line_start(offset) : self.line_end(offset)].strip()

    @cached_property
    def _alone(self) -> frozenset[int]:
        return frozenset(comment.span.start for comment in self.document.comments if comment.alone)

    @cached_property
    def _comments(self) -> list[int]:
        return [comment.span.start for comment in self.document.comments]

    def comment_behind(self, offset: int) -> int | None:
        """Where a comment on the rest of an offset's line begins."""
        at = bisect_left(self._comments, offset)
        if at < len(self._comments) and self._comments[at] <= self.line_end(offset):
            return self._comments[at]
        return None

    def comments_in(self, start: int, end: int) -> list[str]:
        """The comments between two offsets as they stand there."""
        found = [comment.span for comment in self.document.comments if start <= comment.span.start < end]
        return [self.text[span.start : span.end] for span in found]

    def comment_column(self, offset: int) -> int | None:
        """The column of the comment that stands alone on the line of an offset; None where there is none."""
        found = self.behind_blanks(self.line_start(offset))
        return self.column(found) if found in self._alone else None

    def behind_blanks(self, offset: int) -> int:
        """Where the spaces and tabs behind an offset end."""
        match = _BLANKS.match(self.text, offset)
        return match.end() if match else offset

    def behind_notes(self, offset: int) -> int:
        """Where the blanks, line ends and comments behind an offset end."""
        match = _NOTES.match(self.text, offset)
        return match.end() if match else offset

    # Entries ---------------------------------------------------------------------------------------------

    def is_flow(self, place: Place) -> bool:
        """Whether a collection is written in brackets."""
        first = self.text[place[0] : place[0] + 1]
        if first in ("&", "!", "*"):
            raise unfit(self.document, place[0])
        return first in ("[", "{")

    def entry(self, loc: Loc) -> Entry:
        """The entry at a path that is there; the path has at least one segment."""
        return self.entries(loc[:-1], loc[-1])[0]

    def entries(self, loc: Loc, only: str | int | None = None) -> list[Entry]:
        """All entries of the collection at a path, in order, or only the one that is named."""
        place: Place = self.document.place
        data: Any = self.document.data
        flow = self.is_flow(place)
        for segment in loc:
            inside = place[2]
            place = inside[segment][2] if isinstance(inside, dict) else inside[segment]
            data = data[segment]
            outer, flow = flow, self.is_flow(place)
            if outer and not flow:
                raise unfit(self.document, place[0])
        if isinstance(data, list):
            wanted = range(len(data)) if only is None else [int(only)]
            found = []
            for at in wanted:
                start = place[2][at][0] if flow else self._dash(place, at)
                head = start if flow else start + 1
                found.append(self._made((*loc, at), data[at], place[2][at], start, head, flow=flow))
            return found
        found = []
        for key in data if only is None else [only]:
            start, end, value = place[2][key]
            head = self._colon(end, value, flow=flow)
            found.append(self._made((*loc, key), data[key], value, start, head, flow=flow))
        return found

    def _made(self, loc: Loc, data: Any, place: Place, start: int, head: int, *, flow: bool) -> Entry:
        begins = self.begins(start)
        if not flow and not begins and not _DASHES.fullmatch(self.text, self.line_start(start), start):
            raise unfit(self.document, start)
        return Entry(loc, data, place, flow, start, head, self.column(start), begins)

    def _dash(self, place: Place, at: int) -> int:
        """The dash of an item of a block list: the first thing behind the item above that is no comment."""
        found = self.behind_notes(place[2][at - 1][1] if at else place[0])
        if self.text[found : found + 1] != "-":
            raise unfit(self.document, found)
        return found

    def _colon(self, end: int, value: Place, *, flow: bool) -> int:
        """Just behind the colon of a key; in braces a key may have none."""
        at = self.behind_notes(end) if flow else self.behind_blanks(end)
        if self.text[at : at + 1] == ":":
            return at + 1
        if flow and value[0] >= value[1]:
            return end
        raise unfit(self.document, end)

    # What belongs to an entry of block style -------------------------------------------------------------

    def own_start(self, entry: Entry) -> int:
        """Where the lines of an entry begin, with the comments right above; its start where it shares a line."""
        if not entry.begins:
            return entry.start
        found = self.line_start(entry.start)
        while found and self.comment_column(found - 1) == entry.column:
            found = self.line_start(found - 1)
        return found

    def own_end(self, entry: Entry) -> int:
        """The end of the last line of an entry, with the deeper comments below, before the line break."""
        found = self.line_end(entry.end)
        keeps = self._keeps_blanks(entry.place)
        at = self.next_line(found)
        while at < len(self.text):
            column = self.comment_column(at)
            if column is not None and column > entry.column:
                found = self.line_end(at)
            elif not self.is_blank(at):
                break
            elif keeps and self.next_line(at) > at:
                found = self.line_end(at)
            at = self.next_line(at)
        return found

    def _keeps_blanks(self, place: Place) -> bool:
        """Whether a value ends in a block text that keeps the empty lines behind it."""
        while len(place) == 3 and place[2]:
            inside = place[2]
            place = list(inside.values())[-1][2] if isinstance(inside, dict) else inside[-1]
        return bool(_KEEPS.match(self.text, place[0])) and place[1] > place[0]
