"""SOP403 similar-headings: two lanes have nearly the same heading.

Dua lajur memiliki judul yang hampir sama.

Why:
    "Kasubag Umum" and "Kasubbag Umum" are one person; with two lanes each shows half of the work, and every handover
    between them is drawn although nothing is handed over. Capitals, dots, spaces and usual short forms are
    seen through, and so is one clear slip of the pen; "Kepala Seksi I" and "Kepala Seksi II" are two roles.

Mengapa:
    "Kasubag Umum" dan "Kasubbag Umum" adalah satu pejabat. Bila lajurnya dua, masing-masing hanya memuat sebagian
    pekerjaannya, dan tergambar perpindahan yang sebenarnya tidak ada. Huruf besar, titik, spasi, singkatan yang lazim,
    dan satu salah ketik yang jelas dianggap sama; "Kepala Seksi I" dan "Kepala Seksi II" tetap dua peran.

Bad::

    pelaksana: {staf: Staf Penyusun, umum: Kasubag Umum, kasubbag: Kepala Sub Bagian Umum}
    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}
      - {nomor: 2, uraian: Memeriksa konsep, pelaksana: umum}
      - {nomor: 3, uraian: Mengarsipkan konsep, pelaksana: kasubbag}

Good::

    pelaksana: {staf: Staf Penyusun, kasubbag: Kepala Sub Bagian Umum}
    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}
      - {nomor: 2, uraian: Memeriksa konsep, pelaksana: kasubbag}
      - {nomor: 3, uraian: Mengarsipkan konsep, pelaksana: kasubbag}

How to mend:
    Make one lane of the two. Where they are two roles, write in each heading what makes them different.

Cara memperbaiki:
    Jadikan satu lajur. Bila perannya memang dua, tulis pada judulnya apa yang membedakan keduanya.
"""

from collections.abc import Iterator
from functools import lru_cache

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Related, Severity, Text
from sop_engine.reading.document import Document, Loc
from sop_engine.rules.common import quoted, reached
from sop_engine.rules.role_names import role_key, same_role

KIND = Kind("SOP403", "similar-headings", Severity.WARNING)

_SLIP = 3
"""Headings whose lengths differ by so many letters differ by more than a slip of the pen."""

_COMPARED = 60
"""Among more lanes than this only those that are equal but for spelling are looked for."""


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield each lane whose heading means an earlier lane's role."""
    document, sop, _ = reached(compiled)
    headings = tuple([role.nama for role in sop.pelaksana.values()])
    alike = _alike(headings)
    roles = list(sop.pelaksana) if alike else []
    for at, earlier in alike:
        role, first = roles[at], roles[earlier]
        yield Diagnostic(
            KIND,
            _message(headings[earlier], headings[at]),
            compiled.source,
            document.span(_heading(document, role)),
            Text(
                f"jadikan satu lajur dengan {quoted(first)}, atau tulis apa yang membedakan keduanya",
                f"make it one lane with {quoted(first)}, or write what makes them different",
            ),
            (
                Related(
                    Text("judul yang hampir sama di sini", "the similar heading is here"),
                    document.span(_heading(document, first)),
                ),
            ),
        )


@lru_cache(maxsize=1024)
def _alike(headings: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """Each heading that means the role of an earlier one, with that one; the SOPs of an agency share their lanes."""
    found = []
    earlier: dict[str, int] = {}
    for at, heading in enumerate(headings):
        key = role_key(heading)
        if not key:
            continue
        first = earlier[key] if key in earlier else _misspelt(key, earlier)
        if first is None:
            earlier[key] = at
        else:
            found.append((at, first))
    return tuple(found)


def _misspelt(key: str, earlier: dict[str, int]) -> int | None:
    """The earlier lane whose heading differs by a slip of the pen only."""
    if len(earlier) > _COMPARED:
        return None
    for other, at in earlier.items():
        if other[0] == key[0] and -_SLIP < len(other) - len(key) < _SLIP and same_role(other, key):
            return at
    return None


def _message(first: str, second: str) -> Text:
    one, other = quoted(second), quoted(first)
    if first == second:
        return Text(f"judul lajur {one} dipakai dua kali", f"the heading {one} is used for two lanes")
    return Text(
        f"judul lajur {one} hampir sama dengan {other}", f"the heading {one} is nearly the same as {other}"
    )


def _heading(document: Document, role: str) -> Loc:
    long = ("pelaksana", role, "nama")
    return long if document.has(long) else ("pelaksana", role)
