"""The daftar isi of a book: number, name and number of each SOP, and where it begins.

In: what is listed, in groups, with the page of each counted from the first page behind the daftar isi. Out: pages;
how many there are does not depend on the numbers that they show.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from sop_engine.layout.drawing import Align, Box, Cell, Link, Page, PageKind
from sop_engine.layout.form import Fitted, Form, fitted, rounded
from sop_engine.layout.measure import Line, Run, width
from sop_engine.layout.papers import Paper

__all__ = ["Item", "contents_pages"]

_TITLE = "Daftar Isi"
_TITLE_SIZE = 17.0
_SIZE = 10.5
_SMALL = 8.5
_WIDEST = 640.0
_NUMBER = 26.0
_PAGE = 34.0
_LEADERS = 30.0
_GAP = 7.0
_GROUP_GAP = 9.0
_TALLEST = 0.4
_GREY = 0.4
_DOTS = 0.55


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the daftar isi: a SOP, or the heading of those that follow.

    Attributes:
        name: of the SOP, or of the agency.
        note: a small line below it, or an empty text.
        page: where it begins, 0 for the first page behind the daftar isi; None for a heading.
    """

    name: str
    note: str = ""
    page: int | None = None


@dataclass(frozen=True, slots=True)
class _Row:
    """An item with its lines.

    Attributes:
        item: what it says.
        number: of the SOP in the book; None for a heading.
        name: its fitted name.
        note: its fitted note.
        gap: room above it, unless it begins a page.
    """

    item: Item
    number: int | None
    name: Fitted
    note: Fitted
    gap: float

    @property
    def height(self) -> float:
        """Without the room above, points."""
        return self.name.height + self.note.height


@dataclass
class _Sheet:
    """Rows on one page with their places, and where the next one may stand."""

    rows: list[tuple[_Row, float]] = field(default_factory=list)
    y: float = 0.0


def contents_pages(items: Sequence[Item], paper: Paper, before: int) -> tuple[Page, ...]:
    """Lay out the daftar isi.

    Args:
        items: what is listed.
        paper: the size of its pages.
        before: how many pages stand before it.

    Returns:
        At least one page, numbered from ``before + 1``, with a link for each SOP.
    """
    form = Form(paper, _SIZE, 0.0)
    wide = min(form.right - form.left, _WIDEST)
    sheets = _flowed(form, list(_rows(items, form, wide)))
    left = rounded((paper.width - wide) / 2)
    behind = before + len(sheets)
    pages = []
    for at, sheet in enumerate(sheets):
        cells = [_heading(form)] if at == 0 else []
        links = []
        for row, (entry, y) in enumerate(sheet.rows):
            cells += _cells(entry, row, left, wide, y, behind)
            if entry.item.page is not None:
                box = Box(left, rounded(y), rounded(wide), rounded(entry.height))
                links.append(Link(box, behind + entry.item.page + 1))
        page = Page(before + at + 1, paper.width, paper.height, tuple(cells))
        pages.append(replace(page, kind=PageKind.CONTENTS, links=tuple(links)))
    return tuple(pages)


def _rows(items: Sequence[Item], form: Form, wide: float) -> Iterator[_Row]:
    number = 0
    limit = wide - _NUMBER - _PAGE - _LEADERS
    for item in items:
        heading = item.page is None
        number += not heading
        name = fitted(item.name, _SIZE, wide if heading else limit, _TALLEST * form.body, bold=heading)
        note = fitted(item.note, _SMALL, limit, _TALLEST / 2 * form.body)
        yield _Row(item, None if heading else number, name, note, _GAP + (_GROUP_GAP if heading else 0.0))


def _flowed(form: Form, rows: Sequence[_Row]) -> list[_Sheet]:
    """Put rows on pages; a heading stands on the page of the SOP that follows it."""
    sheets = [_Sheet(y=form.margin + 2.2 * _TITLE_SIZE)]
    for at, row in enumerate(rows):
        sheet = sheets[-1]
        gap = row.gap if sheet.rows else 0.0
        needed = gap + row.height
        if row.number is None and at + 1 < len(rows):
            needed += rows[at + 1].gap + rows[at + 1].height
        if sheet.rows and sheet.y + needed > form.bottom:
            sheet, gap = _Sheet(y=form.margin), 0.0
            sheets.append(sheet)
        sheet.rows.append((row, sheet.y + gap))
        sheet.y += gap + row.height
    return sheets


def _heading(form: Form) -> Cell:
    fit = fitted(_TITLE, _TITLE_SIZE, form.right - form.left, 2 * _TITLE_SIZE, bold=True)
    box = Box(form.left, form.margin, rounded(form.right - form.left), rounded(fit.height))
    return Cell(
        box, None, None, 1, 1, fit.text, fit.lines, fit.size, bold=True, align=Align.CENTRE, field="judul",
        leading=fit.leading, ruled=False,
    )  # fmt: skip


def _cells(row: _Row, at: int, left: float, wide: float, y: float, behind: int) -> Iterator[Cell]:
    """Yield the cells of a row as they are read: number, name, dots up to the page's number, note."""
    right = left + wide
    if row.number is None or row.item.page is None:
        yield _cell(row.name, (at, 0), Box(left, y, wide, row.name.height), "instansi", columns=4, bold=True)
        return
    leading = row.name.leading
    start = left + _NUMBER
    number = fitted(f"{row.number}.", _SIZE, _NUMBER, 2 * _SIZE)
    page = fitted(str(behind + row.item.page + 1), _SIZE, _PAGE, 2 * _SIZE)
    yield _cell(number, (at, 0), Box(left, y, _NUMBER, leading), "nomor")
    widest = max((line.width for line in row.name.lines), default=0.0)
    yield _cell(row.name, (at, 1), Box(start, y, widest + 0.02, row.name.height), "nama")
    last = y + row.name.height - leading
    yield from _dots(start + widest + 0.5 * _SIZE, right - _PAGE, last, leading)
    yield _cell(page, (at, 2), Box(right - _PAGE, last, _PAGE, leading), "halaman_sop", align=Align.RIGHT)
    below = Box(start, y + row.name.height, wide - _NUMBER - _PAGE, row.note.height)
    yield _cell(row.note, (at, 3), below, "nomor_sop", grey=_GREY)


def _dots(left: float, right: float, y: float, leading: float) -> Iterator[Cell]:
    """Yield the dots that lead the eye from a name to its page; all end at one place."""
    step = width(". ", _SIZE)
    count = int((right - left) / step)
    if count > 0:
        text = " ".join("." * count)
        line = Line((Run(text, italic=False),), width(text, _SIZE))
        fit = Fitted(text, (line,), _SIZE, leading)
        yield _cell(fit, None, Box(left, y, right - left, leading), "titik", align=Align.RIGHT, grey=_DOTS)


def _cell(
    fit: Fitted,
    at: tuple[int, int] | None,
    box: Box,
    field: str,
    *,
    columns: int = 1,
    bold: bool = False,
    align: Align = Align.LEFT,
    grey: float = 0.0,
) -> Cell:
    row, column = at or (None, None)
    place = Box(rounded(box.x), rounded(box.y), rounded(box.width), rounded(box.height))
    return Cell(
        place, row, column, columns, 1, fit.text, fit.lines, fit.size, bold=bold, align=align, field=field,
        leading=fit.leading, ruled=False, grey=grey,
    )  # fmt: skip
