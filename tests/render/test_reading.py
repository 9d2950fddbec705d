"""The order in which a page is read."""

from dataclasses import replace

from sop_engine.layout.drawing import Box, Cell, Label, Page, Shape, Symbol
from sop_engine.layout.measure import wrap
from sop_engine.render.reading import Words, in_reading_order


def cell(text: str, row: int | None, column: int | None, box: tuple[float, float, float, float]) -> Cell:
    """A cell at x, y, width and height."""
    return Cell(Box(*box), row, column, 1, 1, text, wrap(text, 8.0, 100), 8.0)


def symbol(name: str, x: float, y: float) -> Symbol:
    """A symbol around a point."""
    return Symbol(name, Shape.PROCESS, Box(x - 5, y - 5, 10, 10), name, "", wrap(name, 6.0, 100), 6.0, 7.0)


def label(text: str, source: str, x: float, y: float) -> Label:
    """The words of a branch around a point."""
    return Label(text, wrap(text, 6.0, 100), (x, y), 6.0, 7.0, Box(x - 5, y - 3, 10, 6), source, "")


def read(page: Page) -> list[str]:
    """What is read out."""
    return [words(item) for item in in_reading_order(page)]


def words(item: Words) -> str:
    """The words of one piece."""
    return " ".join(line.text for line in item.lines)


HEADINGS = (
    cell("No", -2, 0, (0, 0, 20, 40)),
    cell("Pelaksana", -2, 1, (20, 0, 100, 20)),
    cell("Waktu", -2, 3, (120, 0, 40, 40)),
    cell("Ketua", -1, 1, (20, 20, 50, 20)),
    cell("Staf", -1, 2, (70, 20, 50, 20)),
)
FIRST = (
    cell("1", 0, 0, (0, 40, 20, 40)),
    cell("", 0, 1, (20, 40, 50, 40)),
    cell("", 0, 2, (70, 40, 50, 40)),
    replace(cell("2 jam", 0, 3, (120, 40, 40, 80)), rows=2),
)
SECOND = (
    cell("2", 1, 0, (0, 80, 20, 40)),
    cell("", 1, 1, (20, 80, 50, 40)),
    cell("", 1, 2, (70, 80, 50, 40)),
)
NOTE = cell("Catatan", None, None, (0, 130, 160, 10))


def test_headings_rows_and_notes_follow_on_each_other() -> None:
    """In a row cells and what stands in them come from left to right, symbols before branches."""
    page = Page(
        1,
        200,
        150,
        (*HEADINGS, *FIRST, *SECOND, NOTE),
        (symbol("A", 45, 60), symbol("B", 95, 60), symbol("C", 95, 100)),
        labels=(label("Ya", "A", 55, 65), label("Tidak", "A", 35, 55)),
    )
    assert [word for word in read(page) if word] == [
        "No", "Pelaksana", "Ketua", "Staf", "Waktu",
        "1", "A", "Tidak", "Ya", "B", "2 jam",
        "2", "C",
        "Catatan",
    ]  # fmt: skip


def test_a_branch_is_read_with_its_decision() -> None:
    """Though its words stand where the next row begins."""
    page = Page(
        1, 200, 150, (*FIRST, *SECOND), (symbol("A", 45, 60), symbol("C", 45, 100)),
        labels=(label("Ya", "A", 50, 85),),
    )  # fmt: skip
    assert [word for word in read(page) if word] == ["1", "A", "Ya", "2 jam", "2", "C"]


def test_a_branch_from_another_page_is_read_where_it_stands() -> None:
    """Nothing else is known of it."""
    page = Page(1, 200, 150, (*FIRST, *SECOND), labels=(label("Ya", "gone", 50, 85),))
    assert [word for word in read(page) if word] == ["1", "2 jam", "2", "Ya"]


def test_a_band_of_pentagons_is_a_row() -> None:
    """Between the rows, or behind the last one."""
    band = (cell("", None, 0, (0, 120, 20, 20)), cell("", None, 1, (20, 120, 100, 20)))
    page = Page(1, 200, 150, (*FIRST, *SECOND, *band), (symbol("A", 45, 60), symbol("off", 45, 130)))
    assert [word for word in read(page) if word] == ["1", "A", "2 jam", "2", "off"]


def test_a_page_without_symbols_is_read_as_it_is_written() -> None:
    """Cell by cell."""
    page = Page(1, 200, 150, (NOTE, *SECOND, *FIRST))
    assert list(in_reading_order(page)) == [NOTE, *SECOND, *FIRST]


def test_nothing_is_lost_or_read_twice() -> None:
    """Also what stands below every row, or beside every cell."""
    symbols = (symbol("A", 45, 60), symbol("below", 45, 145), symbol("left", -5, 100), symbol("above", 45, 5))
    page = Page(1, 200, 150, (*HEADINGS, *FIRST, *SECOND), symbols, labels=(label("Ya", "below", 1, 1),))
    assert sorted(map(id, in_reading_order(page))) == sorted(
        map(id, (*page.cells, *page.symbols, *page.labels))
    )
    assert list(in_reading_order(replace(page, cells=()))) == [*page.symbols, *page.labels]
