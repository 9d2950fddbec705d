"""Workflow commands: exact lines, and that the runner reads back what was meant."""

import pytest

from sop_engine.diagnostics import Diagnostic, Related, Text
from sop_engine.report import Look
from sop_engine.source import SourceFile, Span
from sop_engine.text import Language, escaped
from tests.report.samples import (
    HOSTILE_NAMES,
    HOSTILE_WORDS,
    INFO,
    ROLE,
    WARNING,
    checked,
    everything,
    finding,
    unread,
    written,
)


def unescaped(text: str, *codes: tuple[str, str]) -> str:
    """A text with its codes replaced, the per cent sign's last."""
    for code, mark in (*codes, ("%25", "%")):
        text = text.replace(code, mark)
    return text


def read_back(line: str) -> tuple[str, dict[str, str], str]:
    """Name, properties and message as the runner understands a line: it cuts first and unescapes then."""
    assert line.startswith("::")
    command, _, message = line.removesuffix("\n")[2:].partition("::")
    name, _, rest = command.partition(" ")
    lines = (("%0D", "\r"), ("%0A", "\n"))
    values = dict(part.split("=", 1) for part in rest.split(","))
    properties = {key: unescaped(value, *lines, ("%3A", ":"), ("%2C", ",")) for key, value in values.items()}
    message = unescaped(message, *lines)
    return name, properties, message


def test_the_form_is_exact() -> None:
    """The properties in GitHub's order, title and message behind them."""
    text = "\n" * 60 + "    pelaksana: kasubag\n"
    assert written("github", checked(finding(text, "kasubag"))) == (
        "::error file=definitions/dumai.yaml,line=61,col=16,endLine=61,endColumn=23,"
        "title=SOP201 unknown-role::message 'x'\n"
    )


def test_severities_have_their_commands() -> None:
    """GitHub calls an info a notice."""
    found = [finding("a: b\n", "b", kind=kind) for kind in (ROLE, WARNING, INFO)]
    lines = written("github", checked(*found), look=Look(Language.ID)).splitlines()
    place = "file=definitions/dumai.yaml,line=1,col=4,endLine=1,endColumn=5"
    assert lines == [
        f"::error {place},title=SOP201 unknown-role::pesan 'x'",
        f"::warning {place},title=SOP307 same-target::pesan 'x'",
        f"::notice {place},title=SOP405 single-role::pesan 'x'",
    ]


def test_hint_and_related_places_are_further_lines() -> None:
    """A line end inside a message is written as a code."""
    found = finding(
        "a: 1\na: 2\n",
        "2",
        name="x.yaml",
        hint=Text("s", "delete one"),
        related=(Related(Text("i", "first written here"), Span(0, 1)),),
    )
    assert written("github", checked(found)) == (
        "::error file=x.yaml,line=2,col=4,endLine=2,endColumn=5,title=SOP201 unknown-role::"
        "message 'x'%0Adelete one%0Anote: x.yaml:1:1: first written here\n"
    )


def test_over_several_lines_there_are_no_columns() -> None:
    """GitHub drops them and complains."""
    found = finding("a: |\n  b\n  c\n", "b\n  c")
    assert written("github", checked(found)) == (
        "::error file=definitions/dumai.yaml,line=2,endLine=3,title=SOP201 unknown-role::message 'x'\n"
    )


def test_marks_of_the_form_are_escaped() -> None:
    """Per cent and line ends everywhere, colon and comma in properties."""
    found = finding("a: b\n", "b", name="a,b:c%2C.yaml", message=Text("i", "5% :: a, b%0A"))
    assert written("github", checked(found)) == (
        "::error file=a%2Cb%3Ac%252C.yaml,line=1,col=4,endLine=1,endColumn=5,title=SOP201 unknown-role::"
        "5%25 :: a, b%250A\n"
    )


def test_what_concerns_no_file_has_a_title_only() -> None:
    """GitHub then shows it with the run."""
    assert written("github", checked(unread(""))) == (
        "::error title=SOP000 usage::the file cannot be read%0Atry again\n"
    )


@pytest.mark.parametrize("words", HOSTILE_WORDS)
@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_hostile_names_and_words_stay_in_their_places(name: str, words: str) -> None:
    """One line each, and the runner reads back exactly what was meant."""
    text = Text(words, words)
    source = SourceFile(name, "a: b\n")
    found = Diagnostic(ROLE, text, source, Span(3, 4), text, (Related(text, Span(0, 1)),))
    line = written("github", checked(found))
    assert line.count("\n") == 1
    shown = escaped(words)
    assert read_back(line) == (
        "error",
        {
            "file": escaped(name),
            "line": "1",
            "col": "4",
            "endLine": "1",
            "endColumn": "5",
            "title": "SOP201 unknown-role",
        },
        f"{shown}\n{shown}\nnote: {escaped(name)}:1:1: {shown}",
    )


def test_every_real_finding_is_one_command() -> None:
    """As many lines as findings, each read back with its place."""
    found = [one for sop in everything() for one in sop.diagnostics]
    lines = written("github", *everything()).splitlines()
    assert len(lines) == len(found)
    for one, line in zip(found, lines, strict=True):
        _, properties, message = read_back(line)
        assert (properties["file"], properties["line"]) == (one.source.name, str(one.start.line))
        assert message.split("\n")[0] == one.message.en
