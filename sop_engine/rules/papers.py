"""The documents of a SOP: what its rows need and give, and what its peralatan lists.

In: a ``Compiled``. Out: ``Papers``, made once for all rules that look at documents.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sop_engine.compiled import Compiled
from sop_engine.reading.document import Document, Loc
from sop_engine.rules.common import reached
from sop_engine.rules.document_names import Name, name_of, pieces
from sop_engine.rules.document_words import STANDARD
from sop_engine.rules.once import once
from sop_engine.rules.places import is_blank_list
from sop_engine.rules.spellings import Spelling, spellings_in
from sop_engine.source import Span

__all__ = ["FieldMention", "Mention", "Papers", "fields_of", "papers_of", "phrase_place", "place"]

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
        blank: the rows that state no output.
    """

    needed: Mapping[str, Sequence[Mention]]
    given: Mapping[str, Sequence[Mention]]
    listed: Mapping[str, Sequence[Mention]]
    names: Mapping[str, Name]
    written: Mapping[str, Name]
    spellings: Sequence[Spelling]
    blank: Sequence[int]


@once
def papers_of(compiled: Compiled) -> Papers:
    """Collect the documents of one SOP."""
    _, sop, _ = reached(compiled)
    needed: dict[str, list[Mention]] = {}
    given: dict[str, list[Mention]] = {}
    listed: dict[str, list[Mention]] = {}
    blank: list[int] = []
    for row, activity in enumerate(sop.kegiatan):
        cells = activity.mutu_baku
        _collect(needed, row, cells.kelengkapan)
        if is_blank_list(cells.output):
            blank.append(row)
        else:
            _collect(given, row, cells.output)
    _collect(listed, -1, sop.identitas.peralatan_perlengkapan)
    written = {text: name_of(text) for text in (*listed, *needed, *given)}
    spellings = spellings_in(written.values(), (row.uraian for row in sop.kegiatan))
    names = written
    # The known ones mean the same in every name as it is.
    if spellings and (one := {it.word: it.other for it in spellings if it.word not in STANDARD}):
        wrong = frozenset(one)
        names = {
            text: name if wrong.isdisjoint(name.raw) else _respelled(text, one)
            for text, name in written.items()
        }
    return Papers(needed, given, listed, names, written, spellings, blank)


def _collect(found: dict[str, list[Mention]], row: int, texts: Sequence[str]) -> None:
    for at, text in enumerate(texts):
        if text in found:
            # A text that was found is no list of several: it need not be taken apart again.
            found[text].append((row, at))
        else:
            for piece in pieces(text):
                found.setdefault(piece, []).append((row, at))


def _respelled(text: str, one: Mapping[str, str]) -> Name:
    return name_of(_WORD.sub(lambda match: one.get(match[0].casefold(), match[0]), text))


def fields_of(papers: Papers) -> Iterator[tuple[str, tuple[str, ...], Sequence[Mention]]]:
    """Each document with its field, its words as they are spelled, and where it stands."""
    fields = {"kelengkapan": papers.needed, "output": papers.given, "peralatan_perlengkapan": papers.listed}
    for field, texts in fields.items():
        for text, mentions in texts.items():
            yield field, papers.written[text].raw, mentions


def phrase_place(document: Document, mention: FieldMention, phrase: str) -> Span:
    """The words alone where the text shows them so; else the whole item."""
    row, field, at = mention
    span = _item(document, field, (row, at))
    shown = document.source.text[span.start : span.end].casefold()
    first = shown.find(phrase) if len(shown) == span.end - span.start else -1
    while first >= 0:
        last = first + len(phrase)
        if not (shown[first - 1 : first].isalnum() or shown[last : last + 1].isalnum()):
            return Span(span.start + first, span.start + last)
        first = shown.find(phrase, last)
    return span


def place(document: Document, field: str, mention: Mention, words: str) -> Span:
    """Where some words of an item stand: they alone where the text holds them as they are, else the item."""
    span = _item(document, field, mention)
    at = document.source.text.find(words, span.start, span.end)
    return span if at < 0 else Span(at, at + len(words))


def _item(document: Document, field: str, mention: Mention) -> Span:
    """The place of an item, or of the text itself where it stands alone."""
    row, at = mention
    loc: Loc = ("identitas", field) if row < 0 else ("kegiatan", row, "mutu_baku", field)
    return document.item_span(loc, at)
