"""Findings of the stages after the rules, put among the others.

In: a SOP, and what drawing it or its logo brought to light. Out: the SOP with these findings too, but for those
that a comment in the definition silences.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sop_engine.diagnostics import Diagnostic, in_order

if TYPE_CHECKING:
    from sop_engine.compiled import Compiled
    from sop_engine.rules.choice import Choice

__all__ = ["with_late"]


def with_late(compiled: "Compiled", found: Sequence[Diagnostic], choice: "Choice") -> "Compiled":
    """Add findings to a SOP's own, as far as they are wanted."""
    from sop_engine.rules.silence import silence  # noqa: PLC0415 - only SOPs with such findings pay for it

    if compiled.document is None or not found:
        return compiled
    codes = {one.code for one in found}
    left = [one for one in silence(compiled.document, found) if one.code in codes]
    return replace(compiled, diagnostics=in_order((*compiled.diagnostics, *choice.applied(tuple(left)))))
