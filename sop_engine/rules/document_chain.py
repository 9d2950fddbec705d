"""The chain of documents: what the rows of a SOP need, and which of it other rows give.

In: a ``Compiled``. Out: a ``Chain``, made once for both rules that look at it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sop_engine.compiled import Compiled
from sop_engine.rules.common import reached
from sop_engine.rules.document_sources import Unsourced, unsourced
from sop_engine.rules.document_table import Table
from sop_engine.rules.document_uses import Unused, unused
from sop_engine.rules.papers import papers_of

__all__ = ["Chain", "chain_of"]


@dataclass(frozen=True, slots=True)
class Chain:
    """What does not join: needed documents without a source, given ones without a use."""

    unsourced: Sequence[Unsourced] = ()
    unused: Sequence[Unused] = ()


@lru_cache(maxsize=1)
def chain_of(compiled: Compiled) -> Chain:
    """Follow the documents of one SOP; where a row or peralatan could not be read, nothing is said."""
    _, sop, graph = reached(compiled)
    if compiled.total is None or not (compiled.whole or sop.identitas.peralatan_perlengkapan):
        return Chain()
    table = Table(sop, graph, papers_of(compiled))
    bare = unsourced(table)
    return Chain(bare, unused(table, {it.alike.text for it in bare if it.alike is not None}))
