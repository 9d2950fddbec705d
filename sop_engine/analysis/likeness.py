"""How much alike the rows of SOPs are.

In: what rows say. Out: likeness in whole numbers, for the pairs of rows that can be the same row.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from itertools import chain
from typing import Any, Final, TypeAlias

from sop_engine.model.sop import Kegiatan, Sop

__all__ = ["LEAST", "MOVED", "SAID", "Entry", "Likeness", "alike_places", "alike_rows", "entries_of", "said"]

Likeness: TypeAlias = Mapping[tuple[int, int], int]
"""How much alike the rows of two tables are, by their indices; pairs that are not there cannot be the same row."""

WHOLE: Final = 10_000
"""Each likeness is counted in hundredths of a percent: whole numbers, so that ties are ties."""
TEXT, ROLES, OUTPUT, PLACE = 70, 10, 10, 10
"""What each weighs, together 100: two rows are the same row mostly by their words."""
SAID: Final = (TEXT + ROLES + OUTPUT) * WHOLE
"""How much alike rows are that say the same."""
LEAST: Final = 69 * WHOLE
"""Less alike, place included, two rows are not the same one: who checks a report and who signs it share many words too."""
MOVED: Final = TEXT * WHOLE
"""So much alike, whatever their place, rows must be to be the same one elsewhere: as rows of the same words are."""
_NEEDED: Final = (LEAST - (100 - TEXT) * WHOLE) // TEXT
"""Texts that are less alike than this are no one row: all else together could not make up for it."""

_LONGEST: Final = 1_000
"""Characters of a text by which a row is known; one torn out of elsewhere would take minutes to compare."""


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """What a row is known by, each text as ``said`` gives it.

    Attributes:
        text: its uraian.
        roles: the headings of its roles.
        output: its output.
    """

    text: str
    roles: str
    output: str


def entries_of(sop: Sop) -> tuple[Entry, ...]:
    """What the rows of a SOP are known by, in document order."""
    return tuple(_entry(sop, row) for row in sop.kegiatan)


def _entry(sop: Sop, row: Kegiatan) -> Entry:
    keys = chain(row.pelaksana, *(one.pelaksana for one in row.simbol or ()))
    roles = dict.fromkeys(sop.pelaksana[key].nama if key in sop.pelaksana else key for key in keys)
    texts = (row.uraian, ", ".join(roles), ", ".join(row.mutu_baku.output))
    return Entry(*(said(text)[:_LONGEST] for text in texts))


def said(text: str) -> str:
    """What a text says, however it is set: small letters, single blanks, no underscores that mark italics."""
    words = (word.strip("_") for word in text.casefold().split())
    return " ".join(word for word in words if word)


def alike_places(here: int, there: int, size: int, width: int) -> int:
    """What two places weigh in the likeness of rows, each as a share of its table."""
    last, other_last = size - 1, width - 1
    if not (last and other_last):
        return PLACE * WHOLE
    return PLACE * (WHOLE - WHOLE * abs(here * other_last - there * last) // (last * other_last))


def alike_rows(profile: Sequence[tuple[Entry, ...]], table: Sequence[Entry]) -> Likeness:
    """How much alike rows are, to the most alike row of a group; pairs that cannot be the same row are left out.

    A row whose words stand once on the other side too is that row, and no other is looked at for it.
    """
    twins = _twins(profile, table)
    left, right = {here for here, _ in twins}, {there for _, there in twins}
    members = [row for here, rows in enumerate(profile) if here not in left for row in rows]
    others = [row for there, row in enumerate(table) if there not in right]
    texts = _words({row.text for row in members}, {row.text for row in others})
    roles = _alike("ratio", {row.roles for rows in profile for row in rows}, {row.roles for row in table})
    outputs = _alike("ratio", {row.output for rows in profile for row in rows}, {row.output for row in table})

    def alike(one: Entry, other: Entry, words: int) -> int:
        return (
            TEXT * words + ROLES * roles[one.roles][other.roles] + OUTPUT * outputs[one.output][other.output]
        )

    found = {
        (here, there): max(
            alike(row, table[there], WHOLE) for row in profile[here] if row.text == table[there].text
        )
        for here, there in sorted(twins)
    }
    where: dict[str, list[int]] = {}
    for there, row in enumerate(table):
        if there not in right:
            where.setdefault(row.text, []).append(there)
    for here, rows in enumerate(profile):
        for row in rows if here not in left else ():
            for text, words in texts[row.text].items():
                for there in where[text]:
                    found[here, there] = max(alike(row, table[there], words), found.get((here, there), 0))
    return found


def _twins(profile: Sequence[tuple[Entry, ...]], table: Sequence[Entry]) -> set[tuple[int, int]]:
    """The pairs of rows whose words stand once on each side."""
    once = {text for text, count in Counter(row.text for row in table).items() if count == 1}
    places = {row.text: there for there, row in enumerate(table)}
    members = [{row.text for row in rows} for rows in profile]
    count = Counter(chain.from_iterable(members))
    return {
        (here, places[text])
        for here, texts in enumerate(members)
        for text in texts
        if text in once and count[text] == 1
    }


def _words(ones: set[str], others: set[str]) -> dict[str, dict[str, int]]:
    """How much alike texts are: as they stand, and by the words that they share, for one often says more than the other."""
    letters, words = _alike("ratio", ones, others), _alike("token_set_ratio", ones, others)
    found = {}
    for one, ratios in letters.items():
        sets = words[one]
        alike = (
            (text, WHOLE if text == one else (ratio + sets[text]) // 2) for text, ratio in ratios.items()
        )
        found[one] = {text: both for text, both in alike if both >= _NEEDED}
    return found


def _alike(scorer: str, ones: set[str], others: set[str]) -> dict[str, dict[str, int]]:
    """How much alike each two texts are."""
    choices = sorted(others)
    score: Any = getattr(import_module("rapidfuzz.fuzz"), scorer)
    process: Any = import_module("rapidfuzz.process")
    return {
        one: {text: round(found * 100) for text, found, _ in process.extract_iter(one, choices, scorer=score)}
        for one in sorted(ones)
    }
