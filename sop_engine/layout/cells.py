"""Cells: the boxes of the table with their text, and the rules between them.

In: the wrapped rows and the heights of a page. Out: ``Cell`` values in reading order, and the rules of a page,
each once, however many cells share it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from sop_engine.layout.closing import NOTE_GAP, Closing
from sop_engine.layout.columns import Columns
from sop_engine.layout.cutting import continues
from sop_engine.layout.drawing import Align, Box, Cell, Point
from sop_engine.layout.measure import Line, wrap
from sop_engine.layout.page import Part
from sop_engine.layout.style import Style
from sop_engine.layout.table import TableRow, said_again, shared_from

__all__ = ["blank_cells", "note_cells", "part_cells", "rules_of", "total_cells"]

_CENTRED = frozenset({"nomor"})
_CONTINUED = ("_(lanjutan)_", "_(lanj.)_")
# A number of more lines is not said again where its row goes on.
_SHORT_NUMBER = 2
_JOIN = 0.02


def blank_cells(columns: Columns, top: float, height: float) -> Iterator[Cell]:
    """Yield the empty cells of a band of pentagons: one beside the lanes on each side, and the lanes."""
    first, count = columns.first_lane, columns.lanes
    spans = [(0, first), *((first + lane, 1) for lane in range(count))]
    spans.append((first + count, len(columns.fields) - first - count))
    for column, span in spans:
        field = columns.fields[column] if span == 1 else ""
        yield Cell(_box(columns, column, span, top, height), None, column, span, 1, "", (), 0.0, field=field)


def part_cells(
    rows: Sequence[TableRow],
    parts: Sequence[Part],
    bands: Sequence[tuple[float, float]],
    columns: Columns,
    style: Style,
) -> Iterator[Cell]:
    """Yield the cells of a page's rows.

    Args:
        rows: all rows of the SOP.
        parts: the parts of rows on this page.
        bands: top and height of each part, on the page.
        columns: of the table.
        style: the measures of the sheet.
    """
    sides = [(left, _round(right - left)) for left, right in pairwise(columns.edges)]
    lanes = [columns.is_lane(column) for column in range(len(columns.fields))]
    for at, part in enumerate(parts):
        top = _round(bands[at][0])
        height = _round(_round(sum(bands[at])) - top)
        for column, field in enumerate(columns.fields):
            left, width = sides[column]
            box = Box(left, top, width, height)
            if lanes[column]:
                yield Cell(box, part.row, column, 1, 1, "", (), 0.0, field=field)
            elif field != "waktu":
                yield _text_cell(rows, part, field, box, column, style)
            elif not at or not _shares(rows, part):
                count = 1
                while at + count < len(parts) and _shares(rows, parts[at + count]):
                    count += 1
                tall = bands[at + count - 1][0] + bands[at + count - 1][1] - bands[at][0]
                box = _box(columns, column, 1, bands[at][0], tall)
                cell = replace(_text_cell(rows, part, field, box, column, style), rows=count)
                yield _with_time(rows, part, cell)


def _text_cell(rows: Sequence[TableRow], part: Part, field: str, box: Box, column: int, style: Style) -> Cell:
    """Return the cell of a text column; where a row goes on or is continued, its text stands at the top."""
    row = rows[part.row]
    continued = continues(part)
    lines = row.lines[field][slice(*part.lines)]
    # Whoever begins to read on this page learns which row it is that goes on.
    again = _again(row, field, lines, box.width - 2 * style.pad_x, style) if continued else ()
    return Cell(
        box,
        part.row,
        column,
        1,
        1,
        "" if continued else row.texts[field],
        (*again, *lines),
        style.font,
        align=Align.CENTRE if field in _CENTRED else Align.LEFT,
        middle=not continued and part.lines[1] >= row.count,
        field=field,
        leading=style.line,
        pad=style.pad_x,
        inferred=field in row.inferred,
        again=len(again),
    )


def _again(row: TableRow, field: str, lines: Sequence[Line], limit: float, style: Style) -> tuple[Line, ...]:
    """Return what a cell of a row that goes on says first: its number, and that it goes on."""
    number = row.lines["nomor"]
    if field == "nomor" and not lines and len(number) <= _SHORT_NUMBER:
        return number
    for words in _CONTINUED if field == "uraian" else ():
        found = wrap(words, style.font, limit)
        if len(found) == 1:
            return found
    return ()


def _with_time(rows: Sequence[TableRow], part: Part, cell: Cell) -> Cell:
    """Say a time again in a cell that shares it with rows on a page before."""
    if cell.lines or not (_shares(rows, part) or (cell.rows > 1 and continues(part))):
        return cell
    origin = rows[shared_from(rows, part.row)]
    lines = said_again(rows, part.row)
    inferred = "waktu" in origin.inferred
    return replace(cell, text=origin.texts["waktu"] if lines else "", lines=lines, inferred=inferred)


def _shares(rows: Sequence[TableRow], part: Part) -> bool:
    """Whether a part's Waktu cell is one with that above."""
    return rows[part.row].shares and not continues(part)


