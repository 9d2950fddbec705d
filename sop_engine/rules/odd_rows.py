"""The rows of a SOP whose uraian is not written as the regulation asks, for the rules that report them.

In: a ``Compiled``. Out: those rows with what they begin with, and the places of words in them.
"""

import re
from functools import lru_cache

from sop_engine.compiled import Compiled
from sop_engine.model.sop import Sop
from sop_engine.reading.document import Document, Loc
from sop_engine.rules.common import reached
from sop_engine.rules.uraian import Begin, Opening, is_performer, opening
from sop_engine.rules.verbs import Form, form_of
from sop_engine.source import Span

__all__ = ["odd_rows", "words_span"]

_LONG = 10_000
"""In a longer text no words are looked for."""


@lru_cache(maxsize=1)
def odd_rows(compiled: Compiled) -> tuple[tuple[int, str, Opening], ...]:
    """The rows that surely do not begin with an active verb: index, uraian and what it begins with.

    Three rules ask for them, one behind the other: the last SOP's answer is kept.
    """
    _, sop, _ = reached(compiled)
    heads = _heads(sop)
    found = []
    for index, row in enumerate(sop.kegiatan):
        one = opening(row.uraian, heads)
        if one.begin is not Begin.VERB and one.begin is not Begin.SILENT:
            found.append((index, row.uraian, one))
    return tuple(found)


def _heads(sop: Sop) -> frozenset[str]:
    """First words of this SOP's headings that are not known to name a performer."""
    found = set()
    for role in sop.pelaksana.values():
        for part in role.nama.split("/"):
            word = part.strip(" .([").partition(" ")[0].lower()
            if not is_performer(word) and len(word) > 1 and form_of(word) is Form.OTHER:
                found.add(word)
    return frozenset(found)


def words_span(document: Document, loc: Loc, text: str, start: int, end: int) -> Span:
    """The place of words inside a text of the file; of the whole text where it is escaped or very long there."""
    whole = document.span(loc)
    written = document.source.text[whole.start : whole.end]
    if len(written) > _LONG:
        return whole
    at = written.find(text)
    if at >= 0:
        return Span(whole.start + at + start, whole.start + at + end)
    # Folded over lines, or with a quote escaped: the words themselves stand there all the same.
    words = text[start:end]
    if words.strip() and text.find(words) == start:
        found = re.search(r"\s+".join(map(re.escape, words.split())), written)
        if found is not None:
            return Span(whole.start + found.start(), whole.start + found.end())
    return whole
