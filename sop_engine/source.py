"""Source text and places in it.

In: the decoded text of one definition and the name it is shown by. Out: a ``SourceFile`` that
turns offsets (code points from the start of the text) into lines and columns.
"""

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

__all__ = ["Position", "SourceFile", "Span"]


class Position(NamedTuple):
    """A place as people name it: line and column from 1, columns counted in code points."""

    line: int
    column: int


class Span(NamedTuple):
    """A stretch of text: offsets in code points, ``end`` excluded. Flat ints keep large files cheap."""

    start: int
    end: int


@dataclass(frozen=True, eq=False)
class SourceFile:
    r"""The text of one definition, without a byte order mark.

    Attributes:
        name: what messages call it, a path as the user gave it or ``<stdin>``.
        text: the whole text; line ends stay as they are (``\\n``, ``\\r\\n`` or ``\\r``).
    """

    name: str
    text: str = field(repr=False)

    def __reduce__(self) -> tuple[type["SourceFile"], tuple[str, str]]:
        """Pickle by content: where lines start can be found again."""
        return SourceFile, (self.name, self.text)

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """Offset of the first character of each line; the first is 0."""
        text = self.text
        if "\r" not in text:
            *lines, _ = text.split("\n")
            return tuple(accumulate([len(line) + 1 for line in lines], initial=0))
        starts = [0]
        for at, character in enumerate(text):
            if character == "\n" or (character == "\r" and text[at + 1 : at + 2] != "\n"):
                starts.append(at + 1)
        return tuple(starts)

    @property
    def newline(self) -> str:
        r"""How the text ends its lines: as its first line does; ``\\n`` where it has but one line."""
        starts = self.line_starts
        return "\n" if len(starts) == 1 else self.text[len(self.line(1)) : starts[1]]

    def position(self, offset: int) -> Position:
        """Line and column of an offset; one beyond the text is held to its end."""
        offset = max(0, min(offset, len(self.text)))
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """The text of a line (from 1) without its line end; a line that is not there is empty."""
        starts = self.line_starts
        if not 1 <= number <= len(starts):
            return ""
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")
