"""Documents that come from nowhere: a row needs them, and nothing that is written says where they come from.

In: a ``Compiled``. Out: ``Unsourced`` documents. What cannot be told for sure is left out:

* What the starting rows need sets the procedure going, so it comes from outside, and later rows have it too.
* A name that says less or more than another one may mean the same document.
* Where a blank cell may explain it, the blank is reported and nothing else; what an activity receives from somebody
  ('Menerima SK dari BKPSDM') comes from there.
"""

from collections.abc import Sequence
from typing import NamedTuple

from sop_engine.compiled import Compiled
from sop_engine.rules.document_names import Name, enumerated, like, name_of, words_of
from sop_engine.rules.document_table import Bag, Table, table_of
from sop_engine.rules.likeness import ratio
from sop_engine.rules.once import once
from sop_engine.rules.papers import Mention

__all__ = ["Alike", "Unsourced", "unsourced_of"]

_ALIKE = 0.6
"""A document that shares so much of its rare words with another one may be meant by it."""

_SPELLED_ALIKE = 88
"""So may one that looks so much like another, in percent."""

_OFFERED = 50
"""To so many documents another one is offered; to the rest of a huge table nothing."""


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


class _Sources(NamedTuple):
    """All that documents can come from.

    Attributes:
        names: of outputs, of what comes from outside, and of the parts of what lists several.
        places: for each its text, its field and where it stands.
        tellers: words that tell where a document comes from; the row that they are of, or -1; and whether they say that
            it comes from outside.
    """

    names: list[Name]
    places: list[tuple[str, str, Sequence[Mention]]]
    tellers: list[tuple[tuple[str, ...], int, bool]]


@once
def unsourced_of(compiled: Compiled) -> Sequence[Unsourced]:
    """Needed documents that no row before gives, in row order.

    Nothing where most rows state no output: then those are what is missing.
    """
    table = table_of(compiled)
    if table is None or not table.papers.given or 2 * len(table.papers.blank) > len(table.sop.kegiatan):
        return ()
    papers, given, follows = table.papers, table.given, table.order.follows
    names = papers.names
    starting = {step.row for step in table.graph.starts}
    outside = [*papers.listed, *[text for text, places in papers.needed.items() if places[0][0] in starting]]
    known = {names[text].bag for text in outside}
    sources: _Sources | None = None
    found: dict[Bag, tuple[str, Name, list[Mention]]] = {}
    for text, places in papers.needed.items():
        parts: Sequence[str] = (text,)
        if "," in text:
            sources = sources or _sources(table, outside)
            parts = _parts(text, sources.names)
        for part in parts:
            name = names.get(part) or name_of(part)
            bag = name.bag
            if bag in known or not name.is_document:
                continue
            exact = given.get(bag, ())
            if bare := [it for it in places if not follows(it[0], exact)]:
                # Most documents are given by their names: the rest is made for those that are not.
                sources = sources or _sources(table, outside)
                if bare := _without_source(table, sources, name, bare):
                    found.setdefault(bag, (part, name, []))[2].extend(bare)
    if sources is None:
        return ()
    return [
        _unsourced(table, sources, text, name, sorted(places), is_offered=at < _OFFERED)
        for at, (text, name, places) in enumerate(found.values())
    ]


def _unsourced(
    table: Table, sources: _Sources, text: str, name: Name, places: Sequence[Mention], *, is_offered: bool
) -> Unsourced:
    row = places[0][0]
    late = next((it for it in given if it[0] != row), None) if (given := table.given.get(name.bag)) else None
    return Unsourced(text, places, _alike(table, sources, name, row) if is_offered else None, late)


def _sources(table: Table, outside: Sequence[str]) -> _Sources:
    papers = table.papers
    places = [(text, "output", it) for text, it in papers.given.items()]
    places += [
        (text, "peralatan_perlengkapan", papers.listed[text])
        if text in papers.listed
        else (text, "kelengkapan", papers.needed[text])
        for text in outside
    ]
    names = [papers.names[text] for text, _, _ in places]
    for source in tuple(places):
        if "," in source[0]:
            for part in enumerated(source[0]):
                names.append(name_of(part))
                places.append(source)
    # SOPs that are named make documents: 'SOP Penyusunan Perjanjian Kinerja'.
    tellers = [(words_of(text), -1, True) for text in table.sop.identitas.keterkaitan]
    blank = set(papers.blank)
    for row, it in enumerate(table.sop.kegiatan):
        # A row that states no output may give what it tells of; 'Menerima SK dari BKPSDM' says where it comes from.
        arrives = it.uraian[:8].lower() == "menerima" and "dari" in words_of(it.uraian)
        if arrives or row in blank:
            tellers.append((words_of(it.uraian), row, arrives))
    return _Sources(names, places, tellers)


def _parts(text: str, names: Sequence[Name]) -> Sequence[str]:
    """What an item lists behind commas, where some of it is known; else the item itself."""
    parts = enumerated(text)
    return parts if parts and any(like(name_of(part), names) for part in parts) else (text,)


def _without_source(table: Table, sources: _Sources, name: Name, places: list[Mention]) -> list[Mention]:
    """The places of a document to which it cannot come under another name either, nor untold."""
    follows = table.order.follows
    for at in like(name, sources.names):
        _, field, given = sources.places[at]
        if field != "output":
            return []
        places = [it for it in places if not follows(it[0], given)]
        if not places:
            return []
    told = [(row, arrives) for words, row, arrives in sources.tellers if name.bag.issubset(words)]
    if not told:
        return places
    if told[0][0] < 0:
        return []
    arriving = {row for row, arrives in told if arrives}
    return [it for it in places if it[0] not in arriving and not follows(it[0], told)]


def _alike(table: Table, sources: _Sources, name: Name, row: int) -> Alike | None:
    """The document from a row before or from outside that has the most likeness to one."""
    rare, is_single = name.rare, len(name.words) == 1
    best: Alike | None = None
    most = (0.0, -1, 0)
    for at, known in enumerate(sources.names):
        if not is_single and rare.isdisjoint(known.rare):
            continue
        shared = len(rare & known.rare) / (min(len(rare), len(known.rare)) or 1)
        if shared < _ALIKE and not _is_spelled_alike(name.words, known.words):
            continue
        text, field, places = sources.places[at]
        place = _before(table, row, field, places)
        if place is not None:
            # Among equals the one that was made last is the likeliest, then the one with more words in common.
            score = shared, place[0], len(name.bag & known.bag)
            if score > most:
                best, most = Alike(text, field, place), score
    return best


def _is_spelled_alike(one: Sequence[str], two: Sequence[str]) -> bool:
    return len(one) == len(two) and ratio(" ".join(one), " ".join(two)) >= _SPELLED_ALIKE


def _before(table: Table, row: int, field: str, places: Sequence[Mention]) -> Mention | None:
    """The nearest row before that gives a document; for what comes from outside, where it is named first."""
    if field != "output":
        return places[0]
    follows = table.order.follows
    return next((it for it in reversed(places) if it[0] != row and follows(row, (it,))), None)
