"""Columns: how wide each is, from what stands in it and from what the lanes need.

In: the texts of each column, the least widths of the lanes and the width of the page. Out: ``Columns``, the
edges of all columns. Lanes get what symbols, lines and labels need. What the text columns have beyond their
longest words goes first, bit by bit, to the column that makes most rows taller than their symbols do; then the
lanes become comfortable; then every column comes nearer to the width at which its texts would stand on one
line; and what is left widens the lanes somewhat and then the text columns. Widths are summed exactly, since
``sum`` rounds differently from one version of Python to the next.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import fsum
from typing import NamedTuple

from sop_engine.layout.needs import (
    BEFORE,
    BEHIND,
    TEXT_FIELDS,
    Texts,
    bare_width,
    liked_width,
    needed_widths,
    wanted_widths,
)
from sop_engine.layout.style import Style
from sop_engine.model.sop import Sop

__all__ = ["Columns", "Lanes", "fit_columns"]

# How the text columns share what nobody needs.
_PARTS = {"uraian": 0.36, "kelengkapan": 0.22, "waktu": 0.12, "output": 0.19, "keterangan": 0.11}
# With little text a lane grows to so many times its comfortable width before anything else does.
_GENEROUS = 1.25
_MOST_OF_PAGE = 0.6
_STEPS = 24
_SAMPLE = 80
# Edges are rounded, so a text that fits exactly would not.
_SLACK = 0.1
# What a line loses at its end, since words do not break.
_RAGGED = 11.0


class Lanes(NamedTuple):
    """How wide lanes should be.

    Attributes:
        least: of each, what its symbols, lines and words need, points.
        comfort: up to this width they grow where the text would not run shorter for more room.
    """

    least: tuple[float, ...]
    comfort: float


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns of the table lie.

    Attributes:
        fields: the form's fields from left to right; for a lane the role's key.
        edges: left edge of each column and the right edge of the last, points.
        lanes: how many of them are lanes.
    """

    fields: tuple[str, ...]
    edges: tuple[float, ...]
    lanes: int

    def box_of(self, column: int, count: int = 1) -> tuple[float, float]:
        """Return the left and right edge of so many columns from one on."""
        return self.edges[column], self.edges[column + count]

    @property
    def lane_edges(self) -> tuple[float, ...]:
        """Left edge of each lane and the right edge of the last."""
        return self.edges[len(BEFORE) : len(BEFORE) + self.lanes + 1]

    @property
    def lane_widths(self) -> tuple[float, ...]:
        """Width of each lane."""
        edges = self.lane_edges
        return tuple(right - left for left, right in pairwise(edges))

    def is_lane(self, column: int) -> bool:
        """Whether a column is a lane."""
        return len(BEFORE) <= column < len(BEFORE) + self.lanes

    @property
    def first_lane(self) -> int:
        """Index of the first lane's column."""
        return len(BEFORE)

    def index(self, field: str) -> int:
        """Index of a text column."""
        if field in BEFORE:
            return BEFORE.index(field)
        return len(BEFORE) + self.lanes + BEHIND.index(field)


def fit_columns(
    sop: Sop,
    rows: Texts,
    low: Sequence[float],
    style: Style,
    page_width: float,
    lanes: Lanes,
    least: Mapping[str, float],
) -> Columns:
    """Return the columns of a sheet.

    Args:
        sop: whose roles name the lanes.
        rows: the texts of the rows, as ``cell_texts`` gives them.
        low: how many lines of text fit each row without making it taller than its symbols do.
        style: the measures of the sheet.
        page_width: of the paper, points.
        lanes: their widths, points; they are kept unless the text would have no room at all.
        least: the width that each text column has at least, if there is room.
    """
    usable = page_width - 2 * style.margin
    whole = fsum(lanes.least)
    widths = _text_widths(rows, low, style, usable, lanes, least)
    text = fsum(widths.values())
    found = list(lanes.least)
    spare = usable - text - whole
    if spare > _SLACK:
        found = _levelled(found, spare)
    if text + fsum(found) > usable:
        scale = (usable - text) / fsum(found)
        found = [lane * scale for lane in found]
    sizes = [widths[field] for field in BEFORE] + found + [widths[field] for field in BEHIND]
    edges = [style.margin]
    for size in sizes:
        edges.append(round(edges[-1] + size, 2))
    return Columns((*BEFORE, *sop.pelaksana, *BEHIND), tuple(edges), len(found))


