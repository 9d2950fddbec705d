"""What makes a finding the same finding after an edit elsewhere.

In: a finding and the definition it is in. Out: a short text that does not change where lines move, rows are
numbered anew or another language is spoken, but does where the marked words or the row's activity change.
"""

from bisect import bisect_left, bisect_right
from hashlib import sha256
from operator import attrgetter, itemgetter

from sop_engine.diagnostics import Diagnostic
from sop_engine.rules.brief import Brief

__all__ = ["fingerprint"]

REACH = 400
"""Characters of the marked text that are looked at, so that marking a whole file costs no more."""


def fingerprint(brief: Brief, found: Diagnostic) -> str:
    """The same for equal findings; those of one file are then told apart by counting them."""
    start, end = found.span
    marked = " ".join(found.source.text[start : min(end, start + REACH)].split())
    parts = "\0".join((found.code, _around(brief, start), marked))
    return sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _around(brief: Brief, offset: int) -> str:
    """What a place is in: the activity of its row, for a row's number changes; else what people call the part."""
    sections, rows = brief.sections, brief.rows
    at = bisect_right(sections, offset, key=itemgetter(0))
    if not at:
        return ""
    begin, name = sections[at - 1]
    row = bisect_left(rows, begin, key=attrgetter("uraian.span.start"))
    behind = sections[at][0] if at < len(sections) else len(brief.source.text)
    if row < len(rows) and rows[row].uraian.span.start < behind:
        return rows[row].uraian.teks
    return name
