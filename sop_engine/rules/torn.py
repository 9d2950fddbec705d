"""Items of a list that are one item torn into two.

In: the items. Out: which of them go on with the item before. Scans and copies break a long item at the end of its
line; both halves then print as items of their own, with two numbers.
"""

import re
from functools import lru_cache
from itertools import pairwise

from sop_engine.rules.citations import cited

__all__ = ["torn_pieces", "torn_regulations"]

_OPEN_WORDS = (
    *("dan", "atau", "serta", "yang", "untuk", "di", "ke", "dari", "dalam", "pada", "dengan", "oleh", "bagi"),
    *("tentang", "atas", "sebagai", "antara", "nomor", "tahun", "telah", "beserta", "melalui", "terhadap"),
)
_OPEN_FORMS = frozenset(form for word in _OPEN_WORDS for form in (word, word.capitalize(), word.upper()))
_OPEN_IN_CITATIONS = (" no.", " menteri", " republik", " negara", " reformasi")
"""What the name of an office ends in where a citation breaks off before its number."""

_HYPHEN = re.compile(r"[^\W\d_]-\s*$")
_END = re.compile(r"[;.:!?]\s*$|;\s*(?:dan|atau|serta)\s*$")
_TAIL = 60
_MAY_ONLY_LIST = frozenset({"dan", "atau", "serta"})
_PAPERS = re.compile(
    r"(?:renstra|renja|rencana|dokumen|dpa|rka|rkpd|rpjm|tupoksi|tugas|iku|indikator|sop|standar|sk|surat|nota|laporan"
    r"|perjanjian|kontrak|juknis|juklak|petunjuk|pedoman|buku|kalender|program|visi|sni|iso|kebijakan|arahan|hasil"
    r"|data|daftar)\b",
    re.IGNORECASE,
)
"""What a list of regulations also holds, though it is none: an item that begins so is no half of another."""


@lru_cache(maxsize=1024)
def torn_regulations(items: tuple[str, ...]) -> tuple[int, ...]:
    """Which items of ``dasar_hukum`` go on with the regulation of the item before.

    Such an item opens no citation itself, and the item before is one that is not finished: it ends in an open word or
    lacks a part, the second half begins with a small letter or a number, or all the others end in punctuation.
    """
    found: list[int] = []
    # The last item may do without punctuation.
    bare = sum(not _is_closed(item) for item in items[:-1])
    for at in range(1, len(items)):
        first, second = items[at - 1], items[at]
        if _opens(second) or not (cited(first) or found[-1:] == [at - 1]) or _is_closed(first):
            continue
        # Alone without punctuation among its like, or a half itself.
        broken = (bare == 1 and len(items) > 2) or found[-1:] == [at - 1]
        if (broken and not _PAPERS.match(second)) or _is_unfinished(first, second):
            found.append(at)
    return tuple(found)


def _is_closed(text: str) -> bool:
    """Whether an item ends in punctuation, or in the "dan" of an enumeration."""
    return _END.search(text[-_TAIL:]) is not None


def _opens(text: str) -> bool:
    """Whether a text opens a citation, with its kind."""
    return any(
        one.known and not text[: one.span[0]].strip(" \t\r\n0123456789.)(-") for one in cited(text)[:1]
    )


def _is_unfinished(first: str, second: str) -> bool:
    """Whether an item that is a citation asks for more, or the next one for something before it."""
    if first.endswith((",", "(", "/")) or _ends_open(first) or _HYPHEN.search(first[-_TAIL:]):
        return True
    last = next(iter(cited(first)[-1:]), None)
    if last is not None and not last.judul and first.lower().endswith(_OPEN_IN_CITATIONS):
        return True
    # "Peraturan Menteri ... dan Reformasi" and behind it "Birokrasi Nomor 53 Tahun 2014 tentang ..."
    if last is not None and not last.nomor and last.missing and any(one.nomor for one in cited(second)[:1]):
        return True
    return second[:1].islower() and not _PAPERS.match(second)


def _ends_open(text: str) -> bool:
    """Whether the last word asks for another."""
    return text[text.rfind(" ") + 1 :] in _OPEN_FORMS


def torn_pieces(items: tuple[str, ...]) -> tuple[int, ...]:
    """Which items of any other list go on with the item before; only where nobody can doubt it."""
    # A quick look first: few items end in anything open.
    for item in items[:-1]:
        if item[-1:] in ",-/(" or "(" in item or item[item.rfind(" ") + 1 :] in _OPEN_FORMS:
            small = sum(item[:1].islower() for item in items)
            commas = sum(item.endswith(",") for item in items)
            return tuple(
                at for at, pair in enumerate(pairwise(items), start=1) if _is_torn(*pair, small, commas)
            )
    return ()


def _is_torn(first: str, second: str, smalls: int, commas: int) -> bool:
    """Whether two items are one; of so many items that begin small, and so many that end in a comma."""
    small = second[:1].islower()
    if first.count("(") > first.count(")") and second.count(")") > second.count("("):
        return True
    if first.endswith("/") or (small and _HYPHEN.search(first[-_TAIL:])):
        return True
    # In a list that begins its items with small letters a small letter says nothing.
    only_small = small and smalls == 1
    if first.endswith(","):
        return only_small and commas == 1
    if not _ends_open(first):
        return False
    if first.rsplit(None, 1)[-1].lower() in _MAY_ONLY_LIST:
        # "a; dan" and "a, dan" before the last item are how lists are written.
        return only_small and not re.search(r"[;,]\s*\w+$", first[-_TAIL:])
    return True
