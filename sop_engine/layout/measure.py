"""Measuring and wrapping of text by the font's own advance widths.

Comes in: the text of a cell or label, a font size and a width, both in points. Goes out: widths in points,
and the lines to draw, each with its stretches of upright and italic type. Writers draw glyph after glyph
without kerning, so a width is the plain sum of advances. What `wrap` returns is what is to be drawn,
character for character: already `visible`, without markup and without the marks that only allow a break.

Measuring takes longer than wrapping. A text that is wrapped again and again, as the columns of a sheet are
fitted, is measured once: `prose` returns what is kept of it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from sop_engine.layout._breaking import (
    BREAK_MARK,
    SOFT_HYPHEN,
    Paragraph,
    Span,
    balanced,
    fill,
    measured,
    widest,
)
from sop_engine.layout._faces import (
    ASCENT,
    CAP_HEIGHT,
    DESCENT,
    FONT,
    UNITS_PER_EM,
    X_HEIGHT,
    Face,
    advances,
    visible,
)

__all__ = [
    "ASCENT",
    "CAP_HEIGHT",
    "DESCENT",
    "FONT",
    "UNITS_PER_EM",
    "X_HEIGHT",
    "Face",
    "Line",
    "Prose",
    "Run",
    "advances",
    "narrowest",
    "plain",
    "prose",
    "runs_of",
    "visible",
    "width",
    "wrap",
]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of one line in one face.

    Attributes:
        text: the characters to draw, never empty.
        italic: whether they are slanted; the weight is the caller's.
    """

    text: str
    italic: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One line of wrapped text.

    Attributes:
        runs: its stretches from left to right, no two neighbours alike; none for an empty line.
        width: the sum of their advances, in points.
    """

    runs: tuple[Run, ...]
    width: float

    @property
    def text(self) -> str:
        """The line's characters without regard to face."""
        return "".join(run.text for run in self.runs)


class Prose(NamedTuple):
    """A text that is measured, whatever the font size; what it says of widths is in units of the font.

    Attributes:
        text: as written.
        paragraphs: its lines as written, measured; empty ones at the end are left out.
        length: how wide it is drawn on one line, as `width` has it.
        longest: how wide its widest unbreakable piece is, as `narrowest` has it.
    """

    text: str
    paragraphs: tuple[Paragraph, ...]
    length: int
    longest: int

    def width(self, size: float) -> float:
        """Return how wide the text is drawn on one line, in points, as `width` does."""
        return self.length * size / UNITS_PER_EM

    def narrowest(self, size: float) -> float:
        """Return the least limit, in points, at which no word breaks, as `narrowest` does."""
        return self.longest * size / UNITS_PER_EM

    def wrap(self, size: float, limit: float, *, balance: bool = False) -> tuple[Line, ...]:
        """Return the lines of the text within a width, as `wrap` does."""
        return _wrapped(self.paragraphs, size, limit, balance=balance)


def prose(text: str, *, bold: bool = False) -> Prose:
    """Return a text measured in the regular faces, or in the bold ones."""
    paragraphs = _paragraphs(text, bold=bold)
    length = _length(text, Face.of(bold=bold, italic=False))
    return Prose(text, paragraphs, length, max(map(widest, paragraphs), default=0))


def width(text: str, size: float, face: Face = Face.REGULAR) -> float:
    """Return how wide `text` is drawn on one line, in points.

    The text is taken as it stands: underscores are characters, a line break has no width, and a soft hyphen
    counts as a hyphen, since some writers draw it. Characters that are not `visible` count as what
    stands for them.
    """
    return _length(text, face) * size / UNITS_PER_EM


def _length(text: str, face: Face) -> int:
    return sum(map(advances(face).__getitem__, visible(text)))


def wrap(
    text: str, size: float, limit: float, *, bold: bool = False, balance: bool = False
) -> tuple[Line, ...]:
    """Return the lines of `text`, none wider than `limit`, each as full as it can be.

    Lines break where the text breaks, at spaces, behind dashes and slashes inside words, at U+200B, and at
    U+00AD, which then shows a hyphen. No-break spaces hold. A word that fits on no line is broken behind its
    punctuation, else between two characters, never inside what a reader sees as one unless it is an emoji of
    several that is too wide; only such a single character can stand out. Spaces at a break are dropped, an indentation is kept where the first word fits
    beside it, and empty lines are kept but at the end: a text of nothing but spaces has no lines.

    Args:
        text: the text as written; `_kata_` is italic as in `runs_of`.
        size: the font size in points.
        limit: the width to keep, in points; `math.inf` breaks only where the text does.
        bold: measure the bold faces.
        balance: make what stands between two line breaks of the text as narrow as its number of lines
            allows, as suits headings.

    Raises:
        ValueError: `size` is not positive.
    """
    return _wrapped(_paragraphs(text, bold=bold), size, limit, balance=balance)


def _wrapped(
    paragraphs: tuple[Paragraph, ...], size: float, limit: float, *, balance: bool
) -> tuple[Line, ...]:
    units = _units(limit, size)
    lines: list[Line] = []
    for paragraph in paragraphs:
        spans = fill(paragraph, units)
        if balance and len(spans) > 1:
            spans = balanced(paragraph, spans)
        lines += [_line(paragraph, span, size) for span in spans]
    return tuple(lines)


