"""Where a line of text may break, and where it does.

Comes in: one line of the source text, already visible and without markup, with its italic stretches. Goes
out: the same measured, and the spans of characters that fill lines of a given length. Offsets count
characters, lengths are units of the font: whole numbers, so that a text fits exactly or does not.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

from sop_engine.layout._faces import Face, advances

__all__ = ["BREAK_MARK", "SOFT_HYPHEN", "Paragraph", "Span", "balanced", "fill", "measured", "widest"]

SOFT_HYPHEN = "\u00ad"
BREAK_MARK = "\u200b"
_JOINER = "\u200d"

# Without the spaces that hold together: U+00A0, U+2007 and U+202F. The break mark is a space of no width.
_SPACES = rf" \u1680\u2000-\u2006\u2008-\u200a\u205f\u3000{BREAK_MARK}"
_WORD = re.compile(f"[^{_SPACES}]+")
_DASHES = r"\-/\u2010\u2013\u2014"
_MAY_BREAK = re.compile(f"[{_DASHES}{SOFT_HYPHEN}]")
# A dash or slash breaks behind two characters and before a letter with another one: `PermenPAN-|RB`,
# `dan/|atau`, but never `s/d`, `e-mail`, `1-2 hari`, `12/2015` or a minus sign, which mislead when torn.
# The guard before the dashes and the possessive `++` keep a text of nothing but dashes linear.
_BREAK = re.compile(
    rf"(?<![{_DASHES}])[{_DASHES}]++(?=[(\[\"'“‘]{{0,3}}[^\W\d_][^{_DASHES}{_SPACES}])|{SOFT_HYPHEN}++"
)
_DASH = frozenset("-/\u2010\u2013\u2014")
# Where a word that is wider than a line is broken rather than between two letters.
_SEAMS = _DASH | frozenset("\\._:;,@&=+?%")
_JOINS = re.compile(
    "[\u00ad\u1160-\u11ff\u200b-\u200d\u2060\ufeff\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"
)
_FIRST_FLAG, _LAST_FLAG = "\U0001f1e6", "\U0001f1ff"


class Span(NamedTuple):
    """What stands on one line: the characters from `start` to `stop`, and the length of a hyphen added."""

    start: int
    stop: int
    hyphen: int


class Paragraph(NamedTuple):
    """One line of the source text, measured.

    Attributes:
        text: its characters.
        italics: (start, stop) of each italic stretch, in order.
        at: the length of `text[:i]` at each i.
        starts: where each unbreakable piece begins; one behind the other unless spaces part them.
        stops: where each ends.
        ends: the length of the text up to each stop.
        hyphens: the length of the hyphen that a break behind the piece shows, mostly 0.
    """

    text: str
    italics: tuple[tuple[int, int], ...]
    at: tuple[int, ...]
    starts: tuple[int, ...]
    stops: tuple[int, ...]
    ends: tuple[int, ...]
    hyphens: tuple[int, ...]


def measured(text: str, italics: tuple[tuple[int, int], ...], *, bold: bool) -> Paragraph:
    """Return a line of the source text with its lengths and its unbreakable pieces."""
    plain = advances(Face.BOLD if bold else Face.REGULAR)
    lengths: Iterable[int] = map(plain.__getitem__, text)
    if italics or SOFT_HYPHEN in text:
        lengths = _lengths(text, italics, bold=bold)
    at = tuple(accumulate(lengths, initial=0))
    spans = [word.span() for word in _WORD.finditer(text)]
    hyphens: tuple[int, ...] = (0,) * len(spans)
    if _MAY_BREAK.search(text):
        pieces = list(_pieces(text, spans))
        spans = [(start, stop) for start, stop, _ in pieces]
        # A hyphen is as wide in italic as in upright type.
        hyphens = tuple([plain["-"] if hyphen else 0 for _, _, hyphen in pieces])
    starts, stops = tuple(zip(*spans, strict=True)) or ((), ())
    return Paragraph(text, italics, at, starts, stops, tuple([at[stop] for stop in stops]), hyphens)


def _lengths(text: str, italics: tuple[tuple[int, int], ...], *, bold: bool) -> list[int]:
    """Return the length of each character of a text with italic stretches; a soft hyphen is not seen."""
    lengths = list(map(advances(Face.of(bold=bold, italic=False)).__getitem__, text))
    slanted = advances(Face.of(bold=bold, italic=True))
    for start, stop in italics:
        lengths[start:stop] = map(slanted.__getitem__, text[start:stop])
    for soft in re.finditer(SOFT_HYPHEN, text):
        lengths[soft.start()] = 0
    return lengths


def _pieces(text: str, words: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int, bool]]:
    """Yield start, stop and whether a break behind it shows a hyphen, for each piece of each word."""
    cuts = [cut.span() for cut in _BREAK.finditer(text)]
    cuts.reverse()
    for start, stop in words:
        first = start
        while cuts and cuts[-1][1] <= stop:
            begin, end = cuts.pop()
            if begin == start and text[begin] == SOFT_HYPHEN:
                first = end  # no part of a word, for they would make a line of their own
            elif begin > first and end < stop and _may_part(text, first, begin, end):
                yield first, end, text[begin] == SOFT_HYPHEN and text[begin - 1] not in _DASH
                first = end
        if first < stop:
            yield first, stop, False


def _may_part(text: str, first: int, begin: int, end: int) -> bool:
    """Say whether the piece from `first` may end behind the dashes or soft hyphens from `begin` to `end`."""
    if text[begin] == SOFT_HYPHEN:
        return not _joined(text, end, first)
    return begin - first >= 2 and text[begin - 2] not in _DASH


def _joined(text: str, place: int, floor: int) -> bool:
    """Say whether the characters before and at `place` are one to the reader; `floor` begins another one."""
    before, char = text[place - 1], text[place]
    if before == _JOINER or _JOINS.match(char) or unicodedata.category(char)[0] == "M":
        return True
    if not _FIRST_FLAG <= char <= _LAST_FLAG:
        return False
    # A flag is a pair of regional letters: inside a pair an odd number of them stands before.
    first = place
    while first > floor and _FIRST_FLAG <= text[first - 1] <= _LAST_FLAG:
        first -= 1
    return (place - first) % 2 == 1


def widest(paragraph: Paragraph) -> int:
    """Return the length of the longest unbreakable piece, its hyphen included; 0 where there is none."""
    at, starts, _, ends, hyphens = paragraph[2:]
    return max(
        (end - at[start] + more for start, end, more in zip(starts, ends, hyphens, strict=True)), default=0
    )


def fill(paragraph: Paragraph, limit: int) -> list[Span]:
    """Return the lines of a paragraph, each as full as `limit` allows; one empty line where it has no words.

    A piece longer than the limit begins a line of its own and is broken between two characters.
    """
    _, _, at, starts, stops, ends, hyphens = paragraph
    if not starts:
        return [Span(0, 0, 0)]
    lines: list[Span] = []
    piece = 0
    # An indentation stands where the first piece fits beside it.
    first = 0 if ends[0] + hyphens[0] <= limit else starts[0]
    while piece < len(starts):
        edge = at[first] + limit
        last = bisect_right(ends, edge, piece) - 1
        while last >= piece and ends[last] + hyphens[last] > edge:
            last -= 1
        if last >= piece:
            lines.append(Span(first, stops[last], hyphens[last]))
        else:
            cut = _cut(paragraph, first, stops[piece], limit)
            lines.append(Span(first, cut, 0))
            if cut < stops[piece]:
                first = cut
                continue
            last = piece
        piece = last + 1
        if piece < len(starts):
            first = starts[piece]
    return lines


def _cut(paragraph: Paragraph, first: int, stop: int, limit: int) -> int:
    """Return where to break a piece that fits on no line: behind punctuation unless half the line is lost."""
    text, _, at, *_ = paragraph
    fits = cut = bisect_right(at, at[first] + limit, first + 1, stop + 1) - 1
    while first < cut < stop and _joined(text, cut, first):
        cut -= 1
    if cut == first:
        cut += 1
        while cut < stop and _joined(text, cut, first):
            cut += 1
        # An emoji of several, joined by U+200D, is as wide as all of them: as many stay together as fit.
        seam = max(text.rfind(_JOINER, first, fits), text.find(_JOINER, first, cut - 1))
        return cut if seam < 0 else seam + 1
    half = at[first] + limit // 2
    for seam in range(min(cut, stop - 1), first, -1):
        if at[seam] < half:
            break
        if text[seam - 1] in _SEAMS and not _joined(text, seam, first):
            return seam
    return cut


def balanced(paragraph: Paragraph, lines: list[Span]) -> list[Span]:
    """Return as many lines as `lines` within the least length that holds them; `fill` gave `lines`.

    The least length is found by halving: fewer lines never need less room. Lines that hold a broken piece
    stay as they are.
    """
    at = paragraph.at
    low = widest(paragraph)
    high = max(at[line.stop] - at[line.start] + line.hyphen for line in lines)
    while low < high:
        middle = (low + high) // 2
        narrower = fill(paragraph, middle)
        if len(narrower) > len(lines):
            low = middle + 1
        else:
            lines, high = narrower, middle
    return lines
