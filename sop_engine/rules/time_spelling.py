"""SOP511 time-spelling: a standard time is not written in the usual form.

Waktu baku tidak ditulis dalam bentuk yang lazim.

Why:
    ``30menit``, ``satu hari`` and ``7 (tujuh) hari kerja`` are understood and add up like ``30 menit``, ``1 hari``
    and ``7 hari kerja``; but one form in all SOPs is easier to read, to search and to compare. Agencies write times
    in their own way, so this rule is off until it is selected; ``sop fix`` sets them in the usual form. Several
    times in one cell, as ``2 jam; 1 jam``, stay as they are.

Mengapa:
    ``30menit``, ``satu hari``, dan ``7 (tujuh) hari kerja`` terbaca dan dijumlahkan sama seperti ``30 menit``,
    ``1 hari``, dan ``7 hari kerja``; tetapi bentuk yang sama di semua SOP lebih mudah dibaca, dicari, dan
    dibandingkan. Tiap instansi punya kebiasaan menulis waktu, karena itu aturan ini baru berlaku bila dipilih;
    ``sop fix`` menuliskannya dalam bentuk yang lazim. Beberapa waktu dalam satu sel, seperti ``2 jam; 1 jam``,
    dibiarkan.

Bad::

    kegiatan:
      - nomor: 1
        uraian: Menyusun konsep
        pelaksana: staf
        mutu_baku: {waktu: 30menit}

Good::

    kegiatan:
      - nomor: 1
        uraian: Menyusun konsep
        pelaksana: staf
        mutu_baku: {waktu: 30 menit}

How to mend:
    Write the time as the hint has it, or run ``sop fix``.

Cara memperbaiki:
    Tulis waktunya seperti pada petunjuknya, atau jalankan ``sop fix``.
"""

from collections.abc import Iterator

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Severity, Text
from sop_engine.model.waktu import Waktu, parse_waktu
from sop_engine.reading.document import Loc
from sop_engine.rules.common import quoted, reached

KIND = Kind("SOP511", "time-spelling", Severity.INFO, default=False)


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield each measured time that is not its own canonical text."""
    _, sop, _ = reached(compiled)
    for index, row in enumerate(sop.kegiatan):
        waktu = row.mutu_baku.waktu
        if _is_odd(waktu):
            yield _finding(compiled, ("kegiatan", index, "mutu_baku", "waktu"), waktu)
    stated = sop.jumlah_waktu
    # How fine a total is stated says how it may be rounded: '2 hari 0 jam' is more than '2 hari'.
    if stated is not None and _is_odd(stated) and parse_waktu(str(stated)).terkecil == stated.terkecil:
        yield _finding(compiled, ("jumlah_waktu",), stated)


def _is_odd(waktu: Waktu) -> bool:
    # Added up, the times of several hands would be told no more.
    several = ";" in waktu.teks or "+" in waktu.teks
    return waktu.is_measured and not several and waktu.teks.strip() != str(waktu)


def _finding(compiled: Compiled, loc: Loc, waktu: Waktu) -> Diagnostic:
    document, _, _ = reached(compiled)
    usual = str(waktu)
    written, better = quoted(waktu.teks), quoted(usual)
    return Diagnostic(
        KIND,
        Text(f"waktu {written} lazimnya ditulis {better}", f"time {written} is usually written {better}"),
        compiled.source,
        document.span(loc),
        Text(f"tulis {better}, atau jalankan 'sop fix'", f"write {better}, or run 'sop fix'"),
        instead=usual,
    )
