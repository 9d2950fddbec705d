"""The Gantt chart: bars in their places, free days shaded, the deadline marked, nothing off the page."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sop_engine.analysis.calendar import Calendar, moment_of
from sop_engine.analysis.office import OfficeHours, Span, office_hours
from sop_engine.analysis.schedule import schedule_of
from sop_engine.layout.chart import DARK, MIDDLE, body_of
from sop_engine.layout.dates import clock, day_and_clock, long_moment, short_day
from sop_engine.layout.drawing import Cell, Drawing
from sop_engine.layout.gantt import gantt
from sop_engine.layout.papers import PAPERS
from sop_engine.layout.timeline import Timeline, timeline_of
from sop_engine.pipeline import compile_source
from sop_engine.source import SourceFile

CALENDAR = Calendar(office_hours(5))
HEAD = """\
versi_format: 1
instansi: {kode: contoh, nama: Badan Contoh}
identitas: {nama: Laporan}
pelaksana: {staf: Staf Penyusun}
kegiatan:
"""


def drawn(
    times: list[str],
    start: date = date(2026, 4, 13),
    notes: tuple[str, ...] = (),
    calendar: Calendar = CALENDAR,
) -> Drawing:
    """The chart of a chain of rows."""
    rows = "".join(
        f"  - {{nomor: {number}, uraian: Menyusun bagian {number} dari laporan, pelaksana: staf, "
        f"mutu_baku: {{waktu: {time}}}}}\n"
        for number, time in enumerate(times, 1)
    )
    compiled = compile_source(SourceFile("contoh.yaml", HEAD + rows))
    assert compiled.sop is not None
    assert compiled.graph is not None
    schedule = schedule_of(compiled.graph, calendar, calendar.opening(moment_of(start)))
    return gantt(compiled.sop, schedule, calendar, PAPERS["A4"], notes, "jalur terlama")


def bars(drawing: Drawing) -> list[Cell]:
    """All bars, in order."""
    return [cell for page in drawing.pages for cell in page.cells if cell.field == "batang"]


def test_bars_follow_each_other_up_to_the_deadline() -> None:
    """Where one ends the next begins; the line of the deadline stands at the end of the last."""
    found = drawn(["3 hari", "2 hari", "4 hari"])
    first, second, third = bars(found)
    assert first.fill == second.fill == third.fill == DARK
    assert first.box.right <= second.box.x
    assert second.box.right <= third.box.x
    words = next(cell for cell in found.pages[0].cells if cell.field == "tenggat")
    assert words.text == "tenggat Kam 23 Apr 2026 16.00"


def test_a_range_has_two_bars() -> None:
    """The earliest above and lighter, the latest below; the legend says so."""
    found = drawn(["1-3 hari", "1 jam"])
    early, late, *_ = bars(found)
    assert (early.fill, late.fill) == (MIDDLE, DARK)
    assert early.box.bottom <= late.box.y
    assert early.box.width < late.box.width
    texts = [cell.text for cell in found.pages[0].cells]
    assert {"paling cepat", "paling lambat", "Mulai\n(paling cepat)", "Selesai\n(paling lambat)"} < {*texts}


def test_rows_say_when_they_begin_and_end() -> None:
    """Number, activity, role, time, and both moments; what is not measured says so."""
    found = drawn(["1 hari", "Segera"])
    rows = [[cell.text for cell in found.pages[0].cells if cell.row == row] for row in (0, 1)]
    assert rows == [
        [
            "1",
            "Menyusun bagian 1 dari laporan",
            "Staf Penyusun",
            "1 hari",
            "Sen 13 Apr\n07.30",
            "Sen 13 Apr\n16.00",
        ],
        [
            *("2", "Menyusun bagian 2 dari laporan", "Staf Penyusun", "tidak terukur"),
            *("Sen 13 Apr\n16.00", "Sen 13 Apr\n16.00"),
        ],
    ]


def test_weekends_and_feasts_are_shaded() -> None:
    """From Mon 16 March 2026: 18 to 20 and 23 to 24 are feasts as the weekend between, 28 and 29 are a weekend."""
    shades = [cell for cell in drawn(["8 hari"], date(2026, 3, 16)).pages[0].cells if cell.field == "libur"]
    assert [cell.fill for cell in shades] == [0.82, 0.93]
    assert round(shades[0].box.width / shades[1].box.width, 1) == 3.5


def test_estimated_days_are_marked() -> None:
    """Idulfitri of 2040 is reckoned: both of its days have an asterisk, which the legend explains."""
    cells = drawn(["10 hari"], date(2040, 10, 1)).pages[0].cells
    assert [cell.text for cell in cells if "*" in cell.text and cell.field == "waktu"] == ["8*", "9*"]
    assert any(cell.text == "*  tanggal perkiraan" for cell in cells)


@pytest.mark.parametrize(
    ("times", "start", "words"),
    [
        (["1 jam"], date(2026, 4, 13), ["pelaksanaan", "di luar jam kerja", "tenggat"]),
        (["2 hari"], date(2026, 4, 17), ["pelaksanaan", "akhir pekan", "di luar jam kerja", "tenggat"]),
        (["8 hari"], date(2026, 4, 13), ["pelaksanaan", "akhir pekan", "tenggat"]),
        (
            ["8 hari"],
            date(2026, 3, 16),
            ["pelaksanaan", "akhir pekan", "hari libur", "cuti bersama", "tenggat"],
        ),
        (["9 tahun"], date(2026, 4, 13), ["pelaksanaan", "tenggat"]),
    ],
)
def test_the_legend_names_what_is_there(times: list[str], start: date, words: list[str]) -> None:
    """Greys that the chart does not have are not explained."""
    found = [cell.text for cell in drawn(times, start).pages[0].cells if cell.field == "keterangan"]
    assert ", ".join(found).split(", ") == words


def test_the_heading_names_the_agency_and_the_way() -> None:
    """Above the table: what, whose, from when to when, and by which way."""
    found = [cell.text for cell in drawn(["1 hari"]).pages[0].cells if cell.field == "judul"]
    assert found == [
        "Jadwal: Laporan",
        "Badan Contoh\nMulai Senin, 13 April 2026 07.30 · tenggat Senin, 13 April 2026 16.00 · jalur terlama",
    ]


@pytest.mark.parametrize("times", [["30 menit"], ["6 jam"], ["9 hari"]])
def test_the_deadline_is_named_beside_its_line(times: list[str]) -> None:
    """On the side that has room, in its full size."""
    cell = next(cell for cell in drawn(times).pages[0].cells if cell.field == "tenggat")
    assert (len(cell.lines), cell.size) == (1, 7.0)


def test_what_is_done_by_night_stands_within_the_chart() -> None:
    """An office that works to 20.00: the last bar of its day, and that of a row without time, are at the edge."""
    week = ((Span(480, 1200),),) * 5 + ((), ())
    found = drawn(["12 jam", "Segera"], calendar=Calendar(OfficeHours(week, week)))
    right = body_of(PAPERS["A4"]).right
    assert [cell.box.right <= right for cell in bars(found)] == [True, True]


def test_no_bar_goes_beyond_the_deadline() -> None:
    """Rows of a minute after 120 days are drawn longer than they are, to the left."""
    found = drawn(["120 hari", "1 menit", "Segera"])
    line = next(
        cell
        for cell in found.pages[0].cells
        if cell.field == "garis" and cell.fill == 0.0 and cell.box.height > 50
    )
    assert all(cell.box.right <= line.box.right for cell in bars(found))


def test_notes_without_room_have_a_page_and_a_heading() -> None:
    """Where a table fills its page."""
    found = drawn(["30 menit"] * 3, notes=("catatan " * 3000,))
    assert next(cell.text for cell in found.pages[-1].cells) == "Catatan"
    assert not any(cell.field == "batang" for cell in found.pages[-1].cells)


def test_a_page_of_many_rows_goes_on() -> None:
    """Every row stands once, headings on each page, notes on the last."""
    found = drawn(["30 menit"] * 60, notes=("sebuah catatan",))
    assert len(found.pages) > 1
    numbers = [cell.text for page in found.pages for cell in page.cells if cell.field == "No"]
    assert numbers == [str(number) for number in range(1, 61)]
    bottom = body_of(PAPERS["A4"]).bottom
    for page in found.pages:
        assert [cell.text for cell in page.cells if cell.row == -1][:2] == ["No", "Kegiatan"]
        assert all(cell.box.bottom <= bottom for cell in page.cells if cell.row is not None)
    assert "Sebuah catatan" in [cell.text for cell in found.pages[-1].cells]


TIMES = st.sampled_from(
    ["15 menit", "5 jam", "1-9 hari", "40 hari", "3 bulan", "1 x 24 jam", "2 tahun", "Segera"]
)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(TIMES, min_size=2, max_size=12), st.dates(date(2026, 1, 1), date(2030, 12, 31)))
def test_nothing_leaves_the_page(times: list[str], start: date) -> None:
    """Whatever the scale: all within the margins but foot and status, each bar wide enough to be seen."""
    found = drawn(times, start)
    for page in found.pages:
        for cell in page.cells:
            assert 0 <= cell.box.x <= cell.box.right <= page.width - 42
            assert 0 <= cell.box.y <= cell.box.bottom <= page.height
    assert all(cell.box.width >= 1.39 for cell in bars(found))


def names(line: Timeline) -> list[str]:
    """The words of its headings."""
    return [cell.text for cell in line.head(0, 20, 100) if cell.text]


@pytest.mark.parametrize(
    ("days", "first"),
    [
        (1, ["13 Apr 2026", "06.00", "08.00", "10.00"]),
        (20, ["April 2026", "Mei 2026", "13", "14"]),
        (60, ["April 2026", "Mei 2026", "Juni 2026", "13"]),
        (200, ["2026", "Apr 2026", "Mei 2026", "Jun 2026"]),
        (3000, ["2026", "2027", "2028", "2029"]),
    ],
)
def test_the_scale_fits_the_length(days: int, first: list[str]) -> None:
    """Hours, days, weeks, months or years."""
    start = moment_of(date(2026, 4, 13), 450)
    line = timeline_of(CALENDAR, start, start + (days - 1) * 1440, 400, 800)
    assert names(line)[:4] == first


def test_nights_take_no_room() -> None:
    """What happens in the night stands at its ends, noon in the middle of its day."""
    line = Timeline(CALENDAR, date(2026, 4, 13), 10, 100, 200)
    day = moment_of(date(2026, 4, 14))
    assert [line.at(day + minute) for minute in (0, 360, 720, 1080, 1439)] == [110, 110, 115, 120, 120]


def test_dates_in_words() -> None:
    """Both languages; a broken minute is the next whole one, also at midnight."""
    moment = moment_of(date(2026, 8, 17), 450)
    assert long_moment(moment) == ("Senin, 17 Agustus 2026 07.30", "Monday, 17 August 2026 07.30")
    assert day_and_clock(moment) == ("Sen 17 Agu 07.30", "Mon 17 Aug 07.30")
    assert short_day(date(2026, 5, 1), year=True) == ("1 Mei 2026", "1 May 2026")
    assert clock(450 + Fraction(1, 3)) == "07.31"
    assert day_and_clock(moment_of(date(2026, 8, 17), 1440) - Fraction(1, 2)).id == "Sel 18 Agu 00.00"
