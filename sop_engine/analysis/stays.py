"""Who spends the time of a Waktu cell, and how often: the one rule of work, and what it makes of a walk.

In: a ``ProcessGraph``; a ``Walk`` through it. Out: for each step its ``shares``; how much work is in the walk.

The flow stays in a cell from a step that it comes to from another cell until it goes on to another one. A share is a piece
of work of one role in a cell, and is spent once in a stay, by whatever step comes to it first: a role that acts in several
rows that share one time spends it once, also where the flow goes round within them, just as the elapsed time counts once.
A role with several symbols in one row has as many shares, for every symbol spends the full time. Each role of a joint
activity has its own; a step that nobody is named for is done by one; the ends behind a branch to ``selesai`` are no work.

Arms that run side by side stay each for itself. Where they meet without having left their cell, the shares of all steps
of the cell that lead there are spent already.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Final, NamedTuple, TypeAlias

from sop_engine.analysis.cells import Cells, cells_of
from sop_engine.analysis.walked import Again, Pass, Side, Walk, parts_of
from sop_engine.graph.process import ProcessGraph
from sop_engine.model.satuan import Amount, Unit

__all__ = ["Owner", "Stays", "work_of"]

_Shares: TypeAlias = frozenset[int]

_NONE: Final[_Shares] = frozenset()


class Owner(NamedTuple):
    """The cell (its row) that a share is of, and the key of the role that spends it; no key for nobody."""

    cell: int
    role: str


class Stays:
    """The shares of all steps.

    Attributes:
        cells: the Waktu cells.
        cell: for each step (by number) the row that its time stands in.
        shares: for each step its shares, by number; none for an end that nobody works at.
        owners: whose each share is.
    """

    def __init__(self, graph: ProcessGraph, cells: Cells | None = None) -> None:
        self.net = graph.net
        self.cells = cells_of(graph) if cells is None else cells
        self.cell = [self.cells.of[step.row] for step in graph.steps.values()]
        self.shares: list[_Shares] = []
        numbers: dict[tuple[int, str, int], int] = {}
        symbols: Counter[tuple[int, str]] = Counter()
        for cell, step in zip(self.cell, graph.steps.values(), strict=True):
            own = []
            for role in () if step.virtual else dict.fromkeys(step.lanes or ("",)):
                at = symbols[step.row, role]
                symbols[step.row, role] += 1
                own.append(numbers.setdefault((cell, role, at), len(numbers)))
            self.shares.append(frozenset(own))
        self.owners = [Owner(cell, role) for cell, role, _ in numbers]
        self.spent_before = cache(self._spent_before)

    def _spent_before(self, join: int) -> _Shares:
        """What is spent where arms meet in a step: nothing, if any of them comes from another cell.

        Else the shares of all steps that lead there without leaving the cell or going back.
        """
        seen: set[int] = set()
        waiting = [join]
        while waiting:
            sources = self._before(waiting.pop())
            inner = [step for step in sources if self.cell[step] == self.cell[join]]
            if not seen and len(inner) < len(sources):
                return _NONE
            waiting += [step for step in inner if step not in seen]
            seen.update(inner)
        return _NONE.union(*(self.shares[step] for step in seen))

    def _before(self, step: int) -> list[int]:
        net = self.net
        sources = (net.sources[flow] for flow in net.entering[step] if flow not in net.loops)
        return [source for source in sources if net.reachable[source]]


def work_of(walk: Walk, graph: ProcessGraph, stays: Stays | None = None) -> tuple[Amount, Amount]:
    """The work in a walk: in each stay in a cell each of its roles spends the cell's time; what is not measured is none.

    Args:
        walk: a way through the procedure.
        graph: the procedure.
        stays: its stays, where they are known already.

    Returns:
        The shortest and the longest that it can be, carried; equal where no row has a range.
    """
    stays = Stays(graph) if stays is None else stays
    low: dict[Unit, int | Fraction] = {}
    high: dict[Unit, int | Fraction] = {}
    cells: Counter[int] = Counter()
    for share, often in _spent_in(walk, graph, stays).items():
        cells[stays.owners[share].cell] += often
    for cell, often in cells.items():
        time = stays.cells.times[cell]
        for numbers, amount in ((low, time.low), (high, time.high)) if time.is_measured else ():
            for unit, number in amount.parts:
                numbers[unit] = numbers.get(unit, 0) + number * often
    return Amount.of(low).carried(), Amount.of(high).carried()


@dataclass(frozen=True, slots=True)
class _Part:
    """What a part of a walk spends.

    Attributes:
        first: shares that it comes to in the stay in which it begins: none of them is spent where it was spent before.
        aside: the same for each arm that sets out in that stay.
        last: what is spent in the stay in which it ends; None where that is the one in which it begins.
        spent: how often each other share is spent.
    """

    first: _Shares
    aside: tuple[_Shares, ...]
    last: _Shares | None
    spent: Counter[int]


class _Scan:
    """One part of a walk, from its beginning to its end."""

    def __init__(self, graph: ProcessGraph, stays: Stays, known: Mapping[int, _Part]) -> None:
        self.number = graph.number
        self.stays = stays
        self.known = known
        self.first = self.here = _NONE
        self.aside: list[_Shares] = []
        self.begun = False
        self.spent: Counter[int] = Counter()

    def part(self, walk: Walk) -> _Part:
        """What it spends."""
        for piece in walk:
            match piece:
                case Pass(name, counts, by):
                    step = self.number[name]
                    if counts or by is None:
                        self.begun = True
                        self.here = _NONE if counts else self.stays.spent_before(step)
                    self._spend(self.stays.shares[step])
                case Side(arms):
                    for arm in arms:
                        inner = self.known[id(arm)]
                        self._spend_aside((inner.first, *inner.aside))
                        self.spent.update(inner.spent)
                case Again(count, again):
                    self._again(count, self.known[id(again)])
        return _Part(self.first, tuple(self.aside), self.here if self.begun else None, self.spent)

    def _spend(self, shares: _Shares) -> None:
        new = shares - self.here
        if self.begun:
            self.spent.update(new)
        else:
            self.first |= new
        self.here |= new

    def _spend_aside(self, arms: Iterable[_Shares]) -> None:
        """What arms spend in the stay that they set out in: each for itself."""
        for shares in arms:
            if self.begun:
                self.spent.update(shares - self.here)
            else:
                self.aside.append(shares - self.here)

    def _again(self, count: int, inner: _Part) -> None:
        """Rounds: the first goes on in the stay that is, each other one in that in which the one before has ended."""
        self._spend(inner.first)
        self._spend_aside(inner.aside)
        for share, often in inner.spent.items():
            self.spent[share] += often * count
        if inner.last is not None:
            for shares in (inner.first, *inner.aside):
                for share in shares - inner.last:
                    self.spent[share] += count - 1
            self.begun = True
            self.here = inner.last


def _spent_in(walk: Walk, graph: ProcessGraph, stays: Stays) -> Counter[int]:
    """How often each share is spent in a walk."""
    known: dict[int, _Part] = {}
    for part in reversed(parts_of(walk)):
        known[id(part)] = _Scan(graph, stays, known).part(part)
    whole = known[id(walk)]
    for shares in (whole.first, *whole.aside):
        whole.spent.update(shares)
    return whole.spent
