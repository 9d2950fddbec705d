"""The grammar of the standard time: from a text to what it means.

In: the text of a Waktu cell. Out: a ``Waktu``, or the ``WaktuError`` that names the fault.

    time = [limit | about] side [range side] [rate] | words | months
    side = term {[join] term} [number]
    term = number unit | number x 24 jam
    rate = / words | per words
"""

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Final, NamedTuple

from sop_engine.model import _waktu_faults as faults
from sop_engine.model._angka import LONGEST, is_writable, number_text
from sop_engine.model._unreadable import WaktuError
from sop_engine.model._waktu_numbers import FIGURES, Cursor, read_number
from sop_engine.model._waktu_tokens import Token, tokens, unit_of
from sop_engine.model._waktu_value import Measure, Style, Waktu
from sop_engine.model._waktu_words import is_unmeasured, names_months, plain_words
from sop_engine.model.satuan import ZERO, Amount, Unit, surely_longer

__all__ = ["MOST", "read"]

MOST: Final = 300
"""How many characters a time has at most."""

_TOO_MANY: Final = re.compile(rf"[0-9]{{{LONGEST + 1},}}")
_FOREIGN: Final = re.compile(r"(?![0-9])\d|[²³¹⁰⁴-⁹₀-₉]")
_WORDS: Final = re.compile(r"[^\W\d_]+")
_RATE: Final = re.compile(rf"{_WORDS.pattern}(?:[ -]{_WORDS.pattern})*")


class _Side(NamedTuple):
    """One end of a time: its terms, and a number behind them that has no unit."""

    numbers: dict[Unit, Fraction]
    bare: Fraction | None = None
    clock: bool = False

    @property
    def is_there(self) -> bool:
        return bool(self.numbers) or self.bare is not None

    @property
    def smallest(self) -> Unit:
        """The smallest unit that is written, whatever its number."""
        return max(self.numbers, key=lambda unit: unit.rank)


def read(text: str) -> Waktu:
    """Read a time.

    Args:
        text: as it stands in the cell, of any length and content.

    Returns:
        What it means; ``teks`` is the text as given.

    Raises:
        WaktuError: the text is no time; an ``UnclearError`` one where a near reading may help.
    """
    if digits := _TOO_MANY.search(text):
        raise faults.too_many_digits(digits.group())
    if len(text) > MOST:
        raise faults.too_long(len(text), MOST)
    if is_unmeasured(text):
        return Waktu(text, Measure.UNMEASURED, kata=plain_words(text))
    if foreign := _FOREIGN.search(text):
        raise faults.foreign_digit(foreign.group(), _meaning(_in_ascii(text)))
    found = tokens(text)
    if found and found[-1].kind == "dot":
        found.pop()
    if names_months(found):
        return Waktu(text, Measure.UNMEASURED, kata=plain_words(text))
    return _measured(text, found)


def _measured(text: str, found: list[Token]) -> Waktu:
    rate_at = next(
        (at for at, token in enumerate(found) if token.kind == "each" and not _divides(found, at)), None
    )
    cursor = Cursor(text, found[:rate_at])
    style, left, right = _body(cursor)
    if cursor.kind() != "end" or not left.is_there or (right is not None and not right.is_there):
        raise faults.UnclearError(text)
    per = None if rate_at is None else _rate(text, found[rate_at + 1 :])
    if right is None:
        high = _amount(text, left)
        low = ZERO if style is Style.AT_MOST else high
        return Waktu(text, low=low, high=high, style=style, per=per, clock=left.clock, terkecil=left.smallest)
    left, right = _with_units(text, left, right)
    low, high = _amount(text, left), _amount(text, right)
    if style is Style.AT_MOST:
        raise faults.limit_of_range(text, str(Waktu("", high=high, style=style, per=per, clock=left.clock)))
    style = Style.RANGE if style is Style.PLAIN else style
    if surely_longer(low, high):
        raise faults.falls(text, str(Waktu("", low=high, high=low, style=style, per=per, clock=left.clock)))
    smallest = max(left.smallest, right.smallest, key=lambda unit: unit.rank)
    return Waktu(text, low=low, high=high, style=style, per=per, clock=left.clock, terkecil=smallest)


def _divides(found: Sequence[Token], at: int) -> bool:
    """Whether the slash at that place is a fraction's: it stands between two numbers."""
    around = found[at - 1 : at + 2] if at else ()
    return found[at].raw == "/" and len(around) == 3 and around[0].kind == around[2].kind == "number"


