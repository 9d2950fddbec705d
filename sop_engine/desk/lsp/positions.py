r"""Places as editors count them: lines from 0, columns in units of an encoding that both sides agreed on.

In: a text and the encoding. Out: positions and ranges of the protocol for offsets in code points, and the way back.
Lines end with ``\n``, ``\r\n`` or ``\r`` and nothing else, as the protocol has it.
"""

from dataclasses import dataclass
from enum import StrEnum

from lsprotocol.types import Position, Range

from sop_engine.source import SourceFile, Span

__all__ = ["Encoding", "Positions"]


class Encoding(StrEnum):
    """What a column counts."""

    UTF8 = "utf-8"
    UTF16 = "utf-16"
    UTF32 = "utf-32"

    def width(self, text: str) -> int:
        """How many units a text has."""
        if self is Encoding.UTF32 or text.isascii():
            return len(text)
        if self is Encoding.UTF16:
            return len(text) + sum(character > "\uffff" for character in text)
        # A half of a pair, which only broken editors send, has a length all the same.
        return len(text.encode("utf-8", "surrogatepass"))


@dataclass(frozen=True, slots=True)
class Positions:
    """The places of one text.

    Attributes:
        source: the text.
        encoding: what columns count.
    """

    source: SourceFile
    encoding: Encoding

    def position(self, offset: int) -> Position:
        """The position of an offset; one inside a line end is held to the end of the line's words."""
        place = self.source.position(offset)
        before = self.source.line(place.line)[: place.column - 1]
        return Position(place.line - 1, self.encoding.width(before))

    def range(self, span: Span) -> Range:
        """The range of a span."""
        return Range(self.position(span.start), self.position(span.end))

    def offset(self, position: Position) -> int:
        """The offset of a position.

        One beyond the end of its line is held to it, one beyond the last line to the end of the text, and one inside a
        character is before it.
        """
        starts = self.source.line_starts
        if position.line >= len(starts):
            return len(self.source.text)
        return starts[position.line] + self._column(self.source.line(position.line + 1), position.character)

    def span(self, range: Range) -> Span:
        """The span of a range; one that is written backwards is turned round."""
        start, end = self.offset(range.start), self.offset(range.end)
        return Span(min(start, end), max(start, end))

    def _column(self, line: str, units: int) -> int:
        if self.encoding is Encoding.UTF32 or line.isascii():
            return min(units, len(line))
        for at, character in enumerate(line):
            units -= self.encoding.width(character)
            if units < 0:
                return at
        return len(line)
