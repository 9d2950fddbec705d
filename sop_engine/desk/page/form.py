"""The form: a definition for people who do not want to see its text.

In: a ``Session``. Out: the elements of the form, kept in step with the session; what somebody changes in them changes
the text, and nothing else in it.
"""

from collections.abc import Callable
from pathlib import Path

from nicegui import ui

from sop_engine.desk.page.elements import box, button, words
from sop_engine.desk.page.form_changes import set_field, set_performers, set_words
from sop_engine.desk.page.form_deeds import Deed, row_deed
from sop_engine.desk.page.form_fields import Field
from sop_engine.desk.page.form_flow import set_flow
from sop_engine.desk.page.form_groups import GroupView, RoleDeeds, RolesView
from sop_engine.desk.page.form_history import History
from sop_engine.desk.page.form_model import form_of
from sop_engine.desk.page.form_notes import sentence
from sop_engine.desk.page.form_places import Part, Place, place_of, place_of_step
from sop_engine.desk.page.form_roles import add_role, move_role, remove_role
from sop_engine.desk.page.form_rows import Flow
from sop_engine.desk.page.grid import Deeds, GridView
from sop_engine.desk.page.grid_flow import FlowDialog
from sop_engine.desk.page.grid_menu import PerformersDialog, RowMenu
from sop_engine.desk.page.grid_words import named
from sop_engine.desk.page.session import DISK, SAVE, Session
from sop_engine.diagnostics import Diagnostic, Text
from sop_engine.errors import UsageError
from sop_engine.text import say

__all__ = ["FormView"]

_STYLE = Path(__file__).with_name("form_style.css").read_text(encoding="utf-8")

_BROKEN = Text(
    "Teks belum dapat dibaca, jadi formulir belum dapat diubah:",
    "The text cannot be read, so the form cannot be changed yet:",
)
_SHOW = Text("Tunjukkan pada teks", "Show in the text")
_PARTS = Text("Bagian formulir", "Parts of the form")
_WAYS = {
    "form-identity": Text("Identitas", "Identity"),
    "form-roles": Text("Pelaksana", "Roles"),
    "form-rows": Text("Kegiatan", "Activities"),
}
_SCROLL = """() => {{
  const part = document.getElementById("{0}");
  const panel = part.closest(".panel");
  const own = panel.scrollHeight > panel.clientHeight + 1;
  const top = own ? panel.getBoundingClientRect().top : 0;
  (own ? panel : document.scrollingElement).scrollBy(0, part.getBoundingClientRect().top - top - 52);
  part.focus({{ preventScroll: true }});
}}"""
"""A part is scrolled to inside its panel, or in the page where that scrolls; a plain link would move both."""
_KEYS = {"z.ctrl": True, "z.meta": True, "y.ctrl": False, "z.ctrl.shift": False, "z.meta.shift": False}
"""The keys that take a change back, and those that make it again."""
_NOTHING = Text("Tidak ada yang dapat diurungkan.", "There is nothing to take back.")
_UNDONE = Text("Perubahan terakhir diurungkan.", "The last change was taken back.")
_REDONE = Text("Perubahan diulangi.", "The change was made again.")
_RENEWED = Text(
    "Berkas berubah di disk; formulir menampilkan isinya yang baru.",
    "The file has changed on the disk; the form shows what it holds now.",
)


