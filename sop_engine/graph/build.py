"""Building the graph: from rows and symbols to steps and flows.

In: a SOP and the document that it was read from. Out: a ``ProcessGraph``. Whatever the SOP says, there is a
graph: targets that name no single step stay as ``unresolved``, ids that are none as ``bad_names``.
"""

from types import MappingProxyType

from sop_engine.graph._leaving import Leaving, VirtualEnd, leaving
from sop_engine.graph._names import Names, Part, name_parts
from sop_engine.graph.process import NameFault, ProcessGraph, Step, StepKind
from sop_engine.model.sop import Sop
from sop_engine.model.symbols import END
from sop_engine.reading.document import Document

__all__ = ["build"]

_WRITTEN = {
    "mulai": StepKind.START,
    "proses": StepKind.PROCESS,
    "keputusan": StepKind.DECISION,
    "selesai": StepKind.END,
}


def build(sop: Sop, document: Document, *, complete: bool = True) -> ProcessGraph:
    """Build the graph of a SOP.

    Args:
        sop: the models; values that could not be read are left out.
        document: what they were made from; gives the places.
        complete: every key that shapes the flow could be read.

    Returns:
        The graph, in linear time. It is ``complete`` only where ``complete`` was given and nothing found here
        leaves open where the flow goes.
    """
    names = name_parts(sop, document)
    left = leaving(names, document)
    steps: dict[str, Step] = {}
    says_start = any(part.model.bentuk == "mulai" for part in names.parts)
    for number, part in enumerate(names.parts):
        step = _step(
            part,
            sop,
            is_start=part.model.bentuk == "mulai" if says_start else number == 0,
            is_end=number in left.ends,
        )
        steps[step.id] = step
        if number in left.virtual:
            end = _virtual(step, left.virtual[number])
            steps[end.id] = end
    sure = complete and not left.unresolved and not left.lacking and not _may_mean_another(names, left, steps)
    return ProcessGraph(
        MappingProxyType(steps),
        tuple(left.flows),
        tuple(left.unresolved),
        sure,
        MappingProxyType({name: names.parts[number].id for name, number in names.meant.items()}),
        MappingProxyType(names.rows),
        tuple(names.bad),
    )


def _step(part: Part, sop: Sop, *, is_start: bool, is_end: bool) -> Step:
    model = part.model
    merged = sop.tampilan.terminator == "menyatu"
    return Step(
        part.id,
        part.row,
        part.symbol,
        tuple([role for role in dict.fromkeys(model.pelaksana) if role in sop.pelaksana]),
        _kind(part, is_start=is_start and merged, is_end=is_end and merged),
        is_start,
        is_end,
        model.gabung == "semua",
        sop.kegiatan[part.row].mutu_baku.waktu,
        model.teks,
        virtual=False,
        loc=part.loc,
        span=part.span,
    )


def _kind(part: Part, *, is_start: bool, is_end: bool) -> StepKind:
    """The symbol: a decision keeps its diamond, else what is written wins, else terminators are capsules."""
    model = part.model
    if model.cabang is not None:
        return StepKind.DECISION
    if model.bentuk is not None:
        return _WRITTEN[model.bentuk]
    if is_start:
        return StepKind.START
    return StepKind.END if is_end else StepKind.PROCESS


def _virtual(step: Step, end: VirtualEnd) -> Step:
    """The end behind a step, in its row and lanes, at the place where the author wrote ``selesai``."""
    return step._replace(
        id=end.id,
        kind=StepKind.END,
        is_start=False,
        is_end=True,
        waits=False,
        teks=None,
        virtual=True,
        loc=end.loc,
        span=end.span,
    )


def _may_mean_another(names: Names, left: Leaving, steps: dict[str, Step]) -> bool:
    """Whether an id that is none may hide where a flow goes: some target names it, or nothing could."""
    if not names.bad:
        return False
    entered = {flow.target for flow in left.flows}
    return any(
        (END if bad.fault is NameFault.RESERVED else bad.text) in left.named
        or not (bad.step in entered or steps[bad.step].is_start)
        for bad in names.bad
    )
