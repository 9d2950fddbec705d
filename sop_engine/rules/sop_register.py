"""The SOPs of one agency by name, and what somebody means who names one of them.

In: the SOPs of an agency that are checked; names as keys. Out: for each whether it is known, or which one is
misspelt. No name is compared with all others: each is found by its rarest word.
"""

from collections.abc import Iterator, Sequence

from sop_engine.rules.brief import Brief
from sop_engine.rules.likeness import likest
from sop_engine.rules.misspelling import neighbours
from sop_engine.rules.sop_names import name_key
from sop_engine.rules.sop_numbers import number_key

__all__ = ["Register"]

_FEW = 64
"""So many names with one word are looked at: more have only words like ``penyusunan``."""

_LIKE = 92
"""How like a name must be to be offered, of 100."""


class Register:
    """The names of an agency's SOPs.

    Attributes:
        count: how many SOPs there are.
        names: each name as its SOP has it, by its key.
        verdicts: whether a key is known, and else the key of the name that it misspells, or None.
    """

    def __init__(self, briefs: Sequence[Brief]) -> None:
        """Write the SOPs down, and all words that names them."""
        self.count = len(briefs)
        self.names: dict[str, str] = {}
        self.verdicts: dict[str, tuple[bool, str | None]] = {}
        self._numbers = {number_key(brief.nomor.teks) for brief in briefs if brief.nomor} - {""}
        for brief in briefs:
            if brief.nama is not None:
                self.names.setdefault(name_key(brief.nama.teks), brief.nama.teks)
        self._joined = {key.replace(" ", "") for key in self.names}
        self._words = {key: key.split() for key in self.names}
        self._with_word: dict[str, list[str]] = {}
        for key, words in self._words.items():
            for word in dict.fromkeys(words):
                self._with_word.setdefault(word, []).append(key)
        self._by_rarest: dict[str, list[frozenset[str]]] = {}
        for words in self._words.values():
            if len(words) > 1:
                rarest = min(words, key=lambda word: len(self._with_word[word]))
                self._by_rarest.setdefault(rarest, []).append(frozenset(words))
        asked = (
            word
            for brief in briefs
            for part in brief.keterkaitan
            for word in name_key(part.teks[:200]).split()
        )
        self._near = neighbours((*self._with_word, *asked))

    def look_up(self, key: str, number: str = "", name: str = "") -> None:
        """Judge a name; its SOP may also be named by a number, and by what stands behind it."""
        joined = key.replace(" ", "")
        known = key in self.names or joined in self._joined or number_key(number) in self._numbers
        known = known or (bool(name) and name_key(name) in self.names)
        known = known or self._is_longer_or_shorter(key) or self._is_abbreviated(key)
        self.verdicts[key] = known, None if known else self._misspelt(key)

    def likest(self, key: str) -> str | None:
        """The name of a SOP that is much like another, or None."""
        near = dict.fromkeys(
            found for word in self._rarest(key)[:2] for found in self._with_word[word][:_FEW]
        )
        best = likest(key, near, _LIKE)
        return None if best is None else self.names[best]

    def _rarest(self, key: str) -> list[str]:
        """The words of a name that stand in names of SOPs, those in the fewest first."""
        known = [word for word in dict.fromkeys(key.split()) if word in self._with_word]
        return sorted(known, key=lambda word: len(self._with_word[word]))

    def _is_longer_or_shorter(self, key: str) -> bool:
        """Whether the words of a name are all in that of a SOP, or those of a SOP all in it."""
        words = frozenset(key.split())
        if len(words) < 2:
            return False
        if all(word in self._with_word for word in words):
            rarest = self._with_word[self._rarest(key)[0]]
            if any(words.issubset(self._words[name]) for name in rarest[:_FEW]):
                return True
        return any(name <= words for word in words for name in self._by_rarest.get(word, ())[:_FEW])

    def _is_abbreviated(self, key: str) -> bool:
        """Whether a name has a short form where another has words: ``Penyusunan Renja``, ``... Rencana Kerja``."""
        words = key.split()
        return any(
            _abbreviates(words, self._words[name])
            for word in self._rarest(key)[:2]
            for name in self._with_word[word][:_FEW]
        )

    def _misspelt(self, key: str) -> str | None:
        """The name that this one is when a word that no SOP has is written as one that some have, or None."""
        for found in self._respelt(key):
            if found in self.names:
                return found
        return None

    def _respelt(self, key: str) -> Iterator[str]:
        words = key.split()
        for at, word in enumerate(words):
            for other in () if word in self._with_word else self._near.get(word, ()):
                yield " ".join((*words[:at], other, *words[at + 1 :]))


def _abbreviates(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names are one but for a word that takes its letters from several, in their order."""
    short, long = (one, other) if len(one) < len(other) else (other, one)
    if len(short) == len(long) or (short[0] != long[0] and short[-1] != long[-1]):
        return False
    start = next((at for at, word in enumerate(short) if word != long[at]), len(short))
    behind = len(short) - start - 1
    if behind < 0 or (behind and short[-behind:] != long[-behind:]):
        return False
    abbreviation, words = short[start], long[start : len(long) - behind]
    letters = iter("".join(words))
    return abbreviation[0] == words[0][0] and all(letter in letters for letter in abbreviation)
