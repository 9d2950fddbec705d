"""Labels: where the words of a branch stand.

In: the finished lines and symbols of a page. Out: ``Label`` values near the beginning of their branch, touching
no symbol, no line and no other label, and crossing no rule of the table where that can be had. Every place
near the beginning is tried, on both sides of the line, and the one that reads best is taken; words that find
no place are wrapped, then set smaller.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sop_engine.layout.drawing import Box, Label, Point, Shape, Symbol
from sop_engine.layout.measure import DESCENT, Line, narrowest, width, wrap
from sop_engine.layout.style import Style

__all__ = ["Branch", "Surroundings", "place_labels", "without_shared_starts"]

_ASCENDER = 0.74
_ABOVE = 1.3
_BESIDE = 3.0
_CLEAR = 1.0
_OVER_RULE = 9.0
_SMALLER = 4.0
_WRAPPED = 3.0
_BLOCKED = 1e6
_NEAR = 45.0
_ALONG = (0.5, 2.5, 4.5, 7.0, 10.0, 14.0, 19.0, 25.0, -3.0, -6.0, -9.0, -13.0)
_OFF = (0.0, 3.0, 6.0, 9.0, 12.0)
# Where words can stand, nearest first: what it costs, which leg, how far along it, how far off it, and on its
# other side or not. Words stand above a line rather than below it, and right of it rather than left.
_STANDS = sorted(
    (
        10.0 * leg + abs(along - 0.5) * 0.5 + off * 0.8 + (2.0 if along < 0 else 0.0) + other,
        leg,
        along,
        off,
        other,
    )
    for leg in (0, 1)
    for along in _ALONG
    for off in _OFF
    for other in (0, 1)
    if not (leg and along < 0)
)
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


def place_labels(
    branches: Sequence[Branch], around: Surroundings, style: Style
) -> tuple[tuple[Label, ...], bool]:
    """Return a label for each branch, in their order, and whether one touches what it must not touch."""
    placed: list[Label] = []
    crowded = False
    for branch in branches:
        cost, label = _place(branch, _nearby(branch, around, placed, style), style)
        placed.append(label)
        crowded |= cost >= _BLOCKED
    return tuple(placed), crowded


def without_shared_starts(branches: Sequence[Branch]) -> list[Branch]:
    """Return the branches, each without the stretch that it shares with another: words there name neither."""
    return [
        replace(
            branch,
            points=_after_split(branch.points, [other.points for other in branches if other is not branch]),
        )
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


@dataclass(frozen=True, slots=True)
class _Obstacles:
    """What is near enough to a branch to matter, as plain boxes."""

    blocks: list[Segment]
    diamonds: list[Segment]
    rules: list[Segment]
    area: Box


def _nearby(branch: Branch, around: Surroundings, placed: Sequence[Label], style: Style) -> _Obstacles:
    """Leave out what the words of a branch cannot reach."""
    far = _NEAR + width(branch.words, style.label)
    windows = [(x - far, y - far, x + far, y + far) for x, y in branch.points[:2]]

    def near(boxes: Iterable[Segment]) -> list[Segment]:
        return [box for box in boxes if any(_overlap(box, window) for window in windows)]

    diamonds = [symbol for symbol in around.symbols if symbol.shape is Shape.DECISION]
    others = [symbol for symbol in around.symbols if symbol.shape is not Shape.DECISION]
    return _Obstacles(
        near(around.lines)
        + near(_edges(symbol.box) for symbol in others)
        + near(_edges(label.box) for label in placed),
        near(_edges(symbol.box) for symbol in diamonds),
        near(around.rules),
        around.area,
    )


def _edges(box: Box) -> Segment:
    return box.x, box.y, box.right, box.bottom


def _place(branch: Branch, obstacles: _Obstacles, style: Style) -> tuple[float, Label]:
    """Return the best place for the words of a branch, and what is wrong with it."""
    best: tuple[float, Segment, float, tuple[Line, ...]] | None = None
    limit = float("inf")
    for size, lines, worse in _settings(branch.words, obstacles.area.width - 4 * _CLEAR, style):
        wide = max((line.width for line in lines), default=0.0)
        tall = (len(lines) - 1) * size * style.leading + size * (_ASCENDER + DESCENT)
        for near, leg, along, off, other in _STANDS:
            if near + worse >= limit:
                break
            box = _box(branch.points, leg, along, off, wide, tall, other=bool(other))
            if box is None:
                continue
            total = near + worse + _penalty(box, obstacles, limit - near - worse)
            if total < limit:
                best, limit = (total, box, size, lines), total
    assert best is not None  # noqa: S101 - a line always has a place beside it
    cost, box, size, lines = best
    if cost >= _BLOCKED:
        box = _kept_within(box, obstacles.area)
    return cost, Label(
        branch.words,
        lines,
        (round(box[0], 2), round(box[1] + size * _ASCENDER, 2)),
        size,
        round(size * style.leading, 2),
        Box(*(round(number, 2) for number in (box[0], box[1], box[2] - box[0], box[3] - box[1]))),
        branch.source,
        branch.target,
    )


def _kept_within(box: Segment, area: Box) -> Segment:
    """Move a box that stands in the way of something at least into the lanes."""
    left = max(area.x + _CLEAR, min(box[0], area.right - _CLEAR - (box[2] - box[0])))
    top = max(area.y + _CLEAR, min(box[1], area.bottom - _CLEAR - (box[3] - box[1])))
    return left, top, left + box[2] - box[0], top + box[3] - box[1]


def _settings(words: str, widest: float, style: Style) -> Iterator[tuple[float, tuple[Line, ...], float]]:
    """Yield the ways of setting words, the plainest first: size, lines and what the way costs."""
    worse = 0.0
    for size in (style.label, style.label - 0.5, style.label - 1.0, style.label - 1.5):
        whole = wrap(words, size, widest)
        if not whole:
            yield size, (), worse
            return
        wide = max(line.width for line in whole)
        yield size, whole, worse + max(0.0, wide - _WIDEST)
        word = min(narrowest(words, size), widest)
        if word < wide:
            yield size, wrap(words, size, max(word, wide * 0.6), balance=True), worse + _WRAPPED
            yield size, wrap(words, size, max(word, 1.0), balance=True), worse + 2 * _WRAPPED
        worse += _SMALLER


def _box(
    points: Sequence[Point], leg: int, along: float, off: float, wide: float, tall: float, *, other: bool
) -> Segment | None:
    """Return the box of words beside a leg of a line, or None where the leg is too short."""
    if leg + 1 >= len(points):
        return None
    (x1, y1), (x2, y2) = points[leg], points[leg + 1]
    if along > abs(x2 - x1) + abs(y2 - y1):
        return None
    if y1 == y2:
        left = x1 + along if x2 > x1 else x1 - along - wide
        top = y1 + _ABOVE + off if other else y1 - _ABOVE - off - tall
    else:
        top = y1 + along if y2 > y1 else y1 - along - tall
        left = x1 - _BESIDE - off - wide if other else x1 + _BESIDE + off
    return left, top, left + wide, top + tall


def _penalty(box: Segment, obstacles: _Obstacles, limit: float) -> float:
    """Return what is wrong with a place, or more than a limit: far too much where it touches something."""
    cost = 0.0
    left, top, right, bottom = box
    area = obstacles.area
    if left < area.x + 1 or right > area.right - 1 or top < area.y or bottom > area.bottom:
        cost += _BLOCKED
    left, top, right, bottom = left - _CLEAR, top - _CLEAR, right + _CLEAR, bottom + _CLEAR
    for x1, y1, x2, y2 in obstacles.blocks:
        if x1 <= right and left <= x2 and y1 <= bottom and top <= y2:
            cost += _BLOCKED
            if cost >= limit:
                return cost
    for x1, y1, x2, y2 in obstacles.diamonds:
        if x1 <= right and left <= x2 and y1 <= bottom and top <= y2:
            # Beside the slopes of a diamond there is room.
            x, y = (x1 + x2) / 2, (y1 + y2) / 2
            across, down = max(0.0, left - x, x - right), max(0.0, top - y, y - bottom)
            if across / (x2 - x) + down / (y2 - y) <= 1.0:
                cost += _BLOCKED
    left, top, right, bottom = box
    for x1, y1, x2, y2 in obstacles.rules:
        if x1 <= right and left <= x2 and y1 <= bottom and top <= y2:
            cost += _OVER_RULE
    return cost


def _overlap(first: Segment, second: Segment) -> bool:
    return first[0] <= second[2] and second[0] <= first[2] and first[1] <= second[3] and second[1] <= first[3]
