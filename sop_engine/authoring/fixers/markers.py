"""Taking numbers, letters and dashes of their own away from the items of a list.

In: a finding that stands for all items of a list, or of a column of the table. Out: the edits that delete the marker
of each of them.
"""

from sop_engine.authoring.fixers.fixer import Fixer
from sop_engine.authoring.fixers.scalars import reworded
from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Text
from sop_engine.edits import Edit
from sop_engine.reading.document import Document
from sop_engine.rules.common import item_span, reached
from sop_engine.rules.item_lists import item_lists, loc_of_list
from sop_engine.rules.own_list_marker import removable_widths
from sop_engine.rules.places import words_span
from sop_engine.source import Span

__all__ = ["MARKERS"]


def _edits(compiled: Compiled, found: Diagnostic) -> tuple[Edit, ...] | None:
    document, _, _ = reached(compiled)
    by_field: dict[str, list[Edit]] = {}
    meant: str | None = None
    for field, row, items in item_lists(compiled):
        loc = loc_of_list(field, row)
        for at, (item, width) in enumerate(zip(items, removable_widths(items, field), strict=True)):
            if not width:
                continue
            span = item_span(document, loc, at)
            if span.start <= found.span.start < span.end:
                meant = field
            marker = words_span(document, span, item, 0, width)
            edits = (
                reworded(document, span, item[width:])
                if marker == span
                else reworded(document, _with_spaces(document, marker), "")
            )
            # What nothing can be said of stays; the others are better for it all the same.
            by_field.setdefault(field, []).extend(edits or ())
    return None if meant is None else tuple(by_field[meant])


def _with_spaces(document: Document, marker: Span) -> Span:
    """The place of a marker and of the spaces behind it."""
    text, end = document.source.text, marker.end
    while text[end : end + 1] in (" ", "\t"):
        end += 1
    return Span(marker.start, end)


MARKERS = Fixer(
    _edits,
    lambda _: Text("hapus penanda di depan butirnya", "delete the markers in front of the items"),
    safe=True,
)
