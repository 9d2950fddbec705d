"""Checking many definitions in several processes.

In: a ``Selection``; briefs. Out: a ``Checked`` for each definition, in the order of the selection whatever finished
first; and what the rules across SOPs find.

Each process knows all tasks from the beginning and has a pipe of its own; the one thread of this process tells it which
task is next. Queues, and the threads that move what is in them, cost a part of what a second processor gains.
"""

import pickle
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Any, TypeVar

from sop_engine.cli.blame import engine_fault
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

Said = TypeVar("Said")

FORK = "fork"

_FIRST = 4
"""Definitions that are checked before the processes begin: they then have all that the first one makes ready."""

_CHUNK = 16
"""Definitions that make one task: many enough for a pipe to be worth its while, few enough to end together."""


@dataclass(frozen=True, slots=True)
class _Trouble:
    """What could not be checked; exceptions of ours do not travel between processes, their words do."""

    message: Text
    hint: Text | None
    name: str
    fault: bool


def side_by_side(selection: "Selection", jobs: int) -> Generator[Checked, None, None]:
    """Check definitions in ``jobs`` processes, and give them in their order; what cannot be read is noted in the run.

    Raises:
        EngineError: the engine failed at a definition, or a process was killed.
    """
    run = selection.run
    definitions = [item.definition for item in selection.items]
    worker = _Worker(run.choice, fixes=run.fixes, look=run.mendable is False)
    yield from _noted(run, worker(definitions[:_FIRST]))
    chunks = [definitions[at : at + _CHUNK] for at in range(_FIRST, len(definitions), _CHUNK)]
    # A forked process has all modules at once; where there is none, it loads them anew.
    method = FORK if FORK in get_all_start_methods() else "spawn"
    fresh = _Worker(run.choice, fixes=run.fixes, look=worker.look)
    with _results(fresh, chunks, jobs, method, ahead=2) as results:
        for result in results:
            yield from _noted(run, result)


def across(briefs: Sequence[Brief], choice: Choice, jobs: int) -> tuple[Diagnostic, ...]:
    """What the rules across SOPs find, in ``jobs`` processes; where nothing can be forked, in this one.

    Raises:
        EngineError: a process was killed.
    """
    wanted = [rule.KIND.code for rule in cross_rules() if rule.KIND.code not in choice.off]
    if FORK not in get_all_start_methods() or len(wanted) < 2:
        return check_all(briefs, off=choice.off)
    place = {id(brief.source): at for at, brief in enumerate(briefs)}

    def look(code: str) -> list[tuple[Any, ...]]:
        """What one rule finds; texts stay where they are, their places in the list travel."""
        rule = [rule for rule in cross_rules() if rule.KIND.code == code]
        return [
            (place[id(one.source)], one.kind, one.message, one.span, one.hint, one.related)
            for one in check_all(briefs, rule)
        ]

    # The last rule has as much to do as the others together: it begins first.
    with _results(look, wanted[::-1], jobs, FORK, ahead=1) as results:
        return in_order(
            Diagnostic(kind, message, briefs[at].source, *rest)
            for result in results
            for at, kind, message, *rest in result
        )


class _Worker:
    """Checks definitions; what is read for one of them, such as a logo, serves the next."""

    def __init__(self, choice: Choice, *, fixes: bool, look: bool) -> None:
        """Know which findings are wanted, and what of how they are mended, as ``checked_one`` does."""
        self.choice = choice
        self.fixes = fixes
        self.look = look
        self.logos = Logos(choice)

    def __call__(self, definitions: Sequence[Definition]) -> list[Checked | _Trouble]:
        """Check some definitions; what goes wrong is put into words."""
        return [self._one(definition) for definition in definitions]

    def _one(self, definition: Definition) -> Checked | _Trouble:
        try:
            compiled = compiled_bytes(definition, bytes_of(definition), self.choice)
            checked = checked_one(definition, compiled, self.logos, fixes=self.fixes, look=self.look)
            self.look = self.look and not checked.mendable
            return checked
        except SopEngineError as fault:
            return _Trouble(fault.message, fault.hint, definition.name, isinstance(fault, EngineError))
        except Exception as fault:  # noqa: BLE001 - whatever it is, it is told by the process that people see
            return _Trouble(engine_fault(fault).message, None, definition.name, fault=True)


