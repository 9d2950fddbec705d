"""Headings within a table that has no rows of headings, as that of the Bagian Identitas.

In: a page. Out: ``Heads``: which cells are headings, and which cell each one heads. A heading stands at the left of
what it heads, or above it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from sop_engine.layout.drawing import Cell, Page

__all__ = ["Heads", "heads_of"]

_TITLE = "judul."


@dataclass(frozen=True, slots=True)
class Heads:
    """The headings of a page's table, cells being named by their index.

    Attributes:
        beside: headings of what stands at their right.
        above: headings of what stands below them.
        left: by cell the heading at its left.
        over: by cell the heading above it.
    """

    beside: frozenset[int]
    above: frozenset[int]
    left: Mapping[int, int]
    over: Mapping[int, int]


def heads_of(page: Page) -> Heads:
    """Return the headings of a page's table."""
    cells = [(at, cell) for at, cell in enumerate(page.cells) if cell.row is not None and cell.row >= 0]
    heads = [(at, cell) for at, cell in cells if cell.field.startswith(_TITLE)]
    others = [(at, cell) for at, cell in cells if not cell.field.startswith(_TITLE)]
    left = {at: head for head, title in heads for at, cell in others if _is_beside(title, cell)}
    beside = frozenset(left.values())
    over = {
        at: head
        for head, title in heads
        for at, cell in others
        if head not in beside and (cell.row, cell.column) == (_end(title), title.column)
    }
    return Heads(beside, frozenset(head for head, _ in heads) - beside, left, over)


def _end(cell: Cell) -> int:
    return (cell.row or 0) + cell.rows


def _is_beside(title: Cell, cell: Cell) -> bool:
    """Whether a cell begins where a heading at its left ends, in one of its rows."""
    first, column = title.row or 0, title.column or 0
    return cell.column == column + title.columns and first <= (cell.row or 0) < _end(title)
