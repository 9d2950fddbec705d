"""The register as a workbook, for people: always Indonesian, its dates are dates.

In: a ``Register``. Out: the bytes of an XLSX file.
"""

from datetime import datetime

from sop_engine.cli.register import Entry
from sop_engine.cli.register_data import Register
from sop_engine.report.wording import DASH, seen
from sop_engine.report.workbook import Book, Cell, Column
from sop_engine.text import escaped

__all__ = ["SHEET", "as_xlsx"]

TITLE = "Daftar SOP"

SHEET = (
    Column("No", 5, "number"),
    Column("Instansi", 24),
    Column("Nomor SOP", 16),
    Column("Nama SOP", 27),
    Column("Status", 9),
    Column("Pembuatan", 13, "day"),
    Column("Revisi", 13, "day"),
    Column("Efektif", 13, "day"),
    Column("Tinjau ulang", 13, "day"),
    Column("Baris", 7, "number"),
    Column("Peran", 7, "number"),
    Column("Jumlah waktu", 16),
    Column("Kesalahan", 12, "number"),
    Column("Peringatan", 12, "number"),
    Column("Catatan", 10, "number"),
    Column("Berkas", 18),
)
_DAYS = range(5, 9)


def as_xlsx(register: Register) -> bytes:
    """A workbook of one sheet, whose dates are dates."""
    book = Book(TITLE)
    sheet = book.sheet(TITLE, SHEET, foot=TITLE)
    sheet.line(TITLE, "title")
    sheet.line(register.about, "grey")
    sheet.head()
    for at, one in enumerate(register.entries, 1):
        months = {
            column: "month"
            for column, day in zip(_DAYS, one.days, strict=True)
            if day is not None and day.hari is None
        }
        sheet.fill(_cells(at, one), styles=months, link=None, least=16)
    sheet.filter()
    return book.close()


def _cells(at: int, one: Entry) -> tuple[Cell, ...]:
    return (
        at,
        seen(one.agency_name or one.agency),
        seen(one.number),
        seen(one.name),
        one.status or DASH,
        *(None if day is None else datetime(day.tahun, day.bulan, day.hari or 1) for day in one.days),  # noqa: DTZ001 - a day on paper has no zone
        one.rows,
        one.roles,
        DASH if one.total is None else str(one.total),
        *one.findings.values(),
        escaped(one.path),
    )
