"""SOP602 empty-number: the SOP has no number.

SOP tidak bernomor.

Why:
    The number is part of the identity block of every SOP and follows the agency's own rules for official papers.
    Registers, other SOPs and archives find a SOP by it; without it two of one name cannot be told apart. A dash,
    ``No.`` and "belum ada" are no number. A definition that says ``status: konsep`` has not been given one yet and
    is passed over.

Mengapa:
    Nomor adalah unsur Bagian Identitas setiap SOP dan mengikuti tata naskah dinas instansi. Daftar SOP, SOP lain,
    dan arsip merujuk SOP dengan nomornya; tanpa nomor, dua SOP yang senama tidak dapat dibedakan. Tanda hubung,
    ``No.``, dan "belum ada" bukan nomor. Definisi yang menyatakan ``status: konsep`` belum diberi nomor, jadi
    dilewati.

Bad::

    status: berlaku
    identitas:
      nomor:
      nama: Pengumpulan Data Kinerja

Good::

    status: berlaku
    identitas:
      nomor: 01 / SOP / Bappeda
      nama: Pengumpulan Data Kinerja

How to mend:
    Write the number that the SOP was registered under.

Cara memperbaiki:
    Tulis nomor yang diberikan kepada SOP ini saat disahkan.
"""

from collections.abc import Iterator

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Severity, Text
from sop_engine.rules.common import is_tainted, reached
from sop_engine.rules.sop_numbers import is_unnumbered

KIND = Kind("SOP602", "empty-number", Severity.WARNING)

_LOC = ("identitas", "nomor")


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield one finding where there is no number."""
    document, sop, _ = reached(compiled)
    if not is_unnumbered(sop.identitas.nomor) or (sop.status == "konsep" and document.data.get("status")):
        return
    span = document.span(_LOC)
    if is_tainted(compiled, span):
        return
    yield Diagnostic(
        KIND,
        Text("SOP ini tidak bernomor", "this SOP has no number"),
        compiled.source,
        span,
        Text("tulis nomornya sesuai tata naskah dinas", "write the number that the agency gave it"),
    )
