"""What is no fault of a SOP: a path that is not there, a file that cannot be read, a rule or the engine that failed.

In: a finding. Out: whether it is one of those, which reports for machines keep apart from faults of a SOP.
"""

from sop_engine.diagnostics import Diagnostic

__all__ = ["TROUBLE", "is_trouble"]

TROUBLE = frozenset({"SOP000", "SOP900", "SOP901"})
"""Wrong usage and what could not be read; a rule that crashed; a failure of the engine."""


def is_trouble(found: Diagnostic) -> bool:
    """Whether the run could not do something, in place of a SOP being faulty."""
    return found.code in TROUBLE or not found.source.name
