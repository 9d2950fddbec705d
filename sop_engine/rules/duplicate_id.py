"""SOP204 duplicate-id: two rows or symbols have the same id.

Dua baris atau simbol memakai id yang sama.

Why:
    A target that names the id would mean both, so nobody can tell which step comes next.

Mengapa:
    Alur yang menyebut id itu akan menunjuk keduanya sekaligus, sehingga langkah berikutnya tidak dapat
    ditentukan.

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

Cara memperbaiki:
    Beri salah satunya ``id`` lain. Tanpa ``id``, sebuah baris dinamai menurut ``nomor``-nya dan sebuah
    simbol menurut barisnya ditambah huruf (4a, 4b); nama-nama itu pun terhitung sebagai id.
"""

from collections.abc import Iterator

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Related, Severity, Text
from sop_engine.graph.process import BadName, NameFault
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
                _hint(bad, compiled.source.text[bad.span.start : bad.span.end]),
                (Related(Text("pertama kali dipakai di sini", "first used here"), bad.first),),
            )


def _hint(bad: BadName, written: str) -> Text:
    if written.strip("'\"") == bad.text:
        return Text("tulis 'id:' lain di sini", "write another 'id:' here")
    name = quoted(bad.text)
    return Text(
        f"tanpa 'id:' namanya {name}: tulis 'id:' di sini",
        f"without 'id:' its name is {name}: write an 'id:' here",
    )
