"""The shape of a flow: its loops, its splits and where their arms meet."""

from sop_engine.analysis.regions import Doubt, DoubtKind, regions_of
from sop_engine.graph.process import ProcessGraph
from tests.analysis.flows import graph_of


def loops(graph: ProcessGraph) -> list[tuple[str, str | None, str]]:
    """Each loop: where it sets out, by which label, and where it comes back to."""
    found = []
    for loop in regions_of(graph).loops:
        flow = graph.flows[loop.flow]
        assert graph.ids[loop.source] == flow.source
        found.append((flow.source, flow.label, graph.ids[loop.head]))
    return found


def blocks(graph: ProcessGraph) -> dict[str, str | None]:
    """For each step that splits the one that waits for its arms."""
    regions = regions_of(graph)
    return {
        graph.ids[step]: None if block.join is None else graph.ids[block.join]
        for (step, _), block in sorted(regions.blocks.items())
    }


def test_a_loop_sets_out_where_something_else_could_be_done() -> None:
    """Not at the corrections in 4 and 5, from which nobody can but go back; 5 has a loop of its own to 4."""
    rows = """
1 | 1 menit
2 | 2 menit
3 | 3 menit | cabang: {Ya: 6, Tidak: 4}
4 | 4 menit
5 | 5 menit | cabang: {Sudah: 2, Belum: 4}
6 | 6 menit | cabang: {Ya: selesai, Tidak: 1, Ulang: 6}
"""
    assert loops(graph_of(rows)) == [
        ("3", "Tidak", "2"),
        ("5", "Belum", "4"),
        ("6", "Tidak", "1"),
        ("6", "Ulang", "6"),
    ]


def test_a_way_that_never_ends_is_no_loop() -> None:
    """From 3 and 4 nobody comes back to 2."""
    rows = "1 | 1 menit\n2 | 2 menit | cabang: {Ya: 5, Tidak: 3}\n3 | 3 menit\n4 | 4 menit | lanjut: 3\n5 | 5 menit"
    assert loops(graph_of(rows)) == []


def test_splits_and_where_they_meet() -> None:
    """The outer one waits in 7, the inner one in 6, and the last one nowhere."""
    rows = """
1 | 1 menit | lanjut: [2, 3]
2 | 1 menit | lanjut: 7
3 | 1 menit | lanjut: [4, 5]
4 | 1 menit | lanjut: 6
5 | 1 menit
6 | 1 menit | gabung: semua
7 | 1 menit | gabung: semua, lanjut: [8, 9]
8 | 1 menit | lanjut: selesai
9 | 1 menit
"""
    graph = graph_of(rows)
    assert blocks(graph) == {"1": "7", "3": "6", "7": None}
    within = regions_of(graph).within
    assert {
        name: None if join is None else graph.ids[join] for name, join in zip(graph.ids, within, strict=True)
    } == {
        "1": None,
        "2": "7",
        "3": "7",
        "4": "6",
        "5": "6",
        "6": "7",
        "7": None,
        "8": None,
        "9": None,
    }


def test_who_comes_to_a_join() -> None:
    """By the first arm 4 or 5 comes, by the second the split itself."""
    rows = """
1 | 1 menit | lanjut: [3, 6]
3 | 1 menit | cabang: {A: 4, B: 5}
4 | 1 menit | lanjut: 6
5 | 1 menit
6 | 1 menit | gabung: semua
"""
    graph = graph_of(rows)
    ((_, block),) = regions_of(graph).blocks.items()
    assert [[graph.flows[flow].source for flow in arm] for arm in block.arrivals] == [["4", "5"], ["1"]]


def test_an_arm_that_goes_back_before_its_split_is_never_sound() -> None:
    """The other arm would be done twice, and wait for ever."""
    rows = """
1 | 1 menit
2 | 1 menit | lanjut: [3, 4]
3 | 1 menit | cabang: {Ya: 5, Tidak: 1}
4 | 1 menit
5 | 1 menit | gabung: semua
"""
    assert regions_of(graph_of(rows)).doubt == Doubt(DoubtKind.STUCK, ("5",))


def test_somebody_from_outside_comes_into_an_arm() -> None:
    """1 goes into the split at 2, or straight into one of its arms."""
    rows = """
1 | 1 menit | cabang: {A: 2, B: 3}
2 | 1 menit | lanjut: [3, 4]
3 | 1 menit | lanjut: 5
4 | 1 menit
5 | 1 menit
"""
    graph = graph_of(rows)
    assert regions_of(graph).doubt is None
    waiting = graph_of(rows.replace("4 | 1 menit", "4 | 1 menit | lanjut: 6") + "6 | 1 menit | gabung: semua")
    assert regions_of(waiting).doubt == Doubt(DoubtKind.STUCK, ("6",))
