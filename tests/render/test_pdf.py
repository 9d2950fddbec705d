"""PDF: the pages, what a reader copies, and what the file says of itself."""

import re
import shutil
import subprocess
import sys
import zlib
from collections import Counter
from collections.abc import Iterator
from ctypes import create_string_buffer
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from sop_engine.layout.drawing import (
    Align,
    Bookmark,
    Box,
    Cell,
    Connector,
    Drawing,
    Joint,
    Label,
    Link,
    Page,
    PageKind,
    Picture,
    Shape,
    Symbol,
)
from sop_engine.layout.measure import runs_of, visible, wrap
from sop_engine.layout.sheet import lay_out
from sop_engine.pipeline import compile_path
from sop_engine.render import fonts
from sop_engine.render.options import WriteOptions
from sop_engine.render.pdf import write
from sop_engine.render.reading import in_reading_order

ROOT = Path(__file__).resolve().parent.parent.parent
FILES = sorted((ROOT / "definitions").glob("*.yaml")) + sorted((ROOT / "tests/definitions").glob("*.yaml"))
NAMES = [file.stem for file in FILES]


def sheet(name: str) -> Drawing:
    """The sheet of a definition."""
    compiled = compile_path(FILES[NAMES.index(name)])
    assert compiled.sop is not None
    assert compiled.graph is not None
    return lay_out(compiled.sop, compiled.graph, compiled.total)


def opened(drawing: Drawing, options: WriteOptions | None = None) -> pypdfium2.PdfDocument:
    """The PDF of a drawing as PDFium reads it."""
    (data,) = write(drawing, options or WriteOptions())
    return pypdfium2.PdfDocument(data)


def texts(drawing: Drawing) -> list[str]:
    """What is copied out of each page."""
    document = opened(drawing)
    found = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return found


def poppler(drawing: Drawing, folder: Path) -> str:
    """What the other reader of PDF copies, in the order of the file."""
    (folder / "x.pdf").write_bytes(write(drawing)[0])
    command = ["pdftotext", "-raw", "-enc", "UTF-8", str(folder / "x.pdf"), "-"]
    return subprocess.run(command, check=True, capture_output=True).stdout.decode()


needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")

DUMAI = """
No Urutan kegiatan
Pelaksana Kepala Bappedalitbang Sekretaris/Kabid JFP di Sekretariat Kasubbag/Kasubbid/JFP di Bidang Staff
Mutu Baku Kelengkapan Waktu Output Ket
1. Pembuatan Nota Dinas permintaan pengumpulan data Mulai Draft Nota Dinas 10 Menit Nota Dinas
2. Nota Dinas pengumpulan data dibagikan kepada seluruh Kabid Nota Dinas 10 Menit
3. Kabid dan Kasubbid/JFP di masing-masing bidang Menyusun laporan kinerja bidangnya masing-masing
SPJ Fungsional Laporan hasil kinerja dan data pendukung lain 20 Menit Laporan Kinerja Bidang
4. Hasil laporan kinerja masing-masing bidang dilaporkan kepada Kepala melalui JFP pada Sekretariat
Bappedalitbang berupa hard copy dan soft copy Laporan Kinerja Bidang 15 Menit Kertas kerja laporan TW
5. JFP di Sekretariat membuat rekapitulasi hasil laporan kinerja masing-masing bidang dan melaporkan
pada Kepala Bappedalitbang melalui Sekretaris Laporan Kinerja Bidang SPJ Fungsional 1 Jam Draft Laporan TW
6. Sekretaris menerima dan memeriksa Rekapitulasi laporan kinerja yang dibuat oleh JFP di Sekretariat
Bappedalitbang Draft Laporan TW 15 Menit Laporan TW yg telah diparaf
7. Jika laporan yang dibuat sudah benar, maka akan dilaporkan dan ditandatangani oleh Kepala Bappedalitbang
Ya Tidak Draft Laporan TW 15 Menit Laporan Kinerja yg telah ditandatangani
8. Laporan yang telah ditandatangani oleh Kepala Bappedalitbang dikirim ke Instansi terkait dan diarsipkan
Selesai Laporan Kinerja Triwulan 30 Menit Laporan TW yang telah dikirim dan diarsipkan
"""


