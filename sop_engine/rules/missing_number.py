"""SOP208 missing-number: a row has no nomor.

Sebuah baris tidak bernomor.

Why:
    The form has a column for the number (PermenPAN-RB 35/2012, pp. 24-25), and readers speak of rows by
    number. Printed forms leave it empty now and then, so this is no error where the row has an ``id``.

Mengapa:
    Formulir SOP mempunyai kolom nomor (PermenPAN-RB 35/2012, hlm. 24-25), dan orang menyebut langkah
    dengan nomornya. Formulir cetak kadang mengosongkannya, jadi ini bukan kesalahan selama baris itu
    punya ``id``.

Bad::

    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}
      - {id: periksa, uraian: Memeriksa konsep, pelaksana: kabag}

Good::

    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}
      - {nomor: 2, id: periksa, uraian: Memeriksa konsep, pelaksana: kabag}

How to mend:
    Write the number, unless the definition has to print what its source prints.

Cara memperbaiki:
    Tulis nomornya, kecuali definisi ini memang harus mencetak apa yang tercetak di dokumen sumber.
"""

from collections.abc import Iterator

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Severity, Text
from sop_engine.rules.common import is_tainted, quoted, reached

KIND = Kind("SOP208", "missing-number", Severity.WARNING)


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield each named row without nomor; where no row has one, only the first."""
    document, sop, _ = reached(compiled)
    numbered = any(row.nomor for row in sop.kegiatan)
    for index, row in enumerate(sop.kegiatan):
        # A row without id either is reported for that.
        if row.nomor or not row.id:
            continue
        span = document.span(("kegiatan", index, "nomor"))
        if is_tainted(compiled, span):
            continue
        yield Diagnostic(
            KIND,
            Text(f"baris {quoted(row.id)} tidak bernomor", f"row {quoted(row.id)} has no nomor")
            if numbered
            else Text("tidak satu baris pun bernomor", "no row has a nomor"),
            compiled.source,
            span,
            Text("tulis nomornya seperti pada kolom No", "write its number as in the No column"),
        )
        if not numbered:
            return
