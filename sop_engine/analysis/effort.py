"""What one run of a SOP takes of each role: minutes of work.

In: a ``ProcessGraph``, its models, and how much working time days, weeks and months have. Out: an ``Effort``, exact,
which names every row that is left out.

Every symbol and every joint role spends the full time of its row. Rows that share one time are one piece of work: a
role that stands in several of them spends it once (``stays``). A rate (``2 menit/berkas``) counts once a run.
"""

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Final, NamedTuple

from sop_engine.analysis.cells import cells_of
from sop_engine.analysis.conversion import PER_DAY, PER_WEEK, Conversion, Given
from sop_engine.analysis.stays import Owner, Stays
from sop_engine.graph.process import ProcessGraph
from sop_engine.model.satuan import Unit
from sop_engine.model.sop import Peran, Sop, WaktuKerja
from sop_engine.model.waktu import Waktu

__all__ = ["WEEK", "Effort", "Gap", "Left", "Load", "effective", "effort_of"]

WEEK: Final = 1500
"""Effective minutes of a working week: 5 days of 300 (Perka BKN 19/2011)."""


class Gap(StrEnum):
    """Why a row counts nothing."""

    UNMEASURED = "unmeasured"
    UNIT = "unit"
    CLOCK = "clock"
    NOBODY = "nobody"


class Left(NamedTuple):
    """A row that is left out.

    Attributes:
        row: its id.
        gap: it is not measured; one of its units cannot be converted; or it is clock time (``1 x 24 jam``), which is
            never working time; or nobody is named who does it.
        text: its time as it stands.
        units: the units in the way.
    """

    row: str
    gap: Gap
    text: str
    units: tuple[Unit, ...] = ()


@dataclass(frozen=True, slots=True)
class Load:
    """What one run of a SOP takes of one role.

    Attributes:
        role: its key in the SOP.
        heading: its heading.
        stated: how many people hold it, where the SOP says so.
        low: minutes, where every row takes its shortest time.
        high: minutes, where every row takes its longest.
        rows: the rows that count, by their ids.
        left: rows of the role that are left out.
    """

    role: str
    heading: str
    stated: int | None
    low: Fraction
    high: Fraction
    rows: tuple[str, ...]
    left: tuple[Left, ...]


@dataclass(frozen=True, slots=True)
class Effort:
    """What one run of a SOP takes.

    Attributes:
        loads: of each role that does something, in the order of the lanes.
        left: rows that are left out, whoever does them, in order.
        rates: rows whose time is a rate, each with what it is for; it counts once.
        used: the numbers that the conversion to minutes took.
    """

    loads: tuple[Load, ...]
    left: tuple[Left, ...] = ()
    rates: tuple[tuple[str, str], ...] = ()
    used: tuple[Given, ...] = ()


class _Cost(NamedTuple):
    low: Fraction
    high: Fraction
    gap: Gap | None
    units: tuple[Unit, ...]


def effective(waktu_kerja: WaktuKerja | None) -> Conversion:
    """How much effective working time days, weeks and months have.

    A day has ``jam_per_hari`` where the SOP states it. Else it has its part of the effective week, 300 minutes in a week
    of five days: not the 7,5 hours of the office, or who works every day of the year would have the work of one and a
    half people. The week and the month are as ``Conversion.of`` has them.
    """
    conversion = Conversion.of(waktu_kerja)
    (days,) = (given.number for given in conversion.basis if given.key == PER_WEEK)
    day = Fraction(WEEK, 60) / days
    return Conversion(
        tuple(
            given if given.stated or given.key != PER_DAY else given._replace(number=day)
            for given in conversion.basis
        )
    )


def effort_of(
    graph: ProcessGraph,
    sop: Sop,
    conversion: Conversion,
    spent: Mapping[Owner, Fraction] | None = None,
) -> Effort:
    """What one run of a SOP takes of each role.

    Args:
        graph: the procedure.
        sop: its models.
        conversion: how much working time its days, weeks and months have, as ``effective`` tells.
        spent: how often each role spends the time of each Waktu cell in a run, as ``Expected`` has it; None for each
            row once, as the table has it.

    Returns:
        Minutes, exact; linear in the number of steps.
    """
    cells = cells_of(graph)
    stays = Stays(graph, cells)
    often: Mapping[Owner, Fraction | int] = Counter(stays.owners) if spent is None else spent
    costs = {cell: _cost(cells.times[cell], conversion) for cell in sorted({owner.cell for owner in often})}
    rows = _rows(graph, stays, often)
    left = {
        row: Left(cells.names[row], cost.gap, cells.times[row].teks, cost.units)
        for row in sorted({row for own in rows.values() for row in own})
        if (cost := costs[cells.of[row]]).gap is not None
    }
    nobody = {row: Left(cells.names[row], Gap.NOBODY, cells.times[row].teks) for row in rows.get("", ())}
    counted = [cells.times[cell] for cell, cost in costs.items() if cost.gap is None]
    work: dict[str, list[tuple[_Cost, Fraction | int]]] = {}
    for owner, count in often.items():
        work.setdefault(owner.role, []).append((costs[owner.cell], count))
    return Effort(
        tuple(
            _load(lane, role, work[lane], [(cells.names[row], left.get(row)) for row in rows[lane]])
            for lane, role in sop.pelaksana.items()
            if lane in rows
        ),
        tuple(found for _, found in sorted((left | nobody).items())),
        tuple(
            (cells.names[cell], per)
            for cell, cost in costs.items()
            if cost.gap is None and (per := cells.times[cell].per) is not None
        ),
        conversion.used([end for time in counted for end in (time.low, time.high)], Unit.MENIT),
    )


def _rows(graph: ProcessGraph, stays: Stays, often: Container[Owner]) -> dict[str, list[int]]:
    """The rows in which each role works, in order; those of nobody under an empty key."""
    found: dict[str, set[int]] = {}
    for step, shares in zip(graph.steps.values(), stays.shares, strict=True):
        for owner in (stays.owners[share] for share in shares):
            if owner in often:
                found.setdefault(owner.role, set()).add(step.row)
    return {role: sorted(rows) for role, rows in found.items()}


def _load(
    lane: str,
    role: Peran,
    work: Iterable[tuple[_Cost, Fraction | int]],
    rows: Sequence[tuple[str, Left | None]],
) -> Load:
    """What one role does: times, so often each, and its rows."""
    low = high = Fraction(0)
    for cost, count in work:
        low += cost.low * count
        high += cost.high * count
    return Load(
        lane,
        role.nama,
        role.jumlah if "jumlah" in role.model_fields_set else None,
        low,
        high,
        tuple(row for row, left in rows if left is None),
        tuple(left for _, left in rows if left is not None),
    )


def _cost(time: Waktu, conversion: Conversion) -> _Cost:
    """A time in minutes of work, or why it has none."""
    nothing = Fraction(0)
    if not time.is_measured:
        return _Cost(nothing, nothing, Gap.UNMEASURED, ())
    if time.clock:
        return _Cost(nothing, nothing, Gap.CLOCK, ())
    low = conversion.in_unit(time.low, Unit.MENIT)
    high = low if time.high == time.low else conversion.in_unit(time.high, Unit.MENIT)
    if low is None or high is None:
        return _Cost(nothing, nothing, Gap.UNIT, conversion.obstacles((time.low, time.high)))
    return _Cost(low, high, None, ())
