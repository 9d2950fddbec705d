"""The link between the drawing and the text."""

from collections.abc import Callable

import pytest

from sop_engine.desk.draft import Draft
from sop_engine.desk.language.steps import row_at, span_of_step, step_at
from sop_engine.source import Span

At = Callable[[str], int]
Shown = Callable[[Span | None], str | None]


@pytest.mark.parametrize(
    ("id", "words"),
    [
        ("1", "nomor: 1"),
        ("2", "nomor: 2."),
        ("3a", "{id: 3a, pelaksana: kabag, lanjut: tandab}"),
        ("tandab", "{pelaksana: staf, bentuk: selesai}"),
        ("9", None),
    ],
)
def test_a_step_has_its_line(draft: Draft, shown: Shown, id: str, words: str | None) -> None:
    """The head line of a row, or the item of a symbol."""
    assert shown(span_of_step(draft, id)) == words


@pytest.mark.parametrize(
    ("marked", "row", "id"),
    [
        ("¦  - nomor: 1", 0, "1"),
        ("{waktu: 90 menit}¦", 0, "1"),
        ("¦  - nomor: 2.", 1, "2"),
        ("uraian: Menandat¦angani", 2, "3a"),
        ("lanjut: ta¦ndab", 2, "3a"),
        ("bentuk: ¦selesai", 2, "tandab"),
        ("waktu: Segera¦", 2, "3a"),
        ("¦tampilan:", None, None),
        ("¦kegiatan:\n", None, None),
    ],
)
def test_a_line_has_its_step(draft: Draft, at: At, marked: str, row: int | None, id: str | None) -> None:
    """From the line of one dash to that of the next."""
    assert row_at(draft, at(marked)) == row
    assert step_at(draft, at(marked)) == id


def test_steps_are_those_of_the_last_readable_state(draft: Draft, shown: Shown) -> None:
    """The places are those of the text as it stands now."""
    draft.change("# baru" + draft.compiled.source.newline + draft.text.replace("[kabag, 'staf']", "[kabag, "))
    assert draft.compiled.document is None
    span = span_of_step(draft, "2")
    assert span is not None
    assert shown(span) == "nomor: 2."
    assert step_at(draft, span.start) == "2"


def test_a_draft_that_was_never_readable_has_no_steps() -> None:
    """Nothing is known of it."""
    draft = Draft("x.yaml", "kegiatan: [")
    assert (span_of_step(draft, "1"), step_at(draft, 5)) == (None, None)
