"""The employee's number of Indonesian civil servants (NIP), read part by part.

In: a text such as ``19740213 199303 1 002``. Out: the first fault in it, or None. There is no checksum, so a number
without a fault may still be somebody else's.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from sop_engine.diagnostics import Text
from sop_engine.model._bulan import days_in
from sop_engine.rules.places import is_blank
from sop_engine.text import quoted

__all__ = ["NipFault", "has_nip", "nip_fault", "spaced_nip"]

_LABEL = re.compile(r"\s*(?:nip?\s*pppk|nip(?:\s*/\s*nrp)?)?\s*[.:]*\s*", re.IGNORECASE)
_OTHER_NUMBER = re.compile(r"\s*(?:nrp|nik|niy|nuptk|nidn|nipd|niapd|niptt|npp|nbm|reg)\b", re.IGNORECASE)
"""Numbers of police, army, teachers, village officials and those who are no civil servants."""

_SEPARATORS = frozenset(" .\t\n\r-‐‑–_/\u00a0\u2009")
_WHOLE = re.compile(r"(?<!\d)[0-9](?:[ ._/-]?[0-9]){17}(?!\d)")
"""A whole NIP: a rank may stand beside it."""

_LOOKALIKES = str.maketrans("OoIl|", "00111")
_DIGITS = frozenset("0123456789")
_MOST = 80
_FIRST = 300
"""So far into a text a NIP is looked for."""

_YOUNGEST = 15
"""Years; nobody is appointed younger."""

_FIRST_PPPK = 2019
_CONTRACTS = range(21, 30)
"""What stands for the month in the number of an employee by contract."""

_PARTS = Text(
    "NIP terdiri atas 18 angka: lahir 8, pengangkatan 6, jenis kelamin 1, nomor urut 3",
    "a NIP has 18 digits: birth 8, appointment 6, sex 1, serial number 3",
)
_COMPARE = Text("cocokkan dengan naskah yang ditandatangani", "compare it with the signed copy")


@dataclass(frozen=True, slots=True)
class NipFault:
    """What is wrong with a NIP.

    Attributes:
        message: what, without the number itself.
        start: where in the text the faulty part begins.
        end: where it ends.
        hint: how a NIP is made up, or what was probably meant.
        instead: what belongs in the place of the faulty part, where that is known.
    """

    message: Text
    start: int
    end: int
    hint: Text
    instead: str | None = None


def has_nip(text: str | None) -> bool:
    """Whether anything is written as a NIP: not only ``NIP.``, a dash or a line to write on."""
    if not text:
        return False
    label = None if text[0].isdigit() else _LABEL.match(text)
    return label is None or not is_blank(text[label.end() :])


@lru_cache(maxsize=1024)
def nip_fault(text: str) -> NipFault | None:
    """Find the first fault of a NIP: letters, length, birth, appointment, age, sex; none where nothing is said."""
    if not has_nip(text) or _OTHER_NUMBER.match(text):
        return None
    begin, end = _bounds(text)
    places = _places(text, begin, end)
    letters = [at for at in places if text[at] not in _DIGITS]
    if letters or end - begin > _MOST:
        return _letters(text, begin, end, letters)
    if len(places) != 18:
        return NipFault(
            Text(f"{len(places)} angka, bukan 18", f"{len(places)} digits instead of 18"), begin, end, _PARTS
        )
    return _parts("".join(text[at] for at in places), places)


def spaced_nip(text: str) -> tuple[int, int, str] | None:
    """Where a sound NIP begins and ends in a text, and how it is usually spaced; None where there is none.

    >>> spaced_nip("NIP. 197402131993031002")
    (5, 23, '19740213 199303 1 002')
    """
    if not has_nip(text) or _OTHER_NUMBER.match(text) or nip_fault(text) is not None:
        return None
    begin, end = _bounds(text)
    digits = "".join(text[at] for at in _places(text, begin, end))
    return begin, end, f"{digits[:8]} {digits[8:14]} {digits[14]} {digits[15:]}"


def _bounds(text: str) -> tuple[int, int]:
    """Where the number begins and ends: the label in front and marks behind it are left out."""
    if whole := _WHOLE.search(text, 0, _FIRST):
        return whole.span()
    label = _LABEL.match(text)
    return label.end() if label else 0, len(text.rstrip(" .,;:-"))


def _places(text: str, begin: int, end: int) -> list[int]:
    """Where its digits stand."""
    return [at for at in range(begin, min(end, begin + _MOST)) if text[at] not in _SEPARATORS]


def _letters(text: str, begin: int, end: int, letters: list[int]) -> NipFault:
    """The fault of a NIP that holds other characters than digits."""
    written = text[begin:end]
    meant = written.translate(_LOOKALIKES)
    if len(written) <= _MOST and meant != written and nip_fault(meant) is None:
        first = text[letters[0]]
        return NipFault(
            Text(f"huruf {quoted(first)} di antara angka", f"the letter {quoted(first)} among the digits"),
            letters[0],
            letters[0] + 1,
            Text(f"maksudnya {quoted(meant)}?", f"did you mean {quoted(meant)}?"),
            first.translate(_LOOKALIKES),
        )
    if _DIGITS.isdisjoint(written[:_MOST]):
        return NipFault(Text("bukan angka", "no digits"), begin, end, _PARTS)
    at = letters[0] if letters else begin
    return NipFault(
        Text("memuat yang bukan angka", "it holds more than digits"), at, at + 1 if letters else end, _PARTS
    )


def _parts(digits: str, places: list[int]) -> NipFault | None:
    """The first part that cannot be."""

    def fault(indonesian: str, english: str, start: int, end: int) -> NipFault:
        return NipFault(Text(indonesian, english), places[start], places[end - 1] + 1, _COMPARE)

    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:8])
    if not (1900 <= year < 2200 and 1 <= month <= 12 and 1 <= day <= days_in(year, month)):
        born = f"{digits[6:8]}-{digits[4:6]}-{digits[:4]}"
        return fault(f"tanggal lahir {born} tidak ada", f"there is no day of birth {born}", 0, 8)
    in_year, in_month = int(digits[8:12]), int(digits[12:14])
    contract = in_month in _CONTRACTS and in_year >= _FIRST_PPPK
    if not (1 <= in_month <= 12 or contract):
        said = f"{digits[12:14]}-{digits[8:12]}"
        return fault(
            f"bulan pengangkatan {said} tidak ada", f"there is no month of appointment {said}", 8, 14
        )
    months = (in_year - year) * 12 + (0 if contract else in_month - month)
    if months < _YOUNGEST * 12:
        return fault(
            f"pengangkatan tahun {in_year}, kurang dari {_YOUNGEST} tahun sesudah lahir ({year})",
            f"appointed in {in_year}, less than {_YOUNGEST} years after birth ({year})",
            8,
            14,
        )
    if digits[14] not in "12":
        return fault(
            f"angka jenis kelamin {digits[14]}, seharusnya 1 atau 2",
            f"the digit for the sex is {digits[14]}; it is 1 or 2",
            14,
            15,
        )
    return None
