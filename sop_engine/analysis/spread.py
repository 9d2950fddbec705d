"""How far single cases are spread around the expected time.

In: a chain, and what each of its turns adds. Out: the variance, exact wherever the chain is solved exactly, in the unit
that varies: what every case takes alike, such as ``120 hari`` before a loop of ``menit``, adds nothing to it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from sop_engine.analysis.chain import BUDGET, Moves, Number, summed, totals
from sop_engine.analysis.lengths import amount_of
from sop_engine.analysis.scales import Scale, root
from sop_engine.analysis.sides import Chances
from sop_engine.analysis.total import Total
from sop_engine.model.satuan import Amount, Unit

__all__ = ["Added", "Adding", "Course", "Spread", "spread_of", "variance_of"]


class Spread(NamedTuple):
    """How far single cases are spread around the expected elapsed time, when every time is at one end of its range.

    Attributes:
        unit: what the variances are told in, squared: detik, bulan or the one unit that varies.
        low: the variance where every row takes its shortest time, exact.
        high: the same for the longest times.
        deviation: the standard deviation at both ends, as near as ``near`` tells amounts.
        converted: the times were put into one unit by the conversion that was given.
    """

    unit: Unit
    low: Fraction
    high: Fraction
    deviation: Total
    converted: bool


class Adding(NamedTuple):
    """What one turn adds.

    Attributes:
        share: its probability.
        row: whose time it adds; None for a split, and where the cell is not left.
        sides: what a split takes, with all times at their low ends and at their high ends; else None.
        next: the state that follows, or None.
    """

    share: Number
    row: int | None
    sides: tuple[Chances, Chances] | None
    next: int | None


@dataclass(frozen=True, slots=True)
class Course:
    """The procedure from its start to its end; a split and its arms are one turn of it.

    Attributes:
        moves: the chain.
        visits: how often each state is visited.
        turns: what the turns of each state that is visited add.
        starts: the states that it may begin in, each with its probability and the row whose time it begins with.
        exact: it was solved in exact numbers.
    """

    moves: Moves
    visits: Sequence[Number]
    turns: Sequence[Sequence[Adding]]
    starts: Sequence[tuple[int, Number, int]]
    exact: bool


def spread_of(
    course: Course, ends: Sequence[Sequence[Amount]], scales: Sequence[Scale]
) -> tuple[Spread | None, float]:
    """How far the elapsed time is spread.

    Args:
        course: what can happen.
        ends: how long each row takes, at the low ends of all ranges and at the high ones; one where they are the same.
        scales: one in which all times can be told, or one for each family of units.

    Returns:
        None where times of several families vary; and how far off the variances can be, as ``Solution`` says.
    """
    variances: list[list[Fraction]] = [[] for _ in scales]
    error = 0.0
    for end, times in enumerate(ends):
        for scale, own in zip(scales, variances, strict=True):
            variance, off = _variance(course, scale, end, times)
            own.append(variance)
            error = max(error, off)
            if sum(any(some) for some in variances) > 1:
                return None, error
    chosen = next((at for at, own in enumerate(variances) if any(own)), 0)
    scale, low, high = scales[chosen], variances[chosen][0], variances[chosen][-1]
    if scale.unit is None:
        return None, error
    deviation = Total(root(low, scale.unit), root(high, scale.unit), measured=True)
    return Spread(scale.unit, low, high, deviation, scale.converted), error


def _variance(course: Course, scale: Scale, end: int, times: Sequence[Amount]) -> tuple[Fraction, float]:
    """The variance on one scale, when each row takes so long."""
    sizes: dict[int, Number] = {}

    def size(row: int) -> Number:
        if row not in sizes:
            sizes[row] = scale.of(times[row])
        return sizes[row]

    def added(turn: Adding) -> Added:
        if turn.sides is None:
            return Added(turn.share, 0 if turn.row is None else size(turn.row), 0, turn.next)
        values = [(scale.of(amount_of(length)), chance) for length, chance in turn.sides[end].items()]
        mean = sum(value * chance for value, chance in values)
        variance = sum(value * value * chance for value, chance in values) - mean * mean
        return Added(turn.share, mean, variance, turn.next)

    return variance_of(
        course.moves,
        course.visits,
        [[added(turn) for turn in own] for own in course.turns],
        [(state, share, size(row)) for state, share, row in course.starts],
        exact=course.exact,
    )


class Added(NamedTuple):
    """What one turn adds: with which probability, mean and variance of its time, and the state that follows or None."""

    share: Number
    mean: Number
    variance: Number
    next: int | None


def variance_of(
    moves: Moves,
    visits: Sequence[Number],
    added: Sequence[Sequence[Added]],
    starts: Sequence[tuple[int, Number, Number]],
    *,
    exact: bool = True,
) -> tuple[Fraction, float]:
    """By the law of total variance: what the turn of each state adds to it, so often as the state is visited.

    Args:
        moves: the chain.
        visits: how often each state is visited.
        added: the turns of each state that is visited.
        starts: states that it may begin in, each with its probability and its own time.
        exact: exact numbers are tried; what was too costly for the visits is so here too.

    Returns:
        The variance, and how far off what it is made of can be, as ``Solution`` says.
    """
    gains = [sum(turn.share * turn.mean for turn in own) for own in added]
    solution = totals(moves, gains, budget=BUDGET if exact else -1)
    behind = solution.values
    terms: list[tuple[int, int]] = []
    for state, own in enumerate(added):
        if len(own) < 2 and not any(turn.variance for turn in own):
            continue
        for turn in own:
            # Around the mean, and not from zero: so little is lost where a chain is solved in double precision.
            off = turn.mean - behind[state] + (0 if turn.next is None else behind[turn.next])
            # Multiplied as they stand: long numbers are shortened once, in the sum.
            often = visits[state]
            above, below = often.numerator * turn.share.numerator, often.denominator * turn.share.denominator
            terms.append((above * off.numerator**2, below * off.denominator**2))
            if turn.variance:
                terms.append((above * turn.variance.numerator, below * turn.variance.denominator))
    begin = [(share, behind[state] + own_time) for state, share, own_time in starts]
    middle = sum(share * value for share, value in begin)
    between = sum((share * (value - middle) ** 2 for share, value in begin), Fraction(0))
    return summed(terms) + between, solution.error
