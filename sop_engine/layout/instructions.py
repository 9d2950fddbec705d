"""Instruction sheets: for each role what reaches it, what it does, how long it has, and whom it hands on to.

In: a SOP and the ``Instruction`` of each role. Out: one ``Drawing`` with a sheet of one or more pages for each role
that does something, in official Indonesian. A sheet may be handed out alone: its pages are counted by themselves.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from sop_engine.analysis.instructions import Instruction, Task
from sop_engine.layout.drawing import Align, Bookmark, Drawing, Page
from sop_engine.layout.form import Form, Listed, listed, rounded
from sop_engine.layout.handout import FONT, handout_pages, number_width
from sop_engine.layout.handout_head import Column, Handout, Row, Said, inner
from sop_engine.layout.inference import inferred_words
from sop_engine.layout.instruction_words import (
    activity_words,
    hands_words,
    receives_words,
    sheet_words,
    time_words,
)
from sop_engine.layout.measure import plain, wrap
from sop_engine.layout.papers import paper_named
from sop_engine.model.sop import Sop
from sop_engine.reading.logo import Logo

__all__ = ["INSTRUCTIONS", "lay_out_instructions"]

INSTRUCTIONS = "Lembar Instruksi"
"""What such a sheet is called."""

_TITLE = f"{INSTRUCTIONS.upper()} PELAKSANA"
_REMARKS = "keterangan"
# Field, heading and share of the width behind the numbers; what nobody fills is left out.
_NUMBER = "nomor"
_COLUMNS = (
    ("terima", "Diterima dari", 0.17),
    ("kelengkapan", "Kelengkapan", 0.155),
    ("uraian", "Yang dikerjakan", 0.215),
    ("waktu", "Waktu", 0.105),
    ("output", "Output", 0.135),
    ("serah", "Diserahkan kepada", 0.175),
    (_REMARKS, "Ket", 0.11),
)
_OWN = frozenset({"kelengkapan", "waktu", "output", _REMARKS})
_PART = "Sebagian alur SOP ini belum dapat dibaca; penerimaan atau penyerahan dapat belum lengkap."


def lay_out_instructions(
    sop: Sop,
    instructions: Sequence[Instruction],
    names: Mapping[str, str],
    *,
    paper: str | None = None,
    font_size: float | None = None,
    logo: Logo | None = None,
) -> Drawing:
    """Lay out the sheets of a SOP.

    Args:
        sop: the SOP; it must be whole.
        instructions: of the roles that sheets are wanted for; at least one of them does something.
        names: what each step is called on paper.
        paper: the name of a paper; None for the SOP's own.
        font_size: of the text, points; None for the usual one.
        logo: the agency's, or None.

    Returns:
        The sheets, in the order of the instructions, with a line of the outline for each.

    Raises:
        UsageError: there is no such paper.
    """
    size = paper_named(paper or sop.tampilan.kertas)
    name = plain(sop.identitas.nama)
    pages: list[Page] = []
    marks = [Bookmark(name, 1, 0)]
    for instruction in instructions:
        if instruction.tasks:
            marks.append(Bookmark(_role(sop, instruction.role), len(pages) + 1, 1))
            made = partial(_sheet, sop, instruction, names)
            for page in handout_pages(sop, made, size, font_size, logo, large=True):
                pages.append(replace(page, number=len(pages) + 1))
    title = f"{INSTRUCTIONS}: {name}"
    sheets = len(marks) - 1
    if sheets == 1:
        title = f"{INSTRUCTIONS} {marks[1].title}: {name}"
    return Drawing(
        name=sop.identitas.nama,
        title=title,
        description=f"{sheets} lembar instruksi, {len(pages)} halaman.",
        agency=sop.instansi.kode,
        font_size=font_size or FONT,
        pages=tuple(pages),
        author=plain(sop.instansi.nama),
        bookmarks=tuple(marks),
    )


def _sheet(sop: Sop, instruction: Instruction, names: Mapping[str, str], form: Form) -> Handout:
    """The sheet of one role."""
    tasks = instruction.tasks
    shown = [column for column in _COLUMNS if column[0] != _REMARKS or any(task.remarks for task in tasks)]
    judul = sop.tampilan.judul
    first = number_width((task.number for task in tasks), form)
    unit = (form.right - form.left - first) / sum(share for _, _, share in shown)
    columns = (
        Column(_NUMBER, judul.nomor or "No", first, Align.CENTRE),
        *(Column(field, _heading(sop, field, title), rounded(share * unit)) for field, title, share in shown),
    )
    numbers = ", ".join(dict.fromkeys(task.number for task in tasks))
    steps = f"{numbers} ({len(tasks)} langkah)"
    inferred = inferred_words(sop, [task.row for task in tasks])
    return Handout(
        title=_TITLE,
        name=_role(sop, instruction.role),
        facts=(("Langkah", steps),),
        columns=columns,
        rows=tuple(_row(sop, task, instruction.role, names, columns, form) for task in tasks),
        key=(),
        notes=(
            " ".join(sheet_words(sop, tasks, names)),
            *(() if instruction.complete else (_PART,)),
            *(() if inferred is None else (inferred.id,)),
            *sop.catatan,
        ),
    )


def _heading(sop: Sop, field: str, title: str) -> str:
    """The SOP's own heading of a column that its table has too."""
    return (getattr(sop.tampilan.judul, field, None) if field in _OWN else None) or title


def _role(sop: Sop, key: str) -> str:
    return plain(sop.pelaksana[key].nama)


def _row(
    sop: Sop, task: Task, role: str, names: Mapping[str, str], columns: Sequence[Column], form: Form
) -> Row:
    """What stands in the row of one step."""
    paragraphs = {
        "nomor": [task.number],
        "terima": receives_words(sop, task, role, names),
        "uraian": activity_words(sop, task),
        "waktu": [time_words(sop, task, names)],
        "serah": hands_words(sop, task, role, names),
    }
    lists = {"kelengkapan": task.inputs, "output": task.outputs, _REMARKS: task.remarks}
    found = []
    for column in columns:
        room = inner(form, column.width)
        if column.field in lists:
            items: Listed = listed(lists[column.field], form.font, room)
            found.append(Said(items.text, items.lines))
        else:
            text = "\n\n".join(paragraphs[column.field])
            found.append(Said(text, wrap(text, form.font, room)))
    return tuple(found)
