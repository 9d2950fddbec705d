"""The audit of off-page connectors: whether each letter leads from every page to one target and no other.

In: a finished drawing. Out: a line on each fault.
"""

from collections.abc import Iterator

from sop_engine.layout.audit_geometry import on_edge
from sop_engine.layout.drawing import Connector, Drawing, Page, Shape, Symbol

__all__ = ["wrong_letters"]


def wrong_letters(drawing: Drawing) -> Iterator[str]:
    """Yield letters that do not name one target, targets of two letters, pentagons missing or too many."""
    targets: dict[str, set[str]] = {}
    for page in drawing.pages:
        pentagons = _pentagons(page)
        names = [symbol.id for symbol in pentagons]
        for name in sorted({name for name in names if names.count(name) > 1}):
            yield f"{name} stands twice on page {page.number}"
        for symbol in pentagons:
            joined = [
                connector
                for connector in page.connectors
                if on_edge(symbol.box, connector.points[0]) or on_edge(symbol.box, connector.points[-1])
            ]
            if not joined:
                yield f"{symbol.id} on page {page.number} joins nothing"
            if _both_ways(symbol, joined):
                yield f"{symbol.id} on page {page.number} is both left and entered"
            targets.setdefault(symbol.id, set()).update(connector.target for connector in joined)
    for name, found in targets.items():
        if len(found) != 1:
            yield f"{name} names {len(found)} targets"
    yield from _two_letters(targets)
    yield from _halves(drawing)


def _pentagons(page: Page) -> list[Symbol]:
    return [symbol for symbol in page.symbols if symbol.shape is Shape.OFFPAGE]


def _both_ways(symbol: Symbol, joined: list[Connector]) -> bool:
    """Whether some connectors end at a pentagon and others begin there."""
    return len({on_edge(symbol.box, connector.points[0]) for connector in joined}) > 1


def _two_letters(targets: dict[str, set[str]]) -> Iterator[str]:
    """Yield targets that more than one letter names."""
    letters: dict[str, list[str]] = {}
    for name, found in targets.items():
        for target in sorted(found):
            letters.setdefault(target, []).append(name)
    for target, names in letters.items():
        if len(names) > 1:
            yield f"{target} is named by {', '.join(names)}"


def _halves(drawing: Drawing) -> Iterator[str]:
    """Yield connectors across pages that lack one of their two halves."""
    leaves: dict[tuple[str, str], set[str]] = {}
    enters: dict[tuple[str, str], set[str]] = {}
    for page in drawing.pages:
        for connector in page.connectors:
            for symbol in _pentagons(page):
                key = (connector.source, connector.target)
                if on_edge(symbol.box, connector.points[-1]):
                    leaves.setdefault(key, set()).add(symbol.id)
                if on_edge(symbol.box, connector.points[0]):
                    enters.setdefault(key, set()).add(symbol.id)
    for key in sorted(leaves.keys() | enters.keys()):
        if leaves.get(key) != enters.get(key):
            yield f"{key[0]} -> {key[1]} is not joined by one letter"