class FormView:
    """The form of a session."""

    def __init__(self, session: Session, show: Callable[[Diagnostic], None]) -> None:
        """Build it where the page stands now; ``show`` goes to a finding in the text."""
        self._session = session
        self._history = History(session)
        self._show = show
        self._form = form_of(session.compiled, session.draft.known)
        self._fresh: int | None = None
        ui.add_css(_STYLE)
        with box("div", "form-sheet", tabindex="-1") as self.element:
            self._build_ways()
            self._build_notice()
            with box("fieldset", "form-all") as self._all:
                self._build_parts()
            self._said = words("p", "", "form-said", role="status", aria_live="polite")
            self._menu = RowMenu(session.language, self._row)
            self._several = PerformersDialog(session.language, self._perform)
            self._flow = FlowDialog(session.language, self._set_flow)
        for key, back in _KEYS.items():
            self._on_key(key, back=back)
        self._stop = session.listen(self._changed)
        self.refresh()

    def close(self) -> None:
        """End: nobody looks any more."""
        self._stop()
        self._history.end()

    def refresh(self) -> None:
        """Show what the session has become; who is typing goes on typing."""
        session = self._session
        form = self._form = form_of(session.compiled, session.draft.known)
        broken = self._broken
        self._notice.set_visibility(broken is not None)
        if broken is not None:
            self._why.text = sentence(broken.message, session.language)
        shut = broken is not None or not session.writable
        if bool(self._all.props.get("disabled")) is not shut:
            self._all.props["disabled"] = shut
        for view, group in zip(self._groups, (*form.groups, form.after), strict=True):
            view.show(group)
        self._roles.show(form)
        fresh, self._fresh = self._fresh, None
        self._grid.show(form, fresh)

    def find(self, found: Diagnostic) -> bool:
        """Put the cursor in the field of a finding; whether there is one that can be changed."""
        document = self._session.compiled.document
        if self._broken is not None or document is None:
            return False
        return self._go_to(place_of(document, self._form, found))

    def find_step(self, step: str) -> bool:
        """Put the cursor in the row of a symbol; whether there is one that can be changed."""
        return self._broken is None and self._go_to(place_of_step(self._form, step))

    def _go_to(self, place: Place | None) -> bool:
        if place is None:
            return False
        if place.part is Part.GROUP:
            self._groups[place.at].focus(place.field)
        elif place.part is Part.ROLE:
            self._roles.focus(place.at)
        else:
            self._grid.focus(place.at, place.column)
        return True

    @property
    def _broken(self) -> Diagnostic | None:
        return self._session.faults[0] if self._session.faults else self._form.broken

    def _build_ways(self) -> None:
        """Links to the parts of the form."""
        language = self._session.language
        with box("nav", "form-parts", aria_label=say(_PARTS, language)):
            for name, text in _WAYS.items():
                way = words("a", say(text, language), href=f"#{name}")
                way.on("click.prevent", js_handler=_SCROLL.format(name))

    def _build_notice(self) -> None:
        language = self._session.language
        with box("div", "form-notice", role="alert") as self._notice:
            words("p", say(_BROKEN, language))
            self._why = words("p", "", "form-why")
            button(say(_SHOW, language), self._show_broken, "small")

    def _build_parts(self) -> None:
        language, form = self._session.language, self._form
        with box("div", "form-part form-all", id="form-identity", tabindex="-1"):
            groups = [GroupView(group, language, self._write) for group in form.groups]
        with box("div", "form-part", id="form-roles", tabindex="-1"):
            deeds = RoleDeeds(self._write, self._add_role, self._move_role, self._remove_role)
            self._roles = RolesView(language, deeds)
        with box("div", "form-part", id="form-rows", tabindex="-1"):
            self._grid = self._built_grid()
        self._groups = [*groups, GroupView(form.after, language, self._write)]

    def _built_grid(self) -> GridView:
        return GridView(
            self._session.language,
            Deeds(
                self._write,
                self._keep,
                lambda at, key: self._perform(at, tuple(key.split("\n"))),
                self._ask_several,
                self._ask_flow,
                self._open_menu,
                self._row,
                lambda: self._row(0, "add"),
            ),
        )

    def _changed(self, _: Session, by: str) -> None:
        if by == SAVE:
            return
        with self.element:
            self.refresh()
            if by == DISK:
                # What was asked of a row may belong to another one by now, or to none.
                for asking in (self._menu, self._several, self._flow):
                    asking.close()
                self._say(say(_RENEWED, self._session.language))

    def _show_broken(self) -> None:
        if self._broken is not None:
            self._show(self._broken)

    def _make(self, change: Callable[[], str], place: str = "") -> None:
        """Make a change, and say why where it is refused."""
        if self._broken is not None:
            return
        try:
            self._history.edit(change(), place)
        except UsageError as fault:
            words_ = [sentence(text, self._session.language) for text in (fault.message, fault.hint) if text]
            self._say(" ".join(words_))

    def _say(self, words_: str) -> None:
        """Tell what was done, also those who hear the page."""
        self._said.text = words_
        # Two names of one animation: the other one begins anew.
        before, after = ("one", "other") if "one" in self._said.classes else ("other", "one")
        self._said.classes(add=after, remove=before)

    def _write(self, field: Field, typed: str) -> None:
        self._make(lambda: set_field(self._session.compiled, field, typed), f"{field.loc}")

    def _keep(self, field: Field) -> None:
        self._make(lambda: set_words(self._session.compiled, field, field.text))

    def _perform(self, at: int, keys: tuple[str, ...]) -> None:
        if at < len(self._form.rows):
            self._make(lambda: set_performers(self._session.compiled, at, [key for key in keys if key]))

    def _set_flow(self, at: int, flow: Flow) -> None:
        """Take over what the dialog says; it shows a refusal itself."""
        if self._broken is None and at < len(self._form.rows):
            self._history.edit(set_flow(self._session.compiled, at, flow))

    def _ask_several(self, at: int) -> None:
        row = self._form.rows[at]
        self._several.open(at, named(row.nomor, at), self._form.roles, row.pelaksana.keys)

    def _ask_flow(self, at: int) -> None:
        row = self._form.rows[at]
        self._flow.open(at, named(row.nomor, at), row.flow, self._form.targets)

    def _open_menu(self, at: int, beside: str) -> None:
        self._menu.open(at, named(self._form.rows[at].nomor, at), len(self._form.rows), beside)

    def _row(self, at: int, what: str) -> None:
        if self._broken is None:
            deed = row_deed(self._session.compiled, self._form, at, what)
            if deed is not None:
                self._do(deed)

    def _do(self, deed: Deed) -> None:
        self._fresh = deed.fresh
        self._history.edit(deed.text)
        self._fresh = None
        self._say(say(deed.said, self._session.language))

    def _add_role(self, heading: str) -> None:
        self._make(lambda: add_role(self._session.compiled, heading))

    def _move_role(self, at: int, to: int) -> None:
        self._make(lambda: move_role(self._session.compiled, at, to))

    def _remove_role(self, at: int) -> None:
        if at < len(self._form.roles):
            role = self._form.roles[at]
            self._make(lambda: remove_role(self._session.compiled, role, self._form.rows))

    def _on_key(self, key: str, *, back: bool) -> None:
        self.element.on(f"keydown.{key}.exact.prevent", lambda _: self._travel(back=back), args=[])

    def _travel(self, *, back: bool) -> None:
        done = self._history.undo() if back else self._history.redo()
        text = (_UNDONE if back else _REDONE) if done else _NOTHING
        self._say(say(text, self._session.language))
