"""The whole document of a SOP: cover, Bagian Identitas, Bagian Flowchart.

In: a SOP, its graph and total, and the options of the document. Out: one ``Drawing`` of all pages, with what
stands in their margins and the lines of its outline.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from sop_engine.analysis.total import Total
from sop_engine.graph.process import ProcessGraph
from sop_engine.layout.cover import sop_cover
from sop_engine.layout.drawing import Bookmark, Drawing, Page, PageKind
from sop_engine.layout.furniture import foot_of, furnished, status_of
from sop_engine.layout.identity import identity_pages
from sop_engine.layout.measure import plain
from sop_engine.layout.papers import paper_named
from sop_engine.layout.sheet import SheetOptions, lay_out
from sop_engine.model.sop import Sop
from sop_engine.reading.logo import Logo

__all__ = ["DocumentOptions", "complete", "lay_out_document"]

_FLOWCHART = "Bagian Flowchart"
_IDENTITY = "Bagian Identitas"
_PARTS = {PageKind.IDENTITY: _IDENTITY, PageKind.FLOWCHART: _FLOWCHART}


@dataclass(frozen=True, slots=True)
class DocumentOptions:
    """What a user may ask of a document.

    Attributes:
        sheet: of its Bagian Flowchart; paper and font size are those of all pages.
        cover: it begins with a cover.
        logo: the agency's, or None.
    """

    sheet: SheetOptions = field(default_factory=SheetOptions)
    cover: bool = False
    logo: Logo | None = None


_USUAL = DocumentOptions()


def lay_out_document(
    sop: Sop, graph: ProcessGraph, total: Total | None, options: DocumentOptions = _USUAL
) -> Drawing:
    """Lay out the document of a SOP.

    Args:
        sop: the SOP; it must be whole.
        graph: its procedure.
        total: the sum of its times, printed where the SOP states none and the options ask for one.
        options: what the user asks for.

    Returns:
        All its pages, at least one of the Bagian Identitas and one of the Bagian Flowchart.

    Raises:
        UsageError: the options name no paper, or a font size that cannot be printed.
    """
    return complete(sop, lay_out(sop, graph, total, options.sheet), options)


def complete(sop: Sop, flowchart: Drawing, options: DocumentOptions = _USUAL) -> Drawing:
    """Put before a Bagian Flowchart what makes a document of it; arguments as for ``lay_out_document``."""
    sheet = options.sheet
    paper = paper_named(sheet.paper or sop.tampilan.kertas)
    identity = identity_pages(sop, paper, sheet.font_size, options.logo)
    cover = (sop_cover(sop, paper, options.logo),) if options.cover else ()
    bare = [*cover, *identity, *flowchart.pages]
    foot, status = foot_of(sop), status_of(sop)
    pages = tuple(
        furnished(replace(page, number=number), foot, len(bare), status)
        for number, page in enumerate(bare, 1)
    )
    name = plain(sop.identitas.nama)
    return replace(
        flowchart,
        title=flowchart.title.removesuffix(f": {_FLOWCHART}"),
        description=_description(flowchart, len(pages)),
        pages=pages,
        author=plain(sop.instansi.nama),
        bookmarks=(Bookmark(name, 1, 0), *_parts(pages)),
    )


def _description(flowchart: Drawing, count: int) -> str:
    """Return what a screen reader says of a document."""
    sheets = len(flowchart.pages)
    rows = flowchart.description.removesuffix(".").removesuffix(f", {sheets} halaman")
    return f"{_IDENTITY} dan {_FLOWCHART}: {rows}, {count} halaman."


def _parts(pages: Iterable[Page]) -> tuple[Bookmark, ...]:
    """Return the outline's line of each part that a document has."""
    first: dict[PageKind, int] = {}
    for page in pages:
        first.setdefault(page.kind, page.number)
    return tuple(Bookmark(title, first[kind], 1) for kind, title in _PARTS.items() if kind in first)
