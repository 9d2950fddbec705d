"""Putting a key under the part of a row that it belongs to.

In: a finding at ``waktu``, ``kelengkapan`` or ``output`` in a row itself. Out: the edits that move it under
``mutu_baku``, where that has none yet.
"""

from sop_engine.authoring.amend import remove, rename_key, set_value
from sop_engine.authoring.fixers.fixer import Fixer
from sop_engine.authoring.fixers.scalars import commented, scalar_at
from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Text
from sop_engine.edits import Edit, overlap
from sop_engine.model.known import known_keys
from sop_engine.model.sop import MutuBaku

__all__ = ["UNDER"]

_PART = "mutu_baku"


def _edits(compiled: Compiled, found: Diagnostic) -> tuple[Edit, ...] | None:
    document = compiled.document
    scalar = None if document is None else scalar_at(document, found.span)
    if document is None or scalar is None or not scalar.key or len(scalar.loc) != 3:
        return None
    top, row, key = scalar.loc
    if top != "kegiatan" or key not in known_keys(MutuBaku):
        return None
    holder = document.data[top][row]
    part, value = holder.get(_PART), holder[key]
    if part is not None and (not isinstance(part, dict) or key in part):
        return None
    moved = (*remove(document, scalar.loc), *set_value(document, (top, row, _PART, key), value))
    if len(holder) == 1 or overlap(moved):
        # It stands where the part belongs: the part is put around it.
        moved = (*rename_key(document, scalar.loc, _PART), *set_value(document, scalar.loc, {key: value}))
    return commented(document, moved)


UNDER = Fixer(_edits, lambda _: Text("pindahkan ke bawah 'mutu_baku:'", "move it under 'mutu_baku:'"))
