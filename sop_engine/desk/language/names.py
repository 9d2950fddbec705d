"""The names of a definition: its roles, rows and symbols, and every place that names one.

In: a document, as read or as sketched. Out: ``Names``. The data are looked at, not the models: what is faulty in one
place must not hide the names of all others.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any

from sop_engine.authoring.references import UseKind, mapping, mentions, row_id, text_of
from sop_engine.authoring.references import names_of as given_names
from sop_engine.desk.draft import Draft
from sop_engine.desk.language.sketched_document import document_of
from sop_engine.model.symbols import END
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
    roles = {key: heading_of(value) for key, value in mapping(document.data.get("pelaksana")).items()}
    listed = document.data.get("kegiatan")
    rows = [mapping(row) for row in (listed if isinstance(listed, list) else ())]
    steps: dict[str, Named] = {}
    for name in given_names(rows):
        row = rows[name.row]
        loc: Loc = ("kegiatan", name.row)
        own = steps.get(row_id(row))
        if name.symbol is None:
            symbols = row.get("simbol")
            parts = len(symbols) if isinstance(symbols, list) else 0
        elif name.loc is None and (own is None or own.loc != loc):
            # What has its name of a row without one has none either.
            continue
        else:
            loc, parts = (*loc, "simbol", name.symbol), 0
        if name.text not in ("", END):
            place = loc if name.loc is None else name.loc
            made = Named(
                name.text,
                name.row,
                name.symbol,
                text_of(row.get("uraian")),
                loc,
                place,
                place[-1] == "id",
                parts,
            )
            steps.setdefault(name.text, made)
    return Names(roles, steps)


def heading_of(value: Any) -> str:
    """The heading of a lane: short or long form."""
    return text_of(value["nama"] if isinstance(value, dict) and "nama" in value else value)


@lru_cache(maxsize=8)
def uses_of(document: Document) -> tuple[Use, ...]:
    """Every place that names a role, row or symbol: the declarations, then the others in the order of the form."""
    names = names_of(document)
    found = [
        Use(Sense.ROLE, key, document.key_span(("pelaksana", key)), ("pelaksana", key), declares=True)
        for key in names.roles
    ]
    found += [
        Use(Sense.STEP, one.name, document.span(one.place), one.place, declares=True)
        for one in names.steps.values()
    ]
    for loc, name, kind in mentions(document):
        if kind is UseKind.PATH:
            found += _in_path(document, loc, name)
        else:
            sense = Sense.ROLE if kind is UseKind.ROLE else Sense.STEP
            found.append(Use(sense, name, document.span(loc), loc))
    return tuple(found)


def _in_path(document: Document, loc: Loc, path: str) -> Iterator[Use]:
    """The role that a path of ``sumber.disimpulkan`` names, as ``pelaksana.staf`` does."""
    roles = names_of(document).roles
    name = path.removeprefix("pelaksana.")
    role = name if name in roles else name.partition(".")[0]
    span = document.span(loc)
    start = document.source.text.find(f".{role}", span.start, span.end) + 1
    if path.startswith("pelaksana.") and role in roles and start:
        rest = name.removeprefix(role)
        yield Use(Sense.ROLE, role, Span(start, start + len(role)), loc, is_path=True, rest=rest)


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
