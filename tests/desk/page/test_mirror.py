"""The mirror of the browser's text: both sides change it at once, and both agree at last."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_engine.desk.page.mirror import Mirror

TEXTS = st.text(st.sampled_from("ab😀\n"), max_size=8)


def told(number: int, *changes: int | list[Any], version: int = 0) -> dict[str, Any]:
    """A change as the editor tells it."""
    return {"version": version, "number": number, "changes": list(changes)}


def units(text: str) -> int:
    """How long a text is for a browser."""
    return len(text.encode("utf-16-le")) // 2


def test_changes_are_counted_in_units_of_the_browser() -> None:
    """An emoji is two; several lines come as a list; what goes leaves nothing."""
    mirror = Mirror("a😀b\nc")
    assert mirror.take(told(1, 3, [1, "x", "y"], 2))
    assert mirror.text == "a😀x\ny\nc"
    assert mirror.take(told(2, [1], 7))
    assert (mirror.text, mirror.taken) == ("😀x\ny\nc", 2)


def test_halves_of_a_character_become_one() -> None:
    """They may be told one after the other."""
    mirror = Mirror("a")
    assert mirror.take(told(1, 1, [0, "\ud83d"]))
    assert mirror.take(told(2, 2, [0, "\ude00"]))
    assert mirror.text == "a😀"


@pytest.mark.parametrize("change", [told(2, 1), told(1, 2), told(1, [0, "x"]), told(0, 1)])
def test_what_does_not_fit_asks_for_the_whole(change: dict[str, Any]) -> None:
    """A change was lost, or belongs to another text; nothing is made of it, and the whole text sets it right."""
    mirror = Mirror("a")
    assert not mirror.take(change)
    assert (mirror.text, mirror.taken, mirror.behind) == ("a", 0, True)
    mirror.take_whole({"version": 0, "number": 7, "text": "abc"})
    assert (mirror.text, mirror.taken, mirror.behind) == ("abc", 7, False)
    assert mirror.take(told(8, 3, [0, "d"]))


def test_what_was_typed_on_an_older_text_waits_for_the_whole() -> None:
    """It would stand at the wrong place; the editor carries it over and tells all."""
    mirror = Mirror("ab\n")
    given = mirror.give("xx ab\n")
    assert given == {"version": 1, "taken": 0, "length": 3, "from": 0, "to": 0, "insert": "xx "}
    assert not mirror.behind
    assert mirror.take(told(1, 3, [0, "typed"]))
    assert mirror.behind
    mirror.take_whole({"version": 0, "number": 2, "text": "ab\ntyped"})
    assert (mirror.text, mirror.taken, mirror.behind) == ("xx ab\n", 0, True)
    assert not mirror.is_current({"version": 0, "number": 1})
    mirror.take_whole({"version": 1, "number": 3, "text": "xx ab\ntyped"})
    assert mirror.text == "xx ab\ntyped"
    assert mirror.is_current({"version": 1, "number": 3})


def test_the_same_text_is_not_given() -> None:
    """Nothing is sent, and the version stays."""
    mirror = Mirror("a")
    assert mirror.give("a") is None
    assert mirror.version == 0


@given(TEXTS, TEXTS)
def test_what_is_given_leads_to_the_text(old: str, new: str) -> None:
    """The change, made as an editor makes it, gives the new text; in units."""
    mirror = Mirror(old)
    change = mirror.give(new)
    assert mirror.text == new
    if change is not None:
        assert change["length"] == units(old)
        rest = change["length"] - change["to"]
        kept: list[int | list[Any]] = [
            change["from"],
            [change["to"] - change["from"], *change["insert"].split("\n")],
            rest,
        ]
        other = Mirror(old)
        assert other.take(told(1, *kept))
        assert other.text == new
