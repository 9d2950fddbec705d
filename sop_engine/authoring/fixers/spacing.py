"""Putting the space behind a colon that a text was written without.

In: a finding at ``Ya:3`` or ``nama:Budi``, read as one text. Out: the edit that makes a key and its value of it.
"""

import re

from sop_engine.authoring.fixers.fixer import Fixer
from sop_engine.authoring.fixers.scalars import scalar_at
from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Text
from sop_engine.edits import Edit
from sop_engine.source import Span

__all__ = ["SPACING"]

_GLUED = re.compile(r"\w[^:\s'\"]*:(?=[^\s:/])[^\r\n]*")


def _edits(compiled: Compiled, found: Diagnostic) -> tuple[Edit, ...] | None:
    start, end = found.span
    words = compiled.source.text[start:end]
    if _GLUED.fullmatch(words) is None or found.instead is not None:
        return None
    scalar = None if compiled.document is None else scalar_at(compiled.document, found.span)
    line = max(compiled.source.text.rfind("\n", 0, start), compiled.source.text.rfind("\r", 0, start)) + 1
    # Behind another key a second one cannot begin.
    if scalar is None or not (scalar.flow or not compiled.source.text[line:start].strip(" -")):
        return None
    at = start + words.index(":") + 1
    return (Edit(Span(at, at), " "),)


SPACING = Fixer(_edits, lambda _: Text("beri spasi sesudah titik dua", "put a space behind the colon"))
