"""The conductor of the layout: from a SOP and its graph to the finished Drawing.

In: a SOP, its graph, its total and the options of the sheet. Out: a ``Drawing``, every place in it final.

The order of work: lanes begin at a width that suits their number, their headings and the length of the texts;
the sheet is laid out with them (``trial``); where a gutter turns out too narrow for its lines, its lanes are
made wider and the work begins again with the narrower text columns. Space is squeezed in a fixed order: text
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
from sop_engine.layout.columns import Lanes
from sop_engine.layout.crowding import crowding
from sop_engine.layout.drawing import Drawing
from sop_engine.layout.headings import heading_widths, lane_widths, titles_of
from sop_engine.layout.horizontal import Horizontal, spread_gutters
from sop_engine.layout.lanes import (
    LEAST_SYMBOL,
    first_lanes,
    least_lanes,
    named_lanes,
    wider_lanes,
)
from sop_engine.layout.lines import Sheet
from sop_engine.layout.needs import cell_texts, wanted_widths, words_width
from sop_engine.layout.papers import paper_named
from sop_engine.layout.style import Style
from sop_engine.layout.symbols import row_levels
from sop_engine.layout.trial import ENOUGH_PITCH, SMALLER_FONTS, Case, attempt, readable, whole_height
from sop_engine.model.sop import Sop

__all__ = ["SheetOptions", "lay_out"]

_ROUNDS = 8
# So few lanes are roomy, unless that costs one of so few pages.
_FEW_LANES = 3
_FEW_PAGES = 4
# Narrow lanes are tried where rows become so much lower for it.
_WORTH_NARROW = 0.85
# On many pages other lanes are worth it where rows become so much lower for it.
_WORTH_OTHER = 0.92
_SYMBOL_STEP = 5.0
_TEXT_LEAST = 250.0
_LEAST_PITCH = 2.5
# The last resort where a gutter is too narrow: short arrows, and lines near to symbols and rules.
_PRESSED_ARROW, _PRESSED_CLEAR, _PRESSED_RULE, _PRESSED_PITCH = 7.0, 3.2, 2.5, 4.5
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
    case = Case(
        sop,
        graph,
        paper,
        titles_of(sop),
        cell_texts(sop),
        row_levels(sop, graph),
        [step.teks for step in graph.steps.values() if step.kind is StepKind.DECISION and step.teks],
        _total_text(sop, total, options),
        {},
        {},
    )
    usual = _style(options)
    for_text = _for_text(case, usual)
    tried: list[tuple[Drawing, bool]] = []
    for opening in _openings(case, usual, for_text):
        sheet, lanes, style = _aired(case, *_settled(case, *opening, for_text, words=False))
        tried.append(_drawn(case, sheet))
        if not tried[-1][1]:
            break
    # Where words touch what they must not touch, room is made for them: first what there is, then that of text.
    for least in (for_text, _TEXT_LEAST):
        if tried[-1][1]:
            sheet, lanes, style = _settled(case, lanes, style, least, words=True)
            tried.append(_drawn(case, sheet))
    # What text gave up in vain, it keeps.
    return min(tried, key=lambda found: (found[1], len(found[0].dense)))[0]


def _settled(
    case: Case, lanes: Lanes, style: Style, for_text: float, *, words: bool
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
        sheet = attempt(case, lanes, style)
        missing = any(upright.missing for upright in sheet.upright)
        wider = _wider(sheet, lanes, for_text, words=words) if words or missing else None
        if wider is not None:
            lanes = wider
        elif missing and style.symbol > LEAST_SYMBOL + 0.01:
            style = replace(style, symbol=max(LEAST_SYMBOL, style.symbol - _SYMBOL_STEP))
        elif missing and for_text > _TEXT_LEAST:
            for_text = _TEXT_LEAST
        else:
            break
    return sheet, lanes, style


def _wider(sheet: Sheet, lanes: Lanes, for_text: float, *, words: bool) -> Lanes | None:
    """Return wider lanes where lines, or the words of branches as well, need them."""
    halves = [upright.with_words if words else upright.halves for upright in sheet.upright]
    return wider_lanes(sheet, lanes, halves, for_text)


def _aired(case: Case, sheet: Sheet, lanes: Lanes, style: Style) -> tuple[Sheet, Lanes, Style]:
    """Make lanes wider in which lines seem to cling to borders, as far as text loses nothing that it wants."""
    halves = [upright.airy for upright in sheet.upright]
    tight = any(
        width < sheet.symbols[lane] + 2 * page[lane]
        for page in halves
        for lane, width in enumerate(sheet.columns.lane_widths)
    )
    if not tight:
        return sheet, lanes, style
    wanted = wanted_widths(case.texts, sheet.style, heading_widths(case.titles, sheet.style))
    wider = wider_lanes(sheet, lanes, halves, fsum(wanted.values()))
    if wider is None:
        return sheet, lanes, style
    other = attempt(case, wider, style)
    worse = len(other.pages) > len(sheet.pages) or any(upright.missing for upright in other.upright)
    return (sheet, lanes, style) if worse else (other, wider, style)


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


def _for_text(case: Case, style: Style) -> float:
    """Return the width that the text columns need so that no usual word breaks, as far as lanes can spare it."""
    smallest = style if style.font_fixed else replace(style, font=SMALLER_FONTS[-1])
    needed = words_width(case.texts, smallest, heading_widths(case.titles, smallest))
    least = least_lanes(len(case.sop.pelaksana))
    return max(_TEXT_LEAST, min(needed, case.paper.width - 2 * style.margin - least))


def _openings(case: Case, style: Style, for_text: float) -> list[tuple[Lanes, Style]]:
    """Return the lanes to begin with, and others in case that words find no place in them.

    Few ones are roomy, and all have room for the words of their headings, unless that costs a page; many are
    narrow where that saves one, as it does beside long texts.
    """
    count = len(case.sop.pelaksana)
    usual = first_lanes(count, case.paper, style, for_text)
    liked = [_named(case, *usual), usual]
    if count <= _FEW_LANES:
        roomy = first_lanes(count, case.paper, style, for_text, roomy=True)
        return [_shortest(case, [_named(case, *roomy), roomy, *liked])]
    opening = _shortest(case, liked)
    if len(attempt(case, *opening).pages) > 1:
        narrow = first_lanes(count, case.paper, style, for_text, narrow=True)
        if whole_height(case, *narrow) < _WORTH_NARROW * whole_height(case, *opening):
            narrow = _shortest(case, [_named(case, *narrow), narrow])
            if len(attempt(case, *narrow).pages) < len(attempt(case, *opening).pages):
                return [narrow, opening]
    return [opening]


def _shortest(case: Case, liked: Sequence[tuple[Lanes, Style]]) -> tuple[Lanes, Style]:
    """Return the first of some lanes, or others where these save one of a few pages, or some of many."""
    best, *others = liked
    pages = len(attempt(case, *best).pages)
    if pages > _FEW_PAGES:
        heights = [whole_height(case, *other) for other in liked]
        return best if min(heights) > _WORTH_OTHER * heights[0] else liked[heights.index(min(heights))]
    for other in others:
        if pages == 1:
            break
        fewer = len(attempt(case, *other).pages)
        if fewer < pages:
            best, pages = other, fewer
    return best


def _named(case: Case, lanes: Lanes, style: Style) -> tuple[Lanes, Style]:
    """Return lanes that are wide enough for the words of their headings, as far as text can spare it."""
    usable = case.paper.width - 2 * style.margin
    smaller = readable(case, lanes, style)
    titles = heading_widths(case.titles, smaller)
    wanted = fsum(wanted_widths(case.texts, smaller, titles).values())
    # A heading that turns is worse than a text column that has just what it needs.
    needed = words_width(case.texts, smaller, titles)
    sizes = list(lane_widths(case.titles, smaller))
    rooms = [usable - wanted] * (len(sizes) - 1) + [usable - needed]
    return named_lanes(lanes, zip(sizes, rooms, strict=True)), style


def _drawn(case: Case, sheet: Sheet) -> tuple[Drawing, bool]:
    """Return the drawing of a sheet, and whether words of a branch touch what they must not touch."""
    sheet, pressed = _drawable(sheet)
    drawing, crowded = assemble(case.sop, sheet)
    dense = crowding(sheet, case.texts, pressed=pressed, crowded=crowded)
    return replace(drawing, dense=dense), crowded


def _drawable(sheet: Sheet) -> tuple[Sheet, bool]:
    """Bring lines nearer to each other where gutters still lack room; say whether too near in the end."""
    if not any(upright.missing for upright in sheet.upright):
        return sheet, False
    upright: list[Horizontal] = []
    too_near = False
    style = replace(
        sheet.style, arrow=_PRESSED_ARROW, clear=_PRESSED_CLEAR, rule=_PRESSED_RULE, pitch=_PRESSED_PITCH
    )
    edges = sheet.columns.lane_edges
    for page, usual in zip(sheet.pages, sheet.upright, strict=True):
        found = usual
        for least in (ENOUGH_PITCH, _LEAST_PITCH):
            if found.missing:
                too_near |= least < ENOUGH_PITCH
                found = spread_gutters(page.flow, page.words, edges, sheet.symbols, style, least)
        upright.append(found)
    return sheet._replace(upright=tuple(upright)), too_near
