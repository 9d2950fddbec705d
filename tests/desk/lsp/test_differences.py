"""The few lines in which two versions of a text differ."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sop_engine.desk.lsp.differences import differences
from sop_engine.edits import Edit, changed
from sop_engine.source import Span

LINES = st.lists(st.sampled_from(["a: 1", "b: 2", "  c", "", "😀"]), max_size=8)
ENDS = st.sampled_from(["\n", "\r\n", "\r"])


@st.composite
def texts(draw: st.DrawFn) -> str:
    """A text whose lines end in different ways, the last one mostly not at all."""
    return "".join(line + draw(ENDS) for line in draw(LINES)) + draw(st.sampled_from(["", "a: 1", "é"]))


@settings(deadline=None)
@given(texts(), texts())
def test_the_edits_make_the_one_into_the_other(old: str, new: str) -> None:
    """Whatever the two are; and no edit begins or ends inside a line end, where no editor can point."""
    edits = differences(old, new)
    assert changed(old, edits) == new
    places = [place for edit in edits for place in edit.span]
    assert [old[place - 1 : place + 1] for place in places if place].count("\r\n") == 0


@settings(deadline=None)
@given(texts())
def test_the_same_text_needs_none(text: str) -> None:
    """No edit at all."""
    assert differences(text, text) == ()


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("a: 1\nb: 2\nc: 3\n", "a: 1\nb: 22\nc: 3\n", [Edit(Span(9, 9), "2")]),
        ("a\r\nb\r\n", "a\r\nb\n", [Edit(Span(4, 6), "\n")]),
        ("a\nb\nc\n", "a\nc\n", [Edit(Span(2, 4), "")]),
        ("a\nc", "a\nb\nc", [Edit(Span(2, 2), "b\n")]),
        ("a", "a\n", [Edit(Span(1, 1), "\n")]),
        ("x\na\ny\nb\n", "X\na\nY\nb\n", [Edit(Span(0, 1), "X"), Edit(Span(4, 5), "Y")]),
        ("a\nb\n", "b\nb\n", [Edit(Span(0, 1), "b")]),
        ("a\r\n", "a\rb\r\n", [Edit(Span(1, 3), "\rb\r\n")]),
        ("a\nb\r\n", "a\nb\n", [Edit(Span(3, 5), "\n")]),
    ],
)
def test_only_what_differs_is_edited(old: str, new: str, expected: list[Edit]) -> None:
    """Line by line, and within a line from the first to the last character that differs."""
    assert differences(old, new) == tuple(expected)


def test_lines_of_a_long_table_are_not_all_compared() -> None:
    """A thousand rows whose lines are much alike, each with a change, and one line more: no work for minutes."""
    table = "".join(f"  - nomor: {row}\n    uraian: Menyusun\n    pelaksana: staf\n" for row in range(1000))
    new = "# tabel\n" + table.replace("Menyusun", "Menyusun konsep")
    edits = differences(table, new)
    assert changed(table, edits) == new
    assert {edit.text for edit in edits} == {"# tabel\n", " konsep"}
