"""The lists of a SOP whose items are printed one by one.

In: a SOP. Out: each list with its field and row. ``catatan`` is left out: its lines stand under the table as they are.
"""

from operator import attrgetter

from sop_engine.model.sop import Sop
from sop_engine.reading.document import Loc

__all__ = ["ItemList", "item_lists", "loc_of_list"]

_IDENTITY = (
    "dasar_hukum",
    "kualifikasi_pelaksana",
    "keterkaitan",
    "peralatan_perlengkapan",
    "peringatan",
    "pencatatan_pendataan",
)
_OF_IDENTITY = attrgetter(*_IDENTITY)

ItemList = tuple[str, int | None, tuple[str, ...]]
"""A list: its key, the index of its row (None in the identity block), and its items."""


def item_lists(sop: Sop, least: int = 1) -> list[ItemList]:
    """Every list that holds at least so many items, in the order of the form."""
    found: list[ItemList] = []
    for field, items in zip(_IDENTITY, _OF_IDENTITY(sop.identitas), strict=True):
        if len(items) >= least:
            found.append((field, None, items))
    for index, row in enumerate(sop.kegiatan):
        quality = row.mutu_baku
        if len(quality.kelengkapan) >= least:
            found.append(("kelengkapan", index, quality.kelengkapan))
        if len(quality.output) >= least:
            found.append(("output", index, quality.output))
        if len(row.keterangan) >= least:
            found.append(("keterangan", index, row.keterangan))
    return found


def loc_of_list(field: str, row: int | None) -> Loc:
    """The path of a list."""
    if row is None:
        return ("identitas", field)
    return ("kegiatan", row, field) if field == "keterangan" else ("kegiatan", row, "mutu_baku", field)
