"""Assembly: the finished pages, every piece with its place.

In: a ``Sheet``, all decisions of the layout. Out: the ``Drawing``. Nothing is decided here but the letters of
pentagons and where the words of branches stand.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from sop_engine.layout.cells import blank_cells, note_cells, part_cells, rules_of, total_cells
from sop_engine.layout.closing import Closing
from sop_engine.layout.columns import Columns
from sop_engine.layout.drawing import Box, Cell, Connector, Drawing, Joint, Page, Point, Shape, Symbol
from sop_engine.layout.figures import WORD_LEADING, Figures
from sop_engine.layout.grid import Side
from sop_engine.layout.headings import Heading
from sop_engine.layout.horizontal import Horizontal
from sop_engine.layout.labels import Branch, Surroundings, place_labels, without_shared_starts
from sop_engine.layout.measure import visible
from sop_engine.layout.page import Offpage, Part
from sop_engine.layout.paging import PageLayout
from sop_engine.layout.papers import Paper
from sop_engine.layout.style import Style
from sop_engine.layout.symbols import Plan
from sop_engine.layout.table import TableRow
from sop_engine.model.sop import Sop

__all__ = ["Sheet", "assemble"]


@dataclass(frozen=True, slots=True)
class Sheet:
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


def assemble(sop: Sop, sheet: Sheet) -> Drawing:
    """Return the drawing of a sheet."""
    letters = _letters(sheet)
    page_of = _pages_of_spots(sheet)
    keys = tuple(sop.pelaksana)
    pages = [_page(sheet, at, letters, page_of, keys) for at in range(len(sheet.pages))]
    pages = _closed(sheet, pages, len(sop.kegiatan))
    return Drawing(
        sop.identitas.nama,
        f"SOP {sop.identitas.nama}: Bagian Flowchart",
        _description(sop, sheet, len(pages)),
        sop.instansi.kode,
        sheet.paper.width,
        sheet.paper.height,
        sheet.style.font,
        tuple(pages),
    )


def _description(sop: Sop, sheet: Sheet, pages: int) -> str:
    """Return what a screen reader says of the sheet."""
    roles = ", ".join(" ".join(role.nama.split()) for role in sop.pelaksana.values())
    text = f"{len(sop.kegiatan)} kegiatan, {len(sop.pelaksana)} pelaksana ({roles})"
    if sheet.closing.total:
        text += f", jumlah waktu {sheet.closing.total}"
    if pages > 1:
        text += f", {pages} halaman"
    return visible(f"{text}.")


def _letters(sheet: Sheet) -> dict[int, str]:
    """Return the letter of each spot that other pages lead to, in the order in which readers meet them."""
    found: dict[int, str] = {}
    for page in sheet.pages:
        for offpage in sorted(page.flow.offpages, key=lambda item: (item.level, item.lane)):
            if offpage.target not in found:
                found[offpage.target] = _letter(len(found))
    return found


def _letter(number: int) -> str:
    """A, B ... Z, AA, AB ..."""
    text = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def _pages_of_spots(sheet: Sheet) -> dict[int, int]:
    return {spot: at for at, page in enumerate(sheet.pages) for spot in page.flow.spots}


def _page(
    sheet: Sheet, at: int, letters: dict[int, str], page_of: dict[int, int], keys: tuple[str, ...]
) -> Page:
    """Return one page with its rows, without what closes the table."""
    layout, style = sheet.pages[at], sheet.style
    flow = layout.flow
    top = style.margin + sheet.heading.height
    bands = [(top + y, tall) for y, tall in layout.vertical.bands]
    cells = list(sheet.heading.cells)
    rows = bands[flow.above : len(bands) - flow.below]
    if flow.above:
        cells += blank_cells(sheet.columns, *bands[0])
    cells += part_cells(sheet.rows, sheet.parts[slice(*layout.span)], rows, sheet.columns, style)
    if flow.below:
        cells += blank_cells(sheet.columns, *bands[-1])
    boxes = _boxes(sheet, at, top)
    symbols = [*_spot_symbols(sheet, at, boxes, keys), *_pentagons(sheet, at, boxes, letters, page_of, keys)]
    symbols.sort(key=lambda item: (item[0], item[1]))
    lines = _lines(sheet, at, top, boxes)
    names = _names(sheet)
    connectors: list[tuple[int, Connector]] = []
    branches: dict[tuple[str, str, str, Point], Branch] = {}
    for link, wires in enumerate(flow.wires):
        for number in wires:
            wire = sheet.plan.wires[number]
            source, target = names[wire.source], names[wire.target]
            connectors.append((number, Connector(source, target, wire.label, wire.kind, lines[link])))
            if layout.words[link] and wire.label:
                key = (source, wire.label, str(wire.branch), lines[link][0])
                branches.setdefault(key, Branch(wire.label, lines[link], source, target))
    connectors.sort(key=lambda item: item[0])
    joints = _joints(sheet, at, boxes)
    only_symbols = [symbol for _, _, symbol in symbols]
    rules = rules_of(cells)
    around = Surroundings(
        only_symbols,
        [_segment(a, b) for _, found in connectors for a, b in pairwise(found.points)]
        + [_segment(*joint.points) for joint in joints],
        [_segment(a, b) for a, b in rules],
        Box(
            sheet.columns.lane_edges[0],
            top,
            sheet.columns.lane_edges[-1] - sheet.columns.lane_edges[0],
            layout.vertical.height,
        ),
    )
    labels = place_labels(without_shared_starts(list(branches.values())), around, style)
    return Page(
        at + 1,
        tuple(cells),
        tuple(only_symbols),
        tuple(connector for _, connector in connectors),
        tuple(joints),
        labels,
        rules,
    )


def _segment(a: Point, b: Point) -> tuple[float, float, float, float]:
    return min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])


def _names(sheet: Sheet) -> list[str]:
    return [spot.id for spot in sheet.plan.spots]


def _boxes(sheet: Sheet, at: int, top: float) -> list[Box]:
    """Return the box of each node of a page's grid."""
    layout = sheet.pages[at]
    boxes = []
    for number, node in enumerate(layout.flow.grid.nodes):
        if number < len(layout.flow.spots):
            figure = sheet.plan.spots[layout.flow.spots[number]].figure
            width, height = figure.width, figure.height
        else:
            width = height = sheet.style.pentagon
        boxes.append(_box(sheet, node.lane, top + layout.vertical.centres[node.level], width, height))
    return boxes


