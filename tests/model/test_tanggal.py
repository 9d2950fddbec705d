"""Dates: every way of writing them, and every way of getting them wrong."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_engine.diagnostics import Text
from sop_engine.model.tanggal import Tanggal, TanggalError, parse_tanggal

MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)
FORMS = Text(
    "tulis misalnya '2 Januari 2023', '2023-01-02', atau 'Oktober 2018'",
    "write for example '2 Januari 2023', '2023-01-02' or 'Oktober 2018'",
)


def meant(reading: str) -> Text:
    """The hint that offers a reading."""
    return Text(f"maksudnya '{reading}'?", f"did you mean '{reading}'?")


def unreadable(text: str) -> Text:
    """The message for a text that has the form of no date."""
    return Text(f"'{text}' tidak terbaca sebagai tanggal", f"'{text}' cannot be read as a date")


@pytest.mark.parametrize(
    ("text", "printed", "iso"),
    [
        ("2023-01-02", "2 Januari 2023", "2023-01-02"),
        ("2023-1-2", "2 Januari 2023", "2023-01-02"),
        ("2023/01/02", "2 Januari 2023", "2023-01-02"),
        ("2 Januari 2023", "2 Januari 2023", "2023-01-02"),
        ("02 Januari 2023", "2 Januari 2023", "2023-01-02"),
        ("2 JANUARI 2023.", "2 Januari 2023", "2023-01-02"),
        (" 2\u00a0januari  2023 ", "2 Januari 2023", "2023-01-02"),
        ("2Januari2023", "2 Januari 2023", "2023-01-02"),
        ("09 November 2020", "9 November 2020", "2020-11-09"),
        ("20-Jan-25", "20 Januari 2025", "2025-01-20"),
        ("20 Jan. 2025", "20 Januari 2025", "2025-01-20"),
        ("20/Jan/2025", "20 Januari 2025", "2025-01-20"),
        ("02/06/2025", "2 Juni 2025", "2025-06-02"),
        ("02-06-2025", "2 Juni 2025", "2025-06-02"),
        ("02.06.2025", "2 Juni 2025", "2025-06-02"),
        ("02 06 2025", "2 Juni 2025", "2025-06-02"),
        ("2 - 6 - 2025", "2 Juni 2025", "2025-06-02"),
        ("2/6/25", "2 Juni 2025", "2025-06-02"),
        ("31/12/99", "31 Desember 2099", "2099-12-31"),
        ("29 Februari 2024", "29 Februari 2024", "2024-02-29"),
        ("2 Pebruari 2023", "2 Februari 2023", "2023-02-02"),
        ("2 Nopember 2023", "2 November 2023", "2023-11-02"),
        ("2 Agst 2023", "2 Agustus 2023", "2023-08-02"),
        ("2 Sept 2023", "2 September 2023", "2023-09-02"),
        ("2 January 2023", "2 Januari 2023", "2023-01-02"),
        ("2nd May 2023", "2 Mei 2023", "2023-05-02"),
        ("December 2, 2023", "2 Desember 2023", "2023-12-02"),
        ("Aug 2 2023", "2 Agustus 2023", "2023-08-02"),
        ("Senin, 2 Januari 2023", "2 Januari 2023", "2023-01-02"),
        ("Jum'at 6 Januari 2023", "6 Januari 2023", "2023-01-06"),
        ("jum’at, 06-01-2023", "6 Januari 2023", "2023-01-06"),
        ("Minggu, 1 Januari 2023", "1 Januari 2023", "2023-01-01"),
        ("Oktober 2018", "Oktober 2018", "2018-10"),
        ("oktober-2018", "Oktober 2018", "2018-10"),
        ("October 2018", "Oktober 2018", "2018-10"),
        ("10/2018", "Oktober 2018", "2018-10"),
        ("2018-10", "Oktober 2018", "2018-10"),
        ("1 Januari 1900", "1 Januari 1900", "1900-01-01"),
        ("31 Desember 2199", "31 Desember 2199", "2199-12-31"),
    ],
)
def test_a_date_is_read_and_written(text, printed, iso):
    """The printed form, the ISO form, and both read back."""
    found = parse_tanggal(text)
    assert (found.teks, str(found), found.as_json()) == (text, printed, iso)
    assert found == parse_tanggal(printed) == parse_tanggal(iso)


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        (
            "31 Februari 2023",
            Text("tidak ada tanggal 31 Februari 2023", "there is no 31 Februari 2023"),
            Text("Februari 2023 mempunyai 28 hari", "Februari 2023 has 28 days"),
        ),
        (
            "29/02/1900",
            Text("tidak ada tanggal 29 Februari 1900", "there is no 29 Februari 1900"),
            Text("Februari 1900 mempunyai 28 hari", "Februari 1900 has 28 days"),
        ),
        (
            "0 Desember 2199",
            Text("tidak ada tanggal 0 Desember 2199", "there is no 0 Desember 2199"),
            Text("Desember 2199 mempunyai 31 hari", "Desember 2199 has 31 days"),
        ),
        (
            "13/25/2023",
            Text("tidak ada bulan 25 dalam '13/25/2023'", "there is no month 25 in '13/25/2023'"),
            Text("urutannya hari, bulan, tahun: '25/06/2023'", "the order is day, month, year: '25/06/2023'"),
        ),
        (
            "06/25/2023",
            Text("tidak ada bulan 25 dalam '06/25/2023'", "there is no month 25 in '06/25/2023'"),
            meant("25 Juni 2023"),
        ),
        (
            "02/30/2023",
            Text("tidak ada bulan 30 dalam '02/30/2023'", "there is no month 30 in '02/30/2023'"),
            Text("urutannya hari, bulan, tahun: '25/06/2023'", "the order is day, month, year: '25/06/2023'"),
        ),
        (
            "2023-00-01",
            Text("tidak ada bulan 0 dalam '2023-00-01'", "there is no month 0 in '2023-00-01'"),
            Text("urutannya hari, bulan, tahun: '25/06/2023'", "the order is day, month, year: '25/06/2023'"),
        ),
        (
            "2 Januari 1823",
            Text(
                "tahun 1823 dalam '2 Januari 1823' di luar jangkauan",
                "year 1823 in '2 Januari 1823' is out of range",
            ),
            Text("tahun 1900 sampai 2199", "years go from 1900 to 2199"),
        ),
        (
            "2200-01-01",
            Text(
                "tahun 2200 dalam '2200-01-01' di luar jangkauan", "year 2200 in '2200-01-01' is out of range"
            ),
            Text("tahun 1900 sampai 2199", "years go from 1900 to 2199"),
        ),
        (
            "Okt-18",
            Text("tahun dalam 'Okt-18' hanya dua angka", "the year in 'Okt-18' has only two digits"),
            meant("Oktober 2018"),
        ),
        (
            "Selasa, 2 Januari 2023",
            Text(
                "2 Januari 2023 jatuh pada hari Senin, bukan Selasa",
                "2 Januari 2023 is a Senin, not a Selasa",
            ),
            Text(
                "periksa tanggalnya, atau tulis '2 Januari 2023' saja",
                "check the date, or write '2 Januari 2023' alone",
            ),
        ),
        (
            "2 Januari",
            Text("tanggal '2 Januari' tanpa tahun", "date '2 Januari' has no year"),
            Text("tulis tahunnya, seperti '2 Januari 2023'", "write the year, as in '2 Januari 2023'"),
        ),
        (
            "-",
            Text("'-' bukan tanggal", "'-' is no date"),
            Text("kosongkan saja bila tidak ada", "leave it empty where there is none"),
        ),
        ("2 Janauri 2023", unreadable("2 Janauri 2023"), meant("2 Januari 2023")),
        ("Snin, 2 Januari 2023", unreadable("Snin, 2 Januari 2023"), meant("2 Januari 2023")),
        ("Samarinda, 2 Januari 2023", unreadable("Samarinda, 2 Januari 2023"), meant("2 Januari 2023")),
        ("tanggal 2 Janauri 2023", unreadable("tanggal 2 Janauri 2023"), meant("2 Januari 2023")),
        ("2-XII-2023", unreadable("2-XII-2023"), meant("2 Desember 2023")),
        ("20230102", unreadable("20230102"), meant("2 Januari 2023")),
        ("2023-01-02T10:30:00", unreadable("2023-01-02T10:30:00"), meant("2 Januari 2023")),
        ("2023-01-02 00:00", unreadable("2023-01-02 00:00"), meant("2 Januari 2023")),
        ("٢ Januari 2023", unreadable("٢ Januari 2023"), meant("2 Januari 2023")),
        ("2 Januari 203", unreadable("2 Januari 203"), FORMS),
        ("2/6", unreadable("2/6"), FORMS),
        ("2023", unreadable("2023"), FORMS),
        ("1-3 Januari 2023", unreadable("1-3 Januari 2023"), FORMS),
        ("02/06-2025", unreadable("02/06-2025"), FORMS),
        ("besok", unreadable("besok"), FORMS),
        ("9" * 100_000, Text("tanggal sepanjang 100000 karakter", "a date of 100000 characters"), FORMS),
    ],
)
def test_a_faulty_date_says_what_is_wrong(text, message, hint):
    """Message and hint in both languages, exactly."""
    with pytest.raises(TanggalError) as caught:
        parse_tanggal(text)
    assert (caught.value.message, caught.value.hint) == (message, hint)


@pytest.mark.parametrize(
    ("one", "other", "before"),
    [
        ("2 Januari 2023", "3 Januari 2023", True),
        ("2 Januari 2023", "2 Januari 2023", False),
        ("3 Januari 2023", "2 Januari 2023", False),
        ("31 Januari 2023", "1 Februari 2023", True),
        ("31 Desember 2022", "1 Januari 2023", True),
        ("Januari 2023", "31 Januari 2023", False),
        ("1 Januari 2023", "Januari 2023", False),
        ("Desember 2022", "1 Januari 2023", True),
        ("Januari 2023", "Februari 2023", True),
        ("Februari 2023", "31 Januari 2023", False),
    ],
)
def test_a_month_without_day_is_compared_by_the_month(one, other, before):
    """A day in the same month is neither before nor after it."""
    assert parse_tanggal(one).before(parse_tanggal(other)) is before


days = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@given(days)
def test_every_day_is_read_in_every_form(day):
    """Each form of the format's page, for any day."""
    expected = Tanggal("", day.year, day.month, day.day)
    name = MONTHS[day.month - 1]
    weekday = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")[day.weekday()]
    forms = [
        *(day.isoformat(), f"{day.day} {name} {day.year}", f"{day.day:02d} {name.upper()} {day.year}"),
        *(f"{day.day}/{day.month}/{day.year}", f"{day.day:02d}.{day.month:02d}.{day.year}"),
        *(f"{weekday}, {day.day} {name} {day.year}", f"{day.day}-{name[:3]}-{day.year}"),
    ]
    assert {parse_tanggal(form) for form in forms} == {expected}
    assert str(expected) == forms[1]


