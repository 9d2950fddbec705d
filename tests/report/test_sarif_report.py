"""SARIF: valid by the official schema, exact in its parts, and right about places in the files."""

import json
import posixpath
import re
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator

from sop_engine import __version__
from sop_engine.diagnostics import Diagnostic, Related, Severity, Text
from sop_engine.edits import Edit, Fix
from sop_engine.report import Checked, Look
from sop_engine.report.sarif import uri
from sop_engine.report.statistics import title_of
from sop_engine.source import SourceFile, Span
from sop_engine.text import Language
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
URI = re.compile(r"(file://)?([A-Za-z0-9/:._~-]|%[0-9A-F]{2})*")
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


@cache
def validator() -> Draft4Validator:
    """The official schema."""
    schema = json.loads((DATA / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
    Draft4Validator.check_schema(schema)
    return Draft4Validator(schema)


def document(*given: Checked, language: Language = Language.EN) -> dict[str, Any]:
    """The report as data; it can be encoded and obeys the schema."""
    text = written("sarif", *given, look=Look(language))
    read: dict[str, Any] = json.loads(text.encode("utf-8"))
    assert [error.message for error in validator().iter_errors(read)] == []
    return read


def run_of(*given: Checked, language: Language = Language.EN) -> dict[str, Any]:
    """The only run of the report."""
    (run,) = document(*given, language=language)["runs"]
    return dict(run)


def result_of(found: Diagnostic, language: Language = Language.EN) -> dict[str, Any]:
    """The only result of a report on one finding."""
    (result,) = run_of(checked(found), language=language)["results"]
    return dict(result)


def test_a_result_is_exact() -> None:
    """Rule, level, message as sentences, place from 1 with its end excluded, and a fingerprint."""
    text = "\n" * 60 + "    pelaksana: kasubag\n"
    found = finding(
        text,
        "kasubag",
        hint=Text("maksudnya 'kasubbag'?", "did you mean 'kasubbag'?"),
        related=(Related(Text("daftar [peran]", "the list [of roles]"), Span(4, 5)),),
    )
    result = result_of(found)
    fingerprint = result.pop("partialFingerprints")
    artifact = {"uri": "definitions/dumai.yaml", "uriBaseId": "%SRCROOT%"}
    assert list(fingerprint) == ["sopFinding/v1"]
    assert re.fullmatch(r"[0-9a-f]{32}:1", fingerprint["sopFinding/v1"])
    assert result == {
        "ruleId": "SOP201",
        "ruleIndex": 0,
        "level": "error",
        "message": {"text": r"Message 'x'. Did you mean 'kasubbag'? [The list \[of roles\]](1)."},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": artifact,
                    "region": {"startLine": 61, "startColumn": 16, "endLine": 61, "endColumn": 23},
                }
            }
        ],
        "relatedLocations": [
            {
                "id": 1,
                "physicalLocation": {
                    "artifactLocation": artifact,
                    "region": {"startLine": 5, "startColumn": 1, "endLine": 6, "endColumn": 1},
                },
                "message": {"text": "The list [of roles]."},
            }
        ],
    }


def test_a_fix_is_exact() -> None:
    """Its title, and the places that give way to other text or to none; who has to look is in its properties."""
    found = finding("a: kasubag\r\nb: 1\r\n", "kasubag")
    edits = (Edit(Span(3, 10), "kasubbag"), Edit(Span(12, 12), "# {x} [y](z)\r\n"), Edit(Span(15, 16), ""))
    fix = Fix(Text("ganti [a](b)", "replace [a](b)"), edits, safe=False)
    mended = Checked(checked(found).brief, (found,), (fix,))
    (result,) = run_of(mended)["results"]

    def region(line: int, start: int, end: int) -> dict[str, int]:
        return {"startLine": line, "startColumn": start, "endLine": line, "endColumn": end}

    assert result["fixes"] == [
        {
            "description": {"text": "Replace [a\\](b)."},
            "artifactChanges": [
                {
                    "artifactLocation": {"uri": "definitions/dumai.yaml", "uriBaseId": "%SRCROOT%"},
                    "replacements": [
                        {"deletedRegion": region(1, 4, 11), "insertedContent": {"text": "kasubbag"}},
                        {"deletedRegion": region(2, 1, 1), "insertedContent": {"text": "# {x} [y](z)\r\n"}},
                        {"deletedRegion": region(2, 4, 5)},
                    ],
                }
            ],
            "properties": {"safe": False},
        }
    ]


def test_fixes_follow_their_findings() -> None:
    """Other findings come among them, or some are left out; what nobody can mend has no fix."""
    text = "a: kasubag\nb: 1\n"
    first, second, third = finding(text, "kasubag"), finding(text, "b"), finding(text, "1")
    fix = Fix(Text("i", "e"), (Edit(Span(0, 1), "x"),), safe=True)
    one = Checked(checked(first).brief, (first, third), (None, fix))
    assert one.holding((first, second, third)).fixes == (None, None, fix)
    assert one.holding((third,)).fixes == (fix,)
    assert list(one.pairs()) == [(first, None), (third, fix)]
    assert Checked(one.brief, (first,)).holding((second,)) == Checked(one.brief, (second,))
    results = run_of(one, Checked(checked(second).brief, (second, third), (fix, fix)))["results"]
    assert ["fixes" in result for result in results] == [False, True, True, False]


