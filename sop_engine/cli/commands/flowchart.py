"""``sop flowchart``: the Bagian Flowchart as a sheet, or the procedure as a graph.

In: definitions. Out: files, whose paths are printed, or one drawing on standard output.
"""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from sop_engine.cli.drawing import Printing, printing_options
from sop_engine.cli.framework import Choice, Command, Option
from sop_engine.cli.naming import (
    FILE_OR_FOLDER,
    Naming,
    by_suffix,
    format_option,
    named,
    naming_params,
    output_options,
)
from sop_engine.cli.run import Run
from sop_engine.cli.table import COMMANDS
from sop_engine.cli.target import file_name, format_of, placed, products_of, target_of
from sop_engine.cli.watching import incompatible, refuse_output, watch_option, watched
from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError
from sop_engine.export.registry import EXPORTERS, PICTURES
from sop_engine.output import STDOUT, DiskFullError
from sop_engine.render.options import WriteOptions
from sop_engine.render.registry import WRITERS

if TYPE_CHECKING:
    from sop_engine.cli.kept import Kept
    from sop_engine.cli.selection import Selection
    from sop_engine.compiled import Compiled

__all__ = ["command"]

SHEET, GRAPH = "sheet", "graph"
SVG, JSON = "svg", "json"
FORMATS = tuple(dict.fromkeys((*WRITERS, *PICTURES, *EXPORTERS)))


@dataclass(frozen=True, slots=True)
class Wanted:
    """How to draw.

    Attributes:
        format: one of ``FORMATS``.
        style: ``sheet`` or ``graph``.
        printing: the options of the sheet.
        writing: the options of its writer.
    """

    format: str
    style: str
    printing: Printing
    writing: WriteOptions


@named
def flowchart(
    run: Run,
    naming: Naming,
    output: str | None,
    format: str | None,
    style: str,
    *,
    force: bool,
    check: bool,
    watch: bool,
    **rest: object,
) -> None:
    """Draw; findings never stop the drawing of a SOP that can be drawn."""
    printing = Printing.taken(rest)
    if check:
        if watch:
            raise incompatible("--check", Text("--check tidak menulis gambar", "--check writes no drawing"))
        _check(run, naming, output, format, style, printing)
        return
    chosen = format_of(output, format, FORMATS, SVG)
    _check_options(chosen, style, printing)
    wanted = Wanted(chosen, style, printing, printing.writing(run, chosen))
    work = partial(_draw_named, naming=naming, wanted=wanted, output=output, force=force)
    if watch:
        refuse_output(output)
        watched(run, naming, work)
    work(run, None)


def _check_options(chosen: str, style: str, printing: Printing) -> None:
    """See that the options go together.

    Raises:
        UsageError: the style has no such form, or an option would do nothing.
    """
    if chosen in EXPORTERS:
        printing.check_none(Text(f"bentuk {chosen}", f"format {chosen}"))
    elif style == SHEET:
        printing.check(chosen)
    elif chosen in PICTURES:
        printing.check_none(Text("--style graph", "--style graph"))
    else:
        listed = ", ".join(PICTURES)
        raise UsageError(
            Text(f"--style graph tidak punya bentuk {chosen}", f"--style graph has no format {chosen}"),
            Text(f"pilih salah satu: {listed}", f"choose one of: {listed}"),
        )


def _draw_named(
    run: Run, kept: "Kept[bool] | None", naming: Naming, wanted: Wanted, output: str | None, *, force: bool
) -> None:
    """Draw what is named; of a watch, what is ``kept`` is not drawn again."""
    from sop_engine.cli.kept import undrawn  # noqa: PLC0415 - loaded when called
    from sop_engine.cli.selection import choose  # noqa: PLC0415

    selection = choose(run, naming)
    output = target_of(selection, output)
    if wanted.format == JSON and output in (None, STDOUT):
        _print_graphs(run, selection)
    else:
        _draw_all(run, undrawn(selection, kept), wanted, output, force=force)


def _draw_all(run: Run, selection: "Selection", wanted: Wanted, output: str | None, *, force: bool) -> None:
    from sop_engine.cli.deliver import Delivery  # noqa: PLC0415 - loaded when called
    from sop_engine.cli.progress import progress  # noqa: PLC0415

    delivery = Delivery(run, force=force)
    with progress(run, len(selection.items)) as advance:
        for definition, compiled in selection:
            found = compiled
            if compiled.whole:
                try:
                    pages, found = _pages(run, compiled, wanted)
                    name = placed(output, file_name(definition, compiled, wanted.format))
                    read = [definition.path] if definition.path is not None else []
                    delivery.hand(products_of(name, pages), read)
                except DiskFullError:
                    raise
                except UsageError as fault:
                    run.problem(fault)
            run.findings(found, several=selection.several)
            advance()
    delivery.close()


