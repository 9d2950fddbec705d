"""Schedules: small procedures on the calendar, each worked by hand."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sop_engine.analysis.calendar import Calendar, Moment, day_of, moment_of
from sop_engine.analysis.office import office_hours
from sop_engine.analysis.regions import DoubtKind, regions_of
from sop_engine.analysis.schedule import Entry, Schedule, Stretch, Way, schedule_of
from sop_engine.pipeline import compile_source
from sop_engine.source import SourceFile

HEAD = """\
versi_format: 1
instansi: {kode: contoh, nama: Badan Contoh}
identitas: {nama: Laporan}
pelaksana: {staf: Staf, kepala: Kepala}
kegiatan:
"""
CALENDAR = Calendar(office_hours(5))
MONDAY = moment_of(date(2026, 4, 13), 450)
"""Monday 13 April 2026 at 07.30; its week is worked whole."""


def made(rows: str, way: Way = Way.GREATEST, start: Moment = MONDAY, repeat: int = 0) -> Schedule:
    """The schedule of rows that are written short: a line each."""
    lines = []
    for number, row in enumerate(rows.strip().splitlines(), 1):
        lines.append(f"  - {{nomor: {number}, uraian: Menyusun laporan {number}, {row.strip()}}}\n")
    graph = compile_source(SourceFile("contoh.yaml", HEAD + "".join(lines))).graph
    assert graph is not None
    repeats = {loop.flow: repeat for loop in regions_of(graph).loops}
    return schedule_of(graph, CALENDAR, start, way, repeats=repeats if repeat else None)


def shown(moment: Moment) -> str:
    """``13 07.30``: the day of the month and the hour."""
    minute = moment % 1440
    return f"{day_of(moment).day:02d} {int(minute // 60):02d}.{int(minute % 60):02d}"


def lines(schedule: Schedule) -> list[str]:
    """Each entry as ``name latest start - latest end``."""
    return [f"{one.name} {shown(one.latest.start)} - {shown(one.latest.end)}" for one in schedule.entries]


def test_rows_follow_each_other_and_unmeasured_ones_take_no_time() -> None:
    """07.30 and 7 h are 15.30; of 2 h half an hour is left that Monday, 1 h 30 min begin on Tuesday at 07.30."""
    found = made("""
        pelaksana: staf, mutu_baku: {waktu: 7 jam}
        pelaksana: kepala, mutu_baku: {waktu: Segera}
        pelaksana: staf, mutu_baku: {waktu: 2 jam}
    """)
    assert lines(found) == ["1 13 07.30 - 13 15.30", "2 13 15.30 - 13 15.30", "3 13 15.30 - 14 09.00"]
    assert (shown(found.earliest), shown(found.deadline)) == ("14 09.00", "14 09.00")
    assert (found.unmeasured, found.absent, found.loops) == (("2",), (), ())


def test_work_that_ends_with_the_day_is_followed_on_the_next() -> None:
    """A whole Monday ends at 16.00; the next row begins on Tuesday at 07.30."""
    found = made("""
        pelaksana: staf, mutu_baku: {waktu: 1 hari}
        pelaksana: kepala, mutu_baku: {waktu: 1 jam}
    """)
    assert lines(found) == ["1 13 07.30 - 13 16.00", "2 14 07.30 - 14 08.30"]


def test_ranges_give_earliest_and_latest() -> None:
    """1-3 hari end on Monday or Wednesday at 16.00; maks. 2 jam more: at once, or on Thursday at 09.30."""
    found = made("""
        pelaksana: staf, mutu_baku: {waktu: 1-3 hari}
        pelaksana: kepala, mutu_baku: {waktu: maks. 2 jam}
    """)
    assert [(shown(one.earliest.start), shown(one.earliest.end)) for one in found.entries] == [
        ("13 07.30", "13 16.00"),
        ("13 16.00", "13 16.00"),
    ]
    assert lines(found) == ["1 13 07.30 - 15 16.00", "2 16 07.30 - 16 09.30"]
    assert (shown(found.earliest), shown(found.deadline)) == ("13 16.00", "16 09.30")


SPLIT = """
    pelaksana: staf, mutu_baku: {waktu: 30 menit}, lanjut: [2, 3]
    pelaksana: staf, mutu_baku: {waktu: 1 hari}, lanjut: 4
    pelaksana: kepala, mutu_baku: {waktu: 2 jam}, lanjut: 4
    pelaksana: kepala, gabung: semua, mutu_baku: {waktu: 1 jam}
