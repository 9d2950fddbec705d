"""The total of a SOP, and a stated total against it."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_engine.analysis.total import Agreement, Difference, Total, agreement, difference, total
from sop_engine.model.satuan import ZERO, Amount, Unit
from sop_engine.model.waktu import parse_waktu, waktu_of


def total_of(*texts: str) -> Total:
    """The total of rows with these times."""
    return total(map(parse_waktu, texts))


def amount(parts: dict[str, int | str]) -> Amount:
    """An amount of parts named by the units' texts."""
    return Amount.of({Unit(unit): Fraction(number) for unit, number in parts.items()})


QUARTERLY = ("15 Menit", "30 Menit", "2 Menit", "30 Menit", "30 Menit", "2 hari", "120 Hari", "60 Menit")


@pytest.mark.parametrize(
    ("rows", "text", "parts"),
    [
        ((*QUARTERLY, "15 Menit"), "122 hari 3 jam 2 menit", {"hari": 122, "jam": 3, "menit": 2}),
        ((*QUARTERLY, "satu hari"), "123 hari 2 jam 47 menit", {"hari": 123, "jam": 2, "menit": 47}),
        (
            ("30 Menit", "3 Jam", "2 hari", "7 hari", "15 hari", "2 jam", "2 jam", "1 hari"),
            "25 hari 7 jam 30 menit",
            {"hari": 25, "jam": 7, "menit": 30},
        ),
        (
            ("10 Menit", "10 Menit", "20 Menit", "15 Menit", "1 Jam", "15 Menit", "15 Menit", "30 Menit"),
            "2 jam 55 menit",
            {"jam": 2, "menit": 55},
        ),
        (("90 detik", "30 detik"), "2 menit", {"menit": 2}),
        (("7 bulan", "5 bulan", "2 semester"), "1 tahun 2 semester", {"tahun": 1, "semester": 2}),
        (("12 jam", "12 jam"), "24 jam", {"jam": 24}),
        (("1 x 24 jam", "30 menit"), "24 jam 30 menit", {"jam": 24, "menit": 30}),
        (
            ("1 hari", "2 hari kerja", "3 hari kalender", "1 minggu"),
            "1 minggu 1 hari 2 hari kerja 3 hari kalender",
            {"minggu": 1, "hari": 1, "hari kerja": 2, "hari kalender": 3},
        ),
        (("1,5 hari", "setengah hari"), "2 hari", {"hari": 2}),
        (("1/3 hari", "1 hari"), "1 1/3 hari", {"hari": "1 1/3"}),
        (("2 menit/berkas", "± 3 menit"), "5 menit", {"menit": 5}),
        (("999999 menit", "999999 menit"), "33333 jam 18 menit", {"jam": 33333, "menit": 18}),
        (("0 menit", "Segera"), "0 menit", {"menit": 0}),
    ],
)
def test_a_total_adds_unit_by_unit(rows, text, parts):
    """The five agencies' tables, and each kind of time; hours never become days."""
    found = total_of(*rows)
    assert (str(found), found.as_json()) == (text, {"text": text, "parts": parts})
    assert (found.low, found.measured, found.is_range) == (found.high, True, False)


@pytest.mark.parametrize(
    ("rows", "text", "low", "high"),
    [
        (
            ("2 jam", "30 menit - 3 jam", "15 menit"),
            "2 jam 45 menit - 5 jam 15 menit",
            {"jam": 2, "menit": 45},
            {"jam": 5, "menit": 15},
        ),
        (("1-2 hari", "3 hari"), "4-5 hari", {"hari": 4}, {"hari": 5}),
        (("maks. 3 hari",), "0-3 hari", {"menit": 0}, {"hari": 3}),
        (("maks. 1 jam", "30 menit"), "30 menit - 1 jam 30 menit", {"menit": 30}, {"jam": 1, "menit": 30}),
    ],
)
def test_a_range_makes_the_total_a_range(rows, text, low, high):
    """Shortest times and longest times add up on their own."""
    found = total_of(*rows)
    assert (str(found), found.as_json()) == (text, {"text": text, "min": low, "max": high})
    assert (found.measured, found.is_range) == (True, True)


def test_a_range_of_equal_length_leaves_the_total_single():
    """``2-2 hari`` adds nothing uncertain."""
    assert total_of("2-2 hari", "1 hari") == total_of("3 hari")


def test_nothing_measured_has_no_total():
    """Words and empty cells give ``tidak terukur``, which is not zero."""
    found = total_of("", "-", "Segera", "Januari")
    assert found == total([]) == Total(ZERO, ZERO, measured=False)
    assert (str(found), found.as_json()) == ("tidak terukur", {"text": "tidak terukur", "parts": {}})


