"""A path as a list of things to go through one after the other.

In: a ``Walk``. Out: ``Item``s in order: steps with the answer that is given there, and the arms that run side by side;
or the answers alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from sop_engine.analysis.walked import Again, Pass, Side, Walk
from sop_engine.graph.process import ProcessGraph

__all__ = ["Item", "answers_in", "items_of"]


@dataclass(slots=True)
class Item:
    """One line of a walkthrough.

    Attributes:
        depth: how many splits it stands in.
        step: id of the step; None for the beginning of an arm.
        counts: its row's time is added here.
        again: it has been done before on this path.
        answer: the label that is said there, or None.
        arm: for the beginning of an arm its number from 1 and how many there are; None for a step.
    """

    depth: int
    step: str | None
    counts: bool = False
    again: bool = False
    answer: str | None = None
    arm: tuple[int, int] | None = None


def items_of(walk: Walk, graph: ProcessGraph) -> list[Item]:
    """All lines; rounds are told one by one, and ends that nobody works at are left out."""
    found: list[Item] = []
    last: dict[str, Item] = {}
    for depth, piece in _pieces(walk):
        if isinstance(piece, _Arm):
            found.append(Item(depth, None, arm=piece))
            continue
        by = piece.by
        if by is not None and (label := graph.flows[by].label) is not None:
            last[graph.flows[by].source].answer = label
        if isinstance(piece, _Met) or graph.steps[piece.step].virtual:
            continue
        item = Item(depth, piece.step, piece.counts, piece.step in last)
        last[piece.step] = item
        found.append(item)
    return found


def answers_in(walk: Walk, graph: ProcessGraph) -> Iterator[tuple[str, str]]:
    """The decisions in order: step and what is said there; a branch that splits says it once."""
    said: set[str] = set()
    for _, piece in _pieces(walk):
        if isinstance(piece, _Arm):
            continue
        if piece.by is not None:
            flow = graph.flows[piece.by]
            if flow.label is not None and flow.source not in said:
                said.add(flow.source)
                yield flow.source, flow.label
        if isinstance(piece, Pass):
            said.discard(piece.step)


class _Arm(NamedTuple):
    """The beginning of an arm: its number from 1, and how many there are."""

    number: int
    many: int


class _Met(NamedTuple):
    """The end of an arm that comes by a flow to where it meets the others."""

    by: int | None


_Told: TypeAlias = Pass | _Arm | _Met


def _pieces(walk: Walk) -> Iterator[tuple[int, _Told]]:
    """Steps, and beginnings and ends of arms, each with its depth."""
    waiting: list[tuple[int, Iterator[Pass | Side | Again | _Arm | _Met]]] = [(0, iter(walk))]
    while waiting:
        depth, pieces = waiting[-1]
        piece = next(pieces, None)
        if piece is None:
            waiting.pop()
        elif isinstance(piece, Again):
            waiting += [(depth, iter(piece.walk)) for _ in range(piece.count)]
        elif isinstance(piece, Side):
            many = len(piece.arms)
            ends = piece.by or (None,) * many
            for number, arm, by in reversed([*zip(range(1, many + 1), piece.arms, ends, strict=True)]):
                waiting += [
                    (depth, iter([_Met(by)])),
                    (depth + 1, iter(arm)),
                    (depth, iter([_Arm(number, many)])),
                ]
        else:
            yield depth, piece
