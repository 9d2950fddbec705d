"""SOP202 unknown-target: a flow leads to a row or symbol that is not there.

Why:
    Whoever follows the sheet comes to an arrow that ends nowhere.

Bad::

    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf, lanjut: periksa}
      - {nomor: 2, id: periksaan, uraian: Memeriksa konsep, pelaksana: kabag}

Good::

    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf, lanjut: periksa}
      - {nomor: 2, id: periksa, uraian: Memeriksa konsep, pelaksana: kabag}

How to mend:
    Write the id of a row or symbol: its ``id``, else its ``nomor`` without the final dot; or ``selesai`` for
    the end. Several targets need brackets: ``[4, 5]``.
"""

import re
from collections.abc import Iterator

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Severity, Text
from sop_engine.graph.process import ProcessGraph, Reference
from sop_engine.model.sop import Sop
from sop_engine.rules.common import did_you_mean, nearest, quoted, reached

KIND = Kind("SOP202", "unknown-target", Severity.ERROR)


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield each written target that names nothing."""
    _, sop, graph = reached(compiled)
    for reference in graph.unresolved:
        if reference.implicit or reference.candidates:
            continue
        yield Diagnostic(
            KIND,
            _message(reference),
            compiled.source,
            reference.span,
            _hint(reference.text, sop, graph),
        )


def _message(reference: Reference) -> Text:
    if reference.text:
        target = quoted(reference.text)
        return Text(f"tujuan {target} tidak ada", f"target {target} does not exist")
    label = quoted(reference.label or "")
    return Text(f"cabang {label} tidak menuju ke mana pun", f"branch {label} leads nowhere")


def _hint(text: str, sop: Sop, graph: ProcessGraph) -> Text:
    """The nearest reading of a target."""
    known = {*graph.names, *graph.rows, "selesai"}
    parts = [part.removesuffix(".") for part in re.split(r"\s*[,;&]\s*|\s+dan\s+", text.strip("[]() "))]
    if len(parts) > 1 and known.issuperset(parts):
        listed = f"[{', '.join(parts)}]"
        return Text(f"tulis {listed}", f"write {listed}")
    bare = text.removesuffix(".").rstrip()
    if bare in known and bare != text:
        return Text(
            f"tulis {quoted(bare)}: id adalah nomor tanpa titik di akhir",
            f"write {quoted(bare)}: an id is the nomor without its final dot",
        )
    for row in sop.kegiatan:
        if row.id and row.nomor is not None and row.nomor.removesuffix(".") == bare:
            return Text(
                f"baris bernomor {quoted(row.nomor)} dirujuk dengan id-nya: {quoted(row.id)}",
                f"the row with nomor {quoted(row.nomor)} is named by its id: {quoted(row.id)}",
            )
    near = nearest(text, [*graph.names, *graph.rows, "selesai"])
    if near is not None:
        return did_you_mean(near)
    return Text(
        "tulis id baris atau simbol yang ada, atau 'selesai'", "write the id of a row or symbol, or 'selesai'"
    )
