"""Typesetting for formats that embed fonts: which characters a line is drawn with, and where.

In: a measured line and the faces at hand. Out: pieces, each drawn glyph after glyph without kerning, that
together are exactly as wide as the layout measured. Hebrew stands from right to left. A letter with an accent
behind it is drawn as the one letter that the font has for it. What the font lacks (emoji, Arabic, Chinese) stands
in the room that was measured for it, an accent that it lacks small above its letter.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sop_engine.layout.measure import UNITS_PER_EM, Face, Run, advances
from sop_engine.render.bidi import mirrored, turns, visual_order
from sop_engine.render.fonts import Typeface

__all__ = ["Piece", "pieces"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line in one face.

    Attributes:
        text: the characters to draw, from left to right.
        face: their face.
        x: from the line's left end, points.
        size: font size in points; smaller than the line's for a replaced accent.
        rise: above the baseline, points.
        squeeze: by how much glyphs are narrower or wider than the font has them, 1 for not at all.
    """

    text: str
    face: Face
    x: float
    size: float
    rise: float = 0.0
    squeeze: float = 1.0


# Characters that the font has, that take room of their own and run from left to right.
_PLAIN = re.compile("[\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\ufffd]*")
# A replaced accent is so large, and stands so high, in sizes of the line.
_ACCENT_SIZE, _ACCENT_RISE = 0.45, 0.5


def pieces(
    line: Sequence[Run], size: float, *, bold: bool, faces: Mapping[Face, Typeface]
) -> tuple[Piece, ...]:
    """Return what to draw of a line, or of a part of one.

    Args:
        line: its runs, already visible.
        size: font size in points.
        bold: the weight.
        faces: a typeface for each face that the line needs.
    """
    runs = [(run.text, Face.of(bold=bold, italic=run.italic)) for run in line]
    if all(faces[face].exact and _PLAIN.fullmatch(text) for text, face in runs):
        return tuple(_plain(runs, size))
    parts = (part for cluster in _clusters(runs) for part in _set(cluster, faces[cluster.face]))
    return tuple(_fitted(_joined(parts), size, faces))


def _plain(runs: Sequence[tuple[str, Face]], size: float) -> Iterator[Piece]:
    """Yield a piece for each run."""
    at = 0
    for text, face in runs:
        yield Piece(text, face, at * size / UNITS_PER_EM, size)
        at += sum(map(advances(face).__getitem__, text))


class _Cluster(NamedTuple):
    """A character with its accents, its place and the room that was measured for it, in units of the font."""

    text: str
    face: Face
    at: int
    room: int


class _Part(NamedTuple):
    """A piece before its room is known to be kept: lengths in units of the font."""

    text: str
    face: Face
    at: int
    room: int
    alone: bool = False


def _clusters(runs: Sequence[tuple[str, Face]]) -> Iterator[_Cluster]:
    """Yield the clusters of a line from left to right."""
    text = "".join(text for text, _ in runs)
    faces = [face for text, face in runs for _ in text]
    order = visual_order(text) if turns(text) else [(offset, False) for offset in range(len(text))]
    waiting, face, at, room = "", Face.REGULAR, 0, 0
    for offset, turned in order:
        character = mirrored(text[offset]) if turned else text[offset]
        if waiting and not (faces[offset] is face and _is_accent(character)):
            yield _Cluster(waiting, face, at, room)
            waiting, at, room = "", at + room, 0
        waiting, face = waiting + character, faces[offset]
        room += advances(face)[text[offset]]
    if waiting:
        yield _Cluster(waiting, face, at, room)


def _is_accent(character: str) -> bool:
    return unicodedata.category(character) in {"Mn", "Me"}


def _set(cluster: _Cluster, typeface: Typeface) -> Iterator[_Part]:
    """Yield what is drawn of a cluster; accents on a replaced character are replaced with it."""
    text, face, at, room = cluster
    base = text[0]
    if typeface.lacks(base) and room:
        yield _Part(base, face, at, room, alone=True)
        return
    kept = "".join(character for character in text if not typeface.lacks(character))
    if kept:
        yield _Part(_composed(kept, typeface, room), face, at, room, alone=base in typeface.shown)
    for character in text:
        if typeface.lacks(character):
            yield _Part(character, face, at + room, 0, alone=True)


def _composed(text: str, typeface: Typeface, room: int) -> str:
    """Return a letter and its accents as one letter, where the font has one as wide as was measured."""
    if len(text) == 1:
        return text
    composed = unicodedata.normalize("NFC", text)
    same_room = sum(map(advances(typeface.face).__getitem__, composed)) == room
    return composed if same_room and all(map(typeface.has, composed)) else text


def _joined(parts: Iterator[_Part]) -> Iterator[_Part]:
    """Join parts that follow on each other in one face."""
    last: _Part | None = None
    for part in parts:
        if last is None:
            last = part
        elif last.face is part.face and not last.alone and not part.alone and last.at + last.room == part.at:
            last = last._replace(text=last.text + part.text, room=last.room + part.room)
        else:
            yield last
            last = part
    if last is not None:
        yield last


def _fitted(parts: Iterator[_Part], size: float, faces: Mapping[Face, Typeface]) -> Iterator[Piece]:
    """Put each part into its room, and squeeze what a font draws wider than was measured."""
    scale = size / UNITS_PER_EM
    for text, face, at, room, alone in parts:
        x, width, wide = at * scale, faces[face].width(text, size), room * scale
        if alone and not room and width:
            # An accent stands above the end of what is before it.
            x = max(0.0, x - width * _ACCENT_SIZE)
            yield Piece(text, face, x, size * _ACCENT_SIZE, size * _ACCENT_RISE)
            continue
        squeeze = wide / width if width > wide * 1.001 and wide else 1.0
        if alone and room == UNITS_PER_EM and width:
            # Without gaps between them words of a script that the font lacks stay words.
            squeeze = wide / width
        elif alone:
            x += max(0.0, wide - width) / 2
        yield Piece(text, face, x, size, squeeze=squeeze)
