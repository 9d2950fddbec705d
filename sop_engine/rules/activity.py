"""Activities, compared as people mean them.

In: the ``uraian`` of a row. Out: its telling words in one spelling, and whether they say by themselves what is done.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from sop_engine.rules.activity_words import ACTORS, GENERAL, NOUNS, PHRASES, SAME, SILENT

__all__ = ["is_general", "telling_words"]

_LONGEST = 300
"""A longer text is no activity but a paragraph, which no other agency has."""

_ENOUGH = 3
"""Telling words that an activity needs before it is the same in any SOP."""

_WORD = re.compile(r"[^\W_]+")
_AS = SAME | dict.fromkeys(SILENT, "")
_PHRASES = dict(PHRASES)
_PHRASE = re.compile(rf"\b(?:{'|'.join(map(re.escape, _PHRASES))})\b")
_MARKER = re.compile(r"\s*(?:[0-9]{1,2}[.)]|[a-z][.)]|[-*•])\s+")


@lru_cache(maxsize=4096)
def telling_words(uraian: str) -> tuple[str, ...]:
    """What is left of an activity when two writings of it are made one, in the order of the text.

    >>> telling_words("Menyusun 2 (dua) Draft laporan semesteran")
    ('menyusun', '2', 'konsep', 'laporan', 'semester')
    >>> telling_words("Pembuatan konsep laporan") == telling_words("Membuat draf laporan.")
    True

    Returns:
        Words in small letters; none where the text is too long to be an activity.
    """
    if len(uraian) > _LONGEST:
        return ()
    lower = uraian.casefold()
    if marker := _MARKER.match(lower):
        lower = lower[marker.end() :]
    lower = _PHRASE.sub(_one_word, lower)
    found: list[str] = []
    last = ""
    for word in _WORD.findall(lower):
        one = _AS.get(word, word)
        # '2 (dua)' names one number twice, 'Bagian-Bagian' one thing.
        if one and one != last:
            found.append(one)
            last = one
    start = 0 if not found or found[0].startswith("me") else _verb(found)
    if start < len(found):
        found[start] = NOUNS.get(found[start], found[start])
    return tuple(found[start:])


def _verb(words: list[str]) -> int:
    """Where the verb stands behind those who act; 0 where none does."""
    for at, word in enumerate(words):
        if word not in ACTORS:
            return at if word.startswith("me") else 0
    return 0


def _one_word(match: re.Match[str]) -> str:
    return _PHRASES[match[0]]


def is_general(words: Sequence[str]) -> bool:
    """Whether an activity could be about anything: too few words, or none that names a matter.

    >>> is_general(("memeriksa", "hasil", "pekerjaan")), is_general(("menyusun", "laporan", "kinerja"))
    (True, False)
    """
    if len(words) >= _ENOUGH and not any(map(str.isdigit, words)):
        return GENERAL.issuperset(words)
    telling = [word for word in words if not word.isdigit()]
    return len(telling) < _ENOUGH or GENERAL.issuperset(telling)
