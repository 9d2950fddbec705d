"""Routing: which way each connector of a page takes through lanes, levels, gutters and channels.

In: a ``Grid`` of symbols and the links between them. Out: one ``Route`` a link, without coordinates: their
order within corridors is given by ``tracks``, their places by ``horizontal`` and ``vertical``.

What is minimised, over all connectors of the page together: 8 for a bend, 30 for a crossing, about 1 for each
cell passed, something for a side that reads against the flow (``routes``), 4 for a second arrow into one side;
and, far above these, what must not be: two connectors on one line, or a side that connectors both leave and
enter (1000 each), a hint of the author that is not followed (400), two branches of a decision by one side
(300), the arms behind one branch by two (60).

How: each connector takes the cheapest way given those that have theirs, shortest connectors first, since
they have least choice; ways are tried by number of bends, and no further than a better one can lie. Then
every connector that others make dearer is taken up and laid anew, and where that does not help it is laid as
it would like to lie, and those that it displaces are laid anew, as long as the sum falls. This is the
sequential routing with rip-up and re-route of circuit design (Dees and Karger, "Automated rip-up and reroute
techniques", DAC 1982), on a sparse orthogonal grid with bends and crossings as costs and the order of tracks
left for afterwards, as in Wybrow, Marriott and Stuckey, "Orthogonal connector routing", Graph Drawing 2009.
The sum falls with every change, so it ends; the result is a local optimum, and the same on every run.

Cost: a page has a bounded number of symbols, so a connector has a bounded number of ways, each weighed
against the connectors that share its lines: microseconds for a chain, milliseconds for a tangle. A SOP of n
rows is n / 10 pages, hence linear.
"""

from collections import defaultdict
from collections.abc import Sequence

from sop_engine.layout.corridors import CROSSING, IMPOSSIBLE, Reach, cost_in_order, cost_on_one_line
from sop_engine.layout.grid import Grid, Link, Side
from sop_engine.layout.routes import MOST_BENDS, Route, least_cost, routes

__all__ = ["choose_routes", "may_share"]

_SAME_SIDE_BRANCHES = 300.0
_TORN_BRANCH = 60.0
_MERGE = 4.0
_BESIDE = 1.0
_PASSES = 3
# A connector is laid again if it could be so much cheaper, at the expense of at most so many others.
_WORTHWHILE = 6.0
_WISHES = 6
_DISPLACED = 3
_EPSILON = 1e-6
_Entry = tuple[Reach, int]


def may_share(first: Route, second: Route, one: Link, other: Link) -> bool:
    """Whether two connectors may lie on one line: they split at one side, or merge into one."""
    return (one.source == other.source and first.exit is second.exit) or (
        one.target == other.target and first.entry is second.entry
    )


def choose_routes(
    grid: Grid,
    links: Sequence[Link],
    forbidden: frozenset[tuple[int, int]] = frozenset(),
    *,
    start: Sequence[Route] | None = None,
    draft: bool = False,
) -> tuple[Route, ...]:
    """Return a route for each link.

    Args:
        grid: the symbols of the page.
        links: the connectors, in document order.
        forbidden: pairs of links (smaller index first) that turned out not to fit in one corridor.
        start: a draft of the same links to begin with.
        draft: leave out the search for something better; enough to tell about how high rows will be.
    """
    board = _Board(grid, links, forbidden)
    order = sorted(range(len(links)), key=lambda index: _priority(grid, links[index], index))
    for index in order:
        board.lay(index, start[index] if start else board.best(index)[1])
    for _ in range(0 if draft else _PASSES):
        if not _improve(board, order):
            break
    return tuple(board.laid[index] for index in range(len(links)))


def _priority(grid: Grid, link: Link, index: int) -> tuple[int, int, int, int]:
    """What the author asked for first; then short ones, those that go down before those that go back."""
    source, target = grid.nodes[link.source], grid.nodes[link.target]
    down = target.level - source.level
    across = abs(target.lane - source.lane)
    asked = link.keluar is not None or link.masuk is not None
    return (0 if asked else 1, 0 if down >= 0 else 1, abs(down) * 4 + across, index)


