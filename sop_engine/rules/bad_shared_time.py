"""SOP210 bad-shared-time: a row shares the time of a row that it cannot share with.

Why:
    ``{bersama: 4}`` is a merged cell: it takes the time of row 4, which stands above it with no row in between
    that has a time of its own.

Bad::

    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf, mutu_baku: {waktu: 1 jam}}
      - {nomor: 2, uraian: Memeriksa konsep, pelaksana: kabag, mutu_baku: {waktu: 2 jam}}
      - {nomor: 3, uraian: Memperbaiki konsep, pelaksana: staf, mutu_baku: {waktu: {bersama: 1}}}

Good::

    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf, mutu_baku: {waktu: 1 jam}}
      - {nomor: 2, uraian: Memeriksa konsep, pelaksana: kabag, mutu_baku: {waktu: {bersama: 1}}}
      - {nomor: 3, uraian: Memperbaiki konsep, pelaksana: staf, mutu_baku: {waktu: {bersama: 1}}}

How to mend:
    Name the row whose cell is merged with this one: the nearest one above that has a time of its own.
"""

from collections.abc import Iterator

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Related, Severity, Text
from sop_engine.graph.process import ProcessGraph
from sop_engine.rules.common import did_you_mean, has_lost_rows, is_tainted, nearest, quoted, reached

KIND = Kind("SOP210", "bad-shared-time", Severity.ERROR)


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield each shared time that no cell above it can be merged with."""
    document, sop, graph = reached(compiled)
    head = 0
    for index, row in enumerate(sop.kegiatan):
        name = row.mutu_baku.waktu.bersama
        if name is None:
            head = index
            continue
        target = graph.rows.get(name)
        if (target != head or index == 0) and not _may_follow(compiled, target, index):
            yield Diagnostic(
                KIND,
                _message(name, target, index, head),
                compiled.source,
                document.span(("kegiatan", index, "mutu_baku", "waktu", "bersama")),
                _hint(name, target, index, head, graph),
                (
                    Related(
                        Text("baris ini punya waktu sendiri", "this row has a time of its own"),
                        document.span(("kegiatan", head, "mutu_baku", "waktu")),
                    ),
                )
                if target is not None and target < head < index
                else (),
            )


def _may_follow(compiled: Compiled, target: int | None, index: int) -> bool:
    """Whether a row that could not be read may be the one that is named, or have shared the time as well."""
    if target is None:
        return has_lost_rows(compiled)
    document, _, _ = reached(compiled)
    return bool(compiled.diagnostics) and any(
        is_tainted(compiled, document.span(("kegiatan", row, "mutu_baku", "waktu")))
        for row in range(target + 1, index)
    )


def _message(name: str, target: int | None, index: int, head: int) -> Text:
    row = quoted(name)
    if target is None:
        return Text(f"baris {row} tidak ada", f"row {row} does not exist")
    if target >= index:
        return Text(f"baris {row} tidak di atas baris ini", f"row {row} is not above this one")
    if target > head:
        return Text(
            f"baris {row} sendiri memakai waktu bersama", f"row {row} itself shares the time of another row"
        )
    return Text(
        f"antara baris {row} dan baris ini ada baris dengan waktu sendiri",
        f"between row {row} and this one stands a row with a time of its own",
    )


def _hint(name: str, target: int | None, index: int, head: int, graph: ProcessGraph) -> Text:
    names = {row: known for known, row in graph.rows.items() if row < index}
    if target is None:
        if name in graph.names:
            row = graph.steps[graph.names[name]].row
            if row in names:
                return Text(
                    f"sebut barisnya: {quoted(names[row])}",
                    f"name the row, not the symbol: {quoted(names[row])}",
                )
        near = nearest(name, names.values())
        if near is not None:
            return did_you_mean(near)
    if index > 0 and head in names:
        return Text(f"tulis {{bersama: {names[head]}}}", f"write {{bersama: {names[head]}}}")
    return Text("tulis waktunya sendiri", "write a time of its own")
