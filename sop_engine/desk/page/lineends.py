r"""The text as a browser's editor holds it, and the places in it.

In: the text of a definition with its own line ends, offsets in code points. Out: the same with ``\n`` alone, offsets
in code points or in UTF-16 units of that; and the way back, on which lines that nobody touched keep their ends.
"""

from sop_engine.source import SourceFile

__all__ = ["alike", "code_points", "merged", "shown", "shown_offset", "stored_offset", "units"]


def shown(text: str) -> str:
    r"""The text with ``\n`` at the end of each line."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def shown_offset(text: str, offset: int) -> int:
    r"""Where a place of the text is in ``shown(text)``; the middle of a ``\r\n`` is before it."""
    halved = text[max(offset - 1, 0) : offset + 1] == "\r\n" and offset > 0
    return offset - text.count("\r\n", 0, offset) - halved


def stored_offset(text: str, offset: int) -> int:
    """Where a place of ``shown(text)`` is in the text; one beyond it is held to its end."""
    at = 0
    for _ in range(offset if "\r" in text else 0):
        at += 2 if text.startswith("\r\n", at) else 1
    return min(at if "\r" in text else offset, len(text))


def merged(text: str, edited: str) -> str:
    r"""Take over what somebody has made of ``shown(text)``.

    Args:
        text: the text with its own line ends.
        edited: what ``shown(text)`` has become, with ``\n`` alone.

    Returns:
        The new text: what is the same at its beginning and its end stands as it stood, what is between has the line
        ends of the text.
    """
    before = shown(text)
    if before == edited:
        return text
    if "\r" not in text:
        return edited
    start, end = alike(before, edited)
    newline = SourceFile("", text).newline
    between = edited[start : len(edited) - end].replace("\n", newline)
    made = text[: stored_offset(text, start)] + between + text[stored_offset(text, len(before) - end) :]
    # Two halves that have met would be one line end.
    return made if shown(made) == edited else edited.replace("\n", newline)


def alike(one: str, other: str) -> tuple[int, int]:
    """How many characters two texts have in common at their beginning, and how many of the rest at their end."""
    start = _common(one, other)
    return start, _common(one[start:][::-1], other[start:][::-1])


def units(text: str, offset: int) -> int:
    """How many UTF-16 units stand before a place, as browsers and editors count."""
    return len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2


def code_points(text: str, unit: int) -> int:
    """How many code points stand before a place that is given in UTF-16 units; it is held to the text's end."""
    left = unit
    for at, character in enumerate(text):
        if left <= 0:
            return at
        left -= 2 if character > "\uffff" else 1
    return len(text)


def _common(one: str, other: str) -> int:
    """How many characters two texts have in common at their beginning."""
    most = min(len(one), len(other))
    return next((at for at in range(most) if one[at] != other[at]), most)
