"""Expected time: worked by hand, against formulas, and against long runs of chance."""

import json
from fractions import Fraction
from math import sqrt
from statistics import fmean

import pytest

from sop_engine import compile_sop
from sop_engine.analysis.conversion import Conversion
from sop_engine.analysis.expected import Expected, expected
from sop_engine.analysis.regions import Doubt, DoubtKind
from sop_engine.analysis.scales import near
from sop_engine.analysis.scenario import Assumed, applied
from sop_engine.analysis.scenario_words import scenario_of
from sop_engine.analysis.total import Total
from sop_engine.analysis.walks import Goal, walks
from sop_engine.compiled import Compiled
from sop_engine.model.satuan import Amount, Unit
from tests.analysis.procedures import Grown, compiled, grown, sop_of
from tests.layout.generator import random_sop


def of(found: Compiled, conversion: Conversion | None = None) -> Expected:
    """What is expected of a SOP."""
    assert found.graph is not None
    return expected(found.graph, conversion, sop=found.sop)


def minutes(amount: Amount) -> Fraction:
    """An amount of hours, minutes and seconds in minutes."""
    sizes = {Unit.JAM: Fraction(60), Unit.MENIT: Fraction(1), Unit.DETIK: Fraction(1, 60)}
    return sum((number * sizes[unit] for unit, number in amount.parts), Fraction(0))


def both(text: Amount) -> Total:
    """A figure that is no range."""
    return Total(text, text, measured=True)


def menit(number: int | Fraction) -> Amount:
    """So many minutes, carried."""
    return Amount.of({Unit.MENIT: number}).carried()


def test_a_loop_by_hand() -> None:
    """Rows of 30, 60 and 10 menit; row 2 goes back to row 1 with 25%.

    Rounds: 1 / (1 - 1/4) = 4/3. Elapsed = 4/3 x 90 + 10 = 130 menit = 2 jam 10 menit. The number of rounds back is
    geometric: its variance is (1/4) / (3/4)^2 = 4/9, so the variance is 4/9 x 90^2 = 3600 menit^2 = 3600 x 3600 detik^2,
    and the deviation 60 menit.
    """
    found = compiled(
        "1 | 30 menit |", "2 | 60 menit | cabang: {Ya: 3, Tidak: {ke: 1, peluang: 25%}}", "3 | 10 menit |"
    )
    result = of(found)
    assert result.elapsed == both(menit(130))
    assert result.work == both(menit(130))
    assert result.visits == {"1": Fraction(4, 3), "2": Fraction(4, 3), "3": 1}
    assert result.spread is not None
    assert (result.spread.unit, result.spread.low, result.spread.high) == (Unit.DETIK, 3600**2, 3600**2)
    assert result.spread.deviation == both(Amount.of({Unit.JAM: 1}))
    assert (result.error, result.doubt, result.elapsed_doubt, result.assumed) == (0.0, None, None, ())


def test_a_limited_loop_by_hand() -> None:
    """The same with at most one round back: 1 + 1/4 = 5/4 rounds, 5/4 x 90 + 10 = 122,5 menit.

    Either none or one round more: variance 1/4 x 3/4 x 90^2 = 1518,75 menit^2 = 5.467.500 detik^2.
    """
    found = compiled(
        "1 | 30 menit |",
        "2 | 60 menit | cabang: {Ya: 3, Tidak: {ke: 1, peluang: 25%, maks: 1}}",
        "3 | 10 menit |",
    )
    result = of(found)
    assert result.elapsed == both(menit(Fraction(245, 2)))
    assert result.visits == {"1": Fraction(5, 4), "2": Fraction(5, 4), "3": 1}
    assert result.spread is not None
    assert result.spread.low == 5_467_500


def test_a_used_up_branch_is_shared_in_proportion() -> None:
    """Back 50% at most once, else A 30% and B 20%: the second time A has 3/5 and B 2/5.

    A: 3/10 + 1/2 x 3/5 = 3/5; B: 2/10 + 1/2 x 2/5 = 2/5. Going back from row 1 to itself stays in its Waktu cell,
    which counts once, for work too: 10 + 3/5 x 20 + 2/5 x 30 = 34.
    """
    flow = "cabang: {A: {ke: 2, peluang: 30%}, B: {ke: 3, peluang: 20%}, C: {ke: 1, peluang: 50%, maks: 1}}"
    found = compiled(f"1 | 10 menit | {flow}", "2 | 20 menit | lanjut: selesai", "3 | 30 menit |")
    result = of(found)
    assert result.visits == {"1": Fraction(3, 2), "2": Fraction(3, 5), "3": Fraction(2, 5)}
    assert result.elapsed == result.work == both(menit(34))


