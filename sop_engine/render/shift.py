"""Shifting: a page as it stands within a larger one.

In: a ``Page`` and how far it is to be moved, in points. Out: the same page with every coordinate moved, so that
several stand in one file without transforms.
"""

from dataclasses import replace

from sop_engine.layout.drawing import Box, Page, Point

__all__ = ["shifted"]


def shifted(page: Page, right: float, down: float) -> Page:
    """Return a page moved to the right and down; its own size stays as it is."""
    if not right and not down:
        return page

    def point(at: Point) -> Point:
        return round(at[0] + right, 2), round(at[1] + down, 2)

    def moved(box: Box) -> Box:
        return Box(*point((box.x, box.y)), box.width, box.height)

    return replace(
        page,
        cells=tuple(replace(cell, box=moved(cell.box)) for cell in page.cells),
        symbols=tuple(replace(symbol, box=moved(symbol.box)) for symbol in page.symbols),
        connectors=tuple(
            replace(connector, points=tuple(map(point, connector.points))) for connector in page.connectors
        ),
        joints=tuple(
            replace(joint, points=(point(joint.points[0]), point(joint.points[1]))) for joint in page.joints
        ),
        labels=tuple(replace(label, at=point(label.at), box=moved(label.box)) for label in page.labels),
        rules=tuple((point(start), point(end)) for start, end in page.rules),
        pictures=tuple(replace(picture, box=moved(picture.box)) for picture in page.pictures),
        links=tuple(replace(link, box=moved(link.box)) for link in page.links),
    )
