"""Documents that go nowhere: a row gives them, and no row behind needs them.

In: a ``Table``. Out: ``Unused`` documents. What cannot be told for sure is left out:

* Letters, receipts and records are for people outside the table, and so is what an activity sends or files.
* What the rows behind carry on under a name that says less or more is used, and so is what their uraian tells of.
* Where the row behind states no kelengkapan, that blank is reported and nothing else.
"""

from collections.abc import Collection, Sequence
from functools import cached_property
from typing import NamedTuple

from sop_engine.rules.document_index import Index
from sop_engine.rules.document_names import Name, enumerated, name_of
from sop_engine.rules.document_table import Bag, Table
from sop_engine.rules.document_words import LEAVING_HEADS, LEAVING_VERBS
from sop_engine.rules.papers import Mention

__all__ = ["Unused", "unused"]

_DRAFT = frozenset({"draf"})


class Unused(NamedTuple):
    """A document that goes nowhere: its name as written the first time, and where it is given, in row order."""

    text: str
    places: Sequence[Mention]


def unused(table: Table, meant: Collection[str]) -> list[Unused]:
    """Given documents that no row behind needs or carries on, in row order.

    Args:
        table: the rows.
        meant: outputs that a document without a source probably means; they are named with that.
    """
    if not table.papers.needed:
        return []
    names = table.papers.names
    found: dict[Bag, str] = {}
    for text in table.papers.given:
        name = names[text]
        if name.is_document and name.bag not in found and name.words[0] not in LEAVING_HEADS:
            found[name.bag] = text
    search = _Search(table)
    loose = [
        Unused(text, table.given[bag])
        for bag, text in found.items()
        if text not in meant and search.is_loose(names[text])
    ]
    return [] if loose and search.is_exhausted else loose


class _Search:
    def __init__(self, table: Table) -> None:
        self._table = table

    @property
    def is_exhausted(self) -> bool:
        """Whether there are so many documents that nothing more can be said of them."""
        return self._index.is_exhausted or self._table.told.is_exhausted

    def is_loose(self, name: Name) -> bool:
        """Whether nothing is done with a document."""
        table = self._table
        given = table.given[name.bag]
        rows = [row for row, _ in given]
        if not table.ending.isdisjoint(rows):
            return False
        follows = table.order.follows
        if any(follows(row, given) for row, _ in table.needed.get(name.bag, ())):
            return False
        final = name_of(" ".join([word for word in name.words if word not in _DRAFT]))
        like = (*self._index.like(name), *(self._index.like(final) if final.bag != name.bag else ()))
        carried = (self._users[at][1] for at in like if self._uses(at, name))
        if any(follows(row, given) for places in carried for row, _ in places):
            return False
        if any(map(self._goes_out, rows)):
            return False
        return not any(row not in rows and follows(row, given) for row in table.tell_of(name))

    @cached_property
    def _users(self) -> list[tuple[Name, Sequence[Mention], bool]]:
        """Documents that another may be used as or may have become: name, places, and whether it is needed there."""
        table = self._table
        named: list[tuple[str, Sequence[Mention], bool]] = [
            (text, places, True) for text, places in table.papers.needed.items()
        ]
        named += [(part, places, True) for text, places, _ in tuple(named) for part in enumerated(text)]
        named += [(text, places, False) for text, places in table.papers.given.items()]
        return [(table.name(text), places, needed) for text, places, needed in named]

    @cached_property
    def _index(self) -> Index:
        return Index([name for name, _, _ in self._users])

    def _uses(self, at: int, name: Name) -> bool:
        """Whether it is needed, or given under another name that says as much, as what has become of a draft.

        To be given once more is no use.
        """
        other, _, needed = self._users[at]
        return needed or (other.bag != name.bag and name.bag - _DRAFT <= other.bag)

    def _goes_out(self, row: int) -> bool:
        """Whether the row sends or files it, or the rows behind do not say what they need."""
        kegiatan = self._table.sop.kegiatan
        first = name_of(kegiatan[row].uraian).raw[:1]
        if first and first[0] in LEAVING_VERBS:
            return True
        return any(self._is_unclear(other) for other in self._table.after[row])

    def _is_unclear(self, row: int) -> bool:
        """Whether a row does not say which documents it needs: it says nothing, names only tools, or is vague."""
        names = [self._table.name(text) for text in self._table.sop.kegiatan[row].mutu_baku.kelengkapan]
        return any(name.is_vague for name in names) or not any(name.is_document for name in names)
