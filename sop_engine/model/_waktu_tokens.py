"""A written time as a row of tokens.

In: the text of a Waktu cell. Out: its numbers, units and signs, each with its kind; whatever is none
of these is an unknown word or another character. Letters and spacing are free, so ``30MENIT``,
``30 menit`` and ``duabelas jam`` are two tokens each.
"""

import re
from typing import Final, NamedTuple

from sop_engine.model._angka import FIGURES, VULGAR
from sop_engine.model._bulan import INDONESIAN
from sop_engine.model.satuan import Unit

__all__ = ["DASHES", "UNIT_WORDS", "Token", "tokens", "unit_of"]


class Token(NamedTuple):
    """A piece of the text: what it is, and as it is written."""

    kind: str
    raw: str

    @property
    def word(self) -> str:
        """In small letters and with single spaces."""
        return " ".join(self.raw.lower().split())


DASHES: Final = "-‐‑‒–—―−"
"""The characters that people type for a dash."""

UNIT_WORDS: Final = ("tahun", "semester", "bulan", "minggu", "hari", "jam", "menit", "detik")
"""The units that are one word."""

_END: Final = r"(?![^\W\d_])"  # a word ends where no letter follows; a digit may: 'jam30menit'
_DASH: Final = f"[{DASHES}]"
_NUMBERS: Final = {
    "number": r"[0-9]+(?:[.,][0-9]+)*",
    "part": f"[{''.join(VULGAR)}]",
    "figure": f"(?:{'|'.join(FIGURES)})+{_END}",
}
_PHRASES: Final = {
    "about": rf"±|\+\s*/?\s*{_DASH}|(?:kurang\s+lebih|lebih\s+kurang|sekitar|kira-kira){_END}",
    "limit": rf"maks(?:imal|imum)?{_END}\.?|paling\s+(?:lama|lambat|banyak){_END}"
    rf"|(?:selambat-lambatnya|selama-lamanya){_END}",
    "least": rf"(?:minimal|minimum|sekurang-kurangnya|paling\s+(?:sedikit|cepat|singkat)){_END}"
    rf"|\Amin{_END}\.?",
}
_SIGNS: Final = {
    "range": rf"s\s*[./]\s*d{_END}\.?|(?:sampai\s+dengan|sampai|hingga|sd){_END}|{_DASH}",
    "each": rf"/|per{_END}",
    "times": rf"×|x{_END}",
    "join": rf"[;,+&]|dan{_END}",
    "open": r"\(",
    "close": r"\)",
    "dot": r"\.",
}
_UNIT: Final = rf"(?:se)?(?:hari\s*(?:kerja|efektif|kalender)|{'|'.join(UNIT_WORDS)}){_END}"
_MONTH: Final = f"(?:{'|'.join(sorted(INDONESIAN, key=len, reverse=True))}){_END}"

# The order decides: phrases before the words they begin with, units and months before any word.
_KINDS: Final = (
    _PHRASES
    | {"unit": _UNIT}
    | _NUMBERS
    | {"month": _MONTH}
    | _SIGNS
    | {"word": r"[^\W\d_]+", "other": r"\S"}
)
_TOKEN: Final = "|".join([f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS.items()])
_UNITS: Final = {unit.replace(" ", ""): unit for unit in Unit} | {"hariefektif": Unit.HARI_KERJA}


def tokens(text: str) -> list[Token]:
    """The tokens of a text, in time linear in its length.

    ``sejam`` gives two, the number and the unit.
    """
    text = text.strip()
    small = text.lower()
    if len(small) != len(text):
        text = small  # a few foreign letters have a small form of two characters
    found: list[Token] = []
    for match in re.finditer(_TOKEN, small):
        token = Token(match.lastgroup or "", text[match.start() : match.end()])
        if token.kind == "unit" and _letters(token) not in _UNITS:
            found += (Token("figure", "satu"), Token("unit", token.raw[2:]))
        else:
            found.append(token)
    return found


def unit_of(token: Token) -> Unit:
    """The unit that a token of kind ``unit`` names."""
    return _UNITS[_letters(token)]


def _letters(token: Token) -> str:
    return "".join(token.raw.lower().split())
