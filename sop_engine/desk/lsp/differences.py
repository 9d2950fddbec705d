"""The few lines in which two versions of a text differ.

In: the text as it is and as it should be. Out: edits that make the one into the other, so that an editor keeps its
cursor, its folds and its marks wherever nothing changes.
"""

from difflib import SequenceMatcher
from itertools import pairwise

from sop_engine.edits import Edit
from sop_engine.source import SourceFile, Span

__all__ = ["differences"]


def differences(old: str, new: str) -> tuple[Edit, ...]:
    r"""What has to change.

    Args:
        old: the text as it is.
        new: the text as it should be.

    Returns:
        Edits of whole lines, in the order of the text; within a single changed line only its differing part.

    >>> differences("a: 1\nb: 2\n", "a: 1\nb: 3\n")
    (Edit(span=Span(start=8, end=9), text='3'),)
    """
    before, after = _lines(old), _lines(new)
    starts = SourceFile("", old).line_starts
    edits = []
    for first, last, start, end in _changed(before, after):
        at = starts[first] if first < len(before) else len(old)
        edits.append(_narrowed(at, "".join(before[first:last]), "".join(after[start:end])))
    return tuple(edits)


def _changed(before: list[str], after: list[str]) -> list[tuple[int, int, int, int]]:
    """Which lines give way to which, as two ranges; of as many lines, each to the one in its place.

    Comparing each line with every other would take minutes in a table of a thousand rows, whose lines are much alike.
    """
    if len(before) == len(after):
        pairs = enumerate(zip(before, after, strict=True))
        return [(at, at + 1, at, at + 1) for at, (old, new) in pairs if old != new]
    codes = SequenceMatcher(None, before, after).get_opcodes()
    return [(first, last, start, end) for what, first, last, start, end in codes if what != "equal"]


def _lines(text: str) -> list[str]:
    """The lines with their ends; an empty last one is none."""
    starts = (*SourceFile("", text).line_starts, len(text))
    lines = [text[start:end] for start, end in pairwise(starts)]
    return lines if lines[-1] else lines[:-1]


def _narrowed(at: int, old: str, new: str) -> Edit:
    """The edit that puts ``new`` in the place of ``old``, without what both begin and end with."""
    most = min(len(old), len(new))
    head = next((at for at in range(most) if old[at] != new[at]), most)
    tail = next((at for at in range(most - head) if old[-1 - at] != new[-1 - at]), most - head)
    # No editor can point between the two halves of a line end.
    head -= _parts(old, head) or _parts(new, head)
    tail -= _parts(old, len(old) - tail) or _parts(new, len(new) - tail)
    return Edit(Span(at + head, at + len(old) - tail), new[head : len(new) - tail])


def _parts(text: str, at: int) -> bool:
    r"""Whether a place is in the middle of a ``\r\n``."""
    return at > 0 and text[at - 1 : at + 1] == "\r\n"
