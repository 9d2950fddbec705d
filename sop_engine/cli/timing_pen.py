"""How pages on times are written: tables and paragraphs of plain text, and times in the reader's words.

In: times, parts of a whole, cells of text. Out: lines. What draws tables in a terminal takes longer to load than a SOP
takes to work out, so these are plain.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sop_engine.analysis.cells import Cells
from sop_engine.analysis.regions import Doubt
from sop_engine.analysis.shares import Measured
from sop_engine.cli.doubts import doubt_hint, doubt_words
from sop_engine.cli.tables import columns
from sop_engine.cli.timing_words import Asked, amounts_of, basis_words, clock_rows, obstacle_words, percent
from sop_engine.diagnostics import Text
from sop_engine.model.satuan import Amount, range_text
from sop_engine.report.terminal import cells as room_of
from sop_engine.report.terminal import wrapped
from sop_engine.text import Language, escaped, say

__all__ = [
    "INDENT",
    "NONE",
    "Pen",
    "asked_lines",
    "basis_line",
    "doubt_lines",
    "entries",
    "flat",
    "obstacle_line",
    "paragraph",
    "table",
]

INDENT = "  "
GAP = 2
LEAST = 12
"""Cells that a column that is broken keeps."""
NONE = "-"
_JOINT = re.compile(r"(?<![-=≈±.x]) (?=[-(±≈\d])")
UNMEASURED = Text("tidak terukur", "not measured")
UNTOLD = Text("tidak dapat dihitung", "cannot be told")


@dataclass(frozen=True, slots=True)
class Pen:
    """How a page is written.

    Attributes:
        language: of its words.
        width: cells of a line.
        asked: the unit that times are told in beside their own, or None.
    """

    language: Language
    width: int
    asked: Asked | None = None

    def say(self, text: Text) -> str:
        """The words of the page's language."""
        return say(text, self.language)

    def time(self, low: Amount, high: Amount, *, clock: bool = False, measured: bool = True) -> str:
        """A time, and in the unit that was asked for: ``2 hari (= 15 jam)``."""
        if not measured:
            return self.say(UNMEASURED)
        text = str(high) if low == high else range_text(low, high)
        return self.beside(text, low, high, clock=clock)

    def beside(self, text: str, low: Amount, high: Amount, *, clock: bool = False) -> str:
        """The text of a time, with the unit that was asked for behind it where it says more."""
        other = None if self.asked is None else self.asked.words(low, high, clock=clock)
        if other is None or other == text:
            return text
        return f"{text} ({other})" if other.startswith("≈") else f"{text} (= {other})"

    def number(self, text: str) -> str:
        """A number with the language's decimal sign."""
        return text if self.language is Language.ID else text.replace(",", ".")

    def part(self, measured: Measured, at: int) -> str:
        """One part of a whole, or a dash."""
        return percent(measured.parts[at], self.language) if measured.parts else NONE


def table(
    pen: Pen,
    headings: Sequence[Text],
    rows: Sequence[Sequence[str]],
    *,
    numbers: Sequence[int] = (),
    words: Sequence[int] = (),
    times: Sequence[int] = (),
) -> Iterator[str]:
    """A table two cells in.

    Args:
        pen: how it is written.
        headings: one a column.
        rows: as many cells each.
        numbers: columns that are set to the right.
        words: columns that are broken at blanks where the line is too short for all.
        times: columns that are broken between two numbers with their units.
    """
    said = [pen.say(heading) for heading in headings]
    cells = [[[cell] for cell in row] for row in (said, *rows)]
    whole = [max(map(room_of, column)) for column in zip(said, *rows, strict=True)]
    widths = list(whole)
    room = pen.width - len(INDENT) - GAP * (len(widths) - 1)
    for soft in ((*times, *words), words):
        rest = room - sum(width for at, width in enumerate(widths) if at not in soft)
        for at, width in zip(soft, _fitted([whole[at] for at in soft], rest), strict=True):
            used = width
            if at in times and width < whole[at]:
                for row in cells:
                    row[at] = _broken(row[at][0], width)
                used = max(room_of(line) for row in cells for line in row[at])
            widths[at] = min(width, used)
    return (f"{INDENT}{line}" for line in columns(cells, widths, numbers))


