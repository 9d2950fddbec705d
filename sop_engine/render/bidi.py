"""The order in which the characters of a line stand, where some of them are written from right to left.

In: the characters of one line in the order in which they are read. Out: their places from left to right. It is
the Unicode Bidirectional Algorithm (UAX 9) for a line that as a whole runs from left to right, as the lines of
a form do, without what a drawing never holds: embeddings, overrides and isolates, which are made visible before.
"""

import unicodedata
from collections.abc import Sequence
from itertools import pairwise

__all__ = ["mirrored", "turns", "visual_order"]

_RIGHT = frozenset({"R", "AL"})
_NEUTRAL = frozenset({"B", "S", "WS", "ON", "ES", "ET", "CS", "BN"})
_CLOSING = {"(": ")", "[": "]", "{": "}"}
_MIRRORS = dict(zip("()[]{}<>«»‹›≤≥", ")(][}{><»«›‹≥≤", strict=True))


def turns(text: str) -> bool:
    """Whether any character of a text is written from right to left."""
    return not text.isascii() and any(unicodedata.bidirectional(character) in _RIGHT for character in text)


def mirrored(character: str) -> str:
    """Return what stands for a character where it is read from right to left: `(` for `)`."""
    return _MIRRORS.get(character, character)


def visual_order(text: str) -> tuple[tuple[int, bool], ...]:
    """Return the offset of each character from left to right, and whether it is read from right to left.

    Marks stay behind the character that they sit on, wherever it stands.
    """
    levels = _levels(text)
    order = list(range(len(text)))
    for level in range(max(levels, default=0), 0, -1):
        for first, last in _stretches([levels[offset] >= level for offset in order]):
            order[first:last] = reversed(order[first:last])
    return tuple((offset, levels[offset] % 2 == 1) for offset in _marks_behind(text, order))


def _levels(text: str) -> list[int]:
    """Return the level of each character: 0 runs from left to right, 1 the other way, 2 is a number in it."""
    types = _weak([unicodedata.bidirectional(character) or "L" for character in text])
    types = _resolved(_bracketed(text, types))
    levels = [{"L": 0, "R": 1}.get(kind, 2) for kind in types]
    # Blanks at the end of a line stay at the end of the line (rule L1).
    for offset in range(len(text) - 1, -1, -1):
        if not text[offset].isspace():
            break
        levels[offset] = 0
    return levels


def _weak(types: list[str]) -> list[str]:
    """Settle marks, numbers and what stands within numbers (rules W1 to W7)."""
    strong, before = "L", "L"
    for at, kind in enumerate(types):
        if kind == "NSM":
            types[at] = before
        elif kind == "EN" and strong == "AL":
            types[at] = "AN"
        before = types[at]
        if before in {"L", "R", "AL"}:
            strong = before
    types = ["R" if kind == "AL" else kind for kind in types]
    for at in range(1, len(types) - 1):
        kind, left, right = types[at], types[at - 1], types[at + 1]
        if left == right and ((kind in {"ES", "CS"} and left == "EN") or (kind == "CS" and left == "AN")):
            types[at] = left
    for first, last in _stretches([kind == "ET" for kind in types]):
        if "EN" in (*types[max(0, first - 1) : first], *types[last : last + 1]):
            types[first:last] = ["EN"] * (last - first)
    strong = "L"
    for at, kind in enumerate(types):
        if kind in {"L", "R"}:
            strong = kind
        elif kind == "EN" and strong == "L":
            types[at] = "L"
    return types


def _bracketed(text: str, types: list[str]) -> list[str]:
    """Give both brackets of a pair the direction of what is within them (rule N0).

    What runs with the line within them decides; else what runs against it, if what stands before the pair does so
    too. Numbers count as running from right to left.
    """
    for opening, closing in _pairs(text, types):
        within = {_strong(kind) for kind in types[opening + 1 : closing]} - {""}
        if within:
            before = next((strong for kind in types[opening::-1] if (strong := _strong(kind))), "L")
            types[opening] = types[closing] = "L" if "L" in within else before
    return types


def _strong(kind: str) -> str:
    return {"L": "L", "R": "R", "EN": "R", "AN": "R"}.get(kind, "")


def _pairs(text: str, types: Sequence[str]) -> list[tuple[int, int]]:
    """Return the offsets of brackets that belong together, in the order of the opening ones."""
    found, waiting = [], []
    for at, character in enumerate(text):
        if types[at] != "ON":
            continue
        if character in _CLOSING:
            waiting.append(at)
        elif character in _CLOSING.values():
            inner = next(
                (n for n in reversed(range(len(waiting))) if _CLOSING[text[waiting[n]]] == character), None
            )
            if inner is not None:
                found.append((waiting[inner], at))
                del waiting[inner:]
    return sorted(found)


def _resolved(types: list[str]) -> list[str]:
    """Give neutral characters the direction of both their neighbours, else that of the line (N1, N2)."""
    for first, last in _stretches([kind in _NEUTRAL for kind in types]):
        before = types[first - 1] if first else "L"
        after = types[last] if last < len(types) else "L"
        both_right = before != "L" and after != "L"
        types[first:last] = ["R" if both_right else "L"] * (last - first)
    return types


def _stretches(wanted: Sequence[bool]) -> list[tuple[int, int]]:
    """Return first and last offset of each stretch that is wanted."""
    edges = [at for at, (one, two) in enumerate(pairwise((False, *wanted, False))) if one != two]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _marks_behind(text: str, order: list[int]) -> list[int]:
    """Put marks, which turning has brought before their character, behind it again (rule L3)."""
    found: list[int] = []
    waiting: list[int] = []
    for offset in order:
        if unicodedata.category(text[offset]) in {"Mn", "Me"} and (not found or found[-1] != offset - 1):
            waiting.append(offset)
            continue
        found.append(offset)
        found += reversed(waiting)
        waiting = []
    return found + waiting
