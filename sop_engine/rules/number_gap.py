"""SOP209 number-gap: the numbers of the rows jump.

Nomor baris melompat.

Why:
    A gap looks like a row that was lost when the form was copied.

Mengapa:
    Nomor yang melompat memberi kesan ada baris yang hilang ketika formulir disalin.

Bad::

    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}
      - {nomor: 3, uraian: Memeriksa konsep, pelaksana: kabag}

Good::

    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}
      - {nomor: 2, uraian: Memeriksa konsep, pelaksana: kabag}

How to mend:
    Add the missing row or correct the number. Parts of a number (3a) are passed over; behind a row without a
    whole number (empty, IV, 2.1) the counting begins anew.

Cara memperbaiki:
    Tambahkan baris yang hilang atau perbaiki nomornya. Nomor berhuruf (3a) dilewati; sesudah baris tanpa
    bilangan bulat (kosong, IV, 2.1) hitungan dimulai lagi.
"""

import re
from collections.abc import Iterator

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Severity, Text
from sop_engine.rules.common import reached

KIND = Kind("SOP209", "number-gap", Severity.WARNING)

_WHOLE = re.compile(r"([0-9]{1,9})\s*\.?")
_PART = re.compile(r"([0-9]{1,9})\s*(?:\.\s*)?[a-zA-Z]\s*[.)]?")


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield each number that is not one more than the number before it; the first should be 1."""
    document, sop, _ = reached(compiled)
    before: int | None = 0
    seen: set[int] = set()
    for index, row in enumerate(sop.kegiatan):
        match = _WHOLE.fullmatch(row.nomor or "")
        if match is None:
            before = _behind(row.nomor or "", before)
            continue
        number = int(match[1])
        # A number that stands in an earlier row is reported as a repetition.
        if before is not None and number != before + 1 and number not in seen:
            expected = before + 1
            yield Diagnostic(
                KIND,
                Text(f"nomor melompat dari {before} ke {number}", f"nomor jumps from {before} to {number}")
                if seen or before
                else Text(f"nomor dimulai dari {number}", f"nomor begins at {number}"),
                compiled.source,
                document.span(("kegiatan", index, "nomor")),
                Text(
                    f"di sini seharusnya {expected}, kecuali ada baris yang hilang",
                    f"{expected} belongs here, unless a row is missing",
                ),
            )
        seen.add(number)
        before = number


def _behind(nomor: str, before: int | None) -> int | None:
    """The whole number behind which a row without one leaves the counting; None where nobody can tell.

    A row that is not numbered, or not so that it can be read, may have had the next number. A part of a number
    (3a) counts as the number itself where it is next, and else as nothing.
    """
    part = _PART.fullmatch(nomor)
    if part is None:
        return None
    return int(part[1]) if before is not None and int(part[1]) == before + 1 else before
