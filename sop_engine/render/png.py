"""PNG: a picture of each page, as PDFium shows the PDF.

In: a ``Drawing`` and the dots per inch. Out: one PNG a page, in greys where nothing on it is coloured, with
its resolution stated, so that programs place it in its true size. The same Drawing gives the same bytes.
"""

import struct
import zlib
from collections.abc import Iterable, Iterator, Sequence

import pypdfium2

from sop_engine.layout.drawing import Drawing
from sop_engine.render import pdf
from sop_engine.render.options import USUAL, WriteOptions

__all__ = ["write"]

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_INCH = 0.0254
_GREY, _RGB = 0, 2
# A page of exactly 250 dots must not become one of 251 by the last bit of a division.
_HAIR = 1e-9


def write(drawing: Drawing, options: WriteOptions = USUAL) -> tuple[bytes, ...]:
    """Return a PNG for each page."""
    (data,) = pdf.write(drawing, options)
    document = pypdfium2.PdfDocument(data)
    try:
        return tuple(_picture(page, options.dpi) for page in document)
    finally:
        document.close()


def _picture(page: pypdfium2.PdfPage, dpi: int) -> bytes:
    """Return the PNG of one page; PDFium sets text better in colour than in greys, and so is asked for colour."""
    bitmap = page.render(scale=dpi / 72 - _HAIR, rev_byteorder=True)
    try:
        pixels = memoryview(bitmap.buffer).cast("B")
        rows = [pixels[at * bitmap.stride :][: bitmap.width * 3] for at in range(bitmap.height)]
        return b"".join(_chunks(rows, bitmap.width, dpi))
    finally:
        bitmap.close()
        page.close()


def _chunks(rows: Sequence[memoryview], width: int, dpi: int) -> Iterator[bytes]:
    """Yield the parts of a PNG from its rows, each of which is red, green, blue, red and so on."""
    grey = all(bytes(row[0::3]) == bytes(row[1::3]) == bytes(row[2::3]) for row in rows)
    yield _SIGNATURE
    yield _chunk(b"IHDR", struct.pack(">IIBBBBB", width, len(rows), 8, _GREY if grey else _RGB, 0, 0, 0))
    per_metre = round(dpi / _INCH)
    yield _chunk(b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1))
    yield _chunk(b"IDAT", _packed(row[::3] if grey else row for row in rows))
    yield _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _packed(rows: Iterable[memoryview]) -> bytes:
    """Return rows as they stand in a PNG, each without a filter: a drawing of lines packs best as it is."""
    packer = zlib.compressobj(9)
    parts = [packer.compress(b"\0" + bytes(row)) for row in rows]
    return b"".join((*parts, packer.flush()))
