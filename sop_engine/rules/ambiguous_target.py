"""SOP203 ambiguous-target: a flow leads to a row with several symbols, and does not say to which of them.

Alur menuju baris dengan beberapa simbol tanpa menyebut simbol yang mana.

Why:
    Each symbol of such a row is a step of its own, in its own lane: the arrow must end at one of them.

Mengapa:
    Setiap simbol di baris seperti itu adalah langkah tersendiri di lajurnya sendiri. Anak panah harus
    berakhir di salah satunya.

Bad::

    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}
      - nomor: 2
        uraian: Memeriksa dan menandatangani
        simbol:
          - {pelaksana: staf, lanjut: 2b}
          - {pelaksana: kabag, bentuk: selesai}

Good::

    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf, lanjut: 2a}
      - nomor: 2
        uraian: Memeriksa dan menandatangani
        simbol:
          - {pelaksana: staf, lanjut: 2b}
          - {pelaksana: kabag, bentuk: selesai}

How to mend:
    Name the symbol; the row in front of such a row says ``lanjut`` with the symbol's id.

Cara memperbaiki:
    Sebut simbolnya. Baris tepat sebelum baris seperti itu menulis ``lanjut`` dengan id simbol yang
    dituju.
"""

from collections.abc import Iterator

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Severity, Text
from sop_engine.graph.process import ProcessGraph, Reference
from sop_engine.rules.common import any_of, quoted, reached

KIND = Kind("SOP203", "ambiguous-target", Severity.ERROR)


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield each target, written or the next row, that is several symbols."""
    _, _, graph = reached(compiled)
    rows = {index: name for name, index in graph.rows.items()}
    for reference in graph.unresolved:
        if not reference.candidates:
            continue
        choices = any_of(reference.candidates)
        if reference.implicit:
            message = _falls_into(reference, rows, graph)
            hint = Text(
                f"tulis 'lanjut:' dengan salah satu simbolnya: {choices.id}",
                f"write 'lanjut:' with one of its symbols: {choices.en}",
            )
        else:
            target = quoted(reference.text)
            message = Text(
                f"tujuan {target} adalah baris dengan beberapa simbol",
                f"target {target} is a row with several symbols",
            )
            hint = Text(f"sebut simbolnya: {choices.id}", f"name the symbol: {choices.en}")
        yield Diagnostic(KIND, message, compiled.source, reference.span, hint)


def _falls_into(reference: Reference, rows: dict[int, str], graph: ProcessGraph) -> Text:
    source = quoted(reference.source)
    row = graph.steps[reference.candidates[0]].row
    target = quoted(rows[row]) if row in rows else None
    if target is None:
        return Text(
            f"{source} berlanjut ke baris dengan beberapa simbol",
            f"{source} runs on into a row with several symbols",
        )
    return Text(
        f"{source} berlanjut ke baris {target} yang memuat beberapa simbol",
        f"{source} runs on into row {target}, which has several symbols",
    )
