"""The audit of texts: whether every word is there, and within its cell, symbol or place.

In: pages of a finished drawing. Out: a line on each fault.
"""

from collections.abc import Iterator, Sequence

from sop_engine.layout.audit_geometry import EPSILON, overlap
from sop_engine.layout.drawing import Box, Cell, Page, PageKind, Shape, Symbol
from sop_engine.layout.measure import runs_of, visible
from sop_engine.layout.setting import Anchor, SetLine, set_cell, set_label, set_symbol

__all__ = ["clipped", "lost_words"]

# How far the ink of the tallest and the lowest letters reaches, in ems.
_ASCENT = 0.73
_DESCENT = 0.21
# What may stand in a text for a break alone; a soft hyphen becomes a real one where it breaks.
_BREAKS = str.maketrans("", "", "-\u00ad\u200b")


def clipped(page: Page) -> Iterator[str]:
    """Yield text that leaves its cell, symbol, place or page, and cells that lie on each other."""
    for cell in page.cells:
        if any(not _within(box, cell.box) for box in _boxes(cell)):
            yield f"'{cell.text[:30]}' leaves its cell"
        if not _within(cell.box, Box(0.0, 0.0, page.width, page.height)):
            yield f"the cell of '{cell.text[:30]}' leaves the page"
    for symbol in page.symbols:
        if not _symbol_holds(symbol):
            yield f"the words of {symbol.id} leave their symbol"
        if not _within(symbol.box, Box(0.0, 0.0, page.width, page.height)):
            yield f"{symbol.id} leaves the page"
    for label in page.labels:
        if any(not _within(_line_box(line, label.size), label.box) for line in set_label(label)):
            yield f"'{label.text[:30]}' leaves its place"
        if _letters("".join(line.text for line in label.lines)) != _letters(label.text):
            yield f"'{label.text[:30]}' has lost words"
    for one, other in _overlapping(page.cells):
        yield f"the cells of '{one.text[:30]}' and '{other.text[:30]}' lie on each other"


def lost_words(pages: Sequence[Page]) -> Iterator[str]:
    """Yield texts of the table that are not drawn whole, on one page or on several."""
    drawn: dict[tuple[int, int | None, int | None, str], str] = {}
    texts: list[tuple[tuple[int, int | None, int | None, str], str]] = []
    for page in pages:
        if page.kind is not PageKind.FLOWCHART:
            continue
        for cell in page.cells:
            # Headings are repeated on each page; the rows of the table go on from page to page.
            headed = cell.row is not None and cell.row < 0
            key = (page.number if headed else 0, cell.row, cell.column, cell.field)
            drawn[key] = drawn.get(key, "") + "".join(line.text for line in cell.lines[cell.again :])
            if cell.text:
                texts.append((key, cell.text))
    letters = {key: _letters(text) for key, text in drawn.items()}
    for key, text in texts:
        if _letters("".join(run.text for run in runs_of(text))) not in letters[key]:
            yield f"'{text[:30]}' is not drawn whole"


def _letters(text: str) -> str:
    """Return a text without what may change where lines break."""
    return "".join(visible(text).translate(_BREAKS).split())


def _boxes(cell: Cell) -> Iterator[Box]:
    """Yield where the lines of a cell stand."""
    for line in set_cell(cell):
        if not cell.turned:
            yield _line_box(line, cell.size)
        else:
            wide = line.line.width
            top = line.y - wide / 2
            yield Box(line.x - cell.size * _ASCENT, top, cell.size * (_ASCENT + _DESCENT), wide)


def _line_box(line: SetLine, size: float) -> Box:
    """Return where a line that runs level stands."""
    wide = line.line.width
    left = line.x - {Anchor.START: 0.0, Anchor.MIDDLE: wide / 2, Anchor.END: wide}[line.anchor]
    return Box(left, line.y - size * _ASCENT, wide, size * (_ASCENT + _DESCENT))


def _within(inner: Box, outer: Box) -> bool:
    return (
        outer.x - EPSILON <= inner.x
        and outer.y - EPSILON <= inner.y
        and inner.right <= outer.right + EPSILON
        and inner.bottom <= outer.bottom + EPSILON
    )


def _overlapping(cells: Sequence[Cell]) -> Iterator[tuple[Cell, Cell]]:
    """Yield cells with lines that meet another such cell by more than a rounding."""
    written = sorted((cell for cell in cells if cell.lines), key=lambda cell: cell.box.y)
    for at, cell in enumerate(written):
        box = Box(cell.box.x + EPSILON, cell.box.y, cell.box.width - 2 * EPSILON, cell.box.height - EPSILON)
        for other in written[at + 1 :]:
            if other.box.y >= box.bottom:
                break
            if overlap(box, other.box):
                yield cell, other


def _symbol_holds(symbol: Symbol) -> bool:
    """Whether every line of a symbol's words stays within its outline."""
    box = symbol.box
    y = box.centre[1]
    for line in set_symbol(symbol):
        half = line.line.width / 2
        for edge in (line.y - _ASCENT * symbol.size, line.y + _DESCENT * symbol.size):
            if half > _half_width(symbol.shape, box, abs(edge - y)) + EPSILON:
                return False
    return True


def _half_width(shape: Shape, box: Box, off: float) -> float:
    """Half the width of a shape at some distance above or below its middle."""
    if off > box.height / 2 + EPSILON:
        return -1.0
    if shape is Shape.DECISION:
        return box.width / 2 * (1 - off / (box.height / 2))
    if shape in {Shape.START, Shape.END}:
        radius = min(box.width, box.height) / 2
        return box.width / 2 - radius + float(max(0.0, radius * radius - off * off) ** 0.5)
    return box.width / 2
