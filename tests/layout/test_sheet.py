"""The finished sheet, from the SOP to its Drawing."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sop_engine.errors import UsageError
from sop_engine.layout.audit import INVARIANTS, audit
from sop_engine.layout.drawing import Cell, Drawing, Page, Shape
from sop_engine.layout.sheet import SheetOptions, lay_out
from sop_engine.pipeline import compile_path

ROOT = Path(__file__).resolve().parent.parent.parent
FILES = sorted([*(ROOT / "definitions").glob("*.yaml"), *(ROOT / "tests" / "definitions").glob("*.yaml")])

Draw = Callable[..., Drawing]


def sheet(file: Path, options: SheetOptions | None = None) -> Drawing:
    """The sheet of a definition."""
    compiled = compile_path(file)
    assert compiled.sop is not None
    assert compiled.graph is not None
    return lay_out(compiled.sop, compiled.graph, compiled.total, options or SheetOptions())


def sop(rows: list[dict[str, Any]], **rest: Any) -> dict[str, Any]:
    """The data of a SOP with three roles."""
    return {
        "versi_format": "1",
        "instansi": {"kode": "uji", "nama": "Uji"},
        "identitas": {"nama": "Uji"},
        "pelaksana": {"a": "Staf", "b": "Kasubbag", "c": "Kepala"},
        "kegiatan": rows,
        **rest,
    }


def rows(count: int, **each: Any) -> list[dict[str, Any]]:
    """Rows in order, their roles in turn."""
    return [
        {"nomor": str(at), "uraian": f"Kegiatan {at}", "pelaksana": "abc"[at % 3], **each}
        for at in range(1, count + 1)
    ]


def cells(page: Page, field: str) -> list[Cell]:
    """The cells of a field below the headings, in their order."""
    return [cell for cell in page.cells if cell.field == field and (cell.row is None or cell.row >= 0)]


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_every_invariant_holds(file: Path) -> None:
    """No fault in any definition, on any paper, and no crossing where a person draws none."""
    for paper in (None, "A4", "F4", "Letter", "Legal"):
        found = audit(sheet(file, SheetOptions(paper)))
        assert (found.counts, found.faults) == (dict.fromkeys(INVARIANTS, 0), ())
        assert found.crossings == 0


def test_the_same_sop_gives_the_same_drawing() -> None:
    """Nothing depends on the run."""
    assert sheet(FILES[0]) == sheet(FILES[0])


def test_a_sheet_is_described() -> None:
    """A reader who sees nothing hears what it is."""
    drawing = sheet(ROOT / "definitions" / "balangan.yaml")
    assert (drawing.name, drawing.title, drawing.agency) == (
        "SOP Mekanisme Pengumpulan Data Kinerja",
        "SOP Mekanisme Pengumpulan Data Kinerja: Bagian Flowchart",
        "balangan",
    )
    assert drawing.description == (
        "9 kegiatan, 5 pelaksana (Sekretaris, Kepala Bidang, Kasubbag Perencanaan dan Pelaporan, Kepala Seksi, "
        "Staf Penyusun Evaluasi Kinerja), jumlah waktu 122 Hari 3 jam."
    )


def test_symbols_stand_in_the_middle_of_their_cells(drawn: Draw) -> None:
    """Across and down."""
    page = drawn(sop(rows(5))).pages[0]
    for at, symbol in enumerate(page.symbols):
        (cell,) = [cell for cell in cells(page, symbol.lane) if cell.row == at]
        assert symbol.box.centre == pytest.approx(cell.box.centre, abs=0.02)


def test_symbols_have_one_size(drawn: Draw) -> None:
    """However tall their rows."""
    data = rows(4)
    data[1]["uraian"] = "Memeriksa berkas permohonan dengan teliti. " * 12
    page = drawn(sop(data)).pages[0]
    assert {(symbol.box.width, symbol.box.height) for symbol in page.symbols} == {(44, 23)}


@pytest.mark.parametrize(("count", "symbol"), [(1, 44), (3, 44), (4, 36), (6, 36)])
def test_few_lanes_are_roomy(drawn: Draw, count: int, symbol: int) -> None:
    """Their symbols are larger; all lanes together take a sensible share of the page, text or none."""
    roles = {f"p{at}": f"Peran {at}" for at in range(count)}
    data = [{"nomor": str(at), "uraian": "Menyusun", "pelaksana": f"p{at % count}"} for at in range(8)]
    page = drawn({**sop(data), "pelaksana": roles}).pages[0]
    (heading,) = [cell for cell in page.cells if cell.field == "pelaksana"]
    share = heading.box.width / (page.width - 2 * 42.52)
    assert {one.box.width for one in page.symbols if one.shape is Shape.PROCESS} == {symbol}
    assert (0.2 < share < 0.66, heading.box.width / count >= 1.5 * symbol) == (True, True)


def test_options_win_over_the_definition(drawn: Draw) -> None:
    """Paper and font size."""
    data = sop(rows(3), tampilan={"kertas": "F4"})
    assert (drawn(data).pages[0].width, drawn(data).font_size) == (935.43, 8.5)
    found = drawn(data, SheetOptions(paper="letter", font_size=10.0))
    assert (found.pages[0].width, found.font_size) == (792, 10.0)
    assert {cell.size for cell in cells(found.pages[0], "uraian")} == {10.0}


def test_a_font_that_cannot_be_printed_is_wrong_usage(drawn: Draw) -> None:
    """The hint says what can."""
    with pytest.raises(UsageError) as caught:
        drawn(sop(rows(1)), SheetOptions(font_size=90.0))
    assert caught.value.message.en == "font size 90 cannot be printed"
    assert caught.value.hint is not None
    assert caught.value.hint.en == "choose 5 to 16"


@pytest.mark.parametrize(
    ("stated", "asked", "printed"),
    [
        (None, None, None),
        (None, True, "45 menit"),
        ("1 Hari  3 jam", None, "1 Hari 3 jam"),
        ("1 Hari  3 jam", True, "1 Hari 3 jam"),
        ("1 Hari  3 jam", False, None),
    ],
)
def test_the_row_of_the_total(
    drawn: Draw, stated: str | None, asked: bool | None, printed: str | None
) -> None:
    """As the document states it, or computed where that is asked for."""
    data = sop(rows(3, mutu_baku={"waktu": "15 menit"}), jumlah_waktu=stated)
    page = drawn(data, SheetOptions(total_row=asked)).pages[-1]
    found = [(cell.text, cell.row, cell.column, cell.columns) for cell in page.cells if cell.row == 3]
    expected = [("Jumlah", 3, 0, 6), (printed, 3, 6, 1), ("", 3, 7, 1), ("", 3, 8, 1)]
    assert found == ([] if printed is None else expected)


def test_a_time_is_printed_as_written(drawn: Draw) -> None:
    """Not in canonical words; only blanks are made single."""
    data = rows(2, mutu_baku={"waktu": "dua   jam"})
    assert [cell.text for cell in cells(drawn(sop(data)).pages[0], "waktu")] == ["dua jam", "dua jam"]


def test_a_shared_time_is_one_cell(drawn: Draw) -> None:
    """It spans the rows that share it."""
    data = rows(4, mutu_baku={"waktu": "2 jam"})
    data[1]["mutu_baku"] = {"waktu": {"bersama": "1"}}
    data[2]["mutu_baku"] = {"waktu": {"bersama": "1"}}
    page = drawn(sop(data)).pages[0]
    found = cells(page, "waktu")
    assert [(cell.text, cell.row, cell.rows) for cell in found] == [("2 jam", 0, 3), ("2 jam", 3, 1)]
    rows_of = cells(page, "uraian")
    assert found[0].box.bottom == pytest.approx(rows_of[2].box.bottom)


def test_a_list_prints_one_item_a_line(drawn: Draw) -> None:
    """Without numbers or bullets of its own; italics are marked."""
    data = rows(1, mutu_baku={"kelengkapan": ["Surat _hard copy_", "Berkas"]})
    (cell,) = cells(drawn(sop(data)).pages[0], "kelengkapan")
    assert [[(run.text, run.italic) for run in line.runs] for line in cell.lines] == [
        [("Surat ", False), ("hard copy", True)],
        [("Berkas", False)],
    ]
    assert cell.text == "Surat _hard copy_\nBerkas"


def test_rows_break_between_pages_and_headings_come_again(drawn: Draw) -> None:
    """Every row stands once, on one page, and each page has all headings."""
    found = drawn(sop(rows(40)))
    numbers = [[cell.text for cell in cells(page, "nomor")] for page in found.pages]
    assert [text for page in numbers for text in page if text] == [str(at) for at in range(1, 41)]
    assert len(found.pages) == 5
    for page in found.pages:
        assert [cell.text for cell in page.cells if cell.row == -2] == [
            "No",
            "Kegiatan",
            "Pelaksana",
            "Mutu Baku",
            "Ket",
        ]


def test_flows_across_pages_have_a_letter_on_both(drawn: Draw) -> None:
    """One below the rows of the page that they leave, one above those of the page that they enter."""
    found = drawn(sop(rows(20)))
    assert [
        [(symbol.id, symbol.row, symbol.title) for symbol in page.symbols if symbol.shape is Shape.OFFPAGE]
        for page in found.pages
    ] == [
        [("off-A", "10", "Penghubung A: ke kegiatan 11 di halaman 2")],
        [("off-A", "11", "Penghubung A: dari halaman 1 ke kegiatan 11")],
    ]
    first, second = (
        next(symbol for symbol in page.symbols if symbol.shape is Shape.OFFPAGE) for page in found.pages
    )
    assert first.box.y > max(symbol.box.y for symbol in found.pages[0].symbols if symbol is not first)
    assert second.box.y < min(symbol.box.y for symbol in found.pages[1].symbols if symbol is not second)
    assert [
        [(c.source, c.target) for c in page.connectors if (c.source, c.target) == ("10", "11")]
        for page in found.pages
    ] == [[("10", "11")], [("10", "11")]]


def test_a_loop_to_an_earlier_page_leaves_at_the_top(drawn: Draw) -> None:
    """And comes in below the rows of the page that it goes back to."""
    data = rows(14)
    data[12]["cabang"] = {"Ya": "14", "Tidak": "2"}
    found = drawn(sop(data))
    pentagons = [
        [(symbol.id, symbol.box.y < 200) for symbol in page.symbols if symbol.shape is Shape.OFFPAGE]
        for page in found.pages
    ]
    assert [sorted(page) for page in pentagons] == [
        [("off-A", False), ("off-B", False)],
        [("off-A", True), ("off-B", True)],
    ]
    assert audit(found).sound


def test_a_row_taller_than_a_page_is_cut_at_a_line(drawn: Draw) -> None:
    """Nothing of its text is lost, and its symbol stands in the first part."""
    words = [f"kata{at}" for at in range(3000)]
    data = rows(3)
    data[1]["uraian"] = " ".join(words)
    found = drawn(sop(data))
    parts = [cell for page in found.pages for cell in cells(page, "uraian") if cell.row == 1]
    lines = [line.text for cell in parts for line in cell.lines[cell.again :]]
    assert " ".join(lines).split() == words
    assert [cell.text for cell in parts] == [" ".join(words), *[""] * (len(parts) - 1)]
    assert [symbol.id for page in found.pages for symbol in page.symbols if symbol.id == "2"] == ["2"]
    assert audit(found).sound


def test_a_row_that_goes_on_says_so(drawn: Draw) -> None:
    """Its number and that it is continued stand first on each further page, and are no part of its text."""
    data = rows(3)
    data[1]["uraian"] = "Memeriksa kelengkapan berkas. " * 500
    found = drawn(sop(data))
    parts = [
        [(cell.field, [line.text for line in cell.lines[: cell.again]]) for cell in page.cells if cell.again]
        for page in found.pages
    ]
    assert len(parts) > 2
    assert parts == [[], *[[("nomor", ["2"]), ("uraian", ["(lanjutan)"])]] * (len(parts) - 1)]


@pytest.mark.parametrize("count", range(9, 14))
def test_a_few_rows_too_many_are_squeezed_onto_one_page(drawn: Draw, count: int) -> None:
    """Rows become a little lower rather than that one of them stands alone."""
    found = drawn(sop(rows(count), jumlah_waktu="3 jam" if count < 13 else None))
    assert (len(found.pages), audit(found).sound) == (1, True)


@pytest.mark.parametrize("count", range(14, 24))
def test_the_last_pages_are_about_equal(drawn: Draw, count: int) -> None:
    """No page has one row where it can have half of what is left."""
    found = drawn(sop(rows(count)))
    numbers = [len([cell for cell in cells(page, "nomor") if cell.text]) for page in found.pages]
    assert (len(numbers), sum(numbers)) == (2, count)
    assert abs(numbers[0] - numbers[1]) <= 4


@pytest.mark.parametrize("count", range(8, 30))
def test_total_and_notes_stand_with_the_last_row(drawn: Draw, count: int) -> None:
    """No page holds nothing but a note, or nothing but the total."""
    found = drawn(sop(rows(count), jumlah_waktu="3 jam", catatan=["*) pertama", "**) kedua"]))
    fields = [
        {cell.field for cell in page.cells if cell.row is None or cell.row >= 0} for page in found.pages
    ]
    assert {"nomor", "jumlah_waktu", "catatan"} <= fields[-1]
    assert not any({"jumlah_waktu", "catatan"} & there for there in fields[:-1])
    assert audit(found).sound


def test_a_shared_time_is_said_again_on_the_next_page(drawn: Draw) -> None:
    """One cell on each page, with the time in both."""
    data = rows(18, mutu_baku={"waktu": "2 jam"})
    for row in data[1:]:
        row["mutu_baku"] = {"waktu": {"bersama": "1"}}
    found = drawn(sop(data))
    times = [cells(page, "waktu") for page in found.pages]
    assert [[(cell.text, len(cell.lines)) for cell in page] for page in times] == [[("2 jam", 1)]] * 2
    assert sum(cell.rows for page in times for cell in page) == 18
    assert audit(found).sound


def test_what_is_inferred_is_known(drawn: Draw) -> None:
    """Fields of a row, of a symbol, of every row; arrows by the field that says where they go."""
    data = rows(4, mutu_baku={"waktu": "2 jam", "output": "Laporan"})
    data[0]["disimpulkan"] = ["lanjut", "output"]
    data[1] |= {"cabang": {"Ya": "3", "Tidak": "1"}, "disimpulkan": ["cabang", "pelaksana"]}
    whole = {
        "jumlah_waktu": "8 jam",
        "catatan": ["*) catatan"],
        "sumber": {"disimpulkan": ["kegiatan.keterangan", "pelaksana.b", "jumlah_waktu", "catatan"]},
    }
    page = drawn(sop(data, **whole)).pages[0]
    assert [(c.source, c.target, c.inferred) for c in page.connectors] == [
        ("1", "2", True),
        ("2", "3", True),
        ("2", "1", True),
        ("3", "4", False),
    ]
    assert [symbol.id for symbol in page.symbols if symbol.inferred] == ["2"]
    assert [(cell.row, cell.field) for cell in page.cells if cell.inferred] == [
        (-1, "b"),
        (0, "output"),
        (0, "keterangan"),
        (1, "keterangan"),
        (2, "keterangan"),
        (3, "keterangan"),
        (4, "jumlah_waktu"),
        (4, "waktu"),
        (None, "catatan"),
    ]


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("kegiatan", {"nomor", "uraian", "kelengkapan", "waktu", "output", "keterangan"}),
        ("kegiatan.mutu_baku", {"kelengkapan", "waktu", "output"}),
        ("kegiatan.mutu_baku.waktu", {"waktu"}),
        ("kegiatan.waktu", {"waktu"}),
        ("kegiatan.lanjut", set()),
        ("identitas.nomor", set()),
    ],
)
def test_paths_of_every_row_are_understood(drawn: Draw, path: str, fields: set[str]) -> None:
    """A path may name all rows, their mutu baku or one field."""
    page = drawn(sop(rows(3), sumber={"disimpulkan": [path]})).pages[0]
    assert {cell.field for cell in page.cells if cell.inferred} == fields
    flows = path in {"kegiatan", "kegiatan.lanjut"}
    assert {connector.inferred for connector in page.connectors} == {flows}


def test_a_row_with_more_symbols_than_a_page_holds_is_cut_between_levels(drawn: Draw) -> None:
    """Twenty symbols in one lane of one row."""
    symbols = [{"pelaksana": "a", "lanjut": f"1{letter}"} for letter in "bcdefghijklmnopqrst"]
    symbols.append({"pelaksana": "a", "lanjut": "2"})
    data = [
        {"nomor": "1", "uraian": "Banyak", "simbol": symbols},
        {"nomor": "2", "uraian": "Akhir", "pelaksana": "b"},
    ]
    found = drawn(sop(data))
    ids = [symbol.id for page in found.pages for symbol in page.symbols if symbol.shape is not Shape.OFFPAGE]
    assert ids == [f"1{letter}" for letter in "abcdefghijklmnopqrst"] + ["2"]
    assert audit(found).sound


def test_notes_stand_below_the_table(drawn: Draw) -> None:
    """One below the other, outside any column, without borders."""
    page = drawn(sop(rows(2), catatan=["*) catatan pertama", "kedua"])).pages[0]
    notes = [cell for cell in page.cells if cell.field == "catatan"]
    assert [(cell.text, cell.row, cell.column, cell.ruled) for cell in notes] == [
        ("*) catatan pertama", None, None, False),
        ("kedua", None, None, False),
    ]
    bottom = max(cell.box.bottom for cell in page.cells if cell.ruled)
    assert bottom < notes[0].box.y < notes[1].box.y


def test_notes_that_do_not_fit_go_on_to_the_next_page(drawn: Draw) -> None:
    """Cut at a line, in their order."""
    texts = [f"Catatan nomor {at} " + "panjang sekali " * 30 for at in range(30)]
    found = drawn(sop(rows(8), catatan=texts))
    lines = [
        line.text
        for page in found.pages
        for cell in page.cells
        if cell.field == "catatan"
        for line in cell.lines
    ]
    assert " ".join(lines).split() == " ".join(texts).split()
    assert len(found.pages) > 1
    assert audit(found).sound


def test_the_total_finds_a_page(drawn: Draw) -> None:
    """However full the last page is, the total stands once."""
    for count in range(1, 24):
        found = drawn(sop(rows(count), jumlah_waktu="3 jam"))
        assert [cell.text for page in found.pages for cell in page.cells if cell.field == "jumlah_waktu"] == [
            "Jumlah"
        ]
        assert audit(found).sound


def test_joint_steps_have_a_shape_in_each_lane_and_a_line_between_them(drawn: Draw) -> None:
    """Flows come and go at the first role named."""
    data = rows(3)
    data[1]["pelaksana"] = ["b", "a", "c"]
    page = drawn(sop(data)).pages[0]
    assert [(symbol.id, symbol.lane) for symbol in page.symbols] == [
        ("1", "b"),
        ("2", "a"),
        ("2", "b"),
        ("2", "c"),
        ("3", "a"),
    ]
    assert [joint.id for joint in page.joints] == ["2", "2"]
    middle = page.symbols[2].box
    assert page.connectors[0].points[-1] == pytest.approx((middle.centre[0], middle.y))


def test_hints_are_followed(drawn: Draw) -> None:
    """The author's wish for an arrow wins over a shorter way."""
    data = rows(3)
    wished = sop(data, tampilan={"alur": [{"dari": "1", "ke": "2", "keluar": "bawah", "masuk": "kiri"}]})
    page = drawn(wished).pages[0]
    first, second = page.symbols[0].box, page.symbols[1].box
    assert page.connectors[0].points[0] == pytest.approx((first.centre[0], first.bottom))
    assert page.connectors[0].points[-1] == pytest.approx((second.x, second.centre[1]))


