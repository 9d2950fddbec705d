"""When two activities are the same."""

import pytest

from sop_engine.rules.activity import is_general, telling_words
from sop_engine.rules.activity_words import ACTORS, GENERAL, NOUNS, PHRASES, SAME, SILENT


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Menyusun 2 (dua) laporan semesteran", "Menyusun dua laporan semester"),
        ("1. Menyusun draft Laporan, kinerja;", "Membuat konsep laporan kinerja"),
        ("Pembuatan nota dinas", "Menyusun nota dinas"),
        ("Staf menyusun nota dinas", "Menyusun nota dinas"),
        ("Kepala Sub Bagian menyusun nota dinas", "Menyusun nota dinas"),
        ("Mengumpulkan data dari masing-masing perangkat daerah", "Mengumpulkan data SKPD"),
        ("Menyampaikan kepada Kepala Bagian", "Menyampaikan kepada Kabid"),
        ("Merekap laporan pada Bagian-Bagian", "Merekapitulasi laporan Bagian"),
    ],
)
def test_writings_of_one_activity(one: str, other: str) -> None:
    """Their telling words are the same."""
    assert telling_words(one) == telling_words(other) != ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Menyusun laporan kinerja triwulan", "Menyusun laporan kinerja tahunan"),
        ("Menyusun laporan kinerja tahunan", "Menyusun laporan kinerja tahunan secara final"),
        ("Merekap 2 laporan triwulan", "Merekap laporan triwulan"),
        ("Menyetujui usulan cuti", "Tidak menyetujui usulan cuti"),
        ("Menerima surat dari kepala dinas", "Mengirim surat kepada kepala dinas"),
    ],
)
def test_different_activities(one: str, other: str) -> None:
    """A word that tells makes another activity."""
    assert telling_words(one) != telling_words(other)


def test_what_is_too_long_tells_nothing() -> None:
    """A paragraph is no activity."""
    assert telling_words("menyusun " * 100) == ()


@pytest.mark.parametrize(
    ("uraian", "general"),
    [
        ("Mengarsipkan", True),
        ("Membayar penyedia", True),
        ("Memeriksa hasil pekerjaan", True),
        ("Menyampaikan surat kepada pimpinan", True),
        ("Menyusun 2 laporan", True),
        ("Menyusun laporan kinerja", False),
        ("Menghitung retribusi daerah", False),
    ],
)
def test_general_activities(uraian: str, general: bool) -> None:
    """What names no matter, or has fewer than three telling words, could be done in any SOP."""
    assert is_general(telling_words(uraian)) is general


def test_word_lists_are_in_small_letters_and_folded() -> None:
    """A word that stands for another stands for one that is not replaced itself; general words are as compared."""
    words = {*ACTORS, *GENERAL, *NOUNS, *NOUNS.values(), *SAME, *SAME.values(), *SILENT}
    assert words == {word.casefold() for word in words}
    assert not set(SAME.values()) & set(SAME)
    assert not set(NOUNS.values()) & set(SAME)
    assert not {value for _, value in PHRASES} & (set(SAME) | SILENT)
    assert not SILENT & (set(SAME) | set(NOUNS) | GENERAL)
