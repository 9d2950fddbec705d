"""Who is called what: the ids of rows and symbols, written and by default.

In: a SOP and its document. Out: ``Names``: every symbol with an id of its own, what each target would mean,
and the ids that are none.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from sop_engine.graph.process import BadName, NameFault
from sop_engine.model.sop import Kegiatan, Simbol, Sop
from sop_engine.model.symbols import END, symbol_letters
from sop_engine.reading.document import Document, Loc
from sop_engine.source import Span

__all__ = ["Names", "Part", "name_parts", "unused"]


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
        meant: number in ``parts`` of the symbol that each name means.
        several: numbers of the symbols of each row that has several, by the row's id.
        first: for each row the number of its first symbol, and behind the last row the number of all.
        rows: index of each row by its id, of the first where ids repeat.
        bad: ids that are none, in document order.
        taken: all ids of parts and all names, also those that stand further down.
        places: where each name stands that means something.
        numbers: the names that are a row's nomor.
        repeats: how often a name was given to somebody else already.
    """

    parts: list[Part] = field(default_factory=list)
    meant: dict[str, int] = field(default_factory=dict)
    several: dict[str, range] = field(default_factory=dict)
    first: list[int] = field(default_factory=list)
    rows: dict[str, int] = field(default_factory=dict)
    bad: list[BadName] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)
    places: dict[str, Span] = field(default_factory=dict)
    numbers: set[str] = field(default_factory=set)
    repeats: dict[str, int] = field(default_factory=dict)


def name_parts(sop: Sop, document: Document) -> Names:
    """Name all rows and symbols of a SOP. Linear in their number."""
    names = Names(taken=_written(sop))
    for index, row in enumerate(sop.kegiatan):
        loc: Loc = ("kegiatan", index)
        own = len(names.parts)
        names.first.append(own)
        name = row.id or (row.nomor or "").removesuffix(".").rstrip()
        span = document.span((*loc, "id" if row.id else "nomor"))
        fault = _fault(names, name, is_number=not row.id)
        if fault is None:
            names.places[name] = span
            names.rows[name] = index
            if not row.id:
                names.numbers.add(name)
            if row.simbol and len(row.simbol) > 1:
                names.several[name] = range(own, own + len(row.simbol))
            else:
                names.meant[name] = own
            row_id = name
        else:
            row_id = unused(name or f"baris-{index + 1}", names)
        if not row.simbol:
            names.parts.append(Part(row_id, index, None, row, loc, span))
        else:
            for at, symbol in enumerate(row.simbol):
                part = Part(row_id, index, at, symbol, (*loc, "simbol", at), span)
                _add_symbol(names, document, part, nameless=fault is not None)
        if fault is not None:
            names.bad.append(BadName(fault, names.parts[own].id, name, span, names.places.get(name)))
    names.first.append(len(names.parts))
    return names


def _add_symbol(names: Names, document: Document, part: Part, *, nameless: bool) -> None:
    """Name one symbol; ``part`` still carries the id and place of its row, which may have no name itself."""
    symbol, loc = part.model, part.loc
    span = document.span((*loc, "id") if symbol.id else loc)
    name = symbol.id or part.id + symbol_letters(part.symbol or 0)
    if nameless and not symbol.id:
        names.parts.append(part._replace(id=unused(name, names), span=span))
        return
    number = len(names.parts)
    is_only_one = names.rows.get(name) == part.row and names.meant.get(name) == number
    fault = None if is_only_one else _fault(names, name, is_number=False)
    if fault is None:
        names.taken.add(name)
        names.places[name] = span
        names.meant[name] = number
        names.parts.append(part._replace(id=name, span=span))
    else:
        instead = unused(name, names)
        names.bad.append(BadName(fault, instead, name, span, names.places.get(name)))
        names.parts.append(part._replace(id=instead, span=span))


def _fault(names: Names, name: str, *, is_number: bool) -> NameFault | None:
    if name in names.places:
        return NameFault.REPEATED if is_number and name in names.numbers else NameFault.DUPLICATE
    if not name:
        return NameFault.MISSING
    return NameFault.RESERVED if name == END else None


def _written(sop: Sop) -> set[str]:
    """All ids that the author wrote: what is made up must differ from them, also from those further down."""
    found = {END}
    for row in sop.kegiatan:
        found.add(row.id or (row.nomor or "").removesuffix(".").rstrip())
        for symbol in row.simbol or ():
            found.add(symbol.id or "")
    return found


def unused(name: str, names: Names) -> str:
    """The name, else with ``~2``, ``~3`` ... the first that nobody has; it is taken then."""
    found = name
    while found in names.taken:
        names.repeats[name] = names.repeats.get(name, 1) + 1
        found = f"{name}~{names.repeats[name]}"
    names.taken.add(found)
    return found
