"""The flow in words: what stands in a lane and where the flow goes from there, for who does not see the drawing.

In: the pages of one SOP's flowchart. Out: for each lane's cell the markup of a sentence or two, such as
``Keputusan: Sesuai? Ya ke kegiatan 3. Tidak kembali ke kegiatan 1.`` What goes on on another page is told by
its real end, not by the letter of a pentagon.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sop_engine.layout.drawing import Box, Connector, Page, Shape, Symbol
from sop_engine.layout.measure import plain
from sop_engine.render.html_text import isolated, whole_words
from sop_engine.render.markup import attribute

__all__ = ["Flow", "flow_of", "lane_markups"]

_KINDS = {Shape.START: "Mulai", Shape.PROCESS: "Proses", Shape.DECISION: "Keputusan", Shape.END: "Selesai"}
_CAPSULES = frozenset({Shape.START, Shape.END})
_ENDS_A_SENTENCE = (".", "?", "!")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a step stands: its first symbol, the number of its page, and its row."""

    symbol: Symbol
    page: int
    row: int


@dataclass(frozen=True, slots=True)
class Flow:
    """The flow of one SOP.

    Attributes:
        places: of every step by its id.
        leaving: by the id of a step, the connectors that leave it, each once.
        lanes: by the id of a step, the keys of its lanes.
        roles: names of the roles by their keys.
        added: capsules that open or close a step in their own cell.
        crowded: rows that several steps stand in.
        anchor: of a row's place in the file, before its number.
        marked: whether it is told what is inferred.
    """

    places: Mapping[str, _Place]
    leaving: Mapping[str, tuple[Connector, ...]]
    lanes: Mapping[str, tuple[str, ...]]
    roles: Mapping[str, str]
    added: frozenset[str]
    crowded: frozenset[int]
    anchor: str
    marked: bool


def flow_of(pages: Sequence[Page], anchor: str, *, marked: bool) -> Flow:
    """Return the flow that the pages of one SOP draw."""
    places: dict[str, _Place] = {}
    lanes: dict[str, list[str]] = {}
    leaving: dict[str, dict[tuple[str, str], Connector]] = {}
    roles: dict[str, str] = {}
    for page in pages:
        for cell in page.cells:
            if cell.row is not None and cell.row < 0:
                roles.setdefault(cell.field, plain(cell.text))
        for symbol in page.symbols:
            if symbol.shape is not Shape.OFFPAGE:
                places.setdefault(symbol.id, _Place(symbol, page.number, _row(page, symbol)))
                lanes.setdefault(symbol.id, []).append(symbol.lane)
        for connector in page.connectors:
            ways = leaving.setdefault(connector.source, {})
            ways.setdefault((connector.target, connector.label), connector)
    added = frozenset(_capsules(places, leaving))
    steps: dict[int, set[str]] = {}
    for name in places.keys() - added:
        steps.setdefault(places[name].row, set()).add(name)
    return Flow(
        places,
        {name: tuple(ways.values()) for name, ways in leaving.items()},
        {name: tuple(dict.fromkeys(keys)) for name, keys in lanes.items()},
        roles,
        added,
        frozenset(row for row, names in steps.items() if len(names) > 1),
        anchor,
        marked,
    )


def lane_markups(flow: Flow, page: Page) -> dict[int, str]:
    """Return what is said in each lane's cell that has a symbol, by the index of the cell."""
    lanes = [
        (index, cell.box)
        for index, cell in enumerate(page.cells)
        if cell.row is not None and cell.row >= 0 and not cell.lines
    ]
    found: dict[int, list[str]] = {}
    for symbol in sorted(page.symbols, key=lambda one: (one.box.centre[1], one.box.x)):
        if symbol.shape is Shape.OFFPAGE:
            continue
        held = next((index for index, box in lanes if _holds(box, symbol.box)), None)
        # What ends in its own cell is told as the end of a way.
        ends_here = symbol.shape is Shape.END and symbol.id in flow.added
        if held is not None and not ends_here:
            found.setdefault(held, []).append(_told(flow, symbol))
    return {index: " ".join(sentences) for index, sentences in found.items()}


