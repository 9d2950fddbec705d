"""Rows of different SOPs that do the same in a time of their own.

In: SOPs in brief. Out: their rows in columns, and groups of rows that are one activity. No two rows are compared: they
meet under the telling words of their activity, misspelt ones as they were meant.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from sop_engine.rules.activity import is_general, telling_words
from sop_engine.rules.brief import Brief, Row
from sop_engine.rules.misspelling import neighbours
from sop_engine.rules.sop_names import name_key
from sop_engine.rules.time_values import time_value

__all__ = ["TimedRows", "activities", "timed_rows"]

_SHARED = "bersama"


@dataclass(frozen=True, slots=True)
class TimedRows:
    """The rows that have a time of their own, in order.

    Columns instead of an object each: the collector of garbage would look at a hundred thousand of them again and
    again.
    """

    brief: list[Brief] = field(default_factory=list)
    row: list[Row] = field(default_factory=list)
    words: list[tuple[str, ...]] = field(default_factory=list)


def timed_rows(briefs: Sequence[Brief]) -> TimedRows:
    """The rows that can be compared."""
    found = TimedRows()
    known: dict[str, tuple[str, ...]] = {}
    for brief in briefs:
        for row in _alone(brief):
            text = row.uraian.teks
            words = known.get(text)
            if words is None:
                words = known[text] = telling_words(text)
            if words and time_value(row.waktu) is not None:
                found.brief.append(brief)
                found.row.append(row)
                found.words.append(words)
    return found


def activities(timed: TimedRows) -> Iterable[list[int]]:
    """The places of rows that are one activity, for each that several rows are, in the order of the second rows."""
    spelt = _spelt(timed)
    misspelt = spelt.keys()
    first: dict[str, int] = {}
    groups: dict[str, list[int]] = {}
    for at, words in enumerate(timed.words):
        spelt_well: Sequence[str] = words
        if not misspelt.isdisjoint(words):
            spelt_well = [spelt.get(word, word) for word in words]
        # Blanks are no part of it: 'kerja sama' is 'kerjasama'.
        key = f"{''.join(spelt_well)}\n{_matter(timed.brief[at], spelt_well)}\n{_rate(timed.row[at])}"
        earlier = first.setdefault(key, at)
        if earlier != at:
            groups.setdefault(key, [earlier]).append(at)
    return groups.values()


def _alone(brief: Brief) -> Iterator[Row]:
    """The rows with a time that no row below shares: a shared time is that of several activities."""
    before: Row | None = None
    for row in brief.rows:
        if row.waktu:
            if before is not None:
                yield before
            before = row
        elif before is not None and _SHARED in brief.source.text[row.waktu_span.start : row.waktu_span.end]:
            before = None
    if before is not None:
        yield before


def _matter(brief: Brief, words: Sequence[str]) -> str:
    """The SOP's name where the activity alone is too general; nothing where it speaks for itself."""
    return name_key(brief.nama.teks) if brief.nama is not None and is_general(words) else ""


def _rate(row: Row) -> str:
    """What a time is a rate for: rates are compared with the same rates only."""
    time = time_value(row.waktu)
    return "" if time is None or time.per is None else time.per


def _spelt(timed: TimedRows) -> Mapping[str, str]:
    """What a misspelt word stands for: a word of one agency alone is another's that more rows have.

    Two words that several agencies use are two words, however like each other they are.
    """
    rows = Counter(chain.from_iterable(timed.words))
    agency: dict[str, str | None] = {}
    shared: set[str] = set()
    for brief, words in zip(timed.brief, timed.words, strict=True):
        mine = brief.agency
        for word in words:
            if agency.setdefault(word, mine) != mine:
                shared.add(word)
    spelt: dict[str, str] = {}
    for word, near in neighbours(rows).items():
        if word in shared:
            continue
        usual = max(near, key=lambda other: (other in shared, rows[other], other))
        if (usual in shared, rows[usual], usual) > (False, rows[word], word):
            spelt[word] = usual
    return {word: spelt.get(usual, usual) for word, usual in spelt.items()}
