"""The table's rows: their text, wrapped to the columns.

In: a SOP, its columns and the measures of the sheet. Out: ``TableRow`` values, the wrapped cells of each row
and the height that they need; where on which page they stand is decided later.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sop_engine.layout.columns import TEXT_FIELDS, Columns
from sop_engine.layout.measure import Line, wrap
from sop_engine.layout.style import Style
from sop_engine.model.sop import Sop

__all__ = ["TableRow", "table_rows", "wrapped"]


@dataclass(frozen=True, slots=True)
class TableRow:
    """The text of one row.

    Attributes:
        texts: by field, the whole text.
        lines: by field, the wrapped lines.
        count: how many lines the tallest cell has, a shared Waktu not counted.
        shares: its Waktu cell is one with that of the row above.
    """

    texts: Mapping[str, str]
    lines: Mapping[str, tuple[Line, ...]]
    count: int
    shares: bool


def wrapped(paragraphs: Sequence[str], size: float, limit: float) -> tuple[Line, ...]:
    """Wrap paragraphs one below the other."""
    if len(paragraphs) == 1:
        return wrap(paragraphs[0], size, limit)
    return tuple(line for text in paragraphs for line in wrap(text, size, limit))


def table_rows(
    sop: Sop, texts: Sequence[Mapping[str, tuple[str, ...]]], columns: Columns, style: Style
) -> tuple[TableRow, ...]:
    """Wrap the text of all rows."""
    limits = {}
    for field in TEXT_FIELDS:
        left, right = columns.box_of(columns.index(field))
        limits[field] = right - left - 2 * style.pad_x
    rows: list[TableRow] = []
    for row, kegiatan in zip(texts, sop.kegiatan, strict=True):
        lines = {field: wrapped(row[field], style.font, limits[field]) for field in TEXT_FIELDS}
        whole = {field: "\n".join(row[field]) for field in TEXT_FIELDS}
        shares = kegiatan.mutu_baku.waktu.bersama is not None and bool(rows)
        rows.append(TableRow(whole, lines, max(len(found) for found in lines.values()), shares))
    return tuple(rows)
