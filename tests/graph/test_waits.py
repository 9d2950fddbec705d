"""Arms and waits: which flows run side by side, and what joins make of it."""

from itertools import combinations, permutations, product

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings

from sop_engine.graph.lineage import arms_of, bits
from sop_engine.graph.net import Net
from sop_engine.graph.waits import Both, OneOf, Wait, Waits, flows_in, waits_of
from tests.graph.nets import net_of, nets


def waits(net: Net) -> Waits:
    """What the joins of a net wait for."""
    return waits_of(net, arms_of(net))


def ways_from(net: Net, arm: int, flow: int) -> list[frozenset[int]]:
    """The steps of each way that begins with one flow and ends with another, without flows that go back."""
    if arm == flow:
        return [frozenset()]
    back = net.loops | net.reentries
    graph = nx.DiGraph()
    graph.add_nodes_from(range(len(net.ways)))
    graph.add_edges_from(
        (source, target)
        for number, (source, target) in enumerate(zip(net.sources, net.targets, strict=True))
        if number not in back
    )
    start, end = net.targets[arm], net.sources[flow]
    if start == end:
        return [frozenset([start])]
    return [frozenset(way) for way in nx.all_simple_paths(graph, start, end)]


def can_run_together(net: Net, first: int, second: int) -> bool:
    """Whether ways from two arms of one split to the two flows share no step."""
    return any(
        not one & other
        for ways in net.ways
        for way in ways
        for left, right in permutations(way, 2)
        for one, other in product(ways_from(net, left, first), ways_from(net, right, second))
    )


@settings(deadline=None)
@given(nets())
def test_side_by_side_is_proven_by_ways_without_a_common_step(net: Net) -> None:
    """What is said to run side by side can: two arms of one split lead there on ways of their own."""
    arms = arms_of(net)
    for flows in net.entering:
        alive = [flow for flow in flows if net.reachable[net.sources[flow]]]
        for first, second in combinations(alive, 2):
            if arms.split(first, second) is not None:
                assert can_run_together(net, first, second)


def meeting(wait: Wait, first: int, second: int) -> type[Both] | type[OneOf]:
    """The innermost kind of wait that holds both flows."""
    assert not isinstance(wait, int)
    for part in wait.parts:
        if {first, second} <= set(flows_in(part)):
            return meeting(part, first, second)
    return type(wait)


def has_no_path_of_four(flows: list[int], beside: set[frozenset[int]]) -> bool:
    """Whether a relation can be divided: no four flows of which only neighbours in a row are related."""
    return not any(
        [frozenset(pair) in beside for pair in combinations(four, 2)]
        == [True, False, False, True, False, True]
        for four in permutations(flows, 4)
    )


@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.filter_too_much])
@given(nets())
def test_waits_say_what_every_two_flows_say(net: Net) -> None:
    """Each flow that is waited for stands once; side by side means both, alternatives mean one of them."""
    arms = arms_of(net)
    found = waits_of(net, arms)
    assert found.tangled == ()
    for join in net.joins:
        flows = [
            flow for flow in net.entering[join] if net.reachable[net.sources[flow]] and flow not in net.loops
        ]
        if not flows:
            assert join not in found.of
            continue
        assert sorted(flows_in(found.of[join])) == flows
        beside = {frozenset(pair) for pair in combinations(flows, 2) if arms.split(*pair) is not None}
        divides = has_no_path_of_four(flows, beside)
        for pair in combinations(flows, 2):
            kind = meeting(found.of[join], *pair)
            if frozenset(pair) in beside:
                assert kind is Both
            elif divides:
                assert kind is OneOf


CASES: dict[str, tuple[Net, Wait | None]] = {
    "one flow": (net_of([[[1]], []], (1,)), 0),
    "only a loop": (net_of([[[1]], [[0], [2]], []], (0,)), None),
    "two arms": (net_of([[[1, 2]], [[3]], [[3]], []], (3,)), Both((2, 3))),
    "two branches": (net_of([[[1], [2]], [[3]], [[3]], []], (3,)), OneOf((2, 3))),
    "two starts": (net_of([[[2]], [[2]], []], (2,), (0, 1)), OneOf((0, 1))),
    "an arm that may skip a step": (
        net_of([[[1, 3]], [[4], [2]], [[4]], [[4]], []], (4,)),
        Both((OneOf((2, 4)), 5)),
    ),
    "a split behind one branch": (
        net_of([[[1, 2], [3]], [[4]], [[4]], [[4]], []], (4,)),
        OneOf((Both((3, 4)), 5)),
    ),
    "one branch splits more than the other": (
        net_of([[[1, 2], [1, 2, 3]], [[4]], [[4]], [[4]], []], (4,)),
        Both((5, 6, 7)),
    ),
    "a decision behind an inner join": (
        net_of([[[1, 2]], [[3]], [[3]], [[4], [5]], [[6]], [[6]], []], (3, 6)),
        OneOf((6, 7)),
    ),
    "splits in splits": (
        net_of([[[1, 2]], [[3, 4]], [[5]], [[5]], [[5]], []], (5,)),
        Both((4, 5, 6)),
    ),
    "an arm that ends elsewhere": (
        net_of([[[1, 2, 5]], [[3]], [[3]], [[4], [6]], [[6]], [], []], (3, 6)),
        OneOf((6, 7)),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_joins_wait_for(name: str) -> None:
    """The wait of the last join of each case."""
    net, wait = CASES[name]
    assert waits(net).of.get(net.joins[-1]) == wait


def test_a_split_of_thousands_is_one_wait() -> None:
    """Five thousand arms that meet again are told apart by their one split."""
    arms = 5000
    net = net_of([[list(range(1, arms + 1))], *([[arms + 1]] for _ in range(arms)), []], (arms + 1,))
    assert waits(net) == Waits({arms + 1: Both(tuple(range(arms, 2 * arms)))}, ())


def test_very_deep_alternatives_are_called_tangled() -> None:
    """A decision or a split, a hundred and fifty times in each other, all into one join: given up, and said."""
    depth = 150
    last = 3 * depth
    ways: list[list[list[int]]] = []
    for level in range(depth):
        at = 3 * level
        ways += [[[at + 1, at + 2]], [[last]], [[last], [at + 3]]]
    ways.append([])
    net = net_of(ways, (last,))
    found = waits(net)
    assert found.tangled == (last,)
    assert found.of[last] == Both(tuple(net.entering[last]))


def test_bits_are_places_of_ones() -> None:
    """Ascending, also beyond a machine word."""
    assert list(bits(0b1011 | 1 << 100)) == [0, 1, 3, 100]
