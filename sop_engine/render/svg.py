"""SVG: one file a page, vectors and text, nothing that needs a style sheet, a font file or a script.

In: a ``Drawing``. Out: one SVG text a page. Other tools read what is written here, so its shape is a contract:
``<g class="symbol ...">`` with ``data-id``, ``data-row`` and ``data-lane`` around each symbol, ``<path
class="flow">`` with ``data-from``, ``data-to``, ``data-label`` and ``data-kind`` for each connector, made of
absolute M, H, V and L commands in points of the page, ``<text class="label">`` for the words of a branch, and
no transforms but on headings that run upwards. All geometry is in attributes. The same Drawing gives the same
bytes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sop_engine.layout.drawing import (
    Box,
    Cell,
    Connector,
    Drawing,
    Label,
    Page,
    Point,
    Shape,
    Symbol,
)
from sop_engine.layout.measure import Run, visible
from sop_engine.layout.setting import Anchor, SetLine, set_cell, set_label, set_symbol
from sop_engine.render.ink import RULE, STROKE, arrow_heads, halos, outline
from sop_engine.render.options import USUAL, WriteOptions

__all__ = ["FONT_FAMILY", "write", "write_page"]

FONT_FAMILY = "Arimo, Arial, Liberation Sans, Helvetica, sans-serif"
"""Fonts of one measure: the layout is made with the first one's widths."""


def write(drawing: Drawing, options: WriteOptions = USUAL) -> tuple[str, ...]:
    """Return an SVG for each page."""
    return tuple(write_page(drawing, page) for page in drawing.pages)


def write_page(drawing: Drawing, page: Page) -> str:
    """Return the SVG of one page, ending in a newline."""
    width, height = number(page.width), number(page.height)
    title = drawing.title
    if len(drawing.pages) > 1:
        title += f", halaman {page.number} dari {len(drawing.pages)}"
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        _root(width, height),
        f"<title>{escape(title)}</title>",
        f"<desc>{escape(drawing.description)}</desc>",
        f'<rect class="page" x="0" y="0" width="{width}" height="{height}" fill="#fff"/>',
        '<g class="table">',
        *_fills(page),
        *_rules(page),
        *(f'<rect class="halo" {_geometry(box)} fill="#fff"/>' for box in halos(page)),
        *(line for cell in page.cells for line in _cell(cell)),
        "</g>",
        f'<g class="flows" fill="none" stroke="#000" stroke-width="{number(STROKE)}">',
        *(f'<path class="joint" data-id="{attribute(j.id)}" d="{path(j.points)}"/>' for j in page.joints),
        *(_flow(connector) for connector in page.connectors),
        "</g>",
        '<g class="arrows">',
        *(f'<polygon class="arrow" points="{_polygon(head)}"/>' for head in arrow_heads(page)),
        "</g>",
        *(line for symbol in page.symbols for line in _symbol(symbol)),
        *(line for label in page.labels for line in _label(label)),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _root(width: str, height: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt" '
        f'viewBox="0 0 {width} {height}" xml:lang="id" role="graphics-document" '
        f'font-family="{FONT_FAMILY}" fill="#000">'
    )


