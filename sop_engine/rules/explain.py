"""The documentation of findings, in both languages.

In: the docstrings of the rules, and the texts on what is no rule but finds something too. Out: an
``Explanation`` a code. Each such text has one form: a first line ``SOP302 dead-end: what is wrong.``, the same
sentence in Indonesian, and sections under the headings ``Why:``, ``Mengapa:``, ``Bad::``, ``Good::``, ``How to
mend:`` and ``Cara memperbaiki:``. A section under another heading is for those who read the code.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib import import_module
from textwrap import dedent
from types import MappingProxyType

from sop_engine.diagnostics import Kind, Text
from sop_engine.errors import UsageError
from sop_engine.rules.faults import ENGINE_FAULT, USAGE
from sop_engine.rules.kinds import code_meant, kinds, named_kinds
from sop_engine.rules.manual_engine import ENGINE
from sop_engine.rules.manual_model import MODEL
from sop_engine.rules.manual_reading import READING
from sop_engine.rules.registry import CROSS_RULES, RULES
from sop_engine.text import quoted

__all__ = [
    "GROUPS",
    "Explanation",
    "explained",
    "explanation",
    "explanations",
    "explanations_in_markdown",
    "matching",
]

GROUPS: Mapping[str, Text] = MappingProxyType(
    {
        "SOP0": Text("Membaca berkas", "Reading the file"),
        "SOP1": Text("Isi definisi", "What a definition holds"),
        "SOP2": Text("Rujukan", "References"),
        "SOP3": Text("Alur", "Flow"),
        "SOP4": Text("Pelaksana dan lajur", "Roles and lanes"),
        "SOP5": Text("Mutu baku dan waktu", "Mutu baku and time"),
        "SOP6": Text("Identitas dan penulisan", "Identity and wording"),
        "SOP7": Text("Asal isi", "Provenance"),
        "SOP8": Text("Antar-SOP", "Across SOPs"),
        "SOP9": Text("Program dan gambar", "The program and its drawings"),
    }
)
"""What the hundreds of the codes are about."""

_FIRST = re.compile(r"SOP[0-9]{3} [a-z0-9-]+: (.+)")
_HEADING = re.compile(r"([A-Z][A-Za-z ]*)::?")
_CODE = re.compile(r"``(.+?)``")
_TELLING, _FEW = 3, 8
"""Letters of a word that titles are searched for, and how many findings help who asked for one."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a finding means.

    Where Python runs without docstrings (``-OO``), the title of a rule is made of its slug and the rest is empty.
    Examples are empty too where no piece of a definition can show the finding.

    Attributes:
        kind: code, slug and severity.
        title: what is wrong, one line, lower case, no final period.
        why: why that matters, paragraphs parted by an empty line.
        bad: a piece of a definition that has it.
        good: the same piece without it.
        mend: how to mend it, paragraphs as in ``why``.
    """

    kind: Kind
    title: Text
    why: Text
    bad: str
    good: str
    mend: Text


@cache
def explanations() -> Mapping[str, Explanation]:
    """Every explanation by its code, in their order; words of a definition stand between single quotes."""
    return _explanations(markdown=False)


@cache
def explanations_in_markdown() -> Mapping[str, Explanation]:
    """The same for Markdown: words of a definition stand between backticks."""
    return _explanations(markdown=True)


def explanation(code: str) -> Explanation | None:
    """The explanation of one code; None for an unknown one."""
    return explanations().get(code)


def explained(word: str) -> Kind:
    """The kind that a word names: a code or a slug, its letters small or large.

    Raises:
        UsageError: it names none, or only the beginning of several codes.
    """
    code, slug = word.strip().upper(), word.strip().lower().replace("_", "-")
    for one in explanations().values():
        if code == one.kind.code or slug == one.kind.slug:
            return one.kind
    if _begins_codes(code):
        raise UsageError(
            Text(f"{quoted(word)} bukan satu kode", f"{quoted(word)} is not one code"),
            Text(f"'sop rules --select {code}' menyebut semuanya", f"'sop rules --select {code}' lists them"),
        )
    raise _unknown(word)


def matching(words: str) -> tuple[Kind, ...]:
    """The kinds that words between commas name: codes, beginnings of codes, slugs, or ``ALL``.

    Raises:
        UsageError: a word names nothing.
    """
    known = [one.kind for one in explanations().values()]
    wanted: set[str] = set()
    for word in filter(None, re.split(r"[\s,;]+", words)):
        named = named_kinds(word, known)
        if not named:
            raise _unknown(word)
        wanted.update(kind.code for kind in named)
    if not wanted:
        raise _unknown(words)
    return tuple(kind for kind in known if kind.code in wanted)


def _begins_codes(word: str) -> bool:
    return word.startswith("SOP") and any(code.startswith(word) for code in explanations())


def _unknown(word: str) -> UsageError:
    names = [name for one in explanations().values() for name in (one.kind.slug, one.kind.code)]
    digits = code_meant(word)
    near = (
        [digits]
        if digits in explanations()
        else _about(word)
        or get_close_matches(word.lower(), names, n=1)
        or get_close_matches(word.upper(), names, n=1)
    )
    listed = ", ".join(f"'{name}'" for name in near)
    return UsageError(
        Text(f"temuan {quoted(word)} tidak dikenal", f"there is no finding {quoted(word)}"),
        Text(f"maksudnya {listed}?", f"did you mean {listed}?")
        if near
        else Text("'sop rules' menyebut semuanya", "'sop rules' lists them all"),
    )


def _about(word: str) -> list[str]:
    """The slugs of the few findings whose title has a word, in either language; none where it says too little."""
    wanted = re.compile(rf"\b{re.escape(' '.join(word.lower().split()))}\b")
    found = [
        one.kind.slug
        for one in explanations().values()
        if wanted.search(f"{one.title.id} / {one.title.en}".lower())
    ]
    return found if len(word) >= _TELLING and len(found) <= _FEW else []


def _explanations(*, markdown: bool) -> Mapping[str, Explanation]:
    texts = _texts()
    known = sorted([*kinds().values(), USAGE, ENGINE_FAULT])
    return MappingProxyType(
        {kind.code: _parsed(kind, texts.get(kind.code, ""), markdown=markdown) for kind in known}
    )


def _texts() -> dict[str, str]:
    """The text on each code; those of rules are their docstrings, which Python may have left out."""
    found = {text[:6]: text for text in (*READING, *MODEL, *ENGINE)}
    for name in (*RULES, *CROSS_RULES):
        module = import_module(f"sop_engine.rules.{name}")
        found[module.KIND.code] = module.__doc__ or ""
    return found


def _parsed(kind: Kind, text: str, *, markdown: bool) -> Explanation:
    sections = _sections(text)
    (english, indonesian) = (*sections[""].split("\n\n"), "", "")[:2]
    first = _FIRST.match(english)
    english = first[1] if first else kind.slug.replace("-", " ")

    def words(part: str) -> str:
        return _CODE.sub(_in_backticks if markdown else _in_quotes, part)

    def both(id: str, en: str) -> Text:
        return Text(words(_flowing(sections.get(id, ""))), words(_flowing(sections.get(en, ""))))

    return Explanation(
        kind,
        Text(words(_title(indonesian or english)), words(_title(english))),
        both("Mengapa", "Why"),
        sections.get("Bad", ""),
        sections.get("Good", ""),
        both("Cara memperbaiki", "How to mend"),
    )


def _sections(text: str) -> dict[str, str]:
    """What stands under each heading, without its indent; what stands in front of the first under no name."""
    found: dict[str, list[str]] = {"": []}
    name = ""
    for line in text.split("\n"):
        if heading := _HEADING.fullmatch(line):
            name = heading[1]
            found[name] = []
        else:
            found[name].append(line)
    return {name: dedent("\n".join(lines)).strip("\n") for name, lines in found.items()}


def _flowing(text: str) -> str:
    """Paragraphs as one line each; the source breaks its lines where it likes."""
    paragraphs = (" ".join(part.split()) for part in text.split("\n\n"))
    return "\n\n".join(part for part in paragraphs if part)


def _title(sentence: str) -> str:
    """A sentence as messages have it: no capital but that of a name such as NIP, no final period."""
    text = " ".join(sentence.split()).removesuffix(".")
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def _in_quotes(match: re.Match[str]) -> str:
    return match[1] if "'" in match[1] else f"'{match[1]}'"


def _in_backticks(match: re.Match[str]) -> str:
    return f"`{match[1]}`"
