"""SOP607 odd-nip: the NIP of the official who signed cannot be right.

NIP pejabat yang mengesahkan tidak mungkin benar.

Why:
    A NIP has 18 digits: the day of birth (8), the month of appointment (6), the sex (1 or 2) and a serial number
    (3), joined, with blanks or with dots. Scans and copying lose a digit or turn 0 into O; the parts tell. There is
    no checksum. Employees by contract (PPPK) have 18 digits too, with the count of their contracts (21, 22 ...) for
    the month; they are fine. What is marked NRP (police, army) or NIPD (villages) is no NIP and is passed over, and
    so is a rank beside the number.

Mengapa:
    NIP terdiri atas 18 angka: tanggal lahir (8), bulan pengangkatan (6), jenis kelamin (1 atau 2), dan nomor urut
    (3); ditulis bersambung, berspasi, atau bertitik. Hasil pindai dan salinan sering kehilangan satu angka atau
    mengubah 0 menjadi O, dan itu tampak dari bagian-bagiannya. NIP tidak mempunyai angka pemeriksa. Nomor induk
    PPPK juga 18 angka, dengan urutan perjanjian kerja (21, 22, ...) di tempat bulan; itu tidak dipersoalkan. Nomor
    yang ditandai NRP (Polri, TNI) atau NIPD (perangkat desa) bukan NIP dan dilewati, demikian pula pangkat yang
    ditulis di samping NIP.

Bad::

    identitas:
      nama: Pengumpulan Data Kinerja
      disahkan_oleh: {jabatan: Kepala Bappeda, nama: Budi Santoso, nip: 19741313 199303 1 002}

Good::

    identitas:
      nama: Pengumpulan Data Kinerja
      disahkan_oleh: {jabatan: Kepala Bappeda, nama: Budi Santoso, nip: 19740213 199303 1 002}

How to mend:
    Compare the number with the signed copy.

Cara memperbaiki:
    Cocokkan nomornya dengan naskah yang sudah ditandatangani.
"""

from collections.abc import Iterator

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Severity, Text
from sop_engine.rules.common import quoted, reached
from sop_engine.rules.nip import nip_fault
from sop_engine.rules.places import words_span

KIND = Kind("SOP607", "odd-nip", Severity.WARNING)

_LOC = ("identitas", "disahkan_oleh", "nip")


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield what is wrong with the NIP; of several faults the first."""
    document, sop, _ = reached(compiled)
    signer = sop.identitas.disahkan_oleh
    nip = None if signer is None else signer.nip
    fault = None if nip is None else nip_fault(nip)
    if nip is None or fault is None:
        return
    yield Diagnostic(
        KIND,
        Text(f"NIP {quoted(nip, 60)}: {fault.message.id}", f"NIP {quoted(nip, 60)}: {fault.message.en}"),
        compiled.source,
        words_span(document, document.span(_LOC), nip, fault.start, fault.end),
        fault.hint,
        instead=fault.instead,
    )
