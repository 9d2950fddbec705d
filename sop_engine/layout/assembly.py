"""Assembly: the finished pages, every piece with its place.

In: a ``Sheet``, all decisions of the layout. Out: the ``Drawing``. Nothing is decided here but the letters of
pentagons and where the words of branches stand.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from sop_engine.layout.branches import Branch, Segment, box_of, without_shared_starts
from sop_engine.layout.cells import blank_cells, note_cells, part_cells, rules_of, total_cells
from sop_engine.layout.drawing import (
    Bookmark,
    Box,
    Cell,
    Connector,
    Drawing,
    Joint,
    Page,
    Point,
)
from sop_engine.layout.labels import Surroundings, place_labels
from sop_engine.layout.lines import Sheet, connector_lines, node_boxes
from sop_engine.layout.measure import plain
from sop_engine.layout.pieces import page_joints, page_symbols
from sop_engine.model.sop import Sop

__all__ = ["assemble"]

_SAYS_SOP = ("sop", "standar operasional prosedur", "prosedur operasional standar")


def assemble(sop: Sop, sheet: Sheet) -> tuple[Drawing, bool]:
    """Return the drawing of a sheet, and whether words of a branch found no free place."""
    letters = _letters(sheet)
    page_of = _pages_of_spots(sheet)
    keys = tuple(sop.pelaksana)
    found = [_page(sheet, at, letters, page_of, keys) for at in range(len(sheet.pages))]
    pages = _closed(sheet, [page for page, _ in found], len(sop.kegiatan))
    name = plain(sop.identitas.nama)
    drawing = Drawing(
        name,
        _title(name),
        _description(sop, sheet, len(pages)),
        sop.instansi.kode,
        sheet.style.font,
        tuple(pages),
        plain(sop.instansi.nama),
        (Bookmark(name, 1, 0),),
    )
    return drawing, any(crowded for _, crowded in found)


def _title(name: str) -> str:
    """Return what a screen reader calls the sheet; many names say already that they are a SOP."""
    return f"{name if name.lower().startswith(_SAYS_SOP) else f'SOP {name}'}: Bagian Flowchart"


def _description(sop: Sop, sheet: Sheet, pages: int) -> str:
    """Return what a screen reader says of the sheet."""
    roles = ", ".join(plain(role.nama) for role in sop.pelaksana.values())
    text = f"{len(sop.kegiatan)} kegiatan, {len(sop.pelaksana)} pelaksana ({roles})"
    if sheet.closing.total:
        text += f", jumlah waktu {plain(sheet.closing.total)}"
    if pages > 1:
        text += f", {pages} halaman"
    return f"{text}."


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
) -> tuple[Page, bool]:
    """Return one page with its rows, without what closes the table, and whether words found no place."""
    top = sheet.style.margin + sheet.heading.height
    cells = _cells(sheet, at, top)
    boxes = node_boxes(sheet, at, top)
    symbols = page_symbols(sheet, at, boxes, letters, page_of, keys)
    joints = page_joints(sheet, at, boxes)
    connectors, branches = _connectors(sheet, at, connector_lines(sheet, at, top, boxes))
    rules = rules_of(cells)
    left, right = sheet.columns.lane_edges[0], sheet.columns.lane_edges[-1]
    around = Surroundings(
        symbols,
        _segments(connectors, joints),
        [box_of(*rule) for rule in rules],
        Box(left, top, right - left, sheet.pages[at].vertical.height),
    )
    labels, crowded = place_labels(without_shared_starts(branches), around, sheet.style)
    page = Page(
        at + 1,
        sheet.paper.width,
        sheet.paper.height,
        tuple(cells),
        symbols,
        connectors,
        joints,
        labels,
        rules,
    )
    return page, crowded


def _cells(sheet: Sheet, at: int, top: float) -> list[Cell]:
    """Return the headings and the cells of a page's rows."""
    layout = sheet.pages[at]
    bands = [(top + y, tall) for y, tall in layout.vertical.bands]
    rows = bands[layout.flow.above : len(bands) - layout.flow.below]
    cells = list(sheet.heading.cells)
    if layout.flow.above:
        cells += blank_cells(sheet.columns, *bands[0])
    cells += part_cells(sheet.rows, sheet.parts[slice(*layout.span)], rows, sheet.columns, sheet.style)
    if layout.flow.below:
        cells += blank_cells(sheet.columns, *bands[-1])
    return cells


def _connectors(
    sheet: Sheet, at: int, lines: Sequence[tuple[Point, ...]]
) -> tuple[tuple[Connector, ...], list[Branch]]:
    """Return the connectors of a page in the order of the plan's wires, and the branches to be labelled.

    A branch that splits behind its decision is labelled once.
    """
    layout, spots = sheet.pages[at], sheet.plan.spots
    connectors: list[tuple[int, Connector]] = []
    branches: dict[tuple[int, int | None, Point], Branch] = {}
    for link, wires in enumerate(layout.flow.wires):
        points = lines[link]
        for number in wires:
            wire = sheet.plan.wires[number]
            source, target = spots[wire.source].id, spots[wire.target].id
            connector = Connector(source, target, wire.label, wire.kind, points, wire.inferred)
            connectors.append((number, connector))
            if layout.words[link] and wire.label:
                key = (wire.source, wire.branch, points[0])
                branches.setdefault(key, Branch(wire.label, points, source, target))
    connectors.sort(key=lambda item: item[0])
    return tuple(connector for _, connector in connectors), list(branches.values())


def _segments(connectors: Sequence[Connector], joints: Sequence[Joint]) -> list[Segment]:
    """Return the boxes of all stretches of line, flat ones, and of arrowheads."""
    found = [box_of(a, b) for connector in connectors for a, b in pairwise(connector.points)]
    found += [box_of(*joint.points) for joint in joints]
    for connector in connectors:
        across, down = zip(*connector.head, strict=True)
        found.append((min(across), min(down), max(across), max(down)))
    return found


def _closed(sheet: Sheet, pages: list[Page], row: int) -> list[Page]:
    """Add the row of the total and the notes behind the last row, on further pages where there is no room."""
    style, closing = sheet.style, sheet.closing
    bottom = sheet.paper.height - style.margin
    y = style.margin + sheet.heading.height + sheet.pages[-1].vertical.height
    if closing.total_height:
        if not sheet.pages[-1].total:
            pages = [*pages, _blank(sheet, len(pages) + 1, sheet.heading.cells)]
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
            pages = [*pages, _blank(sheet, len(pages) + 1, ())]
            y = style.margin
    return pages


def _blank(sheet: Sheet, number: int, cells: tuple[Cell, ...]) -> Page:
    return Page(number, sheet.paper.width, sheet.paper.height, cells, rules=rules_of(cells))
