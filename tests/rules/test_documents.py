"""Names of documents: which are one, which are spelled in two ways, and how they are found among many."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sop_engine.rules.document_names import (
    enumerated,
    like,
    name_of,
    pieces,
    same_document,
    words_of,
)
from sop_engine.rules.document_words import SPELLINGS, STANDARD
from sop_engine.rules.office_words import OFFICE_WORDS
from sop_engine.rules.places import is_blank_list
from sop_engine.rules.spellings import Spelling, is_misspelling, spellings_in

ONE_DOCUMENT = [
    ("Nota Dinas", "nota dinas"),
    ("Nota dinas;", "Nota  Dinas"),
    ("_Nota_ dinas", "Nota dinas."),
    ("Draf laporan", "Draft Laporan"),
    ("Konsep laporan", "Draft laporan"),
    ("Rancangan keputusan", "Draf keputusan"),
    ("Laporan Progres Bulanan", "Laporan progress bulan"),
    ("Perjanjian Kinerja (PK)", "PK"),
    ("Perjanjian Kinerja (PK)", "Perjanjian Kinerja"),
    ("PK (Perjanjian Kinerja)", "Perjanjian kinerja"),
    ("PK", "Perjanjian Kinerja"),
    ("SPK", "Surat Perintah Kerja"),
    ("HPS *)", "Harga perkiraan sendiri"),
    ("Dokumen PK", "Perjanjian Kinerja"),
    ("Laporan Kinerja Instansi Pemerintah (LKjIP)", "LKjIP"),
    ("Dokumen Perjanjian Kinerja Tahun berjalan", "Perjanjian Kinerja"),
    ("Draft Laporan Kinerja", "Draft Laporan Kinerja yang telah diparaf"),
    ("Laporan TW yg telah diparaf", "Draft Laporan TW"),
    ("Laporan TW", "Laporan Triwulan"),
    ("Laporan Kinerja Triwulan", "Laporan Kinerja yg telah ditandatangani"),
    ("Surat izin ditandatangani", "Surat izin yang disahkan"),
    ("Lembar Disposisi", "Disposisi"),
    ("Disposisi Perjanjian Kinerja", "Disposisi"),
    ("Dokumen kontrak", "Berkas kontrak"),
    ("Fotokopi KTP", "KTP asli"),
    ("Kuitansi pembayaran", "Kwitansi pembayaran"),
    ("Surat ijin", "Surat izin"),
    ("Notula rapat", "Notulen Rapat"),
    ("Notulensi rapat", "Notula rapat"),
    ("Form pendaftaran", "Formulir pendaftaran"),
    ("Laporan triwulanan", "Laporan triwulan"),
    ("Rekap absensi", "Rekapitulasi absensi"),
    ("Ranwal Renja", "Rancangan awal Renja"),
    ("Draft SK", "Draft Surat Keputusan"),
    ("Berkas", "Berkas permohonan cuti"),
    ("Berkas lengkap", "Berkas permohonan"),
    ("Tersusunnya laporan", "Laporan yang terkirim"),
    ("Surat kepada Bagian", "Surat Bagian"),
    ("Peraturan perundang-undangan", "Peraturan Perundang undangan"),
    ("Laporan kinerja masing-masing bagian", "Laporan kinerja bagian"),
    ("Hasil survei, harga", "Hasil survei harga"),
    ("BA penelitian", "Berita acara penelitian barang"),
    ("BA Hasil Negosiasi", "Berita Acara Hasil Negosiasi"),
    ("Draft SPK", "Draf surat perintah kerja"),
    ("SPK", "Surat Perjanjian Kerja"),
    ("SPK", "Draft SPK final"),
    ("LKjIP", "LKjIP final"),
    ("Draft LKjIP", "Draft Laporan Kinerja Instansi Pemerintah"),
    ("SPJ perjadin", "SPJ perjalanan dinas"),
    ("Petikan SK kenaikan pangkat", "Keputusan kenaikan pangkat"),
    ("Nomor antrian", "Nomor antrean"),
    ("Survey harga", "Survei harga pasar"),
]

TWO_DOCUMENTS = [
    ("Nota dinas", "Surat dinas"),
    ("Laporan kinerja", "Laporan keuangan"),
    ("Laporan Triwulan I", "Laporan Triwulan II"),
    ("Laporan Semester", "Laporan Tahunan"),
    ("Laporan Triwulan", "Laporan Tahunan"),
    ("Surat masuk", "Surat keluar"),
    ("Rencana Aksi", "Kinerja Aksi"),
    ("Data Laporan Kinerja Triwulan", "Draft Laporan Kinerja"),
    ("Kertas laporan kinerja", "Kertas Kerja Form Data Kinerja"),
    ("Lembar kerja", "Kertas kerja"),
    ("Lembar kerja", "Lembar disposisi"),
    ("DPA", "Perjanjian Kinerja"),
    ("pk", "Perjanjian Kinerja"),
    ("Berita acara evaluasi", "Berita acara serah terima"),
    ("Surat tugas", "Surat penawaran"),
    ("Bukti pencairan dana", "Bukti pencarian dana"),
    ("Kerangka acuan kerja", "Surat perintah kerja"),
    ("Laporan 2023", "Laporan 2024"),
    ("Daftar penerima", "Daftar penerimaan"),
    ("", "Nota dinas"),
    ("Berkas", "Dokumen kontrak"),
    ("Nota dinas", "Nota direktur"),
    ("BA penelitian", "Berita acara serah terima"),
    ("DPA, RKA dan KAK", "Rencana kerja"),
]

MISSPELLED = [
    ("seketariat", "sekretariat"),
    ("sekretarait", "sekretariat"),
    ("koordiinasi", "koordinasi"),
    ("pemeriksan", "pemeriksaan"),
    ("persetjuan", "persetujuan"),
    ("rekomndasi", "rekomendasi"),
    ("perkerjaan", "pekerjaan"),
    ("negoisasi", "negosiasi"),
    ("admnistrasi", "administrasi"),
    ("kelemgkapan", "kelengkapan"),
    ("pemgadaan", "pengadaan"),
    ("verivikasi", "verifikasi"),
    ("bappelitbangda", "bapelitbangda"),
]

RIGHT = [
    ("semester", "semesteran"),
    ("triwulan", "tahunan"),
    ("triwulan", "triwulanan"),
    ("penerima", "penerimaan"),
    ("diparaf", "diperiksa"),
    ("masukan", "keluaran"),
    ("penetapan", "penerapan"),
    ("pengadaan", "pengaduan"),
    ("pencairan", "pencarian"),
    ("kontrak", "kontak"),
    ("penyusunan", "penyusutan"),
    ("perubahan", "perumahan"),
    ("pelayanan", "pelayaran"),
    ("penerbitan", "penertiban"),
    ("peringatan", "peringkatan"),
    ("perangkat", "peringkat"),
    ("penerangan", "penyerangan"),
    ("pemilihan", "pemulihan"),
    ("perbaikan", "perbankan"),
    ("pertahanan", "pertanahan"),
    ("kebijakan", "kebajikan"),
    ("insentif", "intensif"),
    ("sertifikat", "sertipikat"),
    ("pelaksana", "pelaksanaan"),
    ("pengelolaan", "pengolahan"),
    ("ditandatangani", "menandatangani"),
    ("laporan2023", "laporan2024"),
    ("bagian", "bagan"),
    ("pendapat", "pendapatan"),
    ("konsultan", "konsultasi"),
]

names = st.one_of(
    st.text(max_size=30),
    st.lists(
        st.sampled_from(
            [
                "Draft",
                "draf",
                "laporan",
                "PK",
                "(PK)",
                "yang",
                "diparaf",
                "kinerja",
                "TW",
                "lembar",
                "kerja",
                "Berkas",
                "dokumen",
            ]
        ),
        max_size=5,
    ).map(" ".join),
)


@pytest.mark.parametrize(("one", "two"), ONE_DOCUMENT)
def test_one_document(one: str, two: str) -> None:
    """Names that a reader takes for one document."""
    assert same_document(name_of(one), name_of(two))
    assert same_document(name_of(two), name_of(one))


@pytest.mark.parametrize(("one", "two"), TWO_DOCUMENTS)
def test_two_documents(one: str, two: str) -> None:
    """Names that a reader takes for two."""
    assert not same_document(name_of(one), name_of(two))
    assert not same_document(name_of(two), name_of(one))


NO_DOCUMENT = [
    *("ATK", "Komputer dan printer", "Rapat", "Ruang rapat", "Peraturan perundang-undangan", "UU 25/2009"),
    *("Aplikasi SIPD", "Data dan informasi", "Data dukung lainnya", "-", "", "dan", "x" * 500),
    *("Berkas asli", "Salinan", "Arsip"),
]


@pytest.mark.parametrize("text", NO_DOCUMENT)
def test_what_is_no_document(text: str) -> None:
    """Tools, rules, what is too vague to look for, nothing, and prose."""
    assert not name_of(text).is_document


@pytest.mark.parametrize("text", ["Undangan rapat", "Data kinerja", "DPA", "Laporan", "Nota dinas"])
def test_what_is_a_document(text: str) -> None:
    """What could be laid on a desk."""
    assert name_of(text).is_document


def test_the_texts_of_one_cell() -> None:
    """Lines and semicolons part documents and lose their markers; commas only where asked."""
    assert pieces("Nota dinas, surat") == ("Nota dinas, surat",)
    assert pieces("1. Nota dinas\n2) Surat kuasa;\n- dan") == ("Nota dinas", "Surat kuasa")
    assert pieces("Lembar kerja; dan") == ("Lembar kerja",)
    assert enumerated("A, B dan C") == ("A", "B", "C")
    assert enumerated("A, B, dan C") == ("A", "B", "C")
    assert enumerated("A dan B") == ()


def test_blank_cells() -> None:
    """Nothing, dashes and dots."""
    assert all(map(is_blank_list, [(), ("-",), ("–", " - "), ("",), ("...",), ("\u2026",)]))
    assert not any(map(is_blank_list, [("a",), ("-", "Nota dinas")]))


@given(names, names)
@settings(deadline=None)
def test_likeness_is_symmetric_and_reflexive(one: str, two: str) -> None:
    """Whatever the texts, nothing fails, and the order does not matter."""
    first, second = name_of(one), name_of(two)
    assert same_document(first, first)
    assert same_document(first, second) == same_document(second, first)


@given(st.lists(names, max_size=12), names)
@settings(deadline=None)
def test_names_like_one_are_those_of_the_same_document(texts: list[str], text: str) -> None:
    """The quick way over many names leaves nothing out and adds nothing; what names nothing is like nothing."""
    known, name = [name_of(one) for one in texts], name_of(text)
    assert like(name, known) == [at for at, one in enumerate(known) if name.bag and same_document(name, one)]


def test_the_words_of_a_text() -> None:
    """Each in one spelling, in order; of prose no more than the beginning."""
    assert words_of("Menerima _Draft_ SK dari BKPSDM") == ("menerima", "draf", "keputusan", "dari", "bkpsdm")
    assert len(words_of("kata " * 5000)) == 240


@pytest.mark.parametrize(("one", "two"), MISSPELLED)
def test_misspelled_words(one: str, two: str) -> None:
    """One slip inside a long word."""
    assert is_misspelling(one, two)
    assert is_misspelling(two, one)


@pytest.mark.parametrize(("one", "two"), RIGHT)
def test_right_words(one: str, two: str) -> None:
    """Right words that are alike, inflected forms, numbers and short words."""
    assert not is_misspelling(one, two)
    assert not is_misspelling(two, one)


@given(st.text(max_size=12), st.text(max_size=12))
def test_misspelling_is_symmetric(one: str, two: str) -> None:
    """Nothing fails, the order does not matter, and no word is a misspelling of itself."""
    assert is_misspelling(one, two) == is_misspelling(two, one)
    assert not is_misspelling(one, one)


def found(*texts: str, activities: tuple[str, ...] = ()) -> list[Spelling]:
    """What is spelled in two ways in some names."""
    return spellings_in([name_of(text) for text in texts], activities)


def test_two_spellings_in_the_names_of_a_sop() -> None:
    """Known variants, slips, words run together; each pair once."""
    assert found("Draf surat", "Draft laporan", "draft nota") == [Spelling("draft", "draf", "draf")]
    assert found("Kantor Seketariat Daerah", "Sekretariat Daerah") == [
        Spelling("seketariat", "sekretariat", "sekretariat")
    ]
    assert found("Draft surat", "Draf laporan", "draft nota") == [Spelling("draft", "draf", "draf")]
    assert found("Raport siswa", "Rapot", "Nilai rapor") == [
        Spelling("raport", "rapor", "rapor"),
        Spelling("rapot", "rapor", "rapor"),
    ]
    assert found("Ceklist", "Checklist berkas") == [Spelling("checklist", "ceklist", "ceklis")]
    assert found("Laporan Bapelitbangda", "Laporan Bappelitbangda") == [
        Spelling("bapelitbangda", "bappelitbangda", None)
    ]
    assert found("Draf surat kepada Bagian", "Suratkepada Bagian") == [
        Spelling("suratkepada", "surat kepada", "surat kepada")
    ]
    assert found("Bahandari unit", activities=("Menyusun bahan",)) == [
        Spelling("bahandari", "bahan dari", "bahan dari")
    ]
    assert found("Surat kepadaBagian", "Rapat bagian") == [
        Spelling("kepadabagian", "kepada bagian", "kepada bagian")
    ]


def test_what_is_not_spelled_in_two_ways() -> None:
    """Capitals, words in other company, words that only look glued, and right words."""
    assert found("DRAFT laporan", "draft Laporan") == []
    assert found("Seketariat", "Kantor sekretariat daerah") == []
    assert found("Surat sembahyang", "Surat dari badan") == []
    assert found("Rencana penetapan kinerja", "Rencana penerapan kinerja") == []
    assert found("Surat keluar", "Perjalanan ke luar daerah") == []


@given(st.lists(st.text(max_size=40), max_size=6), st.lists(st.text(max_size=40), max_size=3))
@settings(deadline=None)
def test_any_texts_can_be_looked_at(texts: list[str], activities: list[str]) -> None:
    """Nothing fails; a spelling is not its own other one."""
    for one in found(*texts, activities=tuple(activities)):
        assert one.word != one.other


def test_tables_hold_together() -> None:
    """A spelling belongs to one group, and no wrong one passes for a right word."""
    assert len(STANDARD) == sum(map(len, SPELLINGS))
    assert not {word for group in SPELLINGS for word in group[1:]} & OFFICE_WORDS
    assert all(len(word) >= 7 and word.isalpha() and word == word.lower() for word in OFFICE_WORDS)


def test_names_do_not_depend_on_the_order_of_sets() -> None:
    """The words of a name come in the order of the text, in every process."""
    code = (
        "from sop_engine.rules.document_names import name_of; print(name_of('(Rencana aksi kinerja)').words)"
    )
    for seed in ("1", "2", "3"):
        run = subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        )
        assert run.stdout == "('rencana', 'aksi', 'kinerja')\n"
