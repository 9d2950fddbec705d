"""Lanes: how wide they begin, and how much wider they have to be.

In: the page, the measures of the sheet, the headings, and sheets that were laid out so far. Out: ``Lanes`` and
the ``Style`` whose symbols fit in them. A lane begins at one width with all others; it becomes wider for its
heading, for the lines beside its symbols and for the words of branches, as far as the text can spare it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import fsum

from sop_engine.layout.columns import Lanes
from sop_engine.layout.lines import Sheet
from sop_engine.layout.papers import Paper
from sop_engine.layout.style import Style

__all__ = ["LEAST_HALF", "LEAST_SYMBOL", "first_lanes", "least_lanes", "named_lanes", "wider_lanes"]

LEAST_SYMBOL = 26.0
"""No symbol of the flow is narrower, unless there are more roles than anybody has."""

LEAST_HALF = 8.5
"""Between the side of a symbol and the border of its lane there is this much at least."""

# A lane is this wide where there is room; text columns get no less than so much together.
_COMFORT = 72.0
_TIGHT = 56.0
_LANE_SHARE = 0.47
_TEXT_ENOUGH = 290.0
# Few lanes are wider, up to a share of the page for all of them.
_FEW_SHARE = 0.38
_WIDE = 130.0
_HALF_OF_LANE = 0.5
# Beside a symbol there is this part of its lane's width, and a pentagon takes that part of it at most.
_BESIDE = 0.17
_MOST_OF_LANE = 0.7
# Beside long texts lanes are narrower by this factor.
_NARROW = 0.75
_MOST_FOR_WORDS = 60.0
# A heading that needs a wider lane than this shrinks.
_MOST_FOR_HEADING = 100.0
# A smaller gain is not worth laying the sheet out again.
_GAIN = 1.0


def least_lanes(count: int) -> float:
    """Return the width below which so many lanes together do not go."""
    return count * (LEAST_SYMBOL + 2 * LEAST_HALF)


def first_lanes(
    count: int, paper: Paper, style: Style, for_text: float, *, roomy: bool = False, narrow: bool = False
) -> tuple[Lanes, Style]:
    """Return lanes of one width, and a style whose symbols fit in them.

    Args:
        count: how many there are.
        paper: the page.
        style: the measures of the sheet.
        for_text: the width that the text columns need.
        roomy: lanes and symbols are larger, as suits a sheet of few roles.
        narrow: lanes are narrower than usual, as suits long texts.
    """
    usable = paper.width - 2 * style.margin
    least = LEAST_SYMBOL + 2 * LEAST_HALF
    comfort = _COMFORT
    if roomy:
        comfort = min(_WIDE, _FEW_SHARE * usable / count)
        style = style.roomy()
    width = min(comfort, max(_COMFORT, style.symbol / _HALF_OF_LANE), _LANE_SHARE * usable / count)
    width = max(width, min(_TIGHT, (usable - _TEXT_ENOUGH) / count))
    width = min(width, max((usable - for_text) / count, min(width, least)))
    if narrow:
        width = comfort = max(_NARROW * width, min(width, least))
    symbol = max(LEAST_SYMBOL, min(style.symbol, width - 2 * max(LEAST_HALF, _BESIDE * width)))
    # With more roles than anybody has, symbols shrink with their lanes.
    symbol = min(symbol, max(1.0, _MOST_OF_LANE * width))
    # A sheet of few lanes can give whole words room in its gutters.
    room = (_LANE_SHARE * usable / count - symbol) / 2 - 2 * style.rule
    room = max(style.clear, min(room, _MOST_FOR_WORDS))
    pentagon = min(style.pentagon, _MOST_OF_LANE * width)
    lanes = Lanes((width,) * count, max(comfort, width))
    return lanes, replace(style, symbol=symbol, pentagon=pentagon, label_room=room)


def named_lanes(lanes: Lanes, sizes: Iterable[tuple[Sequence[float], float]]) -> Lanes:
    """Return lanes whose headings are as large as they can be.

    Args:
        lanes: as they are.
        sizes: from the largest size of headings to the least, how wide each heading is and how wide all
            lanes may be together for its sake.
    """
    for needed, room in sizes:
        least = tuple(max(pair) for pair in zip(lanes.least, needed, strict=True))
        if max(needed) <= _MOST_FOR_HEADING and fsum(least) <= room:
            return lanes._replace(least=least)
    return lanes


def wider_lanes(
    sheet: Sheet, lanes: Lanes, halves: Iterable[Sequence[float]], for_text: float
) -> Lanes | None:
    """Return wider lanes where their gutters lack room; None where they do not, or text leaves no more.

    Args:
        sheet: as it was laid out.
        lanes: what it was laid out with.
        halves: for each page the room that each lane should have beside its symbols.
        for_text: the width that the text columns keep.
    """
    needed = list(lanes.least)
    for page in halves:
        for lane, half in enumerate(page):
            needed[lane] = max(needed[lane], sheet.symbols[lane] + 2 * half)
    more = fsum(needed) - fsum(lanes.least)
    spare = sheet.paper.width - 2 * sheet.style.margin - for_text - fsum(lanes.least)
    if more <= 0 or spare <= _GAIN:
        return None
    share = min(1.0, spare / more)
    least = tuple(lane + (wish - lane) * share for lane, wish in zip(lanes.least, needed, strict=True))
    return lanes._replace(least=least)
