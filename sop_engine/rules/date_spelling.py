"""SOP616 date-spelling: a date is not written as ``2023-01-02``.

Tanggal tidak ditulis seperti ``2023-01-02``.

Why:
    Every form is printed as ``2 Januari 2023``, and a date such as ``02/06/2025`` is read with the day first. Year,
    month and day in this order cannot be misread by anybody and sort by themselves. Authors may write as they like, so
    this rule is off until it is selected; ``sop fix`` sets dates in this form. A month without a day stays as it is.

Mengapa:
    Semua bentuk dicetak sebagai ``2 Januari 2023``, dan tanggal seperti ``02/06/2025`` dibaca dengan hari di depan.
    Urutan tahun, bulan, hari tidak dapat disalahartikan siapa pun dan terurut dengan sendirinya. Penyusun bebas
    memilih bentuknya, karena itu aturan ini baru berlaku bila dipilih; ``sop fix`` menuliskannya dalam bentuk ini.
    Bulan tanpa hari dibiarkan.

Bad::

    identitas:
      nama: Penyusunan Laporan
      tanggal_pembuatan: 2 Januari 2023

Good::

    identitas:
      nama: Penyusunan Laporan
      tanggal_pembuatan: 2023-01-02

How to mend:
    Write the date as the hint has it, or run ``sop fix``.

Cara memperbaiki:
    Tulis tanggalnya seperti pada petunjuknya, atau jalankan ``sop fix``.
"""

from collections.abc import Iterator

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Severity, Text
from sop_engine.rules.common import quoted, reached

KIND = Kind("SOP616", "date-spelling", Severity.INFO, default=False)


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield each full date in another form."""
    document, sop, _ = reached(compiled)
    identitas = sop.identitas
    dates = {
        "tanggal_pembuatan": identitas.tanggal_pembuatan,
        "tanggal_revisi": identitas.tanggal_revisi,
        "tanggal_efektif": identitas.tanggal_efektif,
    }
    for key, date in dates.items():
        if date is None or date.hari is None or date.teks.strip() == date.as_json():
            continue
        written, better = quoted(date.teks), quoted(date.as_json())
        yield Diagnostic(
            KIND,
            Text(f"{key} {written} bukan bentuk {better}", f"{key} {written} is not in the form {better}"),
            compiled.source,
            document.span(("identitas", key)),
            Text(f"tulis {better}, atau jalankan 'sop fix'", f"write {better}, or run 'sop fix'"),
            instead=date.as_json(),
        )
