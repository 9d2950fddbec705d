"""SOP506 rounded-total: the stated total is rounded.

Jumlah waktu yang dinyatakan dibulatkan.

Why:
    A total that leaves out the minutes is right as far as it goes, but whoever adds up the column finds another number
    and asks which of the two holds.

Mengapa:
    Jumlah yang menghilangkan menitnya tidak salah, tetapi siapa pun yang menjumlahkan kolom waktu akan menemukan angka
    lain dan bertanya mana yang berlaku.

Bad::

    kegiatan:
      - nomor: 1
        uraian: Menyusun konsep laporan
        pelaksana: staf
        mutu_baku: {kelengkapan: Rencana kerja, waktu: 2 hari, output: Konsep laporan}
      - nomor: 2
        uraian: Menandatangani laporan
        pelaksana: kabag
        mutu_baku: {kelengkapan: Konsep laporan, waktu: 10 menit, output: Laporan}
    jumlah_waktu: 2 hari

Good::

    kegiatan:
      - nomor: 1
        uraian: Menyusun konsep laporan
        pelaksana: staf
        mutu_baku: {kelengkapan: Rencana kerja, waktu: 2 hari, output: Konsep laporan}
      - nomor: 2
        uraian: Menandatangani laporan
        pelaksana: kabag
        mutu_baku: {kelengkapan: Konsep laporan, waktu: 10 menit, output: Laporan}
    jumlah_waktu: 2 hari 10 menit

How to mend:
    Write the whole total. Where the printed document is to stay as it is, silence the line.

Cara memperbaiki:
    Tulis jumlah selengkapnya. Bila dokumen cetaknya dibiarkan, abaikan aturan ini pada baris itu.
"""

from collections.abc import Iterator

from sop_engine.analysis.total import Agreement
from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Severity, Text
from sop_engine.rules.common import quoted, reached
from sop_engine.rules.stated_total import compared

KIND = Kind("SOP506", "rounded-total", Severity.INFO)


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield the stated total where it is right but for smaller units."""
    document, sop, _ = reached(compiled)
    if sop.jumlah_waktu is None:
        return
    found = compared(compiled)
    if found is None or found.agreement is not Agreement.ROUNDED:
        return
    stated, total = quoted(found.stated), quoted(found.total)
    less = found.difference
    yield Diagnostic(
        KIND,
        Text(
            f"jumlah_waktu {stated} dibulatkan dari {total}" + (f": selisih {less}" if less else ""),
            f"jumlah_waktu {stated} is rounded from {total}" + (f": {less} off" if less else ""),
        ),
        compiled.source,
        document.span(("jumlah_waktu",)),
        Text(f"tulis {total} bila jumlahnya harus tepat", f"write {total} where the total must be exact"),
    )