@pytest.mark.parametrize(("back", "first"), [("2", 1), ("1", 2)])
def test_a_limit_counts_for_each_entry_of_its_loop(back: str, first: int) -> None:
    """An inner loop of at most one round lies in an outer one: it may repeat again each time that it is come to.

    The outer loop is gone 1 / (1 - 1/2) = 2 times, each time with 1 + 1/2 = 3/2 rounds of the inner one: rows 2 and 3
    are done 3 times. It makes no difference whether the outer loop goes back to row 1 or to row 2, where the inner one
    begins too.
    """
    found = compiled(
        "1 | 5 menit |",
        "2 | 20 menit |",
        "3 | 10 menit | cabang: {Ya: 4, Tidak: {ke: 2, peluang: 50%, maks: 1}}",
        f"4 | 1 menit | cabang: {{Ya: 5, Tidak: {{ke: {back}, peluang: 50%}}}}",
        "5 | 0 menit |",
    )
    assert of(found).visits == {"1": first, "2": 3, "3": 3, "4": 2, "5": 1}


def test_taking_turns_in_two_loops_does_not_renew_a_limit() -> None:
    """Row 1 leads to 2 or to 3 (50%), both of which always go back to it, each at most once, and then end.

    The first goes back for sure. With 1/2 the other follows: it goes back too, and whichever comes then ends. Else the
    same comes again and ends. Rows 2 and 3 together: 1/2 x 2 + 1/2 x 3 = 5/2 times, row 1 as often.
    """
    found = compiled(
        "1 | 1 jam | cabang: {A: 2, B: 3}",
        "2 | 1 jam | cabang: {Ya: {ke: 4, peluang: 0%}, Tidak: {ke: 1, peluang: 100%, maks: 1}}",
        "3 | 1 jam | cabang: {Ya: {ke: 4, peluang: 0%}, Tidak: {ke: 1, peluang: 100%, maks: 1}}",
        "4 | 1 jam |",
    )
    half = Fraction(5, 2)
    assert of(found).visits == {"1": half, "2": half / 2, "3": half / 2, "4": 1}


def test_a_limit_of_a_branch_that_goes_back_by_another_row() -> None:
    """Tidak leads to row 3 for corrections, which goes back to row 1; at most once.

    Row 3 is done with 1/2, rows 1 and 2 so 3/2 times: 3/2 x (10 + 20) + 1/2 x 40 + 1 = 66 menit.
    """
    found = compiled(
        "1 | 10 menit |",
        "2 | 20 menit | cabang: {Ya: 4, Tidak: {ke: 3, peluang: 50%, maks: 1}}",
        "3 | 40 menit | lanjut: 1",
        "4 | 1 menit |",
    )
    assert of(found).elapsed == both(menit(66))


def test_arms_side_by_side_by_hand() -> None:
    """Arm 2 takes 60 menit; arm 3 takes 30, and with 20% row 4 of 90 more. Then row 5 of 10 waits; row 1 takes 5.

    The longest is 60 with 80% and 120 with 20%: 72 menit on average; elapsed 5 + 72 + 10 = 87. Its variance is
    1/5 x 4/5 x 60^2 = 576 menit^2: deviation 24 menit. Work: 5 + 60 + 30 + 1/5 x 90 + 10 = 123.
    """
    found = compiled(
        "1 | 5 menit | lanjut: [2, 3]",
        "2 | 60 menit | lanjut: 5",
        "3 | 30 menit | cabang: {Ya: 5, Tidak: {ke: 4, peluang: 20%}}",
        "4 | 90 menit |",
        "5 | 10 menit | gabung: semua",
    )
    result = of(found)
    assert result.elapsed == both(menit(87))
    assert result.work == both(menit(123))
    assert result.visits == {"1": 1, "2": 1, "3": 1, "4": Fraction(1, 5), "5": 1}
    assert result.spread is not None
    assert result.spread.deviation == both(menit(24))


