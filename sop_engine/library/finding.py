"""Finding definitions: the folder that a run works on, and the files in a folder.

In: what the user named, the working directory and values of the environment, as plain values. Out:
``Definition`` values, their bytes, and errors that name the path. Nothing here knows what a definition says.
"""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError
from sop_engine.text import quoted, reason

__all__ = [
    "LARGEST",
    "Definition",
    "Folder",
    "Found",
    "agency_name",
    "bounded",
    "definitions_folder",
    "find",
    "is_folder",
    "packaged_definitions",
    "read_definition",
    "unreadable",
]

SUFFIXES = (".yaml", ".yml")
LARGEST = 64 * 1024 * 1024
"""Bytes; far above any SOP, and a bound for ``/dev/zero`` and for films that are named ``.yaml``."""


@dataclass(frozen=True, slots=True)
class Definition:
    """A file that should hold one SOP.

    Attributes:
        path: where it is; None for standard input.
        name: what messages call it, the path as given or found, or ``<stdin>``.
        agency: the code that its file or folder is named after; None outside a folder of definitions.
    """

    path: Path | None
    name: str
    agency: str | None = None

    @property
    def stem(self) -> str | None:
        """The file's name without its suffix, which ``--sop`` picks by; None for standard input."""
        return None if self.path is None else self.path.stem


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of definitions.

    Attributes:
        path: where it is.
        name: the path as given; None where it was found and not named.
    """

    path: Path
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What a folder holds, and what in it could not be looked at."""

    definitions: tuple[Definition, ...]
    problems: tuple[UsageError, ...] = ()


def packaged_definitions() -> Path:
    """The definitions that come with the package: inside it when installed, beside it in a checkout."""
    package = Path(__file__).parent.parent
    inside = package / "definitions"
    return inside if inside.is_dir() else package.parent / "definitions"


def definitions_folder(given: str | None, environment: str | None, cwd: Path, packaged: Path) -> Folder:
    """The one folder that definitions are taken from; folders are never merged.

    Args:
        given: what ``--definitions`` says, or None.
        environment: what ``$SOP_DEFINITIONS`` says, or None.
        cwd: the working directory.
        packaged: see ``packaged_definitions``.

    Returns:
        The first of: the given one, the environment's, the nearest ``definitions`` at or above ``cwd``, the
        packaged one.

    Raises:
        UsageError: the given or the environment's folder is not there, or there is none at all.
    """
    for named, origin in ((given, "--definitions"), (environment, "SOP_DEFINITIONS")):
        if named:
            path = cwd / named
            if not path.is_dir():
                raise _no_folder(named, origin, exists=path.exists())
            return Folder(path, named)
    for folder in (cwd, *cwd.parents):
        if (folder / "definitions").is_dir():
            return Folder(folder / "definitions")
    if packaged.is_dir():
        return Folder(packaged)
    raise UsageError(
        Text(
            "tidak ada folder 'definitions' di sini atau di atasnya",
            "there is no folder 'definitions' here or above",
        ),
        Text("sebut berkasnya, atau pakai --definitions FOLDER", "name a file, or use --definitions DIR"),
    )


def _no_folder(named: str, origin: str, *, exists: bool) -> UsageError:
    if exists:
        return UsageError(
            Text(f"{origin} {quoted(named)} bukan folder", f"{origin} {quoted(named)} is no folder")
        )
    return UsageError(Text(f"{origin} {quoted(named)} tidak ada", f"{origin} {quoted(named)} does not exist"))


