"""Silencers: comments that say which findings are meant to be so.

In: findings, and a document with its comments. Out: the findings that are left, and what is wrong with the
silencers themselves.

``# sop: abaikan SOP501, SOP602`` at the end of a line silences the warnings and infos of these codes that
start on that line; alone on a line, those that start on the next line that is no comment. Words behind the
codes are the reason. Errors cannot be silenced.
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass

from sop_engine.diagnostics import Diagnostic, Kind, Severity, Text, in_order
from sop_engine.reading.document import Comment, Document
from sop_engine.rules.common import any_of, quoted
from sop_engine.rules.kinds import code_meant, kinds
from sop_engine.rules.late import LATE
from sop_engine.source import SourceFile, Span

__all__ = ["BAD_SILENCER", "IDLE_SILENCER", "silence", "silenced_lines"]

BAD_SILENCER = Kind("SOP020", "bad-silencer", Severity.WARNING)
IDLE_SILENCER = Kind("SOP021", "idle-silencer", Severity.INFO)

_OURS = re.compile(r"#\s*sop:\s*(\S*)", re.IGNORECASE)
_WORD = re.compile(r"[\s,;]*([^\s,;]+)")
_CODE = re.compile(r"SOP[0-9]{3}", re.IGNORECASE)
_OFFERED = 3
_AS_SHOWN = Text(
    "tulis kode seperti pada temuannya, misalnya SOP208 dari [SOP208]",
    "write the code as the finding shows it, such as SOP208 from [SOP208]",
)
_EXAMPLE = "# sop: abaikan SOP208"


@dataclass(frozen=True, slots=True)
class _Silencer:
    """One code in a comment, its place, and the line that it is for."""

    code: str
    span: Span
    line: int


def silence(
    document: Document,
    diagnostics: Iterable[Diagnostic],
    known: Mapping[str, Kind] | None = None,
    off: Container[str] = (),
) -> tuple[Diagnostic, ...]:
    """Leave out what the author has silenced.

    Args:
        document: the text with its comments.
        diagnostics: all findings in it.
        known: the kinds that there are, by code; those of reading, models and rules when not given.
        off: codes that were not looked for; a comment that silences one of them is not called idle.

    Returns:
        The findings that are left, in order, with those about silencers among them.
    """
    found = tuple(diagnostics)
    comments = [comment for comment in document.comments if _OURS.match(_text(document, comment))]
    if not comments:
        return found
    known = kinds() if known is None else known
    faults: list[Diagnostic] = []
    silencers: list[_Silencer] = []
    lines = _comment_lines(document)
    for comment in comments:
        for code, span in _codes(document, comment, faults):
            kind = known.get(code)
            if kind is None:
                faults.append(_unknown(document.source, code, span, known))
            elif kind.severity is Severity.ERROR:
                faults.append(_error(document.source, kind, span))
            else:
                silencers.append(_Silencer(code, span, _line(document, comment, lines)))
    places = {(found_one.code, found_one.start.line) for found_one in found if not found_one.is_error}
    idle = [
        one
        for one in silencers
        if one.code not in LATE and one.code not in off and (one.code, one.line) not in places
    ]
    faults.extend(_idle(document.source, one) for one in idle)
    silenced = {(one.code, one.line) for one in silencers}
    left = [one for one in found if one.is_error or (one.code, one.start.line) not in silenced]
    return in_order([*left, *faults])


def silenced_lines(document: Document) -> frozenset[tuple[str, int]]:
    """Code and line of all that comments silence, for findings that are made where the document is no more."""
    comments = [comment for comment in document.comments if _OURS.match(_text(document, comment))]
    if not comments:
        return frozenset()
    lines = _comment_lines(document)
    return frozenset(
        (code, _line(document, comment, lines))
        for comment in comments
        for code, _ in _codes(document, comment, [])
    )


def _text(document: Document, comment: Comment) -> str:
    return document.source.text[comment.span.start : comment.span.end]


def _comment_lines(document: Document) -> frozenset[int]:
    source = document.source
    return frozenset(source.position(one.span.start).line for one in document.comments if one.alone)


def _line(document: Document, comment: Comment, comment_lines: frozenset[int]) -> int:
    """The line that a silencer is for."""
    line = document.source.position(comment.span.start).line
    if comment.alone:
        while line in comment_lines:
            line += 1
    return line


def _codes(document: Document, comment: Comment, faults: list[Diagnostic]) -> Iterator[tuple[str, Span]]:
    """The codes of a silencer and their places; a comment that is no good one is a fault."""
    text = _text(document, comment)
    match = _OURS.match(text)
    if match is None:
        return
    start = comment.span.start
    if match[1] != "abaikan":
        # Other words may follow "sop:" in an ordinary note; with a code among them a silencer was meant.
        if _CODE.search(text):
            span = Span(start + match.start(1), start + max(match.end(1), match.start(1) + 1))
            faults.append(_unclear(document.source, match[1], span))
        return
    at = match.end()
    count = 0
    while word := _WORD.match(text, at):
        if not word[1].upper().startswith("SOP"):
            break
        yield word[1].upper(), Span(start + word.start(1), start + word.end(1))
        at = word.end()
        count += 1
    if not count:
        faults.append(_unclear(document.source, "", Span(start + match.start(1), start + match.end(1))))


def _unclear(source: SourceFile, word: str, span: Span) -> Diagnostic:
    if word:
        message = Text(
            f"{quoted(word)} bukan perintah dalam komentar 'sop:'",
            f"{quoted(word)} is no word of a 'sop:' comment",
        )
    else:
        message = Text("'abaikan' tanpa kode", "'abaikan' without a code")
    return Diagnostic(
        BAD_SILENCER,
        message,
        source,
        span,
        Text(f"tulis misalnya '{_EXAMPLE}'", f"write for example '{_EXAMPLE}'"),
    )


def _unknown(source: SourceFile, code: str, span: Span, known: Mapping[str, Kind]) -> Diagnostic:
    near = _near(code, known)
    return Diagnostic(
        BAD_SILENCER,
        Text(f"kode {quoted(code)} tidak dikenal", f"code {quoted(code)} is unknown"),
        source,
        span,
        near or _AS_SHOWN,
    )


def _near(code: str, known: Mapping[str, Kind]) -> Text | None:
    """The codes that one wrong character makes of this one: of the same hundred, and such as can be silenced."""
    meant = code_meant(code)
    near = [
        one
        for one, kind in known.items()
        if kind.severity is not Severity.ERROR
        and one[:4] == meant[:4]
        and len(one) == len(meant)
        and sum(mine != its for mine, its in zip(meant, one, strict=True)) <= 1
    ]
    if meant in near:
        near = [meant]
    if not near or len(near) > _OFFERED:
        return None
    choices = any_of(near)
    return Text(f"maksudnya {choices.id}?", f"did you mean {choices.en}?")


def _error(source: SourceFile, kind: Kind, span: Span) -> Diagnostic:
    return Diagnostic(
        BAD_SILENCER,
        Text(
            f"{kind.code} ({kind.slug}) adalah kesalahan dan tidak dapat diabaikan",
            f"{kind.code} ({kind.slug}) is an error and cannot be silenced",
        ),
        source,
        span,
        Text("perbaiki penyebabnya dan hapus kode ini", "mend its cause and delete this code"),
    )


def _idle(source: SourceFile, silencer: _Silencer) -> Diagnostic:
    return Diagnostic(
        IDLE_SILENCER,
        Text(
            f"tidak ada {silencer.code} di baris {silencer.line}",
            f"there is no {silencer.code} on line {silencer.line}",
        ),
        source,
        silencer.span,
        Text("hapus kode ini", "delete this code"),
    )
