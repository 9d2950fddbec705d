"""Inference: which parts of the sheet the source document does not show.

In: a SOP with its ``disimpulkan``, of a symbol, of a row and of the whole. Out: the fields that are meant, by
row and by symbol; writers can mark what shows them. ``kegiatan.X`` of the whole SOP is field X of every row;
``mutu_baku`` means its three columns, and a name that holds another one means that too.
"""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from sop_engine.diagnostics import Text
from sop_engine.model.sop import Kegiatan, Sop

__all__ = ["Inferred", "flow_inferred", "inferred_of", "inferred_words"]

_QUALITY = ("kelengkapan", "waktu", "output")
_FLOW = ("pelaksana", "lanjut", "cabang")
_ALL = ("nomor", "uraian", "keterangan", *_QUALITY, *_FLOW)
_WIDER = {"mutu_baku": _QUALITY, "simbol": _FLOW}


class Inferred(NamedTuple):
    """What is inferred in a SOP.

    Attributes:
        everywhere: fields of every row.
        roles: keys of the roles whose heading is inferred.
        total: the stated total is.
        notes: the notes under the table are.
    """

    everywhere: frozenset[str]
    roles: frozenset[str]
    total: bool
    notes: bool

    def in_row(self, row: Kegiatan) -> frozenset[str]:
        """Return the inferred fields of a row."""
        return self.everywhere | _meant(row.disimpulkan) if row.disimpulkan else self.everywhere

    def in_symbol(self, row: Kegiatan, symbol: int | None) -> frozenset[str]:
        """Return the inferred fields of a row's symbol; the row itself where it has no symbols of its own."""
        found = self.in_row(row)
        if symbol is None or row.simbol is None or not row.simbol[symbol].disimpulkan:
            return found
        return found | _meant(row.simbol[symbol].disimpulkan)


def inferred_of(sop: Sop) -> Inferred:
    """Return what is inferred in a SOP."""
    paths = sop.sumber.disimpulkan
    fields = [path.removeprefix("kegiatan.") for path in paths if path.startswith("kegiatan.")]
    return Inferred(
        frozenset(_ALL) if "kegiatan" in paths else _meant(fields),
        frozenset(key for key in sop.pelaksana if {"pelaksana", f"pelaksana.{key}"} & set(paths)),
        "jumlah_waktu" in paths,
        "catatan" in paths,
    )


def flow_inferred(sop: Sop) -> tuple[frozenset[int], frozenset[int]]:
    """Return the rows in which it is inferred who does it, and those in which it is where it goes on."""
    inferred = inferred_of(sop)
    roles, flow = set(), set()
    for at, row in enumerate(sop.kegiatan):
        for symbol in (None, *range(len(row.simbol or ()))):
            found = inferred.in_symbol(row, symbol)
            roles |= {at} if "pelaksana" in found else set()
            flow |= {at} if found & {"lanjut", "cabang"} else set()
    return frozenset(roles), frozenset(flow)


def inferred_words(sop: Sop, rows: Collection[int]) -> Text | None:
    """Return a sentence that names those of some rows whose roles or flow are inferred; None where there are none."""
    roles, flow = (_rows(sop, found.intersection(rows)) for found in flow_inferred(sop))
    parts = [
        Text(f"{what.id} {which.id}", f"{what.en} {which.en}")
        for what, which in ((Text("pelaksana", "roles of"), roles), (Text("alur", "flow of"), flow))
        if which is not None
    ]
    if not parts:
        return None
    return Text(
        f"Disimpulkan, tidak terbaca pada dokumen sumbernya: {'; '.join(part.id for part in parts)}.",
        f"Inferred, not shown by the source document: {'; '.join(part.en for part in parts)}.",
    )


def _rows(sop: Sop, rows: Collection[int]) -> Text | None:
    """Return how rows are called in a sentence."""
    if not rows:
        return None
    if len(rows) == len(sop.kegiatan):
        return Text("semua kegiatan", "all rows")
    named = [(at, sop.kegiatan[at]) for at in sorted(rows)]
    listed = ", ".join(row.bare_number or row.id or str(at + 1) for at, row in named)
    return Text(f"kegiatan {listed}", f"row{'s' if len(rows) > 1 else ''} {listed}")


def _meant(names: Iterable[str]) -> frozenset[str]:
    """Return the fields that some names mean; the last part of a path says which."""
    found: set[str] = set()
    for name in names:
        field = name.rpartition(".")[2]
        found.update(_WIDER.get(field, (field,)))
    return frozenset(found)
