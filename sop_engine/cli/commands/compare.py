"""``sop compare``: several SOPs side by side, row by row.

In: two definitions or more. Out: which of their rows are the same row, what of them differs, and their totals; in the
terminal, as JSON, or as a page.
"""

from typing import TYPE_CHECKING

from sop_engine.cli.framework import Command
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

if TYPE_CHECKING:
    from sop_engine.cli.compare_words import Shown
    from sop_engine.cli.selection import Selection
    from sop_engine.compiled import Compiled
    from sop_engine.library import Definition

__all__ = ["command"]

TEXT, JSON, HTML = FORMATS = ("text", "json", "html")
STEM = "perbandingan-sop"
LEAST, MOST = 2, 50
"""SOPs that are compared; the work grows with the square of their number, and nobody reads thousands side by side."""


@named
def compare(run: Run, naming: Naming, format: str | None, output: str | None, *, force: bool) -> None:
    """Compare; a SOP that could not be read whole is left to its findings, and named as left out."""
    from sop_engine.cli.selection import choose  # noqa: PLC0415 - loaded when called
    from sop_engine.cli.target import format_of  # noqa: PLC0415

    chosen = format_of(output, format, FORMATS, TEXT)
    selection = choose(run, naming)
    if len(selection.items) > MOST:
        raise UsageError(
            Text(
                f"yang dibandingkan paling banyak {MOST} SOP, yang ada {len(selection.items)}",
                f"at most {MOST} SOPs are compared, but there are {len(selection.items)}",
            ),
            Text("sebut lebih sedikit SOP: KODE KODE", "name fewer SOPs: CODE CODE"),
        )
    if len(selection.items) < LEAST and not run.problems:
        raise UsageError(
            Text("yang dibandingkan hanya satu SOP", "there is only one SOP to compare"),
            Text("sebut dua SOP atau lebih: KODE KODE", "name two SOPs or more: CODE CODE"),
        )
    found, left_out = _read(run, selection)
    if len(found) < LEAST:
        return
    for name in left_out:
        run.note(run.say(Text(f"tidak dibandingkan: {name}", f"not compared: {name}")))
    from sop_engine.cli.compare_words import put_together  # noqa: PLC0415

    shown = put_together(found)
    if output is None and chosen != HTML:
        _print(run, shown, chosen)
    else:
        _write(run, selection, shown, chosen, output, force=force)


def _read(run: Run, selection: "Selection") -> "tuple[list[tuple[Definition, Compiled]], list[str]]":
    """What can be compared, and the names of the rest."""
    found: list[tuple[Definition, Compiled]] = []
    left_out: list[str] = []
    for definition, compiled in selection:
        run.findings(compiled, several=True)
        if compiled.whole and compiled.sop is not None and compiled.graph is not None:
            found.append((definition, compiled))
        else:
            left_out.append(definition.name)
    return found, left_out


def _print(run: Run, shown: "Shown", format: str) -> None:
    if format == JSON:
        from sop_engine.cli.compare_data import as_data  # noqa: PLC0415 - only this needs it

        run.out_json(as_data(shown))
        return
    from sop_engine.cli.compare_table import as_text  # noqa: PLC0415

    run.out(as_text(shown, run.width, run.say))


def _write(
    run: Run, selection: "Selection", shown: "Shown", format: str, output: str | None, *, force: bool
) -> None:
    """Write the comparison as a file, or to standard output."""
    from sop_engine.cli.deliver import deliver  # noqa: PLC0415 - loaded when called

    read = [side.definition for side in shown.sides]
    deliver(run, read, STEM, format, [_data(run, shown, format)], output, force=force, alone=[HTML])


def _data(run: Run, shown: "Shown", format: str) -> bytes:
    if format == JSON:
        from sop_engine.cli.compare_data import as_data  # noqa: PLC0415 - only one of them is needed
        from sop_engine.report.json import dumps  # noqa: PLC0415

        return dumps(as_data(shown)).encode("utf-8")
    if format == TEXT:
        from sop_engine.cli.compare_table import as_text  # noqa: PLC0415

        return as_text(shown, run.width, run.say).encode("utf-8", "backslashreplace")
    from sop_engine.cli.compare_page import as_html  # noqa: PLC0415

    return as_html(shown)


command = Command(
    "compare",
    compare,
    words=Text(
        f"{COMMANDS['compare'].id}\n\nBaris yang sama disandingkan menurut uraian, pelaksana, output, dan tempatnya: siapa yang "
        "mengerjakan, berapa lama, dan apa yang berbeda; lalu jumlah waktu dan selisihnya terhadap SOP yang disebut "
        f"pertama. html tanpa -o menjadi {STEM}.html.",
        f"{COMMANDS['compare'].en}\n\nRows that are the same stand together, by their words, roles, output and place: who does "
        "it, how long it takes, and what differs; then the totals, and how far each is from that of the SOP named first. "
        f"html becomes {STEM}.html without -o.",
    ),
    examples=(
        "sop compare balangan samarinda kalteng",
        "sop compare lama.yaml baru.yaml --format json",
        "sop compare balangan kalteng -o perbandingan.html",
    ),
    params=[
        *naming_params(),
        *output_options(FILE_OR_FOLDER),
        format_option(FORMATS, by_suffix(TEXT)),
    ],
)
