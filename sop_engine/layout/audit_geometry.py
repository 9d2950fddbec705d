"""Plain geometry for the audit: distances between stretches and boxes, and what lies within what.

In: boxes, points and texts of a finished drawing. Out: numbers and answers. None of it is used to make a
drawing, so that the audit does not repeat the layout's own mistakes.
"""

from itertools import pairwise

from sop_engine.layout.drawing import Box, Cell, Connector, Page, Point, Shape, Symbol
from sop_engine.layout.setting import set_cell, set_symbol

__all__ = [
    "EPSILON",
    "Segment",
    "cell_holds",
    "common_length",
    "distance_across",
    "gap",
    "is_upright",
    "lanes_of",
    "meets_side",
    "on_edge",
    "overlap",
    "segments",
    "symbol_holds",
    "touches",
]

EPSILON = 0.05
"""Below this many points two places are one."""

Segment = tuple[Point, Point]
"""A level or upright stretch."""


def segments(connector: Connector) -> list[Segment]:
    """Return the stretches of a connector, from its source to its target."""
    return list(pairwise(connector.points))


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


def cell_holds(cell: Cell) -> bool:
    """Whether a cell's lines stay within its borders."""
    lines = set_cell(cell)
    wide = max(line.line.width for line in lines)
    tall = (len(lines) - 1) * cell.leading + cell.size
    across, down = (tall, wide) if cell.turned else (wide, tall)
    return across <= cell.box.width + EPSILON and down <= cell.box.height + EPSILON


def symbol_holds(symbol: Symbol) -> bool:
    """Whether every line of a symbol's words stays within its outline."""
    box = symbol.box
    y = box.centre[1]
    for line in set_symbol(symbol):
        half = line.line.width / 2
        for edge in (line.y - 0.75 * symbol.size, line.y + 0.22 * symbol.size):
            room = _half_width(symbol.shape, box, abs(edge - y))
            if half > room + EPSILON:
                return False
    return True


def _half_width(shape: Shape, box: Box, off: float) -> float:
    """Half the width of a shape at some distance above or below its middle."""
    if off > box.height / 2 + EPSILON:
        return -1.0
    if shape is Shape.DECISION:
        return box.width / 2 * (1 - off / (box.height / 2))
    if shape in {Shape.START, Shape.END}:
        radius = min(box.width, box.height) / 2
        return box.width / 2 - radius + float(max(0.0, radius * radius - off * off) ** 0.5)
    return box.width / 2


def lanes_of(page: Page) -> Box | None:
    """Return the box of the heading over all lanes."""
    return next((cell.box for cell in page.cells if cell.field == "pelaksana" and cell.row is not None), None)
