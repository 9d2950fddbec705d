"""SOP202 unknown-target: a flow leads to a row or symbol that is not there.

Alur menuju baris atau simbol yang tidak ada.

Why:
    Whoever follows the sheet comes to an arrow that ends nowhere.

Mengapa:
    Siapa pun yang mengikuti lembar SOP akan sampai pada anak panah yang tidak menuju ke mana-mana.

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

Cara memperbaiki:
    Tulis id baris atau simbol yang dituju, yaitu ``id``-nya, atau ``nomor``-nya tanpa titik di akhir;
    atau ``selesai`` untuk akhir prosedur. Beberapa tujuan ditulis dalam kurung siku: ``[4, 5]``.
"""

import re
from collections.abc import Container, Iterator, Mapping

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Severity, Text
from sop_engine.model.sop import Kegiatan
from sop_engine.model.symbols import END
from sop_engine.rules.common import Likeness, did_you_mean, has_lost_rows, quoted, reached

KIND = Kind("SOP202", "unknown-target", Severity.ERROR)

_ANY = Text(
    "tulis id baris atau simbol yang ada, atau 'selesai'", "write the id of a row or symbol, or 'selesai'"
)


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield each written target that names nothing."""
    _, sop, graph = reached(compiled)
    unknown = [found for found in graph.unresolved if not found.implicit and not found.candidates]
    if not unknown:
        return
    known = {**dict.fromkeys(graph.names), **dict.fromkeys(graph.rows), END: None}
    numbers = {(row.nomor or "").removesuffix("."): row for row in reversed(sop.kegiatan) if row.id}
    likeness = Likeness(known)
    lost = has_lost_rows(compiled)
    for reference in unknown:
        hint, instead = _hint(reference.text, known, numbers, likeness)
        if hint is None and lost:
            continue
        yield Diagnostic(
            KIND,
            Text(
                f"tujuan {quoted(reference.text)} tidak ada",
                f"target {quoted(reference.text)} does not exist",
            ),
            compiled.source,
            reference.span,
            hint or _ANY,
            instead=instead,
        )


def _hint(
    text: str, known: Container[str], numbers: Mapping[str, Kegiatan], likeness: Likeness
) -> tuple[Text | None, str | None]:
    """The nearest reading of a target, if there is one, and the target itself where it is one word."""
    parts = [part.removesuffix(".") for part in re.split(r"\s*[,;&]\s*|\s+dan\s+", text.strip("[]() "))]
    if len(parts) > 1 and all(part in known for part in parts):
        listed = f"[{', '.join(parts)}]"
        return Text(f"tulis {listed}", f"write {listed}"), None
    bare = text.removesuffix(".").rstrip()
    if bare in known and bare != text:
        hint = Text(
            f"tulis {quoted(bare)}: id adalah nomor tanpa titik di akhir",
            f"write {quoted(bare)}: an id is the nomor without its final dot",
        )
        return hint, bare
    if bare and (row := numbers.get(bare)) is not None:
        number, name = quoted(row.nomor or ""), quoted(row.id or "")
        hint = Text(
            f"baris bernomor {number} dirujuk dengan id-nya: {name}",
            f"the row with nomor {number} is named by its id: {name}",
        )
        return hint, row.id
    near = likeness.nearest(text)
    return (None if near is None else did_you_mean(near)), near
