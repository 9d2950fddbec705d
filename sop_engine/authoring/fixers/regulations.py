"""Citing the regulation that replaced another one.

In: a finding at the old one. Out: the edits that write the new one in its place, where the item cites nothing else.
"""

from sop_engine.authoring.fixers.fixer import Fixer
from sop_engine.authoring.fixers.scalars import reworded, scalar_at
from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Text
from sop_engine.edits import Edit
from sop_engine.rules.replaced_regulation import successor

__all__ = ["REGULATIONS"]

_LIST = ("identitas", "dasar_hukum")


def _edits(compiled: Compiled, found: Diagnostic) -> tuple[Edit, ...] | None:
    document, sop = compiled.document, compiled.sop
    scalar = None if document is None else scalar_at(document, found.span)
    # Where the new one is cited already, the old one is to be deleted, which is for people to do.
    if document is None or sop is None or scalar is None or scalar.loc[:2] != _LIST or found.related:
        return None
    items = sop.identitas.dasar_hukum
    at = scalar.loc[2] if len(scalar.loc) > 2 else 0
    new = successor(items[at]) if isinstance(at, int) and at < len(items) else None
    return None if new is None else reworded(document, scalar.span, new)


REGULATIONS = Fixer(
    _edits, lambda _: Text("ganti dengan peraturan penggantinya", "cite the regulation that replaced it")
)
