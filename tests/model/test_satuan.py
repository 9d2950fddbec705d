"""Units and exact amounts."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_engine.model.satuan import ZERO, Amount, Unit, range_text, surely_longer

numbers = st.one_of(
    st.integers(-9999, 9999).map(Fraction),
    st.builds(Fraction, st.integers(-5000, 5000), st.integers(1, 120)),
)
amounts = st.dictionaries(st.sampled_from(Unit), numbers).map(Amount.of)


def amount(**parts: int | str) -> Amount:
    """``amount(hari_kerja=2, jam="1/2")``."""
    return Amount.of({Unit(name.replace("_", " ")): Fraction(number) for name, number in parts.items()})


def test_units_stand_largest_first():
    """The order of the units is the order of canonical texts."""
    assert [str(unit) for unit in Unit] == [
        *("tahun", "semester", "bulan", "minggu", "hari", "hari kerja", "hari kalender"),
        *("jam", "menit", "detik"),
    ]


def test_the_three_days_share_a_rank():
    """No kind of day is smaller than another, so cutting to one keeps all three."""
    mixed = amount(hari=1, hari_kerja=2, hari_kalender=3, jam=4)
    assert [unit.rank for unit in Unit] == [0, 1, 2, 3, 4, 4, 4, 7, 8, 9]
    assert mixed.cut_to(Unit.HARI) == amount(hari=1, hari_kerja=2, hari_kalender=3)


@pytest.mark.parametrize(
    ("parts", "text", "json"),
    [
        ({}, "0 menit", {"menit": 0}),
        ({"menit": 0}, "0 menit", {"menit": 0}),
        ({"menit": 2, "jam": 3, "hari": 122}, "122 hari 3 jam 2 menit", {"hari": 122, "jam": 3, "menit": 2}),
        ({"hari": "3/2"}, "1,5 hari", {"hari": "1,5"}),
        ({"hari": "1/3"}, "1/3 hari", {"hari": "1/3"}),
        ({"hari": "4/3"}, "1 1/3 hari", {"hari": "1 1/3"}),
        ({"hari": "1/8"}, "0,125 hari", {"hari": "0,125"}),
        ({"hari": "9/8"}, "1 1/8 hari", {"hari": "1 1/8"}),
        ({"hari": "1/32"}, "0,03125 hari", {"hari": "0,03125"}),
        ({"hari": "1/64"}, "1/64 hari", {"hari": "1/64"}),
        ({"hari": "24691/2"}, "12345,5 hari", {"hari": "12345,5"}),
        ({"hari": "246913/2"}, "123456 1/2 hari", {"hari": "123456 1/2"}),
        ({"hari kerja": 2, "hari": 1}, "1 hari 2 hari kerja", {"hari": 1, "hari kerja": 2}),
        ({"menit": -2}, "-2 menit", {"menit": -2}),
        ({"hari": "-3/2"}, "-1,5 hari", {"hari": "-1,5"}),
    ],
)
def test_an_amount_is_written_exactly(parts, text, json):
    """Numbers are decimals where that is short and clear, else fractions; never rounded."""
    found = Amount.of({Unit(unit): Fraction(number) for unit, number in parts.items()})
    assert (str(found), found.as_json()) == (text, json)


@pytest.mark.parametrize(
    ("parts", "carried"),
    [
        ({"detik": 60}, {"menit": 1}),
        ({"menit": 182, "hari": 122}, {"hari": 122, "jam": 3, "menit": 2}),
        ({"detik": 3661}, {"jam": 1, "menit": 1, "detik": 1}),
        ({"jam": 30}, {"jam": 30}),
        ({"jam": "3/2"}, {"jam": 1, "menit": 30}),
        ({"hari": "3/2"}, {"hari": "3/2"}),
        ({"minggu": "1/2"}, {"minggu": "1/2"}),
        ({"bulan": 25}, {"tahun": 2, "bulan": 1}),
        ({"tahun": "3/2"}, {"tahun": 1, "bulan": 6}),
        ({"bulan": "25/2"}, {"tahun": 1, "bulan": "1/2"}),
        ({"semester": 2, "bulan": 6}, {"semester": 2, "bulan": 6}),
        ({"menit": "1/7"}, {"detik": "60/7"}),
        ({"jam": 3, "menit": -182}, {"menit": -2}),
        ({"tahun": 1, "bulan": -13}, {"bulan": -1}),
        ({"semester": 1, "bulan": -6}, {}),
        ({"semester": 1, "tahun": -1}, {"bulan": -6}),
    ],
)
def test_carrying_is_only_what_is_always_true(parts, carried):
    """60 detik, 60 menit and 12 bulan carry; hours never become days, nor days weeks."""
    found = Amount.of({Unit(unit): Fraction(number) for unit, number in parts.items()}).carried()
    assert found == Amount.of({Unit(unit): Fraction(number) for unit, number in carried.items()})


def test_spreading_leaves_whole_numbers_alone():
    """A part of an hour becomes minutes, but 90 minutes stay 90 minutes."""
    assert amount(jam="3/2", menit=45).spread() == amount(jam=1, menit=75)
    assert amount(menit=90).spread() == amount(menit=90)
    assert amount(tahun="5/2", hari="1/2").spread() == amount(tahun=2, bulan=6, hari="1/2")


@pytest.mark.parametrize(
    ("one", "other", "order"),
    [
        (amount(menit=60), amount(jam=1), 0),
        (amount(menit=61), amount(jam=1), 1),
        (amount(detik=59), amount(menit=1), -1),
        (amount(tahun=1), amount(bulan=12), 0),
        (amount(semester=1), amount(bulan=6), 0),
        (amount(semester=1), amount(bulan=7), -1),
        (amount(hari=2), amount(jam=14), None),
        (amount(hari=2), amount(hari_kerja=2), None),
        (amount(hari=2, jam=1), amount(hari=2), 1),
        (amount(hari=2), amount(hari=3, jam=1), -1),
        (amount(hari=3), amount(hari=2, jam=1), None),
        (amount(minggu=1), amount(hari=7), None),
        (ZERO, amount(menit=1), -1),
        (ZERO, ZERO, 0),
    ],
)
def test_amounts_compare_only_where_it_is_certain(one, other, order):
    """Units of one family convert, others compare only when all of them agree."""
    assert one.compare(other) == order
    assert other.compare(one) == (None if order is None else -order)


@pytest.mark.parametrize(
    ("one", "other", "longer"),
    [
        (amount(hari=1), amount(jam=3), True),
        (amount(hari=1), amount(jam=6), False),
        (amount(hari=1), amount(jam=24), False),
        (amount(jam=25), amount(hari=1), True),
        (amount(minggu=1), amount(hari=4), True),
        (amount(minggu=1), amount(hari=5), False),
        (amount(hari=8), amount(minggu=1), True),
        (amount(bulan=1), amount(minggu=2), True),
        (amount(bulan=1), amount(minggu=3), False),
        (amount(minggu=7), amount(bulan=1), True),
        (amount(menit=61), amount(jam=1), True),
        (amount(jam=1), amount(jam=1), False),
    ],
)
def test_longer_however_long_a_day_is(one, other, longer):
    """A day of 5 to 24 hours, a week of 5 to 7 days, a month of 20 to 31."""
    assert surely_longer(one, other) is longer


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        (amount(hari=1), amount(hari=2), "1-2 hari"),
        (amount(menit=30), amount(jam=3), "30 menit - 3 jam"),
        (amount(jam=2, menit=45), amount(jam=5, menit=15), "2 jam 45 menit - 5 jam 15 menit"),
        (ZERO, amount(hari=2), "0-2 hari"),
        (ZERO, amount(jam=1, menit=30), "0 menit - 1 jam 30 menit"),
        (ZERO, ZERO, "0-0 menit"),
    ],
)
def test_a_range_names_one_unit_once(low, high, text):
    """Both ends of one unit share it."""
    assert range_text(low, high) == text


@given(amounts, amounts, amounts)
def test_amounts_add_like_numbers(one, other, third):
    """Sums do not depend on order or grouping, and subtracting undoes adding."""
    assert one + other == other + one
    assert (one + other) + third == one + (other + third) == Amount.sum([third, one, other])
    assert (one + other) - other == one
    assert bool(one - one) is False


@given(amounts)
def test_carrying_and_spreading_change_no_amount(one):
    """Both say the same as before, and twice is once."""
    for found in (one.carried(), one.spread()):
        assert one.compare(found) == 0
    assert one.carried().carried() == one.carried()
    assert one.spread().spread() == one.spread()


@given(amounts, amounts)
def test_comparing_holds_for_every_day_length(one, other):
    """What compares as longer is longer however long a day is."""
    assert (one.compare(other) == 1) <= surely_longer(one, other)
