"""A bar for work on many SOPs, for people who wait at a terminal.

In: how many there are. Out: a line on standard error that moves, and is gone when the work is done.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from sop_engine.cli.run import Run
from sop_engine.cli.streams import colourful
from sop_engine.diagnostics import Text

__all__ = ["progress"]

_LEAST = 2
_WIDE = 10_000


@contextmanager
def progress(run: Run, count: int) -> Iterator[Callable[[], None]]:
    """Show how far the work is; what is called moves the bar on by one.

    Nothing is shown where standard error is no terminal, or for one SOP.
    """
    if count < _LEAST or not _waits():
        yield _nothing
        return
    from rich.console import Console  # noqa: PLC0415 - loaded only for a terminal
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415
    from rich.progress import TimeRemainingColumn as Remaining  # noqa: PLC0415

    # What is printed meanwhile goes above the bar. It must not be wrapped, so the console is as wide as any
    # line; and what goes into a file or a pipe is none of the bar's business.
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(30),
        MofNCompleteColumn(),
        Remaining(),
        console=Console(
            stderr=True, width=_WIDE, no_color=not colourful(sys.stderr, run.environment), highlight=False
        ),
        transient=True,
        redirect_stdout=run.terminal,
    )
    with bar:
        task = bar.add_task(run.say(Text("menggambar", "drawing")), total=count)
        yield lambda: bar.advance(task)


def _waits() -> bool:
    """Whether somebody looks at standard error."""
    with suppress(ValueError):
        return sys.stderr is not None and sys.stderr.isatty()
    return False


def _nothing() -> None:
    """Move no bar."""
