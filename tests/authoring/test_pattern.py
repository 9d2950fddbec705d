"""Definitions made of others."""

from pathlib import Path

import pytest

from sop_engine.authoring.formatting import formatted
from sop_engine.authoring.pattern import from_template
from sop_engine.authoring.template import Start
from sop_engine.compiled import Compiled
from sop_engine.pipeline import compile_path, compile_source
from sop_engine.source import SourceFile

ROOT = Path(__file__).resolve().parents[2]
DEFINITIONS = sorted([*ROOT.glob("definitions/*.yaml"), *ROOT.glob("tests/definitions/*.yaml")])

PATTERN = """\
# yaml-language-server: $schema=lain.json
versi_format: 1
status: berlaku  # sejak 2020
instansi: {kode: lama, nama: Dinas Lama}
identitas:
  nomor: 01/LAMA  # nomor lama
  nama: Lama
  tanggal_pembuatan: 2 Januari 2023
  tanggal_efektif: 2 Januari 2023
  disahkan_oleh:
    jabatan: Kepala Dinas
    nama: Drs. Lama
    nip: 19740213 199303 1 002
  keterkaitan: SOP Lain
pelaksana:
  staf: Staf
kegiatan:
  # baris pertama
  - nomor: 1
    uraian: Menyusun konsep
    simbol:
      - {id: 1a, pelaksana: staf, bentuk: selesai, disimpulkan: [pelaksana]}
    mutu_baku:
      waktu: 1 jam   # kira-kira
    disimpulkan: [uraian]
jumlah_waktu: 1 jam
sumber:
  dokumen: SOP lama
  disimpulkan: [identitas.nomor]
"""

MADE = """\
# yaml-language-server: $schema=s.json
# $schema: s.json
versi_format: 1
status: konsep  # sejak 2020
instansi: {kode: baru, nama: Dinas Lama}
identitas:
  nomor:  # nomor lama
  nama: Baru
  tanggal_pembuatan:
  tanggal_efektif:
  disahkan_oleh:
    jabatan: Sekretaris
    nama:
    nip:
  keterkaitan: SOP Lain
pelaksana:
  staf: Staf
kegiatan:
  # baris pertama
  - nomor: 1
    uraian: Menyusun konsep
    simbol:
      - {id: 1a, pelaksana: staf, bentuk: selesai}
    mutu_baku:
      waktu: 1 jam   # kira-kira
jumlah_waktu: 1 jam
"""


def compiled(text: str) -> Compiled:
    """What a text becomes."""
    return compile_source(SourceFile("uji.yaml", text))


def test_a_pattern_keeps_its_rows_and_comments_and_loses_what_is_its_own() -> None:
    """Number, dates, signature, state and source go; what was said takes their place."""
    start = Start("baru", "Baru", jabatan="Sekretaris", schema="s.json")
    assert from_template(compiled(PATTERN), start) == MADE


def test_a_pattern_without_marks_for_editors_gets_them_and_keeps_its_line_ends() -> None:
    """A signature of one text is one office; a JetBrains mark alone gets its neighbour."""
    text = PATTERN.split("\n", 1)[1]
    short = text.replace(
        "disahkan_oleh:\n    jabatan: Kepala Dinas\n    nama: Drs. Lama\n    nip: 19740213 199303 1 002",
        "disahkan_oleh: Kepala Dinas",
    )
    made = from_template(compiled(short.replace("\n", "\r\n")), Start(None, "Baru", jabatan="Kepala"))
    head = (
        "# yaml-language-server: $schema=sop.schema.json\r\n# $schema: sop.schema.json\r\nversi_format: 1\r\n"
    )
    assert made.startswith(head)
    assert "\r\n  disahkan_oleh: Kepala\r\n" in made
    assert "\n" not in made.replace("\r\n", "")
    alone = from_template(compiled(f"# $schema: x\n{short}"), Start(None, "Baru"))
    assert alone.startswith(head.replace("\r\n", "\n"))


@pytest.mark.parametrize("path", DEFINITIONS, ids=lambda path: path.stem)
def test_every_definition_can_be_a_pattern(path: Path) -> None:
    """It is valid, with no finding that the pattern has not, and as tidy as it was."""
    before = compile_path(path)
    after = compiled(from_template(before, Start(None, "Judul Baru")))
    assert not after.has_errors
    assert after.document is not None
    assert formatted(after.document) == after.source.text
    assert before.document is not None
    assert before.sop is not None
    assert after.sop is not None
    assert [row.uraian for row in after.sop.kegiatan] == [row.uraian for row in before.sop.kegiatan]
    source = [one.text for one in before.document.comments[1:]]
    assert [one.text for one in after.document.comments[2:]] == source
    assert "sumber" not in after.document.data
    assert "disimpulkan:" not in after.source.text
