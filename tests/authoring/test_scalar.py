"""The plainest spelling of a text."""

import io
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from sop_engine.authoring.scalar import clean, respelled, written
from sop_engine.reading import read
from sop_engine.source import SourceFile

LETTERS = [
    *"ab1 -:#?,[]{}'\"|>%@`&*!\n\t\\~.=/_",
    "null",
    "é",
    "😀",
    "\r\n",
    "\u2028",
    "\x07",
    "\ufeff",
    "---",
]
TEXTS = st.one_of(st.lists(st.sampled_from(LETTERS), max_size=8).map("".join), st.text(max_size=20))

PLACES = {
    "behind a key": ("a: {}\nb: c\n", {"column": 0}, ("a",)),
    "behind a deep key": ("a:\n  b:\n      c: {}\nd: e\n", {"column": 6}, ("a", "b", "c")),
    "behind a dash": ("a:\n  - x\n  - {}\n  - z\nb: c\n", {"column": 2}, ("a", 1)),
    "in square brackets": ("a: [x, {}, y]\n", {"column": 0, "flow": True}, ("a", 1)),
    "in braces": ("a: {{x: {}, y: z}}\n", {"column": 0, "flow": True}, ("a", "x")),
}


def ours(text: str, path: tuple[str | int, ...]) -> Any:
    """What our reader finds at a path, without a finding."""
    document, faults = read(SourceFile("uji.yaml", text))
    assert document is not None
    assert faults == ()
    found: Any = document.data
    for part in path:
        found = found[part]
    return found


def theirs(text: str, path: tuple[str | int, ...]) -> str:
    """What ruamel.yaml finds at a path, before it gives types."""
    node = YAML().compose(io.StringIO(text))
    for part in path:
        if isinstance(part, int):
            node = node.value[part]
        else:
            node = next(value for key, value in node.value if key.value == part)
    return str(node.value)


@pytest.mark.parametrize(
    ("key", "spelled"), [("---", "'---'"), ("--- a", "'--- a'"), ("... a", "'... a'"), ("--a", "--a")]
)
def test_a_key_is_no_mark_of_a_document(key: str, spelled: str) -> None:
    """At the beginning of a line three dashes or dots before a space would begin or end one."""
    assert written(key, 0, key=True) == spelled


@pytest.mark.parametrize("place", PLACES)
@settings(deadline=None)
@given(text=TEXTS)
@example("a: b")
@example("a\n\nb\n")
@example("a\n")
@example(" a\nb")
@example("#")
@example("kembali: ")
def test_a_text_reads_back_as_itself(place: str, text: str) -> None:
    """Our reader and another give exactly the text, wherever it stands."""
    frame, how, path = PLACES[place]
    whole = frame.format(written(text, **how))
    assert ours(whole, path) == clean(text)
    assert theirs(whole, path) == clean(text)


@pytest.mark.parametrize("flow", [False, True])
@settings(deadline=None)
@given(text=TEXTS)
def test_a_key_reads_back_as_itself(text: str, flow: bool) -> None:
    """The same of keys, in braces and on lines."""
    spelled = written(text, 0, flow=flow, key=True)
    whole, path = (f"a: {{{spelled}: v}}\n", ("a",)) if flow else (f"{spelled}: v\n", ())
    assert ours(whole, (*path, clean(text))) == "v"
    assert theirs(whole, (*path, clean(text))) == "v"


@settings(deadline=None)
@given(raw=st.sampled_from(["lama", "'lama'", '"lama"']), text=TEXTS, flow=st.booleans())
def test_a_text_in_the_place_of_another_reads_back_as_itself(raw: str, text: str, flow: bool) -> None:
    """Quotes that are kept hold what stands in them."""
    spelled = respelled(raw, text, 0, flow=flow)
    whole, path = (f"a: [{spelled}]\n", ("a", 0)) if flow else (f"a: {spelled}\nb: c\n", ("a",))
    assert ours(whole, path) == clean(text)


@pytest.mark.parametrize(
    "text",
    [
        "01",
        "ya",
        "true",
        "1.5",
        "2023-01-02",
        "a:b",
        "C#",
        "Sesuai?",
        "-5",
        "19740213 199303 1 002",
        "a, b [c] {d}",
    ],
)
def test_what_needs_no_quotes_gets_none(text: str) -> None:
    """No text here is a number, a truth value or a date."""
    assert written(text, 0) == text


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        (None, ""),
        ("", "''"),
        ("-", "'-'"),
        ("- a", "'- a'"),
        ("null", "'null'"),
        ("~", "'~'"),
        ("Catatan: penting", "'Catatan: penting'"),
        ("Surat #3", "'Surat #3'"),
        ("kepada:", "'kepada:'"),
        ("Jum'at", "Jum'at"),
        ("'Jum'at'", "'''Jum''at'''"),
        (" a", "' a'"),
        ("a\nb", "|-\n    a\n    b"),
        ("a\n\nb\n", "|\n    a\n\n    b"),
        (" a\nb", '" a\\nb"'),
        ("a \nb", '"a \\nb"'),
        ("a\n\n", '"a\\n\\n"'),
        ("a\x07\x1b[31m", "a[31m"),
        ("a\u2028b", "|-\n    a\n    b"),
    ],
)
def test_the_spellings(text: str | None, spelled: str) -> None:
    """Plain, else in single quotes, else as a block or in double quotes; never with a control character."""
    assert written(text, 2) == spelled


@pytest.mark.parametrize(
    ("text", "spelled"),
    [(None, "null"), ("a, b", "'a, b'"), ("a]", "'a]'"), ("a\nb", '"a\\nb"'), ("08:00", "08:00")],
)
def test_the_spellings_in_brackets(text: str | None, spelled: str) -> None:
    """Commas and brackets need quotes there, and all stands on one line."""
    assert written(text, 0, flow=True) == spelled


def test_a_block_ends_its_lines_as_the_file_does() -> None:
    """CRLF stays CRLF."""
    assert written("a\nb", 0, newline="\r\n") == "|-\r\n  a\r\n  b"


@pytest.mark.parametrize(
    ("raw", "spelled"), [("lama", "baru"), ("'lama'", "'baru'"), ('"lama"', '"baru"'), ("|\n  lama", "baru")]
)
def test_quotes_are_kept(raw: str, spelled: str) -> None:
    """An author who quotes finds quotes."""
    assert respelled(raw, "baru", 0) == spelled
