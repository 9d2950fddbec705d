"""The conductor of the layout: from a SOP and its graph to the finished Drawing.

In: a SOP, its graph, its total and the options of the sheet. Out: a ``Drawing``, every place in it final.

The order of work: symbols are planned; lanes and text columns share the page's width; rows are wrapped, pages
broken and their connectors routed; where a gutter turns out too narrow for its lines, its lanes are made
wider and the work begins again with the narrower text columns. Space is squeezed in a fixed order: text
columns, then symbols, then the distance between lines.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import fsum

from sop_engine.analysis.total import Total
from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError
from sop_engine.graph.process import ProcessGraph, StepKind
from sop_engine.layout.assembly import assemble
from sop_engine.layout.closing import closing_of
from sop_engine.layout.columns import Lanes, fit_columns
from sop_engine.layout.crowding import crowding
from sop_engine.layout.drawing import Drawing
from sop_engine.layout.figures import sheet_figures
from sop_engine.layout.headings import heading_titles, heading_widths, headings
from sop_engine.layout.horizontal import Horizontal, spread_gutters
from sop_engine.layout.lines import Sheet
from sop_engine.layout.needs import Texts, cell_texts, words_width
from sop_engine.layout.paging import KnownFlows, break_pages
from sop_engine.layout.papers import Paper, paper_named
from sop_engine.layout.style import Style
from sop_engine.layout.symbols import plan_symbols, row_levels
from sop_engine.layout.table import table_rows
from sop_engine.model.sop import Sop

__all__ = ["SheetOptions", "lay_out"]

_ROUNDS = 8
# A lane is this wide where there is room; text columns get no less than so much together.
_COMFORT = 72.0
_TIGHT = 56.0
_LANE_SHARE = 0.47
_TEXT_ENOUGH = 290.0
_TEXT_LEAST = 250.0
# So few lanes are wider, up to a share of the page for all of them, and their symbols larger.
_FEW_LANES = 3
_FEW_SHARE = 0.38
_FEW_PAGES = 4
_WIDE = 130.0
_HALF_OF_LANE = 0.5
_LEAST_SYMBOL = 26.0
_SYMBOL_STEP = 5.0
_SMALLER_FONTS = (8.0, 7.5, 7.0, 6.5)
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
    case = _Case(
        sop,
        graph,
        paper,
        cell_texts(sop),
        row_levels(sop, graph),
        [step.teks for step in graph.steps.values() if step.kind is StepKind.DECISION and step.teks],
        _total_text(sop, total, options),
        {},
        {},
    )
    style = _style(options)
    for_text = _for_text(case, style)
    lanes, style = _opening(case, style, for_text)
    # Where words touch what they must not touch, room is made for them: first what there is, then that of text.
    for words, least in ((False, for_text), (True, for_text), (True, _TEXT_LEAST)):
        sheet, lanes, style = _settled(case, lanes, style, least, words=words)
        sheet, pressed = _drawable(sheet)
        drawing, crowded = assemble(sop, sheet)
        if not crowded:
            break
    return replace(drawing, dense=crowding(sheet, case.texts, pressed=pressed, crowded=crowded))


@dataclass(frozen=True, slots=True)
class _Case:
    """What does not change from one attempt to the next.

    Attributes:
        sop: the SOP.
        graph: its procedure.
        paper: the page.
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
    texts: Texts
    levels: Sequence[int]
    questions: Sequence[str]
    total: str | None
    known: KnownFlows
    tried: dict[tuple[Lanes, Style], Sheet]


def _settled(
    case: _Case, lanes: Lanes, style: Style, for_text: float, *, words: bool
) -> tuple[Sheet, Lanes, Style]:
    """Make lanes wider and symbols smaller until the lines fit their gutters, if that can be had.

    Args:
        case: what does not change.
        lanes: their widths to begin with.
        style: the measures to begin with.
        for_text: the width that the text columns keep; they give it up before lines come too near.
        words: whether the words of branches are to have room in the gutters as well.
    """
    for _ in range(_ROUNDS):
        sheet = _attempt(case, lanes, style)
        wider = _wider(sheet, lanes.least, for_text, words=words)
        missing = any(upright.missing for upright in sheet.upright)
        if wider is not None:
            lanes = replace(lanes, least=wider)
        elif missing and style.symbol > _LEAST_SYMBOL + 0.01:
            style = replace(style, symbol=max(_LEAST_SYMBOL, style.symbol - _SYMBOL_STEP))
        elif missing and for_text > _TEXT_LEAST:
            for_text = _TEXT_LEAST
        else:
            break
    return sheet, lanes, style


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


def _for_text(case: _Case, style: Style) -> float:
    """Return the width that the text columns need so that no usual word breaks, as far as lanes can spare it."""
    smallest = style if style.font_fixed else replace(style, font=_SMALLER_FONTS[-1])
    needed = words_width(case.texts, smallest, heading_widths(case.sop, smallest))
    narrow = len(case.sop.pelaksana) * (_LEAST_SYMBOL + 2 * _LEAST_HALF)
    return max(_TEXT_LEAST, min(needed, case.paper.width - 2 * style.margin - narrow))


def _opening(case: _Case, style: Style, for_text: float) -> tuple[Lanes, Style]:
    """Return the lanes to begin with; few ones are roomy unless that costs a page."""
    count = len(case.sop.pelaksana)
    usual = _first_lanes(count, case.paper, style, for_text, roomy=False)
    if count > _FEW_LANES:
        return usual
    roomy = _first_lanes(count, case.paper, style, for_text, roomy=True)
    pages = len(_attempt(case, *roomy).pages)
    if 1 < pages <= _FEW_PAGES and len(_attempt(case, *usual).pages) < pages:
        return usual
    return roomy


