"""All paths: hand-worked, and against all ways of small procedures."""

import random
from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sop_engine.analysis.paths import Path, paths
from sop_engine.analysis.regions import Doubt, DoubtKind
from sop_engine.analysis.walks import Again, Goal, Pass, Side, Walk, steps_of, walks
from sop_engine.graph.process import ProcessGraph
from sop_engine.model.satuan import Unit
from tests.analysis.flows import Plan, graph_of, plan_graph, plans, ways_of


def told(path: Path) -> str:
    """A path as ``least - greatest: steps``."""
    times = " - ".join(" atau ".join(map(str, end)) for end in (path.least, path.greatest))
    return f"{times}: {' '.join(step for step, _ in steps_of(path.walk))}"


def test_two_decisions_and_a_loop() -> None:
    """A (10) or B (20), then once round or not: 4 has gone back to 1, where A or B is chosen again: 2 + 2 x 2 = 6 paths.

    1 + 10 + 4 + 5 = 20 by A alone; with a round by B 1 + 20 + 4 more: 45.
    """
    rows = "1 | 1 menit | cabang: {A: 2, B: 3}\n2 | 10 menit | lanjut: 4\n3 | 20 menit\n4 | 4 menit | cabang: {Ya: 5, Tidak: 1}\n5 | 5 menit"
    found = paths(graph_of(rows))
    assert found.count == 6
    assert [told(path) for path in found.found] == [
        "20 menit - 20 menit: 1 2 4 5",
        "35 menit - 35 menit: 1 2 4 1 2 4 5",
        "45 menit - 45 menit: 1 2 4 1 3 4 5",
        "30 menit - 30 menit: 1 3 4 5",
        "45 menit - 45 menit: 1 3 4 1 2 4 5",
        "55 menit - 55 menit: 1 3 4 1 3 4 5",
    ]
    assert paths(graph_of(rows), repeats=0).count == 2


def test_a_split_is_part_of_one_path() -> None:
    """The arm 2 has two ways, the arm 5 one: two paths; 1 + max(2 + 3, 9) + 6 = 16, 1 + max(2 + 30, 9) + 6 = 39."""
    rows = """
1 | 1 menit | lanjut: [2, 5]
2 | 2 menit | cabang: {A: 3, B: 4}
3 | 3 menit | lanjut: 6
4 | 30 menit | lanjut: 6
5 | 9 menit
6 | 6 menit | gabung: semua
"""
    found = paths(graph_of(rows))
    assert [told(path) for path in found.found] == [
        "16 menit - 16 menit: 1 2 3 5 6",
        "39 menit - 39 menit: 1 2 4 5 6",
    ]
    arms = Side(((Pass("2", True), Pass("3", True)), (Pass("5", True),)))
    assert found.found[0].walk == (Pass("1", True), arms, Pass("6", True))


def test_labels_that_lead_to_one_step_are_paths_of_their_own() -> None:
    """Each path knows the flow by which it went."""
    graph = graph_of("1 | 1 menit | cabang: {A: 2, B: 2}\n2 | 2 menit")
    labels = []
    for path in paths(graph).found:
        last = path.walk[-1]
        assert isinstance(last, Pass)
        assert last.by is not None
        labels.append(graph.flows[last.by].label)
    assert labels == ["A", "B"]


def test_rounds_of_two_loops_in_every_order() -> None:
    """From 2 back to 1 or to itself by 3: none, one of each, or both in two orders: 1 + 2 + 2 = 5 paths."""
    rows = "1 | 1 menit\n2 | 2 menit | cabang: {A: 1, B: 3, C: 4}\n3 | 3 menit | lanjut: 2\n4 | 4 menit"
    found = paths(graph_of(rows))
    assert found.count == 5
    assert [" ".join(step for step, _ in steps_of(path.walk)) for path in found.found] == [
        "1 2 4",
        "1 2 1 2 4",
        "1 2 3 2 4",
        "1 2 1 2 3 2 4",
        "1 2 3 2 1 2 4",
    ]
    assert paths(graph_of(rows), repeats=2).count == 1 + 2 + 4 + 6 + 6


