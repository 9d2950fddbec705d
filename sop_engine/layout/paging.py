"""Paging: which rows stand on which page.

In: the plan, the wrapped rows and the height that a page has for them. Out: the parts of rows and ``PageLayout``
values, each with its flow and heights. A page takes as many rows as fit, the last one with what closes the
table; what fits is known only when the page's connectors are routed, since these make rows taller, so a page
that turns out too tall gives up rows and is tried again. All this is settled with roughly routed drafts, which
cost little. Then rows are made lower where that saves a page, and the last two pages are made about equal,
broken where few arrows have to go across. Only then the pages are routed for good.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from typing import NamedTuple

from sop_engine.layout.cutting import cut_rows, least_height, parts_of_spots, text_height
from sop_engine.layout.measure import narrowest
from sop_engine.layout.page import PageFlow, Part, flow_of_page, refined
from sop_engine.layout.style import Style
from sop_engine.layout.symbols import Plan
from sop_engine.layout.table import TableRow, said_again
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


# How rows become lower where a few of them would stand alone on a last page: none of it is seen as narrow.
_LOWER = (
    _Squeeze(half_row=9.5, between=15.0, pitch=5.0, clear=4.5, rule=3.5),
    _Squeeze(half_row=8.0, between=13.0, pitch=4.5, clear=4.5, rule=3.5),
)
# How a page with one row that is too tall is squeezed, first to last.
_SQUEEZES = (
    _Squeeze(half_row=8.0, between=12.0, pitch=4.0, clear=4.0, rule=3.0),
    _Squeeze(half_row=6.0, between=11.0, pitch=2.5, clear=3.0, rule=2.5),
)
# A sheet of more pages is not made lower: that would save few of them and cost the routing of all.
_MOST_LOWERED = 4
# A last page that is filled less than this beside the one before it takes rows from it.
_UNEVEN = 0.7
# What an arrow across pages weighs against uneven pages, as a part of a page's height.
_ACROSS = 0.06

KnownFlows = dict[tuple[tuple[Part, ...], bool], PageFlow]


class PageLayout(NamedTuple):
    """One page before it is drawn.

    Attributes:
        span: the first part on it and the one behind its last.
        flow: its symbols and connectors.
        vertical: its heights.
        words: for each link how wide its words are when they are wrapped, 0 where none are drawn here.
        total: what closes the table stands here, the row of the total or the beginning of the notes.
        pressed: even squeezed as far as it may be, what stands on it is too tall or its lines too near.
    """

    span: tuple[int, int]
    flow: PageFlow
    vertical: Vertical
    words: tuple[float, ...]
    total: bool
    pressed: bool


class _Job(NamedTuple):
    """What all pages are made of.

    Attributes:
        plan: all symbols and arrows.
        rows: the wrapped rows.
        parts: of the rows.
        part_of: for each spot the part that it stands in.
        lanes: how many there are.
        height: what a page has for rows, points.
        tail: of what closes the table, points.
        known: flows that were found before.
    """

    plan: Plan
    rows: Sequence[TableRow]
    parts: Sequence[Part]
    part_of: Sequence[int]
    lanes: int
    height: float
    tail: float
    known: KnownFlows

    def room(self, stop: int) -> float:
        """Return what a page that ends behind some part has for rows."""
        return self.height - (self.tail if stop == len(self.parts) else 0.0)


def break_pages(
    plan: Plan,
    rows: Sequence[TableRow],
    style: Style,
    lanes: int,
    height: float,
    tail: float,
    known: KnownFlows,
) -> tuple[list[Part], list[PageLayout]]:
    """Return the parts of the rows and the pages of a sheet.

    Args:
        plan: all symbols and arrows.
        rows: the wrapped rows.
        style: the measures of the sheet.
        lanes: how many lanes there are.
        height: what a page has for rows, points.
        tail: of what closes the table and stands behind the last row; 0 for none. Where it does not fit
            below the one row of the last page, no page has it.
        known: flows of pages that were found before, by what stands on them and whether they are drafts; new
            ones are added. A flow does not depend on any width or height.
    """
    parts = cut_rows(plan, rows, style, height, tail)
    job = _Job(plan, rows, parts, parts_of_spots(plan, parts), lanes, height, tail, known)
    drafts = _drafted(job, style, len(parts))
    if 1 < len(drafts) <= _MOST_LOWERED:
        for squeeze in _LOWER:
            lower = squeeze.of(style)
            fewer = _drafted(job, lower, len(drafts) - 1)
            if fewer[-1].span[1] == len(parts):
                pages = _settled(job, lower, _even(job, lower, fewer))
                if len(pages) < len(drafts):
                    return parts, pages
    return parts, _settled(job, style, _even(job, style, drafts))


def _drafted(job: _Job, style: Style, most: int) -> list[PageLayout]:
    """Return drafts of so many pages at most, each as full as it can be."""
    least = [least_height(job.plan, part, style) for part in job.parts]
    drafts: list[PageLayout] = []
    start = 0
    while start < len(job.parts) and len(drafts) < most:
        drafts.append(_filled(job, start, _latest(least, start, job.height), style, draft=True))
        start = drafts[-1].span[1]
    return drafts


def _latest(least: Sequence[float], start: int, height: float) -> int:
    """Return behind which part a page ends at the latest; it has one at least."""
    stop, used = start + 1, least[start]
    while stop < len(least) and used + least[stop] <= height:
        used += least[stop]
        stop += 1
    return stop


def _filled(job: _Job, start: int, stop: int, style: Style, *, draft: bool) -> PageLayout:
    """Return the fullest page that fits, from some part to another one at most."""
    while True:
        page = _composed(job, start, stop, style, draft=draft)
        if page.vertical.height <= job.room(stop) or stop == start + 1:
            return page
        bands = page.vertical.bands
        fitting = sum(top + tall <= job.room(stop) for top, tall in bands) - page.flow.above
        stop = max(start + 1, min(stop - 1, start + fitting))


def _even(job: _Job, style: Style, drafts: Sequence[PageLayout]) -> list[int]:
    """Return behind which parts pages end: as drafted, but for a last page that is far emptier than others."""
    stops = [page.span[1] for page in drafts]
    if len(drafts) < 2:
        return stops
    last, before = drafts[-1], drafts[-2]
    if last.vertical.height + job.tail > _UNEVEN * before.vertical.height:
        return stops
    start, now, end = before.span[0], last.span[0], last.span[1]
    heights = [tall for page in (before, last) for _, tall in _row_bands(page)]
    tops = list(accumulate(heights, initial=0.0))
    whole = tops[-1] + job.tail

    def cost(stop: int) -> float:
        part = job.parts[stop]
        torn = part.row == job.parts[stop - 1].row or job.rows[part.row].shares
        uneven = abs(whole - 2 * tops[stop - start]) / job.height
        return uneven + _ACROSS * (_letters_across(job, start, stop, end) + 2 * torn)

    best = min(range(start + 1, now + 1), key=cost)
    fits = all(
        page.vertical.height <= job.room(page.span[1])
        for page in (
            _composed(job, start, best, style, draft=True),
            _composed(job, best, end, style, draft=True),
        )
    )
    return [*stops[:-2], best, end] if fits else stops


def _row_bands(page: PageLayout) -> Sequence[tuple[float, float]]:
    """Return top and height of the rows of a page, without its bands of pentagons."""
    bands = page.vertical.bands
    return bands[page.flow.above : len(bands) - page.flow.below]


def _letters_across(job: _Job, start: int, stop: int, end: int) -> int:
    """Return how many letters a break behind some part asks for, of the flows between two parts."""
    found = set()
    for part in job.parts[start:end]:
        for index in job.plan.rows[part.row]:
            for at in job.plan.touching[index]:
                wire = job.plan.wires[at]
                source, target = job.part_of[wire.source], job.part_of[wire.target]
                if start <= min(source, target) < stop <= max(source, target):
                    found.add(wire.target)
    return len(found)


def _settled(job: _Job, style: Style, stops: Sequence[int]) -> list[PageLayout]:
    """Return the pages, routed for good; one that turns out too tall hands rows on to the next."""
    pages: list[PageLayout] = []
    start = 0
    while start < len(job.parts):
        stop = next(stop for stop in stops if stop > start)
        pages.append(_closed(job, _pressed(job, _filled(job, start, stop, style, draft=False), style)))
        start = pages[-1].span[1]
    return pages


def _pressed(job: _Job, page: PageLayout, style: Style) -> PageLayout:
    """Squeeze a page of one row that is too tall; gently where it only leaves no room for what closes it."""
    gentle, hard = _SQUEEZES
    height = page.vertical.height
    if height > job.room(page.span[1]):
        lower = _composed(job, *page.span, gentle.of(style), draft=False)
        if lower.vertical.height <= job.room(page.span[1]) or height > job.height:
            page = lower
    if page.vertical.height > job.height:
        page = _composed(job, *page.span, hard.of(style), draft=False)._replace(pressed=True)
    return page


def _closed(job: _Job, page: PageLayout) -> PageLayout:
    """Note whether what closes the table finds room below a page's rows."""
    stop = page.span[1]
    fits = bool(job.tail) and stop == len(job.parts) and page.vertical.height <= job.room(stop)
    return page._replace(total=fits)


