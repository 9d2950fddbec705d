"""A changed text as the bytes of its file.

In: the text, and the bytes that the file held when it was read. Out: bytes in the same form.
"""

from codecs import BOM_UTF8

__all__ = ["encoded"]


def encoded(text: str, before: bytes) -> bytes:
    r"""Encode a text as its file was: UTF-8, with a byte order mark where there was one.

    Args:
        text: the new text, without a mark; its line ends stay as they are.
        before: what the file held.

    >>> encoded("a: 1\r\n", b"\xef\xbb\xbfa: 2\r\n")
    b'\xef\xbb\xbfa: 1\r\n'
    """
    data = text.encode("utf-8")
    return BOM_UTF8 + data if before.startswith(BOM_UTF8) else data
