"""The first page of a handout: its title, who issues the SOP, and which one it is.

In: a SOP and the ``Handout``, what is to be said. Out: a ``Sheet`` that holds the head, and where the table may begin.
"""

from dataclasses import dataclass, field, replace
from typing import NamedTuple

from sop_engine.layout.drawing import Align, Box, Cell, Picture
from sop_engine.layout.form import Fitted, Form, fitted, rounded
from sop_engine.layout.headings import GREY
from sop_engine.layout.identity_office import office_cells, office_of
from sop_engine.layout.identity_texts import identity_titles
from sop_engine.layout.measure import Line
from sop_engine.model.sop import Sop
from sop_engine.reading.logo import Logo

__all__ = ["Column", "Handout", "Row", "Said", "Sheet", "first_sheet", "inner", "outside"]

_TITLE, _NAME = 1.1, 1.6
_TITLE_GAP, _HEAD_GAP = 10.0, 14.0
_TALLEST_NAME, _TALLEST_HEAD, _TALLEST_VALUE = 0.12, 0.3, 0.09


class Column(NamedTuple):
    """A column of the table.

    Attributes:
        field: what it shows.
        title: its heading.
        width: in points.
        align: how its texts stand.
        narrow: it is one of many of its kind, whose headings may all be turned.
    """

    field: str
    title: str
    width: float
    align: Align = Align.LEFT
    narrow: bool = False


class Said(NamedTuple):
    """What one cell of a row says: its text, its lines, and how it looks; ``fill`` is as in ``Cell``."""

    text: str
    lines: tuple[Line, ...]
    bold: bool = False
    fill: float | None = None


Row = tuple[Said, ...]
"""What stands in each column."""


@dataclass(frozen=True, slots=True)
class Handout:
    """What is printed.

    Attributes:
        title: what it is, in small letters over ``name``; or an empty text.
        name: whom or what it is for.
        facts: further label and value pairs of the head.
        columns: of the table.
        rows: of the table.
        key: lines above the table that one needs for reading it; they stand on each page.
        notes: lines below the table.
        middle: rows stand in the middle of their height, not at the top.
    """

    title: str
    name: str
    facts: tuple[tuple[str, str], ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    key: tuple[str, ...]
    notes: tuple[str, ...]
    middle: bool = False


@dataclass
class Sheet:
    """What stands on a page so far, and where the next row may begin."""

    y: float
    cells: list[Cell] = field(default_factory=list)
    frames: list[Cell] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    rows: int = 0


def inner(form: Form, wide: float) -> float:
    """The room for text in a column of some width; edges are rounded, so a line that fits exactly might not."""
    return wide - 2 * form.pad - 0.05


def first_sheet(sop: Sop, handout: Handout, form: Form, logo: Logo | None) -> Sheet:
    """The title and the head of the first page: who issues the SOP at the left, what it is at the right."""
    wide = form.right - form.left
    sheet = Sheet(form.margin)
    title, large = _TITLE * form.font, _NAME * form.font
    name = fitted(handout.name, large, wide, _TALLEST_NAME * form.body, bold=True, balance=True, spacing=1.18)
    for fit, said in (
        (fitted(handout.title, title, wide, 2 * title, bold=True), "judul"),
        (name, "nama_lembar"),
    ):
        if not fit.lines:
            continue
        box = Box(form.left, rounded(sheet.y), rounded(wide), rounded(fit.height))
        cell = outside(box, fit, said, bold=True)
        sheet.cells.append(replace(cell, align=Align.CENTRE, pad=0.0))
        sheet.y += fit.height
    sheet.y = rounded(sheet.y + _TITLE_GAP)
    facts = _facts(sop, handout, form)
    heights = [max(label.height, value.height) + 2 * form.pad_y for label, value in facts]
    tallest = max(sum(heights), _TALLEST_HEAD * form.body)
    office = office_of(sop, form, logo, tallest)
    tall = max(sum(heights), office.height + 2 * form.pad)
    spare = (tall - sum(heights)) / len(heights)
    top = sheet.y
    names, pictures = office_cells(office, form, top, tall)
    sheet.cells += names
    sheet.pictures += pictures
    sheet.frames.append(_frame(Box(form.left, top, rounded(form.middle - form.left), rounded(tall))))
    y = top
    for (label, value), height in zip(facts, heights, strict=True):
        bottom = rounded(y + height + spare)
        for left, right, fit in ((form.middle, form.value, label), (form.value, form.right, value)):
            box = Box(left, rounded(y), rounded(right - left), rounded(bottom - rounded(y)))
            heading = fit is label
            cell = outside(box, fit, "judul" if heading else "isi", bold=heading)
            sheet.cells.append(replace(cell, ruled=True, fill=GREY if heading else None))
        y = bottom
    # The frame at the left ends where the last row does, to the hundredth.
    sheet.frames[0] = _frame(Box(form.left, top, rounded(form.middle - form.left), rounded(y - top)))
    sheet.y = rounded(y + _HEAD_GAP)
    return sheet


def _facts(sop: Sop, handout: Handout, form: Form) -> list[tuple[Fitted, Fitted]]:
    """Label and value of each line at the right."""
    titles, identitas = identity_titles(sop), sop.identitas
    effective = identitas.tanggal_efektif
    said = [
        (titles["nama"], identitas.nama),
        (titles["nomor"], identitas.nomor or ""),
        (titles["tanggal_efektif"], "" if effective is None else str(effective)),
        *handout.facts,
    ]
    tallest = _TALLEST_VALUE * form.body
    return [
        (
            fitted(label, form.font, inner(form, form.label), tallest, bold=True),
            fitted(value, form.font, inner(form, form.right - form.value), tallest),
        )
        for label, value in said
    ]


def outside(box: Box, fit: Fitted, said: str, *, bold: bool = False) -> Cell:
    """A text outside the table."""
    return Cell(
        box, None, None, 1, 1, fit.text, fit.lines, fit.size, bold=bold, field=said, leading=fit.leading, pad=5.0,
        ruled=False,
    )  # fmt: skip


def _frame(box: Box) -> Cell:
    return Cell(box, None, None, 1, 1, "", (), 0.0)
