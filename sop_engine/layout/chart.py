"""What charts have in common: titled pages of cells, text that fits its place, grey bars, thin lines, ticks of an axis.

In: texts, places and numbers. Out: ``Cell`` values and rules for a ``Page``, and a ``Drawing`` of such pages, which the
writers of the sheet write too. Everything is in greys, so that a chart prints as it looks. All sizes are points.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import inf

from sop_engine.layout.drawing import Align, Bookmark, Box, Cell, Drawing, Page, Point
from sop_engine.layout.form import fitted, one_line, rounded
from sop_engine.layout.furniture import furnished
from sop_engine.layout.measure import Line, plain
from sop_engine.layout.papers import Paper
from sop_engine.layout.style import Style

__all__ = [
    "DARK",
    "HEAD",
    "LIGHT",
    "MIDDLE",
    "SIZE",
    "SMALL",
    "Body",
    "Look",
    "Rule",
    "across",
    "bar",
    "body_of",
    "charted",
    "down",
    "nice_ticks",
    "note_cells",
    "text_cell",
    "thin",
    "title_cells",
]

Rule = tuple[Point, Point]
"""A black line between two points of one height or one place."""

DARK, MIDDLE, LIGHT, HEAD = 0.25, 0.55, 0.78, 0.92
"""Greys of grounds, from what matters most to what only lies behind: 0 is black, 1 white."""

SIZE, SMALL = 8.5, 7.0
"""Font sizes of a chart's texts and of what is said beside them."""

_TITLE, _SUBTITLE = 14.0, 9.5
_SPACING = 1.22
_HAIR = 0.4
_GAP = 4.0
_NOTE = 0.3
# Heights are rounded to the hundredth of a point, and added up.
_SLACK = 0.05


