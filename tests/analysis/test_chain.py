"""Absorbing chains: worked by hand, and exact against double precision."""

import sys
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_engine.analysis.chain import Number, Solution, SolutionError, summed, totals, trapped, visits
from sop_engine.errors import MissingProgram

HALF = Fraction(1, 2)

GAMBLER: list[list[tuple[int, Number]]] = [[(1, HALF)], [(0, HALF), (2, HALF)], [(1, HALF)]]
"""One, two or three coins: each throw wins or loses one; nobody plays on with none or with four."""


def test_visits_by_hand() -> None:
    """With two coins: a = b/2, c = b/2, b = 1 + a/2 + c/2 = 1 + b/2, so b = 2 and a = c = 1."""
    assert visits(GAMBLER, {1: 1}) == Solution([1, 2, 1])


def test_totals_by_hand() -> None:
    """Throws until the end: with k coins k x (4 - k): 3, 4, 3."""
    assert totals(GAMBLER, [1, 1, 1]) == Solution([3, 4, 3])


def test_a_state_that_leads_to_itself() -> None:
    """It stays with 2/3, so it is visited 1 / (1 - 2/3) = 3 times; what follows with 1/4 of the weight 3/4 times."""
    moves: list[list[tuple[int, Number]]] = [[(0, Fraction(2, 3)), (1, Fraction(1, 4))], []]
    assert visits(moves, {0: 1}) == Solution([3, Fraction(3, 4)])
    assert totals(moves, [2, 8]) == Solution([12, 8])


def test_weights_above_one_are_several_tokens() -> None:
    """A state that leads to two others, each with weight one, makes both happen."""
    assert visits([[(1, 1), (2, 1)], [(2, 1)], []], {0: 1}) == Solution([1, 1, 2])


def test_nothing_is_a_chain() -> None:
    """No states, no values."""
    assert visits([], {}) == Solution([])
    assert trapped([], [], []) == []


def test_trapped_names_the_circle_alone() -> None:
    """From 0 the end 1 may be reached, or 2, which leads into the circle of 3 and 4; 5 turns in itself, unreached."""
    moves: list[list[tuple[int, Number]]] = [
        [(1, HALF), (2, HALF)],
        [],
        [(3, 1)],
        [(4, 1)],
        [(3, 1)],
        [(5, 1)],
    ]
    assert trapped(moves, [1], [0]) == [3, 4]
    assert trapped(moves, [1], [5]) == [5]
    assert trapped(moves, [1, 4], [0]) == []


@st.composite
def chains(draw: st.DrawFn) -> list[list[tuple[int, Number]]]:
    """Any chain of up to nine states of which each ends with one tenth or more."""
    size = draw(st.integers(1, 9))
    moves: list[list[tuple[int, Number]]] = []
    for _ in range(size):
        targets = draw(st.lists(st.integers(0, size - 1), max_size=3, unique=True))
        moves.append([(target, Fraction(draw(st.integers(1, 3)), 10)) for target in targets])
    return moves


def far(one: list[Number], other: list[Number]) -> float:
    """How far two solutions are from each other, as a share of the largest value."""
    pairs = list(zip(one, other, strict=True))
    largest = max((abs(value) for value in one), default=Fraction(1))
    return float(max((abs(mine - theirs) for mine, theirs in pairs), default=Fraction(0)) / (largest or 1))


@given(chains())
def test_exact_and_double_precision_agree(moves: list[list[tuple[int, Number]]]) -> None:
    """Both ways, within the error that the second states, which is stated for each component."""
    gains: list[Number] = [state + 1 for state in range(len(moves))]
    for exact, near in (
        (visits(moves, {0: 1}), visits(moves, {0: 1}, budget=-1)),
        (totals(moves, gains), totals(moves, gains, budget=-1)),
    ):
        assert exact.error == 0.0
        assert near.error <= 1e-9
        assert far(exact.values, near.values) <= 1e-9


@given(chains())
def test_the_exact_solution_solves(moves: list[list[tuple[int, Number]]]) -> None:
    """Each value is its gain and what follows, to the last digit; visits of the first are what flows in."""
    gains: list[Number] = [state + 1 for state in range(len(moves))]
    value = totals(moves, gains).values
    assert value == [
        gain + sum(weight * value[target] for target, weight in own)
        for gain, own in zip(gains, moves, strict=True)
    ]
    often = visits(moves, {0: 1}).values
    assert often == [
        (state == 0)
        + sum(
            often[source] * weight
            for source, own in enumerate(moves)
            for target, weight in own
            if target == state
        )
        for state in range(len(moves))
    ]
    # What all visits gain is what is gained from the start on.
    assert sum(count * gain for count, gain in zip(often, gains, strict=True)) == value[0]


def test_what_ends_too_rarely_is_refused() -> None:
    """One in 10^17 rounds ends: double precision cannot tell that from never; exact numbers can."""
    rare = Fraction(1, 10**17)
    moves: list[list[tuple[int, Number]]] = [[(1, 1)], [(0, 1 - rare)]]
    assert visits(moves, {0: 1}).values == [10**17, 10**17]
    with pytest.raises(SolutionError):
        visits(moves, {0: 1}, budget=-1)


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what needs double precision needs scipy, and says how to get it."""
    monkeypatch.setitem(sys.modules, "scipy.sparse.linalg", None)
    monkeypatch.setitem(sys.modules, "scipy.sparse", None)
    monkeypatch.setitem(sys.modules, "scipy", None)
    assert visits(GAMBLER, {1: 1}).values == [1, 2, 1]
    with pytest.raises(MissingProgram) as fault:
        visits(GAMBLER, {1: 1}, budget=-1)
    assert fault.value.message.id == (
        "waktu harapan alur sebesar ini memerlukan pustaka scipy.sparse.linalg, yang tidak terpasang"
    )


@given(st.lists(st.tuples(st.integers(-99, 99), st.integers(1, 30))))
def test_sums_of_fractions(terms: list[tuple[int, int]]) -> None:
    """The same as one after the other."""
    assert summed(terms) == sum((Fraction(above, below) for above, below in terms), Fraction(0))
