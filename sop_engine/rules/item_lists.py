"""The lists of a SOP whose items are printed one by one.

In: a ``Compiled``. Out: each list with its field and row. ``catatan`` is left out: its lines stand under the table as
they are.
"""

from collections.abc import Callable
from operator import attrgetter

from sop_engine.compiled import Compiled
from sop_engine.model.sop import Identitas
from sop_engine.reading.document import Loc
from sop_engine.rules.common import reached
from sop_engine.rules.once import once

__all__ = ["IDENTITY_LISTS", "ItemList", "identity_lists", "item_lists", "loc_of_list"]

IDENTITY_LISTS = (
    "dasar_hukum",
    "kualifikasi_pelaksana",
    "keterkaitan",
    "peralatan_perlengkapan",
    "peringatan",
    "pencatatan_pendataan",
)
"""The lists of the identity block, in the order of the form."""

identity_lists: Callable[[Identitas], tuple[tuple[str, ...], ...]] = attrgetter(*IDENTITY_LISTS)
"""The items of each of them."""

ItemList = tuple[str, int | None, tuple[str, ...]]
"""A list: its key, the index of its row (None in the identity block), and its items."""


@once
def item_lists(compiled: Compiled) -> tuple[ItemList, ...]:
    """Every list that holds an item, in the order of the form."""
    _, sop, _ = reached(compiled)
    found: list[ItemList] = []
    for field, items in zip(IDENTITY_LISTS, identity_lists(sop.identitas), strict=True):
        if items:
            found.append((field, None, items))
    for index, row in enumerate(sop.kegiatan):
        quality = row.mutu_baku
        if items := quality.kelengkapan:
            found.append(("kelengkapan", index, items))
        if items := quality.output:
            found.append(("output", index, items))
        if items := row.keterangan:
            found.append(("keterangan", index, items))
    return tuple(found)


def loc_of_list(field: str, row: int | None) -> Loc:
    """The path of a list."""
    if row is None:
        return ("identitas", field)
    return ("kegiatan", row, field) if field == "keterangan" else ("kegiatan", row, "mutu_baku", field)
