"""How wide text stands in a terminal.

In: text without control characters. Out: counts of terminal cells, and text cut or wrapped to them.
"""

import unicodedata

__all__ = ["cells", "head", "padded", "tail", "wrapped"]

ZERO_WIDTH = frozenset({"Mn", "Me", "Cf"})


def cells(text: str) -> int:
    r"""How many cells a text takes: wide (CJK, emoji) characters take two, combining ones none.

    >>> cells("kasubag"), cells("表"), cells("e\u0301")
    (7, 2, 1)
    """
    if text.isascii():
        return len(text)
    return sum(map(_cell, text))


def _cell(character: str) -> int:
    if unicodedata.category(character) in ZERO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def head(text: str, room: int) -> str:
    """The longest beginning that takes at most ``room`` cells."""
    if text.isascii():
        return text[: max(room, 0)]
    used = 0
    for at, character in enumerate(text):
        used += _cell(character)
        if used > room:
            return text[:at]
    return text


def tail(text: str, room: int) -> str:
    """The longest end that takes at most ``room`` cells."""
    if text.isascii():
        return text[len(text) - max(room, 0) :] if room < len(text) else text
    used = 0
    for at in range(len(text) - 1, -1, -1):
        used += _cell(text[at])
        if used > room:
            return text[at + 1 :]
    return text


def padded(text: str, room: int, *, right: bool = False) -> str:
    """The text with blanks up to ``room`` cells, in front of it where it stands ``right``."""
    blanks = " " * max(room - cells(text), 0)
    return blanks + text if right else text + blanks


def wrapped(text: str, room: int) -> list[str]:
    """The text in lines of at most ``room`` cells, broken at blanks; longer words are cut; never empty."""
    words = text.split()
    whole = " ".join(words)
    if cells(whole) <= room:
        return [whole]
    lines: list[str] = []
    line = ""
    for word in words:
        joined = f"{line} {word}" if line else word
        if cells(joined) <= room:
            line = joined
            continue
        if line:
            lines.append(line)
        line = word
        while cells(line) > room:
            part = head(line, room) or line[0]
            # After a slash or hyphen, where there is one, "Kasubbag/Kasubbid" stays readable.
            part = part[: max(part.rfind("/"), part.rfind("-")) + 1] or part
            lines.append(part)
            line = line[len(part) :]
    if line or not lines:
        lines.append(line)
    return lines
