"""SOP317 open-split: the arms of a split never meet again.

Bagian-bagian dari alur yang dibagi tidak pernah bertemu lagi.

Why:
    A split says that several things are done side by side. Where its arms go apart for good, nobody can tell
    when all of it is done, and often only one of them was meant: that is a decision.

Mengapa:
    Membagi alur berarti beberapa hal dikerjakan bersamaan. Bila bagian-bagiannya berpisah untuk
    seterusnya, tidak jelas kapan semuanya selesai; sering kali yang dimaksud hanya salah satunya, dan itu
    adalah keputusan.

Bad::

    kegiatan:
      - {nomor: 1, uraian: Membagi tugas, pelaksana: kabag, lanjut: [2, 3]}
      - {nomor: 2, uraian: Menyusun narasi, pelaksana: staf, lanjut: selesai}
      - {nomor: 3, uraian: Menyusun tabel, pelaksana: staf}

Good::

    kegiatan:
      - {nomor: 1, uraian: Membagi tugas, pelaksana: kabag, lanjut: [2, 3]}
      - {nomor: 2, uraian: Menyusun narasi, pelaksana: staf, lanjut: 4}
      - {nomor: 3, uraian: Menyusun tabel, pelaksana: staf}
      - {nomor: 4, uraian: Menggabungkan laporan, pelaksana: staf, gabung: semua}

How to mend:
    Lead the arms to one step and write ``gabung: semua`` there; or make the split a decision with ``cabang``.
    A split of which at least two arms meet is not reported.

Cara memperbaiki:
    Pertemukan semua bagian di satu langkah dan tulis ``gabung: semua`` di sana; atau jadikan pembagian
    itu keputusan dengan ``cabang``. Pembagian yang sedikitnya dua bagiannya bertemu tidak dilaporkan.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Severity, Text
from sop_engine.graph.process import Flow, ProcessGraph
from sop_engine.graph.walk import backwards
from sop_engine.graph.walk import reached as reached_from
from sop_engine.rules.back_without_decision import undecided_circles
from sop_engine.rules.common import quoted, reached, waits_for_several, whole_flow

__all__ = ["KIND", "OpenSplit", "check", "open_splits"]

KIND = Kind("SOP317", "open-split", Severity.WARNING)


class OpenSplit(NamedTuple):
    """A split that is reported, by the numbers of ``net``: its arms, and a join that waits for them in vain."""

    arms: tuple[int, ...]
    join: int | None


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield each split none of whose arms meet, unless what keeps them apart is reported."""
    graph = whole_flow(compiled)
    if graph is None:
        return
    document, _, _ = reached(compiled)
    for split in open_splits(graph):
        first = graph.flows[split.arms[0]]
        yield Diagnostic(
            KIND,
            _message(first),
            compiled.source,
            document.span(first.loc[:-1]),
            _hint(graph, split),
        )


def open_splits(graph: ProcessGraph) -> list[OpenSplit]:
    """The splits whose arms never meet, without those that another finding is about."""
    net, arms = graph.net, graph.arms
    if not net.has_splits:
        return []
    met = _met(graph)
    found: list[tuple[Sequence[int], int]] = []
    arm = 0
    for way in (way for step in net.order for way in net.ways[step] if len(way) > 1):
        # Arms are numbered in this order.
        if not arms.splits[arm] & met:
            found.append((way, arms.splits[arm]))
        arm += len(way)
    if not found:
        return []
    # An arm may go round: mending a circle that nothing leads out of, or that nobody decides to leave, may
    # bring the arms together.
    endless = reached_from(
        backwards(net.after), [step for step, finishes in enumerate(net.finishing) if not finishes]
    )
    circles = undecided_circles(graph)
    idle = [(join, _behind(graph, join)) for join in net.joins if not waits_for_several(graph, join)]
    return [
        OpenSplit(tuple(way), next((join for join, behind in idle if behind & split), None))
        for way, split in found
        if not any(
            endless[net.targets[flow]]
            or (graph.flows[flow].branch is None and circles[net.sources[flow]] == circles[net.targets[flow]])
            for flow in way
        )
    ]


def _met(graph: ProcessGraph) -> int:
    """All arms of the splits of which two arms meet; flows that go back bring nothing new."""
    net, arms = graph.net, graph.arms
    back = net.loops | net.reentries
    met = 0
    for flows in net.entering:
        behind, common = 0, -1
        for flow in flows:
            if flow not in back:
                behind |= arms.on[flow]
                common &= arms.on[flow]
        fresh = behind & ~common & ~met
        while fresh:
            split = arms.splits[(fresh & -fresh).bit_length() - 1]
            if (behind & split).bit_count() > 1:
                met |= split
            fresh &= ~split
    return met


def _behind(graph: ProcessGraph, step: int) -> int:
    """The arms that lead to a step."""
    behind = 0
    for flow in graph.net.entering[step]:
        behind |= graph.arms.on[flow]
    return behind


def _message(first: Flow) -> Text:
    source = quoted(first.source)
    if first.branch is None:
        return Text(
            f"alur yang dibagi di {source} tidak pernah bertemu lagi",
            f"what {source} splits never meets again",
        )
    label = quoted(first.label or "")
    return Text(
        f"alur yang dibagi cabang {label} dari {source} tidak pernah bertemu lagi",
        f"what branch {label} of {source} splits never meets again",
    )


def _hint(graph: ProcessGraph, split: OpenSplit) -> Text:
    if graph.flows[split.arms[0]].branch is None:
        instead = Text(
            "jadikan keputusan dengan 'cabang' bila hanya salah satunya yang ditempuh",
            "make it a decision with 'cabang' if only one of them is meant",
        )
    else:
        instead = Text(
            "beri masing-masing cabang sendiri bila hanya salah satunya yang ditempuh",
            "give each a branch of its own if only one of them is meant",
        )
    if split.join is not None:
        join = quoted(graph.ids[split.join])
        return Text(
            f"arahkan semuanya ke {join} yang ber-'gabung: semua', atau {instead.id}",
            f"lead all of them to {join}, which has 'gabung: semua', or {instead.en}",
        )
    return Text(
        f"pertemukan di langkah ber-'gabung: semua', atau {instead.id}",
        f"let them meet in a step with 'gabung: semua', or {instead.en}",
    )
