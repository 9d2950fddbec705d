"""YAML's traps in plain words: what libyaml complains of, and what the author has to do.

In: a syntax fault of libyaml and what was read before it. Out: one ``Diagnostic`` at the place that has to
be mended, which is often not where libyaml noticed, with the cure as its hint.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sop_engine.diagnostics import Diagnostic, Kind, Related, Severity, Text
from sop_engine.source import SourceFile, Span

__all__ = ["syntax_fault", "value_start"]

SYNTAX = Kind("SOP001", "syntax", Severity.ERROR)

_QUOTE_ALL = Text("apit seluruh teks dengan tanda kutip: 'teks'", "put the whole text in quotes: 'text'")


def syntax_fault(source: SourceFile, fault: Any, scalars: Sequence[tuple[int, int]]) -> Diagnostic:
    """Say what a fault of libyaml means.

    Args:
        source: the text.
        fault: the ScannerError or ParserError that libyaml raised.
        scalars: start and end of the scalars read before it.

    Returns:
        The finding, placed where the author has to act.
    """
    mark = getattr(fault, "problem_mark", None)
    at = min(mark.index, len(source.text)) if mark is not None else 0
    context_mark = getattr(fault, "context_mark", None)
    opened = context_mark.index if context_mark is not None else at
    known = _Fault(source.text, str(fault.problem or ""), str(fault.context or ""), at, opened, scalars)
    finding = _explain(known)
    span, message, hint, related = finding
    return Diagnostic(SYNTAX, message, source, span, hint, related)


_Finding = tuple[Span, Text, Text | None, tuple[Related, ...]]


@dataclass(frozen=True, slots=True)
class _Fault:
    """What libyaml says of a fault: offsets where it noticed and where the part it was reading begins."""

    text: str
    problem: str
    context: str
    at: int
    opened: int
    scalars: Sequence[tuple[int, int]]


def _explain(fault: _Fault) -> _Finding:
    """The first explanation that fits, from the surest to the most general."""
    for explanation in (_tab, _quote, _first_character, _colon, _dash, _block_text, _braces, _structure):
        if found := explanation(fault):
            return found
    message = Text("susunan YAML di sini tidak terbaca", f"the YAML cannot be read here ({fault.problem})")
    return _char(fault.text, fault.at), message, None, ()


def _char(text: str, at: int) -> Span:
    """One character, or nothing at the end of the text."""
    return Span(at, min(at + 1, len(text)))


def _rest(text: str, at: int) -> Span:
    """From a place to the end of its line, at least the place itself."""
    line = re.compile(r"[^\r\n]*").match(text, at)
    end = line.end() if line else at
    return Span(at, at + len(text[at:end].rstrip()) or at)


def _line_start(text: str, at: int) -> int:
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def _tab(fault: _Fault) -> _Finding | None:
    """A tab that indents."""
    text, at = fault.text, fault.at
    line_start = _line_start(text, at)
    margin = re.compile(r"[ \t]*").match(text, line_start)
    if margin is None or "\t" not in margin.group():
        return None
    tab = line_start + margin.group().index("\t")
    return (
        _char(text, tab),
        Text("baris ini menjorok dengan tab", "this line is indented by a tab"),
        Text("ganti tiap tab dengan dua spasi", "replace each tab by two spaces"),
        (),
    )


def _quote(fault: _Fault) -> _Finding | None:
    """A quote that is not closed, or closed too early."""
    text, at = fault.text, fault.at
    if "quoted scalar" in fault.context and "end of stream" in fault.problem:
        return _unclosed(text, fault.opened, ())
    if "quoted scalar" in fault.context and "escape" in fault.problem:
        return (
            _char(text, at - 1 if text[at - 1 : at] == "\\" else at),
            Text("garis miring terbalik di dalam tanda kutip ganda", "a backslash inside double quotes"),
            Text("pakai tanda kutip tunggal: 'C:\\berkas'", "use single quotes: 'C:\\files'"),
            (),
        )
    if "document" in fault.problem and "quoted scalar" in fault.context:
        return _unclosed(text, fault.opened, ())
    if (
        "did not find expected" not in fault.problem
        and "mapping values" not in fault.problem
        and "could not find" not in fault.problem
    ):
        return None
    before = [scalar for scalar in fault.scalars if scalar[1] <= at]
    if not before:
        return None
    start, end = before[-1]
    quote = text[start : start + 1]
    between = text[end:at]
    if quote not in ("'", '"') or between.strip():
        return None
    if "\n" in text[start:end] or "\r" in text[start:end]:
        # A quoted text over several lines that ends where it cannot: it was closed by the next one's quote.
        return _unclosed(
            text,
            start,
            (
                Related(
                    Text("di sini tertutup oleh kutip lain", "closed here by another quote"),
                    Span(end - 1, end),
                ),
            ),
        )
    if "\n" in between or "\r" in between:
        return None
    other = '"' if quote == "'" else "'"
    return (
        _rest(text, at),
        Text("masih ada teks sesudah tanda kutip penutup", "text goes on behind the closing quote"),
        Text(
            f"apit seluruh teks, termasuk kutip di dalamnya: {other}{text[start : _rest(text, at).end]}{other}",
            f"quote the whole text, inner quotes included: {other}{text[start : _rest(text, at).end]}{other}",
        ),
        (),
    )


def _unclosed(text: str, opened: int, related: tuple[Related, ...]) -> _Finding:
    quote = text[opened : opened + 1]
    apostrophe = Text(
        f"tutup dengan {quote} di akhir teks; tanda kutip tunggal di dalam teks ditulis dua kali ('')"
        if quote == "'"
        else f"tutup dengan {quote} di akhir teks",
        f"close it with {quote} at the end of the text; an apostrophe inside is written twice ('')"
        if quote == "'"
        else f"close it with {quote} at the end of the text",
    )
    return (
        _rest(text, opened),
        Text("tanda kutip yang dibuka di sini tidak ditutup", "the quote opened here is not closed"),
        apostrophe,
        related,
    )


def _first_character(fault: _Fault) -> _Finding | None:
    """A text that begins with a character that means something to YAML."""
    text, at = fault.text, fault.at
    if "cannot start any token" in fault.problem:
        begin = at
    elif (
        (
            "alias" in fault.context
            or "anchor" in fault.context
            or ("tag" in fault.context and "found" not in fault.context)
        )
        or "directive" in fault.context
        or "directive" in fault.problem
    ):
        begin = fault.opened
    elif "mapping keys are not allowed" in fault.problem:
        begin = at
    else:
        return None
    character = text[begin : begin + 1]
    return (
        _rest(text, begin),
        Text(
            f"teks tidak boleh diawali '{character}' tanpa tanda kutip",
            f"a text cannot begin with '{character}' unquoted",
        ),
        _quoted(text, begin),
        (),
    )


def _quoted(text: str, at: int) -> Text:
    """The hint that shows the rest of the line in quotes."""
    span = _rest(text, at)
    words = text[span.start : span.end]
    if len(words) > 60 or not words:
        return _QUOTE_ALL
    quoted = (
        '"' + words + '"'
        if "'" in words and '"' not in words and "\\" not in words
        else "'" + words.replace("'", "''") + "'"
    )
    return Text(f"apit seluruh teks dengan tanda kutip: {quoted}", f"put the whole text in quotes: {quoted}")


def _colon(fault: _Fault) -> _Finding | None:
    """A second ': ' on a line, or a colon without its space."""
    text, at = fault.text, fault.at
    if "could not find expected ':'" in fault.problem:
        if missing := _missing_space(text, fault.opened):
            return missing
        return (
            _rest(text, fault.opened),
            Text("baris ini bukan 'kunci: isi'", "this line is no 'key: value'"),
            Text(
                "beri ':' dan spasi sesudah kunci; teks yang bersambung harus menjorok lebih dalam dari kuncinya",
                "put ':' and a space behind the key; a text that goes on must be indented deeper than its key",
            ),
            (),
        )
    if "mapping values are not allowed" not in fault.problem:
        return None
    line_start = _line_start(text, at)
    value = value_start(text, at)
    if value < at:
        return (
            _char(text, at),
            Text("': ' di tengah teks tanpa tanda kutip", "': ' inside an unquoted text"),
            _quoted(text, value),
            (),
        )
    return _joined_lines(text, at, line_start)


def value_start(text: str, at: int) -> int:
    """Where the value on a line begins, behind dashes and the first key; ``at`` is any place on that line."""
    line_start = _line_start(text, at)
    head = re.compile(r"[ \t]*(?:- +)*(?:[^\s:#][^:\r\n]*?:[ \t]+)?").match(text, line_start)
    return head.end() if head else line_start


def _odd_space(text: str, line_start: int) -> _Finding | None:
    """A space that only looks like one, pasted from a word processor, in the indent or behind a dash."""
    found = re.compile(r"[ -]*(\xa0)").match(text, line_start)
    if found is None:
        return None
    return (
        Span(*found.span(1)),
        Text(
            "ini spasi tak putus (U+00A0), bukan spasi biasa",
            "this is a no-break space (U+00A0), not a space",
        ),
        Text("hapus dan ketik spasi biasa", "delete it and type a plain space"),
        (),
    )


def _glued_dash(text: str, line_start: int) -> _Finding | None:
    """``-kunci: isi``: an item without the space behind its dash."""
    found = re.compile(r"[ ]*(?:- +)*(-)(?=[A-Za-z_'\"\[{])").match(text, line_start)
    if found is None:
        return None
    return (
        Span(*found.span(1)),
        Text("tidak ada spasi sesudah '-'", "no space after the '-'"),
        Text("tulis '- kunci: isi'", "write '- key: value'"),
        (),
    )


def _missing_space(text: str, line_start: int) -> _Finding | None:
    """``kunci:isi`` at the beginning of a line."""
    found = re.compile(r"[ ]*(?:- +)*[A-Za-z_]\w*:(?=\S)").match(text, line_start)
    if found is None:
        return None
    return (
        _char(text, found.end() - 1),
        Text("tidak ada spasi sesudah titik dua", "no space after the colon"),
        Text("tulis 'kunci: isi'", "write 'key: value'"),
        (),
    )


def _joined_lines(text: str, at: int, line_start: int) -> _Finding:
    """``kunci:isi`` above, or a key that stands deeper than the text above it."""
    above = _line_start(text, len(text[:line_start].rstrip("\r\n")))
    for line in (above, line_start):
        if found := _odd_space(text, line) or _missing_space(text, line) or _glued_dash(text, line):
            return found
    if equals := re.compile(r"[ ]*(?:- +)*[A-Za-z_]\w*( *=)").match(text, above):
        return (
            Span(equals.start(1), equals.end(1)),
            Text("'=' di belakang kunci", "'=' behind a key"),
            Text("tulis 'kunci: isi', dengan titik dua", "write 'key: value', with a colon"),
            (),
        )
    key = re.compile(r"[ ]*").match(text, line_start)
    start = key.end() if key else line_start
    return (
        Span(start, at) if at > start else _char(text, at),
        Text("kunci ini menjorok terlalu dalam", "this key is indented too deep"),
        Text(
            "sejajarkan dengan kunci di atasnya, atau kosongkan isi kunci itu",
            "align it with the key above, or leave that key's value empty",
        ),
        (),
    )


def _dash(fault: _Fault) -> _Finding | None:
    """A dash behind a key."""
    text, at = fault.text, fault.at
    if "block sequence entries are not allowed" not in fault.problem:
        return None
    alone = _rest(text, at)
    if text[alone.start : alone.end] == "-":
        message = Text("tanda '-' sendirian di belakang kunci", "a lone '-' behind a key")
        hint = Text(
            "kosongkan isinya, atau tulis '-' dalam tanda kutip: '-'",
            "leave the value empty, or quote the dash: '-'",
        )
    else:
        message = Text(
            "daftar dengan '-' tidak dapat mulai di baris kuncinya",
            "a list with '-' cannot begin on its key's line",
        )
        hint = Text(
            f"mulai daftar di baris berikutnya; bila ini teks, {_quoted(text, at).id}",
            f"begin the list on the next line; if this is a text, {_quoted(text, at).en}",
        )
    return alone, message, hint, ()


def _block_text(fault: _Fault) -> _Finding | None:
    """``|`` or ``>`` with words behind it."""
    text, _at = fault.text, fault.at
    if "block scalar" not in fault.context:
        return None
    if "comment or line break" in fault.problem:
        character = text[fault.opened : fault.opened + 1]
        return (
            _rest(text, fault.opened),
            Text(
                f"teks tidak boleh diawali '{character}' tanpa tanda kutip",
                f"a text cannot begin with '{character}' unquoted",
            ),
            _quoted(text, fault.opened),
            (),
        )
    return None


def _braces(fault: _Fault) -> _Finding | None:
    """Braces and brackets that are not closed, or closed by nothing."""
    text, at = fault.text, fault.at
    if "flow mapping" in fault.context or "flow sequence" in fault.context:
        return _not_closed(text, fault.opened)
    if "did not find expected node content" in fault.problem:
        is_elsewhere = not text[_line_start(text, at) : at].strip() or not text[at:]
        if is_elsewhere and (opened := _open_bracket(fault)) is not None:
            # The next line of the table or form, read as if it stood between the brackets, or the end of the text.
            return _not_closed(text, opened)
        character = text[at : at + 1]
        return (
            _rest(text, at),
            Text(
                f"teks tidak boleh diawali '{character}' tanpa tanda kutip",
                f"a text cannot begin with '{character}' unquoted",
            ),
            _quoted(text, at),
            (),
        )
    return None


def _not_closed(text: str, opened: int) -> _Finding:
    opening = text[opened : opened + 1]
    closing = "}" if opening == "{" else "]"
    return (
        _rest(text, opened),
        Text(
            f"'{opening}' yang dibuka di sini tidak ditutup dengan benar",
            f"the '{opening}' opened here is not closed properly",
        ),
        Text(
            f"tutup dengan '{closing}' dan pisahkan isinya dengan koma; bila ini teks, apit dengan tanda kutip",
            f"close it with '{closing}' and separate what is inside by commas; if this is a text, put it in quotes",
        ),
        (),
    )


def _open_bracket(fault: _Fault) -> int | None:
    """The innermost bracket that is still open at the fault; None outside brackets. Texts and comments hold none."""
    if "flow node" not in fault.context:
        return None
    closed = 0
    end = fault.at
    for start, stop in ((0, 0), *(one for one in fault.scalars if one[1] <= fault.at))[::-1]:
        between = re.sub(r"#[^\r\n]*", lambda comment: " " * len(comment[0]), fault.text[stop:end])
        for at in range(len(between) - 1, -1, -1):
            if between[at] in "]}":
                closed += 1
            elif between[at] in "[{":
                if not closed:
                    return stop + at
                closed -= 1
        end = start
    return None


def _structure(fault: _Fault) -> _Finding | None:
    """Lines that do not stand under each other, and text behind a closed bracket."""
    text, at = fault.text, fault.at
    if "did not find expected" not in fault.problem:
        return None
    line_start = _line_start(text, at)
    if found := _odd_space(text, line_start) or _glued_dash(text, line_start):
        return found
    before = text[line_start:at]
    if before.strip() and before.rstrip()[-1] in "]}":
        return (
            _rest(text, at),
            Text("masih ada teks sesudah kurung penutup", "text goes on behind the closing bracket"),
            Text(
                "bila ini satu teks, apit seluruhnya dengan tanda kutip",
                "if this is one text, put all of it in quotes",
            ),
            (),
        )
    if text[at : at + 1] == ":":
        return (
            _char(text, at),
            Text("kunci di sini kosong", "the key is empty here"),
            Text("tulis kunci di depan titik dua", "write a key in front of the colon"),
            (),
        )
    if "document start" in fault.problem:
        return (
            _rest(text, at),
            Text("isi sesudah akhir dokumen", "content behind the end of the document"),
            Text("satu berkas satu SOP", "one file, one SOP"),
            (),
        )
    related = (
        (Related(Text("bagian ini mulai di sini", "the part begins here"), _char(text, fault.opened)),)
        if fault.opened != at
        else ()
    )
    if "'-' indicator" in fault.problem:
        hint = Text(
            "sejajarkan dengan '-' di atasnya, atau dengan kunci di dalam butir itu",
            "align it with the '-' above, or with the keys of that item",
        )
    else:
        hint = Text(
            "sejajarkan dengan kunci lain di bagian yang sama, dengan spasi",
            "align it with the other keys of the same part, by spaces",
        )
    return (
        _rest(text, at),
        Text(
            "baris ini tidak sejajar dengan bagian di atasnya",
            "this line does not align with the part above it",
        ),
        hint,
        related,
    )