def _improve(board: "_Board", order: list[int]) -> bool:
    """Lay connectors again that others make dearer: alone, and then at the cost of those others."""
    before = board.changes
    for index in order:
        # What could not be improved cannot be, as long as nothing else has changed.
        if board.settled.get(index) == board.changes:
            continue
        if _laid_better(board, index):
            board.changes += 1
        else:
            board.settled[index] = board.changes
    return board.changes > before


def _laid_better(board: "_Board", index: int) -> bool:
    """Lay one connector again, and say whether the sum fell."""
    old = board.lift(index)
    now = old.cost + board.interplay(index, old)
    if now - board.least(index) < _WORTHWHILE:
        board.lay(index, old)
        return False
    cost, route = board.best(index)
    better = cost < now - _EPSILON
    board.lay(index, route if better else old)
    now = min(cost, now)
    return (now - board.least(index) >= _WORTHWHILE and _displace(board, index, now)) or better


def _displace(board: "_Board", index: int, now: float) -> bool:
    """Lay a connector as it would like to lie, and those in its way anew; keep that if the sum falls."""
    for route in board.wishes(index, now - _WORTHWHILE):
        old = board.lift(index)
        others = board.blamed(index, route)
        board.lay(index, old)
        if len(others) > _DISPLACED:
            continue
        group = [index, *others]
        before = board.weigh(group)
        if route.cost + sum(map(board.least, others)) >= before - _EPSILON:
            continue
        laid = {member: board.lift(member) for member in group}
        board.lay(index, route)
        for other in others:
            board.lay(other, board.best(other)[1])
        if board.weigh(group) < before - _EPSILON:
            return True
        for member in group:
            board.lift(member)
        for member, was in laid.items():
            board.lay(member, was)
    return False


