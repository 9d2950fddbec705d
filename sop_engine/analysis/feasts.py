"""Indonesia's feasts: national holidays, cuti bersama, and when Ramadan is.

In: a year. Out: ``Feast`` values, each with whether its day is still an estimate, and the days of ``Ramadan``. The days
come from the library ``holidays``: national holidays are its category ``public``, cuti bersama its category
``government``. It says of each feast that follows the moon whether the government has confirmed its day; of Nyepi it
does not, whose day is taken for an estimate as long as no decree names the cuti bersama of its year.

The library names no Ramadan for Indonesia. Its end is the day before Idulfitri; its first day is taken as the 30th
before Idulfitri. A month of the Islamic calendar has 29 or 30 days, so the first day may be one too early: it is always
an estimate, and shorter hours on that one day never make a deadline too early.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Any, Final

from sop_engine.diagnostics import Text
from sop_engine.extras import needed

__all__ = ["YEARS", "Feast", "FeastKind", "Ramadan", "feasts_of", "has_joint_leave", "ramadans_of"]

YEARS: Final = range(2002, 2051)
"""Years whose feasts can be told: before 2002 there was no cuti bersama, and beyond 2050 the library knows no Nyepi."""

_PURPOSE: Final = Text("'sop schedule'", "'sop schedule'")
_ESTIMATED: Final = " (perkiraan)"
_IDULFITRI: Final = "Hari Raya Idul Fitri"
_NYEPI: Final = "Hari Suci Nyepi"
_LONGEST: Final = 30


class FeastKind(StrEnum):
    """Why a day is free."""

    NATIONAL = "libur nasional"
    JOINT_LEAVE = "cuti bersama"


@dataclass(frozen=True, slots=True)
class Feast:
    """A free day.

    Attributes:
        day: when it is.
        name: its name in Indonesian.
        kind: national holiday or cuti bersama.
        estimated: its day is reckoned, and not confirmed yet.
    """

    day: date
    name: str
    kind: FeastKind
    estimated: bool


@dataclass(frozen=True, slots=True)
class Ramadan:
    """The month of fasting.

    Attributes:
        first: its first day, an estimate: 30 days before Idulfitri.
        last: its last day, the one before Idulfitri.
        estimated: Idulfitri itself is an estimate.
    """

    first: date
    last: date
    estimated: bool


@lru_cache(maxsize=len(YEARS))
def feasts_of(year: int) -> tuple[Feast, ...]:
    """The feasts of a year, by day; of one day the national holidays first.

    Args:
        year: one of ``YEARS``; any other has none.

    Raises:
        MissingProgram: the library is not installed.
    """
    if year not in YEARS:
        return ()
    library: Any = needed("holidays", "analysis", _PURPOSE)
    found = []
    for kind, category in ((FeastKind.NATIONAL, "public"), (FeastKind.JOINT_LEAVE, "government")):
        days = library.country_holidays("ID", years=year, categories=(category,), language="id")
        for day, names in days.items():
            # Two feasts on one day come as one text.
            for name in names.split("; "):
                plain = name.removesuffix(_ESTIMATED)
                found.append(Feast(day, plain, kind, estimated=plain != name))
    if all(feast.kind is FeastKind.NATIONAL for feast in found):
        found = [replace(feast, estimated=feast.estimated or feast.name == _NYEPI) for feast in found]
    return tuple(sorted(found, key=lambda feast: (feast.day, feast.kind is FeastKind.JOINT_LEAVE)))


def has_joint_leave(year: int) -> bool:
    """Whether any cuti bersama of a year is known: the government sets it by decree, mostly the year before."""
    return any(feast.kind is FeastKind.JOINT_LEAVE for feast in feasts_of(year))


def ramadans_of(year: int) -> tuple[Ramadan, ...]:
    """Each Ramadan that ends in a year or on the last day before it; 2033 has two Idulfitri."""
    return tuple(
        Ramadan(feast.day - timedelta(days=_LONGEST), feast.day - timedelta(days=1), feast.estimated)
        for feast in feasts_of(year)
        if feast.name == _IDULFITRI
    )
