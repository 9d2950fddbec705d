"""Days and hours as people write them, in both languages.

In: moments of a ``Calendar``, exact minutes. Out: ``Text``. A broken minute is shown as the next whole one, so that what
is shown is never too early.
"""

from datetime import date

from sop_engine.analysis.calendar import DAY, Moment, day_of
from sop_engine.diagnostics import Text
from sop_engine.model._bulan import NAMES
from sop_engine.model._bulan import WEEKDAYS as DAYS

__all__ = ["WEEKDAYS", "clock", "day_and_clock", "long_moment", "month_names", "short_day", "whole"]

WEEKDAYS = tuple(
    Text(ours, theirs)
    for ours, theirs in zip(
        DAYS,
        ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        strict=True,
    )
)
"""Their names, Senin first."""

_MONTHS = tuple(
    Text(ours, theirs)
    for ours, theirs in zip(
        NAMES,
        (
            *("January", "February", "March", "April", "May", "June"),
            *("July", "August", "September", "October", "November", "December"),
        ),
        strict=True,
    )
)
_SHORT = 3


def whole(moment: Moment) -> int:
    """The minute of a moment, or the next one where it is broken."""
    return int(-(-moment // 1))


def clock(minute: Moment) -> str:
    """``07.30``: the hour of a day's minute, as both languages are given it here."""
    minute = whole(minute)
    return f"{minute // 60:02d}.{minute % 60:02d}"


def month_names(day: date) -> tuple[Text, Text]:
    """The name of a day's month, whole and short: ``Maret``, ``Mar``."""
    name = _MONTHS[day.month - 1]
    return name, Text(name.id[:_SHORT], name.en[:_SHORT])


def short_day(day: date, *, year: bool = False) -> Text:
    """``16 Mar``, or ``16 Mar 2026``."""
    short = month_names(day)[1]
    after = f" {day.year}" if year else ""
    return Text(f"{day.day} {short.id}{after}", f"{day.day} {short.en}{after}")


def day_and_clock(moment: Moment, *, year: bool = False) -> Text:
    """``Sen 16 Mar 08.00``, or ``Sen 16 Mar 2026 08.00``."""
    moment = whole(moment)
    day = day_of(moment)
    short, weekday, at = short_day(day, year=year), WEEKDAYS[day.weekday()], clock(moment % DAY)
    return Text(f"{weekday.id[:_SHORT]} {short.id} {at}", f"{weekday.en[:_SHORT]} {short.en} {at}")


def long_moment(moment: Moment) -> Text:
    """``Senin, 16 Maret 2026 08.00``."""
    moment = whole(moment)
    day = day_of(moment)
    name, weekday, at = _MONTHS[day.month - 1], WEEKDAYS[day.weekday()], clock(moment % DAY)
    return Text(
        f"{weekday.id}, {day.day} {name.id} {day.year} {at}",
        f"{weekday.en}, {day.day} {name.en} {day.year} {at}",
    )
