"""SOP404 other-performer: an uraian names another lane's role as the one who acts.

Uraian menyebut peran dari lajur lain sebagai pelakunya.

Why:
    The text and the lane contradict each other, and nobody can tell who does the work. Only who acts counts: the subject
    in front of the verb, and who stands behind "oleh"; those to whom, from whom or through whom something goes
    are no performers.

Mengapa:
    Uraian dan lajurnya bertentangan, sehingga tidak jelas siapa yang mengerjakan. Yang dihitung hanya pelakunya: subjek
    di depan kata kerja, dan yang disebut sesudah kata "oleh". Penerima, pengirim, dan perantara (kepada, dari,
    melalui) bukan pelaku.

Bad::

    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}
      - {nomor: 2, uraian: Kepala Bagian memeriksa konsep, pelaksana: staf}
      - {nomor: 3, uraian: Menandatangani konsep, pelaksana: kabag}

Good::

    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}
      - {nomor: 2, uraian: Memeriksa konsep, pelaksana: kabag}
      - {nomor: 3, uraian: Menandatangani konsep, pelaksana: kabag}

How to mend:
    Move the row to the lane that the text names, or correct the text.

Cara memperbaiki:
    Pindahkan baris ke lajur yang disebut uraiannya, atau perbaiki uraiannya.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Related, Severity, Text
from sop_engine.model.sop import Kegiatan, Peran
from sop_engine.rules.common import any_of, loc_of, quoted, reached
from sop_engine.rules.odd_rows import odd_rows
from sop_engine.rules.places import words_span
from sop_engine.rules.role_names import role_key, same_role
from sop_engine.rules.sentence import READ, Sentence
from sop_engine.rules.uraian import Begin, Opening, is_action
from sop_engine.rules.verb_words import THINGS
from sop_engine.rules.verbs import Form, form_of
from sop_engine.rules.word_list import words

KIND = Kind("SOP404", "other-performer", Severity.WARNING)

_JOINED = re.compile(r"\s*[,/&]\s*|\s+(?:dan|atau|serta|bersama|beserta|dengan)\s+", re.IGNORECASE)
_BEHIND_NAME = words("""kepada untuk ke melalui dengan dalam pada agar yang yg sebelum setelah sesuai berdasarkan selama paling
    secara guna maka kemudian lalu selanjutnya dari tentang terhadap sebagai serta""")
"""Words that no name of a role goes on with."""

_DONE = frozenset(("dilakukan", "dilaksanakan", "diselenggarakan", "dikerjakan"))
"""Verbs that only say that a noun is done: ``penyusunan dilaksanakan oleh staf``."""

_LANES = 60
"""Among so many lanes a name is looked for; no sheet has more."""

_LONGEST_NAME = 10
"""Words that a name has at most."""


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield each performer in a text that is a declared lane, but none of the row's."""
    document, sop, _ = reached(compiled)
    for index, text, found in odd_rows(compiled):
        named = _named(text, found)
        if not named:
            continue
        row = sop.kegiatan[index]
        own = _lanes(row)
        known = own and all(role in sop.pelaksana for role in own)
        others = _others(text, named, own, sop.pelaksana) if known else []
        if not others:
            continue
        start, end = named[0]
        subject, lanes = quoted(text[start:end], 80), any_of([sop.pelaksana[role].nama for role in own])
        offered = any_of(others)
        yield Diagnostic(
            KIND,
            Text(
                f"pelaku menurut uraian, {subject}, bukan pelaksana baris ini, {lanes.id}",
                f"the performer in the text, {subject}, is not the row's, {lanes.en}",
            ),
            compiled.source,
            words_span(document, document.span(("kegiatan", index, "uraian")), text, start, end),
            Text(
                f"pilih pelaksana {offered.id}, atau perbaiki uraiannya",
                f"choose {offered.en} as 'pelaksana', or correct the text",
            ),
            (
                Related(
                    Text("pelaksana baris ini", "the row's performer"),
                    document.span((*loc_of(index, 0 if row.simbol else None), "pelaksana")),
                ),
            ),
        )


