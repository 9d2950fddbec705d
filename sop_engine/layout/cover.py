"""The cover of a SOP or of a book: who issues it, what it is, and of which year.

In: a SOP or the words of a book. Out: one page. PermenPAN-RB 35/2012 asks for title, agency and year, adds
"further information", and leaves the form free.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sop_engine.layout.drawing import Align, Box, Cell, Page, PageKind, Picture, Point
from sop_engine.layout.form import Fitted, Form, fitted, rounded
from sop_engine.layout.identity_office import office_cells, office_of
from sop_engine.layout.papers import Paper
from sop_engine.model.sop import Sop
from sop_engine.reading.logo import Logo

__all__ = ["KIND", "CoverWords", "cover_page", "sop_cover", "year_of"]

KIND = "Standar Operasional Prosedur"
"""What a SOP is."""

_OFFICE_FONT = 11.5
_PAD = 26.0
_TITLE_SHARE = 0.76
_TITLE_SIZE = 27.0
_KIND_SIZE = 13.0
_BELOW_SIZE = 11.5
_FOOT_SIZE = 14.0
_RULE = 96.0
_RULE_GAP = 16.0
_KIND_GAP = 9.0
_TITLE_GAP = 13.0
_BELOW_GAP = 3.0
_GREY = 0.35
# Between the office, the title with its company, and the year.
_APART = 18.0
# Where on the page the middle of the title's company stands if it can: lower under an office.
_HIGH, _LOW = 0.5, 0.57
# The most that the office takes of the page, and the title and what is below it of what is left.
_OFFICE_ZONE = 0.34
_TITLE_TALLEST = 0.58
_BELOW_TALLEST = 0.42


@dataclass(frozen=True, slots=True)
class CoverWords:
    """What a cover says in its middle and at its foot.

    Attributes:
        kind: a small line over the title, or an empty text.
        title: in the largest letters.
        below: lines under the title.
        foot: the year, or an empty text.
    """

    kind: str
    title: str
    below: tuple[str, ...] = ()
    foot: str = ""


def year_of(sop: Sop) -> int | None:
    """Return the year that a SOP is of: when it came into force, else when it was made."""
    identitas = sop.identitas
    date = identitas.tanggal_efektif or identitas.tanggal_pembuatan
    return None if date is None else date.tahun


def sop_cover(sop: Sop, paper: Paper, logo: Logo | None) -> Page:
    """Return the cover of one SOP."""
    identitas, year = sop.identitas, year_of(sop)
    said = " ".join(identitas.nama.split()).lower().startswith(KIND.lower())
    below = (f"Nomor {' '.join(identitas.nomor.split())}",) if identitas.nomor else ()
    words = CoverWords("" if said else KIND, identitas.nama, below, str(year) if year else "")
    return cover_page(words, paper, sop, logo)


def cover_page(words: CoverWords, paper: Paper, sop: Sop | None, logo: Logo | None) -> Page:
    """Return a cover.

    Args:
        words: what it says.
        paper: its size.
        sop: whose agency stands at its head; None for none.
        logo: the agency's, or None.
    """
    form = Form(paper, _OFFICE_FONT, 0.0, share=1.0)
    top, bottom = form.margin + _PAD, form.bottom - _PAD
    cells: list[Cell] = []
    pictures: list[Picture] = []
    if sop is not None:
        office = office_of(sop, form, logo, _OFFICE_ZONE * form.body)
        cells, pictures = office_cells(office, form, top, office.height)
        top += office.height
    feet: list[Cell] = []
    if words.foot:
        foot = fitted(words.foot, _FOOT_SIZE, form.right - form.left, 2 * _FOOT_SIZE, bold=True)
        bottom -= foot.height
        feet = [_cell(foot, form, bottom, "tahun", bold=True)]
    middle, rule = _middle(words, form, top + _APART, bottom - _APART, _HIGH if sop is None else _LOW)
    return Page(
        1,
        paper.width,
        paper.height,
        (*cells, *middle, *feet),
        rules=(rule, *_frame(form)),
        kind=PageKind.COVER,
        pictures=tuple(pictures),
    )


def _middle(
    words: CoverWords, form: Form, top: float, bottom: float, at: float
) -> tuple[list[Cell], tuple[Point, Point]]:
    """Return the title with what stands around it, and the rule over it.

    Args:
        words: what they say.
        form: the measures of the page.
        top: where they may begin, points.
        bottom: where they must end, points.
        at: the share of the page at which their middle stands if it can.
    """
    wide = _TITLE_SHARE * (form.right - form.left)
    kind = fitted(words.kind, _KIND_SIZE, wide, 2 * _KIND_SIZE)
    room = bottom - top - _RULE_GAP - kind.height - _KIND_GAP - _TITLE_GAP
    title = fitted(
        words.title, _TITLE_SIZE, wide, _TITLE_TALLEST * room, bold=True, balance=True, spacing=1.2
    )
    each = _BELOW_TALLEST * room / max(1, len(words.below)) - _BELOW_GAP
    found = [(kind, "jenis", False, _KIND_GAP)] if kind.lines else []
    found.append((title, "judul", True, _TITLE_GAP))
    below = [fitted(text, _BELOW_SIZE, wide, each, balance=True) for text in words.below]
    found += [(fit, "keterangan", False, _BELOW_GAP) for fit in below]
    height = sum(fit.height + gap for fit, _, _, gap in found) - found[-1][3]
    y = form.margin + at * form.body - height / 2
    y = max(top + _RULE_GAP, min(y, bottom - height))
    centre, rule = form.paper.width / 2, rounded(y - _RULE_GAP)
    cells = []
    for fit, field, bold, gap in found:
        cells.append(_cell(fit, form, y, field, bold=bold, grey=0.0 if bold else _GREY))
        y += fit.height + gap
    return cells, ((rounded(centre - _RULE / 2), rule), (rounded(centre + _RULE / 2), rule))


def _cell(fit: Fitted, form: Form, y: float, field: str, *, bold: bool, grey: float = 0.0) -> Cell:
    box = Box(form.left, rounded(y), rounded(form.right - form.left), rounded(fit.height))
    return Cell(
        box, None, None, 1, 1, fit.text, fit.lines, fit.size, bold=bold, align=Align.CENTRE, field=field,
        leading=fit.leading, pad=_PAD, ruled=False, grey=grey,
    )  # fmt: skip


def _frame(form: Form) -> Sequence[tuple[Point, Point]]:
    left, right, top, bottom = form.left, form.right, form.margin, rounded(form.bottom)
    return (
        ((left, top), (right, top)),
        ((left, bottom), (right, bottom)),
        ((left, top), (left, bottom)),
        ((right, top), (right, bottom)),
    )
