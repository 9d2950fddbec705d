"""Gutters: where upright lines lie between the lanes of a page.

In: a page's flow and the edges of its lanes. Out: the place of every upright line, or, where a gutter is too
narrow for its lines, how wide the halves of its two lanes would have to be.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from sop_engine.layout.page import PageFlow
from sop_engine.layout.spacing import Strand, places, room, splits
from sop_engine.layout.strands import gutter_strands
from sop_engine.layout.style import Style

__all__ = ["Horizontal", "spread_gutters"]

_TOLERANCE = 0.05
_WHOLE_WORDS = 60.0
# Lines that keep this far from borders and symbols do not seem to cling to them.
_AIR = 6.0
_PARTS_OF_WORDS = (0.8, 0.6, 0.4)


class Horizontal(NamedTuple):
    """Where upright lines lie.

    Attributes:
        gutters: by gutter, the place of each of its bundles, points from the page's left edge.
        halves: for each lane, how much room its lines would like between its symbols and its borders.
        airy: the same, with so much room that none of them seems to cling to a border or a symbol.
        with_words: the same, with room for the words of branches.
        missing: how much room a gutter lacks, at worst, even with its lines as near to each other as they may
            be and without room for words.
    """

    gutters: dict[int, tuple[float, ...]]
    halves: tuple[float, ...]
    airy: tuple[float, ...]
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
    halves, airy, with_words = [0.0] * count, [0.0] * count, [0.0] * count
    gutters: dict[int, tuple[float, ...]] = {}
    worst = 0.0
    # On a sheet of many lanes, words find room only where lines keep as far off as they can.
    fewer = [
        replace(style, label_room=style.label_room * part, outer_room=style.outer_room * part)
        for part in _PARTS_OF_WORDS
        if style.label_room <= style.clear
    ]
    wide = replace(style, clear=max(style.clear, _AIR), rule=max(style.rule, _AIR))
    roomy = replace(style, label_room=_WHOLE_WORDS, outer_room=_WHOLE_WORDS)
    for gutter in sorted(flow.tracks.gutters):
        rule = edges[gutter]
        before = (rule - edges[gutter - 1] - widths[gutter - 1]) / 2 if gutter else None
        behind = (edges[gutter + 1] - rule - widths[gutter]) / 2 if gutter < count else None
        border = _Border(rule, before, behind)
        gutters[gutter], needed, missing = _spread(flow, gutter, words, border, (style, *fewer), least_pitch)
        worst = max(worst, missing)
        whole = gutter_strands(flow, gutter, roomy, words)
        _raise(with_words, gutter, _cut(whole, border, style)[1])
        _raise(halves, gutter, needed)
        _raise(airy, gutter, _cut(gutter_strands(flow, gutter, wide, ()), border, wide)[1])
    return Horizontal(gutters, tuple(halves), tuple(airy), tuple(with_words), worst)


class _Border(NamedTuple):
    """The border between two lanes: where it is, and how far the symbols before and behind it are, if any."""

    at: float
    before: float | None
    behind: float | None

    @property
    def ends(self) -> tuple[float, float]:
        """Where the symbol before the gutter ends, and where the one behind it begins."""
        start = self.at - self.before if self.before is not None else float("-inf")
        return start, self.at + self.behind if self.behind is not None else float("inf")


def _spread(
    flow: PageFlow,
    gutter: int,
    words: Sequence[float],
    border: _Border,
    styles: Sequence[Style],
    least_pitch: float,
) -> tuple[tuple[float, ...], tuple[float, float], float]:
    """Return the places of a gutter's lines, the room that they would like on both sides, and what is missing.

    Words that find less room than they would like still have some, as the styles have it, one after the other;
    where even that is too much they find some other place: the lines have to be drawn.
    """
    style = styles[0]
    for measures in styles:
        lines = gutter_strands(flow, gutter, measures, words)
        cut, needed = _cut(lines, border, style)
        at, missing = places(lines, *border.ends, (cut, border.at, style.rule), style.pitch)
        if missing <= _TOLERANCE:
            return tuple(at), needed, 0.0
    lines = gutter_strands(flow, gutter, style, ())
    cut, needed = _cut(lines, border, style)
    at, missing = _squeezed(lines, border, cut, style, least_pitch)
    return tuple(at), needed, missing if missing > _TOLERANCE else 0.0


def _raise(halves: list[float], gutter: int, needed: tuple[float, float]) -> None:
    """Note what a gutter needs of the lanes beside it."""
    if gutter:
        halves[gutter - 1] = max(halves[gutter - 1], needed[0])
    if gutter < len(halves):
        halves[gutter] = max(halves[gutter], needed[1])


def _cut(lines: Sequence[Strand], border: _Border, style: Style) -> tuple[int, tuple[float, float]]:
    """Return how many tracks lie before the border, and the room that they need on both sides of it."""
    before, behind = border.before, border.behind
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
    lines: Sequence[Strand], border: _Border, cut: int, style: Style, least_pitch: float
) -> tuple[list[float], float]:
    """Place lines as far apart as they go, from the usual distance down to the least."""
    pitch = style.pitch
    at, missing = places(lines, *border.ends, (cut, border.at, style.rule), pitch)
    while missing > _TOLERANCE and pitch > least_pitch:
        pitch = max(least_pitch, pitch - 0.5)
        at, missing = places(lines, *border.ends, (cut, border.at, style.rule), pitch)
    if missing > _TOLERANCE and least_pitch < style.pitch:
        # The border of a lane is a rule of the table, not a symbol: lines may come nearer to it first.
        at, missing = places(lines, *border.ends, (cut, border.at, style.rule / 2), pitch)
    return at, missing
