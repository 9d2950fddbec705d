"""What is known of the regulations that SOPs cite: replaced, changed, or still cited.

In: nothing. Out: ``KNOWN``, by kind, number and year. What is not listed has not been checked, and nothing is said of
it: a regulation is listed as replaced only where a source says so. A later check adds an entry or moves its date.
"""

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

__all__ = ["KNOWN", "Backing", "Regulation", "Standing"]

Key = tuple[str, str, str]
"""Kind as ``citations`` spells it, number, year."""


class Standing(StrEnum):
    """Whether a regulation may still be cited."""

    REPLACED = "diganti"
    CHANGED = "berlaku, telah diubah"
    NOT_FOUND_REVOKED = "pencabutan tidak ditemukan"


class Backing(StrEnum):
    """What backs an entry."""

    READ = "dibaca dalam naskah peraturannya"
    SECONDARY = "sumber sekunder"


@dataclass(frozen=True, slots=True)
class Regulation:
    """One regulation.

    Attributes:
        standing: what is known of it.
        source: where that stands.
        backing: what kind of source that is.
        checked: the day of looking, ISO 8601.
        by: the citation of what replaced it.
        by_key: the same as kind, number and year.
    """

    standing: Standing
    source: str
    backing: Backing
    checked: str = "2026-11-21"
    by: str = ""
    by_key: Key = ("", "", "")


_PANRB = "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi"

KNOWN = MappingProxyType(
    {
        ("Permen PANRB", "12", "2015"): Regulation(
            Standing.REPLACED,
            "PermenPAN-RB 88/2021, Berita Negara 2021 Nomor 1569: perihal Pencabutan, pertimbangan huruf b",
            Backing.READ,
            by=f"{_PANRB} Nomor 88 Tahun 2021 tentang Evaluasi Akuntabilitas Kinerja Instansi Pemerintah",
            by_key=("Permen PANRB", "88", "2021"),
        ),
        ("UU", "5", "2014"): Regulation(
            Standing.REPLACED,
            "JDIH Kabupaten Barito Utara, 30 November 2023: dicabut dan dinyatakan tidak berlaku oleh UU 20/2023",
            Backing.SECONDARY,
            by="Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara",
            by_key=("UU", "20", "2023"),
        ),
        ("UU", "32", "2004"): Regulation(
            Standing.REPLACED,
            "SHARIAsource, Harvard Law School, dokumen 1121: UU 23/2014 menggantikan UU 32/2004",
            Backing.SECONDARY,
            by="Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah",
            by_key=("UU", "23", "2014"),
        ),
        ("UU", "10", "2004"): Regulation(
            Standing.REPLACED,
            "JDIH Kota Yogyakarta, 30 Mei 2012, yang mengutip Pasal 102 UU 12/2011",
            Backing.SECONDARY,
            by="Undang-Undang Nomor 12 Tahun 2011 tentang Pembentukan Peraturan Perundang-undangan",
            by_key=("UU", "12", "2011"),
        ),
        ("UU", "23", "2014"): Regulation(
            Standing.CHANGED, "UU 9/2015 dan sesudahnya mengubahnya", Backing.SECONDARY
        ),
        ("Perpres", "29", "2014"): Regulation(
            Standing.NOT_FOUND_REVOKED, "masih menjadi dasar laporan kinerja tahun 2026", Backing.SECONDARY
        ),
        ("Permen PANRB", "53", "2014"): Regulation(
            Standing.NOT_FOUND_REVOKED, "masih menjadi dasar laporan kinerja tahun 2026", Backing.SECONDARY
        ),
        ("UU", "25", "2009"): Regulation(
            Standing.NOT_FOUND_REVOKED, "penelusuran tanpa hasil; bukan bukti berlaku", Backing.SECONDARY
        ),
        ("PP", "8", "2008"): Regulation(
            Standing.NOT_FOUND_REVOKED, "penelusuran tanpa hasil; bukan bukti berlaku", Backing.SECONDARY
        ),
        ("Permen PANRB", "35", "2012"): Regulation(
            Standing.NOT_FOUND_REVOKED, "penelusuran tanpa hasil; bukan bukti berlaku", Backing.SECONDARY
        ),
        ("Permen Dalam Negeri", "52", "2011"): Regulation(
            Standing.NOT_FOUND_REVOKED, "penelusuran tanpa hasil; bukan bukti berlaku", Backing.SECONDARY
        ),
    }
)
"""The regulations that were checked."""
