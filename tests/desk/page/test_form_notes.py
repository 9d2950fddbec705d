"""Findings as a field of the form shows them."""

import pytest

from sop_engine.desk.page.form_boxes import Note, Offer
from sop_engine.desk.page.form_notes import nearest_time, notes_of, sentence, time_notes
from sop_engine.diagnostics import Diagnostic, Text
from sop_engine.pipeline import compile_source
from sop_engine.rules.choice import Choice, default_choice
from sop_engine.source import SourceFile
from sop_engine.text import Language
from tests.quiet import quiet

TEXT = """\
versi_format: 1
instansi: {kode: a, nama: B}
identitas: {nama: C}
pelaksana: {staf: Staf}
kegiatan:
  - nomor: 1
    uraian: Menyusun
    pelaksana: staf
    mutu_baku: {waktu: 'WAKTU'}
"""


def found(waktu: str, choice: Choice | None = None) -> tuple[Diagnostic, ...]:
    """What is found at a time, and elsewhere where it is asked for."""
    text = TEXT.replace("WAKTU", waktu)
    return compile_source(SourceFile("sop.yaml", text), choice=choice or quiet()).diagnostics


def test_a_note_says_how_grave_what_is_wrong_and_what_to_do() -> None:
    """In words, each a sentence of its own."""
    assert notes_of(found("5 minit"), Language.ID) == (
        Note("error", "Kesalahan:", "'minit' tidak dikenal dalam waktu '5 minit'.", "Maksudnya '5 menit'?"),
    )
    assert notes_of(found("5 minit"), Language.EN)[0].mark == "Error:"


def test_a_wrong_time_offers_its_nearest_reading_and_to_be_words() -> None:
    """One click takes either."""
    done: list[str] = []
    (note,) = time_notes(found("5 minit"), Language.ID, done.append, lambda: done.append("words"))
    assert [offer.words for offer in note.offers] == ["Pakai '5 menit'", "Jadikan kata-kata"]
    assert note.hint == ""
    for offer in note.offers:
        offer.use()
    assert done == ["5 menit", "words"]


def test_what_is_missing_is_said_in_two_words() -> None:
    """Which row and which cell is plain where it stands."""
    missing = [one for one in found("1 jam", default_choice()) if one.kind.slug == "empty-output"]
    notes = notes_of(missing, Language.ID)
    assert [(note.mark, note.text) for note in notes] == [("Peringatan:", "Belum diisi.")]


def test_notes_are_equal_when_they_look_equal() -> None:
    """What an offer does is made anew each time; nothing is sent again for that."""
    assert Offer("Pakai", lambda: None) == Offer("Pakai", lambda: None)
    assert Offer("Pakai", lambda: None) != Offer("Lain", lambda: None)


@pytest.mark.parametrize(
    ("waktu", "reading"),
    [("5 minit", "5 menit"), ("sampai selesai betul", None), ("30", None), ("2 hri", "2 hari")],
)
def test_only_a_reading_that_is_asked_for_is_offered(waktu: str, reading: str | None) -> None:
    """A hint that shows how times are written names times too; they are not what somebody meant."""
    (one,) = found(waktu)
    assert nearest_time(one) == reading


def test_a_sentence_begins_large_and_ends_once() -> None:
    """Whatever the message was; what hides or turns text is shown as an escape."""
    assert sentence(Text("ada\u202e", "there?"), Language.ID) == "Ada\\u202e."
    assert sentence(Text("ada", "there?"), Language.EN) == "There?"
