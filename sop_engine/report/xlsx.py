"""The notes on evaluated SOPs as a workbook: a front sheet, and a sheet for each SOP.

In: definitions that were checked. Out: one XLSX file, always in Indonesian, whose sheets have an empty column for
the agency's answer. No cell is a formula, and the same findings give the same bytes.
"""

from collections.abc import Iterable, Iterator

from sop_engine.diagnostics import Severity
from sop_engine.report.json import json_path
from sop_engine.report.notes import (
    BY_AGENCY,
    BY_KIND,
    CLEAN,
    MEANINGS,
    SUBTITLE,
    TITLE,
    UNREAD,
    WHERE,
    WHY_UNREAD,
    WORDS,
    Evaluated,
    Note,
    Notes,
    counted,
    notes_on,
)
from sop_engine.report.reporter import Checked, Look
from sop_engine.report.wording import DASH, seen
from sop_engine.report.workbook import Book, Cell, Column, Names, Sheet

__all__ = ["report"]

_FRONT, _AGENCY_SHEET, _KINDS_SHEET, _UNREAD_SHEET = "Ringkasan", "Instansi", "Jenis Temuan", "Tidak Dinilai"

_ROOMY = 42.0
"""Points that a row leaves for an answer."""

_SOPS = (
    Column("No", 5, "number"),
    Column("Instansi", 31),
    Column("Nomor SOP", 20),
    Column("Nama SOP", 36),
    Column("Status", 9),
    Column("Baris", 7, "number"),
    Column("Kesalahan", 12, "number"),
    Column("Peringatan", 12, "number"),
    Column("Catatan", 10, "number"),
    Column("Hasil", 17),
    Column("Lembar", 24, "linked"),
)
_KINDS = (
    Column("Kode", 12),
    Column("Jenis temuan", 90),
    Column("Tingkat", 14),
    Column("Temuan", 12, "number"),
    Column("SOP", 10, "number"),
)
_AGENCIES = (
    Column("No", 5, "number"),
    Column("Instansi", 70),
    Column("SOP", 10, "number"),
    Column("Tanpa temuan", 12, "number"),
    Column("Kesalahan", 12, "number"),
    Column("Peringatan", 12, "number"),
    Column("Catatan", 12, "number"),
)
_NOTES = (
    Column("No", 5, "number"),
    Column("Bagian", 13),
    Column("Baris berkas", 8, "number"),
    Column("Tingkat", 11),
    Column("Kode", 10),
    Column("Temuan", 28),
    Column("Mengapa", 31),
    Column("Cara memperbaiki", 24),
    Column("Tanggapan instansi", 27),
)
_UNREAD = (_NOTES[0], Column("Berkas", 20), *_NOTES[2:])
_LEVEL = 3
"""The column of a note that holds its severity."""


def report(checked: Iterable[Checked], look: Look) -> Iterator[bytes]:
    """Yield the file, in one piece."""
    notes = notes_on(checked, look.today)
    names = Names()
    for name in (_FRONT, _AGENCY_SHEET, _KINDS_SHEET, _UNREAD_SHEET):
        names.take(name)
    sheets = [names.take(_called(one)) for one in notes.sops]
    book = Book(notes.title)
    _front(book, notes, sheets)
    if len(notes.agencies) > 1:
        _agencies(book, notes)
    if notes.kinds and notes.several:
        _kinds(book, notes)
    if notes.unread:
        _unread(book, notes)
    for one, name in zip(notes.sops, sheets, strict=True):
        _section(book, one, name)
    yield book.close()


def _called(one: Evaluated) -> str:
    """What names a SOP briefly: its agency's code, and its file's name where that is another."""
    stem = json_path(one.brief.source.name).rpartition("/")[2].rpartition(".")[0] or "SOP"
    agency = one.brief.agency
    return stem if agency in (None, stem) else f"{agency}-{stem}"


def _front(book: Book, notes: Notes, sheets: list[str]) -> None:
    sheet = book.sheet(_FRONT, _SOPS, foot=notes.title)
    sheet.line(TITLE, "title")
    sheet.line(SUBTITLE, "grey")
    sheet.down()
    for name, text in (
        ("Yang dievaluasi", notes.examined),
        ("Tanggal evaluasi", notes.today),
        ("Evaluator", ""),
    ):
        sheet.put(1, name, "plain")
        sheet.put(2, text, "bold" if text else "blank")
        if not text:
            sheet.put(3, "", "blank")
        sheet.down()
    sheet.down()
    for severity, number in notes.counts.items():
        sheet.put(0, number, "number")
        sheet.put(1, WORDS[severity], severity.value)
        sheet.put(2, MEANINGS[severity], "plain")
        sheet.down()
    sheet.put(0, notes.clean, "number")
    sheet.put(1, "SOP tanpa temuan", "cell")
    sheet.put(2, notes.clean_of, "plain")
    sheet.down()
    sheet.down()
    sheet.line(WHERE, "grey")
    sheet.down()
    sheet.head(freeze=False)
    for values, link in _listed(notes, sheets):
        sheet.fill(values, styles={}, link=link, least=16)
    sheet.filter()


