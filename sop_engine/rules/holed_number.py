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

import re
from collections.abc import Iterator

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Severity, Text
from sop_engine.rules.common import quoted, reached
from sop_engine.rules.places import is_blank, words_span

KIND = Kind("SOP603", "holed-number", Severity.WARNING)

_LOC = ("identitas", "nomor")
_HOLE = re.compile(
    r"""
      [/\\]\s*[-–—]?\s*[/\\](?:\s*[-–—]?\s*[/\\])*  # nothing, or only a dash, between two slashes
    | (?:\.\s?){3,} | \.{2,} | …+ | (?:_\s?){2,}    # a line to write on
    | (?<![^\W_])[xX]{2,}(?![^\W_])                 # xx
    | \?+ | \(\s*\) | \[\s*\] | -{2,}
    | ^\s*[/\\] | [/\\]\s*$ | (?<=\s)[-–—]\s*$      # a slash with nothing before or behind it
    """,
    re.VERBOSE,
)
_ONLY_A_LABEL = re.compile(r"(?:nomor|no)\.?\s*(?:sop)?\s*[:.]?\s*", re.IGNORECASE)
_MOST = 300


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield the first hole of the number."""
    document, sop, _ = reached(compiled)
    nomor = sop.identitas.nomor
    if nomor is None:
        return
    hole = _HOLE.search(nomor, 0, _MOST)
    label = hole is None and _ONLY_A_LABEL.fullmatch(nomor)
    if (hole is None and not label) or is_blank(nomor):
        return
    start, end = hole.span() if hole else (0, len(nomor))
    yield Diagnostic(
        KIND,
        Text(f"nomor SOP {quoted(nomor)} berlubang", f"the number {quoted(nomor)} has a hole"),
        compiled.source,
        words_span(document, document.span(_LOC), nomor, start, end),
        Text("isi bagian nomor yang masih kosong", "fill in the part that is missing"),
    )
