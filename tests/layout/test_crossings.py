"""Crossings as they will be drawn, and the detours that avoid none."""

from sop_engine.layout.board import Board
from sop_engine.layout.crossings import crossing_pairs, uncrossed
from sop_engine.layout.grid import Grid, Link, Node, Side
from sop_engine.layout.routes import Route, routes
from sop_engine.layout.tracks import order_tracks

# A pentagon above the second lane, a step that goes on to the third, and one below that goes up to the pentagon.
GRID = Grid(
    3,
    4,
    (
        Node(1, 0),
        Node(2, 2),
        Node(3, 1),
        Node(0, 1, (), (Side.BOTTOM, Side.LEFT, Side.RIGHT), ()),
    ),
)
LINKS = [Link(0, 1), Link(2, 3)]


def way(link: Link, points: tuple[tuple[int, int], ...]) -> Route:
    """The route with these points."""
    return next(route for route in routes(GRID, link, len(points) - 2) if route.points == points)


BACK = way(LINKS[1], ((3, 7), (2, 7), (2, 2), (3, 2), (3, 1)))
DETOUR = way(LINKS[0], ((1, 3), (2, 3), (2, 2), (5, 2), (5, 5)))
STRAIGHT = way(LINKS[0], ((1, 3), (5, 3), (5, 5)))


def test_lines_that_run_together_through_two_corridors_cross() -> None:
    """Each corridor alone has an order without a crossing; both together have not."""
    assert crossing_pairs((DETOUR, BACK), order_tracks((DETOUR, BACK), LINKS)) == [(0, 1)]


def test_a_detour_that_crosses_all_the_same_is_not_made() -> None:
    """The straight ways cross once too, with six bends fewer."""
    found = (DETOUR, BACK)
    again, tracks = uncrossed(
        Board(GRID, LINKS, frozenset(), {}, {}), LINKS, found, order_tracks(found, LINKS)
    )
    assert [route.points for route in again] == [STRAIGHT.points, ((3, 7), (3, 1))]
    assert crossing_pairs(again, tracks) == [(0, 1)]


def test_a_page_without_crossings_stays_as_it_is() -> None:
    """Whatever its bends."""
    links = [LINKS[0]]
    tracks = order_tracks((DETOUR,), links)
    board = Board(GRID, links, frozenset(), {}, {})
    assert uncrossed(board, links, (DETOUR,), tracks) == ((DETOUR,), tracks)
