"""One page's flow: the symbols on it, its off-page connectors, and the routes between them.

In: the plan of all symbols and the parts of rows that stand on the page. Out: ``PageFlow``: nodes on a grid,
links with their routes and tracks. Nothing has a place yet: this depends on order alone, so it can be made
before the height of any row is known, and tells how high rows must be.
"""

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from sop_engine.layout.board import Board, Ways
from sop_engine.layout.crossings import uncrossed
from sop_engine.layout.grid import Grid, Link, Node, Side
from sop_engine.layout.routes import Route
from sop_engine.layout.routing import choose_routes
from sop_engine.layout.symbols import Plan, Spot
from sop_engine.layout.tracks import Tracks, order_tracks

__all__ = ["Offpage", "PageFlow", "Part", "flow_of_page", "refined"]

_TRIES = 4


class Part(NamedTuple):
    """A row, or a part of a row that is taller than a page.

    Attributes:
        row: index of the row.
        lines: the first and behind the last of its text's lines that stand in this part.
        levels: the first and behind the last of its levels.
    """

    row: int
    lines: tuple[int, int]
    levels: tuple[int, int]


class Offpage(NamedTuple):
    """A pentagon: where the flow goes on to another page, or comes from one.

    Attributes:
        target: index of the spot that its letter names.
        entering: the flow comes from another page to that spot, which stands on this one.
        above: it stands above the page's rows, not below them.
        level: level of the page's grid.
        lane: its lane.
        spot: the spot on this page nearest to it in the flow.
    """

    target: int
    entering: bool
    above: bool
    level: int
    lane: int
    spot: int


class PageFlow(NamedTuple):
    """What is joined to what on a page, and which way.

    Attributes:
        spots: indices of the spots on it, which are the first nodes of the grid.
        offpages: its pentagons, the further nodes.
        bands: levels of each band of the page (first, behind the last): the band of pentagons above, if
            any, then the parts, then the band of pentagons below, if any.
        above: whether there is a band of pentagons above.
        below: whether there is one below.
        grid: the nodes.
        links: what is joined.
        wires: for each link the wires of the plan that it draws, at least one.
        routes: for each link its way.
        tracks: the order of lines in corridors.
        ways: all ways of links that were looked at.
    """

    spots: tuple[int, ...]
    offpages: tuple[Offpage, ...]
    bands: tuple[tuple[int, int], ...]
    above: bool
    below: bool
    grid: Grid
    links: tuple[Link, ...]
    wires: tuple[tuple[int, ...], ...]
    routes: tuple[Route, ...]
    tracks: Tracks
    ways: Ways


class _Gone(NamedTuple):
    """A pentagon to be placed: what it names, whether it stands above, and its wires."""

    target: int
    entering: bool
    above: bool
    wires: tuple[int, ...]


def flow_of_page(
    plan: Plan, parts: Sequence[Part], span: tuple[int, int], part_of: Sequence[int], lanes: int
) -> PageFlow:
    """Return the flow of one page, its connectors routed roughly: enough to tell about how high rows will be.

    Args:
        plan: all symbols and arrows of the SOP.
        parts: all parts of its rows.
        span: the first part on the page and the one behind its last.
        part_of: for each spot the part that it stands in.
        lanes: how many lanes there are.
    """
    here = parts[span[0] : span[1]]
    spots = [
        index
        for part in here
        for index in plan.rows[part.row]
        if part.levels[0] <= plan.spots[index].level < part.levels[1]
    ]
    within, gone = _sorted_wires(plan, spots, span, part_of)
    starts = list(accumulate((max(1, part.levels[1] - part.levels[0]) for part in here), initial=0))
    levels = starts.pop()
    level_of = {}
    for index in spots:
        at = part_of[index] - span[0]
        level_of[index] = starts[at] + plan.spots[index].level - here[at].levels[0]
    offpages, over, under = _offpages(plan, gone, level_of, levels, lanes)
    bands = [(0, over)] if over else []
    ends = [*starts[1:], levels]
    bands += [(over + first, over + last) for first, last in zip(starts, ends, strict=True)]
    if under:
        bands.append((over + levels, over + levels + under))
    nodes = [_node(plan.spots[index], over + level_of[index]) for index in spots]
    nodes += [_pentagon(offpage) for offpage in offpages]
    grid = Grid(lanes, over + levels + under, tuple(nodes))
    links, wires = _links(plan, spots, within, gone)
    ways: Ways = {}
    routes = choose_routes(grid, links, draft=True, ways=ways)
    return PageFlow(
        tuple(spots),
        offpages,
        tuple(bands),
        bool(over),
        bool(under),
        grid,
        links,
        wires,
        routes,
        order_tracks(routes, links),
        ways,
    )


def _sorted_wires(
    plan: Plan, spots: list[int], span: tuple[int, int], part_of: Sequence[int]
) -> tuple[list[int], list[_Gone]]:
    """Return the wires within the page, and the pentagons that the others need."""
    on_page = set(spots)
    within: list[int] = []
    outs: dict[int, list[int]] = {}
    ins: dict[int, list[int]] = {}
    for at in sorted({at for index in spots for at in plan.touching[index]}):
        wire = plan.wires[at]
        if wire.source in on_page and wire.target in on_page:
            within.append(at)
        elif wire.source in on_page:
            outs.setdefault(wire.target, []).append(at)
        else:
            ins.setdefault(wire.target, []).append(at)
    gone = []
    for target, wires in ins.items():
        # A flow that comes from a page before comes in at the top; one that only comes back, below.
        above = any(part_of[plan.wires[at].source] < span[0] for at in wires)
        gone.append(_Gone(target, entering=True, above=above, wires=tuple(wires)))
    for target, wires in outs.items():
        gone.append(_Gone(target, entering=False, above=part_of[target] < span[0], wires=tuple(wires)))
    return within, gone


