"""The least and the greatest way: hand-worked, against all ways of small procedures, and as their walks prove them."""

import json
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sop_engine.analysis.cells import cells_of
from sop_engine.analysis.lengths import NOTHING, Length, length_of, plus, surely_longer
from sop_engine.analysis.regions import Doubt, DoubtKind, regions_of
from sop_engine.analysis.total import Total, total
from sop_engine.analysis.walked import elapsing
from sop_engine.analysis.walks import (
    Again,
    Goal,
    Pass,
    Side,
    done_in,
    steps_of,
    walks,
    work_of,
)
from sop_engine.graph.build import build
from sop_engine.graph.process import ProcessGraph
from sop_engine.model.satuan import Amount, Unit
from sop_engine.model.validate import validate
from sop_engine.reading import read
from sop_engine.source import SourceFile
from tests.analysis.flows import Plan, graph_of, plan_graph, plans, ways_of
from tests.layout.generator import random_sop


def told(
    graph: ProcessGraph, goal: Goal = Goal.GREATEST, *, often: int = 0, first: bool = False
) -> list[str]:
    """Each course as ``time: steps``, or the doubt."""
    regions = regions_of(graph)
    repeats = {loop.flow: often for loop in regions.loops} if often else {}
    figure = walks(graph, goal, repeats=repeats, first=first, regions=regions)
    if figure.doubt is not None:
        return [f"{figure.doubt.kind}: {' '.join(figure.doubt.steps)}".strip()]
    return [
        f"{course.elapsed}: {' '.join(step if often == 1 else f'{often}x{step}' for step, often in steps_of(course.walk))}"
        for course in figure.courses
    ]


def minutes(amount: Amount) -> int:
    """An amount of hours and minutes."""
    sizes = {Unit.JAM: 60, Unit.MENIT: 1}
    return int(sum(number * sizes[unit] for unit, number in amount.parts))


CORRECTION = """
1 | 10 menit
2 | 20 menit
3 | 5 menit | cabang: {Ya: 5, Tidak: 4}
4 | 30 menit | lanjut: 2
5 | 1 menit
"""


def test_a_row_of_corrections_is_a_loop_of_the_decision_before_it() -> None:
    """10 + 20 + 5 + 1 = 36; a round adds 30 + 20 + 5 = 55, so two of them give 146 minutes, 2 jam 26 menit."""
    graph = graph_of(CORRECTION)
    assert told(graph) == ["36 menit: 1 2 3 5"]
    assert told(graph, often=2) == ["2 jam 26 menit: 1 2 3 2x4 2x2 2x3 5"]
    regions = regions_of(graph)
    (loop,) = regions.loops
    assert graph.flows[loop.flow].label == "Tidak"
    assert (graph.ids[loop.source], graph.ids[loop.head]) == ("3", "2")


def test_a_loop_that_goes_back_at_once() -> None:
    """10 + 20 + 1 = 31; three rounds of 10 + 20 add 90."""
    graph = graph_of("1 | 10 menit\n2 | 20 menit | cabang: {Ya: 3, Tidak: 1}\n3 | 1 menit")
    assert told(graph) == ["31 menit: 1 2 3"]
    assert told(graph, often=3) == ["2 jam 1 menit: 1 2 3x1 3x2 3"]


def test_nested_loops_go_round_each_time_that_they_are_come_to() -> None:
    """The inner round 2 3 is 5 minutes, the outer one 1 2 3 4 with its own inner round 1 + 5 + 5 + 4 = 15.

    Once through: 1 + 5 + 5 + 4 = 15, a round more: 15, the last row 7: 37 minutes.
    """
    rows = """
1 | 1 menit
2 | 2 menit
3 | 3 menit | cabang: {Ya: 4, Tidak: 2}
4 | 4 menit | cabang: {Ya: 5, Tidak: 1}
5 | 7 menit
"""
    graph = graph_of(rows)
    assert told(graph, often=1) == ["37 menit: 1 2 3 2 3 4 1 2 3 2 3 4 5"]
    (course,) = walks(graph, Goal.LEAST, repeats={loop.flow: 1 for loop in regions_of(graph).loops}).courses
    assert done_in(course.walk) == {"1": 2, "2": 4, "3": 4, "4": 2, "5": 1}
    assert work_of(course.walk, graph) == (course.elapsed, course.elapsed)


