"""``sop document``: the whole document as agencies sign it, or a book of many.

In: definitions. Out: files, whose paths are printed, or one document on standard output.
"""

from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from sop_engine.cli.drawing import Printing, printing_options
from sop_engine.cli.framework import Command, Option
from sop_engine.cli.logos import Logos
from sop_engine.cli.naming import (
    FILE_OR_FOLDER,
    Naming,
    format_option,
    named,
    naming_params,
    output_options,
)
from sop_engine.cli.run import Run
from sop_engine.cli.table import COMMANDS
from sop_engine.cli.target import file_name, format_of, placed, products_of, target_of
from sop_engine.cli.watching import refuse_output, watch_option, watched
from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError
from sop_engine.output import DiskFullError
from sop_engine.render.options import WriteOptions
from sop_engine.render.registry import WRITERS
from sop_engine.text import quoted

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from sop_engine.cli.kept import Kept
    from sop_engine.cli.selection import Selection
    from sop_engine.compiled import Compiled
    from sop_engine.layout.book import Chapter
    from sop_engine.library import Definition

__all__ = ["command"]

PDF = "pdf"
FORMATS = (PDF, "html", "png", "svg")
BOOK = "buku"
SHOWN = 12


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
    if all and naming.sop is not None:
        raise UsageError(
            Text("--all dan --sop disebut bersamaan", "both --all and --sop are given"),
            Text("pakai salah satu", "use one of them"),
        )
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
    from sop_engine.cli.kept import undrawn  # noqa: PLC0415 - loaded when called
    from sop_engine.cli.selection import choose  # noqa: PLC0415

    selection = choose(run, naming)
    if all:
        _bind(run, selection, wanted, output, force=force)
    else:
        _draw_all(run, undrawn(selection, kept), wanted, target_of(selection, output), force=force)


def _draw_all(run: Run, selection: "Selection", wanted: Wanted, output: str | None, *, force: bool) -> None:
    """Write a document for each SOP."""
    from sop_engine.cli.deliver import Delivery  # noqa: PLC0415 - loaded when called

    delivery = Delivery(run, force=force)
    # However the work ends, its bar goes before anything is said of that.
    with closing(_chapters(run, selection, wanted)) as chapters:
        for definition, compiled, chapter in chapters:
            if chapter is None:
                continue
            try:
                pages = WRITERS[wanted.format].write(chapter.drawing, wanted.writing)
                name = placed(output, file_name(definition, compiled, wanted.format))
                delivery.hand(products_of(name, pages), _read(definition))
            except DiskFullError:
                raise
            except UsageError as fault:
                run.problem(fault)
    delivery.close()


def _bind(run: Run, selection: "Selection", wanted: Wanted, output: str | None, *, force: bool) -> None:
    """Write one book of all documents; what it lacks is told."""
    from sop_engine.cli.deliver import Delivery  # noqa: PLC0415 - loaded when called
    from sop_engine.layout.book import bind  # noqa: PLC0415

    # One book goes into one file, as the document of one SOP does.
    output = target_of(replace(selection, items=selection.items[:1]), output)
    chapters: list[Chapter] = []
    bound: list[Definition] = []
    with closing(_chapters(run, selection, wanted)) as found:
        for definition, _, chapter in found:
            if chapter is not None:
                chapters.append(chapter)
                bound.append(definition)
    _tell_missing(run, selection, bound)
    if not chapters:
        return
    pages = WRITERS[wanted.format].write(bind(chapters), wanted.writing)
    stem = BOOK if selection.agency is None else f"{selection.agency}-{BOOK}"
    delivery = Delivery(run, force=force)
    name = placed(output, f"{stem}.{wanted.format}")
    delivery.hand(
        products_of(name, pages), [path for item in selection.items for path in _read(item.definition)]
    )
    delivery.close()


def _chapters(
    run: Run, selection: "Selection", wanted: Wanted
) -> "Generator[tuple[Definition, Compiled, Chapter | None]]":
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


def _tell_missing(run: Run, selection: "Selection", bound: "list[Definition]") -> None:
    """Say which of the chosen SOPs a book lacks."""
    names = {definition.name for definition in bound}
    missing = [item.definition.name for item in selection.items if item.definition.name not in names]
    if not missing:
        return
    listed = ", ".join(quoted(name) for name in missing[:SHOWN])
    listed += f", ... ({len(missing)})" if len(missing) > SHOWN else ""
    run.tell(
        Text(f"buku ini tidak memuat {listed}", f"the book lacks {listed}")
        if bound
        else Text("tidak ada SOP yang dapat dijilid", "there is no SOP that can be bound"),
        Text("perbaiki kesalahannya, lalu jilid lagi", "mend the errors and bind again"),
    )


def _read(definition: "Definition") -> "list[Path]":
    return [definition.path] if definition.path is not None else []


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
        format_option(
            FORMATS,
            Text("Bentuk; bawaan: akhiran -o, atau pdf.", "Format; default: -o's suffix, or pdf."),
        ),
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
