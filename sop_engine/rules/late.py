"""What nobody can know from one text alone: whether a picture is there, a sheet dense, a review due, another SOP like it.

In: nothing. Out: the kinds that have no place among the rules, and the codes of all such findings.
"""

from sop_engine.diagnostics import Kind, Severity

__all__ = ["LATE", "TOO_DENSE"]

TOO_DENSE = Kind("SOP902", "too-dense", Severity.WARNING)

LATE = frozenset({"SOP601", "SOP614", "SOP802", "SOP803", "SOP804", "SOP805", "SOP902"})
"""From one text alone nobody can say whether a comment that silences one of these codes is idle."""
