"""Rows as parts that fit a page."""

from hypothesis import given
from hypothesis import strategies as st

from sop_engine.layout.cutting import continues, cut_rows, text_height
from sop_engine.layout.page import Part
from sop_engine.layout.style import Style
from sop_engine.layout.symbols import Plan
from sop_engine.layout.table import TableRow

STYLE = Style()
HEIGHT = 450.0
# Above and below a part there may be a band of pentagons.
ROOM = HEIGHT - 2 * (STYLE.pentagon + 2 * STYLE.half_row)


def parts(*counts: int, tail: float = 0.0) -> list[Part]:
    """The parts of rows with so many lines and one level each."""
    plan = Plan((), (), (1,) * len(counts), ((),) * len(counts), ())
    rows = [TableRow({}, {}, count, shares=False, inferred=frozenset()) for count in counts]
    return cut_rows(plan, rows, STYLE, HEIGHT, tail)


def test_rows_that_fit_a_page_are_whole() -> None:
    """One part a row."""
    assert parts(3, 0, 36) == [Part(0, (0, 3), (0, 1)), Part(1, (0, 0), (0, 1)), Part(2, (0, 36), (0, 1))]


def test_no_part_has_very_few_lines() -> None:
    """The one before it gives some up."""
    assert [part.lines for part in parts(37)] == [(0, 34), (34, 37)]


def test_what_closes_the_table_finds_room_behind_the_last_part() -> None:
    """The second half of what does not fit above it goes on to a further page."""
    found = [part.lines for part in parts(70, tail=60.0)]
    assert found == [(0, 36), (36, 67), (67, 70)]
    assert [part.lines for part in parts(70)] == [(0, 36), (36, 70)]


@given(st.lists(st.integers(0, 400), min_size=1, max_size=4), st.floats(0.0, 120.0))
def test_every_line_stands_once_and_every_part_fits(counts: list[int], tail: float) -> None:
    """Whatever the rows and whatever closes the table."""
    found = parts(*counts, tail=tail)
    for row, count in enumerate(counts):
        mine = [part for part in found if part.row == row]
        assert [continues(part) for part in mine] == [False, *[True] * (len(mine) - 1)]
        assert [line for part in mine for line in range(*part.lines)] == list(range(count))
        assert all(text_height(part, STYLE) <= ROOM for part in mine)
        assert len(mine) == 1 or min(part.lines[1] - part.lines[0] for part in mine) >= 3
    last = [part for part in found if part.row == len(counts) - 1]
    if len(last) > 1:
        assert text_height(last[-1], STYLE) + tail <= ROOM
