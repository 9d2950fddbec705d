"""Where in the form a finding or a symbol of the sheet is at home.

In: a ``Form``, its ``Document``, and a ``Diagnostic`` or the id of a symbol. Out: the ``Place`` of a field, or None where
the form has none for it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from sop_engine.desk.page.form_fields import extent, found_in
from sop_engine.desk.page.form_model import FLOW_KEYS, Form
from sop_engine.desk.page.form_rows import Row
from sop_engine.diagnostics import Diagnostic
from sop_engine.reading.document import Document, Loc

__all__ = ["Part", "Place", "place_of", "place_of_step"]


class Part(Enum):
    """A part of the form."""

    GROUP = auto()
    ROLE = auto()
    ROW = auto()


@dataclass(frozen=True, slots=True)
class Place:
    """A field of the form.

    Attributes:
        part: where it is.
        at: index of its group, role or row; the fields under the table are the last group.
        field: index in the group.
        column: in a row the column of the grid.
    """

    part: Part
    at: int
    field: int = 0
    column: str = "uraian"


def place_of(document: Document, form: Form, found: Diagnostic) -> Place | None:
    """The field that shows a finding, or in whose text it begins."""
    places = tuple(_places(form))
    for place, _, notes in places:
        if found in notes:
            return place
    return next((place for place, loc, _ in places if found_in(extent(document, loc), [found])), None)


def place_of_step(form: Form, step: str) -> Place | None:
    """The row of a symbol."""
    return next((Place(Part.ROW, target.row) for target in form.targets if target.id == step), None)


def _places(form: Form) -> Iterator[tuple[Place, Loc, tuple[Diagnostic, ...]]]:
    """Each field with its path and its findings; a row stands behind its cells."""
    for at, group in enumerate((*form.groups, form.after)):
        for number, field in enumerate(group.fields):
            yield Place(Part.GROUP, at, number), field.loc, field.notes
    for at, role in enumerate(form.roles):
        yield Place(Part.ROLE, at), ("pelaksana", role.key), role.nama.notes
    for row in form.rows:
        yield from _cells(row)


def _cells(row: Row) -> Iterator[tuple[Place, Loc, tuple[Diagnostic, ...]]]:
    loc: Loc = ("kegiatan", row.at)
    for column, field in row.cells.items():
        yield Place(Part.ROW, row.at, column=column), field.loc, field.notes
    yield Place(Part.ROW, row.at, column="pelaksana"), (*loc, "pelaksana"), row.pelaksana.notes
    for key in FLOW_KEYS:
        yield Place(Part.ROW, row.at, column="flow"), (*loc, key), row.flow_notes
    yield Place(Part.ROW, row.at), loc, row.notes
