"""The order of lines in corridors."""

from sop_engine.layout.grid import Grid, Link, Node
from sop_engine.layout.routes import Route, routes
from sop_engine.layout.tracks import order_tracks


def way(grid: Grid, link: Link, points: tuple[tuple[int, int], ...]) -> Route:
    """The route with these points."""
    return next(route for route in routes(grid, link, len(points) - 2) if route.points == points)


def test_loops_of_one_gutter_nest() -> None:
    """The outer loop lies outside, so that neither crosses the other."""
    grid = Grid(1, 4, tuple(Node(level, 0) for level in range(4)))
    links = [Link(3, 0), Link(2, 1)]
    outer = way(grid, links[0], ((1, 7), (0, 7), (0, 1), (1, 1)))
    inner = way(grid, links[1], ((1, 5), (0, 5), (0, 3), (1, 3)))
    for found in ((outer, inner), (inner, outer)):
        pair = links if found[0] is outer else links[::-1]
        tracks = order_tracks(found, pair)
        assert [bundle.members[0][0] for bundle in tracks.gutters[0]] == [
            found.index(outer),
            found.index(inner),
        ]
        assert tracks.conflicts == frozenset()


def test_lines_into_one_side_lie_on_each_other() -> None:
    """Two loops into one side of a step are one bundle."""
    grid = Grid(1, 3, tuple(Node(level, 0) for level in range(3)))
    links = [Link(1, 0), Link(2, 0)]
    found = [
        way(grid, links[0], ((1, 3), (0, 3), (0, 1), (1, 1))),
        way(grid, links[1], ((1, 5), (0, 5), (0, 1), (1, 1))),
    ]
    tracks = order_tracks(found, links)
    assert [(bundle.members, bundle.low, bundle.high) for bundle in tracks.gutters[0]] == [
        (((0, 1), (1, 1)), 1, 5)
    ]


def test_what_no_order_can_draw_is_a_conflict() -> None:
    """Two lines that change places between two levels meet at both of them."""
    grid = Grid(2, 2, (Node(0, 0), Node(1, 1), Node(0, 1), Node(1, 0)))
    links = [Link(0, 1), Link(2, 3)]
    found = [
        way(grid, links[0], ((1, 1), (2, 1), (2, 3), (3, 3))),
        way(grid, links[1], ((3, 1), (2, 1), (2, 3), (1, 3))),
    ]
    assert order_tracks(found, links).conflicts == frozenset({(0, 1)})


def test_lines_that_share_a_corridor_but_not_the_one_before_are_a_conflict() -> None:
    """One arm of a split lies with a loop in the gutter and cannot lie on the other arm in the channel."""
    grid = Grid(2, 4, (Node(0, 0), Node(1, 0), Node(3, 0), Node(3, 1)))
    links = [Link(0, 0), Link(1, 2), Link(1, 0), Link(1, 3)]
    loop = way(grid, links[0], ((1, 1), (1, 2), (0, 2), (0, 1), (1, 1)))
    down = way(grid, links[1], ((1, 3), (0, 3), (0, 6), (1, 6), (1, 7)))
    up = way(grid, links[2], ((1, 3), (0, 3), (0, 1), (1, 1)))
    over = way(grid, links[3], ((1, 3), (0, 3), (0, 6), (3, 6), (3, 7)))
    found = order_tracks((loop, down, up, over), links)
    assert {bundle.members for bundle in found.gutters[0]} == {((1, 1),), ((0, 2), (2, 1), (3, 1))}
    assert found.conflicts == frozenset({(1, 3)})
    assert order_tracks((down, over), [links[1], links[3]]).conflicts == frozenset()
