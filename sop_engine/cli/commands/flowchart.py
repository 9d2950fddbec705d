"""``sop flowchart``: the Bagian Flowchart as a sheet, or the procedure as a graph.

In: definitions. Out: files, whose paths are printed, or one drawing on standard output.
"""

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sop_engine.cli.framework import Choice, Command, Number, Option
from sop_engine.cli.naming import Naming, format_option, named, naming_params, output_options
from sop_engine.cli.run import Run
from sop_engine.cli.table import COMMANDS
from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError
from sop_engine.export.picture import PICTURES, draw_dot
from sop_engine.export.registry import EXPORTERS
from sop_engine.render.options import WriteOptions
from sop_engine.render.registry import WRITERS
from sop_engine.text import quoted

if TYPE_CHECKING:
    from sop_engine.cli.deliver import Delivery
    from sop_engine.cli.selection import Selection
    from sop_engine.compiled import Compiled
    from sop_engine.library import Definition

__all__ = ["command"]

SHEET, GRAPH = "sheet", "graph"
SVG, JSON = "svg", "json"
FORMATS = tuple(dict.fromkeys((*WRITERS, *PICTURES, *EXPORTERS)))
PAPERS = ("A4", "F4", "Letter", "Legal")


@dataclass(frozen=True, slots=True)
class Wanted:
    """How to draw.

    Attributes:
        format: one of ``FORMATS``.
        style: ``sheet`` or ``graph``.
        paper: one of ``PAPERS``, or None for what the definition says.
        font_size: points, or None for the usual one.
    """

    format: str
    style: str
    paper: str | None
    font_size: float | None


@named
def flowchart(
    run: Run,
    naming: Naming,
    output: str | None,
    format: str | None,
    style: str,
    paper: str | None,
    font_size: float | None,
    *,
    force: bool,
) -> None:
    """Draw; findings never stop the drawing of a SOP that can be drawn."""
    from sop_engine.cli.deliver import Delivery  # noqa: PLC0415 - loaded when called
    from sop_engine.cli.selection import choose  # noqa: PLC0415

    wanted = Wanted(_format(output, format, style), style, paper, font_size)
    selection = choose(run, naming)
    output = _target(selection, output)
    if wanted.format == JSON and output in (None, "-"):
        _print_graphs(run, selection)
        return
    delivery = Delivery(run, force=force)
    for definition, compiled in selection:
        if compiled.whole:
            try:
                _draw(delivery, definition, compiled, wanted, output)
            except UsageError as fault:
                run.problem(fault)
        run.findings(compiled, several=selection.several)
    delivery.close()


def _format(output: str | None, format: str | None, style: str) -> str:
    """What ``--format`` says, else ``-o``'s suffix, else svg.

    Raises:
        UsageError: the suffix names no format, or the style cannot be written in it.
    """
    chosen = format or _from_suffix(output)
    if style == SHEET and chosen not in WRITERS and chosen not in EXPORTERS:
        raise UsageError(
            Text(
                f"lembar belum dapat ditulis sebagai {chosen}", f"the sheet cannot be written as {chosen} yet"
            ),
            Text(
                f"pakai {', '.join(WRITERS)}, atau --style graph",
                f"use {', '.join(WRITERS)}, or --style graph",
            ),
        )
    return chosen


def _from_suffix(output: str | None) -> str:
    suffix = "" if output is None or _is_folder(output) else os.path.splitext(output)[1]  # noqa: PTH122 - text
    chosen = suffix.removeprefix(".").lower() or SVG
    if chosen not in FORMATS:
        listed = ", ".join(FORMATS)
        raise UsageError(
            Text(f"akhiran {quoted(suffix)} bukan bentuk gambar", f"suffix {quoted(suffix)} is no format"),
            Text(f"pakai --format dengan salah satu: {listed}", f"use --format with one of: {listed}"),
        )
    return chosen


def _is_folder(output: str) -> bool:
    return output.endswith(("/", os.sep)) or os.path.isdir(output)  # noqa: PTH112 - text


