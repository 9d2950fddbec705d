"""The assignment that gains most."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from sop_engine.analysis.matching import matched

GAINS = st.dictionaries(
    st.tuples(st.integers(0, 4), st.integers(0, 4)), st.integers(1, 30), min_size=0, max_size=11
)


def best(gains: dict[tuple[int, int], int]) -> int:
    """The most that any choice of pairs gains in which nobody is twice: all of them are tried."""
    return max(
        sum(gains[pair] for pair in chosen)
        for size in range(len(gains) + 1)
        for chosen in combinations(gains, size)
        if len({left for left, _ in chosen}) == size == len({right for _, right in chosen})
    )


@given(GAINS)
def test_no_choice_gains_more(gains):
    """Only pairs that can be made, nobody twice, rising, and as much as the best of all choices."""
    found = matched(gains)
    assert set(found) <= set(gains)
    assert len({left for left, _ in found}) == len(found) == len({right for _, right in found})
    assert list(found) == sorted(found)
    assert sum(gains[pair] for pair in found) == best(gains)


def test_the_first_match_is_not_the_best():
    """0-0 gains 95 and leaves 1 alone; 0-1 and 1-0 gain 94 + 93 = 187."""
    assert matched({(0, 0): 95, (0, 1): 94, (1, 0): 93}) == ((0, 1), (1, 0))


def test_nothing_gives_nothing():
    """Where no pair can be made, none is."""
    assert matched({}) == ()
