"""What stands in the margins of a document: its foot, the page's number, and that it is only a draft.

In: finished pages. Out: the same pages with small grey lines above and below their tables, which end at the
margins. In a book pages are numbered anew.
"""

from dataclasses import replace

from sop_engine.layout.drawing import Align, Box, Cell, Link, Page, PageKind
from sop_engine.layout.form import one_line, rounded
from sop_engine.layout.measure import Line
from sop_engine.layout.style import Style
from sop_engine.model.sop import Sop

__all__ = ["COUNT", "FOOT", "STATUS", "foot_of", "furnished", "moved", "status_of"]

FOOT, COUNT, STATUS = "kaki", "halaman", "status"
"""The fields of the three."""

_SIZE = 7.0
_STATUS_SIZE = 8.0
_LEADING = 9.0
_OFF = 9.0
_GREY = 0.4
_STATUS_GREY = 0.5
_FOOT_SHARE = 0.78
_SHOWN = {"konsep": "KONSEP", "dicabut": "DICABUT"}


def foot_of(sop: Sop) -> str:
    """Return what the foot of a SOP's pages says: its name and number."""
    identitas = sop.identitas
    return " · ".join(text for text in (identitas.nama, identitas.nomor) if text)


def status_of(sop: Sop) -> str:
    """Return what stands above a SOP that is not in force; empty for one that is."""
    return _SHOWN.get(sop.status, "")


def furnished(page: Page, foot: str, count: int, status: str = "") -> Page:
    """Return a page with its lines in the margins; a cover shows no more than the status.

    Args:
        page: the page, whose number is final.
        foot: what its foot says.
        count: how many pages there are.
        status: what stands above, or an empty text.
    """
    margin = Style().margin
    left, right = margin, page.width - margin
    wide = rounded((right - left) * _FOOT_SHARE)
    cells = list(page.cells)
    if status:
        line = one_line(status, _STATUS_SIZE, right - left)
        box = Box(left, rounded(margin - _OFF - _LEADING), rounded(right - left), _LEADING)
        cells.append(_margin_cell(box, line, STATUS, _STATUS_SIZE, Align.RIGHT, _STATUS_GREY))
    if page.kind is not PageKind.COVER:
        top = rounded(page.height - margin + _OFF)
        line = one_line(foot, _SIZE, wide - 12.0)
        cells.append(_margin_cell(Box(left, top, wide, _LEADING), line, FOOT, _SIZE, Align.LEFT, _GREY))
        cells.append(_count(page, page.number, count))
    return replace(page, cells=tuple(cells))


def moved(page: Page, by: int, count: int) -> Page:
    """Return a page of a document as a page of a book.

    Args:
        page: the page as its document has it.
        by: how many pages stand before its document.
        count: how many pages the book has.
    """
    cells = [cell for cell in page.cells if cell.row is not None or cell.field != COUNT]
    if page.kind is not PageKind.COVER:
        cells.append(_count(page, page.number + by, count))
    links = tuple(Link(link.box, link.page + by) for link in page.links)
    return replace(page, number=page.number + by, cells=tuple(cells), links=links)


def _count(page: Page, number: int, count: int) -> Cell:
    margin = Style().margin
    text = f"halaman {number} dari {count}"
    wide = rounded((page.width - 2 * margin) * (1 - _FOOT_SHARE))
    box = Box(rounded(page.width - margin - wide), rounded(page.height - margin + _OFF), wide, _LEADING)
    return _margin_cell(box, one_line(text, _SIZE, wide), COUNT, _SIZE, Align.RIGHT, _GREY)


def _margin_cell(box: Box, line: Line, field: str, size: float, align: Align, grey: float) -> Cell:
    lines = (line,) if line.runs else ()
    text = "".join(f"_{run.text}_" if run.italic else run.text for run in line.runs)
    return Cell(
        box, None, None, 1, 1, text, lines, size,
        align=align, field=field, leading=_LEADING, ruled=False, grey=grey,
    )  # fmt: skip
