"""SOP207 repeated-number: two rows have the same nomor.

Dua baris bernomor sama.

Why:
    Readers speak of "langkah 3"; with two of them nobody knows which is meant. Printed forms do have such
    slips, so this is no error where each row has an ``id`` of its own.

Mengapa:
    Orang menyebut langkah dengan nomornya, misalnya "langkah 3"; bila ada dua, tidak jelas yang mana yang
    dimaksud. Formulir cetak memang kadang salah nomor, jadi ini bukan kesalahan selama tiap baris punya
    ``id`` sendiri.

Bad::

    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}
      - {nomor: 1, id: periksa, uraian: Memeriksa konsep, pelaksana: kabag}

Good::

    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}
      - {nomor: 2, id: periksa, uraian: Memeriksa konsep, pelaksana: kabag}

How to mend:
    Correct the number, unless the definition has to print what its source prints.

Cara memperbaiki:
    Perbaiki nomornya, kecuali definisi ini memang harus mencetak apa yang tercetak di dokumen sumber.
"""

from collections.abc import Iterator

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Related, Severity, Text
from sop_engine.graph.process import NameFault
from sop_engine.rules.common import quoted, reached

KIND = Kind("SOP207", "repeated-number", Severity.WARNING)


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield each nomor that stands in an earlier row."""
    document, sop, graph = reached(compiled)
    # A row that needs an id because its nomor repeats is reported for that.
    nameless = {bad.span for bad in graph.bad_names if bad.fault is NameFault.REPEATED}
    first: dict[str, int] = {}
    for index, row in enumerate(sop.kegiatan):
        number = (row.nomor or "").removesuffix(".").rstrip()
        if not number:
            continue
        if number not in first:
            first[number] = index
            continue
        span = document.span(("kegiatan", index, "nomor"))
        if span not in nameless:
            place = document.span(("kegiatan", first[number], "nomor"))
            yield Diagnostic(
                KIND,
                Text(f"nomor {quoted(number)} berulang", f"nomor {quoted(number)} repeats"),
                compiled.source,
                span,
                Text("perbaiki nomornya", "correct the number"),
                (Related(Text("pertama kali di sini", "first here"), place),),
            )
