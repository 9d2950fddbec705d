"""Absorbing Markov chains: how often each state is visited, and what is gained from each on until the end.

In: weighted moves between states that are numbered from 0. Out: a ``Solution``: exact fractions, found by eliminating
one state after the other in each strongly connected component (J. Kemeny and J. Snell, Finite Markov Chains, 1960,
chapter 3; the elimination is that of S. Brzozowski and E. McCluskey, 1963, for a linear system). Where a component is
so large that exact numbers would grow without bounds, it is solved in double precision by scipy's sparse LU, and the
solution says how far off it can be at most.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from heapq import heapify, heappop, heappush
from math import gcd
from typing import Final, TypeAlias

from sop_engine.diagnostics import Text
from sop_engine.extras import needed
from sop_engine.graph.walk import backwards, components, reached
from sop_engine.model._angka import plain

__all__ = [
    "BUDGET",
    "Moves",
    "Number",
    "Solution",
    "SolutionError",
    "summed",
    "totals",
    "trapped",
    "visits",
]

Number: TypeAlias = int | Fraction
"""Exact; whole numbers stay ints, which cost a tenth of a fraction."""

Moves: TypeAlias = Sequence[Sequence[tuple[int, Number]]]
"""For each state where it leads and with which weight above zero; weights below one in sum leave the chain."""

BUDGET: Final = 100_000
"""Steps of arithmetic for one component, a longer number counting for more; about a second in all."""

_WORD: Final = 256
_CLOSE: Final = 1e-9
"""So far off, as a share of the largest value, a solution in double precision may be."""

_EPSILON: Final = 2.0**-52

_Row: TypeAlias = dict[int, Number]


class SolutionError(ArithmeticError):
    """The chain cannot be solved closely enough: it ends too rarely for double precision."""


class _CostlyError(Exception):
    """The budget is spent."""


@dataclass(frozen=True, slots=True)
class Solution:
    """A value for each state.

    Attributes:
        values: exact, or as close as ``error`` says.
        error: how far off values can be, as a share of the largest in their component, added up over all components
            that were solved in double precision; 0 where all are exact.
    """

    values: list[Number]
    error: float = 0.0


def summed(terms: Iterable[tuple[int, int]]) -> Fraction:
    """Numerators over denominators, shortened or not, added up: what is over one denominator first, then two by two.

    So few of the sums are long, which long chains depend on: shortening a fraction takes the square of its length.
    """
    over: dict[int, int] = {}
    for above, below in terms:
        over[below] = over.get(below, 0) + above
    parts = [(above, below) for below, above in over.items()]
    while len(parts) > 1:
        rest = parts[-1:] if len(parts) % 2 else []
        parts = [_added(one, other) for one, other in zip(parts[::2], parts[1::2], strict=False)] + rest
    return Fraction(*parts[0]) if parts else Fraction(0)


def _added(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    """Two fractions added over the least denominator of both."""
    (a, b), (c, d) = one, other
    common = gcd(b, d)
    rest = d // common
    return a * rest + c * (b // common), b * rest


def trapped(moves: Moves, finishing: Iterable[int], starts: Iterable[int]) -> list[int]:
    """States that go round for ever: they are reached, and nothing finishes from there.

    Args:
        moves: the chain.
        finishing: states that may be the last.
        starts: states that it may begin in.

    Returns:
        The states of the circles in which it is caught, ascending; empty where the end is reached with certainty.
    """
    after = [[target for target, _ in own] for own in moves]
    here = reached(after, starts)
    out = reached(backwards(after), finishing)
    number = components(after)
    size = [0] * len(after)
    for component in number:
        size[component] += 1
    return [
        state
        for state, own in enumerate(after)
        if here[state] and not out[state] and (size[number[state]] > 1 or state in own)
    ]


def visits(moves: Moves, starts: Mapping[int, Number], *, budget: int = BUDGET) -> Solution:
    """How often each state is visited on average.

    Args:
        moves: the chain; from every state that is reached the end is reached with certainty.
        starts: the share with which it begins in each state.
        budget: how much exact arithmetic one component may take.

    Raises:
        MissingProgram: a component is too large for exact numbers, and scipy is not installed.
        SolutionError: it cannot be solved closely enough.
    """
    into: list[list[tuple[int, Number]]] = [[] for _ in moves]
    for state, own in enumerate(moves):
        for target, weight in own:
            into[target].append((state, weight))
    given: list[Number] = [0] * len(moves)
    for state, share in starts.items():
        given[state] = share
    return _solved(into, given, reversed(_parts(moves)), budget)


def totals(moves: Moves, gains: Sequence[Number], *, budget: int = BUDGET) -> Solution:
    """What is gained on average from each state on until the end, its own gain included.

    Args and errors are those of ``visits``; ``gains`` holds what one visit of each state gains.
    """
    return _solved(moves, gains, _parts(moves), budget)


def _parts(moves: Moves) -> list[list[int]]:
    """The strongly connected components, each behind all that it leads to."""
    number = components([[target for target, _ in own] for own in moves])
    parts: list[list[int]] = [[] for _ in range(max(number, default=-1) + 1)]
    for state, component in enumerate(number):
        parts[component].append(state)
    return parts


def _solved(rows: Moves, given: Sequence[Number], parts: Iterable[list[int]], budget: int) -> Solution:
    """Solve ``value = given + sum(weight * value of the other)``, component by component in the order of use."""
    values: list[Number] = [0] * len(rows)
    error = 0.0
    for part in parts:
        inner = frozenset(part)
        right: _Row = {}
        left: dict[int, _Row] = {}
        for state in part:
            row: _Row = {}
            total: Number = given[state]
            for other, weight in rows[state]:
                if other in inner:
                    row[other] = row.get(other, 0) + weight
                elif value := values[other]:
                    total += value if weight == 1 else weight * value
            left[state], right[state] = row, total if isinstance(total, int) else plain(total)
        if len(part) == 1 and not row:
            values[state] = right[state]
            continue
        if not any(right.values()):
            continue
        found, off = _component(part, left, right, budget)
        error += off
        for state, value in found.items():
            values[state] = value
    return Solution(values, error)


def _component(part: list[int], left: dict[int, _Row], right: _Row, budget: int) -> tuple[_Row, float]:
    """One component: exactly, else closely enough, else exactly whatever it takes, up to ten times as much."""
    try:
        return _exactly(left, right, budget), 0.0
    except _CostlyError:
        pass
    try:
        return _approximate(part, left, right)
    except SolutionError:
        try:
            return _exactly(left, right, 10 * budget), 0.0
        except _CostlyError:
            pass
        raise


def _exactly(left: dict[int, _Row], right: _Row, budget: int) -> _Row:
    return _eliminated({state: dict(row) for state, row in left.items()}, dict(right), budget)


def _eliminated(left: dict[int, _Row], right: _Row, budget: int) -> _Row:
    """Solve one component exactly; states with the fewest neighbours are put into the others first."""
    users: dict[int, set[int]] = {state: set() for state in left}
    for state, row in left.items():
        for other in row:
            users[other].add(state)
    weigh: Callable[[int], int] = lambda state: len(left[state]) * len(users[state])  # noqa: E731 - a name for one line
    heap = [(weigh(state), state) for state in left]
    heapify(heap)
    order: list[int] = []
    gone: set[int] = set()
    while heap:
        weight, state = heappop(heap)
        if state in gone:
            continue
        if weigh(state) > weight:
            heappush(heap, (weigh(state), state))
            continue
        # What is left is at least as entangled as the least entangled state of it.
        if weight * (len(left) - len(order)) > budget:
            raise _CostlyError
        gone.add(state)
        order.append(state)
        row = left[state]
        _settle(row, right, state)
        users[state].discard(state)
        for other in row:
            users[other].discard(state)
        for user in users[state]:
            budget -= _put(left[user], row, right, user, state)
            for other in row:
                users[other].add(user)
    values: _Row = {}
    for state in reversed(order):
        total = right[state]
        for other, factor in left[state].items():
            total += factor * values[other]
        values[state] = plain(total)
    return values


def _settle(row: _Row, right: _Row, state: int) -> None:
    """Take a state's use of itself out of its own row."""
    again = row.pop(state, 0)
    if again:
        often = plain(1 / Fraction(1 - again))
        for other in row:
            row[other] = plain(row[other] * often)
        right[state] = plain(right[state] * often)


