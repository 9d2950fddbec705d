"""The register for other programs: JSON and CSV.

In: entries, and what is said of them all. Out: the bytes of a file.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import StringIO

from sop_engine.cli.register import Entry
from sop_engine.layout.measure import plain
from sop_engine.model.tanggal import Tanggal
from sop_engine.report.json import dumps

__all__ = ["CSV_KEYS", "Register", "as_csv", "as_json", "comma_separated"]

CSV_KEYS = (
    *("agency", "agency_name", "sop", "number", "name", "status"),
    *("created", "revised", "effective", "review_due"),
    *("rows", "roles", "total", "errors", "warnings", "infos", "path"),
)
_ACTIVE = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes a spreadsheet take a text for a formula, in full width too (OWASP, CSV Injection)."""


@dataclass(frozen=True, slots=True)
class Register:
    """What is listed.

    Attributes:
        entries: the SOPs.
        today: the day of asking; None where nobody named one.
        narrowed: filters have left some out.
        dated: when each is to be reviewed was asked for.
    """

    entries: Sequence[Entry]
    today: Tanggal | None = None
    narrowed: bool = False
    dated: bool = False

    @property
    def about(self) -> str:
        """How many there are, and what else people should know."""
        agencies = len({one.agency for one in self.entries} - {None})
        parts = [f"{len(self.entries)} SOP", f"{agencies} instansi"]
        if self.today is not None:
            parts.append(f"keadaan per {self.today}")
        if self.narrowed:
            parts.append("disaring, bukan seluruhnya")
        return ", ".join(parts)


def as_json(register: Register) -> bytes:
    """One array of objects."""
    return dumps([one.as_json() for one in register.entries]).encode("utf-8")


def as_csv(register: Register) -> bytes:
    """One row a SOP, as ``comma_separated`` has it; keys are English, dates ISO 8601."""
    return comma_separated([CSV_KEYS, *(tuple(_csv_row(one)) for one in register.entries)])


def comma_separated(rows: Iterable[Sequence[str]]) -> bytes:
    """RFC 4180, with a byte order mark by which Excel knows UTF-8; the first row holds the keys.

    A cell that a spreadsheet would take for a formula gets an apostrophe before it, which spreadsheets take for
    "this is text": that is visible, but a program that reads the file can take it off again, whereas a formula
    that somebody wrote into a name would run on the reviewer's desk.
    """
    file = StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    for row in rows:
        writer.writerow([_harmless(text) for text in row])
    return file.getvalue().encode("utf-8-sig", "backslashreplace")


def _csv_row(one: Entry) -> Iterator[str]:
    yield from (one.agency or "", plain(one.agency_name or ""), one.sop or "")
    yield from (one.shown_number, one.shown_name, one.status or "")
    for day in one.days:
        yield "" if day is None else day.as_json()
    for number in (one.rows, one.roles):
        yield "" if number is None else str(number)
    yield "" if one.total is None else str(one.total)
    yield from map(str, one.findings.values())
    yield one.path


def _harmless(text: str) -> str:
    """The text, made text for a spreadsheet too; blanks before a formula are no cover."""
    return f"'{text}" if text.startswith(_ACTIVE) or text.lstrip().startswith(_ACTIVE) else text