def _offpages(
    plan: Plan, gone: list[_Gone], level_of: dict[int, int], levels: int, lanes: int
) -> tuple[tuple[Offpage, ...], int, int]:
    """Place pentagons in their bands, each in the nearest lane with a free way to its symbol."""
    columns = [0] * lanes
    for index, level in level_of.items():
        for lane in (plan.spots[index].lane, *plan.spots[index].also):
            columns[lane] |= 1 << level
    taken: dict[bool, list[list[int]]] = {True: [], False: []}
    placed: list[tuple[_Gone, int, int, int]] = []
    for item in gone:
        ends = [plan.wires[at].target if item.entering else plan.wires[at].source for at in item.wires]
        spot = min(ends, key=level_of.__getitem__) if item.above else max(ends, key=level_of.__getitem__)
        rows = taken[item.above]
        if not rows or len(rows[-1]) == lanes:
            rows.append([])
        lane = _free_lane(plan.spots[spot].lane, level_of[spot], rows[-1], columns, above=item.above)
        rows[-1].append(lane)
        placed.append((item, lane, len(rows) - 1, spot))
    over, under = len(taken[True]), len(taken[False])
    offpages = []
    for item, lane, depth, spot in placed:
        # The first row of pentagons stands nearest to the page's rows.
        level = over - 1 - depth if item.above else over + levels + depth
        offpages.append(Offpage(item.target, item.entering, item.above, level, lane, spot))
    return tuple(offpages), over, under


def _free_lane(lane: int, level: int, taken: list[int], columns: list[int], *, above: bool) -> int:
    """Return the lane nearest to a symbol's own that is not taken and has no symbol in the way."""

    def cost(other: int) -> tuple[bool, int, int]:
        column = columns[other]
        blocked = column & ((1 << level) - 1) if above else column >> (level + 1)
        return bool(blocked), abs(other - lane), other

    return min((other for other in range(len(columns)) if other not in taken), key=cost)


def _node(spot: Spot, level: int) -> Node:
    """Return a spot's node; the line of a joint step takes the sides that it begins at."""
    sides = [Side.TOP, Side.BOTTOM]
    if all(other < spot.lane for other in spot.also):
        sides.append(Side.RIGHT)
    if all(other > spot.lane for other in spot.also):
        sides.append(Side.LEFT)
    return Node(level, spot.lane, spot.also, tuple(sides), tuple(sides))


def _pentagon(offpage: Offpage) -> Node:
    """Return a pentagon's node: its arrow comes or goes on the side of the page's rows, or beside it."""
    inner = Side.BOTTOM if offpage.above else Side.TOP
    sides = (inner, Side.LEFT, Side.RIGHT)
    if offpage.entering:
        return Node(offpage.level, offpage.lane, (), (), sides)
    return Node(offpage.level, offpage.lane, (), sides, ())


def _links(
    plan: Plan, spots: list[int], within: list[int], gone: list[_Gone]
) -> tuple[tuple[Link, ...], tuple[tuple[int, ...], ...]]:
    """Return what is to be joined, and the wires that each link draws."""
    node_of = {index: node for node, index in enumerate(spots)}
    found: list[tuple[int, Link, tuple[int, ...]]] = []
    for at in within:
        wire = plan.wires[at]
        link = Link(node_of[wire.source], node_of[wire.target], wire.branch, wire.keluar, wire.masuk)
        found.append((at, link, (at,)))
    for number, item in enumerate(gone, len(spots)):
        if item.entering:
            masuk = next((plan.wires[at].masuk for at in item.wires if plan.wires[at].masuk), None)
            link = Link(number, node_of[item.target], None, None, masuk)
            found.append((item.wires[0], link, item.wires))
            continue
        for at in item.wires:
            wire = plan.wires[at]
            found.append((at, Link(node_of[wire.source], number, wire.branch, wire.keluar, None), (at,)))
    found.sort(key=lambda item: item[0])
    return tuple(link for _, link, _ in found), tuple(wires for _, _, wires in found)


def refined(flow: PageFlow) -> PageFlow:
    """Return a page's flow with its connectors routed as well as can be.

    Where tracks find no order for two connectors, these two are kept apart and all is tried again.
    """
    grid, links = flow.grid, flow.links
    forbidden: frozenset[tuple[int, int]] = frozenset()
    start: tuple[Route, ...] | None = flow.routes
    best: tuple[tuple[Route, ...], Tracks] | None = None
    for _ in range(_TRIES):
        routes = choose_routes(grid, links, forbidden, start=start, ways=flow.ways)
        tracks = order_tracks(routes, links)
        if best is None or len(tracks.conflicts) < len(best[1].conflicts):
            best = routes, tracks
        if not tracks.conflicts or tracks.conflicts <= forbidden:
            break
        forbidden |= tracks.conflicts
        start = None
    assert best is not None  # noqa: S101 - the loop runs at least once
    best = uncrossed(Board(grid, links, forbidden, flow.ways, {}), links, *best)
    # Thousands of ways would be kept as long as the pages are, and slow down all that comes after.
    flow.ways.clear()
    return flow._replace(routes=best[0], tracks=best[1])
