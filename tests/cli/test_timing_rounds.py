"""``--repeat``: how often each loop is taken."""

import pytest

from sop_engine import compile_sop
from sop_engine.analysis.regions import regions_of
from sop_engine.analysis.scenario_words import named_steps
from sop_engine.cli.timing_rounds import Wish, loop_name, parse_wishes, rounds_of
from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError

GRAPH = compile_sop(
    """\
versi_format: 1
instansi: {kode: contoh, nama: Badan Contoh}
identitas: {nama: Contoh}
pelaksana: {staf: Staf}
kegiatan:
  - {nomor: 1, uraian: A, pelaksana: staf}
  - {nomor: 2.1, uraian: B, pelaksana: staf, cabang: {Ya: 3, Tidak: 1, Kurang lengkap: {ke: 1, maks: 2}}}
  - {nomor: 3, uraian: C, pelaksana: staf, cabang: {Ya: 4, Tidak: {ke: 2.1, maks: 1}}}
  - {nomor: 4, uraian: D, pelaksana: staf}
"""
).graph
REGIONS = regions_of(GRAPH)


def rounds(*texts):
    """What the option's values give, by the names of loops."""
    found = rounds_of(parse_wishes(texts), GRAPH, REGIONS)
    names = {loop.flow: loop_name(loop, GRAPH) for loop in REGIONS.loops}
    capped = [(loop_name(loop, GRAPH), most) for loop, most in found.capped]
    return {names[flow]: often for flow, often in found.counts.items()}, capped


def fault(*texts):
    """What the option's values are refused with."""
    with pytest.raises(UsageError) as caught:
        rounds(*texts)
    return caught.value.message, caught.value.hint


def test_values_are_read():
    """A number for all, and names with one."""
    assert parse_wishes(["2", "2.1=3", " 3.Tidak = 1"]) == (
        Wish("2", "", 2),
        Wish("2.1=3", "2.1", 3),
        Wish(" 3.Tidak = 1", "3.Tidak", 1),
    )


@pytest.mark.parametrize(
    "text", ["", "x", "0", "-1", "1001", "2.1=", "=2", "2.1=x", "1,5", "²", "9" * 5000, "00000000019999"]
)
def test_what_is_no_number_of_rounds_is_refused(text):
    """From 1 to 1000."""
    with pytest.raises(UsageError, match="does not say how often"):
        parse_wishes([text])


@pytest.mark.parametrize(
    ("texts", "counts", "capped"),
    [
        (["1"], {"2.1.Tidak": 1, "2.1.Kurang lengkap": 1, "3.Tidak": 1}, []),
        (
            ["5"],
            {"2.1.Tidak": 5, "2.1.Kurang lengkap": 2, "3.Tidak": 1},
            [("2.1.Kurang lengkap", 2), ("3.Tidak", 1)],
        ),
        (["2.1=2"], {"2.1.Tidak": 2, "2.1.Kurang lengkap": 2}, []),
        (["2.1.tidak=7"], {"2.1.Tidak": 7}, []),
        (["2.1.kurang  LENGKAP=1"], {"2.1.Kurang lengkap": 1}, []),
        # What is said of one loop wins, wherever it stands.
        (["2.1.Tidak=4", "1"], {"2.1.Tidak": 4, "2.1.Kurang lengkap": 1, "3.Tidak": 1}, []),
    ],
)
def test_loops_are_taken_as_often_as_asked(texts, counts, capped):
    """Never more often than ``maks`` allows; where that cuts what was asked of all, it is told."""
    assert rounds(*texts) == (counts, capped)


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        (
            "3.Tidak=2",
            Text(
                "putaran '3.Tidak' boleh terulang paling banyak 1 kali",
                "the loop '3.Tidak' may repeat once at most",
            ),
            Text("sebut paling banyak sekian, atau ubah 'maks'", "ask for no more, or change its 'maks'"),
        ),
        (
            "9=1",
            Text(
                "--repeat '9=1' menyebut langkah yang tidak ada",
                "--repeat '9=1' names a step that is not there",
            ),
            Text(
                "yang kembali: 2.1.Tidak, 2.1.Kurang lengkap, 3.Tidak",
                "what goes back: 2.1.Tidak, 2.1.Kurang lengkap, 3.Tidak",
            ),
        ),
        (
            "3.Tidk=1",
            Text(
                "--repeat '3.Tidk=1' menyebut alur yang tidak kembali",
                "--repeat '3.Tidk=1' names no flow that goes back",
            ),
            Text("maksudnya '3.Tidak'?", "did you mean '3.Tidak'?"),
        ),
    ],
)
def test_what_cannot_be_repeated_is_refused(text, message, hint):
    """With what could have been meant."""
    assert fault(text) == (message, hint)


def test_a_flow_that_cannot_be_read_tells_its_own_fault(sop, write):
    """Nobody knows its loops: none is taken, and the flow's doubt and finding are told instead of 'no loops'."""
    broken = write("a.yaml", replace={"nomor: 1\n": "nomor: 1\n    lanjut: 44\n"})
    for words in (["duration", "--detail"], ["schedule", "--start", "2026-03-16"]):
        outcome = sop(*words, broken, "--repeat", "2")
        told = f"{outcome.out}{outcome.err}"
        assert "no loops" not in told
        assert "the flow could not be read whole" in told
        assert "error[SOP202]" in told


def test_a_procedure_without_loops_refuses_it():
    """An option that does nothing is a mistake."""
    graph = compile_sop(
        """\
versi_format: 1
instansi: {kode: contoh, nama: Badan Contoh}
identitas: {nama: Contoh}
pelaksana: {staf: Staf}
kegiatan:
  - {nomor: 1, uraian: A, pelaksana: staf}
"""
    ).graph
    with pytest.raises(UsageError, match="this SOP has no loops; leave --repeat out"):
        rounds_of(parse_wishes(["2"]), graph, regions_of(graph))


def test_a_name_with_dots_is_the_longest_step_that_fits():
    """``2.1`` is a row here, not the branch 1 of row 2."""
    assert list(named_steps("2.1", GRAPH)) == []
    assert list(named_steps("2.1.Tidak", GRAPH)) == [("2.1", "Tidak")]
    assert list(named_steps("3.Ya. Baik", GRAPH)) == [("3", "Ya. Baik")]
    assert list(named_steps("3 . Ya", GRAPH)) == [("3", "Ya")]
    assert list(named_steps("x.Ya", GRAPH)) == []
    assert rounds("3 .tidak=1") == rounds("3.Tidak=1")
