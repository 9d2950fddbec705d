"""SVG: one file a page, vectors and text, nothing that needs a style sheet, a font file or a script.

In: a ``Drawing``. Out: one SVG text a page, or one tall text with all pages below each other. Other tools read
what is written here, so its shape is a contract: ``<g class="symbol ...">`` with ``data-id``, ``data-row`` and
``data-lane`` around each symbol, ``<path class="flow">`` with ``data-from``, ``data-to``, ``data-label`` and
``data-kind`` for each connector, made of absolute M, H, V and L commands in points of the page, ``<text
class="label">`` for the words of a branch, and no transforms but on headings that run upwards. All geometry is
in attributes. What is marked as inferred has ``data-inferred="true"``. The same Drawing gives the same bytes.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sop_engine.layout.drawing import (
    Box,
    Cell,
    Connector,
    Drawing,
    Label,
    Page,
    Picture,
    Shape,
    Symbol,
)
from sop_engine.layout.setting import set_cell, set_label, set_symbol
from sop_engine.render.ink import (
    DASHES,
    FRAME,
    FRAME_GREY,
    RULE,
    STROKE,
    arrow_heads,
    halos,
    has_inferred,
    inferred_frames,
    number,
    outline,
)
from sop_engine.render.markup import (
    attribute,
    data_uri,
    escape,
    geometry,
    grey,
    path,
    polygon,
    text_elements,
)
from sop_engine.render.options import USUAL, WriteOptions
from sop_engine.render.shift import shifted

__all__ = [
    "FONT_FAMILY",
    "INFERRED_NOTE",
    "drawn",
    "write",
    "write_page",
]

FONT_FAMILY = "Arimo, Arial, Liberation Sans, Helvetica, sans-serif"
"""Fonts of one measure: the layout is made with the first one's widths."""

INFERRED_NOTE = "Garis putus-putus menandai yang disimpulkan."
"""Said beside a drawing that marks what is inferred."""

# The layout adds up plain advances, so glyphs must stand where these put them.
_SET_PLAINLY = 'text-rendering="geometricPrecision" style="font-kerning:none;font-variant-ligatures:none"'
_GAP = 18.0
_MARK = ' data-inferred="true"'
_DASHED = f' stroke-dasharray="{DASHES[0]:g} {DASHES[1]:g}"'


def write(drawing: Drawing, options: WriteOptions = USUAL) -> tuple[str, ...]:
    """Return an SVG for each page, or one for all."""
    if options.single and len(drawing.pages) > 1:
        return (_write_tall(drawing, options),)
    return tuple(write_page(drawing, page, options) for page in drawing.pages)


def write_page(drawing: Drawing, page: Page, options: WriteOptions = USUAL) -> str:
    """Return the SVG of one page, ending in a newline."""
    title = drawing.title
    if len(drawing.pages) > 1:
        title += f", halaman {page.number} dari {len(drawing.pages)}"
    return _file(drawing, title, page.width, page.height, _page(page, 0.0, 0.0, options), options)


def _write_tall(drawing: Drawing, options: WriteOptions) -> str:
    """Return one SVG with all pages below each other, each a group; narrower ones in the middle."""
    width = max(page.width for page in drawing.pages)
    top, lines = 0.0, []
    for page in drawing.pages:
        left = round((width - page.width) / 2, 2)
        lines.append(f'<g class="sheet" id="halaman-{page.number}" data-page="{page.number}">')
        moved = shifted(page, left, top)
        lines += [*_page(moved, left, top, options), *_links(moved)]
        lines.append("</g>")
        top = round(top + page.height + _GAP, 2)
    return _file(drawing, drawing.title, width, top - _GAP, lines, options)


def _file(
    drawing: Drawing, title: str, width: float, height: float, body: Iterable[str], options: WriteOptions
) -> str:
    """Return a whole file of that size."""
    wide, tall = number(width), number(height)
    description = drawing.description
    if options.mark_inferred and any(map(has_inferred, drawing.pages)):
        description = f"{description} {INFERRED_NOTE}".lstrip()
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}pt" height="{tall}pt" '
            f'viewBox="0 0 {wide} {tall}" xml:lang="id" role="graphics-document" '
            f'font-family="{FONT_FAMILY}" fill="#000" {_SET_PLAINLY}>'
        ),
        f"<title>{escape(title)}</title>",
        f"<desc>{escape(description)}</desc>",
        *body,
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _page(page: Page, left: float, top: float, options: WriteOptions) -> Iterator[str]:
    """Yield everything on a page whose upper left corner stands at a place."""
    paper = geometry(Box(left, top, page.width, page.height))
    yield f'<rect class="page" {paper} fill="#fff"/>'
    yield '<g class="table">'
    yield from _ground(page)
    for cell in page.cells:
        if cell.lines:
            yield from _cell(cell)
    yield "</g>"
    for picture in page.pictures:
        yield from _picture(picture)
    yield from _flow_marks(page, options, titled=True)


