"""Which symbols stand where."""

from typing import Any

import pytest

from sop_engine.layout.figures import sheet_figures
from sop_engine.layout.grid import Side
from sop_engine.layout.style import Style
from sop_engine.layout.symbols import Plan, plan_symbols
from sop_engine.pipeline import compile_bytes

HEAD = """
versi_format: 1
instansi: {kode: uji, nama: Uji}
identitas: {nama: Uji}
pelaksana: {a: A, b: B, c: C}
"""


def plan(rows: str, rest: str = "") -> Plan:
    """The plan of a SOP with these rows."""
    compiled = compile_bytes(f"{HEAD}{rest}\nkegiatan:\n{rows}".encode(), "uji.yaml")
    assert compiled.sop is not None
    assert compiled.graph is not None
    return plan_symbols(compiled.sop, compiled.graph, sheet_figures(Style(), (), 60.0, 200.0))


def spots(found: Plan) -> list[tuple[str, str, int, int, int]]:
    """Id, shape, row, level and lane of each symbol."""
    return [(spot.id, spot.shape.value, spot.row, spot.level, spot.lane) for spot in found.spots]


def wires(found: Plan) -> list[tuple[str, str, str]]:
    """From, to and label of each arrow."""
    return [(found.spots[wire.source].id, found.spots[wire.target].id, wire.label) for wire in found.wires]


CHAIN = """
- {nomor: 1, uraian: Satu, pelaksana: a}
- {nomor: 2., uraian: Dua, pelaksana: b}
"""


def test_first_and_last_activity_are_capsules_themselves() -> None:
    """``menyatu``: nothing is added."""
    found = plan(CHAIN)
    assert spots(found) == [("1", "start", 0, 0, 0), ("2", "end", 1, 0, 1)]
    assert wires(found) == [("1", "2", "")]
    assert [spot.number for spot in found.spots] == ["1", "2"]
    assert [[line.text for line in spot.figure.lines] for spot in found.spots] == [["Mulai"], ["Selesai"]]


def test_separate_capsules_stand_above_the_start_and_below_the_end() -> None:
    """``terpisah``: one for each, in the rows of their steps."""
    found = plan(CHAIN, "tampilan: {terminator: terpisah}")
    assert spots(found) == [
        ("mulai", "start", 0, 0, 0),
        ("1", "process", 0, 1, 0),
        ("2", "process", 1, 0, 1),
        ("selesai-2", "end", 1, 1, 1),
    ]
    assert wires(found) == [("mulai", "1", ""), ("2", "selesai-2", ""), ("1", "2", "")]


def test_a_decision_keeps_its_diamond_where_it_starts_and_a_branch_ends() -> None:
    """A capsule is added above it and one below it."""
    found = plan("""
- {nomor: 1, uraian: Satu, pelaksana: a, teks: Ada?, cabang: {Ya: 2, Tidak: selesai}}
- {nomor: 2, uraian: Dua, pelaksana: b}
""")
    assert spots(found) == [
        ("mulai", "start", 0, 0, 0),
        ("1", "decision", 0, 1, 0),
        ("selesai-1", "end", 0, 2, 0),
        ("2", "end", 1, 0, 1),
    ]
    assert wires(found) == [("mulai", "1", ""), ("1", "2", "Ya"), ("1", "selesai-1", "Tidak")]


def test_one_row_is_start_and_end() -> None:
    """One capsule cannot say both, so the end is added."""
    assert spots(plan("- {nomor: 1, uraian: Satu, pelaksana: a}")) == [
        ("1", "start", 0, 0, 0),
        ("selesai-1", "end", 0, 1, 0),
    ]


def test_several_starts_are_told_apart() -> None:
    """Each added start has the id of its step."""
    found = plan(
        """
- {nomor: 1, uraian: Satu, pelaksana: a, bentuk: mulai, cabang: {Ya: 3, Tidak: 2}}
- {nomor: 2, uraian: Dua, pelaksana: b, bentuk: mulai, cabang: {Ya: 3, Tidak: 1}}
- {nomor: 3, uraian: Tiga, pelaksana: b}
"""
    )
    assert [spot.id for spot in found.spots] == ["mulai-1", "1", "mulai-2", "2", "3"]


def test_a_step_called_mulai_keeps_its_name() -> None:
    """An id in the drawing names one symbol."""
    found = plan(
        "- {nomor: 1, id: mulai, uraian: Satu, pelaksana: a}\n- {nomor: 2, uraian: Dua, pelaksana: a}",
        "tampilan: {terminator: terpisah}",
    )
    assert [spot.id for spot in found.spots] == ["mulai-mulai", "mulai", "2", "selesai-2"]


