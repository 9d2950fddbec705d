"""What several rules need: the parts of a SOP, the words of messages, and whether a place is known to be faulty.

In: a ``Compiled``, ids. Out: parts, and texts in both languages.
"""

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Sequence
from difflib import get_close_matches
from itertools import accumulate

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Text
from sop_engine.graph.process import NameFault, ProcessGraph, Step
from sop_engine.graph.waits import Both, Wait
from sop_engine.model.sop import Kegiatan, Simbol, Sop
from sop_engine.reading.document import Document, Loc
from sop_engine.rules.once import once
from sop_engine.source import Span
from sop_engine.text import quoted

__all__ = [
    "Likeness",
    "any_of",
    "did_you_mean",
    "has_lost_rows",
    "is_tainted",
    "item_span",
    "loc_of",
    "model_of",
    "models",
    "nearest",
    "quoted",
    "reached",
    "roles_in",
    "waits_for_several",
    "way",
    "whole_flow",
]

_TRIED = 500
"""Among more names than this no likeness is looked for: it would take longer than all the rest."""

_SEPARATORS = re.compile(r"\s*[,;/&+]\s*(?:dan\s+)?|\s+dan\s+")

_WORDS = 50
"""For more words than this neither."""


def reached(compiled: Compiled) -> tuple[Document, Sop, ProcessGraph]:
    """Document, models and graph, which a rule may take for granted.

    Raises:
        ValueError: a part is missing; ``run.check`` never calls a rule then.
    """
    if compiled.document is None or compiled.sop is None or compiled.graph is None:
        raise ValueError("a rule needs document, models and graph")
    return compiled.document, compiled.sop, compiled.graph


def whole_flow(compiled: Compiled) -> ProcessGraph | None:
    """The graph, where it is known in full; else what a rule said would follow from another fault."""
    graph = compiled.graph
    return graph if graph is not None and graph.complete else None


def models(sop: Sop) -> Iterator[tuple[Kegiatan | Simbol, int, int | None]]:
    """Every symbol of a SOP with its row and its place in it: rows without ``simbol``, symbols of the others."""
    for index, row in enumerate(sop.kegiatan):
        if row.simbol:
            for at, symbol in enumerate(row.simbol):
                yield symbol, index, at
        else:
            yield row, index, None


def loc_of(row: int, symbol: int | None) -> Loc:
    """The path of a row or of a symbol in it."""
    return ("kegiatan", row) if symbol is None else ("kegiatan", row, "simbol", symbol)


def waits_for_several(graph: ProcessGraph, join: int) -> bool:
    """Whether a step with ``gabung: semua`` ever waits for more than one flow."""
    wait = graph.waits.of.get(join)
    return wait is not None and _waits(wait)


def _waits(wait: Wait) -> bool:
    if isinstance(wait, int):
        return False
    return isinstance(wait, Both) or any(_waits(part) for part in wait.parts)


def model_of(sop: Sop, step: Step) -> Kegiatan | Simbol:
    """The row or symbol that a step was made from."""
    row = sop.kegiatan[step.row]
    return row if step.symbol is None or row.simbol is None else row.simbol[step.symbol]


def item_span(document: Document, loc: Loc, at: int) -> Span:
    """The place of an item of a list; of the text itself where it stands alone."""
    return document.item_span(loc, at)


def is_tainted(compiled: Compiled, span: Span) -> bool:
    """Whether an earlier stage found an error here, so that what is missing in the models may stand there.

    Takes time in the logarithm of the number of errors: a file may be faulty in each of thousands of rows.
    """
    if not compiled.diagnostics:
        return False
    starts, ends = _faulty(compiled)
    before = bisect_left(starts, max(span.end, span.start + 1))
    return before > 0 and ends[before - 1] > span.start


@once
def _faulty(compiled: Compiled) -> tuple[list[int], list[int]]:
    """Where errors begin, in order, and the furthest end of each one and all before it."""
    spans = sorted(found.span for found in compiled.diagnostics if found.is_error)
    ends = accumulate((max(end, start + 1) for start, end in spans), max)
    return [start for start, _ in spans], list(ends)


def has_lost_rows(compiled: Compiled) -> bool:
    """Whether a row's name could not be read, so that a name that means nothing may mean that row."""
    graph = compiled.graph
    return graph is not None and any(
        bad.fault is NameFault.MISSING and is_tainted(compiled, bad.span) for bad in graph.bad_names
    )


class Likeness:
    """Finds the name that was probably meant; numbers are never near each other.

    Likeness is slow to look for: it is done for the first words and among not too many names. Names that differ
    only in capitals are always found.
    """

    def __init__(self, names: Iterable[str]) -> None:
        """Remember the names to choose from."""
        choices = [name for name in names if not name.isdigit()]
        self._same = {name.casefold(): name for name in reversed(choices)}
        self._choices = [name for name in choices if len(name) >= 3] if len(choices) <= _TRIED else []
        self._found: dict[str, str | None] = {}

    def nearest(self, word: str) -> str | None:
        """The name that is most like the word, or None."""
        if (same := self._same.get(word.casefold())) is not None:
            return same
        if word not in self._found:
            if len(word) < 3 or len(self._found) >= _WORDS:
                return None
            choices = [name for name in self._choices if abs(len(name) - len(word)) <= 3]
            self._found[word] = next(iter(get_close_matches(word, choices, n=1, cutoff=0.7)), None)
        return self._found[word]


def nearest(word: str, names: Iterable[str]) -> str | None:
    """The name that was probably meant by one word, or None."""
    return Likeness(names).nearest(word)


def did_you_mean(name: str) -> Text:
    """The hint that offers one name."""
    return Text(f"maksudnya {quoted(name)}?", f"did you mean {quoted(name)}?")


def roles_in(text: str, declared: Container[str]) -> tuple[str, ...]:
    """The declared roles that one text lists: ``staf, kabag``, ``staf/kabag``, ``staf & kabag``, ``staf dan kabag``.

    Empty where the text is a declared role itself, or holds anything else.
    """
    if text in declared:
        return ()
    parts = [part for part in _SEPARATORS.split(text.strip("[]() ")) if part]
    return tuple(dict.fromkeys(parts)) if len(parts) > 1 and all(part in declared for part in parts) else ()


def any_of(names: Sequence[str]) -> Text:
    """``'4a', '4b' or '4c'``; of very many the first few."""
    shown = [quoted(name) for name in names[:8]]
    if len(names) > len(shown):
        return Text(f"{', '.join(shown)} ...", f"{', '.join(shown)} ...")
    if len(shown) == 1:
        return Text(shown[0], shown[0])
    start, last = ", ".join(shown[:-1]), shown[-1]
    return Text(f"{start} atau {last}", f"{start} or {last}")


def way(ids: Sequence[str]) -> str:
    """``5 -> 6 -> 5``; the middle of a very long way is left out."""
    shown = [*ids[:8], "...", *ids[-3:]] if len(ids) > 12 else ids
    return " -> ".join(quoted(name)[1:-1] for name in shown)
