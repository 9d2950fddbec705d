"""Routing: which way each connector of a page takes through lanes, levels, gutters and channels.

In: a ``Grid`` of symbols and the links between them. Out: one ``Route`` a link, without coordinates: their
order within corridors is given by ``tracks``, their places by ``horizontal`` and ``vertical``.

What is minimised, over all connectors of the page together: 8 for a bend, 30 for a crossing, about 1 for each
cell passed, something for a side that reads against the flow (``routes``), 4 for a second arrow into one side;
and, far above these, what must not be: two connectors on one line, or a side that connectors both leave and
enter (1000 each), a hint of the author that is not followed (400), two branches of a decision by one side
(300, and 6 for each cell that they run together), the arms behind one branch by two (60).

How: each connector takes the cheapest way given those that have theirs, shortest connectors first, since
they have least choice; ways are tried by number of bends, and no further than a better one can lie. Then
every connector that others make dearer is taken up and laid anew, and where that does not help it is laid as
it would like to lie, and those that it displaces are laid anew, as long as the sum falls. A page that is left
with crossings is laid once more in the opposite order, and the cheaper sum kept; where branches still lack a
side of their own because arrows enter by several, these are all sent in by one. When the order of tracks is
known, detours that avoid no crossing after all are straightened (``crossings``). This is the sequential
routing with rip-up and re-route of circuit design (Dees and Karger, "Automated rip-up and reroute
techniques", DAC 1982), on a sparse orthogonal grid with bends and crossings as costs and the order of tracks
left for afterwards, as in Wybrow, Marriott and Stuckey, "Orthogonal connector routing", Graph Drawing 2009.
The sum falls with every change, so it ends; the result is a local optimum, and the same on every run.

Cost: a page has a bounded number of symbols, so a connector has a bounded number of ways, each weighed
against the connectors that share its lines: microseconds for a chain, milliseconds for a tangle. A SOP of n
rows is n / 10 pages, hence linear. ``benchmarks/drawings.py`` counts the crossings and bends that are left.
"""

from collections.abc import Sequence
from operator import itemgetter

from sop_engine.layout.board import DEAR, Board, Ways
from sop_engine.layout.grid import Grid, Link, Side
from sop_engine.layout.routes import Route

__all__ = ["choose_routes"]

_PASSES = 3
_RESCUES = 3
# A connector is laid again if it could be so much cheaper, at the expense of at most so many others; what must
# not be is worth trying at the expense of twice as many.
_WORTHWHILE = 6.0
_DISPLACED = 3
_EPSILON = 1e-6


def choose_routes(
    grid: Grid,
    links: Sequence[Link],
    forbidden: frozenset[tuple[int, int]] = frozenset(),
    *,
    start: Sequence[Route] | None = None,
    draft: bool = False,
    ways: Ways | None = None,
) -> tuple[Route, ...]:
    """Return a route for each link.

    Args:
        grid: the symbols of the page.
        links: the connectors, in document order.
        forbidden: pairs of links (smaller index first) that turned out not to fit in one corridor.
        start: a draft of the same links to begin with.
        draft: leave out the search for something better; enough to tell about how high rows will be.
        ways: ways of the same links on the same grid that were found before; new ones are added.
    """
    board = Board(grid, links, forbidden, {} if ways is None else ways, {})
    order = sorted(range(len(links)), key=lambda index: _priority(grid, links[index], index))
    if draft:
        return _laid(board, order, start)
    cost, best = _searched(board, order, start)
    doors: dict[int, Side] = {}
    for _ in range(_RESCUES):
        node = next((node for node in _cramped(grid, links, best) if node not in doors), None)
        if node is None:
            break
        # Arrows enter it by so many sides that its branches lack one: all must come in by one.
        tried = [(cost, best, doors)]
        for side in grid.nodes[node].entry:
            one = doors | {node: side}
            tried.append((*_searched(Board(grid, links, forbidden, board.ways, one), order, None), one))
        cost, best, doors = min(tried, key=itemgetter(0))
    return best


