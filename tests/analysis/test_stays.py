"""Who spends the time of a Waktu cell: worked by hand, and by following each way step by step."""

import random
from collections import Counter
from collections.abc import Iterator

import pytest

from sop_engine.analysis.lengths import Goal
from sop_engine.analysis.paths import paths
from sop_engine.analysis.shares import shares_of
from sop_engine.analysis.stays import Owner, Stays, work_of
from sop_engine.analysis.walked import Again, Pass, Side, Walk
from sop_engine.analysis.walks import walks
from sop_engine.graph.process import ProcessGraph
from sop_engine.model.satuan import Amount, Unit
from tests.analysis.flows import graph_of

PREPARED = """
1 | 1 hari
2 | {bersama: 1} | pelaksana: kasubbag
3 | {bersama: 1} | pelaksana: [staf, kepala]
4 | 2 jam | pelaksana: kepala
"""


def work(rows: str, often: int = 0) -> str:
    """The work on the longest way, each loop gone round so often."""
    graph = graph_of(rows)
    found = walks(graph, Goal.GREATEST, repeats=dict.fromkeys(range(len(graph.flows)), often))
    (course,) = found.courses
    low, high = work_of(course.walk, graph)
    assert low == high
    return str(high)


def test_shares() -> None:
    """One for each role in a cell; a second symbol of a role in one row is a second one; an end is nobody's."""
    rows = """
1 | 1 hari | simbol: [{id: 1a, pelaksana: staf, lanjut: 1b}, {id: 1b, pelaksana: [staf, kepala], cabang: {Ya: 2, Tidak: selesai}}]
2 | {bersama: 1} | pelaksana: staf
"""
    graph = graph_of(rows)
    stays = Stays(graph)
    assert [*graph.steps] == ["1a", "1b", "selesai-1b", "2"]
    assert stays.shares == [frozenset({0}), frozenset({1, 2}), frozenset(), frozenset({0})]
    assert stays.owners == [Owner(0, "staf"), Owner(0, "staf"), Owner(0, "kepala")]


def test_rows_that_share_a_time() -> None:
    """Rows 1 to 3 have 1 hari together: staf acts in 1 and 3, kasubbag in 2, kepala in 3, each for 1 hari; then 2 jam."""
    assert work(PREPARED) == "3 hari 2 jam"


def test_going_round_within_a_cell() -> None:
    """Back from 3 to 1 is no other day: elapsed counts it once, and so does each of the three roles."""
    rows = PREPARED.replace("[staf, kepala]", "[staf, kepala], cabang: {Ya: 4, Tidak: 1}")
    assert work(rows, often=2) == "3 hari 2 jam"


def test_coming_back_into_a_cell() -> None:
    """The cell is come to anew, and who acts from there on spends its time again.

    Back from 4 to 2: kasubbag, staf and kepala, 3 hari and 2 jam more; back to 3: staf and kepala, 2 hari and 2 jam.
    """
    rows = PREPARED.replace(
        "2 jam | pelaksana: kepala", "2 jam | pelaksana: kepala, cabang: {Ya: selesai, Tidak: TO}"
    )
    assert work(rows.replace("TO", "2"), often=1) == "6 hari 4 jam"
    assert work(rows.replace("TO", "3"), often=1) == "5 hari 4 jam"
    assert work(rows.replace("TO", "3"), often=3) == "9 hari 8 jam"


def test_a_row_that_goes_back_to_itself() -> None:
    """It stays in its cell, so that it takes its 10 menit once, as the elapsed time does."""
    assert work("1 | 10 menit | cabang: {Ya: 2, Tidak: 1}\n2 | 1 menit", often=4) == "11 menit"


def test_symbols_of_one_row_each_spend_its_time() -> None:
    """Staf has two symbols in row 1 and kepala one: 3 x 10 menit, of which the round from 1c to 1a is no more."""
    rows = (
        "1 | 10 menit | simbol: [{id: 1a, pelaksana: staf, lanjut: 1b}, {id: 1b, pelaksana: staf, lanjut: 1c}, "
        "{id: 1c, pelaksana: kepala, cabang: {Ya: 2, Tidak: 1a}}]\n2 | 1 menit"
    )
    assert work(rows) == "31 menit"
    assert work(rows, often=2) == "31 menit"


