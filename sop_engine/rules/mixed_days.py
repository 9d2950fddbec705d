"""SOP507 mixed-days: 'hari' stands beside 'hari kerja' or 'hari kalender'.

'hari' dipakai bersama 'hari kerja' atau 'hari kalender'.

Why:
    A working day leaves out weekends and holidays, a calendar day does not, and of a bare 'hari' beside them nobody
    knows which it is. Such times are different units: they cannot be added, and '2 hari 3 hari kerja' is no total that a
    citizen can count. 'hari kerja' beside 'hari kalender' is clear, and is not reported.

Mengapa:
    Hari kerja tidak menghitung hari libur, hari kalender menghitungnya, sedangkan 'hari' saja di sampingnya tidak jelas
    yang mana. Ketiganya satuan yang berbeda dan tidak dapat dijumlahkan; '2 hari 3 hari kerja' bukan jumlah yang dapat
    dihitung pemohon. 'hari kerja' bersama 'hari kalender' cukup jelas dan tidak dilaporkan.

Bad::

    kegiatan:
      - nomor: 1
        uraian: Menyusun konsep laporan
        pelaksana: staf
        mutu_baku: {kelengkapan: Rencana kerja, waktu: 3 hari kerja, output: Konsep laporan}
      - nomor: 2
        uraian: Menandatangani laporan
        pelaksana: kabag
        mutu_baku: {kelengkapan: Konsep laporan, waktu: 1 hari, output: Laporan}

Good::

    kegiatan:
      - nomor: 1
        uraian: Menyusun konsep laporan
        pelaksana: staf
        mutu_baku: {kelengkapan: Rencana kerja, waktu: 3 hari kerja, output: Konsep laporan}
      - nomor: 2
        uraian: Menandatangani laporan
        pelaksana: kabag
        mutu_baku: {kelengkapan: Konsep laporan, waktu: 1 hari kerja, output: Laporan}

How to mend:
    Choose one and write it in every row. Where a note under the table ('catatan') says which days are meant, nothing is
    reported. 'waktu_kerja' settles conversions only: it is not printed.

Cara memperbaiki:
    Pilih salah satu dan pakai di semua baris. Bila catatan di bawah tabel ('catatan') menjelaskan hari yang dimaksud,
    tidak ada yang dilaporkan. 'waktu_kerja' hanya untuk konversi dan tidak tercetak.
"""

import re
from collections.abc import Iterator

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Related, Severity, Text
from sop_engine.model.satuan import Unit
from sop_engine.model.sop import Sop
from sop_engine.rules.common import any_of, quoted, reached

KIND = Kind("SOP507", "mixed-days", Severity.WARNING)

_CLEAR = (Unit.HARI_KERJA, Unit.HARI_KALENDER)
_NOTE = re.compile(r"\bhari\s+(?:kerja|efektif|kalender)\b", re.IGNORECASE)


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield the first row with the kind of day that fewer rows have; of equals, the one that comes later."""
    document, sop, _ = reached(compiled)
    bare, clear = _days(sop)
    if not bare or not clear or any(_NOTE.search(note) for note in sop.catatan):
        return
    units = any_of(["hari", *(unit for unit in _CLEAR if unit in clear.values())])
    fewer_bare = (len(bare), -bare[0]) < (len(clear), -min(clear))
    here, there = (bare[0], min(clear)) if fewer_bare else (min(clear), bare[0])
    subject, other = (quoted(sop.kegiatan[row].mutu_baku.waktu.teks, 80) for row in (here, there))
    at, also = (document.span(("kegiatan", row, "mutu_baku", "waktu")) for row in (here, there))
    yield Diagnostic(
        KIND,
        Text(
            f"{subject} bersama {other}: satuannya berbeda dan tidak dapat dijumlahkan"
            if here != there
            else f"{subject} mencampur satuan hari yang tidak dapat dijumlahkan",
            f"{subject} beside {other}: different units that cannot be added"
            if here != there
            else f"{subject} mixes kinds of days that cannot be added",
        ),
        compiled.source,
        at,
        Text(
            f"pakai satu satuan di semua baris: {units.id}",
            f"use one unit in every row: {units.en}",
        ),
        () if here == there else (Related(Text("satuan yang lain di sini", "the other unit is here"), also),),
    )


def _days(sop: Sop) -> tuple[list[int], dict[int, Unit]]:
    """Rows that say just ``hari``, and rows that say which days, in order."""
    bare: list[int] = []
    clear: dict[int, Unit] = {}
    for index, row in enumerate(sop.kegiatan):
        for unit, _ in row.mutu_baku.waktu.high.parts:
            if unit is Unit.HARI:
                bare.append(index)
            elif unit in _CLEAR:
                clear.setdefault(index, unit)
    return bare, clear
