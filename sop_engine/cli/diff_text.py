"""What changed, for a terminal, a file or a pipe, and as Markdown.

In: sections as ``told``. Out: text.
"""

import re
from collections.abc import Iterator, Sequence

from sop_engine.cli.diff_items import Change, Item, Mark, Section
from sop_engine.report.terminal import cells, wrapped
from sop_engine.text import escaped

__all__ = ["as_markdown", "as_text"]

BOLD = "1"
_WHOLE = (Mark.ADDED, Mark.REMOVED)
"""What came or went as a whole; what it says came or went with it."""
COLOURS = {Mark.ADDED: "32", Mark.REMOVED: "31", Mark.CHANGED: "33", Mark.MOVED: "36"}
"""As git colours them: green, red; yellow and cyan for what is neither."""

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&$])")
_BULLET = re.compile(r"^[-+=]")
_NUMBER = re.compile(r"^(\d+)([.)])")


def as_text(heads: Sequence[str], sections: Sequence[Section], width: int, *, colour: bool) -> str:
    """The changes as text.

    Args:
        heads: lines on which two versions these are.
        sections: what changed.
        width: cells of a line; longer texts are wrapped.
        colour: whether to mark by colours what came and went.
    """

    def paint(text: str, style: str) -> str:
        return f"\x1b[{style}m{text}\x1b[0m" if colour else text

    lines = [line for head in heads for line in wrapped(escaped(head), width)]
    for section in sections:
        lines += ["", paint(escaped(section.heading), BOLD)]
        for item in section.items:
            lines += [
                paint(line, COLOURS[mark]) if mark in COLOURS else line for mark, line in _item(item, width)
            ]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _item(item: Item, width: int) -> Iterator[tuple[Mark | None, str]]:
    """The lines of an item, each with what its colour stands for."""
    number = f"{escaped(item.number)}  " if item.number else ""
    lead = "  " if item.mark in (Mark.PLAIN, Mark.NOTE) else f"  {item.mark.value} {number}"
    if not number and len(item.changes) == 1 and (short := _short(item.changes[0])) is not None:
        # What has but one thing to say says it behind its title, where there is room.
        line = f"{lead}{escaped(item.title)}: {short}"
        if cells(line) <= width:
            yield item.mark, line
            return
    yield from _hung(item.mark, lead, escaped(item.title), width)
    for change in item.changes:
        yield from _change(change, len(lead), width, whole=item.mark in _WHOLE)


def _change(change: Change, indent: int, width: int, *, whole: bool) -> Iterator[tuple[Mark | None, str]]:
    blanks = " " * indent
    label = escaped(change.label)
    short = _short(change)
    if short is not None and indent + cells(label) + 2 + cells(short) <= width:
        yield None, f"{blanks}{label}: {short}" if label else f"{blanks}{short}"
        return
    if whole and not (change.old and change.new):
        yield from _hung(None, f"{blanks}{label}: ", escaped((change.old or change.new)[0]), width)
        return
    inner = indent
    if label:
        yield None, f"{blanks}{label}:"
        inner += 2
    for mark, texts in ((Mark.REMOVED, change.old), (Mark.ADDED, change.new)):
        for text in texts:
            yield from _hung(mark, f"{' ' * inner}{mark.value} ", escaped(text), width)
    if change.note:
        yield None, f"{' ' * inner}({escaped(change.note)})"


def _short(change: Change) -> str | None:
    """Both texts on one line; None where there is more than one of either."""
    if len(change.old) > 1 or len(change.new) > 1 or not (change.old or change.new):
        return None
    if not (change.old and change.new):
        return None
    old, new = escaped(change.old[0]), escaped(change.new[0])
    note = f" ({escaped(change.note)})" if change.note else ""
    return f"{old} → {new}{note}" if old != new else f"{new}{note}"


def _hung(mark: Mark | None, lead: str, text: str, width: int) -> Iterator[tuple[Mark | None, str]]:
    """A text behind its lead, further lines under it."""
    first, *rest = wrapped(text, max(width - len(lead), 20))
    yield mark, f"{lead}{first}"
    for line in rest:
        yield mark, f"{' ' * len(lead)}{line}"


def as_markdown(
    title: str, heads: Sequence[str], sections: Sequence[Section], summary: tuple[str, str]
) -> str:
    """The changes as Markdown (CommonMark), such as a merge request shows; nothing of a SOP becomes markup.

    Args:
        title: the heading.
        heads: lines on which two versions these are.
        sections: what changed.
        summary: a heading, and the paragraph for the cover letter under it.
    """
    lines = [f"## {_marked(title)}", ""]
    lines += [f"{_marked(head)}  " for head in heads[:-1]] + [_marked(head) for head in heads[-1:]]
    for section in sections:
        lines += ["", f"### {_marked(section.heading)}", ""]
        for item in section.items:
            lines += _entry(item)
    lines += ["", f"### {_marked(summary[0])}", "", _marked(summary[1])]
    return "\n".join(lines) + "\n"


_WORDS = {
    Mark.ADDED: "\\+ ",
    Mark.REMOVED: "− ",
    Mark.CHANGED: "± ",
    Mark.MOVED: "↕ ",
    Mark.PLAIN: "= ",
    Mark.NOTE: "",
}


def _entry(item: Item) -> Iterator[str]:
    number = f"{_marked(item.number)} " if item.number else ""
    title = f"{number}{_marked(item.title)}"
    lead = f"- {_WORDS[item.mark]}" + (f"**{title}**" if item.changes or number else title)
    if not number and len(item.changes) == 1 and _short(item.changes[0]) is not None:
        yield f"{lead}: {_arrow(item.changes[0])}"
        return
    yield lead
    for change in item.changes:
        label = f"{_marked(change.label)}: " if change.label else ""
        if item.mark in _WHOLE or _short(change) is not None:
            yield f"  - {label}{_arrow(change)}"
            continue
        inner = "  "
        if change.label:
            yield f"  - {_marked(change.label)}:"
            inner = "    "
        yield from (f"{inner}- − {_marked(text)}" for text in change.old)
        yield from (f"{inner}- \\+ {_marked(text)}" for text in change.new)


def _arrow(change: Change) -> str:
    note = f" ({_marked(change.note)})" if change.note else ""
    old = "".join(map(_marked, change.old))
    new = "".join(map(_marked, change.new))
    if not (old and new) or old == new:
        return f"{new or old}{note}"
    return f"{old} → {new}{note}"


def _marked(text: str) -> str:
    """A text in which nothing is markup."""
    safe = _SPECIAL.sub(r"\\\1", escaped(text))
    # At the beginning of a line these would make a list or a heading.
    return _NUMBER.sub(r"\1\\\2", _BULLET.sub(r"\\\g<0>", safe))
