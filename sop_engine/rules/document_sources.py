"""Documents that come from nowhere: a row needs them, and nothing that is written says where they come from.

In: a ``Table``. Out: ``Unsourced`` documents. What cannot be told for sure is left out:

* What the starting rows need sets the procedure going, so it comes from outside, and later rows have it too.
* A name that says less or more than another one may mean the same document.
* Where a blank cell may explain it, the blank is reported and nothing else.
"""

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from rapidfuzz import fuzz

from sop_engine.rules.document_index import Index
from sop_engine.rules.document_names import Name, enumerated, name_of
from sop_engine.rules.document_table import Bag, Table
from sop_engine.rules.papers import Mention

__all__ = ["Alike", "Unsourced", "unsourced"]

_ALIKE = 0.6
"""A document that shares so much of its rare words with another one may be meant by it."""

_SPELLED_ALIKE = 88
"""So may one that looks so much like another, in percent."""

_COMPARED = 20_000
"""So many pairs are compared for that; in a huge file the rest is offered nothing."""


class Alike(NamedTuple):
    """A document that may have been meant, and where it is named."""

    text: str
    field: str
    place: Mention


class Unsourced(NamedTuple):
    """A document that comes from nowhere.

    Attributes:
        text: its name as written, the first time.
        places: where it is needed, in row order.
        alike: the document that was probably meant, or None.
        late: where it is given, where only rows that do not come before give it, or None.
    """

    text: str
    places: Sequence[Mention]
    alike: Alike | None
    late: Mention | None


def unsourced(table: Table) -> list[Unsourced]:
    """Needed documents that no row before gives, in row order.

    Nothing where most rows state no output: then those are what is missing.
    """
    return _Search(table).found() if table.papers.given else []


class _Source(NamedTuple):
    text: str
    field: str
    places: Sequence[Mention]


class _Search:
    def __init__(self, table: Table) -> None:
        self._table = table
        self._compared = 0
        papers, starting = table.papers, table.starting
        self._at_start = [text for text, places in papers.needed.items() if places[0][0] in starting]
        self._outside = {papers.names[text].bag for text in (*papers.listed, *self._at_start)}

    def found(self) -> list[Unsourced]:
        table = self._table
        follows, starting, outside = table.order.follows, table.starting, self._outside
        found: dict[Bag, tuple[str, Name, list[Mention]]] = {}
        for text, places in table.papers.needed.items():
            if places[0][0] in starting:
                continue
            for part in self._parts(text) if "," in text else (text,):
                name = table.name(part)
                if not name.is_document or name.bag in outside:
                    continue
                given = table.given.get(name.bag, ())
                bare = [it for it in places if not follows(it[0], given)]
                if bare and (bare := [it for it in bare if not self._comes(name, it[0])]):
                    found.setdefault(name.bag, (part, name, []))[2].extend(bare)
        if not found or 2 * len(table.blank) > len(table.sop.kegiatan):
            return []
        if self._index.is_exhausted or (table.blank and table.told.is_exhausted):
            return []
        ready = ((text, name, sorted(places)) for text, name, places in found.values())
        return [
            Unsourced(text, places, self._alike(name, places[0][0]), self._late(name, places[0][0]))
            for text, name, places in ready
        ]

    @cached_property
    def _sources(self) -> tuple[list[_Source], Index]:
        """All that documents can come from: outputs, peralatan, what the starting rows need, and their parts."""
        papers = self._table.papers
        found = [_Source(text, "output", places) for text, places in papers.given.items()]
        found += [_Source(text, "peralatan_perlengkapan", places) for text, places in papers.listed.items()]
        found += [_Source(text, "kelengkapan", papers.needed[text]) for text in self._at_start]
        names = [papers.names[source.text] for source in found]
        for source in tuple(found):
            if "," in source.text:
                for part in enumerated(source.text):
                    found.append(source)
                    names.append(name_of(part))
        return found, Index(names)

    @cached_property
    def _rare(self) -> list[Bag]:
        return [name.rare for name in self._index.names]

    @property
    def _index(self) -> Index:
        return self._sources[1]

    @cached_property
    def _related(self) -> list[Bag]:
        """The words of SOPs that are named, and may make a document: 'SOP Penyusunan Perjanjian Kinerja'."""
        return [name_of(text).bag for text in self._table.sop.identitas.keterkaitan]

    def _parts(self, text: str) -> tuple[str, ...]:
        """What an item lists behind commas, where some of it is known; else the item itself."""
        parts = enumerated(text)
        return parts if parts and any(self._index.like(name_of(part)) for part in parts) else (text,)

    def _comes(self, name: Name, row: int) -> bool:
        """Whether a document can come to a row under another name, from a row before or from outside."""
        table, follows = self._table, self._table.order.follows
        sources, index = self._sources
        for at in index.like(name):
            _, field, places = sources[at]
            if field != "output" or follows(row, places):
                return True
        for related in self._related:
            if name.bag <= related:
                return True
        return bool(table.blank) and any(
            other in table.blank and follows(row, ((other, 0),)) for other in table.tell_of(name)
        )

    def _late(self, name: Name, row: int) -> Mention | None:
        return next((place for place in self._table.given.get(name.bag, ()) if place[0] != row), None)

    def _alike(self, name: Name, row: int) -> Alike | None:
        """The document from a row before or from outside that has the most likeness to one."""
        sources, index = self._sources
        self._compared += len(sources)
        if self._compared > _COMPARED:
            return None
        rare, line = name.rare, name.line
        best: Alike | None = None
        most = (0.0, -1, 0.0)
        single = " " not in line
        near = [at for at, other in enumerate(self._rare) if single or not rare.isdisjoint(other)]
        for at in near:
            known = index.names[at]
            shared = len(rare & known.rare) / (min(len(rare), len(known.rare)) or 1)
            ratio = fuzz.ratio(line, known.line)
            if shared < _ALIKE and ratio < _SPELLED_ALIKE:
                continue
            text, field, places = sources[at]
            place = self._before(row, field, places)
            # Among equals the one that was made last is the likeliest.
            if place is not None and (score := (shared, place[0], ratio)) > most:
                best, most = Alike(text, field, place), score
        return best

    def _before(self, row: int, field: str, places: Sequence[Mention]) -> Mention | None:
        """The nearest row before that gives a document; for what comes from outside, where it is named first."""
        if field != "output":
            return places[0]
        follows = self._table.order.follows
        return next((it for it in reversed(places) if it[0] != row and follows(row, (it,))), None)