def _composed(job: _Job, first: int, stop: int, style: Style, *, draft: bool) -> PageLayout:
    """Return the page of some parts, its flow roughly routed or for good."""
    here = (tuple(job.parts[first:stop]), draft)
    flow = job.known.get(here)
    if flow is None:
        rough = job.known.get((here[0], True)) or flow_of_page(
            job.plan, job.parts, (first, stop), job.part_of, job.lanes
        )
        flow = job.known[here] = rough if draft else refined(rough)
    return _with_heights(job, (first, stop), flow, style)


def _with_heights(job: _Job, span: tuple[int, int], flow: PageFlow, style: Style) -> PageLayout:
    """Give a page's flow its heights."""
    plan, parts = job.plan, job.parts[slice(*span)]
    texts = [text_height(part, style) for part in parts]
    if job.rows[parts[0].row].shares:
        # A shared time that goes on across the pages is said again on this one.
        texts[0] = max(texts[0], len(said_again(job.rows, parts[0].row)) * style.line + 2 * style.pad_y)
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
    return PageLayout(span, flow, vertical, words, total=False, pressed=False)


def _words(plan: Plan, wires: Sequence[int], style: Style) -> float:
    """Return how wide the words of a branch are when every word stands on a line of its own."""
    labels = (plan.wires[at].label for at in wires)
    return max((narrowest(label, style.label) for label in labels if label), default=0.0)
