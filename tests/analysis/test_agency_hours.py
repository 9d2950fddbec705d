"""An agency's own office hours: what they mean, and each fault with its line."""

import pytest

from sop_engine.analysis.agency_hours import RawHours, week_of
from sop_engine.analysis.office import office_hours
from sop_engine.errors import UsageError

USUAL = RawHours(2, "senin-kamis", "07.30-12.00, 13.00-16.00")
FRIDAY = RawHours(3, "jumat", "07.30-11.30, 13.00-16.30")


def test_hours_of_a_week() -> None:
    """Weekdays together or alone, the break with a comma; what is not named is free."""
    assert week_of([USUAL, FRIDAY], "hari.yaml") == office_hours(5).usual


def test_hours_as_people_write_them() -> None:
    """Capitals, spaces, colons, 'dan', a long dash, Jum'at; free days that are named; hours without a break."""
    entries = [
        RawHours(2, "Senin - Kamis", "7:30 – 12:00 dan 13.00-16.00"),
        RawHours(3, "Jum'at", "07.30-11.30; 13.00-16.30"),
        RawHours(4, "Sabtu-Minggu", "Libur"),
    ]
    assert week_of(entries, "hari.yaml") == office_hours(5).usual
    shifts = [RawHours(2, "senin", "08.00-12.00, 12.00-16.00")]
    assert week_of(shifts, "hari.yaml")[0] == ((480, 720), (720, 960))


def test_an_office_that_never_closes() -> None:
    """Seven days from midnight to midnight."""
    assert week_of([RawHours(2, "senin-minggu", "00.00-24.00")], "hari.yaml") == (((0, 1440),),) * 7


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        ([RawHours(4, "monday", "08.00-12.00")], "line 4: 'monday' is no weekday"),
        ([RawHours(4, "senin-", "08.00-12.00")], "line 4: '' is no weekday"),
        ([RawHours(4, "jumat-senin", "08.00-12.00")], "line 4: 'jumat-senin' runs backwards"),
        ([USUAL, RawHours(4, "kamis", "08.00-12.00")], "line 4: 'kamis' is there twice"),
        ([RawHours(4, "senin", "pagi")], "line 4: 'pagi' is no stretch of hours"),
        ([RawHours(4, "senin", "12.00-08.00")], "line 4: '12.00-08.00' is no stretch of hours"),
        ([RawHours(4, "senin", "08.00-08.00")], "line 4: '08.00-08.00' is no stretch of hours"),
        ([RawHours(4, "senin", "08.60-12.00")], "line 4: '08.60-12.00' is no stretch of hours"),
        ([RawHours(4, "senin", "08.00-24.01")], "line 4: '08.00-24.01' is no stretch of hours"),
        ([RawHours(4, "senin", "08.00-12.00,")], "line 4: '' is no stretch of hours"),
        ([RawHours(4, "senin", None)], "line 4: the hours of 'senin' are no text"),
        (
            [RawHours(4, "senin", "08.00-12.00, 11.59-13.00")],
            "line 4: the hours '08.00-12.00, 11.59-13.00' run into each other",
        ),
        ([RawHours(4, "senin", "libur")], "line 4: no weekday is worked"),
        ([], "line 1: no weekday is worked"),
    ],
)
def test_each_fault_names_its_line(entries: list[RawHours], message: str) -> None:
    """The file, the line, what is wrong, and a remedy."""
    with pytest.raises(UsageError) as caught:
        week_of(entries, "hari.yaml")
    assert caught.value.message.en == f"'hari.yaml' {message}"
    assert caught.value.hint is not None
