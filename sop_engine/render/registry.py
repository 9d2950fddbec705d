"""The registry of writers: adding a format is one file and one line here.

In: the name of a format. Out: the function that writes a Drawing in it. A writer's module is loaded when it is
first asked to write, for some need a library that takes its time.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sop_engine.layout.drawing import Drawing
    from sop_engine.render.options import WriteOptions

__all__ = ["WRITERS", "Writer"]


class Writer(NamedTuple):
    """A format that a Drawing can be written in.

    Attributes:
        name: as ``--format`` has it, which is also the suffix of its files, and the module's name.
        paged: each page is a file of its own; else there is one file.
    """

    name: str
    paged: bool

    def write(self, drawing: "Drawing", options: "WriteOptions") -> tuple[bytes, ...]:
        """Return the content of each file; text is UTF-8."""
        write: Callable[..., tuple[str | bytes, ...]] = import_module(f"sop_engine.render.{self.name}").write
        return tuple(file.encode() if isinstance(file, str) else file for file in write(drawing, options))


WRITERS: Mapping[str, Writer] = MappingProxyType(
    {
        writer.name: writer
        for writer in (
            Writer("svg", paged=True),
            Writer("pdf", paged=False),
            Writer("png", paged=True),
            Writer("html", paged=False),
        )
    }
)
"""All formats by name."""
