"""The matrix of roles and the instruction sheets on pages: one file a SOP, or one book of all.

In: the chosen SOPs and what is wanted of them. Out: PDF or HTML files, whose paths are printed.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from sop_engine.analysis.instructions import Instruction, instructions_of, printed_names
from sop_engine.analysis.matrix import matrix_of
from sop_engine.cli.binding import Chapters, Press
from sop_engine.cli.logos import Logos
from sop_engine.cli.progress import progress
from sop_engine.cli.run import Run
from sop_engine.cli.selection import Selection
from sop_engine.cli.target import stem_of
from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError
from sop_engine.graph.process import ProcessGraph
from sop_engine.layout.book import Chapter
from sop_engine.layout.drawing import Drawing
from sop_engine.layout.instructions import INSTRUCTIONS, lay_out_instructions
from sop_engine.layout.matrix import MATRIX, lay_out_matrix
from sop_engine.layout.measure import plain
from sop_engine.library import SHOWN
from sop_engine.model.sop import Sop
from sop_engine.reading.logo import Logo
from sop_engine.render.options import WriteOptions
from sop_engine.text import quoted

__all__ = ["Roles", "Wanted", "called", "draw"]

_UNFIT = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to draw, and how.

    Attributes:
        format: ``pdf`` or ``html``.
        writing: the options of its writer.
        paper: the name of a paper, or None for each SOP's own.
        font_size: in points, or None for the usual one.
        instructions: instruction sheets, not the matrix.
        roles: whose sheets.
        all: one book of all.
    """

    format: str
    writing: WriteOptions
    paper: str | None
    font_size: float | None
    instructions: bool
    roles: "Roles"
    all: bool

    def name(self, stem: str) -> str:
        """The name of a file."""
        return f"{called(stem, self.roles.only, instructions=self.instructions)}.{self.format}"


@dataclass(slots=True)
class Roles:
    """Whose sheets are wanted, and which roles have been met.

    Attributes:
        only: the key of one role, or what stands over its column; None for all.
        busy: headings by key of all roles met that do something.
        idle: the wanted one was met, and does nothing.
        found: the wanted one does something.
        strangers: names of definitions in which it does nothing.
    """

    only: str | None
    busy: dict[str, str] = field(default_factory=dict)
    idle: bool = False
    found: bool = False
    strangers: set[str] = field(default_factory=set)

    def choose(self, sop: Sop, instructions: Sequence[Instruction]) -> list[Instruction]:
        """Those that are wanted of a SOP; roles that do nothing only where all are."""
        chosen = []
        for one in instructions:
            name = plain(sop.pelaksana[one.role].nama)
            wanted = self.only is None or self.only == one.role or _folded(self.only) == _folded(name)
            if one.tasks:
                self.busy.setdefault(one.role, name)
            elif wanted:
                self.idle = True
            if wanted and (one.tasks or self.only is None):
                self.found = True
                chosen.append(one)
        return chosen

    def check(self) -> None:
        """See that the one that was named does something in some SOP.

        Raises:
            UsageError: it does not.
        """
        if self.only is None or self.found or not self.busy:
            return
        name = quoted(self.only)
        near = get_close_matches(self.only, (*self.busy, *self.busy.values()), n=1)
        listed = ", ".join(f"{key} ({said})" for key, said in list(self.busy.items())[:SHOWN])
        listed += ", ..." if len(self.busy) > SHOWN else ""
        raise UsageError(
            Text(f"peran {name} tidak mengerjakan satu langkah pun", f"role {name} does not do a single step")
            if self.idle
            else Text(f"peran {name} tidak ada", f"there is no role {name}"),
            Text(f"maksudnya {quoted(near[0])}?", f"did you mean {quoted(near[0])}?")
            if near
            else Text(f"pilih salah satu: {listed}", f"choose one of: {listed}"),
        )


def called(stem: str, role: str | None, *, instructions: bool) -> str:
    """What a file is called before its suffix, such as ``dumai-matriks`` or ``dumai-instruksi-kepala``."""
    parts = [stem, "instruksi" if instructions else "matriks", _UNFIT.sub("-", role or "")]
    return "-".join(part for part in parts if part)


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def draw(run: Run, selection: Selection, wanted: Wanted, output: str | None, *, force: bool) -> None:
    """Draw what is wanted of each SOP.

    Raises:
        UsageError: it cannot be written where it is to go, or no SOP has the role that was named.
    """
    press = Press(run, wanted.format, wanted.writing, output, force)
    chapters = _chapters(run, selection, wanted)
    if wanted.all:
        title = f"Kumpulan {INSTRUCTIONS if wanted.instructions else MATRIX}"
        name = wanted.name(selection.agency or "")
        press.write_book(selection, chapters, name, title, wanted.roles.strangers)
    else:
        press.write_each(
            selection,
            chapters,
            lambda definition, compiled: wanted.name(stem_of(definition, compiled)),
        )
    wanted.roles.check()


def _chapters(run: Run, selection: Selection, wanted: Wanted) -> Chapters:
    """Lay out one SOP after the other; where one is not whole there is nothing to lay out."""
    logos = Logos(run.choice)
    with progress(run, len(selection.items)) as advance:
        for definition, compiled in selection:
            chapter, found = None, compiled
            if compiled.whole and compiled.sop is not None and compiled.graph is not None:
                logo, found = logos.of(definition, compiled)
                drawing = _drawing(compiled.sop, compiled.graph, wanted, logo)
                if drawing is None:
                    wanted.roles.strangers.add(definition.name)
                else:
                    chapter = Chapter(compiled.sop, drawing, logo)
            yield definition, compiled, chapter
            run.findings(found, several=selection.several)
            advance()


def _drawing(sop: Sop, graph: ProcessGraph, wanted: Wanted, logo: Logo | None) -> Drawing | None:
    """What is wanted of a SOP; None where nobody of those who are wanted does anything in it."""
    paper, size = wanted.paper, wanted.font_size
    if not wanted.instructions:
        return lay_out_matrix(sop, matrix_of(sop, graph), paper=paper, font_size=size, logo=logo)
    chosen = wanted.roles.choose(sop, instructions_of(sop, graph))
    if not any(one.tasks for one in chosen):
        return None
    names = printed_names(sop, graph)
    return lay_out_instructions(sop, chosen, names, paper=paper, font_size=size, logo=logo)
