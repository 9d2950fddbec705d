"""Places as editors count them, against an oracle that encodes the text."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lsprotocol.types import Position, Range

from sop_engine.desk.lsp.positions import Encoding, Positions
from sop_engine.source import SourceFile, Span

TEXTS = st.text(st.sampled_from("ab :\n\r\té—語😀\u2028\x0c\x85\ud83d"), max_size=30)
ENCODINGS = st.sampled_from(Encoding)
CODECS = {Encoding.UTF8: ("utf-8", 1), Encoding.UTF16: ("utf-16-le", 2), Encoding.UTF32: ("utf-32-le", 4)}


def positions(text: str, encoding: Encoding = Encoding.UTF16) -> Positions:
    """The places of a text."""
    return Positions(SourceFile("x.yaml", text), encoding)


def oracle(text: str, offset: int, encoding: Encoding) -> Position:
    """The position of an offset, by cutting and encoding what stands before it."""
    codec, size = CODECS[encoding]
    *before, last = re.split(r"\r\n|\n|\r(?!$)|\r$", text[:offset])
    return Position(len(before), len(last.encode(codec, "surrogatepass")) // size)


@given(TEXTS, ENCODINGS)
@example("a😀b\r\n😀", Encoding.UTF16)
def test_an_offset_goes_there_and_back(text: str, encoding: Encoding) -> None:
    """By the oracle's count; the one place that no editor can point at is before its line end."""
    places = positions(text, encoding)
    for offset in range(len(text) + 1):
        inside = text[max(offset - 1, 0) : offset + 1] == "\r\n"
        expected = offset - 1 if inside else offset
        assert places.position(offset) == oracle(text, expected, encoding)
        assert places.offset(places.position(offset)) == expected


@given(TEXTS, ENCODINGS, st.integers(0, 40), st.integers(0, 40))
def test_any_position_has_an_offset(text: str, encoding: Encoding, line: int, character: int) -> None:
    """Wherever an editor points, it is in the text, on that line or at the end."""
    offset = positions(text, encoding).offset(Position(line, character))
    found = positions(text, encoding).position(offset)
    assert 0 <= offset <= len(text)
    assert found.line == min(line, found.line)
    assert found.character <= character or line > found.line


@pytest.mark.parametrize(
    ("encoding", "character"), [(Encoding.UTF8, 9), (Encoding.UTF16, 7), (Encoding.UTF32, 6)]
)
def test_columns_count_units(encoding: Encoding, character: int) -> None:
    """An emoji is four bytes, two units of UTF-16, one code point."""
    places = positions("a: 1\r\nb: 😀 x\r\n", encoding)
    assert places.position(12) == Position(1, character)
    assert places.offset(Position(1, character)) == 12


def test_a_position_inside_a_character_is_before_it() -> None:
    """Half an emoji is none."""
    assert positions("😀a").offset(Position(0, 1)) == 0
    assert positions("éa", Encoding.UTF8).offset(Position(0, 1)) == 0


def test_a_position_beyond_is_held() -> None:
    """To the end of its line without the line end, or to the end of the text."""
    places = positions("ab\r\ncd")
    assert places.offset(Position(0, 99)) == 2
    assert places.offset(Position(99, 0)) == 6


def test_a_range_may_be_written_backwards() -> None:
    """It is the same stretch of text."""
    span = Span(1, 5)
    there = positions("ab\rcd\nef").range(span)
    assert there == Range(Position(0, 1), Position(1, 2))
    assert positions("ab\rcd\nef").span(Range(there.end, there.start)) == span
