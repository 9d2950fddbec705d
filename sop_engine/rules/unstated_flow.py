"""SOP304 unstated-flow: a symbol among several in its row does not say where it goes.

Salah satu dari beberapa simbol dalam satu baris tidak menyebut kelanjutannya.

Why:
    A row without ``simbol`` goes on to the next row. Of several symbols in a row some lead to each other and
    some to other rows, so nothing can be taken for granted. Only the very last symbol of the last row needs
    no word: it ends the procedure.

Mengapa:
    Baris tanpa ``simbol`` berlanjut ke baris berikutnya. Bila satu baris memuat beberapa simbol, sebagian
    menuju simbol lain di baris itu dan sebagian menuju baris lain, jadi kelanjutannya tidak dapat
    diandaikan. Hanya simbol terakhir di baris terakhir yang tidak perlu menyebutnya: simbol itu
    mengakhiri prosedur.

Bad::

    kegiatan:
      - nomor: 1
        uraian: Menyusun dan memeriksa
        simbol:
          - {pelaksana: staf}
          - {pelaksana: kabag, lanjut: 2}
      - {nomor: 2, uraian: Menandatangani, pelaksana: kabag}

Good::

    kegiatan:
      - nomor: 1
        uraian: Menyusun dan memeriksa
        simbol:
          - {pelaksana: staf, lanjut: 1b}
          - {pelaksana: kabag, lanjut: 2}
      - {nomor: 2, uraian: Menandatangani, pelaksana: kabag}

How to mend:
    Write ``lanjut``, ``cabang`` or ``bentuk: selesai`` in the symbol.

Cara memperbaiki:
    Tulis ``lanjut``, ``cabang``, atau ``bentuk: selesai`` pada simbol itu.
"""

from collections.abc import Iterator

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Severity, Text
from sop_engine.rules.common import is_tainted, quoted, reached

KIND = Kind("SOP304", "unstated-flow", Severity.ERROR)


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield each such symbol."""
    document, _, graph = reached(compiled)
    for reference in graph.unresolved:
        if not reference.implicit or reference.candidates:
            continue
        if is_tainted(compiled, document.span(reference.loc)):
            continue
        name = quoted(reference.source)
        yield Diagnostic(
            KIND,
            Text(f"simbol {name} tidak menyebut kelanjutannya", f"symbol {name} does not say where it goes"),
            compiled.source,
            reference.span,
            Text(
                "tulis 'lanjut', 'cabang', atau 'bentuk: selesai' pada simbol ini",
                "write 'lanjut', 'cabang' or 'bentuk: selesai' in this symbol",
            ),
        )
