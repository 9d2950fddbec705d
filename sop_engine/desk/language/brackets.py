"""Collections between brackets, also where the closing one is missing.

In: a text, the offset of an opening bracket, and the entries so far, the last of which holds the collection. Out: the
entries of all that stands between the brackets, added to those, and the offset behind it.
"""

import re

from sop_engine.desk.language.entries import DEPTH_LIMIT, Entry, plain_text

__all__ = ["read_brackets"]

_TOKEN = re.compile(
    r"""(?P<space>[ \t]+)|(?P<line>\r\n|[\r\n])|(?P<comment>\#[^\r\n]*)|(?P<mark>[\[\]{},])"""
    r"""|(?P<colon>:(?=[\s,\[\]{}]|\Z))|(?P<quoted>'(?:[^'\r\n]|'')*'?|"(?:[^"\\\r\n]|\\.)*"?)"""
    r"""|(?P<plain>[^\s,\[\]{}](?:[^\r\n,\[\]{}:#]|:(?![\s,\[\]{}]|\Z)|(?<!\s)\#)*)"""
)
_INDENT = re.compile(r"[ \t]*")


def read_brackets(
    text: str, at: int, column: int, entries: list[Entry], comments: list[tuple[int, int]]
) -> int:
    """Take a collection between brackets; one that is not closed ends before the next line of its mapping.

    Args:
        text: the whole text.
        at: offset of the opening bracket.
        column: that of the key or dash in front of it: a line that begins no deeper belongs to it no more.
        entries: those so far; the collection is the value of the last. Those inside are added.
        comments: places of comments; those inside are added.

    Returns:
        The offset behind it.
    """
    number = len(entries) - 1
    entries[number] = entries[number]._replace(start=at, style=text[at])
    flow = _Flow(entries, number, text[at])
    at += 1
    while flow.open and (token := _TOKEN.match(text, at)):
        kind = token.lastgroup
        if kind == "line" and _leaves(text, token.end(), column):
            break
        if kind == "comment":
            comments.append(token.span())
        elif kind == "colon":
            flow.colon(token.end())
        elif kind == "mark":
            if token[0] in "[{" and len(flow.open) >= DEPTH_LIMIT:
                break
            flow.mark(token[0], at)
        elif kind in ("quoted", "plain"):
            flow.text(at, at + len(token[0].rstrip(" \t")), token[0])
        at = token.end()
    flow.leave(at)
    return at


def _leaves(text: str, at: int, column: int) -> bool:
    """Whether the line at an offset belongs to the collection no more."""
    indent = _INDENT.match(text, at)
    begin = indent.end() if indent else at
    return text[begin : begin + 1] not in ("", "\r", "\n", "#", "]", "}") and begin - at <= column


class _Flow:
    """What is open between brackets: numbers of collections, and how many items or which key came last."""

    def __init__(self, entries: list[Entry], number: int, mark: str) -> None:
        self.entries = entries
        self.open: list[tuple[int, str]] = [(number, mark)]
        self.counts = [0]
        self.current = -1

    def mark(self, mark: str, at: int) -> None:
        """A bracket or comma."""
        if mark == ",":
            self._end_item()
        elif mark in "[{":
            self._begin(at)
            number = self.current if self.current >= 0 else len(self.entries) - 1
            self.entries[number] = self.entries[number]._replace(start=at, end=at + 1, style=mark)
            self.open.append((number, mark))
            self.counts.append(0)
            self.current = -1
        else:
            self._close(at + 1, mark)

    def text(self, start: int, end: int, raw: str) -> None:
        """A word or a quoted text: a key, or a value."""
        style = raw[0] if raw[0] in "'\"" else ""
        if self.current < 0:
            number, mark = self.open[-1]
            if mark == "{":
                key = plain_text(raw.rstrip(" \t"))
                self.entries.append(Entry(number, key, start, end, end, end, -1, ""))
                self.current = len(self.entries) - 1
                return
            self._begin(start)
        entry = self.entries[self.current]
        if entry.end > entry.start:
            # A second text without a comma between, or the next line of a long one.
            start, style = entry.start, entry.style
        elif entry.start == entry.key_end and isinstance(entry.key, str):
            # No colon: the key goes on.
            self.entries[self.current] = entry._replace(key_end=end, start=end, end=end)
            return
        self.entries[self.current] = entry._replace(start=start, end=end, style=style)

    def colon(self, end: int) -> None:
        """The colon behind a key."""
        if self.current >= 0:
            entry = self.entries[self.current]
            if isinstance(entry.key, str) and entry.start == entry.key_end == entry.end:
                self.entries[self.current] = entry._replace(start=end, end=end)

    def leave(self, at: int) -> None:
        """The end of what is open, where the text does not close it."""
        while self.open:
            number, _ = self.open.pop()
            self.entries[number] = self.entries[number]._replace(end=at)

    def _begin(self, at: int) -> None:
        """An item of the open collection begins, if no key stands in front of it."""
        if self.current < 0:
            number, mark = self.open[-1]
            key: str | int = "" if mark == "{" else self.counts[-1]
            self.entries.append(Entry(number, key, at, at, at, at, -1, ""))
            self.current = len(self.entries) - 1

    def _end_item(self) -> None:
        if self.current >= 0:
            self.counts[-1] += 1
        self.current = -1

    def _close(self, end: int, mark: str) -> None:
        """A closing bracket; one that does not fit closes what is open all the same."""
        number, opened = self.open.pop()
        self.counts.pop()
        self.entries[number] = self.entries[number]._replace(end=end, style="{}" if opened == "{" else "[]")
        self.current = number if self.open else -1
