"""The working calendar: when an Indonesian office works, and what day and hour it is after so much working time.

In: the hours of an office, and its own days. Out: ``Calendar``, which answers for each day whether and
when it is worked, and adds amounts of time to a moment.

How time is counted: jam, menit and detik only within office hours; hari and hari kerja are whole working days, so that
work which begins when a third of a day's hours are over ends when a third of a later day's hours are over; hari kalender
and minggu are days of 24 hours and weeks of seven of them; bulan, semester and tahun go to the same day and hour of a
later month, or to the last minute of its last day where it has no such day, and a part of a month is that part of the
month which follows. So whoever begins later never ends earlier.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final, TypeAlias

from sop_engine.analysis.agency_days import AgencyDay
from sop_engine.analysis.feasts import YEARS, Feast, Ramadan, feasts_of, ramadans_of
from sop_engine.analysis.office import OfficeHours, Spans
from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError
from sop_engine.model._bulan import days_in
from sop_engine.model.satuan import MONTHS, Amount, Unit

__all__ = ["DAY", "BeyondError", "Calendar", "Day", "Moment", "day_of", "moment_of"]

Moment: TypeAlias = int | Fraction
"""Minutes since the first midnight of the calendar, exact; local time, which Indonesia never shifts."""

DAY: Final = 24 * 60
"""Minutes of a day."""

_WEEK: Final = 7
_SECONDS: Final = 60


class BeyondError(UsageError):
    """A moment lies beyond the years whose feasts can be told."""


def moment_of(day: date, minute: Moment = 0) -> Moment:
    """The moment so many minutes after a day's midnight."""
    return day.toordinal() * DAY + minute


