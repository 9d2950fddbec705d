"""SOP505 wrong-total: the stated total is not what the rows add up to.

Jumlah waktu yang dinyatakan tidak sama dengan jumlah kolom waktu.

Why:
    The total is what people plan with and what the office is held to. A wrong one mostly stays behind when a row's time
    is changed. Times are added unit by unit, each row once, and only what always holds is carried: 60 minutes are an
    hour, 12 months a year. Hours never become days, since a working day has not the hours of a calendar day.

Mengapa:
    Jumlah waktu menjadi dasar perencanaan dan janji kepada yang dilayani. Jumlah yang salah biasanya tertinggal ketika
    waktu suatu baris diubah. Waktu dijumlahkan menurut satuannya, setiap baris satu kali, dan hanya dikonversi bila
    selalu berlaku: 60 menit menjadi 1 jam, 12 bulan menjadi 1 tahun. Jam tidak pernah dijadikan hari, sebab jam dalam
    satu hari kerja berbeda dengan jam dalam satu hari kalender.

Bad::

    kegiatan:
      - nomor: 1
        uraian: Menyusun konsep laporan
        pelaksana: staf
        mutu_baku: {kelengkapan: Rencana kerja, waktu: 45 menit, output: Konsep laporan}
      - nomor: 2
        uraian: Menandatangani laporan
        pelaksana: kabag
        mutu_baku: {kelengkapan: Konsep laporan, waktu: 1 jam, output: Laporan}
    jumlah_waktu: 1 jam 30 menit

Good::

    kegiatan:
      - nomor: 1
        uraian: Menyusun konsep laporan
        pelaksana: staf
        mutu_baku: {kelengkapan: Rencana kerja, waktu: 45 menit, output: Konsep laporan}
      - nomor: 2
        uraian: Menandatangani laporan
        pelaksana: kabag
        mutu_baku: {kelengkapan: Konsep laporan, waktu: 1 jam, output: Laporan}
    jumlah_waktu: 1 jam 45 menit

How to mend:
    Write the total that the hint gives, or correct the row whose time is wrong. Leave 'jumlah_waktu' out where the
    document states none: 'sop duration' always adds up.

Cara memperbaiki:
    Tulis jumlah yang disebut pada petunjuk, atau perbaiki waktu pada baris yang keliru. Hapus 'jumlah_waktu' bila
    dokumennya tidak menyatakan jumlah: 'sop duration' selalu menghitungnya.
"""

from collections.abc import Iterator

from sop_engine.analysis.total import Agreement
from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Severity, Text
from sop_engine.rules.common import quoted, reached
from sop_engine.rules.stated_total import Compared, compared

KIND = Kind("SOP505", "wrong-total", Severity.ERROR)


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield the stated total where it is wrong."""
    document, sop, _ = reached(compiled)
    if sop.jumlah_waktu is None:
        return
    found = compared(compiled)
    if found is None or found.agreement is not Agreement.WRONG:
        return
    stated, total = quoted(found.stated), quoted(found.total)
    off = _off(found)
    yield Diagnostic(
        KIND,
        Text(
            f"jumlah_waktu {stated} tidak sama dengan jumlah kolom waktu {total}{off.id}",
            f"jumlah_waktu {stated} is not what the rows add up to, {total}{off.en}",
        ),
        compiled.source,
        document.span(("jumlah_waktu",)),
        _hint(found, total),
        instead=found.total,
    )


def _off(found: Compared) -> Text:
    if found.difference is None:
        return Text("", "")
    if found.sign == "+":
        return Text(f": kurang {found.difference}", f": {found.difference} too little")
    return Text(f": lebih {found.difference}", f": {found.difference} too much")


def _hint(found: Compared, total: str) -> Text:
    if found.difference is None:
        return Text(
            f"satuannya berbeda dan tidak dapat dikonversi dengan pasti: tulis {total}",
            f"their units differ and cannot be converted for certain: write {total}",
        )
    return Text(
        f"tulis {total}, atau perbaiki waktu pada barisnya", f"write {total}, or correct a row's time"
    )
