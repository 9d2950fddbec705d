"""Labels: where the words of a branch stand.

In: the finished lines and symbols of a page. Out: ``Label`` values near the beginning of their branch, touching
no symbol, no line and no other label, and crossing no rule of the table where that can be had. Every place
near the beginning is tried, on both sides of the line, and the one that reads best is taken; words that find
no place are wrapped, then set smaller.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sop_engine.layout.drawing import Box, Label, Point, Shape, Symbol
from sop_engine.layout.measure import DESCENT, Line, narrowest, wrap
from sop_engine.layout.style import Style

__all__ = ["Branch", "Surroundings", "place_labels", "without_shared_starts"]

_ASCENDER = 0.74
_ABOVE = 2.0
_BESIDE = 3.0
_CLEAR = 1.0
_OVER_RULE = 9.0
_SECOND_LEG = 10.0
_SMALLER = 4.0
_WRAPPED = 3.0
_BLOCKED = 1e6
_NEAR = 110.0
_ALONG = (0.5, 2.5, 4.5, 7.0, 10.0, 14.0, 19.0, 25.0, -3.0, -6.0, -9.0)
_OFF = (0.0, 3.0, 6.0)
_WIDEST = 44.0

Segment = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Branch:
    """A branch whose words are to be placed.

    Attributes:
        words: as printed.
        points: of its line.
        source: id of the step that it leaves.
        target: id of the step that it goes to.
    """

    words: str
    points: tuple[Point, ...]
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What labels must keep clear of.

    Attributes:
        symbols: of the page.
        lines: all stretches of connectors and joint lines, as (left, top, right, bottom).
        rules: all rules of the table within the area, likewise.
        area: where labels may stand.
    """

    symbols: Sequence[Symbol]
    lines: Sequence[Segment]
    rules: Sequence[Segment]
    area: Box


def place_labels(branches: Sequence[Branch], around: Surroundings, style: Style) -> tuple[Label, ...]:
    """Return a label for each branch, in their order."""
    placed: list[Label] = []
    for branch in branches:
        placed.append(_place(branch, _nearby(branch.points[0], around), placed, style))
    return tuple(placed)


def without_shared_starts(branches: Sequence[Branch]) -> list[Branch]:
    """Return the branches, each without the stretch that it shares with another: words there name neither."""
    return [
        replace(branch, points=_after_split(branch.points, [other.points for other in branches if other is not branch]))
        for branch in branches
    ]


def _after_split(points: tuple[Point, ...], others: Sequence[tuple[Point, ...]]) -> tuple[Point, ...]:
    """Return a line from the point on at which it leaves the last of the others."""
    for other in others:
        at = 0
        while at + 1 < min(len(points), len(other)) and points[at] == other[at]:
            if points[at + 1] == other[at + 1]:
                at += 1
                continue
            (x, y), (x1, y1), (x2, y2) = points[at], points[at + 1], other[at + 1]
            along = (x1 - x) * (x2 - x) + (y1 - y) * (y2 - y)
            if along <= 0:
                points = points[at:] if at else points
            elif abs(x2 - x) + abs(y2 - y) < abs(x1 - x) + abs(y1 - y):
                points = ((x2, y2), *points[at + 1 :])
            else:
                points = points[at + 1 :] if at + 2 < len(points) else points
            break
    return points


def _nearby(point: Point, around: Surroundings) -> Surroundings:
    """Leave out what is too far from a point to matter."""
    x, y = point
    window = (x - _NEAR, y - _NEAR, x + _NEAR, y + _NEAR)
    return Surroundings(
        [
            symbol
            for symbol in around.symbols
            if _overlap((symbol.box.x, symbol.box.y, symbol.box.right, symbol.box.bottom), window)
        ],
        [line for line in around.lines if _overlap(line, window)],
        [rule for rule in around.rules if _overlap(rule, window)],
        around.area,
    )


def _place(branch: Branch, around: Surroundings, placed: Sequence[Label], style: Style) -> Label:
    best: tuple[float, Segment, float, tuple[Line, ...]] | None = None
    for size, lines, worse in _settings(branch.words, style):
        if best is not None and worse >= best[0]:
            break
        wide = max((line.width for line in lines), default=0.0)
        tall = (len(lines) - 1) * size * style.leading + size * (_ASCENDER + DESCENT)
        for cost, box in _spots(branch.points, wide, tall):
            if best is not None and cost + worse >= best[0]:
                continue
            total = cost + worse + _penalty(box, around, placed)
            if best is None or total < best[0]:
                best = total, box, size, lines
    assert best is not None  # noqa: S101 - a line always has a place beside it
    _, box, size, lines = best
    return Label(
        branch.words,
        lines,
        (round(box[0], 2), round(box[1] + size * _ASCENDER, 2)),
        size,
        round(size * style.leading, 2),
        Box(*(round(number, 2) for number in (box[0], box[1], box[2] - box[0], box[3] - box[1]))),
        branch.source,
        branch.target,
    )