def day_of(moment: Moment) -> date:
    """The day of a moment; midnight belongs to the day that begins.

    Raises:
        BeyondError: it is beyond the years whose feasts can be told.
    """
    number = int(moment // DAY)
    if not _FIRST <= number <= _LAST:
        raise BeyondError(
            Text(
                f"jadwalnya keluar dari kalender {YEARS[0]}-{YEARS[-1]}",
                f"the schedule leaves the calendar of {YEARS[0]}-{YEARS[-1]}",
            ),
            Text("periksa tanggal mulai dan kolom Waktu", "check the first day and the Waktu column"),
        )
    return date.fromordinal(number)


_FIRST: Final = date(YEARS[0], 1, 1).toordinal()
_LAST: Final = date(YEARS[-1], 12, 31).toordinal()


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the calendar.

    Attributes:
        day: which.
        spans: when it is worked; none on a free day.
        feasts: of that day, also where the agency works all the same.
        own: what the agency's own file says of it, or None.
        ramadan: the Ramadan that it is a day of, or None.
    """

    day: date
    spans: Spans
    feasts: tuple[Feast, ...]
    own: AgencyDay | None
    ramadan: Ramadan | None

    @property
    def minutes(self) -> int:
        """How many minutes are worked."""
        return sum(span.end - span.start for span in self.spans)

    def passed(self, minute: Moment) -> Moment:
        """How many minutes are worked before a minute of the day."""
        return sum(max(0, min(minute, span.end) - span.start) for span in self.spans)

    def after(self, worked: Moment) -> Moment:
        """The minute of the day at which so many minutes have been worked; more than 0, at most all of them."""
        for span in self.spans:
            if worked <= span.end - span.start:
                return span.start + worked
            worked -= span.end - span.start
        raise AssertionError("no day has more minutes than its own")


class Calendar:
    """The days of one office; what it has found out of a day it keeps."""

    def __init__(self, hours: OfficeHours, own: Iterable[AgencyDay] = ()) -> None:
        """Begin with the hours of an office and its own days."""
        self.hours = hours
        self.own = {one.day: one for one in own}
        self._days: dict[int, Day] = {}
        self._feasts: dict[int, dict[date, tuple[Feast, ...]]] = {}
        self._ramadans: dict[int, tuple[Ramadan, ...]] = {}

    def day(self, day: date) -> Day:
        """What is known of a day."""
        known = self._days.get(day.toordinal())
        if known is None:
            known = self._days[day.toordinal()] = self._found(day)
        return known

    def opening(self, moment: Moment) -> Moment:
        """The first moment from there on that is worked."""
        day = day_of(moment)
        minute = moment % DAY
        while True:
            for span in self.day(day).spans:
                if minute < span.end:
                    return moment_of(day, max(minute, span.start))
            day, minute = day_of(moment_of(day, DAY)), 0

    def begins(self, moment: Moment, amount: Amount, *, clock: bool = False) -> Moment:
        """When an amount of time that follows on a moment begins: working time not before somebody works."""
        works = any(unit not in _ELAPSED for unit, _ in amount.parts) and not clock
        return self.opening(moment) if works else moment

    def add(self, moment: Moment, amount: Amount, *, clock: bool = False) -> Moment:
        """The moment after an amount of time, its larger units first.

        Args:
            moment: where it begins.
            amount: not negative.
            clock: its hours are those of the clock (``1 x 24 jam``), not of the office.

        Raises:
            BeyondError: it ends beyond the calendar.
        """
        minutes: Moment = 0
        for unit, number in amount.parts:
            if unit in MONTHS:
                moment = _months_later(moment, number * MONTHS[unit])
            elif unit is Unit.MINGGU:
                moment += number * _WEEK * DAY
            elif unit is Unit.HARI_KALENDER:
                moment += number * DAY
            elif unit in (Unit.HARI, Unit.HARI_KERJA):
                moment = self._days_later(moment, number)
            else:
                minutes += number * {Unit.JAM: 60, Unit.MENIT: 1}.get(unit, Fraction(1, _SECONDS))
            day_of(moment)
        if clock:
            moment += minutes
            day_of(moment)
            return moment
        return self._minutes_later(moment, minutes)

    def _minutes_later(self, moment: Moment, minutes: Moment) -> Moment:
        if not minutes:
            return moment
        moment = self.opening(moment)
        day = self.day(day_of(moment))
        worked = day.passed(moment % DAY) + minutes
        while worked > day.minutes:
            worked -= day.minutes
            day = self._next(day)
        return moment_of(day.day, day.after(worked))

    def _days_later(self, moment: Moment, number: Fraction) -> Moment:
        if not number:
            return moment
        moment = self.opening(moment)
        day = self.day(day_of(moment))
        target = Fraction(day.passed(moment % DAY), day.minutes) + number
        while target > 1:
            target -= 1
            day = self._next(day)
        return moment_of(day.day, day.after(target * day.minutes))

    def _next(self, day: Day) -> Day:
        """The next day that is worked."""
        return self.day(day_of(self.opening(moment_of(day.day, DAY))))

    def _found(self, day: date) -> Day:
        feasts = self._year(day.year).get(day, ())
        ramadan = self._ramadan(day)
        own = self.own.get(day)
        week = self.hours.usual if ramadan is None else self.hours.ramadan
        if own is None:
            spans = () if feasts else week[day.weekday()]
        else:
            # A day off that is worked has the hours of Senin, or of the first weekday that has some.
            spans = next(filter(None, (week[day.weekday()], *week))) if own.works else ()
        return Day(day, spans, feasts, own, ramadan)

    def _year(self, year: int) -> dict[date, tuple[Feast, ...]]:
        if year not in self._feasts:
            days: dict[date, tuple[Feast, ...]] = {}
            for feast in feasts_of(year):
                days[feast.day] = (*days.get(feast.day, ()), feast)
            self._feasts[year] = days
        return self._feasts[year]

    def _ramadan(self, day: date) -> Ramadan | None:
        if day.year not in self._ramadans:
            # One that begins in December ends in the next year.
            self._ramadans[day.year] = (*ramadans_of(day.year), *ramadans_of(day.year + 1))
        return next((one for one in self._ramadans[day.year] if one.first <= day <= one.last), None)


_ELAPSED: Final = frozenset((*MONTHS, Unit.MINGGU, Unit.HARI_KALENDER))


def _months_later(moment: Moment, number: Fraction) -> Moment:
    """The same day and hour of a later month; a part of a month is that part of the month which follows."""
    whole, part = divmod(number, 1)
    there = _month_later(moment, int(whole))
    return there + part * (_month_later(moment, int(whole) + 1) - there) if part else there


def _month_later(moment: Moment, count: int) -> Moment:
    start = day_of(moment)
    months = start.year * 12 + start.month - 1 + count
    year, month = divmod(months, 12)
    if year not in YEARS:
        # Far beyond the calendar, which says so.
        return moment_of(date(YEARS[-1], 12, 31), DAY)
    last = days_in(year, month + 1)
    if start.day > last:
        return moment_of(date(year, month + 1, last), DAY - 1)
    return moment_of(date(year, month + 1, start.day), moment % DAY)
