"""The pictures of a PDF page.

In: a ``Page`` with the bytes of picture files. Out: image objects of the document, and the operators that draw
them. A JPEG stands in the file as it came; anything else is decoded, made no finer than print can show, and
packed without loss, its transparency kept. Bytes that are no picture are shown as a crossed box, never as a fault:
whoever makes the Drawing has told of them before.
"""

import warnings
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO

from PIL import Image, ImageOps
from reportlab.pdfbase.pdfdoc import (
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
    PDFStream,
    PDFZCompress,
)

from sop_engine.layout.drawing import Box, Page, Picture
from sop_engine.render.ink import number

__all__ = ["Placed", "place_pictures"]

_FINEST = 600 / 72  # pixels to the point: finer than paper shows
_MOST_PIXELS = 25_000_000
_ORIENTATION = 0x0112
_SPACES = {"L": "DeviceGray", "RGB": "DeviceRGB"}
_CROSSED = "q 0.6 G 0.5 w {x} {y} {w} {h} re {x} {y} m {r} {t} l {x} {t} m {r} {y} l S Q"


@dataclass(frozen=True, slots=True)
class Placed:
    """The pictures of one page.

    Attributes:
        operators: draw them.
        objects: the image objects that the operators name.
    """

    operators: tuple[str, ...]
    objects: dict[str, PDFObjectReference]


def place_pictures(page: Page, document: PDFDocument) -> Placed:
    """Return how the pictures of a page are drawn; a picture that stands on several is in the file once."""
    operators: list[str] = []
    objects: dict[str, PDFObjectReference] = {}
    for picture in page.pictures:
        name = _name(picture)
        if name not in document.idToObject:
            image = _image(picture, name, document)
            if image is None:
                operators.append(_crossed(picture.box, page.height))
                continue
            document.Reference(image, name)
        objects[name] = PDFObjectReference(name)
        box = picture.box
        place = " ".join(map(number, (box.width, 0, 0, box.height, box.x, page.height - box.bottom)))
        operators.append(f"q {place} cm /{name} Do Q")
    return Placed(tuple(operators), objects)


def _name(picture: Picture) -> str:
    size = f"{picture.box.width:.2f} {picture.box.height:.2f} ".encode()
    return f"Picture{sha256(size + picture.data).hexdigest()[:16]}"


def _crossed(box: Box, height: float) -> str:
    x, y, right, top = (number(at) for at in (box.x, height - box.bottom, box.right, height - box.y))
    return _CROSSED.format(x=x, y=y, w=number(box.width), h=number(box.height), r=right, t=top)


def _image(picture: Picture, name: str, document: PDFDocument) -> PDFStream | None:
    """Return the image object of a picture, or None where its bytes are none that can be drawn."""
    try:
        # A picture that would fill the memory is announced by a warning only.
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            return _decoded(picture, name, document)
    except Exception:  # noqa: BLE001 - hostile bytes raise anything
        return None


def _decoded(picture: Picture, name: str, document: PDFDocument) -> PDFStream:
    image: Image.Image = Image.open(BytesIO(picture.data), formats=("PNG", "JPEG"))
    if image.width * image.height > _MOST_PIXELS:
        msg = f"{image.width} x {image.height} pixels are too many"
        raise ValueError(msg)
    most = (
        max(1, round(picture.box.width * _FINEST)),
        max(1, round(picture.box.height * _FINEST)),
    )
    fine = image.width > most[0] and image.height > most[1]
    straight = image.getexif().get(_ORIENTATION, 1) == 1
    if image.format == "JPEG" and image.mode in _SPACES and straight and not fine:
        image.load()
        stream = _stream(picture.data, image)
        stream.dictionary["Filter"] = PDFName("DCTDecode")
        return stream
    image = ImageOps.exif_transpose(image)
    see_through = "A" in image.getbands() or "transparency" in image.info
    if image.mode.startswith("I;16"):
        # Pillow cuts what is brighter than the lowest byte can say.
        image = image.point(lambda value: value / 256, "L")
    grey = image.mode in {"1", "L", "LA"}
    image = image.convert(("LA" if grey else "RGBA") if see_through else ("L" if grey else "RGB"))
    if fine:
        image.thumbnail(most, Image.Resampling.LANCZOS)
    if not see_through:
        return _stream(image.tobytes(), image, packed=True)
    *colours, alpha = image.split()
    plain = colours[0] if grey else Image.merge("RGB", colours)
    stream = _stream(plain.tobytes(), plain, packed=True)
    mask = _stream(alpha.tobytes(), alpha, packed=True)
    stream.dictionary["SMask"] = document.Reference(mask, f"{name}Mask")
    return stream


def _stream(data: bytes, image: Image.Image, *, packed: bool = False) -> PDFStream:
    """Return an image object of eight bits a channel."""
    entries = {
        "Type": PDFName("XObject"),
        "Subtype": PDFName("Image"),
        "Width": image.width,
        "Height": image.height,
        "BitsPerComponent": 8,
        "ColorSpace": PDFName(_SPACES[image.mode]),
    }
    return PDFStream(PDFDictionary(entries), data, [PDFZCompress] if packed else None)
