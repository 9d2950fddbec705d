"""The table of a page in HTML: a real one, whose cells stand where the Drawing puts them.

In: a page and the markup of its cells. Out: lines of HTML. Every cell is put in its place by itself, so that no
browser's own layout of tables can move what the drawing behind it points at; roles are written out, since
browsers forget that a table is one when its cells are placed so.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sop_engine.layout.drawing import Align, Box, Cell, Page, PageKind
from sop_engine.render.html_heads import Heads
from sop_engine.render.html_text import isolated
from sop_engine.render.ink import number
from sop_engine.render.markup import attribute, escape, grey

__all__ = ["Columns", "Measures", "PageText", "columns_of", "in_one", "measures", "place", "styled", "table"]

Columns = Mapping[int, tuple[float, float]]
"""Left edge and width of each column, points."""

Measures = tuple[float, float, float]
"""Size, leading and padding of a text, points."""

_ROW_HEADINGS = frozenset({"nomor", "jumlah_waktu"})
_CLASSES = {Align.LEFT: "l", Align.CENTRE: "m", Align.RIGHT: "e"}


@dataclass(frozen=True, slots=True)
class PageText:
    """What is written on a page.

    Attributes:
        cells: the markup of each cell, in the order of the page's cells.
        lanes: what is said in the cells of lanes, by index of the cell.
        roles: names of the roles by the key of their lane.
        columns: of the table.
        scope: class of the table, which names its columns.
        caption: what the table is called.
        anchor: of a row's place in the file, before its number; empty where rows have none.
        numbers: what the rows are called, by row.
        begun: rows that begin on a page before.
        heads: the headings within the table.
        page: number of the page.
        usual: size, leading and padding of most texts.
        marked: whether what is inferred is marked.
    """

    cells: Sequence[str]
    lanes: Mapping[int, str]
    roles: Mapping[str, str]
    columns: Columns
    scope: str
    caption: str
    anchor: str
    numbers: Mapping[int, str]
    begun: frozenset[int]
    heads: Heads
    page: int
    usual: Measures
    marked: bool


def columns_of(page: Page) -> Columns:
    """Return where the columns of a page's table stand."""
    found: dict[int, tuple[float, float]] = {}
    for cell in page.cells:
        if cell.row is not None and cell.column is not None and cell.columns == 1:
            found.setdefault(cell.column, (cell.box.x, cell.box.width))
    return dict(sorted(found.items()))


def measures(page: Page) -> Measures:
    """Return the size, leading and padding that most texts of a page have."""
    counted = Counter((cell.size, cell.leading, cell.pad) for cell in page.cells if cell.lines)
    return counted.most_common(1)[0][0] if counted else (0.0, 0.0, 0.0)


def place(box: Box) -> str:
    """Where a box stands, as a style."""
    return f"--x:{number(box.x)};--y:{number(box.y)};--w:{number(box.width)};--h:{number(box.height)}"


def styled(
    cell: Cell, usual: Measures, spot: str, names: Sequence[str] = (), *, heading: bool = False
) -> str:
    """Return the attributes ``class`` and ``style`` of a cell, as far as it differs from the usual.

    Args:
        cell: the cell.
        usual: size, leading and padding of most texts of the page.
        spot: what of its place the style must say.
        names: classes that it has at any rate.
        heading: it stands where texts are bold and in the middle.
    """
    classes, styles = list(names), [spot] if spot else []
    if cell.lines:
        if cell.align is not (Align.CENTRE if heading else Align.LEFT):
            classes.append(_CLASSES[cell.align])
        if cell.bold is not heading:
            classes.append("b" if cell.bold else "n")
        if not cell.middle:
            classes.append("t")
        elif len(cell.lines) != 1:
            styles.append(f"--n:{len(cell.lines)}")
        own = zip("flp", (cell.size, cell.leading, cell.pad), usual, strict=True)
        styles += [f"--{name}:{number(value)}" for name, value, most in own if value != most]
        if cell.grey:
            styles.append(f"color:{grey(cell.grey)}")
    said = f' class="{" ".join(classes)}"' if classes else ""
    return said + (f' style="{";".join(styles)}"' if styles else "")


def in_one(cell: Cell, markup: str) -> str:
    """Return the markup of a cell as one element or one text, which can be aligned as a whole."""
    if "<" in markup and not markup.startswith("<a "):
        markup = f"<span>{markup}</span>"
    return f'<span class="up">{markup}</span>' if cell.turned and markup else markup


