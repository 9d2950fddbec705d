"""Branches: the lines whose words are to be placed, each without what it shares with others.

In: the finished lines of a page's branches. Out: ``Branch`` values that begin where their line runs alone, since
words beside a shared stretch would name neither, with what other branches of their decision run on alone.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from sop_engine.layout.drawing import Point

__all__ = ["Branch", "Segment", "box_of", "without_shared_starts"]

Segment = tuple[float, float, float, float]
"""A stretch or a box: left, top, right, bottom."""


class Branch(NamedTuple):
    """A branch whose words are to be placed.

    Attributes:
        words: as printed.
        points: of its line.
        source: id of the step that it leaves.
        target: id of the step that it goes to.
        others: what other branches of its decision run on alone, likewise as boxes.
    """

    words: str
    points: tuple[Point, ...]
    source: str
    target: str
    others: tuple[Segment, ...] = ()


def box_of(a: Point, b: Point) -> Segment:
    """Return the flat box of a stretch between two points."""
    return min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])


def without_shared_starts(branches: Sequence[Branch]) -> list[Branch]:
    """Return the branches, each without the stretch that it shares with another: words there name neither.

    Two branches that run on each other all the way share their words' place as well.
    """
    found = []
    for branch in branches:
        rivals = [
            other.points
            for other in branches
            if other is not branch and other.source == branch.source and other.points != branch.points
        ]
        run = max((_common_start(branch.points, other) for other in rivals), default=0.0)
        alone = [
            box_of(*leg)
            for other in rivals
            for leg in pairwise(_cut(other, _common_start(other, branch.points)))
        ]
        found.append(branch._replace(points=_cut(branch.points, run), others=tuple(alone)))
    return found


def _common_start(one: Sequence[Point], other: Sequence[Point]) -> float:
    """Return how far two lines run on each other from the point that both begin at."""
    run = 0.0
    for (a, b), (c, d) in zip(pairwise(one), pairwise(other), strict=False):
        x1, y1, x2, y2 = b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]
        if a != c or x1 * x2 + y1 * y2 <= 0:
            break
        run += min(abs(x1) + abs(y1), abs(x2) + abs(y2))
        if b != d:
            break
    return run


def _cut(points: tuple[Point, ...], run: float) -> tuple[Point, ...]:
    """Return a line without so much of its beginning."""
    for at, ((x1, y1), (x2, y2)) in enumerate(pairwise(points)):
        length = abs(x2 - x1) + abs(y2 - y1)
        if run < length:
            part = run / length
            return ((x1 + (x2 - x1) * part, y1 + (y2 - y1) * part), *points[at + 1 :])
        run -= length
    return points
