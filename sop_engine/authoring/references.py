"""Rows, their names, and everything in a definition that refers to a row or a role by its name.

In: a document, also a faulty one. Out: what each name means, and the place of every reference.
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import Any, NamedTuple

from sop_engine.model.symbols import END, symbol_letters
from sop_engine.reading.document import Document, Loc

__all__ = [
    "Name",
    "Use",
    "UseKind",
    "mapping",
    "mentions",
    "names_of",
    "number_of",
    "row_id",
    "rows_of",
    "text_of",
    "uses",
]


class UseKind(StrEnum):
    """What refers: the first three to a row or symbol, ``ROLE`` to a role, ``PATH`` maybe to one: ``pelaksana.staf``."""

    FLOW = "flow"
    TIME = "time"
    HINT = "hint"
    ROLE = "role"
    PATH = "path"


class Use(NamedTuple):
    """A reference: the path of its text, the name that it holds (of a ``PATH``, all of it), and what refers."""

    loc: Loc
    name: str
    kind: UseKind


class Name(NamedTuple):
    """What may be referred to: a row, or one of its symbols.

    Attributes:
        text: the name; empty where there is none.
        row: index of the row.
        symbol: index of the symbol, None for the row itself.
        loc: where the name is written: an ``id`` or ``nomor``; None where it only follows from the row's.
    """

    text: str
    row: int
    symbol: int | None
    loc: Loc | None


def rows_of(document: Document) -> list[dict[str, Any]] | None:
    """The rows as plain data, an empty one as a mapping without keys; None where something there is no row."""
    rows = document.data.get("kegiatan")
    if not isinstance(rows, list) or not all(isinstance(row, dict | None) for row in rows):
        return None
    return [row or {} for row in rows]


def text_of(value: object) -> str:
    """A text without surrounding blanks; empty for what is none."""
    return value.strip() if isinstance(value, str) else ""


def number_of(row: dict[str, Any]) -> str:
    """The printed number of a row, empty where it has none."""
    return text_of(row.get("nomor"))


def row_id(row: dict[str, Any], number: str | None = None) -> str:
    """The name of a row, as it would be with another number where one is given."""
    number = number_of(row) if number is None else number
    return text_of(row.get("id")) or number.removesuffix(".").rstrip()


def names_of(rows: list[dict[str, Any]], numbers: list[str] | None = None) -> Iterator[Name]:
    """All names in the order in which they are given: a row's before those of its symbols.

    Args:
        rows: the rows.
        numbers: the numbers that they shall have instead of their own. Symbols that are called after the row are
            called after its new name then.
    """
    for at, row in enumerate(rows):
        own = row_id(row)
        new = own if numbers is None else row_id(row, numbers[at])
        key = "id" if text_of(row.get("id")) else "nomor"
        yield Name(new, at, None, ("kegiatan", at, key))
        symbols = row.get("simbol")
        for number, symbol in enumerate(symbols if isinstance(symbols, list) else ()):
            written = text_of(symbol.get("id")) if isinstance(symbol, dict) else ""
            if not written:
                yield Name(new + symbol_letters(number) if new else "", at, number, None)
                continue
            follows = own and written.startswith(own) and written[len(own) : len(own) + 1].isalpha()
            name = new + written[len(own) :] if follows else written
            yield Name(name, at, number, ("kegiatan", at, "simbol", number, "id"))


def uses(document: Document) -> Iterator[Use]:
    """Every reference to a row or symbol, in the order of the rows; those to the end are none."""
    kinds = (UseKind.FLOW, UseKind.TIME, UseKind.HINT)
    return (use for use in mentions(document) if use.kind in kinds and use.name != END)


def mentions(document: Document) -> Iterator[Use]:
    """Every reference to a row, symbol, role or the end, in the order of the form."""
    for at, row in _mappings(document.data.get("kegiatan")):
        loc: Loc = ("kegiatan", at)
        yield from _of_part(row, loc)
        for number, symbol in _mappings(row.get("simbol")):
            yield from _of_part(symbol, (*loc, "simbol", number))
        time = mapping(mapping(row.get("mutu_baku")).get("waktu"))
        yield from _texts(time.get("bersama"), (*loc, "mutu_baku", "waktu", "bersama"), UseKind.TIME)
    for at, hint in _mappings(mapping(document.data.get("tampilan")).get("alur")):
        for key in ("dari", "ke"):
            yield from _texts(hint.get(key), ("tampilan", "alur", at, key), UseKind.HINT)
    inferred = mapping(document.data.get("sumber")).get("disimpulkan")
    yield from _texts(inferred, ("sumber", "disimpulkan"), UseKind.PATH)


def mapping(value: object) -> dict[str, Any]:
    """A mapping as it is; of anything else an empty one."""
    return value if isinstance(value, dict) else {}


def _mappings(value: object) -> Iterator[tuple[int, dict[str, Any]]]:
    """The mappings in a list, each with its index."""
    for at, item in enumerate(value if isinstance(value, list) else ()):
        if isinstance(item, dict):
            yield at, item


def _of_part(part: dict[str, Any], loc: Loc) -> Iterator[Use]:
    """Who does a row or symbol, and where it leads."""
    yield from _texts(part.get("pelaksana"), (*loc, "pelaksana"), UseKind.ROLE)
    yield from _texts(part.get("lanjut"), (*loc, "lanjut"), UseKind.FLOW)
    for label, branch in mapping(part.get("cabang")).items():
        here: Loc = (*loc, "cabang", label)
        if isinstance(branch, dict):
            yield from _texts(branch.get("ke"), (*here, "ke"), UseKind.FLOW)
        else:
            yield from _texts(branch, here, UseKind.FLOW)


def _texts(value: object, loc: Loc, kind: UseKind) -> Iterator[Use]:
    """The names in a text or a list of texts."""
    if isinstance(value, list):
        for at, item in enumerate(value):
            yield from _texts(item, (*loc, at), kind)
    elif name := text_of(value):
        yield Use(loc, name, kind)
