"""Rows that leave a cell of mutu baku blank.

In: a ``Compiled``, a column and what makes a row blank in it. Out: one finding a row; one for the whole column where
it is blank in every row.
"""

import re
from collections.abc import Callable, Iterator

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Text
from sop_engine.model.sop import Kegiatan
from sop_engine.rules.common import is_tainted, quoted, reached
from sop_engine.source import Span

__all__ = ["blank_cells"]

_NO_ACTIVITY = re.compile(r"\W*(?:mulai|selesai|start|finish|end|akhir|berakhir)\W*", re.IGNORECASE)


def blank_cells(
    compiled: Compiled, kind: Kind, column: str, is_blank: Callable[[Kegiatan], bool], hint: Text
) -> Iterator[Diagnostic]:
    """Yield each row that is blank in a column.

    A row that only draws Mulai or Selesai is no activity, and of a row that holds a fault nobody knows what it says.

    Args:
        compiled: the SOP.
        kind: the finding.
        column: the key in ``mutu_baku``.
        is_blank: whether a row is.
        hint: the remedy.
    """
    rows = reached(compiled)[1].kegiatan
    bare = [index for index, row in enumerate(rows) if is_blank(row)]
    if not bare:
        return
    told = [
        index
        for index in bare
        if len(rows[index].uraian) > 20 or not _NO_ACTIVITY.fullmatch(rows[index].uraian)
    ]
    found = [index for index in told if compiled.whole or not _is_faulty(compiled, index)]
    # Rows that only draw a capsule are no part of the column.
    if len(found) > 1 and len(found) == len(rows) - (len(bare) - len(told)):
        message = Text(f"{column} kosong di semua baris", f"{column} is empty in every row")
        yield Diagnostic(kind, message, compiled.source, _place(compiled, found[0], column), hint)
        return
    for index in found:
        subject = quoted(_name(rows[index]), 60)
        message = Text(f"baris {subject} tidak menyebut {column}", f"row {subject} states no {column}")
        yield Diagnostic(kind, message, compiled.source, _place(compiled, index, column), hint)


def _name(row: Kegiatan) -> str:
    """What people call a row: its number, its id, or what it is about."""
    return row.nomor.removesuffix(".") if row.nomor else row.id or row.uraian


def _is_faulty(compiled: Compiled, row: int) -> bool:
    return is_tainted(compiled, reached(compiled)[0].span(("kegiatan", row)))


def _place(compiled: Compiled, row: int, column: str) -> Span:
    """The key of the cell, or the number of a row that has no such key, or what it is about."""
    document, sop, _ = reached(compiled)
    cell = ("kegiatan", row, "mutu_baku", column)
    if document.has(cell):
        return document.span(cell)
    return document.span(("kegiatan", row, "nomor" if sop.kegiatan[row].nomor else "uraian"))
