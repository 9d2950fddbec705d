"""What is said of a schedule beside its rows: by what hours, which feasts, what is an estimate, what is left out.

In: a ``Plan``. Out: lines in both languages.
"""

from collections.abc import Iterator
from itertools import groupby

from sop_engine.analysis.calendar import moment_of
from sop_engine.analysis.office import Week
from sop_engine.analysis.regions import Loop
from sop_engine.analysis.schedule import Schedule, Way
from sop_engine.cli.doubts import doubt_hint, doubt_words
from sop_engine.cli.schedule_days import day_notes
from sop_engine.cli.schedule_plan import Plan
from sop_engine.cli.timing_rounds import loop_name
from sop_engine.diagnostics import Text
from sop_engine.graph.process import ProcessGraph
from sop_engine.layout.dates import WEEKDAYS, clock, long_moment, short_day
from sop_engine.layout.measure import plain
from sop_engine.model.satuan import Unit
from sop_engine.text import shell_word

__all__ = ["advice", "course_words", "hours_sources", "no_way", "notes", "summary"]

SOURCE = "Perpres 21/2023"
"""Where the usual hours of work come from."""

WAYS = {
    Way.LEAST: Text("jalur tersingkat", "the least path"),
    Way.GREATEST: Text("jalur terlama", "the greatest path"),
    Way.FIRST: Text("jalur jawaban pertama", "the path of first labels"),
}
_RULES = (
    (
        (Unit.HARI, Unit.HARI_KERJA),
        Text(
            "hari dan hari kerja: satu hari kerja penuh; yang mulai di tengah hari selesai pada bagian hari yang sama",
            "hari and hari kerja: a whole working day; what begins within a day ends at the same part of a later day",
        ),
    ),
    (
        (Unit.HARI_KALENDER,),
        Text("hari kalender: 24 jam, libur ikut dihitung", "hari kalender: 24 hours, free days too"),
    ),
    ((Unit.MINGGU,), Text("minggu: 7 hari kalender", "minggu: 7 calendar days")),
    (
        (Unit.BULAN, Unit.SEMESTER, Unit.TAHUN),
        Text(
            "bulan, semester, tahun: tanggal dan jam yang sama, atau akhir hari terakhir bulannya",
            "bulan, semester, tahun: the same day and hour, or the end of that month's last day",
        ),
    ),
)


def summary(plan: Plan) -> list[Text]:
    """The deadline alone, then when it could be earliest, and where it begins."""
    schedule = plan.schedule
    lines = [long_moment(schedule.deadline)]
    if schedule.earliest != schedule.deadline:
        early = long_moment(schedule.earliest)
        lines.append(Text(f"paling cepat {early.id}", f"at the earliest {early.en}"))
    start, way = long_moment(schedule.start), course_words(plan)
    lines.append(Text(f"mulai {start.id}, {way.id}", f"from {start.en}, {way.en}"))
    return lines


def course_words(plan: Plan) -> Text:
    """Which way is meant, and how often its loops are gone round: ``jalur terlama, tanpa pengulangan``."""
    way = WAYS[plan.schedule.way]
    if not plan.schedule.loops:
        return way
    taken = _named_loops(plan, taken=True)
    if not taken:
        return Text(f"{way.id}, tanpa pengulangan", f"{way.en}, no loop repeated")
    shown = ", ".join(f"{name} {often}x" for name, often in taken)
    return Text(f"{way.id}, pengulangan {shown}", f"{way.en}, loops repeated {shown}")


def _named_loops(plan: Plan, *, taken: bool) -> list[tuple[str, int]]:
    """The loops that are gone round, or those that are not; each with how often."""
    graph = plan.graph
    return [(_loop_words(loop, graph), often) for loop, often in plan.schedule.loops if bool(often) is taken]


def _loop_words(loop: Loop, graph: ProcessGraph) -> str:
    """``7 (Tidak)``, as people say it."""
    flow = graph.flows[loop.flow]
    return flow.source if flow.label is None else f"{flow.source} ({plain(flow.label)})"


def advice(plan: Plan) -> Iterator[Text]:
    """What else could be asked for, in the terminal."""
    left = next((loop for loop, often in plan.schedule.loops if not often), None)
    if left is not None:
        name = shell_word(f"{loop_name(left, plan.graph)}=1")
        yield Text(
            f"sertakan pengulangan dengan --repeat, misalnya --repeat {name}",
            f"count repetitions with --repeat, such as --repeat {name}",
        )


def no_way(schedule: Schedule) -> tuple[Text, Text | None]:
    """Why there is no schedule, and the remedy."""
    if schedule.doubt is None:
        raise AssertionError("there is a way")
    words = doubt_words(schedule.doubt)
    return (
        Text(f"tidak dapat dijadwalkan: {words.id}", f"cannot be scheduled: {words.en}"),
        doubt_hint(schedule.doubt),
    )


def notes(plan: Plan) -> Iterator[Text]:
    """Everything that a reader of the dates must know."""
    yield from _hours(plan)
    yield from _counting(plan)
    yield from day_notes(plan)
    yield from _loops(plan)
    yield from _rows(plan.schedule)
    yield from _ends(plan)
    if "jam_per_hari" in plan.sop.waktu_kerja.model_fields_set:
        yield Text(
            "jam kerja sehari pada SOP hanya untuk konversi; jadwal memakai jam kerja di atas",
            "jam_per_hari of the SOP is for conversion only, the schedule goes by the office hours above",
        )