def test_arms_that_never_meet() -> None:
    """Each arm ends for itself: 5 + the longer of 60 and (30, or with 20% 30 + 90) = 5 + 72."""
    found = compiled(
        "1 | 5 menit | lanjut: [2, 3]",
        "2 | 60 menit | lanjut: selesai",
        "3 | 30 menit | cabang: {Ya: selesai, Tidak: {ke: 4, peluang: 20%}}",
        "4 | 90 menit |",
    )
    result = of(found)
    assert result.elapsed == both(menit(77))
    assert result.work == both(menit(5 + 60 + 30 + 18))


def test_joint_roles_work_each() -> None:
    """Two roles in a row of 2 hari: elapsed 2 hari, work 4 hari."""
    result = of(compiled("1 | 2 hari | 'pelaksana': [staf, kepala]", "2 | 1 jam |"))
    assert str(result.elapsed) == "2 hari 1 jam"
    assert str(result.work) == "4 hari 1 jam"


def test_ranges_run_through() -> None:
    """10-20 menit done 2 times, and 1 jam once: 1 jam 20 menit - 1 jam 40 menit; spread for both ends.

    A round takes 10 or 20 menit; variance of rounds back (1/2)/(1/2)^2 = 2: 2 x 600^2 and 2 x 1200^2 detik^2.
    """
    found = compiled("1 | 10-20 menit |", "2 | 0 menit | cabang: {Ya: 3, Tidak: 1}", "3 | 1 jam |")
    result = of(found)
    assert str(result.elapsed) == "1 jam 20 menit - 1 jam 40 menit"
    assert result.spread is not None
    assert (result.spread.low, result.spread.high) == (720_000, 2_880_000)


def test_what_varies_in_one_unit_has_a_spread() -> None:
    """1 hari done twice (variance 2, as above), and 30 menit once: 2 hari 30 menit, deviation sqrt 2 hari.

    With 7,5 hours a day it is sqrt(2 x 27000^2) = 38183,77 detik, so 10 jam 36 menit 24 detik.
    """
    found = compiled("1 | 1 hari |", "2 | 0 menit | cabang: {Ya: 3, Tidak: 1}", "3 | 30 menit |")
    result = of(found)
    assert str(result.elapsed) == "2 hari 30 menit"
    assert result.spread is not None
    assert (result.spread.unit, result.spread.low, result.spread.converted) == (Unit.HARI, 2, False)
    assert str(result.spread.deviation) == "1,41 hari"
    converted = of(found, Conversion.of(None))
    assert converted.elapsed == result.elapsed
    assert converted.spread is not None
    assert converted.spread.low == 2 * 27_000**2
    assert str(converted.spread.deviation) == "10 jam 36 menit 24 detik"
    assert converted.spread.converted


def test_what_varies_in_several_units_has_none() -> None:
    """1 hari and 10 menit, both done twice: nobody knows without a conversion how far that is from once."""
    found = compiled("1 | 1 hari |", "2 | 10 menit | cabang: {Ya: 3, Tidak: 1}", "3 | 30 menit |")
    assert of(found).spread is None
    spread = of(found, Conversion.of(None)).spread
    assert spread is not None
    assert spread.low == 2 * (27_000 + 600) ** 2


def test_what_never_varies_has_no_spread() -> None:
    """Rows one after the other take the same time in every case, whatever their units; a loop of no time too."""
    found = compiled("1 | 2 bulan |", "2 | 0 menit | cabang: {Ya: 3, Tidak: 2}", "3 | 1-2 hari |")
    spread = of(found).spread
    assert spread is not None
    assert (spread.low, spread.high) == (0, 0)


def test_ranges_alone_may_vary() -> None:
    """Maks. 2 hari done twice: nothing at the low end, at the high end a variance of 2 x 2^2 = 8 hari^2."""
    found = compiled("1 | maks. 2 hari |", "2 | 0 menit | cabang: {Ya: 3, Tidak: 1}", "3 | 30 menit |")
    spread = of(found).spread
    assert spread is not None
    assert (spread.unit, spread.low, spread.high) == (Unit.HARI, 0, 8)


def test_clock_time_is_never_converted() -> None:
    """A row of 1 x 24 jam beside days: no spread, whatever a day is."""
    found = compiled("1 | 1 hari |", "2 | 1 x 24 jam | cabang: {Ya: 3, Tidak: 1}", "3 | 30 menit |")
    result = of(found, Conversion.of(None))
    assert str(result.elapsed) == "2 hari 48 jam 30 menit"
    assert result.spread is None


