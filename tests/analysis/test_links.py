"""Walks made of links."""

from sop_engine.analysis.links import AgainLink, MetLink, RunLink, SideLink, StepLink, walk_of
from sop_engine.analysis.walked import Again, Pass, Side


def test_a_walk_of_links() -> None:
    """Links are told from the first to the last; what stands in several places is made once."""
    inner = StepLink(1, counts=True, by=4, rest=None)
    link = StepLink(0, True, None, SideLink((inner, None), AgainLink(2, inner, None)))
    walk = walk_of(link, ("1", "2"))
    assert walk == (Pass("1", True), Side(((Pass("2", True),), ())), Again(2, (Pass("2", True),)))
    side, again = walk[1], walk[2]
    assert isinstance(side, Side)
    assert isinstance(again, Again)
    assert side.arms[0] is again.walk
    assert walk_of(None, ()) == ()


def test_a_run_that_ways_have_in_common() -> None:
    """It is put in where it stands, also before the end of an arm, which says by which flow it comes to the others."""
    run = StepLink(0, True, None, StepLink(1, False, 3, None))
    inner = RunLink(StepLink(2, True, 4, None), MetLink(5))
    walk = walk_of(RunLink(run, SideLink((inner, None, MetLink(6)), None)), ("1", "2", "3"))
    assert walk == (Pass("1", True), Pass("2", False), Side(((Pass("3", True),), (), ())))
    side = walk[2]
    assert isinstance(side, Side)
    assert side.by == (5, None, 6)