"""


def test_arms_run_side_by_side_and_a_join_waits_for_the_last() -> None:
    """Both begin at 08.00; a day later is Tuesday 08.00, and then comes one hour more."""
    assert lines(made(SPLIT)) == [
        "1 13 07.30 - 13 08.00",
        "2 13 08.00 - 14 08.00",
        "3 13 08.00 - 13 10.00",
        "4 14 08.00 - 14 09.00",
    ]


def test_a_shared_time_is_one_stretch_of_both_rows() -> None:
    """The second row is done within the day of the first, and adds nothing."""
    found = made("""
        pelaksana: staf, mutu_baku: {waktu: 1 hari}
        pelaksana: kepala, mutu_baku: {waktu: {bersama: 1}}
        pelaksana: staf, mutu_baku: {waktu: 30 menit}
    """)
    assert lines(found) == ["1 13 07.30 - 13 16.00", "2 13 07.30 - 13 16.00", "3 14 07.30 - 14 08.00"]
    assert [one.shared for one in found.entries] == [None, "1", None]


def test_symbols_of_one_row_are_one_entry_with_all_roles() -> None:
    """The row's time counts once; both roles are named in the order of the way."""
    found = made("""
        simbol: [{id: 1a, pelaksana: staf, lanjut: 1b}, {id: 1b, pelaksana: kepala, lanjut: 2}], mutu_baku: {waktu: 1 jam}
        pelaksana: staf, mutu_baku: {waktu: 30 menit}
    """)
    assert lines(found) == ["1 13 07.30 - 13 08.30", "2 13 08.30 - 13 09.00"]
    assert found.entries[0].lanes == ("staf", "kepala")


def test_clock_time_goes_on_through_the_night_and_calendar_days_through_the_weekend() -> None:
    """From Friday 17 April 07.30 by the clock to Saturday 07.30; two calendar days more; work begins on Monday 20."""
    found = made(
        """
        pelaksana: staf, mutu_baku: {waktu: 1 x 24 jam}
        pelaksana: kepala, mutu_baku: {waktu: 2 hari kalender}
        pelaksana: staf, mutu_baku: {waktu: 30 menit}
        """,
        start=moment_of(date(2026, 4, 17), 450),
    )
    assert lines(found) == ["1 17 07.30 - 18 07.30", "2 18 07.30 - 20 07.30", "3 20 07.30 - 20 08.00"]


DECISION = """
    pelaksana: staf, mutu_baku: {waktu: 30 menit}
    pelaksana: kepala, cabang: {Ya: 4, Tidak: 3}, mutu_baku: {waktu: 1 jam}
    pelaksana: staf, mutu_baku: {waktu: 2 jam}
    pelaksana: staf, mutu_baku: {waktu: 1 jam}
"""


@pytest.mark.parametrize(
    ("way", "rows", "deadline"),
    [
        (Way.GREATEST, "1234", "13 12.00"),
        (Way.LEAST, "124", "13 10.00"),
        (Way.FIRST, "124", "13 10.00"),
    ],
)
def test_which_way(way: Way, rows: str, deadline: str) -> None:
    """From 07.30 all four rows take 270 minutes, to 12.00; without the third it is 150, to 10.00."""
    found = made(DECISION, way)
    assert "".join(one.name for one in found.entries) == rows
    assert found.absent == tuple(name for name in "1234" if name not in rows)
    assert found.way is way
    assert shown(found.deadline) == deadline


def test_the_calendar_decides_among_units_that_do_not_compare() -> None:
    """From 17 March 2026 two weeks end on 31 March, 11 working days on 8 April.

    The days are 17, 25, 26, 27, 30 and 31 March, 1, 2, 6, 7 and 8 April: 3 April is free.
    """
    rows = """
        pelaksana: kepala, cabang: {Ya: 2, Tidak: 3}
        pelaksana: staf, mutu_baku: {waktu: 2 minggu}, lanjut: selesai
        pelaksana: staf, mutu_baku: {waktu: 11 hari kerja}
    """
    start = moment_of(date(2026, 3, 17), 480)
    assert [one.name for one in made(rows, start=start).entries] == ["1", "3"]
    assert [one.name for one in made(rows, Way.LEAST, start).entries] == ["1", "2"]


LOOP = """
    pelaksana: staf, mutu_baku: {waktu: 30 menit}
    pelaksana: kepala, cabang: {Tidak: BACK, Ya: 3}, mutu_baku: {waktu: 1 jam}
    pelaksana: staf, mutu_baku: {waktu: 30 menit}
"""


def test_first_labels_that_go_back_are_taken_as_often_as_they_may() -> None:
    """Twice back: 90 minutes three times from 07.30 are 4 h 30 min, so 12.00; the rest begins at 13.00."""
    found = made(LOOP.replace("BACK", "{ke: 1, maks: 2}"), Way.FIRST)
    assert [(one.name, one.turn) for one in found.entries] == [
        *(("1", 1), ("2", 1), ("1", 2), ("2", 2), ("1", 3), ("2", 3)),
        ("3", 1),
    ]
    assert lines(found)[-2:] == ["2 13 11.00 - 13 12.00", "3 13 13.00 - 13 13.30"]