ROW = """
- {nomor: 1, uraian: Awal, pelaksana: a, lanjut: 2a}
- nomor: 2
  uraian: Beberapa
  simbol:
    - {id: 2a, pelaksana: a, lanjut: 2b}
    - {id: 2b, pelaksana: b, cabang: {Y: 2c, T: 2a}}
    - {id: 2c, pelaksana: a, lanjut: 3}
- {nomor: 3, uraian: Akhir, pelaksana: c}
"""


def test_symbols_of_a_row_stand_side_by_side_or_one_below_the_other() -> None:
    """Lanes decide: the third symbol shares its lane with the first."""
    found = plan(ROW)
    assert spots(found)[1:4] == [
        ("2a", "process", 1, 0, 0),
        ("2b", "decision", 1, 0, 1),
        ("2c", "process", 1, 1, 0),
    ]
    assert (found.levels, found.rows) == ((1, 2, 1), ((0,), (1, 2, 3), (4,)))


def test_nothing_stands_on_the_line_of_a_joint_step() -> None:
    """A joint step over the outer lanes takes the level of the lane between them too."""
    found = plan("""
- {nomor: 1, uraian: Awal, pelaksana: a, lanjut: 2a}
- nomor: 2
  uraian: Beberapa
  simbol:
    - {id: 2a, pelaksana: [a, c], lanjut: 2b}
    - {id: 2b, pelaksana: b, bentuk: selesai}
""")
    assert [(spot.id, spot.level, spot.lane, spot.also) for spot in found.spots[1:]] == [
        ("2a", 0, 0, (2,)),
        ("2b", 1, 1, ()),
    ]


def test_hints_reach_their_arrow() -> None:
    """``tampilan.alur`` names an arrow by its ends; ``selesai`` is the end behind a branch."""
    found = plan(
        """
- {nomor: 1, uraian: Satu, pelaksana: a}
- {nomor: 2, uraian: Dua, pelaksana: b, cabang: {Ya: selesai, Tidak: 1}}
""",
        """tampilan:
  alur:
    - {dari: 2, ke: 1, keluar: kiri, masuk: atas}
    - {dari: 2, ke: selesai, keluar: kanan}
""",
    )
    hints: dict[str, tuple[Any, Any]] = {wire.label: (wire.keluar, wire.masuk) for wire in found.wires}
    assert hints == {"": (None, None), "Ya": (Side.RIGHT, None), "Tidak": (Side.LEFT, Side.TOP)}


def test_a_hint_may_name_a_row_with_one_symbol_by_the_row() -> None:
    """Row 2 has one symbol, 2a: both names mean its arrow."""
    found = plan(
        """
- {nomor: 1, uraian: Satu, pelaksana: a}
- {nomor: 2, uraian: Dua, simbol: [{pelaksana: b, cabang: {Ya: 3, Tidak: 1}}]}
- {nomor: 3, uraian: Tiga, pelaksana: a}
""",
        """tampilan:
  alur:
    - {dari: 2, ke: 1, keluar: kiri}
""",
    )
    assert [wire.keluar for wire in found.wires if wire.label == "Tidak"] == [Side.LEFT]


@pytest.mark.parametrize(
    ("rest", "row", "inferred"),
    [
        ("", "{nomor: 1, uraian: Satu, pelaksana: a}", False),
        ("", "{nomor: 1, uraian: Satu, pelaksana: a, disimpulkan: [pelaksana]}", True),
        ("sumber: {disimpulkan: [kegiatan.pelaksana]}", "{nomor: 1, uraian: Satu, pelaksana: a}", True),
    ],
)
def test_an_inferred_place_is_known(rest: str, row: str, inferred: bool) -> None:
    """Said of the row, or of every row."""
    assert plan(f"- {row}", rest).spots[0].inferred is inferred


def test_a_step_without_a_role_has_no_place() -> None:
    """A rule has reported it; the rest of the SOP is drawn."""
    found = plan("""
- {nomor: 1, uraian: Satu, pelaksana: a}
- {nomor: 2, uraian: Dua, pelaksana: x}
- {nomor: 3, uraian: Tiga, pelaksana: b}
""")
    assert spots(found) == [("1", "start", 0, 0, 0), ("3", "end", 2, 0, 1)]
    assert wires(found) == []
