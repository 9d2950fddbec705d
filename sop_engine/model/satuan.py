"""Units of time and exact amounts of them.

In: numbers of units. Out: ``Amount``, a sum that adds unit by unit and converts only what is always
true: 60 detik are 1 menit, 60 menit are 1 jam, 12 bulan are 1 tahun. Hours never become days here,
for that would need to know how long a working day is.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Any, Final

from sop_engine.model._angka import number_text

__all__ = ["MONTHS", "SECONDS", "ZERO", "Amount", "Unit", "range_text", "surely_longer"]


class Unit(StrEnum):
    """The units of a standard time, largest first; hari, hari kerja and hari kalender are three."""

    TAHUN = "tahun"
    SEMESTER = "semester"
    BULAN = "bulan"
    MINGGU = "minggu"
    HARI = "hari"
    HARI_KERJA = "hari kerja"
    HARI_KALENDER = "hari kalender"
    JAM = "jam"
    MENIT = "menit"
    DETIK = "detik"

    @property
    def rank(self) -> int:
        """Its place from the largest, 0; the three kinds of day share one."""
        return _RANKS[self]


_UNITS: Final = tuple(Unit)
_DAYS: Final = (Unit.HARI, Unit.HARI_KERJA, Unit.HARI_KALENDER)
_RANKS: Final = {unit: _UNITS.index(Unit.HARI if unit in _DAYS else unit) for unit in _UNITS}

# Only what always holds; a total carries by these, a part of a larger unit is spread by them.
_CARRIES: Final = ((Unit.TAHUN, Unit.BULAN, 12), (Unit.JAM, Unit.MENIT, 60), (Unit.MENIT, Unit.DETIK, 60))
MONTHS: Final = {Unit.TAHUN: 12, Unit.SEMESTER: 6, Unit.BULAN: 1}
"""How many bulan the units of the year have."""
SECONDS: Final = {Unit.JAM: 3600, Unit.MENIT: 60, Unit.DETIK: 1}
"""How many detik the units of the clock have."""


@dataclass(frozen=True, slots=True)
class Amount:
    """An exact sum of units.

    Two amounts are equal when they name the same numbers of the same units: ``60 menit`` and ``1 jam``
    are not equal, but they compare as 0.

    Attributes:
        parts: unit and number, in the order of ``Unit``, none of them zero; nothing at all is zero.
    """

    parts: tuple[tuple[Unit, Fraction], ...] = ()

    @classmethod
    def of(cls, numbers: Mapping[Unit, int | Fraction]) -> "Amount":
        """The amount of so many of each unit; zeros fall away."""
        return cls(tuple((unit, Fraction(numbers[unit])) for unit in _UNITS if numbers.get(unit)))

    @classmethod
    def sum(cls, amounts: Iterable["Amount"]) -> "Amount":
        """All of them together, unit by unit and without carrying."""
        numbers: dict[Unit, int | Fraction] = {}
        for amount in amounts:
            for unit, number in amount.parts:
                # Whole numbers are added as ints: fractions cost ten times as much.
                part = number.numerator if number.denominator == 1 else number
                numbers[unit] = numbers.get(unit, 0) + part
        return cls.of(numbers)

    def __bool__(self) -> bool:
        return bool(self.parts)

    def __neg__(self) -> "Amount":
        return Amount(tuple((unit, -number) for unit, number in self.parts))

    def __add__(self, other: "Amount") -> "Amount":
        return Amount.sum((self, other))

    def __sub__(self, other: "Amount") -> "Amount":
        return Amount.sum((self, -other))

    def __str__(self) -> str:
        if not self.parts:
            return f"0 {Unit.MENIT}"
        return " ".join([f"{number_text(number)} {unit}" for unit, number in self.parts])

    def as_json(self) -> dict[str, int | str]:
        """Numbers by unit: integers, or exact text such as ``1,5``; zero is ``{"menit": 0}``."""
        if not self.parts:
            return {str(Unit.MENIT): 0}
        return {
            str(unit): int(number) if number.denominator == 1 else number_text(number)
            for unit, number in self.parts
        }

    @property
    def sign(self) -> int | None:
        """1, 0 or -1 where all parts agree on it, None where some are above and some below zero."""
        signs = {1 if number > 0 else -1 for _, number in self.parts}
        return None if len(signs) == 2 else next(iter(signs), 0)

    def spread(self) -> "Amount":
        """Parts of a unit as smaller units where that is always true: ``1,5 jam`` is ``1 jam 30 menit``.

        Whole numbers stay as they are: ``90 menit`` is not carried.
        """
        if all(number.denominator == 1 for _, number in self.parts):
            return self
        numbers: dict[Unit, int | Fraction] = dict(self.parts)
        for large, small, size in _CARRIES:
            whole, rest = divmod(numbers.get(large, 0), 1)
            numbers[large] = whole
            numbers[small] = numbers.get(small, 0) + rest * size
        return Amount.of(numbers)

    def carried(self) -> "Amount":
        """The same amount with everything carried that is always true: ``122 menit`` is ``2 jam 2 menit``."""
        numbers: dict[Unit, int | Fraction] = {
            unit: number.numerator if number.denominator == 1 else number for unit, number in self.parts
        }
        seconds: Any = _pooled(numbers, SECONDS)
        minutes, detik = divmod(abs(seconds), 60)
        jam, menit = divmod(minutes, 60)
        months: Any = numbers.pop(Unit.TAHUN, 0) * 12 + numbers.pop(Unit.BULAN, 0)
        if months * numbers.get(Unit.SEMESTER, 0) < 0:
            # A difference can hold a semester on one side and months on the other; six months are always one.
            months += numbers.pop(Unit.SEMESTER) * 6
        tahun, bulan = divmod(abs(months), 12)
        clock, calendar = (-1 if seconds < 0 else 1), (-1 if months < 0 else 1)
        return Amount.of(
            numbers
            | {Unit.TAHUN: calendar * tahun, Unit.BULAN: calendar * bulan}
            | {Unit.JAM: clock * jam, Unit.MENIT: clock * menit, Unit.DETIK: clock * detik}
        )

    def cut_to(self, unit: Unit) -> "Amount":
        """Without the parts of smaller units; days of all three kinds count as one size."""
        return Amount(tuple((part, number) for part, number in self.parts if part.rank <= unit.rank))

    def whole_at(self, unit: Unit) -> "Amount":
        """Without the broken part of that unit: ``1,5 hari`` at ``hari`` is ``1 hari``."""
        return Amount.of(
            {part: number // 1 if part.rank == unit.rank else number for part, number in self.parts}
        )

    def compare(self, other: "Amount") -> int | None:
        """1, 0 or -1 as it is longer, as long or shorter than another; None where units do not compare.

        ``60 menit`` is ``1 jam`` and ``1 semester`` is ``6 bulan``; ``2 hari`` against ``14 jam`` is None,
        ``2 hari 1 jam`` against ``2 hari`` is 1.
        """
        numbers: dict[Unit, int | Fraction] = dict((self - other).parts)
        numbers[Unit.DETIK] = _pooled(numbers, SECONDS)
        numbers[Unit.BULAN] = _pooled(numbers, MONTHS)
        return Amount.of(numbers).sign


ZERO: Final = Amount()


def _pooled(numbers: dict[Unit, int | Fraction], sizes: Mapping[Unit, int]) -> int | Fraction:
    """Take the units of a family out of the numbers, and give their sum in its smallest one."""
    return sum(numbers.pop(unit, 0) * size for unit, size in sizes.items())


# How long the units can be, in seconds, at the ends of what is usual: a day from 5 hours of effective work
# (300 minutes, Perka BKN 19/2011) to a whole one, a week of 5 to 7 days, a month of 20 to 31. An amount is
# linear in each of the three, so what holds at all eight corners holds everywhere between them.
_CORNERS: Final = tuple(
    {
        Unit.TAHUN: 12 * month * day,
        Unit.SEMESTER: 6 * month * day,
        Unit.BULAN: month * day,
        Unit.MINGGU: week * day,
        **dict.fromkeys(_DAYS, day),
        **SECONDS,
    }
    for day in (5 * 3600, 24 * 3600)
    for week in (5, 7)
    for month in (20, 31)
)


def surely_longer(one: Amount, other: Amount) -> bool:
    """Whether one amount is longer than another however long a day, a week and a month may be."""
    order = one.compare(other)
    if order is not None:
        return order == 1
    difference = one - other
    return all(sum(number * sizes[unit] for unit, number in difference.parts) > 0 for sizes in _CORNERS)


def range_text(low: Amount, high: Amount) -> str:
    """A range as canonical text: ``1-2 hari`` where both ends are of one unit, else ``30 menit - 3 jam``."""
    if len(high.parts) == 1 and (not low or (len(low.parts) == 1 and low.parts[0][0] is high.parts[0][0])):
        unit, number = high.parts[0]
        return f"{number_text(low.parts[0][1]) if low else 0}-{number_text(number)} {unit}"
    return f"{low} - {high}" if low or high else f"0-0 {Unit.MENIT}"
