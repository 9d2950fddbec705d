"""Who goes with whom, where each may go with one: the assignment that gains most.

In: what pairs of a left and a right side gain. Out: the pairs that together gain most.
"""

from collections.abc import Mapping

__all__ = ["matched"]


def matched(gains: Mapping[tuple[int, int], int]) -> tuple[tuple[int, int], ...]:
    """The pairs that gain most together; nobody is in two.

    The Hungarian method with shortest augmenting paths (Jonker and Volgenant, "A shortest augmenting path algorithm
    for dense and sparse linear assignment problems", 1987), for each part of the graph that hangs together.

    Args:
        gains: what each pair gains, above zero; a pair that is not there cannot be made.

    Returns:
        The pairs, rising by their left. Cubic in the largest part that hangs together.
    """
    found: list[tuple[int, int]] = []
    for part in _parts(gains):
        lefts = sorted({left for left, _ in part})
        rights = sorted({right for _, right in part})
        if len(part) == 1:
            found += part
        elif len(lefts) <= len(rights):
            table = [[gains.get((left, right), 0) for right in rights] for left in lefts]
            found += [(lefts[one], rights[other]) for one, other in _assigned(table)]
        else:
            table = [[gains.get((left, right), 0) for left in lefts] for right in rights]
            found += [(lefts[other], rights[one]) for one, other in _assigned(table)]
    return tuple(sorted(pair for pair in found if pair in gains))


def _parts(gains: Mapping[tuple[int, int], int]) -> list[list[tuple[int, int]]]:
    """The pairs of each part of the graph that hangs together."""
    of_left: dict[int, list[tuple[int, int]]] = {}
    of_right: dict[int, list[tuple[int, int]]] = {}
    for pair in gains:
        of_left.setdefault(pair[0], []).append(pair)
        of_right.setdefault(pair[1], []).append(pair)
    parts: list[list[tuple[int, int]]] = []
    seen: set[tuple[int, int]] = set()
    for first in gains:
        if first in seen:
            continue
        part, waiting = [], [first]
        seen.add(first)
        while waiting:
            pair = waiting.pop()
            part.append(pair)
            for near in (*of_left.pop(pair[0], ()), *of_right.pop(pair[1], ())):
                if near not in seen:
                    seen.add(near)
                    waiting.append(near)
        parts.append(part)
    return parts


def _assigned(table: list[list[int]]) -> list[tuple[int, int]]:
    """Row and column of each row's place; there are at least as many columns as rows."""
    width = len(table[0])
    # Prices hold a row's gain down to what its place is worth; the last column is where each search begins.
    prices, worth = [0] * len(table), [0] * (width + 1)
    owner: list[int | None] = [None] * (width + 1)
    for row in range(len(table)):
        owner[width] = row
        column, before = _free(table, prices, worth, owner)
        while column != width:
            owner[column] = owner[before[column]]
            column = before[column]
    return [(row, column) for column, row in enumerate(owner[:width]) if row is not None]


def _free(
    table: list[list[int]], prices: list[int], worth: list[int], owner: list[int | None]
) -> tuple[int, list[int]]:
    """The free column that is nearest, and the column before each on the way to it; prices are brought up to date."""
    width = len(table[0])
    far: list[int | None] = [None] * width
    before = [width] * width
    visited, open_ = [width], list(range(width))
    column = width
    while (row := owner[column]) is not None:
        gains, price = table[row], prices[row]
        nearest, least = column, None
        for other in open_:
            way = -gains[other] - price - worth[other]
            known = far[other]
            if known is None or way < known:
                far[other], before[other] = way, column
                known = way
            if least is None or known < least:
                nearest, least = other, known
        step = least or 0
        for other in visited:
            held = owner[other]
            if held is not None:
                prices[held] += step
            worth[other] -= step
        for other in open_:
            far[other] = (far[other] or 0) - step
        column = nearest
        visited.append(column)
        open_.remove(column)
    return column, before
