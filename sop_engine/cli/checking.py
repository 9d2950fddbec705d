"""Checking many definitions, on one processor or on several.

In: a ``Selection``. Out: a ``Checked`` for each definition, in the order of the selection whatever finished first;
then one more for each in which the rules across SOPs found something.
"""

from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import replace
from os import cpu_count
from typing import TYPE_CHECKING

from sop_engine.cli.logos import Logos
from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, in_order
from sop_engine.library import Definition
from sop_engine.report import Checked
from sop_engine.rules.brief import Brief
from sop_engine.rules.choice import Choice
from sop_engine.rules.condense import brief_of
from sop_engine.rules.run import check_all

if TYPE_CHECKING:
    from sop_engine.cli.run import Run
    from sop_engine.cli.selection import Selection

__all__ = ["PARALLEL", "checked", "checked_one", "found_across", "merged", "processors", "unread"]

PARALLEL = 400
"""From so many definitions on, starting more processes pays."""


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
    with closing(_one_by_one(selection) if single else _side_by_side(selection, jobs)) as found:
        for one in found:
            run.count(one.diagnostics)
            briefs.append(one.brief)
            yield one
    if selection.several and len(briefs) > 1:
        for one in found_across(briefs, run.choice, 1 if single or len(briefs) < PARALLEL else jobs):
            run.count(one.diagnostics, files=0)
            yield one


def found_across(briefs: Sequence[Brief], choice: Choice, jobs: int) -> list[Checked]:
    """What the rules across SOPs find, SOP by SOP, of those in which they find something."""
    by_source: dict[int, list[Diagnostic]] = {}
    for found in choice.applied(_looked_across(briefs, choice, jobs)):
        by_source.setdefault(id(found.source), []).append(found)
    return [
        Checked(brief, tuple(by_source[id(brief.source)]))
        for brief in briefs
        if id(brief.source) in by_source
    ]


def _looked_across(briefs: Sequence[Brief], choice: Choice, jobs: int) -> tuple[Diagnostic, ...]:
    if jobs < 2:
        return check_all(briefs, off=choice.off)
    from sop_engine.cli.processes import across  # noqa: PLC0415 - few runs need several processes

    return across(briefs, choice, jobs)


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
        yield checked_one(definition, compiled, logos)


def _side_by_side(selection: "Selection", jobs: int) -> Generator[Checked, None, None]:
    from sop_engine.cli.processes import side_by_side  # noqa: PLC0415 - few runs need several processes

    return side_by_side(selection, jobs)


def checked_one(definition: Definition, compiled: Compiled, logos: Logos) -> Checked:
    """A definition and all that is found in it alone."""
    _, found = logos.of(definition, compiled)
    return Checked(brief_of(found), found.diagnostics)


def unread(problems: Sequence[Diagnostic]) -> list[Checked]:
    """What could not be read, for reports that are one document."""
    return [Checked(Brief(one.source), (one,)) for one in problems]