def test_by_first_labels_loops_keep_their_order() -> None:
    """From Friday 17 April 10.00: 2 jam to 13.30, a calendar day to Saturday 13.30, though the other order ends later."""
    rows = """
        pelaksana: kepala, cabang: {A: {ke: 2, maks: 1}, B: {ke: 3, maks: 1}, C: 4}
        pelaksana: staf, mutu_baku: {waktu: 2 jam}, lanjut: 1
        pelaksana: staf, mutu_baku: {waktu: 1 hari kalender}, lanjut: 1
        pelaksana: staf
    """
    friday = moment_of(date(2026, 4, 17), 600)
    found = made(rows, Way.FIRST, friday)
    assert ["".join(one.name for one in found.entries), shown(found.deadline)] == ["121314", "18 13.30"]
    assert shown(made(rows, start=friday, repeat=1).deadline) == "20 09.30"


def test_a_loop_is_gone_round_as_often_as_is_asked() -> None:
    """Not at all, 2 h end at 09.30; once, 90 minutes more are 11.00; each loop and its number are told."""
    rows = LOOP.replace("BACK", "1")
    found = [made(rows, repeat=often) for often in (0, 1)]
    assert [shown(one.deadline) for one in found] == ["13 09.30", "13 11.00"]
    assert [[often for _, often in one.loops] for one in found] == [[0], [1]]


def test_a_way_that_is_shorter_by_its_times_may_end_later() -> None:
    """From Friday 17 April 10.00: 2 jam end at 13.30, a calendar day later is Saturday 13.30.

    By the other branch a calendar day ends on Saturday at 10.00, and 1 jam on Monday 20 at 08.30: it is 1 jam shorter,
    and the deadline.
    """
    rows = """
        pelaksana: kepala, cabang: {Ya: 2, Tidak: 4}
        pelaksana: staf, mutu_baku: {waktu: 2 jam}, lanjut: 3
        pelaksana: staf, mutu_baku: {waktu: 1 hari kalender}, lanjut: selesai
        pelaksana: staf, mutu_baku: {waktu: 1 hari kalender}, lanjut: 5
        pelaksana: staf, mutu_baku: {waktu: 1 jam}
    """
    found = made(rows, start=moment_of(date(2026, 4, 17), 600))
    assert lines(found)[1:] == ["4 17 10.00 - 18 10.00", "5 20 07.30 - 20 08.30"]


def test_a_way_that_never_ends_is_a_doubt() -> None:
    """The first label goes back for ever: no entries, and why."""
    found = made(LOOP.replace("BACK", "1"), Way.FIRST)
    assert found.doubt is not None
    assert (found.doubt.kind, found.entries) == (DoubtKind.ENDLESS, ())


def test_very_many_rounds_are_a_doubt() -> None:
    """Rounds of two steps, ten thousand times: more than anybody reads."""
    found = made(LOOP.replace("BACK", "{ke: 1, maks: 10000}"), Way.FIRST)
    assert found.doubt is not None
    assert found.doubt.kind is DoubtKind.TOO_LARGE


def test_an_entry_whole() -> None:
    """All that is said of a row."""
    (found, _) = made("pelaksana: staf, mutu_baku: {waktu: 1-2 jam}\npelaksana: staf").entries
    assert found == Entry(
        0,
        "1",
        ("staf",),
        found.time,
        Stretch(MONDAY, MONDAY + 60),
        Stretch(MONDAY, MONDAY + 120),
    )
    assert str(found.time) == "1-2 jam"


TIMES = st.sampled_from(
    ["30 menit", "2 jam", "1-2 hari", "3 hari kalender", "1 x 24 jam", "maks. 1 minggu", "Segera"]
)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(TIMES, min_size=2, max_size=8), st.integers(0, 400_000))
def test_every_row_follows_the_one_before_it(times: list[str], later: int) -> None:
    """On a chain no row begins before the last one ends, and the earliest is never after the latest."""
    rows = "\n".join(f"pelaksana: staf, mutu_baku: {{waktu: {time}}}" for time in times)
    found = made(rows, start=MONDAY + later)
    assert len(found.entries) == len(times)
    low = high = found.start
    for one in found.entries:
        assert low <= one.earliest.start <= one.earliest.end
        assert high <= one.latest.start <= one.latest.end
        assert one.earliest.end <= one.latest.end
        low, high = one.earliest.end, one.latest.end
    assert (found.earliest, found.deadline) == (low, high)
