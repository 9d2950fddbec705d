"""The whole document: its pages, what stands in their margins, its cover and its outline."""

from pathlib import Path
from typing import Any

import pytest

from sop_engine.errors import UsageError
from sop_engine.layout.audit import INVARIANTS, audit
from sop_engine.layout.document import DocumentOptions, lay_out_document
from sop_engine.layout.drawing import Bookmark, Cell, Drawing, Page, PageKind
from sop_engine.layout.furniture import COUNT, FOOT, STATUS
from sop_engine.layout.papers import PAPERS
from sop_engine.layout.sheet import SheetOptions, lay_out
from sop_engine.layout.style import Style
from sop_engine.pipeline import compile_path
from tests.layout.documents import LOGO, collisions, document_of, shown, wrongly_measured

ROOT = Path(__file__).resolve().parent.parent.parent
FILES = sorted([*(ROOT / "definitions").glob("*.yaml"), *(ROOT / "tests" / "definitions").glob("*.yaml")])
MARGIN = {FOOT, COUNT, STATUS}


def drawn(file: Path, options: DocumentOptions | None = None) -> tuple[Drawing, Drawing]:
    """The document of a definition, and its sheet alone."""
    options = options or DocumentOptions()
    compiled = compile_path(file)
    assert compiled.sop is not None
    assert compiled.graph is not None
    sheet = lay_out(compiled.sop, compiled.graph, compiled.total, options.sheet)
    return lay_out_document(compiled.sop, compiled.graph, compiled.total, options), sheet


def margins(page: Page) -> list[Cell]:
    """What stands in the margins of a page."""
    return [cell for cell in page.cells if cell.row is None and cell.field in MARGIN]


@pytest.mark.parametrize("paper", [None, *PAPERS])
@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_every_document_is_sound(file: Path, paper: str | None) -> None:
    """Cover, identity and sheet of one paper; the sheet is the one that is drawn alone."""
    options = DocumentOptions(SheetOptions(paper), cover=True, logo=LOGO)
    document, sheet = drawn(file, options)
    found = audit(document)
    assert (found.counts, found.faults) == (dict.fromkeys(INVARIANTS, 0), ())
    assert [cell for page in document.pages for cell in wrongly_measured(page)] == []
    assert [page.kind for page in document.pages] == [
        PageKind.COVER,
        PageKind.IDENTITY,
        *([PageKind.FLOWCHART] * len(sheet.pages)),
    ]
    assert [page.number for page in document.pages] == [*range(1, len(document.pages) + 1)]
    assert {(page.width, page.height) for page in document.pages} == {
        (sheet.pages[0].width, sheet.pages[0].height)
    }
    for page, alone in zip(document.pages[2:], sheet.pages, strict=True):
        assert page.cells[: len(alone.cells)] == alone.cells
        assert (page.symbols, page.connectors, page.labels) == (alone.symbols, alone.connectors, alone.labels)
    assert drawn(file, options)[0] == document


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_margins_never_meet_the_table(file: Path) -> None:
    """Foot and number stand below the lower margin, the status above the upper one, and none on another."""
    for page in drawn(file)[0].pages:
        assert list(collisions(page)) == [] or page.kind is PageKind.FLOWCHART
        found = margins(page)
        assert [cell.field for cell in found if cell.field != STATUS] == [FOOT, COUNT]
        for cell in found:
            margin = Style().margin
            inside = cell.box.bottom < margin if cell.field == STATUS else cell.box.y > page.height - margin
            assert inside
            assert 0 <= cell.box.y < cell.box.bottom <= page.height
            assert cell.grey > 0


def test_each_page_has_its_foot() -> None:
    """Name and number at the left, the page at the right; the cover has none."""
    document = document_of({"nama": "Uji", "nomor": "01/SOP"}, DocumentOptions(cover=True))
    assert [[cell.text for cell in margins(page)] for page in document.pages] == [
        [],
        ["Uji · 01/SOP", "halaman 2 dari 3"],
        ["Uji · 01/SOP", "halaman 3 dari 3"],
    ]
    assert shown(list(document_of({"nama": "Uji"}).pages), FOOT) == ["Uji", "Uji"]
    slanted = document_of({"nama": "Uji _soft copy_ a_b_ _ c_"})
    assert [margins(page)[0].text for page in slanted.pages] == ["Uji _soft copy_ a_b_ _ c_"] * 2
    assert audit(slanted).faults == ()


def test_a_long_foot_is_cut_at_a_word() -> None:
    """It ends in an ellipsis and never reaches the page's number."""
    document = document_of({"nama": "kata " * 300})
    for page in document.pages:
        foot, count = margins(page)
        assert foot.text.endswith("kata…")
        assert foot.lines[0].width < foot.box.width
        assert foot.box.right <= count.box.x + 0.02
    assert audit(document_of({"nama": "k" * 3000})).counts["text-clipped"] == 0


