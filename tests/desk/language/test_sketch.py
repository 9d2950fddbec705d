"""The light reading of a text that need not be YAML yet."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sop_engine.desk.language.entries import plain_text
from sop_engine.desk.language.sketch import sketched
from sop_engine.desk.language.sketched_document import document_of
from sop_engine.reading import read
from sop_engine.reading.document import Place
from sop_engine.source import SourceFile
from tests.strategies import sop_texts

ROOT = Path(__file__).resolve().parents[3]
DEFINITIONS = sorted(
    [*(ROOT / "definitions").glob("*.yaml"), *(ROOT / "tests" / "definitions").glob("*.yaml")]
)


def trimmed(data: Any) -> Any:
    """Data with the blanks and line breaks of its texts made one: block texts are not sketched to the letter."""
    if isinstance(data, dict):
        return {key: trimmed(value) for key, value in data.items()}
    if isinstance(data, list):
        return [trimmed(item) for item in data]
    return " ".join(data.split()) if isinstance(data, str) else data


def spans(place: Place) -> list[tuple[int, int]]:
    """All places in order."""
    found = [(place[0], place[1])]
    inner = place[2] if len(place) == 3 else []
    for one in inner.values() if isinstance(inner, dict) else inner:
        found += [(one[0], one[1]), *spans(one[2])] if isinstance(inner, dict) else spans(one)
    return found


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("path", DEFINITIONS, ids=[path.stem for path in DEFINITIONS])
def test_a_readable_text_is_sketched_as_it_is_read(path: Path, newline: str) -> None:
    """The same keys, items and texts at the same places."""
    source = SourceFile(path.name, path.read_text(encoding="utf-8").replace("\n", newline))
    document, _ = read(source)
    assert document is not None
    sketch = document_of(source)
    assert trimmed(sketch.data) == trimmed(document.data)
    assert spans(sketch.place) == spans(document.place)


@given(sop_texts())
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_random_definitions_are_sketched_as_they_are_read(text: str) -> None:
    """Brackets in brackets, quotes and comments too."""
    source = SourceFile("x.yaml", text)
    document, _ = read(source)
    assert document is not None
    assert document_of(source).data == document.data


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("", {}),
        ("lanjut: [4, \nteks: x\n", {"lanjut": ["4"], "teks": "x"}),
        ("a:\n  - {b: 1, c: \n  - {b: 2}\n", {"a": [{"b": "1", "c": None}, {"b": "2"}]}),
        ("a: 'x\nb: y\n", {"a": "x", "b": "y"}),
        ('a: "x\n  y"\nb: z\n', {"a": "x y", "b": "z"}),
        ("a: |\n  x\n\n  - y\nb: z\n", {"a": "x\n\n- y", "b": "z"}),
        ("a: x # y\nb: 'it''s'\n", {"a": "x", "b": "it's"}),
        ("a: [1, [2, 3], {b: 4}]\n", {"a": ["1", ["2", "3"], {"b": "4"}]}),
        ("a: [1,\n  2\n]\nb: 3\n", {"a": ["1", "2"], "b": "3"}),
        ("a: {b}\n", {"a": {"b": None}}),
        ("a:\n- b: 1\n  c: 2\n- d\ne: 3\n", {"a": [{"b": "1", "c": "2"}, "d"], "e": "3"}),
        ("a: x\n  y\nb: ~\n", {"a": "x y", "b": None}),
    ],
)
def test_what_is_unfinished_ends_where_the_next_begins(text: str, data: Any) -> None:
    """Open brackets and quotation marks hide nothing below them."""
    assert document_of(SourceFile("x.yaml", text)).data == data


def test_a_text_is_what_stands_between_its_quotation_marks() -> None:
    """Also where the last one is missing."""
    assert [
        plain_text(raw) for raw in ("a", "'a''b'", '"a\\"b\\n"', "'a", "|-\n  a\n  b", ">\n  a\n  b")
    ] == [
        *("a", "a'b", 'a"b\n', "a", "a\nb", "a b"),
    ]


def test_great_depth_is_no_trouble() -> None:
    """What is nested deeper than any definition is left out."""
    for text in ("[" * 5000, "a: " + "[" * 5000, "- " * 5000 + "x", "a: " + "{b: " * 5000):
        assert len(sketched(text).entries) <= 60
        document_of(SourceFile("x.yaml", text))


@given(st.text(alphabet="ab:-#[]{}'\"|>, \t\r\n\\", max_size=80))
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_any_text_is_sketched(text: str) -> None:
    """Nothing raises; entries stand in the order of the text and inside it."""
    sketch = sketched(text)
    assert list(sketch.starts) == sorted(sketch.starts)
    for number, entry in enumerate(sketch.entries):
        assert -1 <= entry.parent < number
        assert 0 <= entry.key_start <= entry.key_end <= len(text)
        assert 0 <= entry.start <= entry.end <= len(text)
    document_of(SourceFile("x.yaml", text))
