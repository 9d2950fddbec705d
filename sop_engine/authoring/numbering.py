"""Numbering the rows anew: 1 to n in their own style, and every reference to them with them.

In: a document and its models. Out: edits of its text; the procedure stays what it is.
"""

import re
from collections import Counter
from typing import Any

from sop_engine.authoring.amend import set_value
from sop_engine.authoring.references import Name, names_of, number_of, rows_of, uses
from sop_engine.edits import Edit, edit_order
from sop_engine.model.sop import Sop
from sop_engine.model.symbols import END
from sop_engine.reading.document import Document

__all__ = ["in_order", "numbered", "renumbered"]

_PLAIN = re.compile(r"([0-9]{1,9})(\s*\.?)")


def renumbered(document: Document, sop: Sop) -> tuple[Edit, ...]:
    """Number the rows 1 to n.

    Args:
        document: the text as read.
        sop: its models; where they lack rows, nobody can tell what names mean.

    Returns:
        The edits, in the order of the text. None where the rows are numbered so already, where some number is of
        another kind (IV, 2.1, 3a), or where a new number would be the name of something else already or give a
        meaning to a reference that has none.
    """
    rows = rows_of(document)
    if rows is None or len(rows) != len(sop.kegiatan):
        return ()
    return numbered(document)


def numbered(document: Document, *, claiming: bool = False) -> tuple[Edit, ...]:
    """Number the rows 1 to n, also those of a definition with faults.

    Args:
        document: the text as read.
        claiming: a reference that means nothing yet may come to mean a row.
    """
    rows = rows_of(document)
    numbers = _numbers(rows) if rows else None
    if not rows or numbers is None:
        return ()
    before, after = list(names_of(rows)), list(names_of(rows, numbers))
    renamed = _renamed(before, after)
    if renamed is None:
        return ()
    known = {name.text for name in before}
    new = {name.text for name in after}
    edits: list[Edit] = []
    for use in uses(document):
        if use.name in renamed:
            edits += set_value(document, use.loc, renamed[use.name])
        elif use.name in new - known and not claiming:
            return ()
    for at, number in enumerate(numbers):
        if number != number_of(rows[at]):
            edits += set_value(document, ("kegiatan", at, "nomor"), number)
    for old, name in zip(before, after, strict=True):
        if name.symbol is not None and name.loc is not None and name.text != old.text:
            edits += set_value(document, name.loc, name.text)
    return tuple(sorted(edits, key=edit_order))


def in_order(document: Document) -> bool:
    """Whether the rows are numbered 1 to n now, each of them."""
    rows = rows_of(document)
    if not rows:
        return False
    found = [_PLAIN.fullmatch(number_of(row)) for row in rows]
    return all(match and int(match[1]) == at for at, match in enumerate(found, start=1))


def _numbers(rows: list[dict[str, Any]]) -> list[str] | None:
    """The number that each row gets, in its own style; None where they are not plain numbers."""
    found = [number_of(row) for row in rows]
    matches = [_PLAIN.fullmatch(number) for number in found]
    if any(match is None and number for match, number in zip(matches, found, strict=True)):
        return None
    styles = [match for match in matches if match]
    if not styles:
        return None
    padded = {len(match[1]) for match in styles if match[1].startswith("0") and len(match[1]) > 1}
    width = min(padded, default=0)
    made = []
    nearest = styles[0]
    for at, match in enumerate(matches, start=1):
        nearest = match or nearest
        digits = len(nearest[1])
        made.append(str(at).zfill(width if width and digits >= width else 0) + nearest[2])
    return made


def _renamed(before: list[Name], after: list[Name]) -> dict[str, str] | None:
    """The new name of each that has a meaning; None where a new name would have two."""
    count = Counter(name.text for name in after if name.text)
    renamed: dict[str, str] = {}
    for old, new in zip(before, after, strict=True):
        if new.text == END or (new.text != old.text and count[new.text] > 1):
            return None
        if old.text:
            renamed.setdefault(old.text, new.text)
    return renamed
