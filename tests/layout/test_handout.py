"""Handouts: heads and tables over pages, whatever the SOP says."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from sop_engine.layout.audit import audit
from sop_engine.layout.drawing import Drawing
from sop_engine.layout.furniture import COUNT, STATUS
from sop_engine.layout.matrix_words import CAUTION, KEY
from sop_engine.render.options import WriteOptions
from sop_engine.render.registry import WRITERS
from tests.layout.documents import LOGO, wrongly_measured
from tests.layout.generator import random_sop
from tests.layout.handouts import lost_texts, matrix_pages, sheets, texts


def small(count: int, words: str = "Menyusun laporan", **rest: Any) -> dict[str, Any]:
    """A SOP of so many rows of one role."""
    return {
        "versi_format": "1",
        "status": "berlaku",
        "instansi": {"kode": "uji", "nama": "Dinas Uji"},
        "identitas": {"nama": "Uji", "nomor": "1/SOP"},
        "pelaksana": {"a": "Staf"},
        "kegiatan": [{"nomor": str(at), "uraian": words, "pelaksana": "a"} for at in range(1, count + 1)],
        **rest,
    }


def letters_of(drawing: Drawing) -> set[float]:
    """The sizes of the letters of the first row."""
    return {cell.size for cell in drawing.pages[0].cells if cell.row == 0}


def headings(drawing: Drawing) -> list[list[str]]:
    """The headings of the table on each page."""
    return [[cell.text for cell in page.cells if cell.row == -1] for page in drawing.pages]


@settings(max_examples=25)
@given(st.integers(0, 5_000), st.sampled_from([None, 5.0, 16.0]), st.sampled_from([None, "A4", "Legal"]))
def test_no_text_leaves_its_cell_or_is_lost(seed: int, size: float | None, paper: str | None) -> None:
    """Any SOP, any letters, any paper: cells hold their texts and lie beside each other, and every word is drawn."""
    data = random_sop(seed)
    for drawing in (
        matrix_pages(data, font_size=size, paper=paper),
        sheets(data, font_size=size, paper=paper, logo=LOGO),
    ):
        assert audit(drawing).faults == ()
        assert list(lost_texts(drawing)) == []
        assert [cell.text for page in drawing.pages for cell in wrongly_measured(page)] == []
        assert [page.number for page in drawing.pages] == list(range(1, len(drawing.pages) + 1))


def test_headings_are_repeated_and_rows_follow_each_other() -> None:
    """A table of many rows has its headings on each page, and each row stands once."""
    drawing = matrix_pages(small(90))
    assert len(drawing.pages) > 1
    assert headings(drawing) == [["No", "Kegiatan", "Staf"]] * len(drawing.pages)
    numbers = [
        cell.row for page in drawing.pages for cell in page.cells if cell.field == "nomor" and cell.row != -1
    ]
    assert numbers == list(range(90))
    assert [texts(page, "nama_lembar") for page in drawing.pages] == [
        ["MATRIKS PERAN PELAKSANA"],
        *[["MATRIKS PERAN PELAKSANA (lanjutan)"]] * (len(drawing.pages) - 1),
    ]


def test_a_row_that_is_taller_than_a_page_goes_on() -> None:
    """It alone is parted; its words follow each other over the pages."""
    drawing = sheets(small(2, "Menyusun laporan kinerja " * 400))
    rows = [
        {cell.row for cell in page.cells if cell.row is not None and cell.row >= 0} for page in drawing.pages
    ]
    assert {0} in rows
    assert all(max(one) <= min(next_) for one, next_ in pairwise(rows))
    assert audit(drawing).faults == ()
    assert list(lost_texts(drawing)) == []


def test_letters_are_smaller_only_where_that_saves_a_page() -> None:
    """A short table has the usual size, one that just runs over is squeezed, a long one is not made unreadable."""
    assert {count: letters_of(matrix_pages(small(count))) for count in (3, 16, 400)} == {
        3: {10.0},
        16: {9.0},
        400: {10.0},
    }
    assert len(matrix_pages(small(16)).pages) == 1
    assert len(matrix_pages(small(16), font_size=12.0).pages) == 2


def test_a_sheet_that_has_room_is_read_from_a_wall() -> None:
    """Letters are larger as long as all stands on one page; where it does not, they are the usual ones or smaller."""
    found = {
        count: (letters_of(sheets(small(count))), len(sheets(small(count)).pages)) for count in (1, 8, 9, 30)
    }
    assert found == {1: ({12.0}, 1), 8: ({11.0}, 1), 9: ({10.0}, 1), 30: ({8.5}, 2)}
    assert letters_of(sheets(small(1), font_size=9.0)) == {9.0}


def test_what_one_needs_for_reading_stands_on_each_page() -> None:
    """Above the table, however many pages there are; a long line leaves room for the rows."""
    drawing = matrix_pages(small(90))
    assert len(drawing.pages) > 1
    assert [texts(page, "catatan") for page in drawing.pages] == [[KEY, CAUTION.id]] * len(drawing.pages)
    data = small(90)
    data["kegiatan"][0] |= {"nomor": "9" * 6000, "uraian": "Rapat", "disimpulkan": ["pelaksana"]}
    for page in matrix_pages(data, font_size=16.0).pages:
        (top,) = {cell.box.y for cell in page.cells if cell.row == -1}
        assert top < 0.6 * page.height


def test_a_handout_says_whose_it_is_as_a_heading() -> None:
    """For those who have a page read to them, and go from heading to heading."""
    (file,) = WRITERS["html"].write(sheets(small(1)), WriteOptions())
    page = html.fromstring(file.decode())
    assert [(one.tag, one.text_content()) for one in page.xpath("//h1 | //h2")] == [
        ("h1", "Lembar Instruksi Staf: Uji"),
        ("h2", "Staf"),
    ]


@pytest.mark.parametrize(("status", "shown"), [("konsep", ["KONSEP"]), ("berlaku", [])])
def test_margins_are_those_of_a_document(status: str, shown: list[str]) -> None:
    """The status above, the SOP and the page below."""
    (page,) = sheets(small(1, status=status)).pages
    assert texts(page, STATUS) == shown
    assert texts(page, "kaki") == ["Uji · 1/SOP"]
    assert texts(page, COUNT) == ["halaman 1 dari 1"]
    assert [(picture.title) for picture in sheets(small(1), logo=LOGO).pages[0].pictures] == [
        "Logo Dinas Uji"
    ]


def test_headings_of_many_roles_are_turned_together() -> None:
    """Where the words of one do not fit, all roles' headings run upwards, in letters of one size."""
    roles = {f"p{at}": f"Pertanggungjawaban {at}" if at else "Tim" for at in range(12)}
    data = small(1, pelaksana=roles)
    data["kegiatan"][0]["pelaksana"] = "p0"
    (page,) = matrix_pages(data).pages
    heads = [cell for cell in page.cells if cell.row == -1]
    assert [cell.turned for cell in heads] == [False, False, *[True] * 12]
    assert len({cell.size for cell in heads[2:]}) == 1
    # A word as long as this stays whole: the headings are as tall as it needs.
    assert {cell.lines[0].text for cell in heads[3:]} == {"Pertanggungjawaban"}
    few = matrix_pages(small(1)).pages[0]
    assert [cell.turned for cell in few.cells if cell.row == -1] == [False] * 3