def _settings(words: str, style: Style) -> Iterator[tuple[float, tuple[Line, ...], float]]:
    """Yield the ways of setting words, the plainest first: size, lines and what the way costs."""
    worse = 0.0
    for size in (style.label, style.label - 0.5, style.label - 1.0, style.label - 1.5):
        whole = wrap(words, size, float("inf"))
        yield size, whole, worse + max(0.0, max(line.width for line in whole) - _WIDEST)
        word = narrowest(words, size)
        if word < whole[0].width:
            yield size, wrap(words, size, max(word, whole[0].width * 0.6), balance=True), worse + _WRAPPED
            yield size, wrap(words, size, max(word, 1.0), balance=True), worse + 2 * _WRAPPED
        worse += _SMALLER


def _spots(points: Sequence[Point], wide: float, tall: float) -> Iterator[tuple[float, Segment]]:
    """Yield boxes beside the first two legs of a line, each with what it costs to stand there."""
    for leg, ((x1, y1), (x2, y2)) in enumerate(zip(points[:2], points[1:3], strict=False)):
        base = _SECOND_LEG * leg
        across = abs(x2 - x1) > abs(y2 - y1)
        length = abs(x2 - x1) + abs(y2 - y1)
        way = 1 if (x2 - x1 if across else y2 - y1) > 0 else -1
        for along in _ALONG:
            if along > length or (leg and along < 0):
                continue
            for off in _OFF:
                cost = base + abs(along - 0.5) * 0.5 + off * 0.8 + (2.0 if along < 0 else 0.0)
                if across:
                    left = x1 + along if way > 0 else x1 - along - wide
                    above, below = y1 - _ABOVE - off, y1 + _ABOVE + off
                    # Words stand above a line rather than below it.
                    yield cost, (left, above - tall, left + wide, above)
                    yield cost + 1.0, (left, below, left + wide, below + tall)
                else:
                    top = y1 + along if way > 0 else y1 - along - tall
                    right, left = x1 + _BESIDE + off, x1 - _BESIDE - off
                    yield cost, (right, top, right + wide, top + tall)
                    yield cost + 1.0, (left - wide, top, left, top + tall)


def _penalty(box: Segment, around: Surroundings, placed: Sequence[Label]) -> float:
    """Return what is wrong with a place: far too much where it touches what it must not touch."""
    cost = 0.0
    wider = (box[0] - _CLEAR, box[1] - _CLEAR, box[2] + _CLEAR, box[3] + _CLEAR)
    area = around.area
    if box[0] < area.x + 1 or box[2] > area.right - 1 or box[1] < area.y or box[3] > area.bottom:
        cost += _BLOCKED
    for line in around.lines:
        if _overlap(line, wider):
            cost += _BLOCKED
    for symbol in around.symbols:
        if _touches(symbol, wider):
            cost += _BLOCKED
    for label in placed:
        other = label.box
        if _overlap((other.x, other.y, other.right, other.bottom), wider):
            cost += _BLOCKED
    for rule in around.rules:
        if _overlap(rule, (box[0] - 0.3, box[1] - 0.3, box[2] + 0.3, box[3] + 0.3)):
            cost += _OVER_RULE
    return cost


def _overlap(first: Segment, second: Segment) -> bool:
    return (
        first[0] <= second[2] and second[0] <= first[2] and first[1] <= second[3] and second[1] <= first[3]
    )


def _touches(symbol: Symbol, box: Segment) -> bool:
    """Whether a box meets a symbol; beside the slopes of a diamond there is room."""
    shape = symbol.box
    if not _overlap((shape.x, shape.y, shape.right, shape.bottom), box):
        return False
    if symbol.shape is not Shape.DECISION:
        return True
    x, y = shape.centre
    across = max(0.0, box[0] - x, x - box[2]) / (shape.width / 2)
    down = max(0.0, box[1] - y, y - box[3]) / (shape.height / 2)
    return across + down <= 1.0
