"""Findings: what is wrong, where, in two languages, and how to mend it.

In: facts that a stage found. Out: ``Diagnostic`` values in one total order, which reporters print.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from sop_engine.source import Position, SourceFile, Span

__all__ = ["Diagnostic", "Kind", "Related", "Severity", "Text", "in_order"]


class Severity(StrEnum):
    """How much a finding weighs; only errors fail a run by themselves."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Text(NamedTuple):
    """The same words in both languages.

    Messages quote their subject, are lower case and have no final period; the remedy is the hint.
    """

    id: str
    en: str


class Kind(NamedTuple):
    """What all findings of one code share: ``Kind("SOP302", "dead-end", Severity.ERROR)``.

    ``default`` is False for what is reported only to those who select it.
    """

    code: str
    slug: str
    severity: Severity
    default: bool = True


@dataclass(frozen=True, slots=True)
class Related:
    """Another place in the same file that belongs to a finding, and what it has to do with it."""

    message: Text
    span: Span


@dataclass(frozen=True, slots=True, repr=False)
class Diagnostic:
    """One finding at one place.

    Attributes:
        kind: code, slug and severity.
        message: what is wrong.
        source: the file it is in.
        span: where, in offsets of ``source.text``.
        hint: the remedy, or None where there is nothing to advise.
        related: other places that belong to it, in the order a reader wants them.
        instead: the words that should stand at ``span`` in place of those that do, where the finder knows them
            exactly: ``kasubbag``. Plain words, not yet written as YAML.
    """

    kind: Kind
    message: Text
    source: SourceFile
    span: Span
    hint: Text | None = None
    related: tuple[Related, ...] = ()
    instead: str | None = None

    def __str__(self) -> str:
        """``dumai.yaml:61:16: error[SOP201] pelaksana 'kasubag' is not declared``."""
        at = self.start
        return f"{self.source.name}:{at.line}:{at.column}: {self.severity}[{self.code}] {self.message.en}"

    def __repr__(self) -> str:
        return f"<Diagnostic {self}>"

    @property
    def code(self) -> str:
        """The code, such as ``SOP302``."""
        return self.kind.code

    @property
    def severity(self) -> Severity:
        """How much it weighs."""
        return self.kind.severity

    @property
    def start(self) -> Position:
        """Line and column where it begins."""
        return self.source.position(self.span.start)

    @property
    def end(self) -> Position:
        """Line and column just behind its last character."""
        return self.source.position(self.span.end)

    @property
    def is_error(self) -> bool:
        """Whether it fails a run by itself."""
        return self.kind.severity is Severity.ERROR


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sort by file, place and code, and drop what is equal in all that is shown."""
    unique = {(d.source.name, d.span, d.kind.code, d.message): d for d in diagnostics}
    return tuple(found for _, found in sorted(unique.items(), key=lambda item: item[0]))
