"""The documents of a SOP: what its rows need and give, and what its peralatan lists.

In: a ``Compiled``. Out: ``Papers``, made once for all rules that look at documents.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sop_engine.compiled import Compiled
from sop_engine.reading.document import Document, Loc
from sop_engine.rules.common import reached
from sop_engine.rules.document_names import Name, name_of, pieces
from sop_engine.rules.document_words import STANDARD
from sop_engine.rules.spellings import Spelling, spellings_in
from sop_engine.source import Span

__all__ = ["FieldMention", "Mention", "Papers", "mentions_of", "papers_of", "phrase_place", "place"]

Mention = tuple[int, int]
"""Where a document is named: a row and an item of its list; for peralatan the row is -1."""

FieldMention = tuple[int, str, int]
"""The same with its field: row, field, item."""

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, eq=False)
class Papers:
    """All documents by the text that names them.

    Attributes:
        needed: kelengkapan, with the places in row order.
        given: output.
        listed: peralatan_perlengkapan.
        names: what each of these texts names; spelled as one where the SOP spells a word in two ways.
        written: the same as they are spelled.
        spellings: words that are spelled in two ways.
    """

    needed: dict[str, list[Mention]]
    given: dict[str, list[Mention]]
    listed: dict[str, list[Mention]]
    names: Mapping[str, Name]
    written: Mapping[str, Name]
    spellings: Sequence[Spelling]


# Three rules ask for the same SOP one after the other.
@lru_cache(maxsize=1)
def papers_of(compiled: Compiled) -> Papers:
    """Collect the documents of one SOP."""
    _, sop, _ = reached(compiled)
    needed: dict[str, list[Mention]] = {}
    given: dict[str, list[Mention]] = {}
    listed: dict[str, list[Mention]] = {}
    for row, activity in enumerate(sop.kegiatan):
        cells = activity.mutu_baku
        if cells.kelengkapan:
            _collect(needed, row, cells.kelengkapan)
        if cells.output:
            _collect(given, row, cells.output)
    _collect(listed, -1, sop.identitas.peralatan_perlengkapan)
    written = {text: name_of(text) for text in (*listed, *needed, *given)}
    spellings = spellings_in(written.values(), (row.uraian for row in sop.kegiatan))
    names = written
    if spellings:
        # The known ones mean the same in every name as it is.
        one = {it.word: it.other for it in spellings if it.word not in STANDARD}
        names = {text: _respelled(text, name, one) for text, name in written.items()}
    return Papers(needed, given, listed, names, written, spellings)


def _collect(found: dict[str, list[Mention]], row: int, texts: Sequence[str]) -> None:
    for at, text in enumerate(texts):
        # A text that was found is no list of several: it need not be taken apart again.
        for piece in (text,) if text in found else pieces(text):
            if piece in found:
                found[piece].append((row, at))
            else:
                found[piece] = [(row, at)]


def _respelled(text: str, name: Name, one: Mapping[str, str]) -> Name:
    if not one or one.keys().isdisjoint(name.raw):
        return name
    return name_of(_WORD.sub(lambda match: one.get(match[0].casefold(), match[0]), text))


def mentions_of(papers: Papers, phrase: str) -> list[FieldMention]:
    """Where a word is written, or several beside each other, from top to bottom: row, field and item.

    Args:
        papers: the documents of the SOP.
        phrase: words in small letters, one blank between several.
    """
    words = tuple(phrase.split())
    return sorted(
        (row, field, at)
        for field, texts in _fields(papers)
        for text, mentions in texts.items()
        if words[0] in papers.written[text].raw and _holds(papers.written[text].raw, words)
        for row, at in mentions
    )


def _fields(papers: Papers) -> tuple[tuple[str, dict[str, list[Mention]]], ...]:
    """The fields; in one row they come in the order of their names, which is that of the form."""
    return (
        ("kelengkapan", papers.needed),
        ("output", papers.given),
        ("peralatan_perlengkapan", papers.listed),
    )


def _holds(raw: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return len(words) == 1 or any(
        raw[at : at + len(words)] == words for at, word in enumerate(raw) if word == words[0]
    )


def phrase_place(document: Document, mention: FieldMention, phrase: str) -> Span:
    """The words alone where the text shows them so; else the whole item."""
    row, field, at = mention
    span = _item(document, field, (row, at))
    words = tuple(phrase.split())
    shown = list(_WORD.finditer(document.source.text, span.start, span.end))
    folded = [match[0].casefold() for match in shown]
    for first, word in enumerate(folded):
        last = first + len(words) - 1
        if word == words[0] and last < len(folded) and tuple(folded[first : last + 1]) == words:
            return Span(shown[first].start(), shown[last].end())
    return span


def place(document: Document, field: str, mention: Mention, words: str) -> Span:
    """Where some words of an item stand: they alone where the text holds them as they are, else the item."""
    span = _item(document, field, mention)
    at = document.source.text.find(words, span.start, span.end)
    return span if at < 0 else Span(at, at + len(words))


def _item(document: Document, field: str, mention: Mention) -> Span:
    """The place of an item, or of the text itself where it stands alone; a mention is of what is in the data."""
    row, at = mention
    if row < 0:
        loc: Loc = ("identitas", field)
        cell = document.data["identitas"][field]
    else:
        loc = ("kegiatan", row, "mutu_baku", field)
        cell = document.data["kegiatan"][row]["mutu_baku"][field]
    return document.span((*loc, at) if isinstance(cell, list) else loc)
