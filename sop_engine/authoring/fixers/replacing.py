"""Putting the words that a finding itself knows in the place of those that it stands at.

In: a finding with ``instead``. Out: the edit that writes it as YAML there. ``RESPELLING`` is for kinds whose words say
the same in another spelling, ``WRONG_CASE`` for such as differ in capitals only, ``REPLACING`` for all others.
"""

from sop_engine.authoring.fixers.fixer import Fixer, in_place
from sop_engine.authoring.fixers.scalars import reworded, scalar_at
from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic
from sop_engine.edits import Edit

__all__ = ["REPLACING", "RESPELLING", "WRONG_CASE"]


def _replaced(compiled: Compiled, found: Diagnostic) -> tuple[Edit, ...] | None:
    document = compiled.document
    if document is None or found.instead is None:
        return None
    scalar = scalar_at(document, found.span)
    if scalar is None:
        return None
    if scalar.key and document.has((*scalar.loc[:-1], found.instead)):
        # The right key stands beside the wrong one: somebody has to choose between the two.
        return None
    return reworded(document, found.span, found.instead)


def _same_letters(compiled: Compiled, found: Diagnostic) -> tuple[Edit, ...] | None:
    written = compiled.source.text[found.span.start : found.span.end].strip("'\" ")
    if found.instead is None or written.casefold() != found.instead.casefold():
        return None
    return _replaced(compiled, found)


RESPELLING = Fixer(_replaced, in_place, safe=True)
WRONG_CASE = Fixer(_same_letters, in_place, safe=True)
REPLACING = Fixer(_replaced, in_place)
