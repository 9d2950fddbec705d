"""Workbooks (XLSX): sheets of plain text and numbers, in the house's look.

In: names of sheets, texts and numbers. Out: the bytes of a file, the same on every run. A text is always a text: none
becomes a formula, a link or a number. What XML cannot hold is made visible, and no text is longer than a cell holds.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

from sop_engine.layout.measure import visible, wrap

__all__ = ["Book", "Cell", "Column", "Names", "Sheet", "fitting"]

Cell = str | int | float | datetime | None

LONGEST = 32_767
"""UTF-16 units that a cell holds."""

_LONGEST_NAME = 31
_MOST_FROZEN = 60.0
_TALLEST = 400.0
"""Points; a row cannot be taller than 409."""
_CUT = "..."
_RESERVED = frozenset({"history"})
_UNFIT = re.compile(r"[^\w .()&-]")
# The same bytes on every run: no file says when it was made.
_MADE = datetime(2020, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_FONT = {"font_name": "Arial", "font_size": 10, "valign": "top"}
_FRAME = {"border": 1, "border_color": "#777777"}
_TEXT = {**_FRAME, "align": "left", "indent": 1}
_INDENT = 9
"""Pixels."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet: its heading, its width in characters, and the style of its cells."""

    title: str
    width: float
    style: str = "cell"


STYLES: Mapping[str, Mapping[str, object]] = {
    "title": {"bold": True, "font_size": 15},
    "name": {"bold": True, "font_size": 12, "text_wrap": True},
    "line": {"text_wrap": True},
    "plain": {"align": "left", "indent": 1},
    "bold": {"bold": True, "align": "left", "indent": 1},
    "grey": {"font_color": "#555555", "text_wrap": True},
    "blank": {"bottom": 1, "border_color": "#555555"},
    "link": {"font_color": "#0B4FA8", "underline": 1},
    "head": {
        **_TEXT,
        "bold": True,
        "text_wrap": True,
        "bg_color": "#EDEDF0",
        "valign": "vcenter",
    },
    "cell": {**_TEXT, "text_wrap": True},
    "number": {**_FRAME, "align": "center", "num_format": "0"},
    "figure": {**_FRAME, "align": "center"},
    "decimal": {**_FRAME, "align": "center", "num_format": '[=0]0.00;[<0.005]"<0,01";0.00'},
    "linked": {**_TEXT, "shrink": True, "font_color": "#0B4FA8", "underline": 1},
    "day": {**_TEXT, "align": "left", "num_format": "[$-421]d mmm yyyy"},
    "month": {**_TEXT, "align": "left", "num_format": "[$-421]mmm yyyy"},
    "error": {**_TEXT, "bold": True, "font_color": "#FFFFFF", "bg_color": "#111111"},
    "warning": {**_TEXT, "bold": True},
    "info": {**_TEXT, "italic": True},
}
"""What cells look like; severities differ by form, not by colour alone."""


class Names:
    """Names of sheets: valid, and unique whatever the case of their letters."""

    def __init__(self) -> None:
        """Begin with none taken."""
        self._taken: set[str] = set(_RESERVED)

    def take(self, wanted: str) -> str:
        """The nearest name to the wanted one that is free.

        At most 31 UTF-16 units; letters, digits, blanks and a few marks only, so that links need no care.
        """
        name = _UNFIT.sub("-", visible(wanted)).replace("\ufffd", "-")
        name = " ".join(name.split()) or "SOP"
        number = 1
        while True:
            tail = "" if number == 1 else f" ({number})"
            found = _cut(name, _LONGEST_NAME - len(tail)).rstrip() + tail
            if found.casefold() not in self._taken:
                self._taken.add(found.casefold())
                return found
            number += 1


class Book:
    """A workbook in the making."""

    def __init__(self, title: str) -> None:
        """Begin with no sheets."""
        self._file = BytesIO()
        self._book: Any = Workbook(
            self._file,
            {
                "in_memory": True,
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
                # Widths of columns are counted in digits of this font.
                "default_format_properties": _FONT,
            },
        )
        self._book.set_properties({"title": title, "author": "sop-engine", "created": _MADE})
        self.styles = {name: self._book.add_format({**_FONT, **style}) for name, style in STYLES.items()}

    def sheet(self, name: str, columns: Sequence["Column"], *, foot: str) -> "Sheet":
        """A new sheet, which prints on A4 landscape, as wide as the paper, with ``foot`` and numbers under it."""
        made = self._book.add_worksheet(name)
        made.set_landscape()
        made.set_paper(9)
        made.set_margins(left=0.5, right=0.5, top=0.55, bottom=0.7)
        made.fit_to_pages(1, 0)
        made.set_footer(f"&L&8{visible(foot[:100]).replace('&', '&&')}&R&8Halaman &P dari &N")
        made.hide_gridlines(2)
        for at, column in enumerate(columns):
            made.set_column(at, at, column.width, self.styles["plain"])
        return Sheet(made, self.styles, columns)

    def close(self) -> bytes:
        """The bytes of the file."""
        self._book.close()
        return self._file.getvalue()


