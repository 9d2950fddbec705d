"""The lines and grounds of a PDF page: everything but its words and pictures.

In: a ``Page``. Out: operators of a content stream. Coordinates are those of the SVG, but for the y axis, which runs
upwards in a PDF.
"""

from collections.abc import Iterator, Sequence

from sop_engine.layout.drawing import Box, Page, Point, Symbol
from sop_engine.render.ink import (
    DASHES,
    FRAME,
    FRAME_GREY,
    RULE,
    STROKE,
    arrow_heads,
    halos,
    inferred_frames,
    number,
    outline,
)

__all__ = ["ink"]

# How far the handles of a quarter circle's curve stand from its ends, in radii.
_ROUND = 0.5523


def ink(page: Page, *, marked: bool) -> Iterator[str]:
    """Yield operators that draw all that is no text, from the ground up.

    Args:
        page: what to draw.
        marked: what is inferred is drawn dashed.
    """
    pen = _Pen(page.height)
    for cell in page.cells:
        if cell.fill is not None:
            yield f"{number(cell.fill)} g {pen.rectangle(cell.box)} f"
    yield f"0 g 0 G 4 M {number(RULE)} w 2 J"
    if page.rules:
        yield " ".join(pen.line(rule) for rule in page.rules) + " S"
    yield "0 J"
    yield from (f"1 g {pen.rectangle(box)} f" for box in halos(page))
    if marked:
        frames = [pen.rectangle(frame) for _, frame in inferred_frames(page)]
        if frames:
            yield f"{number(FRAME_GREY)} G {number(FRAME)} w {_DASHED} {' '.join(frames)} S 0 G {_SOLID}"
    yield f"{number(STROKE)} w"
    yield from (f"{pen.line(joint.points)} S" for joint in page.joints)
    for connector in page.connectors:
        yield _dashed(f"{pen.line(connector.points)} S", wanted=marked and connector.inferred)
    yield "0 g"
    yield from (f"{pen.polygon(head)} f" for head in arrow_heads(page))
    yield "1 g"
    for symbol in page.symbols:
        yield _dashed(f"{pen.outline(symbol)} B", wanted=marked and symbol.inferred)


_DASHED = f"[{' '.join(map(number, DASHES))}] 0 d"
_SOLID = "[] 0 d"


def _dashed(operators: str, *, wanted: bool) -> str:
    return f"{_DASHED} {operators} {_SOLID}" if wanted else operators


class _Pen:
    """Paths in the coordinates of one page."""

    def __init__(self, height: float) -> None:
        self._height = height

    def _at(self, x: float, y: float) -> str:
        return f"{number(x)} {number(self._height - y)}"

    def rectangle(self, box: Box) -> str:
        return f"{self._at(box.x, box.bottom)} {number(box.width)} {number(box.height)} re"

    def line(self, points: Sequence[Point]) -> str:
        first, *others = points
        return " ".join((f"{self._at(*first)} m", *(f"{self._at(*point)} l" for point in others)))

    def polygon(self, corners: Sequence[Point]) -> str:
        return f"{self.line(corners)} h"

    def outline(self, symbol: Symbol) -> str:
        shape = outline(symbol)
        if shape.corners:
            return self.polygon(shape.corners)
        if not shape.radius:
            return self.rectangle(symbol.box)
        return self._rounded(symbol.box, shape.radius)

    def _rounded(self, box: Box, radius: float) -> str:
        """A rectangle with round corners, clockwise from the left end of its upper side."""
        x, y, right, bottom = box.x, box.y, box.right, box.bottom
        near = radius * (1 - _ROUND)
        sides = (
            ((right - radius, y), (right - near, y), (right, y + near), (right, y + radius)),
            (
                (right, bottom - radius),
                (right, bottom - near),
                (right - near, bottom),
                (right - radius, bottom),
            ),
            ((x + radius, bottom), (x + near, bottom), (x, bottom - near), (x, bottom - radius)),
            ((x, y + radius), (x, y + near), (x + near, y), (x + radius, y)),
        )
        parts = [f"{self._at(x + radius, y)} m"]
        for end, *curve in sides:
            parts.append(f"{self._at(*end)} l {' '.join(self._at(*point) for point in curve)} c")
        return " ".join((*parts, "h"))
