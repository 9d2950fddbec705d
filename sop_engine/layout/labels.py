"""Labels: where the words of a branch stand.

In: the finished lines and symbols of a page. Out: ``Label`` values near the beginning of their branch, touching
no symbol, no line and no other label, nearer to their own branch than to another one of its decision, and
crossing no rule of the table where that can be had. Every place near the beginning is tried, on both sides of
the line, and the one that reads best is taken; words that find no place are wrapped, then set smaller, and
then they choose before the others do.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from itertools import pairwise
from typing import NamedTuple

from sop_engine.layout.branches import Branch, Segment, box_of
from sop_engine.layout.drawing import Box, Label, Point, Shape, Symbol
from sop_engine.layout.measure import DESCENT, Line, prose, width
from sop_engine.layout.style import Style

__all__ = ["Surroundings", "place_labels"]

_ASCENDER = 0.74
_ABOVE = 1.3
_BESIDE = 3.0
_CLEAR = 1.0
_OVER_RULE = 9.0
_SMALLER = 4.0
# How much smaller words may be set, in points: the last two steps for words that find no place otherwise.
_SIZES = (0.0, 0.5, 1.0, 1.5, 2.0, 2.5)
_WRAPPED = 3.0
_BLOCKED = 1e6
_NEAR = 45.0
# Words stand no further than this from where their branch begins.
_REACH = 40.0
_TRIES = 3
_STRANGE = 4.0
_ALONG = (0.5, 2.5, 4.5, 7.0, 10.0, 14.0, 19.0, 25.0, 32.0, 40.0, -3.0, -6.0, -9.0, -13.0)
_OFF = (0.0, 3.0, 6.0, 9.0, 12.0)
# Where words can stand beside a leg, best first: what it costs, how far along it, how far off it, and on its
# other side or not. Words stand above a line rather than below it, and right of it rather than left.
_STANDS = tuple(
    sorted(
        (abs(along - 0.5) * 0.5 + off * 0.8 + (2.0 if along < 0 else 0.0) + other, along, off, other)
        for along in _ALONG
        for off in _OFF
        for other in (0, 1)
    )
)
_LEG = 4.0
_FAR = 0.3
_WIDEST = 44.0


class Surroundings(NamedTuple):
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
    order = list(range(len(branches)))
    best: tuple[int, dict[int, Label]] | None = None
    for _ in range(_TRIES):
        placed: dict[int, Label] = {}
        blocked = []
        for at in order:
            near = _nearby(branches[at], around, placed.values(), style)
            cost, placed[at] = _place(branches[at], near, style)
            if cost >= _BLOCKED:
                blocked.append(at)
        if best is None or len(blocked) < best[0]:
            best = len(blocked), placed
        again = [*blocked, *(at for at in order if at not in blocked)]
        if not blocked or again == order:
            break
        order = again
    assert best is not None  # noqa: S101 - the loop runs at least once
    return tuple(best[1][at] for at in range(len(branches))), best[0] > 0


class _Obstacles(NamedTuple):
    """What is near enough to a branch to matter, as plain boxes."""

    blocks: list[Segment]
    diamonds: list[Segment]
    rules: list[Segment]
    strangers: list[Segment]
    others: tuple[Segment, ...]
    area: Box


def _nearby(branch: Branch, around: Surroundings, placed: Iterable[Label], style: Style) -> _Obstacles:
    """Leave out what the words of a branch cannot reach."""
    far = _NEAR + width(branch.words, style.label)
    left, top = min(x for x, _ in branch.points[:3]), min(y for _, y in branch.points[:3])
    x, y = branch.points[0]
    window = (
        max(left, x - _REACH) - far,
        max(top, y - _REACH) - far,
        min(max(x for x, _ in branch.points[:3]), x + _REACH) + far,
        min(max(y for _, y in branch.points[:3]), y + _REACH) + far,
    )

    def near(boxes: Iterable[Segment]) -> list[Segment]:
        return [box for box in boxes if _overlap(box, window)]

    diamonds = [symbol for symbol in around.symbols if symbol.shape is Shape.DECISION]
    others = [symbol for symbol in around.symbols if symbol.shape is not Shape.DECISION]
    lines = near(around.lines)
    own = [box_of(a, b) for a, b in pairwise(branch.points)]
    return _Obstacles(
        lines + near(_edges(symbol.box) for symbol in others) + near(_edges(label.box) for label in placed),
        near(_edges(symbol.box) for symbol in diamonds),
        near(around.rules),
        [line for line in lines if not any(_overlap(line, leg) for leg in own)],
        branch.others,
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
        for near, leg, along, off, other in merge(*_stands(branch.points)):
            if near + worse >= limit:
                break
            box, apart = _box(branch.points, leg, along, off, wide, tall, other=bool(other))
            total = near + worse + _penalty(box, apart, obstacles, limit - near - worse)
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
    text = prose(words)
    worse = 0.0
    for smaller in _SIZES:
        size = style.label - smaller
        whole = text.wrap(size, widest)
        if not whole:
            yield size, (), worse
            return
        wide = max(line.width for line in whole)
        yield size, whole, worse + max(0.0, wide - _WIDEST)
        word = min(text.narrowest(size), widest)
        if word < wide:
            yield size, text.wrap(size, max(word, wide * 0.6), balance=True), worse + _WRAPPED
            yield size, text.wrap(size, max(word, 1.0), balance=True), worse + 2 * _WRAPPED
        worse += _SMALLER


def _stands(points: Sequence[Point]) -> Iterator[Iterator[tuple[float, int, float, float, int]]]:
    """Yield for each leg near the beginning of a line the places beside it, best first."""
    passed = 0.0
    for leg, ((x1, y1), (x2, y2)) in enumerate(pairwise(points)):
        if passed > _REACH:
            break
        length = abs(x2 - x1) + abs(y2 - y1)
        yield _beside(leg, passed, min(length, _REACH - passed))
        passed += length


def _beside(leg: int, passed: float, length: float) -> Iterator[tuple[float, int, float, float, int]]:
    """Yield the places beside one leg: what each costs, the leg, how far along, how far off, on which side."""
    least = -100.0 if not leg else 0.0
    extra = _LEG * leg + _FAR * passed
    for cost, along, off, other in _STANDS:
        if least <= along <= length:
            yield cost + extra, leg, along, off, other


def _box(
    points: Sequence[Point], leg: int, along: float, off: float, wide: float, tall: float, *, other: bool
) -> tuple[Segment, float]:
    """Return the box of words beside a leg of a line, and how far it is from the leg."""
    (x1, y1), (x2, y2) = points[leg], points[leg + 1]
    if y1 == y2:
        apart = _ABOVE + off
        left = x1 + along if x2 > x1 else x1 - along - wide
        top = y1 + apart if other else y1 - apart - tall
    else:
        apart = _BESIDE + off
        top = y1 + along if y2 > y1 else y1 - along - tall
        left = x1 - apart - wide if other else x1 + apart
    # Words that begin before their leg may end before it as well.
    short = max(0.0, -along - (wide if y1 == y2 else tall))
    return (left, top, left + wide, top + tall), math.hypot(apart, short)


def _penalty(box: Segment, apart: float, obstacles: _Obstacles, limit: float) -> float:
    """Return what is wrong with a place, or more than a limit: far too much where it touches something."""
    cost = 0.0
    area = obstacles.area
    if (
        box[0] < area.x + 1
        or box[2] > area.right - 1
        or box[1] < area.y + _CLEAR
        or box[3] > area.bottom - _CLEAR
    ):
        cost += _BLOCKED
    left, top, right, bottom = box[0] - _CLEAR, box[1] - _CLEAR, box[2] + _CLEAR, box[3] + _CLEAR
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
    if apart > _BESIDE:
        # Words off their line must not stand nearer to another one; of a sibling that would be a lie.
        near = (box[0] - apart, box[1] - apart, box[2] + apart, box[3] + apart)
        cost += _BLOCKED * any(_overlap(near, other) for other in obstacles.others)
        cost += _STRANGE * any(_overlap(near, block) for block in obstacles.strangers)
    left, top, right, bottom = box
    for x1, y1, x2, y2 in obstacles.rules:
        if x1 <= right and left <= x2 and y1 <= bottom and top <= y2:
            cost += _OVER_RULE
    return cost


def _overlap(first: Segment, second: Segment) -> bool:
    return first[0] <= second[2] and second[0] <= first[2] and first[1] <= second[3] and second[1] <= first[3]
