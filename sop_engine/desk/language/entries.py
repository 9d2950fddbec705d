"""Keys and items with their places, as a light reading of a text finds them.

In: what ``sketch`` finds. Out: ``Entry`` and ``Sketch``, which answer what stands where, and the text of a scalar.
"""

import re
from bisect import bisect_right
from typing import NamedTuple

from sop_engine.reading.document import Loc

__all__ = ["DEPTH_LIMIT", "FLOW", "Entry", "Sketch", "plain_text"]

DEPTH_LIMIT = 50
FLOW = ("{", "[", "{}", "[]")
"""Styles of collections between brackets; those with both have been closed."""

_JOINED = re.compile(r"[ \t]*(?:\r\n|[\r\n])[ \t]*")
_ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\", "/": "/", " ": " "}


class Entry(NamedTuple):
    """A key with its value, or an item of a list.

    Attributes:
        parent: number of the entry that it stands under; -1 at the top.
        key: the key as text, or the index of the item.
        key_start: where the key begins; of an item, its dash, or between brackets its first character.
        key_end: behind the key or dash.
        start: where the value begins; with nothing on its line, behind the colon or dash. Where a key between
            braces has no colon yet, it is ``key_end``.
        end: behind the value; ``start`` where it is empty or follows on further lines.
        column: of the key or dash, from 0; -1 between brackets.
        style: the first character of a quoted, block or bracketed value, both brackets where it is closed.
    """

    parent: int
    key: str | int
    key_start: int
    key_end: int
    start: int
    end: int
    column: int
    style: str


class Sketch(NamedTuple):
    """All entries in the order of the text, where they begin, and the places of comments."""

    entries: tuple[Entry, ...]
    starts: tuple[int, ...]
    comments: tuple[tuple[int, int], ...]

    def last_before(self, offset: int) -> int:
        """Number of the last entry that begins at an offset or before; -1 for none."""
        return bisect_right(self.starts, offset) - 1

    def path(self, number: int) -> Loc:
        """The path that ends in an entry; of -1, that of the whole."""
        found: list[str | int] = []
        while number >= 0:
            entry = self.entries[number]
            found.append(entry.key)
            number = entry.parent
        return tuple(reversed(found))

    def number_of(self, path: Loc) -> int:
        """Number of the entry that a path ends in; of the whole, and where there is none, -1."""
        number = -1
        for part in path:
            for at in range(number + 1, len(self.entries)):
                entry = self.entries[at]
                if entry.parent == number and entry.key == part:
                    number = at
                    break
            else:
                return -1
        return number

    def children(self, number: int) -> list[Entry]:
        """What stands right under an entry, in the order of the text."""
        return [entry for entry in self.entries[number + 1 :] if entry.parent == number]


def plain_text(written: str) -> str:
    """The text that a scalar means: without its quotation marks, its lines joined. Rare escapes stay as written."""
    mark = written[:1]
    if mark in ("|", ">"):
        lines = [line.strip() for line in re.split(r"\r\n|[\r\n]", written)[1:]]
        return ("\n" if mark == "|" else " ").join(lines)
    if mark not in ("'", '"'):
        return _JOINED.sub(" ", written) if "\n" in written or "\r" in written else written
    inner = written[1:-1] if len(written) > 1 and written.endswith(mark) else written[1:]
    inner = _JOINED.sub(" ", inner)
    if mark == "'":
        return inner.replace("''", "'")
    return re.sub(r"\\(.)", lambda found: _ESCAPES.get(found[1], found[0]), inner) if "\\" in inner else inner
