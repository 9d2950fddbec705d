"""Writing files: whole or not at all, never over a definition.

In: names and bytes. Out: files; ``UsageError`` with the path in it where that cannot be.
"""

import errno
import itertools
import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError
from sop_engine.text import quoted, reason

__all__ = ["STDOUT", "DiskFullError", "Product", "write_all"]

STDOUT = "-"
"""What names standard output in place of a file."""

DEFINITIONS = (".yaml", ".yml")
_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))


class DiskFullError(UsageError):
    """There is no room for a file; nor will there be for the next."""


@dataclass(frozen=True, slots=True)
class Product:
    """A file to be written: its path as it is to be printed, and its content."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class _Staged:
    """Content that stands beside the file that it is to become."""

    name: str
    temporary: str
    target: str


def write_all(products: Sequence[Product], *, force: bool = False, sources: Sequence[Path] = ()) -> None:
    """Write files that belong together: none takes its place before all are on the disk.

    Args:
        products: what to write.
        force: definitions may be overwritten.
        sources: files that were read; they count as definitions whatever they are called.

    Raises:
        UsageError: one of them cannot be written; then none was.
    """
    staged: list[_Staged] = []
    try:
        for product in products:
            if not force:
                _refuse_definition(product.name, sources)
            with _saying(product.name):
                staged.extend(_write(product))
        while staged:
            with _saying(staged[0].name):
                os.replace(staged[0].temporary, staged[0].target)  # noqa: PTH105 - text in, text out
            del staged[0]
    finally:
        for stage in staged:
            with suppress(OSError):
                os.unlink(stage.temporary)  # noqa: PTH108


@contextmanager
def _saying(name: str) -> Iterator[None]:
    """Turn the system's refusal into an error that names the file."""
    try:
        yield
    except (OSError, ValueError) as fault:
        raise _unwritable(name, fault) from fault


def _write(product: Product) -> Iterator[_Staged]:
    """Write beside the target; straight into what is no regular file, such as ``/dev/null``."""
    # A link stays a link: what it points to is replaced.
    target = os.path.realpath(product.name)
    try:
        status = os.stat(target)  # noqa: PTH116
    except FileNotFoundError:
        status = None
    if status is not None and stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, "", product.name)
    if status is not None and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "", product.name)
    if status is not None and not stat.S_ISREG(status.st_mode):
        with open(target, "wb") as device:  # noqa: PTH123
            device.write(product.data)
        return
    descriptor, temporary = _beside(target)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(product.data)
            file.flush()
            os.fsync(file.fileno())
        if status is not None:
            os.chmod(temporary, stat.S_IMODE(status.st_mode))  # noqa: PTH101
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)  # noqa: PTH108
        raise
    yield _Staged(product.name, temporary, target)


def _beside(target: str) -> tuple[int, str]:
    """A new file in the same folder, with the rights that new files get here."""
    folder = os.path.dirname(target)  # noqa: PTH120
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    for number in itertools.count():
        # The name is short and of our own making: the target's own may leave no room for more.
        name = os.path.join(folder, f".sop-{os.getpid()}-{number}.tmp")  # noqa: PTH118
        with suppress(FileExistsError):
            return os.open(name, flags, 0o666), name
    raise AssertionError("counting never ends")


def _refuse_definition(name: str, sources: Sequence[Path]) -> None:
    path = Path(name)
    with suppress(OSError, ValueError):
        is_source = any(path.samefile(source) for source in sources)
        if path.exists() and (is_source or path.suffix.lower() in DEFINITIONS):
            raise UsageError(
                Text(
                    f"{quoted(name)} adalah definisi, tidak ditimpa",
                    f"{quoted(name)} is a definition, not overwritten",
                ),
                Text("pilih nama lain, atau pakai --force", "choose another name, or use --force"),
            )


def _unwritable(name: str, fault: Exception) -> UsageError:
    if isinstance(fault, IsADirectoryError):
        return UsageError(
            Text(
                f"{quoted(name)} tidak dapat ditulis: itu sebuah folder",
                f"cannot write {quoted(name)}: it is a folder",
            ),
            Text(f"untuk menulis ke dalamnya: -o {name}/", f"to write into it: -o {name}/"),
        )
    why = reason(fault) if isinstance(fault, OSError) else Text(str(fault), str(fault))
    if isinstance(fault, FileNotFoundError):
        # The folder as given, and the one that a link leads to.
        for folder in (os.path.dirname(name) or ".", os.path.dirname(os.path.realpath(name))):  # noqa: PTH120
            if not os.path.isdir(folder):  # noqa: PTH112
                return UsageError(
                    Text(
                        f"{quoted(name)} tidak dapat ditulis: folder {quoted(folder)} tidak ada",
                        f"cannot write {quoted(name)}: folder {quoted(folder)} does not exist",
                    ),
                    Text("buat dahulu foldernya", "make the folder first"),
                )
        # That the file is not there yet is no reason; some systems' own folders take no new files.
        words = os.strerror(fault.errno or errno.ENOENT).lower()
        why = Text(f"sistem menjawab '{words}'", f"the system says '{words}'")
    message = Text(f"{quoted(name)} tidak dapat ditulis: {why.id}", f"cannot write {quoted(name)}: {why.en}")
    if isinstance(fault, OSError) and fault.errno in _FULL:
        return DiskFullError(message, Text("sediakan ruang, lalu ulangi", "make room and do it again"))
    return UsageError(message)
