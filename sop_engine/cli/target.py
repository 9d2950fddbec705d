"""Where a drawing goes, and in what form: ``-o``, its suffix, and the name that a SOP gives its file.

In: options as they are given, and the SOPs that were chosen. Out: names of files, and what they will hold.
"""

import os
from collections.abc import Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError
from sop_engine.output import STDOUT, Product, make_folder
from sop_engine.text import quoted

if TYPE_CHECKING:
    from sop_engine.cli.selection import Selection
    from sop_engine.compiled import Compiled
    from sop_engine.library import Definition

__all__ = [
    "file_name",
    "folder_of",
    "format_of",
    "placed",
    "products_of",
    "stem_of",
    "suffix_of",
    "target_of",
]


_NAMED: Final = MappingProxyType({"txt": "text", "md": "markdown", "htm": "html"})
"""Suffixes that are not called as the format that they name."""


def format_of(output: str | None, given: str | None, formats: Sequence[str], usual: str) -> str:
    """What ``--format`` says, else the suffix of ``-o``, else the usual one.

    Raises:
        UsageError: the suffix names no format.
    """
    if given is not None:
        return given
    suffix = "" if output is None or _is_folder(output) else _suffix(output)
    named = suffix_of(suffix)
    chosen = _NAMED.get(named, named) or usual
    if chosen not in formats:
        listed = ", ".join(formats)
        raise UsageError(
            Text(
                f"akhiran {quoted(suffix)} bukan bentuk yang dikenal", f"suffix {quoted(suffix)} is no format"
            ),
            Text(f"pakai --format dengan salah satu: {listed}", f"use --format with one of: {listed}"),
        )
    return chosen


def target_of(selection: "Selection", output: str | None) -> str | None:
    """Where to write: a file, a folder with a final separator, ``-``, or None for the working directory.

    A folder that is named with a final separator is made where it is not there yet.

    Raises:
        UsageError: one file is named for several SOPs, or the folder cannot be made.
    """
    several = len(selection.items) > 1
    if output is None or not (several or _is_folder(output)):
        return output
    if os.path.isdir(output):  # noqa: PTH112 - text
        return os.path.join(output, "")  # noqa: PTH118
    if _is_folder(output):
        make_folder(output)
        return output
    if selection.agency is not None:
        from sop_engine.cli.selection import several_found  # noqa: PLC0415 - only this fault needs it

        raise several_found(selection)
    number = len(selection.items)
    raise UsageError(
        Text(f"-o menyebut satu berkas untuk {number} SOP", f"-o names one file for {number} SOPs"),
        Text("sebut folder: -o FOLDER/", "name a folder: -o DIR/"),
    )


def folder_of(output: str) -> str | None:
    """The folder that ``-o`` names, with a final separator and made where it is not there yet; None for a file.

    Raises:
        UsageError: the folder cannot be made.
    """
    if not _is_folder(output):
        return None
    if not os.path.isdir(output):  # noqa: PTH112 - text
        make_folder(output)
    return os.path.join(output, "")  # noqa: PTH118


def placed(output: str | None, name: str) -> str:
    """The path of a drawing: what ``-o`` names, or a file of that name in the folder that it names."""
    if output is None:
        return name
    return os.path.join(output, name) if _is_folder(output) else output  # noqa: PTH118 - prints as given


def stem_of(definition: "Definition", compiled: "Compiled") -> str:
    """What a SOP's files are called: ``<agency>``, or ``<agency>-<stem>`` for a file called otherwise than its agency."""
    from sop_engine.cli.facts import agency_of  # noqa: PLC0415 - loaded when called

    agency = agency_of(definition, compiled) or "sop"
    stem = definition.stem
    return agency if stem in (None, agency) else f"{agency}-{stem}"


def file_name(definition: "Definition", compiled: "Compiled", suffix: str) -> str:
    """The same with a suffix."""
    return f"{stem_of(definition, compiled)}.{suffix}"


def products_of(name: str, pages: Sequence[bytes]) -> list[Product]:
    """The files of one drawing: pages of a format that holds one are numbered from 1.

    Raises:
        UsageError: several pages are to go where only one has room.
    """
    if len(pages) == 1 or name == STDOUT:
        return [Product(name, page) for page in pages]
    if os.path.exists(name) and not os.path.isfile(name):  # noqa: PTH110, PTH113
        raise UsageError(
            Text(
                f"gambarnya {len(pages)} halaman, {quoted(name)} hanya memuat satu",
                f"the drawing has {len(pages)} pages, {quoted(name)} holds one",
            ),
            Text("pakai -o BERKAS, atau --single untuk SVG", "use -o FILE, or --single for SVG"),
        )
    stem, suffix = os.path.splitext(name)  # noqa: PTH122
    return [Product(f"{stem}-{number}{suffix}", page) for number, page in enumerate(pages, 1)]


def suffix_of(output: str) -> str:
    """The suffix of a file's name in small letters, without its dot."""
    return _suffix(output).removeprefix(".").lower()


def _suffix(output: str) -> str:
    """The suffix of a file's name, also where the name is nothing else, such as ``.png``."""
    stem, suffix = os.path.splitext(os.path.basename(output))  # noqa: PTH119, PTH122 - text
    return suffix or (stem if stem.startswith(".") else "")


def _is_folder(output: str) -> bool:
    return output.endswith(("/", os.sep)) or os.path.isdir(output)  # noqa: PTH112 - text
