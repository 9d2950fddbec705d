"""Quoting a text whose rest was read as a comment.

In: a finding at that comment. Out: the edit that puts the whole text in quotes.
"""

from sop_engine.authoring.fixers.fixer import Fixer
from sop_engine.authoring.fixers.scalars import scalar_before
from sop_engine.authoring.scalar import written
from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Text
from sop_engine.edits import Edit
from sop_engine.source import Span

__all__ = ["LOST_TEXT"]


def _edits(compiled: Compiled, found: Diagnostic) -> tuple[Edit, ...] | None:
    scalar = None if compiled.document is None else scalar_before(compiled.document, found.span.start)
    text = compiled.source.text
    if scalar is None or "\n" in text[scalar.span.start : scalar.span.end] or scalar.flow:
        return None
    end = found.span.start + len(text[found.span.start : found.span.end].rstrip())
    words = text[scalar.span.start : end]
    return (Edit(Span(scalar.span.start, end), written(words, scalar.column)),)


LOST_TEXT = Fixer(
    _edits, lambda _: Text("apit seluruh teks dengan tanda kutip", "put the whole text in quotes")
)
