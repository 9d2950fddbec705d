"""Items of a list that are one item torn into two.

In: the items. Out: which of them go on with the item before. Scans and copies break a long item at the end of its
line; both halves then print as items of their own, with two numbers.
"""

import re
from functools import lru_cache

from sop_engine.rules.citations import cited

__all__ = ["torn_pieces", "torn_regulations"]

_OPEN_WORDS = (
    *("dan", "atau", "serta", "yang", "untuk", "di", "ke", "dari", "dalam", "pada", "dengan", "oleh", "bagi"),
    *("tentang", "atas", "sebagai", "antara", "nomor", "tahun", "telah", "beserta", "melalui", "terhadap"),
    *("maka", "sehingga", "agar", "bahwa", "karena"),
)
_OPEN_FORMS = frozenset(form for word in _OPEN_WORDS for form in (word, word.capitalize(), word.upper()))
_OPEN_ENDS = frozenset(",-/( \t\n")
_OPEN_IN_CITATIONS = (" no.", " menteri", " republik", " negara", " reformasi")
"""What the name of an office ends in where a citation breaks off before its number."""

_HYPHEN = re.compile(r"[^\W\d_]-\s*$")
_CLOSING = frozenset(";.:!?")
_CLOSED_LIST = re.compile(r";\s*(?:dan|atau|serta)$")
_TAIL = 60
_MAY_ONLY_LIST = frozenset({"dan", "atau", "serta"})
_BEFORE_REGULATION = frozenset(
    {"dengan", "oleh", "atas", "tentang", "pelaksanaan", "perubahan", "pencabutan"}
)
"""Behind these words even an item that opens with a regulation goes on with the one before."""

_GOES_ON = re.compile(
    r"sebagaimana\s|(?:telah\s+)?diubah\s|(?:juncto|jo)\b|\(?\s*(?:tambahan\s+)?(?:lembaran|berita)\s+(?:negara|daerah)\b",
    re.IGNORECASE,
)
"""How what is said of a regulation begins; no regulation does."""

_REST = re.compile(
    r"(?:akan|maka|sehingga|karena|agar|yang|dengan|untuk|pada|oleh|dalam|di|ke|dari|bagi|sebagai)\s"
)
"""How the rest of a sentence begins in a list that begins its items with capitals."""

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
    lacks a part, the second half begins with a small letter or a number, or all the others end in punctuation. Only
    behind a word such as "dengan" it may open one.
    """
    found: list[int] = []
    # The last item may do without punctuation.
    bare = sum(not _is_closed(item) for item in items[:-1])
    commas = sum(item.endswith(",") for item in items)
    for at in range(1, len(items)):
        first, second = items[at - 1], items[at]
        if not (cited(first) or found[-1:] == [at - 1]):
            continue
        if _last_word(first).lower() in _BEFORE_REGULATION or _GOES_ON.match(second):
            found.append(at)
            continue
        if _opens(second) or _is_closed(first):
            continue
        # Alone without punctuation among its like, or a half itself.
        broken = (bare == 1 and len(items) > 2) or found[-1:] == [at - 1]
        # So is the one comma at an end, the more so among semicolons.
        comma = first.endswith(",") and commas == 1
        sure = comma and bare < len(items) - 1
        if ((broken or comma) and (sure or not _PAPERS.match(second))) or _is_unfinished(first, second):
            found.append(at)
    return tuple(found)


def _is_closed(text: str) -> bool:
    """Whether an item ends in punctuation, or in the "dan" of an enumeration."""
    end = text[-_TAIL:].rstrip()
    return end[-1:] in _CLOSING or (";" in end and _CLOSED_LIST.search(end) is not None)


def _opens(text: str) -> bool:
    """Whether a text opens a citation, with its kind."""
    return any(
        one.known and not text[: one.span[0]].strip(" \t\r\n0123456789.)(-") for one in cited(text)[:1]
    )


def _is_unfinished(first: str, second: str) -> bool:
    """Whether an item that is a citation asks for more, or the next one for something before it."""
    if first.endswith(("(", "/")) or _ends_open(first) or _HYPHEN.search(first[-_TAIL:]):
        return True
    if _is_open_parenthesis(first, second):
        return True
    last = next(iter(cited(first)[-1:]), None)
    if last is not None and not last.judul and first.lower().endswith(_OPEN_IN_CITATIONS):
        return True
    # "Peraturan Menteri ... dan Reformasi" and behind it "Birokrasi Nomor 53 Tahun 2014 tentang ..."
    if last is not None and not last.nomor and last.missing and any(one.nomor for one in cited(second)[:1]):
        return True
    return second[:1].islower() and not _PAPERS.match(second)


def _last_word(text: str) -> str:
    return text[text.rfind(" ") + 1 :]


def _ends_open(text: str) -> bool:
    """Whether the last word asks for another."""
    return _last_word(text) in _OPEN_FORMS


def _is_open_parenthesis(first: str, second: str) -> bool:
    """Whether a parenthesis opens in one item and closes in the next."""
    return first.count("(") > first.count(")") and second.count(")") > second.count("(")


@lru_cache(maxsize=2048)
def torn_pieces(items: tuple[str, ...]) -> tuple[int, ...]:
    """Which items of any other list go on with the item before; only where nobody can doubt it."""
    # A quick look first: few items end in anything open.
    doubtful = [
        at
        for at, item in enumerate(items[:-1], start=1)
        if item[-1:] in _OPEN_ENDS
        or item[item.rfind(" ") + 1 :] in _OPEN_FORMS
        or ("(" in item and item.count("(") > item.count(")"))
        or items[at][:1].islower()
    ]
    if not doubtful:
        return ()
    smalls = sum(item[:1].islower() for item in items)
    commas = sum(item.endswith(",") for item in items)
    return tuple(at for at in doubtful if _is_torn(items[at - 1], items[at], smalls, commas))


def _is_torn(first: str, second: str, smalls: int, commas: int) -> bool:
    """Whether two items are one; of so many items that begin small, and so many that end in a comma."""
    small = second[:1].islower()
    if _is_open_parenthesis(first, second):
        return True
    if first.endswith("/") or (small and _HYPHEN.search(first[-_TAIL:])):
        return True
    # In a list that begins its items with small letters a small letter says nothing.
    only_small = small and smalls == 1
    if first.endswith(","):
        return only_small and commas == 1
    if not _ends_open(first):
        return only_small and not _is_closed(first) and _REST.match(second) is not None
    if first.rsplit(None, 1)[-1].lower() in _MAY_ONLY_LIST:
        # "a; dan" and "a, dan" before the last item are how lists are written.
        return only_small and not re.search(r"[;,]\s*\w+$", first[-_TAIL:])
    return True
