"""Names of roles: whether two headings mean one role.

In: headings as written. Out: a key that is equal for two spellings of one role, and a cautious judgement on two
headings. ``Kasubag Perencanaan``, ``Kasub.Bag. Perencanaan`` and ``KEPALA SUB BAGIAN PERENCANAAN`` are one role;
``Kepala Seksi I`` and ``Kepala Seksi II``, ``Sekretaris`` and ``Sekretariat`` are not.
"""

import re
import unicodedata
from functools import lru_cache

from sop_engine.rules.likeness import is_one_letter_off
from sop_engine.rules.role_words import SHORT, UNITS, VOCABULARY

__all__ = ["role_key", "same_role"]

_LONGEST = 300
"""Of a longer heading, which is none, only its spaces and capitals are seen through."""

_SHORTEST = 6
"""Letters that a word needs before one wrong letter in it is called a misspelling."""

_INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}[^\W\d_]?\b|\b(?:[^\W\d_]\.){2,}")
_PARTS = re.compile(r"[^\W_]+|[/&+]")
_SUBS = frozenset(unit.removeprefix("sub") for unit in UNITS if unit.startswith("sub"))
_DERIVED = re.compile(r"(?:p[ae]|ke|ber|ter|me).*(?:an|i)|pe.*")
"""What a derived word looks like: changing one letter of it may give another word."""


@lru_cache(maxsize=4096)
def role_key(text: str) -> str:
    """The name of a role without the accidents of its spelling: capitals, dots, spaces and known short forms.

    >>> role_key("Ka. Sub.Bag Umum & Kepegawaian") == role_key("KASUBBAG UMUM DAN KEPEGAWAIAN")
    True

    Returns:
        Words in lower case; empty where the text holds no letter or digit.
    """
    if len(text) > _LONGEST:
        return " ".join(text.casefold().split())
    plain = (text if text.isascii() else unicodedata.normalize("NFKC", text)).casefold()
    if "." in plain:
        plain = _INITIALS.sub(lambda match: match[0].replace(".", ""), plain)
    words = _PARTS.findall(plain)
    return " ".join(_joined(_spelt_out(words)))


def _spelt_out(words: list[str]) -> list[str]:
    """Short forms replaced by what they stand for; ``ka`` and ``kasub`` only in front of a unit."""
    found: list[str] = []
    for at, word in enumerate(words):
        if word in ("ka", "kasub") and at + 1 < len(words):
            found += ["kepala", "sub"] if word == "kasub" else ["kepala"]
        else:
            found += SHORT.get(word, word).split()
    return found


def _joined(words: list[str]) -> list[str]:
    """``sub bagian`` is one word."""
    found: list[str] = []
    for word in words:
        if found and found[-1] == "sub" and word in _SUBS:
            found[-1] += word
        else:
            found.append(word)
    return found


@lru_cache(maxsize=4096)
def same_role(one: str, other: str) -> bool:
    """Whether two headings surely mean one role: equal but for spelling, or one word of one is clearly misspelt.

    >>> same_role("Kasubbag Umum", "Kepala Sub Bagian Umum"), same_role("Kepala Seksi I", "Kepala Seksi II")
    (True, False)
    """
    first, second = role_key(one), role_key(other)
    if not first or not second:
        return False
    if first == second:
        return True
    if abs(len(first) - len(second)) > 2:
        return False
    if len(first) > 3 and first.replace(" ", "") == second.replace(" ", ""):
        return True
    mine, theirs = first.split(), second.split()
    if len(mine) != len(theirs):
        return False
    differing = [(a, b) for a, b in zip(mine, theirs, strict=True) if a != b]
    return len(differing) == 1 and _misspelt(*differing[0])


def _misspelt(one: str, other: str) -> bool:
    """Whether one of two different words is the other with a slip of the pen.

    Both may be words (``pengadaan`` and ``pengaduan``), so one must be known and the other not; between two unknown
    ones only a doubled letter or two swapped ones are a slip.
    """
    if max(len(one), len(other)) < _SHORTEST or not (one.isalpha() and other.isalpha()):
        return False
    known = (one in VOCABULARY) + (other in VOCABULARY)
    if known == 2 or not is_one_letter_off(one, other):
        return False
    if sorted(one) == sorted(other) or _undoubled(one) == _undoubled(other):
        return True
    if known == 0:
        return False
    unknown = other if one in VOCABULARY else one
    # A letter changed or left out at the beginning or the end often makes another word: kader, kadet.
    return (
        one[:2] == other[:2]
        and one[-1] == other[-1]
        and (len(one) != len(other) or _DERIVED.fullmatch(unknown) is None)
    )


def _undoubled(word: str) -> str:
    """``pellaporan`` as ``pelaporan``."""
    return "".join(letter for at, letter in enumerate(word) if at == 0 or word[at - 1] != letter)
