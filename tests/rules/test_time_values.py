"""When two times differ."""

import pytest

from sop_engine.rules.time_values import compared, time_value


@pytest.mark.parametrize(
    ("one", "other", "longer"),
    [
        ("60 menit", "1 jam", 0),
        ("1 jam", "30 menit", 1),
        ("1 hari", "8 jam", 0),
        ("1 hari", "30 jam", -1),
        ("2 hari", "1 jam", 1),
        ("3 hari", "3 hari kerja", 0),
        ("14 hari kerja", "14 hari kalender", 0),
        ("1 semester", "6 bulan", 0),
        ("1 bulan", "25 hari", 0),
        ("1 bulan", "40 hari", -1),
        ("1-3 hari", "2 hari", 0),
        ("1-3 hari", "4 hari", -1),
        ("maks. 1 jam", "30 menit", 0),
        ("maks. 1 jam", "2 jam", -1),
        ("± 10 menit", "10 menit", 0),
        ("2 menit/berkas", "1 jam", 0),
        ("2 menit/berkas", "5 menit/Berkas", -1),
        ("1 x 24 jam", "1 hari", 0),
    ],
)
def test_times_compared(one: str, other: str, longer: int) -> None:
    """One is longer however long a day, a week and a month are; in both directions."""
    first, second = time_value(one), time_value(other)
    assert first is not None
    assert second is not None
    assert (compared(first, second), compared(second, first)) == (longer, -longer)


@pytest.mark.parametrize("text", ["", "0 menit", "Insidental", "dua kambing"])
def test_times_without_a_value(text: str) -> None:
    """What is not measured cannot be compared."""
    assert time_value(text) is None


def test_equal_times_have_one_value() -> None:
    """They are counted together, however they are written."""
    texts = ("90 menit", "1 jam 30 menit", "1,5 jam", "5400 detik")
    assert len({time_value(text) for text in texts}) == 1
