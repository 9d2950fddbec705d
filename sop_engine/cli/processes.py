"""Checking many definitions in several processes.

In: a ``Selection``. Out: a ``Checked`` for each definition, in the order of the selection whatever finished first.
"""

import signal
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import active_children, get_all_start_methods, get_context
from typing import TYPE_CHECKING, Any, TypeVar

from sop_engine.cli.checking import checked_one
from sop_engine.cli.logos import Logos
from sop_engine.cli.shelf import bytes_of, compiled_bytes
from sop_engine.diagnostics import Diagnostic, Text, in_order
from sop_engine.errors import EngineError, SopEngineError, UsageError
from sop_engine.library import Definition
from sop_engine.report import Checked
from sop_engine.rules.brief import Brief
from sop_engine.rules.choice import Choice
from sop_engine.rules.registry import cross_rules
from sop_engine.rules.run import check_all

if TYPE_CHECKING:
    from sop_engine.cli.run import Run
    from sop_engine.cli.selection import Selection

__all__ = ["across", "side_by_side"]

Task = TypeVar("Task")
Result = TypeVar("Result")

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
    context = get_context("fork" if "fork" in get_all_start_methods() else "spawn")
    with _pool(min(jobs, len(chunks)), context, run.choice) as pool:
        for results in _begun(pool, _work, chunks):
            yield from _noted(run, results)


@contextmanager
def _pool(jobs: int, context: Any, choice: Choice) -> Iterator[ProcessPoolExecutor]:
    """Processes that are gone when the work ends, however it ends."""
    pool = ProcessPoolExecutor(jobs, context, _enter, (choice,))
    try:
        yield pool
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


def _begun(
    pool: ProcessPoolExecutor, work: Callable[[Task], Result], tasks: Sequence[Task]
) -> Iterator[Result]:
    """The results of a pool, in the order of the tasks; its processes begin now."""
    with _deaf():
        return pool.map(work, tasks)


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


_seen: list[Brief] = []
"""What forked processes see of the definitions that were checked, without a copy."""


def across(briefs: Sequence[Brief], choice: Choice, jobs: int) -> tuple[Diagnostic, ...]:
    """What the rules across SOPs find, each rule in a process; where nothing can be forked, one after the other.

    Raises:
        EngineError: a process was killed.
    """
    wanted = [rule.KIND.code for rule in cross_rules() if rule.KIND.code not in choice.off]
    if "fork" not in get_all_start_methods() or len(wanted) < 2:
        return check_all(briefs, off=choice.off)
    _seen[:] = briefs
    # The last rule has most to do: it begins first.
    tasks = wanted[::-1]
    found: list[Diagnostic] = []
    with _pool(min(jobs, len(tasks)), get_context("fork"), choice) as pool:
        for parts in _begun(pool, _look_across, tasks):
            found.extend(
                Diagnostic(kind, message, briefs[at].source, *rest) for at, kind, message, *rest in parts
            )
    return in_order(found)


def _look_across(code: str) -> list[tuple[Any, ...]]:
    """What one rule finds; texts stay where they are, their places in the list travel."""
    place = {id(brief.source): at for at, brief in enumerate(_seen)}
    rule = [rule for rule in cross_rules() if rule.KIND.code == code]
    return [
        (place[id(one.source)], one.kind, one.message, one.span, one.hint, one.related)
        for one in check_all(_seen, rule)
    ]


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