@given(days, days)
def test_days_are_ordered_as_the_calendar_orders_them(one, other):
    """``before`` on whole days is the calendar's order."""
    first, second = (parse_tanggal(day.isoformat()) for day in (one, other))
    assert first.before(second) is (one < other)
    assert (first == second) is (one == other)


@given(days)
def test_the_day_after_the_last_of_a_month_does_not_exist(day):
    """Every month has its own number of days in its own year."""
    last = (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    with pytest.raises(TanggalError) as caught:
        parse_tanggal(f"{last.day + 1}/{day.month}/{day.year}")
    name = f"{MONTHS[day.month - 1]} {day.year}"
    assert caught.value.message == Text(
        f"tidak ada tanggal {last.day + 1} {name}", f"there is no {last.day + 1} {name}"
    )
    assert caught.value.hint == Text(f"{name} mempunyai {last.day} hari", f"{name} has {last.day} days")


PIECES = (
    *(
        "2",
        "02",
        "31",
        "13",
        "2023",
        "23",
        "1899",
        "Januari",
        "Feb",
        "janauri",
        "Senin",
        "XII",
        "Tanggal",
        "nd",
    ),
    *("-", "/", ".", ",", " ", "T00:00", "٢", "İ", "’"),
)


@given(st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES), max_size=9).map("".join)))
def test_any_text_is_a_date_or_says_why_not(text):
    """Nothing but a ``TanggalError`` is raised, its words are whole, and its readings are dates."""
    try:
        found = parse_tanggal(text)
    except TanggalError as error:
        refused = error
    else:
        assert found.teks == text
        assert parse_tanggal(str(found)) == parse_tanggal(found.as_json()) == found
        return
    assert refused.hint is not None
    assert [words for words in (*refused.message, *refused.hint) if not words or "\n" in words] == []
    if refused.hint.en.startswith("did you mean '"):
        assert parse_tanggal(refused.hint.en.split("'")[1]).tahun in range(1900, 2200)
