"""Times in one number, and amounts near enough to be read."""

from fractions import Fraction

import pytest

from sop_engine.analysis.conversion import Conversion
from sop_engine.analysis.scales import near, root, scale_of, scales_within
from sop_engine.model.satuan import Amount, Unit
from sop_engine.model.waktu import parse_waktu


@pytest.mark.parametrize(
    ("times", "unit", "converted"),
    [
        (["1 jam", "30 menit", "1 x 24 jam"], Unit.DETIK, None),
        (["1 tahun", "1 semester", "2 bulan"], Unit.BULAN, None),
        (["2 hari", "1-3 hari"], Unit.HARI, None),
        (["2 hari", "3 hari kerja"], None, Unit.DETIK),
        (["2 hari", "30 menit"], None, Unit.DETIK),
        (["2 hari", "1 x 24 jam"], None, None),
        (["2 bulan", "30 menit"], None, None),
    ],
)
def test_the_scale_of_times(times: list[str], unit: Unit | None, converted: Unit | None) -> None:
    """One family stands as it is; else a conversion, where it knows all units and none is clock time."""
    found = [parse_waktu(text) for text in times]
    assert scale_of(found, None).unit is unit
    scale = scale_of(found, Conversion.of(None))
    assert (scale.unit, scale.converted) == (unit or converted, converted is not None)


def test_amounts_on_a_scale() -> None:
    """1 jam 30 menit are 5400 detik; with 7,5 hours a day 2 hari are 54000."""
    assert (
        scale_of([parse_waktu("1 jam"), parse_waktu("1 menit")], None).of(
            Amount.of({Unit.JAM: 1, Unit.MENIT: 30})
        )
        == 5400
    )
    scale = scale_of([parse_waktu("1 jam"), parse_waktu("1 hari")], Conversion.of(None))
    assert scale.of(Amount.of({Unit.HARI: 2})) == 54_000


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ({Unit.JAM: Fraction(10, 7)}, "1 jam 25 menit 43 detik"),
        ({Unit.MENIT: Fraction(119999, 2000)}, "1 jam"),
        ({Unit.HARI: Fraction(5, 3)}, "1,67 hari"),
        ({Unit.BULAN: Fraction(1, 3)}, "0,33 bulan"),
        ({}, "0 menit"),
    ],
)
def test_near(amount: dict[Unit, Fraction], text: str) -> None:
    """To the nearest detik or hundredth: 10/7 jam are 5142,86 detik; 59,9995 menit are 3599,97 detik."""
    assert str(near(Amount.of(amount))) == text


@pytest.mark.parametrize(
    ("variance", "unit", "text"),
    [
        (Fraction(3600), Unit.DETIK, "1 menit"),
        (Fraction(2), Unit.HARI, "1,41 hari"),
        (Fraction(1, 4), Unit.DETIK, "1 detik"),
        (Fraction(0), Unit.BULAN, "0 menit"),
    ],
)
def test_root(variance: Fraction, unit: Unit, text: str) -> None:
    """Sqrt 3600 = 60; sqrt 2 = 1,4142; a half goes up; nothing is nothing."""
    assert str(root(variance, unit)) == text


def test_a_scale_for_each_family() -> None:
    """1 hari 90 menit, and 2 jam: what they have of detik, and what they have of hari."""
    times = [parse_waktu("1 hari 90 menit"), parse_waktu("2 jam")]
    found = scales_within(times)
    assert [scale.unit for scale in found] == [Unit.DETIK, Unit.HARI]
    assert [[scale.of(time.low) for time in times] for scale in found] == [[5400, 7200], [1, 0]]
