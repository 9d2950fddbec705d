"""What somebody can change in the flow of a row, as changes of the text.

In: a ``Compiled``, the index of a row and how it is to go on. Out: the new text, every comment outside of what is
taken away as it was.
"""

from collections.abc import Sequence
from dataclasses import replace

from sop_engine.authoring.amend import remove, rename_key, set_value
from sop_engine.authoring.rereading import reread
from sop_engine.compiled import Compiled
from sop_engine.desk.page.form_changes import readable
from sop_engine.desk.page.form_fields import value_at
from sop_engine.desk.page.form_rows import Branch, Flow, Next
from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError
from sop_engine.model.symbols import END
from sop_engine.reading.document import Data, Document, Loc
from sop_engine.text import quoted

__all__ = ["set_flow"]

_UNFIT = {
    Next.ROW: ("selesai", "keputusan"),
    Next.TARGET: ("selesai", "keputusan"),
    Next.END: ("keputusan",),
    Next.DECISION: ("selesai", "proses"),
}
"""Shapes of a symbol that would belie how it goes on."""


def set_flow(compiled: Compiled, at: int, flow: Flow) -> str:
    """The text with another way on from a row.

    Args:
        compiled: the text as it stands; it must be readable.
        at: index of the row; its flow is none that only the text can change.
        flow: the new one.

    Raises:
        UsageError: a decision lacks a second branch, a label or a target, or two labels are the same.
    """
    document = readable(compiled)
    loc: Loc = ("kegiatan", at)
    if flow.next is Next.DECISION:
        flow = replace(flow, branches=tuple(replace(one, label=one.label.strip()) for one in flow.branches))
        _check(flow.branches)
    bentuk = value_at(document, (*loc, "bentuk"))
    for key, gone in (
        ("lanjut", flow.next in (Next.ROW, Next.DECISION)),
        ("cabang", flow.next is not Next.DECISION),
        ("bentuk", bentuk in _UNFIT[flow.next]),
        ("teks", not flow.teks),
    ):
        if gone and document.has((*loc, key)):
            document = reread(document, remove(document, (*loc, key)))
    if flow.teks and value_at(document, (*loc, "teks")) != flow.teks:
        document = _put(document, (*loc, "teks"), flow.teks)
    if flow.next is Next.DECISION:
        return _branched(document, (*loc, "cabang"), flow.branches).source.text
    if flow.next is Next.TARGET:
        document = _put(document, (*loc, "lanjut"), flow.target)
    elif flow.next is Next.END and value_at(document, (*loc, "bentuk")) != END:
        document = _put(document, (*loc, "lanjut"), END)
    elif flow.next is Next.END and document.has((*loc, "lanjut")):
        document = reread(document, remove(document, (*loc, "lanjut")))
    return document.source.text


def _check(branches: Sequence[Branch]) -> None:
    labels = [branch.label for branch in branches]
    if len(branches) < 2:
        raise UsageError(
            Text("keputusan memerlukan dua cabang atau lebih", "a decision needs two branches or more")
        )
    if not all(labels):
        raise UsageError(Text("tiap cabang memerlukan label", "each branch needs a label"))
    twice = next((label for label in labels if labels.count(label) > 1), None)
    if twice is not None:
        raise UsageError(
            Text(f"label {quoted(twice)} dipakai dua kali", f"label {quoted(twice)} is used twice")
        )
    if not all(branch.target for branch in branches):
        raise UsageError(Text("tiap cabang memerlukan tujuan", "each branch needs a target"))


def _branched(document: Document, loc: Loc, branches: Sequence[Branch]) -> Document:
    """Branches that stay keep their comments and what else they say (``peluang``, ``maks``)."""
    held = value_at(document, loc)
    labels = set(held) if isinstance(held, dict) else set()
    if labels:
        document = _renamed(document, loc, [branch for branch in branches if branch.was in labels])
    there = value_at(document, loc)
    wanted: dict[str, Data] = {}
    for branch in branches:
        was = there.get(branch.label) if isinstance(there, dict) and branch.was in labels else None
        wanted[branch.label] = {**was, "ke": branch.target} if isinstance(was, dict) else branch.target
    return _put(document, loc, wanted)


def _renamed(document: Document, loc: Loc, kept: Sequence[Branch]) -> Document:
    """Take away the branches that go, and give the others their new labels; two may change places."""
    going = [label for label in value_at(document, loc) if label not in {branch.was for branch in kept}]
    for label in going if kept else ():
        document = reread(document, remove(document, (*loc, label)))
    held = set(value_at(document, loc))
    unwanted = (f"{label} {count}" for count in range(len(kept) + 1) for label in sorted(held))
    free = [name for name in unwanted if name not in held and all(name != branch.label for branch in kept)]
    waiting = []
    for branch in kept:
        label = branch.was
        if label != branch.label and branch.label in held:
            # Another branch has that label still: this one waits under a name that nobody wants.
            label = free.pop()
            document = reread(document, rename_key(document, (*loc, branch.was), label))
        waiting.append((label, branch.label))
    for label, new in waiting:
        document = reread(document, rename_key(document, (*loc, label), new))
    return document


def _put(document: Document, loc: Loc, value: Data) -> Document:
    return reread(document, set_value(document, loc, value))
