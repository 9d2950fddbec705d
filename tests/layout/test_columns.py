"""Widths of columns."""

import pytest

from sop_engine.layout.columns import Columns, Lanes, fit_columns
from sop_engine.layout.measure import narrowest, prose
from sop_engine.layout.needs import BEFORE, BEHIND
from sop_engine.layout.style import Style
from sop_engine.model.sop import Sop

STYLE = Style()
SOP = Sop.model_validate(
    {
        "versi_format": "1",
        "instansi": {"kode": "uji", "nama": "Uji"},
        "identitas": {"nama": "Uji"},
        "pelaksana": {"a": "A", "b": "B"},
        "kegiatan": [{"uraian": "Satu", "pelaksana": "a"}],
    }
)


def columns(lanes: tuple[float, ...] = (70.0, 70.0), page: float = 842.0, **texts: str) -> Columns:
    """Columns for one row with these texts."""
    row = {field: (prose(texts[field]),) if field in texts else () for field in (*BEFORE, *BEHIND)}
    return fit_columns(SOP, [row], [3.5], STYLE, page, Lanes(lanes, 70.0), {})


def widths(found: Columns) -> dict[str, float]:
    """Width of each column by its field."""
    return {field: found.edges[at + 1] - found.edges[at] for at, field in enumerate(found.fields)}


def test_columns_fill_the_page_between_its_margins() -> None:
    """From margin to margin, fields in the form's order."""
    found = columns()
    assert found.fields == ("nomor", "uraian", "a", "b", "kelengkapan", "waktu", "output", "keterangan")
    assert (found.edges[0], found.edges[-1]) == (STYLE.margin, pytest.approx(842 - STYLE.margin, abs=0.05))


def test_the_column_with_most_text_is_the_widest() -> None:
    """Width goes where it makes rows low."""
    found = widths(columns(uraian="Memeriksa kelengkapan berkas. " * 20, output="Laporan"))
    assert max(found, key=lambda field: found[field]) == "uraian"
    found = widths(columns(kelengkapan="Memeriksa kelengkapan berkas. " * 20, uraian="Memeriksa"))
    assert max(found, key=lambda field: found[field]) == "kelengkapan"


def test_no_word_breaks_where_there_is_room() -> None:
    """The longest word of a column fits it."""
    found = widths(columns(output="pertanggungjawaban keuangan"))
    assert found["output"] - 2 * STYLE.pad_x >= narrowest("pertanggungjawaban", STYLE.font)


def test_lanes_keep_their_width() -> None:
    """Unless text would have no room at all."""
    found = widths(columns(lanes=(90.0, 60.0), uraian="Memeriksa kelengkapan berkas. " * 40))
    assert (found["a"], found["b"]) == (pytest.approx(90, abs=0.02), pytest.approx(60, abs=0.02))
    narrow = widths(columns(lanes=(500.0, 500.0), uraian="Memeriksa kelengkapan berkas. " * 40))
    assert narrow["uraian"] >= 80 - 0.02
    assert narrow["a"] == pytest.approx(narrow["b"], abs=0.02)


def test_lanes_are_known_by_their_place() -> None:
    """Text columns stand before and behind them."""
    found = columns()
    assert [found.is_lane(at) for at in range(8)] == [False, False, True, True, False, False, False, False]
    assert (found.first_lane, found.index("uraian"), found.index("waktu")) == (2, 1, 5)
    assert found.lane_edges == found.edges[2:5]


def test_a_column_without_text_leaves_its_room_to_others() -> None:
    """It has the width of its heading at most while any text would run shorter for more."""
    found = widths(columns(uraian="Memeriksa kelengkapan berkas. " * 20, output="Laporan " * 20))
    assert (found["keterangan"], found["kelengkapan"]) == (
        pytest.approx(20, abs=0.1),
        pytest.approx(20, abs=0.1),
    )


def test_headings_become_small_before_words_break() -> None:
    """What a heading likes to have is given up first."""
    rows = [dict.fromkeys((*BEFORE, *BEHIND), (prose("pertanggungjawaban"),))]
    least = dict.fromkeys((*BEFORE, *BEHIND), 120.0)
    word = narrowest("pertanggungjawaban", STYLE.font) + 2 * STYLE.pad_x
    for page in (842.0, 700.0):
        found = widths(fit_columns(SOP, rows, [3.5], STYLE, page, Lanes((40.0, 40.0), 40.0), least))
        assert all(found[field] >= word for field in (*BEFORE, *BEHIND))
