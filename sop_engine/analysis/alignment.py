"""Which rows of two tables are the same row.

In: tables of ``Entry`` (``entries_of(sop)``), what rows say. Out: pairs of their indices::

    aligned(old_rows: Sequence[Entry], new_rows: Sequence[Entry]) -> tuple[Pair, ...]
    Pair(old: int | None, new: int | None, likeness: int, moved: bool)

Every index of both tables stands in exactly one pair. The pairs stand in the order of the new table; a row that is
gone stands behind the rows of the old table that were before it.

Rows are matched by the likeness of their uraian, role headings and output, and a little by their place. Of all
alignments that keep the order, the one that gains most is taken (Needleman and Wunsch, "A general method applicable to
the search for similarities in the amino acid sequence of two proteins", 1970); what is left on both sides and is very
much alike has moved, and is matched by an optimal assignment.
"""

from bisect import bisect
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from sop_engine.analysis.likeness import (
    LEAST,
    MOVED,
    SAID,
    Entry,
    Likeness,
    alike_places,
    alike_rows,
    entries_of,
    said,
)
from sop_engine.analysis.matching import matched

__all__ = [
    "Entry",
    "Gains",
    "Pair",
    "Profile",
    "Worth",
    "aligned",
    "elsewhere",
    "entries_of",
    "heaviest",
    "said",
    "worth_of",
]

Gains: TypeAlias = Mapping[tuple[int, int], int]
"""What each pair of indices gains, above zero; pairs that are not there cannot be made."""
Profile: TypeAlias = Sequence[Sequence[tuple[Sequence[Entry], int]]]
"""Rows that stand together, as their tables and their indices in these: one or more at each index."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One row, as both tables have it.

    Attributes:
        old: its index in the old table, from 0; None for a row that is new.
        new: its index in the new table; None for a row that is gone.
        likeness: how much alike the two rows are, in whole percent, rounded down: 100 where uraian, role headings and
            output are the same; 0 where one is None.
        moved: it stands at another place among the others.
    """

    old: int | None
    new: int | None
    likeness: int = 0
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Worth:
    """What pairs of rows are worth.

    Attributes:
        likeness: how much alike they are, wherever they stand.
        placed: the same, with what their places weigh.
        size: how many rows there are on the left.
        width: how many on the right.
    """

    likeness: Likeness
    placed: Likeness
    size: int
    width: int

    @property
    def gains(self) -> Gains:
        """What each pair gains that can be one row at its place."""
        return {pair: worth - LEAST for pair, worth in self.placed.items() if worth > LEAST}


def aligned(old_rows: Sequence[Entry], new_rows: Sequence[Entry]) -> tuple[Pair, ...]:
    """Pair the rows of two tables.

    A table against itself pairs every row with itself, and turning the tables round turns the pairs round. A row
    whose uraian stands just once in each table is paired with that row or with none.

    Args:
        old_rows: what the rows of one table say.
        new_rows: what those of the other say.

    Returns:
        The pairs. Quadratic in the number of rows, and in the length of the texts.
    """
    old, new = tuple(old_rows), tuple(new_rows)
    # Where two alignments gain the same, the choice must not depend on which table is the old one.
    if new < old:
        pairs, likeness = _found(new, old)
        pairs = {(there, here): moved for (here, there), moved in pairs.items()}
        likeness = {(there, here): alike for (here, there), alike in likeness.items()}
    else:
        pairs, likeness = _found(old, new)
    return tuple(_ordered(pairs, likeness, len(old), len(new)))


def _found(
    table: tuple[Entry, ...], other: tuple[Entry, ...]
) -> tuple[dict[tuple[int, int], bool], Likeness]:
    """The pairs of two tables, and whether each has moved; and how much alike pairs are."""
    worth = worth_of([[(table, at)] for at in range(len(table))], other)
    kept = heaviest(worth.gains, worth.size, worth.width)
    return dict.fromkeys(kept, False) | dict.fromkeys(elsewhere(worth, kept), True), worth.likeness


def heaviest(gains: Gains, size: int, width: int) -> list[tuple[int, int]]:
    """The pairs that gain most of all that keep the order of both sides.

    Args:
        gains: what pairs gain.
        size: how many there are on the left.
        width: how many on the right.

    Returns:
        The pairs, rising on both sides. Of several that gain the same, one that pairs what comes first.
    """
    best = [[0] * (width + 1)]
    for left in range(size - 1, -1, -1):
        below, row = best[-1], [0] * (width + 1)
        for right in range(width - 1, -1, -1):
            most = max(below[right], row[right + 1])
            gain = gains.get((left, right))
            if gain is not None and gain + below[right + 1] > most:
                most = gain + below[right + 1]
            row[right] = most
        best.append(row)
    best.reverse()
    found = []
    left = right = 0
    while left < size and right < width:
        gain = gains.get((left, right))
        if gain is not None and best[left][right] == gain + best[left + 1][right + 1]:
            found.append((left, right))
            left, right = left + 1, right + 1
        elif best[left][right] == best[left + 1][right]:
            left += 1
        else:
            right += 1
    return found


def worth_of(profile: Profile, table: Sequence[Entry]) -> Worth:
    """What the pairs of a profile and a table are worth.

    A row is as much alike to others that stand together as to the one of them which it is most alike, and as near as to
    the one which stands most nearly where it does.
    """
    likeness = alike_rows([tuple(rows[at] for rows, at in members) for members in profile], table)
    width = len(table)
    # A row's place is that in its own table: tables that have nothing in common with this one must not shift it.
    placed = {
        (here, there): alike + max(alike_places(at, there, len(rows), width) for rows, at in profile[here])
        for (here, there), alike in likeness.items()
    }
    return Worth(likeness, placed, len(profile), width)


def elsewhere(worth: Worth, kept: Collection[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The pairs of rows that have moved: of what is not kept at its place, what is very much alike."""
    here_taken, there_taken = {here for here, _ in kept}, {there for _, there in kept}
    rest = {
        pair: worth.placed[pair]
        for pair, alike in worth.likeness.items()
        if alike >= MOVED and pair[0] not in here_taken and pair[1] not in there_taken
    }
    return matched(rest)


def _ordered(
    pairs: Mapping[tuple[int, int], bool], likeness: Likeness, size: int, width: int
) -> Iterator[Pair]:
    """The pairs in the order of the new table; what is gone stands behind what was before it and has kept its place."""
    made = {
        there: Pair(here, there, likeness[here, there] * 100 // SAID, moved)
        for (here, there), moved in pairs.items()
    }
    kept = sorted(pair for pair, moved in pairs.items() if not moved)
    paired = {here for here, _ in pairs}
    gone: dict[int, list[int]] = {}
    for here in range(size):
        if here not in paired:
            at = bisect(kept, (here, width)) - 1
            gone.setdefault(kept[at][1] if at >= 0 else -1, []).append(here)
    for there in range(-1, width):
        if there >= 0:
            yield made.get(there, Pair(None, there))
        for here in gone.get(there, ()):
            yield Pair(here, None)