def total_cells(closing: Closing, row: int, columns: Columns, top: float, style: Style) -> Iterator[Cell]:
    """Yield the cells of the row of the total."""
    at, count = columns.index("waktu"), closing.total_columns
    found = [
        (0, at, closing.title, closing.title_lines, "jumlah_waktu"),
        (at, count, closing.total, closing.total_lines, "waktu"),
    ]
    found += [
        (column, 1, "", (), columns.fields[column]) for column in range(at + count, len(columns.fields))
    ]
    for column, count, text, lines, field in found:
        yield Cell(
            _box(columns, column, count, top, closing.total_height),
            row,
            column,
            count,
            1,
            text,
            lines,
            style.font,
            bold=True,
            align=Align.CENTRE if column == 0 else Align.LEFT,
            field=field,
            leading=style.line,
            pad=style.pad_x,
            inferred=closing.total_inferred and bool(lines),
        )


def note_cells(
    closing: Closing, first: int, columns: Columns, top: float, bottom: float, style: Style
) -> tuple[list[Cell], int]:
    """Return the notes that fit between two heights, as lines below the table.

    Args:
        closing: the notes.
        first: how many lines of notes stand on pages before.
        columns: of the table.
        top: where they may begin.
        bottom: where they must end.
        style: the measures of the sheet.

    Returns:
        The cells, and how many lines of notes now stand on this page and those before.
    """
    cells: list[Cell] = []
    y, passed = top + NOTE_GAP, 0
    left, right = columns.edges[0], columns.edges[-1]
    for text, lines in closing.notes:
        skip = max(0, first - passed)
        rest = lines[skip:]
        passed += len(lines)
        if not rest:
            continue
        fitting = min(len(rest), int((bottom - y + 0.01) / style.line))
        if fitting <= 0:
            break
        box = Box(left, _round(y), _round(right - left), _round(fitting * style.line))
        cells.append(
            Cell(
                box,
                None,
                None,
                1,
                1,
                "" if skip else text,
                rest[:fitting],
                style.font,
                field="catatan",
                leading=style.line,
                ruled=False,
                inferred=closing.notes_inferred,
            )
        )
        y += fitting * style.line
        first = passed - len(rest) + fitting
        if fitting < len(rest):
            break
    return cells, first


def rules_of(cells: Iterable[Cell]) -> tuple[tuple[Point, Point], ...]:
    """Return the borders of cells, joined to lines as long as they go and each drawn once."""
    across: dict[float, list[tuple[float, float]]] = {}
    down: dict[float, list[tuple[float, float]]] = {}
    for cell in cells:
        if not cell.ruled:
            continue
        box = cell.box
        left, top, right, bottom = box.x, box.y, _round(box.right), _round(box.bottom)
        for y in (top, bottom):
            across.setdefault(y, []).append((left, right))
        for x in (left, right):
            down.setdefault(x, []).append((top, bottom))
    found = [((a, y), (b, y)) for y, parts in sorted(across.items()) for a, b in _joined(parts)]
    found += [((x, a), (x, b)) for x, parts in sorted(down.items()) for a, b in _joined(parts)]
    return tuple(found)


def _joined(parts: list[tuple[float, float]]) -> list[tuple[float, float]]:
    parts.sort()
    found: list[tuple[float, float]] = []
    start, end = parts[0]
    for low, high in parts[1:]:
        if low <= end + _JOIN:
            end = max(end, high)
        else:
            found.append((start, end))
            start, end = low, high
    return [*found, (start, end)]


def _box(columns: Columns, column: int, count: int, top: float, height: float) -> Box:
    left, right = columns.box_of(column, count)
    return Box(left, _round(top), _round(right - left), _round(_round(top + height) - _round(top)))


def _round(number: float) -> float:
    return round(number, 2)
