"""The runner: all rules run, whatever one of them does."""

from collections.abc import Iterator, Sequence
from types import SimpleNamespace

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Severity, Text
from sop_engine.pipeline import compile_bytes
from sop_engine.rules.brief import Brief
from sop_engine.rules.condense import brief_of
from sop_engine.rules.run import RULE_CRASHED, check, check_all
from sop_engine.source import SourceFile, Span

TEXT = b"""\
versi_format: 1
instansi: {kode: contoh, nama: Dinas Contoh}
identitas: {nama: Contoh}
pelaksana: {staf: Staf}
kegiatan:
  - {nomor: 1, uraian: Menyusun, pelaksana: staf}
"""
NOTE = Kind("SOP999", "note", Severity.INFO)


def found_at(compiled: Compiled | Brief, start: int) -> Diagnostic:
    """A finding of the test's own rules."""
    return Diagnostic(NOTE, Text("catatan", "note"), compiled.source, Span(start, start + 1))


def noting(compiled: Compiled) -> Iterator[Diagnostic]:
    """Two findings, the later one first, and one of them twice."""
    yield found_at(compiled, 9)
    yield found_at(compiled, 4)
    yield found_at(compiled, 4)


def crashing(compiled: Compiled) -> Iterator[Diagnostic]:
    """One finding, then a crash with words on two lines."""
    yield found_at(compiled, 2)
    raise ValueError("first line\nsecond line " + "x" * 200)


def rule(check: object) -> SimpleNamespace:
    """A rule that is no module."""
    return SimpleNamespace(KIND=NOTE, check=check, check_all=check)


def test_findings_are_in_order_and_once() -> None:
    """Whatever order a rule finds them in."""
    compiled = compile_bytes(TEXT, "sop.yaml")
    assert check(compiled, [rule(noting)]) == (found_at(compiled, 4), found_at(compiled, 9))


def test_a_crashing_rule_is_a_finding() -> None:
    """It names the rule and the exception on one line; what it found before and other rules' findings stay."""
    compiled = compile_bytes(TEXT, "sop.yaml")
    found = check(compiled, [rule(crashing), rule(noting)])
    assert [one.kind for one in found] == [RULE_CRASHED, NOTE, NOTE, NOTE]
    words = f"rule SOP999 (note) failed: ValueError first line second line {'x' * 94}..."
    assert found[0].message.en == words
    assert found[0].message.id == words.replace("rule", "aturan", 1).replace("failed", "gagal")
    assert found[0].is_error


def test_what_was_not_reached_is_not_checked() -> None:
    """No rule ever sees a SOP without models and graph."""
    nothing = Compiled(SourceFile("sop.yaml", ""))
    assert check(nothing, [rule(crashing)]) == ()
    assert check_all([brief_of(nothing), brief_of(nothing)], [rule(crashing)]) == ()


def counting(briefs: Sequence[Brief]) -> Iterator[Diagnostic]:
    """One finding for each SOP."""
    for one in briefs:
        yield found_at(one, len(briefs))


def crashing_over_all(briefs: Sequence[Brief]) -> Iterator[Diagnostic]:
    """A rule for several SOPs that never gets anywhere."""
    yield from ()
    raise KeyError(len(briefs))


def briefs_of(*names: str, text: bytes = TEXT) -> list[Brief]:
    """SOPs by the names of their files."""
    return [brief_of(compile_bytes(text, name)) for name in names]


def test_rules_over_several_sops() -> None:
    """They see all that could be read, and their crash is a finding in the first."""
    nothing = brief_of(Compiled(SourceFile("c.yaml", "")))
    b, a = briefs_of("b.yaml", "a.yaml")
    found = check_all([b, nothing, a], [rule(counting), rule(crashing_over_all)])
    assert [(one.source.name, one.code, one.message.en) for one in found] == [
        ("a.yaml", "SOP999", "note"),
        ("b.yaml", "SOP900", "rule SOP999 (note) failed: KeyError 2"),
        ("b.yaml", "SOP999", "note"),
    ]


def test_one_sop_alone_is_not_compared() -> None:
    """What cannot be read is no company."""
    nothing = brief_of(Compiled(SourceFile("c.yaml", "")))
    assert check_all([*briefs_of("a.yaml"), nothing], [rule(counting)]) == ()


def test_a_comment_silences_what_is_found_across() -> None:
    """On its line, and never an error."""
    text = TEXT.replace(b"versi_format: 1", b"versi_format: 1  # sop: abaikan SOP999")
    found = check_all(
        [*briefs_of("a.yaml"), *briefs_of("b.yaml", text=text)], [rule(counting), rule(crashing_over_all)]
    )
    assert [(one.source.name, one.code) for one in found] == [("a.yaml", "SOP900"), ("a.yaml", "SOP999")]


def test_all_rules_run_when_none_are_chosen() -> None:
    """Two SOPs of one number."""
    text = TEXT.replace(b"{nama: Contoh}", b"{nama: Contoh, nomor: 7/SOP}")
    assert [one.code for one in check_all(briefs_of("a.yaml", "b.yaml", text=text))] == ["SOP802"]
