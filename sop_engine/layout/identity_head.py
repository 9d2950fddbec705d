"""The head of the Bagian Identitas at its right: number, dates, pengesahan and name.

In: a SOP, the measures of the form. Out: ``Entry`` values, the rows with their wrapped texts; then their cells at
some height of a page. A row that is taller than what is left of a page is split at a line.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sop_engine.layout.drawing import Align, Box, Cell
from sop_engine.layout.form import Fitted, Form, fitted, rounded
from sop_engine.layout.headings import GREY
from sop_engine.layout.identity_texts import VALUES, identity_titles, is_inferred, signer_texts
from sop_engine.layout.measure import Face, Line, width, wrap
from sop_engine.model.sop import Sop

__all__ = [
    "CONTINUED",
    "Entry",
    "Part",
    "entries_of",
    "entry_cells",
    "label_width",
    "split_entry",
    "taller",
]

CONTINUED = " (lanjutan)"
"""What a heading adds on further pages."""

_SIGNED = "disahkan_oleh"
_WHERE = "identitas."
_LABEL_SHARE = 0.36
_TALLEST_LABEL = 0.25


@dataclass(frozen=True, slots=True)
class Part:
    """One text of a row, or the room between two.

    Attributes:
        field: the form's field; empty for mere room.
        text: the text as written; empty for room, and where it goes on from the page before.
        lines: its lines.
        bold: drawn bold.
        inferred: it is inferred.
        room: the height of mere room, points.
    """

    field: str
    text: str
    lines: tuple[Line, ...]
    bold: bool = False
    inferred: bool = False
    room: float = 0.0

    def height(self, form: Form) -> float:
        """Its height in points."""
        return self.room + len(self.lines) * form.leading


@dataclass(frozen=True, slots=True)
class Entry:
    """A row at the right: a label and its value.

    Attributes:
        field: the form's field.
        title: the label, fitted to its column.
        parts: the value from top to bottom.
        more: height that is added to what it needs, points.
    """

    field: str
    title: Fitted
    parts: tuple[Part, ...]
    more: float = 0.0

    def height(self, form: Form) -> float:
        """Its height in points."""
        inner = max(self.title.height, sum(part.height(form) for part in self.parts))
        return rounded(inner + 2 * form.pad_y + self.more)

    @property
    def texts(self) -> tuple[Part, ...]:
        """The parts that say something; at least one."""
        return tuple(part for part in self.parts if part.field)


def label_width(sop: Sop, font: float, half: float, pad: float) -> float:
    """Return the width of the column of labels in a right half of some width."""
    titles = identity_titles(sop)
    widest = max(width(titles[field], font, Face.BOLD) for field in VALUES)
    return rounded(min(widest + 2 * pad + 1.0, _LABEL_SHARE * half))


def entries_of(sop: Sop, form: Form) -> tuple[Entry, ...]:
    """Return the rows at the right, none with more height than it needs."""
    return tuple(_entry(sop, form, field) for field in VALUES)


def _entry(sop: Sop, form: Form, field: str) -> Entry:
    title = _title(identity_titles(sop)[field], form)
    if field == _SIGNED:
        return Entry(field, title, _signature(sop, form))
    value = getattr(sop.identitas, field)
    text = "" if value is None else str(value)
    lines = wrap(text, form.font, form.right - form.value - 2 * form.pad, bold=field == "nama")
    bold, inferred = field == "nama", is_inferred(sop, _WHERE + field)
    return Entry(field, title, (Part(_WHERE + field, text, lines, bold=bold, inferred=inferred),))


def _title(text: str, form: Form) -> Fitted:
    limit = form.label - 2 * form.pad
    return fitted(text, form.font, limit, _TALLEST_LABEL * form.body, bold=True)


def _signature(sop: Sop, form: Form) -> tuple[Part, ...]:
    """Return the office, room for signature and stamp, then name and number of who signs."""
    limit = form.right - form.value - 2 * form.pad
    room = Part("", "", (), room=form.sign)
    above: list[Part] = []
    below: list[Part] = []
    for field, text in signer_texts(sop):
        bold = field.endswith(".nama")
        lines = wrap(text, form.font, limit, bold=bold)
        inferred = is_inferred(sop, _WHERE + field)
        part = Part(_WHERE + field, text, lines, bold=bold, inferred=inferred)
        (above if field.endswith(".jabatan") else below).append(part)
    if not below:
        # Whoever signs writes the name too.
        room = replace(room, room=form.sign + 2 * form.leading)
    nobody = Part(_WHERE + _SIGNED, "", (), inferred=is_inferred(sop, _WHERE + _SIGNED))
    return (*(above or [nobody]), room, *below)


def split_entry(entry: Entry, form: Form, room: float) -> tuple[Entry | None, Entry]:
    """Split a row at a line.

    Args:
        entry: the row.
        form: the measures of the form.
        room: the height that there is, points.

    Returns:
        What fits, or None where that is less than its label and a line; and the rest, whose texts are empty
        where they have begun before.
    """
    room -= 2 * form.pad_y
    if entry.title.height > room or room < form.leading:
        return None, entry
    fits: list[Part] = []
    rest: list[Part] = []
    for part in entry.parts:
        if rest:
            rest.append(part)
        elif part.height(form) <= room:
            fits.append(part)
            room -= part.height(form)
        else:
            count = max(0, int(room / form.leading)) if part.lines else 0
            if count:
                fits.append(replace(part, lines=part.lines[:count]))
            rest.append(replace(part, text="" if count else part.text, lines=part.lines[count:]))
    if not any(part.lines for part in fits):
        return None, entry
    if not any(part.field for part in rest):
        rest.append(Part(_WHERE + entry.field, "", ()))
    title = _title(entry.title.text.removesuffix(CONTINUED) + CONTINUED, form)
    return replace(entry, parts=tuple(fits)), replace(entry, title=title, parts=tuple(rest))


def entry_cells(entry: Entry, form: Form, top: float, row: int) -> tuple[list[Cell], list[Cell], int]:
    """Return the cells of a row at the right.

    Args:
        entry: the row.
        form: the measures of the form.
        top: where it begins, points.
        row: its number in the table; each of its texts is a row of the table.

    Returns:
        Its cells, frames that are ruled around several of them, and how many rows of the table it takes.
    """
    height = entry.height(form)
    count = len(entry.texts)
    title = entry.title
    label = Cell(
        Box(form.middle, top, rounded(form.value - form.middle), height), row, 1, 1, count,
        title.text, title.lines, title.size, bold=True, fill=GREY, field=f"judul.{entry.field}",
        leading=title.leading, pad=form.pad,
    )  # fmt: skip
    whole = Box(form.value, top, rounded(form.right - form.value), height)
    signed = entry.field == _SIGNED
    if len(entry.parts) == 1:
        return [label, _value(entry.parts[0], whole, form, row, centred=signed)], [], count
    used = sum(part.height(form) for part in entry.parts)
    # Room that is left goes where the signature does.
    spare = max(0.0, height - 2 * form.pad_y - used)
    y = top + form.pad_y
    cells = [label]
    for part in entry.parts:
        tall = part.height(form) + (0.0 if part.field else spare)
        if part.field:
            box = Box(form.value, rounded(y), whole.width, rounded(tall))
            cell = _value(part, box, form, row + len(cells) - 1, centred=signed)
            cells.append(replace(cell, ruled=False))
        y += tall
    return cells, [Cell(whole, None, None, 1, 1, "", (), 0.0)], count


def _value(part: Part, box: Box, form: Form, row: int, *, centred: bool) -> Cell:
    cell = Cell(box, row, 2, 1, 1, part.text, part.lines, form.font, bold=part.bold, field=part.field)
    align = Align.CENTRE if centred else Align.LEFT
    return replace(cell, align=align, leading=form.leading, pad=form.pad, inferred=part.inferred)


def taller(entries: Sequence[Entry], more: float) -> tuple[Entry, ...]:
    """Share height among rows: a little to each, the rest to the one that is signed."""
    each = min(5.0, more / len(entries))
    rest = more - each * len(entries)
    return tuple(
        replace(entry, more=entry.more + each + (rest if entry.field == _SIGNED else 0.0))
        for entry in entries
    )
