"""A way through a procedure as people read it, and as plain data: the proof of a time.

In: a ``Walk``. Out: ``1 -> 2 -> (3 | 4) -> 5``, where arms that run side by side stand between bars and rounds of a
loop in braces; or nested JSON.
"""

from collections.abc import Mapping, Sequence

from sop_engine.analysis.walks import Again, Pass, Side, Walk, done_in
from sop_engine.graph.process import ProcessGraph

__all__ = ["ARROW", "SHOWN", "walk_json", "walk_text"]

ARROW = " -> "
END = "selesai"
NOTHING = "-"
SHOWN = 120
"""Pieces of a walk that a line holds; plain data holds many more."""
HELD = 100_000
"""Pieces of a walk that JSON holds: rounds within rounds double with each one."""
DEEPEST = 100


def walk_text(walk: Walk, graph: ProcessGraph, limit: int = SHOWN) -> str:
    """The steps by their ids, with ``...`` where there are more than ``limit``.

    ``1 -> 2 -> 2x {1 -> 2} -> (3 | -) -> selesai``: rounds say how many they are, an arm with nothing in it is a dash,
    and an end that nobody works at is ``selesai``.
    """
    text, _ = _text(walk, graph, limit, 0)
    return text


def _text(walk: Walk, graph: ProcessGraph, room: int, depth: int) -> tuple[str, int]:
    """The text, and how many pieces more there is room for; below zero where it was cut."""
    words: list[str] = []
    for piece in walk:
        if room <= 0 or depth > DEEPEST:
            words.append("...")
            return ARROW.join(words), -1
        room -= 1
        match piece:
            case Pass(step, _):
                words.append(END if graph.steps[step].virtual else step)
            case Side(arms):
                texts = []
                for arm in arms:
                    text, room = _text(arm, graph, room, depth + 1)
                    texts.append(text or NOTHING)
                    if room < 0:
                        break
                words.append(f"({' | '.join(texts)})")
            case Again(count, inner):
                text, room = _text(inner, graph, room, depth + 1)
                words.append(f"{count}x {{{text}}}")
        if room < 0:
            break
    return ARROW.join(words), room


def walk_json(walk: Walk, graph: ProcessGraph, names: Sequence[str]) -> dict[str, object]:
    """The walk as plain data.

    Args:
        walk: the walk.
        graph: the procedure.
        names: the id of each row.

    Returns:
        ``steps``: how often each step is done, by its id, in document order. ``walk``: a list of ``{"step", "row", "counts"}``,
        ``{"arms": [...]}`` and ``{"times", "walk"}``, each of the inner lists such a one; null where rounds within
        rounds make it longer than ``HELD`` or deeper than ``DEEPEST``. ``counts`` tells where a row's time is added.
    """
    rows = {step.id: names[step.row] for step in graph.steps.values()}
    pieces, left = _pieces(walk, rows, HELD, 0)
    done = done_in(walk)
    steps = {step: done[step] for step in graph.steps if step in done}
    return {"steps": steps, "walk": None if left < 0 else pieces}


def _pieces(walk: Walk, rows: Mapping[str, str], room: int, depth: int) -> tuple[list[object], int]:
    found: list[object] = []
    for piece in walk:
        room = -1 if depth > DEEPEST else room - 1
        if room < 0:
            break
        match piece:
            case Pass(step, counts):
                found.append({"step": step, "row": rows[step], "counts": counts})
            case Side(arms):
                lists = []
                for arm in arms:
                    pieces, room = _pieces(arm, rows, room, depth + 1)
                    lists.append(pieces)
                    if room < 0:
                        break
                found.append({"arms": lists})
            case Again(count, inner):
                pieces, room = _pieces(inner, rows, room, depth + 1)
                found.append({"times": count, "walk": pieces})
    return found, room
