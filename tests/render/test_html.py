"""HTML: a table that can be followed by ear, cells in their places, nothing that needs another file."""

import re
from dataclasses import replace

import pytest

from sop_engine.layout.document import DocumentOptions
from sop_engine.layout.drawing import (
    Bookmark,
    Box,
    Cell,
    Drawing,
    Link,
    Page,
    PageKind,
)
from sop_engine.layout.measure import runs_of, visible, wrap
from sop_engine.reading.logo import Logo
from sop_engine.render.html import write
from sop_engine.render.options import WriteOptions
from sop_engine.render.svg import INFERRED_NOTE
from tests.render.sheets import ALL, document, hostile_drawing, sheet, written_elsewhere
from tests.render.tree import Element, grid, parsed

UNSEEN = frozenset({"v", "o"})
MARKED = WriteOptions(mark_inferred=True)


def html(drawing: Drawing, options: WriteOptions | None = None) -> Element:
    """The parsed file of a drawing."""
    (text,) = write(drawing, options or WriteOptions())
    assert text.startswith("<!DOCTYPE html>\n")
    assert text.endswith("</html>\n")
    return parsed(text)


def one(root: Element, tag: str, **attributes: str) -> Element:
    """The only element of a kind with some attributes."""
    (found,) = [
        element
        for element in root.all(tag)
        if all(element.get(name) == value for name, value in attributes.items())
    ]
    return found


def style(root: Element) -> str:
    """The style sheet."""
    return one(root, "style").text()


def said(cell: Element) -> list[str]:
    """What a screen reader hears in a cell, sentence by sentence."""
    return [span.text() for span in cell.all("span") if "v" in span.classes]


@pytest.mark.parametrize("name", ALL)
def test_the_file_needs_no_other_and_runs_nothing(name: str) -> None:
    """Its own policy forbids it, there is no script, and what is linked stands in the file."""
    root = html(document(name, DocumentOptions(cover=True)))
    assert one(root, "meta", **{"http-equiv": "Content-Security-Policy"}).get("content") == (
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
    )
    assert {element.tag for element in root.all()} <= {
        "html", "head", "meta", "title", "style", "body", "input", "header", "h1", "h2", "p", "label", "details",
        "summary", "ul", "li", "a", "main", "section", "table", "caption", "colgroup", "thead", "tbody", "tfoot",
        "tr", "th", "td", "span", "b", "i", "br", "img", "svg", "g", "rect", "path", "polygon", "text", "tspan",
    }  # fmt: skip
    assert not [name for element in root.all() for name in element.attributes if name.startswith("on")]
    assert not re.search(r"url\(|@import|https?:", style(root))
    ids = [element.get("id") for element in root.all() if element.get("id")]
    assert len(ids) == len(set(ids))
    links = {element.get("href") for element in root.all("a")}
    assert links
    assert links <= {f"#{name}" for name in ids}


def test_the_head_says_what_the_file_is() -> None:
    """Language, title, words on it, its author, and a width that suits a phone."""
    drawing = sheet("dumai")
    root = html(drawing)
    assert root.get("lang") == "id"
    assert one(root, "title").text() == drawing.title
    assert {meta.get("name"): meta.get("content") for meta in root.all("meta") if meta.get("name")} == {
        "viewport": "width=device-width, initial-scale=1",
        "format-detection": "telephone=no",
        "description": drawing.description,
        "author": "Badan Perencanaan Pembangunan Daerah Penelitian dan Pengembangan Kota Dumai",
    }
    assert one(root, "h1").text() == drawing.title


def cells_of(page: Page) -> dict[tuple[int, int], Cell]:
    """The cells of a page's table by every place that they span, rows counted from the first."""
    within = [cell for cell in page.cells if cell.row is not None and cell.column is not None]
    rows = sorted({cell.row for cell in within})
    return {
        (rows.index(cell.row) + down, (cell.column or 0) + right): cell
        for cell in within
        for down in range(cell.rows)
        for right in range(cell.columns)
    }


