"""The rules on the identity block: their words in Indonesian, their places in other ways of writing, large texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_engine.diagnostics import Diagnostic
from sop_engine.model.tanggal import parse_tanggal
from sop_engine.pipeline import compile_bytes
from sop_engine.reading import read
from sop_engine.rules.choice import Choice
from sop_engine.rules.places import is_blank, is_blank_list, listed, words_span
from sop_engine.source import SourceFile, Span

TODAY = parse_tanggal("21 November 2026")
TAIL = """\
pelaksana: {staf: Staf}
kegiatan:
  - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}
"""


def found(code: str, identitas: str, status: str = "berlaku", tail: str = TAIL) -> tuple[Diagnostic, ...]:
    """What a rule finds in a SOP with this identity block."""
    block = "".join(f"  {line}\n" for line in identitas.split("\n"))
    text = f"""\
versi_format: 1
status: {status}
instansi: {{kode: contoh, nama: Dinas Contoh}}
identitas:
  nama: Pengumpulan Data Kinerja
{block}{tail}"""
    diagnostics = compile_bytes(text.encode(), "x.yaml", None, Choice(today=TODAY)).diagnostics
    assert "SOP900" not in {one.code for one in diagnostics}
    return tuple(one for one in diagnostics if one.code == code)


WORDS = [
    ("SOP602", "nomor:", "SOP ini tidak bernomor", "nomor"),
    ("SOP603", "nomor: 065/ /ORG", "nomor SOP '065/ /ORG' berlubang", "/ /"),
    (
        "SOP606",
        "tanggal_pembuatan: 2 Februari 2026\ntanggal_efektif: 2 Januari 2026",
        "tanggal_efektif 2 Januari 2026 mendahului tanggal_pembuatan 2 Februari 2026",
        "2 Januari 2026",
    ),
    (
        "SOP606",
        "tanggal_pembuatan: 2032-01-02\ntanggal_revisi: 2026-01-02\ntanggal_efektif: 2026-01-02",
        "tanggal_pembuatan 2 Januari 2032 lebih akhir daripada tanggal_revisi dan tanggal_efektif",
        "2032-01-02",
    ),
    (
        "SOP607",
        "disahkan_oleh: {jabatan: Kepala, nama: Budi, nip: 19741313 199303 1 002}",
        "NIP '19741313 199303 1 002': tanggal lahir 13-13-1974 tidak ada",
        "19741313",
    ),
    ("SOP608", "tanggal_efektif:", "tanggal_efektif kosong", "tanggal_efektif"),
    ("SOP608", "disahkan_oleh: Kepala Dinas", "disahkan_oleh tanpa nama dan nip", "disahkan_oleh"),
    (
        "SOP609",
        "keterkaitan: SOP Pengumpulan Data Kinerja",
        "'SOP Pengumpulan Data Kinerja' adalah SOP ini sendiri",
        "SOP Pengumpulan Data Kinerja",
    ),
    ("SOP610", "dasar_hukum: Renstra", "'Renstra' bukan kutipan peraturan", "Renstra"),
    (
        "SOP610",
        'dasar_hukum: "UU 25/2009; Undang-Undang tentang Desa"',
        "'Undang-Undang tentang Desa' tanpa nomor dan tahun",
        "Undang-Undang tentang Desa",
    ),
    (
        "SOP611",
        "dasar_hukum: UU No. 5 Tahun 2014 tentang ASN",
        "'UU No. 5 Tahun 2014' sudah diganti dengan UU Nomor 20 Tahun 2023",
        "UU No. 5 Tahun 2014",
    ),
    (
        "SOP612",
        "peringatan: [Terlambat mengakibatkan pertang-, gungjawaban tertunda]",
        "butir ini sambungan butir 1: satu butir terpotong menjadi dua",
        "gungjawaban tertunda",
    ),
    (
        "SOP614",
        "tanggal_efektif: 2020-11-09",
        "peninjauan SOP ini terlambat sejak 9 November 2021",
        "2020-11-09",
    ),
    ("SOP615", "peringatan: [1. Terlambat, 2. Hilang]", "2 butir diawali penanda seperti '1.'", "1."),
    ("SOP615", "peringatan: 1. Terlambat", "butir diawali penanda '1.'", "1."),
]


@pytest.mark.parametrize(("code", "identitas", "message", "words"), WORDS)
def test_words_and_places(code: str, identitas: str, message: str, words: str) -> None:
    """The last finding of the rule says this in Indonesian and points at these words."""
    last = found(code, identitas)[-1]
    assert (last.message.id, last.source.text[slice(*last.span)]) == (message, words)


def test_inferred_parts_in_indonesian() -> None:
    """They are counted by field and named as the form names them."""
    tail = TAIL.replace("pelaksana: staf}", "pelaksana: staf, disimpulkan: [cabang]}")
    tail += "sumber: {disimpulkan: [kegiatan.lanjut, pelaksana.staf, identitas.nomor, kegiatan.lanjut]}\n"
    (one,) = found("SOP701", "nomor: 1", tail=tail)
    assert one.message.id == (
        "4 isian disimpulkan: cabang pada 1 baris, alur pada semua baris, judul lajur staf, nomor"
    )


@pytest.mark.parametrize(
    ("status", "code", "identitas", "count"),
    [
        ("konsep", "SOP602", "nomor:", 0),
        ("", "SOP602", "nomor:", 1),
        ("dicabut", "SOP602", "nomor:", 1),
        ("dicabut", "SOP614", "tanggal_efektif: 2020-11-09", 0),
        ("konsep", "SOP614", "tanggal_efektif: 2020-11-09", 0),
        ("", "SOP614", "tanggal_efektif: 2020-11-09", 1),
        ("", "SOP608", "disahkan_oleh:", 1),
        ("berlaku", "SOP608", "disahkan_oleh:", 2),
    ],
)
def test_the_status_tells_what_is_expected(status: str, code: str, identitas: str, count: int) -> None:
    """A written draft needs no number and no review yet; a withdrawn SOP is not reviewed."""
    assert len(found(code, identitas, status)) == count


def test_without_a_day_nothing_is_overdue() -> None:
    """No rule looks at a clock."""
    text = (
        "versi_format: 1\ninstansi: {kode: a, nama: B}\nidentitas: {nama: C, tanggal_efektif: 2001-01-01}\n"
    )
    assert "SOP614" not in {one.code for one in compile_bytes((text + TAIL).encode(), "x").diagnostics}


FOLDED = "dasar_hukum: >-\n  UU No. 5\n  Tahun 2014 tentang ASN"


def test_folded_lines_are_seen_through() -> None:
    """The words are pointed at where they stand, line break and all."""
    (one,) = found("SOP611", FOLDED)
    assert one.source.text[slice(*one.span)].split() == ["UU", "No.", "5", "Tahun", "2014"]


def test_escaped_words_are_pointed_at_as_a_whole() -> None:
    """Where the file writes the words otherwise, the value is the place."""
    (one,) = found("SOP611", 'dasar_hukum: "UU No. 5 T\\x61hun 2014 tentang ASN"')
    assert one.source.text[slice(*one.span)] == '"UU No. 5 T\\x61hun 2014 tentang ASN"'


@pytest.mark.parametrize(
    ("item", "message"),
    [
        (
            "Peraturan Bupati Nomor IO Tahun 2O20 tentang Naskah Dinas",
            "'Peraturan Bupati Nomor IO Tahun 2O20 tentang Naskah Dinas' tanpa nomor dan tahun yang terbaca",
        ),
        ("Undang-Undang Nomor 25 Tahun 2009", "'Undang-Undang Nomor 25 Tahun 2009' tanpa judul"),
    ],
)
def test_what_a_citation_lacks(item: str, message: str) -> None:
    """What stands there but cannot be read is told from what is missing; the remedy is that of the fault."""
    (one,) = found("SOP610", f"dasar_hukum: {item}")
    assert one.message.id == message
    assert one.hint is not None
    assert one.hint.id.startswith("tambahkan judulnya" if message.endswith("judul") else "tulis misalnya")


def test_one_fault_is_reported_once() -> None:
    """What cannot be read is reported as that alone; a torn item is not said to be no citation."""
    assert found("SOP608", "tanggal_pembuatan: kemarin\ntanggal_efektif: 2026-01-01\ndasar_hukum: {a: b}")[
        0
    ].message.id.startswith("identitas tidak memuat disahkan_oleh, kualifikasi_pelaksana")
    torn = "dasar_hukum:\n- Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi\n- Birokrasi Nomor 53 Tahun 2014"
    assert len(found("SOP612", torn)) == 1
    assert found("SOP610", torn) == ()


def test_large_texts() -> None:
    """Long lists, many rows and long items are looked at in passing."""
    items = "".join(f"\n- {at % 99}. Komputer (" for at in range(2_000))
    (one,) = found("SOP615", f"peringatan:{items}")
    assert one.message.id == "2000 butir diawali penanda seperti '0.'"
    long = "UU 1/2008 tentang " * 5_000
    assert found("SOP611", f"dasar_hukum:\n- {long}\n- {long}") == ()
    rows = "".join(f"  - {{nomor: {n}, uraian: A, pelaksana: staf}}\n" for n in range(1, 3_000))
    assert found("SOP615", "nomor: 1", tail=f"pelaksana: {{staf: Staf}}\nkegiatan:\n{rows}") == ()


@pytest.mark.parametrize(
    ("text", "blank"),
    [
        ("", True),
        (None, True),
        ("-", True),
        (" – ", True),
        ("......", True),
        ("____", True),
        ("… . -", True),
        ("0", False),
        ("- Komputer", False),
        ("?", False),
    ],
)
def test_what_says_nothing(text: str | None, blank: bool) -> None:
    """Dashes, dots and lines to write on; no word, and no other mark."""
    assert is_blank(text) is blank
    assert is_blank_list([text or "", "-"]) is blank


def test_names_are_listed() -> None:
    """One, two and three."""
    assert [listed(list("abc")[:n], "dan") for n in (1, 2, 3)] == ["a", "a dan b", "a, b dan c"]


@given(st.text("ab \\\"'", max_size=8), st.sampled_from(["{}", "'{}'", '"{}"']), st.data())
def test_words_are_found_or_the_whole(text: str, way: str, data: st.DataObject) -> None:
    """What is pointed at is the words themselves, or the whole value."""
    source = SourceFile("x", f"k: {way.format(text)} # ab")
    document, _ = read(source)
    if document is None or not text:
        return
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    whole = Span(3, len(source.text) - 5)
    place = words_span(document, whole, text, start, end)
    assert place == whole or source.text[slice(*place)].split() == text[start:end].split()
