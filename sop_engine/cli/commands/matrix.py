"""``sop matrix``: who has which part in each row, and instruction sheets for those who do the work.

In: definitions. Out: the table of rows by roles in the terminal or as a file; with ``--instructions`` a sheet for each
role, of each SOP a file or of all one book.
"""

from typing import TYPE_CHECKING

from sop_engine.cli.drawing import Printing, font_size_option, idle, paper_option
from sop_engine.cli.framework import Command, Option
from sop_engine.cli.naming import FILE_OR_FOLDER, Naming, format_option, named, naming_params, output_options
from sop_engine.cli.run import Run
from sop_engine.cli.table import COMMANDS
from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError
from sop_engine.text import quoted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sop_engine.cli.matrix_data import Entry
    from sop_engine.cli.selection import Selection
    from sop_engine.compiled import Compiled
    from sop_engine.library import Definition

__all__ = ["command"]

TEXT = "text"
PDF, HTML, JSON = "pdf", "html", "json"
FORMATS = (TEXT, JSON, "csv", "xlsx", HTML, PDF)
SHEETS = (PDF, HTML, JSON)
PAGES = (PDF, HTML)


@named
def matrix(
    run: Run,
    naming: Naming,
    format: str | None,
    output: str | None,
    *,
    force: bool,
    instructions: bool,
    role: str | None,
    **rest: object,
) -> None:
    """Make the matrix, or the sheets; a SOP that could not be read whole is left to its findings."""
    from sop_engine.cli.selection import choose  # noqa: PLC0415 - loaded when called

    chosen = _format(output, format, instructions=instructions)
    if role is not None and not instructions:
        raise UsageError(
            Text("--role tidak berarti tanpa --instructions", "--role means nothing without --instructions"),
            Text("tambahkan --instructions, atau hapus --role", "add --instructions, or leave out --role"),
        )
    _check(naming, chosen, rest)
    selection = choose(run, naming)
    if chosen in PAGES:
        from sop_engine.cli.matrix_pages import Wanted, draw  # noqa: PLC0415 - loaded when called
        from sop_engine.cli.matrix_roles import Roles  # noqa: PLC0415

        wanted = Wanted(
            format=chosen,
            writing=Printing().writing(run, chosen),
            paper=rest["paper"],  # type: ignore[arg-type]  # click's values
            font_size=rest["font_size"],  # type: ignore[arg-type]
            instructions=instructions,
            roles=Roles(role),
            all=bool(rest["all"]),
        )
        draw(run, selection, wanted, output, force=force)
    elif instructions:
        _instructions(run, selection, role, output, force=force)
    else:
        _matrices(run, selection, chosen, output, force=force)


def _format(output: str | None, given: str | None, *, instructions: bool) -> str:
    """The format that is asked for.

    Raises:
        UsageError: instruction sheets are not written in it.
    """
    from sop_engine.cli.target import format_of  # noqa: PLC0415 - loaded when called

    if not instructions:
        return format_of(output, given, FORMATS, TEXT)
    if given is not None and given not in SHEETS:
        listed = ", ".join(SHEETS)
        raise UsageError(
            Text(
                f"lembar instruksi tidak ditulis dalam bentuk {quoted(given)}",
                f"instruction sheets are not written as {quoted(given)}",
            ),
            Text(f"pilih salah satu: {listed}", f"choose one of: {listed}"),
        )
    return format_of(output, given, SHEETS, PDF)


def _check(naming: Naming, chosen: str, rest: "Mapping[str, object]") -> None:
    """See that no option is given that would do nothing.

    Raises:
        UsageError: there is one.
    """
    if chosen not in PAGES:
        for name in ("all", "paper", "font_size"):
            if rest[name]:
                only = Text("hanya untuk pdf dan html", "it is for pdf and html only")
                raise idle(name, Text(f"bentuk {chosen}", f"format {chosen}"), only)
    if rest["all"]:
        naming.refuse_sop("--all")


def _matrices(run: Run, selection: "Selection", chosen: str, output: str | None, *, force: bool) -> None:
    """The matrix of each SOP, on standard output or in one file."""
    from sop_engine.analysis.matrix import matrix_of  # noqa: PLC0415 - loaded when called
    from sop_engine.cli.matrix_data import Entry, print_matrices  # noqa: PLC0415

    entries = []
    for definition, compiled in selection:
        if compiled.whole and compiled.sop is not None and compiled.graph is not None:
            found = matrix_of(compiled.sop, compiled.graph)
            entries.append(Entry(definition, compiled, compiled.sop, found))
        run.findings(compiled, several=selection.several)
    if not entries:
        return
    if chosen == TEXT and output is None:
        print_matrices(run, entries, several=selection.several)
    else:
        from sop_engine.cli.matrix_roles import called  # noqa: PLC0415 - the terminal needs no pages

        data = _data(run, entries, chosen, several=selection.several)
        stem = called(_stem(selection, entries[0].definition, entries[0].compiled), None, instructions=False)
        _write(run, selection, data, chosen, output, stem, force=force)