def test_text_is_copied_in_the_order_in_which_it_is_read() -> None:
    """The whole of Dumai's sheet, every word whole."""
    (copied,) = texts(sheet("dumai"))
    assert copied.split() == DUMAI.split()


@needs_poppler
def test_another_reader_copies_the_same(tmp_path: Path) -> None:
    """Poppler follows the file's order where it is asked to."""
    assert poppler(sheet("dumai"), tmp_path).split() == DUMAI.split()


@pytest.mark.parametrize("name", NAMES)
def test_every_word_is_copied_whole(name: str) -> None:
    """As often as it is drawn, however lines break."""
    drawing = sheet(name)
    for page, copied in zip(drawing.pages, texts(drawing), strict=True):
        assert Counter(copied.split()) == Counter(drawn(page))


@needs_poppler
@pytest.mark.parametrize("name", NAMES)
def test_every_word_is_copied_whole_by_poppler(name: str, tmp_path: Path) -> None:
    """It too drops hyphens at the ends of lines, unless it is told what stands there."""
    drawing = sheet(name)
    assert Counter(poppler(drawing, tmp_path).split()) == Counter(
        word for page in drawing.pages for word in drawn(page)
    )


@pytest.mark.parametrize("name", NAMES)
def test_headings_and_rows_are_copied_one_after_another(name: str) -> None:
    """The words of each cell that stands whole on its page, in the order of the columns."""
    drawing = sheet(name)
    for page, copied in zip(drawing.pages, texts(drawing), strict=True):
        joined = " ".join(copied.split())
        at = 0
        for cell in in_reading_order(page):
            if isinstance(cell, Cell) and cell.text and not cell.again:
                words = " ".join(runs_text(cell.text).split())
                assert words in joined[at:], (cell.text, joined[at : at + 200])
                at = joined.index(words, at)


def drawn(page: Page) -> list[str]:
    """The words of a page, as they were written; those of cells that go on from another page are its lines'."""
    found = []
    for cell in page.cells:
        found += runs_text(cell.text).split() or " ".join(line.text for line in cell.lines).split()
    for item in (*page.symbols, *page.labels):
        found += " ".join(line.text for line in item.lines).split()
    return found


def runs_text(text: str) -> str:
    """A text without its markup."""
    return "".join(run.text for run in runs_of(text))


def font_names(document: pypdfium2.PdfDocument) -> Iterator[tuple[str, bool]]:
    """The font of each piece of text, and whether it is embedded."""
    for page in document:
        for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
            font = pdfium.FPDFTextObj_GetFont(item.raw)
            name = create_string_buffer(pdfium.FPDFFont_GetBaseFontName(font, None, 0))
            pdfium.FPDFFont_GetBaseFontName(font, name, len(name))
            yield name.value.decode(), bool(pdfium.FPDFFont_GetIsEmbedded(font))


@pytest.mark.parametrize("name", NAMES)
def test_every_font_is_embedded(name: str) -> None:
    """Cut down to what is used, and nothing else is named anywhere in the file."""
    (data,) = write(sheet(name))
    document = pypdfium2.PdfDocument(data)
    used = set(font_names(document))
    document.close()
    assert {embedded for _, embedded in used} == {True}
    names = {font for font, _ in used}
    assert names <= {"Arimo-Regular", "Arimo-Bold", "Arimo-Italic", "Arimo-BoldItalic"}
    assert {f"AAAAAA+{name}".encode() for name in names} == set(re.findall(rb"/BaseFont /([^\s/]+)", data))
    assert len(re.findall(rb"/FontFile2 ", data)) == len(used)
    assert b"Helvetica" not in data


def test_a_page_is_small() -> None:
    """Fonts and all, it goes with any mail."""
    assert len(write(sheet("dumai"))[0]) < 30_000


