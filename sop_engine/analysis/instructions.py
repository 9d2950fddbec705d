"""What each role does: its own steps in order, from whom each one reaches it and to whom it goes on.

In: a ``Sop`` and its ``ProcessGraph``. Out: an ``Instruction`` for each role. Every step that the author wrote stands
with each of its roles and with no other; a flow that is a ``Relay`` out of its source's tasks is one into its
target's, under the same answer.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from sop_engine.analysis.cells import Cells, cells_of
from sop_engine.graph.process import Flow, FlowKind, ProcessGraph, Step, StepKind
from sop_engine.model.sop import Sop
from sop_engine.model.waktu import Waktu

__all__ = ["Instruction", "Relay", "Task", "instructions_of", "printed_names"]


class Relay(NamedTuple):
    """Work that comes or goes.

    Attributes:
        step: id of the step at the other end; None where the procedure, or an arm of it, ends there.
        roles: of that step, the responsible one first.
        answer: the answer of a decision under which it is taken, or None.
        returned: it goes back: to a step that the work has passed before.
        most: how often it may be taken, where the SOP says so.
        together: it goes out together with others, as one arm of a split.
    """

    step: str | None
    roles: tuple[str, ...]
    answer: str | None
    returned: bool
    most: int | None
    together: bool


@dataclass(frozen=True, slots=True)
class Task:
    """One step of a role.

    Attributes:
        step: its id.
        row: index of its row in ``sop.kegiatan``.
        number: what it is called on paper, as ``printed_names`` has it.
        activity: what is done.
        question: what is asked in the symbol, or None.
        responsible: the role is the first one named; else it joins in.
        partners: keys of the other roles of a joint activity, the responsible one first.
        decides: it is a decision.
        starts: the procedure can begin here.
        ends: the procedure, or an arm of it, ends here.
        waits: it is begun only when all that it joins has come.
        receives: what leads to it, in document order.
        inputs: the documents that are needed.
        time: how long it takes; of a shared one the time that is shared.
        shared: ids of all rows that have this time together, its own among them; empty where it has it alone.
        whole: the time is that of its row, which has further symbols.
        outputs: what comes out.
        hands: where it goes on to, as written.
        remarks: the column Ket.
    """

    step: str
    row: int
    number: str
    activity: str
    question: str | None
    responsible: bool
    partners: tuple[str, ...]
    decides: bool
    starts: bool
    ends: bool
    waits: bool
    receives: tuple[Relay, ...]
    inputs: tuple[str, ...]
    time: Waktu
    shared: tuple[str, ...]
    whole: bool
    outputs: tuple[str, ...]
    hands: tuple[Relay, ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Instruction:
    """All steps of one role.

    Attributes:
        role: its key.
        tasks: in document order; none for a role that does nothing.
        complete: all flows could be read, so that no handoff is missing.
    """

    role: str
    tasks: tuple[Task, ...]
    complete: bool


def printed_names(sop: Sop, graph: ProcessGraph) -> Mapping[str, str]:
    """What each step is called on paper: its row's number where that names it alone, else its id."""
    numbers = [row.bare_number for row in sop.kegiatan]
    often = Counter(numbers)
    return {
        step.id: number
        if step.symbol is None and (number := numbers[step.row]) and often[number] == 1
        else step.id
        for step in graph.steps.values()
    }


def instructions_of(sop: Sop, graph: ProcessGraph) -> tuple[Instruction, ...]:
    """What each role does, roles in the order of the lanes; linear in the graph and what it gives."""
    work = _Work.of(sop, graph)
    found: dict[str, list[Task]] = {role: [] for role in sop.pelaksana}
    for step in graph.steps.values():
        if step.virtual or not step.lanes:
            continue
        task = work.task(step)
        found[step.lanes[0]].append(task)
        for role in task.partners:
            partners = tuple(lane for lane in step.lanes if lane != role)
            found[role].append(replace(task, responsible=False, partners=partners))
    return tuple(Instruction(role, tuple(tasks), graph.complete) for role, tasks in found.items())


@dataclass(frozen=True, slots=True)
class _Work:
    """What is looked up for each step.

    Attributes:
        sop: the SOP.
        graph: its procedure.
        names: what each step is called on paper.
        cells: whose time each row has.
        sharing: for each cell of several rows their ids.
        symbols: how many symbols each row has.
        back: the flows that go back.
    """

    sop: Sop
    graph: ProcessGraph
    names: Mapping[str, str]
    cells: Cells
    sharing: Mapping[int, tuple[str, ...]]
    symbols: Mapping[int, int]
    back: Collection[Flow]

    @classmethod
    def of(cls, sop: Sop, graph: ProcessGraph) -> "_Work":
        """Look it up."""
        cells, net = cells_of(graph), graph.net
        rows: dict[int, list[str]] = {}
        for cell, name in zip(cells.of, cells.names, strict=True):
            rows.setdefault(cell, []).append(name)
        return cls(
            sop,
            graph,
            printed_names(sop, graph),
            cells,
            {cell: tuple(names) for cell, names in rows.items() if len(names) > 1},
            Counter(step.row for step in graph.steps.values() if not step.virtual),
            frozenset(graph.flows[at] for at in net.loops | net.reentries),
        )

    def task(self, step: Step) -> Task:
        """The step as its responsible role has it."""
        row = self.sop.kegiatan[step.row]
        steps, flows = self.graph.steps, self.graph.outgoing[step.id]
        return Task(
            step=step.id,
            row=step.row,
            number=self.names[step.id],
            activity=row.uraian,
            question=step.teks,
            responsible=True,
            partners=step.lanes[1:],
            decides=step.kind is StepKind.DECISION,
            starts=step.is_start,
            ends=step.is_end,
            waits=step.waits,
            receives=tuple(self._relay(flow, steps[flow.source]) for flow in self.graph.incoming[step.id]),
            inputs=tuple(row.mutu_baku.kelengkapan),
            time=self.cells.times[step.row],
            shared=self.sharing.get(self.cells.of[step.row], ()),
            whole=self.symbols[step.row] > 1,
            outputs=tuple(row.mutu_baku.output),
            hands=tuple(self._relay(flow, steps[flow.target]) for flow in flows),
            remarks=tuple(row.keterangan),
        )

    def _relay(self, flow: Flow, other: Step) -> Relay:
        """A flow, as seen from the end that ``other`` is not."""
        end = None if other.virtual else other.id
        roles = () if other.virtual else other.lanes
        together = flow.kind is FlowKind.PARALLEL
        return Relay(end, roles, flow.label, flow in self.back, flow.repeats, together)
