"""Pictures: whether the bytes of a file are one that can be drawn, and how large it is.

In: the bytes of a file. Out: a ``Logo``, whose picture is known to be whole, or ``LogoError`` with the reason.
"""

import warnings
from io import BytesIO

from PIL import Image, UnidentifiedImageError

from sop_engine.diagnostics import Text
from sop_engine.reading.logo import LARGEST_LOGO, Logo, LogoError

__all__ = ["read_logo"]

_MOST_PIXELS = 25_000_000
_MOST_PER_SIDE = 30_000
# What a camera notes when it was held upright: writers and browsers turn such a picture.
_ORIENTATION = 0x0112
_ON_THEIR_SIDE = (5, 6, 7, 8)
_SIGNATURES = {b"\x89PNG\r\n\x1a\n": ("PNG", "image/png"), b"\xff\xd8\xff": ("JPEG", "image/jpeg")}


def read_logo(data: bytes) -> Logo:
    """Read a picture as far as it takes to know that it can be drawn, and how large it is.

    Args:
        data: the bytes of a PNG or JPEG file, which is told by its first bytes and not by its name.

    Raises:
        LogoError: it is of another kind, damaged, or larger than any logo.
    """
    if len(data) > LARGEST_LOGO:
        raise LogoError(Text("lebih besar dari 8 MiB", "it is larger than 8 MiB"))
    form, media = next((found for start, found in _SIGNATURES.items() if data.startswith(start)), ("", ""))
    if not form:
        raise LogoError(Text("bukan gambar PNG atau JPEG", "it is no PNG or JPEG picture"))
    try:
        with warnings.catch_warnings():
            # Its own bound is ours too, and is checked below.
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(data), formats=[form]) as picture:
                width, height = picture.size
                if width * height > _MOST_PIXELS or max(width, height) > _MOST_PER_SIDE:
                    raise Image.DecompressionBombError
                picture.load()
                turned = picture.getexif().get(_ORIENTATION) in _ON_THEIR_SIDE
    except Image.DecompressionBombError as fault:
        raise LogoError(Text("pikselnya terlalu banyak", "it has too many pixels")) from fault
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as fault:
        raise LogoError(Text("gambarnya rusak", "the picture is damaged")) from fault
    return Logo(data, media, *((height, width) if turned else (width, height)))
