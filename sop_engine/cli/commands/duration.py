"""``sop duration``: the total standard time, and how the stated total agrees with it.

In: definitions. Out: for one SOP its total alone on the first line, so that a script can take it; for several
a table; as JSON an object for each, rows included.
"""

from typing import TYPE_CHECKING

from sop_engine.cli.framework import Command
from sop_engine.cli.naming import Naming, format_option, named, naming_params
from sop_engine.cli.run import Run
from sop_engine.cli.table import COMMANDS
from sop_engine.diagnostics import Text

if TYPE_CHECKING:
    from sop_engine.compiled import Compiled
    from sop_engine.library import Definition
    from sop_engine.model.sop import Sop

__all__ = ["command"]

HEADINGS = (
    Text("Instansi", "Agency"),
    Text("SOP", "SOP"),
    Text("Nama", "Name"),
    Text("Jumlah waktu", "Total time"),
    Text("Dinyatakan", "Stated"),
)
STEM, WHOLE = 1, (0, 3)


@named
def duration(run: Run, naming: Naming, format: str) -> None:
    """Add up; a SOP whose rows could not be read whole has no total: a wrong number is worse than none.

    A row that shares the time of another (``{bersama: 4}``) adds nothing, and is as measured as the row that it
    names: only where that one is not measured are both reported. In JSON ``shared`` is the other row's id.
    """
    from sop_engine.cli.facts import duration_json  # noqa: PLC0415 - loaded when called
    from sop_engine.cli.selection import choose  # noqa: PLC0415

    selection = choose(run, naming)
    objects: list[dict[str, object]] = []
    rows: list[list[str]] = []
    for definition, compiled in selection:
        if compiled.sop is not None and compiled.total is not None:
            if format == "json":
                objects.append(duration_json(definition, compiled, compiled.sop))
            elif selection.several:
                rows.append(_row(run, definition, compiled, compiled.sop))
            else:
                run.out("".join(f"{line}\n" for line in _one(run, compiled, compiled.sop)))
        run.findings(compiled, several=selection.several)
    if objects:
        run.out_json(objects if selection.several else objects[0])
    if rows:
        _print_several(run, rows)


def _one(run: Run, compiled: "Compiled", sop: "Sop") -> list[str]:
    from sop_engine.cli.facts import unmeasured, verdict  # noqa: PLC0415 - loaded when called
    from sop_engine.text import escaped  # noqa: PLC0415

    lines = [str(compiled.total)]
    if sop.jumlah_waktu is not None:
        stated = f"{sop.jumlah_waktu.teks}: {run.say(verdict(compiled, sop))}"
        lines.append(run.say(Text(f"dinyatakan {stated}", f"stated {stated}")))
    if rows := ", ".join(unmeasured(compiled, sop)):
        lines.append(run.say(Text(f"tidak terukur: baris {rows}", f"not measured: row {rows}")))
    return [escaped(" ".join(line.split())) for line in lines]


def _row(run: Run, definition: "Definition", compiled: "Compiled", sop: "Sop") -> list[str]:
    from sop_engine.cli.facts import agency_of, verdict  # noqa: PLC0415 - loaded when called

    stated = (
        "-" if sop.jumlah_waktu is None else f"{sop.jumlah_waktu.teks}: {run.say(verdict(compiled, sop))}"
    )
    agency = agency_of(definition, compiled) or "-"
    return [agency, definition.stem or "-", sop.identitas.nama, str(compiled.total), stated]


def _print_several(run: Run, rows: list[list[str]]) -> None:
    from sop_engine.cli.tables import print_table  # noqa: PLC0415 - loaded when called

    shown = [at for at in range(len(HEADINGS)) if at != STEM or any(row[0] != row[STEM] for row in rows)]
    whole = [at for at, column in enumerate(shown) if column in WHOLE]
    print_table(
        run, [run.say(HEADINGS[at]) for at in shown], [[row[at] for at in shown] for row in rows], whole=whole
    )


command = Command(
    "duration",
    duration,
    words=Text(
        f"{COMMANDS['duration'].id}\n\nJumlah kolom Waktu, tepat, dibandingkan dengan jumlah yang dinyatakan "
        "dokumen sendiri. Satu SOP: baris pertama hanya jumlahnya.",
        f"{COMMANDS['duration'].en}\n\nThe sum of the Waktu column, exact, and against the total that the document "
        "itself states. For one SOP the first line is the total alone.",
    ),
    examples=("sop duration --agency balangan", "sop duration", "sop duration --format json"),
    params=[
        *naming_params(),
        format_option(("text", "json"), Text("Bentuk; bawaan: text.", "Form; default: text."), "text"),
    ],
)
