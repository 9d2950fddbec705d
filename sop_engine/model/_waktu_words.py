"""Words that stand in a Waktu cell where nothing is measured.

In: a text, or its tokens. Out: whether it is one of those words, or names months with or without days.
"""

import re
from collections.abc import Sequence
from typing import Final

from sop_engine.model import _waktu_faults as faults
from sop_engine.model._bulan import INDONESIAN, NAMES
from sop_engine.model._waktu_tokens import DASHES, Token

__all__ = ["UNMEASURED", "is_unmeasured", "names_months", "plain_words"]

UNMEASURED: Final = (
    *("Segera", "Sesuai kebutuhan", "Sesuai jadwal", "Sepanjang tahun", "Triwulan", "Triwulanan"),
    *("Semesteran", "Bulanan", "Mingguan", "Harian", "Tahunan", "Insidental", "Tentatif"),
)
"""The words that say when, not how long."""

_UNMEASURED: Final = {words.lower() for words in UNMEASURED}
_BLANK: Final = re.compile(f"[{DASHES}]{{0,3}}")

# Kinds of tokens, one letter each: N a day, M a month. Days belong to the month behind them.
_LETTERS: Final = {"number": "N", "month": "M", "range": "-", "join": ",", "each": "/"}
_MONTHS: Final = re.compile(r"(?:N(?:[-,]N)*)?M(?:[-,/]{0,2}(?:N(?:[-,]N)*)?M)*")
_LONGEST: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def plain_words(text: str) -> str:
    """The words as they are compared: small letters, single spaces, no final period."""
    return " ".join(text.lower().split()).removesuffix(".")


def is_unmeasured(text: str) -> bool:
    """Whether the text is empty, a dash, or one of the words."""
    return plain_words(text) in _UNMEASURED or _BLANK.fullmatch(text.strip()) is not None


def names_months(found: Sequence[Token]) -> bool:
    """Whether the tokens name months, each with or without days: ``1-10 Januari dan Juli``.

    Raises:
        WaktuError: a month never has that day.
    """
    if not _MONTHS.fullmatch("".join([_LETTERS.get(token.kind, "?") for token in found])):
        return False
    days: list[str] = []
    for token in found:
        if token.kind == "number":
            days.append(token.raw)
        elif token.kind == "month":
            month = INDONESIAN[token.word]
            for day in days:
                if not (day.isdecimal() and len(day) <= 2 and 1 <= int(day) <= _LONGEST[month - 1]):
                    raise faults.no_such_day(day, NAMES[month - 1], _LONGEST[month - 1])
            days = []
    return True
