"""Paging: which rows stand on which page.

In: the plan, the wrapped rows and the height that a page has for them. Out: the parts of rows and ``Sheet``
pages, each with its flow and heights. A page takes as many rows as fit; what fits is known only when the
page's connectors are routed, since these make rows taller, so a page that turns out too tall gives up rows
and is tried again. Rows are cut only where one alone is taller than a page: its text at a line, its symbols
between two levels.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import fsum
from typing import NamedTuple, Protocol

from sop_engine.layout.measure import narrowest
from sop_engine.layout.page import PageFlow, Part, flow_of_page, refined
from sop_engine.layout.style import Style
from sop_engine.layout.symbols import Plan
from sop_engine.layout.table import TableRow
from sop_engine.layout.vertical import Vertical, stack_rows

__all__ = ["KnownFlows", "PageLayout", "break_pages"]


class _Squeeze(NamedTuple):
    """Smaller distances for a page that is too full."""

    half_row: float
    between: float
    pitch: float
    clear: float
    rule: float

    def of(self, style: Style) -> Style:
        """Return a style with these distances."""
        return replace(
            style,
            half_row=self.half_row,
            between=self.between,
            pitch=self.pitch,
            clear=self.clear,
            rule=self.rule,
        )


# How a page with one row that is too tall is squeezed, first to last.
_SQUEEZES = (
    _Squeeze(half_row=8.0, between=12.0, pitch=4.0, clear=4.0, rule=3.0),
    _Squeeze(half_row=6.0, between=11.0, pitch=2.5, clear=3.0, rule=2.5),
)


KnownFlows = dict[tuple[tuple[Part, ...], bool], PageFlow]


@dataclass(frozen=True, slots=True)
class PageLayout:
    """One page before it is drawn.

    Attributes:
        span: the first part on it and the one behind its last.
        flow: its symbols and connectors.
        vertical: its heights.
        words: for each link how wide its words are when they are wrapped, 0 where none are drawn here.
        total: the row of the total stands here.
    """

    span: tuple[int, int]
    flow: PageFlow
    vertical: Vertical
    words: tuple[float, ...]
    total: bool


class _Compose(Protocol):
    """Makes a page of some parts."""

    def __call__(self, first: int, last: int, measures: Style, *, draft: bool) -> PageLayout: ...


def _cut_rows(plan: Plan, rows: Sequence[TableRow], style: Style, height: float) -> list[Part]:
    """Return the rows as parts that fit a page of some height each: mostly one part a row.

    Above and below such a part there may have to be room for pentagons.
    """
    bands = 2 * (style.pentagon + 2 * style.half_row)
    most = max(1, int((height - bands - 2 * style.pad_y) / style.line))
    parts = []
    for index, row in enumerate(rows):
        levels = plan.levels[index]
        if row.count <= most and levels == 1:
            parts.append(Part(index, (0, row.count), (0, 1)))
            continue
        texts = [(at, min(at + most, row.count)) for at in range(0, max(1, row.count), most)]
        stacks = _cut_levels(plan, index, style, height)
        for at in range(max(len(texts), len(stacks))):
            lines = texts[at] if at < len(texts) else (row.count, row.count)
            parts.append(Part(index, lines, stacks[at] if at < len(stacks) else (levels, levels)))
    return parts


def _cut_levels(plan: Plan, row: int, style: Style, height: float) -> list[tuple[int, int]]:
    """Return the levels of a row in groups that leave a third of a page's height for lines."""
    groups, first, used = [], 0, 0.0
    heights = _level_heights(plan, row, style)
    for level, tall in enumerate(heights):
        used += tall + style.between
        if used > 2 * height / 3 and level > first:
            groups.append((first, level))
            first, used = level, tall + style.between
    groups.append((first, len(heights)))
    return groups


def _level_heights(plan: Plan, row: int, style: Style) -> list[float]:
    heights = [style.box] * plan.levels[row]
    for index in plan.rows[row]:
        spot = plan.spots[index]
        heights[spot.level] = max(heights[spot.level], spot.figure.height)
    return heights


def _parts_of_spots(plan: Plan, parts: Sequence[Part]) -> list[int]:
    """Return for each spot the part that it stands in."""
    found = [0] * len(plan.spots)
    for number, part in enumerate(parts):
        for index in plan.rows[part.row]:
            if part.levels[0] <= plan.spots[index].level < part.levels[1]:
                found[index] = number
    return found


