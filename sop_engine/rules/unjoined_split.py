"""SOP310 unjoined-split: arms of a split meet in a step that does not say ``gabung``.

Alur yang dibagi bertemu lagi di langkah yang tidak menyebut ``gabung``.

Why:
    Each arm that comes there carries its own work: the step, and all behind it, runs once for each of them.

Mengapa:
    Setiap bagian alur yang sampai di sana membawa pekerjaannya sendiri: langkah itu, dan semua langkah
    sesudahnya, dikerjakan sekali untuk tiap bagian.

Bad::

    kegiatan:
      - {nomor: 1, uraian: Membagi tugas, pelaksana: kabag, lanjut: [2, 3]}
      - {nomor: 2, uraian: Menyusun narasi, pelaksana: staf, lanjut: 4}
      - {nomor: 3, uraian: Menyusun tabel, pelaksana: staf}
      - {nomor: 4, uraian: Menggabungkan laporan, pelaksana: staf}

Good::

    kegiatan:
      - {nomor: 1, uraian: Membagi tugas, pelaksana: kabag, lanjut: [2, 3]}
      - {nomor: 2, uraian: Menyusun narasi, pelaksana: staf, lanjut: 4}
      - {nomor: 3, uraian: Menyusun tabel, pelaksana: staf}
      - {nomor: 4, uraian: Menggabungkan laporan, pelaksana: staf, gabung: semua}

How to mend:
    Write ``gabung: semua`` in the step where they meet, so that it waits for all of them; or ``gabung: satu``
    where it is meant to run for each.

Cara memperbaiki:
    Tulis ``gabung: semua`` di langkah tempat alur bertemu agar langkah itu menunggu semuanya; atau
    ``gabung: satu`` bila memang harus dikerjakan untuk tiap bagian.
"""

from collections.abc import Iterator

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Related, Severity, Text
from sop_engine.graph.process import ProcessGraph
from sop_engine.rules.common import model_of, quoted, reached, whole_flow

KIND = Kind("SOP310", "unjoined-split", Severity.WARNING)


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield each step in which arms of a split meet unsaid."""
    graph = whole_flow(compiled)
    if graph is None or not graph.net.has_splits:
        return
    _, sop, _ = reached(compiled)
    for number, flows in enumerate(graph.net.entering):
        name = graph.ids[number]
        step = graph.steps[name]
        if len(flows) < 2 or step.waits or step.virtual or model_of(sop, step).gabung is not None:
            continue
        split = _meeting(graph, number)
        if split is not None:
            source = graph.ids[split]
            arm = next(flow for flow in graph.outgoing[source] if flow.kind.value == "parallel")
            yield Diagnostic(
                KIND,
                Text(
                    f"alur yang dibagi di {quoted(source)} bertemu lagi di {quoted(name)} tanpa 'gabung'",
                    f"what {quoted(source)} splits meets again in {quoted(name)} without 'gabung'",
                ),
                compiled.source,
                step.span,
                Text(
                    "tulis 'gabung: semua' di sini agar menunggu semuanya, atau 'gabung: satu' bila memang berulang",
                    "write 'gabung: semua' here to wait for all, or 'gabung: satu' if it is to run for each",
                ),
                (Related(Text("dibagi di sini", "split here"), arm.span),),
            )


def _meeting(graph: ProcessGraph, number: int) -> int | None:
    """The step whose arms meet here first; flows that go back bring nothing new."""
    net, arms = graph.net, graph.arms
    back = net.loops | net.reentries
    kinds: dict[int, int] = {}
    for flow in net.entering[number]:
        if flow not in back and net.reachable[net.sources[flow]]:
            kinds.setdefault(arms.on[flow], flow)
    flows = list(kinds.values())
    for at, flow in enumerate(flows):
        for other in flows[:at]:
            split = arms.split(other, flow)
            # Two arms that lead here straight from their split are reported as the same target.
            if split is not None and not net.sources[flow] == net.sources[other] == split:
                return split
    return None
