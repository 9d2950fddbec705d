"""The longest of arms side by side, by hand."""

from fractions import Fraction

from sop_engine.analysis.lengths import NOTHING, Length, length_of
from sop_engine.analysis.regions import Doubt, DoubtKind, regions_of
from sop_engine.analysis.sides import Chances, longest_arms
from sop_engine.analysis.turns import Turns, turns_of
from sop_engine.model.satuan import Amount, Unit
from tests.analysis.procedures import compiled


def minutes(number: int) -> Length:
    """So many minutes."""
    return length_of(Amount.of({Unit.MENIT: number}))


def sides(*rows: str, told: bool = True) -> dict[tuple[int, int], Chances] | Doubt:
    """The distributions of all splits, where every step that is entered takes ten minutes times its number."""
    graph = compiled(*rows).graph
    assert graph is not None
    turns = turns_of(graph, regions_of(graph))
    assert isinstance(turns, Turns)

    def longer(one: Length, other: Length) -> bool | None:
        return one >= other if told or NOTHING in (one, other) else None

    return longest_arms(
        turns,
        graph.ids,
        lambda flow: minutes(10 * (graph.net.targets[flow] + 1)),
        lambda step: minutes(10 * (step + 1)),
        longer,
    )


NESTED = (
    "1 | 1 jam | lanjut: [2, 6]",
    "2 | 1 jam | lanjut: [3, 4]",
    "3 | 1 jam | cabang: {Ya: 5, Tidak: 5}",
    "4 | 1 jam |",
    "5 | 1 jam | gabung: semua, lanjut: 7",
    "6 | 1 jam | cabang: {Ya: 7, Tidak: 8}",
    "7 | 1 jam | gabung: semua, lanjut: selesai",
    "8 | 1 jam | lanjut: 7",
)


def test_nested_splits_by_hand() -> None:
    """Inner: the longer of 30 and 40, then row 5 of 50: 90. Outer: 20 + 90 = 110 against 60, or with 1/2 60 + 80 = 140.

    Then row 7 of 70: 180 or 210.
    """
    assert sides(*NESTED) == {
        (0, 0): {minutes(180): Fraction(1, 2), minutes(210): Fraction(1, 2)},
        (1, 0): {minutes(90): 1},
    }


def test_what_does_not_compare_is_a_doubt() -> None:
    """The first split whose arms cannot be told apart by length is named: the inner one, which is looked at first."""
    assert sides(*NESTED, told=False) == Doubt(DoubtKind.TOO_MANY, ("2",))


def test_too_many_lengths_are_a_doubt() -> None:
    """Eleven rows in an arm, each done or left out, take 2^11 = 2048 different lengths: more than can be looked at.

    Row 2 + 2k is left out or not; entering a step takes 2 to the power of its number.
    """
    arm = []
    for at in range(3, 25, 2):
        arm += [f"{at} | 1 jam | cabang: {{Ya: {at + 1}, Tidak: {at + 2}}}", f"{at + 1} | 1 jam |"]
    graph = compiled(
        "1 | 1 jam | lanjut: [2, 3]",
        "2 | 1 jam | lanjut: 25",
        *arm,
        "25 | 1 jam | gabung: semua",
    ).graph
    assert graph is not None
    turns = turns_of(graph, regions_of(graph))
    assert isinstance(turns, Turns)
    found = longest_arms(
        turns,
        graph.ids,
        lambda flow: minutes(2 ** graph.net.targets[flow]),
        lambda step: minutes(2**step),
        lambda one, other: one >= other,
    )
    assert isinstance(found, Doubt)
    assert found.kind is DoubtKind.TOO_LARGE
