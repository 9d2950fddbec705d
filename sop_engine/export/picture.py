"""DOT text drawn by Graphviz: by its ``dot`` program, or by the libraries that pygraphviz brings.

In: DOT text. Out: the bytes of an SVG, PDF or PNG file. The only place that needs a system program.
"""

from importlib import import_module

import graphviz

from sop_engine.diagnostics import Text
from sop_engine.errors import EngineError, MissingProgram

__all__ = ["draw_dot"]


def draw_dot(dot: str, kind: str) -> bytes:
    """Draw a graph.

    Args:
        dot: DOT text.
        kind: one of the registry's ``PICTURES``.

    Returns:
        The bytes of the file.

    Raises:
        MissingProgram: neither the ``dot`` program nor pygraphviz is installed.
        EngineError: Graphviz refused the graph.
    """
    try:
        drawn: bytes = graphviz.pipe("dot", kind, dot.encode(), quiet=True)
    except graphviz.ExecutableNotFound:
        return _by_library(dot, kind)
    except graphviz.CalledProcessError as fault:
        raise _refused((fault.stderr or b"").decode(errors="replace")) from fault
    return drawn


def _by_library(dot: str, kind: str) -> bytes:
    try:
        pygraphviz = import_module("pygraphviz")
    except ImportError as fault:
        raise MissingProgram(
            Text(
                "gaya 'graph' digambar oleh Graphviz, yang tidak terpasang",
                "style 'graph' is drawn by Graphviz, which is not installed",
            ),
            Text(
                "pasang dengan 'pip install \"sop-engine[graphviz]\"' atau 'apt install graphviz'; "
                "--format dot dan --style sheet tidak memerlukannya",
                "install it with 'pip install \"sop-engine[graphviz]\"' or 'apt install graphviz'; "
                "--format dot and --style sheet do without it",
            ),
        ) from fault
    try:
        drawn: bytes = pygraphviz.AGraph(string=dot).draw(format=kind, prog="dot")
    except (ValueError, OSError) as fault:
        raise _refused(str(fault)) from fault
    return drawn


def _refused(words: str) -> EngineError:
    words = " ".join(words.split())
    return EngineError(
        Text(f"Graphviz gagal menggambar: {words}", f"Graphviz could not draw the graph: {words}")
    )
