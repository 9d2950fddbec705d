"""Where names are declared and used."""

from collections.abc import Callable

import pytest

from sop_engine.desk.draft import Draft
from sop_engine.desk.language.places import definition, references
from sop_engine.source import Span

At = Callable[[str], int]
Shown = Callable[[Span | None], str | None]

DEFINITIONS = {
    "Ya: ¦3a": ("3a, pelaksana", "3a"),
    "Ya: 3a¦": ("3a, pelaksana", "3a"),
    "Tidak: ¦1}": ("1\n    uraian: Menyusun", "1"),
    "{bersama: ¦1}": ("90 menit", "90 menit"),
    "lanjut: ta¦ndab": ("{pelaksana: staf, bentuk: selesai}", "{pelaksana: staf, bentuk: selesai}"),
    "{dari: ¦2,": ("2.\n", "2."),
    "uraian: Menyusun 😀 konsep\n    pelaksana: st¦af": ("staf: Staf", "staf"),
    "[kabag, 'st¦af']": ("staf: Staf", "staf"),
    "[pelaksana.¦kabag,": ("kabag: {nama", "kabag"),
}


@pytest.mark.parametrize("marked", DEFINITIONS)
def test_a_name_leads_to_where_it_is_given(draft: Draft, at: At, marked: str) -> None:
    """From targets, shared times, arrows, lists, quotes and paths; at either end of a word."""
    begins, words = DEFINITIONS[marked]
    start = draft.text.index(begins.replace("\n", draft.compiled.source.newline))
    assert definition(draft, at(marked)) == Span(start, start + len(words))


@pytest.mark.parametrize("marked", ["uraian: Memer¦iksa", "Ti¦dak: 1", "keluar: k¦iri", "kegi¦atan:\n"])
def test_what_is_no_name_leads_nowhere(draft: Draft, at: At, marked: str) -> None:
    """Texts, labels and closed choices are declared nowhere."""
    assert definition(draft, at(marked)) is None
    assert references(draft, at(marked)) == ()


@pytest.mark.parametrize("marked", ["¦staf: Staf", "[kabag, 'staf¦']"])
def test_the_places_of_a_role_begin_with_its_declaration(
    draft: Draft, at: At, shown: Shown, marked: str
) -> None:
    """Then come rows, joint lists and symbols, in the order of the text."""
    found = references(draft, at(marked))
    assert [shown(span) for span in found] == ["staf", "staf", "'staf'", "staf"]
    assert list(found) == sorted(found)


def test_the_places_of_a_row_are_all_that_name_it(draft: Draft, at: At) -> None:
    """Branches, shared times and arrows."""
    marks = ["nomor: ¦1\n", "Tidak: ¦1}", "bersama: ¦1}", "ke: ¦1,"]
    spans = [Span(at(mark), at(mark) + 1) for mark in marks]
    assert references(draft, at("Tidak: ¦1}")) == tuple(spans)


def test_names_are_found_while_the_text_cannot_be_read(draft: Draft, at: At) -> None:
    """A bracket that is still open hides nothing."""
    start = at("¦  - id: tanda")
    draft.change(draft.text[:start] + "  - lanjut: [1, " + draft.compiled.source.newline + draft.text[start:])
    assert draft.compiled.document is None
    here = draft.text.index("[1, ") + 1
    first = draft.text.index("nomor: 1") + len("nomor: ")
    assert definition(draft, here) == Span(first, first + 1)
    assert Span(here, here + 1) in references(draft, here)
