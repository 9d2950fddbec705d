"""What every reporter takes and gives.

In: findings, and a ``Look``. Out: pieces of text, in order; a reporter sees nothing but the findings.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from sop_engine.diagnostics import Diagnostic
from sop_engine.text import Language

__all__ = ["Format", "Look", "Reporter"]


@dataclass(frozen=True, slots=True)
class Look:
    """How findings are to be shown.

    Attributes:
        language: the language of messages, hints and notes.
        colour: terminal colours, for reporters that people read.
        width: cells of a line of source text before it is cut around the fault.
    """

    language: Language = Language.EN
    colour: bool = False
    width: int = 100


class Reporter(Protocol):
    """Turns findings into text, piece by piece, so that a long run shows its findings as they come."""

    def __call__(self, diagnostics: Iterable[Diagnostic], look: Look) -> Iterator[str]:
        """Yield the pieces of the report, line ends included."""
        ...


@dataclass(frozen=True, slots=True)
class Format:
    """One way to report.

    Attributes:
        write: the reporter.
        document: the report is one document that must never be half written; it also holds what could not
            be read at all, which for people stands in the error stream.
    """

    write: Reporter
    document: bool
