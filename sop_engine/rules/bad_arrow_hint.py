"""SOP211 bad-arrow-hint: a hint under tampilan.alur is for an arrow that is not there, or that has another one.

Petunjuk di tampilan.alur untuk alur yang tidak ada, atau yang sudah punya petunjuk.

Why:
    The hint changes nothing; most likely the flow was changed later, or an id is misspelt. Of two hints for
    one arrow only the last counts.

Mengapa:
    Petunjuk itu tidak mengubah apa pun. Kemungkinan besar alurnya sudah diubah kemudian, atau id-nya
    salah ketik. Dari dua petunjuk untuk satu anak panah hanya yang terakhir yang berlaku.

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
    Name the two ends of an arrow by their ids, or delete the hint. ``ke: selesai`` is the end behind a
    branch that goes to ``selesai``; other added capsules have no arrow that a hint can be for.

Cara memperbaiki:
    Sebut kedua ujung anak panah dengan id-nya, atau hapus petunjuknya. ``ke: selesai`` adalah akhir
    sesudah cabang yang menuju ``selesai``; kapsul tambahan yang lain tidak punya anak panah yang dapat
    diberi petunjuk.
"""

from collections.abc import Iterator

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Related, Severity, Text
from sop_engine.graph.process import ProcessGraph, Step
from sop_engine.model.sop import Alur
from sop_engine.model.symbols import END
from sop_engine.rules.common import any_of, did_you_mean, has_lost_rows, nearest, quoted, reached
from sop_engine.source import Span

KIND = Kind("SOP211", "bad-arrow-hint", Severity.WARNING)

_DELETE = Text("hapus petunjuk ini", "delete this hint")


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield each hint with an unknown end, between ends that no flow connects, or for an arrow that has one."""
    document, sop, graph = reached(compiled)
    if not sop.tampilan.alur:
        return
    lost = has_lost_rows(compiled)
    first: dict[tuple[str, str], Span] = {}
    for index, hint in enumerate(sop.tampilan.alur):
        loc = ("tampilan", "alur", index)
        source = _step(graph, hint.dari)
        target = _target(graph, source, hint.ke)
        unknown = [
            (key, name)
            for key, name, step in (("dari", hint.dari, source), ("ke", hint.ke, target))
            if step is None and (key, name) != ("ke", END)
        ]
        for key, name in unknown if not lost else ():
            advice, instead = _meant(graph, name, key)
            yield Diagnostic(
                KIND,
                Text(f"langkah {quoted(name)} tidak ada", f"step {quoted(name)} does not exist"),
                compiled.source,
                document.span((*loc, key)),
                advice,
                instead=instead,
            )
        if unknown or source is None:
            continue
        span = document.span((*loc, "dari"))
        if target is None or all(flow.target != target.id for flow in graph.outgoing[source.id]):
            if graph.complete:
                yield _no_flow(compiled, graph, hint, source, span)
        elif (arrow := (source.id, target.id)) in first:
            yield _again(compiled, hint, span, first[arrow])
        else:
            first[arrow] = span


def _step(graph: ProcessGraph, name: str) -> Step | None:
    """The step of a name; an end behind a branch has none."""
    step = graph.steps.get(graph.names.get(name, name))
    return None if step is None or step.virtual else step


def _target(graph: ProcessGraph, source: Step | None, name: str) -> Step | None:
    """The step that an arrow enters; ``selesai`` is the end behind a branch or an arm of its source."""
    if name != END:
        return _step(graph, name)
    flows = () if source is None else graph.outgoing[source.id]
    return next((step for flow in flows if (step := graph.steps[flow.target]).virtual), None)


def _meant(graph: ProcessGraph, name: str, key: str) -> tuple[Text, str | None]:
    """The hint, and the word that was meant, where it is one."""
    if name in graph.rows:
        row = graph.rows[name]
        symbols = any_of([step.id for step in graph.steps.values() if step.row == row and not step.virtual])
        return Text(f"sebut simbolnya: {symbols.id}", f"name the symbol: {symbols.en}"), None
    if key == "ke" and name in graph.steps:
        return Text(f"tulis '{END}'", f"write '{END}'"), END
    if (key, name) == ("dari", "mulai"):
        return _DELETE, None
    near = nearest(name, graph.names)
    if near is None:
        return Text("tulis id langkah yang ada", "write the id of a step"), None
    return did_you_mean(near), near


def _no_flow(compiled: Compiled, graph: ProcessGraph, hint: Alur, source: Step, span: Span) -> Diagnostic:
    here, there = quoted(hint.dari), quoted(hint.ke)
    targets = [graph.steps[flow.target] for flow in graph.outgoing[source.id]]
    if targets:
        ways = any_of(list(dict.fromkeys(END if step.virtual else step.id for step in targets)))
        advice = Text(f"dari {here} alurnya ke {ways.id}", f"the flow from {here} is to {ways.en}")
    elif hint.ke == END:
        advice = Text(
            f"{here} sendiri mengakhiri prosedur: {_DELETE.id}",
            f"{here} itself ends the procedure: {_DELETE.en}",
        )
    else:
        advice = _DELETE
    return Diagnostic(
        KIND,
        Text(f"tidak ada alur dari {here} ke {there}", f"there is no flow from {here} to {there}"),
        compiled.source,
        span,
        advice,
    )


def _again(compiled: Compiled, hint: Alur, span: Span, first: Span) -> Diagnostic:
    here, there = quoted(hint.dari), quoted(hint.ke)
    return Diagnostic(
        KIND,
        Text(
            f"alur dari {here} ke {there} sudah punya petunjuk",
            f"the flow from {here} to {there} has a hint already",
        ),
        compiled.source,
        span,
        Text("jadikan satu, atau hapus salah satunya", "make one of them, or delete one of the two"),
        (Related(Text("petunjuk pertama di sini", "the first hint is here"), first),),
    )
