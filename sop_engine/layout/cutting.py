"""Cutting: the rows as parts that fit a page, mostly one part a row.

In: the plan, the wrapped rows, and the height that a page has for them. Out: ``Part`` values, and the heights
that parts need before any connector asks for more. A row is cut only where it alone is taller than a page:
its text at a line, its symbols between two levels. The parts behind the first begin with a line that says so.
"""

from collections.abc import Sequence
from math import fsum

from sop_engine.layout.page import Part
from sop_engine.layout.style import Style
from sop_engine.layout.symbols import Plan
from sop_engine.layout.table import TableRow

__all__ = ["continues", "cut_rows", "least_height", "parts_of_spots", "text_height"]

# A part has so many lines at least, as a paragraph keeps that many on a page.
_FEW = 3


def continues(part: Part) -> bool:
    """Whether a part goes on with a row that began on a page before."""
    return part.lines[0] > 0 or part.levels[0] > 0


def cut_rows(plan: Plan, rows: Sequence[TableRow], style: Style, height: float, tail: float) -> list[Part]:
    """Return the rows as parts that fit a page of some height each.

    Above and below such a part there may have to be room for pentagons; behind the last part of a row that
    is cut, for what closes the table.
    """
    bands = 2 * (style.pentagon + 2 * style.half_row)
    most = max(1, int((height - bands - 2 * style.pad_y) / style.line))
    parts = []
    for index, row in enumerate(rows):
        levels = plan.levels[index]
        if row.count <= most and levels == 1:
            parts.append(Part(index, (0, row.count), (0, 1)))
            continue
        # A last part has a line that says that it continues the row, and room below it.
        behind = 2 + int(tail / style.line) if index == len(rows) - 1 and tail else 0
        texts = _cut_lines(row.count, most, max(_FEW, most - behind))
        stacks = _cut_levels(plan, index, style, height)
        for at in range(max(len(texts), len(stacks))):
            lines = texts[at] if at < len(texts) else (row.count, row.count)
            parts.append(Part(index, lines, stacks[at] if at < len(stacks) else (levels, levels)))
    return parts


def _cut_lines(count: int, most: int, last: int) -> list[tuple[int, int]]:
    """Return lines in groups of some number at most, the last one of fewer but not of very few."""
    if count <= most:
        return [(0, count)]
    # Behind the first group one line of each says that it continues a row.
    step = max(1, most - 1)
    groups, first, stop = [], 0, most
    while stop < count:
        groups.append((first, stop))
        first, stop = stop, stop + step
    groups.append((first, count))
    if count - first > last:
        # What closes the table comes behind the second half of what does not fit above it.
        middle = first + min(step, max(_FEW, count - first - _FEW))
        groups[-1:] = [(first, middle), (middle, count)]
    start, stop = groups[-1]
    before = groups[-2][0]
    if stop - start < _FEW and start - before > 2 * _FEW:
        start = stop - _FEW
        groups[-2:] = [(before, start), (start, stop)]
    return groups


def _cut_levels(plan: Plan, row: int, style: Style, height: float) -> list[tuple[int, int]]:
    """Return the levels of a row in groups that leave a third of a page's height for lines."""
    groups, first, used = [], 0, 0.0
    heights = _level_heights(plan, row, style)
    for level, tall in enumerate(heights):
        used += tall + style.between
        if used > 2 * height / 3 and level > first:
            groups.append((first, level))
            first, used = level, tall + style.between
    groups.append((first, len(heights)))
    return groups


def _level_heights(plan: Plan, row: int, style: Style) -> list[float]:
    heights = [style.box] * plan.levels[row]
    for index in plan.rows[row]:
        spot = plan.spots[index]
        heights[spot.level] = max(heights[spot.level], spot.figure.height)
    return heights


def parts_of_spots(plan: Plan, parts: Sequence[Part]) -> list[int]:
    """Return for each spot the part that it stands in."""
    found = [0] * len(plan.spots)
    for number, part in enumerate(parts):
        for index in plan.rows[part.row]:
            if part.levels[0] <= plan.spots[index].level < part.levels[1]:
                found[index] = number
    return found


def least_height(plan: Plan, part: Part, style: Style) -> float:
    """Return the height that a part has before any line asks for more."""
    heights = _level_heights(plan, part.row, style)[part.levels[0] : part.levels[1]] or [style.box]
    stack = fsum(heights) + style.between * (len(heights) - 1)
    return max(text_height(part, style), stack + 2 * style.half_row)


def text_height(part: Part, style: Style) -> float:
    """Return the height that the text of a part needs, and the line that says that it continues a row."""
    return (part.lines[1] - part.lines[0] + continues(part)) * style.line + 2 * style.pad_y
