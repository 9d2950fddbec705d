"""Heights: how tall the rows of a page become, and where levels and channels lie.

In: a page's flow, the heights that its texts need, and the symbols' sizes. Out: ``Vertical``, with distances
down from the page's first row. A row is as tall as its text, or as its symbols with the lines above and below
them; its symbols stand in its middle, so what is needed above is given below as well.
"""

from collections.abc import Sequence
from math import fsum
from typing import NamedTuple

from sop_engine.layout.grid import Side
from sop_engine.layout.page import PageFlow
from sop_engine.layout.spacing import Strand, places, room, splits
from sop_engine.layout.strands import channel_strands
from sop_engine.layout.style import Style

__all__ = ["Vertical", "stack_rows"]

_OFFPAGE_ROOM = 6.0
_LEAST_RULE = 2.5


class Vertical(NamedTuple):
    """Where everything lies, in points down from the top of the page's first band.

    Attributes:
        bands: top and height of each band.
        centres: middle of each level.
        channels: by channel, the place of each of its bundles.
        height: of all bands.
        missing: how much room a channel lacks, at worst; 0 where every distance is kept.
    """

    bands: tuple[tuple[float, float], ...]
    centres: tuple[float, ...]
    channels: dict[int, tuple[float, ...]]
    height: float
    missing: float


def stack_rows(
    flow: PageFlow, texts: Sequence[float], symbols: Sequence[float], words: Sequence[float], style: Style
) -> Vertical:
    """Return the heights of a page's bands and what lies in them.

    Args:
        flow: the page.
        texts: the height that the text of each band needs; 0 for a band of pentagons.
        symbols: the height of the tallest symbol of each level.
        words: for each link how wide its words are, 0 where none are drawn.
        style: the measures of the sheet.
    """
    strands = {
        channel: channel_strands(flow, channel, style, words) for channel in sorted(flow.tracks.channels)
    }
    inner = [_inner_gaps(flow, band, strands, words, style) for band in flow.bands]
    stacks = [
        fsum(symbols[first:last]) + fsum(gaps) for (first, last), gaps in zip(flow.bands, inner, strict=True)
    ]
    halves, cuts = _halves(flow, texts, stacks, strands, style)
    bands, centres = [], [0.0] * len(symbols)
    top = 0.0
    for (first, last), gaps, stack, half in zip(flow.bands, inner, stacks, halves, strict=True):
        y = top + half
        for level in range(first, last):
            centres[level] = y + symbols[level] / 2
            y += symbols[level] + (gaps[level - first] if level < last - 1 else 0.0)
        bands.append((top, stack + 2 * half))
        top += stack + 2 * half
    channels, missing = _placed(flow, strands, cuts, bands, centres, symbols, style)
    return Vertical(tuple(bands), tuple(centres), channels, top, missing)


def _inner_gaps(
    flow: PageFlow,
    band: tuple[int, int],
    strands: dict[int, list[Strand]],
    words: Sequence[float],
    style: Style,
) -> list[float]:
    """Return the room between the levels of one band."""
    labelled = {
        flow.grid.nodes[flow.links[index].source].level
        for index, wide in enumerate(words)
        if wide and flow.routes[index].exit is Side.BOTTOM
    }
    gaps = []
    for channel in range(band[0] + 1, band[1]):
        needed = room(strands[channel], None, style.pitch, style.rule)[0] if channel in strands else 0.0
        # Two lines of words find room between a decision and the capsule below it.
        least = style.between + style.label if channel - 1 in labelled else style.between
        gaps.append(max(least, needed))
    return gaps


def _halves(
    flow: PageFlow,
    texts: Sequence[float],
    stacks: Sequence[float],
    strands: dict[int, list[Strand]],
    style: Style,
) -> tuple[list[float], dict[int, int]]:
    """Return the room above and below the symbols of each band, and how channels are cut by rules."""
    halves = []
    for index, (text, stack) in enumerate(zip(texts, stacks, strict=True)):
        pentagons = (flow.above and index == 0) or (flow.below and index == len(stacks) - 1)
        least = _OFFPAGE_ROOM if pentagons else style.half_row
        halves.append(max(least, (text - stack) / 2))
    cuts: dict[int, int] = {}
    for index in range(len(stacks) + 1):
        channel = flow.bands[index][0] if index < len(stacks) else flow.bands[-1][1]
        if channel not in strands:
            continue
        lines = strands[channel]
        # Lines along a rule look better a little further off, those along the table's edge still further.
        airy = (style.rule - _LEAST_RULE) * (2 if index in (0, len(stacks)) else 1)
        best: tuple[float, int, float, float] | None = None
        for cut in splits(lines):
            if (index == 0 and cut) or (index == len(stacks) and cut < splits(lines)[-1]):
                continue
            before, behind = room(lines, cut, style.pitch, style.rule + airy)
            growth = max(0.0, before - halves[index - 1]) if index else 0.0
            growth += max(0.0, behind - halves[index]) if index < len(stacks) else 0.0
            # Of equal cuts the one that leaves arrows longest: lines lie below the symbols they leave.
            if best is None or (growth, -cut) < best[:2]:
                best = growth, -cut, before, behind
        assert best is not None  # noqa: S101 - there is always one cut
        cuts[channel] = -best[1]
        if index:
            halves[index - 1] = max(halves[index - 1], best[2])
        if index < len(stacks):
            halves[index] = max(halves[index], best[3])
    return halves, cuts


def _placed(
    flow: PageFlow,
    strands: dict[int, list[Strand]],
    cuts: dict[int, int],
    bands: Sequence[tuple[float, float]],
    centres: Sequence[float],
    symbols: Sequence[float],
    style: Style,
) -> tuple[dict[int, tuple[float, ...]], float]:
    """Return the places of the lines in each channel."""
    rules = {first: top for (first, _), (top, _) in zip(flow.bands, bands, strict=True)}
    rules[flow.bands[-1][1]] = bands[-1][0] + bands[-1][1]
    found, worst = {}, 0.0
    for channel, lines in strands.items():
        start = centres[channel - 1] + symbols[channel - 1] / 2 if channel else float("-inf")
        end = centres[channel] - symbols[channel] / 2 if channel < len(centres) else float("inf")
        split = (cuts[channel], rules[channel], style.rule) if channel in cuts else None
        at, missing = places(lines, start, end, split, style.pitch)
        found[channel] = tuple(at)
        worst = max(worst, missing)
    return found, worst
