"""The page of one definition: text and form on one side, sheet and findings on the other.

In: a ``Desk`` and a ``Session``. Out: the elements of the page, kept in step with the session.
"""

from asyncio import Task

from nicegui import background_tasks, run, ui

from sop_engine.desk.page.desk import Desk
from sop_engine.desk.page.editor import Editor
from sop_engine.desk.page.elements import box, button, words
from sop_engine.desk.page.findings import Deeds, FindingsView
from sop_engine.desk.page.form import FormView
from sop_engine.desk.page.heading import Heading, title_of
from sop_engine.desk.page.mending import fixes_of, mended_text, text_with
from sop_engine.desk.page.saving import Saving
from sop_engine.desk.page.session import FIX, TEXT, Session
from sop_engine.desk.page.sheet import SheetView, drawn, placeholder
from sop_engine.desk.page.tabs import Tabs
from sop_engine.desk.page.underline import Underline
from sop_engine.desk.page.watching import changes_of
from sop_engine.diagnostics import Diagnostic, Text
from sop_engine.edits import Fix
from sop_engine.text import say

__all__ = ["Workbench"]

_SKIP = Text("Langsung ke isi SOP", "Skip to what the SOP says")
_EDIT = Text("Sunting", "Edit")
_TEXT = Text("Teks", "Text")
_FORM = Text("Formulir", "Form")
_SHEET = Text("Lembar", "Sheet")
_STALE = Text(
    "Gambar ini dari keadaan terakhir yang dapat digambar; perbaiki kesalahannya untuk memperbarui.",
    "This drawing is of the last state that could be drawn; mend the errors to renew it.",
)
_UNDRAWN = Text(
    "Belum dapat digambar: perbaiki dulu kesalahan pada daftar temuan.",
    "Cannot be drawn yet: mend the errors in the list of findings first.",
)
_UNWATCHED = Text(
    "Perubahan berkas ini oleh program lain tidak dapat dipantau; muat ulang halaman untuk melihatnya.",
    "Changes of this file by other programs cannot be watched; load the page again to see them.",
)
_PAGES = Text("{0} halaman", "{0} pages")
_NARROWER, _WIDER, _FIT = (
    Text("Perkecil", "Zoom out"),
    Text("Perbesar", "Zoom in"),
    Text("Selebar kolom", "Fit width"),
)
_ZOOMS = (50, 67, 80, 100, 125, 150, 200, 300)


