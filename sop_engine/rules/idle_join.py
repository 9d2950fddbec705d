"""SOP311 idle-join: a step with ``gabung: semua`` has nothing to wait for.

Langkah dengan ``gabung: semua`` tidak menunggu apa pun.

Why:
    It waits for flows that run side by side. Here never more than one comes at a time: a single flow, or
    branches of one decision, of which only one is taken.

Mengapa:
    Langkah itu menunggu alur yang berjalan bersamaan. Di sini tidak pernah ada lebih dari satu yang
    datang sekaligus: hanya satu alur yang masuk, atau cabang-cabang satu keputusan yang hanya ditempuh
    salah satunya.

Bad::

    kegiatan:
      - {nomor: 1, uraian: Memeriksa konsep, pelaksana: kabag, cabang: {Ya: 3, Tidak: 2}}
      - {nomor: 2, uraian: Memperbaiki konsep, pelaksana: staf}
      - {nomor: 3, uraian: Menandatangani, pelaksana: kabag, gabung: semua}

Good::

    kegiatan:
      - {nomor: 1, uraian: Memeriksa konsep, pelaksana: kabag, cabang: {Ya: 3, Tidak: 2}}
      - {nomor: 2, uraian: Memperbaiki konsep, pelaksana: staf}
      - {nomor: 3, uraian: Menandatangani, pelaksana: kabag}

How to mend:
    Delete ``gabung: semua``; or split the flow where both are meant to be done: ``lanjut: [2, 3]``.

Cara memperbaiki:
    Hapus ``gabung: semua``; atau bagi alurnya bila keduanya memang harus dikerjakan: ``lanjut: [2, 3]``.
"""

from collections.abc import Iterator

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Severity, Text
from sop_engine.rules.common import quoted, reached, waits_for_several, whole_flow
from sop_engine.rules.open_split import open_splits

KIND = Kind("SOP311", "idle-join", Severity.WARNING)


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield each join that never waits."""
    graph = whole_flow(compiled)
    if graph is None or not graph.net.joins:
        return
    document, _, _ = reached(compiled)
    net = graph.net
    # Where an arm of a split should have come here too, the split is reported.
    lacking = {split.join for split in open_splits(graph)}
    for join in net.joins:
        if (
            join in lacking
            or waits_for_several(graph, join)
            or not all(net.reachable[net.sources[flow]] for flow in net.entering[join])
        ):
            continue
        step = graph.steps[graph.ids[join]]
        if len(net.entering[join]) > 1:
            why = Text("alur yang masuk tidak pernah bersamaan", "the flows into it never come side by side")
        else:
            why = Text("hanya satu alur yang masuk", "only one flow enters it")
        yield Diagnostic(
            KIND,
            Text(
                f"{quoted(step.id)} tidak menunggu apa pun: {why.id}",
                f"{quoted(step.id)} waits for nothing: {why.en}",
            ),
            compiled.source,
            document.span((*step.loc, "gabung")),
            Text("hapus 'gabung: semua'", "delete 'gabung: semua'"),
        )
