"""Deleting spaces at the end of a line.

In: a finding that stands at them. Out: the edit that deletes them.
"""

from sop_engine.authoring.fixers.fixer import Fixer
from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Text
from sop_engine.edits import Edit

__all__ = ["TRAILING"]


def _edits(_compiled: Compiled, found: Diagnostic) -> tuple[Edit, ...]:
    return (Edit(found.span, ""),)


TRAILING = Fixer(
    _edits,
    lambda _: Text("hapus spasi di akhir baris", "delete the spaces at the end of the line"),
    safe=True,
)
