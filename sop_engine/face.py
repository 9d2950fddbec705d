"""The one call that Python users need.

In: a path or a text. Out: ``Compiled``.
"""

from os import PathLike
from pathlib import Path

from sop_engine.compiled import Compiled
from sop_engine.pipeline import compile_bytes, compile_path

__all__ = ["compile_sop"]


def compile_sop(source: "str | PathLike[str]", *, name: str | None = None) -> Compiled:
    """Compile one definition.

    Args:
        source: a path (``PathLike``, or a ``str`` without a newline), or the text itself (any other ``str``,
            also an empty one).
        name: what findings call it; the path, or ``<text>``, when not given.

    Returns:
        What the definition says, its graph, its total and all findings; parts that could not be reached are
        None. A faulty definition never raises.

    Raises:
        OSError: the file cannot be read.
    """
    if isinstance(source, str) and (not source or "\n" in source or "\r" in source):
        return compile_bytes(source.encode("utf-8", errors="surrogatepass"), name or "<text>")
    return compile_path(Path(source), name)
