"""Names of roles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_engine.rules.role_names import role_key, same_role
from sop_engine.rules.role_words import SHORT, VOCABULARY

ONE = [
    ("Kasubag Umum", "Kasubbag Umum"),
    ("Kasub.Bag Umum", "Ka. Subbag. Umum"),
    ("Kasubbag Umum & Kepegawaian", "KEPALA SUB BAGIAN UMUM DAN KEPEGAWAIAN"),
    ("Kasubbag Umpeg", "Kepala Subbagian Umum dan Kepegawaian"),
    ("Staf", "STAFF"),
    ("Ka. Dinas", "Kadis"),
    ("Sekretaris / Kabid", "Sekretaris/Kepala Bidang"),
    ("Sekertaris", "Sekretaris"),
    ("Kepla Bidang", "Kepala Bidang"),
    ("Kepala  Bidangg", "Kepala Bidang"),
    ("TimTeknis", "Tim Teknis"),
    ("P.P.K.", "PPK"),
    ("JF Perencana", "Jabatan Fungsional Perencana"),
    ("Bendahara Pengluaran", "Bendahara Pengeluaran"),
    ("Verivikator", "Verifikator"),
    ("Kasi Pelayanan", "Kepala Seksi Pelayanan"),
    ("Kasubbag TU", "Ka. Subbag. Tata Usaha"),
    ("Bend. Pengeluaran", "Bendahara Pengeluaran"),
    ("Ass. Pemerintahan", "Asisten Pemerintahan"),
    ("Seklur", "Sekretaris Lurah"),
    ("Kasi Perijinan", "Kepala Seksi Perizinan"),
    ("Kasatpol PP", "Kepala Satpol PP"),
    ("Walikota", "Wali Kota"),
]
TWO = [
    ("Kepala Seksi I", "Kepala Seksi II"),
    ("Kabid A", "Kabid B"),
    ("Staf 1", "Staf 2"),
    ("Anggota 1", "Anggota 11"),
    ("Sekretaris", "Sekretariat"),
    ("Sekretaris", "Sekretaris Daerah"),
    ("Staf Penyusun", "Staf Pengelola"),
    ("Kepala Bidang", "Kepala Bagian"),
    ("Kasubbag", "Kasubbid"),
    ("Pejabat Pengadaan", "Pejabat Pengaduan"),
    ("Staf Pelayanan", "Staf Pelayaran"),
    ("Bidang Pertanahan", "Bidang Pertahanan"),
    ("Seksi Pembinaan", "Seksi Pembina"),
    ("Bendahara Penerimaan", "Bendahara Pengeluaran"),
    ("Analis Perencanaan", "Analisis Perencanaan"),
    ("Kader Posyandu", "Kadet Posyandu"),
    ("JFP", "JFT"),
    ("PPK", "PPTK"),
    ("PPK", "PPK-SKPD"),
    ("PA/KPA", "KPA"),
    ("Bupati", "Wakil Bupati"),
    ("Bagian Umum", "Bagian Hukum"),
    ("Bidan", "Bidang"),
    ("Petugas Loket I", "Petugas Loket II"),
    ("Seksi Pendataan", "Seksi Pendapatan"),
    ("Auditor Ahli Muda", "Auditor Ahli Madya"),
    ("Irban Wilayah I", "Irban Wilayah II"),
    ("Perawat IGD", "Perawat ICU"),
    ("Seksi Sarana", "Seksi Prasarana"),
    ("Camat", "Lurah"),
    ("", ""),
    ("-", "."),
]


@pytest.mark.parametrize(("one", "other"), ONE)
def test_spellings_of_one_role(one: str, other: str) -> None:
    """Capitals, dots, spaces, known short forms and one slip of the pen are seen through."""
    assert same_role(one, other)
    assert same_role(other, one)


@pytest.mark.parametrize(("one", "other"), TWO)
def test_two_roles(one: str, other: str) -> None:
    """Numbers, letters and words that are both real tell roles apart."""
    assert not same_role(one, other)
    assert not same_role(other, one)


def test_keys_are_readable() -> None:
    """Short forms are written out, ``ka`` only in front of a word."""
    assert role_key("Ka. Sub.Bag Umum & Kepeg.") == "kepala subbagian umum dan kepegawaian"
    assert role_key("KA") == "ka"
    assert role_key("Analis (Ahli Muda)") == "analis ahli muda"
    assert role_key("...") == ""


def test_a_very_long_heading_is_taken_as_it_is() -> None:
    """Only capitals and spaces are seen through."""
    assert role_key("Kabid  A " + "x" * 300) == "kabid a " + "x" * 300


def test_short_forms_are_written_out_for_good() -> None:
    """The long form of a short form holds no other short form, and its words are known words."""
    long = {part for words in SHORT.values() for part in words.split()}
    assert sorted(long & set(SHORT)) == []
    assert sorted(long - VOCABULARY) == []


@given(st.text(max_size=40))
def test_a_key_is_its_own_key(text: str) -> None:
    """What is spelt out once stays so."""
    assert role_key(role_key(text)) == role_key(text)


@given(st.text(max_size=40), st.text(max_size=40))
def test_likeness_has_no_direction(one: str, other: str) -> None:
    """And a heading that holds a word is like itself."""
    assert same_role(one, other) == same_role(other, one)
    assert same_role(one, one) == bool(role_key(one))