def narrowest(text: str, size: float, *, bold: bool = False) -> float:
    """Return the least limit, in points, at which `wrap` breaks no word: the width of the widest piece."""
    paragraphs = _paragraphs(text, bold=bold)
    return max(map(widest, paragraphs), default=0) * size / UNITS_PER_EM


def _units(limit: float, size: float) -> int:
    """Return the greatest length, in units of the font, whose points at that size are within `limit`."""
    if not size > 0:
        msg = f"the font size must be positive, not {size}"
        raise ValueError(msg)
    if not limit > 0:
        return 0
    units = int(min(limit * UNITS_PER_EM / size, 2.0**52))
    # The division may round across a whole number; `Line.width` is this product, and decides.
    if (units + 1) * size / UNITS_PER_EM <= limit:
        return units + 1
    return units if units * size / UNITS_PER_EM <= limit else units - 1


def _paragraphs(text: str, *, bold: bool) -> tuple[Paragraph, ...]:
    """Return the lines of the source text, measured; empty ones at the end are left out."""
    paragraphs = [_paragraph(line, bold=bold) for line in visible(text).split("\n")]
    while paragraphs and not paragraphs[-1].starts:
        paragraphs.pop()
    return tuple(paragraphs)


def _paragraph(source: str, *, bold: bool) -> Paragraph:
    """Return one line of the source text, measured, its markup turned into offsets."""
    if "_" not in source:
        return measured(source, (), bold=bold)
    text, italics = "", []
    for run in runs_of(source):
        if run.italic:
            italics.append((len(text), len(text) + len(run.text)))
        text += run.text
    return measured(text, tuple(italics), bold=bold)


def _line(paragraph: Paragraph, span: Span, size: float) -> Line:
    """Return what is drawn of one span."""
    text, at = paragraph.text, paragraph.at
    start, stop, hyphen = span
    runs: list[Run] = []
    stretches = _stretches(paragraph.italics, start, stop) if paragraph.italics else ((start, stop, False),)
    for first, last, italic in stretches:
        piece = text[first:last].replace(SOFT_HYPHEN, "").replace(BREAK_MARK, "")
        if piece and runs and runs[-1].italic is italic:
            piece = runs.pop().text + piece
        if piece:
            runs.append(Run(piece, italic))
    if hyphen:
        runs[-1] = Run(runs[-1].text + "-", runs[-1].italic)
    return Line(tuple(runs), (at[stop] - at[start] + hyphen) * size / UNITS_PER_EM)


def _stretches(
    italics: tuple[tuple[int, int], ...], start: int, stop: int
) -> Iterator[tuple[int, int, bool]]:
    """Yield the upright and italic stretches between two offsets; some may be empty."""
    place = start
    for first, last in italics:
        begin, end = max(first, place), min(last, stop)
        if begin < end:
            yield place, begin, False
            yield begin, end, True
            place = end
    yield place, stop, False


# What belongs to a word: letters, digits, the underscore itself, and the accents of decomposed letters.
_IN_WORD = r"\w\u0300-\u036f"
_OPENS = re.compile(rf"(?<![{_IN_WORD}])_(?=[^\s_\u0300-\u036f])")
_CLOSES = re.compile(rf"(?<=[^\s_])_(?![{_IN_WORD}])")
_UNDERSCORE = re.compile(r"[_\n]")


def runs_of(text: str) -> tuple[Run, ...]:
    """Return `text`, made `visible`, as stretches of upright and italic type, the markup taken out.

    `_kata_` is italic: one underscore before, none of a word before that, and one behind, none of a word
    behind that; what stands between begins and ends without a space and stays on one line. Every other
    underscore is a character: `nama_berkas_x`, `____`, `_ _`, a lone one. Of two that could open, the later
    one does. Line breaks stay in the runs.
    """
    text = visible(text)
    runs: list[Run] = []
    after = 0
    for opening, closing in _italics(text):
        if opening > after:
            runs.append(Run(text[after:opening], italic=False))
        runs.append(Run(text[opening + 1 : closing], italic=True))
        after = closing + 1
    if after < len(text):
        runs.append(Run(text[after:], italic=False))
    return tuple(runs)


def plain(text: str) -> str:
    """Return a text on one line, `visible`, without the marks of italics and of places where it may break."""
    drawn = "".join(run.text for run in runs_of(text)).replace(SOFT_HYPHEN, "").replace(BREAK_MARK, "")
    return " ".join(drawn.split())


def _italics(text: str) -> Iterator[tuple[int, int]]:
    """Yield the place of each opening underscore with the place of the one that closes it."""
    opening = -1
    for match in _UNDERSCORE.finditer(text):
        place = match.start()
        if match[0] == "\n":
            opening = -1
        elif opening >= 0 and _CLOSES.match(text, place):
            yield opening, place
            opening = -1
        elif _OPENS.match(text, place):
            opening = place
