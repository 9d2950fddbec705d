"""Mending whole definitions: what a safe fix leaves as it was, and that mending comes to an end."""

import random
import re
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from sop_engine.authoring.fixers.registry import TIDINESS
from sop_engine.authoring.fixing import Mended, fix_of, fixes, mended
from sop_engine.authoring.rewriting import encoded
from sop_engine.compiled import Compiled
from sop_engine.edits import Edit, Fix, changed
from sop_engine.model.sop import Sop
from sop_engine.pipeline import compile_source
from sop_engine.rules.choice import Choice, default_choice
from sop_engine.source import SourceFile, Span
from tests.authoring.hand import handwritten
from tests.layout.generator import random_sop
from tests.strategies import sop_texts, worded_sops

ROOT = Path(__file__).resolve().parent.parent.parent
CHOICE = Choice(default_choice().off - TIDINESS)
TEXTS = sorted(
    [
        *ROOT.glob("definitions/*.yaml"),
        *ROOT.glob("tests/definitions/*.yaml"),
        *ROOT.glob("tests/rules/*/*.yaml"),
    ]
)
MARKER = re.compile(
    r"(?:[0-9]{1,2}\s?[.)]|\([0-9a-zA-Z]{1,2}\)|[a-zA-Z]\s?[.)]|[ivxIVX]{2,4}[.)]|[^\w\s])\s*"
)
NUMBER = re.compile(r"([0-9]+)(\.?[a-z]*)")


@lru_cache(maxsize=8)
def compiled(text: str) -> Compiled:
    """A definition, with the findings that only fixing cares about; what has just been asked for is remembered."""
    return compile_source(SourceFile("x.yaml", text), None, CHOICE)


def mend(text: str, *, unsafe: bool = False) -> Mended:
    """A text with all mended that can be."""
    return mended(compiled(text).source, lambda source: compiled(source.text), unsafe=unsafe)


def errors_in(whole: Compiled) -> int:
    """How many errors are found in a definition."""
    return sum(found.is_error for found in whole.diagnostics)


def flow_of(whole: Compiled) -> Any:
    """The procedure without the names of its steps."""
    graph = whole.graph
    assert graph is not None
    place = {name: at for at, name in enumerate(graph.steps)}
    steps = [
        step._replace(
            id="",
            loc=(),
            span=(0, 0),
            waktu=replace(step.waktu, bersama=step.waktu.bersama and str(graph.rows.get(step.waktu.bersama))),
        )
        for step in graph.steps.values()
    ]
    flows = [
        flow._replace(source=place[flow.source], target=place[flow.target], loc=(), span=(0, 0))
        for flow in graph.flows
    ]
    return steps, flows


def said(sop: Sop) -> Any:
    """What a SOP says, but for spelling: numbers of rows and names of steps, NIP's spaces, markers of items."""
    data = plain(sop)
    for row in data["kegiatan"]:
        for part in (row, *(row["simbol"] or ())):
            for key in ("nomor", "id", "lanjut", "cabang"):
                part.pop(key, None)
        row["mutu_baku"]["waktu"] = replace(row["mutu_baku"]["waktu"], bersama=None)
    data["tampilan"].pop("alur")
    if signer := data["identitas"]["disahkan_oleh"]:
        signer["nip"] = "".join(filter(str.isdigit, signer["nip"] or ""))
    return data


def plain(value: Any) -> Any:
    """Models as mappings; items of lists without what a marker could be."""
    if isinstance(value, BaseModel):
        return {name: plain(getattr(value, name)) for name in type(value).model_fields}
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [MARKER.sub("", item) if isinstance(item, str) else plain(item) for item in value]
    return value


def prove_safe(text: str) -> Mended:
    """Mend what is safe, and prove that nothing which the SOP says is changed by it."""
    before, result = compiled(text), mend(text)
    after = result.compiled
    assert after.source.text == result.text
    assert [found for found, fix in fixes(after) if fix.safe] == [found for found, _ in result.left_out]
    assert mend(result.text).text == result.text
    assert str(after.total) == str(before.total)
    if "SOP021" not in result.counts and before.document is not None and after.document is not None:
        comments = [comment.text for comment in before.document.comments]
        assert [comment.text for comment in after.document.comments] == comments
    if before.whole and before.sop is not None and after.sop is not None:
        assert after.whole
        assert flow_of(after) == flow_of(before)
        assert said(after.sop) == said(before.sop)
    return result


