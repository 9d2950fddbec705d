"""What-if: scenarios applied."""

from fractions import Fraction

from sop_engine.analysis.cells import cells_of
from sop_engine.analysis.scenario import applied
from sop_engine.analysis.scenario_words import scenario_of
from sop_engine.graph.process import ProcessGraph
from tests.analysis.test_scenario_words import graph


def shares(found: ProcessGraph, step: str) -> dict[str | None, Fraction]:
    """The shares of a decision."""
    return {flow.label: flow.probability for flow in found.outgoing[step]}


def test_a_time_is_that_of_the_row_and_of_those_that_share_it() -> None:
    """Row 1 gets 10 menit, and row 2 with it; row 4 has both its symbols; nothing else is changed."""
    before = graph()
    after = applied(before, scenario_of(["1=10 menit", "4=2 jam"], before))
    cells = cells_of(after)
    assert [str(time) for time in cells.times] == ["10 menit", "10 menit", "1 jam", "2 jam", "Segera"]
    assert [str(after.steps[step].waktu) for step in ("4a", "4b")] == ["2 jam", "2 jam"]
    assert after.flows == before.flows
    assert (after.names, after.rows, after.complete) == (before.names, before.rows, before.complete)


def test_a_row_that_shared_a_time_gets_its_own() -> None:
    """Row 2 no longer stands in the cell of row 1."""
    before = graph()
    assert cells_of(applied(before, scenario_of(["2=5 menit"], before))).of == (0, 1, 2, 3, 4)


def test_the_others_share_the_rest_in_proportion() -> None:
    """Tidak 30% becomes 65%; Ya 60% and Belum lengkap 10% share 35% as 6 to 1: 30% and 5%."""
    before = graph()
    scenario = scenario_of(["3.Tidak=65%"], before)
    after = applied(before, scenario)
    tenth = Fraction(1, 20)
    assert shares(after, "3") == {"Ya": 6 * tenth, "Tidak": 13 * tenth, "Belum lengkap": tenth}
    assert shares(after, "4b") == shares(before, "4b")
    assert applied(after, scenario).flows == after.flows
    assert [flow._replace(probability=Fraction(1)) for flow in after.flows] == [
        flow._replace(probability=Fraction(1)) for flow in before.flows
    ]


def test_where_the_others_had_nothing_they_share_evenly() -> None:
    """Ya had all of it; with 50% the others get 25% each."""
    before = applied(graph(), scenario_of(["3.Ya=1"], graph()))
    assert shares(before, "3") == {"Ya": 1, "Tidak": 0, "Belum lengkap": 0}
    after = applied(before, scenario_of(["3.Ya=50%"], before))
    assert shares(after, "3") == {
        "Ya": Fraction(1, 2),
        "Tidak": Fraction(1, 4),
        "Belum lengkap": Fraction(1, 4),
    }


def test_no_words_are_no_scenario() -> None:
    """It is false, and applying it changes nothing."""
    before = graph()
    scenario = scenario_of([], before)
    assert not scenario
    assert applied(before, scenario).flows == before.flows
