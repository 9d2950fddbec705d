"""The workload of roles: minutes a year over several SOPs, and how many people that takes.

In: what one run of each SOP takes, how often it is run, and what a year of effective working time is. Out: a
``Workload`` of all roles, exact.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import ceil
from typing import Final, NamedTuple

from sop_engine.analysis.effort import WEEK, Effort, Load
from sop_engine.model._angka import number_text

__all__ = ["BKN", "PANRB", "Duty", "Job", "Need", "Period", "Volume", "Workload", "Year", "workload"]


@dataclass(frozen=True, slots=True)
class Year:
    """A year of effective working time of one person.

    Attributes:
        minutes: how many minutes it has.
        source: the regulation that says so.
        days: how many working days the office works in it; None for as many weeks as ``minutes`` has effective ones.
    """

    minutes: int
    source: str
    days: Fraction | None = None

    def weeks(self, week: Fraction) -> Fraction:
        """Working weeks a year, where a week has so many working days."""
        return Fraction(self.minutes, WEEK) if self.days is None else self.days / week

    def working_days(self, week: Fraction) -> Fraction:
        """Working days a year, where a week has so many of them."""
        return self.weeks(week) * week


PANRB: Final = Year(75_000, "PermenPAN-RB 1/2020")
"""1,250 hours a year."""

BKN: Final = Year(72_000, "Perka BKN 19/2011")
"""1,200 hours a year: 240 days of 5 hours."""


class Period(StrEnum):
    """What a volume is for."""

    TAHUN = "tahun"
    SEMESTER = "semester"
    TRIWULAN = "triwulan"
    BULAN = "bulan"
    MINGGU = "minggu"
    HARI_KERJA = "hari kerja"

    @property
    def by_days(self) -> bool:
        """Whether how many of them a year has depends on its working days."""
        return self not in _A_YEAR

    def a_year(self, year: Year, week: Fraction) -> Fraction:
        """How many of them a year has, where a week has so many working days."""
        if self is Period.HARI_KERJA:
            return year.working_days(week)
        return year.weeks(week) if self is Period.MINGGU else Fraction(_A_YEAR[self])


_A_YEAR: Final = {Period.TAHUN: 1, Period.SEMESTER: 2, Period.TRIWULAN: 4, Period.BULAN: 12}


@dataclass(frozen=True, slots=True)
class Volume:
    """How often a SOP is run: so many times in each period."""

    number: Fraction
    period: Period

    def a_year(self, year: Year, week: Fraction) -> Fraction:
        """How many runs that is in a year, where a week has so many working days."""
        return self.number * self.period.a_year(year, week)

    def __str__(self) -> str:
        return f"{number_text(self.number)}/{self.period}"


@dataclass(frozen=True, slots=True)
class Job:
    """A SOP of an agency, and how often it is run.

    Attributes:
        agency: the agency's code, or an empty text.
        sop: what the SOP is called among all of them.
        effort: of one run.
        volume: how often it is run.
        week: how many working days it takes a week to have.
    """

    agency: str
    sop: str
    effort: Effort
    volume: Volume
    week: Fraction

    def runs(self, year: Year) -> Fraction:
        """How often it is run in a year."""
        return self.volume.a_year(year, self.week)


class Duty(NamedTuple):
    """What one SOP takes of one role in a year.

    Attributes:
        job: the SOP.
        load: of one run.
        low: minutes a year at least.
        high: minutes a year at most.
    """

    job: Job
    load: Load
    low: Fraction
    high: Fraction


@dataclass(frozen=True, slots=True)
class Need:
    """What all SOPs of an agency take of one role in a year.

    Attributes:
        agency: the agency's code.
        heading: the role as the first SOP heads it.
        headings: all ways in which it is headed.
        duties: SOP by SOP; a SOP that has the role in two lanes comes twice.
        year: the year of one person.
        low: minutes a year at least.
        high: minutes a year at most.
    """

    agency: str
    heading: str
    headings: tuple[str, ...]
    duties: tuple[Duty, ...]
    year: Year
    low: Fraction
    high: Fraction

    @property
    def people(self) -> tuple[Fraction, Fraction]:
        """How many people that takes, exact: at least and at most; also the share of one person's year."""
        return self.low / self.year.minutes, self.high / self.year.minutes

    @property
    def whole(self) -> tuple[int, int]:
        """The same in whole people, rounded up."""
        return ceil(self.people[0]), ceil(self.people[1])

    @property
    def measured(self) -> bool:
        """Whether any row of it counts; where none does, nothing is known of its workload."""
        return any(duty.load.rows for duty in self.duties)

    @property
    def complete(self) -> bool:
        """Whether all its rows count; else there is more work than the figures say."""
        return not any(duty.load.left for duty in self.duties)

    @property
    def stated(self) -> tuple[int, ...]:
        """How many people the SOPs say hold it; several numbers where they differ."""
        found = (duty.load.stated for duty in self.duties)
        return tuple(dict.fromkeys(number for number in found if number is not None))

    @property
    def enough(self) -> bool | None:
        """Whether as many people as the SOPs state are enough; None where that cannot be told."""
        if len(self.stated) != 1:
            return None
        (number,), (low, high) = self.stated, self.whole
        if number < low:
            return False
        return True if number >= high and self.complete else None