def _lanes(row: Kegiatan) -> list[str]:
    """The roles of a row, or of all its symbols."""
    symbols = row.simbol or (row,)
    return list(dict.fromkeys(role for symbol in symbols for role in symbol.pelaksana))


def _named(text: str, found: Opening) -> tuple[tuple[int, int], ...]:
    """Where the text names who acts: its subject, or the names behind ``oleh`` and a passive main verb."""
    if found.begin is Begin.SUBJECT:
        return ((found.start, found.end),)
    text = text[:READ]
    return _agents(text, found) if "oleh" in text.lower() else ()


@lru_cache(maxsize=2048)
def _agents(text: str, found: Opening) -> tuple[tuple[int, int], ...]:
    """The names behind ``oleh`` that follow the verb.

    Behind a noun they act where it is said to be done, and where no other noun stands between that they may belong to:
    ``penerimaan laporan pemeriksaan oleh Inspektur`` says not who receives.
    """
    line = Sentence(text)
    named = []
    certain = found.begin is not Begin.NOUN or is_action(found.verb)
    for at, word in enumerate(line.low):
        if line.start(at) <= found.verb_end:
            continue
        if word in ("yang", "yg"):
            break
        if word != "oleh":
            certain = certain and (
                found.begin is not Begin.NOUN or word in THINGS or form_of(word) is Form.OTHER
            )
            continue
        is_agent = certain or line.low[at - 1] in _DONE
        last = _name_end(line, at + 1) if is_agent else None
        if last is not None:
            named.append((line.start(at + 1), last))
    return tuple(named)


def _name_end(line: Sentence, at: int) -> int | None:
    """Where a name ends: in front of a preposition, a verb or a mark; None where there is no name."""
    last = None
    for here in range(at, min(len(line), at + _LONGEST_NAME)):
        word = line.low[here]
        if word in _BEHIND_NAME or form_of(word) in (Form.PASSIVE, Form.ACTIVE):
            break
        if here > at and any(mark in line.gap(here) for mark in ",;:()"):
            break
        if word not in ("dan", "atau"):
            last = line.end(here)
    return last


def _others(
    text: str, named: tuple[tuple[int, int], ...], own: list[str], declared: Mapping[str, Peran]
) -> list[str]:
    """The lanes that the text names; none where any name may mean one of the row's own."""
    names = [name for start, end in named for name in _names_in(text[start:end])]
    mine = [name for role in own for name in _names(declared[role].nama)]
    if any(name in mine for name in names) or any(_may_be(name, other) for name in names for other in mine):
        return []
    return list(dict.fromkeys(role for name in names for role in _surely(name, own, declared)))


def _surely(name: str, own: list[str], declared: Mapping[str, Peran]) -> list[str]:
    """The lane that a name certainly means: its heading or a part of it, or its beginning when no other begins so."""
    begun = []
    for role, peran in list(declared.items())[:_LANES]:
        if role in own:
            continue
        names = _names(peran.nama)
        if name in names or same_role(name, names[0] if names else ""):
            return [role]
        if any(_begins(other, name) or _begins(name, other) for other in names):
            begun.append(role)
    return begun if len(begun) == 1 else []


def _begins(one: str, other: str) -> bool:
    """Whether a name of two words or more goes on as the other does."""
    return " " in one and other.startswith(f"{one} ")


@lru_cache(maxsize=4096)
def _may_be(name: str, other: str) -> bool:
    """Whether two names may mean one role: one goes on as the other does, or has all its words."""
    mine, theirs = set(name.split()), set(other.split())
    return mine <= theirs or theirs <= mine or same_role(name, other)


@lru_cache(maxsize=2048)
def _names_in(subject: str) -> tuple[str, ...]:
    """What the words of a text name: all of them, and each of those that are joined."""
    return tuple(dict.fromkeys(key for part in (subject, *_JOINED.split(subject)) if (key := role_key(part))))


@lru_cache(maxsize=2048)
def _names(heading: str) -> tuple[str, ...]:
    """A heading, and the offices that it lists with slashes."""
    return tuple(dict.fromkeys(key for part in (heading, *heading.split("/")) if (key := role_key(part))))
