"""Columns: how wide each is, from what stands in it and from what the lanes need.

In: the texts of each column, the least widths of the lanes and the width of the page. Out: ``Columns``, the
edges of all columns. Lanes get what symbols, lines and labels need; the text columns share the rest so that
rows become low: the width goes, bit by bit, to the column that makes most rows tall. Widths are summed exactly,
since ``sum`` rounds differently from one version of Python to the next.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import fsum

from sop_engine.layout.measure import narrowest, width
from sop_engine.layout.style import Style
from sop_engine.model.sop import Sop

__all__ = ["TEXT_FIELDS", "Columns", "cell_texts", "fit_columns", "words_width"]

BEFORE = ("nomor", "uraian")
BEHIND = ("kelengkapan", "waktu", "output", "keterangan")
TEXT_FIELDS = (*BEFORE, *BEHIND)

_LEAST = {
    "nomor": 20.0,
    "uraian": 80.0,
    "kelengkapan": 54.0,
    "waktu": 34.0,
    "output": 44.0,
    "keterangan": 26.0,
}
_MOST_BY_WORDS = 110.0
_STEPS = 24
_SAMPLE = 80
# Edges are rounded, so a text that fits exactly would not.
_SLACK = 0.1
# What a line loses at its end, since words do not break.
_RAGGED = 11.0
# Rows of so many lines are no higher than their symbols make them.
_LOW = 3.5


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


def cell_texts(sop: Sop) -> list[dict[str, tuple[str, ...]]]:
    """Return what stands in the text columns of each row: paragraphs, one an item of a list."""
    rows = []
    for row in sop.kegiatan:
        quality = row.mutu_baku
        rows.append(
            {
                "nomor": (row.nomor,) if row.nomor else (),
                "uraian": (row.uraian,),
                "kelengkapan": quality.kelengkapan,
                "waktu": (_tidy(quality.waktu.teks),) if quality.waktu.teks else (),
                "output": quality.output,
                "keterangan": row.keterangan,
            }
        )
    return rows


def fit_columns(
    sop: Sop,
    rows: Sequence[Mapping[str, tuple[str, ...]]],
    style: Style,
    page_width: float,
    lane_widths: Sequence[float],
    comfort: float,
    least: Mapping[str, float],
) -> Columns:
    """Return the columns of a sheet.

    Args:
        sop: whose roles name the lanes.
        rows: the texts of the rows, as ``cell_texts`` gives them.
        style: the measures of the sheet.
        page_width: of the paper, points.
        lane_widths: of each lane, points; they are kept unless the text would have no room at all.
        comfort: up to this width lanes grow where the text would not run shorter for more room.
        least: the width that each text column has at least, if there is room.
    """
    usable = page_width - 2 * style.margin
    lanes = list(lane_widths)
    widths = _text_widths(
        rows, style, usable - fsum(lanes), least, fsum(max(0.0, comfort - lane) for lane in lanes)
    )
    text = fsum(widths.values())
    spare = usable - text - fsum(lanes)
    if spare > _SLACK:
        lanes = _levelled(lanes, spare)
    if text + fsum(lanes) > usable:
        scale = (usable - text) / fsum(lanes)
        lanes = [lane * scale for lane in lanes]
    sizes = [widths[field] for field in BEFORE] + lanes + [widths[field] for field in BEHIND]
    edges = [style.margin]
    for size in sizes:
        edges.append(round(edges[-1] + size, 2))
    return Columns((*BEFORE, *sop.pelaksana, *BEHIND), tuple(edges), len(lanes))


def words_width(
    rows: Sequence[Mapping[str, tuple[str, ...]]], style: Style, least: Mapping[str, float]
) -> float:
    """Return the width that all text columns need together so that no word of usual length breaks."""
    return fsum(_wanted(rows, style, least).values())


def _wanted(
    rows: Sequence[Mapping[str, tuple[str, ...]]], style: Style, least: Mapping[str, float]
) -> dict[str, float]:
    """Return the width that each text column needs so that no word of usual length breaks."""
    pad = 2 * style.pad_x
    widths = {}
    for field in TEXT_FIELDS:
        texts = {text for row in rows for text in row[field]}
        words = max((narrowest(text, style.font) for text in texts), default=0.0)
        whole = words
        if field in {"nomor", "waktu"}:
            # A number or a time reads best on one line, if that does not cost too much.
            whole = min(max((width(text, style.font) for text in texts), default=0.0), 52.0)
        wanted = max(words, whole) + pad + _SLACK
        wanted = max(wanted, least.get(field, 0.0) + _SLACK)
        widths[field] = max(_LEAST[field], min(wanted, _MOST_BY_WORDS))
    return widths


def _levelled(lanes: list[float], spare: float) -> list[float]:
    """Give lanes more room, the narrowest first, so that they become as even as they can be."""
    order = sorted(range(len(lanes)), key=lanes.__getitem__)
    for count in range(1, len(order) + 1):
        level = (fsum(lanes[lane] for lane in order[:count]) + spare) / count
        if count == len(order) or level <= lanes[order[count]]:
            break
    grown = set(order[:count])
    return [level if lane in grown else width_now for lane, width_now in enumerate(lanes)]


def _text_widths(
    rows: Sequence[Mapping[str, tuple[str, ...]]],
    style: Style,
    room: float,
    least: Mapping[str, float],
    wanted_by_lanes: float,
) -> dict[str, float]:
    """Share the room for text among its columns, but for what the lanes may have when no row is tall."""
    widths = _wanted(rows, style, least)
    spare = room - fsum(widths.values())
    if spare < 0:
        bare = fsum(_LEAST.values())
        share = max(0.0, (room - bare) / max(1.0, fsum(widths.values()) - bare))
        return {field: _LEAST[field] + (widths[field] - _LEAST[field]) * share for field in TEXT_FIELDS}
    _share(rows, style, widths, spare, wanted_by_lanes)
    return widths


def _share(
    rows: Sequence[Mapping[str, tuple[str, ...]]],
    style: Style,
    widths: dict[str, float],
    spare: float,
    wanted_by_lanes: float,
) -> None:
    """Give the spare room away in small parts, each to the column that makes most rows tall."""
    fields = [field for field in TEXT_FIELDS if field != "nomor"]
    sample = rows[:: max(1, len(rows) // _SAMPLE)]
    totals = [[fsum([width(text, style.font) for text in row[field]]) for row in sample] for field in fields]
    counts = [[float(len(row[field])) for row in sample] for field in fields]
    heights = [
        _heights(totals[at], counts[at], _inner(widths[field], style)) for at, field in enumerate(fields)
    ]
    part = spare / _STEPS
    for least in (_LOW, 0.0):
        while spare > part / 2:
            votes = _votes(heights, counts, least)
            best = max(range(len(fields)), key=votes.__getitem__)
            if not votes[best]:
                break
            field = fields[best]
            widths[field] += part
            spare -= part
            heights[best] = _heights(totals[best], counts[best], _inner(widths[field], style))
        if least:
            # No row is higher than its symbol now, so the lanes come first.
            spare -= min(spare, wanted_by_lanes)
    total = fsum(widths[field] for field in fields)
    for field in fields:
        widths[field] += max(0.0, spare) * widths[field] / total


def _votes(heights: list[list[float]], counts: list[list[float]], least: float) -> list[float]:
    """Return how much each column has to do with rows of more lines than some number."""
    votes = [0.0] * len(heights)
    for at, tallest in enumerate(map(max, *heights)):
        if tallest <= least:
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


def _inner(width_of_column: float, style: Style) -> float:
    return max(1.0, width_of_column - 2 * style.pad_x - _RAGGED)


def _tidy(text: str) -> str:
    """A standard time as written, its blanks made single; its line breaks stay."""
    return "\n".join(" ".join(line.split()) for line in text.splitlines())
