"""Self-audit: whether a finished drawing keeps what a sheet must keep.

In: a ``Drawing``, and nothing else: no code of the router, no knowledge of lanes' gutters or of tracks. Out:
``Audit``, a count for each invariant (0 where it holds), with the crossings and bends that the drawing has.

Every count looks at plain geometry: the points of connectors, the boxes of symbols, labels and cells. Pairs of
stretches are compared page by page, so the cost is the square of what stands on one page.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise

from sop_engine.layout.drawing import Box, Cell, Connector, Drawing, Label, Page, Point, Shape, Symbol
from sop_engine.layout.setting import set_cell, set_label, set_symbol

__all__ = ["INVARIANTS", "Audit", "audit"]

INVARIANTS = (
    "through-symbol",
    "shared-line",
    "label-touches",
    "outside-lanes",
    "not-square",
    "too-near",
    "text-clipped",
    "off-page-letter",
)
"""The invariants in the order in which they are counted."""

_EPSILON = 0.05
_LINE_DISTANCE = 4.0
_SYMBOL_DISTANCE = 3.0
_HEAD = 5.0

_Segment = tuple[Point, Point]


@dataclass(frozen=True, slots=True)
class Audit:
    """What was found.

    Attributes:
        counts: by invariant; 0 everywhere is a sound drawing.
        faults: a line on each fault, in the order of the pages.
        crossings: places where connectors cross; legal, but few is better.
        bends: corners of all connectors, those of one split or merge counted once.
    """

    counts: dict[str, int]
    faults: tuple[str, ...]
    crossings: int
    bends: int

    @property
    def sound(self) -> bool:
        """Whether every invariant holds."""
        return not any(self.counts.values())


def audit(drawing: Drawing) -> Audit:
    """Count the faults of a drawing by invariant, its crossings and its bends."""
    counts = dict.fromkeys(INVARIANTS, 0)
    faults: list[str] = []
    crossings = bends = 0
    for page in drawing.pages:
        found = (
            _through_symbols(page),
            _shared_lines(page),
            _label_touches(page),
            _outside_lanes(page),
            _not_square(page),
            _too_near(page),
            _clipped(page, drawing),
        )
        for name, lines in zip(INVARIANTS, found, strict=False):
            for line in lines:
                counts[name] += 1
                faults.append(f"halaman {page.number}: {name}: {line}")
        crossings += _crossings(page)
        bends += len({corner for connector in page.connectors for corner in connector.points[1:-1]})
    for line in _letters(drawing):
        counts[INVARIANTS[-1]] += 1
        faults.append(f"{INVARIANTS[-1]}: {line}")
    return Audit(counts, tuple(faults), crossings, bends)


def _segments(connector: Connector) -> list[_Segment]:
    return list(pairwise(connector.points))


def _name(connector: Connector) -> str:
    return f"{connector.source} -> {connector.target}"


def _through_symbols(page: Page) -> Iterator[str]:
    """Yield connectors that run through the inside of a symbol."""
    for connector in page.connectors:
        for a, b in _segments(connector):
            for symbol in page.symbols:
                if _gap((a, b), symbol.box) < -_EPSILON:
                    yield f"{_name(connector)} through {symbol.id}"


def _gap(segment: _Segment, box: Box) -> float:
    """The distance from a level or upright stretch to a box; negative, by how deep, where it runs inside."""
    (x1, y1), (x2, y2) = segment
    left, right, top, bottom = min(x1, x2), max(x1, x2), min(y1, y2), max(y1, y2)
    across = max(box.x - right, left - box.right)
    down = max(box.y - bottom, top - box.bottom)
    if across > 0 and down > 0:
        return float((across * across + down * down) ** 0.5)
    return max(across, down)


def _shared_lines(page: Page) -> Iterator[str]:
    """Yield pairs of connectors that lie on each other where they neither split nor merge."""
    for first, second in combinations(page.connectors, 2):
        if _splits(first, second) or _merges(page, first, second):
            continue
        for one in _segments(first):
            for other in _segments(second):
                if _distance_across(one, other) <= _EPSILON and _common_length(one, other) > _EPSILON:
                    yield f"{_name(first)} on {_name(second)}"


def _splits(first: Connector, second: Connector) -> bool:
    """Whether two connectors leave the same side of the same symbol."""
    return first.source == second.source and first.points[0] == second.points[0]


def _merges(page: Page, first: Connector, second: Connector) -> bool:
    """Whether two connectors enter the same symbol."""
    if first.target != second.target:
        return False
    return any(
        _on_edge(symbol.box, first.points[-1]) and _on_edge(symbol.box, second.points[-1])
        for symbol in page.symbols
    )


def _on_edge(box: Box, point: Point) -> bool:
    x, y = point
    inside = (
        box.x - _EPSILON <= x <= box.right + _EPSILON and box.y - _EPSILON <= y <= box.bottom + _EPSILON
    )
    return inside and (
        min(abs(x - box.x), abs(x - box.right), abs(y - box.y), abs(y - box.bottom)) <= _EPSILON
    )


def _upright(segment: _Segment) -> bool:
    return segment[0][0] == segment[1][0]


def _distance_across(one: _Segment, other: _Segment) -> float:
    """The distance between two parallel stretches; infinite where they are not parallel."""
    if _upright(one) != _upright(other):
        return float("inf")
    axis = 0 if _upright(one) else 1
    return abs(one[0][axis] - other[0][axis])


def _common_length(one: _Segment, other: _Segment) -> float:
    """How far two parallel stretches run beside each other."""
    axis = 1 if _upright(one) else 0
    low = max(min(one[0][axis], one[1][axis]), min(other[0][axis], other[1][axis]))
    high = min(max(one[0][axis], one[1][axis]), max(other[0][axis], other[1][axis]))
    return high - low


def _label_touches(page: Page) -> Iterator[str]:
    """Yield labels that touch a symbol, another label, a joint line, the line of another branch or text."""
    lanes = _lanes(page)
    for at, label in enumerate(page.labels):
        if lanes is None or label.box.x < lanes.x or label.box.right > lanes.right:
            yield f"'{label.text}' leaves the lanes"
        for symbol in page.symbols:
            if _touches(label.box, symbol):
                yield f"'{label.text}' touches {symbol.id}"
        for other in page.labels[at + 1 :]:
            if _overlap(label.box, other.box):
                yield f"'{label.text}' touches '{other.text}'"
        for connector in page.connectors:
            if _is_own(label, connector):
                continue
            if any(_gap(segment, label.box) < 0 for segment in _segments(connector)):
                yield f"'{label.text}' touches {_name(connector)}"
        for joint in page.joints:
            if _gap(joint.points, label.box) < 0:
                yield f"'{label.text}' touches the line of {joint.id}"


def _is_own(label: Label, connector: Connector) -> bool:
    return label.source == connector.source and label.text == connector.label


def _overlap(one: Box, other: Box) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def _touches(box: Box, symbol: Symbol) -> bool:
    if not _overlap(box, symbol.box):
        return False
    if symbol.shape is not Shape.DECISION:
        return True
    x, y = symbol.box.centre
    across = max(0.0, box.x - x, x - box.right) / (symbol.box.width / 2)
    down = max(0.0, box.y - y, y - box.bottom) / (symbol.box.height / 2)
    return across + down < 1


def _outside_lanes(page: Page) -> Iterator[str]:
    """Yield connectors that leave the Pelaksana columns."""
    heading = _lanes(page)
    if heading is None:
        for connector in page.connectors:
            yield f"{_name(connector)} stands on a page without lanes"
        return
    bottom = max(cell.box.bottom for cell in page.cells if cell.ruled)
    for connector in page.connectors:
        for x, y in connector.points:
            across = heading.x + _EPSILON < x < heading.right - _EPSILON
            if not (across and heading.bottom < y < bottom):
                yield f"{_name(connector)} leaves the lanes at {x:g}, {y:g}"
                break


def _lanes(page: Page) -> Box | None:
    """Return the box of the heading over all lanes."""
    return next((cell.box for cell in page.cells if cell.field == "pelaksana" and cell.row is not None), None)


def _not_square(page: Page) -> Iterator[str]:
    """Yield connectors that do not meet the middle of a side squarely, and branches that share a side."""
    for connector in page.connectors:
        segments = _segments(connector)
        if any((a[0] == b[0]) == (a[1] == b[1]) for a, b in segments):
            yield f"{_name(connector)} is not level and upright"
            continue
        if not any(_meets_side(symbol.box, segments[0][0], segments[0][1]) for symbol in page.symbols):
            yield f"{_name(connector)} does not leave a side squarely"
        if not any(_meets_side(symbol.box, segments[-1][1], segments[-1][0]) for symbol in page.symbols):
            yield f"{_name(connector)} does not enter a side squarely"
        last = abs(segments[-1][1][0] - segments[-1][0][0]) + abs(segments[-1][1][1] - segments[-1][0][1])
        if last < _HEAD:
            yield f"{_name(connector)} has no room for its arrow's head"
    for symbol in page.symbols:
        if symbol.shape is Shape.DECISION:
            yield from _branches_by_one_side(page, symbol)


def _meets_side(box: Box, end: Point, inner: Point) -> bool:
    """Whether a stretch ends in the middle of a box's side, coming straight from outside."""
    (x, y), (x2, y2) = end, inner
    middle_x, middle_y = box.centre
    if abs(x - middle_x) <= _EPSILON and x == x2:
        return (abs(y - box.y) <= _EPSILON and y2 < y) or (abs(y - box.bottom) <= _EPSILON and y2 > y)
    if abs(y - middle_y) <= _EPSILON and y == y2:
        return (abs(x - box.x) <= _EPSILON and x2 < x) or (abs(x - box.right) <= _EPSILON and x2 > x)
    return False


