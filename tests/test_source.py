"""Source texts and positions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_engine.source import Position, SourceFile


@pytest.mark.parametrize(
    ("text", "offset", "position"),
    [
        ("", 0, (1, 1)),
        ("ab\ncd", 0, (1, 1)),
        ("ab\ncd", 2, (1, 3)),
        ("ab\ncd", 3, (2, 1)),
        ("ab\r\ncd", 4, (2, 1)),
        ("ab\rcd", 3, (2, 1)),
        ("a😀b", 2, (1, 3)),
        ("ab\n", 3, (2, 1)),
        ("ab", 99, (1, 3)),
        ("ab", -1, (1, 1)),
    ],
)
def test_an_offset_is_a_line_and_a_column(text: str, offset: int, position: tuple[int, int]) -> None:
    """Both count from 1, columns in code points; any line end counts once; outside is held to the ends."""
    assert SourceFile("t", text).position(offset) == Position(*position)


@pytest.mark.parametrize(("number", "line"), [(1, "ab"), (2, "cd"), (3, ""), (0, ""), (4, ""), (-1, "")])
def test_a_line_comes_without_its_end(number: int, line: str) -> None:
    """Lines that are not there are empty."""
    assert SourceFile("t", "ab\r\ncd\n").line(number) == line


@given(st.text(alphabet="ab\r\n😀", max_size=30))
def test_positions_rise_and_lines_hold_their_characters(text: str) -> None:
    """Each character is found in its line at its column."""
    source = SourceFile("t", text)
    places = [source.position(offset) for offset in range(len(text) + 1)]
    assert places == sorted(places)
    for offset, character in enumerate(text):
        if character not in "\r\n":
            line, column = places[offset]
            assert source.line(line)[column - 1] == character
