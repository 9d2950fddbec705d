"""What is said of the free days of a schedule: which there are, whose, and which of them are estimates.

In: the days of a ``Plan``. Out: lines and texts in both languages.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from sop_engine.analysis.calendar import Day
from sop_engine.analysis.feasts import Feast, FeastKind, Ramadan, has_joint_leave
from sop_engine.cli.schedule_plan import Plan
from sop_engine.diagnostics import Text
from sop_engine.layout.dates import short_day

__all__ = ["day_notes", "estimates", "may_move"]

_SHOWN = 40
_UNMARKED = Text("", "")


def day_notes(plan: Plan) -> Iterator[Text]:
    """The feasts, the agency's own days, and what is not certain of them."""
    yield from _free(plan.days)
    yield from _own(plan.days)
    if found := estimates(plan):
        yield Text(
            f"perkiraan: {'; '.join(one.id for one in found)}",
            f"estimates: {'; '.join(one.en for one in found)}",
        )
    years = sorted({day.day.year for day in plan.days})
    if missing := ", ".join(str(year) for year in years if not has_joint_leave(year)):
        yield Text(f"cuti bersama {missing} belum diketahui", f"no cuti bersama of {missing} is known yet")


def _free(days: Iterable[Day]) -> Iterator[Text]:
    free = [feast for day in days if not day.spans and day.own is None for feast in day.feasts]
    if free:
        found = _feasts(free, Text(" (perkiraan)", " (estimate)"))
        yield Text(
            f"libur: {_some([one.id for one in found], 'dan {} lagi')}",
            f"free: {_some([one.en for one in found], 'and {} more')}",
        )


def _own(days: Iterable[Day]) -> Iterator[Text]:
    for works, words in (
        (False, Text("libur instansi", "the agency's free days")),
        (True, Text("hari kerja khusus", "days worked specially")),
    ):
        own = [day.own for day in days if day.own is not None and day.own.works is works]
        if own:
            named = [(short_day(one.day, year=True), one.name) for one in own]
            yield Text(
                f"{words.id}: {_some([f'{on.id} {name}' for on, name in named], 'dan {} lagi')}",
                f"{words.en}: {_some([f'{on.en} {name}' for on, name in named], 'and {} more')}",
            )


def _some(texts: list[str], more: str) -> str:
    """The first of many, and how many there are beside."""
    rest = [more.format(len(texts) - _SHOWN)] if len(texts) > _SHOWN else []
    return ", ".join([*texts[:_SHOWN], *rest])


def _feasts(feasts: Sequence[Feast], mark: Text = _UNMARKED) -> list[Text]:
    """``20, 23, 24 Mar 2026 cuti bersama Hari Raya Idul Fitri``: the days of one feast and month together."""
    groups: dict[tuple[object, ...], list[Feast]] = {}
    for feast in feasts:
        key = feast.day.year, feast.day.month, feast.kind, feast.name, feast.estimated
        groups.setdefault(key, []).append(feast)
    found = []
    for group in groups.values():
        last = group[-1]
        days = ", ".join(str(feast.day.day) for feast in group[:-1])
        before = f"{days}, " if days else ""
        on = short_day(last.day, year=True)
        name = last.name
        if last.kind is FeastKind.JOINT_LEAVE:
            name = f"cuti bersama {name.removeprefix('Cuti Bersama ')}"
        found.append(
            Text(
                f"{before}{on.id} {name}{mark.id * last.estimated}",
                f"{before}{on.en} {name}{mark.en * last.estimated}",
            )
        )
    return found


def may_move(plan: Plan, ramadan: Ramadan) -> bool:
    """Whether what is not certain of a Ramadan touches the schedule."""
    return ramadan.estimated or ramadan.first >= plan.days[0].day


def estimates(plan: Plan, until: date | None = None) -> list[Text]:
    """What may still move, up to a day or the deadline: feasts whose day is not confirmed, and Ramadan.

    Ramadan moves with an estimated Idulfitri; where that is confirmed, only its first day may be another one.
    """
    last = plan.days[-1].day if until is None else until
    found = _feasts(
        [feast for day in plan.days for feast in day.feasts if feast.estimated and feast.day <= last]
    )
    for one in plan.ramadans:
        if may_move(plan, one) and one.first <= last:
            first, end = short_day(one.first, year=True), short_day(one.last, year=True)
            found.append(
                Text(
                    f"Ramadan {first.id} - {end.id} (30 hari sebelum Idul Fitri)",
                    f"Ramadan {first.en} - {end.en} (30 days before Idul Fitri)",
                )
            )
    return found
