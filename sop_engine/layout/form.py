"""The measures of the pages before the sheet, and how their texts become lines.

In: a paper and a font size; texts as written. Out: ``Form``, where the columns of the Bagian Identitas lie;
lines that fit a width, lists with their numbers, headings that are never too tall.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from sop_engine.layout.measure import Line, Run, width, wrap
from sop_engine.layout.papers import Paper
from sop_engine.layout.style import Style

__all__ = ["Fitted", "Form", "Listed", "fitted", "listed", "one_line", "rounded"]

_SHRINK = 0.9
_UNREADABLE = 0.5
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Form:
    """Sizes and places of a page of the form, in points.

    Attributes:
        paper: the page.
        font: size of the text.
        label: width of the column of labels, at the right.
        share: of the table's width, what the left column has.
        margin: from the paper's edge to the table.
        pad: from a cell's border to its text.
        pad_y: the same above and below the text of a label and its value.
        sign: room for a signature and a stamp, 2 cm.
    """

    paper: Paper
    font: float
    label: float
    share: float = 0.5
    margin: float = Style().margin
    pad: float = 6.0
    pad_y: float = 4.2
    sign: float = 56.7

    @property
    def leading(self) -> float:
        """From one baseline to the next."""
        return round(self.font * 1.25, 2)

    @property
    def left(self) -> float:
        """Left edge of the table."""
        return self.margin

    @property
    def middle(self) -> float:
        """Where the left column ends."""
        return rounded(self.margin + self.share * (self.paper.width - 2 * self.margin))

    @property
    def value(self) -> float:
        """Where the column of values begins."""
        return rounded(self.middle + self.label)

    @property
    def right(self) -> float:
        """Right edge of the table."""
        return rounded(self.paper.width - self.margin)

    @property
    def bottom(self) -> float:
        """Where the table ends at the latest."""
        return self.paper.height - self.margin

    @property
    def body(self) -> float:
        """Height of a page's table."""
        return self.bottom - self.margin


def rounded(number: float) -> float:
    """A place to the hundredth of a point."""
    return round(number, 2)


@dataclass(frozen=True, slots=True)
class Fitted:
    """A text that fits its place.

    Attributes:
        text: the text as written.
        lines: its lines.
        size: their font size, points.
        leading: from one baseline to the next, points.
    """

    text: str
    lines: tuple[Line, ...]
    size: float
    leading: float

    @property
    def height(self) -> float:
        """Of all lines, points."""
        return len(self.lines) * self.leading


def fitted(
    text: str,
    size: float,
    limit: float,
    tallest: float,
    *,
    bold: bool = False,
    balance: bool = False,
    spacing: float = 1.25,
) -> Fitted:
    """Wrap a text to a width, smaller where it would be taller than some height.

    Args:
        text: the text as written.
        size: the font size that it has if it can, points.
        limit: the width, points.
        tallest: the height, points.
        bold: it is drawn bold.
        balance: its lines are to be about as long as each other.
        spacing: from one baseline to the next, in font sizes.
    """
    size = rounded(size)
    lines = wrap(text, size, limit, bold=bold, balance=balance)
    while len(lines) * size * spacing > tallest and size > _UNREADABLE:
        size = rounded(size * _SHRINK)
        lines = wrap(text, size, limit, bold=bold, balance=balance)
    return Fitted(text, lines, size, rounded(size * spacing))


@dataclass(frozen=True, slots=True)
class Listed:
    """A list as it is printed.

    Attributes:
        text: the whole of it, unwrapped, an item a line.
        lines: its lines.
        starts: which lines begin an item.
    """

    text: str
    lines: tuple[Line, ...]
    starts: frozenset[int]


def listed(items: Sequence[str], size: float, limit: float) -> Listed:
    """Wrap a list: two items or more are numbered, with hanging indents; one alone is not.

    A digit of the font is as wide as two spaces, a full stop as one: spaces indent to the hair.
    """
    if len(items) < 2:
        lines = wrap(items[0], size, limit) if items else ()
        return Listed("".join(items), lines, frozenset((0,)))
    digits = len(str(len(items)))
    indent = " " * (2 * digits + 2)
    room = limit - width(f"{'0' * digits}. ", size)
    found: list[Line] = []
    starts: set[int] = set()
    for number, item in enumerate(items, 1):
        starts.add(len(found))
        lines = wrap(item, size, room) or (Line((), 0.0),)
        before = "  " * (digits - len(str(number)))
        found.append(_led(f"{before}{number}. ", lines[0], size))
        found += [_led(indent, line, size) for line in lines[1:]]
    return Listed(
        "\n".join(f"{number}. {item}" for number, item in enumerate(items, 1)),
        tuple(found),
        frozenset(starts),
    )


def _led(lead: str, line: Line, size: float) -> Line:
    """Return a line with upright characters before it; spaces alone lead nothing."""
    if not line.runs and not lead.strip():
        return line
    wide = width(lead, size) + line.width
    if line.runs and not line.runs[0].italic:
        return Line((Run(lead + line.runs[0].text, italic=False), *line.runs[1:]), wide)
    return Line((Run(lead, italic=False), *line.runs), wide)


def one_line(text: str, size: float, limit: float) -> Line:
    """Return a text on one line; where it is too long, as many words as there is room for, and an ellipsis."""
    plain = " ".join(text.split())
    lines = wrap(plain, size, inf)
    if not lines:
        return Line((), 0.0)
    if len(lines) == 1 and lines[0].width <= limit:
        return lines[0]
    mark = width(_ELLIPSIS, size)
    first = wrap(plain, size, limit - mark)[0]
    return Line((*first.runs, Run(_ELLIPSIS, italic=False)), first.width + mark)
