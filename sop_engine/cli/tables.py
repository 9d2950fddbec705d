"""Tables for people: plain aligned text for files and pipes, drawn by rich in a terminal.

In: headings and rows of text. Out: the table's text.
"""

from collections.abc import Collection, Iterator, Sequence
from io import StringIO
from typing import Literal

from sop_engine.cli.run import Run
from sop_engine.report.terminal import cells, padded, wrapped
from sop_engine.text import escaped

__all__ = ["columns", "plain_table", "print_table", "too_wide"]

GAP = "  "
LEAST = 12
"""Cells that a column of words keeps in a terminal; below that a plain table reads better."""


MOST = 100
"""Cells that a column of a plain table is padded to: one hostile name does not push the others off the page."""


def print_table(
    run: Run,
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    numbers: Sequence[int] = (),
    whole: Sequence[int] = (),
    spare: Sequence[int] = (),
) -> None:
    """Print a table.

    Args:
        run: whose standard output it goes to.
        headings: one a column.
        rows: as many cells each.
        numbers: columns that are set to the right.
        whole: columns that a terminal's width must not break.
        spare: columns that a narrow terminal leaves out, the first of them first.
    """
    shown = [_cells(row) for row in rows]
    kept = {at for at in range(len(headings)) if at in whole or at in numbers}
    for left in _narrower(len(headings), spare) if run.terminal else ():
        some = [[row[at] for at in left] for row in (headings, *shown)]
        few = {place for place, at in enumerate(left) if at in kept}
        if _least(some[0], some[1:], few) <= run.width:
            right = [place for place, at in enumerate(left) if at in numbers]
            run.out(_rich(some[0], some[1:], right, few, run))
            return
    run.out(_plain(headings, shown, numbers))


def plain_table(
    headings: Sequence[str], rows: Sequence[Sequence[str]], *, numbers: Sequence[int] = ()
) -> str:
    """The table as it goes into files and pipes."""
    return _plain(headings, [_cells(row) for row in rows], numbers)


def _cells(row: Sequence[str]) -> list[str]:
    """Each on one line, without what would move a terminal's cursor."""
    return [escaped(" ".join(cell.split())) for cell in row]


def _narrower(count: int, spare: Sequence[int]) -> Iterator[list[int]]:
    """All columns, and then one fewer each time."""
    for gone in range(len(spare) + 1):
        yield [at for at in range(count) if at not in spare[:gone]]


def too_wide(run: Run, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether a terminal has no room for a table none of whose cells may be broken."""
    return run.terminal and _least(headings, rows, range(len(headings))) > run.width


def _least(headings: Sequence[str], rows: Sequence[Sequence[str]], kept: Collection[int]) -> int:
    """How many cells of a terminal a table takes at least, where some columns may not be broken."""
    widths = [max(map(cells, column)) for column in zip(headings, *rows, strict=True)]
    found = sum(width if at in kept else min(width, LEAST) for at, width in enumerate(widths))
    return found + 3 * len(widths)


def _plain(headings: Sequence[str], rows: Sequence[Sequence[str]], numbers: Sequence[int]) -> str:
    """Aligned, never wrapped or cut: one row a line."""
    widths = [min(max(map(cells, column)), MOST) for column in zip(headings, *rows, strict=True)]
    lines = []
    for row in (headings, *rows):
        line = GAP.join(
            padded(cell, width, right=at in numbers)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        lines.append(line.rstrip() + "\n")
    return "".join(lines)


def _rich(
    headings: Sequence[str], rows: Sequence[Sequence[str]], numbers: Sequence[int], kept: set[int], run: Run
) -> str:
    """Wrapped to the terminal's width."""
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415 - loaded only for a terminal
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text as RichText  # noqa: PLC0415

    table = Table(box=SIMPLE_HEAD, header_style="bold", pad_edge=False)
    for at, heading in enumerate(headings):
        side: Literal["left", "right"] = "right" if at in numbers else "left"
        table.add_column(heading, justify=side, overflow="fold", no_wrap=at in kept)
    for row in rows:
        # Text, not str: rich would read square brackets as its own markup.
        table.add_row(*map(RichText, row))
    console = Console(
        file=StringIO(),
        width=run.width,
        force_terminal=run.colours,
        no_color=not run.colours,
        highlight=False,
        emoji=False,
        legacy_windows=False,
    )
    with console.capture() as captured:
        console.print(table)
    # Without the box's empty edges.
    lines = [line.rstrip() for line in captured.get().split("\n")]
    return "".join(f"{line}\n" for line in lines if line)


def columns(
    rows: Sequence[Sequence[Sequence[str]]], widths: Sequence[int], numbers: Sequence[int] = ()
) -> list[str]:
    """Rows whose cells are lists of lines, each wrapped to its column's width."""
    lines: list[str] = []
    for row in rows:
        broken = [
            [piece for text in cell for piece in wrapped(escaped(text), width)]
            for cell, width in zip(row, widths, strict=True)
        ]
        for at in range(max(map(len, broken))):
            parts = (cell[at] if at < len(cell) else "" for cell in broken)
            line = GAP.join(
                padded(part, width, right=column in numbers)
                for column, (part, width) in enumerate(zip(parts, widths, strict=True))
            )
            lines.append(line.rstrip())
    return lines
