"""A book: documents bound, their pages numbered through, found by its daftar isi."""

from itertools import pairwise
from typing import Any

import pytest

from sop_engine.layout.audit import audit
from sop_engine.layout.book import Chapter, bind
from sop_engine.layout.document import DocumentOptions
from sop_engine.layout.drawing import Bookmark, Drawing, Page, PageKind
from sop_engine.layout.furniture import COUNT, FOOT, STATUS
from sop_engine.layout.papers import PAPERS
from sop_engine.layout.sheet import SheetOptions
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


def chapter(
    name: str, agency: str = "uji", *, paper: str = "A4", cover: bool = False, **rest: Any
) -> Chapter:
    """A document with its SOP."""
    identitas = {"nama": name, **rest.pop("identitas", {})}
    instansi = {"kode": agency, "nama": f"Dinas {agency.title()}"}
    options = DocumentOptions(SheetOptions(paper), cover=cover)
    drawing = document_of(identitas, options, instansi=instansi, **rest)
    return Chapter(sop_of(identitas, instansi=instansi, **rest)[0], drawing, None)


def table(book: Drawing) -> list[tuple[str, str, str, int]]:
    """Number, name, page and link of each SOP in the daftar isi."""
    found = []
    for page in of_kind(book, PageKind.CONTENTS):
        entries = zip(
            *([c for c in page.cells if c.field == f] for f in ("nomor", "nama", "halaman_sop")), strict=True
        )
        links = iter(page.links)
        found += [(*(cell.text for cell in entry), next(links).page) for entry in entries]
    return found  # type: ignore[return-value]  # three texts and a number


def test_pages_are_numbered_through() -> None:
    """Cover and daftar isi first; every page says its number in the book, and keeps its foot and status."""
    book = bind([chapter("Satu", cover=True), chapter("Dua", status="konsep")])
    assert [page.kind.value for page in book.pages] == [
        "cover",
        "contents",
        "cover",
        "identity",
        "flowchart",
        "identity",
        "flowchart",
    ]
    assert [page.number for page in book.pages] == [*range(1, 8)]
    assert [shown([page], COUNT) for page in book.pages] == [
        [],
        ["halaman 2 dari 7"],
        [],
        *([f"halaman {number} dari 7"] for number in range(4, 8)),
    ]
    assert [shown([page], FOOT) for page in book.pages[1:]] == [
        ["Kumpulan Standar Operasional Prosedur"],
        [],
        ["Satu"],
        ["Satu"],
        ["Dua"],
        ["Dua"],
    ]
    assert [bool(shown([page], STATUS)) for page in book.pages] == [False] * 5 + [True] * 2


def test_the_daftar_isi_leads_to_each_sop() -> None:
    """Number, name, number of the SOP, page and link; drafts are marked."""
    book = bind(
        [
            chapter("Satu", identitas={"nomor": "01/SOP"}),
            chapter("Dua", status="konsep", identitas={"nomor": "02/SOP"}),
            chapter("Tiga", status="dicabut"),
        ]
    )
    assert table(book) == [("1.", "Satu", "3", 3), ("2.", "Dua", "5", 5), ("3.", "Tiga", "7", 7)]
    assert shown(list(book.pages), "nomor_sop") == ["01/SOP", "02/SOP · konsep", "dicabut"]
    contents = book.pages[1]
    for link, cell in zip(contents.links, (c for c in contents.cells if c.field == "nama"), strict=True):
        assert link.box.y == cell.box.y
        assert link.box.x <= cell.box.x < cell.box.right <= link.box.right
    order = [cell.field for cell in contents.cells[1:6]]
    assert order == ["nomor", "nama", "titik", "halaman_sop", "nomor_sop"]
    dots = [cell for cell in contents.cells if cell.field == "titik"]
    assert len(dots) == 3
    assert len({round(cell.box.right, 2) for cell in dots}) == 1


def test_agencies_stand_together() -> None:
    """In the order in which they first come, each under its heading and its line of the outline."""
    book = bind([chapter("Satu"), chapter("Dua", "lain"), chapter("Tiga")])
    assert [(row[1], row[3]) for row in table(book)] == [("Satu", 3), ("Tiga", 5), ("Dua", 7)]
    assert shown(list(book.pages), "instansi") == ["Dinas Uji", "Dinas Lain"]
    assert book.bookmarks == (
        Bookmark("Daftar Isi", 2, 0),
        Bookmark("Dinas Uji", 3, 0),
        Bookmark("Satu", 3, 1),
        Bookmark("Bagian Identitas", 3, 2),
        Bookmark("Bagian Flowchart", 4, 2),
        Bookmark("Tiga", 5, 1),
        Bookmark("Bagian Identitas", 5, 2),
        Bookmark("Bagian Flowchart", 6, 2),
        Bookmark("Dinas Lain", 7, 0),
        Bookmark("Dua", 7, 1),
        Bookmark("Bagian Identitas", 7, 2),
        Bookmark("Bagian Flowchart", 8, 2),
    )
    assert shown([book.pages[0]], "keterangan") == ["3 SOP dari 2 instansi", "Dinas Uji", "Dinas Lain"]
    assert (book.author, book.agency) == ("2 instansi", "")


