"""``sop validate``: findings of every definition, on standard output.

In: definitions. Out: findings in the format that was asked for; text ends with a line that counts them.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sop_engine.cli.framework import Command
from sop_engine.cli.naming import Naming, format_option, named, naming_params
from sop_engine.cli.run import Run, counted
from sop_engine.cli.table import COMMANDS
from sop_engine.diagnostics import Diagnostic, Severity, Text
from sop_engine.report import REPORTERS, Look

if TYPE_CHECKING:
    from sop_engine.cli.selection import Selection

__all__ = ["command"]


@named
def validate(run: Run, naming: Naming, format: str) -> None:
    """Report what is wrong, as it is found."""
    from sop_engine.cli.selection import choose  # noqa: PLC0415 - loaded when called

    chosen = REPORTERS[format]
    look = Look(run.language, colour=run.colours and not chosen.document)
    selection = choose(run, naming)
    if chosen.document:
        text = "".join(chosen.write(_with_problems(run, selection), look))
        if run.files:
            run.out(text)
        return
    for piece in chosen.write(_findings(run, selection), look):
        run.out(piece)
    if run.files:
        run.out(_summary(run))


def _findings(run: Run, selection: "Selection") -> Iterator[Diagnostic]:
    from sop_engine.cli.logos import Logos  # noqa: PLC0415 - loaded when called

    logos = Logos()
    for definition, compiled in selection:
        _, found = logos.of(definition, compiled)
        run.count(found)
        yield from found.diagnostics


def _with_problems(run: Run, selection: "Selection") -> Iterator[Diagnostic]:
    """A document also says what could not be read."""
    yield from _findings(run, selection)
    yield from run.problems


def _summary(run: Run) -> str:
    files = Text(f"{run.files} berkas", f"{run.files} file{'' if run.files == 1 else 's'}")
    parts = [run.say(files), counted(run.counts, run.language)]
    if not run.counts[Severity.ERROR]:
        parts.insert(1, run.say(Text("tanpa kesalahan", "no errors")))
    before = "\n" if any(run.counts.values()) else ""
    return f"{before}{', '.join(filter(None, parts))}\n"


command = Command(
    "validate",
    validate,
    words=Text(
        f"{COMMANDS['validate'].id}\n\nTanpa SOP: semua definisi yang ditemukan. Status keluar 0: tanpa kesalahan; "
        "1: ada kesalahan; 2: salah pakai atau berkas tidak terbaca; 3: mesin gagal.",
        f"{COMMANDS['validate'].en}\n\nWithout a SOP: all definitions found. Exit status 0: no errors; 1: errors; "
        "2: wrong usage or an unreadable file; 3: engine fault.",
    ),
    examples=("sop validate", "sop validate --agency dumai --strict", "sop validate konsep/ --format json"),
    params=[
        *naming_params(),
        format_option(
            REPORTERS, Text("Bentuk laporan; bawaan: text.", "Form of the report; default: text."), "text"
        ),
    ],
)
