"""The procedure as a graph: a typed, read-only face over a networkx MultiDiGraph.

In: steps and flows as ``sop_engine.graph.build`` found them. Out: a ``ProcessGraph`` that rules,
analysis, layout and exporters walk; ``ProcessGraph.nx`` is the frozen networkx graph for everybody else.

Steps and flows are named tuples, since there may be tens of thousands of them: a frozen dataclass takes
five times as long to make.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from sop_engine.graph.lineage import Arms, arms_of
from sop_engine.graph.net import Net
from sop_engine.graph.tokens import Played, play
from sop_engine.graph.waits import Waits, waits_of
from sop_engine.model.waktu import Waktu
from sop_engine.source import Span

if TYPE_CHECKING:
    from networkx import MultiDiGraph

__all__ = ["BadName", "Flow", "FlowKind", "NameFault", "ProcessGraph", "Reference", "Step", "StepKind"]


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


class Step(NamedTuple):
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


class Flow(NamedTuple):
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


class Reference(NamedTuple):
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


class NameFault(StrEnum):
    """Why a row or symbol cannot be named."""

    DUPLICATE = "duplicate"
    REPEATED = "repeated"
    MISSING = "missing"
    RESERVED = "reserved"


@dataclass(frozen=True, slots=True)
class BadName:
    """A row or symbol whose id does not name it alone.

    Attributes:
        fault: the id stands earlier (``DUPLICATE``); it would be a nomor that stands earlier (``REPEATED``);
            there is neither id nor nomor (``MISSING``); it is ``selesai`` (``RESERVED``).
        step: id of the step that this file gives it instead; for a row with several symbols, of the first.
        text: the id as written; empty where it is missing.
        span: its place in the text.
        first: the place of the one that has the id, or None.
    """

    fault: NameFault
    step: str
    text: str
    span: Span
    first: Span | None = None


@dataclass(frozen=True, eq=False)
class ProcessGraph:
    """Steps and flows of one SOP, in document order.

    Attributes:
        steps: by id, in document order; a virtual end stands behind the step that it ends.
        flows: in document order of their sources, then as written.
        unresolved: targets that name no step or several; also a symbol among several in its row that does
            not say where it goes (implicit, no text, no candidates).
        complete: every key that shapes the flow could be read, every target names one step, and every
            decision has its branches: what rules say about the whole flow can be trusted.
        names: what each target means: the step by its id and, for a row with one symbol, by the row's id.
        rows: index of each row by its id; where an id repeats, of the first.
        bad_names: rows and symbols without an id of their own, in document order.
    """

    steps: Mapping[str, Step]
    flows: tuple[Flow, ...]
    unresolved: tuple[Reference, ...]
    complete: bool
    names: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[str, int] = field(default_factory=dict)
    bad_names: tuple[BadName, ...] = ()

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle and copy by content: read-only views cannot be pickled, and what is cached can be made again."""
        parts = (dict(self.steps), self.flows, self.unresolved, self.complete)
        return ProcessGraph, (*parts, dict(self.names), dict(self.rows), self.bad_names)

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
    def decisions(self) -> tuple[Step, ...]:
        """Steps drawn as a decision."""
        return tuple(step for step in self.steps.values() if step.kind is StepKind.DECISION)

    @cached_property
    def number(self) -> Mapping[str, int]:
        """The number of each step in ``net``."""
        return MappingProxyType({name: at for at, name in enumerate(self.steps)})

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The id of each step of ``net``."""
        return tuple(self.steps)

    @cached_property
    def net(self) -> Net:
        """Steps and flows as integers, both in this graph's order: what walks run on."""
        number = self.number
        ways: list[list[list[int]]] = [[] for _ in self.steps]
        sources, targets = [], []
        branch: int | None = None
        for at, flow in enumerate(self.flows):
            source = number[flow.source]
            own = ways[source]
            if not own or flow.branch != branch:
                own.append([at])
            else:
                own[-1].append(at)
            branch = flow.branch
            sources.append(source)
            targets.append(number[flow.target])
        steps = enumerate(self.steps.values())
        starts, ends, joins = [], [], []
        for at, step in steps:
            if step.is_start:
                starts.append(at)
            if step.is_end:
                ends.append(at)
            if step.waits:
                joins.append(at)
        return Net(ways, sources, targets, starts, ends, joins)

    @cached_property
    def arms(self) -> Arms:
        """Which flows run side by side; steps and flows by their numbers in ``net``."""
        return arms_of(self.net)

    @cached_property
    def waits(self) -> Waits:
        """What each step with ``gabung: semua`` waits for, by the numbers of ``net``."""
        return waits_of(self.net, self.arms) if self.net.joins else Waits({}, ())

    @cached_property
    def played(self) -> Played:
        """Which of them can wait for ever, by the numbers of ``net``."""
        return play(self.net, self.waits) if self.net.joins else Played((), complete=True)

    @cached_property
    def nx(self) -> "MultiDiGraph[str]":
        """The frozen networkx graph.

        Nodes are step ids with ``row`` (index), ``symbol``, ``lanes``, ``kind`` (text), ``start``, ``end``,
        ``waits``, ``waktu`` (Waktu), ``teks``, ``virtual`` and ``span``; edges carry ``label``, ``kind``
        (text), ``branch``, ``probability`` (Fraction), ``repeats`` and ``span``.

        networkx takes longer to load than an ordinary SOP takes to check, and nothing here needs it: its
        module is loaded when the graph is first asked for.
        """
        graph: MultiDiGraph[str] = import_module("sop_engine.graph.network").network(self)
        return graph
