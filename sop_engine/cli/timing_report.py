"""What ``sop duration`` gives where more than the total is asked for.

In: the chosen SOPs, and what is asked for. Out: a page for each in the terminal, or a table where only another unit is
asked for; as JSON the usual object of each with keys beside the usual ones.
"""

from collections.abc import Iterator

from sop_engine.analysis.cells import Cells, cells_of
from sop_engine.cli.facts import agency_of, duration_json
from sop_engine.cli.run import Run
from sop_engine.cli.selection import Selection
from sop_engine.cli.timing_json import conversion_json, detail_json
from sop_engine.cli.timing_page import page_of
from sop_engine.cli.timing_pen import Pen, asked_lines, flat, paragraph
from sop_engine.cli.timing_study import Study, Wishes, refuse_names, study_of, whatif_of
from sop_engine.cli.timing_words import UNITS, Asked, clock_rows, duration_of, shared_words
from sop_engine.cli.totals import print_totals, total_lines, total_row
from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Text
from sop_engine.graph.process import ProcessGraph
from sop_engine.library import Definition
from sop_engine.model.sop import Sop

__all__ = ["report"]

PIPE = 100
"""Cells of a line where nobody looks at a terminal."""


def report(run: Run, selection: Selection, wishes: Wishes, *, as_json: bool) -> None:
    """Give all of it, one SOP after the other.

    Raises:
        UsageError: an option names what a SOP does not have, or would do nothing.
    """
    if selection.several:
        refuse_names(wishes)
    objects: list[dict[str, object]] = []
    rows: list[list[str]] = []
    notes: dict[str, list[str]] = {}
    pages = 0
    for definition, compiled in selection:
        sop, graph = compiled.sop, compiled.graph
        if sop is not None and graph is not None and compiled.total is not None:
            asked = wishes.asked(sop)
            if as_json:
                objects.append(_object(definition, compiled, sop, graph, wishes, several=selection.several))
            elif selection.several and not wishes.page:
                pen, cells = _pen(run, asked), cells_of(graph)
                rows.append([*total_row(run, definition, compiled, sop), _other(asked, compiled, cells)])
                agency = agency_of(definition, compiled) or "-"
                for line in asked_lines(pen, cells):
                    notes.setdefault(line, []).append(agency)
            else:
                run.out("\n\n" if pages else "")
                pages += 1
                lines = list(_page(run, definition, compiled, sop, graph, wishes, selection.several))
                run.out("".join(f"{line}\n" for line in lines))
        run.findings(compiled, several=selection.several)
    if objects:
        run.out_json(objects if selection.several else objects[0])
    if rows:
        print_totals(run, rows, _heading(wishes))
        _print_notes(run, notes, len(rows))


def _heading(wishes: Wishes) -> Text:
    unit = UNITS[wishes.unit or "jam"]
    return Text(f"Dalam {unit}", f"In {unit}")


def _pen(run: Run, asked: Asked | None) -> Pen:
    return Pen(run.language, run.width if run.terminal else PIPE, asked)


def _other(asked: Asked | None, compiled: Compiled, cells: Cells) -> str:
    """The total in the unit that was asked for, or a dash."""
    total = compiled.total
    if asked is None or total is None or not total.measured:
        return "-"
    clock = bool(clock_rows(cells, asked.unit))
    return asked.words(total.low, total.high, clock=clock) or "-"


def _print_notes(run: Run, notes: dict[str, list[str]], count: int) -> None:
    """What conversions used; named with its agencies where it is not the same for all."""
    lines = [
        line if len(agencies) == count else f"{line} [{', '.join(dict.fromkeys(agencies))}]"
        for line, agencies in notes.items()
    ]
    run.out("".join(f"{line}\n" for line in lines))


def _page(
    run: Run,
    definition: Definition,
    compiled: Compiled,
    sop: Sop,
    graph: ProcessGraph,
    wishes: Wishes,
    several: bool,  # noqa: FBT001 - its own fact
) -> Iterator[str]:
    asked = wishes.asked(sop)
    pen = _pen(run, asked)
    study = study_of(wishes, graph, sop, several=several)
    other = whatif_of(wishes, graph, sop)
    if several:
        name = flat(sop.identitas.nama)
        yield f"{agency_of(definition, compiled) or '-'}: {name}"
    yield from total_lines(run, compiled, sop, left=study.detail is None)
    if asked is not None and study.detail is None and study.total.measured:
        words = _other(asked, compiled, study.cells)
        yield pen.say(Text(f"dalam {asked.unit}: {words}", f"in {asked.unit}: {words}"))
    if study.detail is not None:
        yield from page_of(pen, sop, study.detail)
    if study.expected is not None:
        from sop_engine.cli.timing_expected import expected_lines  # noqa: PLC0415 - only --expected needs it

        yield ""
        yield from expected_lines(pen, study.expected, clock=study.clock)
        if study.detail is None and study.expected.doubt is None:
            for note in shared_words(study.cells):
                yield from paragraph(pen.say(note), pen.width)
    if other is not None:
        from sop_engine.cli.timing_whatif import whatif_lines  # noqa: PLC0415 - only --what-if needs it

        yield ""
        yield from whatif_lines(pen, sop, wishes.what_if, study, other)
    notes = list(asked_lines(pen, *[one.cells for one in (study, other) if one is not None]))
    if notes and wishes.page:
        yield ""
    yield from notes


def _object(
    definition: Definition,
    compiled: Compiled,
    sop: Sop,
    graph: ProcessGraph,
    wishes: Wishes,
    *,
    several: bool,
) -> dict[str, object]:
    """The usual object, and what was asked for under keys of its own."""
    asked = wishes.asked(sop)
    study = study_of(wishes, graph, sop, several=several)
    other = whatif_of(wishes, graph, sop)
    found = duration_json(definition, compiled, sop)
    found |= _figures(study, sop, asked)
    if asked is not None:
        found["in"] = conversion_json(asked, study.total, study.cells)
    if other is not None:
        total = other.total
        found["what_if"] = {
            "given": list(wishes.what_if),
            "total": duration_of(total.low, total.high, asked, measured=total.measured, clock=other.clock),
            **_figures(other, sop, asked),
            **({} if asked is None else {"in": conversion_json(asked, total, other.cells)}),
        }
    return found


def _figures(study: Study, sop: Sop, asked: Asked | None) -> dict[str, object]:
    found: dict[str, object] = {}
    if study.detail is not None:
        found["detail"] = detail_json(study.detail, sop, asked)
    if study.expected is not None:
        from sop_engine.cli.timing_expected import expected_json  # noqa: PLC0415 - only --expected needs it

        found["expected"] = expected_json(study.expected, asked, clock=study.clock)
    return found
