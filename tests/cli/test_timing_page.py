"""The page of ``sop duration --detail`` and its data, on procedures of every shape."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_engine import compile_sop
from sop_engine.analysis.conversion import Conversion
from sop_engine.analysis.regions import regions_of
from sop_engine.analysis.walks import done_in
from sop_engine.cli.timing import Detail, detail_of
from sop_engine.cli.timing_json import detail_json
from sop_engine.cli.timing_page import page_of
from sop_engine.cli.timing_pen import Pen, entries, paragraph, table
from sop_engine.cli.timing_rounds import parse_wishes, rounds_of
from sop_engine.cli.timing_words import Asked
from sop_engine.diagnostics import Text
from sop_engine.model.satuan import Unit
from sop_engine.report.terminal import cells
from sop_engine.text import Language
from tests.layout.generator import random_sop

HEADINGS = (Text("Baris", "Row"), Text("Kegiatan", "Activity"), Text("Waktu", "Time"))


def detail_by(seed: int):
    """A generated SOP, and all of its detail with each loop taken twice."""
    compiled = compile_sop(json.dumps(random_sop(seed)) + "\n")
    assert compiled.sop is not None
    assert compiled.graph is not None
    regions = regions_of(compiled.graph)
    rounds = rounds_of(parse_wishes(["2"]), compiled.graph, regions) if regions.loops else None
    detail: Detail = detail_of(compiled.graph, compiled.sop, regions, rounds)
    return compiled, detail


@given(st.integers(0, 3000))
def test_every_procedure_has_a_page_and_data(seed):
    """Whatever its flow is: the official total, the shares and the hand-offs are there; paths or a word on them."""
    compiled, detail = detail_by(seed)
    assert (detail.total.low, detail.total.high) == (compiled.total.low, compiled.total.high)
    asked = Asked(Unit.JAM, Conversion.of(compiled.sop.waktu_kerja))
    for pen in (Pen(Language.ID, 100), Pen(Language.EN, 60, asked)):
        heads = [line for line in page_of(pen, compiled.sop, detail) if line and not line.startswith(" ")]
        assert len(heads) >= 4
    found = json.loads(json.dumps(detail_json(detail, compiled.sop, asked)))
    assert len(found["rows"]) == len(compiled.sop.kegiatan)
    for path in found["paths"].values():
        assert bool(path["candidates"]) is (path["doubt"] is None)


@given(st.integers(0, 3000))
def test_the_times_of_a_path_are_those_of_its_rows(seed):
    """Where nothing runs side by side, a path takes what its counted rows take, so often as they are walked."""
    _, detail = detail_by(seed)
    if detail.graph.net.has_splits:
        return
    for path in detail.paths[:2]:
        for found in path.found:
            end = "low" if path.key == "least" else "high"
            times = [
                getattr(detail.cells.times[detail.graph.steps[piece.step].row], end)
                for piece in found.walk
                if piece.counts
            ]
            assert found.high == type(found.high).sum(times).carried()
            assert set(done_in(found.walk).values()) <= {1}


@pytest.mark.parametrize("width", [40, 60, 80])
def test_a_page_keeps_to_its_width_where_it_can(width):
    """Paragraphs always do; of a table the columns of words and of times give way."""
    text = " ".join(["kegiatan"] * 40)
    assert max(map(cells, paragraph(text, width))) <= width
    rows = [("1", text, "15 menit"), ("2", "singkat", "2 hari kerja 1 jam - 3 hari kerja")]
    lines = list(table(Pen(Language.ID, width), HEADINGS, rows, words=[1], times=[2]))
    assert max(map(cells, lines)) <= width
    assert lines[0].split() == ["Baris", "Kegiatan", "Waktu"]
    shown = list(entries(Pen(Language.ID, width), [(HEADINGS[0], text), (HEADINGS[1], "2 hari")]))
    assert max(map(cells, shown)) <= width
    assert shown[-1] == "    Kegiatan  2 hari"


def test_a_time_is_broken_between_numbers_with_their_units():
    """Where the column is too narrow; a sign stays with the number behind it, and a long text is broken at blanks."""
    times = [
        "2 jam - 3 hari kerja 15 menit",
        "1 hari 2 jam 3 menit",
        "± 10 menit (≈ 0,17 jam)",
        "Sewaktu-waktu pada jam pelayanan",
    ]
    rows = [("1", "a", time) for time in times]
    assert list(table(Pen(Language.ID, 31), HEADINGS, rows, words=[1], times=[2])) == [
        "  Baris  Kegiatan  Waktu",
        "  1      a         2 jam",
        "                   - 3 hari",
        "                   kerja",
        "                   15 menit",
        "  1      a         1 hari 2 jam",
        "                   3 menit",
        "  1      a         ± 10 menit",
        "                   (≈ 0,17 jam)",
        "  1      a         Sewaktu-",
        "                   waktu pada",
        "                   jam",
        "                   pelayanan",
    ]


def test_words_take_the_room_that_broken_times_leave():
    """Of 42 cells the times take but 8: 23 are left, where an even share would be 15."""
    rows = [("1", "Mengumpulkan bahan laporan", "30 menit 15 detik - 2 jam")]
    assert list(table(Pen(Language.ID, 42), HEADINGS, rows, words=[1], times=[2])) == [
        "  Baris  Kegiatan                 Waktu",
        "  1      Mengumpulkan bahan       30 menit",
        "         laporan                  15 detik",
        "                                  - 2 jam",
    ]


@pytest.mark.parametrize("agency", ["balangan", "dumai", "kalteng", "samarinda", "tapin"])
@pytest.mark.parametrize("unit", [None, Unit.JAM])
def test_the_pages_of_the_packaged_agencies_fit_a_terminal(definitions, agency, unit):
    """Nothing stands beyond the 80th column, loops and another unit included."""
    compiled = compile_sop(definitions / f"{agency}.yaml")
    assert compiled.sop is not None
    assert compiled.graph is not None
    regions = regions_of(compiled.graph)
    rounds = rounds_of(parse_wishes(["2"]), compiled.graph, regions) if regions.loops else None
    detail = detail_of(compiled.graph, compiled.sop, regions, rounds)
    asked = None if unit is None else Asked(unit, Conversion.of(compiled.sop.waktu_kerja))
    for language in Language:
        lines = page_of(Pen(language, 80, asked), compiled.sop, detail)
        assert max(map(cells, lines)) <= 80
