"""Which rows of several tables are the same row.

In: tables of ``Entry``, what rows say. Out: ``Group``; each row of each table is in exactly one.

One table after the other is aligned with those before it, as ``sop_engine.analysis.alignment`` aligns two. Rows that no
table orders stand in the order of the tables, but any later table may order them (as in Lee, Grasso and Sharlow,
"Multiple sequence alignment using partial order graphs", 2002): that is no row out of its place.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import pairwise

from sop_engine.analysis.alignment import Entry, Worth, elsewhere, heaviest, worth_of

__all__ = ["Group", "grouped"]


@dataclass(frozen=True, slots=True)
class Group:
    """One row, as several tables have it.

    Attributes:
        rows: its index in each table, None where a table has none.
        moved: the numbers of tables where it stands at another place than in those before them.
    """

    rows: tuple[int | None, ...]
    moved: frozenset[int] = frozenset()


def grouped(tables: Sequence[Sequence[Entry]]) -> tuple[Group, ...]:
    """Put the rows of several tables together, one table after the other in the order given.

    Args:
        tables: at least one.

    Returns:
        The groups, in the order of the rows. Where tables have rows of their own at one place, those of the table named
        first stand first.
    """
    groups = [Group((at,)) for at in range(len(tables[0]))]
    for number, table in enumerate(tables[1:], 1):
        profile = [
            [(tables[at], row) for at, row in enumerate(group.rows) if row is not None] for group in groups
        ]
        worth = worth_of(profile, table)
        kept = _kept(worth, _behind(groups))
        moved = dict.fromkeys(elsewhere(worth, kept), True)
        groups = _joined(groups, dict.fromkeys(kept, False) | moved, number, len(table))
    return tuple(groups)


def _next(groups: Sequence[Group]) -> list[set[int]]:
    """For each group those that stand next behind it in a table where both are in their places."""
    found: list[set[int]] = [set() for _ in groups]
    for number in range(len(groups[0].rows) if groups else 0):
        chain = [
            at
            for at, group in enumerate(groups)
            if group.rows[number] is not None and number not in group.moved
        ]
        for here, there in pairwise(chain):
            found[here].add(there)
    return found


def _behind(groups: Sequence[Group]) -> list[int]:
    """For each group those that tables put behind it, as the bits of a number."""
    following = _next(groups)
    found = [0] * len(groups)
    for at in range(len(groups) - 1, -1, -1):
        for other in following[at]:
            found[at] |= found[other] | 1 << other
    return found


def _kept(worth: Worth, behind: Sequence[int]) -> list[tuple[int, int]]:
    """The pairs whose rows are in their places: the best that keep the groups' order, and more where no table orders them."""
    gains = worth.gains
    kept = heaviest(gains, worth.size, worth.width)
    left, right = {here for here, _ in kept}, {there for _, there in kept}
    for here, there in sorted(gains, key=lambda pair: (-gains[pair], pair)):
        if here in left or there in right:
            continue
        # A circle would go back from a row of this table to one before it.
        if not any(
            (behind[here] >> other if row < there else behind[other] >> here) & 1 for other, row in kept
        ):
            kept.append((here, there))
            left.add(here)
            right.add(there)
    return kept


def _joined(
    groups: Sequence[Group], pairs: Mapping[tuple[int, int], bool], number: int, width: int
) -> list[Group]:
    """The groups with the rows of one more table, whose pairs say whether they have moved."""
    of_group = {here: (there, moved) for (here, there), moved in pairs.items()}
    joined = []
    for here, group in enumerate(groups):
        row, moved = of_group.get(here, (None, False))
        joined.append(Group((*group.rows, row), group.moved | {number} if moved else group.moved))
    of_row = {there: here for here, there in pairs}
    for row in range(width):
        if row not in of_row:
            of_row[row] = len(joined)
            joined.append(Group((*(None,) * number, row)))
    chain = [of_row[row] for row in range(width) if not pairs.get((of_row[row], row), False)]
    return [joined[at] for at in _order(groups, chain, len(joined))]


def _order(groups: Sequence[Group], chain: Sequence[int], count: int) -> Iterator[int]:
    """All groups, each behind those that some table puts before it; where that leaves a choice, as they stood.

    Args:
        groups: those that stand in order.
        chain: which groups one more table has, in its order.
        count: how many there are with those that only this table has; these stand before what the table has next.
    """
    following = [*_next(groups), *(set[int]() for _ in range(count - len(groups)))]
    for here, there in pairwise(chain):
        following[here].add(there)
    place = list(range(count))
    ahead = len(groups)
    for at in reversed(chain):
        ahead = at if at < len(groups) else ahead
        place[at] = ahead
    waits = Counter(other for others in following for other in others)
    free = [(place[at], at) for at in range(count) if not waits[at]]
    heapify(free)
    while free:
        at = heappop(free)[-1]
        yield at
        for other in following[at]:
            waits[other] -= 1
            if not waits[other]:
                heappush(free, (place[other], other))
