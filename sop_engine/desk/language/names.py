"""The names of a definition: its roles, rows and symbols, and every place that names one.

In: a document, as read or as sketched. Out: ``Names``. The data are looked at, not the models: what is faulty in one
place must not hide the names of all others.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any

from sop_engine.authoring.references import END, row_id, text_of
from sop_engine.desk.draft import Draft
from sop_engine.desk.language.sketched_document import document_of
from sop_engine.model.symbols import symbol_letters
from sop_engine.reading.document import Document, Loc
from sop_engine.source import Span

__all__ = [
    "Named",
    "Names",
    "Sense",
    "Use",
    "document_now",
    "named_here",
    "names_of",
    "use_at",
    "uses_of",
]


class Sense(StrEnum):
    """What a name is of; rows and symbols share their names."""

    ROLE = "role"
    STEP = "step"


@dataclass(frozen=True, slots=True)
class Named:
    """A row or symbol.

    Attributes:
        name: its id: as written, or the nomor without its final dot, or the row's id and a letter.
        row: index of its row.
        symbol: index within ``simbol``; None for the row itself.
        uraian: that of its row; may be empty.
        loc: path to it.
        place: path to the value that gives the name; of a symbol without ``id``, to the symbol.
        by_id: it is written as ``id``.
        parts: how many symbols a row lists; of a symbol 0.
    """

    name: str
    row: int
    symbol: int | None
    uraian: str
    loc: Loc
    place: Loc
    by_id: bool
    parts: int = 0

    @property
    def is_target(self) -> bool:
        """Whether a flow may lead there: a row with several symbols is none."""
        return self.parts < 2


@dataclass(frozen=True, slots=True)
class Names:
    """Roles with their headings and named rows and symbols, each by its name; what came first has the name."""

    roles: dict[str, str]
    steps: dict[str, Named]


@dataclass(frozen=True, slots=True)
class Use:
    """A place that names something.

    Attributes:
        sense: a role, or a row or symbol.
        name: the name as text.
        span: the place of the name.
        loc: path to the value that it stands in.
        declares: the name is given here.
        is_path: it stands in a path such as ``pelaksana.staf``, and ``rest`` is what follows it there.
    """

    sense: Sense
    name: str
    span: Span
    loc: Loc
    declares: bool = False
    is_path: bool = False
    rest: str = ""


@lru_cache(maxsize=8)
def _sketched(compiled: Any) -> Document:
    return document_of(compiled.source)


def document_now(draft: Draft) -> Document:
    """The text as it stands now: as read, or as sketched where it cannot be read."""
    return draft.compiled.document or _sketched(draft.compiled)


@lru_cache(maxsize=8)
def names_of(document: Document) -> Names:
    """All names that a document gives."""
    roles = {key: heading_of(value) for key, value in _mapping(document.data.get("pelaksana")).items()}
    steps: dict[str, Named] = {}
    for index, row in _rows(document.data.get("kegiatan")):
        own, *symbols = _named(index, row)
        is_named = own.name not in ("", END) and own.name not in steps
        if is_named:
            steps[own.name] = own
        for one in symbols:
            # What has its name of a row without one has none either.
            if one.name != END and (one.by_id or is_named):
                steps.setdefault(one.name, one)
    return Names(roles, steps)


def heading_of(value: Any) -> str:
    """The heading of a lane: short or long form."""
    return text_of(value["nama"] if isinstance(value, dict) and "nama" in value else value)


def _named(index: int, row: dict[str, Any]) -> Iterator[Named]:
    loc: Loc = ("kegiatan", index)
    uraian = text_of(row.get("uraian"))
    by_id = bool(text_of(row.get("id")))
    name = row_id(row)
    symbols = list(_rows(row.get("simbol")))
    yield Named(name, index, None, uraian, loc, (*loc, "id" if by_id else "nomor"), by_id, len(symbols))
    for at, symbol in symbols:
        here = (*loc, "simbol", at)
        if own := text_of(symbol.get("id")):
            yield Named(own, index, at, uraian, here, (*here, "id"), by_id=True)
        elif name:
            yield Named(name + symbol_letters(at), index, at, uraian, here, here, by_id=False)


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _rows(value: Any) -> Iterator[tuple[int, dict[str, Any]]]:
    for at, row in enumerate(value if isinstance(value, list) else ()):
        if isinstance(row, dict):
            yield at, row


@lru_cache(maxsize=8)
def uses_of(document: Document) -> tuple[Use, ...]:
    """Every place that names a role, row or symbol; declarations where they stand, all in the order of the data."""
    found = [
        Use(Sense.ROLE, key, document.key_span(("pelaksana", key)), ("pelaksana", key), declares=True)
        for key in _mapping(document.data.get("pelaksana"))
    ]
    declared = {one.place: one.name for one in names_of(document).steps.values()}

    def given(*places: Loc) -> Iterator[Use]:
        for place in places:
            if place in declared:
                yield Use(Sense.STEP, declared[place], document.span(place), place, declares=True)

    for index, row in _rows(document.data.get("kegiatan")):
        loc: Loc = ("kegiatan", index)
        found += given((*loc, "id"), (*loc, "nomor"))
        found += _of_part(document, row, loc)
        for at, symbol in _rows(row.get("simbol")):
            here = (*loc, "simbol", at)
            found += given((*here, "id"), here)
            found += _of_part(document, symbol, here)
        waktu = _mapping(_mapping(row.get("mutu_baku")).get("waktu"))
        found += _texts(document, waktu.get("bersama"), (*loc, "mutu_baku", "waktu", "bersama"), Sense.STEP)
    for at, hint in _rows(_mapping(document.data.get("tampilan")).get("alur")):
        for key in ("dari", "ke"):
            found += _texts(document, hint.get(key), ("tampilan", "alur", at, key), Sense.STEP)
    found += _in_paths(document)
    return tuple(found)


def _of_part(document: Document, part: dict[str, Any], loc: Loc) -> Iterator[Use]:
    """Who does a row or symbol, and where it leads."""
    yield from _texts(document, part.get("pelaksana"), (*loc, "pelaksana"), Sense.ROLE)
    yield from _texts(document, part.get("lanjut"), (*loc, "lanjut"), Sense.STEP)
    for label, branch in _mapping(part.get("cabang")).items():
        here = (*loc, "cabang", label)
        if isinstance(branch, dict):
            yield from _texts(document, branch.get("ke"), (*here, "ke"), Sense.STEP)
        else:
            yield from _texts(document, branch, here, Sense.STEP)


def _texts(document: Document, value: Any, loc: Loc, sense: Sense) -> Iterator[Use]:
    if isinstance(value, list):
        for at, item in enumerate(value):
            if text_of(item):
                yield Use(sense, text_of(item), document.span((*loc, at)), (*loc, at))
    elif text_of(value):
        yield Use(sense, text_of(value), document.span(loc), loc)


def _in_paths(document: Document) -> Iterator[Use]:
    """Roles in the paths of ``sumber.disimpulkan``: ``pelaksana.staf``."""
    loc: Loc = ("sumber", "disimpulkan")
    roles = names_of(document).roles
    for use in _texts(document, _mapping(document.data.get("sumber")).get("disimpulkan"), loc, Sense.ROLE):
        name = use.name.removeprefix("pelaksana.")
        role = name if name in roles else name.partition(".")[0]
        start = document.source.text.find(f".{role}", use.span.start, use.span.end) + 1
        if use.name.startswith("pelaksana.") and role in roles and start:
            rest = name.removeprefix(role)
            yield Use(Sense.ROLE, role, Span(start, start + len(role)), use.loc, is_path=True, rest=rest)


def use_at(draft: Draft, offset: int) -> Use | None:
    """The place that an offset is in, at either of its ends too; a symbol without ``id`` is no such place."""
    for use in uses_of(document_now(draft)):
        if use.span.start <= offset <= use.span.end and use.loc[-2:-1] != ("simbol",):
            return use
    return None


def named_here(draft: Draft) -> Names:
    """The names of the text as it stands now; where it shows none of a kind, those of the last readable state."""
    now = names_of(document_now(draft))
    if (now.roles and now.steps) or draft.known is None or draft.known.document is None:
        return now
    before = names_of(draft.known.document)
    return Names(now.roles or before.roles, now.steps or before.steps)
