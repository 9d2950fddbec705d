"""What a rule is.

In: nothing; these are protocols. Out: the shape that every module named in ``registry`` has. A rule is a
module: its docstring documents it, ``KIND`` is what its findings share, and one function looks for them.
"""

from collections.abc import Iterator, Sequence
from typing import Protocol

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind
from sop_engine.rules.brief import Brief

__all__ = ["CrossRule", "Rule"]


class Rule(Protocol):
    """Looks at one SOP."""

    @property
    def KIND(self) -> Kind:  # noqa: N802 - a constant of the module
        """Code, slug and severity of what it finds."""
        ...

    def check(self, compiled: Compiled) -> Iterator[Diagnostic]:
        """Yield what is wrong. It is only called where there are models and a graph; order is free."""
        ...


class CrossRule(Protocol):
    """Looks at several SOPs at once."""

    @property
    def KIND(self) -> Kind:  # noqa: N802 - a constant of the module
        """Code, slug and severity of what it finds."""
        ...

    def check_all(self, briefs: Sequence[Brief]) -> Iterator[Diagnostic]:
        """Yield what is wrong between SOPs that could be read; order is free.

        The time that it takes grows about as the number of SOPs does. A finding stands in the text of one SOP; what
        it says of others names their files.
        """
        ...
