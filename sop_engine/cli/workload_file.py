"""Volumes from a CSV file, one SOP or agency a line, as a spreadsheet saves it.

In: the name of a file. Out: ``Named`` values with their lines.
"""

import csv
from collections.abc import Mapping, Sequence
from io import StringIO
from types import MappingProxyType

from sop_engine.cli.utf8 import text_of
from sop_engine.cli.workload_named import Named, parse_volume, refuse_twice
from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError
from sop_engine.text import quoted

__all__ = ["lines_of"]

_COLUMNS: Mapping[str, str] = MappingProxyType(
    {"agency": "agency", "instansi": "agency", "sop": "sop", "volume": "volume"}
)
_COLUMNS_HINT = Text(
    "baris pertama menyebut kolom agency, sop, volume; satu dari agency dan sop boleh tidak ada",
    "the first line names the columns agency, sop, volume; one of agency and sop may be missing",
)


def lines_of(file: str) -> tuple[Named, ...]:
    """The volumes of a file; rows without a volume say nothing, and other columns are passed over.

    Commas, semicolons or tabs part the cells, as the first line has them.

    Raises:
        UsageError: it cannot be read, or a line of it cannot; the message names the line.
    """
    text = text_of(file)
    first = next((line for line in text.splitlines() if line.strip()), "")
    mark = max(",;\t", key=first.count)
    rows = csv.reader(StringIO(text), delimiter=mark, strict=True)
    found: list[Named] = []
    try:
        places: dict[str, int] = {}
        for row in rows:
            cells = [cell.strip() for cell in row]
            if not any(cells):
                continue
            if not places:
                places = _places(cells, file)
                continue
            if (one := _line(cells, places, file, rows.line_num)) is not None:
                found.append(one)
    except csv.Error as fault:
        raise _faulty(
            file, rows.line_num, Text(f"bukan CSV yang benar ({fault})", f"no valid CSV ({fault})")
        ) from fault
    if not found:
        raise UsageError(
            Text(f"{quoted(file)} tidak memuat satu pun volume", f"{quoted(file)} holds no volume"),
            _COLUMNS_HINT,
        )
    refuse_twice(found, quoted(file))
    return tuple(found)


def _places(cells: Sequence[str], file: str) -> dict[str, int]:
    places: dict[str, int] = {}
    for at, cell in enumerate(cells):
        key = _COLUMNS.get(cell.casefold())
        if key is not None and key in places:
            name = quoted(cell)
            raise UsageError(
                Text(
                    f"kolom {name} ada dua kali di {quoted(file)}",
                    f"column {name} stands twice in {quoted(file)}",
                )
            )
        if key is not None:
            places[key] = at
    for wanted in (("volume",), ("agency", "sop")):
        if not places.keys() & set(wanted):
            name = quoted(wanted[0])
            raise UsageError(
                Text(f"{quoted(file)} tidak punya kolom {name}", f"{quoted(file)} has no column {name}"),
                _COLUMNS_HINT,
            )
    return places


def _line(cells: Sequence[str], places: Mapping[str, int], file: str, line: int) -> Named | None:
    found = {key: cells[at].removeprefix("'") if at < len(cells) else "" for key, at in places.items()}
    if not found["volume"]:
        return None
    agency, sop = found.get("agency", "").casefold() or None, found.get("sop", "").casefold() or None
    if agency is None and sop is None:
        raise _faulty(file, line, Text("volume tanpa SOP", "a volume without a SOP"), _COLUMNS_HINT)
    try:
        volume = parse_volume(found["volume"])
    except UsageError as fault:
        raise _faulty(file, line, fault.message, fault.hint) from fault
    return Named(agency, sop, None, volume, line)


def _faulty(file: str, line: int, why: Text, hint: Text | None = None) -> UsageError:
    subject = quoted(file)
    return UsageError(Text(f"{subject} baris {line}: {why.id}", f"{subject} line {line}: {why.en}"), hint)