@dataclass(frozen=True, slots=True)
class Body:
    """The room that a page has within its margins.

    Attributes:
        left: its left edge.
        top: its upper edge.
        right: its right edge.
        bottom: its lower edge.
    """

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From its left to its right edge."""
        return self.right - self.left


def body_of(paper: Paper) -> Body:
    """The room of a page of that paper."""
    margin = Style().margin
    return Body(margin, margin, rounded(paper.width - margin), rounded(paper.height - margin))


@dataclass(frozen=True, slots=True)
class Look:
    """How a text is set.

    Attributes:
        size: of the font, where there is room.
        bold: drawn bold.
        align: how its lines stand.
        grey: of the letters.
        fill: grey of the ground, or None.
        pad: from the left and right edge to the text.
        single: on one line, which is cut where it is too long; else wrapped, and smaller where it would be too tall.
    """

    size: float = SIZE
    bold: bool = False
    align: Align = Align.LEFT
    grey: float = 0.0
    fill: float | None = None
    pad: float = 3.0
    single: bool = False


_USUAL = Look()


def text_cell(
    box: Box,
    text: str,
    look: Look = _USUAL,
    *,
    at: tuple[int, int] | None = None,
    field: str = "",
) -> Cell:
    """A text that fits its place.

    Args:
        box: the place.
        text: as written.
        look: how it is set.
        at: row and column of the table that it stands in, or None.
        field: what it shows.
    """
    limit = max(box.width - 2 * look.pad, 1.0)
    size, leading = look.size, rounded(look.size * _SPACING)
    lines: tuple[Line, ...]
    if look.single:
        line = one_line(text, size, limit)
        lines = (line,) if line.runs else ()
    else:
        fit = fitted(text, size, limit, max(box.height, leading) + _SLACK, bold=look.bold, spacing=_SPACING)
        lines, size, leading = fit.lines, fit.size, fit.leading
    row, column = at or (None, None)
    return Cell(
        _placed(box), row, column, 1, 1, text, lines, size, bold=look.bold, align=look.align, middle=True,
        fill=look.fill, field=field, leading=leading, pad=look.pad,
        ruled=False, grey=look.grey,
    )  # fmt: skip


def bar(box: Box, fill: float, field: str = "batang") -> Cell:
    """A ground of one grey without words: a bar, or a shaded stretch; what comes later in a page lies above it."""
    return Cell(_placed(box), None, None, 1, 1, "", (), 0.0, fill=fill, field=field, ruled=False)


def thin(start: Point, end: Point, fill: float = LIGHT, wide: float = _HAIR) -> Cell:
    """A line lighter than a rule, such as those of a grid; it runs level or upright."""
    (x1, y1), (x2, y2) = start, end
    half = wide / 2
    if x1 == x2:
        return bar(Box(x1 - half, min(y1, y2), wide, abs(y2 - y1)), fill, "garis")
    return bar(Box(min(x1, x2), y1 - half, abs(x2 - x1), wide), fill, "garis")


def across(y: float, left: float, right: float) -> Rule:
    """A rule that runs level."""
    return (rounded(left), rounded(y)), (rounded(right), rounded(y))


def down(x: float, top: float, bottom: float) -> Rule:
    """A rule that runs upright."""
    return (rounded(x), rounded(top)), (rounded(x), rounded(bottom))


def title_cells(body: Body, title: str, subtitle: str = "") -> tuple[list[Cell], float]:
    """The heading of a page.

    Args:
        body: the room of the page.
        title: its words.
        subtitle: smaller words below; empty for none.

    Returns:
        Its cells, and where the rest of the page may begin.
    """
    cells, y = [], body.top
    for text, size, bold in ((title, _TITLE, True), (subtitle, _SUBTITLE, False)):
        if text:
            fit = fitted(text, size, body.width, 3 * size * _SPACING, bold=bold, spacing=_SPACING)
            box = Box(body.left, y, body.width, fit.height)
            cells.append(text_cell(box, text, Look(fit.size, bold=bold, pad=0.0), field="judul"))
            y = rounded(y + fit.height + _GAP / 2)
    return cells, rounded(y + _GAP)


def note_cells(body: Body, notes: Sequence[str], top: float) -> tuple[list[Cell], float]:
    """Small grey paragraphs one below the other, as wide as the page.

    Returns:
        Their cells, and where they end; more than the page has room for stand below its margin, so who calls sees
        by the end whether they fit.
    """
    cells, y = [], top
    for note in notes:
        fit = fitted(note, SMALL, body.width, inf, spacing=_SPACING)
        box = Box(body.left, y, body.width, fit.height)
        cells.append(text_cell(box, note, Look(SMALL, grey=_NOTE, pad=0.0), field="catatan"))
        y = rounded(y + fit.height + 1.0)
    return cells, y


def nice_ticks(greatest: Fraction | int, about: int = 6) -> tuple[Fraction, ...]:
    """The ticks of an axis from 0: even steps of 1, 2, 2.5 or 5 times a power of ten.

    Args:
        greatest: what the axis must reach; the last tick is not less.
        about: at most so many steps.

    Returns:
        At least 0 and one tick more.
    """
    wanted = Fraction(greatest) / about
    if wanted <= 0:
        return Fraction(0), Fraction(1)
    power = Fraction(1)
    while power > wanted:
        power /= 10
    while power * 10 <= wanted:
        power *= 10
    step = next(power * size for size in (1, 2, Fraction(5, 2), 5, 10) if power * size >= wanted)
    steps = -(-Fraction(greatest) // step)
    return tuple(step * number for number in range(int(steps) + 1))


def charted(
    name: str,
    description: str,
    paper: Paper,
    pages: Iterable[tuple[Sequence[Cell], Sequence[Rule]]],
    *,
    agency: str = "",
    author: str = "",
    foot: str = "",
) -> Drawing:
    """A drawing of finished pages, with their foot and numbers.

    Args:
        name: what a screen reader and the PDF's outline call it, such as ``Jadwal: Penyusunan Laporan``.
        description: one or two sentences on what it shows (Indonesian).
        paper: of all pages.
        pages: the cells and the rules of each.
        agency: the agency's code.
        author: the agency's name.
        foot: what the foot of each page says, beside its number.
    """
    whole = [
        Page(number, paper.width, paper.height, tuple(cells), rules=tuple(rules))
        for number, (cells, rules) in enumerate(pages, 1)
    ]
    title = plain(name)
    return Drawing(
        title,
        title,
        description,
        agency,
        SIZE,
        tuple(furnished(page, foot, len(whole)) for page in whole),
        author=plain(author),
        bookmarks=(Bookmark(title, 1, 0),),
    )


def _placed(box: Box) -> Box:
    left, top = rounded(box.x), rounded(box.y)
    return Box(left, top, rounded(box.right - left), rounded(box.bottom - top))
