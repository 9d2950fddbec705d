"""HTML: one file that needs no other, prints as the sheet does, and reads well on a phone and aloud.

In: a ``Drawing``. Out: one HTML text. Each page is a section of its own size with a real table, its texts where
the Drawing puts them, and the drawing as SVG behind it. A screen reader hears in each lane's cell what stands
there and where the flow goes. On a narrow screen each row is a card, and the reader can turn to the sheet. There
is no script, and the page's own policy allows none. The same Drawing gives the same bytes.
"""

from collections.abc import Iterator, Mapping, Sequence

from sop_engine.layout.drawing import Cell, Drawing, Page, PageKind
from sop_engine.layout.measure import plain
from sop_engine.render.html_flow import flow_of, lane_markups
from sop_engine.render.html_heads import heads_of
from sop_engine.render.html_style import Scope, page_class, style_sheet
from sop_engine.render.html_table import PageText, columns_of, in_one, measures, place, styled, table
from sop_engine.render.html_text import cell_markups, isolated
from sop_engine.render.ink import has_inferred, number
from sop_engine.render.markup import attribute, data_uri, escape
from sop_engine.render.options import USUAL, WriteOptions
from sop_engine.render.svg import FONT_FAMILY, INFERRED_NOTE, drawn

__all__ = ["write"]

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
_TITLED = frozenset({PageKind.COVER, PageKind.CONTENTS, PageKind.HANDOUT})
_DOTS = "titik"
_FURNITURE = frozenset({"kaki", "halaman", _DOTS})
_UNLINKED = frozenset({"nomor", "nomor_sop"})
_NAMING = frozenset({"nomor", "uraian"})
_GROUPED = "pelaksana"


def write(drawing: Drawing, options: WriteOptions = USUAL) -> tuple[str, ...]:
    """Return the one file, ending in a newline."""
    texts, scopes = _texts(drawing, options)
    lines = [
        "<!DOCTYPE html>",
        '<html lang="id">',
        *_head(drawing, scopes),
        "<body>",
        '<input type="checkbox" id="lembar">',
        *_top(drawing, options),
        "<main>",
        *(
            line
            for page, text in zip(drawing.pages, texts, strict=True)
            for line in _page(drawing, page, text, options)
        ),
        "</main>",
        "</body>",
        "</html>",
    ]
    return ("\n".join(lines) + "\n",)


def _head(drawing: Drawing, scopes: Mapping[str, Scope]) -> Iterator[str]:
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    # Telephones take long numbers, such as a NIP, for those of telephones.
    yield '<meta name="format-detection" content="telephone=no">'
    yield f"<title>{escape(drawing.title)}</title>"
    yield f'<meta name="description" content="{attribute(drawing.description)}">'
    if drawing.author:
        yield f'<meta name="author" content="{attribute(drawing.author)}">'
    yield f"<style>\n{style_sheet(drawing.pages, scopes, FONT_FAMILY)}</style>"
    yield "</head>"


def _top(drawing: Drawing, options: WriteOptions) -> Iterator[str]:
    """Yield what stands above the pages on a screen."""
    yield "<header>"
    if drawing.pages[0].kind is not PageKind.COVER:
        yield f'<h1 class="top">{isolated(drawing.title)}</h1>'
    if drawing.description:
        yield f"<p>{isolated(drawing.description)}</p>"
    if options.mark_inferred and any(map(has_inferred, drawing.pages)):
        yield f"<p>{INFERRED_NOTE}</p>"
    if len(drawing.bookmarks) > 1:
        yield "<details><summary>Daftar isi</summary><ul>"
        for mark in drawing.bookmarks:
            indent = f' style="margin-left:{mark.level}em"' if mark.level else ""
            yield f'<li{indent}><a href="#halaman-{mark.page}">{isolated(mark.title)}</a></li>'
        yield "</ul></details>"
    yield '<label for="lembar">Lihat sebagai lembar</label>'
    yield "</header>"


def _texts(drawing: Drawing, options: WriteOptions) -> tuple[list[PageText], dict[str, Scope]]:
    """Return what is written on each page, and the columns of all tables by the class of the table."""
    markups = cell_markups(drawing.pages)
    scopes: dict[str, Scope] = {}
    texts: dict[int, PageText] = {}
    sheets = 0
    for group in _groups(drawing.pages):
        flowchart = group[0].kind is PageKind.FLOWCHART
        sheets += flowchart
        anchor = "" if not flowchart else "kegiatan-" if sheets == 1 else f"sop-{sheets}-kegiatan-"
        flow = flow_of(group, anchor, marked=options.mark_inferred)
        numbers = _numbers(group) if flowchart else {}
        begun: set[int] = set()
        for page in group:
            columns = columns_of(page)
            texts[page.number] = PageText(
                cells=[
                    _linked(page, cell, text)
                    for cell, text in zip(page.cells, markups[page.number - 1], strict=True)
                ],
                lanes=lane_markups(flow, page),
                roles=flow.roles,
                columns=columns,
                scope=_scope(scopes, (columns, _titles(page))),
                caption=_caption(drawing, page),
                anchor=anchor,
                numbers=numbers,
                begun=frozenset(begun),
                heads=heads_of(page),
                page=page.number,
                usual=measures(page),
                marked=options.mark_inferred,
            )
            begun.update(cell.row for cell in page.cells if cell.row in numbers)
    return [texts[page.number] for page in drawing.pages], scopes


