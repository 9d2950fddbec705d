"""What a reader copies out of wrapped lines: words apart, and words that a line break tore whole.

In: the lines of a cell, and the text that they were wrapped from. Out: the same lines in stretches. A line that
broke at a space ends in a space, for programs that read a page take the end of a line for nothing, or for the end
of a hyphenated word, whose hyphen they drop. Of a torn word the first part says the whole word, and the others
a space; the format's own means (``ActualText`` in a PDF) tells that to whoever copies.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from sop_engine.layout.measure import Face, Line, Run, runs_of, width
from sop_engine.render.bidi import turns

__all__ = ["Stretch", "stretches"]

_HYPHEN, _INVISIBLE = "-", str.maketrans("", "", "\u00ad\u200b")
_SEAMS = ("-", "/", "\u2010", "\u2013", "\u2014")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a line.

    Attributes:
        runs: what is drawn.
        x: from the line's left end, points.
        actual: what a reader copies, where that is not what is drawn.
    """

    runs: tuple[Run, ...]
    x: float = 0.0
    actual: str | None = None


def stretches(
    lines: Sequence[Line], text: str, size: float, *, bold: bool
) -> tuple[tuple[Stretch, ...], ...]:
    """Return the stretches of each line.

    Args:
        lines: the lines, wrapped.
        text: what they were wrapped from, with its markup; empty where that is not known, and where a line
            was broken is then guessed from its last character.
        size: font size in points.
        bold: the weight.
    """
    if len(lines) == 1 and lines[0].runs:
        return ((Stretch(_spaced(lines[0].runs)),),)
    texts = [line.text for line in lines]
    ends = _followed(texts, text)
    # In a line that runs both ways the torn word may stand anywhere.
    ends = [
        _SPACE if turns(a) or turns(b) else end for end, (a, b) in zip(ends, pairwise(texts), strict=True)
    ]
    if all(end is _SPACE for end in ends):
        return tuple((Stretch(_spaced(line.runs)),) if line.runs else () for line in lines)
    return tuple(_whole(lines, ends, size, bold=bold))


def _spaced(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    *others, last = runs
    return (*others, Run(last.text + " ", last.italic))


class _End(Enum):
    """What the break behind a line is in the text."""

    SPACE = auto()
    TORN = auto()
    HYPHENATED = auto()


_SPACE, _TORN, _HYPHENATED = _End


def _followed(lines: Sequence[str], text: str) -> list[_End]:
    """Return what stands between each line and the next, by following the lines through their text."""
    plain = "".join(run.text for run in runs_of(text)).translate(_INVISIBLE)
    ends: list[_End] = []
    at, before = 0, _SPACE
    for number, line in enumerate(lines):
        start = at
        if not plain.startswith(line.removesuffix(_HYPHEN), start) or not line:
            start += len(plain) - at - len(plain[at:].lstrip())
        if number:
            ends.append(_SPACE if start > at or not line or not lines[number - 1] else before)
        if plain.startswith(line, start):
            at, before = start + len(line), _TORN
        elif line.endswith(_HYPHEN) and plain.startswith(line[:-1], start):
            at, before = start + len(line) - 1, _HYPHENATED
        else:
            return [_guessed(one, two) for one, two in pairwise(lines)]
    return ends


def _guessed(before: str, after: str) -> _End:
    """Return what a line's last characters say of its end."""
    within = before.endswith(_SEAMS) and before[-2:-1].isalnum() and after[:1].isalnum()
    return _TORN if within else _SPACE


def _whole(
    lines: Sequence[Line], ends: Sequence[_End], size: float, *, bold: bool
) -> Iterator[tuple[Stretch, ...]]:
    """Yield the stretches of lines of which some end within a word."""
    texts = [line.text for line in lines]
    words = _words(texts, ends)
    for at, line in enumerate(lines):
        if not line.runs:
            yield ()
            continue
        continued, torn = _goes_on(ends, at - 1), _goes_on(ends, at)
        length = len(texts[at])
        first = _first_space(texts[at]) if continued else 0
        last = texts[at].rfind(" ") + 1 if torn else length
        runs = line.runs if torn else _spaced(line.runs)
        parts: list[tuple[int, int, str | None]] = []
        if continued:
            parts.append((0, first, " "))
        if not (continued and torn and first == length):
            end = last if torn else length + 1
            if first < end:
                parts.append((first, end, None))
            if torn:
                parts.append((last, length, words[at]))
        yield tuple(
            Stretch(_cut(runs, start, stop), _width(_cut(runs, 0, start), size, bold=bold), actual)
            for start, stop, actual in parts
        )


def _goes_on(ends: Sequence[_End], at: int) -> bool:
    """Whether a line ends within a word; there is none before the first."""
    return 0 <= at < len(ends) and ends[at] is not _SPACE


def _words(texts: Sequence[str], ends: Sequence[_End]) -> dict[int, str]:
    """Return the whole word that the end of each torn line begins."""
    found: dict[int, str] = {}
    word = ""
    for at in range(len(texts) - 1, -1, -1):
        line = texts[at]
        if _goes_on(ends, at):
            tail = line[line.rfind(" ") + 1 :]
            found[at] = word = (tail[:-1] if ends[at] is _HYPHENATED else tail) + word
        if " " in line or not _goes_on(ends, at):
            word = line[: _first_space(line)]
    return found


def _first_space(text: str) -> int:
    found = text.find(" ")
    return len(text) if found < 0 else found


def _cut(runs: Sequence[Run], start: int, stop: int) -> tuple[Run, ...]:
    """Return the runs between two offsets."""
    found, at = [], 0
    for run in runs:
        piece = run.text[max(0, start - at) : max(0, stop - at)]
        if piece:
            found.append(Run(piece, run.italic))
        at += len(run.text)
    return tuple(found)


def _width(runs: Sequence[Run], size: float, *, bold: bool) -> float:
    return sum(width(run.text, size, Face.of(bold=bold, italic=run.italic)) for run in runs)
