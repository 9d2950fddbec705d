"""Where a row leads, and the names by which others may be led to a row.

In: a document and its models. Out: names, and a document in which a row has one.
"""

from typing import Any

from sop_engine.authoring.amend import set_value
from sop_engine.authoring.references import names_of, rows_of
from sop_engine.authoring.rereading import reread
from sop_engine.model.sop import Sop
from sop_engine.model.symbols import END
from sop_engine.reading.document import Document

__all__ = ["led_to", "meanings", "own_names", "symbols_of", "with_name"]


def meanings(document: Document) -> dict[str, tuple[int, int | None]]:
    """The row that each name means, and the symbol in it; None for the row itself. The first one given counts."""
    found: dict[str, tuple[int, int | None]] = {}
    for name in names_of(rows_of(document) or []):
        if name.text:
            found.setdefault(name.text, (name.row, name.symbol))
    return found


def own_names(document: Document, at: int) -> frozenset[str]:
    """All names that mean a row or one of its symbols."""
    return frozenset(name for name, (row, _) in meanings(document).items() if row == at)


def led_to(document: Document, sop: Sop, at: int) -> str | None:
    """The one place that a row leads to, as its target names it; None for the row below or where there are several."""
    row = sop.kegiatan[at]
    own = own_names(document, at)
    targets: set[str | None] = set()
    for symbol in row.simbol or (row,):
        if symbol.cabang is not None:
            targets.update(target for branch in symbol.cabang.values() for target in branch.ke)
        elif symbol.lanjut:
            targets.update(symbol.lanjut)
        else:
            targets.add(END if symbol.bentuk == "selesai" else None)
    outside = targets - own
    return outside.pop() if len(outside) == 1 else None


def symbols_of(rows: list[dict[str, Any]], at: int) -> list[Any]:
    """The symbols that a row lists; none for a row that is not there."""
    symbols = rows[at].get("simbol") if 0 <= at < len(rows) else None
    return symbols if isinstance(symbols, list) else []


def with_name(document: Document, at: int, *, symbol: bool = True) -> tuple[Document, str]:
    """The name of a row that has one or is given one.

    Args:
        document: the text as read.
        at: the row's index.
        symbol: of a row with several symbols the name of the first is meant.

    Returns:
        The document, in which the row has an ``id`` of its own if it had no name before, and the name.
    """
    several = symbol and len(symbols_of(rows_of(document) or [], at)) > 1
    known = meanings(document)
    wanted = (at, 0 if several else None)
    for name, meant in known.items():
        if meant == wanted:
            return document, name
    number = at + 1
    while (name := f"baris-{number}") in known:
        number += 1
    part = ("simbol", 0) if several else ()
    document = reread(document, set_value(document, ("kegiatan", at, *part, "id"), name))
    return document, name
