"""The matrix of roles and the instructions for other programs, and the matrix as text.

In: SOPs with their ``Matrix``. Out: JSON objects, CSV, and tables for people.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from sop_engine.analysis.instructions import Instruction, Relay, Task
from sop_engine.analysis.matrix import Duty, Matrix
from sop_engine.cli.facts import agency_of, heading_json
from sop_engine.cli.run import Run
from sop_engine.cli.tables import LEAST, plain_table, print_table
from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Text
from sop_engine.layout.inference import flow_inferred
from sop_engine.layout.matrix_words import CAUTION, LEGEND, letters, limits
from sop_engine.layout.measure import plain
from sop_engine.library import Definition
from sop_engine.model.sop import Sop
from sop_engine.report.terminal import cells
from sop_engine.text import escaped

__all__ = ["CSV_KEYS", "Entry", "as_csv", "as_text", "instructions_json", "matrix_json", "print_matrices"]

ACTIVITY = 30
"""Cells that what is done keeps in a terminal; below that the table grows too long to be read."""

CSV_KEYS = ("agency", "sop", "name", "row", "number", "activity", "role", "role_name", "duties")


@dataclass(frozen=True, slots=True)
class Entry:
    """One SOP with its matrix."""

    definition: Definition
    compiled: Compiled
    sop: Sop
    matrix: Matrix


def matrix_json(entry: Entry) -> dict[str, object]:
    """What ``sop matrix --format json`` gives for one SOP; letters as in the table, and only those that there are."""
    sop, matrix = entry.sop, entry.matrix
    inferred = flow_inferred(sop)
    return {
        **heading_json(entry.definition, entry.compiled, sop),
        "complete": matrix.complete,
        "legend": {duty.value: words.en for duty, words in LEGEND.items()},
        "roles": [
            {
                "key": role,
                "name": sop.pelaksana[role].nama,
                "counts": {duty.value: count for duty, count in matrix.counts(role).items()},
            }
            for role in matrix.roles
        ],
        "rows": [
            {
                "id": row.id,
                "number": sop.kegiatan[row.row].nomor,
                "activity": sop.kegiatan[row.row].uraian,
                "duties": {role: [duty.value for duty in duties] for role, duties in row.duties.items()},
                "inferred": _inferred(row.row, *inferred),
            }
            for row in matrix.rows
        ],
    }


def as_csv(entries: Sequence[Entry]) -> bytes:
    """A line for each row and role that has a part in it, since SOPs differ in their roles."""
    from sop_engine.cli.register_data import comma_separated  # noqa: PLC0415 - only CSV needs it

    return comma_separated([CSV_KEYS, *(line for entry in entries for line in _lines(entry))])


def _lines(entry: Entry) -> Iterator[tuple[str, ...]]:
    sop = entry.sop
    agency = agency_of(entry.definition, entry.compiled) or ""
    head = (agency, entry.definition.stem or "", plain(sop.identitas.nama))
    for row in entry.matrix.rows:
        kegiatan = sop.kegiatan[row.row]
        for role in row.duties:
            said = (row.id, kegiatan.nomor or "", plain(kegiatan.uraian))
            yield (*head, *said, role, plain(sop.pelaksana[role].nama), letters(row, role))


def print_matrices(run: Run, entries: Sequence[Entry], *, several: bool) -> None:
    """Print the table of each SOP, and what the letters mean."""
    for at, entry in enumerate(entries):
        if several:
            run.out("\n" * bool(at) + _called(entry) + "\n\n")
        headings, rows = _table(run, entry)
        short = _short(run, headings, rows, entry.matrix.roles)
        print_table(run, [headings[0], *short, headings[-1]], rows, whole=[0])
        if short != headings[1:-1]:
            names = zip(short, headings[1:-1], strict=True)
            run.out(
                "".join(f"{line}\n" for line in ("", *(escaped(f"{key}: {name}") for key, name in names)))
            )
    if entries:
        run.out("".join(f"{line}\n" for line in ("", *_legend(run, entries))))


def _short(
    run: Run, headings: Sequence[str], rows: Sequence[Sequence[str]], roles: Sequence[str]
) -> Sequence[str]:
    """What stands over the columns of the roles: their names, or what leaves a terminal room for the table."""
    names = headings[1:-1]
    numbers = [f"P{at}" for at in range(1, len(roles) + 1)]
    for short, least in ((names, LEAST), (roles, run.width), (numbers, run.width)) if run.terminal else ():
        columns = zip((headings[0], *short, headings[-1]), *rows, strict=True)
        first, *others, last = [max(map(cells, column)) for column in columns]
        taken = first + sum(min(width, least) for width in others) + min(last, ACTIVITY)
        if taken + 3 * len(headings) <= run.width:
            return list(short)
    return numbers if run.terminal else names


def as_text(run: Run, entries: Sequence[Entry], *, several: bool) -> bytes:
    """The same for a file."""
    pieces = []
    for entry in entries:
        heading = f"{_called(entry)}\n\n" if several else ""
        pieces.append(heading + plain_table(*_table(run, entry)))
    pieces.append("".join(f"{line}\n" for line in _legend(run, entries)))
    return "\n".join(pieces).encode("utf-8", "backslashreplace")


def _called(entry: Entry) -> str:
    return escaped(f"{_name(entry)}: {plain(entry.sop.identitas.nama)}")


def _name(entry: Entry) -> str:
    """What a SOP is called on the command line."""
    agency = agency_of(entry.definition, entry.compiled) or "-"
    stem = entry.definition.stem
    return agency if stem in (None, agency) else f"{agency}: {stem}"


def _table(run: Run, entry: Entry) -> tuple[list[str], list[list[str]]]:
    """Headings and rows; what is done stands last, since it is long."""
    sop, matrix = entry.sop, entry.matrix
    headings = [
        run.say(Text("Baris", "Row")),
        *(plain(sop.pelaksana[role].nama) for role in matrix.roles),
        run.say(Text("Kegiatan", "Activity")),
    ]
    rows = [
        [
            row.id,
            *(letters(row, role) or "-" for role in matrix.roles),
            plain(sop.kegiatan[row.row].uraian),
        ]
        for row in matrix.rows
    ]
    return headings, rows


def _legend(run: Run, entries: Sequence[Entry]) -> list[str]:
    """What the letters mean, how far they may be believed, and where one may be missing."""
    lines = [f"{duty}: {run.say(LEGEND[duty])}" for duty in Duty]
    lines.append(run.say(CAUTION))
    for entry in entries:
        lead = f"{_name(entry)}: " if len(entries) > 1 else ""
        lines += [
            f"{lead}{run.say(words)}" for words in limits(entry.sop, entry.matrix) if words is not CAUTION
        ]
    return [escaped(line) for line in lines]


def instructions_json(
    definition: Definition, compiled: Compiled, sop: Sop, instructions: Sequence[Instruction]
) -> dict[str, object]:
    """What ``sop matrix --instructions --format json`` gives for one SOP: the steps of each role."""
    inferred = flow_inferred(sop)
    return {
        **heading_json(definition, compiled, sop),
        "complete": all(one.complete for one in instructions),
        "roles": [
            {
                "key": one.role,
                "name": sop.pelaksana[one.role].nama,
                "steps": [_task_json(sop, task, _inferred(task.row, *inferred)) for task in one.tasks],
            }
            for one in instructions
        ],
    }


def _inferred(row: int, roles: Collection[int], flow: Collection[int]) -> list[str]:
    """What of a row the source document does not show."""
    return [what for what, rows in (("roles", roles), ("flow", flow)) if row in rows]


def _task_json(sop: Sop, task: Task, inferred: Sequence[str]) -> dict[str, object]:
    return {
        "id": task.step,
        "number": sop.kegiatan[task.row].nomor,
        "activity": task.activity,
        "text": task.question,
        "responsible": task.responsible,
        "with": list(task.partners),
        "decision": task.decides,
        "start": task.starts,
        "end": task.ends,
        "waits": task.waits,
        "receives": [_relay_json(relay, "from") for relay in task.receives],
        "inputs": list(task.inputs),
        "waktu": task.time.as_json(),
        "measured": task.time.is_measured,
        "shared": list(task.shared),
        "whole_row": task.whole,
        "outputs": list(task.outputs),
        "hands": [_relay_json(relay, "to") for relay in task.hands],
        "remarks": list(task.remarks),
        "inferred": inferred,
    }


def _relay_json(relay: Relay, end: str) -> dict[str, object]:
    return {
        end: relay.step,
        "roles": list(relay.roles),
        "label": relay.answer,
        "returned": relay.returned,
        "repeats": relay.most,
        "parallel": relay.together,
    }
