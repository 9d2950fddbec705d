"""Checking many definitions, on one processor or on several.

In: a ``Selection``. Out: a ``Checked`` for each definition, in the order of the selection whatever finished first;
then one more for each in which the rules across SOPs found something.
"""

from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial
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
    from sop_engine.cli.kept import Kept
    from sop_engine.cli.run import Run
    from sop_engine.cli.selection import Selection

__all__ = ["MENDABLE", "PARALLEL", "checked", "checked_one", "found_across", "merged", "processors", "unread"]

PARALLEL = 400
"""From so many definitions on, starting more processes pays."""

MENDABLE = frozenset(("SOP021", "SOP101", "SOP104", "SOP205", "SOP207", "SOP208", "SOP209", "SOP615"))
"""What may have a safe fix among the findings that are on by default; their fixers are loaded when one is found."""


def processors() -> int:
    """How many processors this process may use."""
    try:
        from os import sched_getaffinity  # noqa: PLC0415 - not on every system
    except ImportError:
        return cpu_count() or 1
    return len(sched_getaffinity(0))


def checked(
    run: "Run", selection: "Selection", jobs: int, kept: "Kept[Checked] | None" = None
) -> Generator[Checked, None, None]:
    """Check definitions one after the other, or ``jobs`` at a time.

    What cannot be read is noted in the run; everything that is found is counted there. What is ``kept`` of an earlier
    time is taken as it is.

    Raises:
        EngineError: the engine failed at a definition, or a process was killed.
    """
    briefs: list[Brief] = []
    single = jobs < 2 or any(item.definition.path is None for item in selection.items)
    check = _one_by_one if single else partial(_side_by_side, jobs=jobs)
    with closing(check(selection) if kept is None else _with_kept(selection, check, kept)) as found:
        for one in found:
            run.count(one.diagnostics)
            if run.mendable is False:
                run.mendable = one.mendable
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
            one if before is None else before.holding(in_order((*before.diagnostics, *one.diagnostics)))
        )
    return list(by_source.values())


def _with_kept(
    selection: "Selection",
    check: Callable[["Selection"], Generator[Checked, None, None]],
    kept: "Kept[Checked]",
) -> Generator[Checked, None, None]:
    """What is kept, and between it what is checked anew and kept from now on, in the order of the selection."""
    kept.under(selection.run.choice)
    with closing(check(replace(selection, items=kept.left(selection)))) as found:
        fresh = next(found, None)
        for item in selection.items:
            one = kept.get(item.definition)
            if one is not None:
                yield one
            elif fresh is not None and fresh.brief.source.name == item.definition.name:
                kept.put(item.definition, fresh)
                yield fresh
                fresh = next(found, None)


def _one_by_one(selection: "Selection") -> Generator[Checked, None, None]:
    run = selection.run
    logos = Logos(run.choice)
    for definition, compiled in selection:
        # Once it is known that there is something to mend, nobody needs to look for more.
        look = run.mendable is False
        yield checked_one(definition, compiled, logos, fixes=run.fixes, look=look)


def _side_by_side(selection: "Selection", jobs: int) -> Generator[Checked, None, None]:
    from sop_engine.cli.processes import side_by_side  # noqa: PLC0415 - few runs need several processes

    return side_by_side(selection, jobs)


def checked_one(
    definition: Definition, compiled: Compiled, logos: Logos, *, fixes: bool = False, look: bool = False
) -> Checked:
    """A definition and all that is found in it alone.

    Args:
        definition: the file.
        compiled: what it was compiled to.
        logos: finds what is wrong with its logo.
        fixes: how each finding is mended is wanted too.
        look: whether there is a safe fix at all is wanted.
    """
    _, found = logos.of(definition, compiled)
    checked = Checked(brief_of(found), found.diagnostics)
    wanted = [one for one in found.diagnostics if fixes or (look and one.code in MENDABLE)]
    if not wanted:
        return checked
    from sop_engine.authoring.fixing import fix_of  # noqa: PLC0415 - few runs need to know

    known = (fix_of(found, one) for one in wanted)
    if fixes:
        return replace(checked, fixes=tuple(known))
    return replace(checked, mendable=any(fix is not None and fix.safe for fix in known))


def unread(problems: Sequence[Diagnostic]) -> list[Checked]:
    """What could not be read, for reports that are one document."""
    return [Checked(Brief(one.source), (one,)) for one in problems]
