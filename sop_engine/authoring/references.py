"""Rows, their names, and everything in a definition that refers to one by its name.

In: a document, also a faulty one. Out: what each name means, and the place of every reference.
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import Any, NamedTuple

from sop_engine.model.symbols import symbol_letters
from sop_engine.reading.document import Document, Loc

__all__ = ["END", "Name", "Use", "UseKind", "names_of", "number_of", "row_id", "rows_of", "text_of", "uses"]

END = "selesai"
"""The target that ends the procedure; the name of no row."""


class UseKind(StrEnum):
    """What refers to a row."""

    FLOW = "flow"
    TIME = "time"
    HINT = "hint"


class Use(NamedTuple):
    """A reference: the path of its text, the name that it holds, and what refers."""

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
    for at, row in enumerate(rows_of(document) or ()):
        loc: Loc = ("kegiatan", at)
        yield from _flows(row, loc)
        symbols = row.get("simbol")
        for number, symbol in enumerate(symbols if isinstance(symbols, list) else ()):
            if isinstance(symbol, dict):
                yield from _flows(symbol, (*loc, "simbol", number))
        standard = row.get("mutu_baku")
        time = standard.get("waktu") if isinstance(standard, dict) else None
        if isinstance(time, dict):
            yield from _texts(time.get("bersama"), (*loc, "mutu_baku", "waktu", "bersama"), UseKind.TIME)
    view = document.data.get("tampilan")
    hints = view.get("alur") if isinstance(view, dict) else None
    for at, hint in enumerate(hints if isinstance(hints, list) else ()):
        for key in ("dari", "ke") if isinstance(hint, dict) else ():
            yield from _texts(hint.get(key), ("tampilan", "alur", at, key), UseKind.HINT)


def _flows(part: dict[str, Any], loc: Loc) -> Iterator[Use]:
    yield from _texts(part.get("lanjut"), (*loc, "lanjut"), UseKind.FLOW)
    branches = part.get("cabang")
    for label, branch in branches.items() if isinstance(branches, dict) else ():
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
    elif (name := text_of(value)) and name != END:
        yield Use(loc, name, kind)
