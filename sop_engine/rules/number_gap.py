"""SOP209 number-gap: the numbers of the rows jump.

Why:
    A gap looks like a row that was lost when the form was copied.

Bad::

    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}
      - {nomor: 3, uraian: Memeriksa konsep, pelaksana: kabag}

Good::

    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}
      - {nomor: 2, uraian: Memeriksa konsep, pelaksana: kabag}

How to mend:
    Add the missing row or correct the number. Numbers that are no whole numbers (3a, IV, 2.1) are passed over.
"""

import re
from collections.abc import Iterator

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Severity, Text
from sop_engine.rules.common import is_tainted, reached

KIND = Kind("SOP209", "number-gap", Severity.WARNING)

_WHOLE = re.compile(r"([0-9]{1,9})\s*\.?")


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield each number that is not one more than the number before it; the first should be 1."""
    document, sop, _ = reached(compiled)
    before: int | None = 0
    seen: set[int] = set()
    for index, row in enumerate(sop.kegiatan):
        match = _WHOLE.fullmatch(row.nomor or "")
        if match is None:
            # A row that could not be read may have had the next number.
            if not row.nomor and is_tainted(compiled, document.span(("kegiatan", index, "nomor"))):
                before = None
            continue
        number = int(match[1])
        # A number that stands in an earlier row is reported as a repetition.
        if before is not None and number != before + 1 and number not in seen:
            expected = before + 1
            yield Diagnostic(
                KIND,
                Text(f"nomor melompat dari {before} ke {number}", f"nomor jumps from {before} to {number}")
                if seen
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
