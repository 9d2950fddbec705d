"""The words of findings as a reader of the paper form expects them.

In: Indonesian messages, hints and explanations. Out: sentences that say the form's headings in place of the keys of a
definition, and reasons short enough for a cell.
"""

import re

from sop_engine.layout.measure import plain
from sop_engine.model.sop import Identitas, Kegiatan, Sop
from sop_engine.text import escaped

__all__ = ["DASH", "in_the_form", "paragraphs", "seen", "sentence", "short"]

DASH = "–"

_LONGEST = 300
"""Characters that are shown of a name or a number; a longer one was torn out of another text."""
_REASON, _TERSE = 240, 160
"""Characters that a reason keeps to, unless its first sentence is longer; one that is terse often only cites a
regulation, and the next one says what comes of it.
"""

_HEADINGS = {
    name: field.title
    for model in (Identitas, Kegiatan, Sop)
    for name, field in model.model_fields.items()
    if "_" in name and name not in ("versi_format", "waktu_kerja")
}
"""Keys that are no words of the language, and what they are called; what is not printed has no heading."""
_KEYS = "|".join(_HEADINGS)
_KEY = re.compile(rf"'({_KEYS})'|(?<![\w'./])({_KEYS})(?![\w':/])")
_READING = ("SOP0", "SOP1", "SOP2")
"""Codes of findings that are about the keys themselves."""
_SENTENCE = re.compile(r"(?<=[.!?]) (?=[\"'A-Z])")


def seen(text: str | None) -> str:
    """A text of a SOP on one line without marks of italics; a dash for none."""
    shown = (plain(text[: 4 * _LONGEST]) if text else "") or DASH
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 3]}..."


def in_the_form(text: str, code: str) -> str:
    """A text on a finding that says ``'Tanggal revisi'`` where it says ``tanggal_revisi``.

    A heading that a quoted value follows stands without quotes of its own.
    """
    if code.startswith(_READING):
        return text

    def heading(match: re.Match[str]) -> str:
        title = _HEADINGS[match[1] or match[2]]
        return f"{title}" if text.startswith(" '", match.end()) else f"'{title}'"

    return _KEY.sub(heading, text)


def sentence(text: str) -> str:
    """With a capital where it begins with a plain word; keys and quoted subjects stay as they are."""
    text = escaped(text)
    first = text.split(" ", 1)[0].rstrip(",;:")
    return text[0].upper() + text[1:] if first.isalpha() and first.islower() else text


def paragraphs(text: str) -> list[str]:
    """Each on one line, without the marks of literal words; never empty."""
    found = [" ".join(part.replace("``", "").split()) for part in text.split("\n\n")]
    return [part for part in found if part] or [""]


def short(paragraph: str) -> str:
    """The first sentences of a reason, as many as a cell has room for; what comes last is for those who ask for more."""
    first, *rest = _SENTENCE.split(paragraph)
    for at, more in enumerate(rest):
        if len(first) + len(more) > _REASON and (at or len(first) > _TERSE):
            break
        first = f"{first} {more}"
    return first
