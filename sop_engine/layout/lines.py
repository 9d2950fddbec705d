"""Lines: where the connectors of a page run, and between which boxes.

In: a ``Sheet``, all decisions of the layout. Out: the box of every symbol, and the points of every connector,
rounded so that each stretch stays level or upright.
"""

from typing import NamedTuple

from sop_engine.layout.closing import Closing
from sop_engine.layout.columns import Columns
from sop_engine.layout.drawing import Box, Point
from sop_engine.layout.figures import Figures
from sop_engine.layout.grid import Side
from sop_engine.layout.headings import Heading
from sop_engine.layout.horizontal import Horizontal
from sop_engine.layout.page import Part
from sop_engine.layout.paging import PageLayout
from sop_engine.layout.papers import Paper
from sop_engine.layout.routes import Route
from sop_engine.layout.style import Style
from sop_engine.layout.symbols import Plan
from sop_engine.layout.table import TableRow

__all__ = ["Sheet", "box_in_lane", "connector_lines", "node_boxes"]


class Sheet(NamedTuple):
    """All decisions of the layout.

    Attributes:
        paper: the page.
        style: the measures.
        figures: the sizes of symbols.
        plan: symbols and arrows.
        columns: where the table's columns lie.
        heading: the header rows.
        rows: the wrapped rows.
        closing: the row of the total and the notes.
        parts: the rows, those taller than a page in parts.
        pages: what stands on each page.
        symbols: the width of the widest symbol of each lane.
        upright: for each page where upright lines lie.
    """

    paper: Paper
    style: Style
    figures: Figures
    plan: Plan
    columns: Columns
    heading: Heading
    rows: tuple[TableRow, ...]
    closing: Closing
    parts: tuple[Part, ...]
    pages: tuple[PageLayout, ...]
    symbols: tuple[float, ...]
    upright: tuple[Horizontal, ...]


def node_boxes(sheet: Sheet, at: int, top: float) -> list[Box]:
    """Return the box of each node of a page's grid, in the lane where its flows come and go."""
    layout = sheet.pages[at]
    boxes = []
    for number, node in enumerate(layout.flow.grid.nodes):
        if number < len(layout.flow.spots):
            figure = sheet.plan.spots[layout.flow.spots[number]].figure
            width, height = figure.width, figure.height
        else:
            width = height = sheet.style.pentagon
        boxes.append(box_in_lane(sheet, node.lane, top + layout.vertical.centres[node.level], width, height))
    return boxes


def box_in_lane(sheet: Sheet, lane: int, y: float, width: float, height: float) -> Box:
    """Return a box of some size in the middle of a lane, its own middle at some height."""
    return Box(
        _round(_middle(sheet, lane) - width / 2), _round(y - height / 2), _round(width), _round(height)
    )


def _middle(sheet: Sheet, lane: int) -> float:
    edges = sheet.columns.lane_edges
    return (edges[lane] + edges[lane + 1]) / 2


def connector_lines(sheet: Sheet, at: int, top: float, boxes: list[Box]) -> list[tuple[Point, ...]]:
    """Return the points of each link of a page."""
    flow = sheet.pages[at].flow
    tracks = _tracks(sheet, at, top)
    lines = []
    for index, (link, route) in enumerate(zip(flow.links, flow.routes, strict=True)):
        corners = [_corner(sheet, at, top, tracks, route, index, leg) for leg in range(1, len(route.legs))]
        start = _port(sheet, at, top, link.source, boxes[link.source], route.exit)
        end = _port(sheet, at, top, link.target, boxes[link.target], route.entry)
        lines.append(_squared(start, corners, end, upright=route.legs[0].upright))
    return lines


def _tracks(sheet: Sheet, at: int, top: float) -> dict[tuple[int, int], float]:
    """Return the coordinate of each leg that lies in a corridor, by link and leg."""
    flow = sheet.pages[at].flow
    found: dict[tuple[int, int], float] = {}
    for gutter, bundles in flow.tracks.gutters.items():
        for bundle, x in zip(bundles, sheet.upright[at].gutters[gutter], strict=True):
            found.update(dict.fromkeys(bundle.members, x))
    for channel, bundles in flow.tracks.channels.items():
        for bundle, y in zip(bundles, sheet.pages[at].vertical.channels[channel], strict=True):
            found.update(dict.fromkeys(bundle.members, top + y))
    return found


def _corner(
    sheet: Sheet,
    at: int,
    top: float,
    tracks: dict[tuple[int, int], float],
    route: Route,
    index: int,
    leg: int,
) -> Point:
    """Return the point between a leg of a route and the one before it."""
    upright, level = (leg - 1, leg) if route.legs[leg - 1].upright else (leg, leg - 1)
    x = tracks.get((index, upright))
    y = tracks.get((index, level))
    return (
        _middle(sheet, route.legs[upright].line // 2) if x is None else x,
        top + sheet.pages[at].vertical.centres[route.legs[level].line // 2] if y is None else y,
    )


def _squared(start: Point, corners: list[Point], end: Point, *, upright: bool) -> tuple[Point, ...]:
    """Round a line's points so that each stretch stays upright or level to the hundredth of a point."""
    found = [start]
    for x, y in corners:
        found.append((found[-1][0], _round(y)) if upright else (_round(x), found[-1][1]))
        upright = not upright
    # The last stretch ends in the middle of a side: the one before it has to lead there exactly.
    if corners:
        found[-1] = (end[0], found[-1][1]) if upright else (found[-1][0], end[1])
        return (*found, end)
    return (start, (start[0], end[1])) if upright else (start, (end[0], start[1]))


def _port(sheet: Sheet, at: int, top: float, number: int, box: Box, side: Side) -> Point:
    """Return the middle of a side; symbols of one lane, or one level, have it at one place to the hundredth."""
    node = sheet.pages[at].flow.grid.nodes[number]
    x = _round(_middle(sheet, node.lane))
    y = _round(top + sheet.pages[at].vertical.centres[node.level])
    if side is Side.TOP:
        return x, box.y
    if side is Side.BOTTOM:
        return x, _round(box.bottom)
    return (box.x if side is Side.LEFT else _round(box.right)), y


def _round(number: float) -> float:
    return round(number, 2)
