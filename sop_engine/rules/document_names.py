"""The names of documents: what a cell of kelengkapan or output, or an item of peralatan, names.

In: the text of a cell. Out: a ``Name`` for each document in it, by which two ways of naming one document can be
recognised. Nothing here knows more than texts; results are remembered, for the same names stand in many rows.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from sop_engine.rules.document_words import (
    EMPTY,
    EQUIPMENT,
    EQUIPMENT_HEADS,
    FULL,
    GENERIC,
    MEANINGS,
    NO_STATES,
    STANDARD,
    STATES,
    VAGUE,
    WEAK,
)
from sop_engine.rules.office_words import OFFICE_WORDS

__all__ = ["Name", "enumerated", "like", "name_of", "pieces", "same_document", "words_of"]

_LONGEST = 300
"""A longer text is no name but prose: it names nothing."""

_ODD = 7
"""Shorter words are never suspected of being misspelled: too many right ones differ by one letter."""

_ACRONYM = 8
"""Abbreviations have fewer letters than this."""

_WORD = re.compile(r"[^\W_]+")
_ITEMS = re.compile(r"[;\n\r]+")
_COMMAS = re.compile(r"\s*,\s*(?:(?:dan|serta)\s+)?|\s+(?:dan|serta)\s+")
_MARKER = re.compile(r"\s*(?:(?:[0-9]{1,2}|[a-zA-Z])[.)]|[-*\u2022\u2013])\s+")
_PARENTHESES = re.compile(r"\(([^()]*)\)")
_RELATIVE = ("yang", "yg")
_STATE = re.compile(r"(?:di|ter)[a-z]{4,}")
_FORMS = GENERIC | {"lembar"}
_SHORT = frozenset(FULL)
_UNNAMED = VAGUE | GENERIC
_RIGHT = OFFICE_WORDS | STATES | NO_STATES | set(STANDARD)


class Name(NamedTuple):
    """The name of one document.

    Attributes:
        raw: its words in small letters, as they are spelled.
        words: those that tell it from others, each in one spelling and once, in order.
        bag: the same, as a set.
        other: another name in parentheses, ``Perjanjian Kinerja (PK)``, as a set of words; empty where there is none.
        acronym: the name itself where it is one word in capitals, in small letters; else empty.
        initials: of its words, where they are several; else empty.
        is_bare: it says no more than that it is a document.
        is_odd: more than its words has to be compared: it is bare, an acronym, or has another name.
        is_vague: it is so vague that nobody could look for it.
        is_document: it names a document, and is no tool, no rule and not vague.
        odd: its long words that are in no list of right words.
        variants: its words that are known to be spelled in several ways.
        rare: those of its words that not every other document has too.
    """

    raw: tuple[str, ...]
    words: tuple[str, ...]
    bag: frozenset[str]
    other: frozenset[str]
    acronym: str
    initials: str
    is_bare: bool
    is_odd: bool
    is_vague: bool
    is_document: bool
    odd: tuple[str, ...]
    variants: tuple[str, ...]
    rare: frozenset[str]


_NOTHING: frozenset[str] = frozenset()


def pieces(text: str) -> tuple[str, ...]:
    """The documents that one item lists, each on a line of its own or behind a semicolon."""
    if ";" not in text and "\n" not in text and "\r" not in text:
        return (text,)
    return _split(text) if len(text) <= _LONGEST else _split.__wrapped__(text)


@lru_cache(maxsize=1024)
def _split(text: str) -> tuple[str, ...]:
    found = (_MARKER.sub("", part, count=1).strip() for part in _ITEMS.split(text[: 100 * _LONGEST]))
    return tuple(part for part in found if name_of(part).bag)


def enumerated(text: str) -> tuple[str, ...]:
    """The parts of ``A, B dan C``; nothing where there is no comma.

    Only some commas part documents: 'Laporan kinerja, keuangan dan aset' is one.
    """
    return _listed(text) if "," in text and len(text) <= _LONGEST else ()


@lru_cache(maxsize=1024)
def _listed(text: str) -> tuple[str, ...]:
    return tuple(part for part in _COMMAS.split(text) if part)


def name_of(text: str) -> Name:
    """What a text names."""
    return _name(text if len(text) <= _LONGEST else "")


@lru_cache(maxsize=8192)
def _name(text: str) -> Name:
    raw = tuple(_WORD.findall(text.casefold()))
    words, plain = _telling(raw), text
    other: tuple[str, ...] = ()
    if "(" in text:
        plain = _PARENTHESES.sub(" ", text)
        other = _telling(tuple(_WORD.findall(" ".join(_PARENTHESES.findall(text)).casefold())))
        words = _telling(tuple(_WORD.findall(plain.casefold())))
        if not words:
            words, other = other, ()
    bag = frozenset(words)
    is_vague = bag <= _UNNAMED
    single = words[0] if len(words) == 1 else ""
    short = single or (raw[0] if len(raw) == 1 else "")
    acronym = short if 1 < len(short) < _ACRONYM and short.upper() in plain else ""
    is_bare = single in GENERIC
    return Name(
        raw,
        words,
        bag,
        frozenset(other),
        acronym,
        "" if single else "".join([word[0] for word in words]),
        is_bare,
        bool(other or acronym or is_bare),
        is_vague,
        bool(bag) and not is_vague and words[0] not in EQUIPMENT_HEADS and not bag <= EQUIPMENT,
        tuple([word for word in raw if len(word) >= _ODD and word not in _RIGHT]),
        tuple([word for word in raw if word in STANDARD]),
        bag - WEAK,
    )


def _telling(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words that tell a document from others, in order and each once.

    What stands behind ``yang`` says what was done to a document, and so do words such as ``diparaf``.
    """
    for word in _RELATIVE:
        if word in words and (at := words.index(word)):
            words = words[:at]
    if not _SHORT.isdisjoint(words):
        words = tuple([part for word in words for part in FULL.get(word, (word,))])
    found = dict.fromkeys([MEANINGS.get(word, word) for word in words if word not in EMPTY])
    if len(found) > 1:
        # A 'lembar kerja' is more than the form of something.
        idle = GENERIC if "kerja" in found else _FORMS
        plain = [word for word in found if not _is_state(word)] or found
        return tuple(
            plain if idle.isdisjoint(plain) else [word for word in plain if word not in idle] or plain
        )
    return tuple(found)


