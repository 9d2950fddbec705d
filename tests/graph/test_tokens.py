"""The token game, proven against one that tries every order of moves."""

from hypothesis import assume, event, given, settings

from sop_engine.graph.lineage import arms_of
from sop_engine.graph.net import Net
from sop_engine.graph.tokens import Choice, Played, Stuck, play
from sop_engine.graph.waits import waits_of
from tests.graph.nets import net_of, nets, rests


def played(net: Net) -> Played:
    """The game on a net."""
    return play(net, waits_of(net, arms_of(net)))


@settings(max_examples=6000, deadline=None)
@given(nets())
def test_the_game_finds_what_trying_everything_finds(net: Net) -> None:
    """Each join that is reported comes to rest with a token in some run; if none is, no run rests with one."""
    waits = waits_of(net, arms_of(net))
    found = play(net, waits)
    everything = rests(net, waits.of)
    assume(everything is not None)
    stuck = {one.join for one in found.stuck}
    held = {joins for joins in everything if joins}
    event(f"stuck: {bool(stuck)}")
    assert all(any(join in joins for joins in held) for join in stuck)
    assert found.complete
    assert all(joins & stuck for joins in held)
