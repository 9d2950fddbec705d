"""The matrix of roles as a workbook, for people: always Indonesian, a sheet for each SOP.

In: SOPs with their matrix. Out: the bytes of an XLSX file.
"""

from collections.abc import Sequence

from sop_engine.analysis.matrix import Duty
from sop_engine.cli.facts import agency_of
from sop_engine.cli.matrix_data import Entry
from sop_engine.layout.matrix import KEY, MATRIX, letters, limits
from sop_engine.layout.measure import plain
from sop_engine.report.wording import seen
from sop_engine.report.workbook import Book, Column, Names

__all__ = ["as_xlsx"]

_LEAST = 16.0
_ROLE_WIDTH = 15.0


def as_xlsx(entries: Sequence[Entry]) -> bytes:
    """A workbook of one sheet a SOP, which names what its letters mean; below stands how often each occurs."""
    book, names = Book(MATRIX), Names()
    for entry in entries:
        agency = agency_of(entry.definition, entry.compiled) or "sop"
        stem = entry.definition.stem
        _fill(book, entry, names.take(agency if stem in (None, agency) else f"{agency}-{stem}"))
    return book.close()


def _fill(book: Book, entry: Entry, name: str) -> None:
    sop, matrix = entry.sop, entry.matrix
    columns = (
        Column("No", 7),
        Column("Kegiatan", 52),
        *(Column(seen(sop.pelaksana[role].nama), _ROLE_WIDTH, "number") for role in matrix.roles),
    )
    title = f"{MATRIX}: {seen(sop.identitas.nama)}"
    sheet = book.sheet(name, columns, foot=title)
    sheet.line(title, "title")
    sheet.line(KEY, "grey")
    sheet.line(" ".join(words.id for words in limits(sop, matrix)), "grey")
    sheet.head()
    for row in matrix.rows:
        kegiatan = sop.kegiatan[row.row]
        texts = (
            kegiatan.nomor or row.id,
            plain(kegiatan.uraian),
            *(letters(row, role) for role in matrix.roles),
        )
        sheet.fill(texts, styles={}, link=None, least=_LEAST)
    sheet.filter()
    for duty in Duty:
        counts = [matrix.counts(role)[duty] for role in matrix.roles]
        styles = dict.fromkeys(range(2, 2 + len(counts)), "number")
        sheet.fill(("", f"Jumlah {duty}", *counts), styles=styles, link=None, least=_LEAST)
