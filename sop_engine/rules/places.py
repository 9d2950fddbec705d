"""Places of words inside a text, and what stands for nothing.

In: the place of a value in the file, its text, and offsets in that text. Out: the place of those words, or of the
whole value where the file writes them otherwise (escapes in quotes).
"""

import re
from collections.abc import Iterable

from sop_engine.reading.document import Document
from sop_engine.source import Span

__all__ = ["is_blank", "is_blank_list", "listed", "words_span"]

_LONG = 10_000
"""In a longer text that is not written as it is no words are looked for."""

_BLANK = re.compile(r"[\s\-_.\u2010-\u2015\u2026\u2212]*")


def words_span(document: Document, span: Span, text: str, start: int, end: int) -> Span:
    """The place of ``text[start:end]`` in the file; folded lines are seen through.

    Args:
        document: the file.
        span: the place of the whole value, quotes and all.
        text: the value.
        start: where the words begin in it.
        end: where they end.

    Returns:
        Their place; ``span`` itself where the file does not hold the words as they are, or there are none.
    """
    written = document.source.text[span.start : span.end]
    at = written.find(text)
    if at >= 0 and end > start:
        return Span(span.start + at + start, span.start + at + end)
    words = text[start:end].split()
    if not words or len(written) > _LONG:
        return span
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    start += len(text[start:end]) - len(text[start:end].lstrip())
    there = [match.start() for match in pattern.finditer(text)]
    found = [match.span() for match in pattern.finditer(written)]
    # Words that stand there several times are told apart by their order.
    if start not in there or len(found) != len(there):
        return span
    first, last = found[there.index(start)]
    return Span(span.start + first, span.start + last)


def is_blank(text: str | None) -> bool:
    """Whether a text says nothing: it is missing, or only a dash, dots or a line to write on."""
    return not text or (not text[0].isalnum() and _BLANK.fullmatch(text) is not None)


def is_blank_list(items: Iterable[str]) -> bool:
    """Whether no item of a list says anything."""
    return all(map(is_blank, items))


def listed(names: list[str], conjunction: str) -> str:
    """``a, b dan c``."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {conjunction} {names[-1]}"
