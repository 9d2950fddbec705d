"""New definitions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_engine.authoring.formatting import formatted
from sop_engine.authoring.template import Role, Start, Step, key_of, new_definition
from sop_engine.compiled import Compiled
from sop_engine.pipeline import compile_source
from sop_engine.source import SourceFile
from tests.quiet import COMPLETENESS

MINIMAL = """\
# yaml-language-server: $schema=../schemas/sop.schema.json
# $schema: ../schemas/sop.schema.json

# Cara mengisi: tulis isinya sesudah titik dua dan satu spasi. Kata di depan titik dua jangan diubah.
# Baris menjorok dengan spasi, bukan Tab. Apa pun sesudah tanda pagar adalah catatan, seperti baris ini.
# Isi yang memuat titik dua diikuti spasi, atau tanda pagar, diapit tanda kutip: 'Perhatian: segera'.
versi_format: 1
status: konsep  # konsep, berlaku, atau dicabut

# Instansi yang menerbitkan SOP; kode dipakai untuk memanggilnya, misalnya: sop show --agency bappeda
instansi:
  kode: bappeda
  pemerintah:         # misalnya Pemerintah Kota Contoh
  nama: (isi nama instansi)  # ganti dengan nama resmi
  unit:               # misalnya Sekretariat; boleh kosong

# Bagian Identitas: keterangan di halaman pertama. Yang belum ada boleh dibiarkan kosong.
# Tanggal ditulis 2 Januari 2026 atau 2026-01-02.
# Daftar ditulis satu butir satu baris, diawali tanda hubung dan spasi, tanpa nomor urut.
identitas:
  nomor:              # misalnya 01/SOP/Bappeda
  nama: Data Kinerja
  tanggal_pembuatan:  # hari SOP selesai dibuat
  tanggal_revisi:     # kosong: belum pernah direvisi
  tanggal_efektif:    # hari SOP mulai berlaku
  disahkan_oleh:
    jabatan:          # misalnya Kepala Bappeda
    nama:             # beserta gelar
    nip:              # 18 angka
  dasar_hukum:
    # - Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik
  kualifikasi_pelaksana:
    # - Mampu mengolah data
  keterkaitan:
    # - SOP Pengelolaan Surat Masuk
  peralatan_perlengkapan:
    # - Komputer
  peringatan:
    # - Bila terlambat, pelaporan terhambat
  pencatatan_pendataan:
    # - Disimpan sebagai data elektronik dan manual

# Pelaksana: lajur tabel dari kiri ke kanan. Di depan titik dua kata pendek yang dipakai di bagian kegiatan,
# sesudahnya jabatan seperti tercetak.
pelaksana:
  pelaksana_1: (isi jabatan pelaksana)  # ganti

# Kegiatan: satu '- nomor' satu baris tabel, dari atas ke bawah. Uraian diawali kata kerja, misalnya Memeriksa.
# Dua pelaksana sekaligus: pelaksana: [staf, kepala]; yang pertama bertanggung jawab.
# Keputusan: tambahkan   teks: Sesuai?   dan   cabang: {Ya: 3, Tidak: 1}   di bawah pelaksana; angkanya nomor tujuan.
# Melompat: lanjut: 5. Selesai lebih awal: lanjut: selesai. Selain itu alur turun ke baris berikutnya.
# Waktu: 30 menit, 1 jam 30 menit, 2 hari kerja, 1-2 hari, maks. 3 hari; bila tidak terukur: {teks: Sesuai jadwal}.
kegiatan:
  - nomor: 1
    uraian: (isi uraian kegiatan)  # ganti; diawali kata kerja, misalnya Menyusun
    pelaksana: pelaksana_1
    mutu_baku:
      kelengkapan:    # dokumen yang dibutuhkan
      waktu:          # misalnya 30 menit
      output:         # hasil kegiatan
