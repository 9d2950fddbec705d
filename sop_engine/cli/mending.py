"""Mending definitions where they are.

In: a ``Selection``. Out: the files with all mended that can be, and what was done in each. Definitions that came with
the installation are never touched.
"""

import os
from collections.abc import Container, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sop_engine.authoring.fixers.registry import TIDINESS
from sop_engine.authoring.fixing import Mended, fixes, mended
from sop_engine.authoring.rewriting import encoded
from sop_engine.cli.config import Wanted, settings_for
from sop_engine.cli.shelf import bytes_of, compiled_bytes
from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Text
from sop_engine.errors import UsageError
from sop_engine.library import Definition
from sop_engine.output import rewrite
from sop_engine.rules.choice import Choice
from sop_engine.rules.kinds import named_kinds
from sop_engine.settings import OFF, Settings
from sop_engine.source import SourceFile
from sop_engine.text import escaped, say

if TYPE_CHECKING:
    from sop_engine.cli.run import Run
    from sop_engine.cli.selection import Selection

__all__ = [
    "Outcome",
    "choice_to_mend",
    "line_of",
    "mend_all",
    "with_tidiness",
]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a definition.

    Attributes:
        definition: the file.
        before: its bytes as they were read.
        after: its bytes with all mended.
        result: what was mended.
        more: how many findings only ``--unsafe`` would mend.
    """

    definition: Definition
    before: bytes
    after: bytes
    result: Mended
    more: int

    @property
    def changed(self) -> bool:
        """Whether anything was mended."""
        return self.after != self.before

    @property
    def left(self) -> tuple[Diagnostic, ...]:
        """What is still found, but for what only fixing cares about."""
        return tuple(found for found in self.result.compiled.diagnostics if found.code not in TIDINESS)


def choice_to_mend(run: "Run") -> Choice:
    """What a run reports, and what is off by default since only fixing cares about it."""
    return with_tidiness(run.choice, run.wanted or Wanted(), settings_for(run.config))


def with_tidiness(choice: Choice, wanted: Wanted, settings: Settings | None) -> Choice:
    """What is reported, and what is off by default since only fixing cares about it; not what is left out by name.

    Args:
        choice: what is reported.
        wanted: what the options say.
        settings: what the settings in force say, if there are any.
    """
    if wanted.select is not None or (settings is not None and settings.select is not None):
        return choice
    refused = (wanted.ignore or "").replace(",", " ").split()
    if settings is not None:
        refused += settings.ignore if wanted.ignore is None else ()
        refused += [word for word, level in settings.severity.items() if level == OFF]
    codes = {kind.code for word in refused for kind in named_kinds(word)}
    return replace(choice, off=choice.off - (TIDINESS - codes))


def mend_all(
    selection: "Selection", choice: Choice, *, unsafe: bool, codes: Container[str] | None, write: bool
) -> Iterator[Outcome]:
    """Mend definitions one after the other; what cannot be read or written is noted in the run.

    Args:
        selection: the definitions.
        choice: which findings are looked for.
        unsafe: also make the changes that somebody should look at.
        codes: mend only findings of these; all when None.
        write: write the files; standard input is no file.
    """
    run = selection.run
    for item in selection.items:
        definition = item.definition
        try:
            outcome = _mended(definition, bytes_of(definition), choice, unsafe=unsafe, codes=codes)
            if write and outcome.changed and definition.path is not None:
                rewrite(os.fspath(definition.name), outcome.before, outcome.after)
        except UsageError as fault:
            run.problem(fault, definition.name)
            continue
        yield outcome


def _mended(
    definition: Definition, data: bytes, choice: Choice, *, unsafe: bool, codes: Container[str] | None
) -> Outcome:
    first = compiled_bytes(definition, data, choice)
    if encoded(first.source.text, data) != data:
        # What is no UTF-8 is shown with stand-ins, which must never be written.
        return Outcome(definition, data, data, Mended("", (), (), first), 0)

    def compile_again(source: SourceFile) -> Compiled:
        return first if source is first.source else compiled_bytes(definition, source.text.encode(), choice)

    result = mended(first.source, compile_again, unsafe=unsafe, codes=codes)
    more = 0
    if not unsafe:
        found = fixes(result.compiled)
        more = sum(not fix.safe and (codes is None or one.code in codes) for one, fix in found)
    return Outcome(definition, data, encoded(result.text, data), result, more)


def line_of(run: "Run", outcome: Outcome, *, done: bool = True) -> str | None:
    """``dumai.yaml: 3 diperbaiki (SOP209 2, SOP511 1)``; None where nothing was mended or left out.

    Args:
        run: whose language it is in.
        outcome: what was mended.
        done: it was written, not only tried.
    """
    result, parts = outcome.result, []
    if result.applied:
        codes = ", ".join(f"{code} {count}" for code, count in result.counts.items())
        count = len(result.applied)
        words = Text("diperbaiki", "fixed") if done else Text("dapat diperbaiki", "can be fixed")
        parts.append(f"{count} {say(words, run.language)} ({codes})")
    if result.left_out:
        codes = ", ".join(dict.fromkeys(found.code for found, _ in result.left_out))
        count = len(result.left_out)
        words = Text(
            f"{count} dibiarkan karena perbaikannya menimbulkan kesalahan lain ({codes})",
            f"{count} left alone, for mending would make other errors ({codes})",
        )
        parts.append(say(words, run.language))
    return f"{escaped(outcome.definition.name)}: {'; '.join(parts)}" if parts else None
