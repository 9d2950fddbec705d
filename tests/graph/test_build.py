"""Building: ids, flows, ends, what is left unresolved."""

from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings

from sop_engine.graph.build import build
from sop_engine.graph.process import FlowKind, NameFault, ProcessGraph, StepKind
from sop_engine.model.validate import validate
from sop_engine.reading import read
from sop_engine.source import SourceFile
from tests.strategies import sop_texts

HEAD = """\
versi_format: 1
instansi: {kode: contoh, nama: Dinas Contoh}
identitas: {nama: Contoh}
pelaksana: {staf: Staf, kabag: Kepala Bagian}
"""


def built(text: str) -> tuple[ProcessGraph, str]:
    """The graph of a definition, and its text."""
    source = SourceFile("test", text)
    document, _ = read(source)
    assert document is not None
    validated = validate(document)
    assert validated.sop is not None
    return build(validated.sop, document, complete=validated.flow_known), text


def graph_of(*rows: str, more: str = "") -> ProcessGraph:
    """The graph of some rows, each the inside of a flow mapping without uraian."""
    lines = "".join(f"  - {{uraian: Menyusun, {row}}}\n" for row in rows)
    return built(f"{HEAD}kegiatan:\n{lines}{more}")[0]


def arrows(graph: ProcessGraph) -> list[str]:
    """Flows as ``1 -Ya-> 2``."""
    return [f"{flow.source} -{flow.label or ''}-> {flow.target}" for flow in graph.flows]


def test_rows_fall_through_and_the_last_one_ends() -> None:
    """Plain rows are a chain; the first starts, the last ends, both are capsules."""
    graph = graph_of(
        "nomor: 1., pelaksana: staf", "nomor: 2., pelaksana: kabag", "nomor: 3., pelaksana: staf"
    )
    assert arrows(graph) == ["1 --> 2", "2 --> 3"]
    assert all(flow.implicit and flow.kind is FlowKind.SEQUENCE for flow in graph.flows)
    kinds = [(step.id, step.kind, step.is_start, step.is_end) for step in graph.steps.values()]
    assert kinds == [
        ("1", StepKind.START, True, False),
        ("2", StepKind.PROCESS, False, False),
        ("3", StepKind.END, False, True),
    ]
    assert graph.complete
    assert graph.names == {"1": "1", "2": "2", "3": "3"}
    assert graph.rows == {"1": 0, "2": 1, "3": 2}


def test_targets_and_branches() -> None:
    """A decision takes one branch, a list splits, labels and shares stay with every arm."""
    graph = graph_of(
        "nomor: 1, pelaksana: staf, lanjut: [2, 3]",
        "nomor: 2, pelaksana: staf, lanjut: 3",
        "nomor: 3, pelaksana: kabag, cabang: {Ya: [4], Tidak: {ke: [1, 2], peluang: 20%, maks: 3}, Lain: selesai}",
        "nomor: 4, pelaksana: staf",
    )
    third = graph.outgoing["3"]
    assert arrows(graph) == [
        "1 --> 2",
        "1 --> 3",
        "2 --> 3",
        "3 -Ya-> 4",
        "3 -Tidak-> 1",
        "3 -Tidak-> 2",
        "3 -Lain-> selesai-3",
    ]
    assert [flow.kind.value for flow in graph.flows] == [
        "parallel",
        "parallel",
        "sequence",
        "branch",
        "parallel",
        "parallel",
        "branch",
    ]
    assert [flow.branch for flow in third] == [0, 1, 1, 2]
    assert [flow.probability for flow in third] == [
        Fraction(2, 5),
        Fraction(1, 5),
        Fraction(1, 5),
        Fraction(2, 5),
    ]
    assert [flow.repeats for flow in third] == [None, 3, 3, None]
    assert graph.net.ways == [[[0, 1]], [[2]], [[3], [4, 5], [6]], [], []]