def test_a_run_without_findings_is_exact() -> None:
    """What was checked, by what, how columns and lines are counted; nothing empty but the results and rules."""
    sop = Checked(checked(finding("a: b\n", "b", name="defs/a.yaml")).brief, ())
    assert document(sop) == {
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "sop-engine",
                        "version": __version__,
                        "semanticVersion": __version__,
                        "language": "en",
                        "rules": [],
                    }
                },
                "language": "en",
                "columnKind": "unicodeCodePoints",
                "newlineSequences": ["\r\n", "\n", "\r"],
                "originalUriBaseIds": {
                    "%SRCROOT%": {"description": {"text": "The folder that the check was started in."}}
                },
                "invocations": [{"executionSuccessful": True}],
                "artifacts": [
                    {
                        "location": {"uri": "defs/a.yaml", "uriBaseId": "%SRCROOT%"},
                        "roles": ["analysisTarget"],
                    }
                ],
                "results": [],
            }
        ],
    }
    assert document()["runs"][0]["results"] == []


def test_rules_are_the_kinds_that_occur() -> None:
    """In the order of their codes, each once; a result points at its own."""
    found = [finding("a: b\n", "b", kind=kind) for kind in (INFO, ROLE, WARNING, ROLE)]
    run = run_of(checked(*found))
    rules = run["tool"]["driver"]["rules"]
    assert [(rule["id"], rule["name"]) for rule in rules] == [
        ("SOP201", "UnknownRole"),
        ("SOP307", "SameTarget"),
        ("SOP405", "SingleRole"),
    ]
    assert [rule["defaultConfiguration"]["level"] for rule in rules] == ["error", "warning", "note"]
    assert [(one["ruleId"], one["ruleIndex"], one["level"]) for one in run["results"]] == [
        ("SOP405", 2, "note"),
        ("SOP201", 0, "error"),
        ("SOP307", 1, "warning"),
        ("SOP201", 0, "error"),
    ]


def test_a_rule_carries_its_documentation() -> None:
    """Title, reason and the whole explanation, as plain text and as Markdown, in the run's language."""
    for language, title, heading in (
        (Language.EN, title_of(WARNING).en, "## Why\n\n"),
        (Language.ID, title_of(WARNING).id, "## Mengapa\n\n"),
    ):
        run = run_of(checked(finding("a: b\n", "b", kind=WARNING)), language=language)
        (rule,) = run["tool"]["driver"]["rules"]
        assert rule["shortDescription"]["text"].removesuffix(".").casefold() == title.casefold()
        assert rule["help"]["text"].startswith(rule["shortDescription"]["text"])
        assert heading in rule["help"]["markdown"]
        assert "```yaml\n" in rule["help"]["markdown"]
        assert run["language"] == run["tool"]["driver"]["language"] == language.value


def test_a_severity_that_was_chosen_shows_in_the_result_only() -> None:
    """The rule keeps its own."""
    run = run_of(checked(finding("a: b\n", "b", kind=WARNING._replace(severity=Severity.INFO))))
    assert run["tool"]["driver"]["rules"][0]["defaultConfiguration"]["level"] == "warning"
    assert run["results"][0]["level"] == "note"


def test_what_is_no_fault_of_a_sop_is_a_notification() -> None:
    """A missing file, a rule that crashed and wrong usage stand with the invocation, which did not succeed."""
    crash = finding("a: b\n", "a", kind=CRASHED)
    run = run_of(checked(unread("tidak/ada.yaml")), checked(crash), checked(unread("")))
    assert (run["results"], run["tool"]["driver"]["rules"]) == ([], [])
    assert [rule["id"] for rule in run["tool"]["driver"]["notifications"]] == ["SOP000", "SOP900"]
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    unread_file = {
        "descriptor": {"id": "SOP000"},
        "level": "error",
        "message": {"text": "The file cannot be read. Try again."},
    }
    missing = {"uri": "tidak/ada.yaml", "uriBaseId": "%SRCROOT%"}
    faulty = {"uri": "definitions/dumai.yaml", "uriBaseId": "%SRCROOT%"}
    region = {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 2}
    assert invocation["toolExecutionNotifications"] == [
        {**unread_file, "locations": [{"physicalLocation": {"artifactLocation": missing}}]},
        {
            "descriptor": {"id": "SOP900"},
            "level": "error",
            "message": {"text": "Message 'x'."},
            "locations": [{"physicalLocation": {"artifactLocation": faulty, "region": region}}],
        },
        unread_file,
    ]
    assert [artifact["location"] for artifact in run["artifacts"]] == [faulty]


def test_the_schema_refuses_what_is_wrong() -> None:
    """Lest it be no proof at all."""
    read = document(checked(finding("a: b\n", "b")))
    result = read["runs"][0]["results"][0]
    del result["message"]
    result["locations"][0]["physicalLocation"]["region"] = {"startColumn": 1}
    result["level"] = "info"
    assert len(list(validator().iter_errors(read))) == 3