def _stem(selection: "Selection", definition: "Definition", compiled: "Compiled") -> str:
    """Whose file it is: that of the only SOP, or of all of the agency; an empty text for those of all agencies."""
    from sop_engine.cli.target import stem_of  # noqa: PLC0415 - loaded when called

    return stem_of(definition, compiled) if len(selection.items) == 1 else selection.agency or ""


def _data(run: Run, entries: "list[Entry]", chosen: str, *, several: bool) -> bytes:
    """The content of a file."""
    from sop_engine.cli import matrix_data  # noqa: PLC0415 - loaded when called
    from sop_engine.report.json import dumps  # noqa: PLC0415

    if chosen == TEXT:
        return matrix_data.as_text(run, entries, several=several)
    if chosen == "csv":
        return matrix_data.as_csv(entries)
    if chosen == JSON:
        objects = [matrix_data.matrix_json(entry) for entry in entries]
        return dumps(objects if several else objects[0]).encode("utf-8")
    from sop_engine.cli.matrix_book import as_xlsx  # noqa: PLC0415 - its library takes its time

    return as_xlsx(entries)


def _instructions(
    run: Run, selection: "Selection", role: str | None, output: str | None, *, force: bool
) -> None:
    """What each role does, as JSON."""
    from sop_engine.analysis.instructions import instructions_of  # noqa: PLC0415 - loaded when called
    from sop_engine.cli.matrix_data import instructions_json  # noqa: PLC0415
    from sop_engine.cli.matrix_roles import Roles, called  # noqa: PLC0415
    from sop_engine.report.json import dumps  # noqa: PLC0415

    roles = Roles(role)
    objects, stem = [], ""
    for definition, compiled in selection:
        if compiled.whole and compiled.sop is not None and compiled.graph is not None:
            chosen = roles.choose(compiled.sop, instructions_of(compiled.sop, compiled.graph))
            if chosen:
                objects.append(instructions_json(definition, compiled, compiled.sop, chosen))
                stem = called(_stem(selection, definition, compiled), role, instructions=True)
        run.findings(compiled, several=selection.several)
    roles.check()
    if objects:
        data = dumps(objects if selection.several else objects[0]).encode("utf-8")
        _write(run, selection, data, JSON, output, stem, force=force)


def _write(
    run: Run, selection: "Selection", data: bytes, chosen: str, output: str | None, stem: str, *, force: bool
) -> None:
    """Write one file, called after ``stem`` where only its folder is named, or to standard output where nobody names a file for what is read by programs."""
    from sop_engine.cli.deliver import deliver  # noqa: PLC0415 - loaded when called

    read = [item.definition for item in selection.items]
    deliver(run, read, stem, chosen, [data], output, force=force, alone=["xlsx"])


command = Command(
    "matrix",
    matrix,
    words=Text(
        f"{COMMANDS['matrix'].id}\n\nR mengerjakan, A memutuskan atau mengesahkan, C ikut serta, I menerima "
        "penyerahan: hanya yang dinyatakan SOP sendiri. --instructions membuat lembar instruksi tiap peran: apa "
        "yang diterima dan dari siapa, apa yang dikerjakan, berapa lama, dan diserahkan kepada siapa.\n\n"
        "Tanpa -o: text, json, dan csv ke keluaran standar; selebihnya berkas <instansi>[-<sop>]-matriks.<bentuk> "
        "atau <instansi>[-<sop>]-instruksi[-<peran>].<bentuk> di folder kerja.",
        f"{COMMANDS['matrix'].en}\n\nR does it, A decides or approves, C joins in, I receives the hand-off: only what "
        "the SOP itself says. --instructions makes an instruction sheet for each role: what reaches it and from "
        "whom, what it does, how long it has, and whom it hands on to.\n\n"
        "Without -o: text, json and csv go to standard output; all else becomes <agency>[-<sop>]-matriks.<format> "
        "or <agency>[-<sop>]-instruksi[-<role>].<format> in the working directory.",
    ),
    examples=(
        "sop matrix --agency dumai",
        "sop matrix --agency dumai -o matriks.xlsx",
        "sop matrix --agency dumai --instructions",
        "sop matrix --agency dumai --instructions --role kepala -o kepala.pdf",
        "sop matrix --instructions --all -o buku-instruksi.pdf",
    ),
    params=[
        *naming_params(),
        *output_options(FILE_OR_FOLDER),
        format_option(
            FORMATS,
            Text(
                "Bentuk; bawaan: akhiran -o, atau text; lembar instruksi: pdf.",
                "Format; default: -o's suffix, or text; of instruction sheets: pdf.",
            ),
        ),
        Option(
            ["--instructions"],
            Text("Lembar instruksi tiap peran.", "An instruction sheet for each role."),
            is_flag=True,
        ),
        Option(
            ["--role"],
            Text(
                "Hanya lembar peran ini, menurut kunci atau judul kolomnya.",
                "Only the sheet of this role, by its key or the heading of its column.",
            ),
            Text("PERAN", "ROLE"),
        ),
        Option(
            ["--all"],
            Text("PDF, HTML: jilid semuanya menjadi satu buku.", "PDF, HTML: bind all into one book."),
            is_flag=True,
        ),
        paper_option(),
        font_size_option(),
    ],
)