HOSTILE = (
    "</text><script>alert(1)</script>",
    "&amp; &lt; &#65; ]]> <![CDATA[",
    "a) Tj ET (b \\ \\) \\101 <d> [e] %f",
    "endstream endobj",
    "nul \x00 bell \x07 tab \t delete \x7f \ud800 \ufffe",
)


def hostile(text: str, limit: float = float("inf")) -> Drawing:
    """A drawing that has a text everywhere."""
    lines = wrap(text, 8.0, limit)
    box = Box(10, 10, 300, 400)
    base = Cell(box, 0, 0, 1, 1, text, lines, 8.0, field=text, leading=9.0, pad=3.0, middle=False)
    cells = (base, replace(base, box=Box(350, 10, 20, 900), column=1, bold=True, turned=True))
    symbol = Symbol(text, Shape.PROCESS, Box(50, 60, 40, 20), text, text, lines, 6.0, 7.0, title=text)
    connector = Connector(text, text, text, text, ((70.0, 80.0), (70.0, 100.0)))
    label = Label(text, lines, (75.0, 90.0), 7.0, 8.0, Box(75, 84, 50, 7), text, text)
    joint = Joint(text, ((90.0, 70.0), (120.0, 70.0)))
    picture = Picture(Box(200, 200, 50, 50), text.encode(errors="replace"), text, text)
    page = Page(
        1, 400, 950, cells, (symbol,), (connector,), (joint,), (label,), pictures=(picture,),
        links=(Link(box, 1), Link(box, 7), Link(box, -1)),
    )  # fmt: skip
    marks = (Bookmark(text, 1, 0), Bookmark(text, 9, 1), Bookmark(text, 1, 5))
    return Drawing(text, text, text, text, 8.0, (page,), text, marks)


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_is_drawn_and_said_as_text(text: str) -> None:
    """Never as an operator, wherever it stands."""
    document = opened(hostile(text))
    seen = " ".join(visible(text).split())
    copied = " ".join(document[0].get_textpage().get_text_bounded().split())
    assert copied == " ".join([seen] * 4)
    metadata = document.get_metadata_dict()
    assert [metadata[key] for key in ("Title", "Author", "Subject")] == [seen] * 3
    assert metadata["Keywords"] == f"SOP, Standar Operasional Prosedur, {seen}, {seen}"
    assert [(mark.level, mark.get_title()) for mark in document.get_toc()] == [(0, seen), (1, seen)]
    document.close()


@pytest.mark.parametrize(
    ("text", "copied"),
    [
        ("x 😀 漢字 y", "x 😀 漢字 y"),
        ("ka\u200bta", "kata"),
        ("e\u0301a", "éa"),
        ("Ж ½ λ", "Ж ½ λ"),
        ("W" * 500, "W" * 500),
    ],
)
def test_what_the_font_lacks_is_copied_as_it_was_written(text: str, copied: str) -> None:
    """Though a replacement is what is seen."""
    document = opened(hostile(text, 100))
    found = document[0].get_textpage().get_text_bounded().split()
    # A symbol's lines are guessed to end where words do; the cells and the label know.
    assert found[: len(copied.split())] == copied.split()
    document.close()


@given(st.text(max_size=40))
@settings(max_examples=60, deadline=None)
def test_no_text_breaks_the_file(text: str) -> None:
    """Each file has its page, and the same text the same bytes."""
    drawing = hostile(text, 60)
    (data,) = write(drawing)
    document = pypdfium2.PdfDocument(data)
    assert (len(document), document[0].get_size()) == (1, (400, 950))
    document.close()
    assert write(drawing) == (data,)


def test_pages_have_sizes_of_their_own() -> None:
    """A book holds sheets of all papers."""
    pages = tuple(
        Page(at, *size, (), kind=PageKind.COVER) for at, size in enumerate([(841.89, 595.28), (612, 1008)], 1)
    )
    document = opened(Drawing("a", "a", "a", "a", 8.0, pages))
    sizes = [tuple(round(side, 2) for side in page.get_size()) for page in document]
    assert sizes == [(841.89, 595.28), (612, 1008)]
    document.close()


