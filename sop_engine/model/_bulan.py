"""The months: their names as documents write them, and how many days they have; the names of weekdays.

In: a name in small letters. Out: its number from 1; and the official Indonesian name back.
"""

from datetime import date
from typing import Final

__all__ = ["ENGLISH", "INDONESIAN", "NAMES", "WEEKDAYS", "days_in"]

NAMES: Final = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)
"""The official names, January first."""

WEEKDAYS: Final = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
"""The names of the days of a week, Monday first."""

_ALSO: Final = (
    *("jan", "feb peb pebruari", "mar mrt", "apr", "", "jun"),
    *("jul", "agu agt ags agus agst", "sep sept", "okt", "nov nop nopember", "des"),
)
_ENGLISH: Final = (
    *("january", "february", "march", "", "may", "june"),
    *("july", "august aug", "", "october oct", "", "december dec"),
)

INDONESIAN: Final = {
    word: number
    for number, (name, also) in enumerate(zip(NAMES, _ALSO, strict=True), start=1)
    for word in (name.lower(), *also.split())
}
"""Number of each Indonesian name, older spelling and abbreviation, in small letters."""

ENGLISH: Final = {word: number for number, words in enumerate(_ENGLISH, start=1) for word in words.split()}
"""Number of each English name that is not Indonesian too."""


def days_in(year: int, month: int) -> int:
    """How many days the month of that year has."""
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - date(year, month, 1)).days
