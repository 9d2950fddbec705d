"""Taking a code that silences nothing out of its comment.

In: a finding at that code. Out: the edit that deletes it with its comma; with the last code the comment goes, but for
words behind it, which may be a note.
"""

import re
from bisect import bisect_right

from sop_engine.authoring.fixers.fixer import Fixer
from sop_engine.authoring.fixers.scalars import comment_start
from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Text
from sop_engine.edits import Edit
from sop_engine.reading.document import Comment
from sop_engine.source import Span

__all__ = ["SILENCERS"]

_COMMENT = re.compile(r"#\s*sop:\s*abaikan((?:[\s,;]*SOP[^\s,;]*)+)[\s,;]*(.*)", re.IGNORECASE | re.DOTALL)
_CODE = re.compile(r"[^\s,;]+")
_LINE_END = re.compile(r"\r\n|\n|\r|\Z")


def _edits(compiled: Compiled, found: Diagnostic) -> tuple[Edit, ...] | None:
    comments = () if compiled.document is None else compiled.document.comments
    at = bisect_right(comments, found.span.start, key=comment_start) - 1
    if at < 0 or found.span.start >= comments[at].span.end:
        return None
    comment = comments[at]
    text, start = compiled.source.text, comment.span.start
    match = _COMMENT.match(text[start : comment.span.end])
    if match is None:
        return None
    codes = [
        Span(start + one.start(), start + one.end()) for one in _CODE.finditer(match[0], 0, match.end(1))
    ]
    codes = [span for span in codes if span.start >= start + match.start(1)]
    if found.span not in codes:
        return None
    if len(codes) == 1:
        note = match[2].strip(" \t-–—:")
        return (Edit(comment.span, f"{_gap(text, comment)}# {note}"),) if note else (_without(text, comment),)
    here = codes.index(found.span)
    if here:
        return (Edit(Span(codes[here - 1].end, codes[here].end), ""),)
    return (Edit(Span(codes[0].start, codes[1].start), ""),)


def _gap(text: str, comment: Comment) -> str:
    """What puts two spaces before a note behind a text: with one it may be taken for the rest of that text."""
    start = comment.span.start
    return " " if not comment.alone and text[max(start - 2, 0) : start].strip(" \t") else ""


def _without(text: str, comment: Comment) -> Edit:
    """Delete a comment: with its line where it stands alone, else with the spaces in front of it."""
    start, end = comment.span
    while start and text[start - 1] in " \t":
        start -= 1
    line_end = _LINE_END.match(text, end)
    return Edit(Span(start, line_end.end() if comment.alone and line_end else end), "")


SILENCERS = Fixer(_edits, lambda _: Text("hapus kode ini", "delete this code"), safe=True)