def book() -> Drawing:
    """Three pages with an outline and links."""
    pages = tuple(
        Page(number, 200, 300, (), links=(Link(Box(10, 20, 100, 12), 4 - number),)) for number in (1, 2, 3)
    )
    marks = [
        ("Daftar Isi", 1, 0),
        ("SOP A", 2, 0),
        ("Identitas", 2, 1),
        ("Alur", 3, 1),
        ("Rinci", 3, 2),
        ("B", 3, 0),
    ]
    return Drawing("n", "t", "d", "a", 8.0, pages, "Badan", tuple(Bookmark(*mark) for mark in marks))


def test_the_outline_has_levels_and_leads_to_its_pages() -> None:
    """In the order of the bookmarks."""
    document = opened(book())
    found = [(mark.get_title(), mark.get_dest().get_index() + 1, mark.level) for mark in document.get_toc()]
    assert found == [(mark.title, mark.page, mark.level) for mark in book().bookmarks]
    document.close()


def test_the_outline_is_shown_where_there_is_more_than_one_line() -> None:
    """A single sheet opens without it."""
    single = replace(book(), bookmarks=book().bookmarks[:1])
    modes = []
    for drawing in (book(), single, replace(book(), bookmarks=())):
        document = opened(drawing)
        modes.append(document.get_pagemode())
        document.close()
    assert modes == [pdfium.PAGEMODE_USEOUTLINES, pdfium.PAGEMODE_USENONE, pdfium.PAGEMODE_USENONE]
    assert b"/Outlines" not in write(replace(book(), bookmarks=()))[0]


def test_links_lead_to_their_pages() -> None:
    """From the whole of their place."""
    document = opened(book())
    found = []
    for page in document:
        link = pdfium.FPDFLink_GetLinkAtPoint(page.raw, 60, 300 - 26)
        assert not pdfium.FPDFLink_GetLinkAtPoint(page.raw, 60, 300 - 40)
        target = pdfium.FPDFLink_GetDest(document.raw, link)
        found.append(pdfium.FPDFDest_GetDestPageIndex(document.raw, target) + 1)
    assert found == [3, 2, 1]
    document.close()


def test_the_file_says_what_it_is() -> None:
    """Title, author, subject, keywords, maker and language; no moment."""
    drawing = sheet("dumai")
    (data,) = write(drawing)
    document = pypdfium2.PdfDocument(data)
    assert document.get_metadata_dict() == {
        "Title": drawing.title,
        "Author": drawing.author,
        "Subject": drawing.description,
        "Keywords": f"SOP, Standar Operasional Prosedur, {drawing.name}, dumai",
        "Creator": "sop_engine",
        "Producer": "sop_engine, ReportLab",
        "CreationDate": "",
        "ModDate": "",
    }
    document.close()
    assert b"/Lang (id)" in data
    assert b"/DisplayDocTitle true" in data
    assert b"Date" not in data


@pytest.mark.parametrize(
    ("moment", "stamp"),
    [
        (datetime(2023, 1, 2, 8, 9, 10, tzinfo=timezone(timedelta(hours=7))), "D:20230102080910+07'00'"),
        (datetime(2023, 1, 2, 8, 9, 10, tzinfo=timezone(-timedelta(hours=3.5))), "D:20230102080910-03'30'"),
        (datetime(2023, 1, 2, tzinfo=UTC), "D:20230102000000+00'00'"),
        (datetime(2023, 1, 2, 8, 9, 10), "D:20230102080910"),  # noqa: DTZ001 - nothing is said of its zone
    ],
)
def test_a_moment_is_named_where_it_is_asked_for(moment: datetime, stamp: str) -> None:
    """With the offset of its zone."""
    document = opened(book(), WriteOptions(created=moment))
    metadata = document.get_metadata_dict()
    assert (metadata["CreationDate"], metadata["ModDate"]) == (stamp, stamp)
    document.close()


