"""SOP204 duplicate-id: two rows or symbols have the same id.

Why:
    A target that names the id would mean both.

Bad::

    kegiatan:
      - {nomor: 1, id: konsep, uraian: Menyusun konsep, pelaksana: staf}
      - {nomor: 2, id: konsep, uraian: Memeriksa konsep, pelaksana: kabag}

Good::

    kegiatan:
      - {nomor: 1, id: konsep, uraian: Menyusun konsep, pelaksana: staf}
      - {nomor: 2, id: periksa, uraian: Memeriksa konsep, pelaksana: kabag}

How to mend:
    Give one of them another ``id``. Without ``id`` a row is named by its ``nomor``, a symbol by its row and a
    letter (4a, 4b), and these count as ids too.
"""

from collections.abc import Iterator

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Related, Severity, Text
from sop_engine.graph.process import NameFault
from sop_engine.rules.common import quoted, reached

KIND = Kind("SOP204", "duplicate-id", Severity.ERROR)


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield each id that stands earlier already."""
    _, _, graph = reached(compiled)
    for bad in graph.bad_names:
        if bad.fault is NameFault.DUPLICATE and bad.first is not None:
            yield Diagnostic(
                KIND,
                Text(f"id {quoted(bad.text)} sudah dipakai", f"id {quoted(bad.text)} is already used"),
                compiled.source,
                bad.span,
                Text("tulis 'id:' lain di sini", "write another 'id:' here"),
                (Related(Text("pertama kali dipakai di sini", "first used here"), bad.first),),
            )
