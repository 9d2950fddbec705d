"""What a definition consists of to its formatter: blocks of entries, texts, comments and empty lines.

In: nothing. Out: the parts that ``fmt_reading`` makes of a text and ``fmt_lines`` writes again. They are filled while
a text is read, and live no longer than that.
"""

import re
from dataclasses import dataclass, field
from enum import Enum

from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError
from sop_engine.text import quoted

__all__ = ["SILENCER", "Block", "Entry", "FormatError", "Note", "Raw", "Side", "Sort"]

SILENCER = re.compile(r"#\s*sop:", re.IGNORECASE)
"""How a comment begins that silences findings: on its own line, or alone, on the next line that is no comment."""


class FormatError(UsageError):
    """A definition cannot be set in the usual form without losing something of it."""

    def __init__(self, name: str, line: int | None = None) -> None:
        """Name the file, and the line that stands in the way where it is known."""
        subject = quoted(name)
        where = Text("", "") if line is None else Text(f", baris {line},", f", line {line},")
        super().__init__(
            Text(
                f"{subject}{where.id} tidak dapat dirapikan tanpa mengubah isinya, dibiarkan seperti semula",
                f"{subject}{where.en} cannot be set in the usual form without changing what it says, left as it was",
            ),
            Text(
                "tulis bagian itu sebagai 'kunci: isi' biasa, lalu ulangi",
                "write that part as a plain 'key: value', then do it again",
            ),
        )


@dataclass(slots=True)
class Note:
    """A line that says nothing to a machine: a comment, or an empty line.

    Attributes:
        text: the comment with its ``#``, or the mark of a document; nothing for an empty line.
        column: where it begins, from 0.
        alone: nothing stands before it on its line.
        gap: how many spaces stand before it.
        kept: it may be the rest of a text, which only its author can tell; it stays just as it is.
    """

    text: str
    column: int = 0
    alone: bool = True
    gap: int = 0
    kept: bool = False


@dataclass(slots=True)
class Side:
    """A comment behind a text.

    Attributes:
        text: the comment.
        column: where it began, from 0.
        gap: how many spaces stood before it.
        kept: it stays just as it is.
        more: its further lines, each alone in the same column.
    """

    text: str
    column: int
    gap: int
    kept: bool = False
    more: list[str] = field(default_factory=list)


class Sort(Enum):
    """How the lines of a text that has several are set."""

    SCALAR = 1
    """Words that are joined when they are read: every line may stand anywhere to the right."""
    BLOCK = 2
    """Lines behind ``|`` or ``>``: all move together."""
    FLOW = 3
    """Braces or brackets: all move together, as their author has set them."""


@dataclass(slots=True)
class Raw:
    """A value as it stands there.

    Attributes:
        lines: its lines, the first from where it begins, the others whole; of a block text the first is its mark,
            without the comment, and the others are what counts of them.
        sort: how they move.
        column: where its key or dash stood, from 0.
    """

    lines: list[str]
    sort: Sort
    column: int


@dataclass(slots=True)
class Entry:
    """A key with its value, or an item of a list.

    Attributes:
        head: the key with its colon, or a dash.
        column: where it stood, from 0.
        name: the key; None for an item.
        lead: comments and empty lines in front of it.
        value: what it holds; None where it is empty.
        side: the comment behind its line; behind the last one of words that have several.
        tail: comments below it that stand further to the right.
    """

    head: str
    column: int
    name: str | None
    lead: list[Note]
    value: "Block | Raw | None" = None
    side: Side | None = None
    tail: list[Note] = field(default_factory=list)


@dataclass(slots=True)
class Block:
    """Entries below each other.

    Attributes:
        column: where they stood, from 0.
        entries: at least one.
        tail: comments behind the last one.
    """

    column: int
    entries: list[Entry]
    tail: list[Note] = field(default_factory=list)
