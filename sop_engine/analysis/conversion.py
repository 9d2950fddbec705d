"""Amounts of time in one unit: what needs to know how long a working day, week and month are.

In: what ``waktu_kerja`` of a SOP says. Out: a ``Conversion``, exact, which tells each number that it used and whether
the SOP states it or it is the usual one. Nothing is converted by itself: only what a reader asks for.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from types import MappingProxyType
from typing import Final, NamedTuple

from sop_engine.model._angka import number_text
from sop_engine.model.satuan import MONTHS, SECONDS, Amount, Unit
from sop_engine.model.sop import WaktuKerja

__all__ = ["PER_DAY", "PER_MONTH", "PER_WEEK", "Conversion", "Given", "converted"]

PER_DAY: Final = "jam_per_hari"
PER_WEEK: Final = "hari_per_minggu"
PER_MONTH: Final = "hari_per_bulan"

_USUAL: Final = {PER_DAY: Fraction(15, 2), PER_WEEK: Fraction(5)}
"""Perpres 21/2023: 37 hours and 30 minutes in 5 working days. No rule says how many working days a month has."""

_NEEDS: Final[dict[Unit, frozenset[str]]] = {
    **dict.fromkeys(MONTHS, frozenset((PER_MONTH, PER_DAY))),
    Unit.MINGGU: frozenset((PER_WEEK, PER_DAY)),
    Unit.HARI: frozenset((PER_DAY,)),
    Unit.HARI_KERJA: frozenset((PER_DAY,)),
    **dict.fromkeys(SECONDS, frozenset()),
}
"""The numbers between each unit and a second; a calendar day is no working time."""


class Given(NamedTuple):
    """A number that a conversion uses.

    Attributes:
        key: its key in ``waktu_kerja``: ``jam_per_hari``, ``hari_per_minggu`` or ``hari_per_bulan``.
        number: hours a day, or days a week or a month.
        stated: the SOP states it; else it is the usual one of Perpres 21/2023.
    """

    key: str
    number: Fraction
    stated: bool

    def as_json(self) -> dict[str, object]:
        """``{"key": "jam_per_hari", "number": "7,5", "stated": false}``; whole numbers are integers."""
        whole = self.number.denominator == 1
        shown: int | str = self.number.numerator if whole else number_text(self.number)
        return {"key": self.key, "number": shown, "stated": self.stated}


@dataclass(frozen=True, slots=True)
class Conversion:
    """How long a working day, week and month are.

    Attributes:
        basis: the numbers that are known: of the day, of the week and, where the SOP states it, of the month.
    """

    basis: tuple[Given, ...]

    @classmethod
    def of(cls, waktu_kerja: WaktuKerja | None) -> "Conversion":
        """What a SOP says, and the usual numbers where it says nothing."""
        stated: set[str] = set() if waktu_kerja is None else waktu_kerja.model_fields_set
        numbers: dict[str, Fraction | None] = {**_USUAL, PER_MONTH: None}
        if waktu_kerja is not None:
            numbers = {
                PER_DAY: waktu_kerja.jam_per_hari,
                PER_WEEK: waktu_kerja.hari_per_minggu,
                PER_MONTH: waktu_kerja.hari_per_bulan,
            }
        return cls(
            tuple(Given(key, number, key in stated) for key, number in numbers.items() if number is not None)
        )

    def size(self, unit: Unit) -> Fraction | None:
        """How many seconds of working time a unit has.

        hari and hari kerja are the same, a day of ``jam_per_hari``. None for hari kalender, which is no working time,
        and for bulan, semester and tahun without ``hari_per_bulan``.
        """
        return _sizes(self.basis).get(unit)

    def factors(self, unit: Unit, *, clock: bool = False) -> Mapping[Unit, Fraction]:
        """How many of a unit one of each other unit is; those that cannot be converted to it are left out.

        What is always true needs no basis: ``2 tahun`` are 24 bulan whatever a month is.

        Args:
            unit: what is wanted.
            clock: what is converted is written as ``1 x 24 jam``, or holds such a time. It is never working time: it
                becomes hours, minutes or seconds, and only where it names nothing else.
        """
        return _factors(self.basis, unit, clock)

    def in_unit(self, amount: Amount, unit: Unit, *, clock: bool = False) -> Fraction | None:
        """An amount as a number of one unit, exact; None where one of its units cannot be converted.

        ``clock`` is as in ``factors``.
        """
        return converted(amount, self.factors(unit, clock=clock))

    def obstacles(self, amounts: Iterable[Amount]) -> tuple[Unit, ...]:
        """The units in the way of converting these amounts, in the order of ``Unit``."""
        units = {unit for amount in amounts for unit, _ in amount.parts}
        return tuple(unit for unit in Unit if unit in units and self.size(unit) is None)

    def used(self, amounts: Iterable[Amount], unit: Unit) -> tuple[Given, ...]:
        """The numbers that converting these amounts to a unit takes; ``3 hari`` to hari kerja takes none.

        What cannot be converted takes none either.
        """
        known, goal = self.factors(unit), _NEEDS.get(unit, frozenset())
        needed: set[str] = set()
        for amount in amounts:
            for part, _ in amount.parts:
                if part in known:
                    needed |= _NEEDS.get(part, frozenset()) ^ goal
        return tuple(given for given in self.basis if given.key in needed)


@lru_cache(maxsize=64)
def _sizes(basis: tuple[Given, ...]) -> Mapping[Unit, Fraction]:
    """How many seconds of working time each unit has; one that cannot be converted is left out."""
    numbers = {given.key: given.number for given in basis}
    day = numbers[PER_DAY] * 3600
    sizes = {unit: Fraction(size) for unit, size in SECONDS.items()}
    sizes |= {Unit.HARI: day, Unit.HARI_KERJA: day, Unit.MINGGU: numbers[PER_WEEK] * day}
    if PER_MONTH in numbers:
        sizes |= {unit: numbers[PER_MONTH] * day * size for unit, size in MONTHS.items()}
    return MappingProxyType(sizes)


@lru_cache(maxsize=64)
def _factors(basis: tuple[Given, ...], unit: Unit, clock: bool) -> Mapping[Unit, Fraction]:  # noqa: FBT001 - its own fact
    """How many of a unit one of each other unit is."""
    sizes = _sizes(basis)
    goal = sizes.get(unit)
    found = {} if goal is None else {part: size / goal for part, size in sizes.items()}
    for family in (MONTHS, {Unit.HARI_KALENDER: 1}):
        if unit in family:
            found |= {part: Fraction(size, family[unit]) for part, size in family.items()}
    if clock:
        found = {part: size for part, size in found.items() if part in SECONDS and unit in SECONDS}
    return MappingProxyType(found)


def converted(amount: Amount, factors: Mapping[Unit, Fraction]) -> Fraction | None:
    """An amount as a number of the unit that ``Conversion.factors`` was asked for; None where a unit is not in it."""
    found = Fraction(0)
    for unit, number in amount.parts:
        factor = factors.get(unit)
        if factor is None:
            return None
        found = number * factor if not found else found + number * factor
    return found
