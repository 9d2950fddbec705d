"""Spacing: where parallel lines lie between two symbols, with a rule of the table amid them.

In: lines in their order, how far each must keep from what stands before and behind, and which of them need
to keep apart. Out: the room that they need on each side of the rule, and their places in the room there is.
Each place is the mean of the leftmost and the rightmost place that the distances allow, so that lines
spread evenly and keep every distance that both keep (one-dimensional compaction; Lengauer, "Combinatorial
Algorithms for Integrated Circuit Layout", 1990, chapter 10).
"""

from collections.abc import Sequence
from typing import NamedTuple

__all__ = ["Strand", "places", "room", "splits"]


class Strand(NamedTuple):
    """One line among its neighbours.

    Attributes:
        before: least distance from the symbol before it.
        behind: least distance from the symbol behind it.
        apart: indices of earlier lines that it runs beside.
        track: how many lines, one beside the other, lie before it.
    """

    before: float
    behind: float
    apart: tuple[int, ...]
    track: int


def splits(strands: Sequence[Strand]) -> range:
    """Return the ways of putting a rule amid the lines: how many tracks lie before it."""
    return range(1 + max((strand.track + 1 for strand in strands), default=0))


def room(strands: Sequence[Strand], split: int | None, pitch: float, rule: float) -> tuple[float, float]:
    """Return the room that lines need before and behind a rule; without one all of it is before."""
    before, behind = 0.0, 0.0
    forward: list[float] = []
    for strand in strands:
        at = max((forward[i] + pitch for i in strand.apart), default=0.0)
        at = max(at, strand.before)
        if split is None:
            before = max(before, at + strand.behind)
        elif strand.track < split:
            before = max(before, at + rule)
        forward.append(at)
    if split is None:
        return before, 0.0
    backward = [0.0] * len(strands)
    for index in range(len(strands) - 1, -1, -1):
        strand = strands[index]
        at = max(backward[index], strand.behind)
        backward[index] = at
        if strand.track >= split:
            behind = max(behind, at + rule)
        for earlier in strand.apart:
            backward[earlier] = max(backward[earlier], at + pitch)
    # What keeps off a symbol beyond the rule may need more than its own side of it has.
    across = max((low + high for low, high in zip(forward, backward, strict=True)), default=0.0)
    return before, max(behind, across - before)


def places(
    strands: Sequence[Strand], start: float, end: float, split: tuple[int, float, float] | None, pitch: float
) -> tuple[list[float], float]:
    """Return the places of lines between two symbols, and how much room was missing.

    Args:
        strands: the lines in their order.
        start: where the symbol before them ends.
        end: where the symbol behind them begins.
        split: how many tracks lie before the rule, where the rule is and how far to keep from it; or None.
        pitch: the distance between lines.
    """
    lowest: list[float] = []
    for strand in strands:
        at = start + strand.before
        if split and strand.track >= split[0]:
            at = max(at, split[1] + split[2])
        lowest.append(max([at, *(lowest[i] + pitch for i in strand.apart)]))
    highest = [0.0] * len(strands)
    bound = [float("inf")] * len(strands)
    for index in range(len(strands) - 1, -1, -1):
        strand = strands[index]
        at = min(bound[index], end - strand.behind)
        if split and strand.track < split[0]:
            at = min(at, split[1] - split[2])
        highest[index] = at
        for earlier in strand.apart:
            bound[earlier] = min(bound[earlier], at - pitch)
    missing = max((low - high for low, high in zip(lowest, highest, strict=True)), default=0.0)
    return [(low + high) / 2 for low, high in zip(lowest, highest, strict=True)], max(0.0, missing)
