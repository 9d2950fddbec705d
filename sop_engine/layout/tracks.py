"""Tracks: in which order connectors run beside each other within each gutter and channel.

In: the routes of a page. Out: for each corridor its bundles, from smaller coordinates to greater ones. A
bundle is one drawn line: the stretches that may lie on each other, because they split at one side of a
symbol or merge into one, and all others alone.

What is minimised is the number of crossings within corridors, by moving bundles one at a time while that
helps; the order in the gutters and the order in the channels depend on each other at their corners, so
each is found twice. This is the ordering step of Wybrow, Marriott and Stuckey, "Orthogonal connector
routing", Graph Drawing 2009, with the costs of channel routing (``corridors``). Cost: the square of the
number of bundles in a corridor, which is small; corridors are counted page by page.
"""

from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from sop_engine.layout.board import may_share
from sop_engine.layout.corridors import IMPOSSIBLE, Reach, cost_in_order
from sop_engine.layout.grid import Link
from sop_engine.layout.routes import Leg, Route

__all__ = ["Bundle", "Tracks", "order_tracks", "ranked"]

Member = tuple[int, int]
Corridor = tuple[bool, int]


class Bundle(NamedTuple):
    """One line in a corridor.

    Attributes:
        members: the stretches that lie on it, as (index of the route, index of its leg).
        low: where it begins along the corridor, in positions of the grid.
        high: where it ends.
    """

    members: tuple[Member, ...]
    low: int
    high: int

    def meets(self, other: "Bundle") -> bool:
        """Whether the two need tracks of their own."""
        return self.low <= other.high and other.low <= self.high


class Tracks(NamedTuple):
    """The bundles of a page.

    Attributes:
        gutters: bundles of each gutter by its number, from left to right.
        channels: bundles of each channel by its number, from top to bottom.
        conflicts: pairs of links (smaller index first) for which no order is possible.
    """

    gutters: dict[int, tuple[Bundle, ...]]
    channels: dict[int, tuple[Bundle, ...]]
    conflicts: frozenset[tuple[int, int]]


