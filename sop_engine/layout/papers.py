"""Papers that agencies print on.

In: the name of a paper as ``tampilan.kertas`` or ``--paper`` gives it. Out: its size in points, landscape,
as every real SOP sheet is.
"""

from typing import NamedTuple

from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError

__all__ = ["PAPERS", "Paper", "paper_named"]

_POINTS_PER_MM = 72 / 25.4


class Paper(NamedTuple):
    """A sheet of paper, landscape: its name, width and height in points."""

    name: str
    width: float
    height: float


def _millimetres(name: str, width: float, height: float) -> Paper:
    return Paper(name, round(width * _POINTS_PER_MM, 2), round(height * _POINTS_PER_MM, 2))


PAPERS = {
    "A4": _millimetres("A4", 297, 210),
    "F4": _millimetres("F4", 330, 215),
    "Letter": Paper("Letter", 792, 612),
    "Legal": Paper("Legal", 1008, 612),
}
"""All papers by name. A4 is ISO 216; F4 (folio) is 215 x 330 mm; Letter and Legal are the American sizes."""


def paper_named(name: str) -> Paper:
    """Return the paper of that name, in any case.

    Raises:
        UsageError: there is no such paper.
    """
    for paper in PAPERS.values():
        if paper.name.lower() == name.lower():
            return paper
    names = ", ".join(PAPERS)
    raise UsageError(
        Text(f"kertas '{name}' tidak dikenal", f"paper '{name}' is unknown"),
        Text(f"pilih salah satu: {names}", f"choose one of: {names}"),
    )
