"""Walks over a directed graph of integers: what reaches what, cycles, dominators.

In: successors of each node, ``after[node]``, nodes counted from 0. Out: plain lists. Everything here is
iterative and linear (dominators: nearly), so that ten thousand rows cost no stack and little time; tests
prove it against networkx, which would cost more to import than a whole ordinary check.
"""

from collections import deque
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

__all__ = [
    "Adjacency",
    "Dominators",
    "backwards",
    "components",
    "dominators",
    "reached",
    "shortest_cycle",
    "topological",
]

Adjacency: TypeAlias = Sequence[Sequence[int]]
"""For each node the nodes that it leads to; a node may stand there twice."""


def reached(after: Adjacency, roots: Iterable[int]) -> bytearray:
    """Which nodes can be reached.

    Args:
        after: the graph.
        roots: where to begin; they count as reached.

    Returns:
        One byte a node, 1 where it is reached. O(nodes + edges).
    """
    seen = bytearray(len(after))
    stack = list(roots)
    for root in stack:
        seen[root] = 1
    while stack:
        for node in after[stack.pop()]:
            if not seen[node]:
                seen[node] = 1
                stack.append(node)
    return seen


def backwards(after: Adjacency) -> list[list[int]]:
    """The graph with every edge turned round; sources stand in ascending order."""
    before: list[list[int]] = [[] for _ in after]
    for source, targets in enumerate(after):
        for target in targets:
            before[target].append(source)
    return before


def components(after: Adjacency) -> list[int]:
    """The strongly connected component of each node.

    Tarjan's algorithm (R. Tarjan, Depth-first search and linear graph algorithms, 1972) without recursion.

    Returns:
        A component's number for each node; a component has a higher number than all that it leads to.
        O(nodes + edges).
    """
    size = len(after)
    low = [0] * size
    number = [-1] * size
    open_nodes: list[int] = []
    clock = count = 0
    for root in range(size):
        if low[root]:
            continue
        clock += 1
        low[root] = clock
        open_nodes.append(root)
        path = [(root, clock, iter(after[root]))]
        while path:
            node, entered, rest = path[-1]
            for target in rest:
                if not low[target]:
                    clock += 1
                    low[target] = clock
                    open_nodes.append(target)
                    path.append((target, clock, iter(after[target])))
                    break
                if number[target] < 0 and low[target] < low[node]:
                    low[node] = low[target]
            else:
                path.pop()
                if path and low[node] < low[path[-1][0]]:
                    low[path[-1][0]] = low[node]
                if low[node] == entered:
                    while True:
                        member = open_nodes.pop()
                        number[member] = count
                        if member == node:
                            break
                    count += 1
    return number


def topological(after: Adjacency, roots: Iterable[int]) -> list[int]:
    """What is reached from the roots, each node behind all that lead to it.

    Args:
        after: a graph without cycles.
        roots: where to begin.

    Returns:
        Nodes, depth first; among several orders the one that keeps the roots' and successors' own order.
    """
    seen = bytearray(len(after))
    finished: list[int] = []
    for root in reversed(list(roots)):
        if seen[root]:
            continue
        seen[root] = 1
        path = [(root, iter(after[root][::-1]))]
        while path:
            node, rest = path[-1]
            for target in rest:
                if not seen[target]:
                    seen[target] = 1
                    path.append((target, iter(after[target][::-1])))
                    break
            else:
                finished.append(node)
                path.pop()
    finished.reverse()
    return finished


def shortest_cycle(after: Adjacency, start: int, within: Collection[int]) -> list[int]:
    """A shortest way from a node back to itself.

    Args:
        after: the graph.
        start: the node.
        within: nodes that the way may use.

    Returns:
        ``[start, ..., start]``; empty where there is no such way. Of several the first in breadth-first order.
    """
    came: dict[int, int] = {}
    queue = deque([start])
    while queue:
        node = queue.popleft()
        for target in after[node]:
            if target == start:
                way = [start]
                while node != start:
                    way.append(node)
                    node = came[node]
                return [start, *reversed(way)]
            if target in within and target not in came:
                came[target] = node
                queue.append(target)
    return []


