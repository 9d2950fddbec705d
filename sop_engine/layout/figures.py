"""Figures: how large a symbol is, and how its words stand in it.

In: shapes and words. Out: ``Figure`` values of one size a sheet: boxes and capsules share one, diamonds one,
large enough for the words of most; only a symbol with uncommonly many words is larger than its fellows.
Words never leave their symbol: it grows first, then they shrink.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import inf, sqrt
from typing import NamedTuple

from sop_engine.layout.drawing import Shape
from sop_engine.layout.measure import Line, Prose, prose
from sop_engine.layout.measure import width as width_of
from sop_engine.layout.style import Style

__all__ = ["WORD_LEADING", "Figure", "Figures", "sheet_figures"]

WORD_LEADING = 1.15
"""Line height of the words in symbols, as a multiple of their size."""

_INSET = 2.0
_COMMON = 24
_GROWTH = 1.12
_SHRINK = 0.9
# Sizes of words between the usual and the least one.
_SMALLER = (6.0,)
# Words that even a grown symbol does not hold: still smaller sizes, and how many diamonds high it may be then.
_LAST_SIZES = ((4.8, 4.0), (4.2, inf))
# Words smaller than this are torn apart rather than made smaller still; the last resort is no words at all.
_TORN = 3.5
_UNREADABLE = 0.2
# How much wider and higher than usual the diamonds of a sheet may become for their words.
_DIAMONDS = ((0, 0), (0, 4), (4, 4), (4, 8), (8, 8), (8, 12))


class Figure(NamedTuple):
    """The size of a symbol and its words.

    Attributes:
        width: of its bounding box, points.
        height: of its bounding box, points.
        lines: the words as they are wrapped.
        size: font size of the words.
    """

    width: float
    height: float
    lines: tuple[Line, ...]
    size: float


@dataclass(frozen=True)
class Figures:
    """The sizes of a sheet's symbols.

    Attributes:
        style: the measures of the sheet.
        diamond: width and height of a diamond.
        words: font size of words in diamonds.
        widest: the width that no symbol exceeds.
        highest: the height that no symbol exceeds.
    """

    style: Style
    diamond: tuple[float, float]
    words: float
    widest: float
    highest: float

    def figure(self, shape: Shape, words: str, *, added: bool = False) -> Figure:
        """Return the figure of a symbol; an added capsule is lower than others."""
        style = self.style
        text = prose(words)
        if shape is Shape.OFFPAGE:
            # A pentagon stays as small as it is; its letters seldom are more than one.
            return self._shrunk(shape, text, style.pentagon, style.pentagon)
        first: tuple[float, ...] = (style.words, *_SMALLER)
        width, height = style.symbol, style.capsule if added else style.box
        if shape is Shape.DECISION:
            first = (self.words,)
            width, height = self.diamond
        if not text.paragraphs:
            return Figure(width, height, (), style.words)
        for size in (*first, style.least_words):
            if found := _fitted(shape, text, width, height, size):
                return found
        return self._grown(shape, text, width, height)

    def _grown(self, shape: Shape, text: Prose, width: float, height: float) -> Figure:
        """Grow a symbol, at its limits shrink its words, and tear them apart only when that does not help."""
        width = max(width, self.widest)
        for size, most in ((self.style.least_words, 3.0), *_LAST_SIZES):
            limit = min(self.highest, most * self.style.diamond)
            tall = height
            while tall <= limit:
                if found := _fitted(shape, text, width, tall, size):
                    return found
                tall *= _GROWTH
        return self._shrunk(shape, text, width, max(height, self.highest))

    def _shrunk(self, shape: Shape, text: Prose, width: float, height: float) -> Figure:
        """Shrink words until they fit a symbol of a given size."""
        size = self.style.words
        while size > _UNREADABLE:
            if found := _fitted(shape, text, width, height, size, torn=size < _TORN):
                return found
            size *= _SHRINK
        return Figure(width, height, (), size)


def sheet_figures(style: Style, words: Iterable[str], widest: float, highest: float) -> Figures:
    """Return the sizes that suit a sheet.

    Args:
        style: the measures of the sheet.
        words: what stands in its diamonds.
        widest: the width that no symbol may exceed.
        highest: the height that no symbol may exceed.
    """
    common = [prose(text) for text in sorted({text for text in words if 0 < len(text) <= _COMMON})]
    best: tuple[int, Figures] | None = None
    for size in (style.words, *_SMALLER, style.least_words):
        for wider, higher in _DIAMONDS:
            diamond = (min(style.symbol + wider, max(style.symbol, widest)), style.diamond + higher)
            figures = Figures(style, diamond, size, max(widest, diamond[0]), highest)
            fitting = sum(_fitted(Shape.DECISION, text, *diamond, size) is not None for text in common)
            if best is None or fitting > best[0]:
                best = fitting, figures
            if fitting == len(common):
                return figures
    assert best is not None  # noqa: S101 - the loops above run at least once
    return best[1]


def _fitted(
    shape: Shape, text: Prose, width: float, height: float, size: float, *, torn: bool = False
) -> Figure | None:
    """Return the figure if the words fit in it; words are torn apart only where that is allowed."""
    leading = size * WORD_LEADING
    most = max(1, int((height - 2 * _INSET + 0.15 * size) / leading))
    least = max(size, 0.0 if torn else text.narrowest(size))
    length = width_of("".join(text.text.split()), size)
    for count in range(1, most + 1):
        limit = _inner_width(shape, width, height, (count - 1) * leading + size * 0.95)
        if limit < least and shape is Shape.DECISION:
            # A diamond is narrower the taller its block of text is.
            return None
        if limit < least or length > count * limit:
            continue
        lines = text.wrap(size, limit, balance=count > 1)
        if len(lines) <= count:
            return Figure(width, height, lines, size)
    return None


def _inner_width(shape: Shape, width: float, height: float, tall: float) -> float:
    """Return the width that a block of text of some height has within a shape."""
    if shape is Shape.DECISION:
        return (width - 2 * _INSET) * (1 - tall / (height - 1.0))
    if shape is Shape.OFFPAGE:
        return width - _INSET
    if shape in {Shape.START, Shape.END}:
        # The round ends: half a circle of the capsule's own height at each side.
        radius = min(width, height) / 2
        depth = min(1.0, tall / 2 / radius)
        return width - 2 * radius * (1 - sqrt(1 - depth * depth)) - _INSET
    return width - 2 * _INSET