def _check(
    run: Run, naming: Naming, output: str | None, format: str | None, style: str, printing: Printing
) -> None:
    """Prove the drawings instead of writing them.

    Raises:
        UsageError: something is to be written too, in a form that a proof does not have, or with options that
            only writers know.
    """
    from sop_engine.cli.proof import prove  # noqa: PLC0415 - loaded when called
    from sop_engine.cli.selection import choose  # noqa: PLC0415

    if output is not None or style != SHEET or format not in (None, JSON):
        raise UsageError(
            Text("--check tidak menulis gambar", "--check writes no drawing"),
            Text(
                "hapus -o dan --style; bentuknya hanya --format json",
                "leave out -o and --style; its only format is --format json",
            ),
        )
    printing.check_proof()
    prove(run, choose(run, naming), printing.sheet())


def _print_graphs(run: Run, selection: "Selection") -> None:
    """One object for one SOP, an array for several."""
    from sop_engine.export.json import as_json  # noqa: PLC0415 - loaded when called

    graphs = []
    for _, compiled in selection:
        if compiled.whole and compiled.sop is not None and compiled.graph is not None:
            graphs.append(as_json(compiled.sop, compiled.graph))
        run.findings(compiled, several=selection.several)
    if graphs:
        run.out_json(graphs if selection.several else graphs[0])


def _pages(run: Run, compiled: "Compiled", wanted: Wanted) -> tuple[list[bytes], "Compiled"]:
    """The files that make up one drawing, and its SOP with what the drawing adds to the findings."""
    from sop_engine.cli.drawing import drawn  # noqa: PLC0415 - loaded when called

    if compiled.sop is None or compiled.graph is None:
        raise AssertionError("a whole SOP has models and a graph")
    if wanted.format in EXPORTERS:
        return [EXPORTERS[wanted.format].write(compiled.sop, compiled.graph).encode()], compiled
    if wanted.style == GRAPH:
        from sop_engine.export.picture import draw_dot  # noqa: PLC0415

        return [draw_dot(EXPORTERS["dot"].write(compiled.sop, compiled.graph), wanted.format)], compiled
    drawing, found = drawn(run, compiled, wanted.printing.sheet())
    return list(WRITERS[wanted.format].write(drawing, wanted.writing)), found


command = Command(
    "flowchart",
    flowchart,
    words=Text(
        f"{COMMANDS['flowchart'].id}\n\nTanpa SOP: semua definisi yang ditemukan. Tanpa -o: berkas "
        "<instansi>[-<sop>].<bentuk> di folder kerja; gambar berhalaman banyak menjadi x-1.svg, x-2.svg.",
        f"{COMMANDS['flowchart'].en}\n\nWithout a SOP: all definitions found. Without -o: a file "
        "<agency>[-<sop>].<format> in the working directory; several pages become x-1.svg, x-2.svg.",
    ),
    examples=(
        "sop flowchart --agency dumai",
        "sop flowchart konsep.yaml -o konsep.pdf --paper F4",
        "sop flowchart -o gambar/ --format png",
        "sop flowchart --check",
        "sop flowchart konsep.yaml --watch",
        "sop flowchart --agency dumai --style graph -o dumai.pdf",
    ),
    params=[
        *naming_params(),
        *output_options(FILE_OR_FOLDER),
        format_option(FORMATS, by_suffix(SVG)),
        Option(
            ["--style"],
            Text(
                "sheet: lembar resmi (bawaan); graph: graf bebas oleh Graphviz.",
                "sheet: the official sheet (default); graph: a free-form graph by Graphviz.",
            ),
            Text("sheet|graph", "sheet|graph"),
            type=Choice((SHEET, GRAPH)),
            default=SHEET,
        ),
        *printing_options(),
        Option(
            ["--check"],
            Text(
                "Buktikan gambarnya: hitung tiap aturan lembar, tidak menulis apa-apa.",
                "Prove the drawing: count each rule of the sheet, write nothing.",
            ),
            is_flag=True,
        ),
        watch_option(),
    ],
)
