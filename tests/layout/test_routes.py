"""The ways of one connector."""

from sop_engine.layout.grid import Grid, Link, Node, Side
from sop_engine.layout.routes import MOST_BENDS, Leg, least_cost, routes


def cheapest(grid: Grid, link: Link) -> tuple[tuple[tuple[int, int], ...], Side, Side]:
    """The cheapest way of all."""
    found = [route for bends in range(MOST_BENDS + 1) for route in routes(grid, link, bends)]
    best = min(found, key=lambda route: route.cost)
    return best.points, best.exit, best.entry


def test_the_next_step_of_a_lane_lies_straight_below() -> None:
    """From the bottom of the one to the top of the other, also past an empty cell."""
    grid = Grid(2, 3, (Node(0, 1), Node(2, 1)))
    assert cheapest(grid, Link(0, 1)) == (((3, 1), (3, 5)), Side.BOTTOM, Side.TOP)


def test_the_next_step_of_another_lane_is_entered_from_above_with_one_bend() -> None:
    """Across first, then down: the flow reads downwards."""
    grid = Grid(3, 2, (Node(0, 0), Node(1, 2)))
    assert cheapest(grid, Link(0, 1)) == (((1, 1), (5, 1), (5, 3)), Side.RIGHT, Side.TOP)


def test_a_step_of_the_same_row_is_entered_from_the_side() -> None:
    """Straight across."""
    grid = Grid(3, 1, (Node(0, 2), Node(0, 0)))
    assert cheapest(grid, Link(0, 1)) == (((5, 1), (1, 1)), Side.LEFT, Side.RIGHT)


def test_a_loop_runs_back_beside_its_lane_and_enters_from_the_side() -> None:
    """Two bends in a gutter."""
    grid = Grid(1, 3, (Node(0, 0), Node(1, 0), Node(2, 0)))
    assert cheapest(grid, Link(2, 0)) == (((1, 5), (0, 5), (0, 1), (1, 1)), Side.LEFT, Side.LEFT)


def test_a_symbol_in_the_way_is_passed() -> None:
    """No route leads through an occupied cell."""
    grid = Grid(1, 3, (Node(0, 0), Node(1, 0), Node(2, 0)))
    for bends in range(MOST_BENDS + 1):
        for route in routes(grid, Link(0, 2), bends):
            assert not any(leg.upright and leg.line == 1 and leg.low < 3 < leg.high for leg in route.legs)


def test_no_route_is_cheaper_than_its_bound() -> None:
    """The search stops by that bound, so it must hold for every route."""
    grid = Grid(4, 5, (Node(0, 0), Node(3, 2), Node(2, 1, also=(3,)), Node(3, 0)))
    for source in range(4):
        for target in range(4):
            for bends in range(MOST_BENDS + 1):
                link = Link(source, target)
                bound = least_cost(grid, link, bends)
                assert all(route.cost >= bound for route in routes(grid, link, bends))


def test_a_step_may_lead_to_itself() -> None:
    """A loop of one step leaves by one side and enters by another."""
    grid = Grid(1, 1, (Node(0, 0),))
    points, leaving, entering = cheapest(grid, Link(0, 0))
    assert len(points) == 5
    assert leaving is not entering


def test_a_hint_outweighs_everything_else() -> None:
    """What the author asks for is done, at the price of bends."""
    grid = Grid(2, 2, (Node(0, 0), Node(1, 1)))
    _, leaving, entering = cheapest(grid, Link(0, 1, keluar=Side.LEFT, masuk=Side.RIGHT))
    assert (leaving, entering) == (Side.LEFT, Side.RIGHT)


def test_legs_know_how_they_go_on() -> None:
    """Each stretch says which way the route turns at both of its ends."""
    grid = Grid(2, 2, (Node(0, 0), Node(1, 1)))
    route = routes(grid, Link(0, 1), 1)[0]
    assert route.legs == (Leg(False, 1, 1, 3, (1, 3, 0, 1)), Leg(True, 3, 1, 3, (1, 3, -1, 0)))