def places_of(table: Element) -> dict[tuple[int, int], Element]:
    """The cells of a table by every place that they span."""
    return {
        (row, column): cell
        for row, cells in enumerate(grid(table))
        for column, cell in enumerate(cells)
        if cell is not None
    }


@pytest.mark.parametrize("name", ALL)
def test_the_table_holds_every_cell_in_its_row_and_column(name: str) -> None:
    """No place is empty, none is taken twice, and each cell has the lines that the sheet has."""
    for drawing in (sheet(name), document(name)):
        root = html(drawing)
        for page, section in zip(drawing.pages, root.all("section"), strict=True):
            tables = list(section.all("table"))
            expected = cells_of(page)
            assert len(tables) == bool(expected)
            for table in tables:
                found = places_of(table)
                assert found.keys() == expected.keys()
                for place, cell in found.items():
                    lines = [line.text for line in expected[place].lines]
                    shown = cell.text(without=UNSEEN)
                    assert shown == "\n".join(lines)


@pytest.mark.parametrize("name", ALL)
def test_every_kegiatan_is_said_once(name: str) -> None:
    """Neither the drawing nor what is said of the flow repeats it."""
    drawing = sheet(name)
    expected = [
        " ".join("".join(run.text for run in runs_of(cell.text)).split())
        for page in drawing.pages
        for cell in page.cells
        if cell.field == "uraian" and cell.row is not None and cell.row >= 0
    ]
    main = one(html(drawing), "main")
    cells = [cell for cell in main.all("td") if "u" in cell.classes]
    assert [" ".join(cell.text().split()) for cell in cells] == expected
    others = " ".join(cell.text() for cell in main.all("td") if "u" not in cell.classes)
    others += " ".join(drawn.text() for drawn in main.all("svg"))
    assert not [words for words in expected if words in " ".join(others.split())]


def test_headings_name_the_columns_and_rows_that_they_head() -> None:
    """Groups of columns, headings over one or several, and each row's number."""
    root = html(sheet("dumai"))
    table = one(root, "table")
    assert [int(group.get("span")) for group in table.all("colgroup")] == [1, 1, 5, 3, 1]
    headings = [cell for row in one(table, "thead").all("tr") for cell in row.elements]
    assert [
        (cell.text().split()[0], cell.tag, cell.get("scope"), cell.get("colspan")) for cell in headings
    ] == [
        ("No", "th", "col", ""),
        ("Urutan", "th", "col", ""),
        ("Pelaksana", "th", "colgroup", "5"),
        ("Mutu", "th", "colgroup", "3"),
        ("Ket", "th", "col", ""),
        ("Kepala", "th", "col", ""),
        ("Sekretaris/", "th", "col", ""),
        ("JFP", "th", "col", ""),
        ("Kasubbag/", "th", "col", ""),
        ("Staff", "th", "col", ""),
        ("Kelengkapan", "th", "col", ""),
        ("Waktu", "th", "col", ""),
        ("Output", "th", "col", ""),
    ]
    rows = [row.elements for row in one(table, "tbody").all("tr")]
    assert [(row[0].tag, row[0].get("scope"), row[0].text()) for row in rows] == [
        ("th", "row", f"{number}.") for number in range(1, 9)
    ]
    assert {cell.tag for row in rows for cell in row[1:]} == {"td"}
    assert one(table, "caption").text() == "SOP Pengumpulan dan Pelaporan Data Kinerja: Bagian Flowchart"


ROLES = {
    "table": {"table"}, "thead": {"rowgroup"}, "tbody": {"rowgroup"}, "tfoot": {"rowgroup"}, "tr": {"row"},
    "td": {"cell"}, "th": {"columnheader", "rowheader"},
}  # fmt: skip


@pytest.mark.parametrize("name", ALL)
def test_roles_are_written_out(name: str) -> None:
    """Browsers forget that a table is one when its cells are placed one by one."""
    for element in html(document(name)).all():
        if element.tag in ROLES:
            assert element.get("role") in ROLES[element.tag]


