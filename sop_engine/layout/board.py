"""The board: what lies where while the connectors of a page are being laid, and what one more would cost.

In: a ``Grid``, the links and where they lie so far. Out: the cheapest way of a link given all others, what ways
cost together, and whom a way would be in the way of. The costs are those that ``routing`` states.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sop_engine.layout.corridors import CROSSING, IMPOSSIBLE, Reach, cost_in_order, cost_on_one_line
from sop_engine.layout.grid import Grid, Link, Side
from sop_engine.layout.routes import MOST_BENDS, Route, least_cost, routes

__all__ = ["DEAR", "MERGE", "Board", "Ways", "may_share"]

_SAME_SIDE_BRANCHES = 300.0
_TORN_BRANCH = 60.0
_BESIDE = 1.0
_TOGETHER = 6.0
_WISHES = 12
_SIDES = tuple(Side)
_Entry = tuple[Reach, int, int]

MERGE = 4.0
"""What a second arrow into one side costs."""

DEAR = _SAME_SIDE_BRANCHES / 2
"""So much dearer than alone is only what must not be."""

Ways = dict[tuple[int, int], list[Route]]
"""All ways of links by index and number of bends, cheapest first."""


def may_share(first: Route, at: int, second: Route, beside: int, one: Link, other: Link) -> bool:
    """Whether two stretches may lie on each other: what leaves by one side until it parts, what enters by one.

    Args:
        first: a route.
        at: the index of its leg.
        second: another route.
        beside: the index of its leg.
        one: the link of the first route.
        other: the link of the second.
    """
    if one.source == other.source and first.exit is second.exit and at == beside:
        return all(first.legs[leg].line == second.legs[leg].line for leg in range(at + 1))
    if one.target != other.target or first.entry is not second.entry:
        return False
    left = len(first.legs) - at
    return left == len(second.legs) - beside and all(
        first.legs[-leg].line == second.legs[-leg].line for leg in range(1, left + 1)
    )


class Board:
    """What lies where; lives as long as one page is routed.

    Attributes:
        laid: the ways of the links that lie.
        ways: all ways of links that were looked at.
        changes: how often the sum has fallen.
        settled: for links that could not be laid better, how often it had fallen by then.
        doors: nodes that arrows may enter by one side alone.
    """

    def __init__(
        self,
        grid: Grid,
        links: Sequence[Link],
        forbidden: frozenset[tuple[int, int]],
        ways: Ways,
        doors: Mapping[int, Side],
    ) -> None:
        self.grid = grid
        self.links = links
        self.forbidden = forbidden
        self.ways = ways
        self.doors = doors
        self.laid: dict[int, Route] = {}
        self.upright: defaultdict[int, list[_Entry]] = defaultdict(list)
        self.level: defaultdict[int, list[_Entry]] = defaultdict(list)
        self.ports: defaultdict[tuple[int, Side], list[int]] = defaultdict(list)
        self.lowest: dict[int, float] = {}
        self.changes = 0
        self.settled: dict[int, int] = {}

    def emptied(self) -> "Board":
        """Return a board of the same page with nothing on it."""
        return Board(self.grid, self.links, self.forbidden, self.ways, self.doors)

    def lay(self, index: int, route: Route) -> None:
        """Put a connector down."""
        self.laid[index] = route
        link = self.links[index]
        for at, (upright, line, _, _, reach) in enumerate(route.legs):
            (self.upright if upright else self.level)[line].append((reach, index, at))
        self.ports[link.source, route.exit].append(index + 1)
        self.ports[link.target, route.entry].append(-index - 1)

    def lift(self, index: int) -> Route:
        """Take a connector up."""
        route = self.laid.pop(index)
        link = self.links[index]
        for at, (upright, line, _, _, reach) in enumerate(route.legs):
            (self.upright if upright else self.level)[line].remove((reach, index, at))
        self.ports[link.source, route.exit].remove(index + 1)
        self.ports[link.target, route.entry].remove(-index - 1)
        return route

    def way(self, index: int) -> Route:
        """Return the cheapest way of a link, given what lies."""
        _, route = self.best(index, float("inf"))
        if route is None:
            msg = f"link {index} has no way"
            raise AssertionError(msg)
        return route

    def best(self, index: int, limit: float) -> tuple[float, Route | None]:
        """Return the cost of the cheapest way of a link below a limit, given what lies, and that way."""
        link = self.links[index]
        leaving, entering = self._leaving(link), self._entering(link)
        cost, best = limit, None
        for bends in range(MOST_BENDS + 1):
            if least_cost(self.grid, link, bends) >= cost:
                break
            for route in self.ways_with(index, bends):
                if route.cost >= cost:
                    break
                # What happens at its two sides rules most ways out before their lines are looked at.
                total = route.cost + leaving[route.exit] + entering[route.entry]
                if total < cost:
                    total += self._on_lines(index, route, cost - total)
                    if total < cost:
                        cost, best = total, route
        return cost, best

    def least(self, index: int) -> float:
        """Return what the cheapest way of a link would cost on an empty page."""
        found = self.lowest.get(index)
        if found is None:
            found = float("inf")
            for bends in range(MOST_BENDS + 1):
                if least_cost(self.grid, self.links[index], bends) >= found:
                    break
                ways = self.ways_with(index, bends)
                found = min(found, ways[0].cost) if ways else found
            self.lowest[index] = found
        return found

    def wishes(self, index: int, limit: float) -> list[Route]:
        """Return the cheapest way of a link by each pair of sides that costs less than a limit alone."""
        found: dict[tuple[Side, Side], Route] = {}
        for bends in range(MOST_BENDS + 1):
            if least_cost(self.grid, self.links[index], bends) >= limit:
                break
            for route in self.ways_with(index, bends):
                if route.cost >= limit:
                    break
                known = found.get((route.exit, route.entry))
                if known is None or route.cost < known.cost:
                    found[route.exit, route.entry] = route
        most = _WISHES if limit - self.least(index) < DEAR else len(found)
        return sorted(found.values(), key=lambda route: route.cost)[:most]

    def weigh(self, group: Sequence[int]) -> float:
        """Return what laid connectors cost together, with all that they meet."""
        cost = 0.0
        lifted = []
        for index in group:
            route = self.lift(index)
            lifted.append((index, route))
            cost += route.cost + self.interplay(index, route)
        for index, route in reversed(lifted):
            self.lay(index, route)
        return cost

    def crosses(self) -> bool:
        """Whether any two laid connectors cross, or worse."""
        return any(
            self._on_lines(index, self.laid[index], float("inf")) >= CROSSING for index in sorted(self.laid)
        )

    def blamed(self, index: int, route: Route) -> list[int]:
        """Return the laid connectors that make a way dearer, in their order."""
        found = []
        alone = Board(self.grid, self.links, self.forbidden, self.ways, {})
        for other in sorted(self.laid):
            alone.lay(other, self.laid[other])
            if alone.interplay(index, route) >= MERGE:
                found.append(other)
            alone.lift(other)
        return found

    def ways_with(self, index: int, bends: int) -> list[Route]:
        """Return the ways of a link with so many bends, cheapest first."""
        ways = self.ways.get((index, bends))
        if ways is None:
            ways = self.ways[index, bends] = routes(self.grid, self.links[index], bends)
        return ways

    def interplay(self, index: int, route: Route) -> float:
        """Return what a way costs because of what lies."""
        return self.at_sides(index, route) + self._on_lines(index, route, float("inf"))

    def at_sides(self, index: int, route: Route) -> float:
        """Return what a way costs because of what else leaves and enters by its two sides."""
        link = self.links[index]
        return self._leaving(link)[route.exit] + self._entering(link)[route.entry]

    def _leaving(self, link: Link) -> list[float]:
        """Return what it costs to leave by each side because of others there."""
        costs = [0.0] * 4
        door = self.doors.get(link.source)
        if door is not None:
            costs[door] = IMPOSSIBLE
        for side in _SIDES:
            for used in self.ports.get((link.source, side), ()):
                if used < 0:
                    costs[side] += IMPOSSIBLE
                elif self.links[used - 1].branch != link.branch:
                    costs[side] += _SAME_SIDE_BRANCHES
                elif link.branch is not None:
                    # The arms of a split behind one branch leave together.
                    costs = [cost + _TORN_BRANCH * (other != side) for other, cost in enumerate(costs)]
        return costs

    def _entering(self, link: Link) -> list[float]:
        """Return what it costs to enter by each side because of others there."""
        costs = [0.0] * 4
        door = self.doors.get(link.target)
        if door is not None:
            costs = [IMPOSSIBLE * (side is not door) for side in _SIDES]
        for side in _SIDES:
            for used in self.ports.get((link.target, side), ()):
                costs[side] += IMPOSSIBLE if used > 0 else MERGE
        return costs

    def _on_lines(self, index: int, route: Route, limit: float) -> float:
        """Return what a way costs because of what lies on its lines and across, or more than the limit."""
        cost = 0.0
        for at, (upright, line, low, high, _) in enumerate(route.legs):
            if cost >= limit:
                return cost
            across, along = (self.level, self.upright) if upright else (self.upright, self.level)
            for place in range(low + 1, high):
                if place in across:
                    for (first, last, _, _), _, _ in across[place]:
                        if first < line < last:
                            cost += CROSSING
            if line in along:
                cost += self._beside(index, route, at, along[line])
        return cost

    def _beside(self, index: int, route: Route, at: int, beside: list[_Entry]) -> float:
        """Return what a leg costs because of those on the same line of the grid."""
        cost = 0.0
        link = self.links[index]
        _, line, low, high, reach = route.legs[at]
        for other_reach, other, leg in beside:
            if other_reach[1] < low or other_reach[0] > high:
                continue
            if self.forbidden and (min(index, other), max(index, other)) in self.forbidden:
                cost += IMPOSSIBLE
            there, its = self.laid[other], self.links[other]
            if may_share(route, at, there, leg, link, its):
                if link.source == its.source and link.branch != its.branch:
                    # Branches that have to leave by one side part as soon as they can.
                    cost += _TOGETHER * max(0, min(high, other_reach[1]) - max(low, other_reach[0]))
                continue
            if line % 2:
                cost += cost_on_one_line(reach, other_reach)
                continue
            before = cost_in_order(reach, other_reach)
            cost += _BESIDE + (min(before, cost_in_order(other_reach, reach)) if before else 0.0)
        return cost
