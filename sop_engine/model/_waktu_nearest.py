"""Near readings of a text that is no time.

In: the text. Out: texts that its author may have meant, the likeliest first; whoever asks keeps the
first that is a time. Typing errors are matched by likeness, abbreviations and English words by a list.
"""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import lru_cache
from typing import Final, NamedTuple

from sop_engine.model._angka import FIGURES
from sop_engine.model._bulan import INDONESIAN
from sop_engine.model._waktu_tokens import UNIT_WORDS, Token, tokens
from sop_engine.model._waktu_words import UNMEASURED, plain_words

__all__ = ["Candidate", "candidates"]

_ALIKE: Final = 0.66
_ALIKE_PHRASE: Final = 0.8
_MOST_UNKNOWN: Final = 4
_MOST_TOKENS: Final = 30
_LONGEST_WORD: Final = 20
_UNKNOWN: Final = ("word", "other")

_MEANINGS: Final = {
    "tahun": "th thn year years yr yrs",
    "semester": "smt smtr",
    "bulan": "bl bln month months",
    "minggu": "mg mgg week weeks wk",
    "hari": "hr day days",
    "hari kerja": "hk workday workdays",
    "jam": "j jm hour hours",
    "menit": "m mnt min mins minute minutes ' ’ ′",
    "detik": 'd dt dtk sec secs second seconds " ″',
    "kerja": "working business",
    "kalender": "calendar",
    "maks.": "max maximum ≤ <",
    "±": "~ ≈ about approximately",
    "x": "* kali",
    "-": "to until atau",
    "dan": "and",
    "per": "setiap tiap @",
}
_ALIASES: Final = {alias: word for word, aliases in _MEANINGS.items() for alias in aliases.split()}

# Words of sentences that look like words of time ('setelah' like 'setengah'), so likeness says nothing.
_NOT_MEANT: Final = frozenset(
    ("setelah", "sebelum", "sesudah", "sejak", "surat", "sesuai", "semua", "dengan")
)

_OFTEN: Final = {
    "hari": "Harian",
    "minggu": "Mingguan",
    "bulan": "Bulanan",
    "triwulan": "Triwulanan",
    "semester": "Semesteran",
    "tahun": "Tahunan",
}
_PHRASES: Final = {phrase.lower(): phrase for phrase in UNMEASURED} | {
    f"{each} {unit}": phrase for unit, phrase in _OFTEN.items() for each in ("setiap", "tiap", "per")
}
_KNOWN: Final = (
    *UNIT_WORDS,
    *FIGURES,
    *("kerja", "efektif", "kalender", "maksimal", "paling", "lama", "lambat", "sampai", "hingga", "sekitar"),
    *(month for month in INDONESIAN if len(month) > 4),
)
_SPLIT_DECIMAL: Final = r"([0-9])\s*([.,])\s*([0-9])"
_BELONGS: Final = r"\(\s*((?:per|kerja|efektif|kalender)\b[^()]*)\)"
_ASIDE: Final = r"\([^()]*\)"


class Candidate(NamedTuple):
    """A text to try; ``complete`` says that it leaves out none of the author's words."""

    text: str
    complete: bool = True


def candidates(text: str) -> Iterator[Candidate]:
    """Readings to try, in order; few, and fewer for a long text or one full of unknown words."""
    words = plain_words(text)
    if len(words) <= 2 * _LONGEST_WORD and not any(map(str.isdigit, words)):
        for phrase in get_close_matches(words, _PHRASES, 1, _ALIKE_PHRASE):
            yield Candidate(_PHRASES[phrase])
    found = [token for token in tokens(text) if token.kind != "dot"]  # as behind an abbreviation
    unknown = [token for token in found[: _rate_at(found)] if token.kind in _UNKNOWN]
    if len(unknown) <= _MOST_UNKNOWN and len(found) <= _MOST_TOKENS:
        yield from _mended(found, unknown)
    first = next((at for at, token in enumerate(found) if token.kind in _UNKNOWN), len(found))
    if first > _MOST_TOKENS:
        return
    known = _joined(found[:first], {}).strip(" ;,.+-")
    yield Candidate(known, complete=not unknown)
    yield Candidate(re.sub(_ASIDE, " ", known), complete=False)


def _rate_at(found: list[Token]) -> int:
    """Where a rate begins, whose words are free."""
    for at, token in enumerate(found):
        behind = found[at + 1].kind if at + 1 < len(found) else ""
        if (token.kind == "each" and behind != "number") or _ALIASES.get(token.word) == "per":
            return at + 1
    return len(found)


def _mended(found: list[Token], unknown: list[Token]) -> Iterator[Candidate]:
    """Every unknown word as the known one that it is most like."""
    near = {token.word: _near(token.word) for token in unknown}
    for word in next(iter(near.values())) if len(near) == 1 else ():
        yield Candidate(_joined(found, {unknown[0].word: word}))
    best = {word: words[0] for word, words in near.items() if words}
    mended = _joined(found, best)
    yield Candidate(mended)
    yield Candidate(re.sub(_SPLIT_DECIMAL, r"\1\2\3", mended))
    yield Candidate(re.sub(_BELONGS, r"\1", mended))
    if found and found[0].kind == "range":
        yield Candidate(f"maks. {_joined(found[1:], best)}")


@lru_cache(maxsize=512)
def _near(word: str) -> tuple[str, ...]:
    if alias := _ALIASES.get(word):
        return (alias,)
    if len(word) > _LONGEST_WORD or word in _NOT_MEANT:
        return ()
    alike = get_close_matches(word, _KNOWN, 3, _ALIKE)
    return tuple([known.capitalize() if known in INDONESIAN else known for known in alike])


def _joined(found: list[Token], near: dict[str, str]) -> str:
    return " ".join([near.get(token.word, token.raw) for token in found])
