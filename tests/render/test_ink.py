"""What writers draw alike: frames around what is inferred."""

import pytest

from sop_engine.layout.drawing import Align, Box, Cell, Page
from sop_engine.layout.measure import wrap
from sop_engine.render.ink import inferred_frames

BOX = Box(100.0, 50.0, 200.0, 40.0)


def frame(**rest: object) -> Box:
    """The frame of one inferred cell."""
    lines = wrap("Kepala\nDinas", 10.0, 500.0)
    cell = Cell(BOX, 0, 0, 1, 1, "Kepala\nDinas", lines, 10.0, leading=12.0, pad=6.0, inferred=True)
    changed = {name: getattr(cell, name) for name in Cell.__slots__} | rest
    page = Page(1, 500.0, 200.0, (Cell(**changed), Cell(**{**changed, "inferred": False})))
    (found,) = inferred_frames(page)
    return found[1]


def test_a_frame_stands_within_the_borders() -> None:
    """A little off them."""
    assert frame() == Box(101.5, 51.5, 197.0, 37.0)


@pytest.mark.parametrize(
    ("align", "middle", "x", "y"),
    [
        (Align.LEFT, True, 103.0, 58.0),
        (Align.LEFT, False, 103.0, 56.0),
        (Align.CENTRE, True, 181.43, 58.0),
        (Align.RIGHT, True, 259.86, 58.0),
    ],
)
def test_without_borders_it_stands_around_the_words(align: Align, middle: bool, x: float, y: float) -> None:
    """As tall as their lines, so that it never runs through letters."""
    assert frame(ruled=False, align=align, middle=middle) == Box(x, y, 37.14, 24.0)


def test_without_borders_and_words_it_is_the_place() -> None:
    """There is nothing else to show."""
    assert frame(ruled=False, text="", lines=()) == BOX
