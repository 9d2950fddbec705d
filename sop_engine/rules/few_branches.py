"""SOP305 few-branches: a decision with fewer than two branches.

Keputusan dengan kurang dari dua cabang.

Why:
    A diamond asks a question (belah ketupat, keputusan: one of the five symbols of PermenPAN-RB 35/2012);
    with one answer there is nothing to decide.

Mengapa:
    Belah ketupat, salah satu dari lima simbol PermenPAN-RB 35/2012, berarti keputusan: ia mengajukan
    pertanyaan. Bila jawabannya hanya satu, tidak ada yang diputuskan.

Bad::

    kegiatan:
      - {nomor: 1, uraian: Memeriksa konsep, pelaksana: kabag, cabang: {Ya: 2}}
      - {nomor: 2, uraian: Menandatangani, pelaksana: kabag}

Good::

    kegiatan:
      - {nomor: 1, uraian: Memeriksa konsep, pelaksana: kabag, cabang: {Ya: 2, Tidak: 1}}
      - {nomor: 2, uraian: Menandatangani, pelaksana: kabag}

How to mend:
    Write the other branch, or make the step an ordinary one with ``lanjut``.

Cara memperbaiki:
    Tulis cabang yang lain, atau jadikan langkah biasa dengan ``lanjut``.
"""

from collections.abc import Iterator

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Severity, Text
from sop_engine.rules.common import is_tainted, model_of, quoted, reached

KIND = Kind("SOP305", "few-branches", Severity.ERROR)


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield each decision without a choice."""
    document, sop, graph = reached(compiled)
    for step in graph.decisions:
        model = model_of(sop, step)
        if model.cabang is not None and len(model.cabang) > 1:
            continue
        name = quoted(step.id)
        if model.cabang is None:
            span = document.span((*step.loc, "bentuk"))
            message = Text(f"keputusan {name} tidak bercabang", f"decision {name} has no branches")
        else:
            span = document.span((*step.loc, "cabang"))
            count = len(model.cabang)
            message = Text(
                f"keputusan {name} hanya bercabang satu" if count else f"keputusan {name} tidak bercabang",
                f"decision {name} has only one branch" if count else f"decision {name} has no branches",
            )
        if not is_tainted(compiled, span):
            yield Diagnostic(
                KIND,
                message,
                compiled.source,
                span,
                Text(
                    "tulis misalnya 'cabang: {Ya: 5, Tidak: 3}'",
                    "write for example 'cabang: {Ya: 5, Tidak: 3}'",
                ),
            )
