"""The form of one line a finding: exact outputs, and that editors can read it."""

import re

import pytest

from sop_engine.diagnostics import Related, Text
from sop_engine.report import Look
from sop_engine.report.concise import report_concise
from sop_engine.report.text import report_text
from sop_engine.source import Span
from sop_engine.text import Language, hostile
from tests.report.samples import HOSTILE_NAMES, HOSTILE_WORDS, WARNING, checked, everything, finding, written

MATCHER = re.compile(r"^(.+):(\d+):(\d+): (error|warning|info)\[(SOP\d+)\] (.*)$")


def test_the_form_is_exact() -> None:
    """Place, severity, code and message; neither hint nor notes."""
    text = "\n" * 60 + "    pelaksana: kasubag\n"
    found = finding(text, "kasubag", hint=Text("s", "h"), related=(Related(Text("i", "first"), Span(0, 1)),))
    assert written("concise", checked(found, found)) == (
        "definitions/dumai.yaml:61:16: error[SOP201] message 'x'\n" * 2
    )


def test_messages_follow_the_language() -> None:
    """Words change, the form does not."""
    found = finding("a: b\n", "b", kind=WARNING)
    assert written("concise", checked(found), look=Look(Language.ID)) == (
        "definitions/dumai.yaml:1:4: warning[SOP307] pesan 'x'\n"
    )


def test_colours_mark_what_matters() -> None:
    """The same colours as in the form with frames."""
    found = finding("a: b\n", "b")
    assert written("concise", checked(found), look=Look(colour=True)) == (
        "\x1b[1mdefinitions/dumai.yaml:1:4:\x1b[0m \x1b[1;31merror[SOP201]\x1b[0m message 'x'\n"
    )


def test_nothing_found_is_nothing_said() -> None:
    """An empty report is empty."""
    assert written("concise") == ""


@pytest.mark.parametrize("words", HOSTILE_WORDS)
@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_a_finding_is_one_safe_line(name: str, words: str) -> None:
    """Whatever names and messages hold, and a matcher finds its parts."""
    line = written("concise", checked(finding("a: b\n", "b", name=name, message=Text(words, words))))
    assert line.endswith("\n")
    assert not hostile().search(line[:-1])
    match = MATCHER.match(line)
    assert match is not None
    assert match.groups()[1:5] == ("1", "4", "error", "SOP201")


@pytest.mark.parametrize("colour", [False, True])
def test_it_is_the_first_line_of_the_form_with_frames(*, colour: bool) -> None:
    """For every real finding."""
    look = Look(colour=colour)
    found = [one for sop in everything() for one in sop.diagnostics]
    firsts = [next(iter(report_text([one], look))).split("\n")[0] + "\n" for one in found]
    assert list(report_concise(found, look)) == firsts
