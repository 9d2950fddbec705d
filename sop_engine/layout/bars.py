"""A bar chart: level bars one below the other on one axis, as many pages as they take.

In: ``Bar`` values and the words around them. Out: a ``Drawing``, which the writers of the sheet write too.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from sop_engine.layout.chart import (
    DARK,
    HEAD,
    LIGHT,
    SMALL,
    Body,
    Look,
    Rule,
    across,
    bar,
    body_of,
    charted,
    down,
    nice_ticks,
    note_cells,
    text_cell,
    thin,
    title_cells,
)
from sop_engine.layout.drawing import Align, Box, Cell, Drawing
from sop_engine.layout.papers import Paper
from sop_engine.model._angka import number_text

__all__ = ["Bar", "Chart", "bar_chart"]

_LABEL = 0.32
_VALUE = 0.16
"""Shares of the width that labels and figures have; bars have the rest."""

_ROW = 22.0
_GROUP = 18.0
_THICK = 11.0
_AXIS = 12.0
_GAP = 8.0
_MARK = 1.4


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar.

    Attributes:
        label: what it is for.
        low: its length at least, in units of the axis.
        high: its length at most.
        text: the figure beside it.
        mark: where an upright stroke stands across it, or None.
        group: what it belongs to; a line of its own stands above the first bar of each; empty for none.
    """

    label: str
    low: Fraction
    high: Fraction
    text: str
    mark: Fraction | None = None
    group: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars and the words around them, all Indonesian.

    Attributes:
        title: over each page.
        subtitle: below it.
        axis: what the axis measures.
        bars: from top to bottom.
        notes: small print below the last bar.
        description: what a screen reader says of the chart.
    """

    title: str
    subtitle: str
    axis: str
    bars: tuple[Bar, ...]
    notes: tuple[str, ...] = ()
    description: str = ""


@dataclass(frozen=True, slots=True)
class _Scale:
    """The axis: its left end, how wide it is, and its ticks."""

    left: float
    width: float
    ticks: tuple[Fraction, ...]

    def at(self, number: Fraction) -> float:
        """Where a number stands."""
        return self.left + self.width * float(number / self.ticks[-1])

    @property
    def right(self) -> float:
        """Where the axis ends."""
        return self.left + self.width


def bar_chart(chart: Chart, paper: Paper, *, agency: str = "") -> Drawing:
    """Lay out a bar chart; all pages have one scale.

    Args:
        chart: what it shows.
        paper: of all pages.
        agency: the agency's code.
    """
    body = body_of(paper)
    reached = max((max(one.high, one.mark or Fraction(0)) for one in chart.bars), default=Fraction(0))
    left = body.left + _LABEL * body.width
    scale = _Scale(left, (1 - _LABEL - _VALUE) * body.width, nice_ticks(reached))
    pages = _pages(chart, body, scale)
    return charted(chart.title, chart.description, paper, pages, agency=agency, foot=chart.title)


def _pages(chart: Chart, body: Body, scale: _Scale) -> Iterator[tuple[list[Cell], list[Rule]]]:
    """The pages: bars as long as there is room, the notes behind the last one."""
    head, top = title_cells(body, chart.title, chart.subtitle)
    first = top + 2 * _AXIS
    rest = list(chart.bars)
    while True:
        bars, y = _some(rest, first, body)
        rest = rest[len(bars) :]
        cells = [*head, *_axis(chart, scale, body, top), *_grid(scale, first, y)]
        cells += _drawn(bars, scale, body, first)
        rules = [down(scale.left, first, y), across(first, body.left, body.right)]
        if not rest:
            break
        yield cells, rules
    said = _said(chart.notes, y + _GAP, body)
    yield [*cells, *said], rules
    left = chart.notes[len(said) :]
    while left:
        # What is longer than a page is on one of its own all the same.
        said = _said(left, top, body) or note_cells(body, left[:1], top)[0]
        yield [*head, *said], []
        left = left[len(said) :]


def _said(notes: Sequence[str], top: float, body: Body) -> list[Cell]:
    """As many notes as a page has room for, a cell each."""
    cells, _ = note_cells(body, notes, top)
    return [cell for cell in cells if cell.box.bottom <= body.bottom]


def _some(bars: Sequence[Bar], top: float, body: Body) -> tuple[list[Bar], float]:
    """As many bars as a page has room for, at least one, and where they end."""
    found: list[Bar] = []
    y = top
    for one, group in zip(bars, _groups(bars), strict=True):
        height = _ROW + (_GROUP if group else 0.0)
        if found and y + height > body.bottom:
            break
        found.append(one)
        y += height
    return found, y


def _groups(bars: Sequence[Bar]) -> list[str]:
    """For each bar of a page the line that stands above it, or an empty text."""
    before = ""
    found = []
    for one in bars:
        found.append(one.group if one.group != before else "")
        before = one.group
    return found


def _axis(chart: Chart, scale: _Scale, body: Body, top: float) -> Iterator[Cell]:
    """What the axis measures, and the numbers at its ticks."""
    yield text_cell(
        Box(scale.left, top, body.right - scale.left, _AXIS),
        chart.axis,
        Look(SMALL, pad=0.0, grey=DARK),
        field="sumbu",
    )
    step = scale.width / (len(scale.ticks) - 1)
    for tick in scale.ticks:
        box = Box(scale.at(tick) - step / 2, top + _AXIS, step, _AXIS)
        look = Look(SMALL, align=Align.CENTRE, pad=0.0, grey=DARK, single=True)
        yield text_cell(box, number_text(tick), look, field="sumbu")


def _grid(scale: _Scale, top: float, bottom: float) -> Iterator[Cell]:
    for tick in scale.ticks[1:]:
        yield thin((scale.at(tick), top), (scale.at(tick), bottom))


def _drawn(bars: Sequence[Bar], scale: _Scale, body: Body, top: float) -> Iterator[Cell]:
    """The bars of a page with their labels, figures and marks."""
    y = top
    for one, group in zip(bars, _groups(bars), strict=True):
        if group:
            box = Box(body.left, y, body.width, _GROUP)
            yield text_cell(box, group, Look(bold=True, fill=HEAD, single=True), field="kelompok")
            y += _GROUP
        yield text_cell(Box(body.left, y, scale.left - body.left - 4.0, _ROW), one.label, field="label")
        over = y + (_ROW - _THICK) / 2
        for start, end, fill in ((Fraction(0), one.low, DARK), (one.low, one.high, LIGHT)):
            if end > start:
                left = scale.at(start)
                yield bar(Box(left, over, scale.at(end) - left, _THICK), fill)
        if one.mark is not None:
            x = scale.at(one.mark)
            # A white edge sets the stroke off from a dark bar.
            for wide, fill in ((_MARK + 2.0, 1.0), (_MARK, 0.0)):
                yield thin((x, y + 2.0), (x, y + _ROW - 2.0), fill, wide)
        box = Box(scale.right + 4.0, y, body.right - scale.right - 4.0, _ROW)
        yield text_cell(box, one.text, Look(align=Align.RIGHT), field="nilai")
        y += _ROW