@pytest.mark.parametrize("language", list(Language))
def test_everything_real_is_valid(language: Language) -> None:
    """All definitions and all faulty cases, in both languages; each result points where the finding is."""
    sops = everything()
    run = run_of(*sops, language=language)
    found = [one for sop in sops for one in sop.diagnostics]
    assert len(run["artifacts"]) == len(sops)
    assert len(run["results"]) == len(found) > 100
    for one, result in zip(found, run["results"], strict=True):
        rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
        assert (result["ruleId"], rule["id"]) == (one.code, one.code)
        assert result["level"] == LEVELS[one.severity]
        location = result["locations"][0]["physicalLocation"]
        assert location["artifactLocation"]["uri"] == one.source.name
        assert selected(one.source.text, location["region"]) == one.source.text[slice(*one.span)]
        assert len(result.get("relatedLocations", [])) == len(one.related)
    prints = [
        (one.source.name, *result["partialFingerprints"].values())
        for one, result in zip(found, run["results"], strict=True)
    ]
    assert len(set(prints)) == len(prints)


def selected(text: str, region: dict[str, int]) -> str:
    """What a viewer marks: it parts lines as the run says, and counts code points."""
    pieces = re.split(r"(\r\n|\n|\r)", text)
    starts = [0]
    for at in range(1, len(pieces), 2):
        starts.append(starts[-1] + len(pieces[at - 1]) + len(pieces[at]))
    start = starts[region["startLine"] - 1] + region["startColumn"] - 1
    return text[start : starts[region["endLine"] - 1] + region["endColumn"] - 1]


def test_columns_count_code_points() -> None:
    """An emoji is one column, whatever it takes in UTF-8 or UTF-16; old line ends end lines too."""
    found = finding("a: 1\rb: '😀表e\u0301' # x\r\nc: 2\n", "x")
    region = result_of(found)["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 2, "startColumn": 13, "endLine": 2, "endColumn": 14}
    assert selected(found.source.text, region) == "x"


@pytest.mark.parametrize("words", HOSTILE_WORDS)
@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_hostile_names_and_words_are_valid(name: str, words: str) -> None:
    """The schema holds, addresses are addresses, and nothing of an author's becomes a link or an argument."""
    text = Text(words, words)
    found = Diagnostic(ROLE, text, SourceFile(name, "a: b\n"), Span(3, 4), text, (Related(text, Span(0, 1)),))
    run = run_of(checked(found), checked(unread(name)))
    for artifact in run["artifacts"]:
        assert URI.fullmatch(artifact["location"]["uri"])
    message = run["results"][0]["message"]["text"]
    assert [match[1] for match in re.finditer(r"(?<!\\)\]\(([^)]*)\)", message)] == ["1"]
    assert not re.search(r"\{(?!\{)\w*\}(?!\})", message.replace("{{", "").replace("}}", ""))


@given(st.text(st.characters(), max_size=20), st.text(st.characters(), max_size=40), st.integers(0, 45))
def test_any_name_and_any_text_is_valid(name: str, text: str, at: int) -> None:
    """Also what no file system and no encoding would hold."""
    found = Diagnostic(ROLE, Text(text, text), SourceFile(name, text), Span(at, at + 3))
    document(checked(found))


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_addresses_hold_the_bytes_of_the_name(name: str) -> None:
    """A name that is no UTF-8 keeps its bytes; steps that go nowhere are left out."""
    address = uri(name)
    assert URI.fullmatch(address)
    if "\ud800" not in name:
        path = unquote_to_bytes(address.removeprefix("file://")).decode("utf-8", "surrogateescape")
        assert posixpath.normpath(path) == posixpath.normpath(name)


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("definitions/dumai.yaml", "definitions/dumai.yaml"),
        ("dua kata/100%.yaml", "dua%20kata/100%25.yaml"),
        ("./a/./b.yaml", "a/b.yaml"),
        ("../a.yaml", "../a.yaml"),
        ("c:d.yaml", "c%3Ad.yaml"),
        ("/mutlak/a b.yaml", "file:///mutlak/a%20b.yaml"),
        ("<stdin>", "%3Cstdin%3E"),
        ("x\udcff.yaml", "x%FF.yaml"),
    ],
)
def test_addresses_are_exact(name: str, address: str) -> None:
    """Relative paths stay relative, absolute ones are files."""
    assert uri(name) == address


def test_equal_findings_of_a_file_are_numbered() -> None:
    """Each file counts for itself, and the same run gives the same text."""
    two = [finding("a: b\n", "b", name=name) for name in ("x.yaml", "x.yaml", "y.yaml")]
    run = run_of(checked(*two[:2]), checked(two[2]))
    numbers = [result["partialFingerprints"]["sopFinding/v1"][-2:] for result in run["results"]]
    assert numbers == [":1", ":2", ":1"]
    assert written("sarif", *everything()) == written("sarif", *everything())
