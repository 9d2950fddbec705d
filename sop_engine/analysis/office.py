"""When an Indonesian office works: the hours of each weekday, usually and in Ramadan.

In: how many days a week are worked. Out: ``OfficeHours``.

Office hours are those of Perpres 21/2023 (Hari Kerja dan Jam Kerja Instansi Pemerintah dan Pegawai ASN), Pasal 3 and 4:
Senin to Jumat, 37 h 30 min a week without breaks, from 07.30; in Ramadan 32 h 30 min, from 08.00. Breaks are 60 min and
on Jumat 90 min, in Ramadan 30 min and on Jumat 60 min. When a day ends, each agency sets for itself; these hours share
the week evenly:

* Senin-Kamis 07.30-12.00 and 13.00-16.00, Jumat 07.30-11.30 and 13.00-16.30: five times 7 h 30 min;
* in Ramadan Senin-Kamis 08.00-12.00 and 12.30-15.00, Jumat 08.00-11.30 and 12.30-15.30: five times 6 h 30 min.

An office of six days has the same hours a week: on Senin-Kamis to 15.00, on Jumat to 15.30, on Sabtu 07.30-12.30 (five
times 6 h 30 min and 5 h); in Ramadan to 14.00, to 14.30, and on Sabtu 08.00-13.00 (five times 5 h 30 min and 5 h).
"""

from dataclasses import dataclass
from typing import Final, NamedTuple, TypeAlias

__all__ = ["OfficeHours", "Span", "Spans", "Week", "office_hours"]


class Span(NamedTuple):
    """Minutes of a day that are worked, from one to before another."""

    start: int
    end: int


Spans: TypeAlias = tuple[Span, ...]

Week: TypeAlias = tuple[Spans, ...]
"""For each weekday, Senin first, the stretches that are worked; none on free days."""


@dataclass(frozen=True, slots=True)
class OfficeHours:
    """When an office works.

    Attributes:
        usual: on most days.
        ramadan: in Ramadan.
    """

    usual: Week
    ramadan: Week

    @property
    def days(self) -> int:
        """How many days a week are worked."""
        return sum(map(bool, self.usual))


def _hours(*texts: str) -> Spans:
    """``07.30-12.00`` as minutes."""
    found = []
    for text in texts:
        start, end = (60 * int(clock[:2]) + int(clock[3:]) for clock in text.split("-"))
        found.append(Span(start, end))
    return tuple(found)


def _week(usual: Spans, friday: Spans, saturday: Spans = ()) -> Week:
    return (usual, usual, usual, usual, friday, saturday, ())


_OFFICES: Final = {
    5: OfficeHours(
        _week(_hours("07.30-12.00", "13.00-16.00"), _hours("07.30-11.30", "13.00-16.30")),
        _week(_hours("08.00-12.00", "12.30-15.00"), _hours("08.00-11.30", "12.30-15.30")),
    ),
    6: OfficeHours(
        _week(
            _hours("07.30-12.00", "13.00-15.00"),
            _hours("07.30-11.30", "13.00-15.30"),
            _hours("07.30-12.30"),
        ),
        _week(
            _hours("08.00-12.00", "12.30-14.00"),
            _hours("08.00-11.30", "12.30-14.30"),
            _hours("08.00-13.00"),
        ),
    ),
}


def office_hours(days: int) -> OfficeHours:
    """The hours of an office that works 5 or 6 days a week.

    Raises:
        KeyError: it works neither.
    """
    return _OFFICES[days]