@dataclass(frozen=True, slots=True)
class Workload:
    """The workload of all roles.

    Attributes:
        needs: agency by agency, roles in the order in which they come.
        jobs: the SOPs.
        year: the year of one person.
    """

    needs: tuple[Need, ...]
    jobs: tuple[Job, ...]
    year: Year

    @property
    def low(self) -> Fraction:
        """Minutes a year at least, of all roles."""
        return sum((need.low for need in self.needs), Fraction(0))

    @property
    def high(self) -> Fraction:
        """Minutes a year at most, of all roles."""
        return sum((need.high for need in self.needs), Fraction(0))

    @property
    def people(self) -> tuple[Fraction, Fraction]:
        """How many people that takes, exact, if everybody could do everything."""
        return self.low / self.year.minutes, self.high / self.year.minutes

    @property
    def whole(self) -> tuple[int, int]:
        """Whole people, role by role: nobody is shared between roles."""
        return sum(need.whole[0] for need in self.needs), sum(need.whole[1] for need in self.needs)

    @property
    def complete(self) -> bool:
        """Whether all rows of all SOPs count, also those that nobody is named for."""
        return not any(job.effort.left for job in self.jobs)


def workload(jobs: Sequence[Job], year: Year, key: Callable[[str], str]) -> Workload:
    """Add up what SOPs take of each role in a year.

    Args:
        jobs: the SOPs; their order decides that of the roles.
        year: of one person.
        key: equal for two headings of one role, such as ``role_key``; a heading without one stands for itself.

    Returns:
        The workload; roles of different agencies are never the same.
    """
    agencies: dict[str, dict[str, list[Duty]]] = {}
    for job in jobs:
        often = job.runs(year)
        roles = agencies.setdefault(job.agency, {})
        for load in job.effort.loads:
            duty = Duty(job, load, load.low * often, load.high * often)
            roles.setdefault(key(load.heading) or load.heading, []).append(duty)
    return Workload(
        tuple(_need(agency, duties, year) for agency, roles in agencies.items() for duties in roles.values()),
        tuple(jobs),
        year,
    )


def _need(agency: str, duties: Sequence[Duty], year: Year) -> Need:
    headings = tuple(dict.fromkeys(" ".join(duty.load.heading.split()) for duty in duties))
    low = sum((duty.low for duty in duties), Fraction(0))
    high = sum((duty.high for duty in duties), Fraction(0))
    return Need(agency, headings[0], headings, tuple(duties), year, low, high)
