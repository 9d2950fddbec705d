"""Setting: where the lines of a text stand in their cell or symbol.

In: a ``Cell``, ``Symbol`` or ``Label`` of a Drawing. Out: ``SetLine`` values with a baseline each, so that all
writers put text at the same places.
"""

from dataclasses import dataclass
from enum import StrEnum

from sop_engine.layout.drawing import Align, Cell, Label, Symbol
from sop_engine.layout.measure import ASCENT, DESCENT, Line

__all__ = ["Anchor", "SetLine", "set_cell", "set_label", "set_symbol"]

# From the middle of a line to its baseline, in font sizes.
_DROP = (ASCENT - DESCENT) / 2


class Anchor(StrEnum):
    """Which point of a line ``x`` is; the names are those of SVG's ``text-anchor``."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class SetLine:
    """One line of text in its place.

    Attributes:
        line: what it says.
        x: of its anchor, points; in a turned cell the text runs upwards from there.
        y: of its baseline, points.
        anchor: which point of the line ``x`` (in a turned cell ``y``) is.
    """

    line: Line
    x: float
    y: float
    anchor: Anchor


_ANCHORS = {Align.LEFT: Anchor.START, Align.CENTRE: Anchor.MIDDLE, Align.RIGHT: Anchor.END}


def set_cell(cell: Cell) -> tuple[SetLine, ...]:
    """Return the lines of a cell in their places."""
    box = cell.box
    drop = cell.size * _DROP
    tall = len(cell.lines) * cell.leading
    if cell.turned:
        first = box.centre[0] - tall / 2 + cell.leading / 2 + drop
        return tuple(
            SetLine(line, _round(first + at * cell.leading), _round(box.centre[1]), Anchor.MIDDLE)
            for at, line in enumerate(cell.lines)
        )
    top = box.y + (box.height - tall) / 2 if cell.middle else box.y + cell.pad
    x = {
        Align.LEFT: box.x + cell.pad,
        Align.CENTRE: box.centre[0],
        Align.RIGHT: box.right - cell.pad,
    }[cell.align]
    return tuple(
        SetLine(line, _round(x), _round(top + (at + 0.5) * cell.leading + drop), _ANCHORS[cell.align])
        for at, line in enumerate(cell.lines)
    )


def set_symbol(symbol: Symbol) -> tuple[SetLine, ...]:
    """Return the words of a symbol in their places."""
    x, y = symbol.box.centre
    top = y - len(symbol.lines) * symbol.leading / 2
    drop = symbol.size * _DROP
    return tuple(
        SetLine(line, _round(x), _round(top + (at + 0.5) * symbol.leading + drop), Anchor.MIDDLE)
        for at, line in enumerate(symbol.lines)
    )


def set_label(label: Label) -> tuple[SetLine, ...]:
    """Return the words of a branch in their places."""
    x, y = label.at
    return tuple(
        SetLine(line, x, _round(y + at * label.leading), Anchor.START) for at, line in enumerate(label.lines)
    )


def _round(number: float) -> float:
    return round(number, 2)
