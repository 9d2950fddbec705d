"""The token game: can a join wait for ever?

In: a ``Net`` and what its joins wait for. Out: ``Played``: joins that are proven to be able to wait for ever,
each with the choices that lead there, and whether every run was looked at.

One token begins at exactly one start. On a step it takes exactly one way, which puts a token on each of the
way's flows; a step without a way consumes it. A token that enters a join by a flow that is waited for stays
there until the join has what it waits for, which then becomes one token on the join; by any other flow it
passes on as it comes.

Method: tokens share nothing but joins, and what waits at a join is taken by that join alone, so the order in
which tokens move changes no outcome: of all interleavings one is enough (a persistent set of one, as in
P. Godefroid, Partial-order methods for the verification of concurrent systems, 1996). Only choices are tried
in full, each marking once, runs with the fewest choices off the main line first. A run that comes to rest
with a token in a join proves that this join can wait for ever: no token is left that could complete it.

Cost: nothing without joins; else proportional to the distinct markings at decisions, which for splits and
joins that pair up is the number of decisions, however deeply they nest. A budget that grows with the procedure
cuts the search where markings explode; ``complete`` then says so.
"""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from sop_engine.graph._board import Board, Rest, Tokens, board_of, missing_in
from sop_engine.graph.net import Net
from sop_engine.graph.waits import Waits
from sop_engine.graph.walk import components

__all__ = ["Choice", "Played", "Stuck", "play"]

_BUDGET = 100_000
_BUDGET_A_STEP = 20
"""Moves, of about half a microsecond each; keeping a marking costs a move for every sixteen tokens."""

_TRIED = 24
_RUN = 1_000


class Choice(NamedTuple):
    """What was chosen: a way of a decision, by number; step -1 is the choice among the starts."""

    step: int
    way: int


@dataclass(frozen=True, slots=True)
class Stuck:
    """A join that can wait for ever.

    Attributes:
        join: the step.
        missing: flows that it then waits for in vain.
        choices: what was chosen on the way there, as far as it matters, in order; empty where every run that
            differs in one choice ends the same.
    """

    join: int
    missing: tuple[int, ...]
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Played:
    """What the game has shown.

    Attributes:
        stuck: joins that can wait for ever, in order; one that only waits for another of them is left out.
        complete: all runs were looked at: no other join can.
    """

    stuck: tuple[Stuck, ...]
    complete: bool


def play(net: Net, waits: Waits) -> Played:
    """Look for joins that can wait for ever.

    Args:
        net: the procedure.
        waits: what its joins wait for.

    Returns:
        Proven ones only. Not complete where the budget was spent or a join is tangled.
    """
    if waits.tangled:
        return Played((), complete=False)
    board = board_of(net, waits.of)
    if not board.waits:
        return Played((), complete=True)
    budget = _BUDGET + _BUDGET_A_STEP * len(net.ways)
    several = len(net.starts) > 1
    history: list[tuple[int, Choice | None]] = [
        (-1, Choice(-1, at) if several else None) for at in range(len(net.starts))
    ]
    queue = deque((Tokens({}, [start]), at) for at, start in enumerate(net.starts))
    seen: set[tuple[object, ...]] = set()
    found: dict[int, Stuck] = {}
    while queue and len(found) < len(board.waits):
        tokens, at = queue.popleft()
        rest = board.settle(tokens, budget)
        budget -= tokens.moves + (len(tokens.moving) + len(tokens.waiting)) // 16 + 1
        if rest is Rest.CUT or budget <= 0:
            return _played(found, complete=False)
        if rest is Rest.STILL:
            for join, missing in _first_to_wait(board, tokens.waiting):
                if join not in found:
                    found[join] = Stuck(join, missing, _that_matter(board, join, _choices(history, at)))
        elif rest is Rest.CHOICE and (key := tokens.key()) not in seen:
            seen.add(key)
            _branch(board, tokens, at, history, queue)
    return _played(found, complete=True)


def _branch(
    board: Board,
    tokens: Tokens,
    at: int,
    history: list[tuple[int, Choice | None]],
    queue: deque[tuple[Tokens, int]],
) -> None:
    """Line up every way on from a choice, the main line in front of all, the others behind."""
    step = tokens.moving[-1]
    for way in range(len(board.net.ways[step])):
        further = tokens.copy()
        board.take(further, way)
        history.append((at, Choice(step, way)))
        line_up = queue.appendleft if way == board.main[step] else queue.append
        line_up((further, len(history) - 1))


