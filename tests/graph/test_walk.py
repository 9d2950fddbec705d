"""Walks, proven against networkx."""

from itertools import pairwise

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from sop_engine.graph.walk import backwards, components, dominators, reached, shortest_cycle, topological


@st.composite
def graphs(draw: st.DrawFn) -> list[list[int]]:
    """Any directed graph of up to twelve nodes, with loops and repeated edges."""
    size = draw(st.integers(1, 12))
    nodes = st.integers(0, size - 1)
    return draw(st.lists(st.lists(nodes, max_size=4), min_size=size, max_size=size))


def network(after: list[list[int]]) -> nx.DiGraph:
    """The same graph for networkx."""
    graph = nx.DiGraph()
    graph.add_nodes_from(range(len(after)))
    graph.add_edges_from((source, target) for source, targets in enumerate(after) for target in targets)
    return graph


@given(graphs(), st.data())
def test_reached_is_what_networkx_reaches(after: list[list[int]], data: st.DataObject) -> None:
    """The roots and all their descendants, nothing else."""
    roots = data.draw(st.lists(st.integers(0, len(after) - 1), max_size=3))
    graph = network(after)
    expected = set(roots).union(*(nx.descendants(graph, root) for root in roots))
    assert {node for node, seen in enumerate(reached(after, roots)) if seen} == expected


@given(graphs())
def test_backwards_turns_every_edge(after: list[list[int]]) -> None:
    """Each edge stands once for each time it stood there."""
    turned = backwards(after)
    assert sorted((target, source) for source, targets in enumerate(after) for target in targets) == sorted(
        (target, source) for target, sources in enumerate(turned) for source in sources
    )
    assert all(sources == sorted(sources) for sources in turned)


@given(graphs())
def test_components_are_those_of_networkx(after: list[list[int]]) -> None:
    """The same partition, and no component leads to one with a higher number."""
    number = components(after)
    groups: dict[int, set[int]] = {}
    for node, component in enumerate(number):
        groups.setdefault(component, set()).add(node)
    expected = [frozenset(group) for group in nx.strongly_connected_components(network(after))]
    assert set(map(frozenset, groups.values())) == set(expected)
    assert all(number[source] >= number[target] for source, targets in enumerate(after) for target in targets)


@given(graphs())
def test_dominators_are_those_of_networkx(after: list[list[int]]) -> None:
    """Immediate dominators from node 0, and the answer of ``dominates`` for every two nodes."""
    found = dominators(after, 0)
    graph = network(after)
    expected = nx.immediate_dominators(graph, 0)
    for node in range(len(after)):
        above = expected.get(node)
        assert found.above[node] == (-1 if node == 0 or above is None else above)
    inside = [0, *nx.descendants(graph, 0)]
    for upper in range(len(after)):
        without = graph.subgraph(set(graph) - {upper})
        still = {0, *nx.descendants(without, 0)} if upper else set()
        for lower in range(len(after)):
            passes = upper == lower or lower not in still
            assert found.dominates(upper, lower) == (upper in inside and lower in inside and passes)


def test_dominators_stay_fast_where_every_row_goes_back() -> None:
    """Ten thousand rows that each go back to the second: the usual fixed point would be quadratic."""
    size = 10_000
    after = [[1], *([at + 1, 1] for at in range(1, size - 1)), []]
    assert dominators(after, 0).above == [-1, *range(size - 1)]


@given(graphs())
def test_topological_puts_sources_first(after: list[list[int]]) -> None:
    """Where edges only lead onwards, every reached node stands once, behind all that lead to it."""
    onward = [[target for target in targets if target > source] for source, targets in enumerate(after)]
    order = topological(onward, [0])
    assert sorted(order) == [node for node, seen in enumerate(reached(onward, [0])) if seen]
    place = {node: at for at, node in enumerate(order)}
    assert all(place[node] < place[target] for node in order for target in onward[node])


def test_topological_keeps_the_order_of_rows() -> None:
    """A split and its arms come in the order in which they stand."""
    assert topological([[1, 2], [3], [3], []], [0]) == [0, 1, 2, 3]


@given(graphs(), st.data())
def test_shortest_cycle_is_as_short_as_can_be(after: list[list[int]], data: st.DataObject) -> None:
    """A way from the node back to itself inside the given nodes; none shorter exists."""
    nodes = st.integers(0, len(after) - 1)
    start = data.draw(nodes)
    within = data.draw(st.sets(nodes)) | {start}
    found = shortest_cycle(after, start, within)
    inside = network(after).subgraph(within)
    lengths = nx.single_source_shortest_path_length(inside, start)
    closing = [lengths[node] + 1 for node in lengths if start in after[node]]
    if not closing:
        assert found == []
        return
    assert len(found) == min(closing) + 1
    assert found[0] == found[-1] == start
    assert set(found) <= within
    assert all(target in after[source] for source, target in pairwise(found))
