"""Comments, which are no events: found in the gaps between scalars.

In: a text and the spans of its scalars. Out: its comments in order, and warnings where a comment seems to
have swallowed a piece of text.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from sop_engine.diagnostics import Diagnostic, Kind, Severity, Text
from sop_engine.reading.document import Comment
from sop_engine.source import SourceFile, Span

__all__ = ["find_comments", "lost_text"]

LOST_TEXT = Kind("SOP009", "lost-text", Severity.WARNING)

_TO_LINE_END = re.compile(r"[^\r\n]*")
_OURS = re.compile(r"\s*(?:sop:|yaml-language-server:|\$schema:)")


def find_comments(source: SourceFile, scalars: Sequence[tuple[int, int]]) -> tuple[Comment, ...]:
    """All comments of a text, in order.

    Args:
        source: the text.
        scalars: start and end of every scalar, in text order.
    """
    text = source.text
    if "#" not in text:
        return ()
    found = []
    begin = text.find("#")
    while begin >= 0:
        at = begin + 1
        if begin == 0 or text[begin - 1] in " \t\r\n":
            holder = bisect_right(scalars, (begin, len(text))) - 1
            start, end = scalars[holder] if holder >= 0 else (0, 0)
            # Inside a scalar a # is text, except behind the mark of a block text, before its first line.
            if begin >= end or (text[start] in "|>" and "\n" not in text[start:begin]):
                at = _line_end(text, begin)
                found.append(_comment(text, begin, at))
            else:
                at = end
        begin = text.find("#", at)
    return tuple(found)


def _line_end(text: str, at: int) -> int:
    match = _TO_LINE_END.match(text, at)
    return match.end() if match else at


def _comment(text: str, begin: int, end: int) -> Comment:
    before = begin
    while before and text[before - 1] in " \t":
        before -= 1
    alone = before == 0 or text[before - 1] in "\r\n"
    return Comment(Span(begin, end), text[begin + 1 : end].strip(), alone)


def lost_text(
    source: SourceFile, comments: Sequence[Comment], scalars: Sequence[tuple[int, int]]
) -> tuple[Diagnostic, ...]:
    """Warnings for comments that look like the rest of a text.

    A ``#`` right behind an unquoted text with a single space, or with no space after it, is more likely a
    part of the text (``Surat #3``, ``Ruang # 2``) than a note; two spaces in front make it a clear comment.
    """
    if all(comment.alone for comment in comments):
        return ()
    text = source.text
    found = []
    for comment in comments:
        begin = comment.span.start
        if comment.alone or _OURS.match(text, begin + 1):
            continue
        # Scalars stand side by side in text order: the last one that starts before the comment ends before it.
        holder = bisect_left(scalars, (begin, 0)) - 1
        if holder < 0:
            continue
        start, end = scalars[holder]
        if text[start : start + 1] in ("'", '"', "|", ">"):
            continue
        gap = text[end:begin]
        sticks = text[begin + 1 : begin + 2] not in (" ", "\t", "", "\r", "\n")
        if gap.strip() or not (sticks or (gap == " " and end > start)):
            continue
        found.append(_lost(source, comment))
    return tuple(found)


def _lost(source: SourceFile, comment: Comment) -> Diagnostic:
    written = source.text[comment.span.start : comment.span.end].rstrip()
    shown = written if len(written) <= 40 else f"{written[:37]}..."
    return Diagnostic(
        LOST_TEXT,
        Text(
            f"'{shown}' dibaca sebagai komentar, bukan teks", f"'{shown}' is read as a comment, not as text"
        ),
        source,
        comment.span,
        Text(
            "bila ini bagian dari teks, apit seluruh teks dengan tanda kutip; bila komentar, tulis dua spasi di depan '#' dan satu di belakangnya",
            "if it belongs to the text, quote the whole text; if it is a comment, put two spaces before '#' and one after",
        ),
    )
