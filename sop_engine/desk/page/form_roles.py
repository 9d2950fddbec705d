"""What somebody can change in the roles, as changes of the text.

In: a ``Compiled`` and what is wanted. Out: the new text. Keys are made from headings and stay when a heading changes.
"""

from sop_engine.authoring.amend import remove
from sop_engine.authoring.template import key_of
from sop_engine.compiled import Compiled
from sop_engine.desk.page.form_changes import clean_lines, readable, with_value
from sop_engine.desk.page.form_fields import value_at
from sop_engine.desk.page.form_model import Role
from sop_engine.desk.page.form_rows import Row
from sop_engine.desk.page.grid_words import named
from sop_engine.diagnostics import Text
from sop_engine.edits import changed
from sop_engine.errors import UsageError
from sop_engine.text import quoted

__all__ = ["add_role", "move_role", "remove_role"]


def add_role(compiled: Compiled, heading: str) -> str:
    """The text with one more role, the last; nothing is added for an empty heading."""
    words = " ".join(clean_lines(heading))
    document = readable(compiled)
    if not words:
        return document.source.text
    roles = value_at(document, ("pelaksana",))
    key = key_of(words, roles if isinstance(roles, dict) else ())
    return with_value(document, ("pelaksana", key), words)


def move_role(compiled: Compiled, at: int, to: int) -> str:
    """The text with a role at another place among them, counted from 0; what is no place changes nothing."""
    document = readable(compiled)
    roles = value_at(document, ("pelaksana",))
    if not isinstance(roles, dict) or not (0 <= at < len(roles) and 0 <= to < len(roles)):
        return document.source.text
    order = list(roles.items())
    order.insert(to, order.pop(at))
    return with_value(document, ("pelaksana",), dict(order))


def remove_role(compiled: Compiled, role: Role, rows: tuple[Row, ...]) -> str:
    """The text without a role.

    Raises:
        UsageError: it acts in a row.
    """
    document = readable(compiled)
    if role.rows:
        names = [named(rows[at].nomor, at) for at in role.rows]
        shown = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {{}} {names[-1]}"
        subject = quoted(role.nama.text or role.key)
        raise UsageError(
            Text(
                f"{subject} masih bertugas di baris {shown.format('dan')}",
                f"{subject} still acts in row {shown.format('and')}",
            ),
            Text("pilih dahulu pelaksana lain di sana", "choose another role there first"),
        )
    return changed(document.source.text, remove(document, ("pelaksana", role.key)))
