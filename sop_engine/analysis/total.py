"""The total standard time of a SOP, and how it agrees with the one that its document states.

In: the times of the rows, each row once. Out: a ``Total``, exact, in the units that the rows use; and
whether a stated total is equal to it, equal when rounded, or wrong, and by how much.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from sop_engine.model.satuan import ZERO, Amount, Unit, range_text
from sop_engine.model.waktu import Style, Waktu

__all__ = ["Agreement", "Difference", "Total", "agreement", "difference", "directed", "total"]


@dataclass(frozen=True, slots=True)
class Total:
    """The sum of a Waktu column, carried only by what is always true.

    Attributes:
        low: the sum of the shortest times; zero where nothing is measured.
        high: the sum of the longest times; equal to ``low`` where no row has a range.
        measured: whether any row is measured.
    """

    low: Amount = ZERO
    high: Amount = ZERO
    measured: bool = False

    @property
    def is_range(self) -> bool:
        """Whether its two ends differ."""
        return self.low != self.high

    def __str__(self) -> str:
        if not self.measured:
            return "tidak terukur"
        return range_text(self.low, self.high) if self.is_range else str(self.high)

    def as_json(self) -> dict[str, object]:
        """``{"text", "parts"}``, for a range ``{"text", "min", "max"}``; parts are empty if unmeasured."""
        if not self.measured:
            return {"text": str(self), "parts": {}}
        return _as_json(str(self), self.low, self.high)


class Agreement(StrEnum):
    """How a stated total agrees with the computed one."""

    EQUAL = "equal"
    ROUNDED = "rounded"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Difference:
    """How far the computed total is from the stated one.

    Attributes:
        sign: ``+`` where the computed total is longer, ``-`` where it is shorter, empty where it is neither.
        low: how far at the nearer end, never below zero.
        high: how far at the other end; equal to ``low`` unless a range differs by another amount at each end.
    """

    sign: str
    low: Amount
    high: Amount

    def __str__(self) -> str:
        """The amount without its sign: ``2 menit``."""
        return str(self.high) if self.low == self.high else range_text(self.low, self.high)

    def as_json(self) -> dict[str, object]:
        """``{"sign", "text", "parts"}``, or with ``min`` and ``max`` for parts."""
        return {"sign": self.sign, **_as_json(str(self), self.low, self.high)}


def total(times: Iterable[Waktu]) -> Total:
    """Add up times: each row once, unit by unit, in any order.

    Unmeasured and shared times add nothing; a rate counts once, clock time as the hours it is written in.

    Args:
        times: the times of the rows.

    Returns:
        The sum; linear in the number of times.
    """
    measured = [time for time in times if time.is_measured]
    low = Amount.sum(time.low for time in measured).carried()
    if all(time.low is time.high for time in measured):
        return Total(low, low, measured=bool(measured))
    high = Amount.sum(time.high for time in measured).carried()
    return Total(low, high, measured=bool(measured))


def agreement(computed: Total, stated: Waktu) -> Agreement | None:
    """Compare a stated total with the computed one.

    Equal: two single times are as long as each other; two ranges have the same two ends; where one side is a
    range and the other a single time, the single one lies inside the range, its ends included. That holds both
    ways: rows of ``1-3 hari`` agree with a stated ``2 hari``, for they may take that long, and rows of ``2 hari``
    agree with a stated ``1-3 hari``, for the document promises no more than that. A stated limit (``maks.
    3 hari``) is a range from zero, and holds for any total whose longest end is up to it. Rounded: equal after
    cutting the computed total to the smallest unit that the document states; ``2 hari 0 jam`` states jam. Wrong:
    all else, also where units do not compare (``2 hari`` against ``14 jam``).

    Args:
        computed: the sum of the rows.
        stated: the total as the document states it.

    Returns:
        How they agree, or None where the document states none that is measured.
    """
    if not stated.is_measured:
        return None
    if not computed.measured:
        return Agreement.WRONG
    if _agree(computed.low, computed.high, stated):
        return Agreement.EQUAL
    for low, high in _cut(computed, stated):
        if _agree(low, high, stated):
            return Agreement.ROUNDED
    return Agreement.WRONG


def _cut(computed: Total, stated: Waktu) -> Iterator[tuple[Amount, Amount]]:
    """The computed total in the units of the stated one, with the broken part of the last unit and without."""
    units = [unit for unit, _ in (*stated.low.parts, *stated.high.parts)]
    if stated.terkecil is not None:
        units.append(stated.terkecil)
    if units:
        smallest: Unit = max(units, key=lambda unit: unit.rank)
        low, high = computed.low.cut_to(smallest), computed.high.cut_to(smallest)
        yield low, high
        yield low.whole_at(smallest), high.whole_at(smallest)


def _agree(low: Amount, high: Amount, stated: Waktu) -> bool:
    if stated.style is Style.AT_MOST:
        return _holds(high, stated.high)
    if low == high:
        return _holds(stated.low, low) and _holds(low, stated.high)
    if stated.low == stated.high:
        return _holds(low, stated.low) and _holds(stated.low, high)
    return low.compare(stated.low) == 0 and high.compare(stated.high) == 0


def _holds(less: Amount, more: Amount) -> bool:
    """Whether an amount is surely no longer than another."""
    return less.compare(more) in (0, -1)


def difference(computed: Total, stated: Waktu) -> Difference | None:
    """The computed total minus the stated one.

    A single time against a range is measured to the range's nearer end, and inside it the difference is zero;
    two ranges are measured end by end.

    Args:
        computed: the sum of the rows.
        stated: the total as the document states it.

    Returns:
        The difference, or None where a sign cannot be told: one of the two is not measured, their units
        differ (``2 hari`` against ``14 jam``), or two ranges differ in opposite ways.
    """
    if not (computed.measured and stated.is_measured):
        return None
    if _agree(computed.low, computed.high, stated):
        return Difference("", ZERO, ZERO)
    return directed(*_ends(computed, stated))


def directed(low: Amount, high: Amount) -> Difference | None:
    """The difference that is so far at the two ends of a range; None where they do not point in one direction."""
    signs = {low.sign, high.sign} - {0}
    if None in signs or len(signs) > 1:
        return None
    if -1 in signs:
        low, high = -low, -high
    order = low.compare(high)
    if order is None:
        return None
    sign = "-" if -1 in signs else "+" if signs else ""
    return Difference(sign, *((high, low) if order > 0 else (low, high)))


def _ends(computed: Total, stated: Waktu) -> tuple[Amount, Amount]:
    """Computed minus stated at both ends, or twice at the end that a single time outside a range is nearer to."""
    low, high = (computed.low - stated.low).carried(), (computed.high - stated.high).carried()
    if stated.style is Style.AT_MOST:
        return high, high
    if computed.is_range and stated.low != stated.high:
        return low, high
    # A range that lies above a single time has its low end nearer, and a single time above a range its high end.
    above, below = (low, high) if computed.is_range else (high, low)
    if above.sign == 1:
        return above, above
    return (below, below) if below.sign == -1 else (low, high)


def _as_json(text: str, low: Amount, high: Amount) -> dict[str, object]:
    if low == high:
        return {"text": text, "parts": high.as_json()}
    return {"text": text, "min": low.as_json(), "max": high.as_json()}
