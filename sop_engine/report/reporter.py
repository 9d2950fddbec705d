"""What every reporter takes and gives.

In: definitions that were checked, each with its findings, and a ``Look``. Out: pieces of text or of a file, in
order; a reporter sees nothing but that.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Protocol

from sop_engine.diagnostics import Diagnostic
from sop_engine.edits import Fix
from sop_engine.rules.brief import Brief
from sop_engine.text import Language

__all__ = ["Checked", "Format", "Look", "Reporter", "each_finding"]


@dataclass(frozen=True, slots=True)
class Checked:
    """A definition, and what was found in it, in order.

    What could not be read at all has a ``brief`` without a SOP, and findings whose source has an empty text; what
    concerns no file has a source without a name. ``fixes`` says of each finding how it is mended, or None; it is
    empty where no reporter wants to know. ``mendable`` says that a safe fix is known for one of them, where that was
    looked for.
    """

    brief: Brief
    diagnostics: tuple[Diagnostic, ...]
    fixes: tuple[Fix | None, ...] = ()
    mendable: bool = False

    def pairs(self) -> Iterator[tuple[Diagnostic, Fix | None]]:
        """Each finding, and how it is mended where that is known."""
        return zip_longest(self.diagnostics, self.fixes)

    def holding(self, diagnostics: tuple[Diagnostic, ...]) -> "Checked":
        """The same with other findings in place of its own; those that it had keep their fixes."""
        if not self.fixes:
            return replace(self, diagnostics=diagnostics)
        known = {id(found): fix for found, fix in self.pairs()}
        fixes = tuple(known.get(id(found)) for found in diagnostics)
        return replace(self, diagnostics=diagnostics, fixes=fixes)


@dataclass(frozen=True, slots=True)
class Look:
    """How findings are to be shown.

    Attributes:
        language: the language of messages, hints and notes.
        colour: terminal colours, for reporters that people read.
        width: cells of a line of source text before it is cut around the fault.
        today: the day of the report as it is printed; empty where nobody named one.
    """

    language: Language = Language.EN
    colour: bool = False
    width: int = 100
    today: str = ""


class Reporter(Protocol):
    """Turns what was checked into a report, piece by piece, so that a long run shows its findings as they come."""

    def __call__(self, checked: Iterable[Checked], look: Look) -> Iterator[str | bytes]:
        """Yield the pieces of the report, line ends included."""
        ...


@dataclass(frozen=True, slots=True)
class Format:
    """One way to report.

    Attributes:
        write: the reporter.
        document: the report is one document that must never be half written.
        file: the name of the file that it is written to where nobody names one; None for standard output.
        people: people read it in a terminal: what could not be read at all stands in the error stream alone, and a
            line that counts the findings ends it.
        fixes: it tells how findings are mended.
    """

    write: Reporter
    document: bool
    file: str | None = None
    people: bool = False
    fixes: bool = False


def each_finding(write: Callable[[Iterable[Diagnostic], Look], Iterator[str]]) -> Reporter:
    """The reporter that shows findings one after the other, whatever definition they are in."""

    def report(checked: Iterable[Checked], look: Look) -> Iterator[str]:
        return write((found for one in checked for found in one.diagnostics), look)

    return report
