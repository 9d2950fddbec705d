"""The Bagian Identitas: every text once and whole, on as many pages as it takes."""

from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sop_engine.layout.audit import audit
from sop_engine.layout.document import DocumentOptions
from sop_engine.layout.drawing import Align, Drawing, Page, PageKind
from sop_engine.layout.form import listed
from sop_engine.layout.furniture import COUNT, FOOT
from sop_engine.layout.identity import identity_pages
from sop_engine.layout.identity_pairs import Column
from sop_engine.layout.identity_texts import LISTS, identity_titles, office_texts, signer_texts
from sop_engine.layout.papers import PAPERS
from sop_engine.layout.sheet import SheetOptions
from sop_engine.layout.style import Style
from sop_engine.pipeline import compile_path
from tests.layout.documents import (
    LOGO,
    collisions,
    document_of,
    letters,
    of_kind,
    shown,
    sop_of,
    wrongly_measured,
)

ROOT = Path(__file__).resolve().parent.parent.parent
FILES = sorted([*(ROOT / "definitions").glob("*.yaml"), *(ROOT / "tests" / "definitions").glob("*.yaml")])
LAW = "Peraturan Menteri Nomor {} Tahun 2014 tentang Petunjuk Teknis Perjanjian Kinerja dan Tata Cara Reviu"
SIGNER = {"jabatan": "Kepala Dinas Uji", "nama": "Dr. Nama Uji, M.Si", "nip": "19740213 199303 1 002"}


def identity(identitas: dict[str, Any], options: DocumentOptions | None = None, **rest: Any) -> list[Page]:
    """The pages of the Bagian Identitas."""
    return of_kind(document_of(identitas, options, **rest), PageKind.IDENTITY)


def sized(font: float) -> DocumentOptions:
    """A font size that is asked for."""
    return DocumentOptions(SheetOptions(font_size=font))


def sound(pages: list[Page]) -> None:
    """No text leaves its cell, no cell another or the margins, and columns and rows make up a table."""
    drawing = Drawing("Uji", "Uji", "", "uji", 9.0, tuple(pages))
    assert audit(drawing).faults == ()
    margin = Style().margin
    for page in pages:
        assert list(collisions(page)) == []
        assert list(wrongly_measured(page)) == []
        table = [cell for cell in page.cells if cell.row is not None]
        assert all(
            cell.box.x >= margin
            and cell.box.right <= page.width - margin + 0.05
            and cell.box.y >= margin
            and cell.box.bottom <= page.height - margin + 0.05
            for cell in table
        )
        taken = Counter(
            (row, column)
            for cell in table
            if cell.row is not None and cell.column is not None
            for row in range(cell.row, cell.row + cell.rows)
            for column in range(cell.column, cell.column + cell.columns)
        )
        rows = max(row for row, _ in taken) + 1
        assert taken == Counter((row, column) for row in range(rows) for column in range(3))


def test_the_form_has_its_fields_in_order() -> None:
    """Office at the left, values at the right, three pairs below; dates as people write them."""
    page = identity(
        {
            "nomor": "01/SOP",
            "nama": "Pengumpulan Data",
            "tanggal_pembuatan": "2023-01-02",
            "tanggal_efektif": "02/06/2025",
            "disahkan_oleh": SIGNER,
            "dasar_hukum": ["Satu", "Dua"],
            "kualifikasi_pelaksana": "ASN",
        },
        instansi={"pemerintah": "Pemerintah Kota Uji", "unit": "Sekretariat"},
    )[0]
    found = [(cell.row, cell.column, cell.text) for cell in page.cells if cell.field not in {FOOT, COUNT}]
    assert found == [
        (None, None, "Pemerintah Kota Uji"),
        (None, None, "Dinas Uji"),
        (None, None, "Sekretariat"),
        (0, 0, ""),
        (0, 1, "Nomor SOP"),
        (0, 2, "01/SOP"),
        (1, 1, "Tanggal Pembuatan"),
        (1, 2, "2 Januari 2023"),
        (2, 1, "Tanggal Revisi"),
        (2, 2, ""),
        (3, 1, "Tanggal Efektif"),
        (3, 2, "2 Juni 2025"),
        (4, 1, "Disahkan oleh"),
        (4, 2, "Kepala Dinas Uji"),
        (5, 2, "Dr. Nama Uji, M.Si"),
        (6, 2, "NIP 19740213 199303 1 002"),
        (7, 1, "Nama SOP"),
        (7, 2, "Pengumpulan Data"),
        (8, 0, "Dasar Hukum"),
        (8, 1, "Kualifikasi Pelaksana"),
        (9, 0, "1. Satu\n2. Dua"),
        (9, 1, "ASN"),
        (10, 0, "Keterkaitan"),
        (10, 1, "Peralatan/Perlengkapan"),
        (11, 0, ""),
        (11, 1, ""),
        (12, 0, "Peringatan"),
        (12, 1, "Pencatatan dan Pendataan"),
        (13, 0, ""),
        (13, 1, ""),
    ]
    sound([page])


