"""The table of rows by roles: exactly what a SOP says of who does what."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_engine import compile_sop
from sop_engine.analysis.matrix import Duty, Matrix, approves, matrix_of
from sop_engine.graph.build import build
from sop_engine.graph.process import ProcessGraph, StepKind
from sop_engine.model.sop import Sop
from sop_engine.model.validate import validate
from sop_engine.reading import read
from sop_engine.source import SourceFile
from tests.layout.generator import random_sop

HEAD = """\
versi_format: 1
instansi: {kode: uji, nama: Dinas Uji}
identitas: {nama: Uji}
pelaksana: {a: Staf, b: Kepala, c: Sekretaris}
kegiatan:
"""


def made(rows: str) -> tuple[Sop, ProcessGraph]:
    """A SOP of three roles and these rows, and its graph."""
    compiled = compile_sop(HEAD + rows)
    assert compiled.sop is not None
    assert compiled.graph is not None
    return compiled.sop, compiled.graph


def table(matrix: Matrix) -> list[str]:
    """The rows as text: the id, then the letters of each role."""
    return [
        " ".join([row.id, *("/".join(row.duties.get(role, ("-",))) for role in matrix.roles)])
        for row in matrix.rows
    ]


def test_dumai(root) -> None:
    """Row 3 is joint, row 7 is a decision that sends back to 5: both receivers are told, row 6 hands to it."""
    compiled = compile_sop(root / "definitions" / "dumai.yaml")
    matrix = matrix_of(compiled.sop, compiled.graph)
    assert matrix.roles == ("kepala", "sekretaris", "jfp_sekretariat", "jfp_bidang", "staf")
    assert table(matrix) == [
        "1 - - R - I",
        "2 - I - - R",
        "3 - R - C -",
        "4 - - I R -",
        "5 - I R - -",
        "6 I R - - -",
        "7 R/A - I - I",
        "8 - - - - R",
    ]
    assert matrix.counts("jfp_sekretariat") == {
        Duty.DOES: 2,
        Duty.DECIDES: 0,
        Duty.JOINS: 0,
        Duty.RECEIVES: 2,
    }
    assert matrix.complete


def test_splits_joints_decisions_and_loops(root) -> None:
    """Both arms of row 1 receive it; 4 determines and receives again from 6; 7 is signed by two, the first answers."""
    compiled = compile_sop(root / "tests" / "definitions" / "pengadaan.yaml")
    assert table(matrix_of(compiled.sop, compiled.graph)) == [
        "1 R/A I I - -",
        "2 I R - - -",
        "3 I - R - -",
        "4 R/A - I - -",
        "5 - - R - -",
        "6 I - R/A - -",
        "7 R/A - - C -",
        "8 I - - R -",
        "9 R/A - - I I",
        "10 - I - - R",
        "11 - R - - -",
    ]


def test_a_row_of_several_symbols() -> None:
    """Each symbol's role does it, only the diamond decides, and what passes within the row is no hand-off of it."""
    sop, graph = made("""\
  - nomor: 1
    uraian: Menyusun dan menandatangani
    simbol:
      - {id: 1a, pelaksana: a, lanjut: 1b}
      - {id: 1b, pelaksana: b, cabang: {Y: 2, T: 1a}}
  - {nomor: 2, uraian: Mengirim, pelaksana: [c, a]}
""")
    assert table(matrix_of(sop, graph)) == ["1 R R/A I", "2 C - R"]


def test_a_role_may_do_and_join_in() -> None:
    """One symbol alone, the other together; the letters stand in the order of the legend."""
    sop, graph = made("""\
  - nomor: 1
    uraian: Membahas
    simbol:
      - {id: 1a, pelaksana: [b, a], lanjut: 1b}
      - {id: 1b, pelaksana: a, bentuk: selesai}
""")
    assert table(matrix_of(sop, graph)) == ["1 R/C R -"]


def test_a_flow_that_cannot_be_read_leaves_letters_out() -> None:
    """Who does what is told all the same, and that an I may be missing."""
    sop, graph = made("""\
  - {nomor: 1, uraian: Menyusun, pelaksana: a, lanjut: 9}
  - {nomor: 2, uraian: Mengesahkan, pelaksana: b}
""")
    matrix = matrix_of(sop, graph)
    assert (table(matrix), matrix.complete) == (["1 R - -", "2 - R/A -"], False)


@pytest.mark.parametrize(
    ("uraian", "says"),
    [
        ("Menandatangani laporan", True),
        ("Memeriksa dan menandatangani laporan", True),
        ("Memeriksa, memaraf, dan mengesahkan SOP", True),
        ("Menyetujui atau menolak permohonan", True),
        ("Menolak/menyetujui permohonan", True),
        ("Berkoordinasi dan menetapkan jadwal", True),
        ("Kepala menandatangani laporan", False),
        ("Kepala memeriksa dan menandatangani laporan", False),
        ("Meminta Kepala memeriksa dan menandatangani laporan", False),
        ("Membantu Kepala memeriksa dan menetapkan harga", False),
        ("Memeriksa laporan yang dibuat dan menandatangani", False),
        ("Tidak menyetujui", False),
        ("Menyampaikan laporan untuk ditandatangani", False),
        ("Menyusun konsep untuk menetapkan harga", False),
        ("Mengingatkan Kepala agar memeriksa dan menyetujui laporan", False),
        ("Laporan yang telah ditandatangani dikirim", False),
        ("", False),
    ],
)
def test_only_the_rows_own_verb_approves(uraian: str, says: bool) -> None:
    """At the beginning or joined to it; never in another clause, after a subject, or in the passive."""
    assert approves(uraian) is says


@given(st.integers(0, 3_000))
def test_letters_are_what_steps_and_flows_say(seed: int) -> None:
    """R, A of decisions, C and I each follow from the graph alone, and back from the letters to the graph."""
    document, _ = read(SourceFile("acak.yaml", json.dumps(random_sop(seed))))
    assert document is not None
    sop = validate(document).sop
    assert sop is not None
    graph = build(sop, document)
    steps = [step for step in graph.steps.values() if not step.virtual]
    for row in matrix_of(sop, graph).rows:
        mine = [step for step in steps if step.row == row.row]
        held = {duty: {role for role, parts in row.duties.items() if duty in parts} for duty in Duty}
        assert held[Duty.DOES] == {step.lanes[0] for step in mine}
        assert held[Duty.JOINS] == {role for step in mine for role in step.lanes[1:]}
        deciding = {step.lanes[0] for step in mine if step.kind is StepKind.DECISION}
        assert deciding <= held[Duty.DECIDES] <= held[Duty.DOES]
        targets = [graph.steps[flow.target] for step in mine for flow in graph.outgoing[step.id]]
        next_ones = {target.lanes[0] for target in targets if not target.virtual}
        assert held[Duty.RECEIVES] == next_ones - held[Duty.DOES] - held[Duty.JOINS]
