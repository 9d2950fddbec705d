"""The form's table as a whole: rows are added, deleted and moved, and what refers to them follows.

In: a document, its models and an index. Out: a new text. Where the rows were numbered 1 to n, they are afterwards.
"""

from collections.abc import Iterable
from typing import Any

from sop_engine.authoring.amend import insert_item, move_item, remove, set_value
from sop_engine.authoring.leading import led_to, meanings, own_names, symbols_of, with_name
from sop_engine.authoring.numbering import in_order, numbered
from sop_engine.authoring.paths import reached
from sop_engine.authoring.references import Use, UseKind, rows_of, uses
from sop_engine.authoring.rereading import reread
from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError
from sop_engine.model.sop import Sop
from sop_engine.model.symbols import END
from sop_engine.reading.document import Data, Document, Loc

__all__ = ["add_row", "delete_row", "move_row"]

_ROWS: Loc = ("kegiatan",)
_GOES_ON = frozenset(("lanjut", "cabang", "simbol", "bentuk"))
"""Keys of a row that may say where it leads."""


def add_row(document: Document, at: int, row: dict[str, Any]) -> str:
    """Put a row into the table.

    Args:
        document: the text as read.
        at: the index that it gets; beyond the end means at the end.
        row: its keys and values. Where the rows are numbered 1 to n its number is found, whatever it says.

    Returns:
        The new text.
    """
    rows = rows_of(document)
    ordered = in_order(document)
    if not document.data.get("kegiatan"):
        row = {"nomor": "1", **row}
    row = {**row, "nomor": None} if ordered else dict(row)
    if rows and not row.keys() & _GOES_ON and len(symbols_of(rows, at)) > 1:
        # Nobody can tell into which of several symbols a row runs on.
        document, row["lanjut"] = with_name(document, at)
    if rows is not None:
        at = min(max(at, 0), len(rows))
    document = reread(document, insert_item(document, _ROWS, at, row))
    text = _numbered(document, ordered=ordered)
    if ordered and text == document.source.text:
        # A written id stands in the way of the numbers: the row has a name of its own instead.
        document, _ = with_name(document, at)
        return document.source.text
    return text


def move_row(document: Document, sop: Sop, at: int, to: int) -> str:
    """Move a row, with the comments that belong to it; flows that are written out go where they went.

    Args:
        document: the text as read.
        sop: its models.
        at: the row's index.
        to: its index after the move.

    Returns:
        The new text.

    Raises:
        LookupError: there is no such row.
    """
    _check(sop, at)
    _check(sop, to)
    ordered = in_order(document)
    return _numbered(reread(document, move_item(document, _ROWS, at, to)), ordered=ordered)


def delete_row(document: Document, sop: Sop, at: int) -> str:
    """Take a row away.

    What led to it leads to where it led when that is one place, else to the row below, and to the end where there
    is none. The first row that shares its time gets that time, and the others share with that row. Hints for its
    arrows go.

    Args:
        document: the text as read.
        sop: its models.
        at: the row's index.

    Returns:
        The new text.

    Raises:
        LookupError: there is no such row.
        UsageError: it is the only one.
    """
    _check(sop, at)
    if len(sop.kegiatan) == 1:
        raise UsageError(
            Text("satu-satunya baris kegiatan tidak dapat dihapus", "the only row cannot be deleted"),
            Text(
                "sebuah SOP memerlukan paling sedikit satu kegiatan: ubah isi baris itu, atau tambahkan baris lain dahulu",
                "a SOP needs at least one activity: change what the row says, or add another row first",
            ),
        )
    ordered = in_order(document)
    document = _flows_mended(document, sop, at)
    document = _times_mended(document, at)
    document = _hints_dropped(document, at)
    return _numbered(reread(document, remove(document, (*_ROWS, at))), ordered=ordered)


def _check(sop: Sop, at: int) -> None:
    if not 0 <= at < len(sop.kegiatan):
        raise LookupError(at)


def _numbered(document: Document, *, ordered: bool) -> str:
    edits = numbered(document, claiming=True) if ordered else ()
    return reread(document, edits).source.text