def test_shares_beyond_everything_leave_nothing() -> None:
    """Where the given probabilities are too much, the rest is nothing, not less."""
    graph = graph_of(
        "nomor: 1, pelaksana: staf, cabang: {A: {ke: 1, peluang: 80%}, B: {ke: 1, peluang: 70%}, C: selesai}"
    )
    assert [flow.probability for flow in graph.flows] == [Fraction(4, 5), Fraction(7, 10), Fraction(0)]


def test_only_ways_to_selesai() -> None:
    """A step that only leads to the end is the end; behind branches and arms stands one end that they share."""
    graph = graph_of(
        "nomor: 1, pelaksana: staf, lanjut: [2, selesai, selesai]",
        "nomor: 2, pelaksana: staf, lanjut: selesai",
        "nomor: 3, pelaksana: kabag, cabang: {Ya: selesai, Tidak: [selesai, 2]}",
    )
    assert arrows(graph) == [
        "1 --> 2",
        "1 --> selesai-1",
        "1 --> selesai-1",
        "3 -Ya-> selesai-3",
        "3 -Tidak-> selesai-3",
        "3 -Tidak-> 2",
    ]
    assert list(graph.steps) == ["1", "selesai-1", "2", "3", "selesai-3"]
    assert [step.id for step in graph.ends] == ["selesai-1", "2", "selesai-3"]
    assert [step.virtual for step in graph.steps.values()] == [False, True, False, False, True]
    end = graph.steps["selesai-3"]
    assert (end.row, end.lanes, end.kind, end.loc) == (
        2,
        ("kabag",),
        StepKind.END,
        ("kegiatan", 2, "cabang", "Ya"),
    )


def test_shapes() -> None:
    """A decision keeps its diamond, a written shape wins, and separate terminators leave boxes."""
    rows = (
        "nomor: 1, pelaksana: staf, bentuk: mulai, lanjut: 3",
        "nomor: 2, pelaksana: staf, bentuk: mulai, cabang: {Ya: 3, Tidak: 4}",
        "nomor: 3, pelaksana: staf, bentuk: selesai, lanjut: 4",
        "nomor: 4, pelaksana: staf, bentuk: selesai",
        "nomor: 5, pelaksana: staf, bentuk: keputusan",
        "nomor: 6, pelaksana: staf, bentuk: proses",
    )
    graph = graph_of(*rows)
    assert [(step.id, step.kind.value) for step in graph.steps.values()] == [
        ("1", "start"),
        ("2", "decision"),
        ("3", "end"),
        ("4", "end"),
        ("5", "decision"),
        ("6", "process"),
    ]
    assert [step.id for step in graph.starts] == ["1", "2"]
    assert [step.id for step in graph.ends] == ["4", "6"]
    assert not graph.complete
    apart = graph_of(
        "nomor: 1, pelaksana: staf", "nomor: 2, pelaksana: staf", more="tampilan: {terminator: terpisah}"
    )
    assert {step.kind for step in apart.steps.values()} == {StepKind.PROCESS}


def test_several_symbols_in_a_row() -> None:
    """Symbols are called by their row and a letter; the row's own id names none of them."""
    graph = graph_of(
        "nomor: 1., pelaksana: staf, lanjut: 2b",
        "nomor: 2., simbol: [{pelaksana: staf, lanjut: 3}, {pelaksana: kabag, cabang: {Ya: 2a, Tidak: 1}}]",
        "nomor: 3, simbol: [{id: x, pelaksana: staf, lanjut: 3b}, {pelaksana: [kabag, staf, kabag, lain]}]",
    )
    assert arrows(graph) == ["1 --> 2b", "2b -Ya-> 2a", "2b -Tidak-> 1", "x --> 3b"]
    assert [(step.id, step.row, step.symbol, step.lanes) for step in graph.steps.values()] == [
        ("1", 0, None, ("staf",)),
        ("2a", 1, 0, ("staf",)),
        ("2b", 1, 1, ("kabag",)),
        ("x", 2, 0, ("staf",)),
        ("3b", 2, 1, ("kabag", "staf")),
    ]
    assert [(found.source, found.text, found.candidates) for found in graph.unresolved] == [
        ("2a", "3", ("x", "3b"))
    ]
    assert graph.rows == {"1": 0, "2": 1, "3": 2}
    assert [step.id for step in graph.ends] == ["3b"]