def _broken(text: str, room: int) -> list[str]:
    """A time in lines, none of which ends between a number and its unit."""
    lines: list[str] = []
    for piece in _JOINT.split(text):
        joined = f"{lines[-1]} {piece}" if lines else piece
        if lines and room_of(joined) <= room:
            lines[-1] = joined
        else:
            lines.append(piece)
    return lines


def _fitted(widths: Sequence[int], room: int) -> list[int]:
    """Widths that fit into the room together, each in proportion; none is made narrower than ``LEAST``."""
    if sum(widths) <= room:
        return list(widths)
    # What would fill more than the page says no more than that it is long.
    wanted = [min(width, max(room, LEAST)) for width in widths]
    narrow = [width if width * room <= LEAST * sum(wanted) else 0 for width in wanted]
    fixed = sum(min(width, LEAST) for width in narrow)
    rest = sum(width for width, kept in zip(wanted, narrow, strict=True) if not kept)
    return [
        min(kept, LEAST) if kept else max(LEAST, width * (room - fixed) // rest)
        for width, kept in zip(wanted, narrow, strict=True)
    ]


def entries(pen: Pen, pairs: Sequence[tuple[Text, str]]) -> Iterator[str]:
    """Texts, each behind the words that name it."""
    said = [(pen.say(words), text) for words, text in pairs]
    first = max(room_of(words) for words, _ in said)
    rest = max(pen.width - 2 * len(INDENT) - first - GAP, LEAST)
    lines = columns([[[words], [text]] for words, text in said], [first, rest])
    return (f"{2 * INDENT}{line}" for line in lines)


def paragraph(text: str, width: int, indent: int = 2) -> list[str]:
    """A text in lines that end before the page's edge."""
    blanks = " " * indent
    return [f"{blanks}{line}" for line in wrapped(escaped(text), max(width - indent, 20))]


def doubt_lines(pen: Pen, doubt: Doubt, what: Text = UNTOLD, indent: int = 2) -> Iterator[str]:
    """That something cannot be told, and why; below it the remedy, where there is one."""
    words, hint = doubt_words(doubt), doubt_hint(doubt)
    text = Text(f"{what.id}: {words.id}", f"{what.en}: {words.en}")
    yield from paragraph(pen.say(text), pen.width, indent)
    if hint is not None:
        yield from paragraph(pen.say(hint), pen.width, indent + 2)


def flat(text: str) -> str:
    """A text on one line, safe in a terminal."""
    return escaped(" ".join(text.split()))


def asked_lines(pen: Pen, *procedures: Cells) -> Iterator[str]:
    """What putting times into the unit of ``--in`` used, and what was in its way; of one SOP as it is and would be."""
    if pen.asked is None:
        return
    amounts = [amount for cells in procedures for amount in amounts_of(cells)]
    unit, conversion = pen.asked.unit, pen.asked.conversion
    basis = basis_words(conversion.used(amounts, unit))
    yield from basis_line(pen, Text(f"ke {unit}", f"to {unit}"), basis)
    clock = dict.fromkeys(row for cells in procedures for row in clock_rows(cells, unit))
    yield from obstacle_line(pen, obstacle_words(conversion.obstacles(amounts), tuple(clock)))


def basis_line(pen: Pen, why: Text, basis: Text) -> Iterator[str]:
    """What a conversion used; nothing where it used nothing."""
    if basis.id:
        text = Text(f"Konversi {why.id}: {basis.id}", f"Conversion {why.en}: {basis.en}")
        yield from paragraph(pen.say(text), pen.width, 0)


def obstacle_line(pen: Pen, words: Text | None) -> Iterator[str]:
    """What was in the way of a conversion; nothing where nothing was."""
    if words is not None:
        text = Text(f"Tidak dikonversi: {words.id}", f"Not converted: {words.en}")
        yield from paragraph(pen.say(text), pen.width, 0)
