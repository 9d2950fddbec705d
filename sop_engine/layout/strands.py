"""Strands: the lines of one corridor as spacing sees them.

In: the bundles of a gutter or channel and the routes that they belong to. Out: ``Strand`` values with the
distances that each keeps from the symbols on both sides of its corridor: more where its arrow ends there, or
where the words of a branch stand there.
"""

from collections.abc import Sequence

from sop_engine.layout.drawing import ARROW_LENGTH
from sop_engine.layout.grid import Side
from sop_engine.layout.page import PageFlow
from sop_engine.layout.spacing import Strand
from sop_engine.layout.style import Style
from sop_engine.layout.tracks import Bundle

__all__ = ["channel_strands", "gutter_strands"]

# A line that crosses an arrow keeps off its head.
_PAST_ARROW = ARROW_LENGTH + 1.0


def channel_strands(flow: PageFlow, channel: int, style: Style, words: Sequence[float]) -> list[Strand]:
    """Return the strands of a channel, from top to bottom.

    Args:
        flow: the page.
        channel: its number; the level above it has the number before.
        style: the measures of the sheet.
        words: for each link how wide the words of its branch are, 0 where none are drawn.
    """
    room = style.label * style.leading + 2.0

    def distances(index: int, at: int) -> tuple[float, float]:
        route, link = flow.routes[index], flow.links[index]
        before = behind = style.clear
        source, target = flow.grid.nodes[link.source], flow.grid.nodes[link.target]
        if at == 1 and words[index]:
            if route.exit is Side.BOTTOM and source.level == channel - 1:
                before = max(before, room)
            elif route.exit is Side.TOP and source.level == channel:
                behind = max(behind, room)
        if at == len(route.legs) - 2:
            if route.entry is Side.TOP and target.level == channel:
                behind = max(behind, style.arrow)
            elif route.entry is Side.BOTTOM and target.level == channel - 1:
                before = max(before, style.arrow)
        return before, behind

    bundles = flow.tracks.channels.get(channel, ())
    into_top, into_bottom = _entered(flow, Side.TOP, channel), _entered(flow, Side.BOTTOM, channel - 1)
    strands: list[Strand] = []
    for at, bundle in enumerate(bundles):
        apart = tuple(i for i in range(at) if bundles[i].meets(bundle))
        found = [distances(route, leg) for route, leg in bundle.members]
        strands.append(
            Strand(
                max(_PAST_ARROW if _passes(bundle, into_bottom) else 0.0, *(before for before, _ in found)),
                max(_PAST_ARROW if _passes(bundle, into_top) else 0.0, *(behind for _, behind in found)),
                apart,
                max((strands[i].track + 1 for i in apart), default=0),
            )
        )
    return strands


def gutter_strands(flow: PageFlow, gutter: int, style: Style, words: Sequence[float]) -> list[Strand]:
    """Return the strands of a gutter, from left to right; the lane left of it has the number before.

    Args:
        flow: the page.
        gutter: its number.
        style: the measures of the sheet.
        words: for each link how wide the words of its branch are, 0 where none are to be drawn.
    """
    bundles = flow.tracks.gutters.get(gutter, ())
    # Words stand beside their symbol, so whatever passes there leaves them room.
    beside: dict[Side, list[tuple[int, float]]] = {Side.LEFT: [], Side.RIGHT: []}
    for index, wide in enumerate(words):
        source, side = flow.grid.nodes[flow.links[index].source], flow.routes[index].exit
        if wide and side in beside and source.lane == (gutter if side is Side.LEFT else gutter - 1):
            # Beyond the outermost lanes there is no other cell for words to reach into.
            outer = gutter in (0, flow.grid.lanes)
            most = max(style.label_room, style.outer_room) if outer else style.label_room
            beside[side].append((2 * source.level + 1, min(wide + style.clear, most)))
    arrows = {index: _arrow_at(flow, index, gutter) for bundle in bundles for index, _ in bundle.members}
    into_left, into_right = _entered(flow, Side.LEFT, gutter), _entered(flow, Side.RIGHT, gutter - 1)
    strands: list[Strand] = []
    for at, bundle in enumerate(bundles):
        apart = tuple(i for i in range(at) if bundles[i].meets(bundle))
        before = max(style.clear, _PAST_ARROW if _passes(bundle, into_right) else 0.0)
        behind = max(style.clear, _PAST_ARROW if _passes(bundle, into_left) else 0.0)
        for index, leg in bundle.members:
            if leg == len(flow.routes[index].legs) - 2:
                before = max(before, style.arrow if arrows[index] is Side.RIGHT else 0.0)
                behind = max(behind, style.arrow if arrows[index] is Side.LEFT else 0.0)
        for place, wide in beside[Side.RIGHT]:
            before = max(before, wide if bundle.low <= place <= bundle.high else 0.0)
        for place, wide in beside[Side.LEFT]:
            behind = max(behind, wide if bundle.low <= place <= bundle.high else 0.0)
        strands.append(Strand(before, behind, apart, max((strands[i].track + 1 for i in apart), default=0)))
    return strands


def _arrow_at(flow: PageFlow, index: int, gutter: int) -> Side | None:
    """Return the side of a symbol next to a gutter that a link enters, or None."""
    entry, target = flow.routes[index].entry, flow.grid.nodes[flow.links[index].target]
    if (entry is Side.LEFT and target.lane == gutter) or (entry is Side.RIGHT and target.lane == gutter - 1):
        return entry
    return None


def _entered(flow: PageFlow, side: Side, number: int) -> list[int]:
    """Return where along a corridor arrows enter the symbols of the lane or level beside it by some side."""
    level = side is Side.TOP or side is Side.BOTTOM
    found = []
    for link, route in zip(flow.links, flow.routes, strict=True):
        if route.entry is side:
            node = flow.grid.nodes[link.target]
            if (node.level if level else node.lane) == number:
                found.append(2 * (node.lane if level else node.level) + 1)
    return found


def _passes(bundle: Bundle, places: list[int]) -> bool:
    """Whether a line runs past one of some places."""
    return any(bundle.low <= place <= bundle.high for place in places)
