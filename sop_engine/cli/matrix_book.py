"""The matrix of roles as a workbook, for people: always Indonesian, a sheet for each SOP.

In: SOPs with their matrix. Out: the bytes of an XLSX file.
"""

from collections.abc import Sequence

from sop_engine.analysis.matrix import Duty
from sop_engine.cli.matrix_data import Entry
from sop_engine.cli.target import stem_of
from sop_engine.layout.matrix_words import KEY, MATRIX, letters, limits
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
        _fill(book, entry, names.take(stem_of(entry.definition, entry.compiled)))
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
    of_roles = [matrix.counts(role) for role in matrix.roles]
    for duty in Duty:
        counts = [own[duty] for own in of_roles]
        styles = dict.fromkeys(range(2, 2 + len(counts)), "number")
        sheet.fill(("", f"Jumlah {duty}", *counts), styles=styles, link=None, least=_LEAST)