def table(page: Page, text: PageText) -> Iterator[str]:
    """Yield the table of a page, headings first; nothing where the page has none."""
    rows: dict[int, list[int]] = {}
    for index, cell in enumerate(page.cells):
        if cell.row is not None and cell.column is not None:
            rows.setdefault(cell.row, []).append(index)
    if not rows:
        return
    kind = " isi" if page.kind is PageKind.CONTENTS else "" if any(row < 0 for row in rows) else " i"
    names = f"{text.scope}{kind}"
    yield f'<table class="{names}" role="table">'
    yield f"<caption>{escape(text.caption)}</caption>"
    yield _column_groups(page)
    heads = sorted(row for row in rows if row < 0)
    body = sorted(row for row in rows if row >= 0)
    foot = [row for row in body if any(page.cells[at].field == "jumlah_waktu" for at in rows[row])]
    for tag, group in (
        ("thead", heads),
        ("tbody", [row for row in body if row not in foot]),
        ("tfoot", foot),
    ):
        if group:
            yield f'<{tag} role="rowgroup">'
            for row in group:
                yield _row(page, text, row, sorted(rows[row], key=lambda at: page.cells[at].column or 0))
            yield f"</{tag}>"
    yield "</table>"


def _column_groups(page: Page) -> str:
    """Return the groups of columns, as the uppermost headings join them."""
    top = min(cell.row for cell in page.cells if cell.row is not None and cell.column is not None)
    groups: dict[int, int] = {}
    for cell in page.cells:
        if cell.row == top and cell.column is not None:
            groups[cell.column] = cell.columns
    return "".join(f'<colgroup span="{span}"></colgroup>' for _, span in sorted(groups.items()))


def _row(page: Page, text: PageText, row: int, cells: Sequence[int]) -> str:
    """Return one row; its own place is that of most of its cells."""
    boxes = Counter((page.cells[at].box.y, page.cells[at].box.height) for at in cells)
    band = boxes.most_common(1)[0][0]
    attributes = f' style="--y:{number(band[0])};--h:{number(band[1])}"'
    if row in text.numbers and text.anchor:
        if row not in text.begun:
            attributes = f' id="{attribute(f"{text.anchor}{row + 1}")}"{attributes}'
        if shared := _shared_time(page, text, row):
            attributes += f' data-waktu="{attribute(shared)}"'
    parts = [_cell(page.cells[at], text, at, band) for at in cells]
    return f'<tr role="row"{attributes}>{"".join(parts)}</tr>'


def _shared_time(page: Page, text: PageText, row: int) -> str:
    """Return whose Waktu cell a row without one shares."""
    for cell in page.cells:
        if cell.field == "waktu" and cell.row is not None and cell.row < row < cell.row + cell.rows:
            return f"bersama kegiatan {text.numbers.get(cell.row, '')}"
    return ""


def _cell(cell: Cell, text: PageText, index: int, band: tuple[float, float]) -> str:
    heading = cell.row is not None and cell.row < 0
    names = [f"c{cell.column}"] if cell.columns == 1 else []
    if index in text.lanes:
        names.append("s")
    if cell.field == "uraian" and not heading:
        names.append("u")
    if text.marked and cell.inferred:
        names.append("q")
    if index in text.heads.left:
        names.append("r")
    attributes = styled(cell, text.usual, _spot(cell, text.columns, band), names, heading=heading)
    tag, said = _tag(cell, text, index, heading=heading)
    markup = text.cells[index]
    markup = in_one(cell, markup)
    if index in text.lanes:
        role = isolated(text.roles.get(cell.field, cell.field))
        markup = f'<b class="o">{role}</b><span class="v">{text.lanes[index]}</span>'
    elif cell.field == "nomor" and cell.row in text.begun and not markup:
        markup = f'<span class="v">{isolated(text.numbers[cell.row])} (lanjutan)</span>'
    if text.marked and cell.inferred and markup:
        markup += '<span class="v"> (disimpulkan)</span>'
    if (head := text.heads.over.get(index)) is not None:
        # On a card a heading stands with what it heads.
        markup = f'<b class="o">{text.cells[head]}</b>{markup}'
    return f"<{tag}{said}{attributes}>{markup}</{tag}>"


def _tag(cell: Cell, text: PageText, index: int, *, heading: bool) -> tuple[str, str]:
    """Return the element of a cell and what it says of itself and of the cells that it joins."""
    joined = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    joined += f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    if heading:
        scope = "colgroup" if cell.columns > 1 else "col"
        return "th", f' role="columnheader" scope="{scope}"{joined}'
    if cell.field in _ROW_HEADINGS or index in text.heads.beside:
        return "th", f' role="rowheader" scope="row"{joined}'
    if index in text.heads.above:
        return "th", f' role="columnheader" id="{_head_id(text, index)}"{joined}'
    head = text.heads.over.get(index)
    said = "" if head is None else f' headers="{_head_id(text, head)}"'
    return "td", f' role="cell"{said}{joined}'


def _head_id(text: PageText, index: int) -> str:
    return f"judul-{text.page}-{index}"


def _spot(cell: Cell, columns: Columns, band: tuple[float, float]) -> str:
    """Return what neither the class of the column nor the row says of the place of a cell."""
    box, parts = cell.box, []
    if cell.columns > 1 or columns.get(cell.column or 0) != (box.x, box.width):
        parts.append(f"--x:{number(box.x)};--w:{number(box.width)}")
    if box.y != band[0]:
        parts.append(f"--y:{number(box.y)}")
    if box.height != band[1]:
        parts.append(f"--h:{number(box.height)}")
    return ";".join(parts)
