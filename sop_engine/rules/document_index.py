"""Looking for documents whose names may mean the same.

In: names. Out: an ``Index`` that gives those which may be one document with another name, without comparing each with
each where there are many.
"""

from collections.abc import Sequence

from sop_engine.rules.document_names import Name, same_document

__all__ = ["Index"]

_FEW = 48
"""So many names are all compared; among more, those that share a word."""

_COMPARED = 100_000
"""So many comparisons are made in all; of a file that would need more nothing is said."""

_NOWHERE: list[int] = []
_NAMELESS = frozenset({""})


class Index:
    """Names by their words."""

    __slots__ = ("_bags", "_holding", "_left", "_rarest", "_special", "names")

    def __init__(self, names: Sequence[Name]) -> None:
        """Remember the names; they are told apart by their place in the sequence."""
        self.names = names
        self._bags = [name.bag or _NAMELESS for name in names]
        self._special = [at for at, name in enumerate(names) if name.other or name.acronym or name.is_bare]
        self._left = _COMPARED
        self._holding: dict[str, list[int]] = {}
        self._rarest: dict[str, list[int]] = {}
        if len(names) > _FEW:
            self._sort()

    def _sort(self) -> None:
        for at, bag in enumerate(self._bags):
            for word in bag:
                self._holding.setdefault(word, []).append(at)
        for at, bag in enumerate(self._bags):
            word = min(bag, key=lambda word: (len(self._holding[word]), word))
            self._rarest.setdefault(word, []).append(at)

    @property
    def is_exhausted(self) -> bool:
        """Whether so much was compared that nothing more is found."""
        return self._left < 0

    def like(self, name: Name) -> list[int]:
        """The places of the names that may name the same document, in order; none for what names nothing."""
        bag, names = name.bag, self.names
        if not bag:
            return []
        if not self._holding:
            found = [at for at, other in enumerate(self._bags) if bag <= other or other <= bag]
        else:
            found = self._sharing(bag)
        odd = range(len(names)) if name.other or name.acronym or name.is_bare else self._special
        if odd:
            self._left -= len(odd)
            if not self.is_exhausted:
                found = sorted({*found, *(at for at in odd if same_document(name, names[at]))})
        return [] if self.is_exhausted else found

    def _sharing(self, bag: frozenset[str]) -> list[int]:
        """What holds all words stands under the rarest of them; what has no other words, under its own rarest."""
        near: set[int] = set()
        held = sorted([self._holding.get(word, _NOWHERE) for word in bag], key=len)
        for places in (*held[:1], *(self._rarest.get(word, _NOWHERE) for word in bag)):
            self._left -= len(places)
            if not self.is_exhausted:
                near.update(places)
        return sorted(at for at in near if bag <= self._bags[at] or self._bags[at] <= bag)
