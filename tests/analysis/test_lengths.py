"""Lengths whose units may not compare, and what the least and the greatest of several can be."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_engine.analysis.lengths import (
    MOST,
    NOTHING,
    Candidates,
    Goal,
    amount_of,
    greatest,
    in_turn,
    least,
    length_of,
    lengths_of,
    longest,
    plus,
    surely_longer,
    times,
)
from sop_engine.model import satuan
from sop_engine.model.satuan import Amount, Unit
from sop_engine.model.waktu import parse_waktu

amounts = st.dictionaries(
    st.sampled_from(list(Unit)), st.fractions(0, 60, max_denominator=8), max_size=3
).map(Amount.of)


def amount(text: str) -> Amount:
    """A single time."""
    return parse_waktu(text).high


def alternatives(*texts: str) -> Candidates[str]:
    """Times, each standing for its own text."""
    return Candidates(tuple((length_of(amount(text)), text) for text in texts))


def items(found: Candidates[str]) -> list[str]:
    """What is left."""
    return [item for _, item in found.found]


@given(amounts, amounts, st.integers(0, 5))
def test_lengths_add_as_amounts_do(one: Amount, other: Amount, count: int) -> None:
    """Sums and multiples carry to the same amounts."""
    assert amount_of(plus(length_of(one), length_of(other))) == (one + other).carried()
    assert amount_of(times(length_of(one), count)) == Amount.sum([one] * count).carried()
    assert plus(length_of(one), NOTHING) == length_of(one)


@given(amounts, amounts)
def test_what_is_surely_longer_is_so_for_amounts_too(one: Amount, other: Amount) -> None:
    """Days of three kinds are told apart here, so no more is sure than for amounts; and nothing is both."""
    if surely_longer(length_of(one), length_of(other)):
        assert satuan.surely_longer(one, other)
        assert not surely_longer(length_of(other), length_of(one))


@pytest.mark.parametrize(
    ("one", "other", "longer"),
    [
        ("3 bulan", "40 hari kerja", True),
        ("2 bulan", "40 hari kerja", False),
        ("25 jam", "1 hari", True),
        ("24 jam", "1 hari", False),
        ("2 hari", "14 jam", False),
        ("5 hari", "14 jam", True),
        # Seven calendar days hold five working days at least.
        ("7 hari kalender", "5 hari kerja", False),
        ("8 hari kalender", "5 hari kerja", True),
        ("6 hari kerja", "7 hari kalender", False),
        ("5 hari", "4 hari kerja", False),
        ("5 hari", "3 hari kerja", True),
        ("1 tahun", "11 bulan", True),
        ("1 semester", "6 bulan", False),
    ],
)
def test_surely_longer(one: str, other: str, longer: bool) -> None:
    """However long a day, a week and a month may be."""
    assert surely_longer(length_of(amount(one)), length_of(amount(other))) is longer


def test_equal_times_have_one_length() -> None:
    """60 menit are 1 jam, and 12 bulan 1 tahun; whole numbers are ints."""
    assert length_of(amount("60 menit")) == length_of(amount("1 jam"))
    assert length_of(amount("12 bulan")) == length_of(amount("1 tahun"))
    assert {type(number) for number in length_of(amount("1,5 jam"))} == {int}
    assert length_of(Amount.of({Unit.HARI: Fraction(1, 3)}))[3] == Fraction(1, 3)


def test_the_ends_of_ranges() -> None:
    """The least way takes the short end, the greatest the long one."""
    rows = [parse_waktu("1-2 jam"), parse_waktu("3 jam")]
    assert [str(amount_of(one)) for one in lengths_of(rows, Goal.LEAST)] == ["1 jam", "3 jam"]
    assert [str(amount_of(one)) for one in lengths_of(rows, Goal.GREATEST)] == ["2 jam", "3 jam"]


def test_least_and_greatest() -> None:
    """What another is surely better than is left out; what does not compare stays, in its order."""
    sets = [alternatives("3 bulan"), alternatives("40 hari kerja", "2 bulan"), alternatives("1 tahun")]
    assert items(least(sets)) == ["40 hari kerja", "2 bulan"]
    assert items(greatest(sets)) == ["1 tahun"]
    assert items(least([alternatives("1 jam", "2 jam")])) == ["1 jam"]
    assert items(least([alternatives("1 jam"), alternatives("60 menit")])) == ["1 jam"]


def test_the_longest_of_arms_that_cannot_be_told() -> None:
    """Of 2 bulan and 40 hari kerja nobody knows which is the longest, so 50 hari kerja may be less than that or more.

    As an alternative 1 hari is less than either; 1 tahun is more than either.
    """
    arms = longest([alternatives("2 bulan"), alternatives("40 hari kerja"), alternatives("1 jam")])
    assert (items(arms), arms.mixed) == (["2 bulan", "40 hari kerja"], True)
    assert items(least([arms, alternatives("1 hari")])) == ["1 hari"]
    assert items(least([arms, alternatives("1 tahun")])) == ["2 bulan", "40 hari kerja"]
    assert items(least([arms, alternatives("45 hari kerja")])) == [
        "2 bulan",
        "40 hari kerja",
        "45 hari kerja",
    ]
    assert not longest([alternatives("1 jam"), alternatives("2 jam")]).mixed


def test_one_after_the_other() -> None:
    """Every candidate with every other; equal sums are one, and too many are told."""
    both = in_turn(
        alternatives("1 jam", "2 jam"), alternatives("3 jam", "2 jam"), lambda one, two: f"{one}+{two}"
    )
    assert items(both) == ["1 jam+3 jam", "1 jam+2 jam", "2 jam+3 jam"]
    assert not both.cut
    many = alternatives(*(f"{2**at} detik" for at in range(12)))
    cut = in_turn(many, many, lambda one, _: one)
    assert (len(cut.found), cut.cut) == (MOST, True)
