"""The Waktu cells of the table."""

from sop_engine.analysis.cells import cells_of
from tests.analysis.flows import graph_of


def test_rows_that_share_a_time_are_one_cell() -> None:
    """4 shares what 3 shares with 2; 5 shares the time of a row that is not there and stands for itself."""
    rows = """
1 | Segera
2 | 1 jam
3 | {bersama: 2}
4 | {bersama: 3}
5 | {bersama: 9}
6 | 2 jam | simbol: [{pelaksana: staf, lanjut: 6b}, {pelaksana: kepala, bentuk: selesai}]
"""
    cells = cells_of(graph_of(rows))
    assert cells.of == (0, 1, 1, 1, 4, 5)
    assert [str(time) for time in cells.times] == ["Segera", "1 jam", "1 jam", "1 jam", "", "2 jam"]
    assert cells.names == ("1", "2", "3", "4", "5", "6")
    assert cells.unmeasured == (0, 4)


def test_a_row_cannot_share_what_stands_below_it() -> None:
    """Nor its own time."""
    cells = cells_of(graph_of("1 | {bersama: 2}\n2 | 1 jam\n3 | {bersama: 3}"))
    assert cells.of == (0, 1, 2)
    assert cells.unmeasured == (0, 2)