def test_the_same_sop_gives_the_same_bytes_in_any_process(tmp_path: Path) -> None:
    """Whatever the seed of hashes, the locale, the folder of fonts, or a moment that the environment names."""
    code = (
        "import sys; from pathlib import Path; from sop_engine.pipeline import compile_path;"
        "from sop_engine.layout.sheet import lay_out; from sop_engine.render.pdf import write;"
        "from sop_engine.render.options import WriteOptions;"
        "c = compile_path(Path(sys.argv[1]));"
        "o = WriteOptions(fonts=Path(sys.argv[2]) if sys.argv[2] else None);"
        "sys.stdout.buffer.write(write(lay_out(c.sop, c.graph, c.total), o)[0])"
    )
    file = ROOT / "tests" / "definitions" / "perizinan.yaml"
    plain = {"PYTHONPATH": str(ROOT), "SYSTEMROOT": "C:\\Windows"}
    shown = {
        subprocess.run(
            [sys.executable, "-c", code, str(file), folder],
            check=True,
            capture_output=True,
            cwd=where,
            env=plain | more,
        ).stdout
        for folder, where, more in (
            ("", ROOT, {"PYTHONHASHSEED": "1", "LC_ALL": "C"}),
            (str(tmp_path / "new"), tmp_path, {"PYTHONHASHSEED": "2", "LC_ALL": "id_ID.UTF-8"}),
            (str(tmp_path / "new"), ROOT, {"PYTHONHASHSEED": "3", "SOURCE_DATE_EPOCH": "1"}),
        )
    }
    assert shown == {write(sheet("perizinan"))[0]}


def test_other_content_has_another_id() -> None:
    """By which programs tell files apart."""
    found = [re.search(rb"/ID\s+\[<(\w+)><(\w+)>\]", write(sheet(name))[0]) for name in ("dumai", "tapin")]
    first, second = (match.groups() for match in found if match)
    assert first[0] == first[1] != second[0]


def content(drawing: Drawing, options: WriteOptions | None = None) -> list[str]:
    """The operators of each page."""
    (data,) = write(drawing, options or WriteOptions())
    streams = re.findall(rb"stream\r?\n(.*?)endstream", data, re.DOTALL)
    unpacked = []
    for stream in streams:
        try:
            unpacked.append(zlib.decompress(stream).decode("latin-1"))
        except zlib.error:
            continue
    return [stream for stream in unpacked if "\nBT\n" in stream]


def shapes() -> Drawing:
    """One of everything that is drawn by lines."""
    spare = Symbol("1", Shape.START, Box(10, 10, 40, 20), "1", "a", (), 6.0, 7.0)
    symbols = (
        spare,
        replace(spare, shape=Shape.PROCESS, box=Box(60, 10, 40, 20)),
        replace(spare, shape=Shape.DECISION, box=Box(110, 10, 40, 20), inferred=True),
        replace(spare, shape=Shape.OFFPAGE, box=Box(160, 10, 20, 20)),
    )
    connector = Connector("1", "2", "", "sequence", ((50.0, 20.0), (60.0, 20.0)), inferred=True)
    cell = Cell(Box(10, 50, 100, 20), 0, 0, 1, 1, "", (), 8.0, fill=0.92, inferred=True)
    rules = (((10.0, 50.0), (110.0, 50.0)), ((80.0, 0.0), (80.0, 100.0)))
    label = Label("Ya", wrap("Ya", 7.0, 50), (78.0, 60.0), 7.0, 8.0, Box(78, 54, 9, 7), "1", "2")
    joint = Joint("1", ((100.0, 20.0), (110.0, 20.0)))
    page = Page(1, 200, 100, (cell,), symbols, (connector,), (joint,), (label,), rules)
    return Drawing("a", "a", "a", "a", 8.0, (page,))


