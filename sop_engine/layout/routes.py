"""The ways in which one connector can run, cheapest first.

In: the grid of a page and a link. Out: ``Route`` values with 0, 1, 2, 3 or 4 bends. A straight line or a
line with one bend runs along the middle of lanes and levels; every further bend lies in a corridor. With
four bends and corridors that hold any number of tracks there is always a way.
"""

from collections.abc import Iterator
from typing import NamedTuple

from sop_engine.layout.corridors import IMPOSSIBLE, Reach
from sop_engine.layout.grid import Grid, Link, Node, Side

__all__ = ["BEND", "MOST_BENDS", "Leg", "Route", "least_cost", "routes"]

BEND = 8.0
"""What a bend costs, in the unit in which one level down costs 1."""

MOST_BENDS = 4

_ACROSS = 0.75
_DOWN = 0.5
_OVER_JOINT = 12.0
_AGAINST_HINT = 400.0

# What leaving or entering by a side costs: top, right, bottom, left. The flow reads downwards, so it enters
# from above where it can; what goes back enters from the side, so that it is seen to go back.
_EXIT = {1: (14.0, 0.0, 0.0, 0.0), 0: (5.0, 0.0, 3.0, 0.0), -1: (6.0, 0.0, 5.0, 0.0)}
_ENTRY = {1: (0.0, 4.0, 14.0, 4.0), 0: (4.0, 0.0, 6.0, 0.0), -1: (4.0, 0.0, 18.0, 0.0)}
_OFFPAGE = (0.0, 4.0, 0.0, 4.0)
_AWAY = 2.0

_UPRIGHT = (Side.BOTTOM, Side.TOP)
_SIDEWAYS = (Side.LEFT, Side.RIGHT)
_STEP = {Side.TOP: -1, Side.LEFT: -1, Side.BOTTOM: 1, Side.RIGHT: 1}

Points = tuple[tuple[int, int], ...]
_Way = tuple[Points, Side, Side]


class Leg(NamedTuple):
    """One straight stretch of a route.

    Attributes:
        upright: whether it runs up and down.
        line: the line of the grid that it runs on.
        low: where it begins along that line, the smaller end.
        high: where it ends.
        reach: both, and which way the route turns there.
    """

    upright: bool
    line: int
    low: int
    high: int
    reach: Reach


class Route:
    """One way from a node's side to another's.

    Attributes:
        points: the source's centre, the bends, the target's centre, in positions of the grid.
        exit: the side that it leaves by.
        entry: the side that it enters by.
        cost: what it costs by itself.
    """

    __slots__ = ("_legs", "cost", "entry", "exit", "points")

    def __init__(self, points: Points, leaving: Side, entering: Side, cost: float) -> None:
        self.points = points
        self.exit = leaving
        self.entry = entering
        self.cost = cost
        self._legs: tuple[Leg, ...] | None = None

    @property
    def legs(self) -> tuple[Leg, ...]:
        """Its stretches, from the source to the target; most routes are never asked for them."""
        if self._legs is None:
            self._legs = _legs(self.points)
        return self._legs


def least_cost(grid: Grid, link: Link, bends: int) -> float:
    """Return what no route of a link with so many bends can be cheaper than."""
    source, target = grid.nodes[link.source], grid.nodes[link.target]
    across, down = abs(source.lane - target.lane), abs(source.level - target.level)
    return BEND * bends + 2 * (_ACROSS * across + _DOWN * down)


