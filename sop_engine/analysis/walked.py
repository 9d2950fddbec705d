"""What a way through a procedure consists of, and what it adds up to.

In: a ``Walk``: steps in order, arms side by side and rounds within it. Out: how often each step is done; how long the
whole takes.

Rounds may stand within rounds many times over. A walk then holds the same piece in several places, and everything here
looks at each piece once, however often it is told.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import reduce
from typing import TypeAlias, TypeVar

from sop_engine.analysis.cells import Cells, cells_of
from sop_engine.analysis.lengths import (
    NOTHING,
    Candidates,
    Goal,
    Length,
    amount_of,
    greatest,
    in_turn,
    lengths_of,
    plus,
    times,
)
from sop_engine.graph.process import ProcessGraph
from sop_engine.model.satuan import Amount

__all__ = [
    "Again",
    "Pass",
    "Side",
    "Walk",
    "done_in",
    "elapsing",
    "in_order",
    "parts_of",
    "steps_of",
]

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Pass:
    """A step is done.

    Attributes:
        step: its id.
        counts: its row's time is added here.
        by: the number of the flow that it is come to by; None at the start, and where arms have met.
    """

    step: str
    counts: bool
    by: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Side:
    """Arms that run side by side.

    Attributes:
        arms: their steps; one of them may be empty.
        by: for each arm the number of the flow by which it comes to where they meet; None where it does not.
    """

    arms: tuple["Walk", ...]
    by: tuple[int | None, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Again:
    """So many rounds of a loop: from the step behind the one that sets out, up to that one when it is come back to."""

    count: int
    walk: "Walk"


Walk: TypeAlias = tuple[Pass | Side | Again, ...]


def steps_of(walk: Walk) -> Iterator[tuple[str, int]]:
    """The steps of a walk in order, each with how often it is done there; rounds are told before what follows them."""
    waiting: list[tuple[Iterator[Pass | Side | Again], int]] = [(iter(walk), 1)]
    while waiting:
        pieces, often = waiting[-1]
        match next(pieces, None):
            case None:
                waiting.pop()
            case Pass(step):
                yield step, often
            case Side(arms):
                waiting += [(iter(arm), often) for arm in reversed(arms)]
            case Again(count, inner):
                waiting.append((iter(inner), often * count))


def done_in(walk: Walk) -> dict[str, int]:
    """How often each step is done in a walk, in the order in which they are first met."""
    often: dict[int, int] = {id(walk): 1}
    found: dict[str, int] = {}
    for part in parts_of(walk):
        mine = often[id(part)]
        for piece in part:
            match piece:
                case Pass(step):
                    found[step] = found.get(step, 0) + mine
                case Side(arms):
                    for arm in arms:
                        often[id(arm)] = often.get(id(arm), 0) + mine
                case Again(count, inner):
                    often[id(inner)] = often.get(id(inner), 0) + mine * count
    return found


def parts_of(walk: Walk) -> list[Walk]:
    """A walk and all walks within it, each once and before all that stand within it."""
    return in_order(walk, _within)


def in_order(root: Item, inner: Callable[[Item], Iterator[Item]]) -> list[Item]:
    """Something and all that it leads to, told apart by identity: each once, before all that it leads to itself.

    Args:
        root: where to begin.
        inner: what a thing leads to, the last first; nothing leads back to itself.
    """
    finished: list[Item] = []
    seen = {id(root)}
    path = [(root, inner(root))]
    while path:
        one, rest = path[-1]
        for other in rest:
            if id(other) not in seen:
                seen.add(id(other))
                path.append((other, inner(other)))
                break
        else:
            finished.append(one)
            path.pop()
    finished.reverse()
    return finished


def _within(walk: Walk) -> Iterator[Walk]:
    for piece in reversed([piece for piece in walk if type(piece) is not Pass]):
        if isinstance(piece, Side):
            yield from reversed(piece.arms)
        elif isinstance(piece, Again):
            yield piece.walk


def elapsing(
    graph: ProcessGraph, goal: Goal, cells: Cells | None = None
) -> Callable[[Walk], tuple[Amount, ...]]:
    """What tells how long walks take: the times that count, of arms side by side the longest.

    Args:
        graph: the procedure that they go through.
        goal: whether the shortest or the longest time of each row is meant.
        cells: its Waktu cells, where they are known already.

    Returns:
        For a walk all that it can be, carried: several where it cannot be told which arm is the longest; none where
        that leaves more than ``MOST``. The walks must all be kept as long as it is asked, for it remembers those within
        them by their identity.
    """
    rows = lengths_of((cells or cells_of(graph)).times, goal)
    lengths = {step.id: rows[step.row] for step in graph.steps.values()}
    known: dict[int, Candidates[None]] = {}

    def elapsed(walk: Walk) -> tuple[Amount, ...]:
        for part in reversed(parts_of(walk)):
            if id(part) not in known:
                known[id(part)] = _elapsed(part, lengths, known)
        whole = known[id(walk)]
        return () if whole.cut else tuple(amount_of(length) for length, _ in whole.found)

    return elapsed


def _elapsed(
    part: Walk, lengths: Mapping[str, Length], known: Mapping[int, Candidates[None]]
) -> Candidates[None]:
    """How long a walk takes, when that is known of all walks within it."""
    # Most of a walk are single steps, of which many take the same time.
    often = Counter([lengths[piece.step] for piece in part if type(piece) is Pass and piece.counts])
    fixed = reduce(plus, (times(length, count) for length, count in often.items()), NOTHING)
    found: Candidates[None] = Candidates(((NOTHING, None),))
    for piece in part:
        if isinstance(piece, Side):
            found = in_turn(found, greatest([known[id(arm)] for arm in piece.arms]), _none)
        elif isinstance(piece, Again):
            inner = known[id(piece.walk)]
            rounds = tuple((times(length, piece.count), None) for length, _ in inner.found)
            found = in_turn(found, Candidates(rounds, cut=inner.cut), _none)
    return found.behind(fixed, lambda _: None)


def _none(_one: None, _other: None) -> None:
    return None
