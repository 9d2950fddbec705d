"""A bar chart: bars as long as their numbers, on as many pages as they take."""

from fractions import Fraction
from itertools import pairwise

import pytest

from sop_engine.layout.bars import Bar, Chart, bar_chart
from sop_engine.layout.chart import DARK, LIGHT, body_of
from sop_engine.layout.drawing import Cell, Drawing, Page
from sop_engine.layout.papers import PAPERS

A4 = PAPERS["A4"]


def bar_of(label: str, low: int | Fraction, high: int | Fraction | None = None, **more: object) -> Bar:
    """A bar; of one length where only one is given."""
    return Bar(label, Fraction(low), Fraction(low if high is None else high), f"{low} orang", **more)  # type: ignore[arg-type]


def drawing_of(*bars: Bar, notes: tuple[str, ...] = ()) -> Drawing:
    """A chart of these bars."""
    return bar_chart(Chart("Beban Kerja", "setahun", "orang", bars, notes, "Dua pelaksana."), A4)


def fields(page: Page, field: str) -> list[Cell]:
    """The cells that show something."""
    return [cell for cell in page.cells if cell.field == field]


def test_bars_are_as_long_as_their_numbers() -> None:
    """The axis reaches 3 in steps of a half; a bar of 1 takes a third of it, a range has a lighter end."""
    (page,) = drawing_of(bar_of("Staf", 1), bar_of("Kepala", 2, 3), bar_of("Arsiparis", 0)).pages
    assert [cell.text for cell in fields(page, "sumbu")] == ["orang", "0", "0,5", "1", "1,5", "2", "2,5", "3"]
    one, two, three = fields(page, "batang")
    assert [bar.fill for bar in (one, two, three)] == [DARK, DARK, LIGHT]
    assert one.box.x == two.box.x
    assert three.box.x == pytest.approx(two.box.right, abs=0.02)
    assert two.box.width == pytest.approx(2 * one.box.width, abs=0.02)
    assert three.box.width == pytest.approx(one.box.width, abs=0.02)
    assert [cell.text for cell in fields(page, "label")] == ["Staf", "Kepala", "Arsiparis"]
    assert [cell.text for cell in fields(page, "nilai")] == ["1 orang", "2 orang", "0 orang"]


def test_a_mark_stands_across_its_bar() -> None:
    """It has a white edge, so that it is seen on a dark bar too; the axis reaches it."""
    (page,) = drawing_of(bar_of("Staf", 2, mark=Fraction(4))).pages
    (bar,) = fields(page, "batang")
    white, black = (cell for cell in fields(page, "garis") if cell.fill in (0.0, 1.0))
    assert (white.fill, black.fill) == (1.0, 0.0)
    assert black.box.centre[0] == pytest.approx(bar.box.x + 2 * bar.box.width, abs=0.05)
    assert black.box.y < bar.box.y < bar.box.bottom < black.box.bottom


def test_each_group_has_a_line_of_its_own() -> None:
    """Above the first of its bars."""
    bars = (bar_of("a", 1, group="kota"), bar_of("b", 1, group="kota"), bar_of("c", 1, group="desa"))
    (page,) = drawing_of(*bars).pages
    assert [cell.text for cell in fields(page, "kelompok")] == ["kota", "desa"]


def test_many_bars_take_several_pages() -> None:
    """Each bar stands once and within its page, the scale is one, and a group that goes on is named again."""
    bars = [bar_of(f"Peran {at}", at, group="kota") for at in range(100)]
    drawing = drawing_of(*bars, notes=("Catatan.",))
    assert [cell.text for page in drawing.pages for cell in fields(page, "label")] == [
        one.label for one in bars
    ]
    assert len({tuple(cell.text for cell in fields(page, "sumbu")) for page in drawing.pages}) == 1
    assert [len(fields(page, "kelompok")) for page in drawing.pages] == [1] * len(drawing.pages)
    assert [len(fields(page, "catatan")) for page in drawing.pages] == [0] * (len(drawing.pages) - 1) + [1]
    bottom = body_of(A4).bottom
    for page in drawing.pages:
        labels = fields(page, "label")
        assert all(above.box.bottom <= below.box.y + 0.01 for above, below in pairwise(labels))
        assert max(cell.box.bottom for cell in labels) <= bottom + 0.01


def test_notes_that_find_no_room_have_a_page_of_their_own() -> None:
    """Behind the last bars."""
    full = len(fields(drawing_of(*[bar_of("a", 1)] * 100).pages[0], "label"))
    drawing = drawing_of(*[bar_of("a", 1)] * full, notes=("Catatan.",))
    assert [len(fields(page, "label")) for page in drawing.pages] == [full, 0]
    assert [len(fields(page, "catatan")) for page in drawing.pages] == [0, 1]


def test_many_notes_go_on_where_there_is_room() -> None:
    """In their order, each once and within its page."""
    notes = tuple(f"Catatan {at}." for at in range(120))
    pages = drawing_of(bar_of("a", 1), notes=notes).pages
    assert [cell.text for page in pages for cell in fields(page, "catatan")] == list(notes)
    assert len(pages) > 2
    assert max(cell.box.bottom for page in pages for cell in fields(page, "catatan")) <= body_of(A4).bottom


def test_a_note_that_is_longer_than_a_page() -> None:
    """It stands alone, and the next one behind it."""
    pages = drawing_of(bar_of("a", 1), notes=("kata " * 5000, "Catatan.")).pages
    assert [[cell.text[:7] for cell in fields(page, "catatan")] for page in pages] == [
        [],
        ["kata ka"],
        ["Catatan"],
    ]


def test_a_chart_without_bars() -> None:
    """Its axis and notes."""
    (page,) = drawing_of(notes=("Catatan.",)).pages
    assert (fields(page, "batang"), len(fields(page, "catatan"))) == ([], 1)
