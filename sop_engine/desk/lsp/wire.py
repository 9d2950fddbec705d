"""The bytes between editor and server.

In: what stands on standard input. Out: the bodies of messages, as they come; what is written goes out whole. While
the server runs, standard output belongs to the protocol alone.
"""

import asyncio
import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Thread
from typing import BinaryIO

__all__ = ["STDIN", "Frames", "Writer", "protocol_output", "read_ahead"]

STDIN, STDOUT, STDERR = 0, 1, 2
"""File descriptors; the streams of the same names may not be there, or not lead there."""

_CHUNK = 1 << 16
_LENGTH = re.compile(rb"content-length:[ \t]*(\d{1,18})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
"""Also behind bytes that belong to no message, such as what a wrapper prints: the message itself is not lost."""

_HEAD_END = re.compile(rb"\r?\n\r?\n")


class Frames:
    """Bytes that come in pieces, and the messages in them."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._bytes = bytearray()

    def feed(self, piece: bytes) -> Iterator[bytes]:
        """The bodies that are complete with this piece; a head that gives no length is passed over."""
        self._bytes += piece
        while (end := _HEAD_END.search(self._bytes)) is not None:
            length = _LENGTH.search(self._bytes, 0, end.start() + 1)
            stop = end.end() + (0 if length is None else int(length.group(1)))
            if len(self._bytes) < stop:
                return
            body = bytes(self._bytes[end.end() : stop])
            del self._bytes[:stop]
            if length is not None:
                yield body


class Writer:
    """Standard output as pygls wants it; a reader that is gone ends the server, not the message."""

    def __init__(self, file: BinaryIO, gone: Callable[[], None]) -> None:
        """Take the file, and what to do when nobody reads it any more."""
        self._file = file
        self._gone = gone

    def write(self, data: bytes) -> None:
        """Write all of it."""
        try:
            self._file.write(data)
            self._file.flush()
        except (OSError, ValueError):
            self._gone()

    def close(self) -> None:
        """Close the file."""
        with suppress(OSError):
            self._file.close()


def read_ahead(loop: asyncio.AbstractEventLoop, file: int, feed: Callable[[bytes], None]) -> None:
    """Hand over whatever comes, as soon as it comes, from a thread of its own; an empty piece is the end.

    What waits unread cannot be seen: only who has read everything knows which change is the newest.

    Args:
        loop: where ``feed`` is called.
        file: a file descriptor.
        feed: takes a piece.
    """

    def read() -> None:
        # The loop may be closed before the editor lets go of its end.
        with suppress(RuntimeError):
            while piece := _piece(file):
                loop.call_soon_threadsafe(feed, piece)
            loop.call_soon_threadsafe(feed, b"")

    Thread(target=read, name="sop-lsp-input", daemon=True).start()


def _piece(file: int) -> bytes:
    with suppress(OSError):
        # Without Python's buffer and its lock: an exit need not wait for a thread that waits here.
        return os.read(file, _CHUNK)
    return b""


@contextmanager
def protocol_output() -> Iterator[BinaryIO]:
    """Standard output for the protocol alone: what anything else prints meanwhile goes to standard error."""
    own = os.dup(STDOUT)
    try:
        with os.fdopen(os.dup(own), "wb") as file, _elsewhere() as other:
            _flush()
            os.dup2(other, STDOUT)
            yield file
    finally:
        _flush()
        os.dup2(own, STDOUT)
        os.close(own)


@contextmanager
def _elsewhere() -> Iterator[int]:
    """A file descriptor for what is no message: standard error, or nothing where that is closed."""
    try:
        number = os.dup(STDERR)
    except OSError:
        number = os.open(os.devnull, os.O_WRONLY)
    try:
        yield number
    finally:
        os.close(number)


def _flush() -> None:
    if sys.stdout is not None:
        with suppress(OSError, ValueError):
            sys.stdout.flush()
