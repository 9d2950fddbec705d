"""Changes of a text: what is to stand where, and how such changes are made together.

In: places in one text, and what belongs there. Out: the changed text, every other character as it was.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from sop_engine.diagnostics import Text
from sop_engine.source import Span

__all__ = ["Edit", "Fix", "changed", "edit_order", "overlap"]


@dataclass(frozen=True, slots=True)
class Edit:
    """One change: what stands at ``span`` gives way to ``text``; an empty span only inserts."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """How one finding is mended.

    Attributes:
        title: what is done, as a menu shows it: ``ganti dengan 'kasubbag'``.
        edits: all changes, in the order of the text; none overlaps another.
        safe: nothing that the SOP says is changed by it; the others need somebody who looks.
    """

    title: Text
    edits: tuple[Edit, ...]
    safe: bool


def edit_order(edit: Edit) -> tuple[int, int]:
    """The key by which edits stand in the order of the text; an insertion comes before what begins there."""
    return edit.span


def overlap(edits: Iterable[Edit]) -> bool:
    """Whether some edits of one text cannot be made together."""
    in_order = sorted(edits, key=edit_order)
    return any(after.span.start < before.span.end for before, after in pairwise(in_order))


def changed(text: str, edits: Iterable[Edit]) -> str:
    """Make changes in a text.

    Args:
        text: the text that the spans are places of.
        edits: in any order; insertions at one place keep theirs.

    Returns:
        The new text.

    Raises:
        ValueError: two of them overlap.
    """
    pieces: list[str] = []
    at = 0
    for edit in sorted(edits, key=edit_order):
        if edit.span.start < at:
            raise ValueError(f"two changes overlap at {edit.span.start}")
        pieces += [text[at : edit.span.start], edit.text]
        at = edit.span.end
    return "".join([*pieces, text[at:]])