def test_loops_that_overlap() -> None:
    """3 goes back to 1 and 4 to 2: a round of 4 comes to 3 again, which goes round itself.

    1 2 3 is 1 + 2 + 3 = 6, a round of 3 the same, so 4 is reached after 12 + 4 = 16; a round of 4 is 2 3 (1 2 3) 4 =
    5 + 6 + 4 = 15, and the last row 5: 36 minutes.
    """
    rows = "1 | 1 menit\n2 | 2 menit\n3 | 3 menit | cabang: {Ya: 4, Tidak: 1}\n4 | 4 menit | cabang: {Ya: 5, Tidak: 2}\n5 | 5 menit"
    assert told(graph_of(rows), often=1) == ["36 menit: 1 2 3 1 2 3 4 2 3 1 2 3 4 5"]


def test_a_loop_to_the_row_itself_adds_no_time() -> None:
    """A row's time counts when a flow comes from another row: 1 + 2 + 3 = 6 minutes, however often 2 is done."""
    graph = graph_of("1 | 1 menit\n2 | 2 menit | cabang: {Ya: 3, Tidak: 2}\n3 | 3 menit")
    assert told(graph, often=4) == ["6 menit: 1 2 4x2 3"]


def test_two_loops_that_would_go_round_each_other_are_a_doubt() -> None:
    """From 4 somebody goes back to 3, which sends them to 4: with rounds asked for it has no end; without it is 6."""
    rows = """
1 | 1 menit
2 | 2 menit
3 | 3 menit | cabang: {Ya: 5, Tidak: 4}
4 | 9 menit | cabang: {Sedikit: 3, Banyak: 2}
5 | 1 menit
"""
    graph = graph_of(rows)
    assert told(graph) == ["7 menit: 1 2 3 5"]
    assert told(graph, often=1) == ["tangled: 3 4"]


def test_splits_side_by_side_and_nested() -> None:
    """Arms 2 (10) and 3, which splits into 4 (5) and 5 (20) that 6 (1) waits for: 1 + max(10, 2 + 20 + 1) + 3 = 27.

    Work: 1 + 10 + 2 + 5 + 20 + 1 + 3 = 42.
    """
    rows = """
1 | 1 menit | lanjut: [2, 3]
2 | 10 menit | lanjut: 7
3 | 2 menit | lanjut: [4, 5]
4 | 5 menit | lanjut: 6
5 | 20 menit
6 | 1 menit | gabung: semua
7 | 3 menit | gabung: semua
"""
    graph = graph_of(rows)
    (course,) = walks(graph, Goal.LEAST).courses
    inner = Side(((Pass("4", True),), (Pass("5", True),)))
    arms = Side(((Pass("2", True),), (Pass("3", True), inner, Pass("6", True))))
    assert course.walk == (Pass("1", True), arms, Pass("7", True))
    assert str(course.elapsed) == "27 menit"
    assert [str(one) for one in work_of(course.walk, graph)] == ["42 menit", "42 menit"]


def test_nested_splits_that_meet_in_one_step() -> None:
    """7 waits for 2 (10), 4 (5) and 5 (20): 1 + max(10, 2 + max(5, 20)) + 3 = 26."""
    rows = "1 | 1 menit | lanjut: [2, 3]\n2 | 10 menit | lanjut: 7\n3 | 2 menit | lanjut: [4, 5]\n4 | 5 menit | lanjut: 7\n5 | 20 menit\n7 | 3 menit | gabung: semua"
    assert told(graph_of(rows)) == ["26 menit: 1 2 3 4 5 7"]


