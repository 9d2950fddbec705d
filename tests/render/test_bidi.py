"""Right to left: the order of characters on a line, after the examples of UAX 9."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_engine.render.bidi import mirrored, turns, visual_order

HEBREW = {letter: chr(0x5D0 + at) for at, letter in enumerate("ABCDEFGHIJKLMNOPQRSTUVW")}
"""Capitals stand for letters that are written from right to left, as they do in the standard."""


def shown(text: str) -> str:
    """The characters of a line from left to right."""
    written = "".join(HEBREW.get(letter, letter) for letter in text)
    back = {letter: capital for capital, letter in HEBREW.items()}
    drawn = (mirrored(written[at]) if turned else written[at] for at, turned in visual_order(written))
    return "".join(back.get(letter, letter) for letter in drawn)


@pytest.mark.parametrize(
    ("written", "drawn"),
    [
        ("abc def", "abc def"),
        ("abc DEF ghi", "abc FED ghi"),
        ("abc DEF GHI jkl", "abc IHG FED jkl"),
        ("abc DEF 123 GHI jkl", "abc IHG 123 FED jkl"),
        ("abc (DEF GHI) jkl", "abc (IHG FED) jkl"),
        ("DEF (GHI) JKL", "LKJ (IHG) FED"),
        ("DEF 1-2, 3.", "3 ,1-2 FED."),
        ("ABC 12% DEF", "FED 12% CBA"),
        ("ABC 1.234,5 DEF", "FED 1.234,5 CBA"),
        ("a ABC  ", "a CBA  "),
        ('he said "CAR MEANS CAR." she', 'he said "RAC SNAEM RAC." she'),
        ("a AB (C) b", "a (C) BA b"),
        ("a AB (c) b", "a BA (c) b"),
        ("a AB (C d) b", "a BA (C d) b"),
        ("a (B) [C {D] e", "a (B) [D} C] e"),
        ("AB) (c", "BA) (c"),
        ("", ""),
    ],
)
def test_a_line_stands_as_the_standard_has_it(written: str, drawn: str) -> None:
    """Words, numbers, brackets and blanks."""
    assert shown(written) == drawn


def test_marks_stay_behind_their_letter() -> None:
    """A vowel point is drawn over what is before it, also where the line runs the other way."""
    assert [at for at, _ in visual_order("a\u05d0\u05b0\u05d1 b")] == [0, 3, 1, 2, 4, 5]


def test_arabic_numbers_run_from_left_to_right() -> None:
    """Digits behind Arabic letters form one number."""
    assert [at for at, _ in visual_order("\u0645\u0631 12")] == [3, 4, 2, 1, 0]


def test_most_text_never_turns() -> None:
    """The question is asked of every line, so that the answer is known without work."""
    assert [turns(text) for text in ("abc 12", "é – ½", "a\u05d0", "\u0645")] == [False, False, True, True]


@given(st.text(st.sampled_from("ab 1.-%(\u05d0\u05d1\u0645\u0661\u05b0\u0301)")))
def test_every_character_stands_once(text: str) -> None:
    """Whatever is on the line."""
    assert sorted(at for at, _ in visual_order(text)) == list(range(len(text)))
