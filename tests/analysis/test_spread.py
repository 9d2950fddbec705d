"""Variance by hand."""

from fractions import Fraction

from sop_engine.analysis.spread import Added, variance_of

HALF = Fraction(1, 2)


def test_one_turn_of_two_lengths() -> None:
    """From a start of 5: 10 or 30, each with 1/2: mean 20 behind it, variance 10^2; the start itself adds nothing."""
    added = [[Added(HALF, 10, 0, None), Added(HALF, 30, 0, None)]]
    assert variance_of([[]], [1], added, [(0, 1, 5)]) == (100, 0.0)


def test_variance_within_and_between() -> None:
    """A turn with a variance of its own of 9, to a state that takes 0 or 4 with 1/2 (variance 4): 13 together."""
    added = [[Added(1, 7, 9, 1)], [Added(HALF, 0, 0, None), Added(HALF, 4, 0, None)]]
    assert variance_of([[(1, 1)], []], [1, 1], added, [(0, 1, 0)]) == (13, 0.0)


def test_starts_differ() -> None:
    """Two starts of 1 and 3, each with 1/2, and nothing behind them: variance 1."""
    assert variance_of([[], []], [HALF, HALF], [[], []], [(0, HALF, 1), (1, HALF, 3)]) == (1, 0.0)