def number(value: float) -> str:
    """A coordinate with at most two decimals and no trailing zeros."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def escape(text: str) -> str:
    """Text as it stands between tags; characters that XML cannot hold are made visible."""
    return visible(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(text: str) -> str:
    """Text as it stands between the quotes of an attribute."""
    return escape(text).replace('"', "&quot;").replace("\n", "&#10;")


def path(points: Sequence[Point]) -> str:
    """An orthogonal line as absolute commands."""
    x, y = points[0]
    parts = [f"M{number(x)} {number(y)}"]
    for next_x, next_y in points[1:]:
        if next_y == y:
            parts.append(f"H{number(next_x)}")
        elif next_x == x:
            parts.append(f"V{number(next_y)}")
        else:
            parts.append(f"L{number(next_x)} {number(next_y)}")
        x, y = next_x, next_y
    return " ".join(parts)


def _fills(page: Page) -> Iterator[str]:
    for cell in page.cells:
        if cell.fill is not None:
            grey = f"#{round(cell.fill * 255):02x}" + f"{round(cell.fill * 255):02x}" * 2
            yield f'<rect class="heading" {_geometry(cell.box)} fill="{grey}"/>'


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
    if cell.turned:
        attributes += ' transform="rotate(-90)"'
        # Where the lines begin, once the page is turned under them.
        turned = [replace(line, x=-line.y, y=line.x) for line in set_cell(cell)]
        return _text(attributes, turned)
    return _text(attributes, set_cell(cell))


def _label(label: Label) -> Iterator[str]:
    return _text(f'class="label" font-size="{number(label.size)}"', set_label(label))


def _text(attributes: str, lines: Sequence[SetLine]) -> Iterator[str]:
    """Yield text elements: one for lines that begin at the left, one for each line that stands in the middle.

    Lines of one element are parted by a blank, so that what is copied has its words apart; in the middle of a
    cell such a blank would push its line aside.
    """
    lines = [line for line in lines if line.line.runs]
    if not lines:
        return
    start = f'<text {attributes} text-anchor="{lines[0].anchor.value}"'
    if len(lines) > 1 and lines[0].anchor is Anchor.START:
        spans = " ".join(f"<tspan {_place(line)}>{_runs(line.line.runs)}</tspan>" for line in lines)
        yield f"{start}{_space(lines)}>{spans}</text>"
        return
    for line in lines:
        yield f"{start} {_place(line)}{_space([line])}>{_runs(line.line.runs)}</text>"


def _place(line: SetLine) -> str:
    return f'x="{number(line.x)}" y="{number(line.y)}"'


def _space(lines: Sequence[SetLine]) -> str:
    """Ask for blanks to be kept where XML would make one of several, or drop one."""
    texts = [line.line.text for line in lines]
    kept = any("  " in text or text[:1] == " " or text[-1:] == " " for text in texts)
    return ' xml:space="preserve"' if kept else ""


def _runs(runs: Sequence[Run]) -> str:
    return "".join(
        f'<tspan font-style="italic">{escape(run.text)}</tspan>' if run.italic else escape(run.text)
        for run in runs
    )


def _geometry(box: Box) -> str:
    return (
        f'x="{number(box.x)}" y="{number(box.y)}" width="{number(box.width)}" height="{number(box.height)}"'
    )


def _flow(connector: Connector) -> str:
    return (
        f'<path class="flow" data-from="{attribute(connector.source)}" data-to="{attribute(connector.target)}" '
        f'data-label="{attribute(connector.label)}" data-kind="{attribute(connector.kind)}" '
        f'd="{path(connector.points)}"/>'
    )


def _polygon(corners: Sequence[Point]) -> str:
    return " ".join(f"{number(x)},{number(y)}" for x, y in corners)


def _symbol(symbol: Symbol) -> Iterator[str]:
    yield (
        f'<g class="symbol {symbol.shape.value}" data-id="{attribute(symbol.id)}" '
        f'data-row="{attribute(symbol.row)}" data-lane="{attribute(symbol.lane)}">'
    )
    yield f"<title>{escape(symbol.title)}</title>"
    yield f'{_outline(symbol)} fill="#fff" stroke="#000" stroke-width="{number(STROKE)}"/>'
    weight = ' font-weight="bold"' if symbol.shape is Shape.OFFPAGE else ""
    yield from _text(f'class="words" font-size="{number(symbol.size)}"{weight}', set_symbol(symbol))
    yield "</g>"


def _outline(symbol: Symbol) -> str:
    """The shape's element up to its paint."""
    shape = outline(symbol)
    if shape.corners:
        return f'<polygon points="{_polygon(shape.corners)}"'
    rounded = f' rx="{number(shape.radius)}"' if shape.radius else ""
    return f"<rect {_geometry(symbol.box)}{rounded}"
