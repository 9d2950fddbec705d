"""The header rows."""

from sop_engine.layout.columns import Columns
from sop_engine.layout.drawing import Cell
from sop_engine.layout.headings import headings, titles_of
from sop_engine.layout.needs import BEHIND
from sop_engine.layout.style import Style
from sop_engine.model.sop import Sop


def sop(names: list[str], **judul: str) -> Sop:
    """A SOP with these roles and headings."""
    return Sop.model_validate(
        {
            "versi_format": "1",
            "instansi": {"kode": "uji", "nama": "Uji"},
            "identitas": {"nama": "Uji"},
            "pelaksana": {f"p{at}": name for at, name in enumerate(names)},
            "kegiatan": [{"uraian": "Satu", "pelaksana": "p0"}],
            "tampilan": {"judul": judul},
        }
    )


def columns(count: int, lane: float) -> Columns:
    """Columns with lanes of one width."""
    sizes = [24.0, 150.0, *[lane] * count, 90.0, 50.0, 80.0, 40.0]
    edges = [40.0]
    for size in sizes:
        edges.append(edges[-1] + size)
    fields = (
        "nomor",
        "uraian",
        *(f"p{at}" for at in range(count)),
        "kelengkapan",
        "waktu",
        "output",
        "keterangan",
    )
    return Columns(fields, tuple(edges), count)


def lanes(names: list[str], lane: float) -> list[Cell]:
    """The headings of the lanes."""
    found = headings(titles_of(sop(names)), columns(len(names), lane), Style(), 180.0)
    return [cell for cell in found.cells if cell.field.startswith("p") and cell.field != "pelaksana"]


def test_headings_are_those_of_the_form_or_of_the_author() -> None:
    """In reading order, with the cells that they span."""
    found = headings(
        titles_of(sop(["A", "B"], kegiatan="Aktivitas", waktu="Waktu Baku")), columns(2, 60), Style(), 180.0
    )
    assert [(cell.text, cell.row, cell.column, cell.columns, cell.rows) for cell in found.cells] == [
        ("No", -2, 0, 1, 2),
        ("Aktivitas", -2, 1, 1, 2),
        ("Pelaksana", -2, 2, 2, 1),
        ("Mutu Baku", -2, 4, 3, 1),
        ("Ket", -2, 7, 1, 2),
        ("A", -1, 2, 1, 1),
        ("B", -1, 3, 1, 1),
        ("Kelengkapan", -1, 4, 1, 1),
        ("Waktu Baku", -1, 5, 1, 1),
        ("Output", -1, 6, 1, 1),
    ]


def test_headings_wrap_then_shrink_together() -> None:
    """The lanes have one size: that of the heading that needs the smallest."""
    found = lanes(["Kepala Sub Badan", "Bappedalitbang"], 62.0)
    assert [[line.text for line in cell.lines] for cell in found] == [
        ["Kepala", "Sub Badan"],
        ["Bappedalitbang"],
    ]
    assert {cell.size for cell in found} == {7.5}
    assert not any(cell.turned for cell in found)


def test_headings_turn_where_a_word_is_too_wide_for_its_lane() -> None:
    """All lanes turn, so that the row stays even, and every heading fits its cell."""
    found = lanes(["Tim", "Pertanggungjawaban Keuangan"], 44.0)
    assert [cell.turned for cell in found] == [True, True]
    for cell in found:
        assert max(line.width for line in cell.lines) <= cell.box.height
        assert len(cell.lines) * cell.leading <= cell.box.width


def test_a_heading_that_is_no_name_still_fits_its_cell() -> None:
    """5,000 characters without a blank."""
    (cell,) = lanes(["x" * 5000], 60.0)
    assert "".join(line.text for line in cell.lines) == "x" * 5000
    tall = len(cell.lines) * cell.leading
    wide = max(line.width for line in cell.lines)
    assert (tall <= cell.box.width, wide <= cell.box.height) == (True, True)


def test_turned_headings_have_one_size() -> None:
    """That of the heading that needs the smallest; an essay that cannot be read anyhow does not count."""
    found = lanes(["Tim", "Pertanggungjawaban dan Pelayanan Terpadu Satu Pintu", "Kepala " * 200], 44.0)
    assert [cell.turned for cell in found] == [True] * 3
    assert found[0].size == found[1].size >= 6.5
    assert found[2].size < 6.5


def test_headings_of_text_columns_have_one_size() -> None:
    """That of the heading that needs the smallest, so that the row is even."""
    found = headings(titles_of(sop(["A", "B"], output="Pertanggungjawaban")), columns(2, 60), Style(), 180.0)
    text = [cell for cell in found.cells if cell.field in {"nomor", "uraian", *BEHIND}]
    assert [cell.field for cell in text if cell.size != text[0].size] == []
    assert text[0].size < Style().font
