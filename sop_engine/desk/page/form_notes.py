"""Findings as a field of the form shows them.

In: diagnostics and a language. Out: notes: a word for how grave they are, what is wrong, and the remedy; for a time
that cannot be read also its nearest reading, to take with one click.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from sop_engine.desk.page.form_boxes import Note, Offer
from sop_engine.diagnostics import Diagnostic, Severity, Text
from sop_engine.model.waktu import is_waktu
from sop_engine.text import Language, escaped, say

__all__ = ["nearest_time", "notes_of", "sentence", "time_notes"]

_MARKS = {
    Severity.ERROR: Text("Kesalahan:", "Error:"),
    Severity.WARNING: Text("Peringatan:", "Warning:"),
    Severity.INFO: Text("Info:", "Info:"),
}
_MISSING = Text("belum diisi", "not filled in yet")
_USE = Text("Pakai '{}'", "Use '{}'")
_WORDS = Text("Jadikan kata-kata", "Keep as words")
_QUOTED = re.compile(r"'([^']+)'")


def notes_of(findings: Sequence[Diagnostic], language: Language) -> tuple[Note, ...]:
    """The notes of a field."""
    return tuple(_note(found, language) for found in findings)


def time_notes(
    findings: Sequence[Diagnostic],
    language: Language,
    write: Callable[[str], None],
    keep: Callable[[], None],
) -> tuple[Note, ...]:
    """The notes of a time.

    Args:
        findings: at the time.
        language: of the words.
        write: puts another text in its place.
        keep: has what stands there meant as words.
    """
    notes = []
    for found in findings:
        note = _note(found, language)
        if found.kind.slug == "unreadable-time":
            offers = [Offer(say(_WORDS, language), keep)]
            if reading := nearest_time(found):
                offers.insert(0, Offer(say(_USE, language).format(reading), _writing(write, reading)))
            # The remedy that the text offers is written as YAML; here a button does it.
            note = replace(note, hint="", offers=tuple(offers))
        notes.append(note)
    return tuple(notes)


def nearest_time(found: Diagnostic) -> str | None:
    """The time that a finding takes an unreadable one for, if it names one."""
    offered = [found.instead] if found.instead else _QUOTED.findall(found.hint.id if found.hint else "")
    return next((text for text in offered if is_waktu(text) and _is_offered(found, text)), None)


def _is_offered(found: Diagnostic, text: str) -> bool:
    """A hint that asks a question offers a reading; others only show how times are written."""
    return found.instead == text or (found.hint is not None and f"'{text}'?" in found.hint.id)


def _writing(write: Callable[[str], None], text: str) -> Callable[[], None]:
    return lambda: write(text)


def _note(found: Diagnostic, language: Language) -> Note:
    hint = "" if found.hint is None else sentence(found.hint, language)
    mark = say(_MARKS[found.severity], language)
    # Which row and which cell is plain where the note stands.
    message = _MISSING if found.kind.slug.startswith("empty-") else found.message
    return Note(str(found.severity), mark, sentence(message, language), hint)


def sentence(text: Text, language: Language) -> str:
    """A message as a sentence of its own, safe to show."""
    words = escaped(say(text, language))
    ended = words if words.endswith(("?", ".", "!")) else f"{words}."
    return ended[:1].upper() + ended[1:]