@pytest.mark.parametrize(
    ("status", "words"), [("konsep", "KONSEP"), ("dicabut", "DICABUT"), ("berlaku", None), (None, "KONSEP")]
)
def test_what_is_not_in_force_says_so(status: str | None, words: str | None) -> None:
    """On every page, in small grey letters."""
    document = document_of({}, DocumentOptions(cover=True), status=status)
    for page in document.pages:
        stamps = [cell for cell in page.cells if cell.field == STATUS]
        assert [cell.text for cell in stamps] == ([words] if words else [])
        assert all(cell.size <= 8 and cell.grey >= 0.4 for cell in stamps)


def test_the_outline_names_the_parts() -> None:
    """The SOP's name without markup, then its parts; title, author and description too."""
    document = document_of({"nama": "Uji _soft\u00ad copy_"}, DocumentOptions(cover=True))
    assert document.bookmarks == (
        Bookmark("Uji soft copy", 1, 0),
        Bookmark("Bagian Identitas", 2, 1),
        Bookmark("Bagian Flowchart", 3, 1),
    )
    said = (document.name, document.title, document.author, document.agency)
    assert said == ("Uji soft copy", "SOP Uji soft copy", "Dinas Uji", "uji")
    assert document.description == (
        "Bagian Identitas dan Bagian Flowchart: 2 kegiatan, 1 pelaksana (Staf), 3 halaman."
    )
    assert [mark.page for mark in document_of({}).bookmarks] == [1, 1, 2]


def cover(identitas: dict[str, Any], **rest: Any) -> list[tuple[str, str]]:
    """Field and text of what a cover says."""
    page = document_of(identitas, DocumentOptions(cover=True, logo=LOGO), **rest).pages[0]
    assert page.kind is PageKind.COVER
    assert len(page.pictures) == 1
    return [(cell.field, cell.text) for cell in page.cells]


def test_a_cover_says_what_it_must() -> None:
    """Title, agency and year; number and kind where they are known and not said twice."""
    assert cover(
        {"nama": "Pengumpulan Data", "nomor": "01/SOP", "tanggal_efektif": "2024-02-26"},
        instansi={"pemerintah": "Pemerintah Kota Uji", "unit": "Sekretariat"},
    ) == [
        ("instansi.pemerintah", "Pemerintah Kota Uji"),
        ("instansi.nama", "Dinas Uji"),
        ("instansi.unit", "Sekretariat"),
        ("jenis", "Standar Operasional Prosedur"),
        ("judul", "Pengumpulan Data"),
        ("keterangan", "Nomor 01/SOP"),
        ("tahun", "2024"),
    ]
    assert cover({"nama": "Standar Operasional Prosedur Uji", "tanggal_pembuatan": "2023-01-02"}) == [
        ("instansi.nama", "Dinas Uji"),
        ("judul", "Standar Operasional Prosedur Uji"),
        ("tahun", "2023"),
    ]
    assert cover({}) == [
        ("instansi.nama", "Dinas Uji"),
        ("jenis", "Standar Operasional Prosedur"),
        ("judul", "Uji"),
    ]


@pytest.mark.parametrize("text", ["kata " * 1000, "x" * 5000, "\n".join("baris" for _ in range(60))])
def test_a_cover_holds_any_text(text: str) -> None:
    """Its parts become smaller and stay apart."""
    document = document_of(
        {"nama": text, "nomor": text, "tanggal_efektif": "2024-02-26"},
        DocumentOptions(cover=True, logo=LOGO),
        instansi={"nama": text, "pemerintah": text, "unit": text},
    )
    page = document.pages[0]
    assert audit(document).faults == ()
    assert list(collisions(page)) == []
    (picture,) = page.pictures
    assert all(cell.box.y >= picture.box.bottom for cell in page.cells if cell.field.startswith("instansi"))


def test_papers_and_sizes_are_asked_for() -> None:
    """The option wins over the definition; what cannot be printed is refused."""
    f4 = document_of({}, tampilan={"kertas": "F4"})
    assert {page.width for page in f4.pages} == {PAPERS["F4"].width}
    legal = document_of({}, DocumentOptions(SheetOptions("legal")), tampilan={"kertas": "F4"})
    assert {page.width for page in legal.pages} == {PAPERS["Legal"].width}
    large = document_of({"nomor": "1"}, DocumentOptions(SheetOptions(font_size=13)))
    assert {cell.size for cell in large.pages[0].cells if cell.field == "identitas.nomor"} == {13}
    for options in (SheetOptions("A3"), SheetOptions(font_size=40)):
        with pytest.raises(UsageError):
            document_of({}, DocumentOptions(options))
