"""Times in one number: where that can be done, and how amounts are told that are no round numbers.

In: times, and a ``Conversion`` where the reader asks for one. Out: a ``Scale``; amounts near enough to be read.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import isqrt
from typing import Final

from sop_engine.analysis.chain import Number
from sop_engine.analysis.conversion import Conversion
from sop_engine.model._angka import plain
from sop_engine.model.satuan import MONTHS, SECONDS, Amount, Unit
from sop_engine.model.waktu import Waktu

__all__ = ["Scale", "near", "root", "scale_of", "scales_within"]

_FAMILIES: Final[tuple[tuple[Unit, Mapping[Unit, int]], ...]] = (
    (Unit.DETIK, SECONDS),
    (Unit.BULAN, MONTHS),
    *((unit, {unit: 1}) for unit in (Unit.MINGGU, Unit.HARI, Unit.HARI_KERJA, Unit.HARI_KALENDER)),
)
_FINE: Final = {Unit.DETIK: 1}
_COARSE: Final = 100


@dataclass(frozen=True, slots=True)
class Scale:
    """How long units are in one of them.

    Attributes:
        unit: the one that lengths are told in; None where the times have none in common.
        sizes: how many of it each unit is.
        converted: by a conversion; else by what is always true.
    """

    unit: Unit | None
    sizes: Mapping[Unit, Number]
    converted: bool = False

    def of(self, amount: Amount) -> Number:
        """An amount as a number of the unit."""
        return plain(sum(plain(number) * self.sizes[unit] for unit, number in amount.parts))


def scale_of(times: Iterable[Waktu], conversion: Conversion | None) -> Scale:
    """The scale of these times: of one family of units as it stands, else by the conversion.

    ``1 x 24 jam`` is never working time: where days or months stand beside it, there is no scale.
    """
    times = tuple(times)
    units = _units(times)
    for unit, sizes in _FAMILIES:
        if units <= sizes.keys():
            return Scale(unit, sizes)
    if conversion is None or any(time.clock for time in times):
        return Scale(None, {})
    known = {unit: size for unit in Unit if unit in units and (size := conversion.size(unit)) is not None}
    return Scale(Unit.DETIK, known, converted=True) if units <= known.keys() else Scale(None, {})


def scales_within(times: Iterable[Waktu]) -> list[Scale]:
    """For each family of units that these times have the scale that tells what they have of it, and nothing else."""
    units = _units(times)
    return [
        Scale(unit, {other: sizes.get(other, 0) for other in units})
        for unit, sizes in _FAMILIES
        if not units.isdisjoint(sizes)
    ]


def _units(times: Iterable[Waktu]) -> set[Unit]:
    return {unit for time in times for amount in (time.low, time.high) for unit, _ in amount.parts}


def near(amount: Amount) -> Amount:
    """An amount near enough to be read: to the nearest detik, and hundredth of a day, week, month or year.

    >>> str(near(Amount.of({Unit.JAM: Fraction(10, 7)})))
    '1 jam 25 menit 43 detik'
    """
    carried = amount.carried()
    return Amount.of(
        {unit: _rounded(number, _FINE.get(unit, _COARSE)) for unit, number in carried.parts}
    ).carried()


def _rounded(number: Fraction, parts: int) -> Fraction:
    """To the nearest such part of one; a half goes up."""
    return Fraction((2 * number * parts + 1) // 2, parts)


def root(variance: Fraction, unit: Unit) -> Amount:
    """The square root of a variance, as near as ``near`` tells amounts."""
    parts = _FINE.get(unit, _COARSE)
    whole = isqrt(4 * parts * parts * variance.numerator // variance.denominator)
    return Amount.of({unit: Fraction((whole + 1) // 2, parts)}).carried()
