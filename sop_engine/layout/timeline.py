"""The axis of a Gantt chart: where each moment of a working calendar stands, its headings, and the shade of free days.

In: a ``Calendar`` and the first and last moment. Out: ``Timeline``. Nights take no room: of each day only the hours from
06.00 to 18.00 are drawn, and what happens outside of them stands at their ends. A schedule of a few days is told by the
hour, a longer one by the day, the week, the month or the year, as there is room.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import groupby
from typing import TypeAlias

from sop_engine.analysis.calendar import DAY, Calendar, Moment, day_of
from sop_engine.analysis.feasts import YEARS
from sop_engine.layout.chart import HEAD, LIGHT, Look, bar, text_cell, thin
from sop_engine.layout.dates import month_names, short_day
from sop_engine.layout.drawing import Align, Box, Cell
from sop_engine.layout.measure import width

__all__ = ["Timeline", "timeline_of"]

_FROM, _TO = 6 * 60, 18 * 60
_WEEKEND, _FEAST = 0.93, 0.82
_GRID = 0.86
_SIZE = 6.5
_HOURS = range(6, 18, 2)
_MOST_BY_HOUR = 4
_LEAST_SHADE = 0.9
_MARGIN = 40
_BY_DAY, _BY_WEEK, _BY_MONTH = 9.0, 2.4, 0.55

_Names: TypeAlias = list[tuple[float, float, str]]
"""Stretches of the axis and their words."""


@dataclass(frozen=True)
class Timeline:
    """Days side by side.

    Attributes:
        calendar: whose free days are shaded.
        first: the first day.
        days: how many there are.
        left: where the first begins.
        right: where the last ends.
    """

    calendar: Calendar
    first: date
    days: int
    left: float
    right: float

    @property
    def step(self) -> float:
        """How wide a day is, points."""
        return (self.right - self.left) / self.days

    @property
    def by_hour(self) -> bool:
        """Whether it is told by the hour."""
        return self.days <= _MOST_BY_HOUR

    def at(self, moment: Moment) -> float:
        """Where a moment stands."""
        day = (day_of(moment) - self.first).days
        share = (float(moment % DAY) - _FROM) / (_TO - _FROM)
        return self.left + (day + min(max(share, 0.0), 1.0)) * self.step

    def shades(self, top: float, bottom: float) -> Iterator[Cell]:
        """Grounds of free days, weekends light and feasts darker; days that touch are one."""
        if self.step < _LEAST_SHADE:
            return
        if self.by_hour:
            yield from self._closed(top, bottom)
        shades = ((number, self._shade(day)) for number, day in enumerate(self._all()))
        for shade, group in groupby(shades, key=lambda pair: pair[1]):
            numbers = [number for number, _ in group]
            if shade is not None:
                left = self.left + numbers[0] * self.step
                yield bar(Box(left, top, len(numbers) * self.step, bottom - top), shade, "libur")

    def shade_names(self) -> Iterator[tuple[float, str]]:
        """The greys of ``shades`` that are there, and what they mean."""
        if self.step >= _LEAST_SHADE:
            shades = {self._shade(day) for day in self._all()}
            weekend = ["akhir pekan"] if _WEEKEND in shades else []
            closed = ["di luar jam kerja"] if self.by_hour and None in shades else []
            if weekend or closed:
                yield _WEEKEND, ", ".join(weekend + closed)
            if _FEAST in shades:
                yield _FEAST, "hari libur, cuti bersama"

    def head(self, top: float, height: float, bottom: float) -> Iterator[Cell]:
        """Two rows of headings, of years alone one, and the grid below them."""
        upper, lower = self._names
        half = height / 2 if lower else height
        yield bar(Box(self.left, top, self.right - self.left, height), HEAD, "judul_kolom")
        for y, names in ((top, upper), (top + half, lower)):
            for left, right, text in names:
                if left > self.left:
                    yield thin((left, y), (left, top + height if y > top else y + half), LIGHT)
                for words in (text, text.split(" ")[0]):
                    if width(words, _SIZE) <= right - left - 3.0:
                        box = Box(left, y, right - left, half)
                        hourly = self.by_hour and y > top
                        align = Align.LEFT if hourly else Align.CENTRE
                        look = Look(
                            _SIZE, bold=y == top, align=align, pad=1.5 if hourly else 0.0, single=True
                        )
                        yield text_cell(box, words, look, field="waktu")
                        break
        if lower:
            yield thin((self.left, top + half), (self.right, top + half), LIGHT)
        lines = lower if self.by_hour or self.step < _BY_DAY else upper
        for left, _, _ in lines:
            if left > self.left:
                yield thin((left, top + height), (left, bottom), _GRID)

    def _closed(self, top: float, bottom: float) -> Iterator[Cell]:
        """Grounds of the hours of working days in which the office is closed."""
        for number, day in enumerate(self._all()):
            spans = self.calendar.day(day).spans
            edges = [_FROM, *(minute for span in spans for minute in span), _TO]
            for start, end in zip(edges[::2], edges[1::2], strict=True) if spans else ():
                left = self._hour(number, start)
                yield bar(Box(left, top, self._hour(number, end) - left, bottom - top), _WEEKEND, "tutup")

    def _all(self) -> Iterator[date]:
        return (self.first + timedelta(days=number) for number in range(self.days))

    def _shade(self, day: date) -> float | None:
        known = self.calendar.day(day)
        if known.spans:
            return None
        return _FEAST if known.feasts or known.own is not None else _WEEKEND

    @cached_property
    def _names(self) -> tuple[_Names, _Names]:
        """The two rows of headings: stretches with their words; every page has the same."""
        days = list(self._all())
        if self.by_hour:
            return self._grouped(days, lambda day: short_day(day, year=True).id), list(self._hours())
        if self.step >= _BY_WEEK:
            months = self._grouped(days, lambda day: f"{month_names(day)[0].id} {day.year}")
            if self.step >= _BY_DAY:
                return months, self._grouped(days, lambda day: str(day.day) + self._mark(day))
            return months, self._weeks(days)
        years = self._grouped(days, lambda day: str(day.year))
        if self.step >= _BY_MONTH:
            return years, self._grouped(days, lambda day: f"{month_names(day)[1].id} {day.year}")
        return years, []

    @property
    def marked(self) -> bool:
        """Whether a heading marks a day as an estimate."""
        return not self.by_hour and self.step >= _BY_DAY and any(map(self._mark, self._all()))

    def _mark(self, day: date) -> str:
        return "*" if any(feast.estimated for feast in self.calendar.day(day).feasts) else ""

    def _grouped(self, days: Iterable[date], name: Callable[[date], str]) -> _Names:
        """Stretches of days of one name."""
        found = []
        for text, group in groupby(days, name):
            first, *others = group
            start = (first - self.first).days
            found.append((self._edge(start), self._edge(start + 1 + len(others)), text))
        return found

    def _edge(self, number: int) -> float:
        """Where a day begins, by its number."""
        return self.left + number * self.step

    def _weeks(self, days: list[date]) -> _Names:
        """Weeks by the day of their Senin; days before the first one have no words."""
        return self._grouped(days, lambda day: str((day - timedelta(days=day.weekday())).day))

    def _hours(self) -> Iterator[tuple[float, float, str]]:
        """Every second hour of every day."""
        for number in range(self.days):
            for hour in _HOURS:
                yield self._hour(number, hour * 60), self._hour(number, hour * 60 + 120), f"{hour:02d}.00"

    def _hour(self, number: int, minute: int) -> float:
        """Where a minute of a day stands."""
        return self._edge(number) + min(max((minute - _FROM) / (_TO - _FROM), 0.0), 1.0) * self.step


def timeline_of(calendar: Calendar, first: Moment, last: Moment, left: float, right: float) -> Timeline:
    """The axis from the day of one moment to the day of another."""
    start = day_of(first)
    days = (day_of(last) - start).days + 1
    # A little more, so that what happens first and last does not stand at the very edge.
    more = days // _MARGIN
    begin = max(start.toordinal() - more, date(YEARS[0], 1, 1).toordinal())
    end = min(start.toordinal() + days + more, date(YEARS[-1], 12, 31).toordinal() + 1)
    return Timeline(calendar, date.fromordinal(begin), end - begin, left, right)
