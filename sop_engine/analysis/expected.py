"""The expected time of a procedure: what it takes on average, when each branch is taken with its probability.

In: a ``ProcessGraph``. Out: ``Expected``: elapsed time and work, how often each step is done, how far single cases are
spread, and what had to be assumed. Exact: an absorbing Markov chain, no run of chance (J. Kemeny and J. Snell, Finite
Markov Chains, 1960, chapter 3).

Times count as on a way through the flow: once each time that a flow comes into a Waktu cell from another one. Arms that
run side by side take as long as the longest of them, each choosing for itself; for work all arms count, and every role.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from types import MappingProxyType
from typing import TypeAlias

from sop_engine.analysis.cells import cells_of
from sop_engine.analysis.chain import Number, Solution, SolutionError, summed, trapped, visits
from sop_engine.analysis.conversion import Conversion
from sop_engine.analysis.entering import Entering
from sop_engine.analysis.lengths import NOTHING, Length, amount_of, length_of, surely_longer
from sop_engine.analysis.regions import Doubt, DoubtKind, Regions, regions_of
from sop_engine.analysis.scales import near, scale_of, scales_within
from sop_engine.analysis.scenario import Assumed, Scenario, applied, assumed
from sop_engine.analysis.sides import Chances, longest_arms
from sop_engine.analysis.spending import spending
from sop_engine.analysis.spread import Adding, Course, Spread, spread_of
from sop_engine.analysis.stays import Owner, Stays
from sop_engine.analysis.total import Total
from sop_engine.analysis.turns import Turn, Turns, turns_of
from sop_engine.graph.process import ProcessGraph
from sop_engine.model._angka import plain
from sop_engine.model.satuan import Amount, Unit
from sop_engine.model.sop import Sop

__all__ = ["Expected", "Spread", "expected", "near"]


@dataclass(frozen=True, slots=True)
class Expected:
    """What a procedure takes on average.

    Attributes:
        elapsed: from its start to its end, at both ends of ranges and unit by unit; None where it cannot be given.
        work: what all roles spend together; None where nothing can be given.
        visits: how often each step that is reached is done, by its id, in document order; ends behind a branch too.
        spent: how often each role (by its key) spends the time of each Waktu cell (by the row it stands in).
        spread: of the elapsed time; None where nothing is measured, and where what varies has units that do not
            compare without a conversion.
        assumed: the decisions whose shares are assumed, since two or more of their branches say no ``peluang``.
        starts: the starts, each taken to be as likely as the others; empty where there is one.
        unmeasured: rows (by name) that are reached and have no measured time: they count nothing.
        error: how far off visits and means can be, as a share of the largest of them; 0 where all figures are exact.
        doubt: why nothing can be given, or None.
        elapsed_doubt: why the elapsed time cannot be given, or None; the work may be there all the same.
    """

    elapsed: Total | None = None
    work: Total | None = None
    visits: Mapping[str, Fraction] = field(default_factory=dict)
    spent: Mapping[Owner, Fraction] = field(default_factory=dict)
    spread: Spread | None = None
    assumed: tuple[Assumed, ...] = ()
    starts: tuple[str, ...] = ()
    unmeasured: tuple[str, ...] = ()
    error: float = 0.0
    doubt: Doubt | None = None
    elapsed_doubt: Doubt | None = None


def expected(
    graph: ProcessGraph,
    conversion: Conversion | None = None,
    *,
    sop: Sop | None = None,
    scenario: Scenario | None = None,
    regions: Regions | None = None,
) -> Expected:
    """What a procedure takes on average.

    Args:
        graph: the procedure.
        conversion: how times become comparable that have different units: for the spread, and for the longest of arms.
        sop: tells which shares are written; without it those of all decisions count as assumed.
        scenario: what else is to hold; it may be applied to the graph already.
        regions: what ``regions_of`` found for the graph, where that is known already.

    Returns:
        The figures that can be given, and why others cannot; near linear in steps and flows for flows that are drawn in
        reading order.

    Raises:
        MissingProgram: the flow is too large and tangled for exact numbers, and scipy is not installed.
    """
    if scenario is not None:
        graph = applied(graph, scenario)
    turns = turns_of(graph, regions_of(graph) if regions is None else regions)
    if isinstance(turns, Doubt):
        return Expected(doubt=turns, elapsed_doubt=turns)
    try:
        return _Figures(graph, turns, conversion).expected(assumed(graph, sop, scenario))
    except SolutionError:
        doubt = Doubt(DoubtKind.TOO_LARGE)
        return Expected(doubt=doubt, elapsed_doubt=doubt)


_Sides: TypeAlias = tuple[Mapping[tuple[int, int], Chances], Mapping[tuple[int, int], Chances]]
"""What every split takes, with all times at their low ends and at their high ends; by state and number of the turn."""


class _Figures:
    """All figures of one procedure."""

    def __init__(self, graph: ProcessGraph, turns: Turns, conversion: Conversion | None) -> None:
        self.graph = graph
        self.net = graph.net
        self.turns = turns
        self.steps = tuple(graph.steps.values())
        self.cells = cells_of(graph)
        self.entering = Entering(graph, self.cells)
        self.error = 0.0
        rows = sorted({self.steps[step].row for step in turns.steps})
        self.unmeasured = tuple(
            self.cells.names[row] for row in rows if not self.cells.times[row].is_measured
        )
        self.times = [self.cells.times[row] for row in rows if self.cells.times[row].is_measured]
        self.scale = scale_of(self.times, conversion)
        self.fixed = all(time.low == time.high for time in self.times)

    def expected(self, assumptions: tuple[Assumed, ...]) -> Expected:
        """All of them."""
        every = [
            _merged((next_, turn.share) for turn in own for next_ in turn.leads_to()) for own in self.turns.of
        ]
        last = [
            state for state, own in enumerate(self.turns.of) if not own or any(turn.finishes for turn in own)
        ]
        caught = trapped(every, last, self.turns.starts)
        if caught:
            steps = sorted({self.turns.steps[state] for state in caught})
            endless = Doubt(DoubtKind.ENDLESS, tuple(self.graph.ids[step] for step in steps))
            return Expected(doubt=endless, elapsed_doubt=endless, assumed=assumptions)
        often = self._noted(visits(every, self.turns.starts)).values
        done: dict[int, Number] = {}
        for state, count in enumerate(often):
            step = self.turns.steps[state]
            done[step] = done[step] + count if step in done else count
        seen = {self.graph.ids[step]: _fraction(done[step]) for step in sorted(done)}
        starts = self.net.starts
        elapsed, spread, doubt = self._elapsed(often)
        work, spent = self._work(often)
        return Expected(
            elapsed,
            work,
            MappingProxyType(seen),
            spent,
            spread,
            tuple(one for one in assumptions if one.step in seen),
            tuple(self.graph.ids[step] for step in starts) if len(starts) > 1 else (),
            self.unmeasured,
            self.error,
            elapsed_doubt=doubt,
        )

    def _noted(self, solution: Solution) -> Solution:
        self.error = max(self.error, solution.error)
        return solution

    def _work(self, often: list[Number]) -> tuple[Total, Mapping[Owner, Fraction]]:
        """The work, and how often each role spends the time of each cell."""
        spent, error = spending(Stays(self.graph, self.cells), self.turns, often)
        self.error = max(self.error, error)
        counts: dict[int, Number] = {}
        for owner, count in spent.items():
            counts[owner.cell] = counts[owner.cell] + count if owner.cell in counts else count
        shown = {owner: _fraction(spent[owner]) for owner in sorted(spent)}
        return self._total(counts, []), MappingProxyType(shown)

    def _total(self, counts: Mapping[int, Number], more: list[tuple[Amount, Amount]]) -> Total:
        """The times of rows, so often each, and other amounts (low and high)."""
        times = [(self.cells.times[row], often) for row, often in counts.items()]
        low = _summed([(time.low, often) for time, often in times], [amount for amount, _ in more])
        if self.fixed:
            return Total(low, low, measured=bool(self.times))
        high = _summed([(time.high, often) for time, often in times], [amount for _, amount in more])
        return Total(low, high, measured=bool(self.times))

    def _elapsed(self, often: list[Number]) -> tuple[Total | None, Spread | None, Doubt | None]:
        """The elapsed time, how far it is spread, and why it cannot be given."""
        sides = self._sides()
        if isinstance(sides, Doubt):
            return None, None, sides
        main = often
        moves = [
            _merged((n, turn.share) for turn in own if (n := turn.next) is not None) for own in self.turns.of
        ]
        if self.net.has_splits:
            main = self._noted(visits(moves, self.turns.starts)).values
        course = Course(
            moves,
            main,
            [
                [self._adding(state, at, turn, sides) for at, turn in enumerate(own)] if main[state] else []
                for state, own in enumerate(self.turns.of)
            ],
            [
                (state, share, self.entering.cell[self.turns.steps[state]])
                for state, share in self.turns.starts.items()
            ],
            exact=not self.error,
        )
        return self._mean(course), self._spread(course), None

    def _adding(self, state: int, at: int, turn: Turn, sides: _Sides) -> Adding:
        """What a turn adds, by the number of its state and its own."""
        if turn.is_side:
            return Adding(turn.share, None, (sides[0][state, at], sides[1][state, at]), turn.next)
        return Adding(turn.share, self.entering.by(turn.flows[0]), None, turn.next)

    def _mean(self, course: Course) -> Total:
        """The expected elapsed time."""
        counts: dict[int, Number] = {}
        more: list[tuple[Amount, Amount]] = []
        for _, share, row in course.starts:
            counts[row] = counts.get(row, 0) + share
        for often, own in zip(course.visits, course.turns, strict=True):
            for turn in own:
                if turn.sides is not None:
                    low, high = (_mean(side, often * turn.share) for side in turn.sides)
                    more.append((low, high))
                elif turn.row is not None:
                    counts[turn.row] = counts.get(turn.row, 0) + often * turn.share
        return self._total(counts, more)

    def _spread(self, course: Course) -> Spread | None:
        """How far it is spread; None where nothing is measured."""
        if not self.times:
            return None
        scales = [self.scale] if self.scale.unit is not None else scales_within(self.times)
        ends = [[time.low for time in self.cells.times]]
        if not self.fixed:
            ends.append([time.high for time in self.cells.times])
        spread, error = spread_of(course, ends, scales)
        self.error = max(self.error, error)
        return spread

    def _sides(self) -> _Sides | Doubt:
        """What every split takes, with all times at their low ends and at their high ends."""
        if not self.net.has_splits:
            return {}, {}
        low = self._arms([length_of(time.low) for time in self.cells.times])
        if isinstance(low, Doubt) or self.fixed:
            return low if isinstance(low, Doubt) else (low, low)
        high = self._arms([length_of(time.high) for time in self.cells.times])
        return high if isinstance(high, Doubt) else (low, high)

    def _arms(self, lengths: list[Length]) -> dict[tuple[int, int], Chances] | Doubt:
        """The same where each row takes so long."""

        def by(flow: int) -> Length:
            row = self.entering.by(flow)
            return NOTHING if row is None else lengths[row]

        def joined(step: int) -> Length:
            row = self.entering.joined(step)
            return NOTHING if row is None else lengths[row]

        @cache
        def size(length: Length) -> Number:
            return self.scale.of(amount_of(length))

        def longer(one: Length, other: Length) -> bool | None:
            if self.scale.unit is not None:
                return size(one) >= size(other)
            if one == other or surely_longer(one, other):
                return True
            return False if surely_longer(other, one) else None

        return longest_arms(self.turns, self.graph.ids, by, joined, longer)


def _fraction(number: Number) -> Fraction:
    return number if isinstance(number, Fraction) else Fraction(number)


def _summed(times: Iterable[tuple[Amount, Number]], more: Iterable[Amount]) -> Amount:
    """Amounts, so often each, and others."""
    terms: dict[Unit, list[tuple[int, int]]] = {}
    for amount, often in times:
        for unit, number in amount.parts:
            term = (number.numerator * often.numerator, number.denominator * often.denominator)
            terms.setdefault(unit, []).append(term)
    total = Amount.of({unit: summed(own) for unit, own in terms.items()})
    return Amount.sum([total, *more]).carried()


def _merged(pairs: Iterable[tuple[int, Number]]) -> list[tuple[int, Number]]:
    """Moves with one weight for each target."""
    listed = list(pairs)
    if len(listed) < 2:
        return listed
    found: dict[int, Number] = {}
    for target, weight in listed:
        found[target] = found.get(target, 0) + weight
    return [(target, plain(weight)) for target, weight in found.items()]


def _mean(chances: Chances, weight: Number) -> Amount:
    """So much of the mean of a distribution."""
    numbers: dict[Unit, Number] = {}
    for length, chance in chances.items():
        for unit, number in amount_of(length).parts:
            numbers[unit] = numbers.get(unit, 0) + number * chance * weight
    return Amount.of(numbers)
