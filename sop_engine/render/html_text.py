"""Text in HTML: inert, isolated, and able to flow anew on a narrow screen.

In: the cells of a Drawing, whose lines are wrapped for the sheet. Out: markup of each cell. On the sheet its line
breaks are kept; where a style sheet lets the text flow, a break that stood for a blank becomes one again, a
word that was torn is whole again, and a break that the author made stays.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import Enum
from itertools import zip_longest

from sop_engine.layout.drawing import Cell, Page, Symbol
from sop_engine.layout.measure import Line, Run, plain, runs_of
from sop_engine.render.markup import escape

__all__ = ["cell_markups", "css_string", "isolated", "whole_words"]

_UNDRAWN = str.maketrans("", "", "\u00ad\u200b")
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})


class _Seam(Enum):
    """What stands between two lines, as it is written."""

    BLANK = "\n"
    BREAK = "<br>"
    TORN = '<br class="torn">'
    HYPHEN = '<span class="torn">-</span><br class="torn">'


def isolated(text: str) -> str:
    """Return the markup of a text within a sentence; one that runs from right to left keeps to itself."""
    markup = escape(text)
    # Only such letters can disorder what stands beside them.
    if text.isascii() or not any(unicodedata.bidirectional(one) in _RIGHT_TO_LEFT for one in text):
        return markup
    return f"<bdi>{markup}</bdi>"


def css_string(text: str) -> str:
    """Return a text as a string of a style sheet; all but letters, digits and blanks are numbered."""
    return '"' + "".join(c if c.isalnum() or c == " " else f"\\{ord(c):x} " for c in plain(text)) + '"'


def cell_markups(pages: Sequence[Page]) -> tuple[tuple[str, ...], ...]:
    """Return the markup of every cell of every page.

    Where a row goes on on the next page, its cell there holds lines only; they are found again in the text of
    the cell that they began in.
    """
    begun: dict[tuple[int | None, int | None, str], tuple[str, int]] = {}
    found = []
    for page in pages:
        markups = []
        for cell in page.cells:
            key = cell.row, cell.column, cell.field
            text, place = (_drawn(cell.text), 0) if cell.text else begun.get(key, ("", 0))
            lines = cell.lines[cell.again :]
            seams, place = _seams(text, place, lines)
            if lines:
                begun[key] = text, place
            # What says that the row goes on stands on lines of its own.
            seams = ([_Seam.BREAK] * cell.again + seams)[: max(0, len(cell.lines) - 1)]
            markups.append(_markup(cell, seams))
        found.append(tuple(markups))
    return tuple(found)


def whole_words(symbol: Symbol) -> str:
    """Return the words in a symbol on one line; those that were torn are whole again."""
    if not symbol.lines:
        return ""
    words = [line.text for line in symbol.lines]
    for place in _places(symbol.title, words[0]):
        seams, end = _seams(symbol.title, place, symbol.lines)
        if end > place:
            torn = {_Seam.TORN: "", _Seam.HYPHEN: ""}
            text = words[0]
            for seam, line in zip(seams, words[1:], strict=True):
                text = text.removesuffix("-") if seam is _Seam.HYPHEN else text
                text += torn.get(seam, " ") + line
            return " ".join(text.split())
    return " ".join(" ".join(words).split())


def _places(text: str, word: str) -> Iterator[int]:
    """Yield where a word stands in a text, or begins but for the hyphen that tears it."""
    for sought in dict.fromkeys((word, word.removesuffix("-"))):
        place = text.find(sought)
        while sought and place >= 0:
            yield place
            place = text.find(sought, place + 1)


def _drawn(text: str) -> str:
    """Return what a text shows: without marks of italics, and without those that only allow a break."""
    return "".join(run.text for run in runs_of(text)).translate(_UNDRAWN)


def _seams(text: str, place: int, lines: Sequence[Line]) -> tuple[list[_Seam], int]:
    """Return what stood between lines in the text that they were made of.

    Args:
        text: the whole text.
        place: where in it the lines begin.
        lines: some of its wrapped lines.

    Returns:
        One seam fewer than lines, and where in the text the last line ends; where the text is another one,
        seams are blanks, and the place is the one given.
    """
    seams: list[_Seam] = []
    at, torn = place, False
    for line in lines:
        # Lists are indented by blanks that their text has not.
        shown = line.text if _start(text, at, line.text) is not None else line.text.lstrip()
        start = _start(text, at, shown)
        hyphen = start is None and shown.endswith("-")
        if hyphen:
            start = _start(text, at, shown[:-1])
        if start is None:
            return [_Seam.BLANK] * max(0, len(lines) - 1), place
        gap = text[at:start]
        if "\n" in gap:
            seams.append(_Seam.BREAK)
        elif gap:
            seams.append(_Seam.BLANK)
        else:
            seams.append(_Seam.HYPHEN if torn else _Seam.TORN)
        at, torn = start + len(shown) - hyphen, hyphen
    return seams[1:], at


def _start(text: str, at: int, line: str) -> int | None:
    """Return where a line begins in a text, nothing but blanks being left out before it."""
    if not line:
        after = text.find("\n", at)
        return after + 1 if after >= 0 and not text[at:after].strip() else None
    while not text.startswith(line, at):
        if at >= len(text) or not text[at].isspace():
            return None
        at += 1
    return at


def _markup(cell: Cell, seams: Sequence[_Seam]) -> str:
    parts = []
    for line, seam in zip_longest(cell.lines, seams):
        runs = line.runs
        if seam is _Seam.HYPHEN:
            # The hyphen is the seam's, which a flowing text has none of.
            runs = (*runs[:-1], replace(runs[-1], text=runs[-1].text.removesuffix("-")))
        parts.append(_runs(runs) + (seam.value if seam else ""))
    return "".join(parts)


def _runs(runs: Sequence[Run]) -> str:
    return "".join(f"<i>{escape(run.text)}</i>" if run.italic else escape(run.text) for run in runs)
