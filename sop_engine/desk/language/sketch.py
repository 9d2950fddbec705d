"""A light reading of a text that need not be YAML yet: it goes by lines, indentation, dashes and brackets.

In: any text, however broken. Out: a ``Sketch``: every key and item with its place and that of its value, and the
comments. What the reader reads, the sketch shows alike in all that a definition is written with; where the reader
gives up, the sketch ends the open bracket or quotation mark at its line and goes on.
"""

import re
from functools import lru_cache

from sop_engine.desk.language.brackets import read_brackets
from sop_engine.desk.language.entries import DEPTH_LIMIT, Entry, Sketch, plain_text

__all__ = ["sketched"]

_KEY = r"""'(?:[^'\r\n]|'')*+'|"(?:[^"\\\r\n]|\\.)*+"|[^\s#'"\[\]{},:-][^\r\n:#]*+"""
_LINE = re.compile(
    rf"([ \t]*+)((?:-(?:[ \t]++|(?=[\r\n]|\Z)))*+)(?:({_KEY})[ \t]*(:)(?=[ \t\r\n]|\Z))?+[ \t]*+"
    r"(?:([^\s|>\[{'\"#][^\r\n#]*+)?+(\r\n?|\n|\Z))?"
)
"""Indent, dashes, key, colon; then, where the rest is plain text without any ``#``, that text and the line end."""
_LINE_END = re.compile(r"\r\n|[\r\n]|\Z")
_PLAIN = re.compile(r"[^\r\n]*?(?=[ \t]*(?:[\r\n]|\Z)|[ \t]+#)")
_SINGLE = re.compile(r"'(?:[^']|'')*'")
_DOUBLE = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)


class _Level:
    """An open block collection: where it stands and which entry came last."""

    __slots__ = ("column", "count", "holder", "is_list", "last")

    def __init__(self, column: int, holder: int, *, is_list: bool) -> None:
        self.column = column
        self.holder = holder
        self.is_list = is_list
        self.last = holder
        self.count = 0


# One keystroke brings several questions about one text.
@lru_cache(maxsize=8)
def sketched(text: str) -> Sketch:
    """Sketch a text, in one pass."""
    drawing = _Drawing(text)
    at = 0
    length, line = len(text), drawing.line
    while at < length:
        at = line(at)
    entries = tuple(drawing.entries)
    return Sketch(entries, tuple([entry.key_start for entry in entries]), tuple(drawing.comments))


