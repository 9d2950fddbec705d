"""Choosing routes for all connectors of a page."""

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from sop_engine.layout.board import may_share
from sop_engine.layout.grid import Grid, Link, Node, Side
from sop_engine.layout.routes import Route, routes
from sop_engine.layout.routing import choose_routes

_JOINT = ((Side.TOP, Side.BOTTOM, Side.LEFT),) * 2


def chain(lanes: list[int]) -> tuple[Grid, list[Link]]:
    """Steps in order, one a level."""
    nodes = tuple(Node(level, lane) for level, lane in enumerate(lanes))
    return Grid(5, len(lanes), nodes), [Link(at, at + 1) for at in range(len(lanes) - 1)]


@given(st.lists(st.integers(0, 4), min_size=2, max_size=12))
def test_steps_in_order_take_at_most_one_bend_each(lanes: list[int]) -> None:
    """Whatever the lanes, a chain is drawn straight down or with one bend, entered from above."""
    grid, links = chain(lanes)
    routes = choose_routes(grid, links)
    assert [len(route.points) - 2 for route in routes] == [
        int(first != second) for first, second in pairwise(lanes)
    ]
    assert {route.entry for route in routes} == {Side.TOP}


def test_branches_leave_by_different_sides_and_flows_do_not_meet_what_enters() -> None:
    """A decision with three branches and one arrow that enters it uses all four sides."""
    nodes = (Node(0, 1), Node(1, 1), Node(2, 0), Node(2, 1), Node(2, 2))
    links = [Link(0, 1), Link(1, 2, 0), Link(1, 3, 1), Link(1, 4, 2)]
    routes = choose_routes(Grid(3, 3, nodes), links)
    assert [route.exit for route in routes[1:]] == [Side.LEFT, Side.BOTTOM, Side.RIGHT]
    assert routes[0].entry is Side.TOP


def test_the_main_line_gives_way_where_a_loop_gains_more() -> None:
    """The loop back to a step enters it from the side, and the step's own flow leaves from below instead."""
    nodes = (Node(0, 3), Node(1, 2), Node(2, 1), Node(3, 0), Node(4, 4))
    links = [Link(0, 1), Link(1, 2), Link(2, 3), Link(3, 4, 0), Link(3, 1, 1)]
    routes = choose_routes(Grid(5, 5, nodes), links)
    assert (routes[4].entry, routes[1].exit, routes[1].entry) == (Side.LEFT, Side.BOTTOM, Side.RIGHT)


def test_a_draft_is_a_start_for_the_search() -> None:
    """What the search makes of a draft is what it makes of nothing."""
    nodes = tuple(Node(level, level % 3) for level in range(6))
    links = [*(Link(at, at + 1) for at in range(5)), Link(4, 1), Link(5, 2)]
    grid = Grid(3, 6, nodes)
    draft = choose_routes(grid, links, draft=True)
    found = choose_routes(grid, links, start=draft)
    assert [route.points for route in found] == [route.points for route in choose_routes(grid, links)]


def way(grid: Grid, link: Link, *points: tuple[int, int]) -> Route:
    """The route with these points."""
    return next(route for route in routes(grid, link, len(points) - 2) if route.points == points)


def test_what_splits_may_share_lines_until_it_parts() -> None:
    """Two flows from one side lie on each other up to the corner where one turns off, and never again."""
    nodes = (Node(0, 1), Node(3, 0), Node(3, 2))
    grid = Grid(3, 4, nodes)
    left, right = Link(0, 1), Link(0, 2)
    one = way(grid, left, (3, 1), (3, 2), (0, 2), (0, 6), (1, 6), (1, 7))
    two = way(grid, right, (3, 1), (3, 2), (4, 2), (4, 6), (5, 6), (5, 7))
    shared = [
        [may_share(one, at, two, beside, left, right) for beside in range(len(two.legs))]
        for at in range(len(one.legs))
    ]
    assert shared == [[at == beside and at < 2 for beside in range(5)] for at in range(5)]


