"""Checking many definitions in several processes.

In: a ``Selection``. Out: a ``Checked`` for each definition, in the order of the selection whatever finished first.
"""

import signal
from collections.abc import Generator, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import active_children, get_all_start_methods, get_context
from typing import TYPE_CHECKING, Any

from sop_engine.cli.checking import checked_one
from sop_engine.cli.logos import Logos
from sop_engine.cli.shelf import bytes_of, compiled_bytes
from sop_engine.diagnostics import Text
from sop_engine.errors import EngineError, SopEngineError, UsageError
from sop_engine.library import Definition
from sop_engine.report import Checked
from sop_engine.rules.choice import Choice

if TYPE_CHECKING:
    from sop_engine.cli.run import Run
    from sop_engine.cli.selection import Selection

__all__ = ["side_by_side"]

_FIRST = 4
"""Definitions that are checked before the processes begin: they then have all that the first one makes ready."""

_CHUNK = 16
"""Definitions that a process takes at once: many enough to keep its pipe quiet, few enough to end together."""


@dataclass(frozen=True, slots=True)
class _Trouble:
    """What could not be checked; exceptions of ours do not travel between processes, their words do."""

    message: Text
    hint: Text | None
    name: str
    fault: bool


def side_by_side(selection: "Selection", jobs: int) -> Generator[Checked, None, None]:
    """Check definitions ``jobs`` at a time, and give them in their order; what cannot be read is noted in the run.

    Raises:
        EngineError: the engine failed at a definition, or a process was killed.
    """
    run = selection.run
    definitions = [item.definition for item in selection.items]
    _begin(run.choice)
    yield from _noted(run, _work(definitions[:_FIRST]))
    definitions = definitions[_FIRST:]
    chunks = [definitions[at : at + _CHUNK] for at in range(0, len(definitions), _CHUNK)]
    if not chunks:
        return
    # A forked process has all modules at once; where there is none, it loads them anew.
    context: Any = get_context("fork" if "fork" in get_all_start_methods() else "spawn")
    pool = ProcessPoolExecutor(min(jobs, len(chunks)), context, _enter, (run.choice,))
    try:
        with _deaf():
            found = pool.map(_work, chunks)
        for results in found:
            yield from _noted(run, results)
    except BrokenProcessPool as fault:
        raise EngineError(
            Text(
                "sebuah proses dihentikan dari luar, mungkin karena memori habis",
                "a process was killed from outside, perhaps for lack of memory",
            ),
            Text("ulangi dengan --jobs 1", "do it again with --jobs 1"),
        ) from fault
    finally:
        # However the work ended, nothing goes on behind our back.
        pool.shutdown(wait=False, cancel_futures=True)
        for process in active_children():
            process.terminate()


@contextmanager
def _deaf() -> Iterator[None]:
    """Hold an interrupt back while processes begin, which would die of it noisily; they never hear of one."""
    mask = getattr(signal, "pthread_sigmask", None)
    if mask is None:
        yield
        return
    mask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        mask(signal.SIG_UNBLOCK, {signal.SIGINT})


def _noted(run: "Run", results: list[Checked | _Trouble]) -> Iterator[Checked]:
    """What was checked; what could not be is noted in the run."""
    for result in results:
        if isinstance(result, Checked):
            yield result
        elif result.fault:
            raise EngineError(result.message, result.hint)
        else:
            run.problem(UsageError(result.message, result.hint), result.name)


_own: list[Logos | Choice] = []
"""What a process of the pool keeps: the choice, and the logos that it has read."""


def _enter(choice: Choice) -> None:
    """Make a process of the pool ready; an interrupt is the parent's to deal with."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _begin(choice)


def _begin(choice: Choice) -> None:
    _own[:] = [choice, Logos(choice)]


def _work(definitions: list[Definition]) -> list[Checked | _Trouble]:
    choice, logos = _own
    if not isinstance(choice, Choice) or not isinstance(logos, Logos):
        raise AssertionError("a process of the pool is made ready first")
    found: list[Checked | _Trouble] = []
    for definition in definitions:
        try:
            compiled = compiled_bytes(definition, bytes_of(definition), choice)
            found.append(checked_one(definition, compiled, logos))
        except SopEngineError as fault:
            found.append(_Trouble(fault.message, fault.hint, definition.name, isinstance(fault, EngineError)))
    return found
