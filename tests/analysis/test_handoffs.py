"""How often work passes from one role to another."""

from sop_engine import compile_sop
from sop_engine.analysis.handoffs import Handoff, handoffs_of

ROWS = """\
versi_format: 1
instansi: {kode: contoh, nama: Badan Contoh}
identitas: {nama: Contoh}
pelaksana: {staf: Staf, kasubbag: Kasubbag, kepala: Kepala, tamu: Tamu}
kegiatan:
"""


def graph_of(rows: str):
    """The procedure of these rows."""
    graph = compile_sop(ROWS + rows).graph
    assert graph is not None
    return graph


def test_flows_between_roles_are_counted():
    """Four flows: 1 to 2 within staf; 2 to 3 and 3 to 4 pass on; 3 goes back to 1. The end behind 4 is nobody's."""
    graph = graph_of(
        """\
  - {nomor: 1, uraian: A, pelaksana: staf}
  - {nomor: 2, uraian: B, pelaksana: staf}
  - {nomor: 3, uraian: C, pelaksana: kasubbag, cabang: {Ya: 4, Tidak: 1, Batal: selesai}}
  - {nomor: 4, uraian: D, pelaksana: kepala}
"""
    )
    found = handoffs_of(graph, ["staf", "kasubbag", "kepala", "tamu"])
    assert found.found == (
        Handoff("2", "3", "staf", "kasubbag", back=False),
        Handoff("3", "4", "kasubbag", "kepala", back=False),
        Handoff("3", "1", "kasubbag", "staf", back=True),
    )
    assert (found.flows, found.count, found.back) == (4, 3, 1)
    assert found.roles == ("staf", "kasubbag", "kepala", "tamu")
    assert found.matrix == ((1, 1, 0, 0), (1, 0, 1, 0), (0, 0, 0, 0), (0, 0, 0, 0))


def test_a_joint_activity_is_handed_on_by_its_responsible_role():
    """Staf does row 1 with kepala: the flow to kepala's row 2 is a hand-off of staf's."""
    graph = graph_of(
        """\
  - {nomor: 1, uraian: A, pelaksana: [staf, kepala]}
  - {nomor: 2, uraian: B, pelaksana: kepala}
"""
    )
    found = handoffs_of(graph, ["staf", "kasubbag", "kepala", "tamu"])
    assert found.found == (Handoff("1", "2", "staf", "kepala", back=False),)


def test_symbols_of_one_row_hand_to_each_other():
    """Within a row too, and each arm of a split counts."""
    graph = graph_of(
        """\
  - nomor: 1
    uraian: A
    simbol:
      - {pelaksana: staf, lanjut: 1b}
      - {pelaksana: kepala, lanjut: [2, 3]}
  - {nomor: 2, uraian: B, pelaksana: staf, lanjut: 4}
  - {nomor: 3, uraian: C, pelaksana: kasubbag, lanjut: 4}
  - {nomor: 4, uraian: D, pelaksana: staf, gabung: semua}
"""
    )
    found = handoffs_of(graph, ["staf", "kasubbag", "kepala", "tamu"])
    assert [(one.source, one.target) for one in found.found] == [
        ("1a", "1b"),
        ("1b", "2"),
        ("1b", "3"),
        ("3", "4"),
    ]
    assert (found.flows, found.matrix[0]) == (5, (1, 0, 1, 0))


def test_a_step_that_nobody_is_named_for_hands_nothing_on():
    """A role that is not declared is no role."""
    graph = graph_of(
        """\
  - {nomor: 1, uraian: A, pelaksana: siapa}
  - {nomor: 2, uraian: B, pelaksana: staf}
"""
    )
    found = handoffs_of(graph, ["staf"])
    assert (found.flows, found.found, found.matrix) == (0, (), ((0,),))
