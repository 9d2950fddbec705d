"""SOP301 unreachable: no flow leads to a step, and it is no start.

Tidak ada alur yang menuju sebuah langkah, padahal langkah itu bukan awal.

Why:
    Nobody who follows the sheet ever comes to it. Of several steps that only lead to each other, the first is
    reported.

Mengapa:
    Orang yang mengikuti lembar SOP tidak akan pernah sampai ke langkah itu. Bila beberapa langkah hanya
    saling menuju, yang dilaporkan hanya yang pertama.

Bad::

    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf, lanjut: 3}
      - {nomor: 2, uraian: Memperbaiki konsep, pelaksana: staf}
      - {nomor: 3, uraian: Menandatangani, pelaksana: kabag}

Good::

    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf, lanjut: 3}
      - {nomor: 2, uraian: Memperbaiki konsep, pelaksana: staf}
      - {nomor: 3, uraian: Memeriksa konsep, pelaksana: kabag, cabang: {Ya: selesai, Tidak: 2}}

How to mend:
    Lead a flow to it (``lanjut`` or a branch), give it ``bentuk: mulai`` if the procedure can begin there, or
    delete the row.

Cara memperbaiki:
    Arahkan alur ke sana (``lanjut`` atau sebuah cabang), beri ``bentuk: mulai`` bila prosedur dapat
    dimulai di sana, atau hapus barisnya.
"""

from collections.abc import Iterator

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Related, Severity, Text
from sop_engine.graph.process import ProcessGraph, Step
from sop_engine.graph.walk import components
from sop_engine.rules.common import quoted, whole_flow
from sop_engine.rules.no_start import ends_where_it_starts

KIND = Kind("SOP301", "unreachable", Severity.ERROR)


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield the steps by which one would have to enter what cannot be reached."""
    graph = whole_flow(compiled)
    if graph is None or all(graph.net.reachable) or ends_where_it_starts(graph):
        return
    for step in _entries(graph):
        yield Diagnostic(
            KIND,
            Text(
                f"langkah {quoted(step.id)} tidak dapat dicapai", f"step {quoted(step.id)} cannot be reached"
            ),
            compiled.source,
            step.span,
            _hint(graph, step),
            _passed_by(graph, step),
        )


def _entries(graph: ProcessGraph) -> Iterator[Step]:
    """The first step of each group of unreachable steps that no other group leads to."""
    net = graph.net
    lost = [step for step, reached in enumerate(net.reachable) if not reached]
    number = {step: at for at, step in enumerate(lost)}
    after = [[number[target] for target in net.after[step] if target in number] for step in lost]
    component = components(after)
    entered = {
        component[target]
        for source, targets in enumerate(after)
        for target in targets
        if component[target] != component[source]
    }
    reported: set[int] = set()
    for at, step in enumerate(lost):
        if component[at] not in entered and component[at] not in reported:
            reported.add(component[at])
            yield graph.steps[graph.ids[step]]


def _hint(graph: ProcessGraph, step: Step) -> Text:
    if step.id == graph.ids[0]:
        start = quoted(graph.starts[0].id)
        return Text(
            f"prosedur mulai di {start} yang ber-'bentuk: mulai': tulis itu juga di sini, atau hapus di sana",
            f"the procedure starts at {start}, which has 'bentuk: mulai': write it here too, or delete it there",
        )
    return Text(
        "arahkan alur ke sini, tulis 'bentuk: mulai', atau hapus langkah ini",
        "lead a flow here, write 'bentuk: mulai', or delete this step",
    )


def _passed_by(graph: ProcessGraph, step: Step) -> tuple[Related, ...]:
    """Where the step in front of it goes instead."""
    at = graph.number[step.id] - 1
    while at >= 0 and graph.steps[graph.ids[at]].virtual:
        at -= 1
    if at < 0:
        return ()
    before = graph.ids[at]
    flows = graph.outgoing[before]
    if not flows:
        words = Text(f"prosedur berakhir di {quoted(before)}", f"the procedure ends at {quoted(before)}")
        return (Related(words, graph.steps[before].span),)
    words = Text(f"{quoted(before)} menuju ke tempat lain", f"{quoted(before)} goes elsewhere")
    return (Related(words, flows[0].span),)