def test_a_split_whose_arms_end_for_themselves() -> None:
    """1 + max(10, 4) = 11 minutes; both are done: 15 minutes of work."""
    graph = graph_of("1 | 1 menit | lanjut: [2, 3]\n2 | 10 menit | lanjut: selesai\n3 | 4 menit")
    (course,) = walks(graph, Goal.LEAST).courses
    assert str(course.elapsed) == "11 menit"
    assert [str(one) for one in work_of(course.walk, graph)] == ["15 menit", "15 menit"]


def test_arms_that_meet_without_waiting_are_done_twice() -> None:
    """4 is come to by both arms, each for itself: 1 + max(10, 2) + 3 = 14; the work is 1 + 10 + 2 + 3 + 3 = 19."""
    graph = graph_of("1 | 1 menit | lanjut: [2, 3]\n2 | 10 menit | lanjut: 4\n3 | 2 menit\n4 | 3 menit")
    (course,) = walks(graph, Goal.LEAST).courses
    assert str(course.elapsed) == "14 menit"
    assert [str(one) for one in work_of(course.walk, graph)] == ["19 menit", "19 menit"]


def test_arms_of_which_only_some_meet_are_a_doubt() -> None:
    """5 waits for 2 and 3, while 4 goes on for itself into 6: done once, not once for each arm."""
    rows = "1 | 1 menit | lanjut: [2, 3, 4]\n2 | 2 menit | lanjut: 5\n3 | 3 menit | lanjut: 5\n4 | 4 menit | lanjut: 6\n5 | 5 menit | gabung: semua\n6 | 6 menit"
    assert told(graph_of(rows)) == ["tangled: 1"]


def test_a_loop_within_an_arm() -> None:
    """The arm 2 3 is 10 + 5, with a round of corrections 5 + 10 + 8 more: 1 + max(38, 20) + 2 = 41, without it 1 + 20 + 2."""
    rows = """
1 | 1 menit | lanjut: [2, 5]
2 | 10 menit
3 | 5 menit | cabang: {Ya: 6, Tidak: 4}
4 | 8 menit | lanjut: 2
5 | 20 menit
6 | 2 menit | gabung: semua
"""
    graph = graph_of(rows)
    assert told(graph) == ["23 menit: 1 2 3 5 6"]
    assert told(graph, often=1) == ["41 menit: 1 2 3 4 2 3 5 6"]


def test_a_split_within_a_loop() -> None:
    """1 + max(2, 4) + 3 = 8 once; a round back to 1 the same again, and the last row 9: 25 minutes."""
    rows = "1 | 1 menit | lanjut: [2, 3]\n2 | 2 menit | lanjut: 4\n3 | 4 menit\n4 | 3 menit | gabung: semua, cabang: {Ya: 5, Tidak: 1}\n5 | 9 menit"
    assert told(graph_of(rows), often=1) == ["25 menit: 1 2 3 4 1 2 3 4 5"]


def test_a_short_cut_out_of_an_arm_is_no_round() -> None:
    """The round 4 2 3 goes by 3, never by the short cut from 2 to the join: 1 + (2 + 3 + 4) + (2 + 3 + 4) + 5 = 24."""
    rows = """
1 | 1 menit | lanjut: [2, 6]
2 | 2 menit | cabang: {Pendek: 7, Panjang: 3}
3 | 3 menit
4 | 4 menit | cabang: {Ya: 7, Tidak: 2}
6 | 1 menit
7 | 5 menit | gabung: semua
"""
    graph = graph_of(rows)
    assert told(graph, often=1) == ["24 menit: 1 2 3 4 2 3 4 6 7"]
    assert told(graph, Goal.LEAST, often=1) == ["8 menit: 1 2 6 7"]


