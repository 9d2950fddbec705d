"""Checking many definitions, on one processor or on several.

In: a ``Selection``. Out: a ``Checked`` for each definition, in the order of the selection whatever finished first;
then one more for each in which the rules across SOPs found something.
"""

import signal
from collections.abc import Generator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from dataclasses import dataclass, replace
from multiprocessing import active_children, get_all_start_methods, get_context
from os import cpu_count
from typing import TYPE_CHECKING, Any

from sop_engine.cli.logos import Logos
from sop_engine.cli.shelf import bytes_of, compiled_bytes
from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Text, in_order
from sop_engine.errors import EngineError, SopEngineError, UsageError
from sop_engine.library import Definition
from sop_engine.report import Checked
from sop_engine.rules.brief import Brief
from sop_engine.rules.choice import Choice
from sop_engine.rules.condense import brief_of
from sop_engine.rules.run import check_all

if TYPE_CHECKING:
    from sop_engine.cli.run import Run
    from sop_engine.cli.selection import Selection

__all__ = ["PARALLEL", "checked", "merged", "processors", "unread"]

PARALLEL = 400
"""From so many definitions on, starting more processes pays."""

_CHUNK = 24
"""Definitions that a process takes at once: many enough to keep its pipe quiet, few enough to end together."""


@dataclass(frozen=True, slots=True)
class _Trouble:
    """What could not be checked; exceptions of ours do not travel between processes, their words do."""

    message: Text
    hint: Text | None
    name: str
    fault: bool


def processors() -> int:
    """How many processors this process may use."""
    try:
        from os import sched_getaffinity  # noqa: PLC0415 - not on every system
    except ImportError:
        return cpu_count() or 1
    return len(sched_getaffinity(0))


def checked(run: "Run", selection: "Selection", jobs: int) -> Generator[Checked, None, None]:
    """Check definitions one after the other, or ``jobs`` at a time.

    What cannot be read is noted in the run; everything that is found is counted there.

    Raises:
        EngineError: the engine failed at a definition, or a process was killed.
    """
    briefs: list[Brief] = []
    single = jobs < 2 or any(item.definition.path is None for item in selection.items)
    with closing(_one_by_one(selection) if single else _side_by_side(run, selection, jobs)) as found:
        for one in found:
            run.count(one.diagnostics)
            briefs.append(one.brief)
            yield one
    if selection.several and len(briefs) > 1:
        across = _across(briefs, run.choice)
        for one in across:
            run.count(one.diagnostics, files=0)
            yield one


def _across(briefs: Sequence[Brief], choice: Choice) -> list[Checked]:
    """What the rules across SOPs find, SOP by SOP."""
    by_source: dict[int, list[Diagnostic]] = {}
    for found in choice.applied(check_all(briefs, off=choice.off)):
        by_source.setdefault(id(found.source), []).append(found)
    return [
        Checked(brief, tuple(by_source[id(brief.source)]))
        for brief in briefs
        if id(brief.source) in by_source
    ]


def merged(found: Sequence[Checked]) -> list[Checked]:
    """Each definition once, with all that was found in it, in order."""
    by_source: dict[int, Checked] = {}
    for one in found:
        before = by_source.get(id(one.brief.source))
        by_source[id(one.brief.source)] = (
            one
            if before is None
            else replace(before, diagnostics=in_order((*before.diagnostics, *one.diagnostics)))
        )
    return list(by_source.values())


def _one_by_one(selection: "Selection") -> Generator[Checked, None, None]:
    logos = Logos(selection.run.choice)
    for definition, compiled in selection:
        yield _checked(definition, compiled, logos)


def _checked(definition: Definition, compiled: Compiled, logos: Logos) -> Checked:
    _, found = logos.of(definition, compiled)
    return Checked(brief_of(found), found.diagnostics)


def _side_by_side(run: "Run", selection: "Selection", jobs: int) -> Generator[Checked, None, None]:
    definitions = [item.definition for item in selection.items]
    chunks = [definitions[at : at + _CHUNK] for at in range(0, len(definitions), _CHUNK)]
    # A forked process has all modules at once; where there is none, it loads them anew.
    context: Any = get_context("fork" if "fork" in get_all_start_methods() else "spawn")
    pool = ProcessPoolExecutor(min(jobs, len(chunks)), context, _begin, (run.choice,))
    try:
        for results in pool.map(_work, chunks):
            for result in results:
                if isinstance(result, Checked):
                    yield result
                elif result.fault:
                    raise EngineError(result.message, result.hint)
                else:
                    run.problem(UsageError(result.message, result.hint), result.name)
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


_own: list[Logos | Choice] = []
"""What a process of the pool keeps: the choice, and the logos that it has read."""


def _begin(choice: Choice) -> None:
    """Make a process of the pool ready; an interrupt is the parent's to deal with."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _own[:] = [choice, Logos(choice)]


def _work(definitions: list[Definition]) -> list[Checked | _Trouble]:
    choice, logos = _own
    if not isinstance(choice, Choice) or not isinstance(logos, Logos):
        raise AssertionError("a process of the pool is made ready first")
    found: list[Checked | _Trouble] = []
    for definition in definitions:
        try:
            compiled = compiled_bytes(definition, bytes_of(definition), choice)
            found.append(_checked(definition, compiled, logos))
        except SopEngineError as fault:
            found.append(_Trouble(fault.message, fault.hint, definition.name, isinstance(fault, EngineError)))
    return found


def unread(problems: Sequence[Diagnostic]) -> list[Checked]:
    """What could not be read, for reports that are one document."""
    return [Checked(Brief(one.source), (one,)) for one in problems]
