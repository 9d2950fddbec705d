"""``sop workload``: what the SOPs take of each role in a year, and how many people that needs.

In: definitions, and how often each SOP is run. Out: a table in the terminal, or a file: numbers for other programs, a
workbook, or a bar chart.
"""

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from sop_engine.cli.framework import Choice, Command, Name, Number, Option
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
    from sop_engine.analysis.workload import Year
    from sop_engine.cli.selection import Selection
    from sop_engine.cli.workload_study import Study

__all__ = ["command"]

TEXT = "text"
DRAWN = ("svg", "pdf", "png")
FORMATS = (TEXT, "json", "csv", "xlsx", *DRAWN)
OWN_FILE = ("xlsx", *DRAWN)
"""Formats that go into a file where nobody names one."""

STEM = "beban-kerja"
MINUTES = ("75000", "72000")
BASES = ("rows", "expected")


@named
def workload(
    run: Run, naming: Naming, format: str | None, output: str | None, *, force: bool, **how: Any
) -> None:
    """Add up what the SOPs take; what does not count is named."""
    from sop_engine.cli.selection import choose  # noqa: PLC0415 - loaded when called
    from sop_engine.cli.target import format_of  # noqa: PLC0415
    from sop_engine.cli.workload_study import study_of  # noqa: PLC0415
    from sop_engine.cli.workload_volumes import volumes_of  # noqa: PLC0415

    chosen = format_of(output, format, FORMATS, TEXT)
    volumes = volumes_of(how["volume"], how["volumes"])
    if how["working_days"] is not None and not volumes.by_days:
        raise _idle_days()
    selection = choose(run, naming)
    year = _year(how["effective"], how["working_days"])
    study = study_of(run, selection, volumes, year, how["basis"])
    if not study.counted and (chosen != "json" or not study.entries):
        _tell_uncounted(run, study)
    elif chosen == TEXT and output is None:
        from sop_engine.cli.workload_table import print_study  # noqa: PLC0415 - files need it not

        print_study(run, study)
    else:
        _write(run, selection, study, chosen, output, force=force)


def _idle_days() -> UsageError:
    return UsageError(
        Text(
            "--working-days tidak berarti: tidak ada volume per minggu atau per hari kerja",
            "--working-days means nothing: there is no volume a week or a working day",
        ),
        Text("hapus opsinya", "leave the option out"),
    )


def _tell_uncounted(run: Run, study: "Study") -> None:
    """Where no SOP can be counted, say why of each."""
    from sop_engine.cli.workload_words import left_lines  # noqa: PLC0415 - loaded when called

    for line in left_lines(study):
        run.note(run.say(line))


def _year(effective: str, working_days: float | None) -> "Year":
    from sop_engine.analysis.workload import BKN, PANRB  # noqa: PLC0415 - loaded when called

    year = PANRB if effective == MINUTES[0] else BKN
    return year if working_days is None else replace(year, days=Fraction(str(working_days)))


def _write(
    run: Run, selection: "Selection", study: "Study", format: str, output: str | None, *, force: bool
) -> None:
    """Write the workload as a file, or to standard output."""
    from sop_engine.cli.deliver import deliver  # noqa: PLC0415 - loaded when called

    read = [item.definition for item in selection.items]
    deliver(run, read, STEM, format, _data(run, study, format), output, force=force, alone=OWN_FILE)


def _data(run: Run, study: "Study", format: str) -> tuple[bytes, ...]:
    """The content of each file."""
    if format == TEXT:
        from sop_engine.cli.workload_table import as_text  # noqa: PLC0415 - loaded when called

        return (as_text(run, study),)
    if format == "xlsx":
        from sop_engine.cli.workload_book import as_xlsx  # noqa: PLC0415 - its library takes its time

        return (as_xlsx(study),)
    if format in DRAWN:
        from sop_engine.cli.drawing import Printing  # noqa: PLC0415 - only charts need it
        from sop_engine.cli.workload_chart import workload_chart  # noqa: PLC0415
        from sop_engine.layout.papers import PAPERS  # noqa: PLC0415
        from sop_engine.render.registry import WRITERS  # noqa: PLC0415

        return WRITERS[format].write(workload_chart(study, PAPERS["A4"]), Printing().writing(run, format))
    from sop_engine.cli import workload_data  # noqa: PLC0415 - loaded when called

    return (workload_data.as_json(study) if format == "json" else workload_data.as_csv(study),)


