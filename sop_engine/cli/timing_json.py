"""What ``sop duration`` found of one SOP as plain data, beside its total.

In: a ``Detail``, an ``Expected``. Out: objects with stable English keys. A time is ``{"text", "parts"}`` or ``{"text",
"min", "max"}`` as everywhere, with ``in`` where a unit was asked for.
"""

from collections.abc import Sequence

from sop_engine.analysis.cells import Cells
from sop_engine.analysis.conversion import Given
from sop_engine.analysis.shares import Measured
from sop_engine.analysis.total import Total
from sop_engine.cli.doubts import doubt_json
from sop_engine.cli.timing import Detail, Found, Path
from sop_engine.cli.timing_rounds import loop_name
from sop_engine.cli.timing_settled import settled
from sop_engine.cli.timing_walk import walk_json
from sop_engine.cli.timing_words import Asked, amounts_of, clock_rows, duration_of, percent_json
from sop_engine.model.satuan import Unit
from sop_engine.model.sop import Sop

__all__ = ["basis_json", "conversion_json", "detail_json"]


def detail_json(detail: Detail, sop: Sop, asked: Asked | None = None) -> dict[str, object]:
    """The object under ``detail``.

    ``paths`` has ``least``, ``greatest``, ``first`` (every decision says its first label) and, with ``--repeat``,
    ``least_repeated`` and ``greatest_repeated``: each with its ``candidates`` and why there are none (``doubt``); where
    there are several and ``--in`` makes them comparable, also the one that it is (``settled``).
    ``roles`` tell parts of the official total (``elapsed_share``) and of all work (``work_share``); both are null where
    units are in the way, which ``shares`` names.
    """
    clock = bool(detail.shares.clock)
    work = detail.shares.work
    chosen = settled(detail, asked)
    return {
        "paths": {path.key: _path(detail, path, asked, chosen.get(path.key)) for path in detail.paths},
        "loops": [_loop(detail, at) for at in range(len(detail.regions.loops))],
        "work": duration_of(work.low, work.high, asked, measured=work.measured, clock=clock),
        "roles": [_role(detail, sop, at, asked) for at in range(len(detail.shares.roles))],
        "joint": detail.named(detail.shares.joint),
        "shares": {
            "basis": basis_json(detail.work_parts.basis),
            "obstacles": [str(unit) for unit in detail.work_parts.obstacles],
            "clock": clock_rows(detail.cells, Unit.DETIK),
        },
        "rows": _rows(detail),
        "handoffs": _handoffs(detail),
        "unmeasured": [
            {"id": detail.cells.names[row], "text": detail.cells.times[row].teks}
            for row in detail.cells.unmeasured
        ],
    }


def conversion_json(asked: Asked, total: Total, cells: Cells) -> dict[str, object]:
    """The object under ``in``: the total in the unit that was asked for, what that used and what was in its way."""
    amounts = amounts_of(cells)
    clock = clock_rows(cells, asked.unit)
    found = asked.as_json(total.low, total.high, clock=bool(clock)) if total.measured else None
    return {
        "unit": str(asked.unit),
        "total": found,
        "basis": basis_json(asked.conversion.used(amounts, asked.unit)),
        "obstacles": [str(unit) for unit in asked.conversion.obstacles(amounts)],
        "clock": clock,
    }


def basis_json(basis: Sequence[Given]) -> list[dict[str, object]]:
    """The numbers that a conversion used."""
    return [given.as_json() for given in basis]


def _path(detail: Detail, path: Path, asked: Asked | None, chosen: Path | None) -> dict[str, object]:
    found: dict[str, object] = {
        "candidates": [_found(detail, one, asked) for one in path.found],
        "doubt": None if path.doubt is None else doubt_json(path.doubt),
    }
    if asked is not None and chosen is not None:
        one = chosen.found[0]
        walk = walk_json(one.walk, detail.graph, detail.cells.names)
        found["settled"] = {"in": asked.as_json(one.low, one.high), **walk}
    return found


def _found(detail: Detail, found: Found, asked: Asked | None) -> dict[str, object]:
    return {
        "elapsed": duration_of(found.low, found.high, asked, measured=found.measured, clock=found.clock),
        "work": duration_of(*found.work, asked, measured=found.measured, clock=found.clock),
        **walk_json(found.walk, detail.graph, detail.cells.names),
    }


def _loop(detail: Detail, at: int) -> dict[str, object]:
    loop = detail.regions.loops[at]
    flow = detail.graph.flows[loop.flow]
    taken = 0 if detail.rounds is None else detail.rounds.counts.get(loop.flow, 0)
    return {
        "name": loop_name(loop, detail.graph),
        "from": flow.source,
        "label": flow.label,
        "to": flow.target,
        "most": flow.repeats,
        "taken": taken,
        "capped": detail.rounds is not None and any(loop is one for one, _ in detail.rounds.capped),
    }


def _role(detail: Detail, sop: Sop, at: int, asked: Asked | None) -> dict[str, object]:
    share = detail.shares.roles[at]
    clock = detail.clocked(share.rows)

    def time(one: Total) -> dict[str, object]:
        return duration_of(one.low, one.high, asked, measured=one.measured, clock=clock)

    return {
        "role": share.role,
        "name": sop.pelaksana[share.role].nama,
        "rows": detail.named(share.rows),
        "elapsed": time(share.elapsed),
        "elapsed_share": _part(detail.elapsed_parts, at),
        "work": time(share.work),
        "work_share": _part(detail.work_parts, at),
        "unmeasured": detail.named(share.unmeasured),
    }


def _part(measured: Measured, at: int) -> dict[str, object] | None:
    return percent_json(measured.parts[at]) if measured.parts else None


def _rows(detail: Detail) -> list[dict[str, object]]:
    """Who acts in each row, and what part of the official total it is; null where it adds nothing."""
    rows: list[dict[str, object]] = []
    for row, name in enumerate(detail.cells.names):
        share = _part(detail.row_parts, row) if detail.adds(row) else None
        rows.append({"id": name, "roles": list(detail.acting.get(row, ())), "share": share})
    return rows


def _handoffs(detail: Detail) -> dict[str, object]:
    found = detail.handoffs
    return {
        "flows": found.flows,
        "count": found.count,
        "back": found.back,
        "roles": list(found.roles),
        "matrix": [list(row) for row in found.matrix],
        "found": [
            {
                "from": one.source,
                "to": one.target,
                "giver": one.giver,
                "taker": one.taker,
                "back": one.back,
            }
            for one in found.found
        ],
    }
