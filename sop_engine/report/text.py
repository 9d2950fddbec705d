"""Findings for people: place, message, and the line of the file with the fault underlined.

In: findings. Out: blocks such as::

    definitions/dumai.yaml:61:16: error[SOP201] pelaksana 'kasubag' is not declared
       |
    61 |     pelaksana: kasubag
       |                ^^^^^^^ did you mean 'kasubbag'?

The words ``error``, ``warning``, ``info`` and ``note`` are part of the form and stay in every language.
"""

import re
from collections.abc import Iterable, Iterator

from sop_engine.diagnostics import Diagnostic, Severity
from sop_engine.report.reporter import Look
from sop_engine.report.terminal import cells, head, tail
from sop_engine.source import SourceFile, Span
from sop_engine.text import escaped, say

__all__ = ["headline", "report_text"]

CUT = "..."
REACH = 400
"""How many characters on either side of a fault are looked at, so that a line of megabytes costs no more."""

COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.INFO: "1;36"}
GUTTER = "1;34"
BOLD = "1"


def report_text(diagnostics: Iterable[Diagnostic], look: Look) -> Iterator[str]:
    """Yield one block a finding, with an empty line between two."""
    before = ""
    for found in diagnostics:
        yield before + "\n".join(_block(found, look)) + "\n"
        before = "\n"


def headline(found: Diagnostic, look: Look) -> str:
    """Place, severity, code and message on one line, without a line end."""
    return _headline(found, look, *found.start)


def _headline(found: Diagnostic, look: Look, line: int, column: int) -> str:
    label = _paint(f"{found.severity.value}[{found.code}]", COLOURS[found.severity], look)
    place = _paint(f"{escaped(found.source.name)}:{line}:{column}:", BOLD, look)
    return f"{place} {label} {escaped(say(found.message, look.language))}"


def _block(found: Diagnostic, look: Look) -> Iterator[str]:
    colour = COLOURS[found.severity]
    line, column = found.start
    yield _headline(found, look, line, column)
    gutter = len(str(line))
    bar = _paint(f"{'':{gutter}} |", GUTTER, look)
    text, indent, marks = _plain_frame(found, line, column, look.width) or _frame(
        found.source, found.span, look.width
    )
    hint = "" if found.hint is None else f" {escaped(say(found.hint, look.language))}"
    yield bar
    yield f"{_paint(f'{line} |', GUTTER, look)} {text}".rstrip()
    yield f"{bar} {' ' * indent}{_paint('^' * marks, colour, look)}{hint}"
    for related in found.related:
        line, column = found.source.position(related.span.start)
        note = _paint(f"{'':{gutter}} =", GUTTER, look)
        words = escaped(say(related.message, look.language))
        yield f"{note} note: {escaped(found.source.name)}:{line}:{column}: {words}"


def _plain_frame(found: Diagnostic, line: int, column: int, width: int) -> tuple[str, int, int] | None:
    """The frame of a line that is short and plain, as most are; None for any other."""
    text = found.source.line(line).rstrip()
    indent = column - 1
    marks = min(found.span.end - found.span.start, len(text) - indent)
    if len(text) > min(width, REACH - 1) or marks > width // 2 or not (text.isascii() and text.isprintable()):
        return None
    return text, indent, max(marks, 1)


def _frame(source: SourceFile, span: Span, width: int) -> tuple[str, int, int]:
    """The line as shown, how many cells stand before the fault, and how many carets mark it.

    A fault over several lines is marked on the first. A long line is cut on both sides of the fault.
    """
    text = source.text
    start = min(max(span.start, 0), len(text))
    first = start - source.position(start).column + 1
    begin = max(first, start - REACH)
    rest = re.split(r"[\r\n]", text[start : start + REACH], maxsplit=1)[0]
    length = min(max(span.end, start) - start, len(rest.rstrip()))
    before, marked, after = (
        escaped(text[begin:start]),
        escaped(rest[:length]),
        escaped(rest[length:]).rstrip(),
    )
    room = width - min(cells(marked), width // 2)
    kept = head(marked, width - room)
    cut_left, cut_right = begin > first, len(rest) == REACH or kept != marked
    if kept != marked:
        after = ""
    wanted = cells(after) + len(CUT) * cut_right
    left = _ending(before, max(room // 2, room - wanted), cut=cut_left)
    right = _beginning(after, room - cells(left), cut=cut_right)
    return left + kept + right, cells(left), max(cells(kept), 1)


def _ending(text: str, room: int, *, cut: bool) -> str:
    """As much of a text's end as there is room for, behind dots where some is missing."""
    if not cut and cells(text) <= room:
        return text
    return CUT + tail(text, room - len(CUT))


def _beginning(text: str, room: int, *, cut: bool) -> str:
    """As much of a text's beginning as there is room for, in front of dots where some is missing."""
    if not cut and cells(text) <= room:
        return text
    return head(text, room - len(CUT)) + CUT


def _paint(text: str, colour: str, look: Look) -> str:
    return f"\x1b[{colour}m{text}\x1b[0m" if look.colour else text
