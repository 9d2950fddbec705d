"""SOP205 missing-id: a row has no name: its nomor is empty or repeats, and it has no id.

Sebuah baris tidak bernama: nomornya kosong atau berulang, dan id-nya tidak ada.

Why:
    Flows, the time of other rows and every report name rows by their id, which is the ``nomor`` unless the
    row says otherwise.

Mengapa:
    Alur, waktu bersama, dan semua laporan menyebut baris dengan id-nya, yaitu ``nomor``-nya kecuali baris
    itu menulis ``id`` sendiri.

Bad::

    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}
      - {nomor: 1, uraian: Memeriksa konsep, pelaksana: kabag}

Good::

    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}
      - {nomor: 2, uraian: Memeriksa konsep, pelaksana: kabag}

How to mend:
    Keep the printed number as it is and write an ``id`` beside it, or correct the number.

Cara memperbaiki:
    Biarkan nomor yang tercetak seperti adanya dan tulis ``id`` di sampingnya, atau perbaiki nomornya.
"""

from collections.abc import Iterator

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Related, Severity, Text
from sop_engine.graph.process import NameFault
from sop_engine.rules.common import is_tainted, quoted, reached

KIND = Kind("SOP205", "missing-id", Severity.ERROR)


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield each row without a name of its own."""
    _, _, graph = reached(compiled)
    for bad in graph.bad_names:
        if bad.fault is NameFault.MISSING and not is_tainted(compiled, bad.span):
            message = Text("baris ini tidak bernomor dan tidak ber-id", "this row has neither nomor nor id")
        elif bad.fault is NameFault.REPEATED:
            number = quoted(bad.text)
            message = Text(
                f"nomor {number} berulang, maka baris ini memerlukan id",
                f"nomor {number} repeats, so this row needs an id",
            )
        else:
            continue
        yield Diagnostic(
            KIND,
            message,
            compiled.source,
            bad.span,
            Text("tulis misalnya 'id: periksa'", "write for example 'id: periksa'"),
            ()
            if bad.first is None
            else (Related(Text("nomor ini pertama kali di sini", "this nomor is first here"), bad.first),),
        )
