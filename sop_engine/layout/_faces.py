"""The faces of the sheet's font: how wide a character is drawn, and which ones cannot be drawn as they are.

Comes in: text, and the generated table of advance widths. Goes out: advances in units of the font for
every character there is, and text that is safe to draw. What the font lacks counts as wide as any font
that may stand in for it draws it, so that no text leaves its cell.
"""

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache
from itertools import chain

from sop_engine.layout import _widths

__all__ = [
    "ASCENT",
    "CAP_HEIGHT",
    "DESCENT",
    "FONT",
    "UNITS_PER_EM",
    "X_HEIGHT",
    "Advances",
    "Face",
    "advances",
    "visible",
]

FONT = _widths.FONT
UNITS_PER_EM = _widths.UNITS_PER_EM
ASCENT = _widths.ASCENT / UNITS_PER_EM
DESCENT = _widths.DESCENT / UNITS_PER_EM
CAP_HEIGHT = _widths.CAP_HEIGHT / UNITS_PER_EM
X_HEIGHT = _widths.X_HEIGHT / UNITS_PER_EM

# Colour emoji are wider than their em: the widest of the usual fonts, Segoe UI Emoji, takes 1.37 em.
_EMOJI = 14 * UNITS_PER_EM // 10


class Face(StrEnum):
    """The four faces of the one font family that the sheet is set in."""

    REGULAR = "regular"
    BOLD = "bold"
    ITALIC = "italic"
    BOLD_ITALIC = "bold-italic"

    @classmethod
    def of(cls, *, bold: bool, italic: bool) -> "Face":
        """Return the face of that weight and slope."""
        if bold:
            return cls.BOLD_ITALIC if italic else cls.BOLD
        return cls.ITALIC if italic else cls.REGULAR


class Advances(dict[str, int]):
    """Character to advance in units of the font, for one face; what the font lacks is estimated.

    A mark that sits on another character takes no room, and a line break none; a colour emoji takes 1.4 em;
    anything else 1 em, which is what East Asian characters take and more than letters and symbols do.
    """

    def __missing__(self, character: str) -> int:
        category = unicodedata.category(character)
        if category in {"Mn", "Me"} or character == "\n":
            return 0
        if category == "So" and unicodedata.east_asian_width(character) == "W":
            return _EMOJI
        return UNITS_PER_EM


@lru_cache(maxsize=len(Face))
def advances(face: Face) -> Advances:
    """Return the advances of one face, read from the generated table when first asked for."""
    upright = _widths.BOLD if face in {Face.BOLD, Face.BOLD_ITALIC} else _widths.REGULAR
    changes = {Face.ITALIC: _widths.ITALIC, Face.BOLD_ITALIC: _widths.BOLD_ITALIC}.get(face, "")
    table, code = Advances(), 0
    for token in chain(upright.split(), changes.split()):
        if token[-1] == ":":
            code = int(token[:-1], 16)
        elif "*" in token:
            advance, count = map(int, token.split("*"))
            table.update(dict.fromkeys(map(chr, range(code, code + count)), advance))
            code += count
        else:
            table[chr(code)] = int(token)
            code += 1
    return table


_REPLACEMENT = "\ufffd"
_MEANT = {"\t": " ", "\u2028": "\n", "\u2029": "\n"}
# The last two code points of each of the 17 planes mean no character, nor do U+FDD0 to U+FDEF.
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    chr(last - 1) + chr(last) for last in range(0xFFFF, 0x110000, 0x10000)
)
_CONTROLS = "\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069"
_UNFIT = re.compile(f"[{_CONTROLS}\ud800-\udfff{_NONCHARACTERS}]")


def visible(text: str) -> str:
    """Return `text` with each character that must not be drawn as it is made visible, one for one.

    Control characters, bidirectional controls (they reorder what a reader sees), lone surrogates and
    noncharacters become U+FFFD, which the font covers (it has no Control Pictures); a tab becomes a space;
    U+2028 and U+2029 become the line break that they mean. The result can stand in XML 1.0, and `visible`
    leaves it as it is.
    """
    # A printable string holds none of them, and the interpreter answers that much faster than a search.
    if text.isprintable():
        return text
    return _UNFIT.sub(lambda match: _MEANT.get(match[0], _REPLACEMENT), text)
