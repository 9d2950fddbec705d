"""SOP206 reserved-id: a row or symbol is called selesai.

Sebuah baris atau simbol bernama selesai.

Why:
    ``selesai`` as a target always means the end of the procedure, so no flow could lead to this row.

Mengapa:
    Sebagai tujuan, ``selesai`` selalu berarti akhir prosedur, sehingga tidak ada alur yang dapat menuju
    baris ini.

Bad::

    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}
      - {nomor: 2, id: selesai, uraian: Mengarsipkan, pelaksana: staf}

Good::

    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}
      - {nomor: 2, id: arsip, uraian: Mengarsipkan, pelaksana: staf}

How to mend:
    Write another ``id``.

Cara memperbaiki:
    Tulis ``id`` yang lain.
"""

from collections.abc import Iterator

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Severity, Text
from sop_engine.graph.process import NameFault
from sop_engine.rules.common import quoted, reached

KIND = Kind("SOP206", "reserved-id", Severity.ERROR)


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield each row or symbol called selesai."""
    _, _, graph = reached(compiled)
    for bad in graph.bad_names:
        if bad.fault is NameFault.RESERVED:
            yield Diagnostic(
                KIND,
                Text(
                    f"{quoted(bad.text)} berarti akhir prosedur dan tidak dapat menjadi id",
                    f"{quoted(bad.text)} means the end of the procedure and cannot be an id",
                ),
                compiled.source,
                bad.span,
                Text(
                    "tulis 'id:' lain, misalnya 'id: arsip'", "write another 'id:', for example 'id: arsip'"
                ),
            )
