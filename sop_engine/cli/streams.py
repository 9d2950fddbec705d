"""Standard output and error: UTF-8 everywhere, and no traceback when one of them goes away.

In: text and bytes. Out: what the terminal, a file or a pipe receives.
"""

import contextlib
import errno
import os
import sys
from collections.abc import Mapping
from typing import IO, Any

import click

from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError
from sop_engine.text import reason

__all__ = [
    "ReaderGone",
    "colourful",
    "mute",
    "prepare",
    "read_stdin",
    "write_bytes",
    "write_error",
    "write_text",
]


class ReaderGone(Exception):  # noqa: N818 - no fault: the reader has had enough
    """Whoever reads standard output has closed it."""


def prepare() -> None:
    """Make both streams UTF-8, whatever the console's code page is; what has no UTF-8 form is escaped."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            with contextlib.suppress(OSError, ValueError):
                reconfigure(encoding="utf-8", errors="backslashreplace")


def colourful(stream: IO[Any] | None, environment: Mapping[str, str]) -> bool:
    """Whether colours belong into a stream: a terminal, and nobody said NO_COLOR."""
    if stream is None or environment.get("NO_COLOR") or environment.get("TERM") == "dumb":
        return False
    try:
        return stream.isatty()
    except ValueError:
        return False


def write_text(text: str) -> None:
    """Write to standard output.

    Raises:
        ReaderGone: a pipe was closed.
        UsageError: it cannot be written, such as on a full disk.
    """
    if sys.stdout is None:
        raise _unwritable(OSError(errno.EBADF, ""))
    try:
        click.echo(text, file=sys.stdout, nl=False)
    except (OSError, ValueError) as fault:
        raise _unwritable(fault) from fault


def write_bytes(data: bytes) -> None:
    """Write bytes to standard output, untouched.

    Raises:
        ReaderGone: a pipe was closed.
        UsageError: it cannot be written, such as on a full disk.
    """
    if sys.stdout is None:
        raise _unwritable(OSError(errno.EBADF, ""))
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except (OSError, ValueError) as fault:
        raise _unwritable(fault) from fault


def write_error(text: str) -> None:
    """Write to standard error; when even that is gone, there is nobody left to tell."""
    if sys.stderr is not None:
        with contextlib.suppress(OSError, ValueError):
            click.echo(text, file=sys.stderr, nl=False)


def read_stdin(limit: int) -> bytes:
    """At most ``limit`` bytes of standard input.

    Raises:
        OSError: it is closed or cannot be read.
    """
    if sys.stdin is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    return sys.stdin.buffer.read(limit)


def mute() -> None:
    """Let nothing more come out, also not what is still buffered when the interpreter ends."""
    for stream in (sys.stdout, sys.stderr):
        if stream is None:
            continue
        try:
            stream.flush()
        except (OSError, ValueError):
            with contextlib.suppress(OSError, ValueError):
                null = os.open(os.devnull, os.O_WRONLY)
                os.dup2(null, stream.fileno())
                os.close(null)


def _unwritable(fault: Exception) -> Exception:
    # A closed pipe is EINVAL on Windows.
    if isinstance(fault, BrokenPipeError) or (
        os.name == "nt" and getattr(fault, "errno", None) == errno.EINVAL
    ):
        return ReaderGone()
    why = reason(fault if isinstance(fault, OSError) else OSError(errno.EBADF, ""))
    return UsageError(
        Text(f"keluaran standar tidak dapat ditulis: {why.id}", f"cannot write to standard output: {why.en}")
    )
