"""Amounts in one unit, and what that takes to know."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_engine.analysis.conversion import Conversion, Given
from sop_engine.model.satuan import ZERO, Amount, Unit
from sop_engine.model.sop import WaktuKerja
from sop_engine.model.waktu import parse_waktu

USUAL = Conversion.of(None)
STATED = Conversion.of(WaktuKerja.model_validate({"jam_per_hari": "6", "hari_per_bulan": "20"}))

DAY = Given("jam_per_hari", Fraction(15, 2), stated=False)
WEEK = Given("hari_per_minggu", Fraction(5), stated=False)


def amount(text: str) -> Amount:
    """The amount that a single time names."""
    return parse_waktu(text).high


def test_the_usual_numbers_are_those_of_the_regulation():
    """7.5 hours a day and 5 days a week; a month has no usual number of working days."""
    assert USUAL.basis == (DAY, WEEK)
    assert Conversion.of(WaktuKerja()) == USUAL


def test_what_the_sop_says_is_told_apart_from_what_is_usual():
    """Also where it says one number and not the others."""
    assert STATED.basis == (
        Given("jam_per_hari", Fraction(6), stated=True),
        WEEK,
        Given("hari_per_bulan", Fraction(20), stated=True),
    )
    assert [one.as_json() for one in STATED.basis] == [
        {"key": "jam_per_hari", "number": 6, "stated": True},
        {"key": "hari_per_minggu", "number": 5, "stated": False},
        {"key": "hari_per_bulan", "number": 20, "stated": True},
    ]
    assert DAY.as_json() == {"key": "jam_per_hari", "number": "7,5", "stated": False}


@pytest.mark.parametrize(
    ("conversion", "text", "unit", "number"),
    [
        # 122 x 7,5 = 915 jam, and 3 jam 2 menit are 3 1/30.
        (USUAL, "122 hari 3 jam 2 menit", Unit.JAM, Fraction(27541, 30)),
        # 15 jam are two days of 7,5.
        (USUAL, "15 jam", Unit.HARI_KERJA, Fraction(2)),
        # A week has 5 x 7,5 = 37,5 hours, which are 2.250 minutes.
        (USUAL, "1 minggu", Unit.MENIT, Fraction(2250)),
        (USUAL, "90 detik", Unit.MENIT, Fraction(3, 2)),
        (USUAL, "3 hari", Unit.HARI_KERJA, Fraction(3)),
        # A semester has 6 x 20 = 120 working days.
        (STATED, "1 semester", Unit.HARI_KERJA, Fraction(120)),
        # A year has 12 x 20 x 6 = 1.440 working hours.
        (STATED, "1 tahun", Unit.JAM, Fraction(1440)),
        # What is always true needs to know no month.
        (USUAL, "2 tahun", Unit.BULAN, Fraction(24)),
        (USUAL, "2 hari kalender", Unit.HARI_KALENDER, Fraction(2)),
        (USUAL, "1 bulan", Unit.JAM, None),
        (USUAL, "1 jam", Unit.BULAN, None),
        (STATED, "3 hari kalender", Unit.JAM, None),
        (STATED, "3 hari kalender", Unit.HARI_KERJA, None),
    ],
)
def test_an_amount_in_one_unit(conversion, text, unit, number):
    """Exact; None where a unit has no size."""
    assert conversion.in_unit(amount(text), unit) == number


def test_seconds_of_working_time():
    """Two days of 7.5 hours are 54,000 s; a part that cannot be converted spoils the whole."""
    assert USUAL.in_unit(amount("2 hari kerja"), Unit.DETIK) == 54_000
    assert USUAL.in_unit(ZERO, Unit.DETIK) == 0
    assert USUAL.in_unit(amount("1 bulan") + amount("2 hari"), Unit.DETIK) is None


@pytest.mark.parametrize(
    ("text", "unit", "number"),
    [
        ("24 jam", Unit.JAM, 24),
        ("24 jam", Unit.MENIT, 1440),
        ("24 jam", Unit.HARI_KERJA, None),
        ("2 hari 24 jam", Unit.JAM, None),
    ],
)
def test_clock_time_is_never_working_time(text, unit, number):
    """``1 x 24 jam`` stays hours; beside days it is not converted at all."""
    assert USUAL.in_unit(amount(text), unit, clock=True) == number


def test_what_is_in_the_way_is_named():
    """In the order of units, each once."""
    amounts = [amount("3 hari kalender"), amount("1 bulan"), amount("2 bulan"), amount("1 jam")]
    assert USUAL.obstacles(amounts) == (Unit.BULAN, Unit.HARI_KALENDER)
    assert STATED.obstacles(amounts) == (Unit.HARI_KALENDER,)


@pytest.mark.parametrize(
    ("texts", "unit", "keys"),
    [
        (["3 hari"], Unit.HARI_KERJA, []),
        (["3 hari", "2 jam"], Unit.HARI_KERJA, ["jam_per_hari"]),
        (["2 minggu"], Unit.HARI_KERJA, ["hari_per_minggu"]),
        (["2 minggu"], Unit.JAM, ["jam_per_hari", "hari_per_minggu"]),
        (["1 bulan"], Unit.HARI_KERJA, ["hari_per_bulan"]),
        (["30 menit"], Unit.JAM, []),
        (["3 hari kalender", "2 jam"], Unit.JAM, []),
        (["3 hari kalender"], Unit.HARI_KERJA, []),
        ([], Unit.JAM, []),
    ],
)
def test_only_what_was_used_is_named(texts, unit, keys):
    """Days to days take no number."""
    assert [one.key for one in STATED.used(map(amount, texts), unit)] == keys


@given(
    st.lists(st.sampled_from(["15 menit", "2 hari", "1 minggu", "1 bulan", "3 hari kerja"]), max_size=6),
    st.sampled_from([Unit.JAM, Unit.MENIT, Unit.HARI_KERJA]),
)
def test_converting_a_sum_is_summing_what_is_converted(texts, unit):
    """Conversion is linear, so nothing is lost by the order."""
    amounts = [amount(text) for text in texts]
    parts = [STATED.in_unit(one, unit) for one in amounts]
    assert STATED.in_unit(Amount.sum(amounts), unit) == sum(part for part in parts if part is not None)