@pytest.mark.parametrize("paper", list(PAPERS))
@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_every_text_of_a_definition_stands_there_once(file: Path, paper: str) -> None:
    """On one page, with every definition and paper; nothing is lost, torn or doubled."""
    sop = compile_path(file).sop
    assert sop is not None
    pages = list(identity_pages(sop, PAPERS[paper], None, LOGO))
    sound(pages)
    assert len(pages) == 1
    identitas = sop.identitas
    expected = {f"identitas.{field}": text for field, text in signer_texts(sop)} | dict(office_texts(sop))
    for field in ("nomor", "tanggal_pembuatan", "tanggal_revisi", "tanggal_efektif", "nama"):
        expected[f"identitas.{field}"] = str(getattr(identitas, field) or "")
    for field in LISTS:
        items = getattr(identitas, field)
        numbered = [f"{at}. {item}" for at, item in enumerate(items, 1)] if len(items) > 1 else items
        expected[f"identitas.{field}"] = "\n".join(numbered)
    for field, text in identity_titles(sop).items():
        expected[f"judul.{field}"] = text
    fields = {cell.field for cell in pages[0].cells} - {"", "identitas.disahkan_oleh"}
    assert fields == set(expected)
    for field, text in expected.items():
        assert letters("".join(shown(pages, field))) == letters(text)


def test_headings_are_what_the_definition_says() -> None:
    """By the name of their field; ``nomor`` alone is a heading of the flowchart."""
    judul = {
        "tanggal_efektif": "Tanggal Pengesahan",
        "nomor_sop": "No. SOP",
        "nomor": "NO",
        "keterkaitan": "Kait",
    }
    pages = identity({}, tampilan={"judul": judul})
    assert [
        shown(pages, f"judul.{field}") for field in ("nomor", "tanggal_efektif", "keterkaitan", "nama")
    ] == [
        ["No. SOP"],
        ["Tanggal Pengesahan"],
        ["Kait"],
        ["Nama SOP"],
    ]


def test_lists_are_numbered_with_hanging_indents() -> None:
    """Numbers of one length with the text of all lines at one place; one item has no number."""
    items = [f"Butir {at} " + "panjang sekali " * (9 if at in {2, 10} else 0) for at in range(1, 11)]
    pages = identity({"dasar_hukum": items, "keterkaitan": ["Satu\nbaris lain"]})
    lines = shown(pages, "identitas.dasar_hukum")
    assert [line[:8] for line in lines if line.strip()[0].isdigit()] == [
        *(f"  {at}. But" for at in range(1, 10)),
        "10. Buti",
    ]
    assert {line[:8] for line in lines if not line.strip()[0].isdigit()} == {"      se"}
    assert shown(pages, "identitas.keterkaitan") == ["Satu", "baris lain"]
    assert shown(identity({"dasar_hukum": ["a", "_b_ c"]}), "identitas.dasar_hukum") == ["1. a", "2. b c"]


def test_there_is_room_to_sign() -> None:
    """At least 2 cm between the office and the name, and the same where nobody is named."""
    page = identity({"disahkan_oleh": SIGNER})[0]
    above, below = (
        next(cell for cell in page.cells if cell.field == f"identitas.disahkan_oleh.{part}")
        for part in ("jabatan", "nama")
    )
    assert below.box.y - above.box.bottom >= 56.7
    assert (above.bold, below.bold, above.align, below.align) == (False, True, Align.CENTRE, Align.CENTRE)
    for signer in (None, "Kepala Dinas Uji"):
        page = identity({"disahkan_oleh": signer})[0]
        label = next(cell for cell in page.cells if cell.field == "judul.disahkan_oleh")
        assert label.box.height >= 56.7 + 2 * 10
        sound([page])


