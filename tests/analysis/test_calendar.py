"""The working calendar: tables of known dates, each worked by hand, and what holds of all dates."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sop_engine.analysis.agency_days import AgencyDay
from sop_engine.analysis.calendar import Calendar, Moment, day_of, moment_of
from sop_engine.analysis.office import OfficeHours, office_hours
from sop_engine.errors import UsageError
from sop_engine.model.satuan import Amount, Unit
from sop_engine.model.waktu import parse_waktu

FIVE, SIX = Calendar(office_hours(5)), Calendar(office_hours(6))


def at(text: str) -> Moment:
    """``2026-03-16 08.00`` as a moment."""
    day, clock = text.split()
    return moment_of(date.fromisoformat(day), int(clock[:2]) * 60 + int(clock[3:]))


def shown(moment: Moment) -> str:
    """A moment as ``at`` reads it; none of these is a broken minute."""
    hour, minute = divmod(moment % 1440, 60)
    return f"{day_of(moment).isoformat()} {int(hour):02d}.{int(minute):02d}"


def after(start: str, time: str, calendar: Calendar = FIVE) -> str:
    """The moment after a standard time."""
    waktu = parse_waktu(time)
    return shown(calendar.add(at(start), waktu.high, clock=waktu.clock))


def minutes(hours: OfficeHours) -> tuple[int, int]:
    """The minutes of a usual week, and of one in Ramadan."""
    usual, ramadan = (
        sum(span.end - span.start for spans in week for span in spans)
        for week in (hours.usual, hours.ramadan)
    )
    return usual, ramadan


@pytest.mark.parametrize("days", [5, 6])
def test_a_week_has_the_hours_of_the_rule(days: int) -> None:
    """37 h 30 min are 2250 minutes, 32 h 30 min in Ramadan 1950, whichever days are worked."""
    assert minutes(office_hours(days)) == (2250, 1950)
    assert office_hours(days).days == days


LEBARAN_2026 = [
    # Mon 16 and Tue 17 are worked; Wed 18 to Tue 24 are Nyepi, Idulfitri, their cuti bersama and a weekend.
    ("2026-03-16 08.00", "1 hari", "2026-03-16 15.00"),
    ("2026-03-16 08.00", "2 hari kerja", "2026-03-17 15.00"),
    ("2026-03-16 08.00", "3 hari", "2026-03-25 16.00"),
    # To 15.00 in Ramadan 1 hour, the other one from 07.30 on Wed 25.
    ("2026-03-17 14.00", "2 jam", "2026-03-25 08.30"),
    # Half of the day is over: 3 h 15 min after 08.00; half of Wed 25 is 3 h 45 min after 07.30.
    ("2026-03-17 11.15", "1 hari", "2026-03-25 11.15"),
    # Who begins on a free day begins on Wed 25.
    ("2026-03-20 10.00", "30 menit", "2026-03-25 08.00"),
]
FRIDAY = [
    # A whole day ends with it, and not where the next one begins.
    ("2026-04-09 07.30", "7,5 jam", "2026-04-09 16.00"),
    # To 11.30, then from 13.00: 11.00-11.30 and 13.00-13.30.
    ("2026-04-10 11.00", "1 jam", "2026-04-10 13.30"),
    # To 16.30, then Monday from 07.30.
    ("2026-04-10 16.00", "1 jam", "2026-04-13 08.00"),
    # Other days end at 16.00 and rest from 12.00 to 13.00.
    ("2026-04-09 11.30", "1 jam", "2026-04-09 13.30"),
    ("2026-04-09 15.30", "1 jam", "2026-04-10 08.00"),
    # Half of Thursday is over at 07.30 + 3 h 45 min = 11.15; so it is on Friday.
    ("2026-04-09 11.15", "1 hari", "2026-04-10 11.15"),
    # Half a day later than that the day ends.
    ("2026-04-09 11.15", "1,5 hari", "2026-04-10 16.30"),
]
LONG_WEEKEND = [
    # Thu 14 May 2026 is Kenaikan, Fri 15 cuti bersama: Wed 15.00-16.00, Mon 18 07.30-08.30.
    ("2026-05-13 15.00", "2 jam", "2026-05-18 08.30"),
    # 6 h 30 min of Wednesday are over, so they are on Monday: 4 h 30 min to 12.00, 2 h from 13.00.
    ("2026-05-13 15.00", "1 hari", "2026-05-18 15.00"),
    ("2026-05-13 15.00", "1 x 24 jam", "2026-05-14 15.00"),
    ("2026-05-13 15.00", "3 hari kalender", "2026-05-16 15.00"),
]
END_OF_YEAR = [
    # Thu 31 Dec 2026 is worked; Fri 1 Jan 2027 is free, Sat and Sun too; Tue 5 Jan is Isra Mikraj.
    ("2026-12-31 15.00", "2 jam", "2027-01-04 08.30"),
    ("2026-12-31 07.30", "2 hari", "2027-01-04 16.00"),
    ("2026-12-31 07.30", "3 hari", "2027-01-06 16.00"),
    ("2026-12-31 15.00", "1 x 24 jam", "2027-01-01 15.00"),
    ("2026-12-31 15.00", "2 bulan", "2027-02-28 23.59"),
]
RAMADAN = [
    # 19 February to 20 March 2026: 08.00-12.00, 12.30-15.00.
    ("2026-03-09 14.00", "2 jam", "2026-03-10 09.00"),
    ("2026-03-09 11.30", "1 jam", "2026-03-09 13.00"),
    # Friday: 08.00-11.30, 12.30-15.30.
    ("2026-03-13 11.00", "1 jam", "2026-03-13 13.00"),
    ("2026-03-13 07.30", "1 hari", "2026-03-13 15.30"),
    # Idulfitri of 2033 is on 3 January: Ramadan begins in the year before.
    ("2032-12-06 08.00", "1 hari", "2032-12-06 15.00"),
    # Wed 18 February is the last day before: to 16.00, then from 08.00.
    ("2026-02-18 15.00", "2 jam", "2026-02-19 09.00"),
]
LEAP_DAY = [
    # 2028: Idulfitri on Sun 27 and Mon 28 February, Fri 25 is in Ramadan, Tue 29 is worked. A month that has no such day
    # ends the time with its own end, so that beginning on the 28th at any hour does not end later.
    ("2028-02-25 08.00", "1 hari", "2028-02-25 15.30"),
    ("2028-02-25 08.00", "2 hari", "2028-02-29 16.00"),
    ("2028-01-31 10.00", "1 bulan", "2028-02-29 23.59"),
    ("2026-01-31 10.00", "1 bulan", "2026-02-28 23.59"),
    ("2028-02-29 10.00", "1 tahun", "2029-02-28 23.59"),
    ("2028-02-28 10.00", "2 hari kalender", "2028-03-01 10.00"),
]
STEPS = [
    # Half of April is 15 days; a semester six months; larger units go first.
    ("2026-04-01 10.00", "0,5 bulan", "2026-04-16 10.00"),
    ("2026-04-01 10.00", "1 semester", "2026-10-01 10.00"),
    ("2026-04-08 10.00", "1 minggu", "2026-04-15 10.00"),
    ("2026-04-08 10.00", "0 menit", "2026-04-08 10.00"),
    # 1 May 2026 is free; what remains after the month begins on Mon 4.
    ("2026-04-01 10.00", "1 bulan 1 jam", "2026-05-04 08.30"),
    ("2026-04-08 10.00", "1 hari 30 menit", "2026-04-09 10.30"),
]


@pytest.mark.parametrize(
    ("start", "time", "end"),
    [*LEBARAN_2026, *FRIDAY, *LONG_WEEKEND, *END_OF_YEAR, *RAMADAN, *LEAP_DAY, *STEPS],
)
def test_known_dates(start: str, time: str, end: str) -> None:
    """Five days a week; the arithmetic stands beside each table."""
    assert after(start, time) == end


@pytest.mark.parametrize(
    ("start", "time", "end"),
    [
        # Saturday to 12.30, then Monday.
        ("2026-04-11 12.00", "1 jam", "2026-04-13 08.00"),
        ("2026-04-10 07.30", "2 hari", "2026-04-11 12.30"),
        # In Ramadan 08.00-13.00.
        ("2026-03-14 12.00", "2 jam", "2026-03-16 09.00"),
        # Sat 28 March is the day after four worked ones: Wed 25, Thu 26, Fri 27.
        ("2026-03-17 08.00", "5 hari", "2026-03-28 12.30"),
    ],
)
def test_an_office_of_six_days(start: str, time: str, end: str) -> None:
    """Saturday is worked to 12.30, in Ramadan to 13.00."""
    assert after(start, time, SIX) == end


def test_own_days_win_over_the_national_calendar() -> None:
    """A free Monday moves the end to Tuesday; a Sunday and a cuti bersama that are worked have office hours."""
    own = Calendar(
        office_hours(5),
        [
            AgencyDay(date(2026, 4, 13), "Hari jadi", works=False),
            AgencyDay(date(2026, 4, 19), "Kerja bakti", works=True),
            AgencyDay(date(2026, 5, 15), "Layanan tetap buka", works=True),
        ],
    )
    assert after("2026-04-10 16.00", "1 jam", own) == "2026-04-14 08.00"
    assert after("2026-04-17 07.30", "2 hari", own) == "2026-04-19 16.00"
    assert after("2026-05-13 07.30", "2 hari", own) == "2026-05-15 16.30"


def test_a_part_of_a_minute_is_kept() -> None:
    """30 detik are half a minute."""
    assert FIVE.add(at("2026-04-08 10.00"), Amount.of({Unit.DETIK: 30})) == at("2026-04-08 10.00") + Fraction(
        1, 2
    )


def test_when_work_begins() -> None:
    """Working time waits for the end of a break or for the office to open, elapsed time does not."""
    noon, evening = at("2026-04-09 12.00"), at("2026-04-09 16.00")
    assert shown(FIVE.begins(noon, Amount.of({Unit.MENIT: 5}))) == "2026-04-09 13.00"
    assert shown(FIVE.begins(evening, Amount.of({Unit.MENIT: 5}))) == "2026-04-10 07.30"
    sunday = at("2026-04-12 10.00")
    assert shown(FIVE.begins(sunday, Amount.of({Unit.MENIT: 5}))) == "2026-04-13 07.30"
    assert FIVE.begins(sunday, Amount.of({Unit.JAM: 24}), clock=True) == sunday
    assert FIVE.begins(sunday, Amount.of({Unit.HARI_KALENDER: 1})) == sunday
    assert FIVE.begins(sunday, Amount()) == sunday


@pytest.mark.parametrize(
    "time", ["999999 tahun", "999999 hari", "999999 minggu", "999999 jam", "999999 hari kalender"]
)
def test_what_ends_beyond_the_calendar_is_refused(time: str) -> None:
    """Nobody knows the feasts of those years."""
    with pytest.raises(UsageError, match="the schedule leaves the calendar of 2002-2050"):
        after("2040-04-12 10.00", time)


MOMENTS = st.integers(int(moment_of(date(2026, 1, 1))), int(moment_of(date(2028, 12, 31))))


@given(MOMENTS, st.integers(0, 5000), st.integers(0, 5000))
def test_minutes_add_up(start: int, one: int, other: int) -> None:
    """Working so long and then so long again is working both together."""
    first, second = (Amount.of({Unit.MENIT: number}) for number in (one, other))
    assert FIVE.add(FIVE.add(start, first), second) == FIVE.add(start, (first + second))


@given(MOMENTS, st.integers(1, 90), st.integers(1, 90))
def test_days_add_up(start: int, one: int, other: int) -> None:
    """So many days, in halves, and then so many again are both together; each ends while somebody works."""
    first, second = (Amount.of({Unit.HARI: Fraction(number, 2)}) for number in (one, other))
    end = FIVE.add(FIVE.add(start, first), second)
    assert end == FIVE.add(start, first + second)
    day = FIVE.day(day_of(end))
    assert any(span.start < end % 1440 <= span.end for span in day.spans)


@example(at("2026-01-28 15.00"), 4000, Unit.BULAN, 1)
@given(
    MOMENTS,
    st.integers(0, 5000),
    st.sampled_from([Unit.HARI, Unit.JAM, Unit.MINGGU, Unit.BULAN]),
    st.integers(0, 9),
)
def test_who_begins_later_never_ends_earlier(start: int, more: int, unit: Unit, number: int) -> None:
    """Whatever the unit."""
    amount = Amount.of({unit: number})
    assert FIVE.add(start, amount) <= FIVE.add(start + more, amount)
