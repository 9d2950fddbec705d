"""Findings as workflow commands, which GitHub shows as annotations beside the lines of a change.

In: findings. Out: lines such as::

    ::error file=definitions/dumai.yaml,line=61,col=16,endLine=61,endColumn=23,title=SOP201 unknown-role::pelaksana ...

Hint and related places are further lines of the message. GitHub drops the columns of a command whose lines differ
and complains of it in the log, so they are not given there.
"""

from collections.abc import Iterable, Iterator

from sop_engine.diagnostics import Diagnostic, Severity
from sop_engine.report.json import json_path
from sop_engine.report.reporter import Look
from sop_engine.text import escaped, say

__all__ = ["report_github"]

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def report_github(diagnostics: Iterable[Diagnostic], look: Look) -> Iterator[str]:
    """Yield one command a finding."""
    for found in diagnostics:
        properties = ",".join(f"{name}={_property(value)}" for name, value in _properties(found))
        message = "%0A".join(_data(escaped(line)) for line in _lines(found, look))
        yield f"::{COMMANDS[found.severity]} {properties}::{message}\n"


def _properties(found: Diagnostic) -> Iterator[tuple[str, str]]:
    if found.source.name:
        start, end = found.start, found.end
        yield "file", escaped(json_path(found.source.name))
        yield "line", str(start.line)
        if start.line == end.line:
            yield "col", str(start.column)
        yield "endLine", str(end.line)
        if start.line == end.line:
            yield "endColumn", str(end.column)
    yield "title", f"{found.code} {found.kind.slug}"


def _lines(found: Diagnostic, look: Look) -> Iterator[str]:
    yield say(found.message, look.language)
    if found.hint is not None:
        yield say(found.hint, look.language)
    for related in found.related:
        at = found.source.position(related.span.start)
        yield f"note: {found.source.name}:{at.line}:{at.column}: {say(related.message, look.language)}"


def _data(text: str) -> str:
    """A message as the runner reads it back."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A value as the runner reads it back; a comma would begin the next one, two colons the message."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