def _groups(pages: Sequence[Page]) -> Iterator[list[Page]]:
    """Yield the pages that belong together: all of one SOP's flowchart, and each other page alone."""
    group: list[Page] = []
    last = -1
    for page in pages:
        rows = [cell for cell in page.cells if cell.row is not None and cell.row >= 0]
        first = min((cell.row for cell in rows if cell.row is not None), default=last + 1)
        # A row that goes on from the page before has no text of its own.
        named = any(cell.text for cell in rows if cell.row == first and cell.field in _NAMING)
        again = first < last or (first == last and named)
        if group and (page.kind is not PageKind.FLOWCHART or group[0].kind is not page.kind or again):
            yield group
            group, last = [], -1
        group.append(page)
        last = max((cell.row for cell in rows if cell.row is not None), default=last)
    yield group


def _numbers(pages: Sequence[Page]) -> dict[int, str]:
    """Return what the rows of a flowchart are called, by row."""
    found: dict[int, str] = {}
    for page in pages:
        for cell in page.cells:
            if cell.field == "nomor" and cell.row is not None and cell.row >= 0:
                found.setdefault(cell.row, plain(cell.text).removesuffix(".") or str(cell.row + 1))
    return found


def _titles(page: Page) -> dict[int, tuple[str, str]]:
    """Return the field and the heading of each column; of a lane the heading of them all."""
    found: dict[int, tuple[str, str]] = {}
    headings = [cell for cell in page.cells if cell.row is not None and cell.row < 0]
    for cell in sorted(headings, key=lambda one: -(one.row or 0)):
        first = cell.column or 0
        for column in range(first, first + cell.columns):
            if column not in found or cell.field == _GROUPED:
                found[column] = cell.field, plain(cell.text)
    return {column: title for column, title in sorted(found.items()) if title[0] != "uraian"}


def _scope(scopes: dict[str, Scope], scope: Scope) -> str:
    """Return the class of a table with these columns."""
    known = next((name for name, other in scopes.items() if other == scope), None)
    if known is None:
        known = f"t{len(scopes) + 1}"
        scopes[known] = scope
    return known


def _caption(drawing: Drawing, page: Page) -> str:
    """Return what the table of a page is called: in a book by the lines of the outline that lead to it."""
    text, several = drawing.title, len(drawing.pages) > 1
    if len(drawing.bookmarks) > 1:
        path: list[str] = []
        for mark in drawing.bookmarks:
            if mark.page <= page.number:
                path[mark.level :] = [mark.title]
        text = ": ".join(path) or text
    return f"{text}, halaman {page.number} dari {len(drawing.pages)}" if several else text


def _linked(page: Page, cell: Cell, markup: str) -> str:
    """Return the markup of a cell, as a link where it stands in the place of one."""
    x, y = cell.box.centre
    for link in page.links:
        box = link.box
        if markup and cell.field not in _UNLINKED and box.x <= x <= box.right and box.y <= y <= box.bottom:
            return f'<a href="#halaman-{link.page}">{markup}</a>'
    return markup


def _page(drawing: Drawing, page: Page, text: PageText, options: WriteOptions) -> Iterator[str]:
    size, leading, pad = (number(value) for value in text.usual)
    yield (
        f'<section class="page {page_class(page)}" id="halaman-{page.number}" '
        f'aria-label="Halaman {page.number} dari {len(drawing.pages)}" style="--f:{size};--l:{leading};--p:{pad}">'
    )
    for picture in page.pictures:
        yield f'<img src="{data_uri(picture)}" alt="{attribute(picture.title)}" style="{place(picture.box)}">'
    tabled = False
    for index, cell in enumerate(page.cells):
        if cell.row is not None and cell.column is not None:
            if not tabled:
                yield from table(page, text)
            tabled = True
        elif cell.lines:
            yield _paragraph(page, cell, text, index)
    yield (
        f'<svg class="d" viewBox="0 0 {number(page.width)} {number(page.height)}" aria-hidden="true" '
        'focusable="false">'
    )
    yield from drawn(page, options)
    yield "</svg>"
    yield "</section>"


def _paragraph(page: Page, cell: Cell, text: PageText, index: int) -> str:
    """Return a text outside the table; the largest of a cover is what the document is called, of a handout whose it is."""
    sizes = [one.size if one.row is None and one.lines else 0.0 for one in page.cells]
    tag, names, hidden = "p", ["f"], ""
    if page.kind in _TITLED and index == sizes.index(max(sizes)):
        tag = "h1" if page.number == 1 and page.kind is not PageKind.HANDOUT else "h2"
    if cell.field in _FURNITURE:
        names.append("k")
    if cell.field == _DOTS:
        hidden = ' aria-hidden="true"'
    markup = in_one(cell, text.cells[index])
    return f"<{tag}{hidden}{styled(cell, text.usual, place(cell.box), names)}>{markup}</{tag}>"
