"""Who acts in a procedure and for how long: what each role has of its time.

In: a ``ProcessGraph`` and the keys of its roles. Out: ``Shares``: for each role the rows in which it acts, how long they
take together and how long it works; and parts of a whole as exact numbers, where units can be put into one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from sop_engine.analysis.cells import Cells, cells_of
from sop_engine.analysis.conversion import Conversion, Given, converted
from sop_engine.analysis.total import Total, total
from sop_engine.graph.process import ProcessGraph
from sop_engine.model.satuan import Amount, Unit
from sop_engine.model.waktu import Waktu

__all__ = ["Measured", "Part", "Share", "Shares", "measured_by", "shares_of"]


@dataclass(frozen=True, slots=True)
class Share:
    """What one role has of a procedure.

    Attributes:
        role: its key.
        rows: the rows (index) in which it acts, in order.
        elapsed: the sum of their times, each Waktu cell once.
        work: how long it works: each of its symbols takes the full time of its row, and a joint activity the full time
            of each role in it. A time that several rows share is spent once by a role that acts in several of them.
        unmeasured: those of its rows that have no measured time.
    """

    role: str
    rows: tuple[int, ...]
    elapsed: Total
    work: Total
    unmeasured: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Shares:
    """What all roles have.

    Attributes:
        roles: in the order of the roles that were given.
        work: the work of all of them together.
        joint: the rows in which several roles act; their times count for each of these roles, so that the elapsed times
            of the roles may add up to more than the total.
        clock: the rows whose time is written as ``1 x 24 jam``, which is no working time.
    """

    roles: tuple[Share, ...]
    work: Total
    joint: tuple[int, ...]
    clock: tuple[int, ...]


class Part(NamedTuple):
    """A part of a whole, 0 to 1 or more, at both ends of their ranges; exact."""

    low: Fraction
    high: Fraction


@dataclass(frozen=True, slots=True)
class Measured:
    """Parts of a whole.

    Attributes:
        parts: one for each amount that was asked for; empty where they cannot be told.
        basis: the numbers that putting all times into one unit took.
        obstacles: the units that are in the way; empty also where a clock time is.
    """

    parts: tuple[Part, ...] = ()
    basis: tuple[Given, ...] = ()
    obstacles: tuple[Unit, ...] = ()


def shares_of(graph: ProcessGraph, roles: Sequence[str]) -> Shares:
    """Share out the times of all rows, whatever the flow is; linear in the number of symbols.

    Args:
        graph: the procedure; virtual ends are nobody's work.
        roles: keys of all roles, also of those that do nothing.
    """
    cells = cells_of(graph)
    acting: dict[str, dict[int, int]] = {role: {} for role in roles}
    crowd: dict[int, set[str]] = {}
    for step in graph.steps.values():
        if step.virtual:
            continue
        for role in dict.fromkeys(step.lanes):
            rows = acting.setdefault(role, {})
            rows[step.row] = rows.get(step.row, 0) + 1
            crowd.setdefault(step.row, set()).add(role)
    found = [_share(role, symbols, cells) for role, symbols in acting.items()]
    return Shares(
        tuple(share for share, _ in found),
        total(time for _, times in found for time in times),
        tuple(sorted(row for row, several in crowd.items() if len(several) > 1)),
        cells.clock,
    )


def _share(role: str, symbols: dict[int, int], cells: Cells) -> tuple[Share, list[Waktu]]:
    """The share of a role that has so many symbols in each row, and the times that it works."""
    rows = tuple(sorted(symbols))
    most: dict[int, int] = {}
    for row in rows:
        cell = cells.of[row]
        most[cell] = max(most.get(cell, 0), symbols[row])
    worked = [cells.times[cell] for cell, count in most.items() for _ in range(count)]
    unmeasured = tuple(row for row in rows if not cells.times[row].is_measured)
    elapsed = total(cells.times[cell] for cell in most)
    return Share(role, rows, elapsed, total(worked), unmeasured), worked


def measured_by(
    parts: Iterable[Total], whole: Total, conversion: Conversion, *, clock: bool = False
) -> Measured:
    """Parts of a whole as exact numbers.

    Nothing is converted where all of it is of one family of units, such as jam and menit; else all becomes seconds of
    working time.

    Args:
        parts: the parts; each end of a range is measured against the same end of the whole, and where the whole is
            nothing at its lower end, the upper ends alone.
        whole: the whole.
        conversion: how long a day, a week and a month are.
        clock: some of it is written as ``1 x 24 jam``, which cannot become working time.

    Returns:
        No parts where a unit is in the way, nothing is measured, or the whole is nothing.
    """
    wanted = list(parts)
    # Most of many rows take the same few times.
    ends = dict.fromkeys((one.low, one.high) for one in (*wanted, whole))
    amounts = dict.fromkeys(end for both in ends for end in both)
    unit = _common(amounts)
    factors = conversion.factors(unit, clock=clock)
    numbers = {amount: converted(amount, factors) for amount in amounts}
    known = {amount: number for amount, number in numbers.items() if number is not None}
    if len(known) < len(numbers):
        return Measured(obstacles=conversion.obstacles(amounts))
    low, high = known[whole.low], known[whole.high]
    if not high:
        return Measured()
    found = {
        (least, most): Part(known[least] / low if low else known[most] / high, known[most] / high)
        for least, most in ends
    }
    return Measured(tuple(found[one.low, one.high] for one in wanted), conversion.used(amounts, unit))


def _common(amounts: Iterable[Amount]) -> Unit:
    """A unit in which all are measured: one that takes the least to know, such as no hours of a day for hari and minggu."""
    units = {unit for amount in amounts for unit, _ in amount.parts}
    months = {Unit.TAHUN, Unit.SEMESTER, Unit.BULAN}
    days = {Unit.HARI, Unit.HARI_KERJA}
    for family, unit in (
        (months, Unit.BULAN),
        ({Unit.MINGGU}, Unit.MINGGU),
        ({Unit.HARI_KALENDER}, Unit.HARI_KALENDER),
        ({*months, Unit.MINGGU, *days}, Unit.HARI_KERJA),
    ):
        if units and units <= family:
            return unit
    return Unit.DETIK