def _first_lanes(
    count: int, paper: Paper, style: Style, for_text: float, *, roomy: bool
) -> tuple[Lanes, Style]:
    """Return lanes of one width, and a style whose symbols fit in them."""
    usable = paper.width - 2 * style.margin
    comfort = _COMFORT
    if roomy:
        comfort = min(_WIDE, _FEW_SHARE * usable / count)
        style = style.roomy()
    width = min(comfort, max(_COMFORT, style.symbol / _HALF_OF_LANE), _LANE_SHARE * usable / count)
    width = max(width, min(_TIGHT, (usable - _TEXT_ENOUGH) / count))
    width = min(width, max((usable - for_text) / count, min(width, _LEAST_SYMBOL + 2 * _LEAST_HALF)))
    symbol = max(_LEAST_SYMBOL, min(style.symbol, width - 2 * max(_LEAST_HALF, 0.17 * width)))
    # With more roles than anybody has, symbols shrink with their lanes.
    symbol = min(symbol, max(1.0, 0.7 * width))
    # A sheet of few lanes can give whole words room in its gutters.
    room = (_LANE_SHARE * usable / count - symbol) / 2 - 2 * style.rule
    room = max(style.clear, min(room, _MOST_FOR_WORDS))
    pentagon = min(style.pentagon, 0.7 * width)
    lanes = Lanes((width,) * count, max(comfort, width))
    return lanes, replace(style, symbol=symbol, pentagon=pentagon, label_room=room)


def _attempt(case: _Case, lanes: Lanes, style: Style) -> Sheet:
    """Return the sheet with lanes of some width, laid out once."""
    found = case.tried.get((lanes, style))
    if found is None:
        found = case.tried[lanes, style] = _laid_out(case, lanes, style)
    return found


def _laid_out(case: _Case, lanes: Lanes, style: Style) -> Sheet:
    """Lay the sheet out with lanes of some width."""
    sop, paper = case.sop, case.paper
    style = _readable(sop, case.texts, style, paper.width - 2 * style.margin - fsum(lanes.least))
    low = [_lines_beside(levels, style) for levels in case.levels]
    columns = fit_columns(sop, case.texts, low, style, paper.width, lanes, heading_widths(sop, style))
    heading = headings(sop, columns, style, _HEADING_SHARE * paper.height)
    rows = table_rows(sop, case.texts, columns, style)
    closing = closing_of(sop, case.total, heading_titles(sop)["jumlah_waktu"], columns, style)
    body = paper.height - 2 * style.margin - heading.height
    figures = sheet_figures(style, case.questions, min(columns.lane_widths) - 2 * _LEAST_HALF, body / 2)
    plan = plan_symbols(sop, case.graph, figures)
    parts, pages = break_pages(plan, rows, style, columns.lanes, body, closing.tail, case.known)
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


def _lines_beside(levels: int, style: Style) -> float:
    """Return how many lines of text stand beside so many symbols without making their row taller."""
    stack = levels * style.box + (levels - 1) * style.between + 2 * style.half_row
    return (stack - 2 * style.pad_y) / style.line


def _readable(sop: Sop, texts: Texts, style: Style, room: float) -> Style:
    """Return the style with a smaller font where words would be broken; a font that is asked for stays."""
    if style.font_fixed:
        return style
    for size in _SMALLER_FONTS:
        if words_width(texts, style, heading_widths(sop, style)) <= room:
            break
        style = replace(style, font=size)
    return style


def _wider(
    sheet: Sheet, lanes: tuple[float, ...], for_text: float, *, words: bool
) -> tuple[float, ...] | None:
    """Return wider lanes where gutters lack room; None where they do not, or where text leaves no more."""
    if not words and not any(upright.missing for upright in sheet.upright):
        return None
    needed = list(lanes)
    for upright in sheet.upright:
        for lane, half in enumerate(upright.with_words if words else upright.halves):
            needed[lane] = max(needed[lane], sheet.symbols[lane] + 2 * half)
    usable = sheet.paper.width - 2 * sheet.style.margin - for_text
    more = fsum(needed) - fsum(lanes)
    spare = usable - fsum(lanes)
    if more <= 0 or spare <= 1.0:
        return None
    share = min(1.0, spare / more)
    return tuple(lane + (wish - lane) * share for lane, wish in zip(lanes, needed, strict=True))


def _drawable(sheet: Sheet) -> tuple[Sheet, bool]:
    """Bring lines nearer to each other where gutters still lack room; say whether too near in the end."""
    if not any(upright.missing for upright in sheet.upright):
        return sheet, False
    upright: list[Horizontal] = []
    too_near = False
    arrow, clear, rule, pitch = _PRESSED
    style = replace(sheet.style, arrow=arrow, clear=clear, rule=rule, pitch=pitch)
    edges = sheet.columns.lane_edges
    for page, usual in zip(sheet.pages, sheet.upright, strict=True):
        found = usual
        for least in (_ENOUGH_PITCH, _LEAST_PITCH):
            if found.missing:
                too_near |= least < _ENOUGH_PITCH
                found = spread_gutters(page.flow, page.words, edges, sheet.symbols, style, least)
        upright.append(found)
    return replace(sheet, upright=tuple(upright)), too_near
