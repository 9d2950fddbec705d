"""The table's rows: their text, wrapped to the columns.

In: a SOP, its columns and the measures of the sheet. Out: ``TableRow`` values, the wrapped cells of each row
and the height that they need; where on which page they stand is decided later.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from sop_engine.layout.columns import Columns
from sop_engine.layout.inference import inferred_of
from sop_engine.layout.measure import Line, Prose
from sop_engine.layout.needs import TEXT_FIELDS, Texts
from sop_engine.layout.style import Style
from sop_engine.model.sop import Sop

__all__ = ["TableRow", "rows_height", "said_again", "shared_from", "table_rows"]

# A shared time of more lines is not said again on a further page.
_SAID_AGAIN = 6
# So many rows tell about how tall all of them are.
_SAMPLE = 40


@dataclass(frozen=True, slots=True)
class TableRow:
    """The text of one row.

    Attributes:
        texts: by field, the whole text.
        lines: by field, the wrapped lines.
        count: how many lines the tallest cell has, a shared Waktu not counted.
        shares: its Waktu cell is one with that of the row above.
        inferred: fields that the source document does not show.
    """

    texts: Mapping[str, str]
    lines: Mapping[str, tuple[Line, ...]]
    count: int
    shares: bool
    inferred: frozenset[str]


def _wrapped(paragraphs: Sequence[Prose], size: float, limit: float) -> tuple[Line, ...]:
    """Wrap paragraphs one below the other."""
    if len(paragraphs) == 1:
        return paragraphs[0].wrap(size, limit)
    return tuple([line for text in paragraphs for line in text.wrap(size, limit)])


def table_rows(sop: Sop, texts: Texts, columns: Columns, style: Style) -> tuple[TableRow, ...]:
    """Wrap the text of all rows."""
    limits = _limits(columns, style)
    inferred = inferred_of(sop)
    rows: list[TableRow] = []
    for row, kegiatan in zip(texts, sop.kegiatan, strict=True):
        lines = {field: _wrapped(row[field], style.font, limits[field]) for field in TEXT_FIELDS}
        whole = {field: "\n".join([text.text for text in row[field]]) for field in TEXT_FIELDS}
        shares = kegiatan.mutu_baku.waktu.bersama is not None and bool(rows)
        count = max(len(found) for found in lines.values())
        rows.append(TableRow(whole, lines, count, shares, inferred.in_row(kegiatan)))
    return tuple(rows)


def rows_height(texts: Texts, low: Sequence[float], columns: Columns, style: Style) -> float:
    """Return about how tall all rows are together, from a part of them where there are many.

    Args:
        texts: of the rows.
        low: how many lines of text fit each row without making it taller than its symbols do.
        columns: of the table.
        style: the measures of the sheet.
    """
    limits = _limits(columns, style)
    step = max(1, len(texts) // _SAMPLE)
    lines = [
        max(few, *(len(_wrapped(row[field], style.font, limit)) for field, limit in limits.items()))
        for row, few in zip(texts[::step], low[::step], strict=True)
    ]
    return (fsum(lines) * style.line + 2 * style.pad_y * len(lines)) * len(texts) / len(lines)


def _limits(columns: Columns, style: Style) -> dict[str, float]:
    """Return the width of each text column without its paddings."""
    limits = {}
    for field in TEXT_FIELDS:
        left, right = columns.box_of(columns.index(field))
        limits[field] = right - left - 2 * style.pad_x
    return limits


def shared_from(rows: Sequence[TableRow], row: int) -> int:
    """Return the row whose time a row has: its own index where it does not share one."""
    while rows[row].shares:
        row -= 1
    return row


def said_again(rows: Sequence[TableRow], row: int) -> tuple[Line, ...]:
    """Return the lines of a row's time as they are said again where it goes on to a further page."""
    lines = rows[shared_from(rows, row)].lines["waktu"]
    return lines if len(lines) <= _SAID_AGAIN else ()