def _box(sheet: Sheet, lane: int, y: float, width: float, height: float) -> Box:
    return Box(_round(_middle(sheet, lane) - width / 2), _round(y - height / 2), _round(width), _round(height))


def _middle(sheet: Sheet, lane: int) -> float:
    edges = sheet.columns.lane_edges
    return (edges[lane] + edges[lane + 1]) / 2


def _spot_symbols(
    sheet: Sheet, at: int, boxes: list[Box], keys: tuple[str, ...]
) -> Iterator[tuple[float, float, Symbol]]:
    """Yield the symbols of a page's steps with their place in reading order; joint ones once a lane."""
    for number, index in enumerate(sheet.pages[at].flow.spots):
        spot = sheet.plan.spots[index]
        figure = spot.figure
        box = boxes[number]
        for lane in (spot.lane, *spot.also):
            place = _box(sheet, lane, box.y + box.height / 2, box.width, box.height)
            # The words of a joint step stand once, where its flows come and go.
            lines = figure.lines if lane == spot.lane else ()
            yield box.y, place.x, Symbol(
                spot.id,
                spot.shape,
                place,
                spot.number,
                keys[lane],
                lines,
                figure.size,
                _round(figure.size * WORD_LEADING),
                spot.inferred,
                spot.title,
            )


def _pentagons(
    sheet: Sheet,
    at: int,
    boxes: list[Box],
    letters: dict[int, str],
    page_of: dict[int, int],
    keys: tuple[str, ...],
) -> Iterator[tuple[float, float, Symbol]]:
    """Yield the pentagons of a page."""
    flow = sheet.pages[at].flow
    for number, offpage in enumerate(flow.offpages, len(flow.spots)):
        letter = letters[offpage.target]
        figure = sheet.figures.figure(Shape.OFFPAGE, letter)
        box = boxes[number]
        spot = sheet.plan.spots[offpage.spot]
        yield box.y, box.x, Symbol(
            f"off-{letter}",
            Shape.OFFPAGE,
            box,
            spot.number,
            keys[offpage.lane],
            figure.lines,
            figure.size,
            _round(figure.size * WORD_LEADING),
            title=_pentagon_title(sheet, offpage, letter, page_of),
        )


def _pentagon_title(sheet: Sheet, offpage: Offpage, letter: str, page_of: dict[int, int]) -> str:
    """Return what a screen reader says of a pentagon."""
    target = sheet.plan.spots[offpage.target]
    if not offpage.entering:
        page = page_of[offpage.target] + 1
        return visible(f"Penghubung {letter}: ke kegiatan {target.number} di halaman {page}")
    wires = [sheet.plan.wires[at] for at in sheet.plan.touching[offpage.target]]
    here = page_of[offpage.target]
    pages = sorted({page_of[wire.source] for wire in wires if wire.target == offpage.target} - {here})
    listed = ", ".join(str(page + 1) for page in pages)
    return visible(f"Penghubung {letter}: dari halaman {listed} ke kegiatan {target.number}")