def test_a_shared_time_counts_once():
    """The row that shares adds nothing to the row that it shares with."""
    assert total(
        [parse_waktu("2 hari"), waktu_of({"bersama": "4"}), waktu_of({"teks": "nanti"})]
    ) == total_of("2 hari")


ROWS = (*QUARTERLY, "15 Menit")


@pytest.mark.parametrize(
    ("rows", "stated", "agrees", "sign", "off"),
    [
        (ROWS, "122 Hari 3 jam 2 menit", "equal", "", "0 menit"),
        (ROWS, "122 hari 182 menit", "equal", "", "0 menit"),
        (ROWS, "122 Hari 3 jam", "rounded", "+", "2 menit"),
        (ROWS, "122 hari", "rounded", "+", "3 jam 2 menit"),
        (ROWS, "± 122 hari", "rounded", "+", "3 jam 2 menit"),
        (ROWS, "122 hari 4 jam", "wrong", "-", "58 menit"),
        (ROWS, "122 hari 3 jam 1 menit", "wrong", "+", "1 menit"),
        (ROWS, "120 hari 1 menit", "wrong", "+", "2 hari 3 jam 1 menit"),
        (ROWS, "123 hari", "wrong", None, None),
        (ROWS, "122 hari kerja 3 jam 2 menit", "wrong", None, None),
        (ROWS, "maks. 122 hari 4 jam", "equal", "", "0 menit"),
        (ROWS, "maks. 122 hari", "rounded", "+", "3 jam 2 menit"),
        (ROWS, "maks. 121 hari", "wrong", "+", "1 hari 3 jam 2 menit"),
        (ROWS, "100-122 hari", "rounded", "+", "3 jam 2 menit"),
        (ROWS, "100 hari - 122 hari 4 jam", "equal", "", "0 menit"),
        (ROWS, "100-121 hari", "wrong", "+", "1 hari 3 jam 2 menit"),
        (ROWS, "122 hari 5 jam - 124 hari 6 jam", "wrong", "-", "1 jam 58 menit"),
        (("2 hari",), "14 jam", "wrong", None, None),
        (("2 hari", "3 jam"), "2 hari", "rounded", "+", "3 jam"),
        (("2 hari", "3 hari kerja"), "2 hari", "wrong", "+", "3 hari kerja"),
        (("2 hari",), "0 menit", "wrong", "+", "2 hari"),
        (("0 menit",), "2 hari", "wrong", "-", "2 hari"),
        (("1,5 hari",), "1 hari", "rounded", "+", "0,5 hari"),
        (("1,5 hari", "3 jam"), "1,5 hari", "rounded", "+", "3 jam"),
        (("1,5 minggu", "2 hari"), "1 minggu 2 hari", "wrong", "+", "0,5 minggu"),
        (("36 bulan", "2 hari"), "36 bulan", "rounded", "+", "2 hari"),
        (("1 semester",), "6 bulan", "equal", "", "0 menit"),
        (("1 semester",), "1 tahun", "wrong", "-", "6 bulan"),
        (("90 menit",), "1,5 jam", "equal", "", "0 menit"),
        (("2-3 hari",), "2-3 hari", "equal", "", "0 menit"),
        (("2-3 hari",), "2 hari", "equal", "", "0 menit"),
        (("2-3 hari",), "4 hari", "wrong", "-", "1 hari"),
        (("2-3 hari",), "1 hari", "wrong", "+", "1 hari"),
        (("2-3 hari", "1 jam"), "1 hari", "wrong", "+", "1 hari 1 jam"),
        (("2-3 hari", "1 jam"), "2-3 hari", "rounded", "+", "1 jam"),
        (("2-3 hari",), "1-3 hari", "wrong", "+", "0-1 hari"),
        (("1-3 hari",), "1-2 hari", "wrong", "+", "0-1 hari"),
        (("2-5 hari",), "1-2 hari", "wrong", "+", "1-3 hari"),
        (("5-6 hari",), "1-4 hari", "wrong", "+", "2-4 hari"),
        (("1-2 hari",), "2-4 hari", "wrong", "-", "1-2 hari"),
        (("2-3 hari",), "1-4 hari", "wrong", None, None),
        (("2-3 hari",), "20 jam", "wrong", None, None),
        (("1 hari 3 jam - 3 hari",), "1-2 hari", "wrong", None, None),
        (("2-3 hari",), "maks. 3 hari", "equal", "", "0 menit"),
        (("maks. 1 hari", "maks. 2 hari"), "maks. 3 hari", "equal", "", "0 menit"),
        (("1 hari - 30 jam",), "1 hari 2 jam", "wrong", None, None),
        (("2 hari", "3 jam"), "2 hari 0 jam", "wrong", "+", "3 jam"),
        (("2 hari", "3 menit"), "2 hari 0 jam", "rounded", "+", "3 menit"),
        (("2 hari", "3 menit"), "2 hari nol menit", "wrong", "+", "3 menit"),
        (("59 menit",), "0 jam", "rounded", "+", "59 menit"),
        (("59 menit",), "nol jam", "rounded", "+", "59 menit"),
        (("59 menit",), "0 menit", "wrong", "+", "59 menit"),
        (("59 menit",), "maks. 0 jam", "rounded", "+", "59 menit"),
        (("2 hari", "3 jam"), "0 jam - 2 hari", "wrong", "+", "3 jam"),
        (("2 hari", "3 jam"), "0-2 hari", "rounded", "+", "3 jam"),
        (("90 menit", "20 detik"), "1,5 jam", "rounded", "+", "20 detik"),
        (("3 jam",), "1-3 jam", "equal", "", "0 menit"),
        (("2 jam",), "1-3 jam", "equal", "", "0 menit"),
        (("4 jam",), "1-3 jam", "wrong", "+", "1 jam"),
        (("Segera",), "2 hari", "wrong", None, None),
        (("2 hari",), "Sesuai kebutuhan", None, None, None),
        (("Segera",), "-", None, None, None),
    ],
)
def test_a_stated_total_against_the_computed_one(rows, stated, agrees, sign, off):
    """Equal, rounded or wrong, and by how much; None where units do not compare."""
    computed, said = total_of(*rows), parse_waktu(stated)
    assert agreement(computed, said) == (None if agrees is None else Agreement(agrees))
    found = difference(computed, said)
    assert (found and found.sign, found and str(found)) == (sign, off)