def test_a_row_with_several_symbols_counts_once_each_time_it_is_come_to() -> None:
    """Row 2 is 10 minutes for both of its symbols and for the round within it; the round from 3 comes to it again.

    1 + 10 + 5 + (10 + 5) + 2 = 33; both symbols work each time that the row is come to: 1 + 2 x 2 x 10 + 2 x 5 + 2 = 53.
    """
    rows = """
1 | 1 menit | lanjut: 2a
2 | 10 menit | simbol: [{id: 2a, pelaksana: staf, lanjut: 2b}, {id: 2b, pelaksana: kepala, cabang: {Ya: 3, Tidak: 2a}}]
3 | 5 menit | cabang: {Ya: 4, Tidak: 2a}
4 | 2 menit
"""
    graph = graph_of(rows)
    assert told(graph) == ["18 menit: 1 2a 2b 3 4"]
    assert told(graph, often=1) == ["33 menit: 1 2a 2b 2a 2b 3 2a 2b 2a 2b 3 4"]
    regions = regions_of(graph)
    (course,) = walks(graph, Goal.GREATEST, repeats={loop.flow: 1 for loop in regions.loops}).courses
    assert str(work_of(course.walk, graph)[0]) == "53 menit"


def test_rows_that_share_a_time() -> None:
    """2 and 3 have 10 minutes together: 1 + 10 + 4 = 15; a round from 4 to 3 comes to that cell again: + 10 + 4."""
    rows = "1 | 1 menit\n2 | 10 menit\n3 | {bersama: 2}\n4 | 4 menit | cabang: {Ya: selesai, Tidak: 3}"
    graph = graph_of(rows)
    assert told(graph) == ["15 menit: 1 2 3 4 selesai-4"]
    assert told(graph, often=1) == ["29 menit: 1 2 3 4 3 4 selesai-4"]


def test_of_several_starts_one_begins() -> None:
    """From 1: 1 + 5 = 6; from 2: 20 + 5 = 25."""
    graph = graph_of("1 | 1 menit | bentuk: mulai, lanjut: 3\n2 | 20 menit | bentuk: mulai\n3 | 5 menit")
    assert told(graph, Goal.LEAST) == ["6 menit: 1 3"]
    assert told(graph, Goal.GREATEST) == ["25 menit: 2 3"]


def test_ranges() -> None:
    """The least way takes the short ends, 10 + 0 + 5; the greatest the long ones, 20 + 180 + 5."""
    graph = graph_of("1 | 10-20 menit\n2 | maks. 3 jam\n3 | 5 menit")
    assert told(graph, Goal.LEAST) == ["15 menit: 1 2 3"]
    assert told(graph, Goal.GREATEST) == ["3 jam 25 menit: 1 2 3"]
    (course,) = walks(graph, Goal.LEAST).courses
    assert [str(one) for one in work_of(course.walk, graph)] == ["15 menit", "3 jam 25 menit"]


def test_units_that_do_not_compare_give_all_candidates() -> None:
    """2 bulan are 40 to 62 days of work, 40 hari kerja may be less or as much; 3 bulan are surely more."""
    rows = "1 | 1 jam | cabang: {A: 2, B: 3, C: 4}\n2 | 2 bulan | lanjut: 5\n3 | 40 hari kerja | lanjut: 5\n4 | 3 bulan\n5 | 1 jam"
    graph = graph_of(rows)
    assert told(graph, Goal.LEAST) == ["2 bulan 2 jam: 1 2 5", "40 hari kerja 2 jam: 1 3 5"]
    assert told(graph, Goal.GREATEST) == ["3 bulan 2 jam: 1 4 5"]


