"""What changed from one version of a SOP to another.

In: models and graphs of both. Out: a ``Revision``. Rows are matched by ``sop_engine.analysis.alignment``, roles by
heading and key; flows are compared by the rows that they mean, so that new numbers alone change nothing but numbers.
Ids and keys are not printed: another id or key is no difference.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from sop_engine.analysis.alignment import Pair, aligned, entries_of
from sop_engine.analysis.cells import Cells, cells_of
from sop_engine.analysis.revising_fields import Sides, changed_fields
from sop_engine.analysis.revising_flow import Flows, label_of, row_steps
from sop_engine.analysis.revising_roles import Acts, matched_roles, roles_of
from sop_engine.analysis.revision import Revision, Roles, RoleTime
from sop_engine.analysis.revision_rows import Part, Row, RowPair, Symbol, Way, same_shapes
from sop_engine.analysis.shares import Share, shares_of
from sop_engine.analysis.total import Total
from sop_engine.graph.process import Flow, ProcessGraph, Step, StepKind
from sop_engine.model.sop import Kegiatan, Simbol, Sop

__all__ = ["Version", "revision"]


@dataclass(frozen=True, eq=False)
class Version:
    """One version of a SOP.

    Attributes:
        sop: its models.
        graph: its procedure.
        total: its official total; None where a row could not be read.
    """

    sop: Sop
    graph: ProcessGraph
    total: Total | None

    @cached_property
    def cells(self) -> Cells:
        """Its Waktu cells."""
        return cells_of(self.graph)

    @cached_property
    def shares(self) -> Mapping[str, Share]:
        """What each role that acts in a row has of it."""
        shares = shares_of(self.graph, tuple(self.sop.pelaksana)).roles
        return {share.role: share for share in shares if share.rows}

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Its rows, from top to bottom."""
        steps = row_steps(self.graph)
        return tuple(self._row(at, steps.get(at, [])) for at in range(len(self.sop.kegiatan)))

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        """How often each number is printed."""
        return Counter(_number(row) for row in self.sop.kegiatan)

    def _row(self, at: int, steps: list[Step]) -> Row:
        row = self.sop.kegiatan[at]
        number = _number(row)
        name = self.cells.names[at] if at < len(self.cells.names) else row.id or row.nomor or str(at + 1)
        several = row.simbol is not None
        own = row.disimpulkan
        symbols = [field for one in row.simbol or () for field in one.disimpulkan]
        return Row(
            at,
            name,
            number if number and self._numbers[number] == 1 else name,
            row.nomor,
            _line(row.uraian),
            tuple(self._symbol(step, several=several) for step in steps),
            tuple(map(_line, row.mutu_baku.kelengkapan)),
            row.mutu_baku.waktu,
            tuple(map(_line, row.mutu_baku.output)),
            tuple(map(_line, row.keterangan)),
            tuple(dict.fromkeys((*own, *symbols))),
            tuple(self._entering(steps)),
        )

    def _entering(self, steps: list[Step]) -> Iterator[str]:
        seen = {step.id for step in steps}
        for flow in (flow for step in steps for flow in self.graph.incoming[step.id] if not flow.implicit):
            if flow.source not in seen:
                seen.add(flow.source)
                yield flow.source

    def _symbol(self, step: Step, *, several: bool) -> Symbol:
        lanes = self.sop.pelaksana
        ways: dict[int | None, list[Flow]] = {}
        for flow in self.graph.outgoing[step.id]:
            ways.setdefault(flow.branch, []).append(flow)
        lost = (one for one in self.graph.unresolved if one.source == step.id)
        model = self._model(step)
        stated = any(branch.peluang is not None for branch in (model.cabang or {}).values())
        return Symbol(
            step.id if several else None,
            tuple(_line(lanes[lane].nama) for lane in step.lanes),
            _SHAPES[step.kind],
            model.bentuk is None and model.cabang is None,
            None if step.teks is None else _line(step.teks),
            step.waits,
            tuple(self._way(flows, stated=stated) for flows in ways.values()),
            tuple(dict.fromkeys(map(label_of, lost))),
        )

    def _model(self, step: Step) -> Kegiatan | Simbol:
        row = self.sop.kegiatan[step.row]
        return row if step.symbol is None or row.simbol is None else row.simbol[step.symbol]

    def _way(self, flows: list[Flow], *, stated: bool) -> Way:
        first = flows[0]
        targets = (self.graph.steps[flow.target] for flow in flows)
        return Way(
            label_of(first),
            tuple(None if target.virtual else target.id for target in targets),
            first.probability if stated else None,
            first.repeats,
        )