def test_shared_cells_count_once() -> None:
    """Rows 1 and 2 share one time of 1 jam; going back from 2 to 1 stays in the cell and adds nothing.

    Entering the cell once: 1 jam, and 10 menit of row 3. The staff
    acts in both rows, twice each, and spends the hour they share once.
    """
    found = compiled("1 | 1 jam |", "2 | {bersama: 1} | cabang: {Ya: 3, Tidak: 1}", "3 | 10 menit |")
    result = of(found)
    assert str(result.elapsed) == "1 jam 10 menit"
    assert str(result.work) == "1 jam 10 menit"


def test_what_is_assumed_is_named() -> None:
    """Row 1: three branches, one with peluang, so two are assumed; row 2: one is silent and has the rest."""
    found = compiled(
        "1 | 1 jam | cabang: {A: {ke: 2, peluang: 50%}, B: 3, C: 3}",
        "2 | 1 jam | cabang: {Ya: 3, Tidak: {ke: 1, peluang: 10%}}",
        "3 | 1 jam |",
    )
    assert of(found).assumed == (Assumed("1", (("B", Fraction(1, 4)), ("C", Fraction(1, 4)))),)
    assert found.graph is not None
    scenario = scenario_of(["1.B=20%"], found.graph)
    assert expected(found.graph, sop=found.sop, scenario=scenario).assumed == ()
    # Without the SOP nobody knows what is written.
    assert [one.step for one in expected(found.graph).assumed] == ["1", "2"]


def test_several_starts_are_equally_likely() -> None:
    """Begins at 1 (10 menit, then 3) or at 2 (30 menit, then 3): 20 menit on average, and 5; variance 10^2 menit^2."""
    found = compiled(
        "1 | 10 menit | bentuk: mulai, lanjut: 3", "2 | 30 menit | bentuk: mulai", "3 | 5 menit |"
    )
    result = of(found)
    assert result.elapsed == both(menit(25))
    assert result.starts == ("1", "2")
    assert result.spread is not None
    assert result.spread.low == 600**2


def test_rows_that_are_not_measured_are_named() -> None:
    """Row 2 counts nothing and is named; row 4 is never reached, since its branch has no share."""
    found = compiled(
        "1 | 1 jam |",
        "2 | Segera | cabang: {Ya: {ke: 3, peluang: 100%}, Tidak: {ke: 4, peluang: 0%}}",
        "3 | 10 menit | lanjut: selesai",
        "4 | Insidental |",
    )
    result = of(found)
    assert str(result.elapsed) == "1 jam 10 menit"
    assert result.unmeasured == ("2",)
    assert "4" not in result.visits


def test_nothing_measured_is_no_zero() -> None:
    """Where no row is measured the figure says so."""
    result = of(compiled("1 | Segera |", "2 | Segera |"))
    assert str(result.elapsed) == "tidak terukur"
    assert result.spread is None


ENDLESS = (
    "1 | 1 jam |",
    "2 | 1 jam | cabang: {Ya: {ke: 4, peluang: 0%}, Tidak: {ke: 3, peluang: 100%}}",
    "3 | 1 jam | lanjut: 2",
    "4 | 1 jam |",
)


def test_an_end_that_is_not_certain_names_the_loop() -> None:
    """Row 2 always goes to 3 and back: infinite, by the circle of 2 and 3."""
    doubt = Doubt(DoubtKind.ENDLESS, ("2", "3"))
    result = of(compiled(*ENDLESS))
    assert result.doubt == result.elapsed_doubt == doubt
    assert (result.elapsed, result.work, result.spread, dict(result.visits)) == (None, None, None, {})


def test_a_limit_ends_what_would_be_endless() -> None:
    """With maks 2 the branch of 100% is used up: row 2 three times, row 3 two times, then the other branch.

    Elapsed 1 + 3 + 2 + 1 = 7 jam, for sure.
    """
    rows = [row.replace("peluang: 100%", "peluang: 100%, maks: 2") for row in ENDLESS]
    result = of(compiled(*rows))
    assert str(result.elapsed) == "7 jam"
    assert result.spread is not None
    assert result.spread.low == 0


