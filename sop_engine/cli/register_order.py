"""Which entries of the register are wanted, and in what order.

In: entries, and what ``--sort`` and the filters say. Out: entries.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from types import MappingProxyType
from typing import Any

from sop_engine.analysis.total import Total
from sop_engine.cli.register import Entry
from sop_engine.diagnostics import Severity, Text
from sop_engine.errors import UsageError
from sop_engine.model.satuan import Amount, Unit
from sop_engine.model.tanggal import Tanggal
from sop_engine.text import quoted

__all__ = ["KEYS", "Filter", "Order", "ordered", "parse_order"]

_DIGITS = re.compile(r"([0-9]+)")

# Only an order, never a figure: a usual working day, week and month (Perpres 21/2023: 37.5 hours in 5 days).
_DAY = 27_000
_SECONDS: Mapping[Unit, int] = {
    Unit.TAHUN: 264 * _DAY,
    Unit.SEMESTER: 132 * _DAY,
    Unit.BULAN: 22 * _DAY,
    Unit.MINGGU: 5 * _DAY,
    Unit.HARI: _DAY,
    Unit.HARI_KERJA: _DAY,
    Unit.HARI_KALENDER: _DAY,
    Unit.JAM: 3600,
    Unit.MENIT: 60,
    Unit.DETIK: 1,
}


@dataclass(frozen=True, slots=True)
class Order:
    """One key of an order, and whether its greatest comes first."""

    key: str
    falling: bool


@dataclass(frozen=True, slots=True)
class Filter:
    """What entries must have; None asks for nothing.

    Attributes:
        status: this status.
        with_: findings of this severity.
        due_before: a review that is due before this day.
        search: this text in the number or the name, whatever the case of its letters.
    """

    status: str | None = None
    with_: Severity | None = None
    due_before: Tanggal | None = None
    search: str | None = None

    def takes(self, entry: Entry) -> bool:
        """Whether an entry has all that is asked for."""
        if self.status is not None and entry.status != self.status:
            return False
        if self.with_ is not None and not entry.findings[self.with_]:
            return False
        if self.due_before is not None and not (
            entry.review_due and entry.review_due.before(self.due_before)
        ):
            return False
        wanted = " ".join((self.search or "").split()).casefold()
        return any(wanted in text.casefold() for text in (entry.shown_number, entry.shown_name))


def _words(text: str | None) -> object:
    """A text as people sort it: numbers in it by their value."""
    if not text:
        return None
    parts = _DIGITS.split(text.casefold())
    # A number of thousands of digits is compared without being made one.
    return [(len(part.lstrip("0")), part.lstrip("0")) if at % 2 else part for at, part in enumerate(parts)]


def _day(day: Tanggal | None) -> object:
    return None if day is None else (day.tahun, day.bulan, day.hari or 0)


def _time(total: Total | None) -> object:
    if total is None or not total.measured:
        return None
    return _seconds(total.high), _seconds(total.low)


def _seconds(amount: Amount) -> object:
    return sum(number * _SECONDS[unit] for unit, number in amount.parts)


KEYS: Mapping[str, Callable[[Entry], Any]] = MappingProxyType(
    {
        "agency": lambda entry: _words(entry.agency),
        "sop": lambda entry: _words(entry.sop),
        "number": lambda entry: _words(entry.shown_number),
        "name": lambda entry: _words(entry.shown_name),
        "status": lambda entry: entry.status,
        "created": lambda entry: _day(entry.created),
        "revised": lambda entry: _day(entry.revised),
        "effective": lambda entry: _day(entry.effective),
        "review_due": lambda entry: _day(entry.review_due),
        "rows": lambda entry: entry.rows,
        "roles": lambda entry: entry.roles,
        "total": lambda entry: _time(entry.total),
        "findings": lambda entry: tuple(entry.findings.values()),
        "errors": lambda entry: entry.findings[Severity.ERROR],
        "warnings": lambda entry: entry.findings[Severity.WARNING],
        "infos": lambda entry: entry.findings[Severity.INFO],
        "path": lambda entry: _words(entry.path),
    }
)
"""What entries can be sorted by; None stands last whichever way."""

_HEADINGS: Mapping[str, str] = MappingProxyType(
    {
        "instansi": "agency",
        "nomor": "number",
        "nomor_sop": "number",
        "nama": "name",
        "nama_sop": "name",
        "pembuatan": "created",
        "revisi": "revised",
        "efektif": "effective",
        "tinjau_ulang": "review_due",
        "baris": "rows",
        "peran": "roles",
        "jumlah_waktu": "total",
        "temuan": "findings",
        "kesalahan": "errors",
        "peringatan": "warnings",
        "catatan": "infos",
        "info": "infos",
        "berkas": "path",
    }
)
"""The keys as an Indonesian register heads its columns."""


def parse_order(text: str) -> tuple[Order, ...]:
    """Read what ``--sort`` says: keys parted by commas, each with ``-`` before it or ``:desc`` behind it to turn it.

    A column goes by its key, or by its heading in Indonesian.

    Raises:
        UsageError: a key is unknown.
    """
    return tuple(_one(word) for word in text.split(","))


def _one(word: str) -> Order:
    key, _, way = word.strip().lower().partition(":")
    falling = key.startswith("-") or way == "desc"
    key = key.removeprefix("-").replace("-", "_").replace(" ", "_")
    key = _HEADINGS.get(key, key)
    if key in KEYS and way in ("", "asc", "desc"):
        return Order(key, falling)
    subject = f"--sort {quoted(word.strip())}"
    near = get_close_matches(key, (*KEYS, *_HEADINGS), n=1) if key not in KEYS else [f"{key}:desc"]
    listed = ", ".join(KEYS)
    raise UsageError(
        Text(f"{subject} tidak dikenal", f"{subject} is unknown"),
        Text(f"maksudnya '{near[0]}'?", f"did you mean '{near[0]}'?")
        if near
        else Text(f"pilih salah satu: {listed}", f"choose one of: {listed}"),
    )


def ordered(entries: Iterable[Entry], order: Sequence[Order]) -> list[Entry]:
    """The entries in an order; those that are equal in it stay as they stood, those that lack its key come last."""
    found = list(entries)
    for one in reversed(order):
        keyed = [(KEYS[one.key](entry), entry) for entry in found]
        known = sorted((pair for pair in keyed if pair[0] is not None), key=_first, reverse=one.falling)
        found = [entry for _, entry in (*known, *(pair for pair in keyed if pair[0] is None))]
    return found


def _first(pair: tuple[Any, Entry]) -> Any:
    return pair[0]
