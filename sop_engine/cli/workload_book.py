"""A workload as a workbook, for people: always Indonesian, its numbers are numbers.

In: a ``Study``. Out: the bytes of an XLSX file: the roles, what each SOP takes of them, and what the figures rest on.
"""

from fractions import Fraction

from sop_engine.analysis.workload import Duty, Need, Workload
from sop_engine.cli.workload_study import Study
from sop_engine.cli.workload_words import UNTOLD, basis_lines, enough_words, left_lines, rounded
from sop_engine.report.wording import DASH, seen
from sop_engine.report.workbook import Book, Cell, Column

__all__ = ["DUTIES", "NEEDS", "as_xlsx"]

TITLE = "Beban Kerja"

NEEDS = (
    Column("No", 5, "number"),
    Column("Instansi", 14),
    Column("Pelaksana", 32),
    Column("Menit setahun, paling sedikit", 14, "figure"),
    Column("Menit setahun, paling banyak", 14, "figure"),
    Column("Beban (%), paling sedikit", 12, "decimal"),
    Column("Beban (%), paling banyak", 12, "decimal"),
    Column("Orang, paling sedikit", 11, "decimal"),
    Column("Orang, paling banyak", 11, "decimal"),
    Column("Dibulatkan, paling sedikit", 12, "number"),
    Column("Dibulatkan, paling banyak", 12, "number"),
    Column("Dinyatakan SOP", 18),
    Column("Semua waktu terhitung", 12),
)
DUTIES = (
    Column("Instansi", 14),
    Column("Pelaksana", 30),
    Column("SOP", 22),
    Column("Nama SOP", 36),
    Column("Volume", 14),
    Column("Kali setahun", 10, "figure"),
    Column("Menit sekali jalan, paling sedikit", 14, "figure"),
    Column("Menit sekali jalan, paling banyak", 14, "figure"),
    Column("Menit setahun, paling sedikit", 14, "figure"),
    Column("Menit setahun, paling banyak", 14, "figure"),
    Column("Baris", 14),
    Column("Baris yang tidak terhitung", 14),
)
_NOTES = (Column("No", 5, "number"), Column("Dasar dan catatan", 125))
_LEAST = 16


def as_xlsx(study: Study) -> bytes:
    """A workbook of three sheets."""
    book = Book(TITLE)
    sheet = book.sheet(TITLE, NEEDS, foot=TITLE)
    sheet.line(TITLE, "title")
    sheet.line(next(basis_lines(study)).id, "grey")
    sheet.head()
    for at, need in enumerate(study.load.needs, 1):
        sheet.fill(_need(at, need), styles={}, link=None, least=_LEAST)
    sheet.filter()
    if len(study.load.needs) > 1:
        values = (None, "", "Jumlah", *_figures(study.load), "", _yes(study.load))
        sheet.fill(values, styles={}, link=None, least=_LEAST)
    detail = book.sheet("Rincian", DUTIES, foot=TITLE)
    detail.head()
    names = {one.label: one.name for one in study.counted}
    for need in study.load.needs:
        for duty in need.duties:
            detail.fill(_duty(need, duty, names[duty.job.sop]), styles={}, link=None, least=_LEAST)
    detail.filter()
    notes = book.sheet("Dasar dan catatan", _NOTES, foot=TITLE)
    notes.head()
    for at, line in enumerate((*basis_lines(study), *left_lines(study)), 1):
        notes.fill((at, line.id), styles={}, link=None, least=_LEAST)
    return book.close()


def _need(at: int, need: Need) -> tuple[Cell, ...]:
    return (
        at,
        seen(need.agency),
        seen(need.heading),
        *(_figures(need) if need.measured else (UNTOLD.id, *[None] * 7)),
        DASH if not need.stated else enough_words(need).id,
        _yes(need),
    )


def _figures(load: Need | Workload) -> tuple[Cell, ...]:
    """Minutes, shares, people and whole people; shares and people as exact as a cell holds them."""
    exact = (*(share * 100 for share in load.people), *load.people)
    return (_minutes(load.low), _minutes(load.high), *map(float, exact), *load.whole)


def _minutes(number: Fraction) -> float:
    return float(rounded(number))


def _yes(load: Need | Workload) -> str:
    """Whether all times count."""
    return "ya" if load.complete else "belum"


def _duty(need: Need, duty: Duty, name: str) -> tuple[Cell, ...]:
    load = duty.load
    minutes = (load.low, load.high, duty.low, duty.high)
    return (
        seen(need.agency),
        seen(load.heading),
        seen(duty.job.sop),
        seen(name),
        str(duty.job.volume),
        *(_minutes(number) for number in (duty.job.runs(need.year), *minutes)),
        ", ".join(load.rows) or DASH,
        ", ".join(left.row for left in load.left) or DASH,
    )
