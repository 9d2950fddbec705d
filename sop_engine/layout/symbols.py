"""Symbols: what stands in the lanes of each row, how large it is, and what its arrows join.

In: a SOP and its graph. Out: a ``Plan``: spots (a step's symbol, or a capsule added to one) with their row,
lane and level, and the links between them. A level is a line of symbols across a row: symbols of one row
stand side by side on one level, and one below the other where they share a lane. Spots have no places yet.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sop_engine.graph.process import ProcessGraph, Step, StepKind
from sop_engine.layout.drawing import Shape
from sop_engine.layout.figures import Figure, Figures
from sop_engine.layout.grid import Side
from sop_engine.layout.inference import Inferred, inferred_of
from sop_engine.layout.measure import plain, visible
from sop_engine.model.sop import Kegiatan, Sop
from sop_engine.model.symbols import END

__all__ = ["Plan", "Spot", "Wire", "plan_symbols", "row_levels", "row_number"]

_SHAPES = {
    StepKind.START: Shape.START,
    StepKind.PROCESS: Shape.PROCESS,
    StepKind.DECISION: Shape.DECISION,
    StepKind.END: Shape.END,
}
_WORDS = {Shape.START: "Mulai", Shape.END: "Selesai"}
_SIDES = {"atas": Side.TOP, "kanan": Side.RIGHT, "bawah": Side.BOTTOM, "kiri": Side.LEFT}


class Spot(NamedTuple):
    """One symbol of the flow.

    Attributes:
        id: the step's id; ``mulai``, ``mulai-<id>`` or ``selesai-<id>`` for an added capsule.
        shape: what is drawn.
        row: index of its row.
        level: from 0, within its row.
        lane: index of its lane.
        also: further lanes of a joint step.
        figure: its size and words.
        number: what ``data-row`` says.
        title: what a screen reader says.
        inferred: its lane is inferred.
    """

    id: str
    shape: Shape
    row: int
    level: int
    lane: int
    also: tuple[int, ...]
    figure: Figure
    number: str
    title: str
    inferred: bool


class Wire(NamedTuple):
    """One arrow of the flow, between two spots.

    Attributes:
        source: index of the spot that it leaves.
        target: index of the spot that it enters.
        label: the words of its branch, or an empty text.
        kind: ``sequence``, ``branch`` or ``parallel``.
        branch: index of its branch in a decision, or None.
        keluar: the side that the author wants it to leave by, or None.
        masuk: the side that the author wants it to enter by, or None.
        inferred: where it goes is inferred.
    """

    source: int
    target: int
    label: str
    kind: str
    branch: int | None
    keluar: Side | None
    masuk: Side | None
    inferred: bool = False


class Plan(NamedTuple):
    """All symbols and arrows of a SOP.

    Attributes:
        spots: in document order.
        wires: in the order of the graph's flows, those of added capsules at their steps.
        levels: how many levels each row has, at least 1.
        rows: indices of the spots of each row.
        touching: indices of the wires of each spot.
    """

    spots: tuple[Spot, ...]
    wires: tuple[Wire, ...]
    levels: tuple[int, ...]
    rows: tuple[tuple[int, ...], ...]
    touching: tuple[tuple[int, ...], ...]


class _Unit(NamedTuple):
    """A step and the capsules that are added to it.

    Attributes:
        step: the step.
        opens: a start stands above it.
        end: id of the end that stands below it, or None.
        drawn: the graph has no flow to that end, so its arrow is the layout's own.
    """

    step: Step
    opens: bool
    end: str | None
    drawn: bool


def row_number(row: Kegiatan, index: int) -> str:
    """Return what names a row: its number without a final dot, else its id, else its place from 1."""
    return (row.nomor or "").removesuffix(".").strip() or row.id or str(index + 1)


def row_levels(sop: Sop, graph: ProcessGraph) -> tuple[int, ...]:
    """Return how many symbols stand one below the other in each row, at least 1."""
    lanes = {key: index for index, key in enumerate(sop.pelaksana)}
    found = []
    for units in _units(sop, graph):
        levels = _levels(units, lanes)
        deepest = [level + (unit.end is not None) for unit, level in zip(units, levels, strict=True)]
        found.append(1 + max(deepest, default=0))
    return tuple(found)


def plan_symbols(sop: Sop, graph: ProcessGraph, figures: Figures) -> Plan:
    """Return the symbols and arrows of a SOP.

    A step without a declared role has no place on the sheet; it is left out with its flows, since a rule
    has reported it. An end behind a branch is drawn as a small capsule below its step.
    """
    lanes = {key: index for index, key in enumerate(sop.pelaksana)}
    units = _units(sop, graph)
    alone = sum(unit.opens for row in units for unit in row) == 1
    inferred = inferred_of(sop)
    spots: list[Spot] = []
    levels = []
    opening: list[tuple[str, str]] = []
    for found in units:
        depths = _levels(found, lanes)
        first = len(spots)
        for unit, level in zip(found, depths, strict=True):
            spots.extend(_spots(sop, graph, unit, level, lanes, figures, inferred, alone=alone))
            opening.extend(_added(graph, unit, alone=alone))
        levels.append(1 + max((spot.level for spot in spots[first:]), default=0))
    index_of = {spot.id: index for index, spot in enumerate(spots)}
    wires = [
        Wire(index_of[source], index_of[target], "", "sequence", None, None, None)
        for source, target in opening
    ]
    wires.extend(_flow_wires(sop, graph, index_of, inferred))
    touching = [(end, at) for at, wire in enumerate(wires) for end in sorted({wire.source, wire.target})]
    return Plan(
        tuple(spots),
        tuple(wires),
        tuple(levels),
        _grouped([(spot.row, index) for index, spot in enumerate(spots)], len(levels)),
        _grouped(touching, len(spots)),
    )


def _units(sop: Sop, graph: ProcessGraph) -> list[list[_Unit]]:
    """Return the steps of each row with the capsules that they need."""
    separate = sop.tampilan.terminator == "terpisah"
    units: list[list[_Unit]] = [[] for _ in sop.kegiatan]
    ends: dict[str, str] = {}
    owner = ""
    for step in graph.steps.values():
        # A virtual end stands behind the step that it ends.
        if step.virtual:
            ends[owner] = step.id
        else:
            owner = step.id
    for step in graph.steps.values():
        if step.virtual or not step.lanes:
            continue
        # A capsule itself says one of the two, so a step that is both start and end gets the other one.
        opens = step.is_start and (
            step.kind in {StepKind.DECISION, StepKind.END} or (separate and step.kind is StepKind.PROCESS)
        )
        closes = step.is_end and (
            step.kind in {StepKind.DECISION, StepKind.START} or (separate and step.kind is StepKind.PROCESS)
        )
        end = ends.get(step.id) or (_free(graph, f"selesai-{step.id}") if closes else None)
        units[step.row].append(_Unit(step, opens=opens, end=end, drawn=closes and step.id not in ends))
    return units


def _levels(units: list[_Unit], lanes: Mapping[str, int]) -> list[int]:
    """Return the level of each step of a row: the first on which its lanes are free, capsules included."""
    base = 1 if any(unit.opens for unit in units) else 0
    free: dict[int, int] = {}
    found = []
    for unit in units:
        taken = [lanes[key] for key in unit.step.lanes]
        span = range(min(taken), max(taken) + 1)
        level = max(base, *(free.get(lane, 0) for lane in span))
        if unit.opens:
            level = max(level, free.get(taken[0], 0) + 1)
        for lane in span:
            free[lane] = level + 1
        if unit.end:
            free[taken[0]] = level + 2
        found.append(level)
    return found


def _added(graph: ProcessGraph, unit: _Unit, *, alone: bool) -> Iterator[tuple[str, str]]:
    """Yield the arrows between a step and the capsules that the graph knows nothing of."""
    if unit.opens:
        yield _start_id(graph, unit.step, alone=alone), unit.step.id
    if unit.end and unit.drawn:
        yield unit.step.id, unit.end


def _start_id(graph: ProcessGraph, step: Step, *, alone: bool) -> str:
    """Return the id of an added start; a step may have taken the short one."""
    return "mulai" if alone and "mulai" not in graph.steps else _free(graph, f"mulai-{step.id}")


def _free(graph: ProcessGraph, name: str) -> str:
    """Return a name that no step has taken."""
    while name in graph.steps:
        name += "~"
    return name


def _spots(
    sop: Sop,
    graph: ProcessGraph,
    unit: _Unit,
    level: int,
    lanes: Mapping[str, int],
    figures: Figures,
    inferences: Inferred,
    *,
    alone: bool,
) -> Iterator[Spot]:
    """Yield the symbols of one step, from top to bottom."""
    step = unit.step
    row = sop.kegiatan[step.row]
    number = row_number(row, step.row)
    inferred = "pelaksana" in inferences.in_symbol(row, step.symbol)
    lane, *also = (lanes[key] for key in step.lanes)
    role = visible(" ".join(sop.pelaksana[step.lanes[0]].nama.split()))

    def capsule(name: str, shape: Shape, at: int) -> Spot:
        figure = figures.figure(shape, _WORDS[shape], added=True)
        title = f"{_WORDS[shape]}, kegiatan {number}, {role}"
        return Spot(name, shape, step.row, at, lane, (), figure, number, title, inferred)

    if unit.opens:
        yield capsule(_start_id(graph, step, alone=alone), Shape.START, level - 1)
    shape = _SHAPES[step.kind]
    words = step.teks or _WORDS.get(shape, "")
    yield Spot(
        step.id,
        shape,
        step.row,
        level,
        lane,
        tuple(also),
        figures.figure(shape, words),
        number,
        _title(sop, step, shape, number),
        inferred,
    )
    if unit.end:
        yield capsule(unit.end, Shape.END, level + 1)


def _title(sop: Sop, step: Step, shape: Shape, number: str) -> str:
    """Return what a screen reader says of a step."""
    kind = {Shape.START: "Mulai, kegiatan", Shape.END: "Selesai, kegiatan", Shape.DECISION: "Keputusan"}
    roles = sop.headings_of(step.lanes)
    words = f" ({step.teks})" if step.teks else ""
    text = f"{kind.get(shape, 'Kegiatan')} {number}{words}, {roles}: {sop.kegiatan[step.row].uraian}"
    return plain(text)


def _flow_wires(
    sop: Sop, graph: ProcessGraph, index_of: Mapping[str, int], inferred: Inferred
) -> Iterator[Wire]:
    """Yield the arrows of the graph's flows, with what the author wishes of them."""
    # An author may name a row with one symbol by the row's id.
    names = graph.names
    hints = {
        (names.get(hint.dari, hint.dari), names.get(hint.ke, hint.ke)): hint for hint in sop.tampilan.alur
    }
    for flow in graph.flows:
        if flow.source in index_of and flow.target in index_of:
            target = END if graph.steps[flow.target].virtual else flow.target
            step = graph.steps[flow.source]
            says = "lanjut" if flow.branch is None else "cabang"
            hint = hints.get((flow.source, target))
            yield Wire(
                index_of[flow.source],
                index_of[flow.target],
                " ".join(visible(flow.label or "").split()),
                flow.kind.value,
                flow.branch,
                _SIDES.get(hint.keluar or "") if hint else None,
                _SIDES.get(hint.masuk or "") if hint else None,
                says in inferred.in_symbol(sop.kegiatan[step.row], step.symbol),
            )


def _grouped(pairs: list[tuple[int, int]], count: int) -> tuple[tuple[int, ...], ...]:
    groups: list[list[int]] = [[] for _ in range(count)]
    for group, item in pairs:
        groups[group].append(item)
    return tuple(tuple(group) for group in groups)
