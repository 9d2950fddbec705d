"""Where lines of text stand."""

from sop_engine.layout.drawing import Align, Box, Cell, Label, Shape, Symbol
from sop_engine.layout.measure import wrap
from sop_engine.layout.setting import Anchor, set_cell, set_label, set_symbol

LINES = wrap("satu\ndua", 10.0, 200.0)
BOX = Box(100, 50, 80, 40)


def places(cell: Cell) -> list[tuple[str, float, float, Anchor]]:
    """Text, anchor's place and kind of each line."""
    return [(line.line.text, line.x, line.y, line.anchor) for line in set_cell(cell)]


def cell(**changes: object) -> Cell:
    """A cell of two lines, 12 points apart."""
    return Cell(BOX, 0, 0, 1, 1, "satu\ndua", LINES, 10.0, leading=12.0, pad=4.0, **changes)  # type: ignore[arg-type]


def test_lines_stand_in_the_middle_of_their_cell() -> None:
    """Two lines around its centre at 70, each with its capitals around the middle of its own."""
    assert places(cell()) == [("satu", 104.0, 67.47, Anchor.START), ("dua", 104.0, 79.47, Anchor.START)]


def test_lines_stand_at_the_top_where_a_row_goes_on() -> None:
    """Padded as at the sides."""
    assert [y for _, _, y, _ in places(cell(middle=False))] == [63.47, 75.47]


def test_alignment_decides_the_anchor() -> None:
    """Left, centre, right."""
    found = [places(cell(align=align))[0] for align in (Align.LEFT, Align.CENTRE, Align.RIGHT)]
    assert [(x, anchor) for _, x, _, anchor in found] == [
        (104.0, Anchor.START),
        (140.0, Anchor.MIDDLE),
        (176.0, Anchor.END),
    ]


def test_turned_lines_run_upwards() -> None:
    """Baselines from left to right, each line around the middle of the cell's height."""
    assert places(cell(turned=True)) == [
        ("satu", 137.47, 70.0, Anchor.MIDDLE),
        ("dua", 149.47, 70.0, Anchor.MIDDLE),
    ]


def test_words_stand_in_the_middle_of_their_symbol() -> None:
    """Across and down."""
    found = set_symbol(Symbol("1", Shape.PROCESS, BOX, "1", "a", LINES[:1], 10.0, 11.5))
    assert [(line.x, line.y, line.anchor) for line in found] == [(140.0, 73.47, Anchor.MIDDLE)]


def test_lines_of_a_label_begin_at_one_place() -> None:
    """The first baseline is the label's own."""
    found = set_label(Label("satu dua", LINES, (10.0, 20.0), 10.0, 12.0, BOX, "1", "2"))
    assert [(line.x, line.y, line.anchor) for line in found] == [
        (10.0, 20.0, Anchor.START),
        (10.0, 32.0, Anchor.START),
    ]