def test_a_book_of_one_agency_is_its_own() -> None:
    """Its office and logo on the cover, the years of its SOPs, no heading for the only agency."""
    early, late = ({"tanggal_efektif": f"{year}-01-02"} for year in (2020, 2025))
    found = [chapter("Satu", identitas=late), chapter("Dua", identitas=early), chapter("Tiga")]
    book = bind([Chapter(one.sop, one.drawing, LOGO) for one in found])
    page = book.pages[0]
    assert [(cell.field, cell.text) for cell in page.cells] == [
        ("instansi.nama", "Dinas Uji"),
        ("judul", "Kumpulan Standar Operasional Prosedur"),
        ("keterangan", "3 SOP"),
        ("tahun", "2020–2025"),
    ]
    assert [picture.title for picture in page.pictures] == ["Logo Dinas Uji"]
    assert shown(list(book.pages), "instansi") == []
    assert [mark.level for mark in book.bookmarks] == [0, 0, 1, 1, 0, 1, 1, 0, 1, 1]
    assert (book.title, book.author, book.agency) == (
        "Kumpulan Standar Operasional Prosedur, Dinas Uji",
        "Dinas Uji",
        "uji",
    )
    assert book.description == "3 SOP, 8 halaman."


def test_a_long_daftar_isi_takes_several_pages() -> None:
    """A hundred SOPs of two agencies, long names among them: pages still agree, nothing is clipped or torn."""
    names = [f"SOP nomor {at} " + "dengan nama panjang sekali " * (at % 12) for at in range(100)]
    book = bind([chapter(name, "uji" if at % 2 else "lain") for at, name in enumerate(names)])
    contents = of_kind(book, PageKind.CONTENTS)
    assert len(contents) > 3
    assert audit(book).counts["text-clipped"] == 0
    entries = table(book)
    assert [entry[0] for entry in entries] == [f"{number}." for number in range(1, 101)]
    assert sorted(entry[1] for entry in entries) == sorted(name.strip() for name in names)
    for _, name, number, link in entries:
        target = book.pages[link - 1]
        assert (number, target.number, target.kind) == (str(link), link, PageKind.IDENTITY)
        assert letters("".join(shown([target], "identitas.nama"))) == letters(name)
    assert all(list(collisions(page)) == [] for page in contents)
    assert [cell for page in book.pages for cell in wrongly_measured(page)] == []
    last = [page.cells[-3].box for page in contents[:-1]]
    assert all(box.bottom <= contents[0].height - 42 for box in last)


def test_an_agencys_heading_stays_with_its_first_sop() -> None:
    """It is never the last thing on a page of the daftar isi."""
    for count in range(10, 24):
        found = [chapter(f"SOP {at}") for at in range(count)] + [chapter("Akhir", "lain")]
        for page in of_kind(bind(found), PageKind.CONTENTS):
            rows = [cell for cell in page.cells if cell.row is not None]
            assert max(cell.row for cell in rows if cell.field == "nama") == max(cell.row for cell in rows)  # type: ignore[type-var]


def test_pages_keep_their_sizes() -> None:
    """Cover and daftar isi take the size of most documents, each document keeps its own."""
    book = bind([chapter("Satu", paper="F4"), chapter("Dua", paper="A4"), chapter("Tiga", paper="A4")])
    names = {(paper.width, paper.height): paper.name for paper in PAPERS.values()}
    assert [names[page.width, page.height] for page in book.pages] == [
        *["A4", "A4"], *["F4", "F4"], *["A4"] * 4
    ]  # fmt: skip


def test_a_book_changes_nothing_else() -> None:
    """Pages are those of the documents but for their numbers; the same documents give the same book."""
    found = [chapter("Satu"), chapter("Dua")]
    book = bind(found)

    def bare(page: Page) -> tuple[Any, ...]:
        cells = tuple(cell for cell in page.cells if cell.field != COUNT)
        return cells, page.symbols, page.connectors, page.joints, page.labels, page.rules, page.pictures

    alone = [bare(page) for one in found for page in one.drawing.pages]
    assert [bare(page) for page in book.pages[2:]] == alone
    assert bind(found) == book
    assert bind(found, "Buku Kami").name == "Buku Kami"


def test_an_outline_never_skips_a_level() -> None:
    """Each line is at most one deeper than the one before, and pages only rise."""
    book = bind([chapter(f"SOP {at}", agency) for at, agency in enumerate(["a", "b", "a", "c"])])
    for before, after in pairwise(book.bookmarks):
        assert after.level <= before.level + 1
        assert after.page >= before.page


def test_a_book_of_nothing_is_refused() -> None:
    """There is no such book."""
    with pytest.raises(ValueError, match="needs a document"):
        bind([])
