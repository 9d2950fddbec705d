"""Places of parallel lines."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sop_engine.layout.spacing import Strand, places, room, splits


def stack(count: int, before: float = 4.0, behind: float = 4.0) -> list[Strand]:
    """Lines that all run beside each other."""
    return [Strand(before, behind, tuple(range(at)), at) for at in range(count)]


def test_a_line_lies_in_the_middle_of_its_room() -> None:
    """Between what it keeps from the symbols on both sides."""
    assert places(stack(1, 4, 6), 0, 30, None, 5) == ([14.0], 0.0)


def test_lines_keep_off_the_rule_amid_them() -> None:
    """One before, one behind a rule at 15."""
    assert places(stack(2), 0, 30, (1, 15, 3), 5) == ([8.0, 22.0], 0.0)


def test_missing_room_is_told() -> None:
    """Three lines need 4 + 5 + 5 + 4."""
    assert places(stack(3), 0, 16, None, 5)[1] == 2.0


def test_room_is_what_places_need() -> None:
    """Without a rule all of it is before; with one it is counted on both sides."""
    assert room(stack(3), None, 5, 3) == (18.0, 0.0)
    assert room(stack(3), 1, 5, 3) == (7.0, 12.0)
    assert [room(stack(1), cut, 5, 3) for cut in splits(stack(1))] == [(0.0, 8.0), (7.0, 1.0)]


@given(
    st.lists(st.tuples(st.floats(1, 9), st.floats(1, 9)), min_size=1, max_size=6),
    st.integers(0, 6),
    st.floats(0, 40),
)
def test_lines_in_room_enough_keep_every_distance(
    ends: list[tuple[float, float]], cut: int, spare: float
) -> None:
    """From both symbols, from the rule, and from each other."""
    lines = [Strand(before, behind, tuple(range(at)), at) for at, (before, behind) in enumerate(ends)]
    cut = min(cut, len(lines))
    before, behind = room(lines, cut, 5, 3)
    rule = before + spare
    end = rule + behind + spare
    found, missing = places(lines, 0, end, (cut, rule, 3), 5)
    assert missing < 1e-6
    for at, (line, place) in enumerate(zip(lines, found, strict=True)):
        assert line.before - 1e-6 <= place <= end - line.behind + 1e-6
        assert place <= rule - 3 + 1e-6 if at < cut else place >= rule + 3 - 1e-6
    assert all(later - earlier >= 5 - 1e-6 for earlier, later in pairwise(found))
