"""What somebody does with rows and roles, as one step each.

In: a ``Compiled``, its form, and what is to be done. Out: a ``Deed``: the new text, what is said of it, and the row
that gets the focus; None where there is nothing to do.
"""

from dataclasses import dataclass

from sop_engine.authoring.rows import add_row, delete_row, move_row
from sop_engine.compiled import Compiled
from sop_engine.desk.page.form_model import Form
from sop_engine.desk.page.grid_words import named
from sop_engine.diagnostics import Text

__all__ = ["Deed", "row_deed"]

_DELETED = Text("Baris {0} dihapus. Ctrl+Z mengurungkan.", "Row {0} is deleted. Ctrl+Z takes it back.")
_MOVED = Text("Baris {0} dipindahkan menjadi baris {1}.", "Row {0} is now row {1}.")
_ADDED = Text("Baris baru ditambahkan sebagai baris {0}.", "A new row was added as row {0}.")


@dataclass(frozen=True, slots=True)
class Deed:
    """A change that is ready to be made.

    Attributes:
        text: the new text.
        said: what a screen reader is told.
        fresh: index of the row that gets the focus, or None.
    """

    text: str
    said: Text
    fresh: int | None = None


def row_deed(compiled: Compiled, form: Form, at: int, what: str) -> Deed | None:
    """What a key or the menu means with a row.

    Args:
        compiled: the text as it stands.
        form: its form.
        at: index of the row; of ``add`` it does not matter.
        what: ``above``, ``below``, ``up``, ``down``, ``delete`` or ``add`` (at the end).
    """
    document, sop = compiled.document, compiled.sop
    count = len(form.rows)
    if document is None or (what != "add" and not 0 <= at < count):
        return None
    if what in ("above", "below", "add"):
        to = {"above": at, "below": at + 1, "add": count}[what]
        return Deed(add_row(document, to, _new_row(form, to)), _filled(_ADDED, str(to + 1)), to)
    if sop is None:
        return None
    name = named(form.rows[at].nomor, at)
    if what == "delete":
        near = min(at, count - 2)
        return Deed(delete_row(document, sop, at), _filled(_DELETED, name), near if near >= 0 else None)
    to = at - 1 if what == "up" else at + 1
    if not 0 <= to < count:
        return None
    return Deed(move_row(document, sop, at, to), _filled(_MOVED, name, str(to + 1)), to)


def _new_row(form: Form, at: int) -> dict[str, object]:
    """A row to be filled in: whoever acts in the row above it acts in it too, until somebody says otherwise."""
    above = form.rows[at - 1] if at else None
    keys = above.pelaksana.keys[:1] if above is not None else ()
    known = [role.key for role in form.roles]
    key = next((key for key in (*keys, *known) if key in known), None)
    mutu: dict[str, object] = {"kelengkapan": None, "waktu": None, "output": None}
    return {"uraian": None, "pelaksana": key, "mutu_baku": mutu}


def _filled(text: Text, *words: str) -> Text:
    return Text(text.id.format(*words), text.en.format(*words))
