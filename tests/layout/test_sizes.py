"""All papers and font sizes, on SOPs that nobody thought of."""

from collections.abc import Callable
from typing import Any

import pytest

from sop_engine.layout.audit import INVARIANTS, audit
from sop_engine.layout.drawing import Drawing
from sop_engine.layout.sheet import SheetOptions
from sop_engine.layout.symbols import row_levels
from sop_engine.pipeline import compile_bytes

Data = Callable[..., dict[str, Any]]
Draw = Callable[..., Drawing]


@pytest.mark.fuzz
@pytest.mark.parametrize("paper", ["A4", "F4", "Letter", "Legal"])
@pytest.mark.parametrize("font", [5.0, 7.0, 10.0, 12.0, 16.0])
def test_every_invariant_holds_or_the_sheet_says_that_it_is_dense(
    paper: str, font: float, random_data: Data, drawn: Draw
) -> None:
    """Text never leaves its cell, dense or not."""
    for seed in range(12):
        drawing = drawn(random_data(seed), SheetOptions(paper, font))
        found = audit(drawing)
        assert (seed, found.counts["text-clipped"], found.counts["outside-lanes"]) == (seed, 0, 0)
        if not drawing.dense:
            assert (seed, found.counts, found.faults) == (seed, dict.fromkeys(INVARIANTS, 0), ())


@pytest.mark.parametrize("count", [1, 2, 3, 5, 8, 10, 14, 20])
@pytest.mark.parametrize("paper", ["A4", "Letter", "Legal"])
def test_any_number_of_roles_is_drawn(count: int, paper: str, drawn: Draw) -> None:
    """Headings wrap, shrink or turn, and never meet; every symbol stands in its own lane."""
    names = ("Kepala Bappedalitbang", "Tim", "Bendahara Pengeluaran Pembantu", "Pertanggungjawaban")
    data = {
        "versi_format": "1",
        "instansi": {"kode": "uji", "nama": "Uji"},
        "identitas": {"nama": "Uji"},
        "pelaksana": {f"p{at}": names[at % 4] for at in range(count)},
        "kegiatan": [
            {"nomor": str(at + 1), "uraian": "Menyusun konsep", "pelaksana": f"p{at % count}"}
            for at in range(9)
        ],
    }
    drawing = drawn(data, SheetOptions(paper))
    assert audit(drawing).counts == dict.fromkeys(INVARIANTS, 0)
    for page in drawing.pages:
        lanes = [cell for cell in page.cells if cell.row == -1 and cell.field.startswith("p")]
        assert len({(cell.size, cell.turned) for cell in lanes}) == 1
        assert lanes[0].size >= 6.5
        for cell in lanes:
            wide = max(line.width for line in cell.lines)
            tall = len(cell.lines) * cell.leading
            across, down = (tall, wide) if cell.turned else (wide, tall)
            assert (across <= cell.box.width, down <= cell.box.height) == (True, True)
        boxes = {cell.field: cell.box for cell in lanes}
        for symbol in page.symbols:
            assert boxes[symbol.lane].x < symbol.box.x
            assert symbol.box.right < boxes[symbol.lane].right


def test_levels_are_known_before_symbols_are_planned() -> None:
    """Two symbols in one lane, an added start and an added end each take a level."""
    compiled = compile_bytes(
        b"versi_format: 1\ninstansi: {kode: uji, nama: Uji}\nidentitas: {nama: Uji}\n"
        b"pelaksana: {a: Staf, b: Kepala}\ntampilan: {terminator: terpisah}\nkegiatan:\n"
        b"- {nomor: 1, uraian: Satu, pelaksana: a, lanjut: 2a}\n"
        b"- nomor: 2\n  uraian: Dua\n  simbol:\n"
        b"  - {pelaksana: a, lanjut: 2b}\n  - {pelaksana: b, lanjut: 2c}\n  - {pelaksana: a, lanjut: 3}\n"
        b"- {nomor: 3, uraian: Tiga, pelaksana: b}\n"
        b"- {nomor: 4, uraian: Empat, pelaksana: b, cabang: {Ya: selesai, Tidak: 3}}\n",
        "uji.yaml",
    )
    assert compiled.sop is not None
    assert compiled.graph is not None
    assert row_levels(compiled.sop, compiled.graph) == (2, 2, 1, 2)
