"""Fonts for embedding: a face of the sheet's font, made ready once and kept.

In: a face, the characters that a drawing sets in it, and the folder that keeps what was made. Out: a
``Typeface``, parsed. Arimo is a variable font: the faces that are used are instanced when they are first wanted,
with the characters of the Latin script and what forms use beside them, or with all that the font has where a
drawing needs more. A folder that cannot be read or written, a file that is broken or half written, and other
processes in the same folder do no harm. Without the font package or the font tools an installed font of the
same measure serves, and reportlab's own as the last.
"""

import os
import re
import tempfile
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from contextlib import suppress
from copy import copy
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from importlib import import_module
from io import BytesIO
from pathlib import Path
from unicodedata import category
from weakref import WeakKeyDictionary

import reportlab
from reportlab.pdfbase.ttfonts import TTFont

from sop_engine.layout.measure import FONT, Face, advances

__all__ = ["REPLACEMENTS", "Typeface", "typeface"]


REPLACEMENTS = "\ufffd\u25a1?"
"""What is shown for a character that a font lacks: the first of these that it has."""

_EMPTY = "\u200b"
_IGNORED = re.compile(
    "[\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff"
    "\uffa0\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)


@dataclass(frozen=True, slots=True)
class Typeface:
    """A face that can be embedded, made ready for the characters of one drawing.

    Attributes:
        face: the weight and slope that it stands for.
        font: reportlab's font, a copy of its own, whose character map holds all that the drawing sets: what the
            font lacks has the glyph of what is shown for it, and still is what a reader copies.
        exact: its characters are as wide as the layout measured them.
        shown: what is shown for characters that it lacks, or that are invisible by nature.
    """

    face: Face
    font: TTFont
    exact: bool
    shown: Mapping[str, str]

    def has(self, character: str) -> bool:
        """Whether it can draw a character, one of the drawing's or any other."""
        return ord(character) in self.font.face.charToGlyph

    def lacks(self, character: str) -> bool:
        """Whether a character is shown by a replacement."""
        return self.shown.get(character, _EMPTY) in REPLACEMENTS

    def width(self, text: str, size: float) -> float:
        """Return how wide it draws a text, points."""
        widths, usual = self.font.face.charWidths, self.font.face.defaultWidth
        return float(sum(widths.get(ord(character), usual) for character in text)) * size / 1000


def typeface(face: Face, characters: AbstractSet[str], folder: Path | None) -> Typeface:
    """Return a face that can set characters, with all of them that the sheet's font has.

    Args:
        face: the weight and slope.
        characters: those that are to be set in it.
        folder: keeps faces from one process to the next; None keeps none.

    Raises:
        FileNotFoundError: neither the sheet's font nor any that could stand in for it is there.
    """
    there = advances(face)
    whole = any(ord(character) not in _LATIN and character in there for character in characters)
    kept, exact = _font(face, whole, folder)
    font = copy(kept)
    font.state = WeakKeyDictionary()
    font.face = copy(kept.face)
    glyphs, widths = dict(kept.face.charToGlyph), dict(kept.face.charWidths)
    font.face.charToGlyph, font.face.charWidths = glyphs, widths
    shown = {}
    for character in sorted(characters):
        stand_in = _stand_in(character, kept.face.charToGlyph)
        if stand_in != character:
            shown[character] = stand_in
            glyphs[ord(character)], widths[ord(character)] = glyphs[ord(stand_in)], widths[ord(stand_in)]
    return Typeface(face, font, exact, shown)


def _stand_in(character: str, glyphs: Mapping[int, int]) -> str:
    """Return what is shown for a character, itself where the font has it."""
    if _IGNORED.match(character):
        return _EMPTY if ord(_EMPTY) in glyphs else " "
    if ord(character) in glyphs:
        return character
    if category(character) == "Zs":
        return " "
    return next(replacement for replacement in REPLACEMENTS if ord(replacement) in glyphs)


@lru_cache(maxsize=16)
def _font(face: Face, whole: bool, folder: Path | None) -> tuple[TTFont, bool]:  # noqa: FBT001 - a cache is quickest by position
    """Return reportlab's font of a face, which nobody changes, and whether it is the sheet's own."""
    name = f"sop-{face.value}"
    kept = None if folder is None else folder / _file_name(face, whole=whole)
    data = None if kept is None else _read(kept)
    if data is not None and (font := _parsed(name, data)) is not None:
        return font, True
    data = _instanced(face, whole=whole)
    if data is not None and (font := _parsed(name, data)) is not None:
        if kept is not None:
            _keep(kept, data)
        return font, True
    return _installed(face, name), False


_LATIN = frozenset(
    code
    for first, last in (
        (0x20, 0x7E),
        (0xA0, 0x24F),
        (0x2B0, 0x3FF),
        (0x1E00, 0x1EFF),
        (0x2000, 0x22FF),
        (0x2500, 0x27BF),
        (0xFFFC, 0xFFFD),
    )
    for code in range(first, last + 1)
)
"""Code points of a face as it is usually kept: Latin with the letters of its languages and of transcription,
accents, Greek, punctuation, arrows, signs of mathematics and of forms."""

_RECIPE = 1
"""Of instancing: a change of it begins new files."""


def _file_name(face: Face, *, whole: bool) -> str:
    """Name a kept face by all that it depends on: font, version, face, characters, recipe."""
    family, version = FONT.lower().split()
    return f"{family}-{version}-{face.value}-{'whole' if whole else f'latin{len(_LATIN)}'}-{_RECIPE}.ttf"


def _instanced(face: Face, *, whole: bool) -> bytes | None:
    """Return a face made from the variable font, or None where that fails, for whatever reason."""
    codes = _LATIN | set(map(ord, advances(face))) if whole else _LATIN
    try:
        data: bytes = import_module("sop_engine.render.instancing").instance(face, codes)
    except Exception:  # noqa: BLE001 - other people's packages may fail in any way; another font is at hand
        return None
    return data


def _parsed(name: str, data: bytes) -> TTFont | None:
    """Return reportlab's font of a file, or None where it can make nothing of it.

    It is read from memory, for the name of a file would get into the PDF.
    """
    try:
        font = TTFont(name, BytesIO(data), shapable=False, asciiReadable=False)
        return font if ord("?") in font.face.charToGlyph and ord(" ") in font.face.charToGlyph else None
    except Exception:  # noqa: BLE001 - a broken file raises anything
        return None


def _read(file: Path) -> bytes | None:
    """Return a kept face, or None where it is not there, not whole or not readable.

    The digest of the face stands behind it, where readers of fonts do not look.
    """
    try:
        content = file.read_bytes()
    except OSError:
        return None
    size = sha256().digest_size
    data, digest = content[:-size], content[-size:]
    return data if sha256(data).digest() == digest else None


def _keep(file: Path, data: bytes) -> None:
    """Keep a face; whoever looks at the same time sees the whole file or none."""
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f"{file.stem}-", suffix=".tmp", dir=file.parent)
        written = Path(name)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(data + sha256(data).digest())
            written.replace(file)
        finally:
            written.unlink(missing_ok=True)


