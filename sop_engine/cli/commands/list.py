"""``sop list``: the SOPs found.

In: definitions. Out: one row or one object each.
"""

from typing import TYPE_CHECKING, Any

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
    Text("Nomor", "Number"),
    Text("Nama", "Name"),
    Text("Baris", "Rows"),
    Text("Peran", "Roles"),
    Text("Jumlah waktu", "Total time"),
)
STEM, NUMBERS, WHOLE = 1, (4, 5), (0, 6)


@named
def list_sops(run: Run, naming: Naming, format: str) -> None:
    """List what is found; what is too faulty to have rows is left to its findings."""
    from sop_engine.cli.selection import choose  # noqa: PLC0415 - loaded when called
    from sop_engine.cli.tables import print_table  # noqa: PLC0415

    found: list[dict[str, Any]] = []
    for definition, compiled in choose(run, naming):
        if compiled.sop is not None:
            found.append(_entry(definition, compiled, compiled.sop))
        run.findings(compiled, several=True)
    if not found:
        return
    if format == "json":
        run.out_json(found)
        return
    rows = [_row(entry) for entry in found]
    shown = list(range(len(HEADINGS)))
    if all(row[STEM] == row[0] for row in rows):
        # Where each agency has one SOP, its file says nothing new.
        shown.remove(STEM)
    headings = [run.say(HEADINGS[at]) for at in shown]
    numbers = [at for at, column in enumerate(shown) if column in NUMBERS]
    whole = [at for at, column in enumerate(shown) if column in WHOLE]
    print_table(run, headings, [[row[at] for at in shown] for row in rows], numbers=numbers, whole=whole)


def _entry(definition: "Definition", compiled: "Compiled", sop: "Sop") -> dict[str, Any]:
    from sop_engine.cli.facts import heading_json, path_json  # noqa: PLC0415 - loaded when called

    return {
        **heading_json(definition, compiled, sop),
        "number": sop.identitas.nomor,
        "status": sop.status,
        "rows": len(sop.kegiatan),
        "roles": len(sop.pelaksana),
        "total": None if compiled.total is None else compiled.total.as_json(),
        "path": path_json(definition),
    }


def _row(entry: dict[str, Any]) -> tuple[str, ...]:
    total = entry["total"]
    return (
        entry["agency"] or "-",
        entry["sop"] or "-",
        entry["number"] or "-",
        entry["name"],
        str(entry["rows"]),
        str(entry["roles"]),
        "-" if total is None else total["text"],
    )


command = Command(
    "list",
    list_sops,
    words=Text(
        f"{COMMANDS['list'].id}\n\nInstansi, nomor, nama, banyaknya baris dan peran, dan jumlah waktu.",
        f"{COMMANDS['list'].en}\n\nAgency, number, name, how many rows and roles, and the total time.",
    ),
    examples=("sop list", "sop list --definitions definisi/ --format json"),
    params=[
        *naming_params(),
        format_option(("text", "json"), Text("Bentuk; bawaan: text.", "Form; default: text."), "text"),
    ],
)
