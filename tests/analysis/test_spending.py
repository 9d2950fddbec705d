"""How often time is spent on average: worked by hand, and by a chain that remembers all that is spent."""

import random
from fractions import Fraction
from functools import cache

import pytest

from sop_engine.analysis.chain import visits
from sop_engine.analysis.expected import expected
from sop_engine.analysis.paths import paths
from sop_engine.analysis.regions import regions_of
from sop_engine.analysis.shares import shares_of
from sop_engine.analysis.stays import Owner, Stays, work_of
from sop_engine.analysis.turns import Turns, turns_of
from sop_engine.graph.process import ProcessGraph
from tests.analysis.flows import graph_of
from tests.analysis.test_stays import straight, winding


def test_a_role_that_only_some_cases_come_to() -> None:
    """Rows 1 to 3 have 10 menit together. Row 1 says Ya to 3 in half of all cases, else 2, which goes back to 1.

    Staf in 1 spends the time once a case. Kasubbag in 2 does in every case that says Tidak at least once, a half, and
    not again in the second round. Kepala in 3 does in every case: 2 1/2 x 10 menit = 25 menit.
    """
    rows = """
1 | 10 menit | cabang: {Ya: {ke: 3, peluang: 50%}, Tidak: 2}
2 | {bersama: 1} | pelaksana: kasubbag, lanjut: 1
3 | {bersama: 1} | pelaksana: kepala
"""
    found = expected(graph_of(rows))
    assert found.spent == {Owner(0, "staf"): 1, Owner(0, "kasubbag"): Fraction(1, 2), Owner(0, "kepala"): 1}
    assert str(found.work) == "25 menit"
    assert str(found.elapsed) == "10 menit"


def test_coming_back_from_elsewhere_spends_anew() -> None:
    """Row 3 goes back to 2 in a quarter of all cases: it is done 4/3 times, and the cell of rows 1 and 2 entered so often.

    Staf spends its time in the first stay in 1, in each later one in 2: 4/3 x (30 + 20) menit = 66 2/3 menit.
    """
    rows = (
        "1 | 30 menit\n2 | {bersama: 1}\n3 | 20 menit | cabang: {Ya: selesai, Tidak: {ke: 2, peluang: 25%}}"
    )
    assert str(expected(graph_of(rows)).work) == "1 jam 6 menit 40 detik"


def test_arms_that_meet_in_their_cell() -> None:
    """Rows 2 to 4 have 10 menit: staf in 2, kasubbag in 3, where both arms come in anew; in 4 staf has spent it already.

    Row 4 goes back to itself, which adds nothing. 1 + 10 + 10 = 21 menit, and kepala in 4: 31 menit.
    """
    rows = """
1 | 1 menit | lanjut: [2, 3]
2 | 10 menit | lanjut: 4
3 | {bersama: 2} | pelaksana: kasubbag
4 | {bersama: 2} | pelaksana: [staf, kepala], gabung: semua, cabang: {Ya: selesai, Tidak: 4}
"""
    assert str(expected(graph_of(rows)).work) == "31 menit"


@pytest.mark.parametrize("seed", range(40))
def test_row_after_row_it_is_what_the_roles_have(seed: int) -> None:
    """Where every row is done once, in order, each role spends what is its share."""
    graph = straight(seed)
    assert expected(graph).work == shares_of(graph, ()).work


@pytest.mark.parametrize("seed", range(60))
def test_without_a_choice_it_is_the_only_path(seed: int) -> None:
    """Arms side by side in and out of shared cells: what is expected is what the one path there is takes."""
    chance = random.Random(seed)
    rows: list[str] = []

    def row(flow: str) -> None:
        at = len(rows) + 1
        time = f"{{bersama: {at - 1}}}" if rows and chance.random() < 0.6 else f"{2**at} menit"
        rows.append(f"{at} | {time} | pelaksana: {chance.choice(('staf', 'kepala', '[staf, kepala]'))}{flow}")

    for _ in range(chance.randint(1, 3)):
        here, first, second = len(rows) + 1, chance.randint(1, 2), chance.randint(1, 2)
        join = here + first + second + 1
        row(f", lanjut: [{here + 1}, {here + 1 + first}]")
        for arm in (first, second):
            for left in reversed(range(arm)):
                row("" if left else f", lanjut: {join}")
        row(", gabung: semua")
    graph = graph_of("\n".join(rows))
    (path,) = paths(graph).found
    found = expected(graph).work
    assert found is not None
    assert (found.low, found.high) == work_of(path.walk, graph)


@pytest.mark.parametrize("seed", range(60))
def test_a_chain_that_remembers(seed: int) -> None:
    """States are steps together with the shares that are spent in the stay: each is spent where it is not yet in there."""
    graph = winding(seed)
    turns = turns_of(graph, regions_of(graph))
    assert isinstance(turns, Turns)
    assert expected(graph).spent == remembered(graph, turns)


def remembered(graph: ProcessGraph, turns: Turns) -> dict[Owner, Fraction]:
    """How often each role spends each cell's time, by a chain of all that can be spent and where."""
    stays = Stays(graph)
    states: list[tuple[int, frozenset[int], frozenset[int]]] = []
    moves: list[list[tuple[int, int | Fraction]]] = []

    @cache
    def number(state: int, before: frozenset[int]) -> int:
        states.append((state, before, stays.shares[turns.steps[state]]))
        moves.append([])
        return len(states) - 1

    starts = {number(state, frozenset()): share for state, share in turns.starts.items()}
    for at, (state, before, own) in enumerate(states):
        for turn in turns.of[state]:
            (to,) = turn.targets
            assert to is not None
            same = stays.cell[turns.steps[to]] == stays.cell[turns.steps[state]]
            moves[at].append((number(to, before | own if same else frozenset()), turn.share))
    found: dict[Owner, Fraction] = {}
    for often, (_, before, own) in zip(visits(moves, starts).values, states, strict=True):
        for share in own - before:
            owner = stays.owners[share]
            found[owner] = found.get(owner, Fraction(0)) + often
    return found
