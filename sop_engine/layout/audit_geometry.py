"""Plain geometry for the audit: distances between stretches and boxes, and what two lines have in common.

In: boxes, points and connectors of a finished drawing. Out: numbers and answers. None of it is used to make a
drawing, so that the audit does not repeat the layout's own mistakes.
"""

from collections.abc import Sequence
from itertools import pairwise

from sop_engine.layout.drawing import ARROW_HALF, ARROW_LENGTH, Box, Connector, Page, Point, Shape, Symbol

__all__ = [
    "EPSILON",
    "Segment",
    "arrow_head",
    "behind",
    "common_length",
    "common_start",
    "distance_across",
    "gap",
    "is_upright",
    "lanes_of",
    "meets_side",
    "on_edge",
    "overlap",
    "segments",
    "touches",
]

EPSILON = 0.05
"""Below this many points two places are one."""

Segment = tuple[Point, Point]
"""A level or upright stretch."""


def segments(connector: Connector) -> list[Segment]:
    """Return the stretches of a connector, from its source to its target."""
    return list(pairwise(connector.points))


def arrow_head(connector: Connector) -> Box:
    """Return the box of the head that a connector ends in."""
    (x1, y1), (x2, y2) = connector.points[-2:]
    if x1 == x2:
        return Box(x2 - ARROW_HALF, y2 - ARROW_LENGTH if y2 > y1 else y2, 2 * ARROW_HALF, ARROW_LENGTH)
    return Box(x2 - ARROW_LENGTH if x2 > x1 else x2, y2 - ARROW_HALF, ARROW_LENGTH, 2 * ARROW_HALF)


def common_start(one: Sequence[Point], other: Sequence[Point]) -> float:
    """Return how far two lines that begin at one point run on each other from there."""
    one, other = _corners(one), _corners(other)
    if not _same(one[0], other[0]):
        return 0.0
    run = 0.0
    for (a, b), (c, d) in zip(pairwise(one), pairwise(other), strict=False):
        if not _same(a, c) or is_upright((a, b)) != is_upright((c, d)):
            break
        axis = 1 if is_upright((a, b)) else 0
        first, second = b[axis] - a[axis], d[axis] - c[axis]
        if first * second <= 0:
            break
        run += min(abs(first), abs(second))
        if not _same(b, d):
            break
    return run


def behind(points: Sequence[Point], run: float) -> list[Segment]:
    """Return what is left of a line when so much of its beginning is taken away."""
    left: list[Segment] = []
    for (x1, y1), (x2, y2) in pairwise(points):
        length = abs(x2 - x1) + abs(y2 - y1)
        if run >= length - EPSILON:
            run -= length
            continue
        part = run / length
        left.append(((x1 + (x2 - x1) * part, y1 + (y2 - y1) * part), (x2, y2)))
        run = 0.0
    return left


def _corners(points: Sequence[Point]) -> list[Point]:
    """Return a line without the points at which it does not turn."""
    inner = [
        b
        for a, b, c in zip(points, points[1:], points[2:], strict=False)
        if is_upright((a, b)) != is_upright((b, c))
    ]
    return [points[0], *inner, points[-1]]


def _same(one: Point, other: Point) -> bool:
    return abs(one[0] - other[0]) <= EPSILON and abs(one[1] - other[1]) <= EPSILON


def gap(segment: Segment, box: Box) -> float:
    """The distance from a level or upright stretch to a box; negative, by how deep, where it runs inside."""
    (x1, y1), (x2, y2) = segment
    left, right, top, bottom = min(x1, x2), max(x1, x2), min(y1, y2), max(y1, y2)
    across = max(box.x - right, left - box.right)
    down = max(box.y - bottom, top - box.bottom)
    if across > 0 and down > 0:
        return float((across * across + down * down) ** 0.5)
    return max(across, down)


def on_edge(box: Box, point: Point) -> bool:
    """Whether a point lies on a box's outline."""
    x, y = point
    inside = box.x - EPSILON <= x <= box.right + EPSILON and box.y - EPSILON <= y <= box.bottom + EPSILON
    return inside and (
        min(abs(x - box.x), abs(x - box.right), abs(y - box.y), abs(y - box.bottom)) <= EPSILON
    )


def is_upright(segment: Segment) -> bool:
    """Whether a stretch runs up and down."""
    return segment[0][0] == segment[1][0]


def distance_across(one: Segment, other: Segment) -> float:
    """The distance between two parallel stretches; infinite where they are not parallel."""
    if is_upright(one) != is_upright(other):
        return float("inf")
    axis = 0 if is_upright(one) else 1
    return abs(one[0][axis] - other[0][axis])


def common_length(one: Segment, other: Segment) -> float:
    """How far two parallel stretches run beside each other."""
    axis = 1 if is_upright(one) else 0
    low = max(min(one[0][axis], one[1][axis]), min(other[0][axis], other[1][axis]))
    high = min(max(one[0][axis], one[1][axis]), max(other[0][axis], other[1][axis]))
    return high - low


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes have a part in common."""
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def touches(box: Box, symbol: Symbol) -> bool:
    """Whether a box meets a symbol's shape; beside the slopes of a diamond there is room."""
    if not overlap(box, symbol.box):
        return False
    if symbol.shape is not Shape.DECISION:
        return True
    x, y = symbol.box.centre
    across = max(0.0, box.x - x, x - box.right) / (symbol.box.width / 2)
    down = max(0.0, box.y - y, y - box.bottom) / (symbol.box.height / 2)
    return across + down < 1


def meets_side(box: Box, end: Point, inner: Point) -> bool:
    """Whether a stretch ends in the middle of a box's side, coming straight from outside."""
    (x, y), (x2, y2) = end, inner
    middle_x, middle_y = box.centre
    if abs(x - middle_x) <= EPSILON and x == x2:
        return (abs(y - box.y) <= EPSILON and y2 < y) or (abs(y - box.bottom) <= EPSILON and y2 > y)
    if abs(y - middle_y) <= EPSILON and y == y2:
        return (abs(x - box.x) <= EPSILON and x2 < x) or (abs(x - box.right) <= EPSILON and x2 > x)
    return False


def lanes_of(page: Page) -> Box | None:
    """Return the box of all lanes below their headings, or None where a page has none."""
    heading = next((cell for cell in page.cells if cell.field == "pelaksana" and cell.row is not None), None)
    if heading is None or heading.column is None:
        return None
    lanes = range(heading.column, heading.column + heading.columns)
    below = [
        cell.box
        for cell in page.cells
        if cell.column in lanes and cell.columns == 1 and cell.ruled and (cell.row is None or cell.row >= 0)
    ]
    top = min((box.y for box in below), default=heading.box.bottom)
    bottom = max((box.bottom for box in below), default=top)
    return Box(heading.box.x, top, heading.box.width, bottom - top)
