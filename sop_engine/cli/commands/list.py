"""``sop list``: the register of SOPs.

In: definitions. Out: one row or one object each, in the terminal or as a file; also of what is too faulty to have
rows, as far as it is known.
"""

from typing import TYPE_CHECKING

from sop_engine.cli.framework import Choice, Command, Option
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
from sop_engine.diagnostics import Severity, Text

if TYPE_CHECKING:
    from sop_engine.cli.register import Entry
    from sop_engine.cli.register_data import Register
    from sop_engine.cli.register_order import Filter
    from sop_engine.cli.selection import Selection

__all__ = ["command"]

TEXT = "text"
FORMATS = (TEXT, "json", "csv", "xlsx", "html")
STATUS = ("konsep", "berlaku", "dicabut")
STEM = "daftar-sop"
OWN_FILE = ("xlsx", "html")
"""Formats that go into a file where nobody names one."""

HEADINGS = (
    Text("Instansi", "Agency"),
    Text("SOP", "SOP"),
    Text("Nomor", "Number"),
    Text("Nama", "Name"),
    Text("Status", "Status"),
    Text("Tinjau ulang", "Review due"),
    Text("Baris", "Rows"),
    Text("Peran", "Roles"),
    Text("Jumlah waktu", "Total time"),
    Text("Temuan", "Findings"),
)
AGENCY, SOP, STATUS_AT, DUE, ROWS, ROLES, FINDINGS = 0, 1, 4, 5, 6, 7, 9
LETTERS = {
    Severity.ERROR: Text("K", "E"),
    Severity.WARNING: Text("P", "W"),
    Severity.INFO: Text("I", "I"),
}


@named
def list_sops(
    run: Run,
    naming: Naming,
    format: str | None,
    output: str | None,
    *,
    force: bool,
    sort: str | None,
    today: str | None,
    **filters: str | None,
) -> None:
    """List what is found."""
    from sop_engine.cli.config import Wanted  # noqa: PLC0415 - loaded when called
    from sop_engine.cli.register import entries_of  # noqa: PLC0415
    from sop_engine.cli.register_data import Register  # noqa: PLC0415
    from sop_engine.cli.register_order import ordered, parse_order  # noqa: PLC0415
    from sop_engine.cli.selection import choose  # noqa: PLC0415
    from sop_engine.cli.target import format_of  # noqa: PLC0415

    chosen = format_of(output, format, FORMATS, TEXT)
    order = () if sort is None else parse_order(sort)
    wanted = _filter(**filters)
    run.wanted = Wanted(today=today)
    selection = choose(run, naming)
    found = entries_of(run, selection)
    if not found:
        return
    entries = ordered(filter(wanted.takes, found), order)
    asked = wanted.due_before is not None or any(one.key == "review_due" for one in order)
    register = Register(entries, run.choice.today, len(entries) < len(found), dated=asked)
    if chosen == TEXT and output is None:
        _print(run, register)
    else:
        _write(run, selection, register, chosen, output, force=force)


def _filter(
    *, status: str | None, severity: str | None, due_before: str | None, search: str | None
) -> "Filter":
    from sop_engine.cli.config import day  # noqa: PLC0415 - loaded when called
    from sop_engine.cli.register_order import Filter as Wanted  # noqa: PLC0415

    return Wanted(
        status,
        None if severity is None else Severity(severity),
        None if due_before is None else day("--due-before", due_before),
        search,
    )


def _print(run: Run, register: "Register") -> None:
    from sop_engine.cli.tables import print_table  # noqa: PLC0415 - loaded when called

    if not register.entries:
        run.note(run.say(Text("tidak ada SOP yang cocok", "no SOP matches")))
        return
    shown, headings, rows = _table(run, register)
    places = {column: at for at, column in enumerate(shown)}
    print_table(
        run,
        headings,
        rows,
        numbers=[places[ROWS], places[ROLES]],
        whole=[places[at] for at in (AGENCY, STATUS_AT, DUE, FINDINGS) if at in places],
        spare=[places[ROLES], places[ROWS], places[STATUS_AT]],
    )


def _table(run: Run, register: "Register") -> tuple[list[int], list[str], list[list[str]]]:
    """Which columns are shown, and their headings and cells."""
    rows = [_row(run, entry) for entry in register.entries]
    shown = list(range(len(HEADINGS)))
    if all(row[SOP] == row[AGENCY] for row in rows):
        # Where each agency has one SOP, its file says nothing new.
        shown.remove(SOP)
    if not (register.dated or register.today):
        shown.remove(DUE)
    return shown, [run.say(HEADINGS[at]) for at in shown], [[row[at] for at in shown] for row in rows]


