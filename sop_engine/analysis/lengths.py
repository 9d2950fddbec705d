"""Lengths of ways through a procedure, where units may not compare.

In: amounts. Out: ``Length``, a flat tuple that adds quickly; and ``Candidates``, all that the least or the greatest
of several lengths can be: ``2 bulan`` is longer than ``40 hari kerja`` or shorter, as the month is.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from operator import add, gt
from typing import Final, Generic, TypeAlias, TypeVar

from sop_engine.model._angka import plain
from sop_engine.model.satuan import Amount, Unit
from sop_engine.model.waktu import Waktu

__all__ = [
    "MOST",
    "NOTHING",
    "Candidates",
    "Goal",
    "Length",
    "amount_of",
    "greatest",
    "in_turn",
    "least",
    "length_of",
    "lengths_of",
    "longest",
    "plus",
    "surely_longer",
    "times",
]

Length: TypeAlias = tuple[int | Fraction, ...]
"""Numbers of each unit, what always carries put together, then the seconds at each extreme; they add place by place."""

Item = TypeVar("Item")
Other = TypeVar("Other")
Both = TypeVar("Both")

_UNITS: Final = (
    Unit.BULAN,
    Unit.SEMESTER,
    Unit.MINGGU,
    Unit.HARI,
    Unit.HARI_KERJA,
    Unit.HARI_KALENDER,
    Unit.DETIK,
)
_SIZE: Final = len(_UNITS)
_CARRIED: Final = {
    Unit.TAHUN: (Unit.BULAN, 12),
    Unit.JAM: (Unit.DETIK, 3600),
    Unit.MENIT: (Unit.DETIK, 60),
}

MOST: Final = 64
"""So many candidates are kept; beyond that the figure is given up, for a part of the answer would be wrong."""

# How long the units can be at the ends of what is usual, in sevenths of a second so that all are whole: a working day
# of 5 to 24 hours, a week of 5 to 7 of them, a month of 20 to 31; a calendar day is as long as a working day or five
# sevenths of it, for seven of them hold five; and 'hari' alone is the one or the other.
_EXTREMES: Final = tuple(
    {
        Unit.BULAN: 7 * month * day,
        Unit.SEMESTER: 42 * month * day,
        Unit.MINGGU: 7 * week * day,
        Unit.HARI: plain * day,
        Unit.HARI_KERJA: 7 * day,
        Unit.HARI_KALENDER: calendar * day,
        Unit.DETIK: 7,
    }
    for day in (5 * 3600, 24 * 3600)
    for week in (5, 7)
    for month in (20, 31)
    for plain, calendar in ((7, 7), (7, 5), (5, 5))
)

_ONE: Final[dict[Unit, Length]] = {
    unit: (*(int(unit is other) for other in _UNITS), *(sizes[unit] for sizes in _EXTREMES))
    for unit in _UNITS
}
"""The length of one of each unit."""

NOTHING: Final[Length] = (0,) * (_SIZE + len(_EXTREMES))


class Goal(Enum):
    """Which way is looked for, and which end of its ranges."""

    LEAST = "least"
    GREATEST = "greatest"


def length_of(amount: Amount) -> Length:
    """The length of an amount; whole numbers become ints, which add ten times as fast."""
    found = NOTHING
    for unit, number in amount.parts:
        into, size = _CARRIED.get(unit, (unit, 1))
        found = plus(found, times(_ONE[into], plain(number) * size))
    return tuple(map(plain, found))


def lengths_of(rows: Sequence[Waktu], goal: Goal) -> list[Length]:
    """The length of each time at the end of its range that is asked for."""
    # Rows of one time mostly hold the very same object, which is found faster than an equal one.
    known: dict[int, Length] = {}
    for time in rows:
        if id(time) not in known:
            known[id(time)] = length_of(time.low if goal is Goal.LEAST else time.high)
    return [known[id(time)] for time in rows]


def amount_of(length: Length) -> Amount:
    """The amount, with everything carried that is always true."""
    return Amount.of(dict(zip(_UNITS, length, strict=False))).carried()


def plus(one: Length, other: Length) -> Length:
    """Both together."""
    return tuple(map(add, one, other))


def times(length: Length, count: int | Fraction) -> Length:
    """So many of it."""
    return tuple([number * count for number in length])


def surely_longer(one: Length, other: Length) -> bool:
    """Whether one is longer than the other, however long a day, a week and a month may be."""
    return all(map(gt, one[_SIZE:], other[_SIZE:]))


@dataclass(frozen=True, slots=True)
class Candidates(Generic[Item]):
    """All that a least or greatest length can be, each with what it stands for.

    Attributes:
        found: length and item, in the order in which they were found; no two of the same length.
        mixed: some are there because a longest arm cannot be told: none of them rules out another of this set.
        cut: there were more than ``MOST``.
    """

    found: tuple[tuple[Length, Item], ...]
    mixed: bool = False
    cut: bool = False

    def behind(self, length: Length, wrap: Callable[[Item], Item]) -> "Candidates[Item]":
        """What they are behind something that takes so long and comes first in what they stand for."""
        found = tuple([(plus(length, one), wrap(item)) for one, item in self.found])
        return Candidates(found, self.mixed, self.cut)


def least(sets: Sequence[Candidates[Item]]) -> Candidates[Item]:
    """The least of several alternatives, which a decision chooses from."""
    return _chosen(sets, surely_longer, mixed=any(one.mixed for one in sets))


def greatest(sets: Sequence[Candidates[Item]]) -> Candidates[Item]:
    """The greatest of several alternatives; or the longest of arms side by side, each as long as it can be."""
    return _chosen(sets, _surely_shorter, mixed=False)


def longest(sets: Sequence[Candidates[Item]]) -> Candidates[Item]:
    """The longest of arms that run side by side, each as short as it can be: what all of them together take."""
    found = _chosen(sets, _surely_shorter, mixed=True)
    return found if len(found.found) > 1 else Candidates(found.found, cut=found.cut)


def in_turn(
    one: Candidates[Item], other: Candidates[Other], both: Callable[[Item, Other], Both]
) -> Candidates[Both]:
    """One after the other: every candidate of the one with every candidate of the other."""
    if len(one.found) == len(other.found) == 1:
        ((length, item),), ((more, rest),) = one.found, other.found
        return Candidates(
            ((plus(length, more), both(item, rest)),), one.mixed or other.mixed, one.cut or other.cut
        )
    pairs: dict[Length, Both] = {}
    for length, item in one.found:
        for more, rest in other.found:
            pairs.setdefault(plus(length, more), both(item, rest))
    cut = one.cut or other.cut or len(pairs) > MOST
    return Candidates(tuple(pairs.items())[:MOST], one.mixed or other.mixed, cut)


def _surely_shorter(one: Length, other: Length) -> bool:
    return surely_longer(other, one)


def _chosen(
    sets: Sequence[Candidates[Item]], worse: Callable[[Length, Length], bool], *, mixed: bool
) -> Candidates[Item]:
    """What is left of all sets when everything that cannot be the answer is gone.

    Of a mixed set nobody knows which candidate holds: only what is worse than all of it can be left out.
    """
    if len(sets) == 1 and (mixed or len(sets[0].found) == 1):
        return sets[0]
    cut = any(one.cut for one in sets)
    by_length = {length: item for one in reversed(sets) for length, item in reversed(one.found)}
    if mixed:
        kept = [
            length
            for length in by_length
            if not any(all(worse(length, other) for other, _ in one.found) for one in sets)
        ]
    else:
        kept = [length for length in by_length if not any(worse(length, other) for other in by_length)]
    order = {length: at for at, length in enumerate(length for one in sets for length, _ in one.found)}
    kept.sort(key=order.__getitem__)
    return Candidates(
        tuple((length, by_length[length]) for length in kept[:MOST]), mixed, cut or len(kept) > MOST
    )
