"""The registry of writers: adding a format is one file and one line here.

In: the name of a format. Out: the function that writes a Drawing in it.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError
from sop_engine.layout.drawing import Drawing
from sop_engine.render import svg

__all__ = ["WRITERS", "Writer", "writer_named"]


class Writer(NamedTuple):
    """A format that a Drawing can be written in.

    Attributes:
        name: as ``--format`` has it, which is also the suffix of its files.
        write: gives the content of each file, text or bytes.
        paged: each page is a file of its own; else there is one file.
    """

    name: str
    write: Callable[[Drawing], tuple[str, ...]] | Callable[[Drawing], tuple[bytes, ...]]
    paged: bool


WRITERS: Mapping[str, Writer] = MappingProxyType(
    {writer.name: writer for writer in (Writer("svg", svg.write, paged=True),)}
)
"""All formats by name."""


def writer_named(name: str) -> Writer:
    """Return the writer of a format.

    Raises:
        UsageError: there is no such format.
    """
    if name in WRITERS:
        return WRITERS[name]
    names = ", ".join(WRITERS)
    raise UsageError(
        Text(f"format '{name}' tidak dikenal", f"format '{name}' is unknown"),
        Text(f"pilih salah satu: {names}", f"choose one of: {names}"),
    )