def _body(cursor: Cursor) -> tuple[Style, _Side, _Side | None]:
    """What stands before the rate: the style and one end or two."""
    if unknown := [token.raw for token in cursor.found if token.kind in ("word", "other")]:
        raise faults.UnclearError(cursor.text, tuple(unknown))
    if cursor.kind() == "least":
        raise faults.no_upper_end(cursor.text)
    style = Style.AT_MOST if cursor.skip("limit") else Style.ABOUT if cursor.skip("about") else Style.PLAIN
    if cursor.kind() == "range" and cursor.kind(1) in FIGURES and len(cursor.found[cursor.at].raw) == 1:
        without = [token.raw for at, token in enumerate(cursor.found) if at != cursor.at]
        raise faults.negative(cursor.text, _meaning(" ".join(without)))
    left = _side(cursor)
    return style, left, _side(cursor, left.bare) if cursor.skip("range") else None


def _side(cursor: Cursor, before: Fraction | None = None) -> _Side:
    """Read terms up to what is none; ``before`` is a number without unit at the other end of the range."""
    numbers: dict[Unit, Fraction] = {}
    clock = False
    while (number := read_number(cursor, before)) is not None:
        if cursor.kind() == "times":
            if numbers:
                raise faults.mixed_clock(cursor.text, None)
            number, unit, clock = _times(cursor, number), Unit.JAM, True
        elif cursor.kind() == "unit":
            if clock:
                raise faults.mixed_clock(cursor.text, None)
            unit = unit_of(cursor.take())
        else:
            return _Side(numbers, number, clock)
        numbers[unit] = numbers.get(unit, Fraction(0)) + number
        if cursor.skip("join"):
            cursor.skip("join")  # ', dan' is one
            if cursor.kind() not in FIGURES:
                raise faults.UnclearError(cursor.text)
    return _Side(numbers, None, clock)


def _times(cursor: Cursor, days: Fraction) -> Fraction:
    """The hours of ``3 x 24 jam``; nothing else is multiplied."""
    cursor.take()
    number = read_number(cursor)
    unit = unit_of(cursor.take()) if cursor.kind() == "unit" else None
    if number == 24 and unit is Unit.JAM and days.denominator == 1:
        return days * number
    if number is None:
        raise faults.UnclearError(cursor.text)
    if unit is not None:
        raise faults.mixed_clock(cursor.text, _meaning(f"{number_text(days * number)} {unit}"))
    raise faults.mixed_clock(cursor.text, _meaning(f"{number_text(days)} x {number_text(number)} jam"))


def _with_units(text: str, left: _Side, right: _Side) -> tuple[_Side, _Side]:
    """Give both ends of a range a unit: ``1-2 hari`` names it once."""
    if right.bare is not None:
        if right.numbers or len(left.numbers) != 1 or left.bare is not None or left.clock:
            raise faults.no_unit(number_text(right.bare))
        ((unit, number),) = left.numbers.items()
        raise faults.open_range(text, _meaning(f"{number_text(number)}-{number_text(right.bare)} {unit}"))
    if left.bare is not None:
        if left.numbers:
            raise faults.no_unit(number_text(left.bare))
        if len(right.numbers) > 1:
            raise faults.open_range(text, None)
        if right.clock and left.bare.denominator != 1:
            raise faults.mixed_clock(text, None)
        (unit,) = right.numbers
        left = _Side({unit: left.bare * (24 if right.clock else 1)}, None, right.clock)
    if left.clock is not right.clock:
        raise faults.mixed_clock(text, None)
    return left, right


def _amount(text: str, side: _Side) -> Amount:
    if side.bare is not None:
        raise faults.no_unit(number_text(side.bare))
    amount = Amount.of(side.numbers)
    if side.clock:
        return amount
    amount = amount.spread()
    if not all(is_writable(number) for _, number in amount.parts):
        raise faults.sums_too_long(text)
    return amount


def _rate(text: str, found: Sequence[Token]) -> str:
    """What a rate is for, in small letters but for abbreviations (``2 menit/OPD``)."""
    if any(token.kind in FIGURES for token in found):
        raise faults.digit_in_rate(text)
    words = " ".join(" ".join([token.raw for token in found]).split()).replace(" - ", "-")
    if not _RATE.fullmatch(words):
        raise faults.UnclearError(text, tuple(token.raw for token in found if token.kind == "other"))
    return words.lower() if text.isupper() else _WORDS.sub(_small, words)


def _small(word: re.Match[str]) -> str:
    return word[0] if word[0].isupper() and len(word[0]) > 1 else word[0].lower()


def _meaning(text: str) -> str | None:
    """The canonical text of a reading that an error offers, or None where it does not read."""
    try:
        return str(read(text))
    except WaktuError:
        return None


def _in_ascii(text: str) -> str:
    """The text with the decimal digits of every script as 0 to 9, and without raised and lowered ones."""
    return _FOREIGN.sub(lambda digit: str(int(digit[0])) if digit[0].isdecimal() else "", text)