def _branches_by_one_side(page: Page, symbol: Symbol) -> Iterator[str]:
    """Yield branches that leave by the side of another while a side was left for them."""
    exits: dict[str, Point] = {}
    entered = False
    for connector in page.connectors:
        if connector.source == symbol.id and connector.label and _on_edge(symbol.box, connector.points[0]):
            exits.setdefault(connector.label, connector.points[0])
        entered |= connector.target == symbol.id and _on_edge(symbol.box, connector.points[-1])
    joined = {end for joint in page.joints for end in joint.points if _on_edge(symbol.box, end)}
    free = 4 - len(joined) - entered
    if len(exits) - len(set(exits.values())) > max(0, len(exits) - free):
        yield f"branches of {symbol.id} share a side"


def _too_near(page: Page) -> Iterator[str]:
    """Yield parallel stretches, and stretches and symbols, that are too near to each other."""
    for first, second in combinations(page.connectors, 2):
        for one in _segments(first):
            for other in _segments(second):
                apart = _distance_across(one, other)
                if _EPSILON < apart < _LINE_DISTANCE - 0.02 and _common_length(one, other) > _EPSILON:
                    yield f"{_name(first)} and {_name(second)} are {apart:.2f} apart"
    for connector in page.connectors:
        segments = _segments(connector)
        for symbol in page.symbols:
            for at, segment in enumerate(segments):
                starts = at == 0 and _on_edge(symbol.box, connector.points[0])
                ends = at == len(segments) - 1 and _on_edge(symbol.box, connector.points[-1])
                gap = _gap(segment, symbol.box)
                if not (starts or ends) and gap < _SYMBOL_DISTANCE - 0.02:
                    yield f"{_name(connector)} is {gap:.2f} from {symbol.id}"


