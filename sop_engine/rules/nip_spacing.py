"""SOP617 nip-spacing: a NIP is not spaced as usual.

Spasi NIP tidak seperti lazimnya.

Why:
    Official papers set a NIP in four groups, birth, appointment, sex and serial number: ``19740213 199303 1 002``. So
    it is read and compared in one look. Spacing changes nothing of the number, so this rule is off until it is
    selected; ``sop fix`` sets the groups. A NIP with a fault is left alone.

Mengapa:
    Naskah dinas menulis NIP dalam empat kelompok, yaitu lahir, pengangkatan, jenis kelamin, dan nomor urut:
    ``19740213 199303 1 002``. Dengan begitu NIP mudah dibaca dan dicocokkan. Spasi tidak mengubah nomornya, karena
    itu aturan ini baru berlaku bila dipilih; ``sop fix`` menata kelompoknya. NIP yang keliru dibiarkan.

Bad::

    identitas:
      nama: Penyusunan Laporan
      disahkan_oleh: {jabatan: Kepala Badan, nama: Contoh Nama, nip: '197402131993031002'}

Good::

    identitas:
      nama: Penyusunan Laporan
      disahkan_oleh: {jabatan: Kepala Badan, nama: Contoh Nama, nip: 19740213 199303 1 002}

How to mend:
    Write the NIP as the hint has it, or run ``sop fix``.

Cara memperbaiki:
    Tulis NIP seperti pada petunjuknya, atau jalankan ``sop fix``.
"""

from collections.abc import Iterator

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Severity, Text
from sop_engine.rules.common import quoted, reached
from sop_engine.rules.nip import spaced_nip
from sop_engine.rules.places import words_span

KIND = Kind("SOP617", "nip-spacing", Severity.INFO, default=False)

_LOC = ("identitas", "disahkan_oleh", "nip")


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield the NIP where it is sound but grouped otherwise."""
    document, sop, _ = reached(compiled)
    signer = sop.identitas.disahkan_oleh
    nip = None if signer is None else signer.nip
    found = None if nip is None else spaced_nip(nip)
    if nip is None or found is None:
        return
    start, end, usual = found
    if nip[start:end] == usual:
        return
    written, better = quoted(nip[start:end]), quoted(usual)
    yield Diagnostic(
        KIND,
        Text(f"NIP {written} lazimnya ditulis {better}", f"NIP {written} is usually written {better}"),
        compiled.source,
        words_span(document, document.span(_LOC), nip, start, end),
        Text(f"tulis {better}, atau jalankan 'sop fix'", f"write {better}, or run 'sop fix'"),
        instead=usual,
    )