@dataclass
class Sheet:
    """A sheet that is filled from the top down.

    Attributes:
        made: the sheet itself.
        styles: what its cells can look like.
        columns: its columns.
        row: the next row, from 0.
        first: the first row of its table.
    """

    made: Any
    styles: Mapping[str, Any]
    columns: Sequence[Column]
    row: int = 0
    first: int = field(default=0, init=False)

    def put(self, column: int, value: Cell, style: str, *, link: str | None = None) -> None:
        """Fill a cell of the next row; ``link`` is the name of a sheet of this book."""
        form = self.styles[style]
        if isinstance(value, datetime):
            self.made.write_datetime(self.row, column, value, form)
        elif isinstance(value, int | float):
            self.made.write_number(self.row, column, value, form)
        elif not value:
            self.made.write_blank(self.row, column, None, form)
        elif link is not None:
            self.made.write_url(self.row, column, f"internal:'{link}'!A1", form, fitting(value))
        else:
            self.made.write_string(self.row, column, fitting(value), form)

    def down(self, *, height: float | None = None) -> None:
        """Go to the next row."""
        if height is not None:
            self.made.set_row(self.row, min(height, _TALLEST))
        self.row += 1

    def line(self, text: str, style: str) -> None:
        """One text over the whole width."""
        size = float(str(STYLES[style].get("font_size", 10)))
        self.made.merge_range(self.row, 0, self.row, len(self.columns) - 1, "", self.styles[style])
        self.put(0, text, style)
        width = sum(_points(column.width) for column in self.columns)
        # Lines above a table are frozen with its headings: they must leave room to move the rest.
        self.down(height=min(_height(fitting(text), width, size, bold=True), _MOST_FROZEN))

    def head(self, *, freeze: bool = True) -> None:
        """The headings of a table; they are repeated on each printed page."""
        for at, column in enumerate(self.columns):
            self.put(at, column.title, "head")
        self.made.repeat_rows(self.row)
        if freeze:
            self.made.freeze_panes(self.row + 1, 0)
        heights = [_height(column.title, _points(column.width), 10, bold=True) for column in self.columns]
        self.down(height=max(heights) + 2)
        self.first = self.row

    def fill(
        self, values: Sequence[Cell], *, styles: Mapping[int, str], link: str | None, least: float
    ) -> None:
        """A row of a table. Programs differ in whether they find a row's height by themselves, so it is given.

        Args:
            values: one a column.
            styles: of columns that look otherwise than usual in this row.
            link: the name of the sheet that cells of the style ``linked`` lead to.
            least: the least height in points.
        """
        for at, (column, value) in enumerate(zip(self.columns, values, strict=True)):
            style = styles.get(at, column.style)
            self.put(at, value, style, link=link if style == "linked" else None)
            if isinstance(value, str) and style != "linked" and len(value) * 4 > column.width:
                least = max(least, _height(fitting(value), _points(column.width), 10, bold=False))
        self.down(height=least)

    def filter(self) -> None:
        """Let the headings of the table filter its rows."""
        if self.row > self.first:
            self.made.autofilter(self.first - 1, 0, self.row - 1, len(self.columns) - 1)


def fitting(text: str) -> str:
    """A text as a cell holds it."""
    return _cut(visible(text), LONGEST)


def _points(width: float) -> float:
    """The room for text in a column of so many characters: 7 pixels each, 96 to the inch."""
    return (width * 7 - _INDENT) * 0.75


@lru_cache(maxsize=4096)
def _height(text: str, width: float, size: float, *, bold: bool) -> float:
    """How tall a wrapped text is, in points; nobody reads what lies beyond the tallest row."""
    lines = len(wrap(text[:4000], size, width, bold=bold)) or 1
    return lines * size * 1.29 + 3


def _cut(text: str, most: int) -> str:
    """At most so many UTF-16 units; dots stand for what is missing."""
    if _units(text) <= most:
        return text
    short = text[: most - len(_CUT)]
    while (over := _units(short) - (most - len(_CUT))) > 0:
        # Each character that goes takes one or two units with it.
        short = short[: -((over + 1) // 2)]
    return short + _CUT


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
