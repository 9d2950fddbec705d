"""Names of SOPs, compared as people mean them.

In: a name as it stands in ``identitas.nama`` or in an item of ``keterkaitan``. Out: a key that is equal for two ways
of naming one SOP. No message shows it.
"""

import re
from functools import lru_cache

__all__ = ["name_key"]

_MARKER = re.compile(r"\s*(?:[0-9]{1,2}\s*[.)]|\(?[a-z]\s*[.)]|[-*•·–—])\s+")
_WORD = re.compile(r"[^\W_]+")
_ROMAN = re.compile(r"[ivx]+")
_KIND = r"""(?:standard?\ operasional\ prosedur(?:\ administrasi\ pemerintahan)?+ | standar\ prosedur\ operasional
    | standard\ operating\ procedures?+ | prosedur\ operasional\ standar | sop(?:\ ap)?+ | s\ o\ p | spo | tentang)"""
_FRONT = re.compile(rf"(?>{_KIND}\ (?:(?:{_KIND}|ap)\ )*+)", re.VERBOSE)
"""What may stand before the name proper; the short forms may stand behind the long ones."""

_JOINING = frozenset({"dan", "serta", "atau"})


@lru_cache(maxsize=4096)
def name_key(text: str) -> str:
    """Reduce the name of a SOP to what tells it from others.

    Capitals, blanks, quotes, the underscores of italics, punctuation, a list marker and "SOP" or "Standar
    Operasional Prosedur" in front, "dan" at the end and a short form of the name's own words at its end make no
    difference; ``&`` is "dan".

    >>> name_key("SOP Penyusunan Indikator Kinerja Utama (IKU); dan")
    'penyusunan indikator kinerja utama'
    >>> name_key("Pengajuan Cuti (Manual)")
    'pengajuan cuti manual'
    """
    lower = text.casefold()
    if marker := _MARKER.match(lower):
        lower = lower[marker.end() :]
    words = _WORD.findall(lower.replace("&", " dan "))
    while len(words) > 1 and words[-1] in _JOINING:
        words.pop()
    short = _short_form(lower) if "(" in lower else None
    if short and len(words) > 1 and words[-1] == short:
        words.pop()
    key = " ".join(words)
    front = _FRONT.match(key)
    return key[front.end() :] if front else key


def _short_form(lower: str) -> str | None:
    """The short form in parentheses that ends a name: its letters stand in the words before it, in this order."""
    opening = lower.rfind("(")
    match = re.match(r"\(\s*([^\W\d_]{2,12})\s*\)[\s;,.:]*(?:(?:dan|serta|atau)[\s;,.:]*)?$", lower[opening:])
    if match is None or _ROMAN.fullmatch(match[1]):
        return None
    before = iter(lower[:opening])
    return match[1] if all(letter in before for letter in match[1]) else None