def test_a_single_symbol_is_an_ordinary_row() -> None:
    """It has a letter of its own, falls through, and answers to the row's id."""
    graph = graph_of(
        "nomor: 1, simbol: [{pelaksana: staf}]",
        "nomor: 2, simbol: [{pelaksana: kabag, cabang: {Ya: 3, Tidak: 1}}]",
        "nomor: 3, simbol: [{id: 3, pelaksana: staf}]",
    )
    assert arrows(graph) == ["1a --> 2a", "2a -Ya-> 3", "2a -Tidak-> 1a"]
    assert graph.names == {"1": "1a", "1a": "1a", "2": "2a", "2a": "2a", "3": "3"}
    assert graph.bad_names == ()
    assert graph.complete


def test_letters_go_on_behind_z() -> None:
    """The twenty-seventh symbol of a row is aa."""
    symbols = ", ".join("{pelaksana: staf, lanjut: selesai}" for _ in range(28))
    graph = graph_of(f"nomor: 4, simbol: [{symbols}]")
    assert list(graph.steps)[25:] == ["4z", "4aa", "4ab"]


def test_what_falls_through_into_several_symbols_is_unresolved() -> None:
    """The next row is no answer where it is several; among several symbols there is no next at all."""
    graph = graph_of(
        "nomor: 1, pelaksana: staf",
        "nomor: 2, simbol: [{pelaksana: staf}, {pelaksana: kabag, lanjut: 9}]",
        "nomor: 3, pelaksana: staf",
    )
    assert [(one.source, one.text, one.candidates, one.implicit) for one in graph.unresolved] == [
        ("1", "", ("2a", "2b"), True),
        ("2a", "", (), True),
        ("2b", "9", (), False),
    ]
    assert not graph.complete


def test_ids_that_are_none() -> None:
    """Every step has an id of its own that no author's id can be, and every fault is kept with its places."""
    graph = graph_of(
        "nomor: 1, pelaksana: staf",
        "nomor: 1., pelaksana: staf",
        "nomor: 3, id: 1, pelaksana: staf",
        "nomor: '', pelaksana: staf",
        "nomor: '.', simbol: [{pelaksana: staf, lanjut: 1}, {id: selesai, pelaksana: staf, lanjut: 1}]",
        "nomor: selesai, pelaksana: staf",
        "nomor: baris-4, pelaksana: staf",
        "nomor: 1~2, pelaksana: staf, cabang: {Ya: selesai, Tidak: 1}",
        "nomor: selesai-1~2, pelaksana: staf",
    )
    assert list(graph.steps) == [
        "1",
        "1~3",
        "1~4",
        "baris-4~2",
        "baris-5a",
        "selesai~2",
        "selesai~3",
        "baris-4",
        "1~2",
        "selesai-1~2~2",
        "selesai-1~2",
    ]
    assert [(bad.fault, bad.step, bad.text, bad.first is None) for bad in graph.bad_names] == [
        (NameFault.REPEATED, "1~3", "1", False),
        (NameFault.DUPLICATE, "1~4", "1", False),
        (NameFault.MISSING, "baris-4~2", "", True),
        (NameFault.RESERVED, "selesai~2", "selesai", True),
        (NameFault.MISSING, "baris-5a", "", True),
        (NameFault.RESERVED, "selesai~3", "selesai", True),
    ]
    assert not graph.complete


