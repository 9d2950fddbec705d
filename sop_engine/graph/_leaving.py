"""What leaves each symbol: flows to others, and ends.

In: the named symbols of a SOP and its document. Out: ``Leaving``: flows, targets that name no single step,
and where the procedure ends.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from typing import Any, NamedTuple

from sop_engine.graph._names import Names, unused
from sop_engine.graph.process import Flow, FlowKind, Reference
from sop_engine.model.symbols import END
from sop_engine.reading.document import Document, Loc
from sop_engine.source import Span

__all__ = ["Leaving", "VirtualEnd", "leaving"]

_ONE = Fraction(1)


class VirtualEnd(NamedTuple):
    """The end behind a branch or an arm: its id, and the first place where the author wrote it."""

    id: str
    loc: Loc
    span: Span


@dataclass(frozen=True, slots=True)
class Leaving:
    """What leaves the symbols of a SOP; symbols by their number.

    Attributes:
        flows: in document order.
        unresolved: what leads to no single step.
        ends: symbols that end the procedure themselves.
        virtual: ends behind a symbol.
        named: all targets that the author wrote.
        lacking: symbols that are a decision with fewer than two branches, or a branch without a target.
    """

    flows: list[Flow] = field(default_factory=list)
    unresolved: list[Reference] = field(default_factory=list)
    ends: set[int] = field(default_factory=set)
    virtual: dict[int, VirtualEnd] = field(default_factory=dict)
    named: set[str] = field(default_factory=set)
    lacking: set[int] = field(default_factory=set)


class _Way(NamedTuple):
    """What all flows of one way out of a symbol share."""

    label: str | None = None
    branch: int | None = None
    probability: Fraction = _ONE
    repeats: int | None = None


_PLAIN = _Way()


def leaving(names: Names, document: Document) -> Leaving:
    """Find what leaves each symbol. Linear in the number of symbols and targets."""
    found = Leaving()
    for number, part in enumerate(names.parts):
        model = part.model
        if model.cabang is not None:
            _branches(found, names, document, number)
        elif model.lanjut:
            if model.lanjut == (END,):
                found.named.add(END)
                found.ends.add(number)
            else:
                loc = (*part.loc, "lanjut")
                _targets(found, names, document, number, model.lanjut, loc, _PLAIN)
        elif model.bentuk == "selesai":
            found.ends.add(number)
        else:
            _fall_through(found, names, number)
        if model.bentuk == "keputusan" and model.cabang is None:
            found.lacking.add(number)
    return found


def _branches(found: Leaving, names: Names, document: Document, number: int) -> None:
    """The branches of a decision."""
    part = names.parts[number]
    branches = part.model.cabang or {}
    if len(branches) < 2:
        found.lacking.add(number)
    rest = _rest(branches.values())
    for at, (label, branch) in enumerate(branches.items()):
        loc: Loc = (*part.loc, "cabang", label)
        if isinstance(_raw(document, loc), dict):
            loc = (*loc, "ke")
        probability = rest if branch.peluang is None else branch.peluang
        way = _Way(label, at, probability, branch.maks)
        if not branch.ke:
            found.lacking.add(number)
        _targets(found, names, document, number, branch.ke, loc, way)


def _rest(branches: Any) -> Fraction:
    """What each branch without ``peluang`` gets of what the others leave."""
    given = [branch.peluang for branch in branches if branch.peluang is not None]
    silent = len(branches) - len(given)
    if not silent:
        return _ONE
    return max(Fraction(), _ONE - sum(given)) / silent if given else _share(silent)


@cache
def _share(branches: int) -> Fraction:
    return Fraction(1, branches)


def _targets(
    found: Leaving,
    names: Names,
    document: Document,
    number: int,
    targets: Sequence[str],
    loc: Loc,
    way: _Way,
) -> None:
    """The flows of one way: one, or the arms of a split."""
    several = len(targets) > 1
    single = FlowKind.SEQUENCE if way.branch is None else FlowKind.BRANCH
    kind = FlowKind.PARALLEL if several else single
    listed = several or isinstance(_raw(document, loc), list)
    source = names.parts[number].id
    for at, text in enumerate(targets):
        place = (*loc, at) if listed else loc
        span = document.span(place)
        found.named.add(text)
        if text == END:
            target = _virtual_end(found, names, number, place, span).id
        elif text in names.meant:
            target = names.parts[names.meant[text]].id
        else:
            several_meant = _ids(names, names.several.get(text, ()))
            found.unresolved.append(
                Reference(
                    source, text, several_meant, way.label, way.branch, implicit=False, loc=place, span=span
                )
            )
            continue
        label, branch, probability, repeats = way
        found.flows.append(
            Flow(
                source,
                target,
                kind,
                label,
                branch,
                probability,
                repeats,
                implicit=False,
                loc=place,
                span=span,
            )
        )


def _virtual_end(found: Leaving, names: Names, number: int, loc: Loc, span: Span) -> VirtualEnd:
    """The one end behind a symbol that all its branches and arms to ``selesai`` share."""
    if number not in found.virtual:
        name = unused(f"{END}-{names.parts[number].id}", names)
        found.virtual[number] = VirtualEnd(name, loc, span)
    return found.virtual[number]


def _fall_through(found: Leaving, names: Names, number: int) -> None:
    """On to the next row; the last symbol of all ends, another one among several has to say where it goes."""
    part = names.parts[number]
    following = number + 1
    if following == len(names.parts):
        found.ends.add(number)
        return
    alone = names.first[part.row + 1] - names.first[part.row] == 1
    if alone and names.first[part.row + 2] - following == 1:
        target = names.parts[following].id
        found.flows.append(
            Flow(
                part.id,
                target,
                FlowKind.SEQUENCE,
                None,
                None,
                _ONE,
                None,
                implicit=True,
                loc=part.loc,
                span=part.span,
            )
        )
        return
    ids = _ids(names, range(following, names.first[part.row + 2])) if alone else ()
    found.unresolved.append(
        Reference(part.id, "", ids, None, None, implicit=True, loc=part.loc, span=part.span)
    )


def _ids(names: Names, numbers: Iterable[int]) -> tuple[str, ...]:
    return tuple(names.parts[number].id for number in numbers)


def _raw(document: Document, loc: Loc) -> Any:
    """What stands at a path, None where nothing does."""
    value: Any = document.data
    for part in loc:
        if isinstance(value, dict):
            value = value.get(part)
        elif isinstance(value, list) and isinstance(part, int) and part < len(value):
            value = value[part]
        else:
            return None
    return value
