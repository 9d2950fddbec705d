"""The rules of the token game: how tokens move in one procedure.

In: a ``Net`` and what its joins wait for. Out: a ``Board``, on which ``Tokens`` are moved.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from sop_engine.graph.net import Net
from sop_engine.graph.waits import Both, OneOf, Wait, flows_in

__all__ = ["Board", "Rest", "Tokens", "board_of", "missing_in"]


@dataclass(slots=True)
class Tokens:
    """A marking; the one value here that changes.

    Attributes:
        waiting: how many tokens wait at each place of a join.
        moving: steps with a token that is to move; the last one moves next.
        moves: how many moves were made, or what took as long.
    """

    waiting: dict[int, int]
    moving: list[int]
    moves: int = 0

    def copy(self) -> "Tokens":
        """The same marking, to be changed by itself; moves count anew."""
        return Tokens(dict(self.waiting), list(self.moving))

    def key(self) -> tuple[object, ...]:
        """Equal for equal markings with the same token to move next."""
        return (frozenset(self.waiting.items()), *self.moving)


class Rest(Enum):
    """How a run of moves without a choice ended."""

    CHOICE = "the next token has a choice"
    STILL = "no token moves"
    NEVER = "the tokens go round without a choice"
    CUT = "too many moves"


_PATIENCE = 64


@dataclass(frozen=True, eq=False, slots=True)
class Board:
    """One procedure as the game sees it.

    Attributes:
        net: the procedure.
        waits: joins that wait for two flows or more, and for what.
        place: where the token of a flow waits; flows that count as one share a place. A flow without one
            passes on as it comes.
        needs: the places that must all hold a token, for joins where that is all.
        main: the way of each decision that the main line takes: onwards, to the nearest step that is no end.
    """

    net: Net
    waits: dict[int, Wait]
    place: dict[int, int]
    needs: dict[int, tuple[int, ...]]
    main: dict[int, int]

    def enter(self, tokens: Tokens, flow: int) -> None:
        """Put a token on a flow: it comes to the step behind it, or waits there."""
        target = self.net.targets[flow]
        place = self.place.get(flow)
        if place is not None:
            tokens.waiting[place] = tokens.waiting.get(place, 0) + 1
            taken = self._completes(target, tokens.waiting)
            if taken is None:
                return
            for used in taken:
                if tokens.waiting[used] == 1:
                    del tokens.waiting[used]
                else:
                    tokens.waiting[used] -= 1
        tokens.moving.append(target)

    def take(self, tokens: Tokens, way: int) -> None:
        """Move the next token on by one of its step's ways."""
        tokens.moves += 1
        for flow in reversed(self.net.ways[tokens.moving.pop()][way]):
            self.enter(tokens, flow)

    def settle(self, tokens: Tokens, most: int) -> Rest:
        """Move tokens until the next one has a choice, or none moves, at most so many times.

        Where nothing is chosen, tokens may go round: after many moves a marking is kept, and the following
        ones are compared with it; it is taken anew whenever the moves have doubled.
        """
        ways = self.net.ways
        check = len(ways) + _PATIENCE
        kept: Tokens | None = None
        while tokens.moving:
            choices = len(ways[tokens.moving[-1]])
            if choices > 1:
                return Rest.CHOICE
            if tokens.moves >= most:
                return Rest.CUT
            if choices:
                self.take(tokens, 0)
            else:
                tokens.moving.pop()
            if tokens.moves <= check:
                continue
            if kept is not None and len(kept.moving) == len(tokens.moving):
                tokens.moves += len(tokens.moving) // 8
                if kept.moving == tokens.moving and kept.waiting == tokens.waiting:
                    return Rest.NEVER
            if kept is None or tokens.moves >= 2 * check:
                check, kept = tokens.moves, tokens.copy()
        return Rest.STILL

    def _completes(self, join: int, waiting: dict[int, int]) -> Sequence[int] | None:
        needs = self.needs.get(join)
        if needs is None:
            return self._taken(self.waits[join], waiting)
        return needs if all(place in waiting for place in needs) else None

    def _taken(self, wait: Wait, waiting: dict[int, int]) -> list[int] | None:
        """The places that complete a wait, the first alternative that does; None where none does."""
        if isinstance(wait, int):
            place = self.place[wait]
            return [place] if place in waiting else None
        if isinstance(wait, OneOf):
            found = (self._taken(part, waiting) for part in wait.parts)
            return next((taken for taken in found if taken is not None), None)
        whole: list[int] = []
        for part in wait.parts:
            taken = self._taken(part, waiting)
            if taken is None:
                return None
            whole += taken
        return whole


def board_of(net: Net, waits: dict[int, Wait]) -> Board:
    """Prepare a game."""
    place: dict[int, int] = {}
    needs: dict[int, tuple[int, ...]] = {}
    kept: dict[int, Wait] = {}
    for join, wait in waits.items():
        if isinstance(wait, int) or _is_plain(wait):
            continue
        kept[join] = wait
        place.update(_places(wait))
        if isinstance(wait, Both) and all(isinstance(part, int) or _is_plain(part) for part in wait.parts):
            # Arms move in order: the last one is the one that is most likely still to come.
            needs[join] = tuple(place[next(flows_in(part))] for part in reversed(wait.parts))
    main = {step: _main_way(net, step) for step, ways in enumerate(net.ways) if len(ways) > 1}
    return Board(net, kept, place, needs, main)


def _is_plain(wait: Both | OneOf) -> bool:
    """Alternatives that are single flows: whichever comes, it is the same."""
    return isinstance(wait, OneOf) and all(isinstance(part, int) for part in wait.parts)


def _places(wait: Wait) -> Iterator[tuple[int, int]]:
    """Flows and their places; single flows among the alternatives of one wait share a place."""
    if isinstance(wait, int):
        yield wait, wait
        return
    flows = [part for part in wait.parts if isinstance(part, int)]
    for flow in flows:
        yield flow, flows[0] if isinstance(wait, OneOf) else flow
    for part in wait.parts:
        if not isinstance(part, int):
            yield from _places(part)


def _main_way(net: Net, step: int) -> int:
    def rank(way: int) -> tuple[bool, bool, int]:
        targets = [net.targets[flow] for flow in net.ways[step][way]]
        nearest = min(targets, default=len(net.ways))
        return nearest <= step, not net.ways[nearest] if targets else True, nearest

    return min(range(len(net.ways[step])), key=rank)


def missing_in(board: Board, wait: Wait, waiting: dict[int, int]) -> list[int]:
    """The flows that a wait still lacks; of alternatives those that have begun to come, else all."""
    if isinstance(wait, int):
        return [] if board.place[wait] in waiting else [wait]
    if isinstance(wait, Both):
        return [flow for part in wait.parts for flow in missing_in(board, part, waiting)]
    lacking = [missing_in(board, part, waiting) for part in wait.parts]
    if not all(lacking):
        return []
    begun = [
        lack
        for lack, part in zip(lacking, wait.parts, strict=True)
        if any(board.place[flow] in waiting for flow in flows_in(part))
    ]
    return [flow for lack in begun or lacking for flow in lack]