def _lines(sheet: Sheet, at: int, top: float, boxes: list[Box]) -> list[tuple[Point, ...]]:
    """Return the line of each link of a page."""
    layout, upright = sheet.pages[at], sheet.upright[at]
    flow, vertical = layout.flow, layout.vertical
    tracks: dict[tuple[int, int], float] = {}
    for gutter, bundles in flow.tracks.gutters.items():
        for bundle, x in zip(bundles, upright.gutters[gutter], strict=True):
            tracks.update(dict.fromkeys(bundle.members, x))
    for channel, bundles in flow.tracks.channels.items():
        for bundle, y in zip(bundles, vertical.channels[channel], strict=True):
            tracks.update(dict.fromkeys(bundle.members, top + y))
    lines = []
    for index, (link, route) in enumerate(zip(flow.links, flow.routes, strict=True)):
        first, last = boxes[link.source], boxes[link.target]
        points = [_port(first, route.exit)]
        for leg in range(1, len(route.legs)):
            before, behind = (index, leg - 1), (index, leg)
            upright_leg, level_leg = (before, behind) if route.legs[leg - 1].upright else (behind, before)
            x = tracks.get(upright_leg)
            y = tracks.get(level_leg)
            if x is None:
                x = _middle(sheet, route.legs[upright_leg[1]].line // 2)
            if y is None:
                y = top + vertical.centres[route.legs[level_leg[1]].line // 2]
            points.append((x, y))
        points.append(_port(last, route.entry))
        lines.append(_squared(points, first, last, route.legs[0].upright))
    return lines


def _squared(
    points: list[Point], first: Box, last: Box, starts_upright: bool  # noqa: FBT001 - a private helper
) -> tuple[Point, ...]:
    """Round a line's points so that each stretch stays upright or level to the hundredth of a point."""
    found = [points[0]]
    upright = starts_upright
    for x, y in points[1:-1]:
        found.append((found[-1][0], _round(y)) if upright else (_round(x), found[-1][1]))
        upright = not upright
    # The last stretch ends in the middle of a side: the one before it has to lead there exactly.
    end = points[-1]
    if len(found) > 1:
        found[-1] = (end[0], found[-1][1]) if upright else (found[-1][0], end[1])
    elif upright:
        end = (found[0][0], end[1])
    else:
        end = (end[0], found[0][1])
    del first, last
    return (*found, end)


def _port(box: Box, side: Side) -> Point:
    """Return the middle of a side."""
    x, y = box.centre
    if side is Side.TOP:
        return _round(x), box.y
    if side is Side.BOTTOM:
        return _round(x), _round(box.bottom)
    return (box.x if side is Side.LEFT else _round(box.right)), _round(y)


def _joints(sheet: Sheet, at: int, boxes: list[Box]) -> list[Joint]:
    """Return the plain lines between the shapes of joint steps, in the order of the steps."""
    joints = []
    for number, index in enumerate(sheet.pages[at].flow.spots):
        spot = sheet.plan.spots[index]
        box = boxes[number]
        y = _round(box.y + box.height / 2)
        for left, right in pairwise(sorted({spot.lane, *spot.also})):
            start = _round(_middle(sheet, left) + box.width / 2)
            end = _round(_middle(sheet, right) - box.width / 2)
            joints.append(Joint(spot.id, ((start, y), (end, y))))
    return joints


def _closed(sheet: Sheet, pages: list[Page], row: int) -> list[Page]:
    """Add the row of the total and the notes behind the last row, on further pages where there is no room."""
    style, closing = sheet.style, sheet.closing
    bottom = sheet.paper.height - style.margin
    y = style.margin + sheet.heading.height + sheet.pages[-1].vertical.height
    if closing.total_height:
        if not sheet.pages[-1].total:
            pages = [*pages, _blank(len(pages) + 1, sheet.heading.cells)]
            y = style.margin + sheet.heading.height
        cells = (*pages[-1].cells, *total_cells(closing, row, sheet.columns, y, style))
        pages = [*pages[:-1], replace(pages[-1], cells=cells, rules=rules_of(cells))]
        y += closing.total_height
    written, lines = 0, sum(len(found) for _, found in closing.notes)
    while written < lines:
        notes, now = note_cells(closing, written, sheet.columns, y, bottom, style)
        if now > written:
            pages = [*pages[:-1], replace(pages[-1], cells=(*pages[-1].cells, *notes))]
            written = now
        if written < lines:
            pages = [*pages, _blank(len(pages) + 1, ())]
            y = style.margin
    return pages


def _blank(number: int, cells: tuple[Cell, ...]) -> Page:
    return Page(number, cells, (), (), (), (), rules_of(cells))


def _round(number: float) -> float:
    return round(number, 2)
