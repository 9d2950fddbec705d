"""The matrix of roles and the instruction sheets on pages: one file a SOP, or one book of all.

In: the chosen SOPs and what is wanted of them. Out: PDF or HTML files, whose paths are printed.
"""

from dataclasses import dataclass

from sop_engine.analysis.instructions import instructions_of, printed_names
from sop_engine.analysis.matrix import matrix_of
from sop_engine.cli.binding import Chapters, Press
from sop_engine.cli.logos import Logos
from sop_engine.cli.matrix_roles import Roles, called
from sop_engine.cli.progress import progress
from sop_engine.cli.run import Run
from sop_engine.cli.selection import Selection
from sop_engine.cli.target import stem_of
from sop_engine.graph.process import ProcessGraph
from sop_engine.layout.book import Chapter
from sop_engine.layout.drawing import Drawing
from sop_engine.layout.instructions import INSTRUCTIONS, lay_out_instructions
from sop_engine.layout.matrix import lay_out_matrix
from sop_engine.layout.matrix_words import MATRIX
from sop_engine.model.sop import Sop
from sop_engine.reading.logo import Logo
from sop_engine.render.options import WriteOptions

__all__ = ["Wanted", "draw"]


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
    roles: Roles
    all: bool

    def name(self, stem: str) -> str:
        """The name of a file."""
        return f"{called(stem, self.roles.only, instructions=self.instructions)}.{self.format}"


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
