"""Who is called what: the ids of rows and symbols, written and by default.

In: a SOP and its document. Out: ``Names``: every symbol with an id of its own, what each target would mean,
and the ids that are none.
"""

from dataclasses import dataclass
from itertools import count
from typing import NamedTuple

from sop_engine.graph.process import BadName, NameFault
from sop_engine.model.sop import Kegiatan, Simbol, Sop
from sop_engine.reading.document import Document, Loc
from sop_engine.source import Span

__all__ = ["END", "Names", "Part", "name_parts", "unused"]

END = "selesai"
"""The target that ends the procedure; no id."""


class Part(NamedTuple):
    """A symbol: a row without ``simbol``, or one of a row's symbols.

    Attributes:
        id: its own, unique.
        row: index of its row.
        symbol: index within ``simbol``, or None.
        model: what it says.
        loc: path to it in the document.
        span: where its id or nomor stands, else the whole of it.
    """

    id: str
    row: int
    symbol: int | None
    model: Kegiatan | Simbol
    loc: Loc
    span: Span


@dataclass(frozen=True, slots=True)
class Names:
    """The symbols of a SOP and their names.

    Attributes:
        parts: all symbols in document order.
        meant: for each name that a target may use the numbers in ``parts`` that it means: one, or all
            symbols of a row with several.
        first: for each row the number in ``parts`` of its first symbol, and behind the last row their count.
        rows: index of each row by its id, of the first where ids repeat.
        bad: ids that are none, in document order.
        taken: all ids of parts and all names.
    """

    parts: list[Part]
    meant: dict[str, tuple[int, ...]]
    first: list[int]
    rows: dict[str, int]
    bad: list[BadName]
    taken: set[str]


class _Claim(NamedTuple):
    """Someone who wants a name: how it is written, where, and whether it is only his nomor."""

    name: str
    span: Span
    is_number: bool


def name_parts(sop: Sop, document: Document) -> Names:
    """Name all rows and symbols of a SOP. Linear in their number."""
    names = Names([], {}, [], {}, [], _written(sop))
    holders: dict[str, _Claim] = {}
    for index, row in enumerate(sop.kegiatan):
        loc: Loc = ("kegiatan", index)
        names.first.append(len(names.parts))
        claim = _row_claim(row, document, loc)
        symbols = row.simbol or ()
        own = len(names.parts)
        fault = _fault(claim, holders)
        if fault is None:
            holders[claim.name] = claim
            names.rows[claim.name] = index
            names.meant[claim.name] = tuple(range(own, own + max(1, len(symbols))))
            base = claim.name
        else:
            base = _instead(claim.name or f"baris-{index + 1}", fault, names.taken)
        if not symbols:
            names.parts.append(Part(base, index, None, row, loc, claim.span))
        for at, symbol in enumerate(symbols):
            _add_symbol(names, holders, document, Part(base, index, at, symbol, (*loc, "simbol", at), claim.span))
        if fault is not None:
            first = holders[claim.name].span if claim.name in holders else None
            names.bad.append(BadName(fault, names.parts[own].id, claim.name, claim.span, first))
    names.first.append(len(names.parts))
    return names


def _add_symbol(names: Names, holders: dict[str, _Claim], document: Document, part: Part) -> None:
    """Name one symbol; ``part`` still carries the id and place of its row."""
    symbol, loc, row_id = part.model, part.loc, part.id
    span = document.span((*loc, "id") if symbol.id else loc)
    name = symbol.id or row_id + _letters(part.symbol or 0)
    number = len(names.parts)
    claim = _Claim(name, span, is_number=False)
    own_row = names.rows.get(name) == part.row and names.meant.get(name) == (number,)
    fault = None if own_row else _fault(claim, holders)
    if fault is None:
        names.taken.add(name)
        holders[name] = claim
        names.meant[name] = (number,)
        names.parts.append(part._replace(id=name, span=span))
        return
    instead = _instead(name, fault, names.taken)
    first = holders[name].span if name in holders else None
    names.bad.append(BadName(fault, instead, name, span, first))
    names.parts.append(part._replace(id=instead, span=span))


def _row_claim(row: Kegiatan, document: Document, loc: Loc) -> _Claim:
    if row.id:
        return _Claim(row.id, document.span((*loc, "id")), is_number=False)
    number = row.nomor or ""
    name = number.removesuffix(".").rstrip()
    return _Claim(name, document.span((*loc, "nomor")), is_number=True)


def _fault(claim: _Claim, holders: dict[str, _Claim]) -> NameFault | None:
    if not claim.name:
        return NameFault.MISSING
    if claim.name == END:
        return NameFault.RESERVED
    if claim.name not in holders:
        return None
    both = claim.is_number and holders[claim.name].is_number
    return NameFault.REPEATED if both else NameFault.DUPLICATE


def _written(sop: Sop) -> set[str]:
    """All ids that the author wrote: what is made up must differ from them, also from those further down."""
    found = {END}
    for row in sop.kegiatan:
        found.add(row.id or (row.nomor or "").removesuffix(".").rstrip())
        for symbol in row.simbol or ():
            found.add(symbol.id or "")
    return found


def _instead(name: str, fault: NameFault, taken: set[str]) -> str:
    if fault is NameFault.MISSING:
        return unused(name, taken)
    return unused(name, taken | {name}) if name not in taken else unused(name, taken)


def unused(name: str, taken: set[str]) -> str:
    """The name, else with ``~2``, ``~3`` ... the first that nobody has; it is taken then."""
    found = name
    for number in count(2):
        if found not in taken:
            break
        found = f"{name}~{number}"
    taken.add(found)
    return found


def _letters(number: int) -> str:
    """``a`` for 0 ... ``z``, ``aa``, ``ab`` ..."""
    letters = ""
    number += 1
    while number:
        number, digit = divmod(number - 1, 26)
        letters = chr(ord("a") + digit) + letters
    return letters
