"""From one state of a text to the next: the document after some edits, and the edits between two texts.

In: a document and edits, or two texts. Out: the next document, or one edit.
"""

from sop_engine.authoring.entries import unfit
from sop_engine.edits import Edit, changed
from sop_engine.reading import read
from sop_engine.reading.document import Document
from sop_engine.source import SourceFile, Span

__all__ = ["difference", "reread"]


def reread(document: Document, edits: tuple[Edit, ...]) -> Document:
    """The document after some edits of its text; itself where there are none."""
    if not edits:
        return document
    found, _ = read(SourceFile(document.source.name, changed(document.source.text, edits)))
    if found is None:
        raise unfit(document, edits[0].span.start)
    return found


def difference(before: str, after: str) -> tuple[Edit, ...]:
    """The one edit that makes a text of another; none where they are equal."""
    if before == after:
        return ()
    start = _common(before, after)
    end = _common(before[start:][::-1], after[start:][::-1])
    return (Edit(Span(start, len(before) - end), after[start : len(after) - end]),)


def _common(one: str, other: str) -> int:
    """How many characters two texts begin with alike, found by halving."""
    alike, most = 0, min(len(one), len(other))
    while alike < most:
        middle = (alike + most + 1) // 2
        if one[alike:middle] == other[alike:middle]:
            alike = middle
        else:
            most = middle - 1
    return alike
