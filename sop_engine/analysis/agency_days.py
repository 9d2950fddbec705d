"""An agency's own days: what it takes off or works beside the national calendar.

In: the entries of a file, as texts with the line that each stands in. Out: ``AgencyDay`` values, or ``UsageError`` that
names the line and the fault. Reading the file itself, YAML or CSV, is the caller's: ``csv_entries`` splits CSV.
"""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError
from sop_engine.model._unreadable import quoted
from sop_engine.model.tanggal import TanggalError, parse_tanggal

__all__ = ["KEYS", "MOST", "AgencyDay", "RawDay", "agency_days", "csv_entries", "fault_at"]

KEYS: Final = ("tanggal", "nama", "jenis")
"""What an entry says: the day, why, and ``libur`` or ``kerja``."""

MOST: Final = 10_000
"""So many entries are read; a file with more is no list of an agency's days."""

_KINDS: Final = ("libur", "kerja")
_SEPARATORS: Final = (";", "\t", ",")


@dataclass(frozen=True, slots=True)
class AgencyDay:
    """A day that an agency takes off, or works.

    Attributes:
        day: which.
        name: why.
        works: it is worked, though it may be a Sunday or a feast; else it is free.
    """

    day: date
    name: str
    works: bool


class RawDay(NamedTuple):
    """An entry as it is written: the line that it begins in, from 1, and its texts by key."""

    line: int
    texts: Mapping[str, object]


def agency_days(entries: Iterable[RawDay], name: str) -> tuple[AgencyDay, ...]:
    """Understand the entries of a file.

    Args:
        entries: in the order of the file.
        name: the file's, for messages.

    Returns:
        The days, in the order of the calendar.

    Raises:
        UsageError: a key is unknown, missing or empty, a date is none, a kind is neither libur nor kerja, or a day is
            there twice.
    """
    found: dict[date, tuple[int, AgencyDay]] = {}
    for at, entry in enumerate(entries):
        if at >= MOST:
            raise fault_at(name, entry.line, Text(f"lebih dari {MOST} hari", f"more than {MOST} days"))
        day = _day(entry, name)
        if day.day in found:
            first = found[day.day][0]
            raise fault_at(
                name,
                entry.line,
                Text(
                    f"{day.day.isoformat()} sudah disebut di baris {first}",
                    f"{day.day.isoformat()} stands in line {first} already",
                ),
                Text("hapus salah satu", "leave one of them out"),
            )
        found[day.day] = (entry.line, day)
    return tuple(found[day][1] for day in sorted(found))


def csv_entries(text: str, name: str) -> list[RawDay]:
    """Split a CSV whose first line names the columns; commas, semicolons or tabs separate them.

    Raises:
        UsageError: it has no such line, a line has more cells than it, or it is no CSV.
    """
    lines = text.removeprefix("\ufeff").splitlines()
    head = lines[0] if lines else ""
    separator = next((mark for mark in _SEPARATORS if mark in head), ",")
    entries: list[RawDay] = []
    reader = csv.reader(lines, delimiter=separator, strict=True)
    try:
        keys = [key.strip().lower() for key in next(reader, [])]
        if "tanggal" not in keys:
            raise fault_at(
                name,
                1,
                Text(
                    "baris pertama tidak menyebut kolom 'tanggal'", "the first line names no column 'tanggal'"
                ),
                Text(f"tulis {','.join(KEYS)}", f"write {','.join(KEYS)}"),
            )
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) > len(keys):
                raise fault_at(
                    name,
                    reader.line_num,
                    Text(
                        f"{len(cells)} isian untuk {len(keys)} kolom",
                        f"{len(cells)} cells for {len(keys)} columns",
                    ),
                    Text(
                        'apit isian yang memuat pemisah dengan "..."',
                        'put "..." around what holds a separator',
                    ),
                )
            entries.append(RawDay(reader.line_num, dict(zip(keys, cells, strict=False))))
    except csv.Error as fault:
        raise fault_at(
            name,
            reader.line_num,
            Text("bukan CSV yang dapat dibaca", "no CSV that can be read"),
            _quotes(fault),
        ) from fault
    return entries


def _quotes(fault: csv.Error) -> Text:
    return Text(f"periksa tanda kutipnya ({fault})", f"look at its quotation marks ({fault})")


def _day(entry: RawDay, name: str) -> AgencyDay:
    for key in entry.texts:
        if key not in KEYS:
            listed = ", ".join(KEYS)
            raise fault_at(
                name,
                entry.line,
                Text(f"{quoted(key)} tidak dikenal", f"{quoted(key)} is unknown"),
                Text(f"pakai hanya {listed}", f"use only {listed}"),
            )
    texts = {key: _text(entry, key, name) for key in KEYS}
    kind = texts["jenis"].lower()
    if kind not in _KINDS:
        raise fault_at(
            name,
            entry.line,
            Text(f"jenis {quoted(kind)} tidak dikenal", f"jenis {quoted(kind)} is unknown"),
            Text("tulis libur atau kerja", "write libur or kerja"),
        )
    return AgencyDay(_date(texts["tanggal"], entry.line, name), texts["nama"], works=kind == "kerja")


def _text(entry: RawDay, key: str, name: str) -> str:
    value = entry.texts.get(key)
    if isinstance(value, str) and value.strip():
        return " ".join(value.split())
    if value is None or isinstance(value, str):
        words = Text(f"'{key}' kosong atau tidak ada", f"'{key}' is empty or missing")
    else:
        words = Text(f"'{key}' bukan teks", f"'{key}' is no text")
    raise fault_at(
        name,
        entry.line,
        words,
        Text(
            "tulis misalnya tanggal: 2026-12-24, nama: Hari jadi, jenis: libur",
            "write for example tanggal: 2026-12-24, nama: Hari jadi, jenis: libur",
        ),
    )


def _date(text: str, line: int, name: str) -> date:
    try:
        found = parse_tanggal(text)
    except TanggalError as fault:
        raise fault_at(name, line, fault.message, fault.hint) from fault
    if found.hari is None:
        raise fault_at(
            name,
            line,
            Text(f"{quoted(text)} tidak menyebut hari", f"{quoted(text)} names no day"),
            Text("tulis misalnya 2026-12-24", "write for example 2026-12-24"),
        )
    return date(found.tahun, found.bulan, found.hari)


def fault_at(name: str, line: int, words: Text, hint: Text | None = None) -> UsageError:
    """A fault in a line of an agency's file."""
    return UsageError(
        Text(f"{quoted(name)} baris {line}: {words.id}", f"{quoted(name)} line {line}: {words.en}"), hint
    )
