"""Where in the form findings and symbols are at home."""

import pytest

from sop_engine.desk.page.form_model import form_of
from sop_engine.desk.page.form_places import Part, Place, place_of, place_of_step
from sop_engine.pipeline import compile_bytes

TEXT = """\
versi_format: 1
instansi: {kode: contoh, nama: Badan Contoh}
identitas:
  nama: Pelaporan
  tanggal_efektif: 2026/13/45
pelaksana: {staf: Staf, kepala: ''}
kegiatan:
  - nomor: 1
    uraian: Menyusun konsep
    pelaksana: camat
    lanjut: 9
    mutu_baku: {kelengkapan: Surat, waktu: 5 minit}
jumlah_waktu: 3 minit
"""


CLEAN = """\
versi_format: 1
instansi: {kode: contoh, nama: Badan Contoh}
identitas: {nama: Pelaporan}
pelaksana: {staf: Staf}
kegiatan:
  - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}
  - {nomor: 2, uraian: Mengirim konsep, pelaksana: staf}
"""


@pytest.mark.parametrize(
    ("code", "place"),
    [
        ("SOP105", Place(Part.GROUP, 1, 5)),
        ("SOP103", Place(Part.ROLE, 1)),
        ("SOP201", Place(Part.ROW, 0, column="pelaksana")),
        ("SOP202", Place(Part.ROW, 0, column="flow")),
        ("SOP500", Place(Part.ROW, 0, column="waktu")),
    ],
)
def test_a_finding_is_at_home_in_the_field_where_it_begins(code: str, place: Place) -> None:
    """In a group, at a role, or in a cell of the grid."""
    compiled = compile_bytes(TEXT.encode(), "contoh.yaml")
    assert compiled.document is not None
    found = next(found for found in compiled.diagnostics if found.code == code)
    assert place_of(compiled.document, form_of(compiled), found) == place


def test_a_symbol_is_at_home_in_its_row() -> None:
    """What is no symbol of a row is nowhere."""
    form = form_of(compile_bytes(CLEAN.encode(), "contoh.yaml"))
    assert place_of_step(form, "2") == Place(Part.ROW, 1)
    assert place_of_step(form, "7") is None
