"""Crowding: what found less room on the finished sheet than it needs.

In: a ``Sheet``, the texts of its rows, and what the last steps of the layout had to give up. Out: the facts,
mostly none, in a fixed order. Only what a reader would stumble over counts: a broken word that is longer than
words are, such as an address, breaks on any sheet.
"""

from collections.abc import Iterator

from sop_engine.layout.drawing import Dense
from sop_engine.layout.lines import Sheet
from sop_engine.layout.needs import TEXT_FIELDS, Texts, longest_word

__all__ = ["crowding"]

# Words in symbols that are smaller than this cannot be read without effort.
_READABLE = 4.15
_NARROW_SYMBOL = 20.0
_EPSILON = 0.01


def crowding(sheet: Sheet, texts: Texts, *, pressed: bool, crowded: bool) -> tuple[Dense, ...]:
    """Return what is crowded on a sheet.

    Args:
        sheet: all decisions of the layout.
        texts: of the rows.
        pressed: upright lines came nearer to each other than a reader tells them apart.
        crowded: words of a branch found no free place.
    """
    found = {
        Dense.LINES: pressed or any(page.pressed for page in sheet.pages),
        Dense.LABELS: crowded,
        Dense.WORDS: any(_broken(sheet, texts)),
        Dense.HEADINGS: any(
            cell.size < sheet.style.smallest_heading - _EPSILON for cell in sheet.heading.cells
        ),
        Dense.SYMBOLS: sheet.style.symbol < _NARROW_SYMBOL or any(_small(sheet)),
    }
    return tuple(kind for kind, there in found.items() if there)


def _broken(sheet: Sheet, texts: Texts) -> Iterator[bool]:
    """Yield for each text column whether words of usual length break in it."""
    for field in TEXT_FIELDS:
        left, right = sheet.columns.box_of(sheet.columns.index(field))
        inner = right - left - 2 * sheet.style.pad_x
        yield longest_word(texts, field, sheet.style) > inner + _EPSILON


def _small(sheet: Sheet) -> Iterator[bool]:
    """Yield for each symbol with words whether they are too small to be read."""
    for spot in sheet.plan.spots:
        yield bool(spot.figure.lines) and spot.figure.size < _READABLE
