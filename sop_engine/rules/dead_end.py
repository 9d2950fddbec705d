"""SOP302 dead-end: from a step no way leads to an end.

Dari sebuah langkah tidak ada jalan menuju akhir.

Why:
    Work that comes there goes round for ever. Of several steps that only lead to each other, the first is
    reported, with the circle.

Mengapa:
    Pekerjaan yang sampai di sana berputar tanpa akhir. Bila beberapa langkah hanya saling menuju, yang
    dilaporkan adalah yang pertama beserta putarannya.

Bad::

    kegiatan:
      - {nomor: 1, uraian: Memeriksa konsep, pelaksana: kabag, cabang: {Ya: 4, Tidak: 2}}
      - {nomor: 2, uraian: Memperbaiki konsep, pelaksana: staf}
      - {nomor: 3, uraian: Memeriksa perbaikan, pelaksana: kabag, lanjut: 2}
      - {nomor: 4, uraian: Menandatangani, pelaksana: kabag}

Good::

    kegiatan:
      - {nomor: 1, uraian: Memeriksa konsep, pelaksana: kabag, cabang: {Ya: 4, Tidak: 2}}
      - {nomor: 2, uraian: Memperbaiki konsep, pelaksana: staf}
      - {nomor: 3, uraian: Memeriksa perbaikan, pelaksana: kabag, cabang: {Ya: 4, Tidak: 2}}
      - {nomor: 4, uraian: Menandatangani, pelaksana: kabag}

How to mend:
    Make one step of the circle a decision with a branch that leads out of it, or end the procedure there.

Cara memperbaiki:
    Jadikan salah satu langkah dalam putaran itu keputusan dengan cabang yang keluar, atau akhiri prosedur
    di sana.
"""

from collections.abc import Iterator

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Related, Severity, Text
from sop_engine.graph.process import ProcessGraph
from sop_engine.graph.walk import components, shortest_cycle
from sop_engine.rules.common import quoted, way, whole_flow

KIND = Kind("SOP302", "dead-end", Severity.ERROR)


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield the first step of each circle that nothing leads out of."""
    graph = whole_flow(compiled)
    if graph is None or all(graph.net.finishing):
        return
    for circle in _circles(graph):
        ids = [graph.ids[step] for step in circle]
        first = graph.steps[ids[0]]
        if graph.ends:
            message = Text(
                f"langkah {quoted(first.id)} tidak dapat mencapai akhir: {way(ids)}",
                f"step {quoted(first.id)} cannot reach an end: {way(ids)}",
            )
        else:
            message = Text(f"prosedur tidak berakhir: {way(ids)}", f"the procedure has no end: {way(ids)}")
        yield Diagnostic(
            KIND,
            message,
            compiled.source,
            first.span,
            Text(
                "beri salah satu langkahnya cabang ke luar, 'lanjut: selesai', atau 'bentuk: selesai'",
                "give one of these steps a branch that leads out, 'lanjut: selesai' or 'bentuk: selesai'",
            ),
            _turn(graph, circle),
        )


def _circles(graph: ProcessGraph) -> Iterator[list[int]]:
    """A shortest circle through the first step of each group of steps that none leads out of."""
    net = graph.net
    stuck = [step for step, finishes in enumerate(net.finishing) if not finishes and net.reachable[step]]
    number = {step: at for at, step in enumerate(stuck)}
    # What a step leads to from here is reachable and leads to no end either: nothing is cut off.
    component = components([[number[target] for target in net.after[step]] for step in stuck])
    left = {
        component[number[step]]
        for step in stuck
        if any(component[number[target]] != component[number[step]] for target in net.after[step])
    }
    members: dict[int, list[int]] = {}
    for at, step in enumerate(stuck):
        if component[at] not in left:
            members.setdefault(component[at], []).append(step)
    for group in members.values():
        yield shortest_cycle(net.after, group[0], set(group))


def _turn(graph: ProcessGraph, circle: list[int]) -> tuple[Related, ...]:
    """Where the circle closes."""
    back = graph.ids[circle[-2]]
    flows = [flow for flow in graph.outgoing[back] if flow.target == graph.ids[circle[-1]]]
    words = Text(
        f"di sini alur kembali ke {quoted(flows[0].target)}",
        f"here it goes back to {quoted(flows[0].target)}",
    )
    return (Related(words, flows[0].span),)
