"""The Bagian Identitas: the first page that agencies sign, and as many more as its lists need.

In: a SOP, its paper and logo. Out: pages of cells that make up one table each. The largest letters are taken with
which all stands on one page, and what is left of that page is shared among the rows; where even the smallest do
not help, the lists flow on at lines, on as few pages as can be.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from sop_engine.layout.cells import rules_of
from sop_engine.layout.drawing import Box, Cell, Page, PageKind, Picture
from sop_engine.layout.form import Form, rounded
from sop_engine.layout.identity_head import (
    Entry,
    entries_of,
    entry_cells,
    label_width,
    split_entry,
    taller,
)
from sop_engine.layout.identity_office import office_cells, office_of
from sop_engine.layout.identity_pairs import Pair, Piece, pair_cells, pairs_of, split_pair
from sop_engine.layout.papers import Paper
from sop_engine.model.sop import Sop
from sop_engine.reading.logo import Logo

__all__ = ["identity_pages"]

# Sizes and shares of the left column, from what looks best to what holds most.
_EVEN = 0.5
_UNEVEN = (0.54, 0.46, 0.58, 0.42)
_SIZES = (10.0, 9.5, 9.0, 8.5, 8.0)
_USUAL = 9.0
# What is so much taller than a page is not tried in smaller letters.
_HOPELESS = 1.0
_OFFICE_SHARE = 0.55
_MOST_FOR_HEAD = 46.0


@dataclass
class _Sheet:
    """What stands on one page so far.

    Attributes:
        entries: the rows at the right.
        pieces: the lists below, with the height that is added to each.
    """

    entries: list[Entry] = field(default_factory=list)
    pieces: list[tuple[Piece, float]] = field(default_factory=list)

    def height(self, form: Form) -> float:
        """The height of all of it, points."""
        head = sum(entry.height(form) for entry in self.entries)
        return head + sum(piece.height + more for piece, more in self.pieces)


def identity_pages(sop: Sop, paper: Paper, font_size: float | None, logo: Logo | None) -> tuple[Page, ...]:
    """Lay out the Bagian Identitas.

    Args:
        sop: the SOP.
        paper: the size of its pages.
        font_size: of the text, points; None takes what suits the text.
        logo: the agency's, or None.

    Returns:
        At least one page, numbered from 1.
    """
    for size, share in _tries(font_size):
        form = _form(sop, paper, size, share)
        entries, pairs = entries_of(sop, form), pairs_of(sop, form)
        entries = _beside_office(sop, form, entries, logo)
        spare = form.body - sum(entry.height(form) for entry in entries)
        spare -= sum(pair.height(form) for pair in pairs)
        if spare < -_HOPELESS * form.body:
            break
        if spare >= 0:
            return (_page(sop, form, _filled(form, entries, pairs, spare), 1, logo),)
    # Smaller letters than usual are worth it only where they save a page.
    sizes = [size for size in _SIZES if size <= _USUAL] if font_size is None else [font_size]
    return min((_several_pages(sop, paper, size, logo) for size in sizes), key=len)


def _several_pages(sop: Sop, paper: Paper, size: float, logo: Logo | None) -> tuple[Page, ...]:
    """Return the pages of lists that flow on; such lists run in two columns, so halves are even."""
    form = _form(sop, paper, size, _EVEN)
    entries, pairs = entries_of(sop, form), pairs_of(sop, form)
    entries = _beside_office(sop, form, entries, logo)
    sheets = _flowed(form, entries, pairs)
    return tuple(
        _page(sop, form, sheet, at + 1, logo if at == 0 else None) for at, sheet in enumerate(sheets)
    )


def _tries(font_size: float | None) -> Iterator[tuple[float, float]]:
    """Yield sizes and shares of the left column, the best looking first."""
    for size in _SIZES if font_size is None else (font_size,):
        yield size, _EVEN
        if font_size is not None or size <= _USUAL:
            for share in _UNEVEN:
                yield size, share


def _form(sop: Sop, paper: Paper, size: float, share: float) -> Form:
    bare = Form(paper, size, 0.0, share)
    return replace(bare, label=label_width(sop, size, bare.right - bare.middle, bare.pad))


def _beside_office(sop: Sop, form: Form, entries: tuple[Entry, ...], logo: Logo | None) -> tuple[Entry, ...]:
    """Make the rows at the right as tall as what stands at their left, if that is not too tall."""
    tall = sum(entry.height(form) for entry in entries)
    office = office_of(sop, form, logo, max(tall, _OFFICE_SHARE * form.body))
    return taller(entries, max(0.0, office.height + 2 * form.pad - tall))


def _filled(form: Form, entries: Sequence[Entry], pairs: Sequence[Pair], spare: float) -> _Sheet:
    """Share what is left of a page: some to the head, the rest to the lists, the lowest first."""
    head = min(_MOST_FOR_HEAD, 0.3 * spare)
    pieces = []
    for pair in pairs:
        piece, _ = split_pair(pair, form, form.body, fresh=True)
        pieces += [piece] if piece is not None else []
    level = _level([piece.height for piece in pieces], spare - head)
    shared = [(piece, max(0.0, level - piece.height)) for piece in pieces]
    return _Sheet(list(taller(entries, head)), shared)


def _level(heights: Sequence[float], spare: float) -> float:
    """Return the height that the lowest can be raised to with so much to spare."""
    low = sorted(heights)
    level = low[0]
    for count in range(1, len(low) + 1):
        level = (sum(low[:count]) + spare) / count
        if count == len(low) or level <= low[count]:
            break
    return level


def _flowed(form: Form, entries: Sequence[Entry], pairs: Sequence[Pair]) -> list[_Sheet]:
    """Put rows and lists on as many pages as they need."""
    sheets = [_Sheet()]
    for entry in entries:
        rest: Entry | None = entry
        while rest is not None:
            rest = _add_entry(form, sheets, rest)
    for pair in pairs:
        left: Pair | None = pair
        while left is not None:
            room = form.body - sheets[-1].height(form)
            piece, left = split_pair(left, form, room, fresh=not sheets[-1].height(form))
            if piece is not None:
                sheets[-1].pieces.append((piece, 0.0))
            if left is not None:
                _close(form, sheets[-1])
                sheets.append(_Sheet())
    return sheets


def _close(form: Form, sheet: _Sheet) -> None:
    """Let the last lists of a page that others follow reach down to its end."""
    if sheet.pieces:
        piece, more = sheet.pieces[-1]
        sheet.pieces[-1] = (piece, rounded(more + max(0.0, form.body - sheet.height(form))))


def _add_entry(form: Form, sheets: list[_Sheet], entry: Entry) -> Entry | None:
    """Put a row on the last page, or as much of it as there is room for; return what is left."""
    room = form.body - sheets[-1].height(form)
    if entry.height(form) <= room + 0.01:
        sheets[-1].entries.append(entry)
        return None
    if entry.height(form) <= form.body and sheets[-1].entries:
        sheets.append(_Sheet())
        return entry
    fits, rest = split_entry(replace(entry, more=0.0), form, room)
    if fits is not None:
        sheets[-1].entries.append(fits)
    sheets.append(_Sheet())
    return rest


def _page(sop: Sop, form: Form, sheet: _Sheet, number: int, logo: Logo | None) -> Page:
    """Return a finished page; only the first one names the office."""
    cells: list[Cell] = []
    frames: list[Cell] = []
    pictures: list[Picture] = []
    y, row = form.margin, 0
    if sheet.entries:
        cells, frames, pictures, y, row = _head(sop, form, sheet.entries, number, logo)
    for piece, more in sheet.pieces:
        cells += pair_cells(piece, form, y, row, more)
        y = rounded(y + piece.height + more)
        row += 2
    paper = form.paper
    return Page(
        number, paper.width, paper.height, tuple(cells),
        rules=rules_of((*cells, *frames)), kind=PageKind.IDENTITY, pictures=tuple(pictures),
    )  # fmt: skip


def _head(
    sop: Sop, form: Form, entries: Sequence[Entry], number: int, logo: Logo | None
) -> tuple[list[Cell], list[Cell], list[Picture], float, int]:
    """Return cells, frames and pictures of the head, where it ends, and its rows in the table."""
    cells: list[Cell] = []
    frames: list[Cell] = []
    y, row = form.margin, 0
    for entry in entries:
        found, framed, count = entry_cells(entry, form, y, row)
        cells += found
        frames += framed
        y = rounded(y + entry.height(form))
        row += count
    left = Box(form.left, form.margin, rounded(form.middle - form.left), rounded(y - form.margin))
    names: list[Cell] = []
    pictures: list[Picture] = []
    if number == 1:
        office = office_of(sop, form, logo, left.height)
        names, pictures = office_cells(office, form, left.y, left.height)
    whole = Cell(left, 0, 0, 1, row, "", (), 0.0)
    return [*names, whole, *cells], frames, pictures, y, row
