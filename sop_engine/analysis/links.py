"""Ways as searches build them: from their ends, so that long ways share what they end with.

In: links, each a piece of a way and the rest of the way behind it. Out: ``walk_of``: the ``Walk`` that begins with one.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

from sop_engine.analysis.walked import Again, Pass, Side, Walk

__all__ = ["AgainLink", "Link", "MetLink", "RunLink", "SideLink", "StepLink", "walk_of"]


class StepLink(NamedTuple):
    """A step by its number, and what follows."""

    step: int
    counts: bool
    by: int | None
    rest: "Link | None"


class SideLink(NamedTuple):
    """Arms, and what follows."""

    arms: "tuple[Link | None, ...]"
    rest: "Link | None"


class AgainLink(NamedTuple):
    """Rounds, and what follows."""

    often: int
    walk: "Link | None"
    rest: "Link | None"


class MetLink(NamedTuple):
    """The end of an arm, with the flow by which it comes to where it meets the others."""

    by: int
    rest: None = None


class RunLink(NamedTuple):
    """Pieces that many ways have in common, and what follows in this one."""

    run: "Link"
    rest: "Link | None"


Link: TypeAlias = StepLink | SideLink | AgainLink | MetLink | RunLink


def walk_of(link: Link | None, ids: Sequence[str], known: dict[int, Walk] | None = None) -> Walk:
    """The walk that begins with a link.

    Args:
        link: its first piece; None for nothing at all.
        ids: the id of each step.
        known: walks made before of links that are still there, by the identity of the link; grows.
    """
    known = {} if known is None else known
    if link is None:
        return ()
    waiting = [link]
    while waiting:
        first = waiting[-1]
        inner = [one for one in _inner_links(first) if id(one) not in known] if id(first) not in known else []
        if inner:
            waiting += inner
            continue
        waiting.pop()
        if id(first) not in known:
            known[id(first)] = tuple(_pieces(first, ids, known))
    return known[id(link)]


def _chain(link: Link | None) -> Iterator[Link]:
    while link is not None:
        yield link
        link = link.rest


def _inner_links(first: Link) -> Iterator[Link]:
    """The links that arms and rounds of a way begin with."""
    for link in _chain(first):
        if isinstance(link, SideLink):
            yield from (arm for arm in link.arms if arm is not None)
        elif isinstance(link, AgainLink) and link.walk is not None:
            yield link.walk
        elif isinstance(link, RunLink):
            yield link.run


def _met_by(arm: Link | None) -> int | None:
    """The flow by which an arm comes to where it meets the others."""
    return next((link.by for link in _chain(arm) if isinstance(link, MetLink)), None)


def _pieces(first: Link, ids: Sequence[str], known: dict[int, Walk]) -> Iterator[Pass | Side | Again]:
    for link in _chain(first):
        match link:
            case StepLink(step, counts, by, _):
                yield Pass(ids[step], counts, by)
            case SideLink(arms, _):
                yield Side(
                    tuple(() if arm is None else known[id(arm)] for arm in arms), tuple(map(_met_by, arms))
                )
            case AgainLink(often, walk, _):
                yield Again(often, () if walk is None else known[id(walk)])
            case RunLink(run, _):
                yield from known[id(run)]