def break_pages(
    plan: Plan,
    rows: Sequence[TableRow],
    style: Style,
    lanes: int,
    height: float,
    total_height: float,
    known: KnownFlows,
) -> tuple[list[Part], list[PageLayout]]:
    """Return the parts of the rows and the pages of a sheet.

    Args:
        plan: all symbols and arrows.
        rows: the wrapped rows.
        style: the measures of the sheet.
        lanes: how many lanes there are.
        height: what a page has for rows, points.
        total_height: of the row of the total, which stands behind the last row; 0 for none. Where it does
            not fit below the one row of the last page, no page has it.
        known: flows of pages that were found before, by what stands on them and whether they are drafts; new
            ones are added. A flow does not depend on any width or height.
    """
    parts = _cut_rows(plan, rows, style, height)
    part_of = _parts_of_spots(plan, parts)
    least = [_least_height(plan, part, style) for part in parts]

    def compose(first: int, last: int, measures: Style, *, draft: bool) -> PageLayout:
        here = (tuple(parts[first:last]), draft)
        flow = known.get(here)
        if flow is None:
            rough = known.get((here[0], True)) or flow_of_page(plan, parts, (first, last), part_of, lanes)
            flow = known[here] = rough if draft else refined(rough)
        return _with_heights((first, last), flow, plan, parts, measures)

    def room(stop: int) -> float:
        return height - (total_height if stop == len(parts) else 0.0)

    pages: list[PageLayout] = []
    start = 0
    while start < len(parts):
        page = _filled(compose, start, _most(least, start, height), style, room)
        for squeeze in _SQUEEZES:
            if page.vertical.height <= height:
                break
            page = compose(*page.span, squeeze.of(style), draft=False)
        start = page.span[1]
        last = bool(total_height) and start == len(parts) and page.vertical.height <= room(start)
        pages.append(replace(page, total=last))
    return parts, pages


def _most(least: Sequence[float], start: int, height: float) -> int:
    """Return behind which part a page ends at the latest; it has one at least."""
    stop, used = start + 1, least[start]
    while stop < len(least) and used + least[stop] <= height:
        used += least[stop]
        stop += 1
    return stop


def _filled(
    compose: _Compose, start: int, stop: int, style: Style, room: Callable[[int], float]
) -> PageLayout:
    """Return the fullest page that fits: settled with drafts first, which cost little, and then for good."""
    for draft in (True, False):
        while True:
            page = compose(start, stop, style, draft=draft)
            if page.vertical.height <= room(stop) or stop == start + 1:
                break
            bands = page.vertical.bands
            fitting = sum(top + tall <= room(stop) for top, tall in bands) - page.flow.above
            stop = max(start + 1, min(stop - 1, start + fitting))
    return page


def _least_height(plan: Plan, part: Part, style: Style) -> float:
    """Return the height that a part has before any line asks for more."""
    heights = _level_heights(plan, part.row, style)[part.levels[0] : part.levels[1]] or [style.box]
    stack = fsum(heights) + style.between * (len(heights) - 1)
    return max(_text_height(part, style), stack + 2 * style.half_row)


def _text_height(part: Part, style: Style) -> float:
    """Return the height that the text of a part needs."""
    return (part.lines[1] - part.lines[0]) * style.line + 2 * style.pad_y


def _with_heights(
    span: tuple[int, int],
    flow: PageFlow,
    plan: Plan,
    parts: Sequence[Part],
    style: Style,
) -> PageLayout:
    """Give a page's flow its heights."""
    texts = [_text_height(part, style) for part in parts[span[0] : span[1]]]
    texts = [0.0] * flow.above + texts + [0.0] * flow.below
    symbols = [style.box] * flow.grid.levels
    for node, index in enumerate(flow.spots):
        level = flow.grid.nodes[node].level
        symbols[level] = max(symbols[level], plan.spots[index].figure.height)
    for offpage in flow.offpages:
        symbols[offpage.level] = style.pentagon
    words = tuple(
        _words(plan, wires, style) if link.source < len(flow.spots) else 0.0
        for link, wires in zip(flow.links, flow.wires, strict=True)
    )
    vertical = stack_rows(flow, texts, symbols, words, style)
    return PageLayout(span, flow, vertical, words, total=False)


def _words(plan: Plan, wires: Sequence[int], style: Style) -> float:
    """Return how wide the words of a branch are when every word stands on a line of its own."""
    return max((narrowest(plan.wires[at].label, style.label) for at in wires), default=0.0)
