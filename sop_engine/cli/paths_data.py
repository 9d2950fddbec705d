"""The paths of one SOP as plain data and as words.

In: ``Paths``. Out: ``Told``, which the terminal, JSON, Markdown and HTML are made of.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from sop_engine.analysis.cells import Cells, cells_of
from sop_engine.analysis.paths import COUNTED, Path, Paths, paths
from sop_engine.analysis.regions import Doubt, regions_of
from sop_engine.analysis.walked import done_in, steps_of
from sop_engine.cli.doubts import doubt_hint, doubt_json, doubt_words
from sop_engine.cli.facts import heading_json
from sop_engine.cli.paths_items import answers_in, items_of
from sop_engine.cli.timing_walk import walk_json
from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Text
from sop_engine.graph.process import ProcessGraph
from sop_engine.library import Definition
from sop_engine.model.satuan import Amount, range_text
from sop_engine.model.sop import Sop

__all__ = ["Told", "answers_text", "count_text", "notes_of", "time_of", "told", "told_json", "unmeasured_on"]

DIGITS = 30
"""A count of more digits is told as a power of ten."""


@dataclass(frozen=True, slots=True)
class Told:
    """The paths of one SOP.

    Attributes:
        sop: the SOP.
        graph: its graph.
        cells: its Waktu cells.
        repeats: how often each loop may be gone round; 0 also where it was more, but loops cannot be told.
        paths: the paths.
        doubt: why loops are left out, or why there are no paths; None where nothing is left out.
        limit: so many paths were wanted.
    """

    sop: Sop
    graph: ProcessGraph
    cells: Cells
    repeats: int
    paths: Paths
    doubt: Doubt | None
    limit: int


def told(sop: Sop, graph: ProcessGraph, repeats: int, limit: int) -> Told:
    """Find the paths; where loops cannot be told, those without them."""
    regions = regions_of(graph)
    found = paths(graph, repeats=repeats, limit=limit, regions=regions)
    cells = cells_of(graph)
    if found.doubt is None or not repeats:
        return Told(sop, graph, cells, repeats, found, found.doubt, limit)
    return Told(
        sop, graph, cells, 0, paths(graph, repeats=0, limit=limit, regions=regions), found.doubt, limit
    )


def time_of(told: Told, path: Path) -> Text:
    """How long a path takes; where it cannot be told which of two is longer, both."""
    if not any(told.cells.times[told.graph.steps[step].row].is_measured for step, _ in steps_of(path.walk)):
        return Text("tidak terukur", "not measured")
    if not path.least or not path.greatest:
        return Text("tidak dapat dibandingkan", "units do not compare")
    if len(path.least) == len(path.greatest) == 1:
        low, high = path.least[0], path.greatest[0]
        text = str(high) if low == high else range_text(low, high)
        return Text(text, text)
    low_text, high_text = _either(path.least), _either(path.greatest)
    if path.least == path.greatest:
        return high_text
    return Text(
        f"paling singkat {low_text.id}, paling lama {high_text.id}",
        f"at least {low_text.en}, at most {high_text.en}",
    )


def _either(amounts: Sequence[Amount]) -> Text:
    return Text(" atau ".join(map(str, amounts)), " or ".join(map(str, amounts)))


def answers_text(told: Told, path: Path, limit: int | None = None) -> str:
    """``2 Tidak, 2 Ya``: what is said on a path, with ``...`` where it is more than ``limit``."""
    answers = answers_in(path.walk, told.graph)
    words = [f"{step} {label}" for step, label in islice(answers, limit)]
    return ", ".join(words if next(answers, None) is None else (*words, "..."))


def unmeasured_on(told: Told, path: Path) -> list[str]:
    """The rows on a path whose time is not measured."""
    if not told.cells.unmeasured:
        return []
    steps = (told.graph.steps[step] for step in done_in(path.walk))
    rows = {step.row for step in steps if not step.virtual}
    return [told.cells.names[row] for row in told.cells.unmeasured if row in rows]


def count_text(count: int) -> Text:
    """The number; of a very long one its first two digits and how many there are: ``9.6 x 10^375``."""
    if count < 10**DIGITS:
        return Text(str(count), str(count))
    digits = str(count)
    power = len(digits) - 1
    if count >= COUNTED:
        return Text(f"lebih dari 10^{power}", f"more than 10^{power}")
    ones, tenths = digits[0], digits[1]
    return Text(f"{ones},{tenths} x 10^{power}", f"{ones}.{tenths} x 10^{power}")


def notes_of(told: Told, more: Text | None = None) -> Iterator[Text]:
    """What must be said beside the paths.

    Args:
        told: the paths.
        more: how to see those that are not shown.
    """
    found = told.paths
    if told.doubt is not None and found.doubt is None:
        words = doubt_words(told.doubt)
        yield Text(
            f"putaran tidak disertakan: {words.id}",
            f"loops are left out: {words.en}",
        )
    elif told.doubt is not None:
        words = doubt_words(told.doubt)
        yield Text(f"jalur tidak dapat diurai: {words.id}", f"paths cannot be told: {words.en}")
        if hint := doubt_hint(told.doubt):
            yield hint
    if found.is_cut:
        count, shown = count_text(found.count), len(found.found)
        beside = Text("", "") if more is None else Text(f"; {more.id}", f"; {more.en}")
        yield Text(
            f"ditampilkan {shown} dari {count.id} jalur{beside.id}",
            f"{shown} of {count.en} paths are shown{beside.en}",
        )
    rows = sorted(
        {row for path in found.found for row in unmeasured_on(told, path)}, key=told.cells.names.index
    )
    if rows:
        listed = ", ".join(rows)
        yield Text(f"tidak terukur: baris {listed}", f"not measured: row {listed}")


def told_json(
    definition: Definition, compiled: Compiled, told: Told, *, checklist: bool
) -> dict[str, object]:
    """The object that ``sop paths --format json`` gives.

    ``count`` is exact, null where paths cannot be told; a text, ``more than 10^1000``, where they are not counted.
    ``least`` and ``greatest`` of a path are lists: several amounts where units do not compare.
    """
    found = told.paths
    count: object = found.count if found.count < COUNTED else count_text(found.count).en
    return {
        **heading_json(definition, compiled, told.sop),
        "repeat": told.repeats,
        "count": None if found.doubt is not None else count,
        "shown": len(found.found),
        "doubt": None if told.doubt is None else doubt_json(told.doubt),
        "paths": [
            _path_json(told, number, path, checklist=checklist) for number, path in enumerate(found.found, 1)
        ],
    }


def _path_json(told: Told, number: int, path: Path, *, checklist: bool) -> dict[str, object]:
    value: dict[str, object] = {
        "number": number,
        "least": [{"text": str(one), "parts": one.as_json()} for one in path.least],
        "greatest": [{"text": str(one), "parts": one.as_json()} for one in path.greatest],
        "unmeasured": unmeasured_on(told, path),
        "decisions": [{"step": step, "label": label} for step, label in answers_in(path.walk, told.graph)],
        **walk_json(path.walk, told.graph, told.cells.names),
    }
    if checklist:
        value["checklist"] = [
            {
                "depth": item.depth,
                "step": item.step,
                "answer": item.answer,
                "again": item.again,
                "arm": None if item.arm is None else item.arm[0],
            }
            for item in items_of(path.walk, told.graph)
        ]
    return value
