"""``sop duration``: the total standard time, and how the stated total agrees with it.

In: definitions. Out: for one SOP its total alone on the first line, so that a script can take it; for several
a table; as JSON an object for each, rows included. With ``--detail``, ``--expected`` and ``--what-if`` a page for each
SOP: its ways and who works how long, what it takes on average, and what it would take.
"""

from sop_engine.cli.framework import Choice, Command, Option
from sop_engine.cli.naming import Naming, format_option, named, naming_params
from sop_engine.cli.run import Run
from sop_engine.cli.table import COMMANDS
from sop_engine.diagnostics import Text

__all__ = ["command"]

UNITS = ("jam", "hari-kerja", "menit")


@named
def duration(
    run: Run,
    naming: Naming,
    format: str,
    *,
    detail: bool,
    repeat: tuple[str, ...],
    expected: bool,
    what_if: tuple[str, ...],
    unit: str | None,
) -> None:
    """Add up; a SOP whose rows could not be read whole has no total: a wrong number is worse than none.

    A row that shares the time of another (``{bersama: 4}``) adds nothing, and is as measured as the row that it
    names: only where that one is not measured are both reported. In JSON ``shared`` is the other row's id.
    """
    from sop_engine.cli.facts import duration_json  # noqa: PLC0415 - loaded when called
    from sop_engine.cli.selection import choose  # noqa: PLC0415
    from sop_engine.cli.totals import print_totals, total_lines, total_row  # noqa: PLC0415

    wishes = None
    if detail or repeat or expected or what_if or unit:
        from sop_engine.cli.timing_study import wishes_of  # noqa: PLC0415 - only these options need it

        wishes = wishes_of(detail=detail, expected=expected, repeat=repeat, what_if=what_if, unit=unit)
    selection = choose(run, naming)
    if wishes is not None:
        from sop_engine.cli.timing_report import report  # noqa: PLC0415 - only these options need it

        report(run, selection, wishes, as_json=format == "json")
        return
    objects: list[dict[str, object]] = []
    rows: list[list[str]] = []
    for definition, compiled in selection:
        if compiled.sop is not None and compiled.total is not None:
            if format == "json":
                objects.append(duration_json(definition, compiled, compiled.sop))
            elif selection.several:
                rows.append(total_row(run, definition, compiled, compiled.sop))
            else:
                run.out("".join(f"{line}\n" for line in total_lines(run, compiled, compiled.sop)))
        run.findings(compiled, several=selection.several)
    if objects:
        run.out_json(objects if selection.several else objects[0])
    if rows:
        print_totals(run, rows)


command = Command(
    "duration",
    duration,
    words=Text(
        f"{COMMANDS['duration'].id}\n\nJumlah kolom Waktu, tepat, dibandingkan dengan jumlah yang dinyatakan "
        "dokumen sendiri. Satu SOP: baris pertama hanya jumlahnya, yang tidak diubah oleh opsi apa pun.\n\n"
        "--detail: jalur tercepat dan terlama, kerja dan bagian tiap peran, serah terima, dan yang tidak terukur. "
        "Setiap angka menyebut baris-barisnya.",
        f"{COMMANDS['duration'].en}\n\nThe sum of the Waktu column, exact, and against the total that the document "
        "itself states. For one SOP the first line is the total alone, which no option changes.\n\n"
        "--detail: the least and greatest path, the work and share of each role, hand-offs, and what is not "
        "measured. Every figure names its rows.",
    ),
    examples=(
        "sop duration --agency balangan",
        "sop duration",
        "sop duration --agency dumai --detail --repeat 7.Tidak=2",
        "sop duration --agency dumai --expected --what-if 5=45menit --what-if 7.Tidak=10%",
        "sop duration --in hari-kerja --format json",
    ),
    params=[
        *naming_params(),
        format_option(("text", "json"), Text("Bentuk; bawaan: text.", "Form; default: text."), "text"),
        Option(
            ["--detail"],
            Text(
                "Jalur, peran, dan serah terima, dengan barisnya.",
                "Paths, roles and hand-offs, with their rows.",
            ),
            is_flag=True,
        ),
        Option(
            ["--repeat"],
            Text(
                "Dengan --detail: ulangi putaran sekian kali: 2 untuk semua, 5=2 atau 5.Tidak=2 untuk satu; "
                "boleh berulang.",
                "With --detail: take loops so often: 2 for all, 5=2 or 5.Tidak=2 for one; may be repeated.",
            ),
            Text("[ID[.LABEL]=]KALI", "[ID[.LABEL]=]TIMES"),
            multiple=True,
        ),
        Option(
            ["--expected"],
            Text(
                "Rata-rata dan simpangannya menurut peluang cabang.",
                "The average and its spread, by the probabilities of branches.",
            ),
            is_flag=True,
        ),
        Option(
            ["--what-if"],
            Text(
                "Andaikan waktu sebuah baris atau peluang sebuah cabang: 7=15menit, 5.Tidak=30%; boleh berulang.",
                "Suppose another time of a row or chance of a branch: 7=15menit, 5.Tidak=30%; may be repeated.",
            ),
            Text("ID=ANDAIAN", "ID=VALUE"),
            multiple=True,
        ),
        Option(
            ["--in", "unit"],
            Text(
                "Sebut juga dalam satuan ini, menurut waktu_kerja SOP atau bawaannya.",
                "Tell it in this unit too, by the SOP's waktu_kerja or the defaults.",
            ),
            Text("|".join(UNITS), "|".join(UNITS)),
            type=Choice(UNITS),
        ),
    ],
)