def _loops(plan: Plan) -> Iterator[Text]:
    """Which loops are not in the dates, or not so often as was asked."""
    left = [name for name, _ in _named_loops(plan, taken=False)]
    if left:
        names = ", ".join(left)
        yield Text(f"pengulangan tidak dihitung: {names}", f"repetitions not counted: {names}")
    if plan.rounds is not None and plan.rounds.capped:
        names = ", ".join(_loop_words(loop, plan.graph) for loop, _ in plan.rounds.capped)
        yield Text(
            f"diulang tidak lebih dari 'maks'-nya: {names}",
            f"repeated no more often than their 'maks' allows: {names}",
        )


def _ends(plan: Plan) -> Iterator[Text]:
    """That it begins or ends on a day on which nobody works."""
    asked = plan.asked
    if not plan.calendar.day(asked).spans:
        on = short_day(asked, year=True)
        opens = long_moment(plan.calendar.opening(moment_of(asked)))
        yield Text(
            f"{on.id} hari libur; kantor buka {opens.id}",
            f"{on.en} is a free day; the office opens on {opens.en}",
        )
    if not plan.days[-1].spans:
        following = long_moment(plan.calendar.opening(plan.schedule.deadline))
        yield Text(
            f"tenggatnya jatuh pada hari libur; kantor buka lagi {following.id}",
            f"the deadline falls on a free day; the office opens again on {following.en}",
        )


def _rows(schedule: Schedule) -> Iterator[Text]:
    if schedule.unmeasured:
        names = ", ".join(schedule.unmeasured)
        yield Text(
            f"tidak terukur, dihitung tanpa waktu: baris {names}",
            f"not measured, taken without time: row {names}",
        )
    if schedule.absent:
        names = ", ".join(schedule.absent)
        yield Text(f"tidak dilalui: baris {names}", f"not on the way: row {names}")
    rates = dict.fromkeys((entry.name, entry.time.per) for entry in schedule.entries if entry.time.per)
    if rates:
        names = ", ".join(f"{name} (per {per})" for name, per in rates)
        yield Text(f"dihitung untuk satu saja: baris {names}", f"reckoned for one alone: row {names}")


def hours_sources(plan: Plan) -> tuple[str, str]:
    """Where the usual hours come from, and those of Ramadan: the agency's file by its name, or the regulation."""
    own = plan.own
    return own.name if own.usual else SOURCE, own.name if own.ramadan else SOURCE


def _hours(plan: Plan) -> Iterator[Text]:
    """The hours that were used, how many they are a week, and where they come from."""
    hours, (usual, ramadan) = plan.calendar.hours, hours_sources(plan)
    by = Text(", hari kerja menurut SOP", ", days of work as the SOP says") if plan.stated else Text("", "")
    kinds = [(Text("jam kerja", "office hours"), hours.usual, usual, by)]
    if plan.ramadans:
        kinds.append(
            (Text("jam kerja Ramadan", "office hours in Ramadan"), hours.ramadan, ramadan, Text("", ""))
        )
    for words, week, source, more in kinds:
        times, long = _times(week), _length(week)
        default = Text("bawaan menurut", "defaults by") if source == SOURCE else Text("menurut", "by")
        yield Text(
            f"{words.id} ({default.id} {source}, {long.id} seminggu{more.id}): {times.id}",
            f"{words.en} ({default.en} {source}, {long.en} a week{more.en}): {times.en}",
        )


def _length(week: Week) -> Text:
    """``37 jam 30 menit``: how long a week is."""
    hours, minutes = divmod(sum(span.end - span.start for spans in week for span in spans), 60)
    return Text(
        f"{hours} jam{f' {minutes} menit' if minutes else ''}",
        f"{hours} h{f' {minutes} min' if minutes else ''}",
    )


def _times(week: Week) -> Text:
    """``Senin-Kamis 07.30-12.00 dan 13.00-16.00, Jumat ...``: weekdays of the same hours together."""
    ours, theirs = [], []
    for spans, group in groupby(range(len(week)), key=lambda number: week[number]):
        first, *others = group
        last = others[-1] if others else first
        if spans:
            names = [WEEKDAYS[first]] if last == first else [WEEKDAYS[first], WEEKDAYS[last]]
            times = [f"{clock(span.start)}-{clock(span.end)}" for span in spans]
            ours.append(f"{'-'.join(name.id for name in names)} {' dan '.join(times)}")
            theirs.append(f"{'-'.join(name.en for name in names)} {' and '.join(times)}")
    return Text(", ".join(ours), ", ".join(theirs))


def _counting(plan: Plan) -> Iterator[Text]:
    entries = plan.schedule.entries
    amounts = [amount for entry in entries for amount in (entry.time.low, entry.time.high)]
    used = {unit for amount in amounts for unit, _ in amount.parts}
    found = [words for units, words in _RULES if used & set(units)]
    if any(entry.time.clock for entry in entries):
        found.append(
            Text("1 x 24 jam: jam dinding, bukan jam kerja", "1 x 24 jam: by the clock, not office hours")
        )
    if found:
        yield Text("; ".join(one.id for one in found), "; ".join(one.en for one in found))
