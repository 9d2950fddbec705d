"""Who has which part in each row: the table of rows by roles, as far as a SOP itself says it.

In: a ``Sop`` and its ``ProcessGraph``. Out: ``Matrix``. It looks like a RACI table, and claims less than one: a RACI
table is drawn up by those who share out the work, whereas this one only repeats what the SOP says.

* ``R`` does it: the role of a symbol in the row, of a joint activity the first one named, which is the responsible one.
* ``A`` decides or approves: the role ``R`` of a decision, for it gives the answer; and the role ``R`` of a row of one
  symbol whose text says by its own verb that it signs, ratifies, determines or agrees (``menandatangani``,
  ``mengesahkan``, ``menetapkan``, ``menyetujui``): at its beginning, or joined to the active verb that stands there by
  ``dan`` and the like; never behind a subject, in a clause that says what for, of what or when, behind a verb that
  moves somebody else to do it, or in the passive, which does not say who.
* ``C`` joins in: a further role of a joint activity. (Not "is consulted": a SOP does not say whom one asks.)
* ``I`` receives what is handed on: the responsible role of a symbol that a flow leads to from the row, under whatever
  answer and also where work is sent back, unless it has a part in the row already.

What the text of a row says of others, and who supervises whom, is not told from words. Where a flow could not be
read, ``complete`` is false and an ``I`` may be missing; the other letters do not depend on the flow.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sop_engine.analysis.cells import cells_of
from sop_engine.graph.process import ProcessGraph, Step, StepKind
from sop_engine.model.sop import Sop

__all__ = ["Duty", "Matrix", "MatrixRow", "approves", "matrix_of"]


class Duty(StrEnum):
    """The part that a role has in a row."""

    DOES = "R"
    DECIDES = "A"
    JOINS = "C"
    RECEIVES = "I"


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One row of the table.

    Attributes:
        row: its index in ``sop.kegiatan``.
        id: what its author names it by.
        duties: for each role the parts that it has, in the order of ``Duty``; only roles that have one, in the
            order of the roles.
    """

    row: int
    id: str
    duties: Mapping[str, tuple[Duty, ...]]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The table.

    Attributes:
        roles: keys of all roles, in the order of the lanes.
        rows: all rows, in document order.
        complete: all flows could be read, so that no ``I`` is missing.
    """

    roles: tuple[str, ...]
    rows: tuple[MatrixRow, ...]
    complete: bool

    def counts(self, role: str) -> dict[Duty, int]:
        """In how many rows a role has each part."""
        found = Counter(duty for row in self.rows for duty in row.duties.get(role, ()))
        return {duty: found[duty] for duty in Duty}


def matrix_of(sop: Sop, graph: ProcessGraph) -> Matrix:
    """The table of a SOP, in linear time; ``graph`` is its procedure, sound or not."""
    steps = [step for step in graph.steps.values() if not step.virtual]
    symbols = Counter(step.row for step in steps)
    found: list[dict[str, set[Duty]]] = [{} for _ in sop.kegiatan]
    for step in steps:
        for at, role in enumerate(step.lanes):
            found[step.row].setdefault(role, set()).add(Duty.JOINS if at else Duty.DOES)
        alone = symbols[step.row] == 1
        if step.lanes and (_decides(step) or (alone and approves(sop.kegiatan[step.row].uraian))):
            found[step.row][step.lanes[0]].add(Duty.DECIDES)
    for flow in graph.flows:
        row, target = graph.steps[flow.source].row, graph.steps[flow.target]
        if not target.virtual and target.lanes and target.lanes[0] not in found[row]:
            found[row][target.lanes[0]] = {Duty.RECEIVES}
    roles = tuple(sop.pelaksana)
    names = cells_of(graph).names
    rows = (
        MatrixRow(row, name, {role: _ordered(parts[role]) for role in roles if role in parts})
        for row, (name, parts) in enumerate(zip(names, found, strict=True))
    )
    return Matrix(roles, tuple(rows), graph.complete)


def _decides(step: Step) -> bool:
    return step.kind is StepKind.DECISION


def _ordered(duties: set[Duty]) -> tuple[Duty, ...]:
    return tuple(duty for duty in Duty if duty in duties)


_APPROVING = frozenset({"menandatangani", "mengesahkan", "menetapkan", "menyetujui"})
_JOINING = frozenset({"", ",", "/", "dan", "serta", "lalu", "kemudian", "atau"})
"""What stands before a verb that the row is about; nothing does before its first word."""
_CLAUSES = frozenset(
    (
        *("yang", "untuk", "agar", "supaya", "guna", "sehingga"),
        *("bila", "apabila", "jika", "kalau", "setelah", "sesudah", "sebelum", "sampai"),
        *("hingga", "oleh", "dengan", "melalui", "kepada"),
        *("meminta", "memohon", "mengajak", "mengarahkan", "menginstruksikan", "memerintahkan", "menugaskan"),
        *(
            "mengingatkan",
            "mengundang",
            "mempersilakan",
            "membantu",
            "mendampingi",
            "memfasilitasi",
            "menunggu",
        ),
    )
)
"""Words behind which a clause, an adjunct or another person stands: whose verb that is, is not said."""
_ACTIVE = re.compile("me[lmnrwy]|ber")
"""How a row begins that names no subject: with an active verb, as the guidelines of the form want it."""
_WORD = re.compile(r"[^\W_][\w-]*|[,/]")


def approves(uraian: str) -> bool:
    """Whether a row says by its own verb that it signs or approves.

    >>> approves("Memeriksa dan menandatangani laporan")
    True
    >>> approves("Menyampaikan laporan untuk ditandatangani")
    False
    """
    before = ""
    words = _WORD.findall(uraian.lower())
    if not words or not _ACTIVE.match(words[0]):
        return False
    for word in words:
        if word in _CLAUSES:
            return False
        if word in _APPROVING and before in _JOINING:
            return True
        before = word
    return False
