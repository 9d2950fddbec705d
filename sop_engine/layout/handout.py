"""What is handed out beside a document: a head that says whose SOP it is, and a table that runs over its pages.

In: a SOP, words, columns and rows of text. Out: finished pages. Headings are repeated on each page; a row is only
parted where it is taller than a page; no text leaves its cell, for what is too long is set smaller or goes on.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from typing import NamedTuple

from sop_engine.layout.cells import rules_of
from sop_engine.layout.drawing import Align, Box, Cell, Page, PageKind
from sop_engine.layout.form import Fitted, Form, fitted, one_line, rounded
from sop_engine.layout.furniture import foot_of, furnished, status_of
from sop_engine.layout.handout_head import Column, Handout, Row, Sheet, first_sheet, outside
from sop_engine.layout.headings import GREY
from sop_engine.layout.measure import narrowest
from sop_engine.layout.papers import Paper
from sop_engine.model.sop import Sop
from sop_engine.reading.logo import Logo

__all__ = ["FONT", "handout_pages", "number_width"]

FONT = 10.0
"""Size of the text where nobody asks for another, points."""

_SHARE = 0.42
# Sizes and paddings: large ones where all stands on one page that way; then from what reads best to what holds most,
# for smaller ones are worth it only where they save a page.
_LARGE = ((12.0, 5.5), (11.0, 5.0))
_TRIES = ((FONT, 5.0), (9.5, 4.5), (9.0, 4.0), (8.5, 3.5))
_NOTE_GAP, _AGAIN_GAP, _LINE_GAP = 8.0, 6.0, 1.5
_TALLEST_NOTE, _TALLEST_KEY = 0.5, 0.2
_TALLEST_COLUMN_HEAD = 0.22
_LABEL = 0.34
_NOTE_SMALLER, _NOTE_GREY = 0.86, 0.25
_LEAST_HEAD, _TURNED = 0.72, 92.0
_HEAD_PAD = 3.0
# Of more pages than these one fewer is no gain.
_MOST_SQUEEZED = 4
_NUMBER, _MOST_NUMBER = 30.0, 90.0


def _forms(
    paper: Paper, font_size: float | None, tries: Iterable[tuple[float, float]] = _TRIES
) -> Iterator[Form]:
    """The measures that a handout may have."""
    for size, pad in tries:
        form = Form(paper, font_size or size, 0.0, _SHARE, pad=pad, pad_y=pad - 0.5)
        yield replace(form, label=rounded(_LABEL * (form.right - form.middle)))


def number_width(texts: Iterable[str], form: Form) -> float:
    """The width of a column of short texts none of which is broken, within reason."""
    widest = max((narrowest(text, form.font) for text in texts), default=0.0)
    return rounded(max(_NUMBER, min(widest + 2 * form.pad + 0.1, _MOST_NUMBER)))


def handout_pages(
    sop: Sop,
    made: Callable[[Form], Handout],
    paper: Paper,
    font_size: float | None,
    logo: Logo | None,
    *,
    large: bool = False,
) -> tuple[Page, ...]:
    """Lay out a handout.

    Args:
        sop: whose it is.
        made: what it says, wrapped to the columns that some measures give it.
        paper: the size of its pages.
        font_size: of its text, points; None takes what suits the text.
        logo: the agency's, or None.
        large: what stands on one page is to be read from a wall.

    Returns:
        At least one page, numbered from 1, with the furniture that pages of a document have.
    """
    for form in _forms(paper, None, _LARGE) if large and font_size is None else ():
        pages = _pages(sop, made(form), form, logo)
        if len(pages) == 1:
            return pages
    best: tuple[Page, ...] = ()
    for form in _forms(paper, font_size):
        pages = _pages(sop, made(form), form, logo)
        if not best or len(pages) < len(best):
            best = pages
        if len(best) == 1 or len(best) > _MOST_SQUEEZED:
            break
    return best


def _pages(sop: Sop, handout: Handout, form: Form, logo: Logo | None) -> tuple[Page, ...]:
    """The pages of a handout with certain measures."""
    edges = [rounded(x) for x in accumulate((c.width for c in handout.columns), initial=form.left)]
    edges[-1] = form.right
    table = _Table(handout, form, edges, _heading(handout.columns, edges, form))
    sheets = [first_sheet(sop, handout, form, logo)]
    table.begin(sheets[-1])
    for at, row in enumerate(handout.rows):
        table.add(sheets, at, row)
    _add_notes(sheets, handout, form)
    foot, status = foot_of(sop), status_of(sop)
    paper = form.paper
    return tuple(
        furnished(
            Page(
                number, paper.width, paper.height, tuple(sheet.cells),
                rules=rules_of((*sheet.cells, *sheet.frames)), kind=PageKind.HANDOUT, pictures=tuple(sheet.pictures),
            ),
            foot, len(sheets), status,
        )
        for number, sheet in enumerate(sheets, 1)
    )  # fmt: skip


class _Head(NamedTuple):
    """The headings of the columns: how each is set, whether it is turned, and their height."""

    fits: tuple[tuple[Fitted, bool], ...]
    height: float


def _heading(columns: Sequence[Column], edges: Sequence[float], form: Form) -> _Head:
    """Fit the headings: those whose words are too wide for their columns are set smaller, narrow ones all turned."""
    tallest = _TALLEST_COLUMN_HEAD * form.body
    rooms = [right - left - 2 * _HEAD_PAD - 0.05 for left, right in pairwise(edges)]
    narrow = [at for at, column in enumerate(columns) if column.narrow]
    others = [at for at in range(len(columns)) if at not in narrow]
    turned = any(_size(columns[at], rooms[at], form) is None for at in narrow)
    found: dict[int, Fitted] = {}
    for group in (others, () if turned else narrow):
        sizes = [_size(columns[at], rooms[at], form) or _LEAST_HEAD * form.font for at in group]
        for at in group:
            found[at] = _upright(columns[at].title, min(sizes), rooms[at], tallest)
    if turned:
        words = max(narrowest(columns[at].title, form.font, bold=True) for at in narrow)
        long = min(max(_TURNED, words), tallest)
        whole = min(_size(columns[at], long, form) or _LEAST_HEAD * form.font for at in narrow)
        least = min(_turned(columns[at].title, whole, rooms[at], long).size for at in narrow)
        found |= {at: _turned(columns[at].title, least, rooms[at], long) for at in narrow}
    fits = tuple((found[at], turned and at in narrow) for at in range(len(columns)))
    heights = [max((line.width for line in fit.lines), default=0.0) if up else fit.height for fit, up in fits]
    return _Head(fits, rounded(max(heights) + 2 * form.pad_y))


def _size(column: Column, room: float, form: Form) -> float | None:
    """The size at which no word of a heading breaks; None where even the least is too large."""
    size = form.font
    while size >= _LEAST_HEAD * form.font:
        if narrowest(column.title, size, bold=True) <= room:
            return size
        size -= 0.25
    return None


def _upright(title: str, size: float, room: float, tallest: float) -> Fitted:
    return fitted(title, size, room, tallest, bold=True, balance=True, spacing=1.18)


def _turned(title: str, size: float, room: float, long: float) -> Fitted:
    """A heading that runs upwards: lines as long as the heading is tall, side by side in the column's width."""
    return fitted(title, size, long, room + _HEAD_PAD, bold=True, balance=True, spacing=1.18)