LINES = """0.92 g 10 30 100 20 re f
0 g 0 G 4 M 0.5 w 2 J
10 50 m 110 50 l 80 100 m 80 0 l S
0 J
1 g 78 39 9 7 re f
0.9 w
100 80 m 110 80 l S
50 80 m 60 80 l S
0 g
60 80 m 54.8 82 l 54.8 78 l h f
1 g
20 90 m 40 90 l 45.52 90 50 85.52 50 80 c 50 80 l 50 74.48 45.52 70 40 70 c 20 70 l 14.48 70 10 74.48 10 80 c 10 80 l 10 85.52 14.48 90 20 90 c h B
60 70 40 20 re B
130 90 m 150 80 l 130 70 l 110 80 l h B
160 90 m 180 90 l 180 78.4 l 170 70 l 160 78.4 l h B
0 g
BT
"""


def test_lines_are_drawn_from_the_ground_up() -> None:
    """Fills, rules, what interrupts them, joints, arrows with their heads, symbols, then all text."""
    (found,) = content(shapes())
    assert found.startswith(LINES)


def test_what_is_inferred_is_dashed_where_it_is_asked_for() -> None:
    """Symbols and connectors in their own strokes, cells by a grey frame within their borders."""
    (plain,) = content(shapes())
    (marked,) = content(shapes(), WriteOptions(mark_inferred=True))
    assert [line for line in marked.splitlines() if line not in plain.splitlines()] == [
        "0.4 G 0.6 w [3 2] 0 d 11.5 31.5 97 17 re S 0 G [] 0 d",
        "[3 2] 0 d 50 80 m 60 80 l S [] 0 d",
        "[3 2] 0 d 130 90 m 150 80 l 130 70 l 110 80 l h B [] 0 d",
    ]


def test_text_stands_where_the_layout_puts_it() -> None:
    """By its baseline; grey, bold, right and turned where it is."""
    lines = wrap("Ya", 10.0, 50)
    base = Cell(Box(10, 10, 100, 20), 0, 0, 1, 1, "Ya", lines, 10.0, leading=12.0, pad=3.0)
    cells = (
        base,
        replace(base, box=Box(10, 40, 100, 20), align=Align.RIGHT, grey=0.45),
        replace(base, box=Box(120, 10, 20, 80), turned=True, bold=True),
    )
    (found,) = content(Drawing("a", "a", "a", "a", 10.0, (Page(1, 200, 100, cells),)))
    assert found.split("BT\n")[1] == (
        "0 g\n1 0 0 1 13 76.53 Tm\n/F1+0 10 Tf\n(\x01\x02 ) Tj\n"
        "0.45 g\n1 0 0 1 94.77 46.53 Tm\n(\x01\x02 ) Tj\n"
        "0 g\n0 1 -1 0 133.47 43.88 Tm\n/F2+0 10 Tf\n(\x01\x02 ) Tj\nET\n"
    )


WHITE = {"1": 1, "L": 255, "LA": (255, 255), "P": 1, "RGB": (255,) * 3, "RGBA": (255,) * 4, "I;16": 65535}
BLACK = {"LA": (0, 255), "RGB": (0,) * 3, "RGBA": (0, 0, 0, 255), "CMYK": (0, 0, 0, 255)}


