"""The conductor of the layout: from a SOP and its graph to the finished Drawing.

In: a SOP, its graph, its total and the options of the sheet. Out: a ``Drawing``, every place in it final.

The order of work: symbols are planned; lanes and text columns share the page's width; rows are wrapped, pages
broken and their connectors routed; where a gutter turns out too narrow for its lines, its lanes are made
wider and the work begins again with the narrower text columns. Space is squeezed in a fixed order: text
columns, then symbols, then the distance between lines.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import fsum

from sop_engine.analysis.total import Total
from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError
from sop_engine.graph.process import ProcessGraph, StepKind
from sop_engine.layout.assembly import assemble
from sop_engine.layout.closing import closing_of
from sop_engine.layout.columns import cell_texts, fit_columns, words_width
from sop_engine.layout.drawing import Drawing
from sop_engine.layout.figures import sheet_figures
from sop_engine.layout.headings import heading_titles, heading_widths, headings
from sop_engine.layout.horizontal import Horizontal, spread_gutters
from sop_engine.layout.lines import Sheet
from sop_engine.layout.paging import KnownFlows, break_pages
from sop_engine.layout.papers import Paper, paper_named
from sop_engine.layout.style import Style
from sop_engine.layout.symbols import plan_symbols
from sop_engine.layout.table import table_rows
from sop_engine.model.sop import Sop

__all__ = ["SheetOptions", "lay_out"]

_ROUNDS = 5
# A lane is this wide where there is room; text columns get no less than so much together.
_COMFORT = 72.0
_TIGHT = 56.0
_LANE_SHARE = 0.47
_TEXT_ENOUGH = 290.0
_TEXT_LEAST = 250.0
_LEAST_SYMBOL = 26.0
_SYMBOL_STEP = 5.0
_SMALLER_FONTS = (8.0, 7.5, 7.0)
_LEAST_HALF = 8.5
_ENOUGH_PITCH = 4.0
_LEAST_PITCH = 2.5
# The last resort where a gutter is too narrow: short arrows, and lines near to symbols and rules.
_PRESSED = (7.0, 3.2, 2.5, 4.5)
_MOST_FOR_WORDS = 60.0
_HEADING_SHARE = 0.3
_FONTS = (5.0, 16.0)


@dataclass(frozen=True, slots=True)
class SheetOptions:
    """What a user may ask of the sheet.

    Attributes:
        paper: A4, F4, Letter or Legal; None takes what the SOP says.
        font_size: of the table's text, points; None takes the usual one.
        total_row: whether the row of the total is drawn; None draws it where the SOP states one.
    """

    paper: str | None = None
    font_size: float | None = None
    total_row: bool | None = None


_USUAL = SheetOptions()


def lay_out(sop: Sop, graph: ProcessGraph, total: Total | None, options: SheetOptions = _USUAL) -> Drawing:
    """Lay out the sheet of a SOP.

    Args:
        sop: the SOP; it must be whole.
        graph: its procedure.
        total: the sum of its times, printed where the SOP states none and the options ask for one.
        options: what the user asks for.

    Returns:
        Its Bagian Flowchart, at least one page.

    Raises:
        UsageError: the options name no paper, or a font size that cannot be printed.
    """
    paper = paper_named(options.paper or sop.tampilan.kertas)
    style = _style(options)
    stated = _total_text(sop, total, options)
    lanes, style = _first_lanes(len(sop.pelaksana), paper, style)
    known: KnownFlows = {}
    for words in (False, True):
        for _ in range(_ROUNDS):
            sheet = _attempt(sop, graph, stated, paper, lanes, style, known)
            wider = _wider(sheet, lanes, paper, words=words)
            if wider is None and not any(upright.missing for upright in sheet.upright):
                break
            if wider is not None:
                lanes = wider
            elif style.symbol > _LEAST_SYMBOL + 0.01:
                style = replace(style, symbol=max(_LEAST_SYMBOL, style.symbol - _SYMBOL_STEP))
            else:
                break
        drawing, crowded = assemble(sop, _drawable(sheet))
        # Where words touch what they must not touch, room is made for them, if there is any.
        if not crowded:
            break
    return drawing


def _style(options: SheetOptions) -> Style:
    """Return the measures of the sheet with the font size that is asked for."""
    size = options.font_size
    if size is None:
        return Style()
    if not _FONTS[0] <= size <= _FONTS[1]:
        raise UsageError(
            Text(f"ukuran huruf {size:g} tidak dapat dicetak", f"font size {size:g} cannot be printed"),
            Text(f"pilih {_FONTS[0]:g} sampai {_FONTS[1]:g}", f"choose {_FONTS[0]:g} to {_FONTS[1]:g}"),
        )
    return replace(Style(), font=size, font_fixed=True)


def _total_text(sop: Sop, total: Total | None, options: SheetOptions) -> str | None:
    """Return what the row of the total says, or None where there is none."""
    if options.total_row is False:
        return None
    if sop.jumlah_waktu is not None:
        return " ".join(sop.jumlah_waktu.teks.split())
    return str(total) if options.total_row and total is not None else None


def _first_lanes(count: int, paper: Paper, style: Style) -> tuple[tuple[float, ...], Style]:
    """Return lanes of one width, and a style whose symbols fit in them."""
    usable = paper.width - 2 * style.margin
    width = min(_COMFORT, _LANE_SHARE * usable / count)
    width = max(width, min(_TIGHT, (usable - _TEXT_ENOUGH) / count))
    symbol = max(_LEAST_SYMBOL, min(style.symbol, width - 2 * max(_LEAST_HALF, 0.17 * width)))
    # With more roles than anybody has, symbols shrink with their lanes.
    symbol = min(symbol, max(1.0, 0.7 * width))
    # A sheet of few lanes can give whole words room in its gutters.
    room = (_LANE_SHARE * usable / count - symbol) / 2 - 2 * style.rule
    room = max(style.clear, min(room, _MOST_FOR_WORDS))
    pentagon = min(style.pentagon, 0.7 * width)
    return (width,) * count, replace(style, symbol=symbol, pentagon=pentagon, label_room=room)


def _attempt(
    sop: Sop,
    graph: ProcessGraph,
    stated: str | None,
    paper: Paper,
    lanes: tuple[float, ...],
    style: Style,
    known: KnownFlows,
) -> Sheet:
    """Lay the sheet out with lanes of some width."""
    texts = cell_texts(sop)
    style = _readable(sop, texts, style, paper.width - 2 * style.margin - fsum(lanes))
    least = heading_widths(sop, style)
    columns = fit_columns(sop, texts, style, paper.width, lanes, max(_COMFORT, *lanes), least)
    heading = headings(sop, columns, style, _HEADING_SHARE * paper.height)
    rows = table_rows(sop, texts, columns, style)
    closing = closing_of(sop, stated, heading_titles(sop)["jumlah_waktu"], columns, style)
    body = paper.height - 2 * style.margin - heading.height
    questions = [step.teks for step in graph.steps.values() if step.kind is StepKind.DECISION and step.teks]
    figures = sheet_figures(style, questions, min(columns.lane_widths) - 2 * _LEAST_HALF, body / 2)
    plan = plan_symbols(sop, graph, figures)
    parts, pages = break_pages(plan, rows, style, columns.lanes, body, closing.total_height, known)
    symbols = [style.symbol] * columns.lanes
    for spot in plan.spots:
        for lane in (spot.lane, *spot.also):
            symbols[lane] = max(symbols[lane], spot.figure.width)
    upright = [
        spread_gutters(page.flow, page.words, columns.lane_edges, symbols, style, _ENOUGH_PITCH)
        for page in pages
    ]
    return Sheet(
        paper, style, figures, plan, columns, heading, rows, closing, tuple(parts), tuple(pages),
        tuple(symbols), tuple(upright)
    )  # fmt: skip


def _readable(sop: Sop, texts: Sequence[Mapping[str, tuple[str, ...]]], style: Style, room: float) -> Style:
    """Return the style with a smaller font where words would be broken; a font that is asked for stays."""
    if style.font_fixed:
        return style
    for size in _SMALLER_FONTS:
        if words_width(texts, style, heading_widths(sop, style)) <= room:
            break
        style = replace(style, font=size)
    return style


def _wider(sheet: Sheet, lanes: tuple[float, ...], paper: Paper, *, words: bool) -> tuple[float, ...] | None:
    """Return wider lanes where gutters lack room; None where they do not, or where there is no more."""
    if not words and not any(upright.missing for upright in sheet.upright):
        return None
    needed = list(lanes)
    for upright in sheet.upright:
        for lane, half in enumerate(upright.with_words if words else upright.halves):
            needed[lane] = max(needed[lane], sheet.symbols[lane] + 2 * half)
    usable = paper.width - 2 * sheet.style.margin - _TEXT_LEAST
    more = fsum(needed) - fsum(lanes)
    spare = usable - fsum(lanes)
    if more <= 0 or spare <= 1.0:
        return None
    share = min(1.0, spare / more)
    return tuple(lane + (wish - lane) * share for lane, wish in zip(lanes, needed, strict=True))


def _drawable(sheet: Sheet) -> Sheet:
    """Bring lines nearer to each other on the pages where gutters still lack room."""
    if not any(upright.missing for upright in sheet.upright):
        return sheet
    upright: list[Horizontal] = []
    arrow, clear, rule, pitch = _PRESSED
    style = replace(sheet.style, arrow=arrow, clear=clear, rule=rule, pitch=pitch)
    for page, found in zip(sheet.pages, sheet.upright, strict=True):
        upright.append(
            spread_gutters(
                page.flow, page.words, sheet.columns.lane_edges, sheet.symbols, style, _LEAST_PITCH
            )
            if found.missing
            else found
        )
    return replace(sheet, upright=tuple(upright))
