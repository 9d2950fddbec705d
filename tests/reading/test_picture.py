"""Logos: which bytes are a picture that can be drawn, and which are not."""

import struct
import zlib
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from sop_engine.reading.logo import LARGEST_LOGO, Logo, LogoError
from sop_engine.reading.picture import read_logo


def picture(form: str, mode: str = "RGB", size: tuple[int, int] = (30, 20)) -> bytes:
    """The bytes of a picture."""
    file = BytesIO()
    Image.new(mode, size).save(file, form)
    return file.getvalue()


def claiming(width: int, height: int) -> bytes:
    """A PNG of few bytes that says it is large."""
    data = struct.pack(">II", width, height) + bytes((8, 2, 0, 0, 0))
    found = b"\x89PNG\r\n\x1a\n"
    for name, content in ((b"IHDR", data), (b"IDAT", zlib.compress(b"")), (b"IEND", b"")):
        found += struct.pack(">I", len(content)) + name + content
        found += struct.pack(">I", zlib.crc32(name + content))
    return found


@pytest.mark.parametrize(
    ("form", "mode", "media"),
    [
        ("PNG", "RGB", "image/png"),
        ("PNG", "RGBA", "image/png"),
        ("PNG", "P", "image/png"),
        ("PNG", "LA", "image/png"),
        ("JPEG", "RGB", "image/jpeg"),
        ("JPEG", "L", "image/jpeg"),
        ("JPEG", "CMYK", "image/jpeg"),
    ],
)
def test_a_picture_is_known_by_its_bytes(form: str, mode: str, media: str) -> None:
    """Its kind and size, and the bytes as they are."""
    data = picture(form, mode)
    assert read_logo(data) == Logo(data, media, 30, 20)


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_a_picture_that_was_taken_upright_is_upright(form: str) -> None:
    """Its size is that which it is shown in."""
    for orientation in range(1, 9):
        file, image = BytesIO(), Image.new("RGB", (30, 20))
        exif = image.getexif()
        exif[0x0112] = orientation
        image.save(file, form, exif=exif)
        logo = read_logo(file.getvalue())
        assert (logo.width, logo.height) == ((30, 20) if orientation < 5 else (20, 30))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "it is no PNG or JPEG picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "it is no PNG or JPEG picture"),
        (picture("GIF"), "it is no PNG or JPEG picture"),
        (picture("BMP"), "it is no PNG or JPEG picture"),
        (b"\x89PNG\r\n\x1a\n", "the picture is damaged"),
        (picture("PNG", size=(300, 200))[:-40], "the picture is damaged"),
        (picture("JPEG", size=(300, 200))[:300], "the picture is damaged"),
        (b"\xff\xd8\xff" + b"\x00" * 100, "the picture is damaged"),
        (claiming(20, 20), "the picture is damaged"),
        (claiming(60_000, 1), "it has too many pixels"),
        (claiming(6_000, 6_000), "it has too many pixels"),
        (claiming(20_000, 20_000), "it has too many pixels"),
        (b"\x89PNG" + b"\0" * LARGEST_LOGO, "it is larger than 8 MiB"),
    ],
    ids=[
        "empty",
        "svg",
        "gif",
        "bmp",
        "head",
        "cut",
        "jpeg-cut",
        "jpeg-zeros",
        "hollow",
        "long",
        "wide",
        "bomb",
        "large",
    ],
)
def test_what_cannot_be_drawn_says_why(data: bytes, reason: str) -> None:
    """No exception but the one that names the reason, however the bytes are wrong."""
    with pytest.raises(LogoError) as caught:
        read_logo(data)
    assert caught.value.reason.en == reason
    assert caught.value.reason.id != reason


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_damage_never_raises_anything_else(data: st.DataObject) -> None:
    """A picture with some bytes changed is read or refused."""
    found = bytearray(picture(data.draw(st.sampled_from(["PNG", "JPEG"]))))
    for _ in range(data.draw(st.integers(1, 4))):
        found[data.draw(st.integers(4, len(found) - 1))] = data.draw(st.integers(0, 255))
    try:
        logo = read_logo(bytes(found))
    except LogoError:
        return
    assert logo.width > 0
    assert logo.height > 0
