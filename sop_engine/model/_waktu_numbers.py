"""The numbers in a written time.

In: a cursor at a number. Out: its exact value, with the cursor behind it. Digits, fractions and number
words are read, and the official double style (``7 (tujuh)``) is checked to say one number.
"""

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from sop_engine.model import _waktu_faults as faults
from sop_engine.model._angka import LARGEST_DIVISOR, LONGEST, VULGAR, number_text, words_value
from sop_engine.model._waktu_tokens import Token, unit_of

__all__ = ["FIGURES", "Cursor", "read_number"]

FIGURES: Final = ("number", "part", "figure")
"""The kinds of tokens that a number begins with."""

_THOUSANDS: Final = re.compile(r"0*[1-9][0-9]{0,2}[.,][0-9]{3}")


class Cursor:
    """Where the reader stands in a row of tokens; ``text`` is what messages quote."""

    __slots__ = ("at", "found", "text")

    def __init__(self, text: str, found: Sequence[Token]) -> None:
        """Start at the first token."""
        self.text, self.found, self.at = text, found, 0

    def kind(self, ahead: int = 0) -> str:
        """The kind of a token to come, ``end`` behind the last one."""
        at = self.at + ahead
        return self.found[at].kind if at < len(self.found) else "end"

    def take(self) -> Token:
        """The next token."""
        self.at += 1
        return self.found[self.at - 1]

    def skip(self, kind: str) -> bool:
        """Go past the next token if it is of that kind."""
        here = self.kind() == kind
        self.at += here
        return here


def read_number(cursor: Cursor, before: Fraction | None = None) -> Fraction | None:
    """Read a number, in figures, in words or in both.

    Args:
        cursor: where a number may stand.
        before: the number at the other end of a range, for ``2-3 (dua sampai tiga) hari``.

    Returns:
        The number, or None where none stands; the cursor has not moved then.

    Raises:
        WaktuError: a number that is too long, ambiguous or no number, or two that differ.
    """
    start = cursor.at
    number = _figures(cursor)
    if number is None or cursor.kind() != "open" or cursor.kind(1) not in FIGURES:
        return number
    cursor.take()
    inside = [_figures(cursor)]
    if cursor.skip("range"):
        inside.append(_figures(cursor))
    if None in inside or not cursor.skip("close"):
        raise faults.UnclearError(cursor.text)
    outside = [number] if len(inside) == 1 else [before, number]
    if inside != outside:
        written = " ".join([token.raw for token in cursor.found[start : cursor.at]])
        unit = f" {unit_of(cursor.take())}" if cursor.kind() == "unit" else ""
        said = ["-".join([number_text(one) for one in each if one is not None]) for each in (outside, inside)]
        raise faults.two_numbers(
            written.replace("( ", "(").replace(" )", ")"), (said[0] + unit, said[1] + unit)
        )
    return number


def _figures(cursor: Cursor) -> Fraction | None:
    if cursor.kind() == "part":
        return VULGAR[cursor.take().raw]
    if cursor.kind() == "figure":
        return _spelled(cursor)
    if cursor.kind() != "number":
        return None
    number = _digits(cursor.take().raw)
    if cursor.kind() == "each":
        return _over(cursor, number)
    if number.denominator != 1:
        return number
    return number + _part_behind(cursor)


def _part_behind(cursor: Cursor) -> Fraction:
    """The broken part behind a whole number: ``1 1/2``, ``1½``, ``1 setengah``."""
    if cursor.kind() == "part":
        return VULGAR[cursor.take().raw]
    if cursor.kind() == "number" and cursor.kind(1) == "each":
        return _over(cursor, _digits(cursor.take().raw))
    if cursor.kind() != "figure":
        return Fraction(0)
    part = _spelled(cursor)
    if not 0 < part < 1:
        raise faults.UnclearError(cursor.text)
    return part


def _spelled(cursor: Cursor) -> Fraction:
    words = ""
    while cursor.kind() == "figure":
        words += cursor.take().raw.lower()
    number = words_value(words)
    if number is None:
        raise faults.UnclearError(cursor.text)
    return number


def _over(cursor: Cursor, number: Fraction) -> Fraction:
    """The fraction of a number and the one behind the slash."""
    cursor.take()
    divisor = _digits(cursor.take().raw)
    if number.denominator != 1 or divisor.denominator != 1 or not 1 <= divisor <= LARGEST_DIVISOR:
        raise faults.divides_badly(f"{number_text(number)}/{number_text(divisor)}")
    return number / divisor


def _digits(raw: str) -> Fraction:
    """The number that digits name, with at most one decimal separator and in one meaning only."""
    whole, *parts = re.split("[.,]", raw)
    if len(parts) > 1:
        raise faults.two_separators(raw)
    decimals = "".join(parts)
    if len(whole) + len(decimals) > LONGEST:
        raise faults.too_many_digits(raw)
    number = Fraction(int(whole + decimals), 10 ** len(decimals))
    if _THOUSANDS.fullmatch(raw):
        raise faults.ambiguous_number(raw, str(int(whole + decimals)), number_text(number))
    return number
