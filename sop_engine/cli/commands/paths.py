"""``sop paths``: every path from start to end, each with its time; as a table or as walkthrough checklists.

In: one definition. Out: a table, checklists (text, Markdown, HTML), or JSON; bounded, and saying so when cut.
"""

from typing import TYPE_CHECKING

from sop_engine.cli.framework import Command, Number, Option
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
from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError
from sop_engine.text import quoted

if TYPE_CHECKING:
    from sop_engine.cli.paths_data import Told
    from sop_engine.compiled import Compiled
    from sop_engine.library import Definition

__all__ = ["command"]

TEXT, MARKDOWN = "text", "markdown"
FORMATS = (TEXT, "json", MARKDOWN, "html")
ROUNDS, USUAL, MOST = 100, 100, 10_000
STEM = "jalur"
HEADINGS = (
    Text("Jalur", "Path"),
    Text("Waktu", "Time"),
    Text("Keputusan", "Decisions"),
    Text("Langkah", "Steps"),
)


@named
def paths(
    run: Run,
    naming: Naming,
    format: str | None,
    output: str | None,
    *,
    force: bool,
    repeat: float,
    limit: float,
    checklist: bool,
) -> None:
    """Tell the paths of one SOP; one that could not be read whole is left to its findings."""
    from sop_engine.cli.paths_data import told  # noqa: PLC0415 - loaded when called
    from sop_engine.cli.selection import choose_one  # noqa: PLC0415
    from sop_engine.cli.target import format_of  # noqa: PLC0415

    rounds, most = _whole("--repeat", repeat), _whole("--limit", limit)
    chosen = format_of(output, format, FORMATS, TEXT)
    if chosen not in (TEXT, "json") and not checklist:
        raise UsageError(
            Text(
                f"bentuk {quoted(chosen)} hanya untuk daftar periksa",
                f"format {quoted(chosen)} is for checklists only",
            ),
            Text("tambahkan --checklist", "add --checklist"),
        )
    for definition, compiled in choose_one(run, naming):
        if compiled.whole and compiled.sop is not None and compiled.graph is not None:
            found = told(compiled.sop, compiled.graph, rounds, most)
            if chosen == TEXT and output is None and not checklist:
                _print(run, found)
            else:
                data = _data(run, definition, compiled, found, chosen, checklist=checklist)
                _hand(run, definition, compiled, data, chosen, output, force=force)
            if chosen == TEXT:
                _say_notes(run, found)
        run.findings(compiled, several=False)


def _whole(option: str, number: float) -> int:
    if number != int(number):
        raise UsageError(
            Text(f"{option} {number:g} bukan bilangan bulat", f"{option} {number:g} is no whole number"),
            Text("tulis bilangan bulat", "write a whole number"),
        )
    return int(number)


def _print(run: Run, told: "Told") -> None:
    from sop_engine.cli.tables import print_table  # noqa: PLC0415 - loaded when called

    if told.paths.found:
        headings, rows = _table(run, told)
        print_table(run, headings, rows, numbers=[0])


def _say_notes(run: Run, told: "Told") -> None:
    from sop_engine.cli.paths_data import notes_of  # noqa: PLC0415 - loaded when called

    more = None
    if len(told.paths.found) < told.limit:
        more = Text("jalurnya terlalu panjang untuk menampilkan lebih banyak", "they are too long for more")
    elif told.limit < MOST:
        more = Text("lihat --limit", "see --limit")
    for note in notes_of(told, more):
        run.note(run.say(note))


def _table(run: Run, told: "Told") -> tuple[list[str], list[list[str]]]:
    """Headings and rows."""
    from sop_engine.cli.paths_data import answers_text, time_of  # noqa: PLC0415 - loaded when called
    from sop_engine.cli.timing_walk import SHOWN, walk_text  # noqa: PLC0415

    rows = [
        [
            str(number),
            run.say(time_of(told, path)),
            answers_text(told, path, SHOWN) or "-",
            walk_text(path.walk, told.graph),
        ]
        for number, path in enumerate(told.paths.found, 1)
    ]
    return [run.say(heading) for heading in HEADINGS], rows


def _data(
    run: Run, definition: "Definition", compiled: "Compiled", told: "Told", format: str, *, checklist: bool
) -> bytes:
    from sop_engine.cli import paths_data, paths_pages  # noqa: PLC0415 - loaded when called
    from sop_engine.cli.tables import plain_table  # noqa: PLC0415
    from sop_engine.report.json import dumps  # noqa: PLC0415

    if format == "html":
        return paths_pages.checklist_html(told)
    if format == MARKDOWN:
        return paths_pages.checklist_markdown(told, run.language)
    if format == "json":
        text = dumps(paths_data.told_json(definition, compiled, told, checklist=checklist))
    elif checklist:
        text = paths_pages.checklist_text(told, run.language)
    else:
        headings, rows = _table(run, told)
        text = plain_table(headings, rows, numbers=[0])
    return text.encode("utf-8", "backslashreplace")


def _hand(
    run: Run,
    definition: "Definition",
    compiled: "Compiled",
    data: bytes,
    format: str,
    output: str | None,
    *,
    force: bool,
) -> None:
    """Write a file, or to standard output; a page gets a file of its own where nobody names one."""
    from sop_engine.cli.deliver import deliver  # noqa: PLC0415 - loaded when called
    from sop_engine.cli.target import stem_of  # noqa: PLC0415

    stem = f"{STEM}-{stem_of(definition, compiled)}"
    deliver(run, [definition], stem, format, [data], output, force=force, alone=["html"])


command = Command(
    "paths",
    paths,
    words=Text(
        f"{COMMANDS['paths'].id}\n\nSetiap jalur dengan waktunya. Alur yang berjalan bersamaan termasuk satu jalur; tiap "
        "putaran dilalui paling banyak sekali, kecuali --repeat menyebut lain. Dengan --checklist menjadi daftar periksa.",
        f"{COMMANDS['paths'].en}\n\nEach path with its time. Arms that run side by side are part of one path; each loop is "
        "gone round once at most, unless --repeat says otherwise. With --checklist as walkthrough checklists.",
    ),
    examples=(
        "sop paths --agency kalteng",
        "sop paths kalteng --repeat 0",
        "sop paths kalteng --checklist -o jalur-kalteng.html",
        "sop paths kalteng --format json",
    ),
    params=[
        *naming_params(several=False),
        *output_options(FILE_OR_FOLDER),
        format_option(FORMATS, by_suffix(TEXT)),
        Option(
            ["--repeat"],
            Text(
                "Berapa kali tiap putaran boleh dilalui; bawaan: 1, tanpa putaran: 0.",
                "How often each loop may be gone round; default: 1, without loops: 0.",
            ),
            Text("BILANGAN", "NUMBER"),
            type=Number(0, ROUNDS),
            default=1,
        ),
        Option(
            ["--limit"],
            Text(
                f"Paling banyak sekian jalur yang diurai; bawaan: {USUAL}.",
                f"Tell so many paths at most; default: {USUAL}.",
            ),
            Text("BILANGAN", "NUMBER"),
            type=Number(1, MOST),
            default=USUAL,
        ),
        Option(
            ["--checklist"],
            Text(
                "Daftar periksa untuk menelusuri tiap jalur; juga markdown dan html.",
                "A checklist to walk through each path; also markdown and html.",
            ),
            is_flag=True,
        ),
    ],
)
