"""Making a list of several names that stand in one text.

In: a finding at ``4, 5`` or ``staf dan kabag`` in the place of one name. Out: the edit that writes ``[4, 5]``.
"""

import re

from sop_engine.authoring.fixers.fixer import Fixer
from sop_engine.authoring.fixers.scalars import scalar_at
from sop_engine.authoring.scalar import written
from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Text
from sop_engine.edits import Edit
from sop_engine.model.symbols import END
from sop_engine.rules.common import roles_in

__all__ = ["ROLES", "TARGETS"]

_BETWEEN = re.compile(r"\s*[,;&]\s*|\s+dan\s+")


def _roles(compiled: Compiled, found: Diagnostic) -> tuple[Edit, ...] | None:
    return (
        None
        if compiled.sop is None
        else _listed(compiled, found, roles_in(_words(compiled, found), compiled.sop.pelaksana))
    )


def _targets(compiled: Compiled, found: Diagnostic) -> tuple[Edit, ...] | None:
    if compiled.graph is None:
        return None
    parts = tuple(part.removesuffix(".") for part in _BETWEEN.split(_words(compiled, found).strip("[]() ")))
    known = {*compiled.graph.names, *compiled.graph.rows, END}
    return _listed(compiled, found, parts if len(parts) > 1 and known.issuperset(parts) else ())


def _words(compiled: Compiled, found: Diagnostic) -> str:
    return compiled.source.text[found.span.start : found.span.end].strip("'\"")


def _listed(compiled: Compiled, found: Diagnostic, names: tuple[str, ...]) -> tuple[Edit, ...] | None:
    scalar = None if compiled.document is None else scalar_at(compiled.document, found.span)
    # In a list each name would be an item of its own, and a list in braces cannot hold what is quoted there.
    if (
        scalar is None
        or scalar.span != found.span
        or scalar.key
        or isinstance(scalar.loc[-1], int)
        or not names
    ):
        return None
    inside = ", ".join(written(name, scalar.column, flow=True) for name in dict.fromkeys(names))
    return (Edit(found.span, f"[{inside}]"),)


def _title(_found: Diagnostic) -> Text:
    return Text("jadikan daftar dalam kurung siku", "make it a list in brackets")


ROLES = Fixer(_roles, _title)
TARGETS = Fixer(_targets, _title)
