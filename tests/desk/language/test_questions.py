"""Any text at all may be asked about: half-written, cut and garbled definitions."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sop_engine.desk.draft import Draft
from sop_engine.desk.language.answers import Symbol
from sop_engine.desk.language.completion import completions
from sop_engine.desk.language.context import context_at
from sop_engine.desk.language.hover import hover
from sop_engine.desk.language.outline import outline
from sop_engine.desk.language.places import definition, references, renamable, renamed, span_of_step, step_at
from sop_engine.edits import changed
from sop_engine.source import Span
from sop_engine.text import Language
from tests.desk.language.sample import TEXT
from tests.strategies import sop_texts

PIECES = (
    "",
    "[",
    "{",
    "'",
    '"',
    "- ",
    "\t",
    ": ",
    "#",
    "\n",
    "\r",
    "|\n",
    "😀",
    "lanjut: ",
    ",",
    "]",
    "}",
    "? ",
    "&a",
)


def places(parts: tuple[Symbol, ...]) -> Iterator[Span]:
    """All places of an outline."""
    for part in parts:
        assert part.span.start <= part.head.start <= part.head.end <= part.span.end
        yield part.span
        yield from places(part.parts)


def asked(draft: Draft, offset: int) -> Iterator[Span]:
    """All places in the answers to every question."""
    yield context_at(draft.text, offset).span
    for language in Language:
        yield from (one.span for one in completions(draft, offset, language))
        if (told := hover(draft, offset, language)) is not None:
            yield told.span
    if (span := definition(draft, offset)) is not None:
        yield span
    yield from references(draft, offset)
    if (use := renamable(draft, offset)) is not None:
        yield use.span
        changed(draft.text, renamed(draft, offset, "nama: baru"))
    step_at(draft, offset)
    for compiled in (draft.compiled, draft.known):
        if compiled is not None and compiled.graph is not None:
            yield from (
                span for step in compiled.graph.steps if (span := span_of_step(draft, step)) is not None
            )
    yield from places(outline(draft))


@given(sop_texts() | st.just(TEXT), st.data())
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_no_question_raises(text: str, data: st.DataObject) -> None:
    """Every place in an answer lies inside the text as it stands, whatever has been typed or deleted."""
    if data.draw(st.booleans()):
        text = text.replace("\n", "\r\n")
    draft = Draft("contoh.yaml", text)
    for _ in range(data.draw(st.integers(1, 2))):
        start = data.draw(st.integers(0, len(text)))
        end = min(len(text), start + data.draw(st.sampled_from([0, 0, 1, 5, 40, len(text)])))
        text = text[:start] + data.draw(st.sampled_from(PIECES)) + text[end:]
    draft.change(text)
    for offset in (data.draw(st.integers(0, len(text))), len(text)):
        for span in asked(draft, offset):
            assert 0 <= span.start <= span.end <= len(text)


@pytest.mark.parametrize(
    "text", ["", "\ufeff", "- a\n- b\n", "a", "kegiatan: x\npelaksana: [a]\n", "? a\n: b\n"]
)
def test_what_is_no_definition_can_be_asked_about(text: str) -> None:
    """At any offset."""
    draft = Draft("x.yaml", text)
    for offset in range(len(text) + 1):
        for span in asked(draft, offset):
            assert 0 <= span.start <= span.end <= len(text)
