"""The drawing: everything that stands on the sheet, flat, in page points, before any writer.

In: nothing; these are values. Out: ``Drawing``, which is enough for a picture (SVG, PDF, PNG) and for a
real table (HTML, XLSX, DOCX): cells know their row, column and unwrapped text, symbols and connectors
know the steps that they stand for. A whole document, even a book of SOPs, is a Drawing of more pages. Coordinates are points (1/72 inch) from the page's upper left corner,
y grows downwards. Numbers are rounded to 1/100 point by the layout, so that bytes never differ.
"""

from dataclasses import dataclass
from enum import StrEnum

from sop_engine.layout.measure import Line

__all__ = [
    "ARROW_HALF",
    "ARROW_LENGTH",
    "Align",
    "Bookmark",
    "Box",
    "Cell",
    "Connector",
    "Dense",
    "Drawing",
    "Joint",
    "Label",
    "Link",
    "Page",
    "PageKind",
    "Picture",
    "Point",
    "Shape",
    "Symbol",
]

Point = tuple[float, float]

ARROW_LENGTH = 5.2
"""Length of the head that a connector ends in, points; writers draw it, filled, with its tip at the end."""

ARROW_HALF = 2.0
"""Half the width of that head."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: left, top, width, height in points."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of its lower edge."""
        return self.y + self.height

    @property
    def centre(self) -> Point:
        """Its middle."""
        return (self.x + self.width / 2, self.y + self.height / 2)


class Align(StrEnum):
    """How the lines of a cell stand."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the table (or a heading, or a line of text outside it).

    Attributes:
        box: its borders.
        row: -2 and -1 for the two header rows, 0.. for kegiatan, further rows for Jumlah; None outside. On
            a page of another kind the cells with a row make up one table too.
        column: index of the table column from 0 (each role is one); None outside the table.
        columns: how many columns it spans.
        rows: how many rows of the page it spans (merged Waktu cells, headings).
        text: the whole text as written, unwrapped.
        lines: the wrapped lines that stand in this cell on this page.
        size: font size in points.
        bold: drawn bold.
        align: horizontal alignment; vertically the lines are centred where ``middle``, else at the top.
        middle: see ``align``.
        turned: the text runs upwards, turned by 90 degrees.
        fill: grey of the ground, 0 black to 1 white, or None.
        field: the form's field that the cell shows, such as ``kelengkapan``; for a lane the role's key.
        leading: from one line's baseline to the next, points.
        pad: from the left and right border to the text, points.
        ruled: whether its borders are drawn; they are among the page's ``rules``.
        grey: of the text, 0 black to 1 white.
        inferred: what it says is inferred; can be marked with a dashed frame.
        again: so many of its first lines say which row goes on here from the page before, and are no part of
            ``text``.
    """

    box: Box
    row: int | None
    column: int | None
    columns: int
    rows: int
    text: str
    lines: tuple[Line, ...]
    size: float
    bold: bool = False
    align: Align = Align.LEFT
    middle: bool = True
    turned: bool = False
    fill: float | None = None
    field: str = ""
    leading: float = 0.0
    pad: float = 0.0
    ruled: bool = True
    grey: float = 0.0
    inferred: bool = False
    again: int = 0


class Shape(StrEnum):
    """The class that a symbol carries in the SVG."""

    START = "start"
    PROCESS = "process"
    DECISION = "decision"
    END = "end"
    OFFPAGE = "offpage"


@dataclass(frozen=True, slots=True)
class Symbol:
    """One drawn symbol.

    Attributes:
        id: the step's id; ``mulai`` or ``mulai-<id>``, ``selesai-<id>`` for an added capsule; ``off-A`` for a pentagon.
        shape: what is drawn.
        box: its bounding box.
        row: the printed row's number text (``nomor``, else its id), for ``data-row``.
        lane: the role's key.
        lines: the wrapped words inside it.
        size: font size of the words; their baselines are ``leading`` apart.
        leading: from one line's baseline to the next, points.
        inferred: its place is inferred; can be drawn dashed.
        title: what a screen reader says of it (Indonesian).
    """

    id: str
    shape: Shape
    box: Box
    row: str
    lane: str
    lines: tuple[Line, ...]
    size: float
    leading: float
    inferred: bool = False
    title: str = ""