def test_arms_within_a_cell() -> None:
    """Rows 1 to 4 have 1 jam together. Staf splits it in 1, kasubbag and kepala do 2 and 3, staf and kepala meet in 4.

    1 jam each for staf in 1, kasubbag in 2 and kepala in 3; where they meet both have spent theirs: 3 jam.
    """
    rows = """
1 | 1 jam | lanjut: [2, 3]
2 | {bersama: 1} | pelaksana: kasubbag, lanjut: 4
3 | {bersama: 1} | pelaksana: kepala
4 | {bersama: 1} | pelaksana: [staf, kepala], gabung: semua
"""
    assert work(rows) == "3 jam"


def test_arms_that_come_into_a_cell() -> None:
    """Each arm comes into the cell of rows 2 to 4 by itself and spends its time for itself: 1 menit and 2 x 1 jam.

    Where they meet, in 4, staf has spent it.
    """
    rows = """
1 | 1 menit | pelaksana: kepala, lanjut: [2, 3]
2 | 1 jam | lanjut: 4
3 | {bersama: 2} | pelaksana: staf
4 | {bersama: 2} | gabung: semua
"""
    assert work(rows) == "2 jam 1 menit"


def test_arms_that_meet_from_elsewhere() -> None:
    """Row 4 shares the time of 3, but 2 comes from another cell: staf spends 3's hour in 3 and again where they meet.

    1 menit, 5 menit of row 2, 1 jam in 3 and 1 jam in 4.
    """
    rows = """
1 | 1 menit | lanjut: [2, 3]
2 | 5 menit | lanjut: 4
3 | 1 jam
4 | {bersama: 3} | gabung: semua
"""
    assert work(rows) == "2 jam 6 menit"


def test_arms_in_a_round() -> None:
    """The round 2 3 4 5 2 is in one cell and its arms too: from 6 the cell is come to twice, staf and kepala each time.

    First 1 menit, 2 x 1 jam and 1 menit; the round from 6 adds 2 x 1 jam and 1 menit.
    """
    rows = """
1 | 1 menit
2 | 1 jam | lanjut: [3, 4]
3 | {bersama: 2} | pelaksana: kepala, lanjut: 5
4 | {bersama: 2}
5 | {bersama: 2} | gabung: semua, pelaksana: kepala, cabang: {Ya: 6, Tidak: 2}
6 | 1 menit | cabang: {Ya: selesai, Tidak: 2}
"""
    assert work(rows) == "2 jam 2 menit"
    assert work(rows, often=1) == "4 jam 3 menit"


def straight(seed: int) -> ProcessGraph:
    """Rows one after the other: joint ones, some with several symbols, many that share a time."""
    chance = random.Random(seed)
    roles = ("staf", "kasubbag", "kepala")
    rows = []
    for at in range(1, chance.randint(2, 12)):
        time = f"{{bersama: {at - 1}}}" if at > 1 and chance.random() < 0.6 else chance.choice(TIMES)
        own = [", ".join(chance.sample(roles, chance.randint(1, 2))) for _ in range(chance.randint(1, 3))]
        symbols = [
            f"{{id: {at}-{one}, pelaksana: [{who}], lanjut: {f'{at}-{one + 1}' if one < len(own) - 1 else f'{at + 1}-0'}}}"
            for one, who in enumerate(own)
        ]
        rows.append(f"{at} | {time} | simbol: [{', '.join(symbols)}]")
    last = len(rows) + 1
    rows.append(f"{last} | 1 menit | simbol: [{{id: {last}-0, pelaksana: staf, bentuk: selesai}}]")
    return graph_of("\n".join(rows))


TIMES = ("10 menit", "2 jam", "1-2 hari", "maks. 3 hari kerja", "Segera", "1 bulan")


@pytest.mark.parametrize("seed", range(60))
def test_row_after_row_it_is_what_the_roles_have(seed: int) -> None:
    """Where every row is done once, in order, the work is what all shares of the roles are together."""
    graph = straight(seed)
    (path,) = paths(graph).found
    whole = shares_of(graph, ()).work
    assert work_of(path.walk, graph) == (whole.low, whole.high)


