"""What stands in a row of one SOP, in words, beside the same row of another.

In: a ``Comparison``. Out: labels and texts in the language that is asked for; the terminal and the page show the same.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeAlias

from sop_engine.analysis.comparing import Aspect, Comparison, Line, compared
from sop_engine.analysis.revising import Version
from sop_engine.analysis.revision_rows import Row, Symbol
from sop_engine.cli.diff_items import SHAPES, UNKNOWN, WAITS, noted
from sop_engine.cli.facts import agency_of, unmeasured
from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Text
from sop_engine.layout.measure import plain
from sop_engine.library import Definition

__all__ = [
    "ASPECTS",
    "MOVED",
    "NONE",
    "PLACE",
    "Say",
    "Shown",
    "Side",
    "apart",
    "counted",
    "lacking",
    "number",
    "numbers",
    "put_together",
    "shared",
    "shown_aspects",
    "told",
    "voices",
]

Say: TypeAlias = Callable[[Text], str]
"""Chooses the words of a language."""

ASPECTS: Mapping[Aspect, Text] = MappingProxyType(
    {
        Aspect.ACTIVITY: Text("Kegiatan", "Activity"),
        Aspect.ROLES: Text("Pelaksana", "Roles"),
        Aspect.TIME: Text("Waktu", "Time"),
        Aspect.SHAPE: Text("Bentuk", "Shape"),
        Aspect.WORDS: Text("Teks simbol", "Symbol text"),
        Aspect.FLOW: Text("Alur", "Flow"),
        Aspect.INPUTS: Text("Kelengkapan", "Inputs"),
        Aspect.OUTPUTS: Text("Output", "Output"),
        Aspect.REMARKS: Text("Keterangan", "Remarks"),
    }
)
ALWAYS = (Aspect.ACTIVITY, Aspect.ROLES, Aspect.TIME)
"""What is shown of every row; the rest only where it differs."""

PLACE = Text("tempat", "place")
"""What differs of a row that has moved."""
NONE = Text("tidak ada", "none")
MOVED = Text("pindah", "moved")

_END = Text("selesai", "end")


@dataclass(frozen=True, slots=True)
class Side:
    """One of the SOPs.

    Attributes:
        definition: where it comes from.
        compiled: what it became.
        version: its models and graph.
        name: what calls it among the others: its agency's code, with its file's name where that is not enough.
        rows: what people call each row, by its id.
        unmeasured: ids of the rows that have no measured time.
    """

    definition: Definition
    compiled: Compiled
    version: Version
    name: str
    rows: Mapping[str, str]
    unmeasured: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown: the SOPs, and what a comparison of them found."""

    sides: tuple[Side, ...]
    comparison: Comparison


def put_together(found: Sequence[tuple[Definition, Compiled]]) -> Shown:
    """Compare SOPs that could be read whole."""
    sides = tuple(_sides(found))
    return Shown(sides, compared([side.version for side in sides]))


def _sides(found: Sequence[tuple[Definition, Compiled]]) -> Iterator[Side]:
    names = _names(found)
    for (definition, compiled), name in zip(found, names, strict=True):
        if compiled.sop is not None and compiled.graph is not None:
            version = Version(compiled.sop, compiled.graph, compiled.total)
            rows = {row.id: row.called for row in version.rows}
            without = tuple(unmeasured(compiled, compiled.sop))
            yield Side(definition, compiled, version, name, rows, without)


def _names(found: Sequence[tuple[Definition, Compiled]]) -> list[str]:
    """The shortest kind of name that tells all of them apart."""
    agencies = [agency_of(definition, compiled) or definition.name for definition, compiled in found]
    stems = [
        agency if definition.stem in (None, agency) else f"{agency}/{definition.stem}"
        for agency, (definition, _) in zip(agencies, found, strict=True)
    ]
    paths = [definition.name for definition, _ in found]
    return next((names for names in (agencies, stems) if len(set(names)) == len(names)), paths)


def shown_aspects(line: Line) -> tuple[Aspect, ...]:
    """What is shown of a row."""
    return tuple(aspect for aspect in Aspect if aspect in ALWAYS or aspect in line.differs)


def number(line: Line, at: int, say: Say) -> str:
    """What a row is called in one of the SOPs."""
    row = line.rows[at]
    if row is None:
        return say(NONE)
    return f"{row.called} ({say(MOVED)})" if at in line.moved else row.called


def numbers(shown: Shown, line: Line, say: Say) -> list[str]:
    """What a row is called in all SOPs, and which have none."""
    names = [side.name for side in shown.sides]
    found = [", ".join(f"{name} {number(line, at, say)}" for at, name in enumerate(names) if line.rows[at])]
    if line.missing:
        absent = ", ".join(names[at] for at in line.missing)
        found.append(say(Text(f"tidak ada di {absent}", f"none in {absent}")))
    return found


