"""Headings: the two header rows of the table.

In: a SOP, its columns and the measures of the sheet. Out: ``Heading``, the cells of the header rows with their
places on a page. Headings wrap at words; where a word is too wide they shrink, the lanes' all together; where
it is still too wide at the least size, the lanes' headings turn and run upwards.
"""

from collections.abc import Iterator
from typing import NamedTuple

from sop_engine.layout.columns import Columns
from sop_engine.layout.drawing import Align, Box, Cell
from sop_engine.layout.inference import inferred_of
from sop_engine.layout.measure import Line, narrowest, prose, wrap
from sop_engine.layout.needs import BEHIND
from sop_engine.layout.style import Style
from sop_engine.model.sop import Sop

__all__ = ["GREY", "Heading", "heading_titles", "heading_widths", "headings", "lane_widths"]

GREY = 0.92

_TITLES = {
    "nomor": "No",
    "uraian": "Kegiatan",
    "pelaksana": "Pelaksana",
    "mutu_baku": "Mutu Baku",
    "kelengkapan": "Kelengkapan",
    "waktu": "Waktu",
    "output": "Output",
    "keterangan": "Ket",
    "jumlah_waktu": "Jumlah",
}
_PAD = 2.5
# A text column likes its heading with some air on both sides.
_LOOSE = 3.0
# Edges are rounded, so a heading that fits exactly would not.
_ROUNDED = 0.1
_LEADING = 1.18
_SHRINK = 0.85
_UNREADABLE = 0.2
_STEP = 0.5
_TURNED = 84.0
_TOP, _SECOND = -2, -1


class Heading(NamedTuple):
    """The two header rows.

    Attributes:
        cells: their cells, on a page whose table begins at the top margin.
        height: of both rows, points.
    """

    cells: tuple[Cell, ...]
    height: float


class _Fit(NamedTuple):
    """A heading that fits its column."""

    lines: tuple[Line, ...]
    size: float
    height: float
    turned: bool


class _Place(NamedTuple):
    """What a heading names."""

    field: str
    text: str
    column: int
    columns: int
    inferred: bool = False


def heading_titles(sop: Sop) -> dict[str, str]:
    """Return the printed headings by field, as ``tampilan.judul`` or the form has them."""
    judul = sop.tampilan.judul
    titles = {field: getattr(judul, field) or text for field, text in _TITLES.items()}
    titles["uraian"] = judul.uraian or judul.kegiatan or _TITLES["uraian"]
    return titles


def heading_widths(sop: Sop, style: Style) -> dict[str, float]:
    """Return the width that the heading of each text column likes to have."""
    titles = heading_titles(sop)
    return {
        field: narrowest(titles[field], style.font, bold=True) + 2 * _PAD + _LOOSE
        for field in ("nomor", "uraian", *BEHIND)
    }


def lane_widths(sop: Sop, style: Style) -> Iterator[list[float]]:
    """Yield for each size of headings, the largest first, how wide each lane is in which its words fit."""
    names = [prose(role.nama, bold=True) for role in sop.pelaksana.values()]
    for size in _sizes(style):
        yield [name.narrowest(size) + 2 * _PAD + _ROUNDED for name in names]


def headings(sop: Sop, columns: Columns, style: Style, tallest: float) -> Heading:
    """Return the header rows of a sheet; the second one is no taller than some height."""
    titles = heading_titles(sop)
    first, count = columns.first_lane, columns.lanes
    tall = [_Place(f, titles[f], columns.index(f), 1) for f in ("nomor", "uraian", "keterangan")]
    upper = [
        _Place("pelaksana", titles["pelaksana"], first, count),
        _Place("mutu_baku", titles["mutu_baku"], columns.index(BEHIND[0]), 3),
    ]
    roles = sop.pelaksana.items()
    inferred = inferred_of(sop).roles
    lanes = [_Place(key, role.nama, first + k, 1, key in inferred) for k, (key, role) in enumerate(roles)]
    quality = [_Place(f, titles[f], columns.index(f), 1) for f in BEHIND[:3]]

    above = {place: _fit(place, columns, style, tallest / 2) for place in upper}
    below = _fit_together(lanes, columns, style, tallest)
    beside = _fit_alike([*tall, *quality], columns, style, tallest)
    below |= {place: beside[place] for place in quality}
    both = {place: beside[place] for place in tall}
    pad = 2 * style.pad_y
    first_height = max(fit.height for fit in above.values()) + pad
    second_height = max(fit.height for fit in below.values()) + pad
    second_height = max(second_height, max(fit.height for fit in both.values()) + pad - first_height)
    whole = first_height + second_height
    top, middle = style.margin, style.margin + first_height
    cells = [_cell(p, both[p], columns, top, whole, _TOP, 2) for p in tall[:2]]
    cells += [_cell(p, fit, columns, top, first_height, _TOP, 1) for p, fit in above.items()]
    cells += [_cell(p, both[p], columns, top, whole, _TOP, 2) for p in tall[2:]]
    cells += [_cell(p, fit, columns, middle, second_height, _SECOND, 1) for p, fit in below.items()]
    return Heading(tuple(cells), whole)


