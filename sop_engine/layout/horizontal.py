"""Gutters: where upright lines lie between the lanes of a page.

In: a page's flow and the edges of its lanes. Out: the place of every upright line, or, where a gutter is too
narrow for its lines, how wide the halves of its two lanes would have to be.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sop_engine.layout.page import PageFlow
from sop_engine.layout.spacing import Strand, places, room, splits
from sop_engine.layout.strands import gutter_strands
from sop_engine.layout.style import Style

__all__ = ["Horizontal", "spread_gutters"]

_TOLERANCE = 0.05
_WHOLE_WORDS = 60.0
_PARTS_OF_WORDS = (0.8, 0.6, 0.4)


@dataclass(frozen=True, slots=True)
class Horizontal:
    """Where upright lines lie.

    Attributes:
        gutters: by gutter, the place of each of its bundles, points from the page's left edge.
        halves: for each lane, how much room its lines would like between its symbols and its borders.
        with_words: the same, with room for the words of branches.
        missing: how much room a gutter lacks, at worst, even with its lines as near to each other as they may
            be and without room for words.
    """

    gutters: dict[int, tuple[float, ...]]
    halves: tuple[float, ...]
    with_words: tuple[float, ...]
    missing: float


def spread_gutters(
    flow: PageFlow,
    words: Sequence[float],
    edges: Sequence[float],
    widths: Sequence[float],
    style: Style,
    least_pitch: float,
) -> Horizontal:
    """Return the places of upright lines.

    Args:
        flow: the page.
        words: for each link how wide the words of its branch are, 0 where none are drawn.
        edges: left edge of each lane and the right edge of the last.
        widths: the width of the widest symbol of each lane.
        style: the measures of the sheet.
        least_pitch: how near lines may come to each other where a gutter is narrow.
    """
    count = len(widths)
    halves, with_words = [0.0] * count, [0.0] * count
    gutters, worst = {}, 0.0
    # On a sheet of many lanes, words find room only where lines keep as far off as they can.
    fewer = [
        replace(style, label_room=style.label_room * part, outer_room=style.outer_room * part)
        for part in _PARTS_OF_WORDS
        if style.label_room <= style.clear
    ]
    roomy = replace(style, label_room=_WHOLE_WORDS, outer_room=_WHOLE_WORDS)
    for gutter in sorted(flow.tracks.gutters):
        before = (edges[gutter] - edges[gutter - 1] - widths[gutter - 1]) / 2 if gutter else None
        behind = (edges[gutter + 1] - edges[gutter] - widths[gutter]) / 2 if gutter < count else None
        rule = edges[gutter]
        start = rule - before if before is not None else float("-inf")
        end = rule + behind if behind is not None else float("inf")
        for measures in (style, *fewer):
            # Words that find less room than they would like still have some.
            lines = gutter_strands(flow, gutter, measures, words)
            cut, needed = _cut(lines, before, behind, style)
            at, missing = places(lines, start, end, (cut, rule, style.rule), style.pitch)
            if missing <= _TOLERANCE:
                break
        else:
            # They find some other place; the lines have to be drawn.
            lines = gutter_strands(flow, gutter, style, ())
            cut, needed = _cut(lines, before, behind, style)
            at, missing = _squeezed(lines, start, end, (cut, rule), style, least_pitch)
            worst = max(worst, missing if missing > _TOLERANCE else 0.0)
        whole = gutter_strands(flow, gutter, roomy, words)
        _raise(with_words, gutter, _cut(whole, before, behind, style)[1])
        _raise(halves, gutter, needed)
        gutters[gutter] = tuple(at)
    return Horizontal(gutters, tuple(halves), tuple(with_words), worst)


def _raise(halves: list[float], gutter: int, needed: tuple[float, float]) -> None:
    """Note what a gutter needs of the lanes beside it."""
    if gutter:
        halves[gutter - 1] = max(halves[gutter - 1], needed[0])
    if gutter < len(halves):
        halves[gutter] = max(halves[gutter], needed[1])


def _cut(
    lines: Sequence[Strand], before: float | None, behind: float | None, style: Style
) -> tuple[int, tuple[float, float]]:
    """Return how many tracks lie before the border, and the room that they need on both sides of it."""
    found: list[tuple[float, float, int, tuple[float, float]]] = []
    all_cuts = splits(lines)
    for cut in all_cuts:
        if (before is None and cut) or (behind is None and cut < all_cuts[-1]):
            continue
        needed = room(lines, cut, style.pitch, style.rule)
        over = max(0.0, needed[0] - before) if before is not None else 0.0
        over += max(0.0, needed[1] - behind) if behind is not None else 0.0
        slack = min(
            before - needed[0] if before is not None else float("inf"),
            behind - needed[1] if behind is not None else float("inf"),
        )
        found.append((over, -slack, cut, needed))
    _, _, cut, needed = min(found)
    return cut, needed


def _squeezed(
    lines: Sequence[Strand],
    start: float,
    end: float,
    border: tuple[int, float],
    style: Style,
    least_pitch: float,
) -> tuple[list[float], float]:
    """Place lines as far apart as they go, from the usual distance down to the least."""
    cut, rule = border
    pitch = style.pitch
    at, missing = places(lines, start, end, (cut, rule, style.rule), pitch)
    while missing > _TOLERANCE and pitch > least_pitch:
        pitch = max(least_pitch, pitch - 0.5)
        at, missing = places(lines, start, end, (cut, rule, style.rule), pitch)
    if missing > _TOLERANCE and least_pitch < style.pitch:
        # The border of a lane is a rule of the table, not a symbol: lines may come nearer to it first.
        at, missing = places(lines, start, end, (cut, rule, style.rule / 2), pitch)
    return at, missing
