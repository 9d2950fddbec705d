"""Choosing what is reported, and how gravely."""

import pickle

import pytest

from sop_engine.diagnostics import Diagnostic, Kind, Severity, Text
from sop_engine.errors import UsageError
from sop_engine.model.tanggal import parse_tanggal
from sop_engine.pipeline import compile_bytes
from sop_engine.rules.choice import Choice, choice_of, default_choice
from sop_engine.rules.kinds import kinds
from sop_engine.settings import Settings
from sop_engine.source import SourceFile, Span
from tests.quiet import COMPLETENESS, quiet

TODAY = parse_tanggal("2026-11-21")
MILD = {code for code, kind in kinds().items() if kind.severity is not Severity.ERROR}


def found(code: str) -> Diagnostic:
    """A finding of a kind."""
    return Diagnostic(kinds()[code], Text("i", "e"), SourceFile("x", "text"), Span(0, 1))


def on(settings: Settings) -> set[str]:
    """The codes below errors that are reported."""
    return MILD - choice_of(settings).off


OFF = frozenset({"SOP022", "SOP406", "SOP511", "SOP616", "SOP617"})
"""Opinions: the order of lanes, and what is only spelled otherwise."""


def test_by_default_all_but_the_opinions_are_on() -> None:
    """The same whether nothing is set or an empty file is read."""
    assert default_choice().off == OFF
    assert choice_of(Settings()) is default_choice()
    assert on(Settings(ignore=())) == MILD - OFF
    assert choice_of(Settings(), TODAY) == Choice(OFF, {}, TODAY)


def begun(*heads: str) -> set[str]:
    """The codes that begin so."""
    return {code for code in MILD if code.startswith(heads)}


@pytest.mark.parametrize(
    ("settings", "codes"),
    [
        (Settings(select=("SOP6",)), begun("SOP6")),
        (Settings(select=("sop60", "SOP21")), begun("SOP60", "SOP21")),
        (Settings(select=("no-active-verb",)), {"SOP604"}),
        (Settings(select=()), set()),
        (Settings(select=("ALL",)), MILD),
        (Settings(select=("SOP6",), ignore=("SOP604",)), begun("SOP6") - {"SOP604"}),
        (Settings(select=("SOP604",), ignore=("SOP6",)), {"SOP604"}),
        (Settings(select=("SOP604",), ignore=("no-active-verb",)), set()),
        (Settings(ignore=("SOP6",)), MILD - begun("SOP6") - OFF),
        (Settings(ignore=("ALL",)), set()),
        (Settings(extend_select=("SOP406",)), MILD - OFF | {"SOP406"}),
        (Settings(ignore=("SOP4",), extend_select=("role-order",)), MILD - begun("SOP4") - OFF | {"SOP406"}),
        (Settings(severity={"SOP604": "off"}), MILD - {"SOP604"} - OFF),
    ],
)
def test_the_most_exact_word_decides(settings: Settings, codes: set[str]) -> None:
    """A code or slug wins over the beginning of a code, that over ALL; ``ignore`` wins between equals."""
    assert on(settings) == codes


def test_errors_are_always_reported() -> None:
    """Words for many pass over them."""
    choice = choice_of(Settings(select=("SOP6",), ignore=("SOP3", "SOP6"), severity={"SOP3": "error"}))
    shown = choice.applied(tuple(found(code) for code in kinds()))
    assert {one.code for one in shown} == set(kinds()) - MILD
    assert all(one.is_error for one in shown)


def test_findings_are_graded() -> None:
    """The exact word wins over the beginning of a code; what is not named stays as it is."""
    choice = choice_of(Settings(severity={"SOP604": "info", "SOP6": "error", "SOP508": "warning"}))
    graded = choice.applied(tuple(found(code) for code in ("SOP604", "SOP602", "SOP508", "SOP509")))
    assert [(one.code, one.severity.value) for one in graded] == [
        ("SOP604", "info"),
        ("SOP602", "error"),
        ("SOP508", "warning"),
        ("SOP509", "info"),
    ]


def test_what_is_wanted_as_it_is_is_not_touched() -> None:
    """The common case costs no new values."""
    findings = (found("SOP604"), found("SOP302"))
    assert default_choice().applied(findings) is findings


@pytest.mark.parametrize(
    ("settings", "message", "hint"),
    [
        (Settings(ignore=("SOP6O4",)), "there is no rule 'SOP6O4'", "did you mean 'SOP604'?"),
        (
            Settings(select=("no-active-verbs",)),
            "there is no rule 'no-active-verbs'",
            "did you mean 'no-active-verb'?",
        ),
        (Settings(select=("",)), "there is no rule ''", "'sop rules' lists them all"),
        (
            Settings(ignore=("dead-end",), origin="sop.toml"),
            "'sop.toml': SOP302 (dead-end) is an error: it can be neither ignored nor played down",
            "mend its cause",
        ),
        (
            Settings(severity={"SOP302": "warning"}),
            "SOP302 (dead-end) is an error: it can be neither ignored nor played down",
            "mend its cause",
        ),
    ],
)
def test_words_that_cannot_be_obeyed(settings: Settings, message: str, hint: str) -> None:
    """They are refused with the remedy."""
    with pytest.raises(UsageError) as caught:
        choice_of(settings)
    assert caught.value.message.en == message
    assert caught.value.hint is not None
    assert caught.value.hint.en == hint


def test_a_choice_travels_between_processes() -> None:
    """It is equal after pickling."""
    choice = choice_of(Settings(ignore=("SOP5",), severity={"SOP604": "error"}), TODAY)
    assert pickle.loads(pickle.dumps(choice)) == choice


def test_a_kind_is_on_by_default() -> None:
    """Being off is what a kind has to say."""
    assert Kind("SOP999", "x", Severity.INFO).default


def test_what_is_off_is_not_looked_for() -> None:
    """Its rule does not even run, and a comment that silences it is not called idle."""
    text = (
        "versi_format: 1\ninstansi: {kode: contoh, nama: Dinas Contoh}\nidentitas: {nama: Contoh}\n"
        "pelaksana: {staf: Staf}\nkegiatan:\n"
        "  - {nomor: 1, uraian: Menyusun, pelaksana: staf}\n"
        "  - {nomor: 2, uraian: Memaraf, pelaksana: staf}  # sop: abaikan SOP209, SOP208\n"
    )
    choice = quiet(hushed=COMPLETENESS | {"SOP209"})
    found_now = compile_bytes(text.encode(), "x", None, choice).diagnostics
    assert [one.message.en for one in found_now] == ["there is no SOP208 on line 7"]
