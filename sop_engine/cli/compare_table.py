"""SOPs side by side in a terminal.

In: what was compared. Out: text of the terminal's width: a column for each SOP, or, where the columns would be too
narrow to read, each aspect of a row with the SOPs that say so.
"""

from collections.abc import Iterator, Sequence

from sop_engine.analysis.comparing import Aspect, Line
from sop_engine.cli.compare_words import (
    ASPECTS,
    Say,
    Shown,
    apart,
    counted,
    lacking,
    number,
    numbers,
    shared,
    shown_aspects,
    told,
    voices,
)
from sop_engine.cli.tables import columns
from sop_engine.diagnostics import Text
from sop_engine.report.terminal import cells

__all__ = ["as_text"]

NARROWEST, WIDEST = 60, 200
"""Cells of a line that it is fitted to."""
COLUMN, MOST = 20, 44
"""Cells that a column needs to be readable, and those beyond which lines are hard to follow."""
GAP = 2
DIFFERS = " ≠"

NUMBER = Text("No", "No")
TOTAL = Text("Jumlah waktu", "Total time")
APART = Text("Selisih", "Difference")
UNMEASURED = Text("Tidak terukur", "Not measured")


def as_text(shown: Shown, width: int, say: Say) -> str:
    """The comparison as text.

    Args:
        shown: what was compared.
        width: cells of a line.
        say: chooses the language.
    """
    width = min(max(width, NARROWEST), WIDEST)
    labels = [f"{say(label)}{DIFFERS}" for label in ASPECTS.values()]
    label_width = max(map(cells, (*labels, say(TOTAL), say(UNMEASURED))))
    count = len(shown.sides)
    column = min((width - label_width) // count - GAP, MOST)
    beside = column >= COLUMN
    widths = [label_width, *([column] * count if beside else [width - label_width - GAP])]
    lines: list[str] = []
    if beside:
        lines += columns([[[""], *([side.name] for side in shown.sides)]], widths)
        lines.append("  ".join("-" * size for size in widths))
    for at, line in enumerate(shown.comparison.lines):
        if at:
            lines.append("")
        lines += columns(list((_beside if beside else _below)(shown, line, say)), widths)
    lines.append("  ".join("-" * size for size in widths))
    lines += columns(list(_foot(shown, say, beside=beside)), widths)
    lines += ["", *columns([[[one]] for one in _summary(shown, say, beside=beside)], [width])]
    return "".join(f"{line}\n" for line in lines)


def _label(line: Line, aspect: Aspect, say: Say) -> str:
    return f"{say(ASPECTS[aspect])}{DIFFERS if aspect in line.differs else ''}"


def _beside(shown: Shown, line: Line, say: Say) -> Iterator[list[list[str]]]:
    """A line in columns; what another SOP says already stands as ``=``, with that SOP's name unless it is the first."""
    yield [[say(NUMBER)], *([number(line, at, say)] for at in range(len(shown.sides)))]
    for aspect in shown_aspects(line):
        like = line.like[aspect]
        first = next(one for one in like if one is not None)
        texts = []
        for at, (row, one) in enumerate(zip(line.rows, like, strict=True)):
            if row is None or one is None:
                texts.append([""])
            elif one == at:
                texts.append(told(shown.sides[at], row, aspect, say))
            else:
                texts.append(["=" if one == first else f"= {shown.sides[one].name}"])
        yield [[_label(line, aspect, say)], *texts]


def _below(shown: Shown, line: Line, say: Say) -> Iterator[list[list[str]]]:
    """A line with the SOPs one below the other; those that say the same stand together."""
    yield [[say(NUMBER)], numbers(shown, line, say)]
    for aspect in shown_aspects(line):
        yield [[_label(line, aspect, say)], voices(shown, line, aspect, say)]


def _foot(shown: Shown, say: Say, *, beside: bool) -> Iterator[list[list[str]]]:
    facts: list[tuple[Text, Sequence[str]]] = [
        (TOTAL, [str(side.compiled.total) for side in shown.sides]),
        (APART, ["", *(apart(shown, at, say) for at in range(1, len(shown.sides)))]),
    ]
    if any(side.unmeasured for side in shown.sides):
        facts.append((UNMEASURED, [lacking(side, say) or "-" for side in shown.sides]))
    facts += [
        (Text("Baris", "Rows"), [str(len(side.version.rows)) for side in shown.sides]),
        (Text("Peran", "Roles"), [str(len(side.version.sop.pelaksana)) for side in shown.sides]),
    ]
    for label, texts in facts:
        if beside:
            yield [[say(label)], *([text] for text in texts)]
        else:
            sides = zip(shown.sides, texts, strict=True)
            yield [[say(label)], [f"{side.name}: {text}" for side, text in sides if text]]


def _summary(shown: Shown, say: Say, *, beside: bool) -> Iterator[str]:
    first = shown.sides[0].name
    yield shared(shown, say)
    yield counted(shown, say)
    same = Text("= sama, ", "= the same, ") if beside else Text("", "")
    yield say(
        Text(
            f"{same.id}≠ berbeda; selisih dihitung terhadap {first}.",
            f"{same.en}≠ differs; differences are from {first}.",
        )
    )
