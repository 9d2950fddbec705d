"""Choosing routes for all connectors of a page."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sop_engine.layout.grid import Grid, Link, Node, Side
from sop_engine.layout.routing import choose_routes, may_share


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


def test_what_splits_or_merges_may_share_a_line() -> None:
    """Two flows from one side, or into one; else each has a line of its own."""
    nodes = (Node(0, 1), Node(1, 0), Node(1, 2), Node(2, 1))
    links = [Link(0, 1), Link(0, 2), Link(1, 3), Link(2, 3)]
    routes = choose_routes(Grid(3, 3, nodes), links)
    assert may_share(routes[2], routes[3], links[2], links[3]) == (routes[2].entry is routes[3].entry)
    assert not may_share(routes[0], routes[3], links[0], links[3])