def test_the_logo_keeps_its_proportions() -> None:
    """It stands over the office, in the middle of its cell, and is named."""
    page = identity({}, DocumentOptions(logo=LOGO))[0]
    (picture,) = page.pictures
    name = next(cell for cell in page.cells if cell.field == "instansi.nama")
    assert picture.title == "Logo Dinas Uji"
    assert picture.box.width / picture.box.height == pytest.approx(300 / 360, rel=0.01)
    assert picture.box.centre[0] == pytest.approx(name.box.centre[0], abs=0.02)
    assert Style().margin < picture.box.y < picture.box.bottom < name.box.y


def test_what_is_inferred_is_known() -> None:
    """By a field's own name, a part's or a whole's."""
    pages = identity(
        {"nomor": "1", "disahkan_oleh": SIGNER, "keterkaitan": "a"},
        instansi={"unit": "Sekretariat"},
        sumber={"disimpulkan": ["identitas.nomor", "identitas.disahkan_oleh.nip", "instansi.unit"]},
    )
    assert [cell.field for cell in pages[0].cells if cell.inferred] == [
        "instansi.unit",
        "identitas.nomor",
        "identitas.disahkan_oleh.nip",
    ]
    assert all(
        cell.inferred
        for cell in identity({"nomor": "1"}, sumber={"disimpulkan": ["identitas"]})[0].cells
        if cell.field.startswith("identitas.")
    )


def test_one_page_is_filled() -> None:
    """With much text or none, the table reaches from margin to margin."""
    for identitas in ({}, {"dasar_hukum": [LAW.format(at) for at in range(8)]}):
        (page,) = identity(identitas)
        bottom = max(cell.box.bottom for cell in page.cells if cell.row is not None)
        assert bottom == pytest.approx(page.height - Style().margin, abs=0.05)


def test_long_lists_flow_on() -> None:
    """Headings are repeated; a list that goes on alone takes both columns; every item is there once, in order."""
    laws = [LAW.format(at) for at in range(200)]
    pages = identity({"dasar_hukum": laws, "kualifikasi_pelaksana": ["ASN"] * 50, "keterkaitan": "Akhir"})
    sound(pages)
    lines = shown(pages, "identitas.dasar_hukum")
    assert [int(line.split(".")[0]) for line in lines if line.strip()[0].isdigit() and ". Per" in line] == [
        *range(1, 201)
    ]
    assert letters("".join(lines)) == letters("".join(f"{at}. {law}" for at, law in enumerate(laws, 1)))
    headings = [
        (page.number, cell.text, cell.columns)
        for page in pages
        for cell in page.cells
        if cell.field == "judul.dasar_hukum"
    ]
    more = "Dasar Hukum (lanjutan)"
    assert headings == [
        (1, "Dasar Hukum", 1),
        (2, more, 1),
        *((number, more, 3) for number in range(3, len(headings) + 1)),
    ]
    assert shown(pages[-1:], "identitas.keterkaitan") == ["Akhir"]
    texts = [cell.text for page in pages for cell in page.cells if cell.field == "identitas.dasar_hukum"]
    assert [bool(text) for text in texts] == [True, *([False] * (len(texts) - 1))]


def test_items_are_not_torn_for_one_line() -> None:
    """Neither the first nor the last line of an item stands alone on a page, if the item has more."""
    pages = identity({"dasar_hukum": [LAW.format(at) + " " + LAW for at in range(60)]})
    bodies = [cell.lines for page in pages for cell in page.cells if cell.field == "identitas.dasar_hukum"]
    assert len(bodies) > 3
    for above, below in pairwise(bodies):
        starts = [
            at
            for at, line in enumerate((*above, *below))
            if line.text.strip()[0].isdigit() and ". P" in line.text
        ]
        assert len(above) - 1 not in starts
        assert len(above) in starts or len(above) + 1 not in {*starts, len(above) + len(below)}


@pytest.mark.parametrize("count", range(1, 12))
def test_two_columns_share_a_list_without_tearing_it(count: int) -> None:
    """About half in each, an item's first and last line with at least one other of it."""
    found = listed([f"awal\ntengah {at}\nakhir" for at in range(count)], 9.0, 200.0)
    first, second = Column("dasar_hukum", "Dasar Hukum", found, inferred=False).halves
    assert first + second == 3 * count
    assert (first % 3, second % 3) == (0, 0)
    assert 0 <= first - second <= 3


