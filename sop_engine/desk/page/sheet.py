"""The sheet as the page shows it: each page an SVG of the official writer, inside the document.

In: a ``Session``, and who lays out. Out: the SVG of each page, and an element that shows them and says which symbol
was chosen.
"""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from nicegui.element import Element
from nicegui.events import GenericEventArguments

from sop_engine.compiled import Compiled
from sop_engine.desk.page.desk import Draw
from sop_engine.desk.page.session import Session
from sop_engine.diagnostics import Diagnostic, Text
from sop_engine.layout.drawing import Drawing
from sop_engine.render.svg import write
from sop_engine.text import Language, say

__all__ = ["PLACEHOLDER", "Picture", "SheetView", "drawn", "placeholder"]

PLACEHOLDER = "sop-first-sheet"
"""The id of what stands in the page before its scripts run."""

_PAGE = Text("Halaman {0} dari {1}", "Page {0} of {1}")


@dataclass(frozen=True, eq=False, slots=True)
class Picture:
    """A drawn SOP.

    Attributes:
        drawing: what was drawn.
        pages: the SVG of each page.
        compiled: what it was drawn from, with the findings that drawing added.
    """

    drawing: Drawing
    pages: tuple[str, ...]
    compiled: Compiled

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """All findings, those of the drawing too."""
        return self.compiled.diagnostics


def drawn(session: Session, compiled: Compiled | None, draw: Draw) -> Picture | None:
    """Draw a state of the text; None where it cannot be drawn."""
    if compiled is None or session.faults or not compiled.whole:
        return None
    drawing, found = draw(session.definition, compiled)
    pages = tuple(svg.partition("?>\n")[2] for svg in write(drawing))
    return Picture(drawing, pages, found)


def placeholder(picture: Picture | None, language: Language) -> str:
    """The markup of the first pages, which is painted before any script has run."""
    if picture is None:
        return ""
    figures = "".join(
        f'<figure class="paper" aria-label="{escape(_label(at, len(picture.pages), language))}">{svg}</figure>'
        for at, svg in enumerate(picture.pages)
    )
    return f'<div id="{PLACEHOLDER}"><div class="sheet">{figures}</div></div>'


class SheetView(Element, component="sop_sheet.js"):
    """Shows the pages, each in its own place, so that only those that have changed are replaced."""

    def __init__(self, language: Language, chosen: Callable[[str], None]) -> None:
        """Begin with the pages of the placeholder; ``chosen`` is told the id of a symbol that was clicked."""
        super().__init__()
        self._language = language
        self._shown: tuple[str, ...] = ()
        self._props["first"] = PLACEHOLDER

        def on_chosen(event: GenericEventArguments) -> None:
            chosen(str(event.args))

        self.on("chosen", on_chosen)

    def begin(self, picture: Picture | None) -> None:
        """Take note of what the placeholder shows."""
        self._shown = picture.pages if picture is not None else ()

    def show(self, picture: Picture) -> None:
        """Show a drawing; a page that is as it was is not sent again."""
        count = len(picture.pages)
        alike = len(self._shown) == count
        pages = [
            None if alike and self._shown[at] == svg else [_label(at, count, self._language), svg]
            for at, svg in enumerate(picture.pages)
        ]
        self._shown = picture.pages
        if any(pages):
            self.run_method("show", pages)

    def light(self, step: str | None) -> None:
        """Mark the symbols of a row."""
        self.run_method("mark", step)


def _label(at: int, count: int, language: Language) -> str:
    return say(_PAGE, language).format(at + 1, count)