class _Board:
    """What lies where while connectors are being laid; lives as long as one page is routed."""

    def __init__(self, grid: Grid, links: Sequence[Link], forbidden: frozenset[tuple[int, int]]) -> None:
        self.grid = grid
        self.links = links
        self.forbidden = forbidden
        self.laid: dict[int, Route] = {}
        self.upright: defaultdict[int, list[_Entry]] = defaultdict(list)
        self.level: defaultdict[int, list[_Entry]] = defaultdict(list)
        self.ports: defaultdict[tuple[int, Side], list[int]] = defaultdict(list)
        self.ways: dict[tuple[int, int], list[Route]] = {}
        self.lowest: dict[int, float] = {}
        self.changes = 0
        self.settled: dict[int, int] = {}

    def lay(self, index: int, route: Route) -> None:
        """Put a connector down."""
        self.laid[index] = route
        link = self.links[index]
        for upright, line, _, _, reach in route.legs:
            (self.upright if upright else self.level)[line].append((reach, index))
        self.ports[link.source, route.exit].append(index + 1)
        self.ports[link.target, route.entry].append(-index - 1)

    def lift(self, index: int) -> Route:
        """Take a connector up."""
        route = self.laid.pop(index)
        link = self.links[index]
        for upright, line, _, _, reach in route.legs:
            (self.upright if upright else self.level)[line].remove((reach, index))
        self.ports[link.source, route.exit].remove(index + 1)
        self.ports[link.target, route.entry].remove(-index - 1)
        return route

    def best(self, index: int) -> tuple[float, Route]:
        """Return the cheapest way of a link, given what lies, and its cost."""
        link = self.links[index]
        leaving, entering = self._leaving(link), self._entering(link)
        cost, best = float("inf"), None
        for bends in range(MOST_BENDS + 1):
            if least_cost(self.grid, link, bends) >= cost:
                break
            for route in self._ways(index, bends):
                if route.cost >= cost:
                    break
                # What happens at its two sides rules most ways out before their lines are looked at.
                total = route.cost + leaving[route.exit] + entering[route.entry]
                if total < cost:
                    total += self._on_lines(index, route, cost - total)
                    if total < cost:
                        cost, best = total, route
        if best is None:
            msg = f"link {index} has no way"
            raise AssertionError(msg)
        return cost, best

    def least(self, index: int) -> float:
        """Return what the cheapest way of a link would cost on an empty page."""
        found = self.lowest.get(index)
        if found is None:
            found = float("inf")
            for bends in range(MOST_BENDS + 1):
                if least_cost(self.grid, self.links[index], bends) >= found:
                    break
                ways = self._ways(index, bends)
                found = min(found, ways[0].cost) if ways else found
            self.lowest[index] = found
        return found

    def wishes(self, index: int, limit: float) -> list[Route]:
        """Return the cheapest way of a link by each pair of sides that costs less than a limit alone."""
        found: dict[tuple[Side, Side], Route] = {}
        for bends in range(MOST_BENDS + 1):
            if least_cost(self.grid, self.links[index], bends) >= limit:
                break
            for route in self._ways(index, bends):
                if route.cost >= limit:
                    break
                known = found.get((route.exit, route.entry))
                if known is None or route.cost < known.cost:
                    found[route.exit, route.entry] = route
        return sorted(found.values(), key=lambda route: route.cost)[:_WISHES]

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

    def blamed(self, index: int, route: Route) -> list[int]:
        """Return the laid connectors that make a way dearer, in their order."""
        found = []
        alone = _Board(self.grid, self.links, self.forbidden)
        for other in sorted(self.laid):
            alone.lay(other, self.laid[other])
            if alone.interplay(index, route) >= _MERGE:
                found.append(other)
            alone.lift(other)
        return found

    def _ways(self, index: int, bends: int) -> list[Route]:
        ways = self.ways.get((index, bends))
        if ways is None:
            ways = self.ways[index, bends] = routes(self.grid, self.links[index], bends)
        return ways

    def interplay(self, index: int, route: Route) -> float:
        """Return what a way costs because of what lies."""
        link = self.links[index]
        cost = self._leaving(link)[route.exit] + self._entering(link)[route.entry]
        return cost + self._on_lines(index, route, float("inf"))

    def _leaving(self, link: Link) -> list[float]:
        """Return what it costs to leave by each side because of others there."""
        costs = [0.0] * 4
        for side in Side:
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
        for side in Side:
            for used in self.ports.get((link.target, side), ()):
                costs[side] += IMPOSSIBLE if used > 0 else _MERGE
        return costs

    def _on_lines(self, index: int, route: Route, limit: float) -> float:
        """Return what a way costs because of what lies on its lines and across, or more than the limit."""
        cost = 0.0
        for upright, line, low, high, reach in route.legs:
            if cost >= limit:
                return cost
            across, along = (self.level, self.upright) if upright else (self.upright, self.level)
            for place in range(low + 1, high):
                if place in across:
                    for (first, last, _, _), _ in across[place]:
                        if first < line < last:
                            cost += CROSSING
            if line in along:
                cost += self._beside(index, route, reach, line, along[line])
        return cost

    def _beside(self, index: int, route: Route, reach: Reach, line: int, beside: list[_Entry]) -> float:
        """Return what a leg costs because of those on the same line of the grid."""
        cost = 0.0
        link = self.links[index]
        low, high = reach[0], reach[1]
        for other_reach, other in beside:
            if other_reach[1] < low or other_reach[0] > high:
                continue
            if self.forbidden and (min(index, other), max(index, other)) in self.forbidden:
                cost += IMPOSSIBLE
            if may_share(route, self.laid[other], link, self.links[other]):
                continue
            if line % 2:
                cost += cost_on_one_line(reach, other_reach)
                continue
            before = cost_in_order(reach, other_reach)
            cost += _BESIDE + (min(before, cost_in_order(other_reach, reach)) if before else 0.0)
        return cost