def test_lanes_say_what_stands_there_and_where_the_flow_goes() -> None:
    """Branches by their words, ways back as such, real ends on other pages, joint steps, several at once."""
    root = html(sheet("perizinan"))
    told = {
        (row.get("id"), cell.elements[0].text(), sentence)
        for row in root.all("tr")
        for cell in row.elements
        if "s" in cell.classes
        for sentence in said(cell)
    }
    other = "Belum lengkap ke kegiatan 4. Bukan kewenangan ke Selesai."
    tech = "Tim Teknis"
    head = "Kepala Bidang Pelayanan Perizinan"
    assert told == {
        ("kegiatan-1", "Pemohon", "Mulai (daring). Lanjut ke kegiatan 3."),
        ("kegiatan-2", "Pemohon", "Mulai (loket). Lanjut ke kegiatan 3."),
        (
            "kegiatan-3",
            "Petugas Loket",
            f"Keputusan: Lengkap? Lengkap ke kegiatan 5. {other}",
        ),
        ("kegiatan-4", "Petugas Loket", "Selesai."),
        (
            "kegiatan-5",
            "Verifikator",
            "Keputusan. Teknis ke kegiatan 6. Administratif ke kegiatan 10, halaman 2.",
        ),
        ("kegiatan-6", head, "Proses. Bersamaan ke kegiatan 7 dan ke kegiatan 8, halaman 2."),
        ("kegiatan-7", "Pemohon", f"Proses (bersama {tech}). Lanjut ke kegiatan 9, halaman 2."),
        ("kegiatan-7", tech, "Proses (bersama Pemohon)."),
        ("kegiatan-8", "Verifikator", "Proses. Lanjut ke kegiatan 9."),
        (
            "kegiatan-9",
            tech,
            "Keputusan: Memenuhi? Memenuhi ke kegiatan 10. Tidak memenuhi ke kegiatan 13.",
        ),
        ("kegiatan-10", "Verifikator", "Proses. Lanjut ke kegiatan 11."),
        ("kegiatan-11", head, "Keputusan: Sesuai? Ya ke kegiatan 12. Tidak kembali ke kegiatan 10."),
        (
            "kegiatan-12",
            "Kepala Dinas",
            "Keputusan: Setuju? Disetujui ke kegiatan 14. Ditolak ke kegiatan 13.",
        ),
        ("kegiatan-13", head, "Selesai."),
        ("kegiatan-14", "Petugas Loket", "Selesai."),
    }
    links = [link for link in root.all("a") if link.get("href").startswith("#kegiatan-")]
    assert all(link.get("href") == f"#{link.text().replace(' ', '-')}" for link in links)


def test_capsules_beside_a_step_are_told_with_it() -> None:
    """An added start is named before its step, an added end as where the flow goes."""
    lanes = [cell for cell in html(sheet("pengadaan")).all("td") if "s" in cell.classes]
    assert said(lanes[0]) == ["Mulai. Proses. Bersamaan ke kegiatan 2 dan ke kegiatan 3."]
    assert said(lanes[-1]) == ["Proses. Lanjut ke Selesai."]


def test_a_shared_time_spans_its_rows_and_cards_say_whose_it_is() -> None:
    """The second row has no cell of its own for it."""
    rows = {row.get("id"): row for row in html(sheet("perizinan")).all("tr")}
    (shared,) = [cell for cell in rows["kegiatan-10"].elements if cell.get("rowspan")]
    assert (shared.get("rowspan"), shared.text()) == ("2", "setengah jam")
    assert rows["kegiatan-11"].get("data-waktu") == "bersama kegiatan 10"
    assert not rows["kegiatan-10"].get("data-waktu")


def test_the_total_closes_the_table_and_notes_follow_it() -> None:
    """A foot with its own heading; notes are paragraphs behind the table."""
    section = list(html(sheet("pengadaan")).all("section"))[-1]
    foot = one(section, "tfoot")
    assert [(cell.tag, cell.get("scope")) for cell in one(foot, "tr").elements] == [("th", "row"), ("td", "")]
    assert one(foot, "th").text() == "Jumlah"
    tags = [child.tag for child in section.elements]
    assert tags == ["table", "p", "p", "svg"]
    assert one(section, "svg").get("aria-hidden") == "true"


