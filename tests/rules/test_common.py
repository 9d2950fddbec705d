"""Words and likeness that rules share."""

import pytest

from sop_engine.compiled import Compiled
from sop_engine.rules.common import Likeness, any_of, nearest, reached, roles_in, way
from sop_engine.source import SourceFile


def test_a_way_is_printed_step_by_step() -> None:
    """The middle of a very long one is left out, what moves a cursor is made visible."""
    assert way(["5", "6", "5"]) == "5 -> 6 -> 5"
    assert (
        way([*map(str, range(1, 101)), "1"])
        == "1 -> 2 -> 3 -> 4 -> 5 -> 6 -> 7 -> 8 -> ... -> 99 -> 100 -> 1"
    )
    assert way(["a\tb", "a\tb"]) == "a\\tb -> a\\tb"


def test_choices_are_listed() -> None:
    """One, two, several, and of very many the first eight."""
    assert any_of(["4a"]) == ("'4a'", "'4a'")
    assert any_of(["4a", "4b"]) == ("'4a' atau '4b'", "'4a' or '4b'")
    assert any_of(["4a", "4b", "4c"]).en == "'4a', '4b' or '4c'"
    assert any_of(list(map(str, range(9)))).en == "'0', '1', '2', '3', '4', '5', '6', '7' ..."


@pytest.mark.parametrize(
    ("word", "names", "found"),
    [
        ("kasubag", ["staf", "kasubbag"], "kasubbag"),
        ("KABAG", ["kabag", "Kabag"], "kabag"),
        ("12", ["1", "2", "11"], None),
        ("3A", ["3", "3a"], "3a"),
        ("xy", ["xyz"], None),
        ("periksa", ["arsip"], None),
    ],
)
def test_the_nearest_name(word: str, names: list[str], found: str | None) -> None:
    """Misspellings and capitals are seen through; numbers and very short names are not guessed."""
    assert nearest(word, names) == found


def test_likeness_is_bounded() -> None:
    """Beyond so many words or names nothing is guessed but capitals."""
    likeness = Likeness(["periksa"])
    words = [f"{letter}eriksa" for letter in map(chr, range(0x100, 0x100 + 51))]
    assert [likeness.nearest(word) for word in words] == ["periksa"] * 50 + [None]
    assert likeness.nearest(words[0]) == "periksa"
    assert likeness.nearest("PERIKSA") == "periksa"
    assert (
        Likeness([f"langkah{letter}" for letter in map(chr, range(0x100, 0x100 + 501))]).nearest("langkah")
        is None
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("staf, kabag", ("staf", "kabag")),
        ("staf,kabag", ("staf", "kabag")),
        ("kabag/staf", ("kabag", "staf")),
        ("kabag & staf", ("kabag", "staf")),
        ("staf, kabag, dan kepala", ("staf", "kabag", "kepala")),
        ("staf dan kabag", ("staf", "kabag")),
        ("staf, staf", ("staf",)),
        ("[staf, kabag]", ("staf", "kabag")),
        ("staf, arsiparis", ()),
        ("stafdankabag", ()),
        ("staf", ()),
        ("k dan d", ()),
        ("", ()),
    ],
)
def test_roles_in_one_text(text: str, found: tuple[str, ...]) -> None:
    """Declared roles and nothing else, in their order; a declared role is not taken apart."""
    assert roles_in(text, {"staf", "kabag", "kepala", "k dan d"}) == found


def test_a_rule_needs_what_it_checks() -> None:
    """Without models a rule must not be asked."""
    with pytest.raises(ValueError, match="document, models and graph"):
        reached(Compiled(SourceFile("sop.yaml", "")))
