"""The first part of the form: fields in groups, as on the identity page of the paper form, and the roles.

In: the groups and roles of a form, and what is done with them. Out: elements that are kept in step with them.
"""

from collections.abc import Callable
from dataclasses import dataclass

from sop_engine.desk.page.elements import Words, box, button, focus, words
from sop_engine.desk.page.form_boxes import FieldBox, Look
from sop_engine.desk.page.form_fields import Field, Shape
from sop_engine.desk.page.form_model import Form, Group, Role
from sop_engine.desk.page.form_notes import notes_of, sentence
from sop_engine.diagnostics import Text
from sop_engine.text import Language, escaped, say

__all__ = ["GroupView", "RoleDeeds", "RolesView"]

_ROLES = Text("Pelaksana", "Roles")
_ABOUT = Text(
    "Lajur pada lembar, dari kiri ke kanan; satu pelaksana satu lajur.",
    "The lanes of the sheet, from left to right; one for each role.",
)
_NAME = Text("Nama pelaksana {0}", "Name of role {0}")
_COUNT = Text("Jumlah orang, {0}", "Number of people, {0}")
_NEW = Text("Pelaksana baru", "New role")
_NEW_HINT = Text("Ketik nama pelaksana, lalu Enter", "Type the name of a role, then Enter")
_EARLIER, _LATER = (
    Text("Pindahkan {0} ke atas (di lembar: ke kiri)", "Move {0} up (on the sheet: to the left)"),
    Text("Pindahkan {0} ke bawah (di lembar: ke kanan)", "Move {0} down (on the sheet: to the right)"),
)
_REMOVE = Text("Hapus {0}", "Remove {0}")
_KEYS = Text("Tampilkan kunci pada teks", "Show the keys in the text")
_KEY = Text("kunci: {0}", "key: {0}")
_UNCHOSEN = Text("(bawaan)", "(default)")
_WIDE = (("instansi", "nama"), ("identitas", "nama"), ("catatan",))
_THIRD = ("tanggal_pembuatan", "tanggal_revisi", "tanggal_efektif", "jabatan", "nip", "nama")
"""Fields that take a whole line of the form, and those of which three do."""


class GroupView:
    """The fields of one group under its heading."""

    def __init__(self, group: Group, language: Language, write: Callable[[Field, str], None]) -> None:
        """Build it where the page stands now; ``write`` is told of what somebody has put in a field."""
        self._language = language
        self._write = write
        self._fields: list[Field] = []
        self._boxes: list[FieldBox] = []
        title = say(group.title, language)
        with box("section", "form-group", aria_label=title):
            words("h2", title)
            with box("div", "form-fields"):
                for at, field in enumerate(group.fields):
                    self._boxes.append(self._box(at, field))

    def show(self, group: Group) -> None:
        """Show what the group is now; it has the fields that it had."""
        self._fields = list(group.fields)
        for one, field in zip(self._boxes, group.fields, strict=True):
            one.look(look_of(field, self._language))

    def focus(self, at: int) -> None:
        """Put the cursor in a field."""
        self._boxes[at].focus()

    def _box(self, at: int, field: Field) -> FieldBox:
        kind = {Shape.CHOICE: "choice", Shape.LINES: "lines"}.get(field.shape, "text")
        made = FieldBox(field.title, kind, about=field.about)
        if field.loc in _WIDE:
            made.classes("wide")
        elif field.loc[-1] in _THIRD:
            made.classes("third")
        made.heard("write", lambda text: self._write(self._fields[at], text))
        return made


@dataclass(frozen=True, slots=True)
class RoleDeeds:
    """What is done with roles: ``write`` puts a text in a field, the others take the index of the role."""

    write: Callable[[Field, str], None]
    add: Callable[[str], None]
    move: Callable[[int, int], None]
    remove: Callable[[int], None]


