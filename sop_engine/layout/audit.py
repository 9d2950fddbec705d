"""Self-audit: whether a finished drawing keeps what a sheet must keep.

In: a ``Drawing``, and nothing else: no code of the router, no knowledge of lanes' gutters or of tracks. Out:
``Audit``, a count for each invariant (0 where it holds), with the crossings and bends that the drawing has.

Every count looks at plain geometry: the points of connectors, the boxes of symbols, labels and cells. A kind of
fault has a module of its own: ``audit_lines``, ``audit_labels``, ``audit_texts`` and ``audit_letters``.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import MappingProxyType

from sop_engine.layout.audit_labels import label_touches
from sop_engine.layout.audit_letters import wrong_letters
from sop_engine.layout.audit_lines import (
    count_crossings,
    not_square,
    outside_lanes,
    shared_lines,
    through_symbols,
    too_near,
)
from sop_engine.layout.audit_texts import clipped, lost_words
from sop_engine.layout.drawing import Drawing, Page

__all__ = ["INVARIANTS", "Audit", "audit"]

_ON_A_PAGE: MappingProxyType[str, Callable[[Page], Iterator[str]]] = MappingProxyType(
    {
        "through-symbol": through_symbols,
        "shared-line": shared_lines,
        "label-touches": label_touches,
        "outside-lanes": outside_lanes,
        "not-square": not_square,
        "too-near": too_near,
        "text-clipped": clipped,
    }
)
_LETTERS = "off-page-letter"

INVARIANTS = (*_ON_A_PAGE, _LETTERS)
"""The invariants in the order in which they are counted."""


@dataclass(frozen=True, slots=True)
class Audit:
    """What was found.

    Attributes:
        counts: by invariant; 0 everywhere is a sound drawing.
        faults: a line on each fault, in the order of the pages.
        crossings: places where connectors cross; legal, but few is better.
        bends: corners of all connectors, those of one split or merge counted once.
    """

    counts: dict[str, int]
    faults: tuple[str, ...]
    crossings: int
    bends: int

    @property
    def sound(self) -> bool:
        """Whether every invariant holds."""
        return not any(self.counts.values())


def audit(drawing: Drawing) -> Audit:
    """Count the faults of a drawing by invariant, its crossings and its bends."""
    found: list[tuple[str, str]] = []
    crossings = bends = 0
    for page in drawing.pages:
        for name, faults in _ON_A_PAGE.items():
            found += [(name, f"halaman {page.number}: {name}: {fault}") for fault in faults(page)]
        crossings += count_crossings(page)
        bends += len({corner for connector in page.connectors for corner in connector.points[1:-1]})
    found += [("text-clipped", f"text-clipped: {fault}") for fault in lost_words(drawing.pages)]
    found += [(_LETTERS, f"{_LETTERS}: {fault}") for fault in wrong_letters(drawing)]
    counts = dict.fromkeys(INVARIANTS, 0)
    for name, _ in found:
        counts[name] += 1
    return Audit(counts, tuple(fault for _, fault in found), crossings, bends)
