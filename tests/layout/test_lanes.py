"""How wide lanes begin, and what makes them wider or narrower."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sop_engine.layout.audit import audit
from sop_engine.layout.columns import Lanes
from sop_engine.layout.drawing import Cell, Drawing, Page
from sop_engine.layout.lanes import LEAST_HALF, LEAST_SYMBOL, first_lanes, least_lanes, named_lanes
from sop_engine.layout.papers import PAPERS
from sop_engine.layout.sheet import lay_out
from sop_engine.layout.style import Style
from sop_engine.pipeline import compile_path

Data = Callable[..., dict[str, Any]]
Draw = Callable[..., Drawing]

A4 = PAPERS["A4"]
PERIZINAN = Path(__file__).parents[1] / "definitions" / "perizinan.yaml"


def sop(roles: list[str], rows: list[dict[str, Any]]) -> dict[str, Any]:
    """The data of a SOP whose rows belong to the roles in turn, unless they say otherwise."""
    return {
        "versi_format": "1",
        "instansi": {"kode": "uji", "nama": "Uji"},
        "identitas": {"nama": "Uji"},
        "pelaksana": {f"p{at}": name for at, name in enumerate(roles)},
        "kegiatan": [
            {"nomor": str(at + 1), "uraian": "Menyusun", "pelaksana": f"p{at % len(roles)}", **row}
            for at, row in enumerate(rows)
        ],
    }


def headings(page: Page) -> list[Cell]:
    """The headings of the lanes."""
    return [cell for cell in page.cells if cell.row == -1 and cell.field.startswith("p")]


@pytest.mark.parametrize("count", range(1, 11))
@pytest.mark.parametrize("kind", ["usual", "roomy", "narrow"])
def test_lanes_begin_alike_and_hold_their_symbols(count: int, kind: str) -> None:
    """Whatever their number, and beside any text that leaves them the least room."""
    for_text = min(500.0, A4.width - 2 * Style().margin - least_lanes(count))
    lanes, style = first_lanes(count, A4, Style(), for_text, roomy=kind == "roomy", narrow=kind == "narrow")
    (width,) = set(lanes.least)
    assert len(lanes.least) == count
    assert (
        width >= min(LEAST_SYMBOL + 2 * LEAST_HALF, (A4.width - 2 * Style().margin - for_text) / count) - 0.01
    )
    assert style.symbol + 2 * min(LEAST_HALF, 0.15 * width) <= width + 0.01
    assert style.pentagon < width


def test_headings_take_the_largest_size_that_all_lanes_have_room_for() -> None:
    """Lanes that are wide enough keep their width; where no size has room, all do."""
    lanes = Lanes((50.0, 50.0, 50.0), 72.0)
    sizes = [((90.0, 40.0, 60.0), 190.0), ((80.0, 35.0, 55.0), 190.0), ((70.0, 30.0, 50.0), 190.0)]
    assert named_lanes(lanes, sizes) == Lanes((80.0, 50.0, 55.0), 72.0)
    assert named_lanes(lanes, [(needed, 150.0) for needed, _ in sizes]) == lanes
    assert named_lanes(lanes, [((150.0, 10.0, 10.0), 900.0)]) == lanes


def test_a_long_word_in_a_heading_widens_its_lane_alone(drawn: Draw) -> None:
    """No heading turns or shrinks for it while the texts leave room."""
    roles = ["Staf", "Sekretaris", "Penanggungjawab Program", "Kepala", "Verifikator", "Pemohon"]
    cells = headings(drawn(sop(roles, [{}] * 6)).pages[0])
    assert {(cell.size, cell.turned) for cell in cells} == {(8.5, False)}
    widths = [cell.box.width for cell in cells]
    assert (max(widths), widths.count(max(widths))) == (widths[2], 1)


def test_large_headings_do_not_cost_a_page(random_data: Data, drawn: Draw) -> None:
    """Twelve rows stand on one page below small headings, and below large ones would not."""
    data = random_data(2010)
    (page,) = drawn(data).pages
    assert {cell.size for cell in headings(page)} == {6.5}
    data["kegiatan"] = data["kegiatan"][:6]
    for row in data["kegiatan"]:
        row.pop("cabang", None)
    (page,) = drawn(data).pages
    assert {cell.size for cell in headings(page)} == {8.5}


def test_lanes_are_narrow_beside_long_texts(drawn: Draw) -> None:
    """Where that saves a page, and only there."""
    roles = ["Staf", "Sekretaris", "Kepala", "Pemohon", "Tim"]
    long = {"uraian": "Memeriksa kelengkapan berkas permohonan dan menyusun konsep surat. " * 6}
    short, tall = drawn(sop(roles, [{}] * 8)), drawn(sop(roles, [long] * 8))
    widths = [headings(found.pages[0])[0].box.width for found in (short, tall)]
    assert widths[1] < 0.85 * widths[0]
    assert (len(short.pages), audit(tall).sound) == (1, True)


def test_large_headings_do_not_cost_pages_of_a_long_sop(drawn: Draw) -> None:
    """Ten long names turn rather than make the texts of sixty rows narrow; those of a short SOP need not."""
    roles = [
        "Kepala Dinas Pendidikan dan Kebudayaan",
        "Sekretaris Dinas",
        "Kepala Bidang Pembinaan Ketenagakerjaan",
        "Kasubbag Perencanaan",
        "Analis Kebijakan Ahli Muda",
        "Bendahara Pengeluaran Pembantu",
        "Pengadministrasi Umum",
        "Arsiparis",
        "Tim Pengadaan",
        "Masyarakat/Pemohon",
    ]
    row = {
        "uraian": "Memeriksa dan menyusun berkas sesuai ketentuan yang berlaku di lingkungan dinas",
        "mutu_baku": {"kelengkapan": "Berkas permohonan", "waktu": "10 menit", "output": "Nota dinas"},
    }
    few, many = drawn(sop(roles, [row] * 4)), drawn(sop(roles, [row] * 60))
    assert {cell.turned for cell in headings(few.pages[0])} == {False}
    assert {cell.turned for cell in headings(many.pages[0])} == {True}
    assert len(many.pages) == 9


def test_lines_do_not_cling_to_borders_where_text_can_spare_room() -> None:
    """A line that passes the widest symbol of a narrow lane keeps off it and off the border."""
    compiled = compile_path(PERIZINAN)
    assert compiled.sop is not None
    assert compiled.graph is not None
    page = lay_out(compiled.sop, compiled.graph, compiled.total).pages[1]
    (lanes,) = [cell for cell in page.cells if cell.field == "pelaksana"]
    diamond = next(symbol for symbol in page.symbols if symbol.id == "12")
    line = max(x for connector in page.connectors for x, _ in connector.points)
    assert (line - diamond.box.right >= 5.5, lanes.box.right - line >= 5.5) == (True, True)