def winding(seed: int) -> ProcessGraph:
    """Decisions that go anywhere back, or on, in rows of which many share a time or have two symbols."""
    chance = random.Random(seed)
    size = chance.randint(3, 9)
    names: list[list[str]] = [
        [f"{at}"] if chance.random() < 0.7 else [f"{at}a", f"{at}b"] for at in range(1, size + 1)
    ]
    rows = []
    for at, own in enumerate(names):
        time = f"{{bersama: {at}}}" if at and chance.random() < 0.6 else f"{2**at} menit"
        symbols = []
        for one, name in enumerate(own):
            then = own[one + 1] if one + 1 < len(own) else names[at + 1][0] if at + 1 < size else "selesai"
            role = chance.choice(("staf", "kepala", "[staf, kepala]"))
            flow = f"lanjut: {then}"
            if chance.random() < 0.45:
                back = chance.choice([other for before in names[: at + 1] for other in before])
                flow = f"cabang: {{Ya: {then}, Tidak: {{ke: {back}, peluang: {chance.randint(1, 6)}0%}}}}"
            symbols.append(f"{{id: {name}, pelaksana: {role}, {flow}}}")
        rows.append(f"{at + 1} | {time} | simbol: [{', '.join(symbols)}]")
    return graph_of("\n".join(rows))


def followed(walk: Walk) -> Iterator[Pass]:
    """Every step of a walk without arms, one by one."""
    for piece in walk:
        assert not isinstance(piece, Side)
        if isinstance(piece, Again):
            for _ in range(piece.count):
                yield from followed(piece.walk)
        else:
            yield piece


@pytest.mark.parametrize("seed", range(60))
def test_step_by_step(seed: int) -> None:
    """Every path with each loop twice: the work is that of somebody who walks it and notes who has spent the cell's time."""
    graph = winding(seed)
    stays = Stays(graph)
    for path in paths(graph, repeats=2, limit=60).found:
        spent: set[tuple[str, int]] = set()
        found: Counter[int] = Counter()
        cell = -1
        for piece in followed(path.walk):
            step = graph.steps[piece.step]
            if stays.cells.of[step.row] != cell:
                cell, spent = stays.cells.of[step.row], set()
            if not step.virtual:
                before = [other for other in graph.steps.values() if other.row == step.row]
                for role in step.lanes:
                    at = [other.id for other in before if role in other.lanes].index(step.id)
                    found[cell] += (role, at) not in spent
                    spent.add((role, at))
        minutes = sum(dict(stays.cells.times[cell].low.parts)[Unit.MENIT] * n for cell, n in found.items())
        expected = Amount.of({Unit.MENIT: minutes}).carried()
        assert work_of(path.walk, graph) == (expected, expected)


def test_what_is_no_work() -> None:
    """Rounds multiply, joint roles work each; what is not measured and the end behind a branch are nothing.

    Row 1 four times by two roles, 80 menit; row 2 four times, 4 to 8 jam.
    """
    rows = "1 | 10 menit | pelaksana: [staf, kepala]\n2 | 1-2 jam | cabang: {Ya: selesai, Tidak: 3}\n3 | Segera | lanjut: 1"
    graph = graph_of(rows)
    (course,) = walks(graph, Goal.GREATEST, repeats=dict.fromkeys(range(len(graph.flows)), 3)).courses
    assert [str(one) for one in work_of(course.walk, graph)] == ["5 jam 20 menit", "9 jam 20 menit"]
    assert [str(one) for one in work_of((), graph)] == ["0 menit", "0 menit"]


def test_rounds_that_begin_in_a_cell_and_leave_it() -> None:
    """Rows 1 and 2 have 1 jam together; the flow is 1 3 2, and 2 goes back to 1 without leaving the cell.

    First staf and kasubbag in 1, 5 menit of row 3, staf in 2: 3 jam 5 menit. In each round kasubbag alone is new in 1,
    for staf has just spent the hour in 2; then 5 menit and staf in 2 anew: 3 x 2 jam 5 menit. Row 4 is 1 menit.
    """
    rows = """
1 | 1 jam | pelaksana: [staf, kasubbag], lanjut: 3
2 | {bersama: 1} | cabang: {Ya: 4, Tidak: 1}
3 | 5 menit | lanjut: 2
4 | 1 menit
"""
    assert work(rows, often=3) == "9 jam 21 menit"
