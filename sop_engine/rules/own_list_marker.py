"""SOP615 own-list-marker: items of a list bring a number, letter or dash of their own.

Butir daftar diawali angka, huruf, atau tanda hubung sendiri.

Why:
    Lists are numbered or set on lines of their own when the sheet is printed; a marker in the text then prints as
    ``1. 1. Komputer``. It also hides that two SOPs name the same document. Each list is reported once, at its first
    marker, and so is each column of the table. Counts (``3 rangkap``, ``2 (dua) lembar``) are no markers, letters only
    where they follow each other (a, b, c), and the notes under the table (``catatan``) are free. An item that holds
    several, as ``1. Surat 2. Nota``, is left to its author by ``sop fix``: it is to become a list.

Mengapa:
    Daftar dinomori, atau ditulis butir demi butir, saat lembar dicetak; penanda di dalam teks akan tercetak sebagai
    ``1. 1. Komputer``. Penanda juga membuat dokumen yang sama tampak berbeda. Setiap daftar dilaporkan sekali, di
    penandanya yang pertama; demikian pula setiap kolom tabel. Jumlah (``3 rangkap``, ``2 (dua) lembar``) bukan
    penanda, huruf hanya dihitung bila berurutan (a, b, c), dan baris ``catatan`` di bawah tabel bebas. Butir yang
    memuat beberapa penanda, seperti ``1. Surat 2. Nota``, tidak diubah ``sop fix``: penyusun perlu membaginya.

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
    | \((?P<inner>[0-9]{1,2}|[a-zA-Z])\)\s+(?=\S)(?!(?:lembar|rangkap|buah|eksemplar|bundel|berkas|set|orang|kali)\b)
    | (?P<letter>[a-zA-Z])\s?[.)]\s+(?=\S)(?![a-z]\s?\.)
    | (?P<roman>[ivx]{2,4}|[IVX]{2,4})[.)]\s+(?=\S)
    | (?P<dash>[-–—•·●○◦▪■□‣➢➤»›✓✔\uf0b7\uf0a7\uf0d8\uf076])(?:\s+(?=\S)|(?=[^\W\d_]))
    | (?P<star>\*)\s+(?=\S)
    """,
    re.VERBOSE,
)
_MAY_BEGIN = re.compile("[^\\w\\s\"'“‘_/]|[0-9]{1,2}\\s?[.)]|[a-zA-Z]{1,4}\\s?[.)]").match
"""A quick look at items that do not begin with a longer word."""

_DELETE = Text("hapus penandanya: daftar dinomori saat dicetak", "delete it: lists are set out when printed")
_LIST = Text(
    "jadikan daftar: satu butir satu baris, diawali '- ', tanpa penanda",
    "make a list of it: each item on a line behind '- ', without markers",
)

_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield the first marker of each list, and of each column of the table, with their number."""
    lists = item_lists(compiled)
    short = [item for _, _, items in lists for item in items if not item[:5].isalpha()]
    if not any(map(_MAY_BEGIN, short)):
        return
    first: dict[str, tuple[Loc, int, tuple[str, ...], int]] = {}
    count: dict[str, int] = {}
    for field, row, items in lists:
        for at in range(len(items)):
            if width := marker_width(items, at, field):
                count[field] = count.get(field, 0) + 1
                first.setdefault(field, (loc_of_list(field, row), at, items, width))
    for field, (loc, at, items, width) in first.items():
        yield _finding(compiled, loc, at, items, width, count[field])


def marker_width(items: tuple[str, ...], at: int, field: str) -> int:
    """How long the marker of an item is, with the spaces behind it; 0 where it has none.

    Args:
        items: all items of its list, for letters count only where they follow each other.
        at: which one it is.
        field: the key of the list.
    """
    match = _MARKER.match(items[at])
    if match is None:
        return 0
    letter = match["letter"] or (match["inner"] if match["inner"] and match["inner"].isalpha() else None)
    roman = (match["roman"] or letter or "").lower()
    if roman and roman == (_ROMANS[at] if at < len(_ROMANS) else ""):
        # One capital alone may be a name: I. Gusti Ngurah, A. Yani.
        return match.end() if len(roman) > 1 or roman == letter or _has_neighbour(items, at) else 0
    if letter:
        in_turn = ord(letter.lower()) - ord("a") == at
        return match.end() if in_turn and (letter.islower() or _has_neighbour(items, at)) else 0
    if match["roman"]:
        return 0
    # In the last column a star or a number with a parenthesis may point at a note.
    if field == "keterangan" and (match["star"] or ")" in match[0]):
        return 0
    return match.end()


def removable_widths(items: tuple[str, ...], field: str) -> list[int]:
    """How long the marker of each item is, where it can go; all 0 where the list holds an item that is a list itself.

    In ``1. Surat 2. Nota`` only the first marker would go, and nobody would know any more what the second one means.
    """
    widths = [marker_width(items, at, field) for at in range(len(items))]
    whole = any(width and _is_list(item, width) for item, width in zip(items, widths, strict=True))
    return [0] * len(items) if whole else widths


def _is_list(item: str, width: int) -> bool:
    """Whether there are several lines in an item, or another marker of the same kind behind the first one."""
    sign = item[:width].strip()
    own = "".join(filter(str.isalnum, sign)).lower()
    if "\n" in item.strip():
        return True
    if not own:
        return f" {sign} " in item[width:]
    following = [str(int(own) + 1)] if own.isdecimal() else []
    if len(own) == 1 and own.isalpha():
        following.append(chr(ord(own) + 1))
    if own in _ROMANS[:-1]:
        following.append(_ROMANS[_ROMANS.index(own) + 1])
    if not following:
        return False
    return (
        re.search(rf"(?<![\w.])(?:{'|'.join(following)})\s?[.)]\s", item[width:], re.IGNORECASE) is not None
    )


def _has_neighbour(items: tuple[str, ...], at: int) -> bool:
    """Whether the item before, or of the first one the item behind, begins with a letter of its own too."""
    other = _MARKER.match(items[at - 1] if at else items[min(1, len(items) - 1)])
    return len(items) > 1 and other is not None and bool(other["letter"] or other["inner"] or other["roman"])


def _finding(
    compiled: Compiled, loc: Loc, at: int, items: tuple[str, ...], width: int, count: int
) -> Diagnostic:
    document, _, _ = reached(compiled)
    item = items[at]
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
        _DELETE if removable_widths(items, str(loc[-1]))[at] else _LIST,
    )