def _row(run: Run, entry: "Entry") -> tuple[str, ...]:
    counts = [f"{count}{run.say(LETTERS[severity])}" for severity, count in entry.findings.items() if count]
    return (
        entry.agency or "-",
        entry.sop or "-",
        entry.shown_number or "-",
        entry.shown_name or "-",
        entry.status or "-",
        "-" if entry.review_due is None else entry.review_due.as_json(),
        "-" if entry.rows is None else str(entry.rows),
        "-" if entry.roles is None else str(entry.roles),
        "-" if entry.total is None else str(entry.total),
        " ".join(counts) or "-",
    )


def _write(
    run: Run,
    selection: "Selection",
    register: "Register",
    format: str,
    output: str | None,
    *,
    force: bool,
) -> None:
    """Write the register as a file, or to standard output."""
    from sop_engine.cli.deliver import deliver  # noqa: PLC0415 - loaded when called
    from sop_engine.cli.tables import plain_table  # noqa: PLC0415

    if format == TEXT:
        shown, headings, rows = _table(run, register)
        numbers = [at for at, column in enumerate(shown) if column in (ROWS, ROLES)]
        data = plain_table(headings, rows, numbers=numbers).encode("utf-8", "backslashreplace")
    else:
        data = _data(register, format)
    read = [item.definition for item in selection.items]
    deliver(run, read, STEM, format, [data], output, force=force, alone=OWN_FILE)


def _data(register: "Register", format: str) -> bytes:
    from sop_engine.cli import register_data  # noqa: PLC0415 - loaded when called

    if format == "json":
        return register_data.as_json(register)
    if format == "csv":
        return register_data.as_csv(register)
    if format == "xlsx":
        from sop_engine.cli.register_book import as_xlsx  # noqa: PLC0415 - its library takes its time

        return as_xlsx(register)
    from sop_engine.cli.register_page import as_html  # noqa: PLC0415 - only this needs it

    return as_html(register)


command = Command(
    "list",
    list_sops,
    words=Text(
        f"{COMMANDS['list'].id}\n\nInstansi, nomor, nama, status, banyaknya baris dan peran, jumlah waktu, dan temuan: "
        "1K 3P 2I berarti 1 kesalahan, 3 peringatan, dan 2 info. Berkas juga memuat tanggal-tanggalnya; xlsx dan html tanpa -o "
        f"menjadi {STEM}.xlsx dan {STEM}.html.",
        f"{COMMANDS['list'].en}\n\nAgency, number, name, status, how many rows and roles, the total time, and findings: "
        "1E 3W 2I are 1 error, 3 warnings and 2 infos. Files also hold the dates; xlsx and html become "
        f"{STEM}.xlsx and {STEM}.html without -o.",
    ),
    examples=(
        "sop list",
        "sop list --status berlaku --sort agency,-rows",
        "sop list --due-before 2026-12-31 --today 2026-11-21",
        "sop list -o daftar-sop.xlsx",
    ),
    params=[
        *naming_params(),
        *output_options(FILE_OR_FOLDER),
        format_option(FORMATS, by_suffix(TEXT)),
        Option(
            ["--sort"],
            Text(
                "Urutkan menurut kolom, misalnya nama atau -baris (terbanyak dahulu).",
                "Sort by columns, such as name or -rows (most first).",
            ),
            Text("KOLOM,...", "KEY,..."),
        ),
        Option(
            ["--status"],
            Text("Hanya yang berstatus ini.", "Only those of this status."),
            Text("|".join(STATUS), "|".join(STATUS)),
            type=Choice(STATUS),
        ),
        Option(
            ["--with", "severity"],
            Text("Hanya yang punya temuan setingkat ini.", "Only those with such findings."),
            Text("|".join(Severity), "|".join(Severity)),
            type=Choice(Severity),
        ),
        Option(
            ["--due-before"],
            Text(
                "Hanya yang harus ditinjau sebelum tanggal ini.", "Only those due for review before this day."
            ),
            Text("TANGGAL", "DATE"),
        ),
        Option(
            ["--search"],
            Text("Hanya yang nomor atau namanya memuat ini.", "Only those with this in number or name."),
            Text("TEKS", "TEXT"),
        ),
        Option(
            ["--today"],
            Text("Hari pemeriksaan, untuk peninjauan.", "The day of asking, for reviews."),
            Text("TANGGAL", "DATE"),
        ),
    ],
)