_FOLDERS = (
    "/usr/share/fonts/truetype/liberation",
    "/usr/share/fonts/truetype/liberation2",
    "/usr/share/fonts/liberation-sans",
    "/usr/share/fonts/liberation-sans-fonts",
    "/usr/share/fonts/liberation",
    "/usr/share/fonts/TTF",
    "C:/Windows/Fonts",
    "/Library/Fonts",
    "/System/Library/Fonts/Supplemental",
)
"""Where systems keep their fonts."""

_FILES = {
    Face.REGULAR: ("LiberationSans-Regular.ttf", "arial.ttf", "Arial.ttf"),
    Face.BOLD: ("LiberationSans-Bold.ttf", "arialbd.ttf", "Arial Bold.ttf"),
    Face.ITALIC: ("LiberationSans-Italic.ttf", "ariali.ttf", "Arial Italic.ttf"),
    Face.BOLD_ITALIC: ("LiberationSans-BoldItalic.ttf", "arialbi.ttf", "Arial Bold Italic.ttf"),
}
"""Fonts that have the measure of the sheet's."""

_VERA = {
    Face.REGULAR: "Vera.ttf",
    Face.BOLD: "VeraBd.ttf",
    Face.ITALIC: "VeraIt.ttf",
    Face.BOLD_ITALIC: "VeraBI.ttf",
}


def _installed(face: Face, name: str) -> TTFont:
    """Return what stands in for the font: one of the same measure, or reportlab's own."""
    own = Path(reportlab.__file__).parent / "fonts" / _VERA[face]
    for file in (*(Path(folder) / file for file in _FILES[face] for folder in _FOLDERS), own):
        with suppress(OSError):
            font = _parsed(name, file.read_bytes())
            if font is not None:
                return font
    msg = f"no font can be embedded: not even reportlab's own, {own}"
    raise FileNotFoundError(msg)
