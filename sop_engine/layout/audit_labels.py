"""The audit of labels: whether the words of each branch stand free, beside their own line, and at all.

In: a page of a finished drawing. Out: a line on each fault.
"""

from collections.abc import Iterator

from sop_engine.layout.audit_geometry import (
    arrow_head,
    behind,
    common_start,
    gap,
    lanes_of,
    on_edge,
    overlap,
    segments,
    touches,
)
from sop_engine.layout.drawing import Connector, Label, Page

__all__ = ["label_touches"]

# So near to its own line no other one makes a label doubtful; and beyond the second distance it names nothing.
_CLOSE = 3.2
_BESIDE = 16.0
_NEAR_ITS_START = 48.0
_CUT = 30


def label_touches(page: Page) -> Iterator[str]:
    """Yield labels that touch anything, leave the lanes, stand beside no line of their own, or are missing."""
    lanes = lanes_of(page)
    for at, label in enumerate(page.labels):
        box, name = label.box, f"'{label.text[:_CUT]}'"
        if lanes is None or not (
            lanes.x <= box.x and box.right <= lanes.right and lanes.y <= box.y and box.bottom <= lanes.bottom
        ):
            yield f"{name} leaves the lanes"
        for symbol in page.symbols:
            if touches(box, symbol):
                yield f"{name} touches {symbol.id}"
        for other in page.labels[at + 1 :]:
            if overlap(box, other.box):
                yield f"{name} touches '{other.text[:_CUT]}'"
        for connector in page.connectors:
            if any(gap(leg, box) < 0 for leg in segments(connector)) or overlap(box, arrow_head(connector)):
                yield f"{name} touches {connector.source} -> {connector.target}"
        for joint in page.joints:
            if gap(joint.points, box) < 0:
                yield f"{name} touches the line of {joint.id}"
        yield from _astray(page, label)
    yield from _missing(page)


def _astray(page: Page, label: Label) -> Iterator[str]:
    """Yield a label that is far from its own branch, or nearer to another branch of its decision.

    A branch's own line begins where it parts from the other branches: beside what they share, words would
    name neither.
    """
    name = f"'{label.text[:_CUT]}'"
    leaving = [item for item in _leaving(page) if item.source == label.source]
    own = [item for item in leaving if item.label == label.text]
    if not own:
        yield f"{name} names no branch"
        return
    # Where two branches run on each other all the way, both names are true of all of it.
    routes = {item.points for item in own}
    others = [item for item in leaving if item.label != label.text and item.points not in routes]
    lines = [
        behind(item.points, max((common_start(item.points, other.points) for other in others), default=0.0))
        for item in own
    ]
    apart = min((gap(leg, label.box) for legs in lines for leg in legs), default=float("inf"))
    start = min((gap((legs[0][0], legs[0][0]), label.box) for legs in lines if legs), default=float("inf"))
    if apart > _BESIDE or start > _NEAR_ITS_START:
        yield f"{name} is {apart:.1f} from its line and {start:.1f} from its beginning"
    elif apart > _CLOSE and any(
        gap(leg, label.box) < apart
        for other in others
        for leg in behind(other.points, max(common_start(other.points, item.points) for item in own))
    ):
        yield f"{name} is nearer to another branch of {label.source}"


def _leaving(page: Page) -> list[Connector]:
    """Return the connectors of branches that leave their own decision on this page."""
    return [
        connector
        for connector in page.connectors
        if connector.label
        and any(
            symbol.id == connector.source and on_edge(symbol.box, connector.points[0])
            for symbol in page.symbols
        )
    ]


def _missing(page: Page) -> Iterator[str]:
    """Yield branches that leave their decision without any words."""
    named = {(label.source, label.text) for label in page.labels}
    for source, words in dict.fromkeys((item.source, item.label) for item in _leaving(page)):
        if words.strip() and (source, words) not in named:
            yield f"'{words[:_CUT]}' of {source} stands nowhere"