command = Command(
    "workload",
    workload,
    words=Text(
        f"{COMMANDS['workload'].id}\n\nMenit setahun tiap peran dari satu SOP, semua SOP satu instansi, atau semua "
        "instansi; bagiannya dari waktu kerja efektif satu orang, dan jumlah orang yang dibutuhkan. Setiap simbol dan "
        "setiap peran yang bekerja bersama memakai waktu barisnya secara penuh. Satu hari kerja adalah 300 menit efektif, "
        "kecuali SOP menyebut jam_per_hari. SOP tanpa volume disebut, tidak dikira-kira.",
        f"{COMMANDS['workload'].en}\n\nThe minutes a year of each role, over one SOP, all of an agency, or all agencies; "
        "their share of one person's effective working time, and how many people that needs. Every symbol and every "
        "role of a joint activity spends the full time of its row. A working day is 300 effective minutes, unless the SOP "
        "states jam_per_hari. SOPs without a volume are named, never guessed.",
    ),
    examples=(
        "sop workload --agency dumai --volume 4/tahun",
        "sop workload --volume 4/tahun --volume dumai=10/bulan",
        "sop workload --volumes volume.csv -o beban-kerja.xlsx",
        "sop workload --volume '1/hari kerja' --format pdf",
    ),
    params=[
        *naming_params(),
        Option(
            ["--volume"],
            Text(
                "Berapa kali dijalankan: 4/tahun untuk semua, atau KODE=10/bulan, KODE/SOP=2/minggu; boleh berulang.",
                "How often it is run: 4/tahun for all, or CODE=10/bulan, CODE/SOP=2/minggu; may be repeated.",
            ),
            Text("N/WAKTU", "N/PERIOD"),
            multiple=True,
        ),
        Option(
            ["--volumes"],
            Text(
                "Volume dari berkas CSV: agency, sop, volume.",
                "Volumes from a CSV file: agency, sop, volume.",
            ),
            Text("BERKAS", "FILE"),
            type=Name(),
        ),
        Option(
            ["--effective"],
            Text(
                "Menit kerja efektif setahun: 75000 (PermenPAN-RB 1/2020; bawaan) atau 72000 (Perka BKN 19/2011).",
                "Effective minutes a year: 75000 (PermenPAN-RB 1/2020; default) or 72000 (Perka BKN 19/2011).",
            ),
            Text("|".join(MINUTES), "|".join(MINUTES)),
            type=Choice(MINUTES),
            default=MINUTES[0],
        ),
        Option(
            ["--working-days"],
            Text(
                "Hari kerja setahun untuk volume per hari atau minggu; bawaan: 50 minggu, atau 48 bila 72000 menit.",
                "Working days a year for volumes a day or week; default: 50 weeks, or 48 of 72000 minutes.",
            ),
            Text("N", "N"),
            type=Number(1, 366),
        ),
        Option(
            ["--basis"],
            Text(
                "Satu kali jalan: setiap baris satu kali (rows; bawaan), atau menurut peluang cabang (expected).",
                "One run: each row once (rows; default), or by the probabilities of branches (expected).",
            ),
            Text("|".join(BASES), "|".join(BASES)),
            type=Choice(BASES),
            default=BASES[0],
        ),
        *output_options(FILE_OR_FOLDER),
        format_option(FORMATS, by_suffix(TEXT)),
    ],
)
