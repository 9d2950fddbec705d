"""Tanggal, the dates of a SOP: reading and writing them.

In: a text such as ``2 Januari 2023``, ``2023-01-02``, ``02/06/2025`` (the day stands first) or ``Oktober
2018``. Out: a ``Tanggal``, or a ``TanggalError`` in both languages with the nearest reading.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from typing import Final

from sop_engine.diagnostics import Text
from sop_engine.model._bulan import ENGLISH, INDONESIAN, NAMES, WEEKDAYS, days_in
from sop_engine.model._unreadable import TanggalError, did_you_mean, quoted

__all__ = ["Tanggal", "TanggalError", "parse_tanggal"]

_MOST: Final = 60
_YEARS: Final = range(1900, 2200)
_MONTHS: Final = INDONESIAN | ENGLISH
_WEEKDAY_NUMBERS: Final = {name.lower(): at for at, name in enumerate(WEEKDAYS)} | {"jum'at": 4, "ahad": 6}

# These only say which number is what; that the numbers exist is checked later. They are compiled, and kept by
# `re`, when they are first used: most definitions need one or two of them.
_BETWEEN: Final = r" ?[-‐‑‒–—−/.,] ?| "
_YEAR_FIRST: Final = r"(?P<year>[0-9]{4})( ?[-‐‑–/.] ?)(?P<month>[0-9]{1,2})(?:\2(?P<day>[0-9]{1,2}))?"
_DAY_FIRST: Final = r"(?P<day>[0-9]{1,2})( ?[-‐‑–/.] ?| )(?P<month>[0-9]{1,2})\2(?P<year>[0-9]{4}|[0-9]{2})"
_MONTH_YEAR: Final = r"(?P<month>[0-9]{1,2})(?: ?[-‐‑–/.] ?| )(?P<year>[0-9]{4})"
_NAMED: Final = (
    rf"(?:(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?(?:{_BETWEEN})?)?(?P<name>[^\W\d_]+)\.?(?:{_BETWEEN})?"
    r"(?P<year>[0-9]{4}|[0-9]{2})"
)
_NAME_FIRST: Final = (
    r"(?P<name>[^\W\d_]+)\.? ?(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?(?: ?, ?| )(?P<year>[0-9]{4})"
)
_PATTERNS: Final = (_YEAR_FIRST, _DAY_FIRST, _MONTH_YEAR, _NAMED, _NAME_FIRST)
_NO_YEAR: Final = rf"(?P<day>[0-9]{{1,2}})?(?:{_BETWEEN})?(?P<name>[^\W\d_]+)"
_WEEKDAY: Final = r"(?P<weekday>[^\W\d_]+(?:['’][^\W\d_]+)?) ?,? ?(?P<rest>[0-9].*)"

_WORD: Final = r"[^\W\d_]+"
_TIME_OF_DAY: Final = r"[t ][0-9]{1,2}[:.][0-9]{2}.*"
_COMPACT: Final = r"([0-9]{4})([0-9]{2})([0-9]{2})"
_ROMAN: Final = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")

_FORMS: Final = Text(
    "tulis misalnya '2 Januari 2023', '2023-01-02', atau 'Oktober 2018'",
    "write for example '2 Januari 2023', '2023-01-02' or 'Oktober 2018'",
)
_DAY_STANDS_FIRST: Final = Text(
    "urutannya hari, bulan, tahun: '25/06/2023'", "the order is day, month, year: '25/06/2023'"
)


@dataclass(frozen=True, slots=True)
class Tanggal:
    """A day, or a month where the document names no day.

    Dates are equal when they are the same day or month, however they are written.

    Attributes:
        teks: the text as it stands in the file.
        tahun: the year, 1900 to 2199.
        bulan: the month from 1.
        hari: the day from 1, or None for the month and year alone.
    """

    teks: str = field(compare=False)
    tahun: int
    bulan: int
    hari: int | None = None

    def __str__(self) -> str:
        month = f"{NAMES[self.bulan - 1]} {self.tahun}"
        return month if self.hari is None else f"{self.hari} {month}"

    def as_json(self) -> str:
        """As ISO 8601: ``2023-01-02``, or ``2018-10`` for a month."""
        month = f"{self.tahun:04d}-{self.bulan:02d}"
        return month if self.hari is None else f"{month}-{self.hari:02d}"

    def before(self, other: "Tanggal") -> bool:
        """Whether it is surely earlier than another: by the day, or by the month where either has no day."""
        ours, theirs = (self.tahun, self.bulan), (other.tahun, other.bulan)
        if ours != theirs or self.hari is None or other.hari is None:
            return ours < theirs
        return self.hari < other.hari


def parse_tanggal(text: str) -> Tanggal:
    """Read a date.

    Args:
        text: any text; letters and spacing are free, a two-digit year is 20yy.

    Returns:
        The date. Reading ``str()`` or ``as_json()`` of it gives an equal one.

    Raises:
        TanggalError: the text is no date, or a day that does not exist.
    """
    if len(text) > _MOST:
        words = Text(f"tanggal sepanjang {len(text)} karakter", f"a date of {len(text)} characters")
        raise TanggalError(words, _FORMS)
    found = _read(text)
    if found is None:
        raise _unclear(text)
    return found


def _read(text: str) -> Tanggal | None:
    """The date, or None where the text has the form of none."""
    plain = _plain(text)
    weekday = None
    if (named := re.fullmatch(_WEEKDAY, plain)) and named["weekday"].replace("’", "'") in _WEEKDAY_NUMBERS:
        weekday = _WEEKDAY_NUMBERS[named["weekday"].replace("’", "'")]
        plain = named["rest"]
    for pattern in _PATTERNS:
        if match := re.fullmatch(pattern, plain):
            groups = match.groupdict()
            month = _MONTHS.get(groups["name"]) if "name" in groups else int(groups["month"])
            if month is not None:
                day = groups.get("day")
                found = _checked(text, int(day) if day else None, month, groups["year"])
                return _on(found, weekday)
    return None


def _plain(text: str) -> str:
    return " ".join(text.lower().split()).removesuffix(".")


def _checked(text: str, day: int | None, month: int, digits: str) -> Tanggal:
    """A date of numbers that exist."""
    if day is None and len(digits) == 2:
        raise TanggalError(
            Text(
                f"tahun dalam {quoted(text)} hanya dua angka",
                f"the year in {quoted(text)} has only two digits",
            ),
            did_you_mean(f"{NAMES[month - 1]} 20{digits}"),
            f"{NAMES[month - 1]} 20{digits}",
        )
    year = int(digits) if len(digits) == 4 else 2000 + int(digits)
    if year not in _YEARS:
        raise TanggalError(
            Text(
                f"tahun {year} dalam {quoted(text)} di luar jangkauan",
                f"year {year} in {quoted(text)} is out of range",
            ),
            Text(f"tahun {_YEARS[0]} sampai {_YEARS[-1]}", f"years go from {_YEARS[0]} to {_YEARS[-1]}"),
        )
    if not 1 <= month <= 12:
        # Whoever writes the month first gets the day first offered.
        is_turned = day is not None and 1 <= day <= 12 and 1 <= month <= days_in(year, day)
        turned = str(Tanggal("", year, day, month)) if is_turned and day else None
        raise TanggalError(
            Text(
                f"tidak ada bulan {month} dalam {quoted(text)}",
                f"there is no month {month} in {quoted(text)}",
            ),
            did_you_mean(turned) if turned else _DAY_STANDS_FIRST,
            turned,
        )
    days = days_in(year, month)
    if day is not None and not 1 <= day <= days:
        name = f"{NAMES[month - 1]} {year}"
        raise TanggalError(
            Text(f"tidak ada tanggal {day} {name}", f"there is no {day} {name}"),
            Text(f"{name} mempunyai {days} hari", f"{name} has {days} days"),
        )
    return Tanggal(text, year, month, day)


def _on(found: Tanggal, weekday: int | None) -> Tanggal:
    """The date, if it falls on the weekday that stands before it."""
    if weekday is None or found.hari is None:
        return found
    right = date(found.tahun, found.bulan, found.hari).weekday()
    if right != weekday:
        raise TanggalError(
            Text(
                f"{found} jatuh pada hari {WEEKDAYS[right]}, bukan {WEEKDAYS[weekday]}",
                f"{found} is a {WEEKDAYS[right]}, not a {WEEKDAYS[weekday]}",
            ),
            Text(
                f"periksa tanggalnya, atau tulis '{found}' saja", f"check the date, or write '{found}' alone"
            ),
        )
    return found


def _unclear(text: str) -> TanggalError:
    """Why the text is no date, with the nearest reading."""
    plain = _plain(text)
    if not plain.strip("-‐‑‒–—− "):
        return TanggalError(
            Text(f"{quoted(text)} bukan tanggal", f"{quoted(text)} is no date"),
            Text("kosongkan saja bila tidak ada", "leave it empty where there is none"),
        )
    if (match := re.fullmatch(_NO_YEAR, plain)) and match["name"] in _MONTHS:
        return TanggalError(
            Text(f"tanggal {quoted(text)} tanpa tahun", f"date {quoted(text)} has no year"),
            Text("tulis tahunnya, seperti '2 Januari 2023'", "write the year, as in '2 Januari 2023'"),
        )
    for candidate in _candidates(plain):
        try:
            found = _read(candidate)
        except TanggalError:
            continue
        if found is not None:
            near = str(found)
            break
    else:
        near = None
    return TanggalError(
        Text(f"{quoted(text)} tidak terbaca sebagai tanggal", f"{quoted(text)} cannot be read as a date"),
        _FORMS if near is None else did_you_mean(near),
        near,
    )


def _candidates(plain: str) -> Iterator[str]:
    """Texts that the author may have meant, the likeliest first."""
    ascii_digits = "".join([str(int(letter)) if letter.isdecimal() else letter for letter in plain])
    yield ascii_digits
    yield re.sub(_WORD, _nearest_name, ascii_digits)
    if match := re.fullmatch(_COMPACT, ascii_digits):
        yield "-".join(match.groups())
    # A place, or the word for a date, before it; a time of day behind it.
    first_digit = next((at for at, letter in enumerate(ascii_digits) if letter.isdigit()), 0)
    alone = re.sub(_TIME_OF_DAY, "", ascii_digits[first_digit:])
    yield alone
    yield re.sub(_WORD, _nearest_name, alone)


def _nearest_name(word: re.Match[str]) -> str:
    if word[0] in _ROMAN:
        return NAMES[_ROMAN.index(word[0])].lower()
    return next(iter(get_close_matches(word[0], (*_MONTHS, *_WEEKDAY_NUMBERS), 1)), word[0])
