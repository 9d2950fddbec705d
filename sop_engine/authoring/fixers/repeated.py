"""Naming a role of a joint activity once.

In: a finding at the second time. Out: the edits that take that item out of its list.
"""

from sop_engine.authoring.amend import remove
from sop_engine.authoring.fixers.fixer import Fixer
from sop_engine.authoring.fixers.scalars import commented, scalar_at
from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Text
from sop_engine.edits import Edit

__all__ = ["REPEATED"]


def _edits(compiled: Compiled, found: Diagnostic) -> tuple[Edit, ...] | None:
    document = compiled.document
    scalar = None if document is None else scalar_at(document, found.span)
    if document is None or scalar is None or scalar.key or not isinstance(scalar.loc[-1], int):
        return None
    return commented(document, remove(document, scalar.loc))


REPEATED = Fixer(_edits, lambda _: Text("sebut peran ini sekali saja", "name this role once"))
