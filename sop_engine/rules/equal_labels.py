"""SOP306 equal-labels: two branches of a decision have the same label.

Dua cabang dari satu keputusan berlabel sama.

Why:
    Labels that differ only in capitals or spaces look the same on the sheet: nobody can tell which arrow to
    follow.

Mengapa:
    Label yang hanya berbeda huruf besar-kecil atau spasi tampak sama pada lembar SOP: tidak jelas anak
    panah mana yang harus diikuti.

Bad::

    kegiatan:
      - {nomor: 1, uraian: Memeriksa konsep, pelaksana: kabag, cabang: {Tidak: 1, tidak: 2}}
      - {nomor: 2, uraian: Menandatangani, pelaksana: kabag}

Good::

    kegiatan:
      - {nomor: 1, uraian: Memeriksa konsep, pelaksana: kabag, cabang: {Tidak: 1, Ya: 2}}
      - {nomor: 2, uraian: Menandatangani, pelaksana: kabag}

How to mend:
    Give each branch words of its own.

Cara memperbaiki:
    Beri tiap cabang kata-katanya sendiri.
"""

from collections.abc import Iterator

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Related, Severity, Text
from sop_engine.rules.common import model_of, quoted, reached

KIND = Kind("SOP306", "equal-labels", Severity.WARNING)


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield each label that reads like an earlier one of its decision."""
    document, sop, graph = reached(compiled)
    for step in graph.decisions:
        labels = {label: " ".join(label.split()).casefold() for label in model_of(sop, step).cabang or ()}
        if len(set(labels.values())) == len(labels):
            continue
        first: dict[str, str] = {}
        for label, words in labels.items():
            if first.setdefault(words, label) == label:
                continue
            yield Diagnostic(
                KIND,
                Text(
                    f"cabang {quoted(label)} dan {quoted(first[words])} dari {quoted(step.id)} berlabel sama",
                    f"branches {quoted(label)} and {quoted(first[words])} of {quoted(step.id)} have the same label",
                ),
                compiled.source,
                document.key_span((*step.loc, "cabang", label)),
                Text("beri label yang berbeda", "give it another label"),
                (
                    Related(
                        Text("cabang yang lain di sini", "the other branch is here"),
                        document.key_span((*step.loc, "cabang", first[words])),
                    ),
                ),
            )
