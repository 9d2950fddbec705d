"""What charts share: text that fits, ticks, and pages of them."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_engine.layout.chart import (
    Body,
    Look,
    across,
    bar,
    body_of,
    charted,
    down,
    nice_ticks,
    note_cells,
    text_cell,
    thin,
    title_cells,
)
from sop_engine.layout.drawing import Align, Box
from sop_engine.layout.papers import PAPERS


@pytest.mark.parametrize(
    ("greatest", "ticks"),
    [
        (0, ["0", "1"]),
        (7, ["0", "2", "4", "6", "8"]),
        (100, ["0", "20", "40", "60", "80", "100"]),
        (Fraction(13, 10), ["0", "1/4", "1/2", "3/4", "1", "5/4", "3/2"]),
        (75000, ["0", "20000", "40000", "60000", "80000"]),
    ],
)
def test_ticks_are_round(greatest: Fraction | int, ticks: list[str]) -> None:
    """Steps of 1, 2, 2.5 or 5 times a power of ten, up to what is to be reached."""
    assert [str(tick) for tick in nice_ticks(greatest)] == ticks


@given(st.fractions(min_value=0, max_value=10**9), st.integers(1, 12))
def test_ticks_reach_the_greatest_in_few_even_steps(greatest: Fraction, about: int) -> None:
    """The last is not less, the one before it is; there are no more steps than asked for."""
    ticks = nice_ticks(greatest, about)
    assert ticks[0] == 0
    assert ticks[-1] >= greatest
    assert len(ticks) == 2 or (ticks[-2] < greatest and len(ticks) - 1 <= about)
    assert {later - earlier for earlier, later in pairwise(ticks)} == {ticks[1]}


@given(st.text("abc de\n", max_size=200), st.floats(20, 200), st.floats(8, 60))
def test_text_fits_its_place(text: str, wide: float, tall: float) -> None:
    """However long it is, its lines stand within the place, unless that is lower than one line."""
    cell = text_cell(Box(10, 10, wide, tall), text)
    assert all(line.width <= wide for line in cell.lines)
    assert len(cell.lines) * cell.leading <= max(tall, 8.5 * 1.22) + 0.1


def test_a_single_line_is_cut() -> None:
    """With an ellipsis, at its full size."""
    cell = text_cell(Box(0, 0, 40, 12), "Menyusun laporan kinerja", Look(8.0, single=True))
    assert ([line.text for line in cell.lines], cell.size) == (["Menyu…"], 8.0)


def test_bars_and_lines_are_places_with_a_grey() -> None:
    """No words and no borders; a thin line lies around its points."""
    found = bar(Box(1, 2, 30, 4), 0.5)
    assert (found.box, found.fill, found.lines, found.ruled) == (Box(1, 2, 30, 4), 0.5, (), False)
    assert thin((5, 10), (5, 40), 0.8, 1.0).box == Box(4.5, 10, 1.0, 30)
    assert thin((40, 10), (5, 10), 0.8, 1.0).box == Box(5, 9.5, 35, 1.0)
    assert (across(3, 1, 9), down(3, 1, 9)) == (((1, 3), (9, 3)), ((3, 1), (3, 9)))


def test_headings_and_notes_stand_below_each_other() -> None:
    """Each begins where the one before it ends."""
    body = Body(40, 40, 340, 300)
    cells, top = title_cells(body, "Jadwal", "Mulai Senin")
    assert [cell.text for cell in cells] == ["Jadwal", "Mulai Senin"]
    assert cells[0].box.bottom <= cells[1].box.y
    assert cells[1].box.bottom < top
    notes, end = note_cells(body, ["satu", "dua " * 100], top)
    assert notes[0].box.bottom <= notes[1].box.y
    assert notes[1].box.bottom <= end
    assert {cell.size for cell in notes} == {7.0}


def test_pages_are_numbered_and_have_a_foot() -> None:
    """Each says which of how many it is."""
    paper = PAPERS["A4"]
    cell = text_cell(Box(50, 50, 100, 20), "isi", Look(align=Align.CENTRE))
    drawing = charted(
        "Jadwal: _Laporan_", "Isi.", paper, [([cell], []), ([], [])], agency="contoh", foot="Laporan"
    )
    assert (drawing.title, drawing.agency) == ("Jadwal: Laporan", "contoh")
    assert [[one.text for one in page.cells] for page in drawing.pages] == [
        ["isi", "Laporan", "halaman 1 dari 2"],
        ["Laporan", "halaman 2 dari 2"],
    ]
    assert body_of(paper).right < paper.width