def _laid(board: Board, order: Sequence[int], start: Sequence[Route] | None) -> tuple[Route, ...]:
    """Lay all connectors, one after the other."""
    for index in order:
        board.lay(index, start[index] if start else board.way(index))
    return tuple(board.laid[index] for index in range(len(order)))


def _searched(
    board: Board, order: list[int], start: Sequence[Route] | None
) -> tuple[float, tuple[Route, ...]]:
    """Lay all connectors and then as many of them better as can be; return what they cost, and their ways."""
    tried = []
    # What is laid first decides much, so a page that is left with crossings is laid anew from the other end.
    for first in (order, order[::-1]):
        _laid(board, first, start)
        for _ in range(_PASSES):
            if not _improve(board, order):
                break
        tried.append((board.weigh(order), tuple(board.laid[index] for index in range(len(order)))))
        if not board.crosses():
            break
        board, start = board.emptied(), None
    return min(tried, key=itemgetter(0))


def _cramped(grid: Grid, links: Sequence[Link], routes: Sequence[Route]) -> list[int]:
    """Return the nodes where branches share a side though one could be free for each, or for one more."""
    exits: dict[int, dict[int, Side]] = {}
    entered = {link.target for link in links}
    for link, route in zip(links, routes, strict=True):
        if link.branch is not None:
            exits.setdefault(link.source, {})[link.branch] = route.exit
    return [
        node
        for node, sides in exits.items()
        if len(set(sides.values())) < min(len(sides), len(grid.nodes[node].exit) - (node in entered))
    ]


def _priority(grid: Grid, link: Link, index: int) -> tuple[int, int, int, int]:
    """What the author asked for first; then short ones, those that go down before those that go back."""
    source, target = grid.nodes[link.source], grid.nodes[link.target]
    down = target.level - source.level
    across = abs(target.lane - source.lane)
    asked = link.keluar is not None or link.masuk is not None
    return (0 if asked else 1, 0 if down >= 0 else 1, abs(down) * 4 + across, index)


def _improve(board: Board, order: list[int]) -> bool:
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


def _laid_better(board: Board, index: int) -> bool:
    """Lay one connector again, and say whether the sum fell."""
    old = board.lift(index)
    now = old.cost + board.interplay(index, old)
    if now - board.least(index) < _WORTHWHILE:
        board.lay(index, old)
        return False
    cost, route = board.best(index, now - _EPSILON)
    better = route is not None
    board.lay(index, route or old)
    now = min(cost, now)
    return (now - board.least(index) >= _WORTHWHILE and _displace(board, index, now)) or better


def _displace(board: Board, index: int, now: float) -> bool:
    """Lay a connector as it would like to lie, and those in its way anew; keep that if the sum falls."""
    for route in board.wishes(index, now - _WORTHWHILE):
        old = board.lift(index)
        others = board.blamed(index, route)
        board.lay(index, old)
        if len(others) > (_DISPLACED if now - board.least(index) < DEAR else 2 * _DISPLACED):
            continue
        group = [index, *others]
        before = board.weigh(group) - _EPSILON
        if route.cost + sum(map(board.least, others)) >= before:
            continue
        laid = {member: board.lift(member) for member in group}
        if _relaid(board, index, route, others, before):
            return True
        for member, was in laid.items():
            if member in board.laid:
                board.lift(member)
            board.lay(member, was)
    return False


def _relaid(board: Board, index: int, route: Route, others: list[int], limit: float) -> bool:
    """Lay a connector and then others, each as cheaply as can be; stop where the sum reaches a limit."""
    cost = route.cost + board.interplay(index, route)
    board.lay(index, route)
    left = sum(map(board.least, others))
    for other in others:
        left -= board.least(other)
        least, found = board.best(other, limit - cost - left)
        if found is None:
            return False
        cost += least
        board.lay(other, found)
    return cost < limit
