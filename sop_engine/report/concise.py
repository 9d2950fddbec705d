r"""Findings for people and editors: one line each, with colours where they are wanted.

In: findings. Out: lines such as::

    definitions/dumai.yaml:61:16: error[SOP201] pelaksana 'kasubag' is not declared

It is the first line of the form ``text``, without the frame, the hint and the notes: a list to count, to search and
to jump from. ``^(.+):(\d+):(\d+): (error|warning|info)\[(SOP\d+)\] (.*)$`` reads it.
"""

from collections.abc import Iterable, Iterator

from sop_engine.diagnostics import Diagnostic
from sop_engine.report.reporter import Look
from sop_engine.report.text import headline

__all__ = ["report_concise"]


def report_concise(diagnostics: Iterable[Diagnostic], look: Look) -> Iterator[str]:
    """Yield one line a finding."""
    for found in diagnostics:
        yield f"{headline(found, look)}\n"
