"""The chain of documents and the blanks in it, for whole SOPs."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sop_engine.diagnostics import Diagnostic
from sop_engine.pipeline import compile_bytes
from sop_engine.rules import document_table
from sop_engine.rules.run import RULE_CRASHED

HEAD = """\
versi_format: 1
instansi: {kode: contoh, nama: Dinas Contoh}
identitas: {nama: Contoh}
pelaksana: {staf: Staf}
kegiatan:
"""
CODES = ("SOP501", "SOP502", "SOP503", "SOP504", "SOP507", "SOP508", "SOP509", "SOP510")


def definition(rows: list[tuple[list[str], list[str], str]], more: str = "") -> str:
    """A SOP of rows: kelengkapan, output and what else each says."""
    lines = [
        f"  - {{nomor: {at}, uraian: Baris {at}, pelaksana: staf{rest}, mutu_baku: {{waktu: 1 jam, "
        f"kelengkapan: {json.dumps(needs)}, output: {json.dumps(gives)}}}}}"
        for at, (needs, gives, rest) in enumerate(rows, 1)
    ]
    return HEAD + "\n".join(lines) + "\n" + more


def found(text: str) -> list[Diagnostic]:
    """What the rules on mutu baku find."""
    return [one for one in compile_bytes(text.encode(), "contoh").diagnostics if one.code in CODES]


def shown(text: str) -> list[tuple[str, int, str]]:
    """Code, line and the text that is pointed at."""
    return [(one.code, one.start.line, text[one.span.start : one.span.end]) for one in found(text)]


def test_a_spelling_is_not_a_broken_chain() -> None:
    """Where two spellings explain why names differ, they alone are reported."""
    text = definition(
        [
            (["Surat masuk"], ["Kajian Seketariat Daerah"], ""),
            (["Kajian Sekretariat Daerah"], ["Kertaskerja kajian"], ""),
            (["Kertas kerja kajian"], ["Laporan"], ""),
        ]
    )
    assert shown(text) == [("SOP510", 6, "Seketariat"), ("SOP510", 7, "Kertaskerja")]


def test_a_faulty_row_says_nothing_of_documents() -> None:
    """What could not be read may have been the source."""
    assert shown(definition([(["A masuk"], ["Baku"], ""), (["Entah"], ["Luar"], ", teks: [a]")])) == []


def test_a_faulty_peralatan_says_nothing_of_documents() -> None:
    """So may a list of equipment that could not be read."""
    rows = [(["A masuk"], ["Baku"], ""), (["Baku", "Entah apa"], ["Luar"], "")]
    assert [code for code, _, _ in shown(definition(rows))] == ["SOP508"]
    faulty = definition(rows).replace("{nama: Contoh}", "{nama: Contoh, peralatan_perlengkapan: [{a: b}]}")
    assert shown(faulty) == []
    unknown = definition(rows).replace("{nama: Contoh}", "{nama: Contoh, peralatan: [Entah apa]}")
    assert shown(unknown) == []


def test_many_rows_with_documents_of_their_own() -> None:
    """Each document of a long procedure is looked up, and none is missed."""
    size = 300
    rows = [([f"Bahan nomor{at}"], [f"Kajian angka{at}"], "") for at in range(size)]
    codes = [one.code for one in found(definition(rows))]
    assert codes.count("SOP508") == codes.count("SOP509") == size - 1


def test_too_many_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where more would have to be compared than the bound allows, nothing is said of the chain."""
    rows = [([f"Bahan nomor{at}"], [f"Kajian angka{at}"], "") for at in range(20)]
    assert {one.code for one in found(definition(rows))} == {"SOP508", "SOP509"}
    monkeypatch.setattr(document_table, "_COMPARED", 20)
    assert found(definition(rows)) == []


def test_only_some_documents_are_offered_another_one() -> None:
    """In a huge table the first ones are; all are reported."""
    rows = [(["Permohonan"], [f"Kajian teknis angka{at}" for at in range(60)], "")]
    rows += [([f"Kajian teknis nomor{at}"], ["Permohonan"], "") for at in range(60)]
    hints = [one.hint for one in found(definition(rows)) if one.code == "SOP508"]
    assert len(hints) == 60
    assert ["Kajian teknis angka" in hint.id for hint in hints if hint is not None] == [True] * 50 + [
        False
    ] * 10


words = st.sampled_from(
    [
        "Draf",
        "Draft",
        "laporan",
        "Laporan",
        "PK",
        "(PK)",
        "Perjanjian",
        "Kinerja",
        "yang",
        "diparaf",
        "-",
        ",",
        "dan",
        "kertaskerja",
        "kertas",
        "kerja",
        "seketariat",
        "sekretariat",
        ";",
        "\n",
        "1.",
        "ATK",
        "\u202e",
        "İ",
        "ß",
        "'",
    ]
)
cells = st.lists(st.lists(words, min_size=1, max_size=5).map(" ".join), max_size=3)
flows = st.sampled_from(
    ["", "", "", ", lanjut: 1", ", lanjut: selesai", ", cabang: {Ya: 1, Tidak: 2}", ", lanjut: [1, 2]"]
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(cells, cells, flows), min_size=1, max_size=7))
def test_any_documents_can_be_checked(rows: list[tuple[list[str], list[str], str]]) -> None:
    """No rule fails, places lie in the text, and checking again finds the same."""
    text = definition(rows)
    compiled = compile_bytes(text.encode(), "contoh")
    for one in compiled.diagnostics:
        assert one.kind is not RULE_CRASHED, one.message.en
        for span in (one.span, *(related.span for related in one.related)):
            assert 0 <= span.start < span.end <= len(text)
    again = [(one.code, one.span, one.message) for one in found(text)]
    assert [(one.code, one.span, one.message) for one in compiled.diagnostics if one.code in CODES] == again
