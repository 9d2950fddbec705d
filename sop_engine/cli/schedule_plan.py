"""What ``sop schedule`` is asked for, and the schedule of one SOP.

In: options as they are given, and what an agency's own file says. Out: ``Wish``, and a ``Plan`` for each SOP.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cached_property

from sop_engine.analysis.calendar import Calendar, Day, Moment, day_of, moment_of
from sop_engine.analysis.feasts import Ramadan
from sop_engine.analysis.regions import regions_of
from sop_engine.analysis.schedule import Schedule, Way, schedule_of
from sop_engine.cli.config import day
from sop_engine.cli.schedule_file import OFFICES, AgencyFile, read_file
from sop_engine.cli.timing_rounds import Rounds, parse_wishes, rounds_asked
from sop_engine.cli.timing_rounds import Wish as Repeat
from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError
from sop_engine.graph.process import ProcessGraph
from sop_engine.library import Definition
from sop_engine.model._angka import number_text
from sop_engine.model.sop import Sop
from sop_engine.text import quoted

__all__ = ["Plan", "Wish", "plan_of", "wish_of"]

_CLOCK = r"([0-9]{1,2})(?:[.:]([0-9]{2}))?"


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for.

    Attributes:
        start: the first day.
        at: the minute of that day, or None for when the office opens.
        way: which way through the flow.
        repeats: how often which loops are gone round.
        week: how many days a week are worked, or None for what the agency's file or the SOP says.
        own: what the agency's file says.
        calendars: one for each week, made when it is needed.
    """

    start: date
    at: int | None
    way: Way
    repeats: tuple[Repeat, ...]
    week: int | None
    own: AgencyFile
    calendars: dict[int, Calendar] = field(default_factory=dict)

    def calendar(self, week: int) -> Calendar:
        """The calendar of an office that works so many days a week."""
        if week not in self.calendars:
            self.calendars[week] = Calendar(self.own.hours(week), self.own.days)
        return self.calendars[week]


@dataclass(frozen=True)
class Plan:
    """One SOP on the calendar.

    Attributes:
        definition: where it comes from.
        compiled: what it became.
        sop: its models.
        graph: its flow.
        asked: the first day, as it is asked for.
        schedule: when each row is done.
        calendar: that it was made with.
        own: what the agency's file says.
        stated: the SOP itself states how many days a week are worked, and neither an option nor the file says otherwise.
        rounds: what was asked of the procedure's loops, or None.
    """

    definition: Definition
    compiled: Compiled
    sop: Sop
    graph: ProcessGraph
    asked: date
    schedule: Schedule
    calendar: Calendar
    own: AgencyFile
    stated: bool
    rounds: Rounds | None = None

    @cached_property
    def days(self) -> tuple[Day, ...]:
        """Every day from the first to the deadline."""
        schedule = self.schedule
        first, last = day_of(schedule.start).toordinal(), day_of(schedule.deadline).toordinal()
        return tuple(self.calendar.day(date.fromordinal(number)) for number in range(first, last + 1))

    @cached_property
    def ramadans(self) -> tuple[Ramadan, ...]:
        """Each Ramadan that some of the days are in."""
        return tuple(dict.fromkeys(one.ramadan for one in self.days if one.ramadan is not None))


def wish_of(
    start: str | None,
    at: str | None,
    path: str,
    repeat: Sequence[str],
    days_per_week: str | None,
    days: str | None,
) -> Wish:
    """Understand the options.

    Raises:
        UsageError: there is no first day, one of them cannot be understood, or the agency's file cannot; or that file
            and an option both say which days are worked.
    """
    if start is None:
        raise UsageError(
            Text("tanggal mulai belum disebut", "no first day is given"),
            Text("tulis misalnya --start 2026-03-16", "write for example --start 2026-03-16"),
        )
    first = day("--start", start)
    if first.hari is None:
        raise AssertionError("an option's day has its number")
    begin = date(first.tahun, first.bulan, first.hari)
    day_of(moment_of(begin))
    own = AgencyFile() if days is None else read_file(days)
    if days_per_week is not None and own.usual is not None:
        raise UsageError(
            Text(
                f"{quoted(own.name)} sudah menyebut hari kerja seminggu",
                f"{quoted(own.name)} says already which days a week are worked",
            ),
            Text("hapus --days-per-week", "leave --days-per-week out"),
        )
    return Wish(
        begin,
        None if at is None else _minute(at),
        Way(path),
        parse_wishes(repeat),
        None if days_per_week is None else int(days_per_week),
        own,
    )


def _minute(text: str) -> int:
    found = re.fullmatch(_CLOCK, text.strip())
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (-1, 0)
    if not (0 <= hour < 24 and minute < 60):
        raise UsageError(
            Text(f"--at {quoted(text)} bukan jam", f"--at {quoted(text)} is no time of day"),
            Text("tulis misalnya 07.30", "write for example 07.30"),
        )
    return hour * 60 + minute


def plan_of(wish: Wish, definition: Definition, compiled: Compiled, *, several: bool) -> Plan | None:
    """The schedule of one SOP; None where it could not be read whole.

    Args:
        wish: what is asked for.
        definition: where the SOP comes from.
        compiled: what it became.
        several: there are other SOPs; one without loops then has nothing to repeat.

    Raises:
        UsageError: its week is not of 5 or 6 days, what is to be repeated is no loop, or it does not end within the
            calendar.
    """
    sop, graph = compiled.sop, compiled.graph
    if not compiled.whole or sop is None or graph is None:
        return None
    calendar = wish.calendar(_week(wish, sop))
    regions = regions_of(graph)
    rounds = rounds_asked(wish.repeats, graph, regions, several=several)
    counts = {} if rounds is None else rounds.counts
    start = _start(wish, calendar)
    schedule = schedule_of(graph, calendar, start, wish.way, repeats=counts, regions=regions)
    said = "hari_per_minggu" in sop.waktu_kerja.model_fields_set
    stated = said and wish.week is None and wish.own.usual is None
    return Plan(definition, compiled, sop, graph, wish.start, schedule, calendar, wish.own, stated, rounds)


def _week(wish: Wish, sop: Sop) -> int:
    """How many days a week are worked; of no matter where the agency's file names its hours."""
    week = sop.waktu_kerja.hari_per_minggu if wish.week is None else wish.week
    if wish.own.usual is not None:
        return OFFICES[0]
    if week not in OFFICES:
        shown = number_text(Fraction(week))
        raise UsageError(
            Text(
                f"jam kerja untuk {shown} hari seminggu tidak diketahui",
                f"no office hours are known for {shown} days a week",
            ),
            Text(
                "pakai --days-per-week 5 atau 6, atau tulis jam_kerja dalam berkas --days",
                "use --days-per-week 5 or 6, or write jam_kerja in the file of --days",
            ),
        )
    return int(week)


def _start(wish: Wish, calendar: Calendar) -> Moment:
    midnight = moment_of(wish.start)
    return calendar.opening(midnight) if wish.at is None else midnight + wish.at
