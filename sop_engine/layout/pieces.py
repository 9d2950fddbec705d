"""Pieces: the symbols of a page, its pentagons and the plain lines of joint steps.

In: a ``Sheet`` and the boxes of a page's nodes. Out: ``Symbol`` and ``Joint`` values, symbols with their place
in reading order.
"""

from collections.abc import Iterator
from itertools import pairwise

from sop_engine.layout.drawing import Box, Joint, Shape, Symbol
from sop_engine.layout.figures import WORD_LEADING
from sop_engine.layout.lines import Sheet, box_in_lane
from sop_engine.layout.measure import visible
from sop_engine.layout.page import Offpage

__all__ = ["page_joints", "page_symbols"]


def page_symbols(
    sheet: Sheet,
    at: int,
    boxes: list[Box],
    letters: dict[int, str],
    page_of: dict[int, int],
    keys: tuple[str, ...],
) -> tuple[Symbol, ...]:
    """Return the symbols of a page in reading order, pentagons among them.

    Args:
        sheet: all decisions of the layout.
        at: index of the page.
        boxes: of the page's nodes.
        letters: of the spots that other pages lead to.
        page_of: index of the page of each spot.
        keys: of the roles.
    """
    found = [*_spot_symbols(sheet, at, boxes, keys), *_pentagons(sheet, at, boxes, letters, page_of, keys)]
    return tuple(sorted(found, key=lambda symbol: (symbol.box.centre[1], symbol.box.x)))


def _spot_symbols(sheet: Sheet, at: int, boxes: list[Box], keys: tuple[str, ...]) -> Iterator[Symbol]:
    """Yield the symbols of a page's steps; a joint step has one in each of its lanes."""
    for box, index in zip(boxes, sheet.pages[at].flow.spots, strict=False):
        spot = sheet.plan.spots[index]
        figure = spot.figure
        for lane in (spot.lane, *spot.also):
            yield Symbol(
                spot.id,
                spot.shape,
                box_in_lane(sheet, lane, box.y + box.height / 2, box.width, box.height),
                spot.number,
                keys[lane],
                figure.lines,
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
) -> Iterator[Symbol]:
    """Yield the pentagons of a page."""
    flow = sheet.pages[at].flow
    for box, offpage in zip(boxes[len(flow.spots) :], flow.offpages, strict=True):
        letter = letters[offpage.target]
        figure = sheet.figures.figure(Shape.OFFPAGE, letter)
        yield Symbol(
            f"off-{letter}",
            Shape.OFFPAGE,
            box,
            sheet.plan.spots[offpage.spot].number,
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


def page_joints(sheet: Sheet, at: int, boxes: list[Box]) -> tuple[Joint, ...]:
    """Return the plain lines between the shapes of joint steps, in the order of the steps."""
    joints = []
    for box, index in zip(boxes, sheet.pages[at].flow.spots, strict=False):
        spot = sheet.plan.spots[index]
        y = _round(box.y + box.height / 2)
        shapes = [
            box_in_lane(sheet, lane, y, box.width, box.height) for lane in sorted({spot.lane, *spot.also})
        ]
        for left, right in pairwise(shapes):
            joints.append(Joint(spot.id, ((_round(left.right), y), (right.x, y))))
    return tuple(joints)


def _round(number: float) -> float:
    return round(number, 2)
