"""The Gantt chart of a schedule: a row for each time that an activity is done, its bar on the working calendar.

In: a SOP, its ``Schedule``, the ``Calendar`` and the notes to stand below. Out: a ``Drawing`` in greys. Free days are
shaded, feasts darker than weekends; where times are ranges, the upper bar of a row is its earliest and the lower one its
latest stretch; an upright line marks the deadline. What each grey means is told above the first table.
"""

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass

from sop_engine.analysis.calendar import DAY, Calendar, Moment, day_of
from sop_engine.analysis.schedule import Entry, Schedule
from sop_engine.layout.chart import (
    DARK,
    HEAD,
    MIDDLE,
    SMALL,
    Body,
    Look,
    Rule,
    across,
    bar,
    body_of,
    charted,
    down,
    note_cells,
    text_cell,
    thin,
    title_cells,
)
from sop_engine.layout.dates import clock, day_and_clock, long_moment, short_day, whole
from sop_engine.layout.drawing import Align, Box, Cell, Drawing
from sop_engine.layout.furniture import foot_of
from sop_engine.layout.measure import plain, width, wrap
from sop_engine.layout.papers import Paper
from sop_engine.layout.timeline import Timeline, timeline_of
from sop_engine.model.sop import Sop

__all__ = ["UNMEASURED", "gantt"]

UNMEASURED = "tidak terukur"
"""What stands for the time of a row that has none."""

_HEADINGS = ("No", "Kegiatan", "Pelaksana", "Waktu", "Mulai", "Selesai")
_RANGED = (*_HEADINGS[:4], "Mulai\n(paling cepat)", "Selesai\n(paling lambat)")
_SHARES = (0.03, 0.2, 0.125, 0.075, 0.08, 0.08)
_SIZE = 7.5
_LINE = 9.2
_PAD = 3.0
_LEAST = 17.0
_HEAD = 26.0
_BAR = 7.0
_THIN_BAR = 4.0
_LEAST_BAR = 2.0
_SWATCH = 13.0
_BETWEEN = 14.0
_LABEL = 11.0
_DEADLINE = 1.1
_MOST_LINES = 5
_GREY = 0.4


@dataclass(frozen=True, slots=True)
class _Row:
    """A row with its texts and height."""

    entry: Entry
    texts: tuple[str, ...]
    height: float


@dataclass(frozen=True, slots=True)
class _Plan:
    """What all pages share: the schedule, the columns' edges, and the axis."""

    schedule: Schedule
    body: Body
    edges: tuple[float, ...]
    line: Timeline
    headings: tuple[str, ...]


def gantt(
    sop: Sop,
    schedule: Schedule,
    calendar: Calendar,
    paper: Paper,
    notes: Sequence[str] = (),
    course: str = "",
) -> Drawing:
    """Draw a schedule that has entries.

    Args:
        sop: whose names of activities and roles are shown.
        schedule: what is drawn.
        calendar: that it was made with.
        paper: of its pages, landscape.
        notes: paragraphs below the chart (Indonesian).
        course: which way it is, in words (Indonesian).
    """
    body = body_of(paper)
    edges = [body.left]
    for share in _SHARES:
        edges.append(edges[-1] + share * body.width)
    first = min(schedule.start, *(entry.earliest.start for entry in schedule.entries))
    last = max(schedule.deadline, *(entry.latest.end for entry in schedule.entries))
    line = timeline_of(calendar, first, last, edges[-1], body.right)
    name = plain(sop.identitas.nama)
    start, deadline = long_moment(schedule.start).id, long_moment(schedule.deadline).id
    ends = " · ".join(text for text in (f"Mulai {start}", f"tenggat {deadline}", course) if text)
    heading, top = title_cells(body, f"Jadwal: {name}", f"{plain(sop.instansi.nama)}\n{ends}")
    ranged = any(entry.earliest != entry.latest for entry in schedule.entries)
    plan = _Plan(schedule, body, tuple(edges), line, _RANGED if ranged else _HEADINGS)
    heading += _legend(line, body.left, top, ranged=ranged)
    top += _LABEL + _PAD
    years = day_of(first).year != day_of(last).year
    sheets = _sheets([_row(sop, entry, edges, years=years) for entry in schedule.entries], body, top)
    pages: list[tuple[list[Cell], list[Rule]]] = []
    for number, rows in enumerate(sheets):
        cells, rules, end = _table(plan, rows, top if number == 0 else body.top)
        pages.append(([*heading, *cells] if number == 0 else cells, rules))
        top = end if number == 0 else top
    _add_notes(pages, [note[:1].upper() + note[1:] for note in notes], body, end)
    return charted(
        f"Jadwal: {name}",
        f"Jadwal {len(schedule.entries)} kegiatan. {ends}.",
        paper,
        pages,
        agency=sop.instansi.kode,
        author=sop.instansi.nama,
        foot=foot_of(sop),
    )