def routes(grid: Grid, link: Link, bends: int) -> list[Route]:
    """Return the routes of a link with so many bends, cheapest first; equal ones in a fixed order."""
    sides: dict[tuple[Side, Side], float] = {}
    joints = grid.joints
    found = []
    for points, leaving, entering in _WAYS[bends](grid, link):
        cost = sides.get((leaving, entering))
        if cost is None:
            cost = sides[leaving, entering] = BEND * bends + _at_sides(grid, link, leaving, entering)
        x, y = points[0]
        for next_x, next_y in points[1:]:
            if next_x == x:
                cost += _DOWN * abs(next_y - y)
                if joints[x]:
                    # Levels whose middle lies between the two ends.
                    low, high = (y, next_y) if y < next_y else (next_y, y)
                    cost += (
                        _OVER_JOINT
                        * (joints[x] >> (low // 2) & (1 << (high + 1) // 2 - low // 2) - 1).bit_count()
                    )
                y = next_y
            else:
                cost += _ACROSS * abs(next_x - x)
                x = next_x
        found.append(Route(points, leaving, entering, cost))
    found.sort(key=lambda route: route.cost)
    return found


def _at_sides(grid: Grid, link: Link, leaving: Side, entering: Side) -> float:
    """Return what it costs to leave and enter by these sides."""
    source, target = grid.nodes[link.source], grid.nodes[link.target]
    way = (target.level > source.level) - (target.level < source.level)
    right = target.lane - source.lane
    # An off-page connector has its flow on the side of the rows, or else beside it.
    cost = _EXIT[way][leaving] if Side.BOTTOM in source.exit else _OFFPAGE[leaving]
    cost += _ENTRY[way][entering] if Side.TOP in target.entry else _OFFPAGE[entering]
    if link.source == link.target and leaving == entering:
        # A loop around one symbol would lie on itself.
        cost += IMPOSSIBLE
    if leaving in _SIDEWAYS and right * _STEP[leaving] < 0:
        cost += _AWAY
    if entering in _SIDEWAYS and right * _STEP[entering] > 0:
        cost += _AWAY
    if link.keluar not in (None, leaving):
        cost += _AGAINST_HINT
    if link.masuk not in (None, entering):
        cost += _AGAINST_HINT
    return cost


def _straight(grid: Grid, link: Link) -> Iterator[_Way]:
    source, target = grid.nodes[link.source], grid.nodes[link.target]
    points = (_centre(source), _centre(target))
    if source.lane == target.lane and source.level != target.level:
        if grid.clear_down(source.lane, source.level, target.level):
            down = source.level < target.level
            leaving, entering = (Side.BOTTOM, Side.TOP) if down else (Side.TOP, Side.BOTTOM)
            if leaving in source.exit and entering in target.entry:
                yield points, leaving, entering
    elif (
        source.level == target.level
        and source.lane != target.lane
        and grid.clear_across(source.level, source.lane, target.lane)
    ):
        right = source.lane < target.lane
        leaving, entering = (Side.RIGHT, Side.LEFT) if right else (Side.LEFT, Side.RIGHT)
        if leaving in source.exit and entering in target.entry:
            yield points, leaving, entering


def _one_bend(grid: Grid, link: Link) -> Iterator[_Way]:
    source, target = grid.nodes[link.source], grid.nodes[link.target]
    if source.lane == target.lane or source.level == target.level:
        return
    start, end = _centre(source), _centre(target)
    right, down = source.lane < target.lane, source.level < target.level
    sideways = (Side.RIGHT, Side.LEFT) if right else (Side.LEFT, Side.RIGHT)
    upright = (Side.BOTTOM, Side.TOP) if down else (Side.TOP, Side.BOTTOM)
    if (
        sideways[0] in source.exit
        and upright[1] in target.entry
        and not grid.occupied(source.level, target.lane)
        and grid.clear_across(source.level, source.lane, target.lane)
        and grid.clear_down(target.lane, source.level, target.level)
    ):
        yield (start, (end[0], start[1]), end), sideways[0], upright[1]
    if (
        upright[0] in source.exit
        and sideways[1] in target.entry
        and not grid.occupied(target.level, source.lane)
        and grid.clear_across(target.level, source.lane, target.lane)
        and grid.clear_down(source.lane, source.level, target.level)
    ):
        yield (start, (start[0], end[1]), end), upright[0], sideways[1]


def _two_bends(grid: Grid, link: Link) -> Iterator[_Way]:
    source, target = grid.nodes[link.source], grid.nodes[link.target]
    start, end = _centre(source), _centre(target)
    if source.lane != target.lane:
        for leaving, entering in _pairs(source, target, _UPRIGHT, _UPRIGHT):
            others = grid.reach(link.target, entering)
            common = [channel for channel in grid.reach(link.source, leaving) if channel in others]
            for channel in _few(common):
                yield (start, (start[0], 2 * channel), (end[0], 2 * channel), end), leaving, entering
    if source.level != target.level:
        for leaving, entering in _pairs(source, target, _SIDEWAYS, _SIDEWAYS):
            others = grid.reach(link.target, entering)
            for gutter in grid.reach(link.source, leaving):
                if gutter in others:
                    yield (start, (2 * gutter, start[1]), (2 * gutter, end[1]), end), leaving, entering


def _three_bends(grid: Grid, link: Link) -> Iterator[_Way]:
    source, target = grid.nodes[link.source], grid.nodes[link.target]
    start, end = _centre(source), _centre(target)
    for leaving, entering in _pairs(source, target, _SIDEWAYS, _UPRIGHT):
        for gutter in grid.reach(link.source, leaving)[:4]:
            for channel in grid.reach(link.target, entering)[:2]:
                turn = (2 * gutter, 2 * channel)
                yield (start, (turn[0], start[1]), turn, (end[0], turn[1]), end), leaving, entering
    for leaving, entering in _pairs(source, target, _UPRIGHT, _SIDEWAYS):
        for channel in grid.reach(link.source, leaving)[:2]:
            for gutter in grid.reach(link.target, entering)[:4]:
                turn = (2 * gutter, 2 * channel)
                yield (start, (start[0], turn[1]), turn, (turn[0], end[1]), end), leaving, entering


def _four_bends(grid: Grid, link: Link) -> Iterator[_Way]:
    source, target = grid.nodes[link.source], grid.nodes[link.target]
    start, end = _centre(source), _centre(target)
    for leaving, entering in _pairs(source, target, _UPRIGHT, _UPRIGHT):
        for first in grid.reach(link.source, leaving)[:2]:
            for last in grid.reach(link.target, entering)[:2]:
                if first == last:
                    continue
                for gutter in range(grid.lanes + 1):
                    turns = (start[0], 2 * first), (2 * gutter, 2 * first), (2 * gutter, 2 * last)
                    yield (start, *turns, (end[0], 2 * last), end), leaving, entering
    rows = sorted({source.level, source.level + 1, target.level, target.level + 1})
    for leaving, entering in _pairs(source, target, _SIDEWAYS, _SIDEWAYS):
        for first in grid.reach(link.source, leaving)[:2]:
            for last in grid.reach(link.target, entering)[:2]:
                if first == last:
                    continue
                for channel in rows:
                    turns = (2 * first, start[1]), (2 * first, 2 * channel), (2 * last, 2 * channel)
                    yield (start, *turns, (2 * last, end[1]), end), leaving, entering


_WAYS = (_straight, _one_bend, _two_bends, _three_bends, _four_bends)


def _pairs(
    source: Node, target: Node, leaving: tuple[Side, ...], entering: tuple[Side, ...]
) -> Iterator[tuple[Side, Side]]:
    for first in leaving:
        if first in source.exit:
            for last in entering:
                if last in target.entry:
                    yield first, last


def _few(channels: list[int]) -> list[int]:
    """The first, the last and the middle one of a long run: the rest differ from them in length only."""
    return channels if len(channels) <= 3 else [channels[0], channels[len(channels) // 2], channels[-1]]


def _centre(node: Node) -> tuple[int, int]:
    return 2 * node.lane + 1, 2 * node.level + 1


def _legs(points: Points) -> tuple[Leg, ...]:
    found = []
    last = len(points) - 2
    for at in range(last + 1):
        x1, y1 = points[at]
        x2, y2 = points[at + 1]
        upright = x1 == x2
        line, begin, end = (x1, y1, y2) if upright else (y1, x1, x2)
        axis = 0 if upright else 1
        behind = 0 if at == 0 else _sign(points[at - 1][axis] - line)
        ahead = 0 if at == last else _sign(points[at + 2][axis] - line)
        if begin <= end:
            found.append(Leg(upright, line, begin, end, (begin, end, behind, ahead)))
        else:
            found.append(Leg(upright, line, end, begin, (end, begin, ahead, behind)))
    return tuple(found)


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)
