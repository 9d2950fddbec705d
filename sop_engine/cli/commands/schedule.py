"""``sop schedule``: real dates for each row of a SOP on Indonesia's working calendar.

In: definitions, and the day on which all begins. Out: for each SOP the deadline alone on the first line, then its rows
with their dates and what a reader must know of them; as JSON, CSV, or a Gantt chart.
"""

from typing import TYPE_CHECKING, Any

from sop_engine.cli.drawing import dpi_option, idle, paper_option
from sop_engine.cli.framework import Choice, Command, Name, Option
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
    from sop_engine.cli.schedule_plan import Plan, Wish
    from sop_engine.cli.selection import Selection
    from sop_engine.library import Definition

__all__ = ["command"]

TEXT, JSON, CSV, PNG = "text", "json", "csv", "png"
DRAWN = ("svg", "pdf", PNG)
FORMATS = (TEXT, JSON, CSV, *DRAWN)
WAYS = ("greatest", "least", "first")
STEM = "jadwal"


@named
def schedule(
    run: Run,
    naming: Naming,
    format: str | None,
    output: str | None,
    paper: str | None,
    dpi: float | None,
    *,
    force: bool,
    **asked: Any,
) -> None:
    """Put each SOP on the calendar; one that has no way through it is told why."""
    from sop_engine.cli.schedule_plan import wish_of  # noqa: PLC0415 - loaded when called
    from sop_engine.cli.selection import choose  # noqa: PLC0415
    from sop_engine.cli.target import format_of  # noqa: PLC0415

    chosen = format_of(output, format, FORMATS, TEXT)
    _refuse_idle(chosen, paper, dpi)
    wish = wish_of(**asked)
    selection = choose(run, naming)
    plans = _plans(run, selection, wish)
    if chosen in DRAWN:
        _draw(run, selection, plans, chosen, output, paper=paper, dpi=dpi, force=force)
    elif plans and chosen == TEXT and output is None:
        from sop_engine.cli.schedule_table import print_plan  # noqa: PLC0415 - only this needs it

        for at, plan in enumerate(plans):
            print_plan(run, plan, first=at == 0, several=selection.several)
    elif plans:
        _write(
            run, selection, _data(run, plans, chosen, several=selection.several), chosen, output, force=force
        )


def _data(run: Run, plans: "list[Plan]", format: str, *, several: bool) -> bytes:
    """All schedules as one file."""
    if format == JSON:
        from sop_engine.cli.schedule_data import plan_json  # noqa: PLC0415 - only this needs it
        from sop_engine.report.json import dumps  # noqa: PLC0415

        objects = [plan_json(plan) for plan in plans]
        return dumps(objects if several else objects[0]).encode("utf-8")
    from sop_engine.cli.schedule_table import as_text, say_doubt  # noqa: PLC0415 - only people read these

    if format == CSV:
        from sop_engine.cli.register_data import comma_separated  # noqa: PLC0415 - only this needs it
        from sop_engine.cli.schedule_data import csv_rows  # noqa: PLC0415

        for plan in plans:
            if plan.schedule.doubt is not None:
                say_doubt(run, plan, several=several)
        return comma_separated(csv_rows(plans))
    text = "\n".join(as_text(run, plan, several=several) for plan in plans)
    return text.encode("utf-8", "backslashreplace")


def _refuse_idle(chosen: str, paper: str | None, dpi: float | None) -> None:
    """Refuse an option of drawings where none of that kind is made."""
    for name, given, formats in (("paper", paper, DRAWN), ("dpi", dpi, (PNG,))):
        if given is not None and chosen not in formats:
            listed = ", ".join(formats)
            only = Text(f"hanya untuk {listed}", f"it is for {listed} only")
            raise idle(name, Text(f"bentuk {chosen}", f"format {chosen}"), only)


def _plans(run: Run, selection: "Selection", wish: "Wish") -> "list[Plan]":
    """The schedule of each SOP that could be read whole."""
    from sop_engine.cli.schedule_plan import plan_of  # noqa: PLC0415 - loaded when called
    from sop_engine.errors import MissingProgram  # noqa: PLC0415

    plans = []
    for definition, compiled in selection:
        try:
            plan = plan_of(wish, definition, compiled, several=selection.several)
        except MissingProgram:
            raise
        except UsageError as fault:
            _tell(run, definition, fault, several=selection.several)
        else:
            if plan is not None:
                plans.append(plan)
        run.findings(compiled, several=selection.several)
    return plans


def _tell(run: Run, definition: "Definition", fault: UsageError, *, several: bool) -> None:
    """Say why a SOP has no schedule; of ``several`` also which one it is."""
    if several:
        name, words = definition.name, fault.message
        fault = UsageError(Text(f"{name}: {words.id}", f"{name}: {words.en}"), fault.hint)
    run.problem(fault, definition.name)


