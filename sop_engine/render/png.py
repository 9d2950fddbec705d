"""PNG: a picture of each page, as PDFium shows the PDF.

In: a ``Drawing`` and the dots per inch. Out: one PNG a page, in greys where nothing on it is coloured, with
its resolution stated, so that programs place it in its true size. The same Drawing gives the same bytes.
"""

from io import BytesIO

import pypdfium2
from PIL import Image, ImageChops

from sop_engine.layout.drawing import Drawing
from sop_engine.render import pdf
from sop_engine.render.options import USUAL, WriteOptions

__all__ = ["write"]

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
        size = (bitmap.width, bitmap.height)
        picture = Image.frombuffer("RGB", size, bitmap.buffer, "raw", "RGB", bitmap.stride, 1)
        file = BytesIO()
        _greyed(picture).save(file, "PNG", dpi=(dpi, dpi), compress_level=9)
        return file.getvalue()
    finally:
        bitmap.close()
        page.close()


def _greyed(picture: Image.Image) -> Image.Image:
    """Return a picture in greys where nothing on it is coloured, else as it is."""
    red, green, blue = picture.split()
    coloured = ImageChops.difference(red, green).getbbox() or ImageChops.difference(red, blue).getbbox()
    return picture if coloured else red
