"""PNG: the pages as the PDF shows them."""

import struct
import zlib
from io import BytesIO
from math import ceil
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops

from sop_engine.layout.drawing import Align, Box, Cell, Drawing, Page, Picture, Shape, Symbol
from sop_engine.layout.measure import wrap
from sop_engine.render import pdf, png
from sop_engine.render.options import WriteOptions


def drawing(*pictures: Picture) -> Drawing:
    """Two pages of different sizes, the second with pictures."""
    box = Box(10, 10, 100, 40)
    cell = Cell(box, 0, 0, 1, 1, "Nota Dinas", wrap("Nota Dinas", 9.0, 90), 9.0, align=Align.CENTRE, fill=0.9)
    symbol = Symbol("1", Shape.START, Box(40, 60, 36, 20), "1", "a", wrap("Mulai", 6.0, 36), 6.0, 7.0)
    rules = (((10.0, 10.0), (110.0, 10.0)), ((10.0, 50.0), (110.0, 50.0)))
    first = Page(1, 120, 90, (cell,), (symbol,), rules=rules)
    return Drawing("a", "a", "a", "a", 9.0, (first, Page(2, 90.5, 120.25, (cell,), pictures=pictures)))


def red() -> Picture:
    """A picture in colour."""
    file = BytesIO()
    Image.new("RGB", (4, 4), (200, 0, 0)).save(file, "PNG")
    return Picture(Box(20, 60, 40, 40), file.getvalue(), "image/png", "Logo")


def chunks(data: bytes) -> list[tuple[bytes, bytes]]:
    """The chunks of a PNG, each with the right check sum."""
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    found, at = [], 8
    while at < len(data):
        (length,) = struct.unpack_from(">I", data, at)
        kind, content = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        assert struct.unpack_from(">I", data, at + 8 + length)[0] == zlib.crc32(kind + content)
        found.append((kind, content))
        at += 12 + length
    return found


@pytest.mark.parametrize(("dpi", "per_metre"), [(72, 2835), (150, 5906), (300, 11811)])
def test_a_page_is_as_large_as_it_is_printed(dpi: int, per_metre: int) -> None:
    """Pixels and resolution together give its size."""
    for page, file in zip(drawing().pages, png.write(drawing(), WriteOptions(dpi=dpi)), strict=True):
        parts = chunks(file)
        assert [kind for kind, _ in parts] == [b"IHDR", b"pHYs", b"IDAT", b"IEND"]
        size = tuple(ceil(round(side * dpi / 72, 6)) for side in (page.width, page.height))
        assert struct.unpack_from(">II", parts[0][1]) == size
        assert parts[1][1] == struct.pack(">IIB", per_metre, per_metre, 1)


def test_a_page_is_grey_unless_something_on_it_is_coloured() -> None:
    """Which keeps files small."""
    images = [Image.open(BytesIO(file)) for file in png.write(drawing(red()), WriteOptions(dpi=72))]
    assert [image.mode for image in images] == ["L", "RGB"]
    assert images[1].getpixel((40, 80)) == (200, 0, 0)


@pytest.mark.parametrize("dpi", [72, 150])
def test_the_png_equals_the_pdf(dpi: int) -> None:
    """Pixel by pixel what PDFium shows of the PDF."""
    (data,) = pdf.write(drawing(red()))
    document = pypdfium2.PdfDocument(data)
    for at, file in enumerate(png.write(drawing(red()), WriteOptions(dpi=dpi))):
        expected = document[at].render(scale=dpi / 72 - 1e-9).to_pil()
        found = Image.open(BytesIO(file)).convert("RGB")
        assert found.size == expected.size
        assert ImageChops.difference(found, expected).getbbox() is None
    document.close()


def test_the_same_drawing_gives_the_same_bytes(tmp_path: Path) -> None:
    """Whether fonts are kept or not."""
    kept = WriteOptions(fonts=tmp_path)
    assert png.write(drawing(red())) == png.write(drawing(red()), kept) == png.write(drawing(red()), kept)
