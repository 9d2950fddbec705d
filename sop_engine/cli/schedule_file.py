"""An agency's own file for ``sop schedule``: its free and worked days, and its office hours.

In: the name of a YAML or CSV file. Out: ``AgencyFile``, or ``UsageError`` that names the line. Hours can be told in YAML
only, under ``jam_kerja`` and ``jam_kerja_ramadan``.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sop_engine.analysis.agency_days import KEYS, AgencyDay, RawDay, agency_days, csv_entries, fault_at
from sop_engine.analysis.agency_hours import RawHours, week_of
from sop_engine.analysis.office import OfficeHours, Week, office_hours
from sop_engine.cli.utf8 import text_of
from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError
from sop_engine.reading import Document, read
from sop_engine.source import SourceFile
from sop_engine.text import quoted

__all__ = ["OFFICES", "AgencyFile", "read_file"]

OFFICES = (5, 6)
"""Days a week that office hours are known for."""

DAYS, USUAL, RAMADAN = "hari", "jam_kerja", "jam_kerja_ramadan"
_ROOTS = (DAYS, USUAL, RAMADAN)


@dataclass(frozen=True, slots=True)
class AgencyFile:
    """What an agency's own file says.

    Attributes:
        name: the file's, without its folders; empty for none.
        days: free and worked days.
        usual: its hours, or None where it does not say.
        ramadan: those in Ramadan, or None.
    """

    name: str = ""
    days: tuple[AgencyDay, ...] = ()
    usual: Week | None = None
    ramadan: Week | None = None

    def hours(self, week: int) -> OfficeHours:
        """The office's hours, where the file is silent those of an office of so many days a week."""
        known = None if self.usual is None else _office_like(self.usual)
        office = known or office_hours(week)
        return OfficeHours(self.usual or office.usual, self.ramadan or office.ramadan)


def read_file(name: str) -> AgencyFile:
    """Read an agency's own file: CSV where the name ends so, else YAML.

    Raises:
        UsageError: it cannot be read or understood; the message names the line.
    """
    path, text = Path(name), text_of(name)
    if path.suffix.lower() == ".csv":
        return AgencyFile(path.name, agency_days(csv_entries(text, name), name))
    document = _document(text, name)
    days = agency_days(_entries(document, name), name)
    usual, ramadan = _week(document, USUAL, name), _week(document, RAMADAN, name)
    if usual is not None and ramadan is None and _office_like(usual) is None:
        raise fault_at(
            name,
            _line(document, USUAL),
            Text(f"'{RAMADAN}' tidak ada", f"'{RAMADAN}' is missing"),
            Text(
                "hanya untuk Senin-Jumat atau Senin-Sabtu jam Ramadan diketahui; tulis juga jam Ramadannya",
                "those are known for Senin-Jumat and Senin-Sabtu alone; write the hours of Ramadan too",
            ),
        )
    return AgencyFile(path.name, days, usual, ramadan)


def _office_like(week: Week) -> OfficeHours | None:
    """The office that works on the same weekdays, or None."""
    worked = [bool(spans) for spans in week]
    offices = map(office_hours, OFFICES)
    return next((one for one in offices if [bool(spans) for spans in one.usual] == worked), None)


def _document(text: str, name: str) -> Document:
    document, findings = read(SourceFile(name, text))
    wrong = next((found for found in findings if found.is_error or document is None), None)
    if wrong is not None:
        raise fault_at(name, wrong.start.line, wrong.message, wrong.hint)
    known = document is not None and any(key in document.data for key in _ROOTS)
    if document is None or not known:
        raise UsageError(
            Text(f"{quoted(name)} bukan daftar hari", f"{quoted(name)} is no list of days"),
            Text(
                f"mulai dengan '{DAYS}:', lalu tiap hari '- {{tanggal: 2026-12-24, nama: Hari jadi, jenis: libur}}'",
                f"begin with '{DAYS}:', then for each day '- {{tanggal: 2026-12-24, nama: Hari jadi, jenis: libur}}'",
            ),
        )
    for key in document.data:
        if key not in _ROOTS:
            listed = ", ".join(_ROOTS)
            raise fault_at(
                name,
                _line(document, key),
                Text(f"{quoted(key)} tidak dikenal", f"{quoted(key)} is unknown"),
                Text(f"pakai hanya {listed}", f"use only {listed}"),
            )
    return document


def _line(document: Document, *place: str | int) -> int:
    return document.source.position(document.span(place).start).line


def _entries(document: Document, name: str) -> list[RawDay]:
    entries: Any = document.data.get(DAYS)
    if entries is None:
        return []
    listed = ", ".join(KEYS)
    if not isinstance(entries, list):
        raise fault_at(
            name,
            _line(document, DAYS),
            Text(f"'{DAYS}' bukan daftar", f"'{DAYS}' is no list"),
            Text(
                f"tulis '- ' di depan tiap hari, dengan {listed}",
                f"write '- ' before each day, with {listed}",
            ),
        )
    found = []
    for at, entry in enumerate(entries):
        line = _line(document, DAYS, at)
        if not isinstance(entry, dict):
            raise fault_at(
                name,
                line,
                Text("bukan sebuah hari", "this is no day"),
                Text(f"tulis {listed}", f"write {listed}"),
            )
        found.append(RawDay(line, entry))
    return found


def _week(document: Document, key: str, name: str) -> Week | None:
    """The hours of a week; None where the file says nothing of them."""
    entries: Any = document.data.get(key)
    if entries is None:
        return None
    if not isinstance(entries, dict):
        raise fault_at(
            name,
            _line(document, key),
            Text(f"'{key}' tidak menyebut hari", f"'{key}' names no weekdays"),
            Text(
                f"tulis di bawah '{key}:' misalnya '  senin-kamis: 07.30-12.00, 13.00-16.00'",
                f"write below '{key}:' for example '  senin-kamis: 07.30-12.00, 13.00-16.00'",
            ),
        )
    return week_of(
        (RawHours(_line(document, key, days), str(days), hours) for days, hours in entries.items()), name
    )
