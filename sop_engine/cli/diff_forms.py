"""What changed, in each of its forms.

In: a ``Revision``, and which versions it is of. Out: the whole text of an answer or a file.
"""

from collections.abc import Sequence
from typing import TypeAlias

from sop_engine.analysis.revision import Revision
from sop_engine.analysis.summary import summary as summary_of
from sop_engine.analysis.summary import titled
from sop_engine.cli.diff_data import revision_json
from sop_engine.cli.diff_items import Item, Mark, Section
from sop_engine.cli.diff_telling import SAME, told
from sop_engine.cli.diff_text import as_markdown, as_text
from sop_engine.cli.facts import heading_json, path_json
from sop_engine.cli.run import Run
from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Text
from sop_engine.layout.measure import plain
from sop_engine.library import Definition
from sop_engine.report.json import dumps
from sop_engine.text import Language, escaped, say

__all__ = ["written"]

LEAST, WIDTH = 40, 100
"""Cells of a line: in a narrow terminal, and where there is none."""
LETTER = Text("Untuk surat pengantar", "For the cover letter")
CHANGES = Text("Perubahan", "Changes")

Sides: TypeAlias = Sequence[tuple[Definition, Compiled]]
"""The old version and the new one, each with what it became."""


def written(run: Run, sides: Sides, found: Revision, format: str, *, summary: bool, to_file: bool) -> str:
    """A revision in one of its forms.

    Args:
        run: its language, and its terminal.
        sides: which versions these are.
        found: what changed.
        format: ``text``, ``json``, ``markdown`` or ``html``, which is always Indonesian.
        summary: just the paragraph for the cover letter, which is too.
        to_file: it does not go to a terminal.
    """
    letter = escaped(plain(summary_of(found)))
    if format == "json":
        return _json(sides, found, letter)
    if summary:
        return f"{letter}\n"
    language = Language.ID if format == "html" else run.language
    sections = told(found, language)
    if found.same:
        nothing = Item(Mark.PLAIN, "", say(SAME, language))
        sections = (Section(say(CHANGES, language), (nothing,)), *sections)
    heads = _heads(sides, language)
    title, end = plain(titled(found.new_name)), (say(LETTER, language), letter)
    if format == "html":
        from sop_engine.cli.diff_page import as_html  # noqa: PLC0415 - only this form needs pages

        return as_html(f"Perubahan {title}", heads, sections, end)
    if format == "markdown":
        return as_markdown(title, heads, sections, end)
    width = min(max(run.width, LEAST), WIDTH) if run.terminal and not to_file else WIDTH
    sections = (*sections, Section(end[0], (Item(Mark.PLAIN, "", letter),)))
    return as_text([title, *heads], sections, width, colour=run.colours and not to_file)


def _heads(sides: Sides, language: Language) -> list[str]:
    """Which versions these are, and which of them could not be read whole."""
    old, new = (definition.name for definition, _ in sides)
    heads = [Text(f"semula {old}", f"from {old}"), Text(f"menjadi {new}", f"to {new}")]
    for definition, compiled in sides:
        if not compiled.whole:
            name = definition.name
            heads.append(
                Text(
                    f"{name} tidak terbaca seluruhnya: yang dibandingkan hanya yang terbaca",
                    f"{name} could not be read whole: what could be is compared",
                )
            )
    return [say(head, language) for head in heads]


def _json(sides: Sides, found: Revision, letter: str) -> str:
    """``old`` and ``new`` say which versions these are; ``whole`` is false where not all of one could be read."""
    heads: dict[str, object] = {}
    for side, (definition, compiled) in zip(("old", "new"), sides, strict=True):
        if compiled.sop is not None:
            heads[side] = {
                "path": path_json(definition),
                **heading_json(definition, compiled, compiled.sop),
                "whole": compiled.whole,
            }
    return dumps({**heads, **revision_json(found), "summary": letter})