@pytest.mark.parametrize("path", TEXTS, ids=[path.relative_to(ROOT).as_posix() for path in TEXTS])
def test_what_is_safe_changes_nothing_that_is_said(path: Path) -> None:
    """In every definition and every case of a rule; and mending all comes to an end too."""
    text = path.read_bytes().decode("utf-8-sig", "replace")
    prove_safe(text)
    once = mend(text, unsafe=True)
    assert mend(once.text, unsafe=True).text == once.text
    before, after = compiled(text), once.compiled
    if before.document is not None:
        assert after.document is not None
        assert errors_in(after) <= errors_in(before)


SPELLINGS = {
    "15 menit": ("15menit", "15 Menit", "15 (lima belas) menit"),
    "1 hari": ("satu hari", "1 HARI", "1 (satu) hari"),
    "2 jam": ("dua jam", "2Jam"),
    "1-2 hari": ("1 – 2 Hari", "1 s.d 2 hari"),
    "maks. 3 hari kerja": ("paling lama 3 hari kerja", "maksimal 3 (tiga) hari kerja"),
}


def spoiled(seed: int) -> dict[str, Any]:
    """A random SOP with what safe fixes mend: jumping numbers, odd spellings, markers."""
    dice = random.Random(seed)
    data = random_sop(seed)
    jumps = dice.random() < 0.7
    numbers: dict[str, str] = {}
    last = 0
    for row in data["kegiatan"]:
        last += dice.choice((1, 1, 1, 2, 5)) if jumps else 1
        numbers[row["nomor"]] = str(last)

    def renamed(target: Any) -> Any:
        if isinstance(target, list):
            return [renamed(item) for item in target]
        match = NUMBER.fullmatch(target)
        return target if match is None or match[1] not in numbers else numbers[match[1]] + match[2]

    for row in data["kegiatan"]:
        row["nomor"] = renamed(row["nomor"])
        for part in (row, *row.get("simbol", ())):
            if "id" in part:
                part["id"] = renamed(part["id"])
            if "lanjut" in part:
                part["lanjut"] = renamed(part["lanjut"])
            if "cabang" in part:
                part["cabang"] = {label: renamed(target) for label, target in part["cabang"].items()}
        quality = row.get("mutu_baku", {})
        waktu = quality.get("waktu")
        if isinstance(waktu, dict) and "bersama" in waktu:
            waktu["bersama"] = renamed(waktu["bersama"])
        elif waktu in SPELLINGS and dice.random() < 0.5:
            quality["waktu"] = dice.choice(SPELLINGS[waktu])
        items = quality.get("kelengkapan")
        if isinstance(items, list) and items and dice.random() < 0.3:
            mark = dice.choice(("{}. ", "{}) ", "- "))
            quality["kelengkapan"] = [mark.format(at) + item for at, item in enumerate(items, start=1)]
    for hint in data["tampilan"]["alur"]:
        hint["dari"], hint["ke"] = renamed(hint["dari"]), renamed(hint["ke"])
    data["identitas"]["tanggal_efektif"] = dice.choice(("2 Januari 2023", "02/06/2025", "Oktober 2018"))
    data["identitas"]["disahkan_oleh"] = {"jabatan": "Kepala", "nip": "197402131993031002"}
    return data


def with_spaces(text: str, dice: random.Random) -> str:
    """Spaces at the end of some lines, inside texts of several lines too."""
    return re.sub(r"(?=\r?\n)", lambda _: dice.choice(("", "", "", " ", " \t")), text)


@settings(max_examples=400, deadline=None)
@given(seed=st.integers(0, 100_000))
def test_defects_of_any_hand_are_mended_safely(seed: int) -> None:
    """However a definition is written, with comments anywhere; its numbers are in order afterwards."""
    dice = random.Random(seed)
    text = with_spaces(handwritten(spoiled(seed), dice), dice)
    result = prove_safe(text)
    assert result.left_out == ()
    assert not {"SOP511", "SOP616", "SOP617"} & {found.code for found in result.compiled.diagnostics}
    codes = {found.code for found in result.compiled.diagnostics}
    # Where a reference means nothing, nobody can tell what it should be called; words that name rows are for people.
    told = {found.code for found, _ in fixes(result.compiled)}
    assert "SOP209" not in codes or "SOP209" in told or codes & {"SOP202", "SOP203", "SOP210", "SOP211"}


@settings(max_examples=80, deadline=None)
@given(text=st.one_of(sop_texts(), worded_sops()))
def test_any_definition_is_mended_to_an_end(text: str) -> None:
    """Right or wrong in any way: nothing raises, what is safe is safe, and a second time nothing is left to do."""
    prove_safe(text)
    once = mend(text, unsafe=True)
    assert mend(once.text, unsafe=True).text == once.text


