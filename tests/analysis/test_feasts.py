"""Feasts: what the library says of known years, what it estimates, and when Ramadan is."""

from datetime import date

from sop_engine.analysis.feasts import (
    YEARS,
    Feast,
    FeastKind,
    Ramadan,
    feasts_of,
    has_joint_leave,
    ramadans_of,
)

NATIONAL, LEAVE = FeastKind.NATIONAL, FeastKind.JOINT_LEAVE


def test_the_feasts_of_march_2026() -> None:
    """Nyepi and Idulfitri with their cuti bersama, as the decree on 2026 has them; none is an estimate."""
    march = [feast for feast in feasts_of(2026) if feast.day.month == 3]
    assert march == [
        Feast(date(2026, 3, 18), "Cuti Bersama Hari Suci Nyepi", LEAVE, estimated=False),
        Feast(date(2026, 3, 19), "Hari Suci Nyepi", NATIONAL, estimated=False),
        Feast(date(2026, 3, 20), "Cuti Bersama Hari Raya Idul Fitri", LEAVE, estimated=False),
        Feast(date(2026, 3, 21), "Hari Raya Idul Fitri", NATIONAL, estimated=False),
        Feast(date(2026, 3, 22), "Hari kedua dari Hari Raya Idul Fitri", NATIONAL, estimated=False),
        Feast(date(2026, 3, 23), "Cuti Bersama Hari Raya Idul Fitri", LEAVE, estimated=False),
        Feast(date(2026, 3, 24), "Cuti Bersama Hari Raya Idul Fitri", LEAVE, estimated=False),
    ]


def test_a_far_feast_is_an_estimate_without_its_mark_in_the_name() -> None:
    """Idulfitri of 2040 is reckoned; the day of independence is not."""
    found = {feast.name: feast.estimated for feast in feasts_of(2040)}
    assert found["Hari Raya Idul Fitri"] is True
    assert found["Hari Kemerdekaan Republik Indonesia"] is False


def test_nyepi_is_an_estimate_until_its_year_is_decreed() -> None:
    """The library marks it in no year; the decree on 2026 has it, none has reached 2030, and each year has one."""
    found = {year: [one for one in feasts_of(year) if one.name == "Hari Suci Nyepi"] for year in YEARS}
    assert [one.estimated for one in found[2026] + found[2030]] == [False, True]
    assert all(len(feasts) == 1 for feasts in found.values())


def test_the_decree_on_2025() -> None:
    """SKB 3 Menteri: 17 national holidays, and as cuti bersama Imlek, Nyepi, four days of Idulfitri, Waisak and others.

    18 August 2025 was added in the year itself.
    """
    days = {kind: [feast.day for feast in feasts_of(2025) if feast.kind is kind] for kind in FeastKind}
    assert days[NATIONAL] == [
        *(date(2025, 1, 1), date(2025, 1, 27), date(2025, 1, 29), date(2025, 3, 29), date(2025, 3, 31)),
        *(date(2025, 4, 1), date(2025, 4, 18), date(2025, 4, 20), date(2025, 5, 1), date(2025, 5, 12)),
        *(date(2025, 5, 29), date(2025, 6, 1), date(2025, 6, 6), date(2025, 6, 27), date(2025, 8, 17)),
        *(date(2025, 9, 5), date(2025, 12, 25)),
    ]
    assert days[LEAVE] == [
        *(date(2025, 1, 28), date(2025, 3, 28), date(2025, 4, 2), date(2025, 4, 3), date(2025, 4, 4)),
        *(date(2025, 4, 7), date(2025, 5, 13), date(2025, 5, 30), date(2025, 6, 9), date(2025, 8, 18)),
        date(2025, 12, 26),
    ]


def test_the_decree_on_2026() -> None:
    """SKB 3 Menteri on 2026: 17 national holidays and 8 days of cuti bersama."""
    days = {kind: [feast.day for feast in feasts_of(2026) if feast.kind is kind] for kind in FeastKind}
    assert days[NATIONAL] == [
        *(date(2026, 1, 1), date(2026, 1, 16), date(2026, 2, 17), date(2026, 3, 19), date(2026, 3, 21)),
        *(date(2026, 3, 22), date(2026, 4, 3), date(2026, 4, 5), date(2026, 5, 1), date(2026, 5, 14)),
        *(date(2026, 5, 27), date(2026, 5, 31), date(2026, 6, 1), date(2026, 6, 16), date(2026, 8, 17)),
        *(date(2026, 8, 25), date(2026, 12, 25)),
    ]
    assert days[LEAVE] == [
        *(date(2026, 2, 16), date(2026, 3, 18), date(2026, 3, 20), date(2026, 3, 23), date(2026, 3, 24)),
        *(date(2026, 5, 15), date(2026, 5, 28), date(2026, 12, 24)),
    ]


def test_two_feasts_of_one_day_are_two() -> None:
    """On 13 May 2021 Idulfitri and Kenaikan fell together."""
    names = [feast.name for feast in feasts_of(2021) if feast.day == date(2021, 5, 13)]
    assert sorted(names) == ["Hari Raya Idul Fitri", "Kenaikan Yesus Kristus"]


def test_cuti_bersama_is_known_of_decreed_years_only() -> None:
    """2026 has its decree; no decree reaches 2040."""
    assert has_joint_leave(2026)
    assert not has_joint_leave(2040)


def test_years_outside_the_calendar_have_no_feasts() -> None:
    """Neither the year before nor the one after it."""
    assert (feasts_of(2001), feasts_of(2051)) == ((), ())


def test_ramadan_is_the_30_days_before_idulfitri() -> None:
    """21 March 2026 less 30 days is 19 February, on which Ramadan 1447 did begin."""
    assert ramadans_of(2026) == (Ramadan(date(2026, 2, 19), date(2026, 3, 20), estimated=False),)


def test_a_year_can_have_two_ramadans() -> None:
    """Idulfitri of 2033 is on 3 January and on 23 December, both reckoned."""
    assert ramadans_of(2033) == (
        Ramadan(date(2032, 12, 4), date(2033, 1, 2), estimated=True),
        Ramadan(date(2033, 11, 23), date(2033, 12, 22), estimated=True),
    )
