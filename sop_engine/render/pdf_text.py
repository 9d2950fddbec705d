"""The words of a PDF page.

In: a ``Page``. Out: its text in the order in which it is read, the characters that this needs of each face, and, with
the faces at hand, operators of a content stream.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from reportlab.pdfbase.pdfdoc import PDFDocument

from sop_engine.layout.drawing import Cell, Label, Page, Shape
from sop_engine.layout.measure import Face
from sop_engine.layout.setting import Anchor, SetLine, set_cell, set_label, set_symbol
from sop_engine.render.copying import Stretch, stretches
from sop_engine.render.fonts import Typeface
from sop_engine.render.ink import number
from sop_engine.render.reading import Words, in_reading_order
from sop_engine.render.typesetting import Piece, pieces

__all__ = ["Block", "blocks", "characters", "words"]


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that are set alike.

    Attributes:
        lines: in their places.
        text: what they were wrapped from; empty where that is not known.
        size: font size in points.
        bold: the weight.
        turned: the text runs upwards.
        grey: 0 black to 1 white.
    """

    lines: tuple[SetLine, ...]
    text: str
    size: float
    bold: bool = False
    turned: bool = False
    grey: float = 0.0


def blocks(page: Page) -> tuple[Block, ...]:
    """Return all text of a page in the order in which it is read."""
    return tuple(map(_block, in_reading_order(page)))


def _block(item: Words) -> Block:
    if isinstance(item, Cell):
        text = "" if item.again else item.text
        return Block(set_cell(item), text, item.size, item.bold, item.turned, item.grey)
    if isinstance(item, Label):
        return Block(set_label(item), item.text, item.size)
    return Block(set_symbol(item), "", item.size, bold=item.shape is Shape.OFFPAGE)


def characters(pages: Iterable[Sequence[Block]]) -> dict[Face, set[str]]:
    """Return the characters that are set in each face, for all faces that are used."""
    found: dict[Face, set[str]] = {}
    for block in chain.from_iterable(pages):
        for line in block.lines:
            for run in line.line.runs:
                found.setdefault(Face.of(bold=block.bold, italic=run.italic), set()).update(run.text)
    # In the order of the faces, so that fonts are numbered alike whatever stands first.
    return {face: found[face] for face in Face if face in found}


def words(
    page: Page, text: Sequence[Block], document: PDFDocument, faces: Mapping[Face, Typeface]
) -> Iterator[str]:
    """Yield operators that set the text of a page."""
    state = _State(document, faces, page.height)
    yield "BT"
    for block in text:
        parts = stretches([line.line for line in block.lines], block.text, block.size, bold=block.bold)
        for line, found in zip(block.lines, parts, strict=True):
            if found:
                yield from state.line(line, found, block)
    yield "ET"


class _State:
    """What the text operators so far have set: only what differs is said again."""

    def __init__(self, document: PDFDocument, faces: Mapping[Face, Typeface], height: float) -> None:
        self._document = document
        self._faces = faces
        self._height = height
        self._font: tuple[str, float] = ("", 0.0)
        self._grey = -1.0
        self._squeeze = 1.0

    def line(self, line: SetLine, parts: Sequence[Stretch], block: Block) -> Iterator[str]:
        """Yield the operators of one line."""
        if block.grey != self._grey:
            self._grey = block.grey
            yield f"{number(block.grey)} g"
        back = {Anchor.START: 0.0, Anchor.MIDDLE: line.line.width / 2, Anchor.END: line.line.width}
        shift = -back[line.anchor]
        for part in parts:
            if part.actual is not None:
                yield f"/Span <</ActualText <FEFF{part.actual.encode('utf-16-be').hex().upper()}>>> BDC"
            for piece in pieces(part.runs, block.size, bold=block.bold, faces=self._faces):
                yield from self._piece(piece, line, shift + part.x + piece.x, turned=block.turned)
            if part.actual is not None:
                yield "EMC"

    def _piece(self, piece: Piece, line: SetLine, along: float, *, turned: bool) -> Iterator[str]:
        if piece.squeeze != self._squeeze:
            self._squeeze = piece.squeeze
            yield f"{number(piece.squeeze * 100)} Tz"
        if turned:
            yield f"0 1 -1 0 {number(line.x - piece.rise)} {number(self._height - line.y + along)} Tm"
        else:
            yield f"1 0 0 1 {number(line.x + along)} {number(self._height - line.y + piece.rise)} Tm"
        yield from self._shown(piece)

    def _shown(self, piece: Piece) -> Iterator[str]:
        """Yield the operators that show a piece; reportlab spreads a face over fonts of 256 characters."""
        font = self._faces[piece.face].font
        for subset, codes in font.splitString(piece.text, self._document):
            wanted = (font.getSubsetInternalName(subset, self._document), piece.size)
            if wanted != self._font:
                self._font = wanted
                yield f"{wanted[0]} {number(piece.size)} Tf"
            yield f"({_escaped(codes)}) Tj"


_ESCAPES = str.maketrans({"\\": "\\\\", "(": "\\(", ")": "\\)", "\r": "\\r", "\n": "\\n"})


def _escaped(codes: bytes) -> str:
    """Return codes as they stand between the brackets of a string."""
    return codes.decode("latin-1").translate(_ESCAPES)
