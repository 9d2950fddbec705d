"""SVG: one file a page, vectors and text, nothing that needs a style sheet, a font file or a script.

In: a ``Drawing``. Out: one SVG text a page. Other tools read what is written here, so its shape is a contract:
``<g class="symbol ...">`` with ``data-id``, ``data-row`` and ``data-lane`` around each symbol, ``<path
class="flow">`` with ``data-from``, ``data-to``, ``data-label`` and ``data-kind`` for each connector, made of
absolute M, H, V and L commands in points of the page, ``<text class="label">`` for the words of a branch, and
no transforms but on headings that run upwards. All geometry is in attributes. The same Drawing gives the same
bytes.
"""

from collections.abc import Iterator, Sequence

from sop_engine.layout.drawing import Box, Cell, Connector, Drawing, Page, Point, Shape, Symbol
from sop_engine.layout.measure import Run, visible
from sop_engine.layout.setting import Anchor, SetLine, set_cell, set_label, set_symbol

__all__ = ["FONT_FAMILY", "write", "write_page"]

FONT_FAMILY = "Arimo, Arial, Liberation Sans, Helvetica, sans-serif"
"""Fonts of one measure: the layout is made with the first one's widths."""

_RULE = 0.5
_STROKE = 0.9
_ARROW_LENGTH = 5.2
_ARROW_HALF = 2.0
_SHOULDER = 0.58


def write(drawing: Drawing) -> tuple[str, ...]:
    """Return an SVG for each page."""
    return tuple(write_page(drawing, page) for page in drawing.pages)


def write_page(drawing: Drawing, page: Page) -> str:
    """Return the SVG of one page, ending in a newline."""
    width, height = number(drawing.width), number(drawing.height)
    title = drawing.title
    if len(drawing.pages) > 1:
        title += f", halaman {page.number} dari {len(drawing.pages)}"
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt" '
        f'viewBox="0 0 {width} {height}" lang="id" role="img" aria-labelledby="judul uraian" '
        f'font-family="{FONT_FAMILY}" fill="#000">',
        f'<title id="judul">{escape(title)}</title>',
        f'<desc id="uraian">{escape(drawing.description)}</desc>',
        f'<rect class="page" x="0" y="0" width="{width}" height="{height}" fill="#fff"/>',
        '<g class="table">',
        *_fills(page),
        *_rules(page),
        *_texts(page),
        "</g>",
        f'<g class="flows" fill="none" stroke="#000" stroke-width="{number(_STROKE)}" stroke-linejoin="miter">',
        *(
            f'<path class="joint" data-id="{attribute(joint.id)}" d="{path(joint.points)}"/>'
            for joint in page.joints
        ),
        *(_flow(connector) for connector in page.connectors),
        "</g>",
        '<g class="arrows">',
        *_arrows(page),
        "</g>",
        *(line for symbol in page.symbols for line in _symbol(symbol)),
        *(
            f'<text class="label" font-size="{number(label.size)}" text-anchor="start"'
            f"{_content(set_label(label))}</text>"
            for label in page.labels
        ),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


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
            f'<path class="rules" fill="none" stroke="#000" stroke-width="{number(_RULE)}" '
            f'stroke-linecap="square" d="{lines}"/>'
        )


def _texts(page: Page) -> Iterator[str]:
    for cell in page.cells:
        if cell.lines:
            yield _cell(cell)


def _cell(cell: Cell) -> str:
    lines = set_cell(cell)
    weight = ' font-weight="bold"' if cell.bold else ""
    start = (
        f'<text class="cell" data-field="{attribute(cell.field)}" font-size="{number(cell.size)}"{weight} '
        f'text-anchor="{lines[0].anchor.value}"'
    )
    if cell.turned:
        turned = "".join(
            f'<tspan x="{number(_start(line, cell))}" y="{number(line.x)}">{_runs(line.line.runs)}</tspan>'
            for line in lines
        )
        return f'{start} transform="rotate(-90)"{_space(lines)}>{turned}</text>'
    return f"{start}{_content(lines)}</text>"


