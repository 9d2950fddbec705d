"""A field of the form: what stands at one place of a definition, as somebody who fills in a form sees it.

In: a ``Document`` and the path of a key. Out: a ``Field``: its words as lines, its title and explanation from the
models, and why it can only be changed in the text, where that is so. Broken and odd values never raise.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any

from sop_engine.authoring.paths import reached
from sop_engine.diagnostics import Diagnostic, Text
from sop_engine.model.known import model_at
from sop_engine.reading.document import Document, Loc
from sop_engine.source import Span

__all__ = ["ELSEWHERE", "Field", "Shape", "extent", "field_at", "found_in", "value_at"]


class Shape(StrEnum):
    """What a field takes."""

    TEXT = "text"
    """One text."""
    LINES = "lines"
    """Any number of texts, one a line."""
    TIME = "time"
    """A standard time, or words in its place."""
    CHOICE = "choice"
    """One of a few words."""


ELSEWHERE = Text("hanya dapat diubah pada teks", "can only be changed in the text")
"""Why the form leaves something alone."""
SHARED = Text(
    "bersama baris {}; hanya dapat diubah pada teks", "shared with row {}; can only be changed in the text"
)


@dataclass(frozen=True, slots=True)
class Field:
    """One field.

    Attributes:
        loc: the path of its key; where the key is missing, the path that it would have.
        title: its heading on the form.
        about: what belongs in it, or an empty text.
        shape: what it takes.
        lines: what stands in it; of a ``TEXT`` the lines of the text, of ``LINES`` its items.
        choices: what a ``CHOICE`` offers.
        fixed: why it can only be changed in the text; None where the form can.
        notes: the findings at it, in order.
    """

    loc: Loc
    title: str
    about: str
    shape: Shape
    lines: tuple[str, ...]
    choices: tuple[str, ...] = ()
    fixed: Text | None = None
    notes: tuple[Diagnostic, ...] = ()

    @property
    def text(self) -> str:
        """What stands in it as one text."""
        return "\n".join(self.lines)


def field_at(document: Document, loc: Loc, shape: Shape, choices: tuple[str, ...] = ()) -> Field:
    """The field at a path, without findings."""
    title, about = _titled(loc)
    lines, fixed = _shown(document, loc, shape)
    return Field(loc, title, about, shape, lines, choices, fixed)


def value_at(document: Document, loc: Loc) -> Any:
    """What stands at a path; None where nothing does."""
    value, depth = reached(document.data, loc)
    return value if depth == len(loc) else None


def extent(document: Document, loc: Loc) -> Span | None:
    """From the key at a path to the end of its value; None where it is not there."""
    place: Any = document.place
    start = end = place[0]
    for part in loc:
        inside = place[2] if len(place) == 3 else None
        if isinstance(inside, dict) and part in inside:
            start, end, place = inside[part]
        elif isinstance(inside, list) and isinstance(part, int) and part < len(inside):
            place = inside[part]
            start = end = place[0]
        else:
            return None
    return Span(start, max(end, place[1]))


def found_in(span: Span | None, findings: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings that begin in a stretch of text."""
    if span is None:
        return ()
    return tuple(
        found for found in findings if span.start <= found.span.start < max(span.end, span.start + 1)
    )


@lru_cache(maxsize=4096)
def _titled(loc: Loc) -> tuple[str, str]:
    """Title and explanation of a key, as the models say them."""
    model = model_at(loc[:-1])
    known = None if model is None else model.model_fields.get(str(loc[-1]))
    return ("", "") if known is None else (known.title or "", known.description or "")


def _shown(document: Document, loc: Loc, shape: Shape) -> tuple[tuple[str, ...], Text | None]:
    """The lines of a value, and why the form cannot change it."""
    held = _nearest_parent(document, loc)
    if not isinstance(held, dict | None):
        return (), ELSEWHERE
    value = value_at(document, loc)
    if value is None:
        return (), None
    if isinstance(value, str):
        return (tuple(value.strip().split("\n")) if value.strip() else ()), None
    if isinstance(value, list) and shape is Shape.LINES:
        return _items(value)
    if isinstance(value, dict) and shape is Shape.TIME:
        return _time(value)
    return (), ELSEWHERE


def _nearest_parent(document: Document, loc: Loc) -> Any:
    """The value that holds a key, or would; None where it is empty or missing."""
    value, depth = reached(document.data, loc[:-1])
    return None if isinstance(value, dict) and depth < len(loc) - 1 else value


def _items(values: list[Any]) -> tuple[tuple[str, ...], Text | None]:
    items = [value.strip() for value in values if isinstance(value, str) and value.strip()]
    whole = all(value is None or isinstance(value, str) for value in values)
    fixed = None if whole and not any("\n" in item for item in items) else ELSEWHERE
    return tuple(items), fixed


def _time(value: dict[str, Any]) -> tuple[tuple[str, ...], Text | None]:
    """``{teks: ...}`` shows its words; ``{bersama: 4}`` shows nothing of its own."""
    words = value.get("teks")
    if list(value) == ["teks"] and isinstance(words, str):
        return (tuple(words.strip().split("\n")) if words.strip() else ()), None
    shared = value.get("bersama")
    if list(value) == ["bersama"] and isinstance(shared, str):
        return (), Text(SHARED.id.format(shared), SHARED.en.format(shared))
    return (), ELSEWHERE
