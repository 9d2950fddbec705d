"""Findings as JSON: one array of objects with stable English keys.

In: findings. Out: the text of the array; paths have ``/`` on every system.
"""

import json
import os
from collections.abc import Iterable, Iterator
from typing import Any

from sop_engine.diagnostics import Diagnostic
from sop_engine.report.reporter import Look
from sop_engine.source import SourceFile, Span
from sop_engine.text import Language, say

__all__ = ["as_json", "dumps", "json_path", "report_json"]

_quoted = json.encoder.encode_basestring
_WORDS = {None: "null", True: "true", False: "false"}
_encode = json.JSONEncoder(ensure_ascii=False).encode


def report_json(diagnostics: Iterable[Diagnostic], look: Look) -> Iterator[str]:
    """Yield the array, one finding a piece."""
    before = "[\n"
    for found in diagnostics:
        yield before + _indented(dumps(as_json(found, look.language)).rstrip("\n"))
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" for line in text.split("\n"))


def as_json(found: Diagnostic, language: Language) -> dict[str, Any]:
    """One finding as plain data.

    ``line`` and ``column`` count from 1, columns in code points; the end lies behind the last character.
    What concerns no file has ``null`` for its path and place.
    """
    return {
        "code": found.kind.code,
        "slug": found.kind.slug,
        "severity": found.kind.severity.value,
        "message": say(found.message, language),
        "hint": None if found.hint is None else say(found.hint, language),
        **_place(found.source, found.span),
        "related": [
            {"message": say(related.message, language), **_place(found.source, related.span)}
            for related in found.related
        ],
    }


def _place(source: SourceFile, span: Span) -> dict[str, Any]:
    if not source.name:
        return dict.fromkeys(("path", "line", "column", "end_line", "end_column"))
    start, end = source.position(span.start), source.position(span.end)
    return {
        "path": json_path(source.name),
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
    }


def json_path(name: str) -> str:
    """A path with ``/`` between its parts, whatever the system writes."""
    return name if os.sep == "/" else name.replace(os.sep, "/")


def dumps(value: object) -> str:
    """JSON for people and programs: indented, non-ASCII letters as they are, one line end at the end.

    Lone surrogates (of a file name that is no UTF-8) become JSON escapes: the text can always be encoded.
    """
    text = _text(value, "\n")
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


def _text(value: object, line: str) -> str:
    """As ``json.dumps(value, ensure_ascii=False, indent=2)``, which takes twice as long over many rows.

    ``line`` is the end of a line and the indent of the next one.
    """
    if isinstance(value, str):
        return _quoted(value)
    if type(value) is int:
        return repr(value)
    inner = f"{line}  "
    if isinstance(value, dict) and value:
        pairs = [f"{_key(key)}: {_text(part, inner)}" for key, part in value.items()]
        return f"{{{inner}{f',{inner}'.join(pairs)}{line}}}"
    if isinstance(value, list | tuple) and value:
        return f"[{inner}{f',{inner}'.join([_text(part, inner) for part in value])}{line}]"
    return _WORDS[value] if value is None or value is True or value is False else _encode(value)


def _key(key: object) -> str:
    return _quoted(key if isinstance(key, str) else _encode(key))
