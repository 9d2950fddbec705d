"""Slips of the pen."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sop_engine.rules.misspelling import is_slip, neighbours

MANY = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("laporan", "laporna", True),
        ("kinerja", "kinrja", True),
        ("kinerja", "kinnerja", True),
        ("kebijakan", "kebijkan", True),
        ("kinerja", "kinerja", False),
        ("pengadaan", "pengaduan", False),
        ("penerbitan", "penertiban", False),
        ("usulan", "susulan", False),
        ("penerima", "penerimaan", False),
        ("triwulan", "tahunan", False),
        ("surat", "suart", False),
    ],
)
def test_slips(one: str, other: str, same: bool) -> None:
    """Only a letter too many or two swapped ones inside a long word are a slip, in both directions."""
    assert (is_slip(one, other), is_slip(other, one)) == (same, same)


@MANY
@given(st.lists(st.text(alphabet="abc", min_size=5, max_size=8), max_size=12, unique=True))
def test_neighbours_are_all_pairs_that_are_slips(words: list[str]) -> None:
    """Looking on shelves finds what comparing all with all finds, unless very many words are alike."""
    expected = {one: tuple(sorted(other for other in words if is_slip(one, other))) for one in words}
    found = neighbours(words)
    assert all(set(near) <= set(expected[word]) for word, near in found.items())
    if len(words) <= 8:
        assert found == {word: near for word, near in expected.items() if near}


def test_many_words_that_are_alike_are_not_all_compared() -> None:
    """Ten thousand codes that differ in their last letters cost no more than ten thousand words."""
    words = [f"kode{chr(97 + at % 26)}{chr(97 + at // 26 % 26)}{chr(97 + at // 676)}" for at in range(10_000)]
    assert sum(map(len, neighbours(words, lambda *_: True).values())) < 200_000
