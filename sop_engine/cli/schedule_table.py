"""A schedule for people: its lines and its table.

In: a ``Plan``. Out: text in the run's language, on standard output or for a file.
"""

from sop_engine.analysis.calendar import day_of
from sop_engine.analysis.schedule import Entry
from sop_engine.cli.run import Run
from sop_engine.cli.schedule_plan import Plan
from sop_engine.cli.schedule_words import advice, no_way, notes, summary
from sop_engine.cli.tables import plain_table, print_table
from sop_engine.diagnostics import Text
from sop_engine.layout.dates import day_and_clock
from sop_engine.layout.measure import plain
from sop_engine.text import escaped

__all__ = ["as_text", "print_plan", "say_doubt"]

HEADINGS = (
    Text("No", "No"),
    Text("Kegiatan", "Activity"),
    Text("Pelaksana", "Role"),
    Text("Waktu", "Time"),
    Text("Mulai", "Start"),
    Text("Selesai", "End"),
    Text("Paling lambat mulai", "Latest start"),
    Text("Paling lambat selesai", "Latest end"),
)
NUMBER, ACTIVITY, ROLE = 0, 1, 2
DATES, LATEST = (4, 5, 6, 7), (6, 7)


def _heading(plan: Plan) -> str:
    return escaped(f"{plan.definition.name}: {plain(plan.sop.identitas.nama)}")


def print_plan(run: Run, plan: Plan, *, first: bool, several: bool) -> None:
    """Print one schedule; those after the first behind an empty line, and with ``several`` under their names."""
    above, below = _around(run, plan, several=several)
    run.out("".join(f"{line}\n" for line in (*([] if first else [""]), *above)))
    if plan.schedule.doubt is None:
        shown, headings, rows = _table(run, plan)
        places = {column: at for at, column in enumerate(shown)}
        run.out("\n")
        print_table(
            run,
            headings,
            rows,
            whole=[places[at] for at in (NUMBER, *DATES) if at in places],
            spare=[places[at] for at in (*LATEST[:1], ROLE) if at in places],
        )
        run.out("".join(f"{line}\n" for line in ("", *below)))


def as_text(run: Run, plan: Plan, *, several: bool) -> str:
    """The same as it goes into a file."""
    above, below = _around(run, plan, several=several)
    lines = "".join(f"{line}\n" for line in above)
    if plan.schedule.doubt is not None:
        return lines
    _, headings, rows = _table(run, plan)
    return lines + "\n" + plain_table(headings, rows) + "".join(f"{line}\n" for line in ("", *below))


def _around(run: Run, plan: Plan, *, several: bool) -> tuple[list[str], list[str]]:
    """The lines above the table, and those below it."""
    heading = [_heading(plan)] if several else []
    if plan.schedule.doubt is not None:
        words = [one for one in no_way(plan.schedule) if one is not None]
        return [*heading, *(escaped(run.say(one)) for one in words)], []
    above = [escaped(run.say(one)) for one in summary(plan)]
    return [*heading, *above], [escaped(run.say(one)) for one in (*notes(plan), *advice(plan))]


def say_doubt(run: Run, plan: Plan, *, several: bool) -> None:
    """Say on standard error why a SOP has no schedule."""
    words, _ = no_way(plan.schedule)
    run.note(f"{_heading(plan)}: {run.say(words)}" if several else run.say(words))


def _table(run: Run, plan: Plan) -> tuple[list[int], list[str], list[list[str]]]:
    """Which columns are shown, and their headings and cells."""
    schedule = plan.schedule
    ranged = any(entry.earliest != entry.latest for entry in schedule.entries)
    years = day_of(schedule.start).year != day_of(schedule.deadline).year
    shown = [at for at in range(len(HEADINGS)) if ranged or at not in LATEST]
    rows = [_row(run, plan, entry, years=years) for entry in schedule.entries]
    return shown, [run.say(HEADINGS[at]) for at in shown], [[row[at] for at in shown] for row in rows]


def _row(run: Run, plan: Plan, entry: Entry, *, years: bool) -> tuple[str, ...]:
    kegiatan = plan.sop.kegiatan[entry.row]
    activity = plain(kegiatan.uraian)
    if entry.turn > 1:
        activity += run.say(Text(f" (ke-{entry.turn})", f" (no. {entry.turn})"))
    if entry.shared is not None:
        time = run.say(Text(f"bersama {entry.shared}", f"with {entry.shared}"))
    elif entry.time.is_measured:
        time = str(entry.time)
    else:
        time = run.say(Text("tidak terukur", "not measured"))
    moments = (entry.earliest.start, entry.earliest.end, entry.latest.start, entry.latest.end)
    return (
        entry.name,
        activity,
        plain(plan.sop.headings_of(entry.lanes)) or "-",
        time,
        *(run.say(day_and_clock(moment, year=years)) for moment in moments),
    )