def revision(old: Version, new: Version) -> Revision:
    """Compare two versions of a SOP.

    Turning the versions round turns every difference round; a version against itself has none.

    Args:
        old: the version before.
        new: the version now; either may be faulty, then what could be read of it is compared.

    Returns:
        All that differs. Quadratic in the number of rows, as the alignment is.
    """
    found = aligned(entries_of(old.sop), entries_of(new.sop))
    rows = {pair.old: pair.new for pair in found if pair.old is not None and pair.new is not None}
    acts = _acts(old, rows), _acts(new, {row: row for row in rows.values()})
    roles = matched_roles(roles_of(old.sop.pelaksana), roles_of(new.sop.pelaksana), acts)
    flows = Flows(old.graph, new.graph, rows, roles.twins)
    identity, other = old.sop.identitas, new.sop.identitas
    return Revision(
        _line(identity.nama),
        _line(other.nama),
        identity.nomor,
        other.nomor,
        changed_fields(old.sop, new.sop, Sides(old.graph.names, new.graph.names, flows.twins)),
        roles,
        tuple(new.rows[pair.new] for pair in found if pair.old is None and pair.new is not None),
        tuple(old.rows[pair.old] for pair in found if pair.new is None and pair.old is not None),
        tuple(_pairs(old, new, found, flows, roles)),
        old.total,
        new.total,
        tuple(_times(old, new, roles)),
        (_unmeasured(old), _unmeasured(new)),
    )


def _acts(version: Version, rows: Mapping[int, int]) -> Acts:
    """Where roles act, by what a row is in the new version."""
    return {
        key: frozenset(rows[row] for row in share.rows if row in rows)
        for key, share in version.shares.items()
    }


def _unmeasured(version: Version) -> tuple[Row, ...]:
    return tuple(version.rows[row] for row in version.cells.unmeasured)


def _pairs(
    old: Version, new: Version, found: tuple[Pair, ...], flows: Flows, roles: Roles
) -> Iterator[RowPair]:
    headings = {before.name: after.name for before, after in roles.kept}
    times = _Times(old, new, flows.rows)
    for pair in found:
        if pair.old is None or pair.new is None:
            continue
        before, after = old.rows[pair.old], new.rows[pair.new]
        ways = flows.differing(pair.old, pair.new)
        differs = {
            Part.TEXT: before.text != after.text,
            Part.ROLES: _lanes(before, headings) != _lanes(after, {}),
            Part.SHAPE: not same_shapes(before, after),
            Part.WORDS: [one.words for one in before.symbols] != [one.words for one in after.symbols],
            Part.FLOW: ways is None or bool(ways),
            Part.INPUTS: before.inputs != after.inputs,
            Part.TIME: times.differ(pair.old, pair.new),
            Part.OUTPUTS: before.outputs != after.outputs,
            Part.REMARKS: before.remarks != after.remarks,
            Part.INFERRED: set(before.inferred) != set(after.inferred),
        }
        parts = tuple(part for part, one in differs.items() if one)
        yield RowPair(before, after, parts, pair.moved, ways or ())


def _lanes(row: Row, headings: Mapping[str, str]) -> list[tuple[str, ...]]:
    """Roles of each symbol; a heading that became another one is no other role."""
    return [tuple(headings.get(role, role) for role in symbol.roles) for symbol in row.symbols]


@dataclass(frozen=True, eq=False)
class _Times:
    """The times of two versions, side by side."""

    old: Version
    new: Version
    rows: Mapping[int, int]

    def differ(self, old_row: int, new_row: int) -> bool:
        """Whether a row has another time; a time that is shared is that of the row which it is shared with."""
        before = self.old.sop.kegiatan[old_row].mutu_baku.waktu
        after = self.new.sop.kegiatan[new_row].mutu_baku.waktu
        if before.bersama is None and after.bersama is None:
            return before != after
        there, here = self.old.cells.of[old_row], self.new.cells.of[new_row]
        if before.bersama is not None and after.bersama is not None:
            # A row that is not above is named too, though no time can be shared with it.
            named = self.old.graph.rows.get(before.bersama), self.new.graph.rows.get(after.bersama)
            if named == (None, None):
                return before.bersama != after.bersama
            same = named[0] is not None and self.rows.get(named[0]) == named[1]
            if same or (there != old_row and self.rows.get(there) == here):
                return False
        # Where the row that had the time is in one version only, its time went to the next that shared it.
        lost = there not in self.rows or here not in self.rows.values()
        return not (lost and self.old.cells.times[old_row] == self.new.cells.times[new_row])


def _times(old: Version, new: Version, roles: Roles) -> Iterator[RoleTime]:
    before, after = ({key: one.work for key, one in side.shares.items()} for side in (old, new))
    kept = {there.key: here for here, there in roles.kept}
    for key, role in roles_of(new.sop.pelaksana).items():
        was = kept.get(key)
        yield RoleTime(was, role, None if was is None else before.get(was.key), after.get(key))
    for role in roles.removed:
        yield RoleTime(role, None, before.get(role.key), None)


_SHAPES = {
    StepKind.START: "mulai",
    StepKind.PROCESS: "proses",
    StepKind.DECISION: "keputusan",
    StepKind.END: "selesai",
}


def _number(row: Kegiatan) -> str:
    """The number that is printed, without the dot that ends it."""
    return _line(row.nomor or "").removesuffix(".")


def _line(text: str) -> str:
    """On one line with single blanks."""
    return " ".join(text.split())
