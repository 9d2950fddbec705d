"""Slips of the pen: which words of many are one word, wrongly written.

In: words. Out: those that are one letter apart, found without comparing all with all, and whether two of them differ
by what a hurried hand does: a letter left out or doubled, two letters swapped. A letter replaced by another is no such
slip: ``pengadaan`` and ``pengaduan``, ``pemilihan`` and ``pemulihan`` are words.
"""

from collections.abc import Callable, Iterable, Mapping

from sop_engine.rules.likeness import is_one_letter_off

__all__ = ["is_slip", "neighbours"]

_SHORTEST = 6
"""Letters of the longer of two words; shorter words have too many neighbours."""

_LONGEST = 30
_MOST = 60_000
"""So many different words are looked at: far more than all agencies together use."""

_CROWD = 8
"""So many words that share a rest are compared; what has more of them is no word but a code."""


def is_slip(one: str, other: str) -> bool:
    """Whether two different words differ by one letter too many or by two swapped ones, inside the word.

    A letter more in front or at the end is often another form of the word: ``usulan`` and ``susulan``.

    >>> is_slip("laporan", "laporna"), is_slip("kinerja", "kinrja"), is_slip("pengadaan", "pengaduan")
    (True, True, False)
    """
    if max(len(one), len(other)) < _SHORTEST or one[0] != other[0] or not is_one_letter_off(one, other):
        return False
    if len(one) == len(other):
        return sorted(one) == sorted(other)
    return one[-1] == other[-1]


def neighbours(
    words: Iterable[str], alike: Callable[[str, str], bool] = is_slip
) -> Mapping[str, tuple[str, ...]]:
    """The words that are a slip apart, for each that has some, in the order of the alphabet.

    Each word is put under itself and under what is left of it without one of its letters: two words that are one
    letter or one swap apart meet there. Time and memory grow with the number of letters.

    Args:
        words: the words, some of them often.
        alike: whether two that are about one letter apart are one word.
    """
    chosen = [
        word for word in dict.fromkeys(words) if _SHORTEST - 1 <= len(word) <= _LONGEST and word.isalpha()
    ]
    shelves: dict[str, list[str]] = {}
    for word in chosen[:_MOST]:
        for rest in _rests(word):
            shelves.setdefault(rest, []).append(word)
    found: dict[str, dict[str, None]] = {}
    for shelf in shelves.values():
        if len(shelf) < 2:
            continue
        for at, one in enumerate(shelf[:_CROWD]):
            for other in shelf[at + 1 : _CROWD]:
                if alike(one, other):
                    found.setdefault(one, {})[other] = None
                    found.setdefault(other, {})[one] = None
    return {word: tuple(sorted(near)) for word, near in found.items()}


def _rests(word: str) -> Iterable[str]:
    """The word, and what is left without one letter behind the second; each once."""
    return dict.fromkeys((word, *(word[:at] + word[at + 1 :] for at in range(1, len(word)))))
