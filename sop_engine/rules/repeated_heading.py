"""SOP212 repeated-heading: tampilan.judul gives one column two headings.

tampilan.judul memberi dua judul untuk satu kolom.

Why:
    ``uraian`` and ``kegiatan`` stand for the same column. Only one heading can be printed, so the other is
    lost.

Mengapa:
    ``uraian`` dan ``kegiatan`` adalah nama untuk kolom yang sama. Hanya satu judul yang dapat dicetak,
    sehingga yang lain hilang.

Bad::

    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}
    tampilan:
      judul: {uraian: Aktivitas, kegiatan: Langkah Kerja}

Good::

    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}
    tampilan:
      judul: {kegiatan: Aktivitas}

How to mend:
    Delete one of the two. Until then ``uraian`` is printed.

Cara memperbaiki:
    Hapus salah satunya. Selama keduanya ada, yang tercetak adalah ``uraian``.
"""

from collections.abc import Iterator

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Related, Severity, Text
from sop_engine.rules.common import quoted, reached

KIND = Kind("SOP212", "repeated-heading", Severity.WARNING)

_JUDUL = ("tampilan", "judul")


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield the heading that is not printed; two of the same words lose nothing."""
    document, sop, _ = reached(compiled)
    judul = sop.tampilan.judul
    if not judul.uraian or not judul.kegiatan or judul.uraian == judul.kegiatan:
        return
    printed, lost = quoted(judul.uraian), quoted(judul.kegiatan)
    yield Diagnostic(
        KIND,
        Text(
            f"judul {lost} tidak tercetak: 'uraian' dan 'kegiatan' adalah kolom yang sama",
            f"heading {lost} is not printed: 'uraian' and 'kegiatan' are the same column",
        ),
        compiled.source,
        document.span((*_JUDUL, "kegiatan")),
        Text("hapus salah satunya", "delete one of the two"),
        (
            Related(
                Text(f"{printed} yang tercetak", f"{printed} is printed"), document.span((*_JUDUL, "uraian"))
            ),
        ),
    )
