"""How often the time of each Waktu cell is spent on average.

In: the ``Stays`` of a procedure, its ``Turns``, and how often each of their states comes. Out: for each of its
roles how often it spends its time; exact where the chain is.

A share that a stay can come to once only is spent each time that its step comes. For the others the chain is cut down to
the cells that they are of: it begins where the flow comes in, and ends where the share is spent or the cell is left.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from sop_engine.analysis.chain import Moves, Number, visits
from sop_engine.analysis.stays import Owner, Stays
from sop_engine.analysis.turns import Turns

__all__ = ["spending"]


def spending(stays: Stays, turns: Turns, often: Sequence[Number]) -> tuple[Mapping[Owner, Number], float]:
    """How often each role spends the time of each cell that it is reached in; and how far off that can be.

    Args:
        stays: the shares of all steps.
        turns: what can happen.
        often: how often each state comes on average.

    Raises:
        MissingProgram, SolutionError: as ``visits`` does.
    """
    return _Spending(stays, turns, often).found()


class _Spending:
    def __init__(self, stays: Stays, turns: Turns, often: Sequence[Number]) -> None:
        self.stays = stays
        self.turns = turns
        self.often = often
        self.cells = [stays.cell[step] for step in turns.steps]
        self.shares = [stays.shares[step] for step in turns.steps]

    def found(self) -> tuple[Mapping[Owner, Number], float]:
        """For each role in each cell."""
        owners = self.stays.owners
        values: dict[Owner, Number] = {}
        repeated = self._repeated()
        followed: dict[int, set[int]] = {}
        for often, shares in zip(self.often, self.shares, strict=True):
            for share in sorted(shares):
                owner = owners[share]
                if share in repeated:
                    followed.setdefault(owner.cell, set()).add(share)
                else:
                    values[owner] = values[owner] + often if owner in values else often
        error = 0.0
        # A stay is in one cell: one share of each is followed at a time, through all cells at once.
        rest = [sorted(shares) for shares in followed.values()]
        while rest:
            own = frozenset(shares.pop() for shares in rest)
            solution = visits(*self._cut_down(own))
            error = max(error, solution.error)
            for often, shares in zip(solution.values, self.shares, strict=True):
                for share in shares & own if often else ():
                    values[owners[share]] = values.get(owners[share], 0) + often
            rest = [shares for shares in rest if shares]
        return values, error

    def _repeated(self) -> frozenset[int]:
        """Shares that a stay may come to more than once: of several steps, or of a step that the flow comes back to."""
        number = self.stays.net.components
        size = Counter(number)
        steps = self.turns.steps
        held = Counter(share for step in dict.fromkeys(steps) for share in self.stays.shares[step])
        found = {share for share, several in held.items() if several > 1}
        for state, (step, cell) in enumerate(zip(steps, self.cells, strict=True)):
            for to, _ in self._moves(state):
                if self.cells[to] == cell and (steps[to] == step or size[number[step]] > 1):
                    found |= self.shares[to]
        return frozenset(found)

    def _cut_down(self, own: frozenset[int]) -> tuple[Moves, dict[int, Number]]:
        """The stays in cells of which a share is followed, each until it is spent: where they lead and begin."""
        cells = {self.stays.owners[share].cell for share in own}
        starts: dict[int, Number] = {}
        moves: list[list[tuple[int, Number]]] = []
        entries = [*self.turns.starts.items()]
        for state, cell in enumerate(self.cells):
            goes_on = cell in cells and self.shares[state].isdisjoint(own)
            moves.append([])
            for to, weight in self._moves(state):
                if self.cells[to] != cell:
                    entries.append((to, self.often[state] * weight))
                elif goes_on:
                    moves[state].append((to, weight))
            entries += [
                (turn.then, self.often[state] * turn.share)
                for turn in self.turns.of[state]
                if turn.then is not None
                and own.isdisjoint(self.stays.spent_before(self.turns.steps[turn.then]))
            ]
        for state, weight in entries:
            if self.cells[state] in cells:
                starts[state] = starts.get(state, 0) + weight
        return moves, starts

    def _moves(self, state: int) -> Iterator[tuple[int, Number]]:
        """Where the flow goes from a state without waiting, arms side by side included, and with which share."""
        for turn in self.turns.of[state]:
            for target in turn.targets:
                if target is not None:
                    yield target, turn.share
