"""What two parallel stretches cost together."""

import pytest

from sop_engine.layout.corridors import CROSSING, IMPOSSIBLE, cost_in_order, cost_on_one_line

LEFT, NODE, RIGHT = -1, 0, 1


@pytest.mark.parametrize(
    ("first", "second", "cost"),
    [
        pytest.param((0, 4, RIGHT, LEFT), (5, 9, LEFT, RIGHT), 0, id="they do not run beside each other"),
        pytest.param((2, 6, LEFT, LEFT), (0, 8, RIGHT, RIGHT), 0, id="both turn away"),
        pytest.param((2, 6, RIGHT, LEFT), (0, 8, RIGHT, RIGHT), CROSSING, id="one corner turns across"),
        pytest.param((2, 6, RIGHT, RIGHT), (0, 8, NODE, NODE), 2 * CROSSING, id="two corners turn across"),
        pytest.param((0, 8, LEFT, LEFT), (2, 6, LEFT, LEFT), 2 * CROSSING, id="the second turns back across"),
        pytest.param((1, 5, RIGHT, LEFT), (1, 7, LEFT, RIGHT), IMPOSSIBLE, id="they meet in a cell's middle"),
        pytest.param((2, 5, RIGHT, LEFT), (2, 7, LEFT, RIGHT), CROSSING, id="they meet in a corridor"),
        pytest.param((5, 9, RIGHT, LEFT), (1, 5, RIGHT, LEFT), IMPOSSIBLE, id="end meets beginning"),
        pytest.param((1, 5, LEFT, LEFT), (1, 7, RIGHT, RIGHT), 0, id="the same corner, turning apart"),
    ],
)
def test_an_order_costs_its_crossings(
    first: tuple[int, int, int, int], second: tuple[int, int, int, int], cost: float
) -> None:
    """Corners that turn towards the other cross it; two that meet in a cell's middle cannot be drawn."""
    assert cost_in_order(first, second) == cost


@pytest.mark.parametrize(
    ("first", "second", "cost"),
    [
        pytest.param((1, 5, NODE, NODE), (5, 9, NODE, NODE), 0, id="a symbol stands between them"),
        pytest.param((1, 5, NODE, RIGHT), (5, 9, LEFT, NODE), IMPOSSIBLE, id="two corners touch"),
        pytest.param((1, 4, NODE, RIGHT), (4, 9, LEFT, NODE), 0, id="tracks keep them apart"),
        pytest.param(
            (5, 9, LEFT, NODE), (1, 5, NODE, RIGHT), IMPOSSIBLE, id="two corners touch, turned round"
        ),
        pytest.param((1, 6, NODE, RIGHT), (5, 9, LEFT, NODE), IMPOSSIBLE, id="they overlap"),
        pytest.param((1, 3, NODE, RIGHT), (5, 9, LEFT, NODE), 0, id="they are apart"),
    ],
)
def test_a_single_line_holds_one_stretch(
    first: tuple[int, int, int, int], second: tuple[int, int, int, int], cost: float
) -> None:
    """In the middle of a lane or level there is no room for two lines."""
    assert cost_on_one_line(first, second) == cost