def test_a_difference_as_json_has_its_sign_beside_its_text():
    """The amount itself is never below zero."""
    computed = total_of(*ROWS)
    assert difference(computed, parse_waktu("122 Hari 3 jam")) == Difference("+", *[amount({"menit": 2})] * 2)
    assert [
        difference(computed, parse_waktu("122 hari 4 jam")).as_json(),
        difference(computed, parse_waktu("122 hari 3 jam 2 menit")).as_json(),
        difference(total_of("2-5 hari"), parse_waktu("1-2 hari")).as_json(),
    ] == [
        {"sign": "-", "text": "58 menit", "parts": {"menit": 58}},
        {"sign": "", "text": "0 menit", "parts": {"menit": 0}},
        {"sign": "+", "text": "1-3 hari", "min": {"hari": 1}, "max": {"hari": 3}},
    ]


TEXTS = (
    *(
        "15 menit",
        "1,5 jam",
        "2 hari",
        "3 hari kerja",
        "7 hari kalender",
        "2 minggu",
        "1 semester",
        "7 bulan",
    ),
    *(
        "1 tahun",
        "90 detik",
        "1/3 hari",
        "1-2 hari",
        "30 menit - 3 jam",
        "maks. 3 hari",
        "± 10 menit",
        "1 x 24 jam",
    ),
    *("2 menit/berkas", "Segera", "", "Januari", "setengah bulan", "5/7 menit"),
)
columns = st.lists(st.sampled_from(TEXTS).map(parse_waktu), max_size=12)


@given(st.data())
def test_a_total_does_not_depend_on_order(data):
    """Any order of the rows gives the same total."""
    rows = data.draw(columns)
    assert total(data.draw(st.permutations(rows))) == total(rows)


@given(columns, columns)
def test_the_total_of_two_tables_is_the_sum_of_their_totals(one, other):
    """Adding first and carrying later is the same as carrying first."""
    first, second, both = total(one), total(other), total(one + other)
    assert both.low == (first.low + second.low).carried()
    assert both.high == (first.high + second.high).carried()
    assert both.measured is (first.measured or second.measured)


@given(columns)
def test_a_total_agrees_with_itself_when_stated(rows):
    """Its own text, read as a stated total, is equal to it."""
    found = total(rows)
    if found.measured:
        stated = parse_waktu(str(found))
        assert agreement(found, stated) is Agreement.EQUAL
        assert difference(found, stated) == Difference("", ZERO, ZERO)


@given(columns, columns)
def test_a_difference_is_what_is_missing(one, other):
    """Stated total plus difference is the computed total, where both are single."""
    computed, stated = total(one), total(other)
    if not (computed.measured and stated.measured) or computed.is_range or stated.is_range:
        return
    found = difference(computed, parse_waktu(str(stated)))
    if found is not None:
        assert found.low == found.high
        signed = -found.high if found.sign == "-" else found.high
        assert (stated.low + signed).compare(computed.low) == 0
