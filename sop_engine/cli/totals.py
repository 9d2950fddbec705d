"""The total of a SOP in a line, and of several in a table.

In: a SOP with its total. Out: lines of text; the first one is the total alone.
"""

from collections.abc import Sequence

from sop_engine.cli.facts import agency_of, unmeasured, verdict
from sop_engine.cli.run import Run
from sop_engine.cli.tables import print_table
from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Text
from sop_engine.library import Definition
from sop_engine.model.sop import Sop
from sop_engine.text import escaped

__all__ = ["print_totals", "total_lines", "total_row"]

HEADINGS = (
    Text("Instansi", "Agency"),
    Text("SOP", "SOP"),
    Text("Nama", "Name"),
    Text("Jumlah waktu", "Total time"),
    Text("Dinyatakan", "Stated"),
)
STEM, WHOLE = 1, (0, 3)


def total_lines(run: Run, compiled: Compiled, sop: Sop, *, left: bool = True) -> list[str]:
    """The total, how the stated one agrees, and (``left``) the rows that are not measured."""
    lines = [str(compiled.total)]
    if sop.jumlah_waktu is not None:
        stated = f"{sop.jumlah_waktu.teks}: {run.say(verdict(compiled, sop))}"
        lines.append(run.say(Text(f"dinyatakan {stated}", f"stated {stated}")))
    if left and (rows := ", ".join(unmeasured(compiled, sop))):
        lines.append(run.say(Text(f"tidak terukur: baris {rows}", f"not measured: row {rows}")))
    return [escaped(" ".join(line.split())) for line in lines]


def total_row(run: Run, definition: Definition, compiled: Compiled, sop: Sop) -> list[str]:
    """The same as a row of the table of several SOPs."""
    stated = (
        "-" if sop.jumlah_waktu is None else f"{sop.jumlah_waktu.teks}: {run.say(verdict(compiled, sop))}"
    )
    agency = agency_of(definition, compiled) or "-"
    return [agency, definition.stem or "-", sop.identitas.nama, str(compiled.total), stated]


def print_totals(run: Run, rows: Sequence[Sequence[str]], *more: Text) -> None:
    """Print the table; ``more`` are the headings of cells that stand behind the usual ones."""
    headings = (*HEADINGS, *more)
    shown = [at for at in range(len(headings)) if at != STEM or any(row[0] != row[STEM] for row in rows)]
    whole = [at for at, column in enumerate(shown) if column in WHOLE]
    print_table(
        run, [run.say(headings[at]) for at in shown], [[row[at] for at in shown] for row in rows], whole=whole
    )
