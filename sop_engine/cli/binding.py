"""Writing laid out SOPs: a file for each of them, or one book of all, which says what it lacks.

In: the chosen SOPs, and the chapter of each as it is laid out. Out: files, whose paths are printed.
"""

from collections.abc import Callable, Collection, Generator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from sop_engine.cli.deliver import Delivery
from sop_engine.cli.run import Run
from sop_engine.cli.selection import Selection
from sop_engine.cli.target import placed, products_of, target_of
from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError
from sop_engine.layout.book import Chapter, bind
from sop_engine.library import SHOWN, Definition
from sop_engine.output import DiskFullError
from sop_engine.render.options import WriteOptions
from sop_engine.render.registry import WRITERS
from sop_engine.text import quoted

__all__ = ["Chapters", "Press"]

Chapters = Generator[tuple[Definition, Compiled, Chapter | None]]
"""The SOPs one after the other, with what was laid out; None where there is nothing."""


@dataclass(frozen=True, slots=True)
class Press:
    """How chapters are written, and where.

    Attributes:
        run: whose output the paths go to.
        format: the name of a writer.
        writing: its options.
        output: what ``-o`` names, or None.
        force: a definition may be overwritten.
    """

    run: Run
    format: str
    writing: WriteOptions
    output: str | None
    force: bool

    def write_each(
        self, selection: Selection, found: Chapters, name: Callable[[Definition, Compiled], str]
    ) -> None:
        """Write a file for each SOP, called as ``name`` says where only a folder is named.

        Raises:
            UsageError: one file is named for several SOPs. Other faults are noted in the run.
        """
        output = target_of(selection, self.output)
        delivery = Delivery(self.run, force=self.force)
        # However the work ends, its bar goes before anything is said of that.
        with closing(found):
            for definition, compiled, chapter in found:
                if chapter is None:
                    continue
                try:
                    pages = WRITERS[self.format].write(chapter.drawing, self.writing)
                    file = placed(output, name(definition, compiled))
                    delivery.hand(products_of(file, pages), _read(definition))
                except DiskFullError:
                    raise
                except UsageError as fault:
                    self.run.problem(fault)
        delivery.close()

    def write_book(
        self, selection: Selection, found: Chapters, name: str, title: str, aside: Collection[str] = ()
    ) -> None:
        """Write one book of all SOPs; what it lacks is told.

        Args:
            selection: the chosen SOPs.
            found: their chapters.
            name: of the file, where only its folder is named.
            title: on its cover.
            aside: names of definitions that nobody wants in it; may fill up while chapters are laid out.

        Raises:
            UsageError: it cannot be written where it is to go.
        """
        # One book goes into one file, as the document of one SOP does.
        output = target_of(replace(selection, items=selection.items[:1]), self.output)
        chapters: list[Chapter] = []
        bound: set[str] = set()
        with closing(found):
            for definition, _, chapter in found:
                if chapter is not None:
                    chapters.append(chapter)
                    bound.add(definition.name)
        self._tell_missing(selection, bound, aside)
        if not chapters:
            return
        pages = WRITERS[self.format].write(bind(chapters, title), self.writing)
        delivery = Delivery(self.run, force=self.force)
        delivery.hand(
            products_of(placed(output, name), pages),
            [path for item in selection.items for path in _read(item.definition)],
        )
        delivery.close()

    def _tell_missing(self, selection: Selection, bound: Collection[str], aside: Collection[str]) -> None:
        """Say which of the chosen SOPs a book lacks."""
        names = [item.definition.name for item in selection.items]
        missing = [name for name in names if name not in bound and name not in aside]
        if not missing:
            return
        listed = ", ".join(quoted(name) for name in missing[:SHOWN])
        listed += f", ... ({len(missing)})" if len(missing) > SHOWN else ""
        self.run.tell(
            Text(f"buku ini tidak memuat {listed}", f"the book lacks {listed}")
            if bound
            else Text("tidak ada SOP yang dapat dijilid", "there is no SOP that can be bound"),
            Text("perbaiki kesalahannya, lalu jilid lagi", "mend the errors and bind again"),
        )


def _read(definition: Definition) -> list[Path]:
    return [definition.path] if definition.path is not None else []
