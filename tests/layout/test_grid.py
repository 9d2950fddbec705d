"""The grid of symbols."""

from sop_engine.layout.grid import Grid, Node, Side


def test_a_line_reaches_up_to_the_next_symbol() -> None:
    """From each side the corridors are listed nearest first, the one before another symbol included."""
    grid = Grid(4, 4, (Node(1, 1), Node(1, 3), Node(3, 1)))
    assert {side: grid.reach(0, side) for side in Side} == {
        Side.TOP: (1, 0),
        Side.RIGHT: (2, 3),
        Side.BOTTOM: (2, 3),
        Side.LEFT: (1, 0),
    }


def test_what_lies_between_two_symbols_is_seen() -> None:
    """Ends do not count, everything between them does, in either direction."""
    grid = Grid(3, 5, (Node(0, 1), Node(2, 1), Node(4, 1), Node(2, 0)))
    assert (grid.clear_down(1, 0, 2), grid.clear_down(1, 0, 4), grid.clear_down(1, 4, 0)) == (
        True,
        False,
        False,
    )
    assert (grid.clear_across(2, 0, 1), grid.clear_across(2, 0, 2), grid.clear_across(2, 2, 1)) == (
        True,
        False,
        True,
    )


def test_the_line_of_a_joint_step_is_in_the_way_along_its_level_only() -> None:
    """A joint step over lanes 0 and 2 holds the cell between them for lines across, not for lines down."""
    grid = Grid(3, 3, (Node(1, 0, also=(2,)),))
    assert (grid.occupied(1, 1), grid.clear_down(1, 0, 2)) == (True, True)
    assert grid.joints == (0, 0, 2, 2, 2, 0, 0)
