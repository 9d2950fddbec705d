"""A workload for other programs: JSON and CSV.

In: a ``Study``. Out: the bytes of a file; keys are English, numbers exact or to two decimals as their keys say.
"""

from collections.abc import Iterator
from fractions import Fraction

from sop_engine.analysis.conversion import Given
from sop_engine.analysis.workload import Duty, Need
from sop_engine.cli.doubts import doubt_json
from sop_engine.cli.register_data import comma_separated
from sop_engine.cli.workload_study import Entry, Study
from sop_engine.cli.workload_words import decimal, rounded
from sop_engine.layout.measure import plain
from sop_engine.model._angka import number_text
from sop_engine.report.json import dumps

__all__ = ["CSV_KEYS", "as_csv", "as_json"]

CSV_KEYS = (
    *("agency", "role", "sops", "minutes_min", "minutes_max", "share_min", "share_max"),
    *("people_min", "people_max", "whole_min", "whole_max", "stated", "enough", "complete"),
)


def as_json(study: Study) -> bytes:
    """One object.

    Minutes, runs and ``exact`` are exact: integers, or text such as ``1,5`` or ``8/15``. ``rounded`` people have four
    decimals and ``share`` (percent of one person's year) has two, ``whole`` people are rounded up. Figures of a role of
    which nothing is measured are null, and so is the total where no SOP counts. A role that is not ``complete`` has rows that are left out: it takes more. The
    ``working_days`` of the year are null where nobody gave them; each SOP has those that its volume took.
    """
    year, load = study.year, study.load
    found: dict[str, object] = {
        "basis": study.basis,
        "year": {
            "minutes": year.minutes,
            "source": year.source,
            "working_days": None if year.days is None else _exact(year.days),
        },
        "roles": [_need_json(need) for need in load.needs],
        "total": {
            "minutes": _ends(load.low, load.high),
            **_people(load.people, load.whole),
            "complete": load.complete,
        }
        if study.counted
        else None,
        "sops": [_sop_json(one, study) for one in study.counted],
        "without_volume": [_name_json(one) for one in study.without],
        "revoked": [_name_json(one) for one in study.revoked],
        "not_counted": [_untold_json(one) for one in study.untold],
    }
    return dumps(found).encode("utf-8")


def _need_json(need: Need) -> dict[str, object]:
    figures: dict[str, object] = {"minutes": None, "people": None, "share": None}
    if need.measured:
        figures = {"minutes": _ends(need.low, need.high), **_people(need.people, need.whole)}
    return {
        "agency": need.agency or None,
        "role": plain(need.heading),
        "headings": list(need.headings),
        **figures,
        "stated": need.stated[0] if len(need.stated) == 1 else list(need.stated) or None,
        "enough": need.enough,
        "complete": need.complete,
        "sops": [_duty_json(duty) for duty in need.duties],
    }


def _duty_json(duty: Duty) -> dict[str, object]:
    load = duty.load
    return {
        "sop": duty.job.sop,
        "key": load.role,
        "rows": list(load.rows),
        "left_out": [left.row for left in load.left],
        "minutes_per_run": _ends(load.low, load.high),
        "minutes": _ends(duty.low, duty.high),
    }


def _sop_json(one: Entry, study: Study) -> dict[str, object]:
    if one.effort is None or one.volume is None:
        raise AssertionError("what counts has an effort and a volume")
    year, by_days = study.year, one.volume.period.by_days
    return {
        **_name_json(one),
        "volume": str(one.volume),
        "runs": _exact(one.volume.a_year(year, one.week)),
        "working_days": _exact(year.working_days(one.week)) if by_days else None,
        "weeks": _exact(year.weeks(one.week)) if by_days else None,
        "left_out": [
            {
                "row": left.row,
                "reason": left.gap.value,
                "text": left.text,
                "units": [str(unit) for unit in left.units],
            }
            for left in one.effort.left
        ],
        "rates": [{"row": row, "per": per} for row, per in one.effort.rates],
        "assumed": list(one.assumed),
        "starts": list(one.starts),
        "exact": one.exact,
        "conversion": [Given.as_json(given) for given in one.effort.used],
    }


def _untold_json(one: Entry) -> dict[str, object]:
    """Why a SOP does not count: ``unread``, or why nobody knows what to expect and at which steps."""
    why = {"kind": "unread", "steps": []} if one.doubt is None else doubt_json(one.doubt)
    return {**_name_json(one), "reason": why}


def _name_json(one: Entry) -> dict[str, object]:
    return {"sop": one.stem, "agency": one.agency or None, "label": one.label, "name": plain(one.name)}


def _people(people: tuple[Fraction, Fraction], whole: tuple[int, int]) -> dict[str, object]:
    keys = ("min", "max")
    return {
        "people": {
            key: {"exact": _exact(number), "rounded": float(rounded(number, 4)), "whole": up}
            for key, number, up in zip(keys, people, whole, strict=True)
        },
        "share": {key: float(rounded(number * 100)) for key, number in zip(keys, people, strict=True)},
    }


def _ends(low: Fraction, high: Fraction) -> dict[str, int | str]:
    return {"min": _exact(low), "max": _exact(high)}


def _exact(number: Fraction) -> int | str:
    return number.numerator if number.denominator == 1 else number_text(number)


def as_csv(study: Study) -> bytes:
    """One row a role, as ``comma_separated`` has it; numbers have a point and at most two decimals, people four."""
    return comma_separated([CSV_KEYS, *(tuple(_csv_row(need)) for need in study.load.needs)])


def _csv_row(need: Need) -> Iterator[str]:
    sops = dict.fromkeys(duty.job.sop for duty in need.duties)
    yield from (need.agency, plain(need.heading), "; ".join(sops))
    if need.measured:
        for end in (need.low, need.high, *(share * 100 for share in need.people)):
            yield decimal(end, english=True)
        yield from (decimal(end, english=True, decimals=4) for end in need.people)
        yield from map(str, need.whole)
    else:
        yield from [""] * 8
    yield "; ".join(map(str, need.stated))
    yield "" if need.enough is None else str(need.enough).lower()
    yield str(need.complete).lower()
