"""Two spellings of one word in the names of a SOP's documents.

In: names of documents. Out: ``Spelling`` values, each a spelling and the other one. Deliberately cautious: the office
language is full of right words that differ by one letter.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from sop_engine.rules.document_names import Name
from sop_engine.rules.document_words import STANDARD
from sop_engine.rules.likeness import is_one_letter_off
from sop_engine.rules.office_words import OFFICE_WORDS

__all__ = ["Spelling", "is_misspelling", "spellings_in"]

_SHORTEST = 7
_SHORTEST_CHANGED = 8
"""A changed letter is a slip of the keyboard only in a word this long; it makes another word too often."""

_TRIED = 300
"""Among more long words, or for more suspected ones, no misspelling is looked for."""

_LONGEST = 40
"""No word is longer."""

_HALF = 3
"""Each of two words that run together has so many letters at least."""

_GLUED_BEHIND = re.compile(r"([a-z]{4,})(kepada|untuk|dari|dan|dengan|tentang|yang|dalam|oleh|pada)")
_GLUED_BEFORE = re.compile(r"(kepada|untuk|dengan|tentang|yang|dari)([a-z]{4,})")

_NEIGHBOURS = {
    letter: frozenset(near)
    for letter, near in {
        "a": "qwsz",
        "b": "vghn",
        "c": "xdfvk",
        "d": "serfcxt",
        "e": "wsdr",
        "f": "drtgcvp",
        "g": "ftyhvb",
        "h": "gyujbn",
        "i": "uojky",
        "j": "huiknmz",
        "k": "jiolmcq",
        "l": "kop",
        "m": "njk",
        "n": "bhjm",
        "o": "iklp",
        "p": "olf",
        "q": "wak",
        "r": "edft",
        "s": "awedxz",
        "t": "rfgyd",
        "u": "yhji",
        "v": "cfgb",
        "w": "qase",
        "x": "zsdc",
        "y": "tghui",
        "z": "asxj",
    }.items()
}
"""Letters beside each other on the keyboard, and those that sound alike (f, p and v; c, k and q; j and z)."""


class Spelling(NamedTuple):
    """One way of spelling, and the other one in the same SOP.

    Attributes:
        word: a word, in small letters.
        other: the other spelling of it; two words with a blank where ``word`` has run together.
        right: the one that is right, where that is known.
    """

    word: str
    other: str
    right: str | None


def spellings_in(names: Collection[Name], texts: Iterable[str]) -> list[Spelling]:
    """Find the words that are spelled in two ways.

    Args:
        names: all names of documents in a SOP.
        texts: other texts of it, whose words are only looked at where a word seems to have run together.

    Returns:
        The spellings, in the order of the words; linear but for a bounded number of long, unknown words.
    """
    marked = [name for name in names if name.odd or name.variants]
    if not marked:
        return []
    found = list(_known(marked))
    odd = dict.fromkeys([word for name in marked for word in name.odd])
    if odd:
        joined = {spelling.word: spelling for spelling in _run_together(odd, names, texts)}
        found += joined.values()
        rest = [word for word in odd if word not in joined]
        if rest and len(rest) <= _TRIED:
            found += _misspelled(rest, names)
    return found


def _known(names: Iterable[Name]) -> Iterator[Spelling]:
    groups: dict[str, dict[str, None]] = {}
    for name in names:
        for word in name.variants:
            groups.setdefault(STANDARD[word], {})[word] = None
    for standard, words in groups.items():
        usual = standard if standard in words else next(iter(words))
        for word in words:
            if word != usual:
                yield Spelling(word, usual, standard)


def _run_together(odd: Iterable[str], names: Collection[Name], texts: Iterable[str]) -> Iterator[Spelling]:
    """Words that stand elsewhere with a blank in them, or that end or begin with a preposition."""
    single = set().union(*[name.raw for name in names])
    more: set[str] | None = None
    for word in odd:
        if (apart := _apart(word, single, names)) is not None:
            yield Spelling(word, apart, apart)
            continue
        for known, apart in _glued(word):
            if more is None:
                more = {found for text in texts for found in _words(text)}
            if known in single or known in more:
                yield Spelling(word, apart, apart)
                break


def _apart(word: str, single: Collection[str], names: Iterable[Name]) -> str | None:
    """The two words that a word is made of, where they stand beside each other in some name."""
    for at in range(_HALF, min(len(word), _LONGEST) - _HALF + 1):
        left, right = word[:at], word[at:]
        if left in single and right in single:
            for name in names:
                if left in name.raw and (left, right) in pairwise(name.raw):
                    return f"{left} {right}"
    return None


@lru_cache(maxsize=4096)
def _glued(word: str) -> tuple[tuple[str, str], ...]:
    """Each way in which a word may be another one and a preposition: the other word, and both apart."""
    found = []
    if len(word) <= _LONGEST:
        if match := _GLUED_BEHIND.fullmatch(word):
            found.append((match[1], f"{match[1]} {match[2]}"))
        if match := _GLUED_BEFORE.fullmatch(word):
            found.append((match[2], f"{match[1]} {match[2]}"))
    return tuple(found)


@lru_cache(maxsize=1024)
def _words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[^\W_]+", text[:1000].casefold()))


def _misspelled(odd: Sequence[str], names: Collection[Name]) -> Iterator[Spelling]:
    first = {word[0] for word in odd}
    words = dict.fromkeys(
        [word for name in names for word in name.raw if word[0] in first and len(word) >= _SHORTEST]
    )
    if len(words) > _TRIED:
        return
    suspected = set(odd)
    seen: set[str] = set()
    for word in odd:
        seen.add(word)
        ends = word[0], word[-1]
        for other in words:
            if (
                (other[0], other[-1]) == ends
                # A pair of unknown words is met twice; a known one is met once, from the other.
                and other not in seen
                and is_misspelling(word, other)
                and _same_company(word, other, names)
            ):
                yield Spelling(word, other, None if other in suspected else other)


def is_misspelling(one: str, other: str) -> bool:
    """Whether one of two different words may be the other one with a slip in it.

    A letter left out, doubled or put in, two letters exchanged, or a letter taken for its neighbour; not at the
    ends of the word, where Indonesian words are inflected, and not where both are right words. Symmetric.
    """
    if (
        one == other
        or abs(len(one) - len(other)) > 1
        or one[:1] != other[:1]
        or one[-1:] != other[-1:]
        or min(len(one), len(other)) < _SHORTEST
        or max(len(one), len(other)) > _LONGEST
        or (one in OFFICE_WORDS and other in OFFICE_WORDS)
        or not (one.isalpha() and other.isalpha())
        or not is_one_letter_off(one, other)
    ):
        return False
    if len(one) != len(other):
        return True
    changed = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if len(changed) == 2:
        return True
    a, b = changed[0]
    return len(one) >= _SHORTEST_CHANGED and (b in _NEIGHBOURS.get(a, ()) or a in _NEIGHBOURS.get(b, ()))


def _same_company(one: str, other: str, names: Iterable[Name]) -> bool:
    """Whether both stand beside the same word somewhere, or each alone."""
    company: Mapping[str, set[tuple[str, str]]] = {one: set(), other: set()}
    for name in names:
        if one not in name.raw and other not in name.raw:
            continue
        for at, word in enumerate(name.raw):
            if word in company:
                before = name.raw[at - 1] if at else ""
                after = name.raw[at + 1] if at + 1 < len(name.raw) else ""
                company[word] |= {("before", before), ("after", after)} - {("before", ""), ("after", "")}
                if not before and not after:
                    company[word].add(("alone", ""))
    return not company[one].isdisjoint(company[other])
