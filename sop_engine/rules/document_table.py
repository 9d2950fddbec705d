"""The table of a SOP as a chain of documents: which rows need and give what, and which rows come before which.

In: a ``Compiled``. Out: a ``Table``, made once for the rules that follow documents.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sop_engine.compiled import Compiled
from sop_engine.graph.process import ProcessGraph
from sop_engine.model.sop import Sop
from sop_engine.rules.common import reached
from sop_engine.rules.document_names import Name, name_of, words_of
from sop_engine.rules.once import once
from sop_engine.rules.papers import Mention, Papers, papers_of
from sop_engine.rules.row_order import Order, order_of

__all__ = ["Bag", "Table", "by_words", "table_of"]

Bag = frozenset[str]

_COMPARED = 400_000
"""So many documents times documents are compared: those of some hundred rows, far more than any real SOP has."""


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """The rows of one SOP.

    Attributes:
        sop: its models.
        graph: its flow.
        papers: its documents.
        order: which rows come before which.
        given: where a document of exactly these words is given, in row order.
    """

    sop: Sop
    graph: ProcessGraph
    papers: Papers
    order: Order
    given: Mapping[Bag, Sequence[Mention]]

    def name(self, text: str) -> Name:
        """What a text names."""
        return self.papers.names.get(text) or name_of(text)

    def after(self) -> Sequence[set[int]]:
        """For each row the rows that follow at once."""
        found: list[set[int]] = [set() for _ in self.sop.kegiatan]
        steps = self.graph.steps
        for flow in self.graph.flows:
            found[steps[flow.source].row].add(steps[flow.target].row)
        return found

    def tell_of(self, name: Name) -> list[int]:
        """The rows whose uraian has all words of a name."""
        return [row for row, it in enumerate(self.sop.kegiatan) if name.bag.issubset(words_of(it.uraian))]


@once
def table_of(compiled: Compiled) -> Table | None:
    """The documents of one SOP in the order of its flow.

    Returns:
        None where nothing can be said for sure: a row or peralatan could not be read, or there are more documents than
        anybody could follow.
    """
    _, sop, graph = reached(compiled)
    if compiled.total is None or not (compiled.whole or sop.identitas.peralatan_perlengkapan):
        return None
    papers = papers_of(compiled)
    needed, given = len(papers.needed), len(papers.given)
    if max(needed, given) * (needed + given + len(papers.listed) + len(sop.kegiatan)) > _COMPARED:
        return None
    order = order_of(graph, len(sop.kegiatan))
    return Table(sop, graph, papers, order, by_words(papers.given, papers.names))


def by_words(
    texts: Mapping[str, Sequence[Mention]], names: Mapping[str, Name]
) -> Mapping[Bag, Sequence[Mention]]:
    """Where documents are named, those of the same words together, in row order."""
    found: dict[Bag, Sequence[Mention]] = {}
    several = set()
    for text, places in texts.items():
        bag = names[text].bag
        if bag in found:
            several.add(bag)
            found[bag] = [*found[bag], *places]
        else:
            found[bag] = places
    for bag in several:
        found[bag] = sorted(found[bag])
    return found
