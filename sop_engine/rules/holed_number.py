"""SOP603 holed-number: the number of the SOP has a hole.

Nomor SOP berlubang: ada bagiannya yang belum diisi.

Why:
    A number is typed with a gap, dots or ``xx`` for the part that the registry fills in later, and then the SOP is
    signed without it. Several SOPs then carry one number, and no register can name this one. Numbers follow each
    agency's own rules, so only gaps that nobody can mean are reported: never blanks round a slash.

Mengapa:
    Nomor sering diketik dengan bagian kosong, titik-titik, atau ``xx`` untuk diisi kemudian oleh pengelola naskah
    dinas, lalu SOP telanjur disahkan. Akibatnya beberapa SOP bernomor sama dan tidak ada yang dapat dirujuk.
    Penomoran mengikuti tata naskah dinas setiap instansi, jadi hanya lubang yang jelas yang dilaporkan; spasi di
    kiri kanan garis miring bukan lubang.

Bad::

    identitas:
      nomor: 000/ /Bagumkeu/2020
      nama: Pengumpulan Data Kinerja

Good::

    identitas:
      nomor: 000/12/Bagumkeu/2020
      nama: Pengumpulan Data Kinerja

How to mend:
    Fill in the part that is missing.

Cara memperbaiki:
    Isi bagian nomor yang masih kosong.
"""

from collections.abc import Iterator

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Severity, Text
from sop_engine.rules.common import quoted, reached
from sop_engine.rules.places import words_span
from sop_engine.rules.sop_numbers import hole_in, is_unnumbered

KIND = Kind("SOP603", "holed-number", Severity.WARNING)

_LOC = ("identitas", "nomor")


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield the first hole of the number."""
    document, sop, _ = reached(compiled)
    nomor = sop.identitas.nomor
    if nomor is None:
        return
    hole = hole_in(nomor)
    if hole is None or is_unnumbered(nomor):
        return
    yield Diagnostic(
        KIND,
        Text(f"nomor SOP {quoted(nomor)} berlubang", f"the number {quoted(nomor)} has a hole"),
        compiled.source,
        words_span(document, document.span(_LOC), nomor, *hole),
        Text("isi bagian nomor yang masih kosong", "fill in the part that is missing"),
    )
