"""Which rows the flow can come from."""

import pytest
from hypothesis import HealthCheck, given, settings

from sop_engine.graph.process import ProcessGraph
from sop_engine.pipeline import compile_bytes
from sop_engine.rules import row_order
from sop_engine.rules.row_order import order_of
from tests.strategies import sop_texts

HEAD = """\
versi_format: 1
instansi: {kode: contoh, nama: Dinas Contoh}
identitas: {nama: Contoh}
pelaksana: {staf: Staf}
kegiatan:
"""


def graph_of(*flows: str) -> ProcessGraph:
    """A procedure whose rows say how they go on."""
    rows = [f"  - {{nomor: {at}, uraian: Baris, pelaksana: staf{flow}}}" for at, flow in enumerate(flows, 1)]
    graph = compile_bytes((HEAD + "\n".join(rows)).encode(), "contoh").graph
    assert graph is not None
    return graph


def before(graph: ProcessGraph, rows: int) -> list[list[int]]:
    """For each row the rows that the flow can come from."""
    order = order_of(graph, rows)
    return [[one for one in range(rows) if order.follows(row, [(one, 0)])] for row in range(rows)]


def test_a_straight_flow_comes_from_the_rows_above() -> None:
    """Without a word on the flow, each row follows all before it."""
    assert before(graph_of("", "", ""), 3) == [[], [0], [0, 1]]


def test_a_circle_comes_from_itself() -> None:
    """Rows of a loop follow each other and themselves; what is before it does not follow it."""
    graph = graph_of("", "", ", cabang: {Ya: 4, Tidak: 2}", "")
    assert before(graph, 4) == [[], [0, 1, 2], [0, 1, 2], [0, 1, 2]]


def test_a_row_that_goes_back_to_itself() -> None:
    """A loop of one row."""
    assert before(graph_of("", ", cabang: {Ya: 3, Tidak: 2}", ""), 3) == [[], [0, 1], [0, 1]]


def test_branches_do_not_come_from_each_other() -> None:
    """In either order of the branches."""
    for branches in ("{A: 2, B: 3}", "{B: 3, A: 2}"):
        graph = graph_of(f", cabang: {branches}", ", lanjut: 4", ", lanjut: selesai", "")
        assert before(graph, 4) == [[], [0], [0], [0, 1]]


def test_rows_written_in_another_order() -> None:
    """What counts is the flow, not the place in the table."""
    assert before(graph_of(", lanjut: 3", ", lanjut: selesai", ", lanjut: 2"), 3) == [[], [0, 2], [0]]


def test_a_flow_that_is_not_known_may_come_from_anywhere() -> None:
    """An unknown target may mean any row."""
    assert before(graph_of(", lanjut: 9", ""), 2) == [[0, 1], [0, 1]]


def test_too_many_steps_count_as_known_from_anywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Above the bound nothing is said to come from nowhere."""
    graph = graph_of(", cabang: {A: 2, B: 3}", ", lanjut: selesai", "")
    monkeypatch.setattr(row_order, "_EXACT", 2)
    assert before(graph, 3) == [[0, 1, 2]] * 3


def test_no_place_leads_anywhere() -> None:
    """Of no rows none comes before, and none is led to."""
    for graph in (graph_of("", ""), graph_of(", cabang: {A: 2, B: selesai}", "")):
        order = order_of(graph, 2)
        assert not order.follows(1, [])
        assert not order.leads([], [(1, 0)])
        assert not order.leads([(0, 0)], [])


def test_some_rows_lead_to_others() -> None:
    """It is enough that one leads to one; a row that is among both leads to itself only in a circle."""
    straight = order_of(graph_of("", "", ""), 3)
    assert straight.leads([(0, 0), (2, 0)], [(0, 0), (1, 0)])
    assert not straight.leads([(1, 0)], [(0, 0), (1, 0)])
    branches = order_of(graph_of(", cabang: {A: 2, B: 3}", ", lanjut: selesai", ""), 3)
    assert branches.leads([(0, 0), (1, 0)], [(2, 0)])
    assert not branches.leads([(1, 0)], [(0, 0), (2, 0)])


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sop_texts())
def test_the_order_is_that_of_walks(text: str) -> None:
    """A row follows another just where a walk along the flows leads from it there."""
    compiled = compile_bytes(text.encode(), "any")
    graph, sop = compiled.graph, compiled.sop
    if graph is None or sop is None or not graph.complete:
        return
    reached: list[set[int]] = [set() for _ in sop.kegiatan]
    for step in graph.steps.values():
        todo, seen = [flow.target for flow in graph.outgoing[step.id]], set[str]()
        while todo:
            name = todo.pop()
            if name not in seen:
                seen.add(name)
                reached[graph.steps[name].row].add(step.row)
                todo += [flow.target for flow in graph.outgoing[name]]
    # The end behind a branch is no row of its own.
    assert before(graph, len(sop.kegiatan)) == [sorted(rows) for rows in reached]
