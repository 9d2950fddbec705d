"""The order in which a page is read.

In: a ``Page``. Out: its cells, symbols and labels, in the order in which a person would read them out, for formats
whose text is copied or spoken.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from sop_engine.layout.drawing import Cell, Label, Page, Symbol

__all__ = ["Words", "in_reading_order"]

Words = Cell | Symbol | Label
"""What carries words on a page."""


def in_reading_order(page: Page) -> Iterator[Words]:
    """Yield all that carries words: the headings, then row by row.

    Headings come from left to right, each followed by those below it: a program that reads a page takes what
    stands on one height for one line, whatever the order in the file, and would mix them otherwise. Within
    a row come the cells from left to right, each with the symbols in it and then the words of branches. A branch
    belongs to the row of the decision that it leaves, or, where that is on another page, to the row where its
    words stand.
    """
    groups = [list(group) for _, group in groupby(page.cells, key=_band)]
    bottoms = [_bottom(group) for group in groups]
    extras: list[list[Symbol | Label]] = [[] for _ in groups]
    loose: list[Symbol | Label] = []
    places = {symbol.id: symbol.box for symbol in reversed(page.symbols)}
    carriers: tuple[Symbol | Label, ...] = (*page.symbols, *page.labels)
    for extra in carriers:
        box = extra.box if isinstance(extra, Symbol) else places.get(extra.source, extra.box)
        at = next((at for at, bottom in enumerate(bottoms) if box.centre[1] <= bottom), None)
        (loose if at is None else extras[at]).append(extra)
    for group, found in zip(groups, extras, strict=True):
        yield from _row(group, found)
    yield from loose


def _band(cell: Cell) -> int | None:
    """Return what is alike in cells that are read together: their row, or that they are headings."""
    return cell.row if cell.row is None else max(cell.row, -1)


def _bottom(group: Sequence[Cell]) -> float:
    """Return how far down a row reaches; only rows of the table's body have symbols."""
    first = group[0]
    if first.column is None or (first.row is not None and first.row < 0):
        return float("-inf")
    least = min(cell.rows for cell in group)
    return max(cell.box.bottom for cell in group if cell.rows == least)


def _row(cells: Sequence[Cell], extras: Sequence[Symbol | Label]) -> Iterator[Words]:
    """Yield the cells of a row in their order, each followed by what stands in it: symbols, then labels."""
    if cells[0].row is not None and cells[0].row < 0:
        cells = sorted(cells, key=lambda cell: (cell.column or 0, cell.row or 0))
    inside: list[list[Symbol | Label]] = [[] for _ in cells]
    for extra in extras:
        x = extra.box.centre[0]
        inside[max((at for at, cell in enumerate(cells) if cell.box.x <= x), default=0)].append(extra)
    for cell, found in zip(cells, inside, strict=True):
        yield cell
        yield from sorted(found, key=_place)


def _place(extra: Symbol | Label) -> tuple[bool, float, float]:
    x, y = extra.box.centre
    return (isinstance(extra, Label), y, x)
