"""SOP312 endless-wait: a step with ``gabung: semua`` can wait for ever.

Langkah dengan ``gabung: semua`` dapat menunggu tanpa akhir.

Why:
    It waits for one flow from each arm of the split. If a decision on the way can lead an arm elsewhere, or
    a loop brings one arm round again alone, then in that run the other arms wait in vain and the procedure
    never ends.

Mengapa:
    Langkah itu menunggu satu alur dari tiap bagian yang dibagi. Bila sebuah keputusan di tengah jalan
    dapat membelokkan satu bagian ke tempat lain, atau sebuah putaran membawa satu bagian saja kembali,
    bagian yang lain menunggu sia-sia dan prosedur tidak pernah berakhir.

Bad::

    kegiatan:
      - {nomor: 1, uraian: Membagi tugas, pelaksana: kabag, lanjut: [2, 3]}
      - {nomor: 2, uraian: Memeriksa berkas, pelaksana: staf, cabang: {Lengkap: 4, Tidak: selesai}}
      - {nomor: 3, uraian: Memeriksa lokasi, pelaksana: staf}
      - {nomor: 4, uraian: Menyusun rekomendasi, pelaksana: staf, gabung: semua}

Good::

    kegiatan:
      - {nomor: 1, uraian: Membagi tugas, pelaksana: kabag, lanjut: [2, 3]}
      - {nomor: 2, uraian: Memeriksa berkas, pelaksana: staf, cabang: {Lengkap: 4, Tidak: 2}}
      - {nomor: 3, uraian: Memeriksa lokasi, pelaksana: staf}
      - {nomor: 4, uraian: Menyusun rekomendasi, pelaksana: staf, gabung: semua}

How to mend:
    Let every way out of the split lead to the join; decide behind the join; and lead loops back to the
    split itself or to the join. The message says which choices lead there.

Cara memperbaiki:
    Arahkan semua jalan dari pembagian alur ke langkah penggabungan, ambil keputusan sesudahnya, dan
    kembalikan putaran ke tempat alur dibagi atau ke langkah penggabungan itu sendiri. Pesannya menyebut
    pilihan mana yang menyebabkannya.

Method:
    The token game of ``sop_engine.graph.tokens``: all choices are played through, each marking once, the
    order of independent moves only in one way. What is reported is proven: the choices of the message lead
    there. Cost: nothing without ``gabung: semua``; else about a microsecond a step, as long as splits and
    joins pair up. A budget of some hundred thousand moves bounds the search; where it cuts,
    ``join-unchecked`` says so.
"""

from collections.abc import Iterator, Sequence

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Related, Severity, Text
from sop_engine.graph.process import Flow, ProcessGraph
from sop_engine.graph.tokens import Choice, Stuck
from sop_engine.rules.common import quoted, reached, whole_flow

KIND = Kind("SOP312", "endless-wait", Severity.ERROR)

_SHOWN = 3
_RELATED = 8


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield each join that is proven to be able to wait for ever."""
    graph = whole_flow(compiled)
    if graph is None or not graph.net.joins:
        return
    document, _, _ = reached(compiled)
    for stuck in graph.played.stuck:
        step = graph.steps[graph.ids[stuck.join]]
        yield Diagnostic(
            KIND,
            _message(graph, step.id, stuck),
            compiled.source,
            document.span((*step.loc, "gabung")),
            _hint(graph, step.id, stuck),
            tuple(_related(graph, stuck)),
        )


def _message(graph: ProcessGraph, name: str, stuck: Stuck) -> Text:
    sources = list(dict.fromkeys(quoted(graph.flows[flow].source) for flow in stuck.missing))
    listed = ", ".join([*sources[:_SHOWN], *(["..."] if len(sources) > _SHOWN else [])])
    said = [_said(graph, choice) for choice in stuck.choices[:_SHOWN]]
    more = "..." if len(stuck.choices) > _SHOWN else ""
    when_id = f" bila {' lalu '.join(words.id for words in said)}{more}" if said else ""
    when_en = f" when {' and then '.join(words.en for words in said)}{more}" if said else ""
    return Text(
        f"{quoted(name)} dapat menunggu alur dari {listed} tanpa akhir{when_id}",
        f"{quoted(name)} can wait for ever for the flow from {listed}{when_en}",
    )


def _hint(graph: ProcessGraph, name: str, stuck: Stuck) -> Text:
    back = graph.net.loops | graph.net.reentries
    if any(flow in back for choice in stuck.choices for flow in _flows(graph, choice)):
        return Text(
            f"arahkan putaran itu ke tempat alur dibagi, atau ke {quoted(name)} sendiri",
            f"lead the loop to where the flow is split, or to {quoted(name)} itself",
        )
    return Text(
        "arahkan setiap cabang dari pembagian alur ke sini, atau hapus 'gabung: semua'",
        "let every way out of the split lead here, or delete 'gabung: semua'",
    )


def _said(graph: ProcessGraph, choice: Choice) -> Text:
    if choice.step < 0:
        start = quoted(graph.ids[graph.net.starts[choice.way]])
        return Text(f"prosedur dimulai di {start}", f"it starts at {start}")
    name = quoted(graph.ids[choice.step])
    label = quoted(_first(graph, choice).label or "")
    return Text(f"{name} memilih {label}", f"{name} says {label}")


def _related(graph: ProcessGraph, stuck: Stuck) -> Iterator[Related]:
    for choice in stuck.choices[:_RELATED]:
        words = _said(graph, choice)
        if choice.step < 0:
            yield Related(Text("prosedur dimulai di sini", "it starts here"), graph.starts[choice.way].span)
            continue
        yield Related(Text(f"di sini {words.id}", f"here {words.en}"), _first(graph, choice).span)
    for flow in stuck.missing[:_RELATED]:
        found = graph.flows[flow]
        yield Related(
            Text(
                f"alur dari {quoted(found.source)} yang ditunggu",
                f"the flow from {quoted(found.source)} that it waits for",
            ),
            found.span,
        )


def _flows(graph: ProcessGraph, choice: Choice) -> Sequence[int]:
    return graph.net.ways[choice.step][choice.way] if choice.step >= 0 else ()


def _first(graph: ProcessGraph, choice: Choice) -> Flow:
    return graph.flows[_flows(graph, choice)[0]]
