"""When two times differ."""

import pytest

from sop_engine.rules.time_values import surely_differ, time_value


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("60 menit", "1 jam", False),
        ("1 jam", "30 menit", True),
        ("1 hari", "8 jam", False),
        ("1 hari", "30 jam", True),
        ("2 hari", "1 jam", True),
        ("3 hari", "3 hari kerja", False),
        ("14 hari kerja", "14 hari kalender", False),
        ("1 semester", "6 bulan", False),
        ("1 bulan", "25 hari", False),
        ("1 bulan", "40 hari", True),
        ("1-3 hari", "2 hari", False),
        ("1-3 hari", "4 hari", True),
        ("maks. 1 jam", "30 menit", False),
        ("maks. 1 jam", "2 jam", True),
        ("± 10 menit", "10 menit", False),
        ("2 menit/berkas", "1 jam", False),
        ("2 menit/berkas", "5 menit/Berkas", True),
        ("1 x 24 jam", "1 hari", False),
    ],
)
def test_times_that_surely_differ(one: str, other: str, differ: bool) -> None:
    """One is longer however long a day, a week and a month are; in both directions."""
    first, second = time_value(one), time_value(other)
    assert first is not None
    assert second is not None
    assert (surely_differ(first, second), surely_differ(second, first)) == (differ, differ)


@pytest.mark.parametrize("text", ["", "0 menit", "Insidental", "dua kambing"])
def test_times_without_a_value(text: str) -> None:
    """What is not measured cannot be compared."""
    assert time_value(text) is None


def test_equal_times_have_one_value() -> None:
    """They are counted together, however they are written."""
    texts = ("90 menit", "1 jam 30 menit", "1,5 jam", "5400 detik")
    assert len({time_value(text) for text in texts}) == 1
