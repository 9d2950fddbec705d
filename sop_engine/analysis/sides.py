"""How long arms take that run side by side: the distribution of the longest of them.

In: ``Turns``, and how long entering each step takes. Out: for each split a ``Longest``: every length that it can take,
with its probability; or a ``Doubt``. Arms are independent of one another: each takes its own decisions.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from sop_engine.analysis.chain import Number
from sop_engine.analysis.lengths import NOTHING, Length, plus
from sop_engine.analysis.regions import Doubt, DoubtKind
from sop_engine.analysis.turns import Turn, Turns
from sop_engine.graph.walk import components, reached
from sop_engine.model._angka import plain

__all__ = ["Chances", "Longer", "longest_arms"]

Chances: TypeAlias = Mapping[Length, Number]
"""Lengths and their probabilities, which add up to one."""

Longer: TypeAlias = Callable[[Length, Length], bool | None]
"""Whether one length is at least as long as another; None where that cannot be told."""

_MOST: Final = 1_000
_PAIRS: Final = 300_000

_AT_ONCE: Final[Chances] = {NOTHING: 1}


class _DoubtError(Exception):
    """Why it cannot be told."""

    def __init__(self, kind: DoubtKind, states: Iterable[int]) -> None:
        super().__init__(kind)
        self.kind = kind
        self.states = tuple(states)


@dataclass(frozen=True, slots=True)
class _Entering:
    """How long it takes to enter a step: by a flow, and when the arms of a split have met there."""

    by: Callable[[int], Length]
    joined: Callable[[int], Length]


def longest_arms(
    turns: Turns,
    ids: tuple[str, ...],
    by: Callable[[int], Length],
    joined: Callable[[int], Length],
    longer: Longer,
) -> dict[tuple[int, int], Chances] | Doubt:
    """The distribution of every split: of its longest arm, and the join's own time.

    Args:
        turns: what can happen.
        ids: the id of each step.
        by: how long the time is that a flow adds by its number.
        joined: how long the time is that a step adds which has waited, by its number.
        longer: how lengths compare.

    Returns:
        By state and number of the turn; all cases are looked at, as many as there are lengths.
    """
    try:
        return _Arms(turns, _Entering(by, joined), longer).found()
    except _DoubtError as doubt:
        return Doubt(
            doubt.kind, tuple(ids[step] for step in sorted({turns.steps[state] for state in doubt.states}))
        )


class _Arms:
    """One search, from the ends of the arms backwards."""

    def __init__(self, turns: Turns, entering: _Entering, longer: Longer) -> None:
        self.turns = turns
        self.entering = entering
        self.longer = longer
        self.after = [[next_ for turn in own for next_ in turn.leads_to()] for own in turns.of]
        self.splits = [state for state, own in enumerate(turns.of) if any(turn.is_side for turn in own)]
        self.rest: dict[int, Chances] = {}
        self.pairs = 0

    def found(self) -> dict[tuple[int, int], Chances]:
        """All splits, and what lies in their arms before."""
        sides = [
            (state, at, turn)
            for state in self.splits
            for at, turn in enumerate(self.turns.of[state])
            if turn.is_side
        ]
        roots = [target for _, _, turn in sides for target in turn.targets if target is not None]
        inside = reached(self.after, roots)
        number = components(self.after)
        circles: dict[int, list[int]] = {}
        for state in range(len(inside)):
            if inside[state]:
                circles.setdefault(number[state], []).append(state)
        for component in sorted(circles):
            own = circles[component]
            if len(own) > 1 or own[0] in self.after[own[0]]:
                raise _DoubtError(DoubtKind.SIDE_LOOP, own)
            self.rest[own[0]] = self._from(own[0])
        return {(state, at): self._side(state, turn) for state, at, turn in sides}

    def _from(self, state: int) -> Chances:
        """What it takes from a state to the end of its arm."""
        own = self.turns.of[state]
        if not own:
            return _AT_ONCE
        mixed: dict[Length, Number] = {}
        for turn in own:
            if turn.is_side:
                behind = _AT_ONCE if turn.then is None else self.rest[turn.then]
                part = self._both(self._side(state, turn), behind, state)
            else:
                part = self._flow(turn.flows[0], turn.targets[0])
            for length, chance in part.items():
                mixed[length] = mixed.get(length, 0) + chance * turn.share
        self._count(len(mixed), state)
        if len(mixed) > _MOST:
            raise _DoubtError(DoubtKind.TOO_LARGE, (state,))
        return {length: plain(chance) for length, chance in mixed.items()}

    def _flow(self, flow: int, target: int | None) -> Chances:
        """What it takes by one flow; a join is done by the split whose arms meet there."""
        if target is None:
            return _AT_ONCE
        first = self.entering.by(flow)
        return {plus(first, length): chance for length, chance in self.rest[target].items()}

    def _side(self, state: int, turn: Turn) -> Chances:
        """What the arms of a split take together, and the step that waits for them."""
        if turn.then is None:
            self._look_for_shared(state, turn)
        longest: Chances = _AT_ONCE
        for flow, target in zip(turn.flows, turn.targets, strict=True):
            longest = self._longest(longest, self._flow(flow, target), state)
        if turn.then is None:
            return longest
        last = self.entering.joined(self.turns.steps[turn.then])
        return {plus(length, last): chance for length, chance in longest.items()}

    def _longest(self, one: Chances, other: Chances, state: int) -> Chances:
        self._count(len(one) * len(other), state)
        found: dict[Length, Number] = {}
        for length, chance in one.items():
            for second, likely in other.items():
                longer = self.longer(length, second)
                if longer is None:
                    raise _DoubtError(DoubtKind.TOO_MANY, (state,))
                kept = length if longer else second
                found[kept] = found.get(kept, 0) + chance * likely
        return found

    def _both(self, one: Chances, other: Chances, state: int) -> Chances:
        """One after the other."""
        self._count(len(one) * len(other), state)
        found: dict[Length, Number] = {}
        for length, chance in one.items():
            for second, likely in other.items():
                both = plus(length, second)
                found[both] = found.get(both, 0) + chance * likely
        return found

    def _look_for_shared(self, state: int, turn: Turn) -> None:
        """Refuse arms that come to the same decision: what one chooses there might bind the other."""
        seen: set[int] = set()
        for target in turn.targets:
            if target is None:
                continue
            own = {
                self.turns.steps[one]
                for one, here in enumerate(reached(self.after, [target]))
                if here and len(self.turns.of[one]) > 1
            }
            if own & seen:
                shared = [one for one, step in enumerate(self.turns.steps) if step in own & seen]
                raise _DoubtError(DoubtKind.DEPENDENT, (state, *shared))
            seen |= own

    def _count(self, pairs: int, state: int) -> None:
        self.pairs += pairs
        if self.pairs > _PAIRS:
            raise _DoubtError(DoubtKind.TOO_LARGE, (state,))
