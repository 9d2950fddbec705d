"""The grid that connectors are routed on: lanes and levels, and the symbols that stand in their cells.

In: where the symbols of one page stand. Out: ``Grid``, which answers how far a line can run from a symbol's
side before it meets another symbol.

Positions are whole numbers that know order, not distance. Across: lane ``k`` has its centre at ``2k + 1``
and the gutters left and right of it at ``2k`` and ``2k + 2``. Down: level ``k`` has its centre at ``2k + 1``
and the channels above and below it at ``2k`` and ``2k + 2``. Odd lines are single: the middle of a lane
or of a level. Even lines are corridors that hold as many parallel tracks as are needed.
"""

from dataclasses import dataclass, field
from enum import IntEnum
from typing import NamedTuple

__all__ = ["Grid", "Link", "Node", "Side"]


class Side(IntEnum):
    """A side of a symbol; each has one port, in its middle."""

    TOP = 0
    RIGHT = 1
    BOTTOM = 2
    LEFT = 3


class Node(NamedTuple):
    """A symbol that connectors leave and enter.

    Attributes:
        level: from 0 at the page's top.
        lane: from 0 at the left.
        also: further lanes in which the same step stands, joined by a plain line.
        entry: sides that a connector may enter.
        exit: sides that a connector may leave.
    """

    level: int
    lane: int
    also: tuple[int, ...] = ()
    entry: tuple[Side, ...] = tuple(Side)
    exit: tuple[Side, ...] = tuple(Side)


class Link(NamedTuple):
    """A connector to be routed.

    Attributes:
        source: index of the node that it leaves.
        target: index of the node that it enters.
        branch: which branch of a decision it is; None for what is no branch. Branches leave by different
            sides, everything else that leaves one node may share a side.
        keluar: the side that the author wants it to leave by, or None.
        masuk: the side that the author wants it to enter by, or None.
    """

    source: int
    target: int
    branch: int | None = None
    keluar: Side | None = None
    masuk: Side | None = None


@dataclass(frozen=True)
class Grid:
    """The symbols of one page on their lanes and levels.

    Attributes:
        lanes: how many.
        levels: how many.
        nodes: the symbols.
        joints: for each upright line the levels, as bits, on which it crosses the plain line of a joint step.
    """

    lanes: int
    levels: int
    nodes: tuple[Node, ...]
    joints: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _columns: list[int] = field(init=False, repr=False, compare=False)
    _rows: list[int] = field(init=False, repr=False, compare=False)
    _reach: dict[tuple[int, int], tuple[int, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Note what stands where, as bits."""
        columns, rows, joined = [0] * self.lanes, [0] * self.levels, [0] * self.levels
        joints = [0] * (2 * self.lanes + 1)
        for node in self.nodes:
            for lane in (node.lane, *node.also):
                columns[lane] |= 1 << node.level
                rows[node.level] |= 1 << lane
            if node.also:
                first, last = min(node.lane, *node.also), max(node.lane, *node.also)
                joined[node.level] |= (1 << (last + 1)) - (1 << first)
                for line in range(2 * first + 2, 2 * last + 1):
                    joints[line] |= 1 << node.level
        set_once = object.__setattr__
        set_once(self, "_columns", columns)
        set_once(self, "_rows", [row | line for row, line in zip(rows, joined, strict=True)])
        set_once(self, "joints", tuple(joints))
        set_once(self, "_reach", {})

    def occupied(self, level: int, lane: int) -> bool:
        """Whether a symbol, or the line between the shapes of a joint one, holds the middle of a cell."""
        return bool(self._rows[level] >> lane & 1)

    def clear_down(self, lane: int, first: int, last: int) -> bool:
        """Whether no symbol stands in a lane between two levels, both excluded."""
        if first > last:
            first, last = last, first
        return not self._columns[lane] >> (first + 1) & ((1 << max(0, last - first - 1)) - 1)

    def clear_across(self, level: int, first: int, last: int) -> bool:
        """Whether nothing stands on a level between two lanes, both excluded."""
        if first > last:
            first, last = last, first
        return not self._rows[level] >> (first + 1) & ((1 << max(0, last - first - 1)) - 1)

    def reach(self, index: int, side: Side) -> tuple[int, ...]:
        """Corridors that a straight line from a node's side meets before another symbol, nearest first.

        They are channels for the top and bottom side, gutters for the left and right one.
        """
        found = self._reach.get((index, side))
        if found is None:
            found = self._reach[index, side] = self._run(self.nodes[index], side)
        return found

    def _run(self, node: Node, side: Side) -> tuple[int, ...]:
        if side is Side.TOP or side is Side.BOTTOM:
            at, count, taken = node.level, self.levels, self._columns[node.lane]
        else:
            at, count, taken = node.lane, self.lanes, self._rows[node.level]
        corridors = []
        if side is Side.BOTTOM or side is Side.RIGHT:
            for cell in range(at + 1, count + 1):
                corridors.append(cell)
                if taken >> cell & 1:
                    break
        else:
            for cell in range(at, -1, -1):
                corridors.append(cell)
                if cell and taken >> (cell - 1) & 1:
                    break
        return tuple(corridors)
