"""Schedules for other programs: JSON and CSV.

In: a ``Plan``. Out: plain data with stable English keys; moments are ISO 8601 to the minute, in the office's own time,
broken minutes rounded up.
"""

from collections.abc import Iterator, Sequence

from sop_engine.analysis.agency_hours import WEEKDAYS
from sop_engine.analysis.calendar import DAY, Moment, day_of
from sop_engine.analysis.feasts import has_joint_leave
from sop_engine.analysis.office import OfficeHours
from sop_engine.analysis.schedule import Entry, Stretch
from sop_engine.cli.doubts import doubt_json
from sop_engine.cli.facts import agency_of, heading_json
from sop_engine.cli.schedule_days import estimates, may_move
from sop_engine.cli.schedule_plan import Plan
from sop_engine.cli.schedule_words import hours_sources
from sop_engine.cli.timing_rounds import loop_name
from sop_engine.layout.dates import clock, whole
from sop_engine.layout.measure import plain

__all__ = ["CSV_KEYS", "csv_rows", "plan_json"]

CSV_KEYS = (
    *("agency", "sop", "row", "number", "activity", "roles", "time", "measured", "shared", "turn"),
    *("earliest_start", "earliest_end", "latest_start", "latest_end", "estimates"),
)


def plan_json(plan: Plan) -> dict[str, object]:
    """The object that ``sop schedule --format json`` gives for one SOP; without a way only why there is none."""
    schedule = plan.schedule
    heading = {
        **heading_json(plan.definition, plan.compiled, plan.sop),
        "start": _iso(schedule.start),
        "path": schedule.way.value,
    }
    if schedule.doubt is not None:
        return {
            **heading,
            "deadline": None,
            "earliest": None,
            "doubt": doubt_json(schedule.doubt),
            "rows": [],
        }
    return {
        **heading,
        "deadline": _iso(schedule.deadline),
        "earliest": _iso(schedule.earliest),
        "doubt": None,
        "loops": [{"name": loop_name(loop, plan.graph), "times": times} for loop, times in schedule.loops],
        "unmeasured": list(schedule.unmeasured),
        "absent": list(schedule.absent),
        "rows": [_entry(plan, entry) for entry in schedule.entries],
        "calendar": _calendar(plan),
    }


def _entry(plan: Plan, entry: Entry) -> dict[str, object]:
    return {
        "id": entry.name,
        "number": plan.sop.kegiatan[entry.row].nomor,
        "roles": list(entry.lanes),
        "waktu": entry.time.as_json(),
        "measured": entry.time.is_measured,
        "per": entry.time.per,
        "shared": entry.shared,
        "turn": entry.turn,
        "earliest": _stretch(entry.earliest),
        "latest": _stretch(entry.latest),
    }


def _stretch(stretch: Stretch) -> dict[str, str]:
    return {"start": _iso(stretch.start), "end": _iso(stretch.end)}


def _iso(moment: Moment) -> str:
    minute = whole(moment)
    return f"{day_of(minute).isoformat()}T{clock(minute % DAY).replace('.', ':')}"


def _calendar(plan: Plan) -> dict[str, object]:
    years = sorted({day.day.year for day in plan.days})
    return {
        "days_per_week": plan.calendar.hours.days,
        "stated": plan.stated,
        "hours": _hours(plan.calendar.hours),
        "sources": dict(zip(("usual", "ramadan"), hours_sources(plan), strict=True)),
        "feasts": [
            {
                "day": feast.day.isoformat(),
                "name": feast.name,
                "kind": feast.kind.value,
                "estimated": feast.estimated,
                "worked": bool(day.spans),
            }
            for day in plan.days
            for feast in day.feasts
        ],
        "ramadan": [
            {
                "first": one.first.isoformat(),
                "last": one.last.isoformat(),
                "estimated": may_move(plan, one),
            }
            for one in plan.ramadans
        ],
        "own": [
            {
                "day": day.own.day.isoformat(),
                "name": day.own.name,
                "kind": "kerja" if day.own.works else "libur",
            }
            for day in plan.days
            if day.own is not None
        ],
        "joint_leave_unknown": [year for year in years if not has_joint_leave(year)],
    }


def _hours(hours: OfficeHours) -> dict[str, dict[str, list[str]]]:
    return {
        key: {
            name: [f"{clock(span.start)}-{clock(span.end)}" for span in spans]
            for name, spans in zip(WEEKDAYS, week, strict=True)
            if spans
        }
        for key, week in (("usual", hours.usual), ("ramadan", hours.ramadan))
    }


def csv_rows(plans: Sequence[Plan]) -> Iterator[tuple[str, ...]]:
    """A row for the keys and one for each entry; ``estimates`` names what may still move its dates."""
    yield CSV_KEYS
    for plan in plans:
        if plan.schedule.doubt is None:
            for entry in plan.schedule.entries:
                yield _csv_row(plan, entry)


def _csv_row(plan: Plan, entry: Entry) -> tuple[str, ...]:
    kegiatan = plan.sop.kegiatan[entry.row]
    return (
        agency_of(plan.definition, plan.compiled) or "",
        plan.definition.stem or "",
        entry.name,
        kegiatan.nomor or "",
        plain(kegiatan.uraian),
        plain(plan.sop.headings_of(entry.lanes)),
        str(entry.time),
        str(entry.time.is_measured).lower(),
        entry.shared or "",
        str(entry.turn),
        *(_iso(moment) for one in (entry.earliest, entry.latest) for moment in (one.start, one.end)),
        "; ".join(one.id for one in estimates(plan, day_of(entry.latest.end))),
    )