@lru_cache(maxsize=4096)
def _is_state(word: str) -> bool:
    """Whether a word says what has been done: diparaf, terkirim, tersusunnya."""
    return word in STATES or (_STATE.fullmatch(word) is not None and word not in NO_STATES)


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[str, ...]:
    """The words of any text, each in one spelling, in order; of prose the first."""
    return tuple([MEANINGS.get(word, word) for word in _WORD.findall(text[: 4 * _LONGEST].casefold())])


def like(name: Name, names: Sequence[Name]) -> list[int]:
    """The places of the names that may name the same document, in order; none for what names nothing."""
    bag = name.bag
    if not bag:
        return []
    is_odd = name.is_odd
    return [
        at
        for at, other in enumerate(names)
        if bag <= other.bag
        or (other.bag <= bag and other.bag)
        or ((is_odd or other.is_odd) and _is_same_otherwise(name, other))
    ]


def same_document(one: Name, two: Name) -> bool:
    """Whether two names may name one document: one says what the other says, and perhaps more.

    Deliberately generous, since what it says yes to is not reported. Symmetric; true of any name and itself.
    """
    return one == two or _says_more(one.bag, two.bag) or _is_same_otherwise(one, two)


def _is_same_otherwise(one: Name, two: Name) -> bool:
    """Whether it is so by what stands in parentheses, by initials, or since one says no more than 'berkas'."""
    if (one.other or two.other) and (_says_more(one.other, two.bag) or _says_more(one.bag, two.other)):
        return True
    if (one.acronym or two.acronym) and (_shortens(one, two) or _shortens(two, one)):
        return True
    # 'Berkas' alone may be the berkas of anything.
    return (one.is_bare and one.words[0] in two.raw) or (two.is_bare and two.words[0] in one.raw)


def _says_more(one: frozenset[str], two: frozenset[str]) -> bool:
    return bool(one and two) and (one <= two or two <= one)


def _shortens(short: Name, long: Name) -> bool:
    """Whether one name is made of the initials of another: PK and Perjanjian Kinerja."""
    return bool(short.acronym) and short.acronym in long.initials
