"""The way that ends latest or earliest: against all ways of awkward procedures, each put on the calendar."""

import json
import random
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sop_engine.analysis.calendar import BeyondError, Calendar, Moment, moment_of
from sop_engine.analysis.cells import cells_of
from sop_engine.analysis.dated import done, way_of
from sop_engine.analysis.lengths import Goal
from sop_engine.analysis.office import office_hours
from sop_engine.analysis.paths import paths
from sop_engine.analysis.regions import Doubt, DoubtKind, regions_of
from sop_engine.analysis.walked import Again, Pass, Side, Walk
from sop_engine.graph.process import ProcessGraph
from sop_engine.model.waktu import parse_waktu
from sop_engine.pipeline import compile_source
from sop_engine.source import SourceFile
from tests.analysis.procedures import compiled
from tests.layout.generator import random_sop

CALENDARS = {days: Calendar(office_hours(days)) for days in (5, 6)}
TIMES = (
    *("30 menit", "2 jam", "7 jam", "1-2 hari", "5 hari kerja", "3 hari kalender", "6 hari kalender"),
    *("1 x 24 jam", "maks. 1 minggu", "1 bulan", "Segera"),
)
MONDAY = moment_of(date(2026, 4, 13), 450)


def ended(graph: ProcessGraph, calendar: Calendar, goal: Goal, walk: Walk, moment: Moment) -> Moment:
    """When a walk is over, step by step."""
    cells = cells_of(graph)
    for piece in walk:
        match piece:
            case Pass(step, counts):
                row = graph.steps[step].row
                if counts:
                    moment = done(calendar, cells.times[row], goal, moment)[1]
            case Side(arms):
                moment = max(ended(graph, calendar, goal, arm, moment) for arm in arms)
            case Again(count, inner):
                for _ in range(count):
                    moment = ended(graph, calendar, goal, inner, moment)
    return moment


def awkward(seed: int) -> ProcessGraph:
    """Any flow, with times of which many do not compare."""
    data, dice = random_sop(seed), random.Random(seed)
    for row in data["kegiatan"]:
        row.setdefault("mutu_baku", {})["waktu"] = dice.choice(TIMES)
    graph = compile_source(SourceFile("acak.yaml", json.dumps(data))).graph
    assert graph is not None
    return graph


@settings(max_examples=25, deadline=None)
@given(
    st.integers(0, 100_000),
    st.sampled_from([5, 6]),
    st.sampled_from([(Goal.GREATEST, 0), (Goal.GREATEST, 1), (Goal.LEAST, 0)]),
    st.integers(0, 400_000),
)
def test_no_way_ends_later_or_earlier(seed: int, days: int, asked: tuple[Goal, int], later: int) -> None:
    """Of all paths that go round each loop no more than so often, and by its own steps."""
    graph, calendar, start, (goal, often) = awkward(seed), CALENDARS[days], MONDAY + later, asked
    regions = regions_of(graph)
    every = paths(graph, repeats=often, limit=200, regions=regions)
    walk = way_of(graph, regions, calendar, start, goal, {loop.flow: often for loop in regions.loops})
    if isinstance(walk, Doubt):
        assert walk in (every.doubt, Doubt(DoubtKind.TOO_LARGE))
        return
    end = ended(graph, calendar, goal, walk, start)
    ends = [ended(graph, calendar, goal, path.walk, start) for path in every.found]
    best = max if goal is Goal.GREATEST else min
    assert every.is_cut or end == best(ends)
    assert end == best([end, *ends])


@pytest.mark.parametrize("goal", Goal)
@pytest.mark.parametrize(
    ("rows", "steps"),
    [
        (("1 | 1 jam | cabang: {A: 2, B: 3}", "2 | 1 jam | lanjut: selesai", "3 | 60 menit |"), "12"),
        (("1 | 1 jam | bentuk: mulai, lanjut: selesai", "2 | 1 jam | bentuk: mulai"), "1"),
    ],
)
def test_of_ways_that_end_alike_the_first_is_taken(goal: Goal, rows: tuple[str, ...], steps: str) -> None:
    """Of branches the first label, of starts the first row: each takes as long as the other."""
    graph = compiled(*rows).graph
    assert graph is not None
    walk = way_of(graph, regions_of(graph), CALENDARS[5], MONDAY, goal, {})
    assert not isinstance(walk, Doubt)
    found = [piece.step for piece in walk if isinstance(piece, Pass)]
    assert "".join(step for step in found if not graph.steps[step].virtual) == steps


