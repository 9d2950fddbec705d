"""Standard times of different agencies, compared by what they say.

In: times in canonical text. Out: a value that is equal for equal times, and which of two is surely longer.
"""

from dataclasses import dataclass, field
from functools import lru_cache

from sop_engine.model.satuan import Amount, Unit, surely_longer
from sop_engine.model.waktu import WaktuError, parse_waktu

__all__ = ["TimeValue", "compared", "time_value"]

_DAYS = (Unit.HARI_KERJA, Unit.HARI_KALENDER)


@dataclass(frozen=True, slots=True)
class TimeValue:
    """A time by its value: 60 menit are 1 jam, and ``± 3 hari`` are 3 hari; ``maks. 3 hari`` begins at 0.

    Attributes:
        key: low, high and rate as text, which is the same for equal times and quick to compare.
        low: the shortest time, days of all kinds as hari and the rest carried.
        high: the longest time.
        per: what it is a rate for, or None.
    """

    key: str
    low: Amount = field(compare=False)
    high: Amount = field(compare=False)
    per: str | None = field(compare=False)


@lru_cache(maxsize=4096)
def time_value(canonical: str) -> TimeValue | None:
    """The value of a time in canonical text; None where nothing is measured, or zero."""
    try:
        waktu = parse_waktu(canonical) if canonical else None
    except WaktuError:
        # Nothing comes here but what a Waktu wrote; a rule does not crash if that is ever untrue.
        return None
    if waktu is None or not waktu.is_measured or not waktu.high:
        return None
    low, high, per = _plain(waktu.low), _plain(waktu.high), waktu.per and waktu.per.casefold()
    return TimeValue(f"{low}-{high}/{per}", low, high, per)


def _plain(amount: Amount) -> Amount:
    numbers = dict(amount.parts)
    for kind in _DAYS:
        if kind in numbers:
            numbers[Unit.HARI] = numbers.get(Unit.HARI, 0) + numbers.pop(kind)
    if Unit.SEMESTER in numbers:
        numbers[Unit.BULAN] = numbers.get(Unit.BULAN, 0) + 6 * numbers.pop(Unit.SEMESTER)
    return Amount.of(numbers).carried()


@lru_cache(maxsize=4096)
def compared(one: TimeValue, other: TimeValue) -> int:
    """1 where a time is longer than the other however long a day, a week and a month are, -1 where it is shorter.

    Ranges that meet do not differ, nor do 1 hari and 8 jam: 0. A rate is not compared with a time.
    """
    if one.per != other.per:
        return 0
    return surely_longer(one.low, other.high) - surely_longer(other.low, one.high)
