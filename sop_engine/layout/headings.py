"""Headings: the two header rows of the table.

In: a SOP, its columns and the measures of the sheet. Out: ``Heading``, the cells of the header rows with their
places on a page. Headings wrap at words; where a word is too wide they shrink, the lanes' all together; where
it is still too wide at the least size, the lanes' headings turn and run upwards.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sop_engine.layout.columns import Columns
from sop_engine.layout.drawing import Align, Box, Cell
from sop_engine.layout.inference import inferred_of
from sop_engine.layout.measure import Line, Prose, prose
from sop_engine.layout.needs import BEHIND
from sop_engine.layout.style import Style
from sop_engine.model.sop import Sop

__all__ = ["GREY", "Heading", "Titles", "heading_widths", "headings", "lane_widths", "titles_of"]

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
    text: Prose
    column: int
    columns: int
    inferred: bool = False


class Titles(NamedTuple):
    """The printed headings, each measured once.

    Attributes:
        columns: by the field that they stand over; ``jumlah_waktu`` is the title of the total.
        roles: by the role's key.
        inferred: keys of the roles that are inferred.
    """

    columns: Mapping[str, Prose]
    roles: Mapping[str, Prose]
    inferred: frozenset[str]


def titles_of(sop: Sop) -> Titles:
    """Return the headings of a SOP, as ``tampilan.judul`` or the form has them."""
    judul = sop.tampilan.judul
    texts = {field: getattr(judul, field) or text for field, text in _TITLES.items()}
    texts["uraian"] = judul.uraian or judul.kegiatan or _TITLES["uraian"]
    columns = {field: prose(text, bold=True) for field, text in texts.items()}
    roles = {key: prose(role.nama, bold=True) for key, role in sop.pelaksana.items()}
    return Titles(columns, roles, frozenset(inferred_of(sop).roles))


def heading_widths(titles: Titles, style: Style) -> dict[str, float]:
    """Return the width that the heading of each text column likes to have."""
    return {
        field: titles.columns[field].narrowest(style.font) + 2 * _PAD + _LOOSE
        for field in ("nomor", "uraian", *BEHIND)
    }


def lane_widths(titles: Titles, style: Style) -> Iterator[list[float]]:
    """Yield for each size of headings, the largest first, how wide each lane is in which its words fit."""
    for size in _sizes(style):
        yield [name.narrowest(size) + 2 * _PAD + _ROUNDED for name in titles.roles.values()]


def headings(titles: Titles, columns: Columns, style: Style, tallest: float) -> Heading:
    """Return the header rows of a sheet; the second one is no taller than some height."""
    texts, first = titles.columns, columns.first_lane
    tall = [_Place(f, texts[f], columns.index(f), 1) for f in ("nomor", "uraian", "keterangan")]
    upper = [
        _Place("pelaksana", texts["pelaksana"], first, columns.lanes),
        _Place("mutu_baku", texts["mutu_baku"], columns.index(BEHIND[0]), 3),
    ]
    lanes = [
        _Place(key, name, first + lane, 1, key in titles.inferred)
        for lane, (key, name) in enumerate(titles.roles.items())
    ]
    quality = [_Place(f, texts[f], columns.index(f), 1) for f in BEHIND[:3]]

    above = [_fit(place, columns, style, tallest / 2) for place in upper]
    beside = _fit_alike([*tall, *quality], columns, style, tallest)
    both = beside[: len(tall)]
    below = [*_fit_together(lanes, columns, style, tallest), *beside[len(tall) :]]
    pad = 2 * style.pad_y
    first_height = max(fit.height for fit in above) + pad
    second_height = max(fit.height for fit in below) + pad
    second_height = max(second_height, max(fit.height for fit in both) + pad - first_height)
    whole = first_height + second_height
    top, middle = style.margin, style.margin + first_height
    outer = [_cell(place, fit, columns, top, whole, _TOP, 2) for place, fit in zip(tall, both, strict=True)]
    cells = [
        *outer[:2],
        *(_cell(p, fit, columns, top, first_height, _TOP, 1) for p, fit in zip(upper, above, strict=True)),
        *outer[2:],
        *(
            _cell(place, fit, columns, middle, second_height, _SECOND, 1)
            for place, fit in zip([*lanes, *quality], below, strict=True)
        ),
    ]
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
        if place.text.narrowest(size) <= room:
            break
    return _upright(place, size, room, tallest)


def _fit_alike(places: list[_Place], columns: Columns, style: Style, tallest: float) -> list[_Fit]:
    """Shrink headings until the words of each fit, all of those that are readable to one size."""
    fits = [_fit(place, columns, style, tallest) for place in places]
    least = min(style.font, style.least_heading)
    size = min((fit.size for fit in fits if fit.size >= least), default=least)
    return [
        fit if fit.size <= size else _upright(place, size, _room(place, columns), tallest)
        for place, fit in zip(places, fits, strict=True)
    ]


def _upright(place: _Place, size: float, room: float, tallest: float) -> _Fit:
    """Wrap a heading, and shrink it where it is taller than it may be."""
    lines = place.text.wrap(size, room, balance=True)
    while len(lines) * size * _LEADING > tallest and size > _UNREADABLE:
        size *= _SHRINK
        lines = place.text.wrap(size, room)
    return _Fit(lines, size, len(lines) * size * _LEADING, turned=False)


def _fit_together(places: list[_Place], columns: Columns, style: Style, tallest: float) -> list[_Fit]:
    """Shrink the headings of the lanes until the words of all fit; else turn them all."""
    for size in _sizes(style):
        if all(place.text.narrowest(size) <= _room(place, columns) for place in places):
            return [_upright(place, size, _room(place, columns), tallest) for place in places]
    turned = [_turn(place, columns, style, tallest, style.font) for place in places]
    least = min(style.font, style.least_heading)
    common = min((fit.size for fit in turned if fit.size >= least), default=least)
    return [
        fit if fit.size <= common else _turn(place, columns, style, tallest, common)
        for place, fit in zip(places, turned, strict=True)
    ]


def _turn(place: _Place, columns: Columns, style: Style, tallest: float, largest: float) -> _Fit:
    """Turn a heading: as short as it can be, in no more lines than the column is wide."""
    room = _room(place, columns) + _PAD
    for size in _sizes(style):
        if size > largest:
            continue
        most = int(room / (size * _LEADING))
        length = max(_TURNED / 2, place.text.narrowest(size))
        while length <= min(_TURNED, tallest):
            lines = place.text.wrap(size, length, balance=True)
            if len(lines) <= most:
                return _Fit(lines, size, max((line.width for line in lines), default=0.0), turned=True)
            length *= 1.1
    # Such a heading is no name of a role any more; it grows as long as it may, then shrinks.
    size, length = min(style.font, style.least_heading), min(_TURNED, tallest)
    while len(lines := place.text.wrap(size, length)) > room / (size * _LEADING) and size > _UNREADABLE:
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
        place.text.text,
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