def _room(place: _Place, columns: Columns) -> float:
    left, right = columns.box_of(place.column, place.columns)
    return right - left - 2 * _PAD


def _sizes(style: Style) -> Iterator[float]:
    size = style.font
    while size > style.least_heading:
        yield size
        size -= _STEP
    yield min(style.font, style.least_heading)


def _fit(place: _Place, columns: Columns, style: Style, tallest: float) -> _Fit:
    """Shrink a heading until its words fit; at the least size a word may break."""
    room = _room(place, columns)
    size = style.font
    for size in _sizes(style):
        if narrowest(place.text, size, bold=True) <= room:
            break
    return _upright(place, size, room, tallest)


def _fit_alike(places: list[_Place], columns: Columns, style: Style, tallest: float) -> dict[_Place, _Fit]:
    """Shrink headings until the words of each fit, all of those that are readable to one size."""
    fits = {place: _fit(place, columns, style, tallest) for place in places}
    least = min(style.font, style.least_heading)
    size = min((fit.size for fit in fits.values() if fit.size >= least), default=least)
    return {
        place: fit if fit.size <= size else _upright(place, size, _room(place, columns), tallest)
        for place, fit in fits.items()
    }


def _upright(place: _Place, size: float, room: float, tallest: float) -> _Fit:
    """Wrap a heading, and shrink it where it is taller than it may be."""
    lines = wrap(place.text, size, room, bold=True, balance=True)
    while len(lines) * size * _LEADING > tallest and size > _UNREADABLE:
        size *= _SHRINK
        lines = wrap(place.text, size, room, bold=True)
    return _Fit(lines, size, len(lines) * size * _LEADING, turned=False)


def _fit_together(places: list[_Place], columns: Columns, style: Style, tallest: float) -> dict[_Place, _Fit]:
    """Shrink the headings of the lanes until the words of all fit; else turn them all."""
    for size in _sizes(style):
        if all(narrowest(p.text, size, bold=True) <= _room(p, columns) for p in places):
            return {place: _upright(place, size, _room(place, columns), tallest) for place in places}
    turned = {place: _turn(place, columns, style, tallest, style.font) for place in places}
    least = min(style.font, style.least_heading)
    common = min((fit.size for fit in turned.values() if fit.size >= least), default=least)
    return {
        place: fit if fit.size <= common else _turn(place, columns, style, tallest, common)
        for place, fit in turned.items()
    }


def _turn(place: _Place, columns: Columns, style: Style, tallest: float, largest: float) -> _Fit:
    """Turn a heading: as short as it can be, in no more lines than the column is wide."""
    room = _room(place, columns) + _PAD
    for size in _sizes(style):
        if size > largest:
            continue
        most = int(room / (size * _LEADING))
        length = max(_TURNED / 2, narrowest(place.text, size, bold=True))
        while length <= min(_TURNED, tallest):
            lines = wrap(place.text, size, length, bold=True, balance=True)
            if len(lines) <= most:
                return _Fit(lines, size, max((line.width for line in lines), default=0.0), turned=True)
            length *= 1.1
    # Such a heading is no name of a role any more; it grows as long as it may, then shrinks.
    size, length = min(style.font, style.least_heading), min(_TURNED, tallest)
    while (
        len(lines := wrap(place.text, size, length, bold=True)) > room / (size * _LEADING)
        and size > _UNREADABLE
    ):
        length, size = (min(length * 1.2, tallest), size) if length < tallest else (length, size * _SHRINK)
    return _Fit(lines, size, max((line.width for line in lines), default=0.0), turned=True)


def _cell(place: _Place, fit: _Fit, columns: Columns, top: float, height: float, row: int, rows: int) -> Cell:
    left, right = columns.box_of(place.column, place.columns)
    return Cell(
        Box(left, round(top, 2), round(right - left, 2), round(height, 2)),
        row,
        place.column,
        place.columns,
        rows,
        place.text,
        fit.lines,
        fit.size,
        bold=True,
        align=Align.CENTRE,
        middle=True,
        turned=fit.turned,
        fill=GREY,
        field=place.field,
        leading=_LEADING * fit.size,
        pad=_PAD,
        inferred=place.inferred,
    )