def test_the_longest_arm_that_cannot_be_told() -> None:
    """Both arms may be the longest, and a way that is surely shorter than both is the least one alone."""
    rows = """
1 | 1 jam | cabang: {Lengkap: 2, Ringkas: 5}
2 | 1 jam | lanjut: [3, 4]
3 | 2 bulan | lanjut: 6
4 | 40 hari kerja | lanjut: 6
5 | 1 hari | lanjut: 7
6 | 1 jam | gabung: semua
7 | 1 jam
"""
    graph = graph_of(rows)
    assert told(graph, Goal.GREATEST) == ["2 bulan 4 jam: 1 2 3 4 6 7", "40 hari kerja 4 jam: 1 2 3 4 6 7"]
    assert told(graph, Goal.LEAST) == ["1 hari 2 jam: 1 5 7"]


def test_one_time_in_two_units_is_one_candidate() -> None:
    """60 menit are 1 jam, and 12 bulan are 1 tahun: the first way stands for both."""
    rows = "1 | 1 jam | cabang: {A: 2, B: 3}\n2 | 60 menit | lanjut: 4\n3 | 1 jam\n4 | 1 tahun"
    assert told(graph_of(rows)) == ["1 tahun 2 jam: 1 2 4"]


def test_too_many_candidates_are_a_doubt() -> None:
    """Seven decisions between so many months and days, each pair of its own: 2 ** 7 sums that do not compare."""
    rows = []
    for at in range(7):
        one, two, three = at * 3 + 1, at * 3 + 2, at * 3 + 3
        rows += [
            f"{one} | 1 menit | cabang: {{A: {two}, B: {three}}}",
            f"{two} | {2**at} bulan | lanjut: {three + 1}",
            f"{three} | {25 * 2**at} hari kerja",
        ]
    rows.append("22 | 1 menit")
    assert told(graph_of("\n".join(rows))) == ["too many:"]


def test_the_first_labels() -> None:
    """Says Ya at 2 and goes on: 1 + 2 + 4; the branch Tidak would take longer."""
    rows = "1 | 1 menit\n2 | 2 menit | cabang: {Ya: 4, Tidak: 3}\n3 | 30 menit\n4 | 4 menit"
    assert told(graph_of(rows), first=True) == ["7 menit: 1 2 4"]


def test_first_labels_that_go_back_for_ever() -> None:
    """The first label goes back: without 'maks' it has no end, with it it is taken so often, and then the next one."""
    rows = "1 | 1 menit\n2 | 2 menit | cabang: {Tidak: MANY, Ya: 3}\n3 | 4 menit"
    assert told(graph_of(rows.replace("MANY", "1")), first=True) == ["endless:"]
    limited = graph_of(rows.replace("MANY", "{ke: 1, maks: 2}"))
    assert told(limited, first=True) == ["13 menit: 1 2 2x1 2x2 3"]
    (loop,) = regions_of(limited).loops
    (course,) = walks(limited, Goal.LEAST, first=True, repeats={loop.flow: 1}).courses
    assert str(course.elapsed) == "10 menit"


def test_first_labels_by_a_row_of_corrections() -> None:
    """3 says Tidak first, which leads to the corrections in 4 and nowhere else."""
    rows = CORRECTION.replace("Ya: 5, Tidak: 4", "Tidak: 4, Ya: 5")
    assert told(graph_of(rows), first=True) == ["endless:"]


def test_first_labels_that_leave_a_limited_loop_aside() -> None:
    """2 says Ya and never comes to 4, whose first label goes back to 2."""
    rows = "1 | 1 menit\n2 | 2 menit | cabang: {Ya: 5, Tidak: 4}\n4 | 3 menit | cabang: {Ulang: {ke: 2, maks: 1}, Sudah: 5}\n5 | 4 menit"
    assert told(graph_of(rows), first=True) == ["7 menit: 1 2 5"]


