"""SOP402 repeated-role: one role stands twice in a joint step.

Satu pelaksana disebut dua kali dalam langkah bersama.

Why:
    A joint step is drawn once in each lane; a role named twice is most likely another role that was meant.

Mengapa:
    Langkah bersama digambar sekali di tiap lajur; pelaksana yang disebut dua kali kemungkinan besar
    seharusnya pelaksana lain.

Bad::

    kegiatan:
      - {nomor: 1, uraian: Membahas konsep, pelaksana: [staf, staf]}

Good::

    kegiatan:
      - {nomor: 1, uraian: Membahas konsep, pelaksana: [staf, kabag]}

How to mend:
    Name the other role, or delete one of the two.

Cara memperbaiki:
    Sebut pelaksana yang lain, atau hapus salah satunya.
"""

from collections.abc import Iterator

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Related, Severity, Text
from sop_engine.rules.common import item_span, loc_of, models, quoted, reached

KIND = Kind("SOP402", "repeated-role", Severity.WARNING)


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield each role that stands earlier in its list."""
    document, sop, _ = reached(compiled)
    for model, row, symbol in models(sop):
        if len(model.pelaksana) < 2:
            continue
        loc = loc_of(row, symbol)
        first: dict[str, int] = {}
        for at, role in enumerate(model.pelaksana):
            if first.setdefault(role, at) != at:
                place = item_span(document, (*loc, "pelaksana"), first[role])
                yield Diagnostic(
                    KIND,
                    Text(f"peran {quoted(role)} disebut dua kali", f"role {quoted(role)} is named twice"),
                    compiled.source,
                    item_span(document, (*loc, "pelaksana"), at),
                    Text("hapus salah satunya", "delete one of the two"),
                    (Related(Text("pertama kali di sini", "first here"), place),),
                )