@pytest.mark.parametrize(
    ("rows", "doubt", "work"),
    [
        (
            (
                "1 | 1 jam | cabang: {A: {ke: 2, peluang: 50%}, B: {ke: 3, peluang: 40%}}",
                "2 | 1 jam |",
                "3 | 1 jam |",
            ),
            Doubt(DoubtKind.SHARES, ("1",)),
            None,
        ),
        (("1 | 1 jam | lanjut: 9", "2 | 1 jam |"), Doubt(DoubtKind.INCOMPLETE), None),
        (("1 | 1 jam |", "2 | 1 jam | lanjut: 1"), Doubt(DoubtKind.NO_WAY), None),
        (
            (
                "1 | 1 jam | lanjut: [2, 3]",
                "2 | 1 jam | cabang: {Ya: 4, Tidak: 2}",
                "3 | 1 jam | lanjut: 4",
                "4 | 1 jam | gabung: semua",
            ),
            Doubt(DoubtKind.SIDE_LOOP, ("2",)),
            "4 jam",
        ),
        (
            (
                "1 | 1 jam | lanjut: [2, 3]",
                "2 | 1 bulan | lanjut: 4",
                "3 | 22 hari |",
                "4 | 1 jam | gabung: semua",
            ),
            Doubt(DoubtKind.TOO_MANY, ("1",)),
            "1 bulan 22 hari 2 jam",
        ),
        (
            (
                "1 | 1 jam | lanjut: [2, 3]",
                "2 | 1 jam | lanjut: 4",
                "3 | 1 jam |",
                "4 | 1 jam | cabang: {Ya: 5, Tidak: selesai}",
                "5 | 2 jam |",
            ),
            Doubt(DoubtKind.DEPENDENT, ("1", "4")),
            "7 jam",
        ),
    ],
)
def test_doubts(rows: tuple[str, ...], doubt: Doubt, work: str | None) -> None:
    """What cannot be given says why; the work is there where it can be told: both arms count, and row 2 once, for it goes back to itself."""
    result = of(compiled(*rows))
    assert result.elapsed is None
    assert result.elapsed_doubt == doubt
    assert result.doubt == (doubt if work is None else None)
    assert (None if result.work is None else str(result.work)) == work


def test_a_conversion_tells_which_arm_is_longer() -> None:
    """1 minggu against 4 hari: with 5 days a week the week is longer; without a conversion of bulan nobody knows."""
    rows = (
        "1 | 1 jam | lanjut: [2, 3]",
        "2 | 1 minggu | lanjut: 4",
        "3 | 6 hari |",
        "4 | 1 jam | gabung: semua",
    )
    assert of(compiled(*rows)).elapsed_doubt == Doubt(DoubtKind.TOO_MANY, ("1",))
    assert str(of(compiled(*rows), Conversion.of(None)).elapsed) == "6 hari 2 jam"


def test_a_flow_into_the_middle_of_a_loop_is_no_obstacle() -> None:
    """Row 1 goes to 2 or 3 (50%), which lead to each other with 50%: no loop begins there, yet it is a chain.

    Rows 2 and 3: v = 1/2 + v/2, so once each: 1 + 1 + 1 jam and the end.
    """
    found = compiled(
        "1 | 1 jam | cabang: {A: 2, B: 3}",
        "2 | 1 jam | cabang: {Ya: 4, Tidak: 3}",
        "3 | 1 jam | cabang: {Ya: 4, Tidak: 2}",
        "4 | 1 jam |",
    )
    result = of(found)
    assert result.visits == {"1": 1, "2": 1, "3": 1, "4": 1}
    assert str(result.elapsed) == "4 jam"


def test_too_many_limits_are_a_doubt() -> None:
    """Fifteen limits of nine in one loop are 10^15 states."""
    rows = [f"{at} | 1 jam | cabang: {{Ya: {at + 1}, Tidak: {{ke: 1, maks: 9}}}}" for at in range(2, 17)]
    result = of(compiled("1 | 1 jam |", *rows, "17 | 1 jam |"))
    assert result.doubt is not None
    assert result.doubt.kind is DoubtKind.TOO_LARGE


@pytest.mark.parametrize("seed", range(40))
def test_work_is_what_the_formula_says(seed: int) -> None:
    """Work of any procedure with loops, limits and arms, exactly."""
    tree = grown(seed)
    result = of(compile_sop(sop_of(tree)))
    assert result.doubt is None
    assert result.work is not None
    assert minutes(result.work.low) == Grown(tree).work()


