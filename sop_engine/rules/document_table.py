"""The table of a SOP as a chain of documents: which rows need and give what, and which rows come before which.

In: a SOP's models, its graph and its ``Papers``. Out: a ``Table``; each of its parts is made when first asked for.
"""

from collections.abc import Mapping, Sequence
from functools import cached_property

from sop_engine.graph.process import ProcessGraph
from sop_engine.model.sop import Sop
from sop_engine.rules.document_index import Index
from sop_engine.rules.document_names import Name, is_blank, name_of
from sop_engine.rules.papers import Mention, Papers
from sop_engine.rules.row_order import order_of

__all__ = ["Bag", "Table"]

Bag = frozenset[str]


class Table:
    """The rows of one SOP.

    Attributes:
        sop: its models.
        papers: its documents.
        order: which rows come before which.
        starting: the rows that the procedure begins with.
        ending: the rows that end it; also the last one, whatever it says.
        given: where a document of exactly these words is given, in row order.
        needed: where one is needed.
    """

    def __init__(self, sop: Sop, graph: ProcessGraph, papers: Papers) -> None:
        """Look at the rows once."""
        self.sop = sop
        self.papers = papers
        self.order = order_of(graph, len(sop.kegiatan))
        self.starting = {step.row for step in graph.starts}
        self.ending = {len(sop.kegiatan) - 1, *[step.row for step in graph.ends]}
        self.given = _by_words(papers.given, papers.names)
        self.needed = _by_words(papers.needed, papers.names)
        self._graph = graph

    def name(self, text: str) -> Name:
        """What a text names."""
        return self.papers.names.get(text) or name_of(text)

    @cached_property
    def blank(self) -> list[int]:
        """The rows that state no output."""
        return [row for row, it in enumerate(self.sop.kegiatan) if is_blank(it.mutu_baku.output)]

    @cached_property
    def told(self) -> Index:
        """What each row tells of in its uraian."""
        return Index([name_of(row.uraian) for row in self.sop.kegiatan])

    def tell_of(self, name: Name) -> list[int]:
        """The rows whose uraian has all words of a name."""
        return [row for row in self.told.like(name) if name.bag <= self.told.names[row].bag]

    @cached_property
    def after(self) -> Sequence[set[int]]:
        """For each row the rows that follow at once."""
        found: list[set[int]] = [set() for _ in self.sop.kegiatan]
        steps = self._graph.steps
        for flow in self._graph.flows:
            found[steps[flow.source].row].add(steps[flow.target].row)
        return found


def _by_words(texts: Mapping[str, list[Mention]], names: Mapping[str, Name]) -> dict[Bag, list[Mention]]:
    found: dict[Bag, list[Mention]] = {}
    several = set()
    for text, places in texts.items():
        bag = names[text].bag
        if bag in found:
            several.add(bag)
            found[bag] = found[bag] + places
        else:
            found[bag] = places
    for bag in several:
        found[bag].sort()
    return found