def order_tracks(routes: Sequence[Route], links: Sequence[Link]) -> Tracks:
    """Return the bundles of each corridor in their order."""
    corridors = _bundled(routes, links)
    order: dict[Corridor, list[Bundle]] = {}
    ranks: dict[Member, float] = {}
    for upright, informed in ((True, False), (False, False), (True, True), (False, True)):
        # The first round knows nothing of the corners in the other direction; the second does.
        refined = dict(ranks) if informed else {}
        for corridor, bundles in corridors.items():
            if corridor[0] is upright:
                known = order.get(corridor, bundles)
                order[corridor] = _ordered(known, routes, links, refined)
                ranks.update(ranked(order[corridor]))
    conflicts = frozenset(
        pair
        for bundles in order.values()
        for at, later in enumerate(bundles)
        for earlier in bundles[:at]
        for pair in _impossible(earlier, later, routes, links)
    )
    conflicts |= _torn(corridors, routes, links)
    return Tracks(
        {line // 2: tuple(found) for (upright, line), found in order.items() if upright},
        {line // 2: tuple(found) for (upright, line), found in order.items() if not upright},
        conflicts,
    )


def _bundled(routes: Sequence[Route], links: Sequence[Link]) -> dict[Corridor, list[Bundle]]:
    """Gather the stretches of each corridor, those that may share a line together."""
    corridors: dict[Corridor, list[list[Member]]] = {}
    for index, route in enumerate(routes):
        for at, leg in enumerate(route.legs):
            if leg.line % 2:
                continue
            groups = corridors.setdefault((leg.upright, leg.line), [])
            for group in groups:
                if _fits(group, leg, (index, at), routes, links):
                    group.append((index, at))
                    break
            else:
                groups.append([(index, at)])
    return {
        corridor: [
            Bundle(
                tuple(group),
                min(routes[i].legs[at].low for i, at in group),
                max(routes[i].legs[at].high for i, at in group),
            )
            for group in groups
        ]
        for corridor, groups in corridors.items()
    }


def _fits(
    group: list[Member], leg: Leg, member: Member, routes: Sequence[Route], links: Sequence[Link]
) -> bool:
    """Whether a stretch may lie on a bundle: it touches one of its own kind there, and no stranger."""
    touches = False
    for other in group:
        beside = routes[other[0]].legs[other[1]]
        meets = leg.low <= beside.high and beside.low <= leg.high
        if not meets:
            continue
        if not _shares(member, other, routes, links):
            return False
        touches = True
    return touches


def _torn(
    corridors: dict[Corridor, list[Bundle]], routes: Sequence[Route], links: Sequence[Link]
) -> frozenset[tuple[int, int]]:
    """Return the links that lie on each other in one corridor, but came there, or go on, side by side."""
    owner = {
        member: (corridor, number)
        for corridor, bundles in corridors.items()
        for number, bundle in enumerate(bundles)
        for member in bundle.members
    }
    found = set()
    for bundles in corridors.values():
        for bundle in bundles:
            for one, other in combinations(bundle.members, 2):
                if not _shares(one, other, routes, links):
                    continue
                (i, at), (j, beside) = one, other
                split = (
                    links[i].source == links[j].source and routes[i].exit is routes[j].exit and at == beside
                )
                step = -1 if split else 1
                if owner.get((i, at + step)) != owner.get((j, beside + step)):
                    found.add((min(i, j), max(i, j)))
    return frozenset(found)


def _shares(one: Member, other: Member, routes: Sequence[Route], links: Sequence[Link]) -> bool:
    (i, at), (j, beside) = one, other
    return may_share(routes[i], at, routes[j], beside, links[i], links[j])


def ranked(bundles: Sequence[Bundle]) -> dict[Member, float]:
    """Return where in its corridor each stretch of some bundles lies, between -1/2 and 1/2."""
    return {
        member: rank / (len(bundles) + 1) - 0.5
        for rank, bundle in enumerate(bundles, 1)
        for member in bundle.members
    }


def _ordered(
    bundles: list[Bundle], routes: Sequence[Route], links: Sequence[Link], ranks: dict[Member, float]
) -> list[Bundle]:
    """Return the bundles of a corridor in an order that no single move improves."""
    if len(bundles) < 2:
        return bundles
    ends = [[_stretch(member, routes, ranks) for member in bundle.members] for bundle in bundles]
    count = len(bundles)
    gain = [[0.0] * count for _ in range(count)]
    for i in range(count):
        for j in range(i + 1, count):
            if not bundles[i].meets(bundles[j]):
                continue
            before = _cost(bundles[i], bundles[j], ends[i], ends[j], routes, links)
            after = _cost(bundles[j], bundles[i], ends[j], ends[i], routes, links)
            gain[i][j], gain[j][i] = before - after, after - before
    order: list[int] = []
    for item in range(count):
        order.insert(_best_place(order, item, gain), item)
    for _ in range(count):
        before_all = list(order)
        for item in before_all:
            order.remove(item)
            order.insert(_best_place(order, item, gain), item)
        if order == before_all:
            break
    return [bundles[item] for item in order]


def _best_place(order: list[int], item: int, gain: list[list[float]]) -> int:
    """Return where in an order an item costs least; at the end, where it does not matter."""
    # Walking from the end to the front, each step puts the item before one more of the others.
    place, least, cost = len(order), 0.0, 0.0
    for at in range(len(order) - 1, -1, -1):
        cost += gain[item][order[at]]
        if cost < least - 1e-9:
            place, least = at, cost
    return place


def _stretch(member: Member, routes: Sequence[Route], ranks: dict[Member, float]) -> Reach:
    """Return a stretch with its ends moved to the tracks that it turns into, where these are known."""
    index, at = member
    low, high, at_low, at_high = routes[index].legs[at].reach
    start, end = routes[index].points[at : at + 2]
    before, after = ranks.get((index, at - 1), 0.0), ranks.get((index, at + 1), 0.0)
    if start > end:
        before, after = after, before
    return low + before, high + after, at_low, at_high


def _cost(
    first: Bundle,
    second: Bundle,
    stretches: list[Reach],
    others: list[Reach],
    routes: Sequence[Route],
    links: Sequence[Link],
) -> float:
    """Return what it costs to have one bundle before another."""
    cost = 0.0
    for one, stretch in zip(first.members, stretches, strict=True):
        for two, other in zip(second.members, others, strict=True):
            if not _shares(one, two, routes, links):
                cost += cost_in_order(stretch, other)
    return cost


def _impossible(
    first: Bundle, second: Bundle, routes: Sequence[Route], links: Sequence[Link]
) -> list[tuple[int, int]]:
    """Return the links of two bundles that lie on top of each other in this order."""
    found = []
    for i, at in first.members:
        for j, other in second.members:
            if _shares((i, at), (j, other), routes, links):
                continue
            if cost_in_order(routes[i].legs[at].reach, routes[j].legs[other].reach) >= IMPOSSIBLE:
                found.append((min(i, j), max(i, j)))
    return found