def test_smaller_letters_are_taken_where_they_save_a_page() -> None:
    """Of the sizes that can be read with ease the one that needs the fewest pages, the largest of them."""
    for count in range(30, 60):
        laws = {"dasar_hukum": [LAW.format(at) for at in range(count)], "keterkaitan": ["SOP lain"] * count}
        taken = identity(laws)
        pages = {size: len(identity(laws, sized(size))) for size in (9.0, 8.5, 8.0)}
        fewest = min(pages.values())
        assert len(taken) == fewest
        sizes = {cell.size for cell in taken[-1].cells if cell.field.startswith("identitas.")}
        assert sizes == {max(size for size, number in pages.items() if number == fewest)}


@pytest.mark.parametrize(
    "identitas",
    [
        {"nama": "\n".join(f"baris {at}" for at in range(30))},
        {"nomor": "n" * 5000},
        {"nama": "x" * 5000, "disahkan_oleh": dict.fromkeys(SIGNER, "y" * 3000)},
        {"disahkan_oleh": {"jabatan": "Kepala " * 500}},
        {"dasar_hukum": "z" * 5000, "pencatatan_pendataan": ["w" * 5000, "Akhir"]},
    ],
    ids=["lines", "number", "signer", "office", "lists"],
)
@pytest.mark.parametrize("font", [None, 5.0, 16.0])
def test_nothing_is_clipped(identitas: dict[str, Any], font: float | None) -> None:
    """Whatever stands in a field goes on over as many pages as it needs, whole."""
    pages = identity(identitas, DocumentOptions(SheetOptions(font_size=font), logo=LOGO))
    sound(pages)
    sop, _ = sop_of(identitas)
    for field, text in signer_texts(sop):
        assert letters("".join(shown(pages, f"identitas.{field}"))) == letters(text)
    assert letters("".join(shown(pages, "identitas.nama"))) == letters(sop.identitas.nama)
    assert letters("".join(shown(pages, "identitas.nomor"))) == letters(sop.identitas.nomor or "")
    for field in ("dasar_hukum", "pencatatan_pendataan"):
        items = getattr(sop.identitas, field)
        numbered = [f"{at}. {item}" for at, item in enumerate(items, 1)] if len(items) > 1 else items
        assert letters("".join(shown(pages, f"identitas.{field}"))) == letters("".join(numbered))


def test_headings_and_offices_of_any_length_stay_in_their_place() -> None:
    """They become smaller rather than leave it."""
    pages = identity(
        {},
        DocumentOptions(logo=LOGO),
        instansi={"nama": "y" * 5000, "unit": "Unit " * 200, "pemerintah": "p" * 3000},
        tampilan={
            "judul": {"nomor_sop": "N" * 3000, "dasar_hukum": "D" * 5000, "tanggal_revisi": "T " * 500}
        },
    )
    sound(pages)
    assert len(letters("".join(shown(pages, "instansi.nama")))) == 5000
    assert len(letters("".join(shown(pages, "judul.dasar_hukum")))) == 5000


TEXT = st.text(
    st.one_of(
        # A byte order mark inside a text is refused by the reader.
        st.characters(exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp"), exclude_characters="\ufeff"),
        st.sampled_from("</text><script>&amp;]]>\"' _-/\n\t\u200b\u00adم😀\u0301"),
    ),
    max_size=200,
)
LIST = st.lists(TEXT, max_size=40)


@settings(max_examples=60, deadline=None)
@given(
    st.fixed_dictionaries({}, optional=dict.fromkeys(LISTS, LIST)),
    st.fixed_dictionaries({}, optional={"jabatan": TEXT, "nama": TEXT, "nip": TEXT}),
    TEXT,
    st.sampled_from(list(PAPERS)),
    st.sampled_from([None, 5.0, 11.0, 16.0]),
)
def test_any_text_makes_sound_pages(
    lists: dict[str, Any], signer: dict[str, str], number: str, paper: str, font: float | None
) -> None:
    """Hostile characters, empty items, many or few: nothing clipped, nothing lost."""
    identitas = {**lists, "disahkan_oleh": signer, "nomor": number}
    sop, _ = sop_of(identitas)
    pages = list(identity_pages(sop, PAPERS[paper], font, LOGO))
    sound(pages)
    for field in LISTS:
        items = getattr(sop.identitas, field)
        numbered = [f"{at}. {item}" for at, item in enumerate(items, 1)] if len(items) > 1 else items
        found = "".join(shown(pages, f"identitas.{field}"))
        assert letters(found) == "".join(letters(item) for item in numbered)
