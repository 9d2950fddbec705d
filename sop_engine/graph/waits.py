"""What steps with ``gabung: semua`` wait for.

In: a ``Net`` and its ``Arms``. Out: for each join a ``Wait``.

A join waits for all flows that run side by side. Flows that loop back to it are never waited for. Branches
of one decision count as one flow, however far behind the decision they meet: flows that no split tells
apart are alternatives, and one of them is enough.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from sop_engine.graph.lineage import Arms, bits
from sop_engine.graph.net import Net

__all__ = ["Both", "OneOf", "Wait", "Waits", "flows_in", "waits_of"]


@dataclass(frozen=True, slots=True)
class Both:
    """All parts must have come; there are two or more, and none is itself such a list."""

    parts: tuple["Wait", ...]


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of the parts must have come: they are alternatives; two or more, and none is such a list."""

    parts: tuple["Wait", ...]


Wait: TypeAlias = int | Both | OneOf
"""What a join waits for: a flow's number, or parts."""


@dataclass(frozen=True, slots=True)
class Waits:
    """What all joins of a procedure wait for.

    Attributes:
        of: by join; a join that nothing enters but loops, or flows that no start leads to, is not there.
        tangled: joins whose flows could not be told apart with a bearable effort; they are in ``of`` as if
            they waited for every single flow.
    """

    of: dict[int, Wait]
    tangled: tuple[int, ...]


_WIDEST = 256
"""So many flows that no split divides are still compared two by two."""

_DEEPEST = 100
"""So many decisions, each behind the one before, are still followed."""


class _TangledError(Exception):
    """Flows beyond the bounds above."""


def flows_in(wait: Wait) -> Iterator[int]:
    """The flows that a wait names, in its order."""
    if isinstance(wait, int):
        yield wait
    else:
        for part in wait.parts:
            yield from flows_in(part)


def waits_of(net: Net, arms: Arms) -> Waits:
    """What each join waits for.

    O(flows into joins * arms open there / 64) where splits and joins pair up, as they nearly always do.
    """
    waits: dict[int, Wait] = {}
    tangled = []
    for join in net.joins:
        kinds: dict[int, list[Wait]] = {}
        for flow in net.entering[join]:
            if net.reachable[net.sources[flow]] and flow not in net.loops:
                kinds.setdefault(arms.on[flow], []).append(flow)
        if not kinds:
            continue
        # Flows with equal sets of arms are alternatives; from here on only sets are told apart.
        sorter = _Sorter(arms, {of: _one_of(flows) for of, flows in kinds.items()})
        try:
            waits[join] = sorter.divided(list(kinds), 0)
        except _TangledError:
            tangled.append(join)
            waits[join] = _both(flow for flows in kinds.values() for flow in flows)
    return Waits(waits, tuple(tangled))


@dataclass(frozen=True, slots=True)
class _Sorter:
    """Takes the flows into one join apart. A set is the arms of a flow, as bits."""

    arms: Arms
    leaves: dict[int, Wait]

    def divided(self, sets: list[int], depth: int) -> Wait:
        """Sets that may run side by side, each divided into alternatives, and so on."""
        if depth > _DEEPEST:
            raise _TangledError
        parts: list[Wait] = []
        stack = [sets]
        while stack:
            group = stack.pop()
            if len(group) == 1:
                parts.append(self.leaves[group[0]])
            elif len(alternatives := self._alternatives(group)) > 1:
                parts.append(_one_of(self.divided(part, depth + 1) for part in alternatives))
            elif len(sides := self._sides(group)) > 1:
                stack.extend(reversed(sides))
            else:
                parts.append(self._by_pairs(group, depth))
        return _both(parts)

    def _alternatives(self, sets: list[int]) -> list[list[int]]:
        """Groups that have no split in common that could tell them apart."""
        common = _common(sets)
        touched = []
        for of in sets:
            whole = 0
            for split in self._telling(of, common):
                whole |= split
            touched.append(whole)
        return _overlapping(sets, touched)

    def _sides(self, sets: list[int]) -> list[list[int]]:
        """Groups that run side by side by one split that all come from."""
        for split in self._telling(sets[0], _common(sets)):
            if all(of & split for of in sets):
                groups = _overlapping(sets, [of & split for of in sets])
                if len(groups) > 1:
                    return groups
        return [sets]

    def _telling(self, of: int, common: int) -> Iterator[int]:
        """The splits of a set, but not those of which all sets share an arm: they tell no two apart."""
        rest = of & ~common
        while rest:
            split = self.arms.splits[(rest & -rest).bit_length() - 1]
            rest &= ~split
            if not split & common:
                yield split

    def _by_pairs(self, sets: list[int], depth: int) -> Wait:
        """The same for sets that no single split divides, looking at every two of them.

        Where that does not divide them either (alternatives in one run, side by side in another), all are
        waited for: that is what the word says, and the token game shows whether it can last for ever.
        """
        if len(sets) > _WIDEST:
            raise _TangledError
        beside = [0] * len(sets)
        for one, first in enumerate(sets):
            for other, second in enumerate(sets[:one]):
                if self.arms.split_of(first, second) is not None:
                    beside[one] |= 1 << other
                    beside[other] |= 1 << one
        everyone = (1 << len(sets)) - 1
        near = [mask | 1 << one for one, mask in enumerate(beside)]
        groups = _connected(sets, near)
        if len(groups) > 1:
            return _one_of(self.divided(group, depth + 1) for group in groups)
        groups = _connected(sets, [everyone & ~mask for mask in beside])
        if len(groups) > 1:
            return _both(self.divided(group, depth + 1) for group in groups)
        return _both(self.leaves[of] for of in sets)


def _common(sets: list[int]) -> int:
    """The arms that all sets share."""
    common = sets[0]
    for of in sets:
        common &= of
    return common


def _overlapping(sets: list[int], marks: list[int]) -> list[list[int]]:
    """Sets whose marks overlap, directly or through others, in the order of their first."""
    if not any(mark & (mark - 1) for mark in marks if mark):
        single: dict[int, list[int]] = {}
        for at, (of, mark) in enumerate(zip(sets, marks, strict=True)):
            single.setdefault(mark or ~at, []).append(of)
        return list(single.values())
    groups: list[tuple[int, list[int]]] = []
    for at, mark in enumerate(marks):
        members = [at]
        apart = []
        for held, others in groups:
            if held & mark:
                mark |= held  # noqa: PLW2901 - the group grows by what it meets
                members = [*others, *members]
            else:
                apart.append((held, others))
        groups = [*apart, (mark, members)]
    return [
        [sets[at] for at in sorted(members)] for _, members in sorted(groups, key=lambda group: min(group[1]))
    ]


def _connected(sets: list[int], near: list[int]) -> list[list[int]]:
    """Connected components where ``near`` holds each one's neighbours, itself among them, as bits."""
    left = (1 << len(sets)) - 1
    groups = []
    while left:
        group, rim = 0, left & -left
        while rim:
            group |= rim
            for one in bits(rim):
                rim |= near[one]
            rim &= ~group
        left &= ~group
        groups.append([sets[one] for one in bits(group)])
    return groups


def _one_of(parts: Iterable[Wait]) -> Wait:
    flat = [inner for part in parts for inner in (part.parts if isinstance(part, OneOf) else (part,))]
    return flat[0] if len(flat) == 1 else OneOf(tuple(flat))


def _both(parts: Iterable[Wait]) -> Wait:
    flat = [inner for part in parts for inner in (part.parts if isinstance(part, Both) else (part,))]
    return flat[0] if len(flat) == 1 else Both(tuple(flat))
