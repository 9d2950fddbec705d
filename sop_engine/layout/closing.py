"""What closes the table: the row of the total, and the notes under it.

In: the total's text, the notes and the columns. Out: ``Closing``, their wrapped lines and heights.
"""

from typing import NamedTuple

from sop_engine.layout.columns import Columns
from sop_engine.layout.inference import inferred_of
from sop_engine.layout.measure import Line, Prose, wrap
from sop_engine.layout.style import Style
from sop_engine.model.sop import Sop

__all__ = ["NOTE_GAP", "Closing", "closing_of"]

NOTE_GAP = 5.0
"""Between the table and the first note, points."""

# More notes than these lines go on to the next page; so many stand below the table in any case.
_MOST_NOTES = 12
_FEW_NOTES = 3


class Closing(NamedTuple):
    """The row of the total, and the notes.

    Attributes:
        title: heading of the total; empty where there is no such row.
        title_lines: its lines.
        total: the total's text.
        total_lines: its lines.
        total_columns: how many columns it spans, from Waktu on: all that are left where one is too narrow.
        total_height: of the row; 0 where there is none.
        notes: text and lines of each note.
        tail: height of all that should stand on one page with the last row.
        total_inferred: the total is inferred.
        notes_inferred: the notes are inferred.
    """

    title: str
    title_lines: tuple[Line, ...]
    total: str
    total_lines: tuple[Line, ...]
    total_columns: int
    total_height: float
    notes: tuple[tuple[str, tuple[Line, ...]], ...]
    tail: float
    total_inferred: bool = False
    notes_inferred: bool = False


def closing_of(sop: Sop, total: str | None, title: Prose, columns: Columns, style: Style) -> Closing:
    """Return what closes a table."""
    whole = columns.edges[-1] - columns.edges[0]
    notes = tuple((note, wrap(note, style.font, whole)) for note in sop.catatan)
    inferred = inferred_of(sop)
    count = sum(len(lines) for _, lines in notes)
    tail = (NOTE_GAP + (count if count <= _MOST_NOTES else _FEW_NOTES) * style.line) if count else 0.0
    if total is None:
        return Closing("", (), "", (), 0, 0.0, notes, tail, notes_inferred=inferred.notes)
    at = columns.index("waktu")
    pad = 2 * style.pad_x
    span = 1
    lines = wrap(total, style.font, _width(columns, at, span) - pad, bold=True)
    if len(lines) > 1:
        span = len(columns.fields) - at
        lines = wrap(total, style.font, _width(columns, at, span) - pad, bold=True)
    title_lines = title.wrap(style.font, _width(columns, 0, at) - pad)
    height = max(len(lines), len(title_lines)) * style.line + 2 * style.pad_y
    return Closing(
        title.text,
        title_lines,
        total,
        lines,
        span,
        height,
        notes,
        tail + height,
        total_inferred=inferred.total and sop.jumlah_waktu is not None,
        notes_inferred=inferred.notes,
    )


def _width(columns: Columns, column: int, count: int) -> float:
    left, right = columns.box_of(column, count)
    return right - left
