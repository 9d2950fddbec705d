"""The table of kegiatan as the form's grid shows it: one row of cells for each row, and how it goes on.

In: a ``Compiled``. Out: ``Row`` values. What the grid cannot show wholly is marked with a word and left to the text.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from sop_engine.compiled import Compiled
from sop_engine.desk.page.form_fields import Field, Shape, field_at, value_at
from sop_engine.diagnostics import Diagnostic, Text
from sop_engine.model.symbols import END
from sop_engine.reading.document import Document, Loc

__all__ = ["CELLS", "Branch", "Flow", "Next", "Performers", "Row", "Target", "rows_of", "targets_of"]

CELLS: Mapping[str, tuple[tuple[str, ...], Shape]] = {
    "uraian": (("uraian",), Shape.TEXT),
    "kelengkapan": (("mutu_baku", "kelengkapan"), Shape.LINES),
    "waktu": (("mutu_baku", "waktu"), Shape.TIME),
    "output": (("mutu_baku", "output"), Shape.LINES),
    "keterangan": (("keterangan",), Shape.LINES),
}
"""The cells that take words: their path in the row and what they take."""

SEVERAL_SYMBOLS = Text("beberapa simbol dalam satu baris", "several symbols in one row")
SPLIT = Text("alur paralel", "a parallel split")
JOIN = Text("menunggu beberapa alur (gabung)", "waits for several flows (gabung)")
UNCLEAR = Text("tertulis dengan cara lain", "written in another way")


class Next(StrEnum):
    """How a row goes on."""

    ROW = "row"
    """To the next row in the table; after the last one the procedure ends."""
    TARGET = "target"
    """To another row."""
    END = "end"
    """Not at all: the procedure ends."""
    DECISION = "decision"
    """By one of several branches."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where a flow can lead.

    Attributes:
        id: what is written for it.
        row: index of its row.
        words: as a list shows it: ``3  Memeriksa konsep``.
    """

    id: str
    row: int
    words: str


@dataclass(frozen=True, slots=True)
class Branch:
    """One branch of a decision.

    Attributes:
        label: its words, such as ``Ya``.
        target: the id that it leads to, or ``selesai``.
        was: its label in the text; empty for a new branch.
    """

    label: str
    target: str
    was: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Flow:
    """How a row goes on.

    Attributes:
        next: the way.
        target: of ``TARGET`` the id.
        branches: of ``DECISION``, as written.
        teks: the words inside the symbol.
        fixed: why it can only be changed in the text; the rest says nothing then.
    """

    next: Next
    target: str = ""
    branches: tuple[Branch, ...] = ()
    teks: str = ""
    fixed: Text | None = None


@dataclass(frozen=True, slots=True)
class Performers:
    """Who acts in a row: the keys of the roles, the responsible one first; ``fixed`` as in a flow."""

    keys: tuple[str, ...]
    fixed: Text | None = None
    notes: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the grid.

    Attributes:
        at: its index in ``kegiatan``.
        nomor: as printed; empty where it has none.
        cells: its words by the keys of ``CELLS``.
        pelaksana: who acts.
        flow: how it goes on.
        flow_notes: the findings at that.
        notes: the findings at the row that belong to no cell.
    """

    at: int
    nomor: str
    cells: Mapping[str, Field]
    pelaksana: Performers
    flow: Flow
    flow_notes: tuple[Diagnostic, ...] = ()
    notes: tuple[Diagnostic, ...] = ()


def targets_of(compiled: Compiled) -> tuple[Target, ...]:
    """All that a flow can lead to, in the order of the table; rows without an id of their own are none."""
    if compiled.graph is None or compiled.sop is None:
        return ()
    rows = compiled.sop.kegiatan
    return tuple(
        Target(step.id, int(step.loc[1]), f"{step.id}  {' '.join(rows[step.row].uraian.split())}")
        for step in compiled.graph.steps.values()
        if not step.virtual and step.id in compiled.graph.names
    )


def rows_of(document: Document) -> tuple[Row, ...]:
    """The rows of the table, without findings."""
    rows = value_at(document, ("kegiatan",))
    if not isinstance(rows, list):
        return ()
    return tuple(_row(document, at, row) for at, row in enumerate(rows))


def _row(document: Document, at: int, row: Any) -> Row:
    loc: Loc = ("kegiatan", at)
    cells = {name: field_at(document, (*loc, *path), shape) for name, (path, shape) in CELLS.items()}
    if not isinstance(row, dict):
        return Row(at, "", cells, Performers((), UNCLEAR), Flow(Next.ROW, fixed=UNCLEAR))
    nomor = row.get("nomor")
    return Row(at, nomor if isinstance(nomor, str) else "", cells, _performers(row), _flow(row))


def _performers(row: dict[str, Any]) -> Performers:
    if row.get("simbol") is not None:
        return Performers((), SEVERAL_SYMBOLS)
    keys = row.get("pelaksana")
    if keys is None or keys == "":
        return Performers(())
    listed = [keys] if isinstance(keys, str) else keys
    if not isinstance(listed, list) or not all(isinstance(key, str) for key in listed):
        return Performers((), UNCLEAR)
    return Performers(tuple(listed))


def _flow(row: dict[str, Any]) -> Flow:
    """How a row goes on, as far as the form can say it."""
    onward, branches, teks = row.get("lanjut"), row.get("cabang"), row.get("teks")
    if row.get("simbol") is not None:
        return Flow(Next.ROW, fixed=SEVERAL_SYMBOLS)
    if row.get("gabung") not in (None, "", "satu"):
        return Flow(Next.ROW, fixed=JOIN)
    if not isinstance(teks, str | None) or (onward is not None and branches is not None):
        return Flow(Next.ROW, fixed=UNCLEAR)
    words = (teks or "").strip()
    if branches is not None:
        return _decision(branches, words)
    if isinstance(onward, list) and len(onward) == 1:
        onward = onward[0]
    if isinstance(onward, list):
        return Flow(Next.ROW, fixed=SPLIT)
    if isinstance(onward, dict):
        return Flow(Next.ROW, fixed=UNCLEAR)
    if not onward:
        return Flow(Next.END if row.get("bentuk") == END else Next.ROW, teks=words)
    return Flow(Next.END, teks=words) if onward == END else Flow(Next.TARGET, onward, teks=words)


def _decision(branches: Any, teks: str) -> Flow:
    if not isinstance(branches, dict):
        return Flow(Next.ROW, fixed=UNCLEAR)
    found = []
    for label, branch in branches.items():
        target = branch.get("ke") if isinstance(branch, dict) else branch
        if isinstance(target, list) and len(target) == 1:
            target = target[0]
        if isinstance(target, list):
            return Flow(Next.ROW, fixed=SPLIT)
        if not isinstance(target, str | None):
            return Flow(Next.ROW, fixed=UNCLEAR)
        found.append(Branch(label, target or "", label))
    return Flow(Next.DECISION, branches=tuple(found), teks=teks)
