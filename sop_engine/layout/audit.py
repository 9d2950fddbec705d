"""Self-audit: whether a finished drawing keeps what a sheet must keep.

In: a ``Drawing``, and nothing else: no code of the router, no knowledge of lanes' gutters or of tracks. Out:
``Audit``, a count for each invariant (0 where it holds), with the crossings and bends that the drawing has.

Every count looks at plain geometry: the points of connectors, the boxes of symbols, labels and cells. Pairs of
stretches are compared page by page, so the cost is the square of what stands on one page.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from sop_engine.layout.audit_geometry import (
    EPSILON,
    cell_holds,
    common_length,
    distance_across,
    gap,
    is_upright,
    lanes_of,
    meets_side,
    on_edge,
    overlap,
    segments,
    symbol_holds,
    touches,
)
from sop_engine.layout.drawing import Connector, Drawing, Label, Page, Point, Shape, Symbol
from sop_engine.layout.setting import set_label

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

_LINE_DISTANCE = 4.0
_SYMBOL_DISTANCE = 3.0
_HEAD = 5.0


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
            _clipped(page),
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


def _name(connector: Connector) -> str:
    return f"{connector.source} -> {connector.target}"


def _through_symbols(page: Page) -> Iterator[str]:
    """Yield connectors that run through the inside of a symbol."""
    for connector in page.connectors:
        for a, b in segments(connector):
            for symbol in page.symbols:
                if gap((a, b), symbol.box) < -EPSILON:
                    yield f"{_name(connector)} through {symbol.id}"


def _shared_lines(page: Page) -> Iterator[str]:
    """Yield pairs of connectors that lie on each other where they neither split nor merge."""
    for first, second in combinations(page.connectors, 2):
        if _splits(first, second) or _merges(page, first, second):
            continue
        for one in segments(first):
            for other in segments(second):
                if distance_across(one, other) <= EPSILON and common_length(one, other) > EPSILON:
                    yield f"{_name(first)} on {_name(second)}"


def _splits(first: Connector, second: Connector) -> bool:
    """Whether two connectors leave the same side of the same symbol."""
    return first.source == second.source and first.points[0] == second.points[0]


def _merges(page: Page, first: Connector, second: Connector) -> bool:
    """Whether two connectors enter the same symbol."""
    if first.target != second.target:
        return False
    return any(
        on_edge(symbol.box, first.points[-1]) and on_edge(symbol.box, second.points[-1])
        for symbol in page.symbols
    )


def _label_touches(page: Page) -> Iterator[str]:
    """Yield labels that touch a symbol, another label, a joint line, the line of another branch, or leave."""
    lanes = lanes_of(page)
    for at, label in enumerate(page.labels):
        if lanes is None or label.box.x < lanes.x or label.box.right > lanes.right:
            yield f"'{label.text[:30]}' leaves the lanes"
        for symbol in page.symbols:
            if touches(label.box, symbol):
                yield f"'{label.text[:30]}' touches {symbol.id}"
        for other in page.labels[at + 1 :]:
            if overlap(label.box, other.box):
                yield f"'{label.text[:30]}' touches '{other.text[:30]}'"
        for connector in page.connectors:
            if _is_own(label, connector):
                continue
            if any(gap(segment, label.box) < 0 for segment in segments(connector)):
                yield f"'{label.text[:30]}' touches {_name(connector)}"
        for joint in page.joints:
            if gap(joint.points, label.box) < 0:
                yield f"'{label.text[:30]}' touches the line of {joint.id}"


def _is_own(label: Label, connector: Connector) -> bool:
    return label.source == connector.source and label.text == connector.label


def _outside_lanes(page: Page) -> Iterator[str]:
    """Yield connectors that leave the Pelaksana columns."""
    heading = lanes_of(page)
    if heading is None:
        for connector in page.connectors:
            yield f"{_name(connector)} stands on a page without lanes"
        return
    bottom = max(cell.box.bottom for cell in page.cells if cell.ruled)
    for connector in page.connectors:
        for x, y in connector.points:
            across = heading.x + EPSILON < x < heading.right - EPSILON
            if not (across and heading.bottom < y < bottom):
                yield f"{_name(connector)} leaves the lanes at {x:g}, {y:g}"
                break


def _not_square(page: Page) -> Iterator[str]:
    """Yield connectors that do not meet the middle of a side squarely, and branches that share a side."""
    for connector in page.connectors:
        legs = segments(connector)
        if any((a[0] == b[0]) == (a[1] == b[1]) for a, b in legs):
            yield f"{_name(connector)} is not level and upright"
            continue
        if not any(meets_side(symbol.box, *legs[0]) for symbol in _named(page, connector.source)):
            yield f"{_name(connector)} does not leave a side squarely"
        inner, end = legs[-1]
        if not any(meets_side(symbol.box, end, inner) for symbol in _named(page, connector.target)):
            yield f"{_name(connector)} does not enter a side squarely"
        if abs(end[0] - inner[0]) + abs(end[1] - inner[1]) < _HEAD:
            yield f"{_name(connector)} has no room for its arrow's head"
    for symbol in page.symbols:
        if symbol.shape is Shape.DECISION:
            yield from _branches_by_one_side(page, symbol)


def _named(page: Page, step: str) -> Iterator[Symbol]:
    """Yield the symbols that a connector of some step may touch: its own, and pentagons."""
    for symbol in page.symbols:
        if symbol.id == step or symbol.shape is Shape.OFFPAGE:
            yield symbol


def _branches_by_one_side(page: Page, symbol: Symbol) -> Iterator[str]:
    """Yield branches that leave by the side of another while a side was left for them."""
    exits: dict[str, Point] = {}
    entered = False
    for connector in page.connectors:
        if connector.source == symbol.id and connector.label and on_edge(symbol.box, connector.points[0]):
            exits.setdefault(connector.label, connector.points[0])
        entered |= connector.target == symbol.id and on_edge(symbol.box, connector.points[-1])
    joined = {end for joint in page.joints for end in joint.points if on_edge(symbol.box, end)}
    free = 4 - len(joined) - entered
    if len(exits) - len(set(exits.values())) > max(0, len(exits) - free):
        yield f"branches of {symbol.id} share a side"


def _too_near(page: Page) -> Iterator[str]:
    """Yield parallel stretches, and stretches and symbols, that are too near to each other."""
    for first, second in combinations(page.connectors, 2):
        for one in segments(first):
            for other in segments(second):
                apart = distance_across(one, other)
                if EPSILON < apart < _LINE_DISTANCE - 0.02 and common_length(one, other) > EPSILON:
                    yield f"{_name(first)} and {_name(second)} are {apart:.2f} apart"
    for connector in page.connectors:
        legs = segments(connector)
        for symbol in page.symbols:
            for at, leg in enumerate(legs):
                starts = at == 0 and on_edge(symbol.box, connector.points[0])
                ends = at == len(legs) - 1 and on_edge(symbol.box, connector.points[-1])
                apart = gap(leg, symbol.box)
                if not (starts or ends) and apart < _SYMBOL_DISTANCE - 0.02:
                    yield f"{_name(connector)} is {apart:.2f} from {symbol.id}"


def _clipped(page: Page) -> Iterator[str]:
    """Yield text that leaves its cell, symbol or page."""
    for cell in page.cells:
        if cell.lines and not cell_holds(cell):
            yield f"'{cell.text[:30]}' leaves its cell"
        if cell.box.x < 0 or cell.box.right > page.width or cell.box.bottom > page.height:
            yield f"the cell of '{cell.text[:30]}' leaves the page"
    for symbol in page.symbols:
        if not symbol_holds(symbol):
            yield f"the words of {symbol.id} leave their symbol"
        if symbol.box.bottom > page.height or symbol.box.y < 0:
            yield f"{symbol.id} leaves the page"
    for label in page.labels:
        box = label.box
        if box.x < 0 or box.right > page.width or box.y < 0 or box.bottom > page.height:
            yield f"'{label.text[:30]}' leaves the page"
        lines = set_label(label)
        if any(line.line.width > box.width + EPSILON for line in lines):
            yield f"'{label.text[:30]}' leaves its place"


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
                if on_edge(symbol.box, connector.points[0]) or on_edge(symbol.box, connector.points[-1])
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
                if on_edge(symbol.box, connector.points[-1]):
                    leaves.setdefault(key, set()).add(symbol.id)
                if on_edge(symbol.box, connector.points[0]):
                    enters.setdefault(key, set()).add(symbol.id)
    for key in sorted(leaves.keys() | enters.keys()):
        if leaves.get(key) != enters.get(key):
            yield f"{key[0]} -> {key[1]} is not joined by one letter"


def _crossings(page: Page) -> int:
    """Count the places where connectors cross."""
    places: set[Point] = set()
    for first, second in combinations(page.connectors, 2):
        for one in segments(first):
            for other in segments(second):
                if is_upright(one) == is_upright(other):
                    continue
                upright, level = (one, other) if is_upright(one) else (other, one)
                x, y = upright[0][0], level[0][1]
                low, high = sorted((upright[0][1], upright[1][1]))
                left, right = sorted((level[0][0], level[1][0]))
                if left < x < right and low < y < high:
                    places.add((x, y))
    return len(places)
