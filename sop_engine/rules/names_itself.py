"""SOP609 names-itself: keterkaitan names the SOP itself.

Keterkaitan menyebut SOP ini sendiri.

Why:
    ``keterkaitan`` lists the other SOPs that this one takes from or hands on to. A SOP that names itself was copied
    from a list of all SOPs of the unit, and one that really belongs there may be missing.

Mengapa:
    ``keterkaitan`` memuat SOP lain yang hasilnya dipakai SOP ini atau yang memakai hasilnya. SOP yang menyebut
    dirinya sendiri biasanya berasal dari salinan daftar SOP satu unit, dan SOP yang semestinya disebut mungkin
    terlewat.

Bad::

    identitas:
      nama: Pengumpulan Data Kinerja
      keterkaitan:
        - SOP Penyusunan Perjanjian Kinerja
        - SOP Pengumpulan Data Kinerja

Good::

    identitas:
      nama: Pengumpulan Data Kinerja
      keterkaitan:
        - SOP Penyusunan Perjanjian Kinerja
        - SOP Penyusunan Laporan Kinerja

How to mend:
    Delete the item, or write the SOP that was meant.

Cara memperbaiki:
    Hapus butir itu, atau tulis SOP yang dimaksud.
"""

from collections.abc import Iterator

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Related, Severity, Text
from sop_engine.rules.common import item_span, quoted, reached
from sop_engine.rules.sop_names import name_key

KIND = Kind("SOP609", "names-itself", Severity.WARNING)

_LOC = ("identitas", "keterkaitan")
_NAME = ("identitas", "nama")
_HINT = Text("hapus butir ini, atau tulis SOP lain yang dimaksud", "delete it, or name the SOP meant")
_ITS_NAME = Text("nama SOP ini", "the name of this SOP")


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield each item of keterkaitan that is the SOP's own name."""
    document, sop, _ = reached(compiled)
    related = sop.identitas.keterkaitan
    own = name_key(sop.identitas.nama) if related else ""
    # Most items lack the last word; the key of an item is dear.
    last = own[own.rfind(" ") + 1 :]
    for at, item in enumerate(related):
        if own and last in item.casefold() and name_key(item) == own and document.has(_NAME):
            shown = quoted(item)
            yield Diagnostic(
                KIND,
                Text(f"{shown} adalah SOP ini sendiri", f"{shown} is this SOP itself"),
                compiled.source,
                item_span(document, _LOC, at),
                _HINT,
                (Related(_ITS_NAME, document.span(_NAME)),),
            )