def _clipped(page: Page, drawing: Drawing) -> Iterator[str]:
    """Yield text that leaves its cell, symbol or page."""
    for cell in page.cells:
        if cell.lines and not _cell_holds(cell):
            yield f"'{cell.text[:30]}' leaves its cell"
        if cell.box.x < 0 or cell.box.right > drawing.width or cell.box.bottom > drawing.height:
            yield f"the cell of '{cell.text[:30]}' leaves the page"
    for symbol in page.symbols:
        if not _symbol_holds(symbol):
            yield f"the words of {symbol.id} leave their symbol"
        if symbol.box.bottom > drawing.height or symbol.box.y < 0:
            yield f"{symbol.id} leaves the page"
    for label in page.labels:
        box = label.box
        if box.x < 0 or box.right > drawing.width or box.y < 0 or box.bottom > drawing.height:
            yield f"'{label.text}' leaves the page"
        lines = set_label(label)
        if any(line.line.width > box.width + _EPSILON for line in lines):
            yield f"'{label.text}' leaves its place"


def _cell_holds(cell: Cell) -> bool:
    lines = set_cell(cell)
    wide = max(line.line.width for line in lines)
    tall = (len(lines) - 1) * cell.leading + cell.size
    across, down = (tall, wide) if cell.turned else (wide, tall)
    return across <= cell.box.width + _EPSILON and down <= cell.box.height + _EPSILON


