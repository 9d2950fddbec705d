"""SOP307 same-target: two branches of a decision, or two arms of a split, lead to the same step.

Dua cabang keputusan, atau dua bagian dari alur yang dibagi, menuju langkah yang sama.

Why:
    A decision whose answers lead to the same place decides nothing, and a split would do the same step twice.

Mengapa:
    Keputusan yang semua jawabannya menuju tempat yang sama tidak memutuskan apa pun, dan alur yang dibagi
    dua ke langkah yang sama akan mengerjakan langkah itu dua kali.

Bad::

    kegiatan:
      - {nomor: 1, uraian: Memeriksa konsep, pelaksana: kabag, cabang: {Ya: 2, Tidak: 2}}
      - {nomor: 2, uraian: Menandatangani, pelaksana: kabag}

Good::

    kegiatan:
      - {nomor: 1, uraian: Memeriksa konsep, pelaksana: kabag, cabang: {Ya: 2, Tidak: 1}}
      - {nomor: 2, uraian: Menandatangani, pelaksana: kabag}

How to mend:
    Correct one of the targets, or make one branch of the two.

Cara memperbaiki:
    Perbaiki salah satu tujuannya, atau jadikan keduanya satu cabang.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Related, Severity, Text
from sop_engine.graph.process import Flow, FlowKind
from sop_engine.rules.common import quoted, reached

KIND = Kind("SOP307", "same-target", Severity.WARNING)


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield each branch or arm that leads where an earlier one of its step leads."""
    _, _, graph = reached(compiled)
    unclear = {(reference.source, reference.branch) for reference in graph.unresolved}
    for step in graph.decisions:
        leaving = graph.outgoing[step.id]
        if len({flow.target for flow in leaving}) == len(leaving):
            continue
        first: dict[frozenset[str], Flow] = {}
        for branch, arms in groupby(leaving, key=lambda flow: flow.branch):
            flows = list(arms)
            targets = frozenset(flow.target for flow in flows)
            if (step.id, branch) not in unclear and first.setdefault(targets, flows[0]) is not flows[0]:
                yield _same(compiled, flows[0], first[targets])
    parallel = (flow for flow in graph.flows if flow.kind is FlowKind.PARALLEL)
    for _, arms in groupby(parallel, key=lambda flow: (flow.source, flow.branch)):
        yield from _arms(compiled, arms)


def _arms(compiled: Compiled, arms: Iterable[Flow]) -> Iterator[Diagnostic]:
    first: dict[str, Flow] = {}
    for flow in arms:
        if first.setdefault(flow.target, flow) is not flow:
            yield _same(compiled, flow, first[flow.target])


def _same(compiled: Compiled, flow: Flow, first: Flow) -> Diagnostic:
    source = quoted(flow.source)
    if flow.branch is not None and flow.branch != first.branch:
        one, other = quoted(flow.label or ""), quoted(first.label or "")
        message = Text(
            f"cabang {one} dan {other} dari {source} menuju tempat yang sama",
            f"branches {one} and {other} of {source} lead to the same place",
        )
    else:
        target = quoted(flow.target)
        message = Text(
            f"{source} membagi alur dua kali ke {target}", f"{source} splits the flow to {target} twice"
        )
    return Diagnostic(
        KIND,
        message,
        compiled.source,
        flow.span,
        Text("perbaiki salah satu tujuannya", "correct one of the targets"),
        (Related(Text("tujuan yang sama di sini", "the same target is here"), first.span),),
    )
