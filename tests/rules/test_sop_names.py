"""Names of SOPs, compared as people mean them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_engine.rules.sop_names import name_key

SAME = [
    ("SOP Pengumpulan Data Kinerja", "Pengumpulan Data Kinerja"),
    ("Standar Operasional Prosedur Pengumpulan Data Kinerja", "Pengumpulan Data Kinerja"),
    ("Standar Operasional Prosedur (SOP) Pengumpulan Data Kinerja", "Pengumpulan Data Kinerja"),
    ("SOP AP: “Pengumpulan  _Data_ Kinerja”; dan", "Pengumpulan Data Kinerja"),
    ("S.O.P. Pengumpulan Data Kinerja", "Pengumpulan Data Kinerja"),
    ("SOP-AP Pengumpulan Data Kinerja.", "PENGUMPULAN DATA KINERJA"),
    ("a. SOP – Pengumpulan data kinerja,", "Pengumpulan Data Kinerja"),
    ("1) SOP tentang Pengumpulan Data Kinerja", "Pengumpulan Data Kinerja"),
    ("SOP Penyusunan Indikator Kinerja Utama (IKU);", "Penyusunan Indikator Kinerja Utama"),
    ("Penyusunan Rencana Kerja (Renja); dan", "SOP Penyusunan Rencana Kerja"),
    ("Pengadaan Barang/Jasa", "Pengadaan Barang / Jasa"),
    ("Pencatatan & Pendataan", "Pencatatan dan Pendataan"),
]
DIFFERENT = [
    ("Pengajuan Cuti (Manual)", "Pengajuan Cuti"),
    ("Laporan Triwulan (II)", "Laporan Triwulan"),
    ("Pengumpulan Data Kinerja Triwulan", "Pengumpulan Data Kinerja"),
    ("SOP", "SOP Pengumpulan Data"),
    ("Administrasi Surat", "Surat"),
    ("Surat Masuk 1", "Surat Masuk 2"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_sop_named_in_two_ways(one: str, other: str) -> None:
    """What people write around a name makes no difference."""
    assert name_key(one) == name_key(other) != ""


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_two_sops(one: str, other: str) -> None:
    """What tells SOPs apart is kept."""
    assert name_key(one) != name_key(other)


def test_nothing_is_left_only_of_nothing() -> None:
    """A name that is only the word SOP keeps it; marks alone are no name."""
    assert [name_key(text) for text in ("SOP", "Standar Operasional Prosedur", "-", "", "...")] == [
        "sop",
        "standar operasional prosedur",
        "",
        "",
        "",
    ]


@given(st.text())
def test_any_text_has_a_key(text: str) -> None:
    """No text raises; a key holds words with single blanks between them."""
    key = name_key(text)
    assert key == " ".join(key.split())


@given(st.text(st.characters(codec="ascii")))
def test_capitals_make_no_difference(text: str) -> None:
    """Whatever is written in them."""
    assert name_key(text.upper()) == name_key(text.lower()) == name_key(text)


def test_very_long_names() -> None:
    """Hostile texts are read in passing."""
    assert name_key("(" * 100_000) == ""
    assert name_key("SOP " * 25_000) == "sop"
    assert len(name_key("a " * 50_000)) == 99_999
