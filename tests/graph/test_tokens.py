"""The token game, proven against one that tries every order of moves."""

import pytest
from hypothesis import HealthCheck, assume, given, settings

from sop_engine.graph.lineage import arms_of
from sop_engine.graph.net import Net
from sop_engine.graph.tokens import Choice, Played, Stuck, play
from sop_engine.graph.waits import waits_of
from tests.graph.nets import net_of, nets, rests


def played(net: Net) -> Played:
    """The game on a net."""
    return play(net, waits_of(net, arms_of(net)))


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(nets())
def test_the_game_finds_what_trying_everything_finds(net: Net) -> None:
    """A join that is reported holds a token in some run at rest; a run at rest always holds one in one of them."""
    waits = waits_of(net, arms_of(net))
    everything = rests(net, waits.of)
    assume(everything is not None)
    found = play(net, waits)
    stuck = {one.join for one in found.stuck}
    held = [joins for joins in everything if joins]
    assert found.complete
    assert all(any(join in joins for joins in held) for join in stuck)
    assert all(joins & stuck for joins in held)


# Steps by number; each step lists its ways, each way the steps that it leads to.
SOUND = {
    "split and join": (net_of([[[1, 2]], [[3]], [[3]], []], (3,)), True),
    "a loop back to the join is not waited for": (
        net_of([[[1, 2]], [[3]], [[3]], [[4]], [[5], [3]], []], (3,)),
        True,
    ),
    "an arm that may skip a step": (net_of([[[1, 3]], [[4], [2]], [[4]], [[4]], []], (4,)), True),
    "branches of one decision are one flow": (net_of([[[1], [2]], [[3]], [[3]], []], (3,)), True),
    "a split behind one branch only": (net_of([[[1, 2], [3]], [[4]], [[4]], [[4]], []], (4,)), True),
    "a loop inside an arm": (net_of([[[1, 3]], [[2]], [[4], [1]], [[4]], []], (4,)), True),
    "two starts before a join": (net_of([[[2]], [[2]], []], (2,), (0, 1)), True),
    "an inner split and join": (
        net_of([[[1, 5]], [[2, 3]], [[4]], [[4]], [[6]], [[6]], []], (4, 6)),
        True,
    ),
}


@pytest.mark.parametrize("name", SOUND)
def test_sound_procedures_are_proven(name: str) -> None:
    """Nothing is found, and all runs were looked at."""
    net, complete = SOUND[name]
    assert played(net) == Played((), complete=complete)


STUCK = {
    "an arm may end early": (
        net_of([[[1, 2]], [[3], [4]], [[3]], [], []], (3,)),
        (Stuck(3, (2,), (Choice(1, 1),)),),
    ),
    "an arm never comes": (
        net_of([[[1, 2]], [[4]], [[3]], [], [], [[3]]], (3,)),
        (),
    ),
    "a loop brings one arm round again": (
        net_of([[[1, 2]], [[3]], [[3]], [[4], [1]], []], (3,)),
        (Stuck(3, (3,), (Choice(3, 1),)),),
    ),
    "a loop leaves one arm for the split": (
        net_of([[[1, 2]], [[3], [0]], [[3]], []], (3,)),
        (Stuck(3, (2,), (Choice(1, 1),)),),
    ),
    "only one start leads to the other arm": (
        net_of([[[2]], [[3]], [[3, 4]], [[5]], [[5]], []], (5,), (0, 1)),
        (Stuck(5, (5,), (Choice(-1, 1),)),),
    ),
    "the outer join only waits for the inner one": (
        net_of([[[1, 2]], [[6]], [[3, 4]], [[5], [7]], [[5]], [[6]], [], []], (5, 6)),
        (Stuck(5, (5,), (Choice(3, 1),)),),
    ),
    "three arms answer, the last one matters": (
        net_of([[[1, 2, 3]], [[4], [1]], [[4], [2]], [[4], [5]], [], []], (4,)),
        (Stuck(4, (7,), (Choice(3, 1),)),),
    ),
}


@pytest.mark.parametrize("name", STUCK)
def test_endless_waits_are_found_with_the_choices_that_matter(name: str) -> None:
    """The join, what it lacks, and no more choices than needed."""
    net, stuck = STUCK[name]
    assert played(net).stuck == stuck


def nested(depth: int, *, leaves: bool) -> Net:
    """Splits inside splits, each joined again; in the innermost arms a decision that may leave the split."""
    ways: list[list[list[int]]] = []
    joins = []
    size = 3 * depth + 1
    for level in range(depth):
        # Step 3k splits into a decision and the next level; its join stands in the second half.
        ways.append([[3 * level + 1, 3 * level + 3 if level < depth - 1 else 3 * level + 2]])
        join = size + depth - 1 - level
        skip = [size + depth] if leaves and level == depth // 2 else [3 * level + 1]
        ways.append([[join], skip])
        ways.append([[join]])
        joins.append(join)
    ways.append([[size]])
    ways += [[[size + at + 1]] for at in range(depth)]
    ways.append([])
    return net_of(ways, tuple(sorted(joins)))


def test_deep_nests_are_proven_at_once() -> None:
    """Thirty splits in each other, each with a decision: a thousand million markings for the naive."""
    assert played(nested(30, leaves=False)) == Played((), complete=True)
    assert played(nested(300, leaves=False)) == Played((), complete=True)


def test_a_fault_deep_in_a_nest_is_found() -> None:
    """The join that one arm may leave is reported, the joins around it only wait for it."""
    found = played(nested(30, leaves=True))
    assert [(one.join, one.choices) for one in found.stuck] == [(105, (Choice(46, 1),))]
    assert found.complete


def test_many_decisions_side_by_side_are_found_at_once() -> None:
    """Thirty arms that may each end early: the first run off the main line shows it."""
    arms = 30
    ways = [[list(range(1, arms + 1))], *([[arms + 1], [arms + 2]] for _ in range(arms)), [], []]
    found = played(net_of(ways, (arms + 1,)))
    assert [one.join for one in found.stuck] == [arms + 1]
    assert found.complete


def test_work_that_piles_up_is_cut_not_claimed() -> None:
    """A split that feeds itself puts ever more tokens out: nothing is proven, and that is said."""
    net = net_of([[[0, 1, 2]], [[3]], [[3]], []], (3,))
    assert played(net) == Played((), complete=False)


def test_a_circle_without_a_choice_is_no_rest() -> None:
    """Tokens that go round for ever never come to rest, and the search ends all the same."""
    net = net_of([[[1, 2, 4]], [[3]], [[3]], [], [[5]], [[4]]], (3,))
    assert played(net) == Played((), complete=True)