def _legend(line: Timeline, x: float, y: float, *, ranged: bool) -> Iterator[Cell]:
    """What bars, shades, the line and the asterisk mean: each beside its words, in one row."""
    bars = ((MIDDLE, "paling cepat"), (DARK, "paling lambat")) if ranged else ((DARK, "pelaksanaan"),)
    for grey, words in (*bars, *line.shade_names()):
        ground = Box(x, y + _LABEL / 2 - _THIN_BAR, _SWATCH, 2 * _THIN_BAR)
        yield bar(ground, grey, "contoh")
        x = yield from _explained(words, x + _SWATCH, y)
    yield thin((x + 1.0, y + 1.0), (x + 1.0, y + _LABEL - 1.0), 0.0, _DEADLINE)
    x = yield from _explained("tenggat", x + 2.0, y)
    if line.marked:
        yield from _explained("*  tanggal perkiraan", x - _PAD, y)


def _explained(words: str, x: float, y: float) -> Generator[Cell, None, float]:
    """Words of the legend; where the next piece of it begins."""
    wide = width(words, SMALL) + 2 * _PAD
    yield text_cell(Box(x, y, wide, _LABEL), words, Look(SMALL, grey=_GREY, single=True), field="keterangan")
    return x + wide + _BETWEEN


def _two_lines(moment: Moment, *, years: bool) -> str:
    """The day, and below it the hour: the weekday or the year, whichever says more."""
    if years:
        moment = whole(moment)
        return f"{short_day(day_of(moment), year=True).id}\n{clock(moment % DAY)}"
    day, _, hour = day_and_clock(moment).id.rpartition(" ")
    return f"{day}\n{hour}"


def _row(sop: Sop, entry: Entry, edges: Sequence[float], *, years: bool) -> _Row:
    roles = sop.headings_of(entry.lanes)
    uraian = sop.kegiatan[entry.row].uraian
    if entry.turn > 1:
        uraian = f"{uraian} (ke-{entry.turn})"
    if entry.shared is not None:
        time = f"bersama baris {entry.shared}"
    else:
        time = str(entry.time) if entry.time.is_measured else UNMEASURED
    texts = (
        sop.kegiatan[entry.row].nomor or entry.name,
        uraian,
        roles,
        time,
        *(_two_lines(moment, years=years) for moment in (entry.earliest.start, entry.latest.end)),
    )
    lines = max(len(wrap(text, _SIZE, edges[at + 1] - edges[at] - 2 * _PAD)) for at, text in enumerate(texts))
    return _Row(entry, texts, max(_LEAST, min(lines, _MOST_LINES) * _LINE + 2 * _PAD))


def _sheets(rows: Sequence[_Row], body: Body, top: float) -> list[list[_Row]]:
    """The rows of each page."""
    sheets: list[list[_Row]] = [[]]
    y = top + _HEAD
    for row in rows:
        if sheets[-1] and y + row.height + _LABEL > body.bottom:
            sheets.append([])
            y = body.top + _HEAD
        sheets[-1].append(row)
        y += row.height
    return sheets