def _target(selection: "Selection", output: str | None) -> str | None:
    """Where to write: a file, a folder with a final separator, ``-``, or None for the working directory.

    Raises:
        UsageError: one file is named for several SOPs, or the folder is not there.
    """
    several = len(selection.items) > 1
    if output is None or not (several or _is_folder(output)):
        return output
    if os.path.isdir(output):  # noqa: PTH112 - text
        return os.path.join(output, "")  # noqa: PTH118
    if _is_folder(output):
        raise UsageError(
            Text(f"folder {quoted(output)} tidak ada", f"folder {quoted(output)} does not exist"),
            Text("buat dahulu foldernya", "make the folder first"),
        )
    if selection.agency is not None:
        from sop_engine.cli.selection import several_found  # noqa: PLC0415 - only this fault needs it

        raise several_found(selection)
    number = len(selection.items)
    raise UsageError(
        Text(f"-o menyebut satu berkas untuk {number} SOP", f"-o names one file for {number} SOPs"),
        Text("sebut folder: -o FOLDER/", "name a folder: -o DIR/"),
    )


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


def _draw(
    delivery: "Delivery", definition: "Definition", compiled: "Compiled", wanted: Wanted, output: str | None
) -> None:
    from sop_engine.cli.output import Product  # noqa: PLC0415 - loaded when called

    pages = _pages(compiled, wanted)
    name = _file_name(definition, compiled, wanted.format)
    if output is not None:
        name = os.path.join(output, name) if _is_folder(output) else output  # noqa: PTH118 - prints as given
    if len(pages) > 1 and name != "-":
        if os.path.exists(name) and not os.path.isfile(name):  # noqa: PTH110, PTH113
            raise UsageError(
                Text(
                    f"gambarnya {len(pages)} halaman, {quoted(name)} hanya memuat satu",
                    f"the drawing has {len(pages)} pages, {quoted(name)} holds one",
                ),
                Text("pakai -o BERKAS", "use -o FILE"),
            )
        stem, suffix = os.path.splitext(name)  # noqa: PTH122
        products = [Product(f"{stem}-{number}{suffix}", page) for number, page in enumerate(pages, 1)]
    else:
        products = [Product(name, page) for page in pages]
    delivery.hand(products, [definition.path] if definition.path is not None else [])


def _file_name(definition: "Definition", compiled: "Compiled", format: str) -> str:
    """``<agency>.<ext>``, or ``<agency>-<stem>.<ext>`` for a file that is called otherwise than its agency."""
    from sop_engine.cli.facts import agency_of  # noqa: PLC0415 - loaded when called

    agency = agency_of(definition, compiled) or "sop"
    stem = definition.stem
    return f"{agency}.{format}" if stem in (None, agency) else f"{agency}-{stem}.{format}"


def _pages(compiled: "Compiled", wanted: Wanted) -> list[bytes]:
    """The files that make up one drawing."""
    from sop_engine.layout.sheet import SheetOptions, lay_out  # noqa: PLC0415 - loaded when called

    if compiled.sop is None or compiled.graph is None:
        raise AssertionError("a whole SOP has models and a graph")
    if wanted.format in EXPORTERS:
        return [EXPORTERS[wanted.format](compiled.sop, compiled.graph).encode()]
    if wanted.style == GRAPH:
        return [draw_dot(EXPORTERS["dot"](compiled.sop, compiled.graph), wanted.format)]
    options = SheetOptions(wanted.paper, wanted.font_size)
    drawing = lay_out(compiled.sop, compiled.graph, compiled.total, options)
    return list(WRITERS[wanted.format].write(drawing, WriteOptions()))


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
        "sop flowchart konsep.yaml -o konsep.svg --paper F4",
        "sop flowchart --agency dumai --style graph -o dumai.pdf",
    ),
    params=[
        *naming_params(),
        *output_options(
            Text(
                "Berkas, folder, atau '-' untuk keluaran standar.",
                "A file, a folder, or '-' for standard output.",
            )
        ),
        format_option(
            FORMATS,
            Text("Bentuk; bawaan: akhiran -o, atau svg.", "Format; default: -o's suffix, or svg."),
        ),
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
        Option(
            ["--paper"],
            Text("Kertas; bawaan: menurut definisi.", "Paper; default: what the definition says."),
            Text("|".join(PAPERS), "|".join(PAPERS)),
            type=Choice(PAPERS),
        ),
        Option(
            ["--font-size"],
            Text("Ukuran huruf tabel dalam pt.", "Size of the table's letters in pt."),
            Text("PT", "PT"),
            type=Number(5, 16),
        ),
    ],
)
