"""SOP201 unknown-role: a row names a role that is not declared.

Sebuah baris menyebut pelaksana yang tidak dideklarasikan.

Why:
    Every role is a lane of the sheet (the columns Pelaksana, PermenPAN-RB 35/2012, pp. 24-25). Without a
    heading under ``pelaksana`` at the top there is no lane to draw the step in, and nobody who does it.

Mengapa:
    Setiap pelaksana menempati satu lajur pada lembar SOP (kolom Pelaksana, PermenPAN-RB 35/2012, hlm.
    24-25). Tanpa judulnya di bawah ``pelaksana`` di tingkat teratas, tidak ada lajur tempat langkah itu
    digambar dan tidak ada yang mengerjakannya.

Bad::

    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staff}

Good::

    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}

How to mend:
    Write the key of a declared role, or declare the role under ``pelaksana`` at the top. Several roles need
    brackets: ``[staf, kabag]``.

Cara memperbaiki:
    Tulis kunci pelaksana yang sudah dideklarasikan, atau deklarasikan pelaksana itu di bawah
    ``pelaksana`` di tingkat teratas. Beberapa pelaksana ditulis dalam kurung siku: ``[staf, kabag]``.
"""

from collections.abc import Iterator, Mapping, Sequence

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Severity, Text
from sop_engine.rules.common import (
    Likeness,
    any_of,
    did_you_mean,
    item_span,
    loc_of,
    models,
    quoted,
    reached,
    roles_in,
)

KIND = Kind("SOP201", "unknown-role", Severity.ERROR)


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield each role that no lane is declared for."""
    document, sop, _ = reached(compiled)
    declared = sop.pelaksana
    unknown = [
        (role, model.pelaksana, at, row, symbol)
        for model, row, symbol in models(sop)
        for at, role in enumerate(model.pelaksana)
        if role not in declared
    ]
    likeness = Likeness(declared if unknown else ())
    for role, roles, at, row, symbol in unknown:
        yield Diagnostic(
            KIND,
            Text(
                f"pelaksana {quoted(role)} tidak dideklarasikan", f"pelaksana {quoted(role)} is not declared"
            ),
            compiled.source,
            item_span(document, (*loc_of(row, symbol), "pelaksana"), at),
            _hint(role, roles, declared, likeness),
            instead=None if roles_in(role, declared) else likeness.nearest(role),
        )


def _hint(role: str, roles: Sequence[str], declared: Mapping[str, object], likeness: Likeness) -> Text:
    if roles_in(role, declared):
        # A text is never split: several roles in one are a list without its brackets.
        meant = dict.fromkeys(part for one in roles for part in roles_in(one, declared) or (one,))
        listed = f"[{', '.join(meant)}]"
        return Text(f"tulis {listed}", f"write {listed}")
    near = likeness.nearest(role)
    if near is not None:
        return did_you_mean(near)
    choices = any_of(list(declared))
    return Text(
        f"yang dideklarasikan di bawah 'pelaksana:' di tingkat teratas: {choices.id}",
        f"declared under 'pelaksana:' at the top level: {choices.en}",
    )
