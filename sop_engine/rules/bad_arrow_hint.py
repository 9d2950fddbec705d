"""SOP211 bad-arrow-hint: a hint under tampilan.alur is for an arrow that is not there.

Why:
    The hint changes nothing; most likely the flow was changed later, or an id is misspelt.

Bad::

    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}
      - {nomor: 2, uraian: Memeriksa konsep, pelaksana: kabag}
    tampilan:
      alur:
        - {dari: 2, ke: 1, keluar: kiri}

Good::

    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}
      - {nomor: 2, uraian: Memeriksa konsep, pelaksana: kabag}
    tampilan:
      alur:
        - {dari: 1, ke: 2, keluar: kanan}

How to mend:
    Name the two ends of an arrow by their ids, or delete the hint. ``mulai`` and ``selesai`` are the added
    capsules.
"""

from collections.abc import Iterator

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Severity, Text
from sop_engine.graph.process import ProcessGraph, Step
from sop_engine.rules.common import any_of, did_you_mean, has_lost_rows, nearest, quoted, reached

KIND = Kind("SOP211", "bad-arrow-hint", Severity.WARNING)


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield each hint with an end that is unknown, or between ends that no flow connects."""
    document, sop, graph = reached(compiled)
    lost = bool(sop.tampilan.alur) and has_lost_rows(compiled)
    for index, hint in enumerate(sop.tampilan.alur):
        loc = ("tampilan", "alur", index)
        source, target = _step(graph, hint.dari), _step(graph, hint.ke)
        known = True
        for key, name, step, capsule in (
            ("dari", hint.dari, source, "mulai"),
            ("ke", hint.ke, target, "selesai"),
        ):
            if step is None and name != capsule:
                known = False
                if lost:
                    continue
                yield Diagnostic(
                    KIND,
                    Text(f"langkah {quoted(name)} tidak ada", f"step {quoted(name)} does not exist"),
                    compiled.source,
                    document.span((*loc, key)),
                    _meant(graph, name),
                )
        if known and graph.complete and not _flows(graph, source, target):
            yield Diagnostic(
                KIND,
                Text(
                    f"tidak ada alur dari {quoted(hint.dari)} ke {quoted(hint.ke)}",
                    f"there is no flow from {quoted(hint.dari)} to {quoted(hint.ke)}",
                ),
                compiled.source,
                document.span((*loc, "dari")),
                _instead(graph, source),
            )


def _step(graph: ProcessGraph, name: str) -> Step | None:
    return graph.steps.get(graph.names.get(name, name))


def _flows(graph: ProcessGraph, source: Step | None, target: Step | None) -> bool:
    """Whether a flow connects two steps; None is an added capsule, before a start or behind an end."""
    if source is None:
        return target is not None and target.is_start
    targets = [flow.target for flow in graph.outgoing[source.id]]
    if target is None:
        return source.is_end or any(graph.steps[name].virtual for name in targets)
    return target.id in targets


def _meant(graph: ProcessGraph, name: str) -> Text:
    if name in graph.rows:
        row = graph.rows[name]
        symbols = any_of([step.id for step in graph.steps.values() if step.row == row and not step.virtual])
        return Text(f"sebut simbolnya: {symbols.id}", f"name the symbol: {symbols.en}")
    near = nearest(name, graph.names)
    return (
        did_you_mean(near)
        if near is not None
        else Text("tulis id langkah yang ada", "write the id of a step")
    )


def _instead(graph: ProcessGraph, source: Step | None) -> Text:
    targets = [] if source is None else [flow.target for flow in graph.outgoing[source.id]]
    if source is None or not targets:
        return Text("hapus petunjuk ini", "delete this hint")
    ways = any_of(targets)
    return Text(
        f"dari {quoted(source.id)} alurnya ke {ways.id}", f"the flow from {quoted(source.id)} is to {ways.en}"
    )
