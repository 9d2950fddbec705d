"""SOP401 idle-role: a declared role does nothing.

Pelaksana yang dideklarasikan tidak mengerjakan apa pun.

Why:
    Its lane stays empty on the sheet. Either a step stands in the wrong lane, or the lane is not needed.

Mengapa:
    Lajurnya kosong pada lembar SOP. Mungkin ada langkah yang berada di lajur yang salah, atau lajur itu
    tidak diperlukan.

Bad::

    pelaksana: {staf: Staf Penyusun, kabag: Kepala Bagian}
    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}

Good::

    pelaksana: {staf: Staf Penyusun, kabag: Kepala Bagian}
    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}
      - {nomor: 2, uraian: Memeriksa konsep, pelaksana: kabag}

How to mend:
    Name the role in the step that it does, or delete it.

Cara memperbaiki:
    Sebut pelaksana itu di langkah yang dikerjakannya, atau hapus.
"""

from collections.abc import Iterator

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Severity, Text
from sop_engine.rules.common import Likeness, is_tainted, models, quoted, reached, roles_in

KIND = Kind("SOP401", "idle-role", Severity.WARNING)


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield each role that no step names."""
    document, sop, _ = reached(compiled)
    named = {role for model, _, _ in models(sop) for role in model.pelaksana}
    idle = [role for role in sop.pelaksana if role not in named]
    if not idle or is_tainted(compiled, document.span(("kegiatan",))):
        return
    # A misspelt role is reported where it stands; the role that was meant is then not idle.
    likeness = Likeness(sop.pelaksana)
    unknown = sorted(named.difference(sop.pelaksana))
    meant = {likeness.nearest(role) for role in unknown}
    meant.update(part for role in unknown for part in roles_in(role, sop.pelaksana))
    for role in idle:
        span = document.key_span(("pelaksana", role))
        if role not in meant and not is_tainted(compiled, span):
            yield Diagnostic(
                KIND,
                Text(
                    f"peran {quoted(role)} tidak mengerjakan satu langkah pun",
                    f"role {quoted(role)} does no step",
                ),
                compiled.source,
                span,
                Text(
                    "sebut peran ini di langkahnya, atau hapus",
                    "name it in the step that it does, or delete it",
                ),
            )
