"""What a walk adds up to, worked by hand."""

from sop_engine.analysis.lengths import Goal
from sop_engine.analysis.walked import Again, Pass, Side, done_in, elapsing, steps_of
from tests.analysis.flows import graph_of

ROWS = """
1 | 10 menit | pelaksana: [staf, kepala]
2 | 1-2 jam | cabang: {Ya: selesai, Tidak: 1}
3 | Segera
"""

WALK = (
    Pass("1", counts=True),
    Side(((Pass("2", counts=True),), (Pass("3", counts=True),))),
    Again(3, (Pass("1", counts=True), Pass("2", counts=False))),
    Pass("selesai-2", counts=False),
)


def test_steps_in_order() -> None:
    """Rounds multiply what is in them."""
    assert [*steps_of(WALK)] == [("1", 1), ("2", 1), ("3", 1), ("1", 3), ("2", 3), ("selesai-2", 1)]
    assert done_in(WALK) == {"1": 4, "2": 4, "3": 1, "selesai-2": 1}


def test_elapsed() -> None:
    """10 menit, the longer arm 1-2 jam, three rounds of 10 menit: 1 jam 40 menit to 2 jam 40 menit."""
    graph = graph_of(ROWS)
    assert [str(one) for one in elapsing(graph, Goal.LEAST)(WALK)] == ["1 jam 40 menit"]
    assert [str(one) for one in elapsing(graph, Goal.GREATEST)(WALK)] == ["2 jam 40 menit"]
    assert [str(one) for one in elapsing(graph, Goal.LEAST)(())] == ["0 menit"]
