"""Beginning an activity with its verb.

In: a finding at the performer that the activity begins with. Out: the edit that leaves it out.
"""

from sop_engine.authoring.fixers.fixer import Fixer
from sop_engine.authoring.fixers.scalars import reworded
from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Text
from sop_engine.edits import Edit
from sop_engine.rules.odd_rows import odd_rows
from sop_engine.rules.other_performer import KIND as OTHER_PERFORMER
from sop_engine.rules.places import words_span

__all__ = ["SUBJECTS"]


def _edits(compiled: Compiled, found: Diagnostic) -> tuple[Edit, ...] | None:
    document = compiled.document
    if document is None:
        return None
    for index, text, opening in odd_rows(compiled):
        whole = document.span(("kegiatan", index, "uraian"))
        if not whole.start <= found.span.start < whole.end:
            continue
        # Where it is not the performer of the lane, nobody would know any more who was meant.
        if any(
            other.kind == OTHER_PERFORMER and whole.start <= other.span.start < whole.end
            for other in compiled.diagnostics
        ):
            return None
        # Only at the very beginning, and in front of the verb itself, is nothing else said by leaving it out.
        rest = text[opening.verb_start :]
        if opening.start or opening.conditional or not rest.lower().startswith(opening.verb):
            return None
        span = words_span(document, whole, text, 0, opening.verb_start + 1)
        return None if span == whole else reworded(document, span, rest[:1].upper())
    return None


SUBJECTS = Fixer(_edits, lambda _: Text("hapus pelakunya dari uraian", "leave the performer out"))