def _listed(notes: Notes, sheets: list[str]) -> Iterator[tuple[tuple[Cell, ...], str]]:
    """The SOPs, and the files that could not be read, each with the sheet that it leads to."""
    for at, (one, name) in enumerate(zip(notes.sops, sheets, strict=True), 1):
        counts = tuple(one.counts.values())
        known = (at, one.agency, one.number, one.name, seen(one.brief.status), len(one.brief.rows))
        yield (*known, *counts, _result(one), name), name
    for at, (file, found) in enumerate(notes.unread_files.items(), len(notes.sops) + 1):
        unread = (at, DASH, DASH, file, DASH, None, *found.values(), "tidak dapat dinilai", _UNREAD_SHEET)
        yield unread, _UNREAD_SHEET


def _result(one: Evaluated) -> str:
    """What the front sheet can be filtered by."""
    if not one.notes:
        return "tanpa temuan"
    return "ada kesalahan" if one.counts[Severity.ERROR] else "ada temuan"


def _agencies(book: Book, notes: Notes) -> None:
    sheet = book.sheet(_AGENCY_SHEET, _AGENCIES, foot=TITLE)
    sheet.line(BY_AGENCY, "name")
    _back(sheet)
    sheet.head()
    for at, one in enumerate(notes.agencies, 1):
        values: list[Cell] = [at, one.name, one.sops, one.clean, *one.counts.values()]
        sheet.fill(values, styles={}, link=None, least=16)
    sheet.filter()


def _kinds(book: Book, notes: Notes) -> None:
    sheet = book.sheet(_KINDS_SHEET, _KINDS, foot=TITLE)
    sheet.line(BY_KIND, "name")
    _back(sheet)
    sheet.head()
    for kind in notes.kinds:
        values = (kind.code, kind.title, WORDS[kind.severity], kind.findings, kind.sops)
        sheet.fill(values, styles={2: kind.severity.value}, link=None, least=16)
    sheet.filter()


def _unread(book: Book, notes: Notes) -> None:
    sheet = book.sheet(_UNREAD_SHEET, _UNREAD, foot=TITLE)
    sheet.line(UNREAD, "name")
    sheet.line(WHY_UNREAD, "grey")
    _back(sheet)
    sheet.head()
    for one in notes.unread:
        _noted(sheet, one.note, one.file)
    sheet.filter()


def _section(book: Book, one: Evaluated, name: str) -> None:
    brief = one.brief
    sheet = book.sheet(name, _NOTES, foot=f"{TITLE}: {one.name}")
    sheet.line(one.name, "name")
    unit = f", {seen(brief.unit)}" if brief.unit else ""
    rows = f"{len(brief.rows)} baris, {len(brief.peran)} pelaksana, jumlah waktu {seen(brief.total)}"
    sheet.line(f"Instansi: {one.agency}{unit}   |   Nomor SOP: {one.number}", "line")
    sheet.line(f"Status: {seen(brief.status)}   |   {rows}   |   Berkas: {one.file}", "line")
    sheet.line(f"Temuan: {counted(one.counts)}", "line")
    _back(sheet)
    sheet.head()
    for note in one.notes:
        _noted(sheet, note, note.part)
    sheet.filter()
    if not one.notes:
        sheet.line(CLEAN, "cell")


def _noted(sheet: Sheet, note: Note, place: str) -> None:
    """One finding; the last cell is for the agency to fill in."""
    values = (
        note.number,
        place,
        note.line,
        WORDS[note.severity],
        note.code,
        "\n".join((note.message, *note.related)),
        note.why or DASH,
        note.remedy or DASH,
        "",
    )
    sheet.fill(values, styles={_LEVEL: note.severity.value}, link=None, least=_ROOMY)


def _back(sheet: Sheet) -> None:
    sheet.put(0, "Kembali ke Ringkasan", "link", link=_FRONT)
    sheet.down()