def _table(plan: _Plan, rows: Sequence[_Row], top: float) -> tuple[list[Cell], list[Rule], float]:
    """One page's table: its cells and rules, and where it ends with the label of the deadline."""
    heights = [row.height for row in rows]
    bottom = top + _HEAD + sum(heights)
    body, edges = plan.body, plan.edges
    cells = [bar(Box(body.left, top, edges[-1] - body.left, _HEAD), HEAD, "judul_kolom")]
    cells += plan.line.shades(top + _HEAD, bottom)
    cells += plan.line.head(top, _HEAD, bottom)
    for at, text in enumerate(plan.headings):
        box = Box(edges[at], top, edges[at + 1] - edges[at], _HEAD)
        cells.append(text_cell(box, text, Look(_SIZE, bold=True, align=Align.CENTRE), at=(-1, at)))
    y = top + _HEAD
    rules = [across(top, body.left, body.right), across(y, body.left, body.right)]
    rules += [across(bottom, body.left, body.right)]
    rules += [down(x, top, bottom) for x in (*edges, body.right)]
    cells += _deadline(plan, top + _HEAD, bottom)
    for number, row in enumerate(rows):
        cells += _texts(row, number, edges, y)
        if number:
            cells.append(thin((body.left, y), (body.right, y), MIDDLE))
        cells += _bars(plan, row, y)
        y += row.height
    return cells, rules, bottom + _LABEL


def _texts(row: _Row, number: int, edges: Sequence[float], y: float) -> Iterator[Cell]:
    for at, text in enumerate(row.texts):
        box = Box(edges[at], y, edges[at + 1] - edges[at], row.height)
        align = Align.CENTRE if at in (0, 4, 5) else Align.LEFT
        grey = _GREY if text == UNMEASURED else 0.0
        yield text_cell(box, text, Look(_SIZE, align=align, grey=grey), at=(number, at), field=_HEADINGS[at])


def _bars(plan: _Plan, row: _Row, y: float) -> Iterator[Cell]:
    entry, middle = row.entry, y + row.height / 2
    if entry.earliest == entry.latest:
        stretches = [(entry.latest, middle - _BAR / 2, _BAR, DARK)]
    else:
        stretches = [
            (entry.earliest, middle - _THIN_BAR - 0.4, _THIN_BAR, MIDDLE),
            (entry.latest, middle + 0.4, _THIN_BAR, DARK),
        ]
    for stretch, top, tall, fill in stretches:
        left, right = plan.line.at(stretch.start), plan.line.at(stretch.end)
        # What is too short to be seen is drawn a little longer, but never beyond the deadline.
        wide = max(right - left, _LEAST_BAR)
        limit = max(plan.line.at(plan.schedule.deadline) - wide, plan.edges[-1])
        yield bar(Box(min(left, limit), top, wide, tall), fill)


def _deadline(plan: _Plan, top: float, bottom: float) -> Iterator[Cell]:
    x = plan.line.at(plan.schedule.deadline)
    yield thin((x, top), (x, bottom + 2.5), 0.0, _DEADLINE)
    text = f"tenggat {day_and_clock(plan.schedule.deadline, year=True).id}"
    left = plan.edges[-1]
    box = Box(left, bottom + 1.0, min(x + 1.5, plan.body.right) - left, _LABEL - 1.0)
    if box.width < plan.body.width * 0.2:
        box = Box(x + 2.0, bottom + 1.0, plan.body.right - x - 2.0, _LABEL - 1.0)
        yield text_cell(box, text, Look(SMALL, bold=True, pad=1.5), field="tenggat")
    else:
        yield text_cell(box, text, Look(SMALL, bold=True, align=Align.RIGHT, pad=3.0), field="tenggat")


def _add_notes(
    pages: list[tuple[list[Cell], list[Rule]]], notes: Sequence[str], body: Body, end: float
) -> None:
    """Put the notes below the last table, or on a page of their own where there is no room."""
    cells, bottom = note_cells(body, notes, end + 2.0)
    if bottom > body.bottom:
        heading, top = title_cells(body, "Catatan")
        cells, _ = note_cells(body, notes, top)
        pages.append(([*heading, *cells], []))
    else:
        pages[-1][0].extend(cells)