def _put(into: _Row, row: _Row, right: _Row, user: int, state: int) -> int:
    """Put a state's row in place of the state, and tell what that cost."""
    factor = into.pop(state)
    for other, value in row.items():
        part = factor * value
        into[other] = plain(into[other] + part if other in into else part)
    if gain := right[state]:
        right[user] = plain(right[user] + factor * gain)
    longest = max(factor.denominator.bit_length(), right[user].denominator.bit_length())
    # Numbers take time by their length, and shortening a fraction by the square of it.
    return (1 + len(row)) * (1 + (longest // _WORD) ** 2)


def _approximate(part: list[int], left: dict[int, _Row], right: _Row) -> tuple[_Row, float]:
    """Solve one component in double precision.

    The inverse of such a matrix has no negative entry, so what it makes of ones is its norm, and the norm times the
    residual (and what rounding can hide of it) bounds the error.
    """
    purpose = Text("waktu harapan alur sebesar ini", "the expected time of a flow of this size")
    linalg = needed("scipy.sparse.linalg", "analysis", purpose)
    sparse = needed("scipy.sparse", "analysis", purpose)
    numpy = needed("numpy", "analysis", purpose)
    place = {state: at for at, state in enumerate(part)}
    cells = [
        (place[state], place[other], float(weight)) for state in part for other, weight in left[state].items()
    ]
    across, down, weights = ([cell[at] for cell in cells] for at in range(3))
    size = len(part)
    matrix = (sparse.identity(size) - sparse.coo_matrix((weights, (across, down)), (size, size))).tocsc()
    wanted = numpy.array([float(right[state]) for state in part])
    try:
        lower_upper = linalg.splu(matrix)
    except RuntimeError as fault:
        raise SolutionError(str(fault)) from fault
    found = lower_upper.solve(wanted)
    found = found + lower_upper.solve(wanted - matrix @ found)
    norm = float(lower_upper.solve(numpy.ones(size)).max())
    hidden = 8 * _EPSILON * float((abs(wanted) + abs(matrix) @ abs(found)).max())
    off = norm * (float(abs(wanted - matrix @ found).max()) + hidden)
    largest = float(abs(found).max())
    if not 0 <= off <= _CLOSE * largest:
        raise SolutionError(f"off by {off} of {largest}")
    return {state: Fraction(float(found[place[state]])) for state in part}, off / largest
