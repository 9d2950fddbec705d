"""What closes the table: the row of the total, and the notes under it.

In: the total's text, the notes and the columns. Out: ``Closing``, their wrapped lines and heights.
"""

from dataclasses import dataclass

from sop_engine.layout.columns import Columns
from sop_engine.layout.measure import Line, wrap
from sop_engine.layout.style import Style
from sop_engine.model.sop import Sop

__all__ = ["Closing", "closing_of"]


@dataclass(frozen=True, slots=True)
class Closing:
    """The row of the total, and the notes.

    Attributes:
        title: heading of the total; empty where there is no such row.
        title_lines: its lines.
        total: the total's text.
        total_lines: its lines.
        total_columns: how many columns it spans, from Waktu on: all that are left where one is too narrow.
        total_height: of the row; 0 where there is none.
        notes: text and lines of each note.
    """

    title: str
    title_lines: tuple[Line, ...]
    total: str
    total_lines: tuple[Line, ...]
    total_columns: int
    total_height: float
    notes: tuple[tuple[str, tuple[Line, ...]], ...]


def closing_of(sop: Sop, total: str | None, title: str, columns: Columns, style: Style) -> Closing:
    """Return what closes a table."""
    whole = columns.edges[-1] - columns.edges[0]
    notes = tuple((note, wrap(note, style.font, whole)) for note in sop.catatan)
    if total is None:
        return Closing("", (), "", (), 0, 0.0, notes)
    at = columns.index("waktu")
    pad = 2 * style.pad_x
    count = 1
    lines = wrap(total, style.font, _width(columns, at, count) - pad, bold=True)
    if len(lines) > 1:
        count = len(columns.fields) - at
        lines = wrap(total, style.font, _width(columns, at, count) - pad, bold=True)
    title_lines = wrap(title, style.font, _width(columns, 0, at) - pad, bold=True)
    height = max(len(lines), len(title_lines)) * style.line + 2 * style.pad_y
    return Closing(title, title_lines, total, lines, count, height, notes)


def _width(columns: Columns, column: int, count: int) -> float:
    left, right = columns.box_of(column, count)
    return right - left
