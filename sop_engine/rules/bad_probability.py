"""SOP308 bad-probability: the probabilities of a decision do not add up to 100%.

Peluang cabang sebuah keputusan tidak berjumlah 100%.

Why:
    Exactly one branch is taken. Branches without ``peluang`` share what the others leave; where every branch
    has one, they must add up to 100%, and never may they be more.

Mengapa:
    Tepat satu cabang yang ditempuh. Cabang tanpa ``peluang`` berbagi sisanya; bila semua cabang punya
    peluang, jumlahnya harus 100%, dan tidak pernah boleh lebih.

Bad::

    kegiatan:
      - nomor: 1
        uraian: Memeriksa konsep
        pelaksana: kabag
        cabang: {Ya: {ke: 2, peluang: 80%}, Tidak: {ke: 1, peluang: 30%}}
      - {nomor: 2, uraian: Menandatangani, pelaksana: kabag}

Good::

    kegiatan:
      - nomor: 1
        uraian: Memeriksa konsep
        pelaksana: kabag
        cabang: {Ya: 2, Tidak: {ke: 1, peluang: 30%}}
      - {nomor: 2, uraian: Menandatangani, pelaksana: kabag}

How to mend:
    Correct the numbers, or leave ``peluang`` out of one branch: it takes the rest.

Cara memperbaiki:
    Perbaiki angkanya, atau hapus ``peluang`` dari salah satu cabang agar cabang itu mendapat sisanya.
"""

from collections.abc import Iterator
from fractions import Fraction

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Severity, Text
from sop_engine.rules.common import is_tainted, model_of, quoted, reached

KIND = Kind("SOP308", "bad-probability", Severity.ERROR)


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield the last ``peluang`` of each decision that does not add up."""
    document, sop, graph = reached(compiled)
    for step in graph.decisions:
        branches = model_of(sop, step).cabang or {}
        given = {label: branch.peluang for label, branch in branches.items() if branch.peluang is not None}
        if not given:
            continue
        total = sum(given.values(), Fraction())
        if (total < 1 and len(given) < len(branches)) or total == 1:
            continue
        if is_tainted(compiled, document.span((*step.loc, "cabang"))):
            continue
        name = quoted(step.id)
        yield Diagnostic(
            KIND,
            Text(
                f"peluang cabang {name} berjumlah {_percent(total).replace('.', ',')}, bukan 100%",
                f"the probabilities of {name} add up to {_percent(total)}, not 100%",
            ),
            compiled.source,
            document.span((*step.loc, "cabang", list(given)[-1], "peluang")),
            Text(
                "perbaiki peluangnya; cabang tanpa peluang mendapat sisanya",
                "correct them; a branch without 'peluang' takes the rest",
            ),
        )


def _percent(value: Fraction) -> str:
    """Exact: a decimal number where a few digits say it, else with a fraction."""
    value *= 100
    if value.denominator == 1:
        return f"{value}%"
    text = f"{float(value):.4f}".rstrip("0")
    if Fraction(text) == value:
        return f"{text}%"
    whole, rest = divmod(value, 1)
    return f"{whole} {rest}%" if whole else f"{rest}%"