@dataclass(frozen=True, slots=True)
class Connector:
    """One arrow, an orthogonal polyline from the edge of a symbol to the edge of another.

    Attributes:
        source: id of the step that it leaves (the real end, also across pages).
        target: id of the step that it enters.
        label: the branch's words, or an empty text.
        kind: ``sequence``, ``branch`` or ``parallel``.
        points: at least two; each differs from the one before in exactly one coordinate.
        inferred: where it goes is inferred; can be drawn dashed.
    """

    source: str
    target: str
    label: str
    kind: str
    points: tuple[Point, ...]
    inferred: bool = False

    @property
    def head(self) -> tuple[Point, Point, Point]:
        """The corners of its head, the tip first: a triangle of ``ARROW_LENGTH`` and twice ``ARROW_HALF``."""
        (x1, y1), (x2, y2) = self.points[-2:]
        if x1 == x2:
            back = y2 - ARROW_LENGTH if y2 > y1 else y2 + ARROW_LENGTH
            return (x2, y2), (x2 - ARROW_HALF, back), (x2 + ARROW_HALF, back)
        back = x2 - ARROW_LENGTH if x2 > x1 else x2 + ARROW_LENGTH
        return (x2, y2), (back, y2 - ARROW_HALF), (back, y2 + ARROW_HALF)


@dataclass(frozen=True, slots=True)
class Joint:
    """The plain line between the boxes of a joint step.

    Attributes:
        id: the step's id.
        points: two ends on one height.
    """

    id: str
    points: tuple[Point, Point]


@dataclass(frozen=True, slots=True)
class Label:
    """The words of a branch beside its arrow.

    Attributes:
        text: the words.
        lines: the wrapped words.
        at: left end of the first baseline.
        size: font size in points.
        leading: from one line's baseline to the next, points.
        box: where it stands.
        source: id of the step whose branch it names.
        target: id of the step that the branch goes to.
    """

    text: str
    lines: tuple[Line, ...]
    at: Point
    size: float
    leading: float
    box: Box
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture from a file, such as the agency's logo.

    Attributes:
        box: where it stands, in the picture's own proportions.
        data: the file's bytes.
        media: ``image/png`` or ``image/jpeg``.
        title: what a screen reader says of it (Indonesian).
    """

    box: Box
    data: bytes
    media: str
    title: str


@dataclass(frozen=True, slots=True)
class Link:
    """A place that leads to another page, as in the daftar isi of a book.

    Attributes:
        box: the place.
        page: number of the page in the Drawing.
    """

    box: Box
    page: int


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A line of the outline beside a PDF, in the order of the pages.

    Attributes:
        title: its words.
        page: number of the page in the Drawing.
        level: 0 for the outermost; at most one more than the line before.
    """

    title: str
    page: int
    level: int


class PageKind(StrEnum):
    """What a page is for."""

    COVER = "cover"
    CONTENTS = "contents"
    IDENTITY = "identity"
    FLOWCHART = "flowchart"
    HANDOUT = "handout"


@dataclass(frozen=True, slots=True)
class Page:
    """One page.

    Attributes:
        number: from 1.
        width: in points.
        height: in points.
        cells: headings first, then row by row, column by column.
        symbols: in the order of their rows.
        connectors: in the order of the graph's flows.
        joints: plain lines of joint steps.
        labels: in the order of their connectors.
        rules: the lines of the table, each drawn once, however many cells share it: first those that run
            across, from top to bottom, then those that run down, from left to right.
        kind: what it is for.
        pictures: from files.
        links: to other pages.
    """

    number: int
    width: float
    height: float
    cells: tuple[Cell, ...]
    symbols: tuple[Symbol, ...] = ()
    connectors: tuple[Connector, ...] = ()
    joints: tuple[Joint, ...] = ()
    labels: tuple[Label, ...] = ()
    rules: tuple[tuple[Point, Point], ...] = ()
    kind: PageKind = PageKind.FLOWCHART
    pictures: tuple[Picture, ...] = ()
    links: tuple[Link, ...] = ()


class Dense(StrEnum):
    """What found less room than it needs, however much else was squeezed."""

    LINES = "lines"
    LABELS = "labels"
    WORDS = "words"
    HEADINGS = "headings"
    SYMBOLS = "symbols"


@dataclass(frozen=True, slots=True)
class Drawing:
    """The Bagian Flowchart of one SOP, its whole document, or a book of several.

    Attributes:
        name: the SOP's name.
        title: what a screen reader calls the sheet (Indonesian).
        description: one or two sentences on rows, roles and total (Indonesian).
        agency: the agency's code.
        font_size: of the table's text, points.
        pages: at least one.
        author: who is named as the author of the file: the agency.
        bookmarks: the outline; at least one line for each SOP.
        dense: what found less room than it needs, mostly nothing.
    """

    name: str
    title: str
    description: str
    agency: str
    font_size: float
    pages: tuple[Page, ...]
    author: str = ""
    bookmarks: tuple[Bookmark, ...] = ()
    dense: tuple[Dense, ...] = ()