@dataclass(frozen=True, eq=False, slots=True)
class Dominators:
    """A dominator tree.

    Attributes:
        above: immediate dominator of each node; -1 for the root and for what it does not reach.
        enter: when a walk of the tree comes to the node; -1 for what is not reached.
        leave: when it has left everything below the node.
    """

    above: list[int]
    enter: list[int]
    leave: list[int]

    def dominates(self, upper: int, lower: int) -> bool:
        """Whether every way from the root to ``lower`` passes ``upper``; a node dominates itself."""
        return 0 <= self.enter[upper] <= self.enter[lower] < self.leave[upper]


def dominators(after: Adjacency, root: int) -> Dominators:
    """The dominator tree of what the root reaches.

    The algorithm of T. Lengauer and R. Tarjan (A fast algorithm for finding dominators in a flowgraph, 1979)
    in its simple form. O(edges * log nodes) in every case; the usual fixed point over a reversed postorder is
    quadratic where each of many rows goes back to one of the first.
    """
    order, parent = _depth_first(after, root)
    number = [-1] * len(after)
    for at, node in enumerate(order):
        number[node] = at
    size = len(order)
    before: list[list[int]] = [[] for _ in order]
    for at, node in enumerate(order):
        for target in after[node]:
            before[number[target]].append(at)
    # From here on nodes are their depth-first numbers.
    semi = list(range(size))
    best = list(range(size))
    ancestor = [-1] * size
    above = [0] * size
    bucket: list[list[int]] = [[] for _ in order]
    for node in range(size - 1, 0, -1):
        for source in before[node]:
            found = semi[_lowest(source, ancestor, best, semi)]
            semi[node] = min(semi[node], found)
        bucket[semi[node]].append(node)
        ancestor[node] = parent[node]
        for lower in bucket[parent[node]]:
            found = _lowest(lower, ancestor, best, semi)
            above[lower] = found if semi[found] < semi[lower] else parent[node]
        bucket[parent[node]].clear()
    for node in range(1, size):
        if above[node] != semi[node]:
            above[node] = above[above[node]]
    return _tree(order, above, len(after))


def _depth_first(after: Adjacency, root: int) -> tuple[list[int], list[int]]:
    """Nodes in the order in which a depth-first walk enters them, and each one's parent as such a number."""
    order, parent = [root], [-1]
    number = {root: 0}
    path = [(0, iter(after[root]))]
    while path:
        at, rest = path[-1]
        for target in rest:
            if target not in number:
                number[target] = len(order)
                path.append((len(order), iter(after[target])))
                order.append(target)
                parent.append(at)
                break
        else:
            path.pop()
    return order, parent


def _lowest(node: int, ancestor: list[int], best: list[int], semi: list[int]) -> int:
    """The node of lowest semidominator on the linked path above ``node``; shortens that path."""
    path = []
    at = node
    while ancestor[at] >= 0 and ancestor[ancestor[at]] >= 0:
        path.append(at)
        at = ancestor[at]
    for at in reversed(path):
        higher = ancestor[at]
        if semi[best[higher]] < semi[best[at]]:
            best[at] = best[higher]
        ancestor[at] = ancestor[higher]
    return best[node] if ancestor[node] >= 0 else node


def _tree(order: list[int], above: list[int], size: int) -> Dominators:
    """Numbers for answering ``dominates`` at once, and everything in the caller's own node numbers."""
    weight = [1] * len(order)
    for node in range(len(order) - 1, 0, -1):
        weight[above[node]] += weight[node]
    enter = [-1] * size
    leave = [-1] * size
    result = [-1] * size
    free = [0] * len(order)
    for node, name in enumerate(order):
        if node:
            result[name] = order[above[node]]
            start = free[above[node]]
            free[above[node]] += weight[node]
        else:
            start = 0
        enter[name], leave[name] = start, start + weight[node]
        free[node] = start + 1
    return Dominators(result, enter, leave)
