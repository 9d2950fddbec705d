"""SOP315 back-without-decision: a flow goes back up the page although nobody has decided so.

Alur kembali ke atas tanpa ada yang memutuskan.

Why:
    An arrow back means "again", and something must decide when it is enough. In a circle whose only ways
    out are splits the work goes round and goes on at the same time, without end. A flow that goes up
    without closing a circle only means that the rows do not stand in the order of the work.

Mengapa:
    Anak panah ke atas berarti "ulangi", dan harus ada yang memutuskan kapan sudah cukup. Dalam putaran
    yang jalan keluarnya hanya pembagian alur, pekerjaan berputar sekaligus berlanjut tanpa akhir. Alur
    yang naik tanpa menutup putaran hanya berarti urutan baris tidak mengikuti jalannya pekerjaan.

Bad::

    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}
      - {nomor: 2, uraian: Memeriksa konsep, pelaksana: kabag, lanjut: [1, 3]}
      - {nomor: 3, uraian: Menandatangani, pelaksana: kabag}

Good::

    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}
      - {nomor: 2, uraian: Memeriksa konsep, pelaksana: kabag, cabang: {Ya: 3, Tidak: 1}}
      - {nomor: 3, uraian: Menandatangani, pelaksana: kabag}

How to mend:
    Make the step where the ways part a decision with ``cabang``; or put the rows in the order of the work.

Cara memperbaiki:
    Jadikan langkah tempat jalannya berpisah sebuah keputusan dengan ``cabang``; atau urutkan baris
    menurut jalannya pekerjaan.
"""

from collections.abc import Iterator

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Severity, Text
from sop_engine.graph.process import Flow, FlowKind, ProcessGraph
from sop_engine.graph.walk import components
from sop_engine.rules.common import quoted, whole_flow

__all__ = ["KIND", "check", "undecided_circles"]

KIND = Kind("SOP315", "back-without-decision", Severity.WARNING)


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield each undecided flow up the page; where it cannot end at all, that is reported instead."""
    graph = whole_flow(compiled)
    if graph is None:
        return
    net = graph.net
    upward = [
        flow
        for flow, (source, target) in enumerate(zip(net.sources, net.targets, strict=True))
        if target <= source
        and graph.flows[flow].branch is None
        and net.reachable[source]
        and net.finishing[source]
    ]
    undecided = undecided_circles(graph) if upward else []
    for number in upward:
        flow = graph.flows[number]
        source, target = net.sources[number], net.targets[number]
        if net.components[source] != net.components[target]:
            if graph.steps[flow.target].row < graph.steps[flow.source].row:
                yield _up(compiled, flow)
        elif undecided[source] == undecided[target]:
            yield _back(compiled, flow)


def undecided_circles(graph: ProcessGraph) -> list[int]:
    """The component of each step in the flow without what decisions choose: within one it goes round undecided."""
    net = graph.net
    return components(
        [[] if len(ways) > 1 else after for ways, after in zip(net.ways, net.after, strict=True)]
    )


def _back(compiled: Compiled, flow: Flow) -> Diagnostic:
    source, target = quoted(flow.source), quoted(flow.target)
    if flow.kind is FlowKind.PARALLEL:
        hint = Text(
            f"jadikan {source} keputusan: 'cabang' alih-alih 'lanjut'",
            f"make {source} a decision: 'cabang' instead of 'lanjut'",
        )
    else:
        hint = Text(
            "jadikan pembagian alur di dalam putaran ini keputusan dengan 'cabang'",
            "make the split inside this loop a decision with 'cabang'",
        )
    return Diagnostic(
        KIND,
        Text(
            f"alur dari {source} kembali ke {target} tanpa keputusan",
            f"the flow from {source} goes back to {target} without a decision",
        ),
        compiled.source,
        flow.span,
        hint,
    )


def _up(compiled: Compiled, flow: Flow) -> Diagnostic:
    source, target = quoted(flow.source), quoted(flow.target)
    return Diagnostic(
        KIND,
        Text(
            f"alur dari {source} naik ke {target} tanpa keputusan",
            f"the flow from {source} goes back up to {target} without a decision",
        ),
        compiled.source,
        flow.span,
        Text(
            "urutkan baris menurut jalannya pekerjaan, atau beri keputusan bila memang berulang",
            "put the rows in the order of the work, or decide with 'cabang' if it is to be done again",
        ),
    )
