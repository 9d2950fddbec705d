"""A text that is open in an editor."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import (
    Position,
    Range,
    TextDocumentContentChangePartial,
    TextDocumentContentChangeWholeDocument,
)

from sop_engine.desk.lsp.opened import Around, Opened, path_of
from sop_engine.desk.lsp.positions import Encoding
from sop_engine.rules.choice import Choice, default_choice

COMPOSE = "services:\n  web:\n    kegiatan: x\n"


def opened(text: str, agency: str | None = None, uri: str = "file:///x/contoh.yaml") -> Opened:
    """A text in an editor that counts as most do."""
    return Opened(uri, 1, text, Encoding.UTF16, Around(agency, default_choice(), default_choice()))


def change(first: tuple[int, int], last: tuple[int, int], text: str) -> TextDocumentContentChangePartial:
    """A change of a range."""
    return TextDocumentContentChangePartial(Range(Position(*first), Position(*last)), text)


def test_changes_are_made_one_after_the_other() -> None:
    """Each in the text that the one before it left, columns counted in UTF-16, CRLF kept; or the whole text at once."""
    text = opened("a: 😀 x\r\nb: 2\r\n")
    text.change(
        2, [change((0, 6), (0, 7), "yz"), change((0, 8), (1, 0), ""), change((1, 0), (1, 0), "c\r\n")]
    )
    assert (text.text, text.version) == ("a: 😀 yzb: 2\r\nc\r\n", 2)
    text.change(3, [TextDocumentContentChangeWholeDocument("neu"), change((0, 3), (9, 9), "!")])
    assert (text.text, text.draft.text, text.version) == ("neu!", "neu!", 3)


def test_a_look_around_forgets_no_change() -> None:
    """What was typed before it is in the next draft, whether the place says something new or not."""
    text = opened("a: 1\n")
    assert text.draft.text == "a: 1\n"
    text.change(2, [change((0, 3), (0, 4), "2")])
    text.look(text.around)
    assert text.draft.text == "a: 2\n"


@st.composite
def typing(draw: st.DrawFn) -> tuple[str, list[tuple[int, int, str]]]:
    """A text and what becomes of it: stretches of it, in code points, and what is put in their place."""
    pieces = st.text(st.sampled_from("a: 😀é\n"), max_size=6).map(lambda text: text.replace("\n", "\r\n"))
    text = now = draw(pieces) + draw(pieces)
    changes = []
    for _ in range(draw(st.integers(0, 4))):
        places = [at for at in range(len(now) + 1) if now[max(at - 1, 0) : at + 1] != "\r\n"]
        start, end = sorted((draw(st.sampled_from(places)), draw(st.sampled_from(places))))
        changes.append((start, end, draw(pieces)))
        now = now[:start] + changes[-1][2] + now[end:]
    return text, changes


@given(typing())
def test_what_an_editor_types_is_what_is_held(typed: tuple[str, list[tuple[int, int, str]]]) -> None:
    """After each change, by the editor's own way of counting."""
    text, changes = typed
    held = opened(text)
    for version, (start, end, words) in enumerate(changes):
        lines = [text[:place].encode("utf-16-le").split("\n".encode("utf-16-le")) for place in (start, end)]
        first, last = ((len(parts) - 1, len(parts[-1]) // 2) for parts in lines)
        held.change(version, [change(first, last, words)])
        text = text[:start] + words + text[end:]
        assert held.text == text


def test_characters_that_end_no_line_are_characters() -> None:
    """A form feed or a separator of paragraphs is one more column."""
    text = opened("a: x\x0cy\u2028z\n")
    text.change(2, [change((0, 7), (0, 8), "")])
    assert text.text == "a: x\x0cy\u2028\n"


def test_only_the_newest_text_is_compiled() -> None:
    """However many changes came before somebody asked."""
    text = opened("versi_format: 1\n")
    before = text.draft.compiled
    text.change(2, [change((0, 14), (0, 15), "2")])
    text.change(3, [change((0, 14), (0, 15), "3")])
    assert text.draft.compiled is not before
    assert text.draft.compiled is text.draft.compiled
    assert text.draft.text == "versi_format: 3\n"


def test_its_surroundings_decide_what_is_reported() -> None:
    """A new choice is a new look at the same text; the same one is not."""
    text = opened("versi_format: 1\nlain: 2\n")
    before = text.draft.compiled
    text.look(Around(None, default_choice(), default_choice()))
    assert text.draft.compiled is before
    text.look(Around("dumai", Choice(frozenset({"SOP405"})), default_choice()))
    assert text.draft.compiled is not before
    assert (text.draft.agency, text.draft.choice.off) == ("dumai", {"SOP405"})


@pytest.mark.parametrize(
    ("text", "agency", "definition", "foreign"),
    [
        ("versi_format: 1\n", None, True, False),
        ("kegiatan:\n", None, True, False),
        ("{versi_format: 1}\n", None, True, False),
        ("a: [\nkegiatan: 1\n", None, True, False),
        (COMPOSE, None, False, True),
        (COMPOSE, "contoh", True, False),
        ("", None, False, False),
        ("# kegiatan:\n", None, False, False),
        ("vers", None, False, False),
        ("services: [\n", None, False, False),
        ("", "contoh", True, False),
    ],
)
def test_what_is_no_definition_is_left_alone(
    text: str, agency: str | None, definition: bool, foreign: bool
) -> None:
    """A definition has one of two keys, or lies among definitions; what may become one is not foreign."""
    found = opened(text, agency)
    assert (found.is_definition, found.is_foreign) == (definition, foreign)


@pytest.mark.parametrize(
    ("uri", "path"),
    [
        ("file:///srv/definitions/d%C3%A9mo%20x.yaml", "/srv/definitions/démo x.yaml"),
        ("file:///c%3A/SOP/dumai.yaml", "c:/SOP/dumai.yaml"),
        ("file:///C:/SOP/dumai.yaml", "c:/SOP/dumai.yaml"),
        ("file://server/bersama/dumai.yaml", "//server/bersama/dumai.yaml"),
        ("untitled:Untitled-1", None),
        ("git:/srv/x.yaml?%7B%7D", None),
        ("file://[x/dumai.yaml", None),
    ],
)
def test_a_uri_names_a_file_or_none(uri: str, path: str | None) -> None:
    """Also as Windows writes it; what is no file has no path, and its own name."""
    assert path_of(uri) == (None if path is None else Path(path))
    assert opened("", uri=uri).draft.name == (uri if path is None else str(Path(path)))
