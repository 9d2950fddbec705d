"""SOP316 shape-mismatch: the written bentuk contradicts how the flow goes on.

Bentuk yang tertulis bertentangan dengan kelanjutan alurnya.

Why:
    Each of the five symbols of PermenPAN-RB 35/2012 means one thing. ``bentuk: selesai`` draws the
    capsule that ends the procedure, ``bentuk: proses`` a box; a step with branches is a decision and is
    drawn as a diamond whatever ``bentuk`` says.

Mengapa:
    Masing-masing dari lima simbol PermenPAN-RB 35/2012 punya satu arti. ``bentuk: selesai`` menggambar
    kapsul yang mengakhiri prosedur, ``bentuk: proses`` menggambar kotak; langkah yang bercabang adalah
    keputusan dan selalu digambar sebagai belah ketupat, apa pun isi ``bentuk``.

Bad::

    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}
      - {nomor: 2, uraian: Mengarsipkan, pelaksana: staf, bentuk: selesai, lanjut: 3}
      - {nomor: 3, uraian: Melaporkan, pelaksana: staf}

Good::

    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}
      - {nomor: 2, uraian: Mengarsipkan, pelaksana: staf}
      - {nomor: 3, uraian: Melaporkan, pelaksana: staf, bentuk: selesai}

How to mend:
    Delete ``bentuk``, or the ``lanjut`` or ``cabang`` that contradicts it.

Cara memperbaiki:
    Hapus ``bentuk``, atau ``lanjut`` atau ``cabang`` yang bertentangan dengannya.
"""

from collections.abc import Iterator

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Related, Severity, Text
from sop_engine.model.symbols import END
from sop_engine.rules.common import loc_of, models, quoted, reached

KIND = Kind("SOP316", "shape-mismatch", Severity.WARNING)


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield each ``bentuk`` that the flow contradicts."""
    document, sop, _ = reached(compiled)
    for model, row, symbol in models(sop):
        shape = model.bentuk
        if shape is None:
            continue
        if model.cabang is not None and shape in ("proses", "selesai"):
            key = "cabang"
        elif shape == "selesai" and model.lanjut and model.lanjut != (END,):
            key = "lanjut"
        else:
            continue
        loc = loc_of(row, symbol)
        yield Diagnostic(
            KIND,
            Text(
                f"bentuk {quoted(shape)} bertentangan dengan '{key}'",
                f"bentuk {quoted(shape)} contradicts '{key}'",
            ),
            compiled.source,
            document.span((*loc, "bentuk")),
            Text(f"hapus 'bentuk' atau '{key}'", f"delete 'bentuk' or '{key}'"),
            (Related(Text(f"'{key}' di sini", f"'{key}' is here"), document.key_span((*loc, key))),),
        )