class _Drawing:
    """The pass over one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.entries: list[Entry] = []
        self.comments: list[tuple[int, int]] = []
        self.levels: list[_Level] = []

    def line(self, at: int) -> int:
        """Take the line that begins at an offset, with the lines that its value goes on in; give the next one."""
        line = _LINE.match(self.text, at)
        if line is None:  # every part of it may be empty
            return len(self.text)
        indent, dashes, key, _, words, ending = line.groups()
        if ending is None or not (key or dashes):
            return self._long_line(line, at)
        start = end = 0
        if words is not None:
            start = line.start(5)
            end = start + len(words.rstrip(" \t"))
        if dashes:
            self._dashes(dashes, at + len(indent), at, (start, end) if key is None else (0, 0))
        if key is not None:
            begin = line.start(3)
            if not end:
                start = end = line.end(4)
            self._add_key(key, begin - at, begin, start, end)
        return line.end()

    def _add_key(self, written: str, column: int, start: int, begin: int, end: int) -> bool:
        """Add a key as it is written, with blanks that may stand in front of the colon."""
        key = written.rstrip(" \t")
        name = plain_text(key) if key[0] in "'\"" else key
        return self._add(column, start, start + len(key), begin, end, name)

    def _long_line(self, line: re.Match[str], at: int) -> int:
        """Take a line with a comment, or with a value that may go on in the next."""
        _, dashes, key, _, _, ending = line.groups()
        own = bool(dashes) and self._dashes(dashes, line.end(1), at, (0, 0))
        value = line.end() if ending is None else line.end(1) if line[5] is None else line.start(5)
        if key is not None:
            start, behind = line.start(3), line.end(4)
            own = self._add_key(key, start - at, start, behind, behind)
        end = self._value(value, line.end(1) - at, own=own)
        line_end, after = self._line_end(end)
        found = self.text.find("#", end, line_end)
        if found >= 0 and not self.text[end:found].strip():
            self.comments.append((found, line_end))
        return after

    def _line_end(self, at: int) -> tuple[int, int]:
        """Where the line of an offset ends, and where the next one begins."""
        found = _LINE_END.search(self.text, at)
        return found.span() if found else (len(self.text), len(self.text))

    def _dashes(self, dashes: str, inner: int, at: int, value: tuple[int, int]) -> bool:
        """Add an item for each dash; the value, if there is one, is that of the last."""
        own = False
        where = dashes.find("-")
        while where >= 0:
            start = inner + where
            where = dashes.find("-", where + 1)
            begin, end = value if where < 0 and value[1] else (start + 1, start + 1)
            own = self._add(start - at, start, start + 1, begin, end, None)
        return own

    def _add(self, column: int, start: int, behind: int, begin: int, end: int, key: str | None) -> bool:
        """Add a key, or an item where there is none, in the collection that its column tells."""
        levels = self.levels
        is_list = key is None
        level = levels[-1] if levels else None
        while level is not None and (
            level.column > column or (level.column == column and level.is_list and not is_list)
        ):
            levels.pop()
            level = levels[-1] if levels else None
        if level is None or level.column < column or level.is_list != is_list:
            if len(levels) >= DEPTH_LIMIT:
                return False
            level = _Level(column, -1 if level is None else level.last, is_list=is_list)
            levels.append(level)
        entries = self.entries
        level.last = len(entries)
        name: str | int = level.count if key is None else key
        level.count += 1
        entries.append(Entry(level.holder, name, start, behind, begin, end, column, ""))
        return True

    def _value(self, at: int, indent: int, *, own: bool) -> int:
        """Take what stands behind key and dash; give the offset behind it."""
        first = self.text[at : at + 1]
        if first in ("", "\r", "\n", "#"):
            return at
        if not own:
            return self._lone(at, indent)
        column = self.entries[-1].column
        if first in "|>":
            end = self._block(at, column)
        elif first in "[{":
            return read_brackets(self.text, at, column, self.entries, self.comments)
        elif first in "'\"":
            end = self._quoted(at, column, first)
        else:
            first, end = "", self._plain(at)
        self.entries[-1] = self.entries[-1]._replace(start=at, end=end, style=first)
        return end

    def _plain(self, at: int) -> int:
        found = _PLAIN.match(self.text, at)
        return found.end() if found else at

    def _lone(self, at: int, indent: int) -> int:
        """A line of neither key nor item: it goes on with the text above, or is the value that was missing there."""
        end = self._plain(at)
        if self.entries and self.levels:
            number = self.levels[-1].last
            last = self.entries[number]
            if number == len(self.entries) - 1 and last.column < indent and last.style == "":
                start = last.start if last.end > last.start else at
                self.entries[number] = last._replace(start=start, end=end)
        return end

    def _block(self, at: int, column: int) -> int:
        """The end of a block text: before the next line that is not blank and no deeper than its key."""
        end, after = self._line_end(at)
        while after < len(self.text):
            begin = after
            line_end, after = self._line_end(begin)
            words = self.text[begin:line_end].lstrip(" \t")
            if words and line_end - begin - len(words) <= column:
                break
            if words:
                end = line_end
        return end

    def _quoted(self, at: int, column: int, mark: str) -> int:
        """The end of a quoted text; without a closing mark it ends with its line."""
        found = (_SINGLE if mark == "'" else _DOUBLE).match(self.text, at)
        if found is not None:
            lines = re.split(r"\r\n|[\r\n]", found[0])[1:]
            if all(len(line) - len(line.lstrip(" \t")) > column for line in lines if line.strip()):
                return found.end()
        end, _ = self._line_end(at)
        return at + len(self.text[at:end].rstrip(" \t"))