def _levelled(lanes: list[float], spare: float) -> list[float]:
    """Give lanes more room, the narrowest first, so that they become as even as they can be."""
    order = sorted(range(len(lanes)), key=lanes.__getitem__)
    for count in range(1, len(order) + 1):
        level = (fsum(lanes[lane] for lane in order[:count]) + spare) / count
        if count == len(order) or level <= lanes[order[count]]:
            break
    grown = set(order[:count])
    return [level if lane in grown else width for lane, width in enumerate(lanes)]


def _text_widths(
    rows: Texts, low: Sequence[float], style: Style, usable: float, lanes: Lanes, least: Mapping[str, float]
) -> dict[str, float]:
    """Share the room for text among its columns, but for what the lanes may have when no row is tall."""
    room = usable - fsum(lanes.least)
    comfortable = len(lanes.least) * lanes.comfort
    widths = wanted_widths(rows, style, least)
    spare = room - fsum(widths.values())
    if spare < 0:
        needed = needed_widths(rows, style, least)
        if room >= fsum(needed.values()):
            return _between(needed, widths, room)
        bare = {field: min(needed[field], bare_width(rows, field, style)) for field in TEXT_FIELDS}
        return _between(bare, needed, room)
    spare = _lowered(rows, low, style, widths, spare)
    spare -= min(spare, fsum(max(0.0, lanes.comfort - lane) for lane in lanes.least))
    # Every column comes nearer to what it likes; those without text like no more than they have.
    wishes = {field: max(0.0, liked_width(rows, field, style) - widths[field]) for field in TEXT_FIELDS}
    share = min(1.0, spare / max(1.0, fsum(wishes.values())))
    for field, wish in wishes.items():
        widths[field] += wish * share
    spare -= fsum(wishes.values()) * share
    most = min(_GENEROUS * comfortable, _MOST_OF_PAGE * usable)
    spare -= min(spare, max(0.0, most - comfortable))
    for field, part in _PARTS.items():
        widths[field] += spare * part
    return widths


def _between(low: dict[str, float], high: dict[str, float], room: float) -> dict[str, float]:
    """Return widths as far from low ones to high ones as the room goes; the low ones where it is less."""
    bottom, top = fsum(low.values()), fsum(high.values())
    share = max(0.0, (room - bottom) / max(1.0, top - bottom))
    return {field: low[field] + (high[field] - low[field]) * share for field in low}


def _lowered(
    rows: Texts, low: Sequence[float], style: Style, widths: dict[str, float], spare: float
) -> float:
    """Widen, part by part, the column that makes most rows taller than their symbols; return what is left."""
    fields = [field for field in TEXT_FIELDS if field != "nomor"]
    step = max(1, len(rows) // _SAMPLE)
    sample, lows = rows[::step], low[::step]
    totals = [[fsum([text.width(style.font) for text in row[field]]) for row in sample] for field in fields]
    counts = [[float(len(row[field])) for row in sample] for field in fields]
    heights = [
        _heights(totals[at], counts[at], _inner(widths[field], style)) for at, field in enumerate(fields)
    ]
    part = spare / _STEPS
    while spare > part / 2:
        votes = _votes(heights, counts, lows)
        best = max(range(len(fields)), key=votes.__getitem__)
        if not votes[best]:
            break
        field = fields[best]
        widths[field] += part
        spare -= part
        heights[best] = _heights(totals[best], counts[best], _inner(widths[field], style))
    return max(0.0, spare)


def _votes(heights: list[list[float]], counts: list[list[float]], low: Sequence[float]) -> list[float]:
    """Return how much each column has to do with rows that are taller than their symbols."""
    votes = [0.0] * len(heights)
    for at, tallest in enumerate(map(max, *heights)):
        if tallest <= low[at]:
            continue
        for column, column_heights in enumerate(heights):
            height = column_heights[at]
            # Only text that would run shorter in a wider column gains by it.
            if height > 0.9 * tallest and height > counts[column][at]:
                votes[column] += height * tallest
    return votes


def _heights(totals: list[float], counts: list[float], inner: float) -> list[float]:
    """Return about how many lines each cell of a column takes."""
    return [max(total / inner, count) for total, count in zip(totals, counts, strict=True)]


def _inner(width: float, style: Style) -> float:
    return max(1.0, width - 2 * style.pad_x - _RAGGED)