def _start(line: SetLine, cell: Cell) -> float:
    """Where a line that runs upwards begins, once the page is turned under it."""
    del cell
    return -line.y


def _content(lines: Sequence[SetLine]) -> str:
    """The rest of a text element's tag and its content: one line, or a tspan for each of several."""
    if len(lines) == 1:
        line = lines[0]
        return f' x="{number(line.x)}" y="{number(line.y)}"{_space(lines)}>{_runs(line.line.runs)}'
    spans = "".join(
        f'<tspan x="{number(line.x)}" y="{number(line.y)}">{_runs(line.line.runs)}</tspan>'
        for line in lines
        if line.line.runs
    )
    return f"{_space(lines)}>{spans}"


def _space(lines: Sequence[SetLine]) -> str:
    """Ask for blanks to be kept where there are more than one between two words."""
    texts = (line.line.text for line in lines)
    return ' xml:space="preserve"' if any(text != " ".join(text.split(" ")) or "  " in text or text[:1] == " " for text in texts) else ""


def _runs(runs: Sequence[Run]) -> str:
    return "".join(
        f'<tspan font-style="italic">{escape(run.text)}</tspan>' if run.italic else escape(run.text) for run in runs
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


def _arrows(page: Page) -> Iterator[str]:
    """One head where connectors end, however many end there."""
    seen: set[tuple[Point, bool, bool]] = set()
    for connector in page.connectors:
        (x1, y1), (x2, y2) = connector.points[-2:]
        key = ((x2, y2), x1 == x2, (x1, y1) < (x2, y2))
        if key in seen:
            continue
        seen.add(key)
        if x1 == x2:
            back = y2 - _ARROW_LENGTH if y2 > y1 else y2 + _ARROW_LENGTH
            corners = ((x2, y2), (x2 - _ARROW_HALF, back), (x2 + _ARROW_HALF, back))
        else:
            back = x2 - _ARROW_LENGTH if x2 > x1 else x2 + _ARROW_LENGTH
            corners = ((x2, y2), (back, y2 - _ARROW_HALF), (back, y2 + _ARROW_HALF))
        yield f'<polygon class="arrow" points="{_polygon(corners)}"/>'


def _polygon(corners: Sequence[Point]) -> str:
    return " ".join(f"{number(x)},{number(y)}" for x, y in corners)


def _symbol(symbol: Symbol) -> Iterator[str]:
    yield (
        f'<g class="symbol {symbol.shape.value}" data-id="{attribute(symbol.id)}" '
        f'data-row="{attribute(symbol.row)}" data-lane="{attribute(symbol.lane)}">'
    )
    yield f"<title>{escape(symbol.title)}</title>"
    yield f'{_outline(symbol)} fill="#fff" stroke="#000" stroke-width="{number(_STROKE)}"/>'
    if symbol.lines:
        weight = ' font-weight="bold"' if symbol.shape is Shape.OFFPAGE else ""
        yield (
            f'<text class="words" font-size="{number(symbol.size)}"{weight} text-anchor="{Anchor.MIDDLE.value}"'
            f"{_content(set_symbol(symbol))}</text>"
        )
    yield "</g>"


def _outline(symbol: Symbol) -> str:
    """The shape's element up to its paint."""
    box = symbol.box
    x, y = box.centre
    if symbol.shape is Shape.DECISION:
        corners = ((x, box.y), (box.right, y), (x, box.bottom), (box.x, y))
        return f'<polygon points="{_polygon(corners)}"'
    if symbol.shape is Shape.OFFPAGE:
        shoulder = box.y + box.height * _SHOULDER
        corners = (
            (box.x, box.y),
            (box.right, box.y),
            (box.right, shoulder),
            (x, box.bottom),
            (box.x, shoulder),
        )
        return f'<polygon points="{_polygon(corners)}"'
    rounded = "" if symbol.shape is Shape.PROCESS else f' rx="{number(min(box.width, box.height) / 2)}"'
    return f"<rect {_geometry(box)}{rounded}"
