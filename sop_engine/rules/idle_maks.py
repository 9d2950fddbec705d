"""SOP309 idle-maks: a branch that never comes back says how often it may repeat.

Cabang yang tidak pernah kembali menyebut berapa kali ia boleh berulang.

Why:
    ``maks`` limits a loop. From this branch no way leads back to its decision, so there is nothing to limit.

Mengapa:
    ``maks`` membatasi sebuah putaran. Dari cabang ini tidak ada jalan kembali ke keputusannya, jadi tidak
    ada yang perlu dibatasi.

Bad::

    kegiatan:
      - {nomor: 1, uraian: Memeriksa konsep, pelaksana: kabag, cabang: {Ya: {ke: 2, maks: 3}, Tidak: selesai}}
      - {nomor: 2, uraian: Menandatangani, pelaksana: kabag}

Good::

    kegiatan:
      - {nomor: 1, uraian: Memeriksa konsep, pelaksana: kabag, cabang: {Ya: 2, Tidak: {ke: 1, maks: 3}}}
      - {nomor: 2, uraian: Menandatangani, pelaksana: kabag}

How to mend:
    Delete ``maks``, or write it on the branch that goes back.

Cara memperbaiki:
    Hapus ``maks``, atau tulis pada cabang yang kembali ke atas.
"""

from collections.abc import Iterator
from itertools import groupby

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Severity, Text
from sop_engine.rules.common import quoted, reached, whole_flow

KIND = Kind("SOP309", "idle-maks", Severity.WARNING)


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield each ``maks`` on a branch that is part of no circle."""
    graph = whole_flow(compiled)
    if graph is None:
        return
    document, _, _ = reached(compiled)
    limited = [flow for flow in graph.flows if flow.repeats is not None]
    for (source, label), arms in groupby(limited, key=lambda flow: (flow.source, flow.label or "")):
        number = graph.net.components
        here = number[graph.number[source]]
        if all(number[graph.number[flow.target]] != here for flow in arms):
            loc = (*graph.steps[source].loc, "cabang", label, "maks")
            yield Diagnostic(
                KIND,
                Text(
                    f"cabang {quoted(label)} dari {quoted(source)} tidak pernah kembali, 'maks' tidak berarti",
                    f"branch {quoted(label)} of {quoted(source)} never comes back, 'maks' means nothing",
                ),
                compiled.source,
                document.span(loc),
                Text("hapus 'maks'", "delete 'maks'"),
            )