def _draw(
    run: Run,
    selection: "Selection",
    plans: "list[Plan]",
    format: str,
    output: str | None,
    *,
    paper: str | None,
    dpi: float | None,
    force: bool,
) -> None:
    """A Gantt chart for each SOP."""
    from sop_engine.cli.deliver import Delivery  # noqa: PLC0415 - loaded when called
    from sop_engine.cli.drawing import Printing  # noqa: PLC0415
    from sop_engine.cli.schedule_words import course_words, no_way, notes  # noqa: PLC0415
    from sop_engine.cli.target import file_name, placed, products_of, target_of  # noqa: PLC0415
    from sop_engine.layout.gantt import gantt  # noqa: PLC0415
    from sop_engine.layout.papers import paper_named  # noqa: PLC0415
    from sop_engine.render.registry import WRITERS  # noqa: PLC0415

    target = target_of(selection, output)
    writing = Printing(dpi=dpi).writing(run, format)
    delivery = Delivery(run, force=force)
    for plan in plans:
        if plan.schedule.doubt is not None:
            fault = UsageError(*no_way(plan.schedule))
            _tell(run, plan.definition, fault, several=selection.several)
            continue
        sheet = paper_named(paper or plan.sop.tampilan.kertas)
        said = [line.id for line in notes(plan)]
        drawing = gantt(plan.sop, plan.schedule, plan.calendar, sheet, said, course_words(plan).id)
        name = placed(target, f"{STEM}-{file_name(plan.definition, plan.compiled, format)}")
        read = [plan.definition.path] if plan.definition.path is not None else []
        delivery.hand(products_of(name, WRITERS[format].write(drawing, writing)), read)
    delivery.close()


def _write(
    run: Run, selection: "Selection", data: bytes, format: str, output: str | None, *, force: bool
) -> None:
    """Write all schedules as one file, or to standard output."""
    from sop_engine.cli.deliver import deliver  # noqa: PLC0415 - loaded when called

    deliver(run, [item.definition for item in selection.items], STEM, format, [data], output, force=force)


command = Command(
    "schedule",
    schedule,
    words=Text(
        f"{COMMANDS['schedule'].id}\n\nTanggal nyata tiap baris: hari libur nasional, cuti bersama, jam kerja, jam Jumat dan "
        "Ramadan (Perpres 21/2023) diperhitungkan; yang masih perkiraan disebut. Baris pertama hanya tenggatnya. Gambar "
        "Gantt: --format svg, pdf, atau png.",
        f"{COMMANDS['schedule'].en}\n\nReal dates for each row: national holidays, cuti bersama, office hours, those of "
        "Friday and of Ramadan (Perpres 21/2023) are all reckoned with; what is still an estimate is named. The first line "
        "is the deadline alone. A Gantt chart: --format svg, pdf or png.",
    ),
    examples=(
        "sop schedule --agency tapin --start 2026-03-16",
        "sop schedule --agency tapin --start 2026-03-16 --at 10.00 --path least",
        "sop schedule --agency dumai --start 2026-03-16 --repeat 7.Tidak=1",
        "sop schedule --agency tapin --start 2026-03-16 --days hari-dinas.yaml -o jadwal.pdf",
        "sop schedule --start 2026-03-16 --format json",
    ),
    params=[
        *naming_params(),
        Option(["--start"], Text("Tanggal mulai.", "The first day."), Text("TANGGAL", "DATE")),
        Option(
            ["--at"],
            Text(
                "Jam mulai; bawaan: saat kantor buka.", "The hour to begin; default: when the office opens."
            ),
            Text("JAM", "TIME"),
        ),
        Option(
            ["--path"],
            Text(
                "Jalur: terlama (bawaan), tersingkat, atau jawaban pertama tiap keputusan; tanpa --repeat tidak ada putaran "
                "yang diulang, kecuali jawaban pertama yang ber-'maks'.",
                "The path: the greatest (default), the least, or the first label of every decision; without --repeat no "
                "loop is gone round, but first labels that have a 'maks'.",
            ),
            Text("|".join(WAYS), "|".join(WAYS)),
            type=Choice(WAYS),
            default=WAYS[0],
        ),
        Option(
            ["--repeat"],
            Text(
                "Ulangi putaran sekian kali: 2 untuk semua, 5=2 atau 5.Tidak=2 untuk satu; boleh berulang.",
                "Take loops so often: 2 for all, 5=2 or 5.Tidak=2 for one; may be repeated.",
            ),
            Text("[ID[.LABEL]=]KALI", "[ID[.LABEL]=]TIMES"),
            multiple=True,
        ),
        Option(
            ["--days-per-week"],
            Text(
                "Hari kerja seminggu; bawaan: menurut SOP, atau 5.",
                "Working days a week; default: as the SOP says, or 5.",
            ),
            Text("5|6", "5|6"),
            type=Choice(("5", "6")),
        ),
        Option(
            ["--days"],
            Text(
                "Hari libur dan hari kerja instansi sendiri: YAML atau CSV dengan tanggal, nama, jenis (libur atau kerja); "
                "YAML juga jam_kerja dan jam_kerja_ramadan.",
                "The agency's own free and worked days: YAML or CSV with tanggal, nama, jenis (libur or kerja); in YAML "
                "also jam_kerja and jam_kerja_ramadan.",
            ),
            Text("BERKAS", "FILE"),
            type=Name(),
        ),
        *output_options(FILE_OR_FOLDER),
        format_option(FORMATS, by_suffix(TEXT)),
        paper_option(),
        dpi_option(),
    ],
)