def test_rounds_of_two_loops_are_made_in_the_order_that_ends_latest() -> None:
    """From Friday 17 April 10.00: 2 jam to 13.30, and a calendar day to Saturday 13.30, as they are written.

    The other way round a calendar day to Saturday 10.00, and 2 jam on Monday from 07.30 to 09.30, which is later.
    """
    graph = compiled(
        "1 | 0 menit | cabang: {A: 2, B: 3, C: 4}",
        "2 | 2 jam | lanjut: 1",
        "3 | 1 hari kalender | lanjut: 1",
        "4 | 0 menit |",
    ).graph
    assert graph is not None
    regions = regions_of(graph)
    counts = {loop.flow: 1 for loop in regions.loops}
    friday = moment_of(date(2026, 4, 17), 600)
    walk = way_of(graph, regions, CALENDARS[5], friday, Goal.GREATEST, counts)
    assert not isinstance(walk, Doubt)
    assert ended(graph, CALENDARS[5], Goal.GREATEST, walk, friday) == moment_of(date(2026, 4, 20), 570)


def test_what_ends_beyond_the_calendar() -> None:
    """The latest way is then unknown, the earliest is the other one; where there is no other, it is said."""
    rows = ("1 | 1 jam | cabang: {A: 2, B: 3}", "2 | 60 tahun | lanjut: selesai", "3 | 1 jam |")
    graph = compiled(*rows).graph
    long = compiled("1 | 60 tahun |").graph
    assert graph is not None
    assert long is not None
    regions = regions_of(graph)
    with pytest.raises(BeyondError):
        way_of(graph, regions, CALENDARS[5], MONDAY, Goal.GREATEST, {})
    walk = way_of(graph, regions, CALENDARS[5], MONDAY, Goal.LEAST, {})
    assert not isinstance(walk, Doubt)
    assert ended(graph, CALENDARS[5], Goal.LEAST, walk, MONDAY) == MONDAY + 120
    with pytest.raises(BeyondError):
        way_of(long, regions_of(long), CALENDARS[5], MONDAY, Goal.LEAST, {})


def test_loops_without_end_of_rounds_are_a_doubt() -> None:
    """A thousand rounds of a loop, in each of which another is gone round a thousand times."""
    graph = compiled(
        "1 | 1 menit |",
        "2 | 1 menit | cabang: {Lagi: 2, Terus: 3}",
        "3 | 1 menit | cabang: {Lagi: 1, Terus: selesai}",
    ).graph
    assert graph is not None
    regions = regions_of(graph)
    counts = {loop.flow: 1000 for loop in regions.loops}
    found = way_of(graph, regions, CALENDARS[5], MONDAY, Goal.GREATEST, counts)
    assert found == Doubt(DoubtKind.TOO_LARGE)


def test_splits_nested_very_deep_are_a_doubt() -> None:
    """Two hundred within each other: nobody has drawn such a procedure, and Python does not go so deep for ever."""
    size = 200
    rows = [f"{at} | 1 menit | lanjut: [{at + 1}, {2 * size + 1 - at}]" for at in range(1, size)]
    rows += [f"{size} | 1 menit |"]
    rows += [f"{at} | 1 menit | gabung: semua" for at in range(size + 1, 2 * size + 1)]
    graph = compiled(*rows).graph
    assert graph is not None
    found = way_of(graph, regions_of(graph), CALENDARS[5], MONDAY, Goal.GREATEST, {})
    assert found == Doubt(DoubtKind.TOO_LARGE)


def test_a_row_begins_when_somebody_works_and_takes_its_time() -> None:
    """On Saturday 11 April: working time on Monday, by the clock at once, not measured none at all."""
    saturday = moment_of(date(2026, 4, 11), 600)
    found = {
        text: done(CALENDARS[5], parse_waktu(text), Goal.LEAST, saturday)
        for text in ("1-2 jam", "1 x 24 jam", "Segera")
    }
    assert found == {
        "1-2 jam": (MONDAY, MONDAY + 60),
        "1 x 24 jam": (saturday, saturday + 1440),
        "Segera": (saturday, saturday),
    }
