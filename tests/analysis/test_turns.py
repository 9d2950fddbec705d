"""The flow unfolded: states, their turns and their shares."""

from fractions import Fraction

from sop_engine.analysis.regions import Doubt, DoubtKind, regions_of
from sop_engine.analysis.turns import Turn, Turns, turns_of
from sop_engine.compiled import Compiled
from tests.analysis.procedures import compiled

HALF = Fraction(1, 2)


def of(found: Compiled) -> Turns | Doubt:
    """The turns of a SOP."""
    assert found.graph is not None
    return turns_of(found.graph, regions_of(found.graph))


def test_without_limits_states_are_steps() -> None:
    """A decision has a turn for each branch; the last step has none."""
    found = of(compiled("1 | 1 jam |", "2 | 1 jam | cabang: {Ya: 3, Tidak: 1}", "3 | 1 jam |"))
    assert isinstance(found, Turns)
    assert found.steps == [0, 1, 2]
    assert found.of == [
        (Turn(1, (0,), (1,), None),),
        (Turn(HALF, (1,), (2,), None), Turn(HALF, (2,), (0,), None)),
        (),
    ]
    assert found.starts == {0: 1}


def test_a_limit_unfolds_its_loop_alone() -> None:
    """Steps 2 and 3 stand once for each round, 0 and 1; step 1 before and step 4 behind the loop stand once."""
    found = of(
        compiled(
            "1 | 1 jam |",
            "2 | 1 jam |",
            "3 | 1 jam | cabang: {Ya: 4, Tidak: {ke: 2, maks: 1}}",
            "4 | 1 jam |",
        )
    )
    assert isinstance(found, Turns)
    assert found.steps == [0, 1, 2, 3, 1, 2]
    assert found.of[2] == (Turn(HALF, (2,), (3,), None), Turn(HALF, (3,), (4,), None))
    assert found.of[5] == (Turn(1, (2,), (3,), None),)


def test_arms_end_where_they_meet() -> None:
    """The split goes on at its join; the arms lead nowhere but there."""
    found = of(compiled("1 | 1 jam | lanjut: [2, 3]", "2 | 1 jam | lanjut: 3", "3 | 1 jam | gabung: semua"))
    assert isinstance(found, Turns)
    assert found.of == [(Turn(1, (0, 1), (1, None), 2),), (Turn(1, (2,), (None,), None),), ()]
    (split,) = found.of[0]
    assert split.is_side
    assert (split.next, split.finishes) == (2, False)
    assert [(turn.next, turn.finishes) for turn in found.of[1]] == [(None, True)]
    assert list(split.leads_to()) == [1, 2]


def test_a_branch_without_a_share_is_no_turn() -> None:
    """What is never taken is not unfolded."""
    found = of(
        compiled("1 | 1 jam | cabang: {Ya: {ke: 3, peluang: 100%}, Tidak: 2}", "2 | 1 jam |", "3 | 1 jam |")
    )
    assert isinstance(found, Turns)
    assert found.steps == [0, 2]


def test_branches_that_are_all_used_up_are_a_doubt() -> None:
    """Both branches go back, each at most once: then nothing can be done."""
    found = of(
        compiled(
            "1 | 1 jam | cabang: {Ya: 3, Tidak: 2}",
            "2 | 1 jam | cabang: {A: {ke: 1, maks: 1}, B: {ke: 2, maks: 1}}",
            "3 | 1 jam |",
        )
    )
    assert found == Doubt(DoubtKind.ENDLESS, ("2",))


def test_an_arm_that_goes_back_before_its_split_is_a_doubt() -> None:
    """It would split again while the other arm goes on for itself."""
    found = of(
        compiled(
            "1 | 1 jam | lanjut: [2, 3]",
            "2 | 1 jam | cabang: {Ya: selesai, Tidak: 1}",
            "3 | 1 jam | lanjut: selesai",
        )
    )
    assert found == Doubt(DoubtKind.TANGLED, ("1",))
