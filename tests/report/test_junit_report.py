"""JUnit XML: valid by the schema of Jenkins' xunit plugin, exact in its parts, hostile text inert."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from sop_engine.diagnostics import Diagnostic, Related, Severity, Text
from sop_engine.report import Checked, Look
from sop_engine.source import SourceFile, Span
from sop_engine.text import Language, escaped
from tests.report.samples import (
    CRASHED,
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

DATA = Path(__file__).resolve().parent.parent / "data"


@cache
def schema() -> etree.XMLSchema:
    """The schema that Jenkins' xunit plugin checks reports with."""
    return etree.XMLSchema(etree.parse(DATA / "junit-10.xsd"))


def tree(*given: Checked, language: Language = Language.EN) -> etree._Element:
    """The report as a tree; it obeys the schema."""
    root = etree.fromstring(written("junit", *given, look=Look(language)).encode("utf-8"))
    schema().assertValid(root)
    return root


def test_the_form_is_exact() -> None:
    """A suite a definition, a case a finding; only errors fail."""
    text = "a: b\nc: d\n"
    hint, related = Text("s", "mend it"), (Related(Text("i", "see here"), Span(0, 1)),)
    faulty = checked(
        finding(text, "b", name="defs/a.yaml", hint=hint, related=related),
        finding(text, "d", name="defs/a.yaml", kind=WARNING),
    )
    clean = Checked(checked(finding(text, "b", name="defs/c.yaml")).brief, ())
    assert written("junit", faulty, clean) == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<testsuites name="sop validate" tests="3" failures="1" errors="0">\n'
        '  <testsuite name="defs/a.yaml" tests="2" failures="1" errors="0" skipped="1" file="defs/a.yaml">\n'
        '    <testcase classname="defs/a" name="SOP201 unknown-role: message \'x\'">\n'
        '      <failure type="error" message="message \'x\'">'
        "defs/a.yaml:1:4: error[SOP201] message 'x'\n"
        "mend it\n"
        "note: defs/a.yaml:1:1: see here</failure>\n"
        "    </testcase>\n"
        '    <testcase classname="defs/a" name="SOP307 same-target: message \'x\'">\n'
        '      <skipped type="warning" message="message \'x\'">'
        "defs/a.yaml:2:4: warning[SOP307] message 'x'</skipped>\n"
        "    </testcase>\n"
        "  </testsuite>\n"
        '  <testsuite name="defs/c.yaml" tests="1" failures="0" errors="0" skipped="0" file="defs/c.yaml">\n'
        '    <testcase classname="defs/c" name="no findings"/>\n'
        "  </testsuite>\n"
        "</testsuites>\n"
    )


def test_nothing_checked_is_an_empty_document() -> None:
    """Still valid."""
    assert len(tree()) == 0


def test_words_follow_the_language() -> None:
    """Names and messages; the elements stay."""
    found = finding("a: b\n", "b", kind=INFO)
    root = tree(checked(found), language=Language.ID)
    assert root.xpath("//testcase/@name") == ["SOP405 single-role: pesan 'x'"]
    assert root.xpath("//skipped/@type") == ["info"]
    clean = tree(Checked(checked(found).brief, ()), language=Language.ID)
    assert clean.xpath("//testcase/@name") == ["tanpa temuan"]


def test_what_could_not_be_read_is_an_error() -> None:
    """A missing file, an empty one, a rule that crashed, and what concerns no file at all."""
    empty = unread("kosong.yaml", kind=ROLE)
    crash = finding("a: b\n", "a", kind=CRASHED)
    root = tree(checked(unread("tidak/ada.yaml")), checked(empty), checked(crash), checked(unread("")))
    assert [suite.attrib["errors"] for suite in root] == ["1", "1", "1", "1"]
    assert (root.attrib["errors"], root.attrib["failures"]) == ("4", "0")
    last = root[-1]
    assert (last.attrib["name"], last.attrib.get("file")) == ("sop validate", None)
    assert last[0].attrib["classname"] == "sop validate"
    assert last[0][0].text == "error[SOP000] the file cannot be read\ntry again"


def test_equal_names_are_numbered() -> None:
    """GitLab would show only the first; also where two files differ in their endings only."""
    two = [finding("a: b\n", "b", name=name) for name in ("x.yaml", "x.yaml", "x.yml")]
    root = tree(checked(*two[:2]), checked(two[2]))
    name = "SOP201 unknown-role: message 'x'"
    assert root.xpath("//testcase/@name") == [name, f"{name} (2)", f"{name} (3)"]
    assert set(root.xpath("//testcase/@classname")) == {"x"}


def test_a_definition_in_parts_is_one_suite() -> None:
    """What is found across SOPs may come later."""
    one, two = finding("a: b\n", "b"), finding("a: b\n", "a", kind=WARNING)
    root = tree(checked(one), checked(two))
    assert [(suite.attrib["tests"], len(suite)) for suite in root] == [("2", 2)]


@pytest.mark.parametrize("language", list(Language))
def test_everything_real_is_valid(language: Language) -> None:
    """All definitions and all faulty cases: counts agree, names are unique, failures are just the errors."""
    sops = everything()
    root = tree(*sops, language=language)
    found = Counter(one.severity for sop in sops for one in sop.diagnostics)
    unread_at_all = len(root.xpath("//error"))
    assert len(root) == len(sops)
    assert len(root.xpath("//failure")) + unread_at_all == found[Severity.ERROR] > 0
    assert len(root.xpath("//skipped")) == found[Severity.WARNING] + found[Severity.INFO] > 0
    cases = [(case.attrib["classname"], case.attrib["name"]) for case in root.iter("testcase")]
    assert len(set(cases)) == len(cases) == int(root.attrib["tests"])
    for suite in root:
        outcomes = Counter(outcome.tag for case in suite for outcome in case)
        assert suite.attrib["tests"] == str(len(suite))
        assert suite.attrib["failures"] == str(outcomes["failure"])
        assert suite.attrib["errors"] == str(outcomes["error"])
        assert suite.attrib["skipped"] == str(outcomes["skipped"])


@pytest.mark.parametrize("words", HOSTILE_WORDS)
@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_hostile_names_and_words_are_inert(name: str, words: str) -> None:
    """They come back as text, with what XML cannot hold made visible."""
    text = Text(words, words)
    found = Diagnostic(ROLE, text, SourceFile(name, "a: b\n"), Span(3, 4), text)
    root = tree(checked(found))
    assert [element.tag for element in root.iter()] == ["testsuites", "testsuite", "testcase", "failure"]
    (failure,) = root.iter("failure")
    shown = escaped(words).translate(dict.fromkeys((0xFFFE, 0xFFFF, 0x1FFFF), "\ufffd"))
    path = escaped(name).translate(dict.fromkeys((0xFFFE, 0xFFFF), "\ufffd"))
    assert failure.attrib["message"] == shown
    assert failure.text == f"{path}:1:4: error[SOP201] {shown}\n{shown}"
    assert root[0].attrib["name"] == path


@given(st.text(st.characters(), max_size=20), st.text(st.characters(), max_size=40), st.integers(0, 45))
def test_any_name_and_any_text_is_valid(name: str, text: str, at: int) -> None:
    """Also what no file system and no encoding would hold."""
    tree(checked(Diagnostic(ROLE, Text(text, text), SourceFile(name, text), Span(at, at + 3))))
