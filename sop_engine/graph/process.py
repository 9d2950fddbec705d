"""The procedure as a graph: a typed, read-only face over a networkx MultiDiGraph.

In: steps and flows as ``sop_engine.graph.build`` found them. Out: a ``ProcessGraph`` that rules,
analysis, layout and exporters walk; ``ProcessGraph.nx`` is the frozen networkx graph for everybody else.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from types import MappingProxyType

import networkx as nx

from sop_engine.model.waktu import Waktu
from sop_engine.source import Span

__all__ = ["Flow", "FlowKind", "ProcessGraph", "Reference", "Step", "StepKind"]


class StepKind(StrEnum):
    """The official symbol of a step."""

    START = "start"
    PROCESS = "process"
    DECISION = "decision"
    END = "end"


class FlowKind(StrEnum):
    """Why a flow is taken: the only way on, one branch of a decision, or one arm of a split."""

    SEQUENCE = "sequence"
    BRANCH = "branch"
    PARALLEL = "parallel"


@dataclass(frozen=True, slots=True)
class Step:
    """One node: a symbol in a row, or the end that a branch to ``selesai`` leads to.

    Attributes:
        id: unique in the graph, the id that the author's targets name. A repeated id gets ``~2``, ``~3``.
        row: index of its row in ``sop.kegiatan`` from 0.
        symbol: index within ``simbol`` from 0; None for a row without ``simbol``.
        lanes: keys of its roles, the responsible one first; only declared ones; may be empty when faulty.
        kind: the symbol it is drawn with. A decision that starts or ends the flow stays a decision.
        is_start: the procedure can begin here.
        is_end: the procedure (or this arm of a split) ends here.
        waits: ``gabung: semua``, it waits for all arms of the split that it joins.
        waktu: the standard time of its row; every symbol of a row carries the same one.
        teks: the words inside the symbol, or None.
        virtual: not written by the author: the end behind a branch or arm to ``selesai``; its id is
            ``selesai-<id of the step that it ends>``, its row, symbol and lanes are that step's.
        loc: path to the row or symbol in the document, such as ``("kegiatan", 3, "simbol", 0)``.
        span: its place in the text: where the id or nomor stands, else the whole row or symbol.
    """

    id: str
    row: int
    symbol: int | None
    lanes: tuple[str, ...]
    kind: StepKind
    is_start: bool
    is_end: bool
    waits: bool
    waktu: Waktu
    teks: str | None
    virtual: bool
    loc: tuple[str | int, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Flow:
    """One edge between two steps that are there.

    Attributes:
        source: id of the step it leaves.
        target: id of the step it enters.
        kind: sequence, branch or parallel; an arm of a split behind a branch is parallel and carries
            the branch's label.
        label: the words of its branch as written, or None.
        branch: index of its branch within ``cabang`` from 0, or None where the source is no decision.
        probability: exact, 0 to 1: what ``peluang`` says, the rest shared evenly by the branches that
            say nothing; 1 for what is no branch; every arm behind a branch carries the branch's.
        repeats: ``maks`` of a branch that loops, or None.
        implicit: falls through to the next row; not written by the author.
        loc: path to the target's text in the document; for an implicit flow, to the source's row.
        span: its place in the text: the target's own; for an implicit flow, the source step's.
    """

    source: str
    target: str
    kind: FlowKind
    label: str | None
    branch: int | None
    probability: Fraction
    repeats: int | None
    implicit: bool
    loc: tuple[str | int, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Reference:
    """A target that could not be resolved: kept, so that one defect stays one finding.

    Attributes:
        source: id of the step it leaves.
        text: the target as written; empty for a fall-through.
        candidates: ids of the symbols that it may mean, where it names a row with several; else empty.
        label: the words of its branch, or None.
        branch: index of its branch, or None.
        implicit: falls through to a row with several symbols; not written by the author.
        loc: path to the target's text in the document.
        span: its place in the text.
    """

    source: str
    text: str
    candidates: tuple[str, ...]
    label: str | None
    branch: int | None
    implicit: bool
    loc: tuple[str | int, ...]
    span: Span


@dataclass(frozen=True, eq=False)
class ProcessGraph:
    """Steps and flows of one SOP, in document order.

    Attributes:
        steps: by id, in document order; a virtual end stands behind the step that it ends.
        flows: in document order of their sources, then as written.
        unresolved: targets that name no step or several.
        complete: every key that shapes the flow could be read and every target resolved: what rules
            say about the whole flow can be trusted.
    """

    steps: Mapping[str, Step]
    flows: tuple[Flow, ...]
    unresolved: tuple[Reference, ...]
    complete: bool

    @cached_property
    def starts(self) -> tuple[Step, ...]:
        """Where the procedure can begin; with several, exactly one of them does."""
        return tuple(step for step in self.steps.values() if step.is_start)

    @cached_property
    def ends(self) -> tuple[Step, ...]:
        """Where it ends, virtual ends included."""
        return tuple(step for step in self.steps.values() if step.is_end)

    @cached_property
    def outgoing(self) -> Mapping[str, tuple[Flow, ...]]:
        """Flows that leave each step, as written; every step has an entry."""
        return self._grouped("source")

    @cached_property
    def incoming(self) -> Mapping[str, tuple[Flow, ...]]:
        """Flows that enter each step, in document order of their sources; every step has an entry."""
        return self._grouped("target")

    def _grouped(self, end: str) -> Mapping[str, tuple[Flow, ...]]:
        groups: dict[str, list[Flow]] = {name: [] for name in self.steps}
        for flow in self.flows:
            groups[getattr(flow, end)].append(flow)
        return MappingProxyType({name: tuple(flows) for name, flows in groups.items()})

    @cached_property
    def nx(self) -> "nx.MultiDiGraph[str]":
        """The frozen networkx graph.

        Nodes are step ids with ``row`` (index), ``symbol``, ``lanes``, ``kind`` (text), ``start``, ``end``,
        ``waits``, ``waktu`` (Waktu), ``teks``, ``virtual`` and ``span``; edges carry ``label``, ``kind``
        (text), ``branch``, ``probability`` (Fraction), ``repeats`` and ``span``.
        """
        graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        for step in self.steps.values():
            graph.add_node(
                step.id,
                row=step.row,
                symbol=step.symbol,
                lanes=step.lanes,
                kind=step.kind.value,
                start=step.is_start,
                end=step.is_end,
                waits=step.waits,
                waktu=step.waktu,
                teks=step.teks,
                virtual=step.virtual,
                span=step.span,
            )
        for flow in self.flows:
            graph.add_edge(
                flow.source,
                flow.target,
                label=flow.label,
                kind=flow.kind.value,
                branch=flow.branch,
                probability=flow.probability,
                repeats=flow.repeats,
                span=flow.span,
            )
        return nx.freeze(graph)