def _noted(run: "Run", results: Sequence[Checked | _Trouble]) -> Iterator[Checked]:
    """What was checked; what could not be is noted in the run."""
    for result in results:
        if isinstance(result, Checked):
            yield result
        elif result.fault:
            raise EngineError(result.message, result.hint)
        else:
            run.problem(UsageError(result.message, result.hint), result.name)


@contextmanager
def _results(
    work: Callable[[Any], Any], tasks: Sequence[Any], jobs: int, method: str, ahead: int
) -> Iterator[Iterator[Any]]:
    """The results of tasks in their order, made by processes that are gone when the work ends, however it ends.

    Args:
        work: what is to be done with each task.
        tasks: what is to be done.
        jobs: how many processes; no more than there are tasks.
        method: how processes are made.
        ahead: how many tasks a process has before it, the one at hand included.
    """
    context: Any = get_context(method)
    pipes: list[Connection] = []
    processes = []
    try:
        for _ in range(min(jobs, len(tasks))):
            ours, theirs = context.Pipe()
            pipes.append(ours)
            processes.append(context.Process(target=_toil, args=(ours, theirs, work, tasks), daemon=True))
            # An interrupt that was held back comes when the process is already among those that will be ended.
            with _deaf():
                processes[-1].start()
            # With its only other end in the process, the pipe tells when that is gone.
            theirs.close()
        yield _in_order(pipes, len(tasks), ahead)
    finally:
        for process in processes:
            if process.pid is not None:
                process.terminate()
        for pipe in pipes:
            pipe.close()


def _toil(theirs: Connection, pipe: Connection, work: Callable[[Any], Any], tasks: Sequence[Any]) -> None:
    """What a process does; an interrupt is for the one that people see, and without that one there is no more to do."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # A process that holds the other end too would never learn that nobody is there.
    theirs.close()
    with suppress(OSError, EOFError):
        while True:
            done = work(tasks[pipe.recv()])
            pipe.send_bytes(pickle.dumps(done, pickle.HIGHEST_PROTOCOL))


def _in_order(pipes: Sequence[Connection], count: int, ahead: int) -> Iterator[Any]:
    """The results as their turn comes; who is done with a task gets the next, so that nobody waits for another."""
    given: list[deque[int]] = [deque() for _ in pipes]
    ready: dict[int, bytes] = {}
    following = iter(range(count))

    def give(at: int) -> None:
        if (task := next(following, None)) is not None:
            given[at].append(task)
            _saying_who_is_gone(lambda: pipes[at].send(task))

    for _ in range(ahead):
        for at in range(len(pipes)):
            give(at)
    for turn in range(count):
        while turn not in ready:
            speaking = wait([pipe for pipe, tasks in zip(pipes, given, strict=True) if tasks])
            for at, pipe in enumerate(pipes):
                if pipe in speaking:
                    ready[given[at].popleft()] = _saying_who_is_gone(pipe.recv_bytes)
                    give(at)
        yield pickle.loads(ready.pop(turn))  # noqa: S301 - it comes from a process of our own


def _saying_who_is_gone(speak: Callable[[], Said]) -> Said:
    """Speak with a process.

    Raises:
        EngineError: it is there no more.
    """
    try:
        return speak()
    except (EOFError, OSError) as fault:
        raise EngineError(
            Text(
                "sebuah proses dihentikan dari luar, mungkin karena memori habis",
                "a process was killed from outside, perhaps for lack of memory",
            ),
            Text("ulangi dengan --jobs 1", "do it again with --jobs 1"),
        ) from fault


@contextmanager
def _deaf() -> Iterator[None]:
    """Hold an interrupt back while a process begins, which would die of it noisily; it never hears of one."""
    mask = getattr(signal, "pthread_sigmask", None)
    if mask is None:
        yield
        return
    mask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        mask(signal.SIG_UNBLOCK, {signal.SIGINT})