def _played(found: dict[int, Stuck], *, complete: bool) -> Played:
    return Played(tuple(found[join] for join in sorted(found)), complete)


def _choices(history: list[tuple[int, Choice | None]], at: int) -> list[Choice]:
    """All choices of a run, in order."""
    choices = []
    while at >= 0:
        at, choice = history[at]
        if choice is not None:
            choices.append(choice)
    choices.reverse()
    return choices


def _first_to_wait(board: Board, waiting: dict[int, int]) -> list[tuple[int, tuple[int, ...]]]:
    """The joins that hold a token at rest and do not only wait for another of them, and what they lack."""
    net = board.net
    held = sorted({net.targets[place] for place in waiting})
    lacking = {join: missing_in(board, board.waits[join], waiting) for join in held}
    if len(held) == 1:
        return [(join, tuple(lacking[join])) for join in held]
    number = {join: at for at, join in enumerate(held)}
    causes = [_behind(net, join, lacking[join], number) for join in held]
    component = components(causes)
    outer = {
        component[at]
        for at, found in enumerate(causes)
        if any(component[one] != component[at] for one in found)
    }
    first: dict[int, int] = {}
    for at, join in enumerate(held):
        if component[at] not in outer:
            first.setdefault(component[at], join)
    return [(join, tuple(lacking[join])) for join in first.values()]


def _behind(net: Net, join: int, lacking: list[int], held: dict[int, int]) -> list[int]:
    """The numbers of other waiting joins from which the lacking flows would have to come."""
    found = set()
    stack = [net.sources[flow] for flow in lacking]
    seen = {join}
    while stack:
        step = stack.pop()
        if step in seen:
            continue
        seen.add(step)
        if step in held:
            found.add(held[step])
        else:
            stack.extend(net.sources[flow] for flow in net.entering[step])
    return sorted(found)


def _that_matter(board: Board, join: int, choices: list[Choice]) -> tuple[Choice, ...]:
    """The choices without which the run would not end with a token in the join.

    Tried are those off the main line and the last few. Where no single one matters but all together do,
    all of them are given.
    """
    tried = [
        at
        for at, choice in enumerate(choices)
        if at >= len(choices) - _TRIED or choice.way != board.main.get(choice.step, choice.way)
    ][-2 * _TRIED :]
    if not tried:
        return ()
    matter = [
        at
        for at in tried
        if not all(_holds(board, join, choices, {at: way}) for way in _others(board, choices[at]))
    ]
    if matter:
        return tuple(choices[at] for at in matter)
    changed = {at: next(iter(_others(board, choices[at]))) for at in tried}
    return () if _holds(board, join, choices, changed) else tuple(choices[at] for at in tried)


def _others(board: Board, choice: Choice) -> Iterable[int]:
    ways = board.net.starts if choice.step < 0 else board.net.ways[choice.step]
    return (way for way in range(len(ways)) if way != choice.way)


def _holds(board: Board, join: int, choices: list[Choice], changed: dict[int, int]) -> bool:
    """Whether the run with some choices changed still comes to rest with a token in the join.

    Behind the first change decisions choose as they did before, in their order, then the main line.
    """
    net = board.net
    first = min(changed)
    later: dict[int, deque[int]] = {}
    for at, choice in enumerate(choices):
        if at >= first:
            later.setdefault(choice.step, deque()).append(changed.get(at, choice.way))
    at = 0
    start = 0
    if choices[0].step < 0:
        start = changed.get(0, choices[0].way)
        at = 1
    tokens = Tokens({}, [net.starts[start]])
    most = _RUN + 4 * len(net.ways)
    while (rest := board.settle(tokens, most)) is Rest.CHOICE and tokens.moves < most:
        step = tokens.moving[-1]
        if at < first:
            way = choices[at].way
        else:
            way = later[step].popleft() if later.get(step) else board.main[step]
        at += 1
        board.take(tokens, way)
    return rest is Rest.STILL and any(net.targets[place] == join for place in tokens.waiting)
