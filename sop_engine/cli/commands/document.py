"""``sop document``: the whole document as agencies sign it, or a book of many.

In: definitions. Out: files, whose paths are printed, or one document on standard output.
"""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from sop_engine.cli.drawing import Printing, printing_options
from sop_engine.cli.framework import Command, Option
from sop_engine.cli.logos import Logos
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
from sop_engine.cli.target import file_name, format_of
from sop_engine.cli.watching import refuse_output, watch_option, watched
from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError
from sop_engine.render.options import WriteOptions

if TYPE_CHECKING:
    from sop_engine.cli.binding import Chapters
    from sop_engine.cli.kept import Kept
    from sop_engine.cli.selection import Selection
    from sop_engine.compiled import Compiled
    from sop_engine.layout.book import Chapter
    from sop_engine.library import Definition

__all__ = ["command"]

PDF = "pdf"
FORMATS = (PDF, "html", "png", "svg")
BOOK = "buku"


@dataclass(frozen=True, slots=True)
class Wanted:
    """How to draw.

    Attributes:
        format: one of ``FORMATS``.
        printing: the options of the pages.
        writing: the options of their writer.
        cover: each document begins with a cover.
    """

    format: str
    printing: Printing
    writing: WriteOptions
    cover: bool


@named
def document(
    run: Run,
    naming: Naming,
    output: str | None,
    format: str | None,
    *,
    cover: bool,
    all: bool,
    watch: bool,
    force: bool,
    **rest: object,
) -> None:
    """Draw; findings never stop the drawing of a SOP that can be drawn."""
    printing = Printing.taken(rest)
    chosen = format_of(output, format, FORMATS, PDF)
    printing.check(chosen)
    if all:
        naming.refuse_sop("--all")
    wanted = Wanted(chosen, printing, printing.writing(run, chosen), cover)
    work = partial(_draw_named, naming=naming, wanted=wanted, output=output, all=all, force=force)
    if watch:
        refuse_output(output)
        watched(run, naming, work)
    work(run, None)


def _draw_named(
    run: Run,
    kept: "Kept[bool] | None",
    naming: Naming,
    wanted: Wanted,
    output: str | None,
    *,
    all: bool,
    force: bool,
) -> None:
    """Draw what is named; of a watch, what is ``kept`` is not drawn again, but a book is always bound whole."""
    from sop_engine.cli.binding import Press  # noqa: PLC0415 - loaded when called
    from sop_engine.cli.kept import undrawn  # noqa: PLC0415
    from sop_engine.cli.selection import choose  # noqa: PLC0415
    from sop_engine.layout.book import TITLE  # noqa: PLC0415

    selection = choose(run, naming)
    press = Press(run, wanted.format, wanted.writing, output, force)
    if all:
        stem = BOOK if selection.agency is None else f"{selection.agency}-{BOOK}"
        press.write_book(selection, _chapters(run, selection, wanted), f"{stem}.{wanted.format}", TITLE)
    else:
        # What is kept is not drawn again, but still one of several: it decides where the others go.
        press.write_each(
            selection,
            _chapters(run, undrawn(selection, kept), wanted),
            lambda definition, compiled: file_name(definition, compiled, wanted.format),
        )


def _chapters(run: Run, selection: "Selection", wanted: Wanted) -> "Chapters":
    """Lay out one SOP after the other; where one is not whole there is no document."""
    from sop_engine.cli.progress import progress  # noqa: PLC0415 - loaded when called

    logos = Logos(run.choice)
    with progress(run, len(selection.items)) as advance:
        for definition, compiled in selection:
            chapter, found = None, compiled
            if compiled.whole:
                try:
                    chapter, found = _chapter(run, definition, compiled, wanted, logos)
                except UsageError as fault:
                    run.problem(fault)
            yield definition, compiled, chapter
            run.findings(found, several=selection.several)
            advance()


def _chapter(
    run: Run, definition: "Definition", compiled: "Compiled", wanted: Wanted, logos: Logos
) -> "tuple[Chapter, Compiled]":
    """The document of a SOP, and the SOP with what its drawing adds to the findings."""
    from sop_engine.cli.drawing import drawn  # noqa: PLC0415 - loaded when called
    from sop_engine.layout.book import Chapter  # noqa: PLC0415
    from sop_engine.layout.document import DocumentOptions, complete  # noqa: PLC0415

    sheet = wanted.printing.sheet()
    flowchart, found = drawn(run, compiled, sheet)
    logo, found = logos.of(definition, found)
    if compiled.sop is None:
        raise AssertionError("a whole SOP has models")
    drawing = complete(compiled.sop, flowchart, DocumentOptions(sheet, wanted.cover, logo))
    return Chapter(compiled.sop, drawing, logo), found


command = Command(
    "document",
    document,
    words=Text(
        f"{COMMANDS['document'].id}\n\nTanpa SOP: semua definisi yang ditemukan. Tanpa -o: berkas "
        "<instansi>[-<sop>].<bentuk> di folder kerja, dengan --all <instansi>-buku.<bentuk> atau "
        "buku.<bentuk>; SVG dan PNG berhalaman banyak menjadi x-1.svg, x-2.svg.",
        f"{COMMANDS['document'].en}\n\nWithout a SOP: all definitions found. Without -o: a file "
        "<agency>[-<sop>].<format> in the working directory, with --all <agency>-buku.<format> or "
        "buku.<format>; several pages of SVG and PNG become x-1.svg, x-2.svg.",
    ),
    examples=(
        "sop document --agency dumai",
        "sop document konsep.yaml --cover -o konsep.pdf",
        "sop document -o cetak/ --format html",
        "sop document --all -o buku.pdf",
        "sop document konsep.yaml --watch",
    ),
    params=[
        *naming_params(),
        *output_options(FILE_OR_FOLDER),
        format_option(FORMATS, by_suffix(PDF)),
        Option(["--cover"], Text("Awali dengan sampul.", "Begin with a cover."), is_flag=True),
        Option(
            ["--all"],
            Text(
                "Jilid semuanya menjadi satu buku dengan sampul dan daftar isi.",
                "Bind all into one book with a cover and a daftar isi.",
            ),
            is_flag=True,
        ),
        *printing_options(),
        watch_option(),
    ],
)