def find(folder: Folder, cwd: Path, top: Path | None) -> Found:
    """Find the definitions in a folder, sorted by name, folder by folder.

    Args:
        folder: where to look: ``*.yaml`` and ``*.yml`` at any depth, nothing whose name begins with a dot.
        cwd: the working directory; found paths below it are named relative to it.
        top: the folder of definitions, in which files and folders are named after agencies; None without.

    Returns:
        The definitions, and what could not be looked at. A folder is entered once, so that links that go in
        a circle end.
    """
    definitions: list[Definition] = []
    problems: list[UsageError] = []
    start = os.fspath(folder.path)
    for path in _walk(start, set(), problems):
        below = path[len(start) :].lstrip(os.sep)
        # A Path would not print as given: it drops a leading "./".
        name = _shortened(path, cwd) if folder.name is None else os.path.join(folder.name, below)  # noqa: PTH118
        definitions.append(Definition(Path(path), name, None if top is None else agency_name(path, top)))
    if not definitions and not problems:
        shown = quoted(folder.name if folder.name is not None else _shortened(start, cwd))
        problems.append(
            UsageError(
                Text(f"folder {shown} tidak memuat definisi", f"folder {shown} holds no definition"),
                Text("definisi adalah berkas .yaml atau .yml", "definitions are .yaml or .yml files"),
            )
        )
    return Found(tuple(definitions), tuple(problems))


def agency_name(path: str, top: Path) -> str | None:
    """The agency that a file in a folder of definitions is named after: its own name, or its folder's.

    Args:
        path: the file.
        top: the folder of definitions.

    Returns:
        The name; None for a file that does not lie in ``top``.
    """
    base = os.path.join(os.path.normpath(top), "")  # noqa: PTH118 - a prefix that ends in the separator
    normal = os.path.normpath(path)
    if not normal.startswith(base):
        return None
    first, _, rest = normal[len(base) :].partition(os.sep)
    return first if rest else os.path.splitext(first)[0]  # noqa: PTH122 - text in, text out


def _walk(folder: str, entered: set[tuple[int, int]], problems: list[UsageError]) -> Iterator[str]:
    try:
        status = os.stat(folder)  # noqa: PTH116 - paths stay text: a thousand Path objects cost more than the walk
        if (status.st_dev, status.st_ino) in entered:
            return
        entered.add((status.st_dev, status.st_ino))
        with os.scandir(folder) as entries:
            found = sorted((entry.name, entry) for entry in entries if not entry.name.startswith("."))
    except OSError as fault:
        problems.append(unreadable(folder, fault))
        return
    for name, entry in found:
        if is_folder(entry):
            yield from _walk(entry.path, entered, problems)
        elif name.lower().endswith(SUFFIXES):
            if _is_special(entry.path):
                problems.append(_not_a_file(entry.path))
            else:
                yield entry.path


def _not_a_file(path: str) -> UsageError:
    return UsageError(
        Text(f"{quoted(path)} bukan berkas biasa", f"{quoted(path)} is no regular file"),
    )


def is_folder(entry: "os.DirEntry[str]") -> bool:
    """Whether an entry is a folder, or a link to one; what cannot be looked at is none."""
    try:
        return entry.is_dir()
    except OSError:
        # A link to itself: reading it as a file says what is wrong.
        return False


def _is_special(path: str) -> bool:
    """A pipe or a device, which may never end; what cannot be looked at is not, for reading it tells why."""
    try:
        return not stat.S_ISREG(os.stat(path).st_mode)  # noqa: PTH116 - see _walk
    except OSError:
        return False


def _shortened(path: str, cwd: Path) -> str:
    base = os.path.join(cwd, "")  # noqa: PTH118 - a prefix that ends in the separator
    return (path[len(base) :] or ".") if os.path.join(path, "").startswith(base) else path  # noqa: PTH118


def read_definition(path: Path, name: str) -> bytes:
    """The bytes of a definition's file.

    Args:
        path: the file.
        name: what messages call it.

    Raises:
        UsageError: it cannot be read, or is larger than 64 MiB.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as fault:
        raise unreadable(name, fault) from fault
    return bounded(data, name)


def bounded(data: bytes, name: str) -> bytes:
    """The same bytes, where they are not far too many.

    Raises:
        UsageError: there are more than ``LARGEST``.
    """
    if len(data) > LARGEST:
        raise UsageError(
            Text(
                f"{quoted(name)} lebih besar dari 64 MiB, jadi bukan definisi",
                f"{quoted(name)} is larger than 64 MiB, so it is no definition",
            )
        )
    return data


def unreadable(name: str, fault: OSError) -> UsageError:
    """The error for what the system does not let us read."""
    why = reason(fault)
    return UsageError(
        Text(f"{quoted(name)} tidak dapat dibaca: {why.id}", f"cannot read {quoted(name)}: {why.en}")
    )
