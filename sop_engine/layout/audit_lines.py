"""The audit of lines: what connectors run through, share, come near to and leave.

In: a page of a finished drawing. Out: a line on each fault. Pairs of stretches are compared, so the cost is the
square of what stands on one page.
"""

from collections.abc import Iterator
from itertools import combinations, pairwise

from sop_engine.layout.audit_geometry import (
    EPSILON,
    Segment,
    arrow_head,
    common_length,
    common_start,
    distance_across,
    gap,
    is_upright,
    lanes_of,
    meets_side,
    on_edge,
    segments,
)
from sop_engine.layout.drawing import Box, Connector, Page, Point, Shape, Symbol

__all__ = ["count_crossings", "not_square", "outside_lanes", "shared_lines", "through_symbols", "too_near"]

_LINE_DISTANCE = 4.0 - 0.02
_SYMBOL_DISTANCE = 3.0 - 0.02
_HEAD = 5.0


def _name(connector: Connector) -> str:
    return f"{connector.source} -> {connector.target}"


def through_symbols(page: Page) -> Iterator[str]:
    """Yield connectors, and lines of joint steps, that run through the inside of a symbol."""
    for connector in page.connectors:
        for leg in segments(connector):
            for symbol in page.symbols:
                if gap(leg, symbol.box) < -EPSILON:
                    yield f"{_name(connector)} through {symbol.id}"
    for joint in page.joints:
        for symbol in page.symbols:
            if gap(joint.points, symbol.box) < -EPSILON:
                yield f"the line of {joint.id} through {symbol.id}"


def shared_lines(page: Page) -> Iterator[str]:
    """Yield connectors that lie on each other or touch where they neither split nor merge.

    Two connectors may run on each other from the point that both leave, and to the point that both enter, and
    nowhere in between; the line of a joint step is nobody's; and a connector does not run back on itself.
    """
    for first, second in combinations(page.connectors, 2):
        if _strangers_meet(first, second) or _strangers_meet(second, first):
            yield f"{_name(first)} on {_name(second)}"
    for connector in page.connectors:
        legs = segments(connector)
        for one, other in combinations(legs, 2):
            if distance_across(one, other) <= EPSILON and common_length(one, other) > EPSILON:
                yield f"{_name(connector)} on itself"
        for joint in page.joints:
            for leg in legs:
                if (
                    distance_across(leg, joint.points) <= EPSILON
                    and common_length(leg, joint.points) > EPSILON
                ):
                    yield f"{_name(connector)} on the line of {joint.id}"


def _strangers_meet(first: Connector, second: Connector) -> bool:
    """Whether a part or a corner of one connector lies on another, outside what both begin or end with."""
    length = sum(abs(x2 - x1) + abs(y2 - y1) for (x1, y1), (x2, y2) in pairwise(first.points))
    split = common_start(first.points, second.points) + EPSILON
    merge = length - common_start(first.points[::-1], second.points[::-1]) - EPSILON
    passed = 0.0
    for a, b in segments(first):
        axis = 1 if a[0] == b[0] else 0
        begin, end = a[axis], b[axis]
        for other in segments(second):
            if distance_across((a, b), other) <= EPSILON:
                low = max(min(begin, end), min(other[0][axis], other[1][axis]))
                high = min(max(begin, end), max(other[0][axis], other[1][axis]))
                if high - low <= EPSILON:
                    continue
                near, far = sorted((passed + abs(low - begin), passed + abs(high - begin)))
                if far > split and near < merge:
                    return True
            elif passed > split and passed < merge and gap(other, _point(a)) <= EPSILON:
                return True
        passed += abs(end - begin)
    return False


def _point(point: Point) -> Box:
    return Box(point[0], point[1], 0.0, 0.0)


def outside_lanes(page: Page) -> Iterator[str]:
    """Yield connectors that leave the Pelaksana columns, and symbols that stand outside them."""
    lanes = lanes_of(page)
    if lanes is None:
        for connector in page.connectors:
            yield f"{_name(connector)} stands on a page without lanes"
        return
    for connector in page.connectors:
        for x, y in connector.points:
            across = lanes.x + EPSILON < x < lanes.right - EPSILON
            if not (across and lanes.y < y < lanes.bottom):
                yield f"{_name(connector)} leaves the lanes at {x:g}, {y:g}"
                break
    columns = {cell.field: cell.box for cell in page.cells if cell.row == -1 and cell.columns == 1}
    for symbol in page.symbols:
        lane = columns.get(symbol.lane, lanes)
        box = symbol.box
        if box.x < lane.x or box.right > lane.right or box.y < lanes.y or box.bottom > lanes.bottom:
            yield f"{symbol.id} leaves its lane"


