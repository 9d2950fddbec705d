"""Crossings as they will be drawn: routing again what turns out to cross for nothing.

In: the routes of a page and the order of their tracks. Out: routes and tracks that cross no more and bend less.

While connectors are being laid, nobody knows the order of tracks yet, so each corridor is taken at its best
(``corridors``); two lines that run beside each other through several may not have the best of all. A connector
that went out of its way to avoid a crossing, and crosses all the same, had better go straight. So the lines are
drawn roughly, by the order of their tracks alone, and counted; each one that crosses is offered its simpler
ways, and takes the first that makes the sum of ``routing`` smaller without a crossing more.

Cost: nothing for a page without crossings; else the square of its connectors for each way that is tried.
"""

from collections.abc import Sequence
from itertools import combinations, pairwise

from sop_engine.layout.board import Board
from sop_engine.layout.corridors import CROSSING, IMPOSSIBLE
from sop_engine.layout.grid import Link
from sop_engine.layout.routes import Route
from sop_engine.layout.tracks import Tracks, order_tracks, ranked

__all__ = ["crossing_pairs", "uncrossed"]

_TRIED = 3

_Line = list[tuple[float, float]]


def uncrossed(
    board: Board, links: Sequence[Link], routes: tuple[Route, ...], tracks: Tracks
) -> tuple[tuple[Route, ...], Tracks]:
    """Return routes and tracks of a page without the detours that avoid nothing.

    Args:
        board: an empty one of the page, with the ways of its links.
        links: the connectors.
        routes: their ways.
        tracks: the order of these in corridors.
    """
    pairs = crossing_pairs(routes, tracks)
    for index, route in enumerate(routes):
        board.lay(index, route)
    for index in sorted({index for pair in pairs for index in pair}):
        old = board.lift(index)
        now = old.cost + board.at_sides(index, old) + CROSSING * len(pairs)
        for way in _simpler(board, index, old):
            cost = way.cost + board.at_sides(index, way)
            if cost >= now or board.interplay(index, way) >= IMPOSSIBLE:
                continue
            other = (*routes[:index], way, *routes[index + 1 :])
            order = order_tracks(other, links)
            left = crossing_pairs(other, order)
            worse = len(left) > len(pairs) or len(order.conflicts) > len(tracks.conflicts)
            if not worse and cost + CROSSING * len(left) < now:
                routes, tracks, pairs, old = other, order, left, way
                break
        board.lay(index, old)
    return routes, tracks


def crossing_pairs(routes: Sequence[Route], tracks: Tracks) -> list[tuple[int, int]]:
    """Return the pairs of routes that cross, the smaller index first, once for each place where they do."""
    places: dict[tuple[int, int], float] = {}
    for bundles in (*tracks.gutters.values(), *tracks.channels.values()):
        places.update(ranked(bundles))
    lines = [_drawn(index, route, places) for index, route in enumerate(routes)]
    return [
        (i, j)
        for (i, one), (j, other) in combinations(enumerate(lines), 2)
        for a in pairwise(one)
        for b in pairwise(other)
        if _cross(a, b)
    ]


def _simpler(board: Board, index: int, route: Route) -> list[Route]:
    """Return ways of a link with fewer bends than one has, the simplest first."""
    return [way for bends in range(len(route.points) - 2) for way in board.ways_with(index, bends)[:_TRIED]]


def _drawn(index: int, route: Route, places: dict[tuple[int, int], float]) -> _Line:
    """Return a route as a line, its legs moved to their tracks; positions are those of the grid."""
    lines = [leg.line + places.get((index, at), 0.0) for at, leg in enumerate(route.legs)]
    points: _Line = []
    for at, centre in enumerate(route.points):
        point = [float(centre[0]), float(centre[1])]
        # A corner lies on the leg before it and on the one behind it.
        for leg in range(max(0, at - 1), min(at + 1, len(lines))):
            point[0 if route.legs[leg].upright else 1] = lines[leg]
        points.append((point[0], point[1]))
    return points


def _cross(one: tuple[tuple[float, float], ...], other: tuple[tuple[float, float], ...]) -> bool:
    """Whether two stretches, one upright and one level, cross within both."""
    (x1, y1), (x2, y2) = one
    (x3, y3), (x4, y4) = other
    if x1 == x2 and y3 == y4:
        return min(x3, x4) < x1 < max(x3, x4) and min(y1, y2) < y3 < max(y1, y2)
    if y1 == y2 and x3 == x4:
        return min(x1, x2) < x3 < max(x1, x2) and min(y3, y4) < y1 < max(y3, y4)
    return False