def drawn(page: Page, options: WriteOptions) -> Iterator[str]:
    """Yield all of a page but the text of its cells and its pictures: what HTML draws behind its table."""
    yield from _ground(page)
    yield from _flow_marks(page, options, titled=False)


def _ground(page: Page) -> Iterator[str]:
    yield from _fills(page)
    yield from _rules(page)
    for box in halos(page):
        yield f'<rect class="halo" {geometry(box)} fill="#fff"/>'


def _flow_marks(page: Page, options: WriteOptions, *, titled: bool) -> Iterator[str]:
    """Yield what stands on the table: frames, connectors, symbols and the words of branches."""
    marked = options.mark_inferred
    if marked:
        yield from _frames(page)
    if page.connectors or page.joints:
        yield f'<g class="flows" fill="none" stroke="#000" stroke-width="{number(STROKE)}">'
        for joint in page.joints:
            yield f'<path class="joint" data-id="{attribute(joint.id)}" d="{path(joint.points)}"/>'
        for connector in page.connectors:
            yield _flow(connector, dashed=marked and connector.inferred)
        yield "</g>"
        yield '<g class="arrows">'
        for head in arrow_heads(page):
            yield f'<polygon class="arrow" points="{polygon(head)}"/>'
        yield "</g>"
    for symbol in page.symbols:
        yield from _symbol(symbol, dashed=marked and symbol.inferred, titled=titled)
    for label in page.labels:
        yield from _label(label)


def _fills(page: Page) -> Iterator[str]:
    for cell in page.cells:
        if cell.fill is not None:
            yield f'<rect class="heading" {geometry(cell.box)} fill="{grey(cell.fill)}"/>'


def _rules(page: Page) -> Iterator[str]:
    if page.rules:
        lines = " ".join(path(rule) for rule in page.rules)
        yield (
            f'<path class="rules" fill="none" stroke="#000" stroke-width="{number(RULE)}" '
            f'stroke-linecap="square" d="{lines}"/>'
        )


def _cell(cell: Cell) -> Iterator[str]:
    attributes = f'class="cell" data-field="{attribute(cell.field)}" font-size="{number(cell.size)}"'
    if cell.bold:
        attributes += ' font-weight="bold"'
    if cell.grey:
        attributes += f' fill="{grey(cell.grey)}"'
    if cell.turned:
        attributes += ' transform="rotate(-90)"'
        # Where the lines begin, once the page is turned under them.
        turned = [replace(line, x=-line.y, y=line.x) for line in set_cell(cell)]
        return text_elements(attributes, turned)
    return text_elements(attributes, set_cell(cell))


def _label(label: Label) -> Iterator[str]:
    return text_elements(f'class="label" font-size="{number(label.size)}"', set_label(label))


def _frames(page: Page) -> Iterator[str]:
    for cell, box in inferred_frames(page):
        yield (
            f'<rect class="inferred" data-field="{attribute(cell.field)}" data-inferred="true" {geometry(box)} '
            f'fill="none" stroke="{grey(FRAME_GREY)}" stroke-width="{number(FRAME)}"{_DASHED}/>'
        )


def _picture(picture: Picture) -> Iterator[str]:
    yield f'<image {geometry(picture.box)} href="{data_uri(picture)}">'
    yield f"<title>{escape(picture.title)}</title>"
    yield "</image>"


def _links(page: Page) -> Iterator[str]:
    for link in page.links:
        place = f'<rect {geometry(link.box)} fill="#fff" fill-opacity="0"/>'
        yield f'<a class="link" href="#halaman-{link.page}">{place}</a>'


def _flow(connector: Connector, *, dashed: bool) -> str:
    return (
        f'<path class="flow" data-from="{attribute(connector.source)}" data-to="{attribute(connector.target)}" '
        f'data-label="{attribute(connector.label)}" data-kind="{attribute(connector.kind)}"'
        f'{_MARK + _DASHED if dashed else ""} d="{path(connector.points)}"/>'
    )


def _symbol(symbol: Symbol, *, dashed: bool, titled: bool) -> Iterator[str]:
    yield (
        f'<g class="symbol {symbol.shape.value}" data-id="{attribute(symbol.id)}" '
        f'data-row="{attribute(symbol.row)}" data-lane="{attribute(symbol.lane)}"{_MARK if dashed else ""}>'
    )
    if titled:
        yield f"<title>{escape(symbol.title)}</title>"
    paint = f'fill="#fff" stroke="#000" stroke-width="{number(STROKE)}"{_DASHED if dashed else ""}'
    yield f"{_outline(symbol)} {paint}/>"
    weight = ' font-weight="bold"' if symbol.shape is Shape.OFFPAGE else ""
    yield from text_elements(f'class="words" font-size="{number(symbol.size)}"{weight}', set_symbol(symbol))
    yield "</g>"


def _outline(symbol: Symbol) -> str:
    """The shape's element up to its paint."""
    shape = outline(symbol)
    if shape.corners:
        return f'<polygon points="{polygon(shape.corners)}"'
    rounded = f' rx="{number(shape.radius)}"' if shape.radius else ""
    return f"<rect {geometry(symbol.box)}{rounded}"