def numbers(text: str) -> dict[str, float]:
    """The custom properties that declarations set."""
    return {name: float(value) for name, value in re.findall(r"--(\w+):([-\d.]+)", text)}


@pytest.mark.parametrize("name", ALL)
def test_every_cell_is_placed_as_the_drawing_has_it(name: str) -> None:
    """Place, size, leading and lines, put together from the page, the column, the row and the cell."""
    drawing = document(name)
    root = html(drawing)
    columns = {
        (scope, column): numbers(rest)
        for scope, column, rest in re.findall(r"\.(t\d+) \.(c\d+)\{([^}]*)\}", style(root))
    }
    for page, section in zip(drawing.pages, root.all("section"), strict=True):
        usual = numbers(section.get("style"))
        cells = cells_of(page)
        seen: set[int] = set()
        for table in section.all("table"):
            bands = [numbers(row.get("style")) for row in table.all("tr")]
            for (row, column), element in places_of(table).items():
                if id(element) in seen:
                    continue
                seen.add(id(element))
                cell, found = cells[row, column], usual | bands[row]
                for name_of_class in element.classes:
                    found |= columns.get((table.classes[0], name_of_class), {})
                found |= numbers(element.get("style"))
                box = cell.box
                assert [found[one] for one in "xywh"] == [box.x, box.y, box.width, box.height]
                if cell.lines:
                    expected = [cell.size, cell.leading, cell.pad]
                    assert [found[one] for one in "flp"] == pytest.approx(expected, abs=0.006)
                    assert ("t" in element.classes) is not cell.middle
                    assert found.get("n", 1) == (len(cell.lines) if cell.middle else 1)


def test_pages_of_one_size_and_of_several() -> None:
    """Each page asks for its own paper; where all are alike the file does, too."""
    alike = sheet("perizinan")
    assert re.findall(r"@page[^{]*\{[^}]*\}", style(html(alike))) == [
        "@page k841-89x595-28{size:841.89pt 595.28pt;margin:0}",
        "@page{size:841.89pt 595.28pt;margin:0}",
    ]
    wide = replace(alike.pages[1], width=935.43, height=609.45)
    mixed = html(replace(alike, pages=(alike.pages[0], wide)))
    assert re.findall(r"@page[^{]*\{[^}]*\}", style(mixed)) == [
        "@page k841-89x595-28{size:841.89pt 595.28pt;margin:0}",
        "@page k935-43x609-45{size:935.43pt 609.45pt;margin:0}",
    ]
    assert [section.classes for section in mixed.all("section")] == [
        ["page", "k841-89x595-28"],
        ["page", "k935-43x609-45"],
    ]


def test_a_row_that_goes_on_is_one_row_in_two_parts() -> None:
    """Its place is named once, and who begins to read on the second page hears its number."""
    long = " ".join(f"kata{number}" for number in range(900))
    drawing = sheet("dumai", ("Nota Dinas pengumpulan data dibagikan kepada seluruh Kabid", long))
    root = html(drawing)
    assert len(drawing.pages) > 1
    parts = [
        row for row in root.all("tr") if any(re.search(r"\bkata\d", cell.text()) for cell in row.elements)
    ]
    assert len(parts) > 1
    assert [row.get("id") for row in parts] == ["kegiatan-2", *[""] * (len(parts) - 1)]
    assert all(row.elements[0].text().startswith("2") for row in parts)
    words = " ".join(cell.text() for row in parts for cell in row.elements if "u" in cell.classes)
    assert [word for word in words.split() if word.startswith("kata")] == long.split()