class RolesView:
    """The roles, one a line, and a field for a new one."""

    def __init__(self, language: Language, deeds: RoleDeeds) -> None:
        """Build an empty list where the page stands now."""
        self._language = language
        self._deeds = deeds
        self._roles: tuple[Role, ...] = ()
        self._lines: list[_RoleLine] = []
        with box("section", "form-group roles", aria_label=say(_ROLES, language)) as self._section:
            words("h2", say(_ROLES, language))
            words("p", say(_ABOUT, language), "form-about")
            self._list = box("ol", "role-list")
            self._new = FieldBox(
                say(_NEW, language), "entry", placeholder=say(_NEW_HINT, language), lazy=True
            )
            self._new.classes("role-new")
            self._new.heard("write", self._add)
            with box("label", "role-keys"):
                check = box("input", type="checkbox")
                check.on("change", self._show_keys, js_handler="(event) => emit(event.target.checked)")
                words("span", say(_KEYS, language))

    def show(self, form: Form) -> None:
        """Show the roles of a form."""
        self._roles = form.roles
        for line in self._lines[len(form.roles) :]:
            line.element.delete()
        del self._lines[len(form.roles) :]
        with self._list:
            while len(self._lines) < len(form.roles):
                self._lines.append(_RoleLine(len(self._lines), self))
        for line, role in zip(self._lines, form.roles, strict=True):
            line.show(role, len(form.roles))

    @property
    def language(self) -> Language:
        """Of all words."""
        return self._language

    @property
    def deeds(self) -> RoleDeeds:
        """What is done with roles."""
        return self._deeds

    def role(self, at: int) -> Role:
        """The role of a line, as it is now."""
        return self._roles[at]

    def focus(self, at: int) -> None:
        """Put the cursor in the name of a role."""
        self._lines[at].focus()

    def move(self, at: int, to: int) -> None:
        """Move a role; the focus goes with it."""
        self._deeds.move(at, to)
        if to < len(self._lines):
            self._lines[to].focus(to - at)

    def remove(self, at: int) -> None:
        """Remove a role; the focus goes to the one that comes in its place, or to the field for a new one."""
        count = len(self._lines)
        self._deeds.remove(at)
        if len(self._lines) == count:
            return
        if self._lines:
            self._lines[min(at, count - 2)].focus()
        else:
            self._new.focus()

    def _add(self, text: str) -> None:
        if text.strip():
            self._deeds.add(text)

    def _show_keys(self, event: object) -> None:
        wanted = getattr(event, "args", False) is True
        self._section.classes(add="keyed" if wanted else "", remove="" if wanted else "keyed")


class _RoleLine:
    """One role."""

    def __init__(self, at: int, view: RolesView) -> None:
        self._view = view
        language, deeds = view.language, view.deeds
        with box("li", "role") as self.element:
            self._name = FieldBox("", plain=False).heard(
                "write", lambda text: deeds.write(view.role(at).nama, text)
            )
            self._name.classes("role-name")
            self._count = FieldBox("", plain=False, placeholder="1")
            self._count.heard("write", lambda text: deeds.write(view.role(at).jumlah, text))
            self._count.classes("role-count")
            words("span", "orang" if language is Language.ID else "people", "role-unit", aria_hidden="true")
            self._earlier = button("↑", lambda: view.move(at, at - 1), "quiet")
            self._later = button("↓", lambda: view.move(at, at + 1), "quiet")
            self._gone = button("✕", lambda: view.remove(at), "quiet")
            self._key = words("code", "", "role-key")
        self._at = at

    def show(self, role: Role, count: int) -> None:
        language = self._view.language
        name = escaped(role.nama.text or role.key)
        self._name.look(look_of(role.nama, language), say(_NAME, language).format(self._at + 1))
        self._count.look(look_of(role.jumlah, language), say(_COUNT, language).format(name))
        for one, text in ((self._earlier, _EARLIER), (self._later, _LATER), (self._gone, _REMOVE)):
            _attribute(one, "aria-label", say(text, language).format(name))
            _attribute(one, "title", say(text, language).format(name))
        _attribute(self._earlier, "disabled", self._at == 0)
        _attribute(self._later, "disabled", self._at == count - 1)
        self._key.text = say(_KEY, language).format(escaped(role.key))

    def focus(self, way: int = 0) -> None:
        """Put the cursor in the name, or on the button that moves the role on: -1 earlier, 1 later."""
        if way == 0:
            self._name.focus()
            return
        one, other = (self._earlier, self._later) if way < 0 else (self._later, self._earlier)
        focus(other if one.props["disabled"] else one)


def look_of(field: Field, language: Language) -> Look:
    """What a field of the first part shows."""
    choices = tuple((choice, choice) for choice in field.choices)
    if field.shape is Shape.CHOICE and field.text not in field.choices:
        choices = ((field.text, escaped(field.text) or say(_UNCHOSEN, language)), *choices)
    fixed = "" if field.fixed is None else sentence(field.fixed, language)
    return Look(field.text, choices, notes_of(field.notes, language), fixed)


def _attribute(element: Words, name: str, value: object) -> None:
    """Set an attribute; nothing is sent where it is set already."""
    if element.props.get(name) != value:
        element.props[name] = value
