"""Findings as JSON: exact objects."""

import json
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_engine.diagnostics import Diagnostic, Kind, Related, Severity, Text
from sop_engine.report.json import as_json, dumps, json_path, report_json
from sop_engine.report.reporter import Look
from sop_engine.source import SourceFile, Span
from sop_engine.text import Language

TWICE = Kind("SOP004", "duplicate-key", Severity.ERROR)
SOURCE = SourceFile("defs/a.yaml", "a: 1\nbé: 2\na: 3\n")
FOUND = Diagnostic(
    TWICE,
    Text("kunci ganda", "key twice"),
    SOURCE,
    Span(11, 12),
    Text("hapus satu", "delete one"),
    (Related(Text("pertama", "first"), Span(0, 1)),),
)
PLACELESS = Diagnostic(
    Kind("SOP000", "usage", Severity.ERROR), Text("i", "e"), SourceFile("", ""), Span(0, 0)
)


def test_a_finding_has_all_keys_in_order() -> None:
    """Every key is there, in the order of the documentation, with its place from 1."""
    found = as_json(FOUND, Language.EN)
    assert list(found) == [
        "code",
        "slug",
        "severity",
        "message",
        "hint",
        "path",
        "line",
        "column",
        "end_line",
        "end_column",
        "related",
    ]
    assert found == {
        "code": "SOP004",
        "slug": "duplicate-key",
        "severity": "error",
        "message": "key twice",
        "hint": "delete one",
        "path": "defs/a.yaml",
        "line": 3,
        "column": 1,
        "end_line": 3,
        "end_column": 2,
        "related": [
            {
                "message": "first",
                "path": "defs/a.yaml",
                "line": 1,
                "column": 1,
                "end_line": 1,
                "end_column": 2,
            }
        ],
    }


def test_words_follow_the_language() -> None:
    """Message, hint and notes; keys, codes and severities stay."""
    found = as_json(FOUND, Language.ID)
    assert (found["message"], found["hint"], found["related"][0]["message"]) == (
        "kunci ganda",
        "hapus satu",
        "pertama",
    )
    assert found["severity"] == "error"


def test_what_concerns_no_file_has_no_place() -> None:
    """Path, line and column are null then."""
    found = as_json(PLACELESS, Language.EN)
    assert {found[key] for key in ("path", "line", "column", "end_line", "end_column", "hint")} == {None}


def test_the_report_is_one_array() -> None:
    """Of none, one or two findings, always valid JSON with one final line end."""
    for number in range(3):
        text = "".join(report_json([FOUND] * number, Look()))
        assert json.loads(text) == [as_json(FOUND, Language.EN)] * number
        assert text.endswith("]\n")


def test_letters_stay_letters_and_hostile_bytes_are_escaped() -> None:
    """Non-ASCII letters are written as they are; a file name that is no UTF-8 still makes UTF-8 JSON."""
    assert dumps({"é": "\udcff"}) == '{\n  "é": "\\udcff"\n}\n'
    dumps({"é": "\udcff"}).encode("utf-8")


def test_paths_have_slashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the system writes; where it writes slashes, a backslash is part of a name."""
    monkeypatch.setattr(os, "sep", "\\")
    assert json_path("defs\\a.yaml") == "defs/a.yaml"
    monkeypatch.setattr(os, "sep", "/")
    assert json_path("defs/a\\b.yaml") == "defs/a\\b.yaml"


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(list(Severity)),
        lambda inner: (
            st.lists(inner)
            | st.tuples(inner, inner)
            | st.dictionaries(st.text() | st.integers() | st.booleans() | st.none() | st.floats(), inner)
        ),
        max_leaves=20,
    )
)
def test_data_is_written_as_the_standard_library_writes_it(value):
    """Indented by two, letters as they are: the same text to the last sign."""
    expected = json.dumps(value, ensure_ascii=False, indent=2)
    assert dumps(value) == expected.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"