def test_ranges_and_units_that_do_not_compare() -> None:
    """One path is a range; of two arms nobody can tell the longer."""
    rows = (
        "1 | 1-2 jam | lanjut: [2, 3]\n2 | 2 bulan | lanjut: 4\n3 | 40 hari kerja\n4 | 1 jam | gabung: semua"
    )
    (path,) = paths(graph_of(rows)).found
    assert told(path) == (
        "2 bulan 2 jam atau 40 hari kerja 2 jam - 2 bulan 3 jam atau 40 hari kerja 3 jam: 1 2 3 4"
    )


def test_more_paths_than_are_wanted_are_counted_all_the_same() -> None:
    """A hundred decisions of two branches each, each with a loop that is gone round or not: 2 ** 200."""
    rows = []
    for at in range(100):
        name, one, two, last = f"a{at}", f"b{at}", f"c{at}", f"d{at}"
        rows += [f"{name} | 1 menit | cabang: {{A: {one}, B: {two}}}", f"{one} | 1 menit | lanjut: {last}"]
        rows += [f"{two} | 2 menit", f"{last} | 1 menit | cabang: {{Ya: a{at + 1}, Tidak: {last}}}"]
    found = paths(graph_of("\n".join([*rows, "a100 | 1 menit"])), limit=7)
    assert (found.count, len(found.found), found.is_cut) == (2**200, 7, True)
    assert len({path.walk for path in found.found}) == 7


def test_rounds_are_counted_among_what_is_told() -> None:
    """Two loops, each gone round up to 100 times: 101 x 101 paths, far longer together than what is told."""
    rows = "1 | 1 menit\n2 | 1 menit\n3 | 1 menit | cabang: {A: 4, B: 1}\n4 | 1 menit | cabang: {Ya: 5, Tidak: 4}\n5 | 1 menit"
    found = paths(graph_of(rows), repeats=100, limit=10_000)
    assert found.count == 101 * 101
    assert found.is_cut
    sizes = [sum(often for _, often in steps_of(path.walk)) for path in found.found]
    assert sum(sizes) <= 100_000 < sum(sizes) + max(sizes)


def test_a_path_that_nobody_could_write_down_is_only_counted() -> None:
    """Arms that never wait for each other do all that follows each for itself: 40 such splits, 2 ** 40 ends."""
    rows = [
        f"{at} | 1 menit | lanjut: [{at + 1}, {at + 2}]\n{at + 1} | 1 menit | lanjut: {at + 3}\n{at + 2} | 1 menit"
        for at in range(1, 121, 3)
    ]
    found = paths(graph_of("\n".join([*rows, "121 | 1 menit"])))
    assert (found.found, found.count, found.doubt) == ((), 1, None)


def test_what_cannot_be_told_is_a_doubt() -> None:
    """No paths, but the reason."""
    found = paths(graph_of("1 | 1 menit | lanjut: 2\n2 | 1 menit | lanjut: 1"))
    assert (found.found, found.count, found.doubt) == ((), 0, Doubt(DoubtKind.NO_WAY))


def test_rounds_stand_apart_in_the_walk() -> None:
    """A round is what comes between setting out and being back."""
    found = paths(graph_of("1 | 1 menit\n2 | 2 menit | cabang: {Ya: 3, Tidak: 1}\n3 | 3 menit"))
    again = Again(1, (Pass("1", True), Pass("2", True)))
    assert found.found[1].walk == (Pass("1", True), Pass("2", True), again, Pass("3", True))


@settings(max_examples=60, deadline=None)
@given(plans(), st.integers(0, 2))
def test_paths_are_all_ways(plan: Plan, repeats: int) -> None:
    """On structured procedures: as many as there are ways, with their times; the best of them is the figure."""
    ways = ways_of(plan, range(repeats + 1), 300)
    if ways is None:
        return
    graph = plan_graph(plan)
    found = paths(graph, repeats=repeats, limit=300)
    assert found.count == len(found.found) == len(ways)
    times = [minutes(path) for path in found.found]
    assert Counter(times) == Counter(way + 2 for way in ways)
    few = paths(graph, repeats=repeats, limit=3)
    assert few.count == found.count
    assert len(few.found) == min(3, found.count)
    assert {path.walk for path in few.found} <= {path.walk for path in found.found}
    # Two empty branches of one decision are told apart by the flow alone.
    assert len({flows_of(path.walk) for path in found.found}) == len(ways)
    (least,) = walks(graph, Goal.LEAST).courses
    assert (least.elapsed,) in {path.least for path in found.found}
    if not repeats:
        (greatest,) = walks(graph, Goal.GREATEST).courses
        assert (greatest.elapsed,) in {path.greatest for path in found.found}


