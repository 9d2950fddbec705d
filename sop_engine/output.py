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

__all__ = [
    "STDOUT",
    "ChangedError",
    "DiskFullError",
    "ExistsError",
    "Product",
    "create",
    "make_folder",
    "probe",
    "rewrite",
    "write_all",
]

STDOUT = "-"
"""What names standard output in place of a file."""

DEFINITIONS = (".yaml", ".yml")
_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))


class DiskFullError(UsageError):
    """There is no room for a file; nor will there be for the next."""


class ChangedError(UsageError):
    """A file is not any more what somebody read and has changed since; nothing was written."""


class ExistsError(UsageError):
    """A file that was to be new is there already; it was left as it is."""

    def __init__(self, name: str) -> None:
        """Name the file."""
        super().__init__(
            Text(
                f"{quoted(name)} sudah ada, tidak ditimpa",
                f"{quoted(name)} is there already, not overwritten",
            ),
            Text("pilih nama lain dengan -o BERKAS", "choose another name with -o FILE"),
        )


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
        UsageError: one of them cannot be written; then none was. Only where a place is refused at last, as Windows
            does while another program has the file open, are those before it new.
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


def rewrite(name: str, before: bytes, after: bytes) -> None:
    """Put a new version of a file in the place of the one that was read.

    Args:
        name: the file.
        before: what it held when it was read.
        after: what it is to hold.

    Raises:
        ChangedError: it holds something else by now, or is gone; it is left as it is.
        UsageError: it cannot be read or written.
    """
    with _saying(name):
        try:
            now = Path(name).read_bytes()
        except FileNotFoundError:
            now = None
    if now != before:
        raise ChangedError(
            Text(
                f"{quoted(name)} sudah diubah atau dihapus oleh pihak lain, tidak ditimpa",
                f"{quoted(name)} was changed or deleted meanwhile, not overwritten",
            ),
            Text(
                "baca lagi berkasnya, lalu ulangi perubahannya", "read the file again and repeat the change"
            ),
        )
    if after != before:
        write_all([Product(name, after)], force=True)


def create(product: Product) -> None:
    """Write a file that is not there yet; of several who try at once, one succeeds.

    Raises:
        ExistsError: there is something of that name, also where it came only just now.
        UsageError: it cannot be written.
    """
    with _saying(product.name):
        if os.path.lexists(product.name):
            raise ExistsError(product.name)
        temporary = _filled(product.name, product.data)
        try:
            _claim(temporary, product.name)
        except FileExistsError:
            raise ExistsError(product.name) from None
        finally:
            with suppress(OSError):
                os.unlink(temporary)  # noqa: PTH108


def probe(name: str) -> None:
    """Find out whether a new file can be written, before long work for it; its folder may be yet to be made.

    Raises:
        UsageError: it cannot.
    """
    folder = os.path.dirname(name)  # noqa: PTH120
    with _saying(name):
        with suppress(FileNotFoundError):
            os.lstat(name)
        new = folder and not os.path.lexists(folder) and os.path.isdir(os.path.dirname(folder) or ".")  # noqa: PTH112, PTH120
        descriptor, temporary = _beside(folder if new else name)
        os.close(descriptor)
        os.unlink(temporary)  # noqa: PTH108


def make_folder(name: str) -> None:
    """Make a folder, and those above it, where there is none.

    Raises:
        UsageError: it cannot be made.
    """
    try:
        Path(name).mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as fault:
        why = reason(fault) if isinstance(fault, OSError) else Text(str(fault), str(fault))
        raise UsageError(
            Text(
                f"folder {quoted(name)} tidak dapat dibuat: {why.id}",
                f"cannot make folder {quoted(name)}: {why.en}",
            )
        ) from fault


def _claim(temporary: str, target: str) -> None:
    """Give a file its name, if nothing has it."""
    try:
        os.link(temporary, target)
    except FileExistsError:
        raise
    except OSError:
        # No links here, as on a memory stick: the name is taken first, and then its file is put in its place.
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
        try:
            os.replace(temporary, target)  # noqa: PTH105
        except BaseException:
            with suppress(OSError):
                os.unlink(target)  # noqa: PTH108
            raise


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
    yield _Staged(product.name, _filled(target, product.data, status), target)


def _filled(target: str, data: bytes, model: os.stat_result | None = None) -> str:
    """A new file beside the target, with its content on the disk and the owner and rights of another."""
    descriptor, temporary = _beside(target)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if model is not None:
            _resemble(temporary, model)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)  # noqa: PTH108
        raise
    return temporary


def _resemble(path: str, model: os.stat_result) -> None:
    """Give a file the rights of another, and its owner and group as far as this user may."""
    own = os.stat(path)  # noqa: PTH116
    if os.name != "nt" and (own.st_uid, own.st_gid) != (model.st_uid, model.st_gid):
        for owner, group in ((model.st_uid, -1), (-1, model.st_gid)):
            with suppress(OSError):
                os.chown(path, owner, group)
    rights = stat.S_IMODE(model.st_mode)
    # Some file systems know no rights, and refuse even those that a file has.
    if rights != stat.S_IMODE(own.st_mode):
        os.chmod(path, rights)  # noqa: PTH101


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