def _uses_of(document: Document, at: int, kind: UseKind) -> list[Use]:
    """What refers to a row or one of its symbols, from elsewhere."""
    own = own_names(document, at)
    return [
        use for use in uses(document) if use.kind is kind and use.name in own and use.loc[:2] != (*_ROWS, at)
    ]


def _flows_mended(document: Document, sop: Sop, at: int) -> Document:
    """Lead what leads to a row past it."""
    direct = led_to(document, sop, at)
    origin = meanings(document).get(direct, (-1, None))[0] if direct is not None else -1
    found = _uses_of(document, at, UseKind.FLOW)
    # A row does not lead to itself; a decision may.
    targets = [direct if use.loc[1] != origin or "cabang" in use.loc else None for use in found]
    below = END
    if None in targets and at + 1 < len(sop.kegiatan):
        document, below = with_name(document, at + 1)
    document = _all_set(
        document,
        [(use.loc, below if target is None else target) for use, target in zip(found, targets, strict=True)],
    )
    for loc in dict.fromkeys(use.loc[:-1] for use in found if isinstance(use.loc[-1], int)):
        document = _deduplicated(document, loc)
    return _fall_mended(document, sop, at, direct)


def _all_set(document: Document, values: Iterable[tuple[Loc, Data]]) -> Document:
    """Give values to what is there already, each in a place of its own, and read the text once."""
    return reread(document, tuple(edit for loc, value in values for edit in set_value(document, loc, value)))


def _deduplicated(document: Document, loc: Loc) -> Document:
    """Keep each target of a list once; a single one needs no list."""
    there = reached(document.data, loc)[0]
    kept = [target for number, target in enumerate(there) if target not in there[:number]]
    if len(kept) == len(there):
        return document
    return reread(document, set_value(document, loc, kept if len(kept) > 1 else kept[0]))


def _fall_mended(document: Document, sop: Sop, at: int, target: str | None) -> Document:
    """Say where the row above goes on to, if it fell through to a row that led elsewhere than to the next."""
    if not at or rows_of(document) is None:
        return document
    above = sop.kegiatan[at - 1]
    symbols = above.simbol or (above,)
    only = symbols[0]
    if len(symbols) > 1 or only.cabang is not None or only.lanjut or only.bentuk == "selesai":
        return document
    loc: Loc = (*_ROWS, at - 1, *(("simbol", 0) if above.simbol else ()))
    holder, depth = reached(document.data, loc)
    if depth < len(loc) or not isinstance(holder, dict):
        return document
    is_last = at + 1 == len(sop.kegiatan)
    meant = meanings(document).get(target or "")
    if meant is not None and meant[0] == at - 1:
        target = None
    if target is None:
        below = () if is_last else sop.kegiatan[at + 1].simbol or ()
        if len(below) < 2:
            return document
        document, target = with_name(document, at + 1)
    elif (is_last and target == END) or (meant is not None and meant == (at + 1, None)):
        return document
    return reread(document, set_value(document, (*loc, "lanjut"), target))


def _times_mended(document: Document, at: int) -> Document:
    """Give the time of a row to the first that shares it; the others share with that one."""
    sharing = _uses_of(document, at, UseKind.TIME)
    rows = rows_of(document)
    if not sharing or rows is None:
        return document
    standard = rows[at].get("mutu_baku")
    time = standard.get("waktu") if isinstance(standard, dict) else None
    if isinstance(time, dict) and "bersama" in time:
        # It shared the time of another row itself.
        return _all_set(document, [(use.loc[:-1], time) for use in sharing])
    first, *others = sharing
    document = reread(document, set_value(document, first.loc[:-1], time))
    if not others:
        return document
    document, name = with_name(document, int(first.loc[1]), symbol=False)
    return _all_set(document, [(use.loc, name) for use in others])


def _hints_dropped(document: Document, at: int) -> Document:
    """Take away the hints for arrows from and to a row."""
    hints = {int(use.loc[2]) for use in _uses_of(document, at, UseKind.HINT)}
    for hint in sorted(hints, reverse=True):
        document = reread(document, remove(document, ("tampilan", "alur", hint)))
    return document