def arms(seed: int) -> str:
    """Splits one after the other, whose arms decide, go back, share times and meet; everything may go round again."""
    chance = random.Random(seed)
    rows: list[str] = []

    def row(flow: str) -> None:
        at = len(rows) + 1
        shared = rows and chance.random() < 0.4
        rows.append(
            f"{at} | {f'{{bersama: {at - 1}}}' if shared else f'{chance.randint(1, 40)} menit'} | {flow}"
        )

    for _ in range(chance.randint(1, 2)):
        here, sizes = len(rows) + 1, [chance.randint(1, 3) for _ in range(chance.randint(2, 3))]
        firsts = [here + 1 + sum(sizes[:at]) for at in range(len(sizes))]
        join = here + sum(sizes) + 1
        row(f"lanjut: [{', '.join(map(str, firsts))}]")
        for first, size in zip(firsts, sizes, strict=True):
            for at in range(first, first + size):
                after = join if at == first + size - 1 else at + 1
                kinds = (f"lanjut: {after}", f"lanjut: {after}", f"cabang: {{A: {after}, Ulang: {first}}}")
                short = f"cabang: {{A: {after}, B: {join}}}"
                row(chance.choice(kinds if after == join else (*kinds, short)))
        again = f", cabang: {{Y: {join + 1}, T: {here}}}" if chance.random() < 0.5 else ""
        row(f"gabung: semua{again}")
    return "\n".join([*rows, f"{len(rows) + 1} | 7 menit"])


@pytest.mark.parametrize("seed", range(80))
def test_path_sums_are_the_walked_rows(seed: int) -> None:
    """Who follows the flows of a path by the clock, and waits where arms meet, ends when the path says; rows by hand."""
    text = arms(seed)
    graph = graph_of(text)
    cells: list[int] = []
    times: list[int] = []
    for at, line in enumerate(text.splitlines()):
        time = line.split("|")[1].strip()
        cells.append(cells[-1] if time.startswith("{") else at)
        times.append(0 if time.startswith("{") else int(time.split()[0]))
    for repeats in (0, 1):
        found = paths(graph, repeats=repeats, limit=30)
        for path in found.found:
            assert minutes(path) == Clock(graph, cells, times).ends(path.walk)


class Clock:
    """Follows a walk by its flows: a step begins when all steps are done that it is come to from."""

    def __init__(self, graph: ProcessGraph, cells: list[int], times: list[int]) -> None:
        self.graph, self.cells, self.times = graph, cells, times
        self.done: dict[str, int] = {}
        self.latest = 0

    def ends(self, walk: Walk) -> int:
        """When everything is done."""
        self.follow(walk)
        return self.latest

    def follow(self, walk: Walk) -> list[str]:
        """The steps by which arms come to where they meet, if the walk ends with arms."""
        met: list[str] = []
        for piece in walk:
            match piece:
                case Pass(name, _, by):
                    sources = met if by is None else [self.graph.flows[by].source]
                    row = self.graph.steps[name].row
                    same = [self.cells[self.graph.steps[one].row] == self.cells[row] for one in sources]
                    begins = max((self.done[one] for one in sources), default=0)
                    adds = 0 if sources and all(same) else self.times[self.cells[row]]
                    self.done[name] = begins + adds
                    self.latest = max(self.latest, self.done[name])
                    met = []
                case Side(own, by):
                    met = []
                    for arm, flow in zip(own, by, strict=True):
                        inner = self.follow(arm)
                        met += inner if flow is None else [self.graph.flows[flow].source]
                case Again(count, inner_walk):
                    for _ in range(count):
                        self.follow(inner_walk)
        return met


def flows_of(walk: Walk) -> tuple[object, ...]:
    """A walk by its flows."""
    found: list[object] = []
    for piece in walk:
        match piece:
            case Pass(step, _, by):
                found.append((step, by))
            case Side(arms):
                found.append(tuple(map(flows_of, arms)))
            case Again(count, inner):
                found.append((count, flows_of(inner)))
    return tuple(found)


def minutes(path: Path) -> Fraction:
    """How long a path takes, which is one time without a range."""
    assert path.least == path.greatest
    ((amount),) = path.least
    return sum((number * {Unit.JAM: 60, Unit.MENIT: 1}[unit] for unit, number in amount.parts), Fraction())
