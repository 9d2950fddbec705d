"""Changes of a text, made together."""

import pytest

from sop_engine.edits import Edit, changed, overlap
from sop_engine.source import Span


def test_changes_are_made_in_any_order():
    """Every other character stays as it was."""
    edits = [Edit(Span(4, 5), "E"), Edit(Span(0, 0), "<"), Edit(Span(1, 3), ""), Edit(Span(6, 6), ">")]
    assert changed("abcdef", edits) == "<adEf>"


def test_insertions_at_one_place_keep_their_order():
    """They come before what stands there, also where that gives way to something else."""
    edits = [Edit(Span(1, 2), "B"), Edit(Span(1, 1), "1"), Edit(Span(1, 1), "2")]
    assert changed("abc", edits) == "a12Bc"


def test_no_change_is_the_same_text():
    """Nothing else than what was asked."""
    assert changed("abc", ()) == "abc"


@pytest.mark.parametrize("other", [Span(1, 2), Span(0, 3), Span(2, 2)])
def test_two_changes_do_not_overlap(other: Span):
    """Nobody could tell which is meant."""
    edits = [Edit(Span(1, 3), "x"), Edit(other, "y")]
    assert overlap(edits)
    with pytest.raises(ValueError, match="two changes overlap"):
        changed("abcd", edits)


def test_changes_that_only_touch_do_not_overlap():
    """Insertions at one place are told apart by their order."""
    edits = [Edit(Span(3, 3), "x"), Edit(Span(1, 3), "y"), Edit(Span(1, 1), "z"), Edit(Span(3, 4), "")]
    assert not overlap(edits)
    assert changed("abcd", edits) == "azyx"
