"""What somebody can change in the form's fields and cells, as changes of the text.

In: a ``Compiled`` and what was typed or picked. Out: the new text, every comment and every other character as it was.
"""

from collections.abc import Sequence

from sop_engine.authoring.amend import insert_item, set_value
from sop_engine.authoring.rereading import reread
from sop_engine.authoring.scalar import clean
from sop_engine.compiled import Compiled
from sop_engine.desk.page.form_fields import Field, Shape, value_at
from sop_engine.edits import changed
from sop_engine.model.waktu import is_waktu
from sop_engine.reading.document import Data, Document, Loc

__all__ = ["clean_lines", "readable", "set_field", "set_items", "set_performers", "set_words", "with_value"]


def clean_lines(typed: str) -> tuple[str, ...]:
    """The lines of what was typed: without blanks at their ends, empty ones, and characters that no text may hold."""
    lines = (line.replace("\t", " ").strip() for line in clean(typed).split("\n"))
    return tuple(line for line in lines if line)


def set_field(compiled: Compiled, field: Field, typed: str) -> str:
    """The text with something else in a field.

    Args:
        compiled: the text as it stands; it must be readable.
        field: one of its form, not a fixed one.
        typed: what is to stand there; of ``LINES`` one item a line. Nothing empties the field.
    """
    document = readable(compiled)
    lines = clean_lines(typed)
    if lines == field.lines:
        return document.source.text
    held = value_at(document, field.loc)
    if field.shape is Shape.LINES and not (isinstance(held, str) and "\n" in held.strip()):
        return set_items(document, field.loc, lines)
    text = "\n".join(lines)
    if field.shape is Shape.TIME:
        return _set_time(document, field.loc, text)
    return _set_text(document, field.loc, text)


def set_words(compiled: Compiled, field: Field, typed: str) -> str:
    """The text with words in a time's place that are meant as they stand: ``{teks: ...}``."""
    document = readable(compiled)
    words = " ".join(clean_lines(typed))
    return with_value(document, field.loc, {"teks": words} if words else None)


def set_performers(compiled: Compiled, at: int, keys: Sequence[str]) -> str:
    """The text with other roles in a row, the responsible one first.

    Args:
        compiled: the text as it stands; it must be readable.
        at: index of the row.
        keys: of the roles, each once.
    """
    return set_items(readable(compiled), ("kegiatan", at, "pelaksana"), tuple(dict.fromkeys(keys)))


def set_items(document: Document, loc: Loc, items: Sequence[str]) -> str:
    """The text with other items in a list; those that stay keep their place in the text and their comments.

    A list of one is written as a text alone, unless it is a list already.
    """
    held = value_at(document, loc)
    if isinstance(held, list) and items:
        return with_value(document, loc, list(items))
    if isinstance(held, str) and len(items) > 1:
        # The text that stands there becomes an item, with the comment behind it; the others come around it.
        kept = items.index(held.strip()) if held.strip() in items else 0
        beside = 0 if kept else 1
        document = reread(document, set_value(document, loc, items[kept]))
        document = reread(document, insert_item(document, loc, beside, items[beside]))
        return with_value(document, loc, list(items))
    return with_value(document, loc, None if not items else items[0] if len(items) == 1 else list(items))


def with_value(document: Document, loc: Loc, value: Data) -> str:
    """The text with a value at a path."""
    return changed(document.source.text, set_value(document, loc, value))


def readable(compiled: Compiled) -> Document:
    """The document of a text that can be read; nothing of one that cannot is changed by a form."""
    if compiled.document is None:
        raise ValueError("the text cannot be read")
    return compiled.document


def _set_time(document: Document, loc: Loc, text: str) -> str:
    """Words stay words until they are a time."""
    held = value_at(document, loc)
    if isinstance(held, dict) and text and not is_waktu(text):
        return with_value(document, (*loc, "teks"), text)
    return with_value(document, loc, text or None)


def _set_text(document: Document, loc: Loc, text: str) -> str:
    """A text; where a text alone stands for a mapping it stays alone as long as that says all."""
    parent = value_at(document, loc[:-1])
    if isinstance(parent, str) and loc[-1] in _SHORT:
        return with_value(document, loc[:-1], text or None)
    return with_value(document, loc, text or None)


_SHORT = ("jabatan",)
"""Keys whose value can stand in the place of the mapping that they are in."""
