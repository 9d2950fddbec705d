"""How much alike two texts are, as rapidfuzz measures it.

In: texts. Out: distances and ratios. Loading rapidfuzz takes longer than checking a SOP, and most SOPs have nothing
that must be compared letter by letter: it is loaded for the first two texts that must.
"""

from collections.abc import Iterable
from functools import cache
from importlib import import_module
from typing import Any

__all__ = ["is_one_letter_off", "likest", "ratio"]


@cache
def _rapidfuzz(part: str) -> Any:
    return import_module(f"rapidfuzz.{part}")


def is_one_letter_off(one: str, other: str) -> bool:
    """Whether two words differ by one letter that is changed, missing or too many, or by two swapped ones."""
    distance: int = _rapidfuzz("distance").OSA.distance(one, other, score_cutoff=1)
    return distance == 1


def ratio(one: str, other: str) -> float:
    """Likeness from 0 to 100."""
    found: float = _rapidfuzz("fuzz").ratio(one, other)
    return found


def likest(text: str, choices: Iterable[str], least: float) -> str | None:
    """The choice that is most like a text, by ``ratio``; None where none is ``least`` alike. The first of equals."""
    best = _rapidfuzz("process").extractOne(
        text, list(choices), scorer=_rapidfuzz("fuzz").ratio, score_cutoff=least
    )
    return None if best is None else str(best[0])
