"""Joining an item that was torn into two.

In: a finding at the second half. Out: the edits that put it behind the first, and take its own item away.
"""

from typing import Any

from sop_engine.authoring.amend import remove, set_value
from sop_engine.authoring.fixers.fixer import Fixer
from sop_engine.authoring.fixers.scalars import commented, scalar_at
from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Text
from sop_engine.edits import Edit
from sop_engine.rules.torn_item import glue

__all__ = ["TORN"]


def _edits(compiled: Compiled, found: Diagnostic) -> tuple[Edit, ...] | None:
    document = compiled.document
    scalar = None if document is None else scalar_at(document, found.span)
    if document is None or scalar is None or not scalar.loc or not isinstance(scalar.loc[-1], int):
        return None
    holder, at = scalar.loc[:-1], scalar.loc[-1]
    items: Any = document.data
    for part in holder:
        items = items[part]
    first, second = items[at - 1], items[at]
    if at < 1 or not isinstance(first, str) or not isinstance(second, str):
        return None
    first, second = first.strip(), second.strip()
    joined = set_value(document, (*holder, at - 1), glue(first, second))
    return commented(document, (*joined, *remove(document, scalar.loc)))


TORN = Fixer(_edits, lambda _: Text("gabungkan dengan butir di atasnya", "join it to the item above"))