def test_one_label_names_a_branch_that_splits(drawn: Draw) -> None:
    """Both arms carry its words for other tools; the sheet prints them once."""
    data = rows(4)
    data[0]["cabang"] = {"Ya": ["2", "3"], "Tidak": "4"}
    page = drawn(sop(data)).pages[0]
    assert [(c.target, c.label, c.kind) for c in page.connectors if c.source == "1"] == [
        ("2", "Ya", "parallel"),
        ("3", "Ya", "parallel"),
        ("4", "Tidak", "branch"),
    ]
    assert sorted(label.text for label in page.labels) == ["Tidak", "Ya"]


def test_rules_are_drawn_once(drawn: Draw) -> None:
    """No two of them lie on each other, and each is level or upright."""
    page = drawn(sop(rows(5), jumlah_waktu="3 jam")).pages[0]
    seen = set()
    for (x1, y1), (x2, y2) in page.rules:
        assert (x1 == x2) != (y1 == y2)
        key = ("x", x1) if x1 == x2 else ("y", y1)
        for other in [low_high for found, low_high in seen if found == key]:
            low, high = sorted((y1, y2)) if x1 == x2 else sorted((x1, x2))
            assert high < other[0] or other[1] < low
        seen.add((key, tuple(sorted((y1, y2)) if x1 == x2 else sorted((x1, x2)))))


def test_inferred_places_are_marked(drawn: Draw) -> None:
    """So that a writer can draw them dashed."""
    data = rows(2)
    data[1]["disimpulkan"] = ["pelaksana"]
    page = drawn(sop(data)).pages[0]
    assert [symbol.inferred for symbol in page.symbols] == [False, True]


def test_coordinates_have_two_decimals(drawn: Draw) -> None:
    """So that bytes do not differ between machines."""
    page = drawn(sop(rows(6))).pages[0]
    boxes = [*(cell.box for cell in page.cells), *(symbol.box for symbol in page.symbols)]
    numbers = [n for box in boxes for n in (box.x, box.y, box.width, box.height)]
    numbers += [n for connector in page.connectors for point in connector.points for n in point]
    assert all(number == round(number, 2) for number in numbers)


def test_more_roles_than_anybody_has_are_drawn(drawn: Draw) -> None:
    """Twenty lanes: narrow, but nothing is lost."""
    data = sop(rows(4))
    data["pelaksana"] = {key: f"Peran {key}" for key in "abcdefghijklmnopqrst"}
    found = drawn(data)
    assert audit(found).sound
    assert len(found.pages[0].symbols) == 4
