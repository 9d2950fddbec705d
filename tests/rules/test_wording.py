"""The rules on wording and on roles within one SOP, on texts of every kind."""

import json
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic
from sop_engine.pipeline import compile_bytes
from sop_engine.rules.places import words_span

RULES = [
    import_module(f"sop_engine.rules.{name}")
    for name in (
        "similar_headings",
        "other_performer",
        "single_role",
        "role_order",
        "no_active_verb",
        "begins_with_subject",
        "repeated_uraian",
    )
]
HEAD = "versi_format: 1\ninstansi: {kode: contoh, nama: Dinas Contoh}\nidentitas: {nama: Contoh}\n"
ROLES = "pelaksana: {staf: Staf, kabid: Kepala Bidang, sekretaris: Sekretaris/Camat}\n"
WORDS = (
    "Kabid staf Sekretaris surat Penyusunan dikirim memeriksa oleh yang untuk Jika maka , . / dan a. _ di 1)"
)
PIECES = st.sampled_from([*WORDS.split(" "), "\n", "\u0130", "\u202e", "\\", '"', "'", "#", "  "])
TEXTS = st.lists(PIECES, min_size=1, max_size=14).map(" ".join) | st.text(min_size=1, max_size=40)


def compiled(*texts: str, roles: str = ROLES, lane: str = "staf") -> Compiled:
    """A definition with these activities, one behind the other."""
    rows = "".join(
        f"  - {{nomor: {at}, uraian: {json.dumps(text)}, pelaksana: {lane}}}\n"
        for at, text in enumerate(texts, 1)
    )
    return compile_bytes(f"{HEAD}{roles}kegiatan:\n{rows}".encode(), "contoh.yaml")


def found_in(one: Compiled) -> list[Diagnostic]:
    """What these rules find."""
    return [found for rule in RULES for found in rule.check(one)] if one.graph is not None else []


@given(st.lists(TEXTS, min_size=1, max_size=4), st.sampled_from(["staf", "kabid", "[kabid, staf]"]))
def test_any_text_is_checked(texts: list[str], lane: str) -> None:
    """No rule crashes, and each finding lies in the file; a row has a subject or no verb, never both."""
    one = compiled(*texts, lane=lane)
    found = found_in(one)
    assert all(0 <= each.span.start < each.span.end <= len(one.source.text) for each in found)
    lines = [each.start.line for each in found if each.code in ("SOP604", "SOP605")]
    assert len(lines) == len(set(lines))


@given(st.lists(st.text(min_size=1, max_size=30), min_size=1, max_size=6))
def test_any_heading_is_checked(headings: list[str]) -> None:
    """Whatever lanes are called."""
    roles = (
        "pelaksana: {" + ", ".join(f"r{at}: {json.dumps(name)}" for at, name in enumerate(headings)) + "}\n"
    )
    one = compiled("Menyusun", "Kabid menyusun", roles=roles, lane="r0")
    assert all(0 <= each.span.start < each.span.end <= len(one.source.text) for each in found_in(one))


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Surat dikirim", "Surat dikirim"),
        ("'Surat dikirim'", "Surat dikirim"),
        ('"Surat dikirim \\"segera\\""', "Surat dikirim"),
        ('"Sur\\u0061t dikirim"', '"Sur\\u0061t dikirim"'),
        (">-\n      Surat\n      dikirim", "Surat\n      dikirim"),
        ("|\n      Surat dikirim\n      Surat dikirim", "Surat dikirim"),
    ],
)
def test_words_are_found_in_the_file(written: str, shown: str) -> None:
    """Plain, quoted and folded texts; where an escape hides the words, the whole text is shown."""
    text = f"{HEAD}{ROLES}kegiatan:\n  - nomor: 1\n    uraian: {written}\n    pelaksana: staf\n"
    one = compile_bytes(text.encode(), "contoh.yaml")
    assert one.document is not None
    assert one.sop is not None
    whole = one.document.span(("kegiatan", 0, "uraian"))
    span = words_span(one.document, whole, one.sop.kegiatan[0].uraian, 0, len("Surat dikirim"))
    assert text[span.start : span.end] == shown


def test_a_very_long_text_is_judged_by_its_beginning() -> None:
    """What stands behind the first lines of a text decides nothing."""
    assert [each.code for each in found_in(compiled("Surat " + "masuk " * 20_000 + "dikirim"))] == ["SOP604"]
    assert found_in(compiled("Ploting " + "masuk " * 20_000 + "dikirim")) == []


def test_ten_thousand_equal_rows() -> None:
    """Each row but the first is a repetition of the first."""
    found = found_in(compiled(*["Menyusun konsep"] * 10_000))
    assert len(found) == 9_999
    assert {each.related[0].span for each in found} == {found[0].related[0].span}


def test_very_many_pairs_are_not_all_looked_for() -> None:
    """So many walks through a flow would take too long."""
    texts = [f"Menyusun konsep {at}" for at in range(1_000)]
    found = found_in(compiled(*texts, *texts))
    assert len(found) == 100


def test_a_faulty_flow_hides_repetitions() -> None:
    """Where a target is unknown nobody knows which rows a run passes."""
    text = f"{HEAD}{ROLES}kegiatan:\n" + "".join(
        f"  - {{nomor: {at}, uraian: Menyusun konsep, pelaksana: staf{more}}}\n"
        for at, more in ((1, ""), (2, ", lanjut: 9"))
    )
    assert found_in(compile_bytes(text.encode(), "contoh.yaml")) == []


def test_a_row_of_a_faulty_lane_has_no_performer_to_compare() -> None:
    """An undeclared role is reported as that; it may be the one that the text names."""
    found = found_in(compiled("Kabid memeriksa konsep", "Surat dikirim oleh Kabid", lane="kabd"))
    assert [each.code for each in found] == ["SOP604", "SOP605"]


def test_a_finding_says_it_in_both_languages() -> None:
    """Message, hint and related place of a contradicted lane."""
    [one] = [each for each in found_in(compiled("Surat diparaf oleh Kabid")) if each.code == "SOP404"]
    assert (one.message, one.hint, one.related[0].message) == (
        (
            "pelaku menurut uraian, 'Kabid', bukan pelaksana baris ini, 'Staf'",
            "the performer in the text, 'Kabid', is not the row's, 'Staf'",
        ),
        (
            "pilih pelaksana 'kabid', atau perbaiki uraiannya",
            "choose 'kabid' as 'pelaksana', or correct the text",
        ),
        ("pelaksana baris ini", "the row's performer"),
    )


def test_very_many_lanes() -> None:
    """Equal spellings are found among any number of lanes, slips of the pen only among a few."""
    names = [f"Staf {at}" for at in range(100)]
    roles = "pelaksana:\n" + "".join(
        f"  r{at}: {name}\n" for at, name in enumerate([*names, "STAFF 99", "Sekretaris", "Sekertaris"])
    )
    found = [each.message.en for each in found_in(compiled("Menyusun konsep", roles=roles, lane="r0"))]
    assert found == ["the heading 'STAFF 99' is nearly the same as 'Staf 99'"]
