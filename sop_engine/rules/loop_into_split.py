"""SOP314 loop-into-split: a loop goes back into only one branch of a split.

Putaran kembali hanya ke satu bagian dari alur yang dibagi.

Why:
    The work was split and has come together again; now one branch of it is done anew, and the others are not.
    Either they should be too, or the join behind the split waits for them in vain (then ``endless-wait`` is
    reported instead).

Mengapa:
    Pekerjaan sudah dibagi dan sudah bertemu lagi; sekarang satu bagian dikerjakan ulang dan bagian lain
    tidak. Mungkin bagian lain seharusnya ikut diulang, atau langkah penggabungan menunggunya sia-sia
    (dalam hal itu yang dilaporkan adalah ``endless-wait``).

Bad::

    kegiatan:
      - {nomor: 1, uraian: Membagi tugas, pelaksana: kabag, lanjut: [2, 3]}
      - {nomor: 2, uraian: Menyusun narasi, pelaksana: staf, lanjut: 4}
      - {nomor: 3, uraian: Menyusun tabel, pelaksana: staf}
      - {nomor: 4, uraian: Memeriksa naskah, pelaksana: kabag, gabung: satu, cabang: {Ya: selesai, Tidak: 3}}

Good::

    kegiatan:
      - {nomor: 1, uraian: Membagi tugas, pelaksana: kabag, lanjut: [2, 3]}
      - {nomor: 2, uraian: Menyusun narasi, pelaksana: staf, lanjut: 4}
      - {nomor: 3, uraian: Menyusun tabel, pelaksana: staf}
      - {nomor: 4, uraian: Memeriksa naskah, pelaksana: kabag, gabung: semua, cabang: {Ya: selesai, Tidak: 1}}

How to mend:
    Lead the loop to the split itself, so that all branches run again; or to the join or behind it.

Cara memperbaiki:
    Arahkan putaran ke tempat alur dibagi agar semua bagian diulang; atau ke langkah penggabungan, atau
    sesudahnya.
"""

from collections.abc import Iterator

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Related, Severity, Text
from sop_engine.graph.process import ProcessGraph
from sop_engine.graph.walk import reached as reached_from
from sop_engine.rules.common import quoted, whole_flow

KIND = Kind("SOP314", "loop-into-split", Severity.WARNING)


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield each flow back into one branch, unless a join is reported for it."""
    graph = whole_flow(compiled)
    if graph is None or not graph.net.has_splits or not graph.net.reentries:
        return
    net = graph.net
    stuck = [found.join for found in graph.played.stuck]
    for flow in sorted(net.reentries):
        source, target = net.sources[flow], net.targets[flow]
        split = _entered(graph, source, target)
        if split is None or not net.reachable[source]:
            continue
        behind = reached_from(net.after, [target]) if stuck else b""
        if any(behind[join] for join in stuck):
            continue
        name = quoted(graph.ids[split])
        arm = next(found for found in graph.outgoing[graph.ids[split]] if found.kind.value == "parallel")
        yield Diagnostic(
            KIND,
            Text(
                f"alur kembali dari {quoted(graph.ids[source])} hanya ke satu cabang dari pembagian di {name}",
                f"the flow from {quoted(graph.ids[source])} goes back into only one branch of the split at {name}",
            ),
            compiled.source,
            graph.flows[flow].span,
            Text(
                f"arahkan ke {name} agar semua cabang diulang",
                f"lead it to {name}, so that all branches run again",
            ),
            (Related(Text("dibagi di sini", "split here"), arm.span),),
        )


def _entered(graph: ProcessGraph, source: int, target: int) -> int | None:
    """The split of which the target lies in some branches and the source behind more of them."""
    arms = graph.arms
    inside, outside = arms.at[target], arms.at[source]
    while inside:
        arm = (inside & -inside).bit_length() - 1
        split = arms.splits[arm]
        here, there = arms.at[target] & split, outside & split
        # A split all of whose arms have met is forgotten.
        if not there or (here != there and not here & ~there):
            return arms.sources[arm]
        inside &= ~split
    return None
