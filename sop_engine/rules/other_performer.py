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
from sop_engine.rules.odd_rows import odd_rows, words_span
from sop_engine.rules.role_names import role_key, same_role
from sop_engine.rules.sentence import Sentence
from sop_engine.rules.uraian import Begin, Opening
from sop_engine.rules.verbs import Form, form_of
from sop_engine.rules.word_list import words

KIND = Kind("SOP404", "other-performer", Severity.WARNING)

_JOINED = re.compile(r"\s*[,/&]\s*|\s+(?:dan|atau|serta|bersama|beserta|dengan)\s+", re.IGNORECASE)
_BEHIND_NAME = words("""kepada untuk ke melalui dengan dalam pada agar yang yg sebelum setelah sesuai berdasarkan selama paling
    secara guna maka kemudian lalu selanjutnya dari tentang terhadap sebagai serta""")
"""Words that no name of a role goes on with."""

_DONE = ("dilakukan", "dilaksanakan", "diselenggarakan", "dikerjakan")
"""Verbs that only say that a noun is done: ``penyusunan dilaksanakan oleh staf``."""

_LANES = 60
"""Among so many lanes a name is looked for; no sheet has more."""

_LONGEST_NAME = 10
"""Words that a name has at most."""


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield each performer in a text that is a declared lane, but none of the row's."""
    document, sop, _ = reached(compiled)
    for index, text, found in odd_rows(compiled):
        named = list(_named(text, found))
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
            words_span(document, ("kegiatan", index, "uraian"), text, start, end),
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


def _named(text: str, found: Opening) -> Iterator[tuple[int, int]]:
    """Where the text names who acts: its subject, or the names behind ``oleh`` and a passive main verb."""
    if found.begin is Begin.SUBJECT:
        yield found.start, found.end
    elif "oleh" in (behind := text[found.verb_end :].lower()) and (
        found.begin is not Begin.NOUN or any(verb in behind for verb in _DONE)
    ):
        line = Sentence(text)
        for at, word in enumerate(line.low):
            if line.start(at) <= found.verb_end:
                continue
            if word in ("yang", "yg"):
                return
            if word != "oleh" or (found.begin is Begin.NOUN and line.low[at - 1] not in _DONE):
                continue
            last = _name_end(line, at + 1)
            if last is not None:
                yield line.start(at + 1), last


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
    text: str, named: list[tuple[int, int]], own: list[str], declared: Mapping[str, Peran]
) -> list[str]:
    """The lanes that the text names; none where any name may mean one of the row's own."""
    found: dict[str, None] = {}
    mine = [name for role in own for name in _names(declared[role].nama)]
    for start, end in named:
        whole = text[start:end]
        for part in dict.fromkeys((whole, *_JOINED.split(whole))):
            name = role_key(part)
            if not name:
                continue
            if name in mine or any(_may_be(name, other) for other in mine):
                return []
            found.update(dict.fromkeys(_surely(name, own, declared)))
    return list(found)


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


def _may_be(name: str, other: str) -> bool:
    """Whether two names may mean one role: one goes on as the other does, or has all its words."""
    if not other:
        return False
    mine, theirs = set(name.split()), set(other.split())
    return mine <= theirs or theirs <= mine or same_role(name, other)


@lru_cache(maxsize=2048)
def _names(heading: str) -> tuple[str, ...]:
    """A heading, and the offices that it lists with slashes."""
    return tuple(dict.fromkeys(key for part in (heading, *heading.split("/")) if (key := role_key(part))))
