"""Citations of regulations in running text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_engine.rules.citations import Citation, Part, cited
from sop_engine.rules.regulations import KNOWN, Standing

KEYS = {
    "UU No 25/2009": ("UU", "25", "2009"),
    "UU 25 Tahun 2009 tentang Pelayanan Publik": ("UU", "25", "2009"),
    "UNDANG-UNDANG NOMOR 25 TAHUN 2009 TENTANG PELAYANAN PUBLIK": ("UU", "25", "2009"),
    "Undang - Undang RI No. 25 Thn 2009 ttg Pelayanan Publik": ("UU", "25", "2009"),
    "Undang-Undang (UU) Nomor 25 Tahun 2009 tentang Pelayanan Publik": ("UU", "25", "2009"),
    "Undang-Undang Tahun 2009 Nomor 25 tentang Pelayanan Publik": ("UU", "25", "2009"),
    "PP 8/2008": ("PP", "8", "2008"),
    "UU.No.14 Th.2008": ("UU", "14", "2008"),
    "Permenpan RB Nomor 35 Tahum 2012": ("Permen PANRB", "35", "2012"),
    "Peraturan Menteri Kesehatan Nomor43 Tahun2019 tentang Puskesmas": ("Permen kesehatan", "43", "2019"),
    "Perwal No. 12 Th. 2020": ("Perwali", "12", "2020"),
    "Permenpan No. PER/21/M.PAN/11/2008": ("Permen PANRB", "per/21/m.pan/11/2008", "2008"),
    "Perka BKN 24/2017": ("Peraturan Kepala bkn", "24", "2017"),
    "Peraturan Desa Sukamaju Nomor 3 Tahun 2022 tentang APBDes": ("peraturan desa sukamaju", "3", "2022"),
    "Kepmendagri No. 050-5889 Tahun 2021": ("Kepmen Dalam Negeri", "050-5889", "2021"),
    "Peraturan Pemerintah Nomor 08 Tahun 2008 tentang Tahapan": ("PP", "8", "2008"),
    "Perpu Nomor 2 Tahun 2022 tentang Cipta Kerja": ("Perppu", "2", "2022"),
    "Peraturan Pemerintah Pengganti Undang-Undang Nomor 2 Tahun 2022 tentang Cipta Kerja": (
        "Perppu",
        "2",
        "2022",
    ),
    "Perpres No. 29 Tahun 2014": ("Perpres", "29", "2014"),
    "Peraturan Presiden (Perpres) Nomor 29 Tahun 2014 tentang SAKIP": ("Perpres", "29", "2014"),
    "PermenPAN dan RB No. 53 Tahun 2014": ("Permen PANRB", "53", "2014"),
    "Permenpan RB No. 88 Tahun 2021": ("Permen PANRB", "88", "2021"),
    "Permen PAN-RB No 35/2012": ("Permen PANRB", "35", "2012"),
    "PERMENPANRB NOMOR 35 TAHUN 2012": ("Permen PANRB", "35", "2012"),
    "Peraturan MENPAN-RB Nomor 35 Tahun 2012 tentang Pedoman": ("Permen PANRB", "35", "2012"),
    "Peraturan Menteri PAN dan RB No. 35 Tahun 2012 tentang Pedoman": ("Permen PANRB", "35", "2012"),
    "Permendagri 52/2011": ("Permen Dalam Negeri", "52", "2011"),
    "Peraturan Menteri Dalam Negeri Republik Indonesia Nomor 52 Tahun 2011 tentang SOP": (
        "Permen Dalam Negeri",
        "52",
        "2011",
    ),
    "PMK No. 113/PMK.05/2012 tentang Perjalanan Dinas": ("Permen Keuangan", "113/pmk.05/2012", "2012"),
    "Permenkes 75 Tahun 2014": ("Permen kes", "75", "2014"),
    "Perda Kota Samarinda 9 Tahun 2016": ("Perda", "9", "2016"),
    "Peraturan Walikota Samarinda Nomor 121 Tahun 2021 Tentang Kedudukan": ("Perwali", "121", "2021"),
    "Perwal Nomor 5 Tahun 2020": ("Perwali", "5", "2020"),
    "Perbup No. 45 Tahun 2021 tentang Susunan Organisasi": ("Perbup", "45", "2021"),
    "Keputusan Kepala Dinas Nomor 800/06/2019 tentang Tim": ("keputusan kepala dinas", "800/06/2019", "2019"),
    "Peraturan Menteri Negara PAN Nomor PER/15/M.PAN/7/2008 tentang Reformasi": (
        "Permen PANRB",
        "per/15/m.pan/7/2008",
        "2008",
    ),
    "Surat Edaran Menteri PANRB Nomor: SE/01/M.PANRB/2016 tanggal 3 Januari 2016 tentang Pedoman": (
        "Surat Edaran PANRB",
        "se/01/m.panrb/2016",
        "2016",
    ),
    "Peraturan Kepala BKN Nomor 11 Tahun 2017 tentang Kinerja": ("Peraturan Kepala bkn", "11", "2017"),
    "TAP MPR Nomor XI/MPR/1998 tentang Penyelenggara Negara": ("TAP MPR", "xi/mpr/1998", "1998"),
    "Undang-Undang Dasar Negara Republik Indonesia Tahun 1945": ("UUD", "", "1945"),
    "Surat Gubernur Nomor 061/1234/ORG tanggal 3 Mei 2012 perihal Penyusunan SOP": (
        "surat gubernur",
        "061/1234/org",
        "2012",
    ),
}
WITHOUT = {
    "Undang-Undang tentang Pelayanan Publik": ("nomor", "tahun"),
    "Undang-Undang Nomor 25 tentang Pelayanan Publik": ("tahun",),
    "Undang-Undang Nomor 25 Tahun 2009": ("judul",),
    "Undang-Undang Nomor 17 Tahun 2003 (Lembaran Negara Tahun 2003 Nomor 47)": ("judul",),
    "UU Nomor 25 Tahun 2009": (),
    "Peraturan Menteri PANRB No. 35 Tahun 2012": (),
    "Peraturan LKPP Nomor 12 Tahun 2021": (),
    "Peraturan Lembaga Administrasi Negara Nomor 5 Tahun 2018": ("judul",),
    "Peraturan Bupati Nomor 5 Tahun 2O20 tentang Tata Naskah Dinas": ("tahun",),
    "UU Nomor 25": ("tahun",),
    "Nomor 25 Tahun 2009 tentang Pelayanan Publik": ("jenis",),
    "Peraturan Bupati Nomor IO Tahun 2019 tentang Susunan Organisasi": ("nomor",),
    "Peraturan Daerah Kabupaten Contoh Nomor ... Tahun ... tentang APBD": ("nomor", "tahun"),
    "UUD 1945": (),
    "Kitab Undang-Undang Hukum Perdata": (),
    "Peraturan perundang-undangan": ("nomor", "tahun", "judul"),
}
NONE = [
    "Renstra Dinas",
    "Dokumen Pelaksanaan Anggaran Tahun 2024",
    "Persetujuan pimpinan",
    "Pedoman se-Kabupaten",
    "Tugas pokok dan fungsi",
    "",
    "-",
]


def key(one: Citation) -> tuple[str, str, str]:
    """What tells a regulation from others."""
    return one.jenis, one.nomor, one.tahun


@pytest.mark.parametrize("text", KEYS)
def test_spellings(text: str) -> None:
    """Kind, number and year come out the same, however they are written."""
    assert [key(one) for one in cited(text)] == [KEYS[text]]


@pytest.mark.parametrize("text", WITHOUT)
def test_what_is_missing(text: str) -> None:
    """The parts that are missing, in the order of the pattern; short forms may do without a title."""
    assert [one.missing for one in cited(text)] == [tuple(Part(part) for part in WITHOUT[text])]


@pytest.mark.parametrize("text", NONE)
def test_no_citation(text: str) -> None:
    """Plans and papers are none."""
    assert cited(text) == ()


def test_a_citation_and_its_places() -> None:
    """The title stands as it does in the text; the head ends with the year."""
    text = "  Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik;"
    (one,) = cited(text)
    assert one.judul == "Pelayanan Publik"
    assert text[slice(*one.head)] == "Undang-Undang Nomor 25 Tahun 2009"
    assert (one.known, one.short, one.inner, one.changes) == (True, False, False, False)


def test_several_in_one_item() -> None:
    """A semicolon parts them, and each has its own place."""
    text = "UU Nomor 23 Tahun 2014 tentang Pemerintahan Daerah; PP Nomor 8 Tahun 2008 tentang Tahapan"
    first, second = cited(text)
    assert (key(first), first.judul) == (("UU", "23", "2014"), "Pemerintahan Daerah")
    assert (key(second), second.judul) == (("PP", "8", "2008"), "Tahapan")
    assert text[slice(*second.span)] == "PP Nomor 8 Tahun 2008 tentang Tahapan"


def test_what_changed_it_and_what_stands_in_a_title() -> None:
    """The one that changed it is marked, and so is the one in the title of that."""
    text = (
        "Peraturan Daerah Nomor 09 Tahun 2016 tentang Perangkat Daerah, sebagaimana telah diubah dengan Peraturan "
        "Daerah Nomor 10 Tahun 2019 tentang Perubahan Atas Peraturan Daerah Nomor 09 Tahun 2016 tentang Perangkat "
        "Daerah"
    )
    assert [(key(one)[1], one.judul, one.changes, one.inner) for one in cited(text)] == [
        ("9", "Perangkat Daerah", False, False),
        ("10", "Perubahan Atas", True, False),
        ("9", "Perangkat Daerah", False, True),
    ]


def test_a_kind_in_a_title_is_a_word_of_it() -> None:
    """Only one with a number is another citation."""
    (one,) = cited("Undang-Undang Nomor 12 Tahun 2011 tentang Pembentukan Peraturan Perundang-undangan")
    assert one.judul == "Pembentukan Peraturan Perundang-undangan"


def test_an_incomplete_one_before_a_comma() -> None:
    """It is not swallowed by the next."""
    assert [key(one) for one in cited("Undang-Undang Pelayanan Publik, PP 96/2012")] == [
        ("UU", "", ""),
        ("PP", "96", "2012"),
    ]


def test_known_regulations_hold_together() -> None:
    """Keys are what the reader gives, replaced ones name what came after them, and every entry its source."""
    for (jenis, nomor, tahun), entry in KNOWN.items():
        assert [key(one) for one in cited(f"{jenis} Nomor {nomor} Tahun {tahun}")] == [(jenis, nomor, tahun)]
        assert entry.source
        if entry.standing is Standing.REPLACED:
            assert [key(one) for one in cited(entry.by)] == [entry.by_key]
            assert cited(entry.by)[0].missing == ()
            assert entry.by_key not in KNOWN or KNOWN[entry.by_key].standing is not Standing.REPLACED
        else:
            assert (entry.by, entry.by_key) == ("", ("", "", ""))


PIECES = st.sampled_from(
    [
        "Undang-Undang",
        "UU",
        "PP",
        "Peraturan",
        "Menteri",
        "Permenpan",
        "dan",
        "RB",
        "Nomor",
        "No.",
        "25",
        "/2009",
        "Tahun",
        "2009",
        "tentang",
        ";",
        ",",
        "(",
        ")",
        "atas",
        "diubah",
        "dengan",
        "sebagaimana",
        "İ",
        "...",
        "Daerah",
        "800/06/2019",
        "tanggal",
        "3",
        "Mei",
        "2012",
    ]
)


@given(st.one_of(st.text(), st.lists(PIECES).map(" ".join)))
def test_any_text(text: str) -> None:
    """No text raises; places lie in the text, in order and without overlap, and begin at no blank."""
    end = 0
    for one in cited(text):
        assert end <= one.span[0] <= one.span[1] <= len(text)
        assert one.span[0] <= one.head[1] <= len(text)
        assert one.missing == () or isinstance(one.missing[0], Part)
        end = one.span[1]


@pytest.mark.parametrize(
    "text",
    [
        "UU " * 30_000,
        "no." * 30_000,
        "1/" * 50_000,
        "tentang UU 1/2008 " * 5_000,
        "undang-undang" + " " * 90_000,
        "undang-undang x nomor 1 tahun 2000 tentang " + " ," * 40_000 + "1",
        "(" * 100_000,
    ],
)
def test_hostile_texts(text: str) -> None:
    """A text of 100 KB is read in passing, up to where an item may reach."""
    assert all(one.span[1] <= 6000 for one in cited(text))
