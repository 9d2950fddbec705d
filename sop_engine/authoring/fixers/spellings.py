"""Using one spelling of a word throughout.

In: a finding at the wrong spelling, and its other places. Out: the edits that write the right one in all of them, with
a capital where one stands there.
"""

from sop_engine.authoring.fixers.fixer import Fixer, in_place
from sop_engine.authoring.fixers.scalars import reworded
from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic
from sop_engine.edits import Edit

__all__ = ["SPELLINGS"]


def _edits(compiled: Compiled, found: Diagnostic) -> tuple[Edit, ...] | None:
    document, words, text = compiled.document, found.instead, compiled.source.text
    if document is None or words is None:
        return None
    wrong = text[found.span.start : found.span.end].casefold()
    places = dict.fromkeys([found.span, *(related.span for related in found.related)])
    edits: list[Edit] = []
    for span in places:
        there = text[span.start : span.end]
        if there.casefold() == wrong:
            edits.extend(reworded(document, span, _like(there, words)) or ())
    return tuple(edits)


def _like(there: str, words: str) -> str:
    """The words in the capitals of those that stand there."""
    if len(there) > 1 and there.isupper():
        return words.upper()
    return words[:1].upper() + words[1:] if there[:1].isupper() else words


SPELLINGS = Fixer(_edits, in_place)
