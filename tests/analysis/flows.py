"""Procedures for tests: written by hand in a few lines, or structured ones whose ways are known before they are walked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count, product
from typing import TypeAlias

from hypothesis import strategies as st

from sop_engine.graph.build import build
from sop_engine.graph.process import ProcessGraph
from sop_engine.model.validate import validate
from sop_engine.reading import read
from sop_engine.source import SourceFile

__all__ = ["Choice", "Loop", "Plan", "Row", "Split", "graph_of", "plan_graph", "plans", "text_of", "ways_of"]

_HEAD = """\
versi_format: 1
instansi: {kode: contoh, nama: Badan Contoh}
identitas: {nama: Laporan}
pelaksana: {staf: Staf, kasubbag: Kasubbag, kepala: Kepala}
kegiatan:
"""


def text_of(rows: str) -> str:
    """A definition whose rows are given one a line: ``id | waktu | the rest of the row in braces``."""
    parts = [_HEAD]
    for line in rows.strip().splitlines():
        name, time, *rest = (part.strip() for part in line.split("|"))
        keys = rest[0] if rest and rest[0] else ""
        role = "" if "simbol:" in keys or "pelaksana:" in keys else "pelaksana: staf, "
        waktu = time if time.startswith("{") else f"'{time}'"
        keys = f", {keys}" if keys else ""
        parts.append(
            f"  - {{nomor: {name}, uraian: Kegiatan {name}, {role}mutu_baku: {{waktu: {waktu}}}{keys}}}\n"
        )
    return "".join(parts)


def graph_of(rows: str) -> ProcessGraph:
    """The graph of such a definition."""
    document, _ = read(SourceFile("contoh.yaml", text_of(rows)))
    assert document is not None
    sop = validate(document).sop
    assert sop is not None
    return build(sop, document)


@dataclass(frozen=True)
class Row:
    """A row of so many minutes."""

    minutes: int


@dataclass(frozen=True)
class Choice:
    """A decision, its branches, and the row in which they come together."""

    minutes: int
    branches: tuple["Plan", ...]
    after: int


@dataclass(frozen=True)
class Split:
    """A row that splits, its arms, and the row that waits for them all."""

    minutes: int
    arms: tuple["Plan", ...]
    after: int


@dataclass(frozen=True)
class Loop:
    """A first row, a body, and a decision that ends it or goes back: at once, or by a row of corrections."""

    minutes: int
    body: "Plan"
    deciding: int
    correcting: int | None


Plan: TypeAlias = tuple[Row | Choice | Split | Loop, ...]


@st.composite
def plans(draw: st.DrawFn, depth: int = 3) -> Plan:
    """A structured procedure of a few parts."""
    parts: list[Row | Choice | Split | Loop] = []
    minutes = st.integers(1, 40)
    for _ in range(draw(st.integers(0 if depth < 3 else 1, 2))):
        kind = draw(st.integers(0, 3 if depth else 0))
        if kind == 0:
            parts.append(Row(draw(minutes)))
        elif kind == 3:
            correcting = draw(st.none() | minutes)
            parts.append(Loop(draw(minutes), draw(plans(depth - 1)), draw(minutes), correcting))
        else:
            arms = tuple(draw(plans(depth - 1)) for _ in range(draw(st.integers(2, 3))))
            parts.append((Choice if kind == 1 else Split)(draw(minutes), arms, draw(minutes)))
    return tuple(parts)


def plan_graph(plan: Plan) -> ProcessGraph:
    """The graph of a structured procedure, between a first and a last row of a minute each."""
    numbers = map(str, count(2))
    lines, first = _lines(plan, "akhir", numbers)
    return graph_of("\n".join([f"1 | 1 menit | lanjut: {first}", *lines, "akhir | 1 menit"]))


def _lines(plan: Plan, then: str, numbers: Iterator[str]) -> tuple[list[str], str]:
    """The rows of a plan that goes on to ``then``, and the row that it begins with."""
    lines: list[str] = []
    for part in reversed(plan):
        own, then = _part(part, then, numbers)
        lines = own + lines
    return lines, then


def _part(part: Row | Choice | Split | Loop, then: str, numbers: Iterator[str]) -> tuple[list[str], str]:
    name = next(numbers)
    if isinstance(part, Row):
        return [f"{name} | {part.minutes} menit | lanjut: {then}"], name
    if isinstance(part, Loop):
        asking, mending = next(numbers), next(numbers)
        body, first = _lines(part.body, asking, numbers)
        back = name if part.correcting is None else mending
        asks = f"{asking} | {part.deciding} menit | cabang: {{Ya: {then}, Tidak: {back}}}"
        mends = [] if part.correcting is None else [f"{mending} | {part.correcting} menit | lanjut: {name}"]
        return [f"{name} | {part.minutes} menit | lanjut: {first}", *body, asks, *mends], name
    after = next(numbers)
    found = [_lines(one, after, numbers) for one in _inner(part)]
    firsts = [first for _, first in found]
    lines = [line for own, _ in found for line in own]
    if isinstance(part, Split):
        # Two arms with nothing in them would be one and the same flow.
        goes, waits = f"lanjut: [{', '.join(firsts)}]", " | gabung: semua, "
    else:
        branches = ", ".join(f"L{at}: {first}" for at, first in enumerate(firsts))
        goes, waits = f"cabang: {{{branches}}}", " | "
    return [
        f"{name} | {part.minutes} menit | {goes}",
        *lines,
        f"{after} | {part.after} menit{waits}lanjut: {then}",
    ], name


def _inner(part: Choice | Split) -> Sequence[Plan]:
    """What is chosen from or run side by side; an arm has something in it."""
    if isinstance(part, Choice):
        return part.branches
    return tuple(arm or (Row(1),) for arm in part.arms)


def ways_of(plan: Plan, rounds: Sequence[int], most: int = 3_000) -> list[int] | None:
    """The minutes of every way through a plan, by trying all; None where there are more than ``most``.

    Args:
        plan: without its first and last row.
        rounds: how often a loop may be gone round: ``[2]`` is twice, ``[0, 1]`` at most once.
        most: so many ways are tried.
    """
    found = [0]
    for part in plan:
        own = _ways(part, rounds, most)
        if own is None or len(own) * len(found) > most:
            return None
        found = [one + other for one in found for other in own]
    return found


def _ways(part: Row | Choice | Split | Loop, rounds: Sequence[int], most: int) -> list[int] | None:
    if isinstance(part, Row):
        return [part.minutes]
    if isinstance(part, Loop):
        body = ways_of(part.body, rounds, most)
        if body is None or len(body) ** (max(rounds) + 1) > most:
            return None
        once = [part.minutes + way + part.deciding for way in body]
        return [
            sum(way) + (part.correcting or 0) * often
            for often in rounds
            for way in product(once, repeat=often + 1)
        ]
    arms = [ways_of(one, rounds, most) for one in _inner(part)]
    known = [arm for arm in arms if arm is not None]
    if len(known) < len(arms):
        return None
    fixed = part.minutes + part.after
    if isinstance(part, Choice):
        return [fixed + way for arm in known for way in arm]
    size = 1
    for arm in known:
        size *= len(arm)
    return None if size > most else [fixed + max(ways) for ways in product(*known)]