@pytest.mark.parametrize("seed", range(40))
def test_elapsed_is_what_the_formula_says(seed: int) -> None:
    """Elapsed time of any procedure without arms, exactly."""
    tree = grown(seed, arms=False)
    result = of(compile_sop(sop_of(tree)))
    assert result.elapsed is not None
    assert minutes(result.elapsed.low) == Grown(tree).elapsed()


@pytest.mark.parametrize("seed", range(24))
def test_a_long_run_of_chance_agrees(seed: int) -> None:
    """Mean and variance of 4,000 cases lie within five standard errors of what is expected; seeds are fixed."""
    tree = grown(seed)
    result = of(compile_sop(sop_of(tree)))
    assert result.elapsed is not None, result.elapsed_doubt
    assert result.spread is not None
    cases = Grown(tree).cases(seed, 4_000)
    mean, variance = minutes(result.elapsed.low), result.spread.low / 3600
    assert abs(fmean(cases) - mean) <= 5 * sqrt(variance / len(cases)) + 1e-9
    squares = [float((case - mean) ** 2) for case in cases]
    fourth = fmean(square**2 for square in squares)
    assert (
        abs(fmean(squares) - variance)
        <= 5 * sqrt(max(0.0, fourth - float(variance) ** 2) / len(cases)) + 1e-6
    )


@pytest.mark.parametrize("seed", range(40))
def test_between_the_least_and_the_greatest(seed: int) -> None:
    """Without loops the expected time lies between the least and the greatest way, its ends between theirs."""
    found = compile_sop(sop_of(grown(seed, loops=False, ranges=True)))
    assert found.graph is not None
    result = of(found)
    least, greatest = walks(found.graph, Goal.LEAST), walks(found.graph, Goal.GREATEST)
    assert result.elapsed is not None
    low, high = minutes(result.elapsed.low), minutes(result.elapsed.high)
    assert minutes(least.courses[0].elapsed) <= low <= high <= minutes(greatest.courses[0].elapsed)


def test_a_scenario_is_another_graph() -> None:
    """What is expected under a scenario is what is expected of the graph that it makes."""
    found = compiled("1 | 1 jam |", "2 | 30 menit | cabang: {Ya: 3, Tidak: 1}", "3 | 10 menit |")
    assert found.graph is not None
    scenario = scenario_of(["2.Tidak=0.2", "1=20menit"], found.graph)
    # 1 / (1 - 1/5) = 5/4 rounds of 20 + 30 menit, and 10: 72,5 menit.
    under = expected(found.graph, sop=found.sop, scenario=scenario)
    assert under.elapsed == both(menit(Fraction(145, 2)))
    assert under.elapsed == expected(applied(found.graph, scenario)).elapsed


def test_near_is_what_people_read() -> None:
    """10/7 jam are 5142 6/7 detik, so 1 jam 25 menit 43 detik; 1/3 hari is 0,33 hari."""
    amount = Amount.of({Unit.HARI: Fraction(1, 3), Unit.JAM: Fraction(10, 7)})
    assert str(near(amount)) == "0,33 hari 1 jam 25 menit 43 detik"


@pytest.mark.parametrize("seed", range(120))
def test_any_flow_has_figures_or_a_doubt(seed: int) -> None:
    """Awkward procedures: what is given is whole, what is not says why, and giving them twice gives the same."""
    found = compile_sop(json.dumps(random_sop(seed), ensure_ascii=False) + "\n")
    assert found.graph is not None
    result = of(found)
    assert (result.work is None) == (result.doubt is not None)
    assert (result.elapsed is None) == (result.elapsed_doubt is not None)
    if result.work is not None:
        assert all(often > 0 for often in result.visits.values())
        starts = {step.id for step in found.graph.starts}
        assert sum(result.visits[start] for start in starts) >= 1
    if result.elapsed is not None and not found.graph.net.has_splits:
        # Without splits there is one token: it ends once, and elapsed is no longer than work.
        ends = {step.id for step in found.graph.ends}
        assert sum(often for step, often in result.visits.items() if step in ends) == 1
        assert result.work is not None
        assert result.elapsed.high.compare(result.work.high) in (0, -1)
    assert of(found) == result
