"""SOP406 role-order: lanes do not stand in the order in which they first act.

Urutan lajur tidak mengikuti urutan pelaksana mulai bekerja.

Why:
    Where lanes follow the rows the flow begins at the left and arrows are short. It is a matter of taste, no
    regulation asks for it, and many agencies order their lanes by rank; so this rule is off until it is selected.

Mengapa:
    Bila lajur mengikuti urutan baris, alur dimulai dari kiri dan anak panahnya pendek. Ini soal selera; tidak ada
    peraturan yang mewajibkannya, dan banyak instansi mengurutkan lajur menurut jenjang jabatan. Karena itu aturan
    ini baru berlaku bila dipilih.

Bad::

    pelaksana: {kabag: Kepala Bagian, staf: Staf Penyusun}
    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}
      - {nomor: 2, uraian: Memeriksa konsep, pelaksana: kabag}

Good::

    pelaksana: {staf: Staf Penyusun, kabag: Kepala Bagian}
    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}
      - {nomor: 2, uraian: Memeriksa konsep, pelaksana: kabag}

How to mend:
    Put the lanes in the order that the hint names, or leave the rule off.

Cara memperbaiki:
    Urutkan lajur seperti disebut petunjuknya, atau jangan pilih aturan ini.
"""

from collections.abc import Iterator

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Severity, Text
from sop_engine.rules.common import is_tainted, quoted, reached

KIND = Kind("SOP406", "role-order", Severity.INFO, default=False)

_NAMED = 12
"""So many lanes the hint names at most."""

_LONGEST = 400
"""Letters that they have at most."""


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield the first lane that stands where another one should; lanes that do nothing are passed over.

    Where a row has no known lane nobody knows who acts first.
    """
    document, sop, graph = reached(compiled)
    acting: dict[str, None] = {}
    for step in graph.steps.values():
        if not step.lanes:
            return
        for lane in step.lanes:
            acting[lane] = None
    wanted = list(acting)
    declared = list(sop.pelaksana)
    if declared == wanted:
        return
    declared = [role for role in declared if role in acting]
    if declared == wanted or (not compiled.whole and is_tainted(compiled, document.span(("kegiatan",)))):
        return
    at = next(at for at, (one, other) in enumerate(zip(declared, wanted, strict=True)) if one != other)
    more = ", ..." if len(wanted) > _NAMED else ""
    order = quoted(", ".join(wanted[:_NAMED]), _LONGEST)[1:-1] + more
    here, before = quoted(declared[at]), quoted(wanted[at])
    yield Diagnostic(
        KIND,
        Text(
            f"lajur {here} mendahului {before}, yang lebih dahulu bekerja",
            f"lane {here} stands before {before}, which acts first",
        ),
        compiled.source,
        document.key_span(("pelaksana", declared[at])),
        Text(f"urutan menurut baris: {order}", f"the order of the rows: {order}"),
    )
