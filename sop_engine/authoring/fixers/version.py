"""Saying which version of the format a definition has.

In: a finding that ``versi_format`` is missing. Out: the edits that insert the only version there is.
"""

from sop_engine.authoring.amend import set_value
from sop_engine.authoring.fixers.fixer import Fixer
from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Text
from sop_engine.edits import Edit

__all__ = ["VERSION"]

_KEY = "versi_format"


def _edits(compiled: Compiled, found: Diagnostic) -> tuple[Edit, ...] | None:
    document = compiled.document
    if document is None or f"'{_KEY}'" not in found.message.en or document.has((_KEY,)):
        return None
    return set_value(document, (_KEY,), "1")


VERSION = Fixer(_edits, lambda _: Text("tulis 'versi_format: 1'", "write 'versi_format: 1'"))
