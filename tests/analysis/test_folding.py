"""The plan that all searches follow: what it refuses."""

import pytest

from sop_engine.analysis import folding
from sop_engine.analysis.regions import Doubt, DoubtKind, regions_of
from sop_engine.analysis.walks import Goal, walks
from tests.analysis.flows import graph_of


def test_more_rounds_than_anybody_would_wait_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """The two rounds have three steps and one beside those that set out; two are allowed here."""
    graph = graph_of("1 | 1 menit\n2 | 1 menit\n3 | 1 menit | cabang: {Ya: 4, A: 1, B: 2}\n4 | 1 menit")
    regions = regions_of(graph)
    repeats = {loop.flow: 1 for loop in regions.loops}
    assert walks(graph, Goal.LEAST, repeats=repeats).doubt is None
    monkeypatch.setattr(folding, "_LONGEST", 2)
    assert walks(graph, Goal.LEAST, repeats=repeats).doubt == Doubt(DoubtKind.TOO_LARGE, ("3",))
    assert walks(graph, Goal.LEAST).doubt is None


def test_a_join_that_some_ways_come_to_from_its_own_row() -> None:
    """Whether row 2 counts at 2c depends on the way that the first arm takes: 2b is of its row, 3 is not."""
    rows = """
1 | 1 menit | lanjut: 2a
2 | 9 menit | simbol: [{id: 2a, pelaksana: staf, lanjut: [2b, 2d]}, {id: 2b, pelaksana: staf, cabang: {A: 2c, B: 3}}, \
{id: 2d, pelaksana: staf, lanjut: 2c}, {id: 2c, pelaksana: staf, gabung: semua, lanjut: 4}]
3 | 1 menit | lanjut: 2c
4 | 1 menit
"""
    assert walks(graph_of(rows), Goal.LEAST).doubt == Doubt(DoubtKind.TANGLED, ("2c",))
