"""Trials: the sheet laid out once, with lanes of some width.

In: what does not change from one trial to the next, the lanes and the measures. Out: a ``Sheet``, its text
columns fitted to the room that the lanes leave, its rows wrapped, its pages broken and their connectors routed.
"""

from collections.abc import Sequence
from dataclasses import replace
from math import fsum
from typing import NamedTuple

from sop_engine.graph.process import ProcessGraph
from sop_engine.layout.closing import closing_of
from sop_engine.layout.columns import Columns, Lanes, fit_columns
from sop_engine.layout.figures import sheet_figures
from sop_engine.layout.headings import Titles, heading_widths, headings
from sop_engine.layout.horizontal import spread_gutters
from sop_engine.layout.lanes import LEAST_HALF
from sop_engine.layout.lines import Sheet
from sop_engine.layout.needs import Texts, words_width
from sop_engine.layout.paging import KnownFlows, break_pages
from sop_engine.layout.papers import Paper
from sop_engine.layout.style import Style
from sop_engine.layout.symbols import plan_symbols
from sop_engine.layout.table import rows_height, table_rows
from sop_engine.model.sop import Sop

__all__ = ["ENOUGH_PITCH", "SMALLER_FONTS", "Case", "attempt", "readable", "whole_height"]

SMALLER_FONTS = (8.0, 7.5, 7.0, 6.5)
"""Sizes of the table's text, points, where words would be broken at the usual one."""

ENOUGH_PITCH = 4.0
"""Lines that are this far from each other, in points, are easily told apart."""

_HEADING_SHARE = 0.3


class Case(NamedTuple):
    """What does not change from one attempt to the next.

    Attributes:
        sop: the SOP.
        graph: its procedure.
        paper: the page.
        titles: the printed headings.
        texts: of the rows.
        levels: how many symbols stand one below the other in each row.
        questions: the words in diamonds.
        total: what the row of the total says, or None.
        known: flows of pages that were found.
        tried: sheets that were laid out, by what they were made with.
    """

    sop: Sop
    graph: ProcessGraph
    paper: Paper
    titles: Titles
    texts: Texts
    levels: Sequence[int]
    questions: Sequence[str]
    total: str | None
    known: KnownFlows
    tried: dict[tuple[Lanes, Style], Sheet]


def attempt(case: Case, lanes: Lanes, style: Style) -> Sheet:
    """Return the sheet with lanes of some width, laid out once."""
    found = case.tried.get((lanes, style))
    if found is None:
        found = case.tried[lanes, style] = _laid_out(case, lanes, style)
    return found


def _laid_out(case: Case, lanes: Lanes, style: Style) -> Sheet:
    """Lay the sheet out with lanes of some width."""
    sop, paper = case.sop, case.paper
    style, _, columns = _columns(case, lanes, style)
    heading = headings(case.titles, columns, style, _HEADING_SHARE * paper.height)
    rows = table_rows(sop, case.texts, columns, style)
    closing = closing_of(sop, case.total, case.titles.columns["jumlah_waktu"], columns, style)
    body = paper.height - 2 * style.margin - heading.height
    figures = sheet_figures(style, case.questions, min(columns.lane_widths) - 2 * LEAST_HALF, body / 2)
    plan = plan_symbols(sop, case.graph, figures)
    parts, pages = break_pages(plan, rows, style, columns.lanes, body, closing.tail, case.known)
    symbols = [style.symbol] * columns.lanes
    for spot in plan.spots:
        for lane in (spot.lane, *spot.also):
            symbols[lane] = max(symbols[lane], spot.figure.width)
    upright = [
        spread_gutters(page.flow, page.words, columns.lane_edges, symbols, style, ENOUGH_PITCH)
        for page in pages
    ]
    return Sheet(
        paper, style, figures, plan, columns, heading, rows, closing, tuple(parts), tuple(pages),
        tuple(symbols), tuple(upright)
    )  # fmt: skip


def _columns(case: Case, lanes: Lanes, style: Style) -> tuple[Style, list[float], Columns]:
    """Return the style that is readable, how many lines rows hold without becoming taller, and the columns."""
    style = readable(case, lanes, style)
    low = [_lines_beside(levels, style) for levels in case.levels]
    titles = heading_widths(case.titles, style)
    return style, low, fit_columns(case.sop, case.texts, low, style, case.paper.width, lanes, titles)


def _lines_beside(levels: int, style: Style) -> float:
    """Return how many lines of text stand beside so many symbols without making their row taller."""
    stack = levels * style.box + (levels - 1) * style.between + 2 * style.half_row
    return (stack - 2 * style.pad_y) / style.line


def readable(case: Case, lanes: Lanes, style: Style) -> Style:
    """Return the style with a smaller font where words would be broken; a font that is asked for stays."""
    if style.font_fixed:
        return style
    room = case.paper.width - 2 * style.margin - fsum(lanes.least)
    for size in SMALLER_FONTS:
        if words_width(case.texts, style, heading_widths(case.titles, style)) <= room:
            break
        style = replace(style, font=size)
    return style


def whole_height(case: Case, lanes: Lanes, style: Style) -> float:
    """Return about how tall all rows are together."""
    style, low, columns = _columns(case, lanes, style)
    return rows_height(case.texts, low, columns, style)