@dataclass(frozen=True, slots=True)
class _Table:
    """The table, which puts its rows on pages."""

    handout: Handout
    form: Form
    edges: Sequence[float]
    head: _Head

    def begin(self, sheet: Sheet) -> None:
        """Put what one needs for reading the table on a page, and the headings."""
        if self.handout.key:
            each = _TALLEST_KEY / len(self.handout.key)
            for line in self.handout.key:
                _add_line(sheet, _small(line, self.form, each), self.form)
            sheet.y = rounded(sheet.y + _AGAIN_GAP)
        for at, ((fit, turned), column) in enumerate(zip(self.head.fits, self.handout.columns, strict=True)):
            box = self._box(at, sheet.y, self.head.height)
            sheet.cells.append(
                Cell(
                    box, -1, at, 1, 1, fit.text, fit.lines, fit.size, bold=True, align=Align.CENTRE,
                    turned=turned, fill=GREY, field=column.field, leading=fit.leading, pad=_HEAD_PAD,
                )
            )  # fmt: skip
        sheet.y = rounded(sheet.y + self.head.height)

    def add(self, sheets: list[Sheet], number: int, row: Row) -> None:
        """Put a row on the last page, or on as many as it needs."""
        form = self.form
        rest = row
        while True:
            sheet = sheets[-1]
            room = form.bottom - sheet.y
            count = max((len(said.lines) for said in rest), default=0)
            height = max(count, 1) * form.leading + 2 * form.pad
            if height <= room + 0.01:
                self._put(sheet, number, rest, height)
                return
            if sheet.rows == 0:
                fits = max(1, int((room - 2 * form.pad + 0.01) / form.leading))
                self._put(sheet, number, tuple(said._replace(lines=said.lines[:fits]) for said in rest), room)
                rest = tuple(
                    said._replace(text="" if said.lines else said.text, lines=said.lines[fits:])
                    for said in rest
                )
            sheets.append(self._next())

    def _next(self) -> Sheet:
        """A further page: whose sheet it is, and the headings again."""
        form, handout = self.form, self.handout
        sheet = Sheet(form.margin)
        line = one_line(f"{handout.name} (lanjutan)", form.font, form.right - form.left)
        box = Box(form.left, form.margin, rounded(form.right - form.left), form.leading)
        text = "".join(f"_{run.text}_" if run.italic else run.text for run in line.runs)
        sheet.cells.append(outside(box, Fitted(text, (line,), form.font, form.leading), "nama_lembar"))
        sheet.cells[-1] = replace(sheet.cells[-1], pad=0.0)
        sheet.y = rounded(form.margin + form.leading + _AGAIN_GAP)
        self.begin(sheet)
        return sheet

    def _put(self, sheet: Sheet, number: int, row: Row, height: float) -> None:
        form, handout = self.form, self.handout
        for at, (said, column) in enumerate(zip(row, handout.columns, strict=True)):
            sheet.cells.append(
                Cell(
                    self._box(at, sheet.y, height), number, at, 1, 1, said.text, said.lines, form.font, bold=said.bold,
                    align=column.align, middle=handout.middle, fill=said.fill, field=column.field,
                    leading=form.leading, pad=form.pad,
                )
            )  # fmt: skip
        sheet.y = rounded(sheet.y + height)
        sheet.rows += 1

    def _box(self, at: int, top: float, height: float) -> Box:
        left, right = self.edges[at], self.edges[at + 1]
        return Box(left, rounded(top), rounded(right - left), rounded(rounded(top + height) - rounded(top)))


def _add_notes(sheets: list[Sheet], handout: Handout, form: Form) -> None:
    """Put the notes below the table; where there is no room for one, on a further page."""
    sheets[-1].y += _NOTE_GAP
    for note in handout.notes:
        fit = _small(note, form, _TALLEST_NOTE)
        if sheets[-1].y + fit.height > form.bottom + 0.01:
            sheets.append(Sheet(form.margin))
        _add_line(sheets[-1], fit, form)


def _small(text: str, form: Form, tallest: float) -> Fitted:
    """A line above or below the table, no taller than some share of a page."""
    return fitted(text, form.font * _NOTE_SMALLER, form.right - form.left, tallest * form.body)


def _add_line(sheet: Sheet, fit: Fitted, form: Form) -> None:
    """Put such a line on a page."""
    box = Box(form.left, rounded(sheet.y), rounded(form.right - form.left), rounded(fit.height))
    sheet.cells.append(replace(outside(box, fit, "catatan"), pad=0.0, grey=_NOTE_GREY))
    sheet.y += fit.height + _LINE_GAP