def _symbol_holds(symbol: Symbol) -> bool:
    """Whether every line of a symbol's words stays within its outline."""
    box = symbol.box
    y = box.centre[1]
    for line in set_symbol(symbol):
        half = line.line.width / 2
        for edge in (line.y - 0.75 * symbol.size, line.y + 0.22 * symbol.size):
            room = _half_width(symbol.shape, box, abs(edge - y))
            if half > room + _EPSILON:
                return False
    return True


def _half_width(shape: Shape, box: Box, off: float) -> float:
    """Half the width of a shape at some distance above or below its middle."""
    if off > box.height / 2 + _EPSILON:
        return -1.0
    if shape is Shape.DECISION:
        return box.width / 2 * (1 - off / (box.height / 2))
    if shape in {Shape.START, Shape.END}:
        radius = min(box.width, box.height) / 2
        return box.width / 2 - radius + float(max(0.0, radius * radius - off * off) ** 0.5)
    return box.width / 2


def _letters(drawing: Drawing) -> Iterator[str]:
    """Yield letters that do not name one target, and pentagons that are missing or too many."""
    targets: dict[str, set[str]] = {}
    for page in drawing.pages:
        pentagons = [symbol for symbol in page.symbols if symbol.shape is Shape.OFFPAGE]
        names = [symbol.id for symbol in pentagons]
        for name in sorted({name for name in names if names.count(name) > 1}):
            yield f"{name} stands twice on page {page.number}"
        for symbol in pentagons:
            joined = [
                connector
                for connector in page.connectors
                if _on_edge(symbol.box, connector.points[0]) or _on_edge(symbol.box, connector.points[-1])
            ]
            if not joined:
                yield f"{symbol.id} on page {page.number} joins nothing"
            targets.setdefault(symbol.id, set()).update(connector.target for connector in joined)
    for name, found in targets.items():
        if len(found) != 1:
            yield f"{name} names {len(found)} targets"
    yield from _halves(drawing)


def _halves(drawing: Drawing) -> Iterator[str]:
    """Yield connectors across pages that lack one of their two halves."""
    leaves: dict[tuple[str, str], set[str]] = {}
    enters: dict[tuple[str, str], set[str]] = {}
    for page in drawing.pages:
        pentagons = [symbol for symbol in page.symbols if symbol.shape is Shape.OFFPAGE]
        for connector in page.connectors:
            for symbol in pentagons:
                key = (connector.source, connector.target)
                if _on_edge(symbol.box, connector.points[-1]):
                    leaves.setdefault(key, set()).add(symbol.id)
                if _on_edge(symbol.box, connector.points[0]):
                    enters.setdefault(key, set()).add(symbol.id)
    for key in sorted(leaves.keys() | enters.keys()):
        if leaves.get(key) != enters.get(key):
            yield f"{key[0]} -> {key[1]} is not joined by one letter"


def _crossings(page: Page) -> int:
    """Count the places where connectors cross."""
    places: set[Point] = set()
    for first, second in combinations(page.connectors, 2):
        for one in _segments(first):
            for other in _segments(second):
                if _upright(one) == _upright(other):
                    continue
                upright, level = (one, other) if _upright(one) else (other, one)
                x, y = upright[0][0], level[0][1]
                low, high = sorted((upright[0][1], upright[1][1]))
                left, right = sorted((level[0][0], level[1][0]))
                if left < x < right and low < y < high:
                    places.add((x, y))
    return len(places)
