"""What ways through a procedure are made of: its shape as data, and why it may not be told.

In: nothing but numbers of steps and flows. Out: ``Regions``, its parts, and ``Doubt``.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, NamedTuple

from sop_engine.graph.net import Net

__all__ = ["NEVER", "Block", "Doubt", "DoubtKind", "Loop", "Regions", "Way"]


class DoubtKind(StrEnum):
    """Why a figure cannot be given."""

    INCOMPLETE = "incomplete"
    """The flow could not be read whole."""
    NO_WAY = "no way"
    """No way leads from a start to an end."""
    STUCK = "stuck"
    """A step may wait for ever."""
    REENTRY = "reentry"
    """A flow goes back into the middle of a loop."""
    TANGLED = "tangled"
    """The arms of a split cannot be told apart: they meet without waiting, or somebody else comes in."""
    ENDLESS = "endless"
    """What is asked for goes round for ever."""
    TOO_MANY = "too many"
    """Units that do not compare leave too many candidates."""
    SHARES = "shares"
    """The shares of a decision do not add up to one."""
    SIDE_LOOP = "side loop"
    """An arm may go round without a limit while others run beside it."""
    DEPENDENT = "dependent"
    """Arms that run side by side come to the same decision."""
    TOO_LARGE = "too large"
    """There are too many cases to look at each of them."""


class Doubt(NamedTuple):
    """Why a figure cannot be given, and the steps (ids) where it shows; in document order."""

    kind: DoubtKind
    steps: tuple[str, ...] = ()


class Way(NamedTuple):
    """One way on from a step: its number among the step's ways, and its flows; several are a split."""

    number: int
    flows: tuple[int, ...]


class Block(NamedTuple):
    """Where the arms of a split meet: the step that waits for them, or None where each goes on for itself.

    For each arm also the flows by which it may come there, by number.
    """

    join: int | None
    arrivals: tuple[tuple[int, ...], ...] = ()


class Loop(NamedTuple):
    """A loop: the flow by which a step sets out to go back, that step, and the step that is come back to.

    The flow goes back itself, or leads to steps from which nothing else can be done than to go back, such as a row
    for corrections: ``5 -> 6 -> 5`` sets out by the flow from 5 to 6.
    """

    flow: int
    source: int
    head: int


@dataclass(frozen=True, eq=False)
class Regions:
    """The shape of a flow, by the numbers of ``net``.

    Attributes:
        net: the flow.
        ways: for each step its ways on, without those that go back at once.
        blocks: for each split (step and number of the way) where its arms meet.
        within: for each step the join that the innermost arm it stands in leads to; None outside of all.
        loops: the ways by which somebody goes round, in document order.
        doubt: why ways through it cannot be told, or None.
        level: for each step how far back it must go before it can end: 0 where it need not, else the depth of the
            least deep step (in the tree of dominators) that it can go back to; ``NEVER`` where there is neither.
        depth: how deep each step stands in that tree, from 1.
    """

    net: Net
    ways: list[tuple[Way, ...]]
    blocks: dict[tuple[int, int], Block] = field(default_factory=dict)
    within: list[int | None] = field(default_factory=list)
    loops: tuple[Loop, ...] = ()
    doubt: Doubt | None = None
    level: list[int] = field(default_factory=list)
    depth: list[int] = field(default_factory=list)

    def level_of(self, flows: Sequence[int]) -> int:
        """How far back one of a step's ways must go; of a split the arm that must go furthest."""
        loops, targets = self.net.loops, self.net.targets
        return max(
            [self.depth[targets[flow]] if flow in loops else self.level[targets[flow]] for flow in flows]
        )


NEVER: Final = 1 << 60
"""The level of what neither ends nor goes back."""