def voices(shown: Shown, line: Line, aspect: Aspect, say: Say) -> list[str]:
    """What the SOPs say of an aspect of a row, each thing once, with those that say so where others do not."""
    like, found = line.like[aspect], []
    for one in dict.fromkeys(like):
        row = None if one is None else line.rows[one]
        if one is None or row is None:
            continue
        words = "; ".join(told(shown.sides[one], row, aspect, say))
        who = ", ".join(side.name for side, other in zip(shown.sides, like, strict=True) if other == one)
        found.append(f"{who}: {words}" if aspect in line.differs else words)
    return found


def apart(shown: Shown, at: int, say: Say) -> str:
    """How far the total of a SOP is from that of the first."""
    gap = shown.comparison.gaps[at]
    if gap is None:
        return say(Text("tidak dapat dihitung", "cannot be told"))
    return say(Text("sama", "the same")) if gap.is_zero else str(gap)


def lacking(side: Side, say: Say) -> str:
    """The rows of a SOP that have no measured time; nothing where all have one."""
    listed = ", ".join(side.rows.get(row, row) for row in side.unmeasured)
    if not listed:
        return ""
    return say(Text(f"baris {listed}", f"row{'s' if len(side.unmeasured) > 1 else ''} {listed}"))


def shared(shown: Shown, say: Say) -> str:
    """How many rows all SOPs have, and of several SOPs how many some or one of them have, as a sentence."""
    lines, common = shown.comparison.lines, shown.comparison.common
    alone = sum(line.having == 1 for line in lines)
    some = len(lines) - common - alone
    words = Text(
        f"{common} dari {len(lines)} baris ada di semua SOP", f"{common} of {len(lines)} rows are in all SOPs"
    )
    if not some:
        return f"{say(words)}."
    return say(
        Text(
            f"{words.id}, {some} di sebagian, {alone} hanya di satu.",
            f"{words.en}, {some} in some, {alone} in one alone.",
        )
    )


def counted(shown: Shown, say: Say) -> str:
    """In how many rows each aspect differs, as a sentence."""
    counts = shown.comparison.counts
    if all(line.having == 1 for line in shown.comparison.lines):
        return say(Text("Tidak ada baris yang sepadan.", "No row of one is a row of another."))
    found = [f"{say(ASPECTS[aspect]).lower()} {count}" for aspect, count in counts.items()]
    if moved := sum(bool(line.moved) for line in shown.comparison.lines):
        found.append(f"{say(PLACE)} {moved}")
    if not found:
        return say(Text("Yang sepadan tidak berbeda.", "Where they meet, nothing differs."))
    listed = ", ".join(found)
    return say(Text(f"Baris yang berbeda: {listed}.", f"Rows that differ: {listed}."))


def told(side: Side, row: Row, aspect: Aspect, say: Say) -> list[str]:
    """What a row of a SOP says of an aspect, line by line; a dash for nothing."""
    lines = [line for line in map(plain, _lines(side, row, aspect, say)) if line]
    return lines or ["-"]


def _lines(side: Side, row: Row, aspect: Aspect, say: Say) -> Sequence[str]:
    several = len(row.symbols) > 1
    if aspect is Aspect.ACTIVITY:
        return [row.text]
    if aspect is Aspect.TIME:
        if row.waktu.bersama is None:
            return [str(row.waktu)]
        other = side.rows.get(row.waktu.bersama, row.waktu.bersama)
        return [say(Text(f"waktu baris {other}", f"time of row {other}"))]
    if aspect is Aspect.INPUTS:
        return row.inputs
    if aspect is Aspect.OUTPUTS:
        return row.outputs
    if aspect is Aspect.REMARKS:
        return row.remarks
    return [
        f"{symbol.id}: {words}" if several and symbol.id else words
        for symbol in row.symbols
        for words in _of_symbol(symbol, aspect, say, side.rows)
    ]


def _of_symbol(symbol: Symbol, aspect: Aspect, say: Say, rows: Mapping[str, str]) -> Iterator[str]:
    if aspect is Aspect.ROLES:
        yield " + ".join(symbol.roles)
    elif aspect is Aspect.SHAPE:
        yield say(SHAPES[symbol.shape])
    elif aspect is Aspect.WORDS:
        yield symbol.words or ""
    else:
        yield from _flow(symbol, say, rows)


def _flow(symbol: Symbol, say: Say, rows: Mapping[str, str]) -> Iterator[str]:
    if symbol.waits:
        yield say(WAITS)
    for way in symbol.ways:
        label = f"{way.label} " if way.label else ""
        targets = " + ".join(say(_END) if target is None else rows.get(target, target) for target in way.to)
        yield f"{label}→ {targets}{noted(way, say)}"
    for lost in symbol.lost:
        yield f"{lost} → {say(UNKNOWN)}" if lost else f"→ {say(UNKNOWN)}"
    if not (symbol.ways or symbol.lost):
        yield say(_END)
