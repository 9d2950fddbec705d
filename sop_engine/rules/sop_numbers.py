"""Numbers of SOPs: where one is not filled in yet, and what tells it from others.

In: a number as it stands in ``identitas.nomor`` or in ``keterkaitan``. Out: the place of a hole, and a key that is
equal for two writings of one number. Each agency numbers its papers in its own way: no form is asked for.
"""

import re
import unicodedata
from functools import lru_cache

from sop_engine.rules.places import is_blank

__all__ = ["hole_in", "is_unnumbered", "number_key"]

_MOST = 300
"""Characters of a number that are looked at."""

_STROKE = r"[/\\\-\u2010-\u2015\u2212]"
_HOLE = re.compile(
    rf"""
    (?=[/\\\-\u2010-\u2015\u2212.…_xX?(\[\s])      # what a hole begins with; most letters are passed quickly
    (?: {_STROKE}(?:\s*{_STROKE})+                # nothing between two strokes
      | (?:\.\s?){{3,}} | \.{{2,}} | …+ | (?:_\s?){{2,}}  # a line to write on
      | (?<![^\W_])[xX]{{2,}}(?![^\W_])           # xx
      | \?+ | \(\s*\) | \[\s*\]
      | ^\s*[/\\] | [/\\]\s*$ | (?<=\s){_STROKE}\s*$   # a stroke with nothing before or behind it
    )
    """,
    re.VERBOSE,
)
_LABEL = re.compile(r"(?:nomor|no)\b\.?\s*(?:sop\b)?\s*[:.]*\s*", re.IGNORECASE)
_NONE = re.compile(
    r"\W*(?:belum\s+(?:ada|diisi|terbit|bernomor)|tidak\s+ada|kosong|menyusul|nihil|n/a)?\W*", re.IGNORECASE
)
_DASHES = re.compile(r"[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")


@lru_cache(maxsize=1024)
def hole_in(number: str) -> tuple[int, int] | None:
    """The place of the first part of a number that is not filled in; blanks round a stroke are none.

    >>> hole_in("000/ /Bagumkeu/2020"), hole_in("01 / SOP / Bappeda")
    ((3, 6), None)
    """
    hole = _HOLE.search(number, 0, _MOST)
    return hole.span() if hole else None


def is_unnumbered(number: str | None) -> bool:
    """Whether a number is missing, or only a dash, a line to write on, ``No.`` or "belum ada"."""
    if number is None or is_blank(number):
        return True
    if len(number) > _MOST or any(map(str.isdigit, number)):
        return False
    label = _LABEL.match(number)
    rest = number[label.end() :] if label else number
    return is_blank(rest) or _NONE.fullmatch(rest) is not None


def number_key(number: str) -> str:
    """A number without blanks, capitals, ``Nomor`` and kinds of dashes; empty where it has a hole, or no digit.

    >>> number_key("No. 01 / SOP / BAPPEDA") == number_key("01/SOP/Bappeda")
    True
    """
    if not any(map(str.isdigit, number)) or hole_in(number):
        return ""
    plain = number if number.isascii() else _DASHES.sub("-", unicodedata.normalize("NFKC", number))
    plain = plain.casefold()
    label = _LABEL.match(plain)
    # "NO-1" may be a number, "No. 1" is none of that kind.
    if label and plain[label.end() : label.end() + 1].isdigit():
        plain = plain[label.end() :]
    return "".join(plain.split())
