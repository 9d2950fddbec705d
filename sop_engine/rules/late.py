"""What later stages find, which nobody can know from the text alone: whether a picture is there, a sheet dense.

In: nothing. Out: the kinds that have no place among the rules, and the codes of all such findings.
"""

from sop_engine.diagnostics import Kind, Severity

__all__ = ["LATE", "TOO_DENSE"]

TOO_DENSE = Kind("SOP902", "too-dense", Severity.WARNING)

LATE = frozenset({"SOP601", "SOP902"})
"""From the text alone nobody can say whether a comment that silences one of these codes is idle."""