HOSTILE = (
    "</td></style></title><script>alert(1)</script>",
    "&amp; &lt; &#65; ]]> <!-- <![CDATA[",
    "a \"b\" 'c' <d onclick=x> {x:y} \\ ; }",
    "مرحبا \u202eabc é 👩\u200d👩\u200d👧",
    "nul \x00 bell \x07 tab \t delete \x7f \ud800 \ufffe",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_is_written_as_text(text: str) -> None:
    """In cells, headings, names of roles, words of branches, titles and the style sheet."""
    plain = html(hostile_drawing("a"))
    root = html(hostile_drawing(text))
    tags = sorted(element.tag for element in root.all() if element.tag not in {"bdi", "br"})
    assert tags == sorted(element.tag for element in plain.all())
    seen = visible(text)
    assert one(root, "title").text() == seen
    heading, cell, lane = (found for row in root.all("tr") for found in row.elements)
    lines = [line.text for line in wrap(text, 8.0, float("inf"))]
    assert heading.text() == "\n".join(lines)
    assert cell.text() == "\n".join(lines)
    words = " ".join(seen.split())
    assert said(lane) == [f"Proses: {words}. {words} ke proses {words}."]
    assert [element.text() for element in root.all("text")] == [line for line in lines for _ in "ab"]
    sheet_text = style(root)
    assert not set("<>") & set(re.sub(r"@media[^{]*|~main|td>|\.v>span", "", sheet_text))
    assert sheet_text.count("{") == sheet_text.count("}") == style(plain).count("}")


def test_text_from_right_to_left_keeps_to_itself() -> None:
    """Within a sentence it is isolated, so that what stands beside it keeps its place."""
    cell = next(cell for cell in html(hostile_drawing("مرحبا")).all("td") if "s" in cell.classes)
    assert [element.text() for element in cell.all("bdi")] == ["مرحبا"] * 4
    assert not list(html(hostile_drawing("café")).all("bdi"))


def test_what_is_inferred_is_marked_where_it_is_asked_for() -> None:
    """Dashed in the drawing, said in words, explained above; else not at all."""
    drawing = sheet("dumai")
    page = drawing.pages[0]
    first = replace(page.connectors[0], inferred=True)
    start = replace(page.symbols[0], inferred=True)
    cells = tuple(replace(cell, inferred=cell.field == "output" and cell.row == 0) for cell in page.cells)
    marked = replace(
        page,
        cells=cells,
        symbols=(start, *(replace(symbol, inferred=False) for symbol in page.symbols[1:])),
        connectors=(first, *(replace(way, inferred=False) for way in page.connectors[1:])),
    )
    drawing = replace(drawing, pages=(marked,))
    root = html(drawing, MARKED)
    lane = next(cell for cell in root.all("td") if "s" in cell.classes)
    assert said(lane) == ["Mulai (disimpulkan). Lanjut ke kegiatan 2 (disimpulkan)."]
    assert [cell.text() for cell in root.all("td") if "q" in cell.classes] == ["Nota Dinas (disimpulkan)"]
    assert [(element.tag, element.classes) for element in root.all() if element.get("data-inferred")] == [
        ("rect", ["inferred"]),
        ("path", ["flow"]),
        ("g", ["symbol", "start"]),
    ]
    assert INFERRED_NOTE in [paragraph.text() for paragraph in root.all("p")]
    plain = write(drawing)[0]
    assert "disimpulkan" not in plain
    assert "data-inferred" not in plain


def test_the_identity_is_a_table_whose_headings_name_what_they_head() -> None:
    """Those at the left head their row; those above are named by what stands below them."""
    root = html(document("dumai"))
    table = next(root.all("table"))
    (row,) = [
        row for row in table.all("tr") if row.elements[-1].text() == "01.a / SOP / Bappedalitbang - Sekr"
    ]
    assert [(cell.tag, cell.get("scope"), cell.text()) for cell in row.elements[-2:]] == [
        ("th", "row", "Nomor SOP"),
        ("td", "", "01.a / SOP / Bappedalitbang - Sekr"),
    ]
    named = {cell.get("id"): cell.text() for cell in table.all("th") if cell.get("role") == "columnheader"}
    headed = [cell for cell in table.all("td") if cell.get("headers")]
    assert [named[cell.get("headers")] for cell in headed] == [
        "Dasar Hukum",
        "Kualifikasi Pelaksana",
        "Keterkaitan",
        "Peralatan dan Perlengkapan",
        "Peringatan",
        "Pencatatan dan Pendataan",
    ]
    assert [next(cell.all("b")).text() for cell in headed] == [named[cell.get("headers")] for cell in headed]


def test_a_cover_is_headed_by_its_largest_words() -> None:
    """They are the file's one heading of the first level; the outline is offered above."""
    root = html(document("dumai", DocumentOptions(cover=True)))
    assert [heading.text() for heading in root.all("h1")] == ["Pengumpulan dan Pelaporan Data Kinerja"]
    links = [link for item in root.all("li") for link in item.all("a")]
    assert [(link.text(), link.get("href")) for link in links] == [
        ("Pengumpulan dan Pelaporan Data Kinerja", "#halaman-1"),
        ("Bagian Identitas", "#halaman-2"),
        ("Bagian Flowchart", "#halaman-3"),
    ]
    captions = [caption.text() for caption in root.all("caption")]
    assert captions == [
        "Pengumpulan dan Pelaporan Data Kinerja: Bagian Identitas, halaman 2 dari 3",
        "Pengumpulan dan Pelaporan Data Kinerja: Bagian Flowchart, halaman 3 dari 3",
    ]


def test_pictures_are_within_the_file_and_have_words() -> None:
    """As addresses of data, at their place."""
    logo = Logo(b"\x89PNG", "image/png", 300, 360)
    root = html(document("dumai", DocumentOptions(logo=logo)))
    picture = one(root, "img")
    assert picture.get("src") == "data:image/png;base64,iVBORw=="
    assert picture.get("alt")
    assert numbers(picture.get("style")).keys() == set("xywh")


def line(text: str, row: int | None, column: int | None, y: float, **rest: object) -> Cell:
    """A cell of one line."""
    lines = wrap(text, 9.0, 400.0)
    plain = Cell(Box(50, y, 200, 12), row, column, 1, 1, text, lines, 9.0, leading=10.0)
    return replace(plain, **rest)


def test_places_that_lead_on_are_links() -> None:
    """The words that stand in such a place; dots before a number are not read out."""
    cells = (
        line("Daftar Isi", None, None, 20, size=16.0, bold=True),
        line("1.", 0, 0, 40, field="nomor"),
        replace(line("Satu", 0, 1, 40), box=Box(80, 40, 200, 12)),
        replace(line(". . .", None, None, 40, field="titik"), box=Box(260, 40, 90, 12)),
    )
    contents = Page(1, 400, 300, cells, kind=PageKind.CONTENTS, links=(Link(Box(50, 40, 300, 12), 2),))
    other = Page(2, 400, 300, (line("Satu", None, None, 20),), kind=PageKind.COVER)
    drawing = Drawing("b", "b", "", "", 9.0, (contents, other), "", (Bookmark("b", 1, 0),))
    root = html(drawing)
    (section, _) = root.all("section")
    assert [(link.text(), link.get("href")) for link in section.all("a")] == [
        ("Satu", "#halaman-2"),
        (". . .", "#halaman-2"),
    ]
    dots = next(paragraph for paragraph in section.all("p"))
    assert (dots.text(), dots.get("aria-hidden")) == (". . .", "true")
    assert next(section.all("h1")).text() == "Daftar Isi"


def test_rows_of_several_sops_have_places_of_their_own() -> None:
    """In a book each flowchart counts its rows anew, and its words point at its own rows."""
    one_sop = sheet("dumai").pages[0]
    pages = (one_sop, replace(one_sop, number=2))
    root = html(replace(sheet("dumai"), pages=pages))
    first, second = root.all("section")
    assert [row.get("id") for row in first.all("tr") if row.get("id")] == [
        f"kegiatan-{n}" for n in range(1, 9)
    ]
    assert [row.get("id") for row in second.all("tr") if row.get("id")] == [
        f"sop-2-kegiatan-{n}" for n in range(1, 9)
    ]
    assert {link.get("href")[:16] for link in second.all("a")} == {"#sop-2-kegiatan-"}


def test_a_sheet_is_a_small_file() -> None:
    """It is sent to phones."""
    assert len(write(sheet("dumai"))[0].encode()) < 40_000


def test_the_same_sop_gives_the_same_bytes_in_any_process() -> None:
    """Whatever the seed of hashes or the locale."""
    assert written_elsewhere("html", "perizinan") == {write(sheet("perizinan"))[0].encode()}