"""

FULL = Start(
    "bappeda",
    "Data Kinerja",
    "Pemerintah Kota Contoh",
    "Badan Perencanaan: Pusat",
    "01/SOP #1",
    "Kepala Badan",
    (Role("staf", "Staf Penyusun"), Role("kepala", "Kepala Badan")),
    (
        Step("Menyusun konsep", ("staf",), "30 menit", "Konsep", "Rencana aksi"),
        Step("Membahas konsep", ("kepala", "staf"), "1 jam", "Konsep yang diparaf", "Konsep"),
    ),
    "Sekretariat",
)


def compiled(text: str) -> Compiled:
    """What a text becomes."""
    return compile_source(SourceFile("uji.yaml", text))


def test_what_nobody_said_is_left_empty_with_a_note_on_what_belongs_there() -> None:
    """Only the words that the format wants stand in, in parentheses."""
    text = new_definition(Start("bappeda", "Data Kinerja", schema="../schemas/sop.schema.json"))
    assert text == MINIMAL
    found = compiled(text)
    assert {one.code for one in found.diagnostics} <= COMPLETENESS
    assert not found.has_errors


def test_all_that_was_said_stands_in_it() -> None:
    """In quotes where it must; nothing is left to report but the lists that nobody filled in."""
    found = compiled(new_definition(FULL))
    assert found.document is not None
    assert found.document.data == {
        "versi_format": "1",
        "status": "konsep",
        "instansi": {
            "kode": "bappeda",
            "pemerintah": "Pemerintah Kota Contoh",
            "nama": "Badan Perencanaan: Pusat",
            "unit": "Sekretariat",
        },
        "identitas": {
            "nomor": "01/SOP #1",
            "nama": "Data Kinerja",
            "tanggal_pembuatan": None,
            "tanggal_revisi": None,
            "tanggal_efektif": None,
            "disahkan_oleh": {"jabatan": "Kepala Badan", "nama": None, "nip": None},
            "dasar_hukum": None,
            "kualifikasi_pelaksana": None,
            "keterkaitan": None,
            "peralatan_perlengkapan": None,
            "peringatan": None,
            "pencatatan_pendataan": None,
        },
        "pelaksana": {"staf": "Staf Penyusun", "kepala": "Kepala Badan"},
        "kegiatan": [
            {
                "nomor": "1",
                "uraian": "Menyusun konsep",
                "pelaksana": "staf",
                "mutu_baku": {"kelengkapan": "Rencana aksi", "waktu": "30 menit", "output": "Konsep"},
            },
            {
                "nomor": "2",
                "uraian": "Membahas konsep",
                "pelaksana": ["kepala", "staf"],
                "mutu_baku": {"kelengkapan": "Konsep", "waktu": "1 jam", "output": "Konsep yang diparaf"},
            },
        ],
    }
    assert {one.code for one in found.diagnostics} == {"SOP608"}


words = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]) | st.just(" "), min_size=1).map(
    lambda text: " ".join(text.split()) or "x"
)
maybe = st.none() | words


@given(words, maybe, maybe, maybe, maybe, st.lists(words, max_size=4), st.lists(words, max_size=4))
def test_whatever_words_are_said_it_is_valid_and_in_the_usual_form(
    nama: str,
    pemerintah: str | None,
    instansi: str | None,
    nomor: str | None,
    jabatan: str | None,
    headings: list[str],
    uraian: list[str],
) -> None:
    """No words break the text, none are lost."""
    roles: list[Role] = []
    for heading in headings:
        roles.append(Role(key_of(heading, [role.key for role in roles]), heading))
    key = roles[0].key if roles else "pelaksana_1"
    steps = tuple(Step(words, (key,), "1 jam", words) for words in uraian)
    text = new_definition(Start("uji", nama, pemerintah, instansi, nomor, jabatan, tuple(roles), steps))
    found = compiled(text)
    assert found.document is not None
    assert not found.has_errors
    data = found.document.data
    assert data["identitas"]["nama"] == nama
    assert data["instansi"]["pemerintah"] == pemerintah
    if roles:
        assert data["pelaksana"] == {role.key: role.heading for role in roles}
    if steps:
        assert [row["uraian"] for row in data["kegiatan"]] == uraian


@pytest.mark.parametrize("start", [Start("bappeda", "Data Kinerja"), FULL], ids=["minimal", "full"])
def test_it_is_in_the_usual_form(start: Start) -> None:
    """``sop fmt`` has nothing to do."""
    found = compiled(new_definition(start))
    assert found.document is not None
    assert formatted(found.document) == new_definition(start)


@pytest.mark.parametrize(
    ("heading", "taken", "key"),
    [
        ("Staf Penyusun", [], "staf"),
        ("Kepala Bidang", ["kepala"], "kepala_bidang"),
        ("Kepala", ["kepala"], "kepala_2"),
        ("Kepala", ["kepala", "kepala_2"], "kepala_3"),
        ("JFP/Arsiparis", ["jfp"], "jfp_arsiparis"),
        ("---", [], "pelaksana"),
        ("Seksi 2_B", ["seksi"], "seksi_2"),
    ],
)
def test_keys_of_roles_are_as_short_as_tells_them_apart(heading: str, taken: list[str], key: str) -> None:
    """Words of the heading; a number where they are all taken."""
    assert key_of(heading, taken) == key
