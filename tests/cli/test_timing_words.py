"""Times, parts and conversions in words and as plain data."""

from fractions import Fraction

import pytest

from sop_engine.analysis.conversion import Conversion, Given
from sop_engine.analysis.shares import Part
from sop_engine.cli.timing_words import (
    Asked,
    basis_words,
    duration_of,
    number_json,
    obstacle_words,
    percent,
    percent_json,
    plain_number,
)
from sop_engine.diagnostics import Text
from sop_engine.model.satuan import ZERO, Amount, Unit
from sop_engine.model.waktu import parse_waktu
from sop_engine.text import Language

USUAL = Conversion.of(None)


def amount(text: str) -> Amount:
    """The amount that a single time names."""
    return parse_waktu(text).high


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (Fraction(0), "0"),
        (Fraction(1, 3), "0,33"),
        (Fraction(2, 3), "0,67"),
        (Fraction(1, 200), "0,01"),
        (Fraction(1, 201), "0"),
        (Fraction(-1, 201), "0"),
        (Fraction(-5, 2), "-2,5"),
        (Fraction(100), "100"),
        (Fraction(1995, 1000), "2"),
        (Fraction(12345678), "12345678"),
    ],
)
def test_a_number_has_two_places_at_most(number, text):
    """Rounded half up, without trailing zeros."""
    assert plain_number(number) == text


@pytest.mark.parametrize(
    ("low", "high", "unit", "words"),
    [
        ("2 hari", "2 hari", Unit.JAM, "15 jam"),
        ("20 menit", "20 menit", Unit.JAM, "≈ 0,33 jam"),
        ("1 hari", "2 hari", Unit.JAM, "7,5-15 jam"),
        ("10 menit", "1 jam", Unit.JAM, "≈ 0,17-1 jam"),
        ("1 bulan", "1 bulan", Unit.JAM, None),
        ("1 jam", "1 bulan", Unit.JAM, None),
    ],
)
def test_a_time_in_the_unit_that_was_asked_for(low, high, unit, words):
    """A rounded one says so; what cannot be converted has none."""
    assert Asked(unit, USUAL).words(amount(low), amount(high)) == words


def test_clock_time_is_told_in_hours_alone():
    """``1 x 24 jam`` is 24 jam and no number of working days."""
    assert Asked(Unit.JAM, USUAL).words(amount("24 jam"), amount("24 jam"), clock=True) == "24 jam"
    assert Asked(Unit.HARI_KERJA, USUAL).words(amount("24 jam"), amount("24 jam"), clock=True) is None


def test_a_time_as_plain_data():
    """Beside its own units the one that was asked for, null where that cannot be told."""
    asked = Asked(Unit.HARI_KERJA, USUAL)
    assert duration_of(amount("5 jam"), amount("5 jam"), asked) == {
        "text": "5 jam",
        "parts": {"jam": 5},
        "in": {"unit": "hari kerja", "number": "2/3", "decimal": 0.666667},
    }
    assert duration_of(amount("1 hari"), amount("15 jam"), asked)["in"] == {
        "unit": "hari kerja",
        "min": {"number": 1, "decimal": 1.0},
        "max": {"number": 2, "decimal": 2.0},
    }
    assert duration_of(amount("1 bulan"), amount("1 bulan"), asked)["in"] is None
    assert duration_of(ZERO, ZERO, asked, measured=False) == {
        "text": "tidak terukur",
        "parts": {},
        "in": None,
    }
    assert duration_of(ZERO, ZERO) == {"text": "0 menit", "parts": {"menit": 0}}


def test_a_number_of_thousands_of_digits_is_told_exactly():
    """A sum of thousands of fractions has more digits than ``str`` gives of an integer."""
    assert number_json(Fraction(10**5000 + 1, 10**5000)) == {
        "number": f"1 1/1{'0' * 5000}",
        "decimal": 1.0,
    }
    assert number_json(Fraction(10**400 + 1, 3)) == {"number": f"{'3' * 400} 2/3", "decimal": None}


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (Fraction(1, 3), Fraction(1, 3), "33,3%"),
        (Fraction(3, 20), Fraction(121, 1000), "12,1-15%"),
        (Fraction(1, 3), Fraction(333, 1000), "33,3%"),
        (Fraction(0), Fraction(0), "0%"),
        (Fraction(1, 5000), Fraction(1, 5000), "<0,1%"),
        (Fraction(1), Fraction(1), "100%"),
    ],
)
def test_a_part_in_percents(low, high, words):
    """One place; the smaller end first; a part that is there is never nothing."""
    assert percent(Part(low, high), Language.ID) == words
    assert percent(Part(low, high), Language.EN) == words.replace(",", ".")


def test_a_part_as_plain_data():
    """Exact and rounded, at both ends."""
    assert percent_json(Part(Fraction(2, 7), Fraction(1))) == {
        "low": {"number": "2/7", "decimal": 0.285714},
        "high": {"number": 1, "decimal": 1.0},
    }


def test_what_a_conversion_used_is_named():
    """With whose number it is."""
    basis = (
        Given("jam_per_hari", Fraction(15, 2), stated=False),
        Given("hari_per_minggu", Fraction(6), stated=True),
        Given("hari_per_bulan", Fraction(22), stated=True),
    )
    assert basis_words(basis) == Text(
        "1 hari kerja = 7,5 jam (bawaan: Perpres 21/2023); 1 minggu = 6 hari kerja (dinyatakan SOP); "
        "1 bulan = 22 hari kerja (dinyatakan SOP)",
        "1 hari kerja = 7,5 jam (default: Perpres 21/2023); 1 minggu = 6 hari kerja (stated by the SOP); "
        "1 bulan = 22 hari kerja (stated by the SOP)",
    )
    assert basis_words(()) == Text("", "")


def test_what_is_in_the_way_is_named():
    """Calendar days, months without a length, clock time; nothing where nothing is."""
    words = obstacle_words((Unit.TAHUN, Unit.BULAN, Unit.HARI_KALENDER), ["2", "5"])
    assert words == Text(
        "hari kalender bukan waktu kerja; tahun, bulan perlu 'waktu_kerja: hari_per_bulan'; "
        "1 x 24 jam di baris 2, 5 bukan waktu kerja",
        "hari kalender is no working time; tahun, bulan need 'waktu_kerja: hari_per_bulan'; "
        "1 x 24 jam in row 2, 5 is no working time",
    )
    assert obstacle_words(()) is None