class Workbench:
    """The page of a session in one tab of the browser."""

    def __init__(self, desk: Desk, session: Session) -> None:
        """Have a page for a session."""
        self._desk = desk
        self._session = session
        # What was left unsaved may be half-written; then the last state that could be drawn is shown.
        self._picture = drawn(session, session.compiled, desk.draw) or drawn(
            session, session.draft.known, desk.draw
        )
        self._stale = False
        self._fixes: dict[Diagnostic, Fix] = {}
        self._zoom = 100
        self._form: FormView | None = None
        self._watch: Task[None] | None = None

    def build(self, *, several: bool) -> None:
        """Build the page; ``several`` adds the way to the list of SOPs."""
        session, language = self._session, self._session.language
        ui.page_title(title_of(session))
        ui.add_body_html(f'<a class="skip" href="#edit">{say(_SKIP, language)}</a>')
        ui.add_body_html(placeholder(self._picture, language))
        with box("div", "bench"):
            self._saving = Saving(session, self.flush)
            self._heading = Heading(session, self._save, self._download, back=several)
            if session.kept is not None:
                words("p", say(session.kept, language), "notice kept")
            with box("section", "edit", id="edit", tabindex="-1", aria_label=say(_EDIT, language)):
                self._tabs = Tabs(
                    language,
                    (("text", _TEXT, self._build_text), ("form", _FORM, self._build_form)),
                    self.flush,
                )
            with box("section", "view", aria_label=say(_SHEET, language)):
                self._build_sheet()
            self._findings = FindingsView(language, Deeds(self.flush, self._find, self._mend, self._mend_all))
        self._stop = session.listen(self._changed)
        self._refresh(TEXT)

    def attend(self) -> None:
        """Somebody looks: watch the file, and hear of what has become of it meanwhile."""
        if self._watch is None:
            self._watch = background_tasks.create(self._follow(), name=f"watch {self._session.name}")
        self._session.look()

    def rest(self) -> None:
        """Nobody looks, for a while or for good; a tab that was closed is not drawn anew at each save."""
        if self._watch is not None:
            self._watch.cancel()
            self._watch = None

    def flush(self) -> None:
        """Take what is still being typed."""
        self._editor.flush()

    def _save(self) -> None:
        """Save all that has been typed until now, also what is still on its way here."""
        self._editor.when_told(self._saving.save)

    def close(self) -> None:
        """End: the tab is gone."""
        self._stop()
        self.rest()
        if self._form is not None:
            self._form.close()

    def _build_text(self) -> None:
        self._editor = Editor(self._session, self._placed, self._save)
        self._underline = Underline(self._session.language, self._show)

    def _build_form(self) -> None:
        self._form = FormView(self._session, self._show)

    def _build_sheet(self) -> None:
        language = self._session.language
        with box("div", "bar"):
            words("h2", say(_SHEET, language))
            self._count = words("p", "", "count")
            box("span", "space")
            button("−", lambda: self._set_zoom(-1), "small", aria_label=say(_NARROWER, language))
            self._zoomed = button("100%", lambda: self._set_zoom(0), "small", title=say(_FIT, language))
            button("+", lambda: self._set_zoom(1), "small", aria_label=say(_WIDER, language))
        self._notice = words("p", "", "stale", role="status")
        with box(
            "div", "sheets", tabindex="0", role="group", aria_label=say(_SHEET, language)
        ) as self._sheets:
            self._sheet = SheetView(language, self._chosen)
        self._sheet.begin(self._picture)

    def _changed(self, _: Session, by: str) -> None:
        with self._sheets.client:
            self._refresh(by)

    def _refresh(self, by: str) -> None:
        """Show what the session has become; ``by`` is who changed it."""
        session = self._session
        if by != TEXT:
            self._editor.refresh()
        picture = drawn(session, session.compiled, self._desk.draw)
        self._stale = picture is None
        if picture is not None:
            self._sheet.show(picture)
            self._picture = picture
        findings = session.findings if picture is None else picture.findings
        self._fixes = fixes_of(session)
        self._findings.show(findings, self._fixes)
        self._editor.mark(findings)
        self._editor.set_unsaved(session.dirty)
        self._underline.show(findings)
        self._heading.show(drawable=picture is not None)
        self._saving.show()
        self._show_sheet_state()

    def _show_sheet_state(self) -> None:
        language = self._session.language
        self._sheets.classes(add="old" if self._stale else "", remove="" if self._stale else "old")
        words_ = _STALE if self._picture is not None else _UNDRAWN
        self._notice.text = say(words_, language) if self._stale else ""
        pages = len(self._picture.pages) if self._picture is not None else 0
        self._count.text = say(_PAGES, language).format(pages) if pages else ""

    def _placed(self, step: str | None, at: int) -> None:
        """Follow the cursor: mark its row, and say what was found in its line."""
        self._sheet.light(step)
        self._underline.place(at)

    @property
    def _seen_form(self) -> FormView | None:
        """The form where somebody works in it: what is clicked is then looked for there."""
        return self._form if self._tabs.chosen == "form" else None

    def _chosen(self, step: str) -> None:
        if self._seen_form is not None and self._seen_form.find_step(step):
            self._sheet.light(step)
            return
        self._tabs.choose("text")
        self._sheet.light(step)
        self._editor.choose_step(step)

    def _find(self, found: Diagnostic) -> None:
        """Go to a finding, in the form where somebody works in it and it has a field for that."""
        if self._seen_form is None or not self._seen_form.find(found):
            self._show(found)

    def _show(self, found: Diagnostic) -> None:
        self._tabs.choose("text")
        self._editor.choose(found.span)

    def _mend(self, found: Diagnostic) -> None:
        fix = self._fixes.get(found)
        if fix is not None:
            self._session.edit(text_with(self._session, fix), FIX)

    def _mend_all(self) -> None:
        self.flush()
        self._session.edit(mended_text(self._session), FIX)

    async def _download(self) -> None:
        self.flush()
        picture = self._picture
        if picture is not None and not self._stale:
            made = await run.io_bound(
                self._desk.print, self._session.definition, picture.compiled, picture.drawing
            )
            # None only where the server is about to end.
            if made is not None:
                ui.download.content(made.data, made.name, "application/pdf")

    def _set_zoom(self, way: int) -> None:
        if way == 0:
            self._zoom = 100
        else:
            others = [zoom for zoom in _ZOOMS if (zoom - self._zoom) * way > 0]
            self._zoom = (others[0] if way > 0 else others[-1]) if others else self._zoom
        self._zoomed.text = f"{self._zoom}%"
        self._sheets.style(f"--zoom: {self._zoom / 100}")

    async def _follow(self) -> None:
        """Hear of what the disk does to the file."""
        try:
            async for data in changes_of(self._session.path):
                with self._sheets.client:
                    self.flush()
                    self._session.disk_changed(data)
        except (OSError, RuntimeError):
            # The system watches no more files: a save still looks at what the disk holds.
            with self._sheets.client:
                ui.notify(say(_UNWATCHED, self._session.language), type="warning")