def test_what_merges_may_share_lines_from_where_it_meets() -> None:
    """Two flows into one side lie on each other from the end back to where they come together."""
    grid = Grid(1, 3, tuple(Node(level, 0) for level in range(3)))
    near, far = Link(1, 0), Link(2, 0)
    one = way(grid, near, (1, 3), (0, 3), (0, 1), (1, 1))
    two = way(grid, far, (1, 5), (0, 5), (0, 1), (1, 1))
    shared = [[may_share(one, at, two, beside, near, far) for beside in range(3)] for at in range(3)]
    assert shared == [[False, False, False], [False, True, False], [False, False, True]]


def test_a_loop_around_one_symbol_leaves_and_enters_by_different_sides() -> None:
    """Else it would lie on itself."""
    nodes = (Node(0, 0), Node(1, 0), Node(2, 0))
    links = [Link(0, 1), Link(1, 2, 0), Link(1, 1, 1), Link(1, 1, 2)]
    found = choose_routes(Grid(1, 3, nodes), links)
    assert all(route.exit is not route.entry for route in found[2:])


def test_branches_that_must_share_a_side_part_as_soon_as_they_can() -> None:
    """A joint decision that is entered from above has two sides for its three branches."""
    nodes = (Node(0, 1), Node(1, 1, (2,), *_JOINT), Node(2, 0), Node(2, 1), Node(2, 2))
    links = [Link(0, 1), Link(1, 2, 0), Link(1, 3, 1), Link(1, 4, 2)]
    found = choose_routes(Grid(3, 3, nodes), links)
    together = [pair for pair in combinations(found[1:], 2) if pair[0].exit is pair[1].exit]
    assert [one.points[:3] == other.points[:3] for one, other in together] == [False]


def test_arrows_that_take_the_sides_of_branches_come_in_by_one() -> None:
    """Four arrows enter a decision of three branches, and each branch has a side of its own."""
    nodes = (Node(0, 0), Node(1, 0), Node(2, 0))
    links = [Link(0, 1), Link(1, 1, 0), Link(1, 2, 1), Link(1, 2, 2)]
    links += [Link(2, 1, 0), Link(2, 2, 1), Link(2, 1, 2)]
    found = choose_routes(Grid(1, 3, nodes), links)
    for node in (1, 2):
        leaving = [route.exit for link, route in zip(links, found, strict=True) if link.source == node]
        entering = {route.entry for link, route in zip(links, found, strict=True) if link.target == node}
        assert (len(set(leaving)), len(entering), entering & set(leaving)) == (3, 1, set())


def test_an_off_page_connector_is_entered_from_the_rows() -> None:
    """What goes back to a page before goes straight up to its pentagon."""
    above = Node(0, 1, (), (Side.BOTTOM, Side.LEFT, Side.RIGHT), ())
    found = choose_routes(Grid(2, 2, (above, Node(1, 0))), [Link(1, 0)])
    assert [(route.entry, len(route.points)) for route in found] == [(Side.BOTTOM, 3)]


SIDES = st.sampled_from([None, *Side])


@given(
    st.lists(st.integers(0, 3), min_size=2, max_size=7),
    st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6), SIDES, SIDES), max_size=6),
)
def test_no_line_runs_through_a_symbol(
    lanes: list[int], more: list[tuple[int, int, Side | None, Side | None]]
) -> None:
    """Whatever is joined and wished for, each line runs from its source to its target past all others."""
    count = len(lanes)
    grid = Grid(4, count, tuple(Node(level, lane) for level, lane in enumerate(lanes)))
    links = [Link(at, at + 1) for at in range(count - 1)]
    links += [Link(one % count, two % count, None, out, into) for one, two, out, into in more]
    found = choose_routes(grid, links)
    assert [route.points for route in found] == [route.points for route in choose_routes(grid, links)]
    for link, route in zip(links, found, strict=True):
        assert route.points[0] == (2 * grid.nodes[link.source].lane + 1, 2 * link.source + 1)
        assert route.points[-1] == (2 * grid.nodes[link.target].lane + 1, 2 * link.target + 1)
        # No line runs through the middle of a cell in which a foreign symbol stands.
        for leg in route.legs:
            for node in grid.nodes:
                centre = (2 * node.lane + 1, 2 * node.level + 1)
                on, along = centre if leg.upright else centre[::-1]
                assert not (leg.line == on and leg.low < along < leg.high)
