"""Mending what keeps a text from being YAML: spaces that are missing or wrong, and texts that need quotes.

In: a finding of the reader, whose place says what is wrong there. Out: the edit that its hint describes, where that is
one thing. There is no document yet, only the text.
"""

import re

from sop_engine.authoring.fixers.fixer import Fixer
from sop_engine.authoring.scalar import respelled
from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Text
from sop_engine.edits import Edit
from sop_engine.reading.hints import value_start
from sop_engine.source import Span

__all__ = ["SYNTAX"]

_MARGIN = re.compile(r"(?<![^\r\n])[ \t\xa0]*(?:-[ \t\xa0]+)*(?=\S)")
_EQUALS = re.compile(r" *=")
_GLUED_KEY = re.compile(r"[ ]*(?:- +)*[A-Za-z_]\w*:(?=\S)")
_REST = re.compile(r"[^\r\n]*?(?=[ \t]*(?:[ \t]#[^\r\n]*)?(?:[\r\n]|\Z))")
_FIRST = frozenset("@`%*&!|>?,")
_TAB = "  "


def _edits(compiled: Compiled, found: Diagnostic) -> tuple[Edit, ...] | None:
    text, (start, end) = compiled.source.text, found.span
    there = text[start:end]
    line = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    if there in ("\t", "\xa0"):
        return _margins(text, line)
    if there == "-":
        # Alone it stands for nothing, in front of words it begins an item.
        alone = text[end : end + 1] in ("", "\r", "\n", " ", "\t")
        return (Edit(found.span, "'-'") if alone else Edit(Span(end, end), " "),)
    if _EQUALS.fullmatch(there):
        return (Edit(found.span, ":"),)
    if there == ":":
        glued = _GLUED_KEY.match(text, line)
        if glued is not None and glued.end() == end:
            return (Edit(Span(end, end), " "),)
        return _quoted(text, value_start(text, start)) if value_start(text, start) < start else None
    if text[line:start].rstrip()[-1:] in ("'", '"') and text[value_start(text, start)] in "'\"":
        return _quoted(text, value_start(text, start))
    return _quoted(text, start) if there[:1] in _FIRST else None


def _margins(text: str, line: int) -> tuple[Edit, ...]:
    """Plain spaces in place of tabs and no-break spaces in front of a line and all below it.

    Who has indented one line so has indented others so too, and they have to keep their places to each other.
    """
    return tuple(
        Edit(Span(at, at + 1), _TAB if text[at] == "\t" else " ")
        for margin in _MARGIN.finditer(text, line)
        for at in range(*margin.span())
        if text[at] in "\t\xa0"
    )


def _quoted(text: str, at: int) -> tuple[Edit, ...] | None:
    """Quotes around the rest of a line, but for a comment."""
    rest = _REST.match(text, at)
    words = rest[0] if rest is not None else ""
    # In braces and brackets nobody knows where the text ends.
    if not words or words[0] in "{[" or words.endswith(("}", "]")):
        return None
    return (Edit(Span(at, at + len(words)), respelled("'", words, 0)),)


SYNTAX = Fixer(
    _edits, lambda _: Text("betulkan penulisannya seperti pada petunjuk", "mend it as the hint says")
)