@settings(max_examples=80, deadline=None)
@given(text=sop_texts(), data=st.data())
def test_half_written_lines_are_mended_to_an_end(text: str, data: st.DataObject) -> None:
    """Characters that are missing or too many, anywhere: all edits lie in the text, none overlaps another."""
    at = data.draw(st.integers(0, len(text)))
    piece = data.draw(st.sampled_from(["", ":", " # x", "\t", "'", "- ", "{", "@", "\xa0", "\r\n"]))
    broken = text[:at] + piece + text[data.draw(st.integers(at, min(at + 3, len(text)))) :]
    whole = compiled(broken)
    for _, fix in fixes(whole):
        assert all(0 <= edit.span.start <= edit.span.end <= len(broken) for edit in fix.edits)
        assert changed(broken, fix.edits) != broken
    once = mend(broken, unsafe=True)
    assert mend(once.text, unsafe=True).text == once.text


def test_however_many_faults_hide_each_other_all_are_mended() -> None:
    """Of what cannot be read only the first fault is known, and each round mends that one."""
    rows = "".join(f"  - nomor: {at}\n    uraian: Menyusun\n    pelaksana:staf\n" for at in range(1, 121))
    head = "versi_format: 1\ninstansi: {kode: a, nama: A}\nidentitas: {nama: A}\npelaksana: {staf: Staf}\nkegiatan:\n"
    result = mend(head + rows, unsafe=True)
    assert result.text == head + rows.replace(":staf", ": staf")
    assert result.counts == {"SOP001": 120}


def test_a_fix_that_makes_things_worse_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """The others are made all the same, and it is told which one was not."""
    text = (ROOT / "definitions/dumai.yaml").read_text(encoding="utf-8")

    def spoiling(whole: Compiled, found: Any) -> Fix | None:
        fix = fix_of(whole, found)
        if fix is None or found.code != "SOP616":
            return fix
        return Fix(fix.title, tuple(Edit(edit.span, "'") for edit in fix.edits), safe=True)

    monkeypatch.setattr("sop_engine.authoring.fixing.fix_of", spoiling)
    result = mend(text)
    assert result.counts == {"SOP511": 8}
    assert [found.code for found, _ in result.left_out] == ["SOP616", "SOP616"]
    assert not result.compiled.has_errors


def test_fixes_that_make_up_for_others_are_weighed_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where all together make things worse, one that mends an error leaves no room for one that makes another."""
    text = (ROOT / "definitions/dumai.yaml").read_text(encoding="utf-8").replace("versi_format: 1\n", "", 1)

    def spoiling(whole: Compiled, found: Any) -> Fix | None:
        fix = fix_of(whole, found)
        if fix is None or found.code != "SOP616":
            return fix
        return Fix(fix.title, (Edit(found.span, "kapan-kapan"),), safe=True)

    monkeypatch.setattr("sop_engine.authoring.fixing.fix_of", spoiling)
    result = mend(text, unsafe=True)
    assert "SOP616" not in result.counts
    assert errors_in(result.compiled) == 0


def test_changes_of_one_place_are_made_one_after_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two insertions there would be in an order that nobody chose."""
    text = (ROOT / "definitions/dumai.yaml").read_text(encoding="utf-8")

    def inserting(whole: Compiled, found: Any) -> Fix | None:
        if whole.source.text != text:
            return None
        return Fix(found.message, (Edit(Span(0, 0), f"# {found.span.start}\n"),), safe=True)

    monkeypatch.setattr("sop_engine.authoring.fixing.fix_of", inserting)
    result = mend(text)
    assert len(result.applied) == 1
    assert result.text == f"# {result.applied[0][0].span.start}\n{text}"


def test_findings_that_one_change_mends_are_counted_each() -> None:
    """Three jumps of the numbers, one renumbering."""
    text = (ROOT / "tests/rules/number-gap/bad_jumps.yaml").read_text(encoding="utf-8")
    assert mend(text).counts == {"SOP209": 3}


@pytest.mark.parametrize("before", [b"a: 1\n", b"\xef\xbb\xbfa: 1\r\n"])
def test_a_file_keeps_its_form(before: bytes) -> None:
    """A byte order mark stays, none is added, and line ends are those of the text."""
    text = before.decode("utf-8-sig")
    assert encoded(text, before) == before
