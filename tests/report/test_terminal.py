"""Widths of text in a terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_engine.report.terminal import cells, head, padded, tail, wrapped


@pytest.mark.parametrize(
    ("text", "width"),
    [("", 0), ("abc", 3), ("表", 2), ("e\u0301", 1), ("\u200d", 0), ("😀", 2), ("é", 1)],
)
def test_cells(text: str, width: int) -> None:
    """Wide characters take two cells, combining and joining ones none."""
    assert cells(text) == width


def test_cutting_never_splits_a_wide_character() -> None:
    """Half of one is none of it."""
    assert (head("a表b", 2), head("a表b", 3), head("abc", 0), head("abc", -1)) == ("a", "a表", "", "")
    assert (tail("a表b", 2), tail("a表b", 3), tail("abc", 0), tail("abc", -1)) == ("b", "表b", "", "")


def test_padding_stands_on_the_side_that_is_asked() -> None:
    """A text that is too long stays whole."""
    assert (padded("表", 4), padded("7", 3, right=True), padded("long", 2)) == ("表  ", "  7", "long")


def test_wrapping_breaks_at_blanks_and_after_slashes() -> None:
    """A long word is cut behind a slash or hyphen where it has one."""
    assert wrapped("satu dua tiga", 8) == ["satu dua", "tiga"]
    assert wrapped("Kasubbag/Kasubbid/JFP di Bidang", 20) == ["Kasubbag/Kasubbid/", "JFP di Bidang"]
    assert wrapped("abcdefgh", 3) == ["abc", "def", "gh"]
    assert wrapped(" \n ", 5) == [""]


@given(st.text(max_size=80), st.integers(2, 30))
def test_wrapped_lines_fit_and_lose_nothing(text: str, room: int) -> None:
    """All characters but blanks are there, in order, and no line is wider than its room."""
    lines = wrapped(text, room)
    assert "".join("".join(line.split()) for line in lines) == "".join(text.split())
    assert all(cells(line) <= room for line in lines)