def not_square(page: Page) -> Iterator[str]:
    """Yield connectors that do not meet the middle of a side squarely, and branches that share a side."""
    for connector in page.connectors:
        legs = segments(connector)
        if any((a[0] == b[0]) == (a[1] == b[1]) for a, b in legs):
            yield f"{_name(connector)} is not level and upright"
            continue
        if not any(meets_side(symbol.box, *legs[0]) for symbol in _ends(page, connector.source)):
            yield f"{_name(connector)} does not leave a side squarely"
        inner, end = legs[-1]
        if not any(meets_side(symbol.box, end, inner) for symbol in _ends(page, connector.target)):
            yield f"{_name(connector)} does not enter a side squarely"
        if abs(end[0] - inner[0]) + abs(end[1] - inner[1]) < _HEAD:
            yield f"{_name(connector)} has no room for its arrow's head"
    for symbol in page.symbols:
        if symbol.shape is Shape.DECISION:
            yield from _branches_by_one_side(page, symbol)


def _ends(page: Page, step: str) -> list[Symbol]:
    """Return the symbols that a connector of some step may touch: its own, or pentagons where it is not here."""
    own = [symbol for symbol in page.symbols if symbol.id == step and symbol.shape is not Shape.OFFPAGE]
    return own or [symbol for symbol in page.symbols if symbol.shape is Shape.OFFPAGE]


def _branches_by_one_side(page: Page, symbol: Symbol) -> Iterator[str]:
    """Yield branches that leave by the side of another while a side was left for them."""
    exits: dict[str, set[Point]] = {}
    entered = False
    for connector in page.connectors:
        if connector.source == symbol.id and connector.label and on_edge(symbol.box, connector.points[0]):
            exits.setdefault(connector.label, set()).add(connector.points[0])
        entered |= connector.target == symbol.id and on_edge(symbol.box, connector.points[-1])
    joined = {end for joint in page.joints for end in joint.points if on_edge(symbol.box, end)}
    free = 4 - len(joined) - entered
    if len(set().union(*exits.values())) < min(len(exits), free):
        yield f"branches of {symbol.id} share a side"


def too_near(page: Page) -> Iterator[str]:
    """Yield parallel stretches, stretches and symbols, and stretches and arrows, that are too near."""
    for first, second in combinations(page.connectors, 2):
        for one in segments(first):
            for other in segments(second):
                yield from _parallel(one, other, _name(first), _name(second))
        for ending, passing in ((first, second), (second, first)):
            head = arrow_head(ending)
            merging = gap((ending.points[-1], ending.points[-1]), _point(passing.points[-1])) <= EPSILON
            if not merging and any(gap(leg, head) < -EPSILON for leg in segments(passing)):
                yield f"{_name(passing)} runs through the arrow of {_name(ending)}"
    for connector in page.connectors:
        legs = segments(connector)
        for one, other in combinations(legs, 2):
            yield from _parallel(one, other, _name(connector), "itself")
        for joint in page.joints:
            for leg in legs:
                yield from _parallel(leg, joint.points, _name(connector), f"the line of {joint.id}")
        for symbol in page.symbols:
            for at, leg in enumerate(legs):
                starts = at == 0 and on_edge(symbol.box, connector.points[0])
                ends = at == len(legs) - 1 and on_edge(symbol.box, connector.points[-1])
                apart = gap(leg, symbol.box)
                if not (starts or ends) and apart < _SYMBOL_DISTANCE:
                    yield f"{_name(connector)} is {apart:.2f} from {symbol.id}"


def _parallel(one: Segment, other: Segment, name: str, name2: str) -> Iterator[str]:
    apart = distance_across(one, other)
    if EPSILON < apart < _LINE_DISTANCE and common_length(one, other) > EPSILON:
        yield f"{name} and {name2} are {apart:.2f} apart"


def count_crossings(page: Page) -> int:
    """Count the places where connectors cross."""
    places: set[Point] = set()
    for first, second in combinations(page.connectors, 2):
        for one in segments(first):
            for other in segments(second):
                if is_upright(one) == is_upright(other):
                    continue
                upright, level = (one, other) if is_upright(one) else (other, one)
                x, y = upright[0][0], level[0][1]
                low, high = sorted((upright[0][1], upright[1][1]))
                left, right = sorted((level[0][0], level[1][0]))
                if left < x < right and low < y < high:
                    places.add((x, y))
    return len(places)
