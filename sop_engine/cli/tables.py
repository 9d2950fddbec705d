"""Tables for people: plain aligned text for files and pipes, drawn by rich in a terminal.

In: headings and rows of text. Out: the table's text.
"""

from collections.abc import Sequence
from io import StringIO

from sop_engine.cli.run import Run
from sop_engine.report.terminal import cells, padded, wrapped
from sop_engine.text import escaped

__all__ = ["columns", "print_table"]

GAP = "  "


def print_table(
    run: Run, headings: Sequence[str], rows: Sequence[Sequence[str]], numbers: Sequence[int] = ()
) -> None:
    """Print a table; the columns in ``numbers`` are set to the right."""
    shown = [[escaped(" ".join(cell.split())) for cell in row] for row in rows]
    if run.terminal:
        run.out(_rich(headings, shown, numbers, colours=run.colours))
    else:
        run.out(_plain(headings, shown, numbers))


def _plain(headings: Sequence[str], rows: Sequence[Sequence[str]], numbers: Sequence[int]) -> str:
    """Aligned, never wrapped or cut: one row a line."""
    widths = [max(map(cells, column)) for column in zip(headings, *rows, strict=True)]
    lines = []
    for row in (headings, *rows):
        line = GAP.join(
            padded(cell, width, right=at in numbers)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        lines.append(line.rstrip() + "\n")
    return "".join(lines)


def _rich(
    headings: Sequence[str], rows: Sequence[Sequence[str]], numbers: Sequence[int], *, colours: bool
) -> str:
    """Wrapped to the terminal's width."""
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415 - loaded only for a terminal
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text as RichText  # noqa: PLC0415

    table = Table(box=SIMPLE_HEAD, header_style="bold", pad_edge=False)
    for at, heading in enumerate(headings):
        table.add_column(heading, justify="right" if at in numbers else "left", overflow="fold")
    for row in rows:
        # Text, not str: rich would read square brackets as its own markup.
        table.add_row(*map(RichText, row))
    console = Console(
        file=StringIO(), force_terminal=colours, no_color=not colours, highlight=False, emoji=False
    )
    with console.capture() as captured:
        console.print(table)
    return captured.get()


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