def _row(page: Page, symbol: Symbol) -> int:
    """Return the row that a symbol stands in; -1 for none."""
    held = (cell.row for cell in page.cells if cell.row is not None and _holds(cell.box, symbol.box))
    return next(held, -1)


def _holds(outer: Box, inner: Box) -> bool:
    x, y = inner.centre
    return outer.x <= x <= outer.right and outer.y <= y <= outer.bottom


def _capsules(
    places: Mapping[str, _Place], leaving: Mapping[str, Mapping[tuple[str, str], Connector]]
) -> Iterator[str]:
    """Yield the capsules that open or close a step in their own cell."""
    for source, ways in leaving.items():
        for target, _ in ways:
            one, other = places.get(source), places.get(target)
            if one and other and (one.row, one.symbol.lane) == (other.row, other.symbol.lane):
                if one.symbol.shape is Shape.START and len(ways) == 1:
                    yield source
                if other.symbol.shape is Shape.END:
                    yield target


def _told(flow: Flow, symbol: Symbol) -> str:
    """Return the markup that tells of one symbol and where the flow goes from there."""
    lanes = flow.lanes.get(symbol.id, ())
    others = [flow.roles.get(lane, lane) for lane in lanes if lane != symbol.lane]
    words, head = whole_words(symbol), _KINDS[symbol.shape]
    if words:
        head = isolated(words) if symbol.shape in _CAPSULES else f"{head}: {isolated(words)}"
    if others:
        head += f" (bersama {_listed([isolated(other) for other in others])})"
    if flow.marked and symbol.inferred:
        head += " (disimpulkan)"
    parts = [_sentence(head)]
    # What a joint step leads to is told once, in the first of its lanes.
    if symbol.lane in lanes[:1] and symbol.id not in flow.added:
        parts += [f"<span>{_sentence(way)}</span>" for way in _ways(flow, symbol)]
    return " ".join(parts)


def _ways(flow: Flow, symbol: Symbol) -> Iterable[str]:
    """Yield where the flow goes: for branches each by its words, else all in one."""
    ways = [way for way in flow.leaving.get(symbol.id, ()) if way.target in flow.places]
    for way in ways:
        if way.label:
            yield f"{isolated(' '.join(way.label.split()))} {_end(flow, symbol, way)}"
    plainly = [_end(flow, symbol, way) for way in ways if not way.label]
    if plainly:
        word = "Bersamaan" if len(plainly) > 1 and ways[-1].kind == "parallel" else "Lanjut"
        yield f"{word} {_listed(plainly)}"


def _end(flow: Flow, symbol: Symbol, way: Connector) -> str:
    """Return where one way leads, as a link to the row."""
    source, target = flow.places[symbol.id], flow.places[way.target]
    note = " (disimpulkan)" if flow.marked and way.inferred else ""
    role = isolated(flow.roles.get(target.symbol.lane, target.symbol.lane))
    if target.row == source.row:
        other = f" ({role})" if target.symbol.lane != source.symbol.lane else ""
        return f"ke {_called(target.symbol)}{other}{note}"
    back = "kembali " if (target.page, target.row) < (source.page, source.row) else ""
    number = isolated(target.symbol.row)
    link = f'<a href="#{attribute(f"{flow.anchor}{target.row + 1}")}" tabindex="-1">kegiatan {number}</a>'
    if way.target in flow.added:
        link = f"{_called(target.symbol)} di {link}"
    elif target.row in flow.crowded:
        link += f" ({role})"
    if target.page != source.page:
        link += f'<span class="g">, halaman {target.page}</span>'
    return f"{back}ke {link}{note}"


def _called(symbol: Symbol) -> str:
    """Return what a symbol is called within its row, such as ``Selesai`` or ``keputusan Sesuai?``."""
    words, kind = isolated(whole_words(symbol)), _KINDS[symbol.shape]
    if symbol.shape in _CAPSULES:
        return words or kind
    return f"{kind.lower()} {words}".rstrip()


def _sentence(markup: str) -> str:
    return markup if markup.endswith(_ENDS_A_SENTENCE) else f"{markup}."


def _listed(items: Sequence[str]) -> str:
    """Return several as one list: ``a, b dan c``."""
    return " dan ".join(filter(None, (", ".join(items[:-1]), items[-1])))
