"""What a watch need not do again: the definitions that are what they were.

In: the files that were saved, and what became of each definition. Out: the definitions that are left to do.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from sop_engine.cli.selection import Selection
from sop_engine.cli.shelf import Item
from sop_engine.compiled import Compiled
from sop_engine.library import Definition
from sop_engine.rules.choice import Choice

__all__ = ["Kept", "undrawn"]

Made = TypeVar("Made")


class Kept(Generic[Made]):
    """What was made of definitions, for as long as neither they nor the settings change.

    Attributes:
        owners: the files that were written, each with the definitions that it was made from.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self.owners: dict[str, tuple[Path, ...]] = {}
        self._made: dict[str, Made] = {}
        self._choice: Choice | None = None

    def forget(self, saved: frozenset[Path]) -> None:
        """Let go of what was made of these, also of the names of its files."""
        for path in saved:
            self._made.pop(_key(path), None)
        for name in [name for name, sources in self.owners.items() if not saved.isdisjoint(sources)]:
            del self.owners[name]

    def under(self, choice: Choice) -> None:
        """Let go of everything where other findings are wanted than before."""
        if choice != self._choice:
            self._made.clear()
        self._choice = choice

    def get(self, definition: Definition) -> Made | None:
        """What was made of a definition as it is now, or None."""
        return None if definition.path is None else self._made.get(_key(definition.path))

    def put(self, definition: Definition, made: Made) -> None:
        """Keep what was made of a definition."""
        if definition.path is not None:
            self._made[_key(definition.path)] = made

    def left(self, selection: Selection) -> tuple[Item, ...]:
        """The items of which nothing is kept."""
        return tuple(item for item in selection.items if self.get(item.definition) is None)


@dataclass(frozen=True)
class _Undrawn(Selection):
    """The part of a selection that is to be drawn, because it was not, or not as it is now.

    Attributes:
        kept: the definitions that were drawn without trouble.
    """

    kept: Kept[bool] = field(default_factory=Kept)

    def __iter__(self) -> Iterator[tuple[Definition, Compiled]]:
        """As every selection; with what went without trouble until the next is asked for, one is done."""
        for item in self.items:
            troubles = len(self.run.problems)
            yield from Selection(self.run, (item,), self.several, self.agency)
            if len(self.run.problems) == troubles:
                self.kept.put(item.definition, made=True)


def undrawn(selection: Selection, kept: Kept[bool] | None) -> Selection:
    """What is left to draw; the files of what is not left stay their owners'. Without a watch it is everything."""
    if kept is None:
        return selection
    run = selection.run
    kept.under(run.choice)
    run.owners = kept.owners
    return _Undrawn(run, kept.left(selection), selection.several, selection.agency, kept)


def _key(path: Path) -> str:
    """One text for a file, however it was named."""
    return os.path.normpath(path)
