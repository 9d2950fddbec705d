"""An agency's own office hours, where they are not those that ``office`` takes for granted.

In: weekdays and hours of a file, as texts with the line that each stands in. Out: the stretches that each weekday is
worked in, or ``UsageError`` that names the line and the fault. Reading the file itself is the caller's.
"""

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Final, NamedTuple

from sop_engine.analysis.agency_days import fault_at
from sop_engine.analysis.calendar import DAY
from sop_engine.analysis.office import Span, Spans, Week
from sop_engine.diagnostics import Text
from sop_engine.model._bulan import WEEKDAYS as DAYS
from sop_engine.model._unreadable import quoted

__all__ = ["WEEKDAYS", "RawHours", "week_of"]

WEEKDAYS: Final = tuple(name.lower() for name in DAYS)

_FREE: Final = "libur"
_CLOCK: Final = "([0-9]{1,2})[.:]([0-9]{2})"
_SPAN: Final = re.compile(rf"\s*{_CLOCK}\s*[-–]\s*{_CLOCK}\s*")
_APART: Final = re.compile(r",|;|\bdan\b")


class RawHours(NamedTuple):
    """Hours as they are written.

    Attributes:
        line: where they stand, from 1.
        days: ``jumat``, or ``senin-kamis``.
        hours: ``07.30-12.00, 13.00-16.00``, or ``libur``.
    """

    line: int
    days: str
    hours: object


def week_of(entries: Iterable[RawHours], name: str) -> Week:
    """Understand the hours of a week; weekdays that are not named are free.

    Args:
        entries: in the order of the file.
        name: the file's, for messages.

    Raises:
        UsageError: a weekday is unknown or there twice, hours cannot be read, run into each other or backwards, or no
            weekday is worked; the message names the line.
    """
    week: dict[int, Spans] = {}
    line = 1
    for entry in entries:
        line = entry.line
        spans = _spans(entry, name)
        for number in _numbers(entry, name):
            if number in week:
                words = quoted(WEEKDAYS[number])
                raise fault_at(
                    name, line, Text(f"{words} disebut dua kali", f"{words} is there twice"), _EXAMPLE
                )
            week[number] = spans
    if not any(week.values()):
        raise fault_at(name, line, Text("tidak ada hari kerja", "no weekday is worked"), _EXAMPLE)
    return tuple(week.get(number, ()) for number in range(len(WEEKDAYS)))


_EXAMPLE: Final = Text(
    "tulis misalnya 'senin-kamis: 07.30-12.00, 13.00-16.00', lalu 'jumat: 07.30-11.30, 13.00-16.30'",
    "write for example 'senin-kamis: 07.30-12.00, 13.00-16.00', then 'jumat: 07.30-11.30, 13.00-16.30'",
)


def _numbers(entry: RawHours, name: str) -> range:
    """The weekdays that are meant, by their numbers."""
    names = [part.strip() for part in entry.days.casefold().replace("'", "").split("-", 1)]
    for day in names:
        if day not in WEEKDAYS:
            words = quoted(day)
            raise fault_at(
                name, entry.line, Text(f"{words} bukan nama hari", f"{words} is no weekday"), _EXAMPLE
            )
    numbers = range(WEEKDAYS.index(names[0]), WEEKDAYS.index(names[-1]) + 1)
    if not numbers:
        words = quoted(entry.days)
        raise fault_at(
            name, entry.line, Text(f"{words} berjalan mundur", f"{words} runs backwards"), _EXAMPLE
        )
    return numbers


def _spans(entry: RawHours, name: str) -> Spans:
    """The stretches that are worked."""
    text = entry.hours
    if not isinstance(text, str):
        words = quoted(entry.days)
        raise fault_at(
            name, entry.line, Text(f"jam {words} bukan teks", f"the hours of {words} are no text"), _EXAMPLE
        )
    if text.strip().casefold() == _FREE:
        return ()
    spans = tuple(_span(part, entry.line, name) for part in _APART.split(text))
    if any(one.end > other.start for one, other in pairwise(spans)):
        words = quoted(text)
        raise fault_at(
            name,
            entry.line,
            Text(f"jam {words} bertumpang tindih", f"the hours {words} run into each other"),
            Text(
                "tulis menurut urutan, istirahat di antaranya", "write them in order, with the break between"
            ),
        )
    return spans


def _span(text: str, line: int, name: str) -> Span:
    found = _SPAN.fullmatch(text)
    if found is not None:
        hour, minute, last, after = map(int, found.groups())
        span = Span(hour * 60 + minute, last * 60 + after)
        if minute < 60 and after < 60 and span.start < span.end <= DAY:
            return span
    words = quoted(text.strip())
    raise fault_at(
        name, line, Text(f"{words} bukan rentang jam", f"{words} is no stretch of hours"), _EXAMPLE
    )
