"""Which flows add the time of a Waktu cell."""

from sop_engine.analysis.cells import cells_of
from sop_engine.analysis.entering import Entering
from tests.analysis.flows import graph_of


def test_what_flows_add() -> None:
    """Rows 1 and 2 share a time; 3 and 4 run side by side into 5, which shares the time of 4 but not of 3.

    Flows in order: 1 to 2 stays; 2 to 3 and to 4 come into those; each arm brings row 5 the cell of row 4, which counts
    once where they meet; 5 to 6, and 6 back to itself.
    """
    graph = graph_of(
        """
        1 | 1 jam |
        2 | {bersama: 1} | lanjut: [3, 4]
        3 | 1 jam | lanjut: 5
        4 | 1 jam |
        5 | {bersama: 4} | gabung: semua
        6 | 1 jam | cabang: {Ya: selesai, Tidak: 6}
        """
    )
    entering = Entering(graph, cells_of(graph))
    assert entering.cell == [0, 0, 2, 3, 3, 5, 5]
    named = {(flow.source, flow.target): entering.by(at) for at, flow in enumerate(graph.flows)}
    assert named == {
        ("1", "2"): None,
        ("2", "3"): 2,
        ("2", "4"): 3,
        ("3", "5"): 3,
        ("4", "5"): 3,
        ("5", "6"): 5,
        ("6", "selesai-6"): None,
        ("6", "6"): None,
    }
    assert entering.joined(4) == 3


def test_arms_that_never_left_their_cell_add_nothing() -> None:
    """A split, its arms and its join under one time: it counted when the flow came into the cell."""
    graph = graph_of(
        """
        1 | 1 jam | lanjut: [2, 3]
        2 | {bersama: 1} | lanjut: 4
        3 | {bersama: 1} |
        4 | {bersama: 1} | gabung: semua
        """
    )
    entering = Entering(graph, cells_of(graph))
    assert [entering.by(at) for at in range(4)] == [None] * 4
    assert entering.joined(3) is None
