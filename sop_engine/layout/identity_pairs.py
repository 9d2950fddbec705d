"""The lists of the Bagian Identitas: three rows of two cells, each under its heading.

In: a SOP, the measures of the form. Out: ``Pair`` values with their wrapped lists, and their cells at some height
of a page. Where a pair does not fit on a page it goes on on the next, its headings repeated; where only one of
its two lists goes on, that list runs in two columns.
"""

from dataclasses import dataclass, replace

from sop_engine.layout.drawing import Box, Cell
from sop_engine.layout.form import Fitted, Form, Listed, fitted, listed, rounded
from sop_engine.layout.headings import GREY
from sop_engine.layout.identity_head import CONTINUED
from sop_engine.layout.identity_texts import PAIRS, identity_titles, is_inferred
from sop_engine.layout.measure import Line
from sop_engine.model.sop import Sop

__all__ = ["Column", "Pair", "Piece", "pair_cells", "pairs_of", "split_pair"]

_TALLEST_HEADING = 0.25
_LEAST_LINES = 2


@dataclass(frozen=True, slots=True)
class Column:
    """A list under its heading.

    Attributes:
        field: the form's field.
        title: its heading.
        list: the wrapped list.
        inferred: it is inferred.
        done: how many of its lines stand on pages before.
    """

    field: str
    title: str
    list: Listed
    inferred: bool
    done: int = 0

    @property
    def left(self) -> int:
        """How many lines are left."""
        return len(self.list.lines) - self.done

    def cut(self, most: int) -> int:
        """Return how many lines to take of at most so many: an item's first or last line never stands alone."""
        if self.left <= most:
            return self.left
        for count in (most, most - 1, most - 2):
            if count > _LEAST_LINES and not self._tears(count):
                return count
        return most

    @property
    def halves(self) -> tuple[int, int]:
        """How many lines stand in each of two columns: about as many in both, torn no worse than by ``cut``."""
        half = -(-self.left // 2)
        for count in (half, half + 1, half + 2):
            if count >= self.left or not self._tears(count):
                half = min(count, self.left)
                break
        return half, self.left - half

    def _tears(self, count: int) -> bool:
        """Whether a cut after so many lines leaves the first or the last line of an item alone."""
        starts, at = self.list.starts, self.done + count
        return at not in starts and (at - 1 in starts or at + 1 in starts or at + 1 == len(self.list.lines))


@dataclass(frozen=True, slots=True)
class Pair:
    """Two lists side by side.

    Attributes:
        left: the one at the left.
        right: the one at the right.
        more: height that is added to what they need, points.
    """

    left: Column
    right: Column
    more: float = 0.0

    @property
    def begun(self) -> bool:
        """Whether it goes on from a page before."""
        return bool(self.left.done or self.right.done)

    @property
    def wide(self) -> bool:
        """Whether one list alone goes on."""
        return self.begun and not (self.left.left and self.right.left)

    @property
    def alone(self) -> Column:
        """The list that goes on alone."""
        return self.left if self.left.left else self.right

    def height(self, form: Form) -> float:
        """Its height with its headings, points."""
        count = max(self.alone.halves if self.wide else (self.left.left, self.right.left))
        return rounded(self.heading(form) + _body(count, form) + self.more)

    def heading(self, form: Form) -> float:
        """The height of its headings, points."""
        return rounded(max(fit.height for _, fit in self.titles(form)) + 2 * form.pad_y)

    def titles(self, form: Form) -> list[tuple[str, Fitted]]:
        """Return field and heading of each cell of the headings; one for both where one list alone goes on."""
        columns = [(self.left, form.middle - form.left), (self.right, form.right - form.middle)]
        if self.wide:
            columns = [(column, form.right - form.left) for column, _ in columns if column.left]
        more = CONTINUED if self.begun else ""
        tallest = _TALLEST_HEADING * form.body
        return [
            (c.field, fitted(c.title + more, form.font, wide - 2 * form.pad, tallest, bold=True))
            for c, wide in columns
        ]


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a pair that stands on one page.

    Attributes:
        pair: the pair as it is at the beginning of the piece.
        counts: how many lines the left cell takes, and the right one; from one list both, where it is alone.
        height: of all, points.
    """

    pair: Pair
    counts: tuple[int, int]
    height: float


def _body(count: int, form: Form) -> float:
    return max(count, _LEAST_LINES) * form.leading + 2 * form.pad


def pairs_of(sop: Sop, form: Form) -> tuple[Pair, ...]:
    """Return the three pairs, none with more height than it needs."""
    halves = form.middle - form.left, form.right - form.middle
    return tuple(
        Pair(_column(sop, form, left, halves[0]), _column(sop, form, right, halves[1]))
        for left, right in PAIRS
    )


def _column(sop: Sop, form: Form, field: str, wide: float) -> Column:
    # Edges are rounded, so a line that fits exactly might not.
    items = listed(getattr(sop.identitas, field), form.font, wide - 2 * form.pad - 0.05)
    return Column(field, identity_titles(sop)[field], items, is_inferred(sop, f"identitas.{field}"))


def split_pair(pair: Pair, form: Form, room: float, *, fresh: bool) -> tuple[Piece | None, Pair | None]:
    """Take as much of a pair as a page has room for.

    Args:
        pair: what is left of it.
        form: the measures of the form.
        room: the height that there is, points.
        fresh: nothing else stands on the page yet.

    Returns:
        What stands on this page, or None where that is too little to begin with; and what is left, or None.
    """
    height = pair.height(form)
    if height <= room + 0.01:
        counts = pair.alone.halves if pair.wide else (pair.left.left, pair.right.left)
        return Piece(pair, counts, height), None
    heading = pair.heading(form)
    most = int((room - heading - 2 * form.pad + 0.01) / form.leading)
    if most < _LEAST_LINES + 1 and not fresh:
        return None, pair
    most = max(most, 1)
    if pair.wide:
        counts, rest = _both_columns(pair, most)
    else:
        counts = (pair.left.cut(most), pair.right.cut(most))
        rest = replace(pair, left=_after(pair.left, counts[0]), right=_after(pair.right, counts[1]))
    return Piece(pair, counts, rounded(heading + _body(most, form))), rest


def _both_columns(pair: Pair, most: int) -> tuple[tuple[int, int], Pair]:
    """Fill both columns of a page with the one list that goes on."""
    at_left = bool(pair.left.left)
    column = pair.alone
    first = column.cut(most)
    column = _after(column, first)
    second = column.cut(most)
    column = _after(column, second)
    rest = replace(pair, left=column) if at_left else replace(pair, right=column)
    return (first, second), rest


def _after(column: Column, count: int) -> Column:
    return replace(column, done=column.done + count)


def pair_cells(piece: Piece, form: Form, top: float, row: int, more: float = 0.0) -> list[Cell]:
    """Return the cells of a piece: its headings, then its lists.

    Args:
        piece: what stands here.
        form: the measures of the form.
        top: where it begins, points.
        row: the row of the headings in the table; the lists are the row below.
        more: height that is added below the lists, points.
    """
    pair = piece.pair
    tops = (top, rounded(top + pair.heading(form)), rounded(top + piece.height + more))
    edges = (form.left, form.middle, form.right)
    titles = pair.titles(form)
    cells = []
    for at, (field, fit) in enumerate(titles):
        alone = len(titles) == 1
        wide = (edges[2] if alone else edges[at + 1]) - edges[at]
        box = Box(edges[at], tops[0], rounded(wide), rounded(tops[1] - tops[0]))
        # Columns of the table are the left half, the labels and the values.
        head = Cell(box, row, at, 3 if alone else at + 1, 1, fit.text, fit.lines, fit.size, bold=True)
        cells.append(replace(head, fill=GREY, field=f"judul.{field}", leading=fit.leading, pad=form.pad))
    for at, (column, text, lines) in enumerate(_texts(piece)):
        box = Box(edges[at], tops[1], rounded(edges[at + 1] - edges[at]), rounded(tops[2] - tops[1]))
        body = Cell(box, row + 1, at, at + 1, 1, text, lines, form.font, middle=False)
        body = replace(body, field=f"identitas.{column.field}")
        cells.append(replace(body, leading=form.leading, pad=form.pad, inferred=column.inferred))
    return cells


def _texts(piece: Piece) -> list[tuple[Column, str, tuple[Line, ...]]]:
    """Return list, text and lines of the left cell and of the right one."""
    pair = piece.pair
    first, second = piece.counts
    if pair.wide:
        column = pair.alone
        lines = column.list.lines[column.done :]
        return [(column, "", lines[:first]), (column, "", lines[first : first + second])]
    found = []
    for column, count in ((pair.left, first), (pair.right, second)):
        text = "" if column.done else column.list.text
        found.append((column, text, column.list.lines[column.done : column.done + count]))
    return found