@pytest.mark.parametrize(
    ("rows", "complete"),
    [
        (("nomor: 1, pelaksana: staf", "nomor: 1, pelaksana: staf", "nomor: 2, pelaksana: staf"), True),
        (("nomor: 1, pelaksana: staf", "nomor: 1, pelaksana: staf, lanjut: 1"), False),
        (("nomor: 1, pelaksana: staf, lanjut: 2", "pelaksana: staf", "nomor: 2, pelaksana: staf"), False),
        (("nomor: 1, pelaksana: staf", "pelaksana: staf", "nomor: 2, pelaksana: staf"), True),
        (("nomor: 1, pelaksana: staf", "nomor: selesai, pelaksana: staf"), True),
        (("nomor: 1, pelaksana: staf, lanjut: selesai", "nomor: selesai, pelaksana: staf"), False),
        (("nomor: 1, pelaksana: staf, cabang: {Ya: selesai}",), False),
        (("nomor: 1, pelaksana: staf, bentuk: keputusan",), False),
        (("nomor: 1, pelaksana: staf, lanjut: 2",), False),
    ],
)
def test_what_leaves_the_flow_open(rows: tuple[str, ...], *, complete: bool) -> None:
    """A bad id counts only where a target may mean it, or where nothing else leads to its row."""
    assert graph_of(*rows).complete is complete


def test_places() -> None:
    """Steps stand at their id or number, written flows at their target, in every way of writing it."""
    graph, text = built(
        HEAD
        + """\
kegiatan:
  - nomor: 1.
    uraian: Menyusun
    pelaksana: staf
    lanjut: [dua, '3b']
  - nomor: 2
    id: dua
    uraian: Memeriksa
    pelaksana: kabag
    cabang:
      Ya: 3b
      Tidak: {ke: [1, selesai], peluang: 1/4}
      Lain: {ke: x}
  - uraian: Membahas
    simbol:
      - {pelaksana: staf, lanjut: [x]}
      - {id: 3b, pelaksana: kabag, lanjut: y}
    id: 3
"""
    )
    assert [text[step.span.start : step.span.end] for step in graph.steps.values()] == [
        "1.",
        "dua",
        "selesai",
        "{pelaksana: staf, lanjut: [x]}",
        "3b",
    ]
    assert [text[flow.span.start : flow.span.end] for flow in graph.flows] == [
        "dua",
        "'3b'",
        "3b",
        "1",
        "selesai",
    ]
    assert [text[one.span.start : one.span.end] for one in graph.unresolved] == ["x", "x", "y"]
    assert [flow.loc[2:] for flow in graph.flows] == [
        ("lanjut", 0),
        ("lanjut", 1),
        ("cabang", "Ya"),
        ("cabang", "Tidak", "ke", 0),
        ("cabang", "Tidak", "ke", 1),
    ]


def test_waktu_and_words_come_along() -> None:
    """Every symbol of a row carries the row's time, and its own words and gabung."""
    graph = graph_of(
        "nomor: 1, mutu_baku: {waktu: 1 jam}, simbol: ["
        "{pelaksana: staf, teks: Mulai, lanjut: 1b}, {pelaksana: kabag, gabung: semua, bentuk: selesai}]"
    )
    assert [(step.id, str(step.waktu), step.teks, step.waits) for step in graph.steps.values()] == [
        ("1a", "1 jam", "Mulai", False),
        ("1b", "1 jam", None, True),
    ]


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sop_texts())
def test_any_definition_has_a_sound_graph(text: str) -> None:
    """Ids are unique, flows connect steps that are there, ends have no way on, and all places lie in the text."""
    graph, _ = built(text)
    assert all(name == step.id for name, step in graph.steps.items())
    for flow in graph.flows:
        assert flow.source in graph.steps
        assert flow.target in graph.steps
        assert 0 <= flow.probability <= 1
        assert 0 <= flow.span.start < flow.span.end <= len(text)
    for step in graph.steps.values():
        assert 0 <= step.span.start < step.span.end <= len(text)
        leaving = len(graph.outgoing[step.id]) + sum(one.source == step.id for one in graph.unresolved)
        assert not (step.is_end and leaving)
    assert graph.starts
    assert set(graph.names.values()) <= set(graph.steps)
    if graph.complete:
        assert graph.unresolved == ()
        assert all(step.is_end or graph.outgoing[step.id] for step in graph.steps.values())
