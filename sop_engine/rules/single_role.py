"""SOP405 single-role: the whole procedure has one lane only.

Seluruh prosedur hanya memiliki satu lajur pelaksana.

Why:
    A SOP with one actor is a SOP teknis, an instruction how to do one piece of work; a SOP administratif shows how work
    passes between several. A sheet with a single lane shows no such passing: either it is a SOP teknis, or
    performers were left out.

Mengapa:
    SOP dengan satu pelaku adalah SOP teknis, yang menerangkan cara melakukan satu pekerjaan; SOP administratif
    menunjukkan pekerjaan yang berpindah di antara beberapa pelaksana. Lembar dengan satu lajur tidak menunjukkan
    perpindahan itu: SOP-nya memang teknis, atau ada pelaksana yang belum dicantumkan.

Bad::

    pelaksana: {staf: Staf Penyusun}
    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}
      - {nomor: 2, uraian: Memeriksa konsep, pelaksana: staf}

Good::

    pelaksana: {staf: Staf Penyusun, kabag: Kepala Bagian}
    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}
      - {nomor: 2, uraian: Memeriksa konsep, pelaksana: kabag}

How to mend:
    Add the other performers. Where the SOP is teknis on purpose, silence the finding.

Cara memperbaiki:
    Tambahkan pelaksana lainnya. Bila SOP-nya memang SOP teknis, temuan ini boleh diabaikan.
"""

from collections.abc import Iterator

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Severity, Text
from sop_engine.rules.common import is_tainted, models, quoted, reached

KIND = Kind("SOP405", "single-role", Severity.INFO)


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield the only lane; not where another one is faulty or named without being declared."""
    document, sop, _ = reached(compiled)
    if len(sop.pelaksana) != 1:
        return
    [(role, peran)] = sop.pelaksana.items()
    if is_tainted(compiled, document.span(("pelaksana",))) or any(
        name != role for model, _, _ in models(sop) for name in model.pelaksana
    ):
        return
    yield Diagnostic(
        KIND,
        Text(
            f"hanya ada satu pelaksana, {quoted(peran.nama)}",
            f"there is only one performer, {quoted(peran.nama)}",
        ),
        compiled.source,
        document.key_span(("pelaksana",)),
        Text(
            "SOP dengan satu pelaku adalah SOP teknis; pada SOP administratif tambahkan pelaksana lainnya",
            "a SOP with one actor is a SOP teknis; in a SOP administratif add the other performers",
        ),
    )
