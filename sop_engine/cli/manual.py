"""The documentation of findings for people: as text that fits the terminal, and as Markdown.

In: explanations. Out: text in one language.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from sop_engine.diagnostics import Severity, Text
from sop_engine.report.terminal import wrapped
from sop_engine.report.text import BOLD, COLOURS
from sop_engine.rules.explain import Explanation
from sop_engine.rules.silence import BAD_SILENCER, IDLE_SILENCER
from sop_engine.text import Language, say

__all__ = ["as_json", "as_line", "as_markdown", "as_table", "as_text", "meaning"]

LEAST, MOST = 40, 90
"""Cells of a line of prose; a narrower terminal breaks lines itself, in a wider one they are hard to read."""

HEADINGS = (
    Text("Kode", "Code"),
    Text("Nama", "Name"),
    Text("Bobot", "Severity"),
    Text("Arti", "Meaning"),
)
WHY = Text("Mengapa", "Why")
BAD = Text("Contoh yang keliru", "Bad")
GOOD = Text("Contoh yang benar", "Good")
MEND = Text("Cara memperbaiki", "How to mend")
LEAVE = Text("Mengabaikannya", "Leaving it out")
ASK = Text("Meminta laporannya", "Asking for it")

OFF = Text("bawaan: tidak dilaporkan", "off by default")
ERROR = Text(
    "Kesalahan selalu dilaporkan dan tidak dapat diabaikan: perbaiki penyebabnya.",
    "An error is always reported and cannot be silenced: mend its cause.",
)
IN_FILE = Text(
    "Di dalam definisi, di akhir barisnya atau sendirian di baris atasnya:",
    "In the definition, at the end of its line or alone on the line above:",
)
IN_SETTINGS = Text(
    "Untuk semua SOP, di sop.toml (sekali saja: opsi --ignore):",
    "For all SOPs, in sop.toml (for once: the option --ignore):",
)
ON_REQUEST = Text(
    "Secara bawaan tidak dilaporkan. Dilaporkan dengan ini di sop.toml (sekali saja: opsi --extend-select):",
    "It is off by default. This in sop.toml reports it (for once: the option --extend-select):",
)
NO_WORDS = Text(
    "Penjelasannya tidak ada, karena Python dijalankan tanpa dokumentasi (-OO).",
    "There is no explanation, since Python runs without documentation (-OO).",
)

_IN_COMMENTS = frozenset({BAD_SILENCER.code, IDLE_SILENCER.code})
"""What is wrong with a silencer is not silenced by another."""

_MARKS = re.compile(r"(`[^`]*`)|([\\*_<>\[\]])")


def as_text(one: Explanation, language: Language, width: int, *, colour: bool = False) -> str:
    """One explanation as a page of text.

    Args:
        one: what to explain.
        language: of the words.
        width: cells of a line of prose; examples are never broken.
        colour: whether to mark headings and severity by colours.
    """
    room = max(min(width, MOST), LEAST) - 2

    def paint(text: str, style: str) -> str:
        return f"\x1b[{style}m{text}\x1b[0m" if colour else text

    label = f"{one.kind.severity.value}[{one.kind.code}]"
    lines = [
        f"{paint(label, COLOURS[one.kind.severity])} {paint(one.kind.slug, BOLD)}",
        *wrapped(meaning(one, language), room + 2),
    ]
    for heading, parts in _sections(one, language):
        lines += ["", paint(say(heading, language), BOLD)]
        for at, (prose, example) in enumerate(parts):
            if at:
                lines.append("")
            lines += [f"  {line}" for line in wrapped(prose, room)] if prose else []
            if prose and example:
                lines.append("")
            indent = "    " if prose else "  "
            lines += [f"{indent}{line}".rstrip() for line in example.split("\n")] if example else []
    return "\n".join(lines) + "\n"


def as_markdown(one: Explanation, language: Language, level: int = 2, *, leaving: bool = True) -> str:
    """One explanation, made for Markdown, as a section that is linked to by its code.

    Args:
        one: what to explain.
        language: of the words.
        level: of the heading.
        leaving: whether to say how to leave it out, which a page of many says once.
    """
    kind = one.kind
    weight = f"**{kind.severity.value}**"
    pieces = [
        f'{"#" * level} <a id="{kind.code}"></a>{kind.code} {kind.slug}',
        f"{weight}: {_inert(meaning(one, language))}",
    ]
    for heading, parts in _sections(one, language):
        if heading is LEAVE and not leaving:
            continue
        pieces.append(f"**{say(heading, language)}**")
        for prose, example in parts:
            if prose:
                pieces.append(_inert(prose))
            if example:
                pieces.append(f"```{_syntax(example)}\n{example}\n```")
    return "\n\n".join(pieces) + "\n"


def as_table(these: Iterable[Explanation], language: Language, *, linked: bool = False) -> str:
    """Explanations made for Markdown, one a row."""
    rows = [tuple(say(heading, language) for heading in HEADINGS), ("---",) * len(HEADINGS)]
    for one in these:
        code, *rest = as_line(one, language)
        cells = [f"[{code}](#{code})" if linked else code, *map(_inert, rest)]
        rows.append(tuple(cell.replace("|", "\\|") for cell in cells))
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def as_line(one: Explanation, language: Language) -> tuple[str, ...]:
    """Code, slug, severity and title, a cell each."""
    off = "" if one.kind.default else f" ({say(OFF, language)})"
    return one.kind.code, one.kind.slug, one.kind.severity.value, say(one.title, language) + off


def as_json(one: Explanation, language: Language) -> dict[str, Any]:
    """All of an explanation, with stable keys; an example that there is not is null."""
    kind = one.kind
    return {
        "code": kind.code,
        "slug": kind.slug,
        "severity": kind.severity.value,
        "default": kind.default,
        "title": say(one.title, language),
        "why": say(one.why, language),
        "bad": one.bad or None,
        "good": one.good or None,
        "mend": say(one.mend, language),
        "silencer": _silencer(one),
    }


def meaning(one: Explanation, language: Language) -> str:
    """The title as a sentence."""
    title = say(one.title, language)
    return f"{title[:1].upper()}{title[1:]}."


def _sections(one: Explanation, language: Language) -> Iterator[tuple[Text, list[tuple[str, str]]]]:
    """Headings, and under each pieces of prose with an example or without."""
    if not one.why.en:
        yield WHY, [(say(NO_WORDS, language), "")]
    else:
        yield WHY, _paragraphs(say(one.why, language))
    if one.bad:
        yield BAD, [("", one.bad)]
    if one.good:
        yield GOOD, [("", one.good)]
    if one.mend.en:
        yield MEND, _paragraphs(say(one.mend, language))
    if not one.kind.default:
        yield ASK, [(say(ON_REQUEST, language), f'extend-select = ["{one.kind.code}"]')]
    if one.kind.severity is Severity.ERROR:
        yield LEAVE, [(say(ERROR, language), "")]
    else:
        silencer = _silencer(one)
        inside = [(say(IN_FILE, language), silencer)] if silencer else []
        yield LEAVE, [*inside, (say(IN_SETTINGS, language), f'ignore = ["{one.kind.code}"]')]


def _paragraphs(text: str) -> list[tuple[str, str]]:
    return [(part, "") for part in text.split("\n\n")]


def _silencer(one: Explanation) -> str | None:
    """The comment that silences a finding where it stands, if one can."""
    if one.kind.severity is Severity.ERROR or one.kind.code in _IN_COMMENTS:
        return None
    return f"# sop: abaikan {one.kind.code}"


def _inert(text: str) -> str:
    """Markdown without a meaning for what stands outside backticks."""
    return _MARKS.sub(lambda match: match[1] or f"\\{match[2]}", text)


def _syntax(example: str) -> str:
    """What an example is written in."""
    if example.startswith("sop "):
        return "sh"
    return "toml" if re.match(r"[a-z-]+ = ", example) else "yaml"