def picture(mode: str, form: str, size: tuple[int, int] = (30, 20), **saved: object) -> bytes:
    """The file of a picture, its left half bright and its right half dark."""
    file = BytesIO()
    image = Image.new(mode, size, BLACK.get(mode, 0))
    if mode == "P":
        image.putpalette([0, 0, 0, 255, 255, 255])
    image.paste(Image.new(mode, (size[0] // 2, size[1]), WHITE.get(mode, (0,) * 4)), (0, 0))
    image.save(file, form, **saved)
    return file.getvalue()


def pictured(*files: bytes) -> Drawing:
    """A page of pictures side by side."""
    pictures = tuple(
        Picture(Box(10 + 40 * at, 10, 30, 20), file, "image/png", "Logo") for at, file in enumerate(files)
    )
    return Drawing("a", "a", "a", "a", 8.0, (Page(1, 500, 40, (), pictures=pictures),))


@pytest.mark.parametrize(
    "data",
    [
        *(picture(mode, "PNG") for mode in ("1", "L", "LA", "P", "RGB", "RGBA", "I;16")),
        *(picture(mode, "JPEG") for mode in ("L", "RGB", "CMYK")),
        picture("RGB", "JPEG", (3000, 2000), quality=30),
        picture("L", "PNG", (3000, 2000)),
    ],
)
def test_pictures_of_all_kinds_are_drawn(data: bytes) -> None:
    """In their place and their proportions."""
    document = opened(pictured(data))
    image = document[0].render(scale=4).to_pil().convert("L")
    document.close()
    corners = [
        (10.5, 10.5),
        (10.5, 29.5),
        (24, 20),
        (26, 20),
        (39.5, 29.5),
        (40.5, 20),
        (9.5, 20),
        (20, 30.5),
    ]
    bright = [image.getpixel((int(4 * x), int(4 * y))) > 127 for x, y in corners]
    assert bright == [True, True, True, False, False, True, True, True]


def test_greys_of_sixteen_bits_keep_their_brightness() -> None:
    """A quarter of white stays one."""
    file, image = BytesIO(), Image.new("I;16", (30, 20), 0x4000)
    image.save(file, "PNG")
    document = opened(pictured(file.getvalue()))
    assert document[0].render(scale=4).to_pil().convert("L").getpixel((100, 80)) == 0x40
    document.close()


def test_what_is_transparent_shows_the_paper() -> None:
    """Also in a picture with one transparent colour."""
    clear = BytesIO()
    Image.new("RGBA", (30, 20), (0, 0, 0, 0)).save(clear, "PNG")
    keyed = picture("P", "PNG", transparency=0)
    document = opened(pictured(clear.getvalue(), keyed))
    image = document[0].render(scale=4).to_pil().convert("L")
    document.close()
    assert image.getextrema() == (255, 255)


def test_a_picture_that_is_finer_than_print_is_made_smaller() -> None:
    """A logo of many millions of pixels does not make a large file."""
    noisy = BytesIO()
    Image.effect_noise((2000, 2000), 90).save(noisy, "PNG")
    assert len(noisy.getvalue()) > 2_000_000
    assert len(write(pictured(noisy.getvalue()))[0]) < 100_000


def test_a_jpeg_stands_in_the_file_as_it_came() -> None:
    """No loss by packing it twice; and once, however often it is drawn."""
    data = picture("RGB", "JPEG")
    drawing = pictured(data)
    pages = (drawing.pages[0], replace(drawing.pages[0], number=2))
    (found,) = write(replace(drawing, pages=pages))
    assert found.count(data) == 1


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no picture",
        picture("RGB", "PNG")[:60],
        picture("RGB", "JPEG")[:200],
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x01\x86\xa0\x00\x01\x86\xa0\x08\x00\x00\x00\x00",
        picture("RGB", "GIF"),
    ],
)
def test_a_broken_picture_is_a_crossed_box(data: bytes) -> None:
    """The page is drawn all the same."""
    (found,) = content(pictured(data))
    assert "q 0.6 G 0.5 w 10 10 30 20 re 10 10 m 40 30 l 10 30 m 40 10 l S Q\n" in found
    assert " Do " not in found


def test_it_is_written_with_whatever_font_there_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """With reportlab's own as the last: wider letters are squeezed into the room of a line."""
    fonts._font.cache_clear()
    monkeypatch.setitem(sys.modules, "sop_engine.render.instancing", None)
    monkeypatch.setattr(fonts, "_FOLDERS", ())
    try:
        drawing = sheet("dumai")
        document = opened(drawing)
        assert {font for font, _ in font_names(document)} == {
            "BitstreamVeraSans-Roman",
            "BitstreamVeraSans-Bold",
            "BitstreamVeraSans-Oblique",
        }
        assert {embedded for _, embedded in font_names(document)} == {True}
        page = document[0].get_textpage()
        assert page.get_text_bounded().split() == DUMAI.split()
        document.close()
    finally:
        fonts._font.cache_clear()
