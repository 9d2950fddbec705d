"""What every writer draws alike: strokes, the outlines of symbols, heads of arrows, gaps in rules.

In: pieces of a ``Drawing``. Out: their geometry in points of the page, so that a sheet is the same in every format.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sop_engine.layout.drawing import Align, Box, Cell, Page, Point, Shape, Symbol

__all__ = [
    "DASHES",
    "FRAME",
    "FRAME_GREY",
    "RULE",
    "STROKE",
    "Outline",
    "arrow_heads",
    "halos",
    "has_inferred",
    "inferred_frames",
    "number",
    "outline",
]

RULE = 0.5
"""Width of the table's lines, points."""

STROKE = 0.9
"""Width of the lines of symbols and connectors, points."""

DASHES = (3.0, 2.0)
"""Stroke and gap of what is marked as inferred, points."""

FRAME = 0.6
"""Width of the dashed line within a cell that says what is inferred, points."""

FRAME_GREY = 0.4
"""Grey of that line, 0 black to 1 white."""

_FRAME_INSET = 1.5
_FRAME_BESIDE = 3.0
_SHOULDER = 0.58


@dataclass(frozen=True, slots=True)
class Outline:
    """The shape of a symbol: a polygon, or a rectangle with round corners.

    Attributes:
        corners: of the polygon; none for a rectangle.
        radius: of the rectangle's corners.
    """

    corners: tuple[Point, ...]
    radius: float


def number(value: float) -> str:
    """A coordinate with at most two decimals and no trailing zeros."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def outline(symbol: Symbol) -> Outline:
    """Return the shape of a symbol within its box."""
    box = symbol.box
    x, y = box.centre
    if symbol.shape is Shape.DECISION:
        return Outline(((x, box.y), (box.right, y), (x, box.bottom), (box.x, y)), 0.0)
    if symbol.shape is Shape.OFFPAGE:
        shoulder = box.y + box.height * _SHOULDER
        upper = ((box.x, box.y), (box.right, box.y))
        return Outline((*upper, (box.right, shoulder), (x, box.bottom), (box.x, shoulder)), 0.0)
    return Outline((), 0.0 if symbol.shape is Shape.PROCESS else min(box.width, box.height) / 2)


def arrow_heads(page: Page) -> Iterator[tuple[Point, Point, Point]]:
    """Yield the corners of one head where connectors end, its tip first, however many end there."""
    yield from dict.fromkeys(connector.head for connector in page.connectors)


def halos(page: Page) -> Iterator[Box]:
    """Yield where words of a branch stand on a rule, which gives way to them."""
    for label in page.labels:
        box = label.box
        if any(
            a[0] < box.right and b[0] > box.x and a[1] < box.bottom and b[1] > box.y for a, b in page.rules
        ):
            yield box


def has_inferred(page: Page) -> bool:
    """Whether anything on a page is inferred."""
    return (
        any(cell.inferred for cell in page.cells)
        or any(symbol.inferred for symbol in page.symbols)
        or any(connector.inferred for connector in page.connectors)
    )


def inferred_frames(page: Page) -> Iterator[tuple[Cell, Box]]:
    """Yield each cell that says what is inferred, with the frame to be drawn.

    It stands within the borders of the cell; where they are not drawn, around the words.
    """
    for cell in page.cells:
        if cell.inferred:
            box = cell.box if cell.ruled or not cell.lines else _around_words(cell)
            inset = _FRAME_INSET if cell.ruled else 0.0
            yield (
                cell,
                Box(
                    round(box.x + inset, 2),
                    round(box.y + inset, 2),
                    round(max(0.0, box.width - 2 * inset), 2),
                    round(max(0.0, box.height - 2 * inset), 2),
                ),
            )


def _around_words(cell: Cell) -> Box:
    """Return the place of the lines of a cell, a little wider than their words."""
    wide = max(line.width for line in cell.lines) + 2 * _FRAME_BESIDE
    tall = len(cell.lines) * cell.leading
    left = {
        Align.LEFT: cell.box.x + cell.pad - _FRAME_BESIDE,
        Align.CENTRE: cell.box.centre[0] - wide / 2,
        Align.RIGHT: cell.box.right - cell.pad + _FRAME_BESIDE - wide,
    }[cell.align]
    top = cell.box.y + (cell.box.height - tall) / 2 if cell.middle else cell.box.y + cell.pad
    return Box(left, top, wide, tall)
