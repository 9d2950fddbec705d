"""Documents that go nowhere: a row gives them, and no row behind needs them.

In: a ``Compiled``. Out: ``Unused`` documents. What cannot be told for sure is left out:

* Letters, receipts and records are for people outside the table, and so is what an activity sends or files.
* What the rows behind carry on under a name that says less or more is used, and so is what their uraian tells of.
* Where the row behind states no kelengkapan, that blank is reported and nothing else.
"""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from sop_engine.compiled import Compiled
from sop_engine.rules.document_names import Name, enumerated, like, name_of, words_of
from sop_engine.rules.document_sources import unsourced_of
from sop_engine.rules.document_table import Bag, Table, by_words, table_of
from sop_engine.rules.document_words import LEAVING_HEADS, LEAVING_VERBS
from sop_engine.rules.papers import Mention

__all__ = ["Unused", "unused_in"]

_DRAFT = "draf"


class Unused(NamedTuple):
    """A document that goes nowhere: its name as written the first time, and where it is given, in row order."""

    text: str
    places: Sequence[Mention]


def unused_in(compiled: Compiled) -> Sequence[Unused]:
    """Given documents that no row behind needs or carries on, in row order.

    An output that a document without a source probably means is named with that one.
    """
    table = table_of(compiled)
    if table is None or not table.papers.needed:
        return ()
    papers = table.papers
    candidates: dict[Bag, str] = {}
    for text in papers.given:
        name = papers.names[text]
        if name.is_document and name.words[0] not in LEAVING_HEADS and name.bag not in candidates:
            candidates[name.bag] = text
    needed = by_words(papers.needed, papers.names)
    ending = {len(table.sop.kegiatan) - 1, *[step.row for step in table.graph.ends]}
    leads = table.order.leads
    loose = []
    for bag, text in candidates.items():
        given = table.given[bag]
        if not leads(given, needed.get(bag, ())) and ending.isdisjoint([row for row, _ in given]):
            loose.append(Unused(text, given))
    if not loose:
        return ()
    meant = {it.alike.text for it in unsourced_of(compiled) if it.alike is not None}
    loose = [it for it in loose if it.text not in meant]
    return _unused(table, loose) if loose else ()


def _unused(table: Table, loose: Sequence[Unused]) -> list[Unused]:
    """Those that are not used or carried on under another name, do not go out, and are not told of behind."""
    users = [(table.papers.names[text], places) for text, places in table.papers.needed.items()]
    for text, places in table.papers.needed.items():
        if "," in text:
            users += [(name_of(part), places) for part in enumerated(text)]
    names = [name for name, _ in users]
    after = table.after()
    leads = table.order.leads
    found = []
    for it in loose:
        name = table.papers.names[it.text]
        final = name if _DRAFT not in name.bag else name_of(" ".join(name.words).replace(_DRAFT, ""))
        near = like(name, names) if final is name else {*like(name, names), *like(final, names)}
        if any(leads(it.places, users[at][1]) for at in near) or _has_become(table, name, final, it):
            continue
        rows = {row for row, _ in it.places}
        if any(_goes_out(table, row, after[row]) for row in rows):
            continue
        if not leads(it.places, [(row, 0) for row in table.tell_of(name) if row not in rows]):
            found.append(it)
    return found


def _has_become(table: Table, name: Name, final: Name, it: Unused) -> bool:
    """Whether a row behind gives under another name what a draft has become. To be given once more is no use."""
    names = table.papers.names
    return any(
        final.bag <= names[text].bag != name.bag and table.order.leads(it.places, places)
        for text, places in table.papers.given.items()
    )


def _goes_out(table: Table, row: int, after: Collection[int]) -> bool:
    """Whether the row sends or files it, or a row right behind does not say what it needs."""
    words = words_of(table.sop.kegiatan[row].uraian)
    return bool(words and words[0] in LEAVING_VERBS) or any(_is_unclear(table, other) for other in after)


def _is_unclear(table: Table, row: int) -> bool:
    """Whether a row does not say which documents it needs: it says nothing, names only tools, or is vague."""
    names = [table.name(text) for text in table.sop.kegiatan[row].mutu_baku.kelengkapan]
    return any(name.is_vague for name in names) or not any(name.is_document for name in names)
