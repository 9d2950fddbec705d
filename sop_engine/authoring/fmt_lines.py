"""From the parts of a definition to its text in the usual form.

In: ``Parts``. Out: lines with LF: two spaces for each step inwards, items two under their key, at most one empty line
in a row, comments behind texts at least two spaces away and below each other where they were.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from sop_engine.authoring.fmt_parts import Block, Entry, Note, Raw, Side, Sort
from sop_engine.authoring.fmt_reading import Parts

__all__ = ["written"]

STEP = 2


@dataclass(slots=True)
class _Line:
    """A line to be: its text, and the comment behind it.

    Attributes:
        text: all but the comment.
        comment: the comment, or nothing.
        column: where the comment began.
        gap: how many spaces stood before it; None where it only goes on below another.
        alone: the comment stays as far from the text as it was, whatever stands above and below.
        kept: an empty line that belongs to a text.
    """

    text: str
    comment: str = ""
    column: int = -1
    gap: int | None = None
    alone: bool = False
    kept: bool = False


def written(parts: Parts) -> str:
    """The text of a definition, with one final line end."""
    lines = [_Line(note.text) for note in parts.head]
    if isinstance(parts.body, Block):
        lines += _block(parts.body, 0)
    else:
        lines += _raw("", parts.body, 0, None)
    lines += [_Line(note.text) for note in parts.tail]
    _align(lines)
    found: list[str] = []
    for line in lines:
        if line.text or line.comment or line.kept or (found and found[-1]):
            found.append(f"{line.text}{line.comment}")
    while found and not (found[-1] or lines[-1].kept):
        found.pop()
    return "\n".join([*found, ""])


def _block(block: Block, indent: int, *, bare: bool = False) -> list[_Line]:
    """The lines of a block; ``bare`` leaves out what leads its first entry, which stands elsewhere."""
    found: list[_Line] = []
    for at, entry in enumerate(block.entries):
        if at or not bare:
            found += _notes(_led(entry), indent)
        found += _entry(entry, indent)
        found += _notes(entry.tail, indent + STEP)
    return found + _notes(block.tail, indent)


def _led(entry: Entry) -> Iterable[Note]:
    """What leads an entry: of an item also what leads its own first entry, since the two share a line."""
    if entry.name is not None or not isinstance(entry.value, Block):
        return entry.lead
    return chain(entry.lead, (note for note in _led(entry.value.entries[0]) if note.text))


def _entry(entry: Entry, indent: int) -> list[_Line]:
    head = f"{'':{indent}}{entry.head}"
    if isinstance(entry.value, Raw):
        return _raw(f"{head} ", entry.value, indent, entry.side)
    if entry.value is None:
        return _with_side([_Line(head)], 0, entry.side)
    inner = indent + STEP
    if entry.name is not None:
        return _with_side([_Line(head)], 0, entry.side) + _block(entry.value, inner)
    lines = _block(entry.value, inner, bare=True)
    lines[0].text = f"{head} {lines[0].text[inner:]}"
    return lines


def _raw(head: str, raw: Raw, indent: int, side: Side | None) -> list[_Line]:
    """The lines of a value, behind its key or dash; the comment stands behind a block text's mark, else behind all."""
    first, *others = raw.lines
    if raw.sort is Sort.BLOCK:
        inner = indent + next((int(sign) for sign in first if sign.isdigit()), STEP)
        lines = [_Line(f"{'':{inner}}{line}" if line else "", kept=True) for line in others]
        return _with_side([_Line(head + first), *lines], 0, side)
    if raw.sort is Sort.FLOW:
        shifted = (_shifted(line, indent - raw.column) for line in others)
    else:
        shifted = (f"{'':{indent + STEP}}{words}" if (words := line.lstrip(" \t")) else "" for line in others)
    texts = [head + first, *shifted]
    texts[:-1] = map(_trimmed, texts[:-1])
    return _with_side([_Line(text, kept=True) for text in texts], len(texts) - 1, side)


def _trimmed(line: str) -> str:
    """The line without spaces at its end, but for those that a backslash makes count."""
    short = line.rstrip(" \t")
    return line if short.endswith("\\") else short


def _shifted(line: str, by: int) -> str:
    words = line.lstrip(" ")
    return f"{'':{max(len(line) - len(words) + by, 0)}}{words}" if words else ""


def _with_side(lines: list[_Line], at: int, side: Side | None) -> list[_Line]:
    """The lines, with a comment behind one of them and its further lines below."""
    if side is not None:
        lines[at].comment, lines[at].column, lines[at].gap = side.text, side.column, side.gap
        lines[at].alone = side.kept
        lines[at + 1 : at + 1] = [_Line("", text, side.column) for text in side.more]
    return lines


def _notes(notes: Iterable[Note], indent: int) -> list[_Line]:
    # The mark of a document counts only at the left margin.
    return [
        _Line(f"{'':{indent if note.text.startswith('#') else 0}}{note.text}") if note.text else _Line("")
        for note in notes
    ]


def _align(lines: list[_Line]) -> None:
    """Put spaces before the comments behind texts: two, or as many as there were.

    Comments on lines that follow each other and that began in one column do so again.
    """
    group: list[_Line] = []
    for line in [*lines, _Line("")]:
        if group and (line.column != group[0].column or line.alone or group[0].alone):
            _put(group)
            group = []
        if line.comment:
            group.append(line)


def _put(group: list[_Line]) -> None:
    gap = min(line.gap for line in group if line.gap is not None)
    gap = gap if group[0].alone else max(STEP, gap)
    column = gap + max(len(line.text) for line in group)
    for line in group:
        line.text = line.text.ljust(column)
