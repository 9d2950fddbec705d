"""SOP615 own-list-marker: items of a list bring a number, letter or dash of their own.

Butir daftar diawali angka, huruf, atau tanda hubung sendiri.

Why:
    Lists are numbered or set on lines of their own when the sheet is printed; a marker in the text then prints as
    ``1. 1. Komputer``. It also hides that two SOPs name the same document. Each list is reported once, at its first
    marker, and so is each column of the table. Counts (``3 rangkap``, ``2 (dua) lembar``) are no markers, letters only
    where they follow each other (a, b, c), and the notes under the table (``catatan``) are free.

Mengapa:
    Daftar dinomori, atau ditulis butir demi butir, saat lembar dicetak; penanda di dalam teks akan tercetak sebagai
    ``1. 1. Komputer``. Penanda juga membuat dokumen yang sama tampak berbeda. Setiap daftar dilaporkan sekali, di
    penandanya yang pertama; demikian pula setiap kolom tabel. Jumlah (``3 rangkap``, ``2 (dua) lembar``) bukan
    penanda, huruf hanya dihitung bila berurutan (a, b, c), dan baris ``catatan`` di bawah tabel bebas.

Bad::

    identitas:
      nama: Pengumpulan Data Kinerja
      peralatan_perlengkapan:
        - 1. Komputer
        - 2. ATK

Good::

    identitas:
      nama: Pengumpulan Data Kinerja
      peralatan_perlengkapan:
        - Komputer
        - ATK

How to mend:
    Delete the markers.

Cara memperbaiki:
    Hapus penanda itu dari setiap butir.
"""

import re
from collections.abc import Iterator

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Severity, Text
from sop_engine.reading.document import Loc
from sop_engine.rules.common import item_span, quoted, reached
from sop_engine.rules.item_lists import item_lists, loc_of_list
from sop_engine.rules.places import words_span

KIND = Kind("SOP615", "own-list-marker", Severity.WARNING)

_MARKER = re.compile(
    r"""
      (?P<number>[0-9]{1,2})\s?[.)](?:\s+(?=\S)|(?=[^\W\d_]{2}))
    | \((?P<inner>[0-9]{1,2}|[a-zA-Z])\)\s+(?=\S)
    | (?P<letter>[a-zA-Z])\s?[.)]\s+(?=\S)
    | (?P<roman>[ivx]{2,4}|[IVX]{2,4})[.)]\s+(?=\S)
    | (?P<dash>[-–—•·●○◦▪■□‣➢➤»›✓✔\uf0b7\uf0a7\uf0d8\uf076])(?:\s+(?=\S)|(?=[^\W\d_]))
    | (?P<star>\*)\s+(?=\S)
    """,
    re.VERBOSE,
)
_MAY_BEGIN = re.compile("[^\\w\\s\"'“‘_/]|[0-9]{1,2}\\s?[.)]|[a-zA-Z]{1,4}\\s?[.)]").match
"""A quick look at items that do not begin with a longer word."""

_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield the first marker of each list, and of each column of the table, with their number."""
    lists = item_lists(compiled)
    short = [item for _, _, items in lists for item in items if not item[:5].isalpha()]
    if not any(map(_MAY_BEGIN, short)):
        return
    first: dict[str, tuple[Loc, int, str, int]] = {}
    count: dict[str, int] = {}
    for field, row, items in lists:
        for at, item in enumerate(items):
            if width := _marker(items, at, field):
                count[field] = count.get(field, 0) + 1
                first.setdefault(field, (loc_of_list(field, row), at, item, width))
    for field, (loc, at, item, width) in first.items():
        yield _finding(compiled, loc, at, item, width, count[field])


def _marker(items: tuple[str, ...], at: int, field: str) -> int:
    """How long the marker of an item is; 0 where it has none."""
    match = _MARKER.match(items[at])
    if match is None:
        return 0
    letter = match["letter"] or (match["inner"] if match["inner"] and match["inner"].isalpha() else None)
    roman = (match["roman"] or letter or "").lower()
    if roman and roman == (_ROMANS[at] if at < len(_ROMANS) else ""):
        return match.end()
    if letter:
        in_turn = ord(letter.lower()) - ord("a") == at
        # One capital alone may be a name: A. Yani.
        return match.end() if in_turn and (letter.islower() or _has_neighbour(items, at)) else 0
    if match["roman"]:
        return 0
    # In the last column a star or a number with a parenthesis may point at a note.
    if field == "keterangan" and (match["star"] or ")" in match[0]):
        return 0
    return match.end()


def _has_neighbour(items: tuple[str, ...], at: int) -> bool:
    """Whether the item before, or of the first one the item behind, begins with a letter of its own too."""
    other = _MARKER.match(items[at - 1] if at else items[min(1, len(items) - 1)])
    return len(items) > 1 and other is not None and bool(other["letter"] or other["inner"])


def _finding(compiled: Compiled, loc: Loc, at: int, item: str, width: int, count: int) -> Diagnostic:
    document, _, _ = reached(compiled)
    marker = item[:width].rstrip()
    shown = quoted(marker)
    return Diagnostic(
        KIND,
        Text(
            f"butir diawali penanda {shown}"
            if count == 1
            else f"{count} butir diawali penanda seperti {shown}",
            f"an item begins with a marker of its own, {shown}"
            if count == 1
            else f"{count} items begin with markers of their own, such as {shown}",
        ),
        compiled.source,
        words_span(document, item_span(document, loc, at), item, 0, len(marker)),
        Text("hapus penandanya: daftar dinomori saat dicetak", "delete it: lists are set out when printed"),
    )
