"""The parts of a definition as an editor lists them.

In: a draft. Out: ``Symbol`` trees: the identity, the roles, the rows with their symbols, as the text stands now.
"""

from collections.abc import Iterator
from typing import Any

from sop_engine.authoring.references import text_of
from sop_engine.desk.draft import Draft
from sop_engine.desk.language.answers import Symbol
from sop_engine.desk.language.form import field_at
from sop_engine.desk.language.markdown import shortened
from sop_engine.desk.language.meaning import row_data, row_time, who
from sop_engine.desk.language.names import document_now, names_of
from sop_engine.reading.document import Document, Loc
from sop_engine.source import Span

__all__ = ["outline"]

_LONGEST = 80


def outline(draft: Draft) -> tuple[Symbol, ...]:
    """The keys of the top in the order of the text; under them the identity's texts, the roles, and the rows.

    The names are the author's own words, on one line.
    """
    document = document_now(draft)
    found = []
    for key in document.data:
        whole, head = _spans(document, (key,))
        field = field_at((key,))
        name = field.title if field is not None else shortened(key, _LONGEST)
        value = document.data[key]
        parts = tuple(_inside(draft, document, key))
        detail = "" if parts else shortened(text_of(value), _LONGEST)
        found.append(Symbol(name, detail, whole, head, parts))
    return tuple(found)


def _inside(draft: Draft, document: Document, key: str) -> Iterator[Symbol]:
    value = document.data[key]
    if key == "kegiatan" and isinstance(value, list):
        for at in range(len(value)):
            yield _row(draft, document, at)
    elif key == "pelaksana" and isinstance(value, dict):
        for role, heading in names_of(document).roles.items():
            yield Symbol(_shown(role), _shown(heading), *_spans(document, (key, role)))
    elif key in ("identitas", "instansi") and isinstance(value, dict):
        for name, inner in value.items():
            field = field_at((key, name))
            title = _shown(name) if field is None else field.title
            yield Symbol(title, _shown(_words(inner)), *_spans(document, (key, name)))


def _row(draft: Draft, document: Document, at: int) -> Symbol:
    data = row_data(draft, at)
    number = text_of(data.get("nomor")) or text_of(data.get("id")) or f"({at + 1})"
    time = row_time(data)
    words = [*who(draft, data), *([str(time)] if time is not None and time.is_measured else [])]
    loc: Loc = ("kegiatan", at)
    symbols = data.get("simbol")
    steps = {one.loc: one for one in names_of(document).steps.values() if one.symbol is not None}
    parts = tuple(
        Symbol(
            _shown(steps[here].name if (here := (*loc, "simbol", index)) in steps else f"({index + 1})"),
            _shown(", ".join(who(draft, symbol)) if isinstance(symbol, dict) else ""),
            *_spans(document, (*loc, "simbol", index)),
        )
        for index, symbol in enumerate(symbols if isinstance(symbols, list) else ())
    )
    name = _shown(f"{number}  {text_of(data.get('uraian'))}".rstrip())
    return Symbol(name, _shown(" · ".join(words)), *_spans(document, loc), parts)


def _words(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(filter(None, map(text_of, value)))
    if isinstance(value, dict):
        return ", ".join(filter(None, map(text_of, value.values())))
    return text_of(value)


def _shown(text: str) -> str:
    return shortened(text, _LONGEST)


def _spans(document: Document, loc: Loc) -> tuple[Span, Span]:
    """All of a key with its value or of an item, and its beginning: the key, or the item's first key and value."""
    if isinstance(loc[-1], int):
        whole = document.item_span(loc[:-1], loc[-1])
        nomor = (*loc, "nomor")
        head = document.span(nomor) if document.has(nomor) else document.key_span(loc)
        inside = whole.start <= head.start < head.end <= whole.end
        return whole, head if inside else whole
    key, value = document.key_span(loc), document.span(loc)
    return Span(min(key.start, value.start), max(key.end, value.end)), key