@pytest.mark.parametrize(
    ("rows", "doubt"),
    [
        ("1 | 1 menit | lanjut: 2\n2 | 1 menit | lanjut: 1", Doubt(DoubtKind.NO_WAY)),
        ("1 | 1 menit | lanjut: 9\n2 | 1 menit", Doubt(DoubtKind.INCOMPLETE)),
        (
            "1 | 1 menit | cabang: {A: 2, B: 3}\n2 | 1 menit | cabang: {A: 3, B: 4}\n3 | 1 menit | lanjut: 2\n4 | 1 menit",
            Doubt(DoubtKind.REENTRY, ("3",)),
        ),
        (
            "1 | 1 menit | lanjut: [2, 3]\n2 | 1 menit | cabang: {A: 4, B: selesai}\n3 | 1 menit\n4 | 1 menit | gabung: semua",
            Doubt(DoubtKind.STUCK, ("4",)),
        ),
    ],
)
def test_what_is_not_sound_is_a_doubt(rows: str, doubt: Doubt) -> None:
    """No figure, but the reason and the steps where it shows."""
    figure = walks(graph_of(rows), Goal.LEAST)
    assert (figure.courses, figure.doubt) == ((), doubt)


def test_deep_nesting_needs_no_stack() -> None:
    """400 splits, each within an arm of the one before: 400 + 1 + 400 + 1 minutes, for all meet one by one."""
    deep = 400
    rows = [f"a{at} | 1 menit | lanjut: [a{at + 1}, b{at}]" for at in range(deep)]
    rows.append(f"a{deep} | 1 menit | lanjut: c{deep - 1}")
    for at in reversed(range(deep)):
        rows.append(f"b{at} | 1 menit | lanjut: c{at}")
        rows.append(f"c{at} | 1 menit | gabung: semua, lanjut: {f'c{at - 1}' if at else 'akhir'}")
    rows.append("akhir | 1 menit")
    graph = graph_of("\n".join(rows))
    (course,) = walks(graph, Goal.LEAST).courses
    assert minutes(course.elapsed) == 2 * deep + 2
    assert elapsing(graph, Goal.LEAST)(course.walk) == (course.elapsed,)
    assert minutes(work_of(course.walk, graph)[0]) == len(graph.steps)
    assert sum(1 for _ in steps_of(course.walk)) == len(graph.steps)


def test_loops_within_loops_are_told_once() -> None:
    """Row n goes back to row 1 twice: it is reached after 3 ** (n - 1) times the first row; forty rows are soon told."""
    size = 40
    rows = ["1 | 1 menit", *(f"{at} | 0 menit | cabang: {{Ya: {at + 1}, Tidak: 1}}" for at in range(2, size))]
    graph = graph_of("\n".join([*rows, f"{size} | 0 menit"]))
    regions = regions_of(graph)
    (course,) = walks(graph, Goal.LEAST, repeats={loop.flow: 2 for loop in regions.loops}).courses
    assert minutes(course.elapsed) == 3 ** (size - 2)
    assert done_in(course.walk)["1"] == 3 ** (size - 2)
    assert elapsing(graph, Goal.LEAST)(course.walk) == (course.elapsed,)


@settings(max_examples=60, deadline=None)
@given(plans(), st.integers(0, 2))
def test_the_best_way_is_the_best_of_all(plan: Plan, often: int) -> None:
    """On structured procedures, with each loop taken so often: the least and the greatest of all ways, found by trying."""
    ways = ways_of(plan, [often])
    if ways is None:
        return
    graph = plan_graph(plan)
    regions = regions_of(graph)
    repeats = {loop.flow: often for loop in regions.loops}
    for goal, best in ((Goal.LEAST, min), (Goal.GREATEST, max)):
        figure = walks(graph, goal, repeats=repeats, regions=regions)
        assert figure.doubt is None
        assert [minutes(course.elapsed) for course in figure.courses] == [best(ways) + 2]


def random_graph(seed: int, *, straight: bool = False) -> tuple[ProcessGraph, Total]:
    """The graph of a random SOP, awkward on purpose, and its official total."""
    document, _ = read(SourceFile("acak.yaml", json.dumps(random_sop(seed, straight=straight))))
    assert document is not None
    sop = validate(document).sop
    assert sop is not None
    return build(sop, document), total(row.mutu_baku.waktu for row in sop.kegiatan)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 100_000))
