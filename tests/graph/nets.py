"""Small procedures as integers, and a second token game that knows nothing of the first.

The second one moves tokens in every order, one at a time, and looks at every marking.
"""

from collections import Counter
from itertools import product

from hypothesis import strategies as st

from sop_engine.graph.net import Net
from sop_engine.graph.waits import Both, OneOf, Wait, flows_in


def net_of(ways: list[list[list[int]]], joins: tuple[int, ...] = (), starts: tuple[int, ...] = (0,)) -> Net:
    """A net from the targets of each way of each step: ``[[[1, 2]], [[3]], [[3]], []]`` is a split."""
    sources: list[int] = []
    targets: list[int] = []
    numbered: list[list[list[int]]] = []
    for step, own in enumerate(ways):
        numbered.append([])
        for way in own:
            flows = []
            for target in way:
                flows.append(len(targets))
                sources.append(step)
                targets.append(target)
            numbered[-1].append(flows)
    ends = [step for step, own in enumerate(ways) if not own]
    return Net(numbered, sources, targets, list(starts), ends, list(joins))


KINDS = ("sequence", "sequence", "decision", "decision", "split", "split", "split")


@st.composite
def nets(draw: st.DrawFn, *, most: int = 8) -> Net:
    """Any small procedure of sequences, decisions, splits and ends; mostly onwards, with a few ways back."""
    size = draw(st.integers(3, most))
    ways: list[list[list[int]]] = []
    for step in range(size - 1):
        near = st.integers(step + 1, min(size - 1, step + 3))
        target = st.one_of(near, near, near, near, near, st.integers(0, size - 1))
        match draw(st.sampled_from(KINDS)):
            case "sequence":
                ways.append([[draw(target)]])
            case "split":
                ways.append([list(dict.fromkeys(draw(st.lists(target, min_size=2, max_size=3))))])
            case _:
                arms = st.lists(target, min_size=1, max_size=2).map(lambda found: list(dict.fromkeys(found)))
                ways.append(draw(st.lists(arms, min_size=2, max_size=3)))
    ways.append([])
    entered = Counter(target for own in ways for way in own for target in way)
    joins = [step for step in range(size) if entered[step] > 1 and draw(st.integers(0, 2))]
    starts = draw(st.sampled_from([(0,), (0,), (0,), (0, 1)]))
    return net_of(ways, tuple(joins), starts)


def taken(wait: Wait, tokens: Counter[int]) -> list[Counter[int]]:
    """All sets of flows whose tokens complete a wait."""
    if isinstance(wait, int):
        return [Counter([wait])] if tokens[wait] else []
    parts = [taken(part, tokens) for part in wait.parts]
    if isinstance(wait, OneOf):
        return [one for part in parts for one in part]
    assert isinstance(wait, Both)
    return [sum(chosen, Counter()) for chosen in product(*parts)]


def rests(
    net: Net, waits: dict[int, Wait], *, most_tokens: int = 6, most_markings: int = 1000
) -> set[frozenset[int]] | None:
    """The joins that hold a token, for each marking in which no token can move; None for too many markings."""
    waited = {flow: join for join, wait in waits.items() for flow in flows_in(wait)}
    marking = tuple[frozenset[tuple[int, int]], frozenset[tuple[int, int]]]
    stack: list[tuple[Counter[int], Counter[int]]] = [(Counter([start]), Counter()) for start in net.starts]
    seen: set[marking] = set()  # type: ignore[valid-type]
    found: set[frozenset[int]] = set()
    while stack:
        moving, waiting = stack.pop()
        key = (frozenset(moving.items()), frozenset(waiting.items()))
        if key in seen:
            continue
        seen.add(key)
        if len(seen) > most_markings or moving.total() + waiting.total() > most_tokens:
            return None
        completions = [(join, used) for join, wait in waits.items() for used in taken(wait, waiting)]
        # A join goes on at once when it is complete; where it can in two ways, either may happen.
        for join, used in completions:
            stack.append((moving + Counter([join]), waiting - used))
        if completions:
            continue
        if not moving:
            found.add(frozenset(waited[flow] for flow in waiting))
        for step in moving:
            rest = moving - Counter([step])
            if not net.ways[step]:
                stack.append((rest, waiting))
            for way in net.ways[step]:
                coming = [flow for flow in way if flow not in waited]
                stack.append(
                    (
                        rest + Counter(net.targets[flow] for flow in coming),
                        waiting + Counter(flow for flow in way if flow in waited),
                    )
                )
    return found