def test_row_after_row_the_only_way_is_the_official_total(seed: int) -> None:
    """Each row once: the least way takes the total's short end, the greatest its long one."""
    graph, official = random_graph(seed, straight=True)
    (least,) = walks(graph, Goal.LEAST).courses
    (greatest,) = walks(graph, Goal.GREATEST).courses
    assert (least.elapsed, greatest.elapsed) == (official.low, official.high)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 100_000), st.integers(0, 2))
def test_walks_prove_their_times(seed: int, often: int) -> None:
    """Each course is as long as its walk adds up to; steps follow flows, and count where the cell changes."""
    graph, _ = random_graph(seed)
    regions = regions_of(graph)
    repeats = {loop.flow: often for loop in regions.loops}
    figures = {goal: walks(graph, goal, repeats=repeats, regions=regions) for goal in Goal}
    assert figures[Goal.LEAST].doubt == figures[Goal.GREATEST].doubt
    for goal, figure in figures.items():
        for course in figure.courses:
            assert course.elapsed in elapsing(graph, goal)(course.walk)
            first = course.walk[0]
            assert isinstance(first, Pass)
            assert first.counts
            assert graph.steps[first.step].is_start
            for piece in passes(course.walk):
                if piece.by is not None:
                    flow = graph.flows[piece.by]
                    assert flow.target == piece.step
                    cells = cells_of(graph).of
                    rows = [graph.steps[name].row for name in (flow.source, flow.target)]
                    assert piece.counts == (cells[rows[0]] != cells[rows[1]])
    short, long = (
        [length_of(course.elapsed) for course in figures[goal].courses]
        for goal in (Goal.LEAST, Goal.GREATEST)
    )
    assert not any(all(surely_longer(one, other) for other in long) for one in short)


def passes(walk: tuple[Pass | Side | Again, ...]) -> Iterator[Pass]:
    """All steps that a walk names, also within arms and rounds."""
    for piece in walk:
        if isinstance(piece, Pass):
            yield piece
        elif isinstance(piece, Side):
            for arm in piece.arms:
                yield from passes(arm)
        else:
            yield from passes(piece.walk)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 100_000))
def test_no_candidate_is_missing_and_none_too_many(seed: int) -> None:
    """Without splits: the candidates are the ways, all tried, of which no other is surely shorter, or longer."""
    graph, _ = random_graph(seed)
    regions = regions_of(graph)
    if regions.doubt is not None or graph.net.has_splits:
        return
    for goal in Goal:
        ways = all_ways(graph, goal)
        if ways is None:
            return
        best = {
            one
            for one in ways
            if not any(
                surely_longer(one, other) if goal is Goal.LEAST else surely_longer(other, one)
                for other in ways
            )
        }
        figure = walks(graph, goal, regions=regions)
        assert {length_of(course.elapsed) for course in figure.courses} == best


def all_ways(graph: ProcessGraph, goal: Goal, most: int = 2_000) -> set[Length] | None:
    """The length of every way from a start to an end without loops; None where there are too many."""
    cells = cells_of(graph)
    times = [length_of(time.low if goal is Goal.LEAST else time.high) for time in cells.times]
    waiting = [(step, times[step.row]) for step in graph.starts]
    found: set[Length] = set()
    for _ in range(most):
        if not waiting:
            return found
        step, length = waiting.pop()
        if not graph.outgoing[step.id]:
            found.add(length)
        for flow in graph.outgoing[step.id]:
            if graph.flows.index(flow) not in graph.net.loops:
                target = graph.steps[flow.target]
                same = cells.of[step.row] == cells.of[target.row]
                waiting.append((target, plus(length, NOTHING if same else times[target.row])))
    return None
