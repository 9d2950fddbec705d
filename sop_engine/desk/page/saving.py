"""Saving, and what is done where somebody else has changed the file meanwhile.

In: a ``Session``. Out: a notice with a clear choice, and the dialogs behind it; nothing is ever lost by one click.
"""

from collections.abc import Callable

from nicegui import ui

from sop_engine.desk.page.elements import box, button, words
from sop_engine.desk.page.session import Session
from sop_engine.diagnostics import Text
from sop_engine.errors import SopEngineError, UsageError
from sop_engine.output import ChangedError
from sop_engine.text import escaped, say

__all__ = ["Saving", "tell"]

_CHANGED = Text(
    "Berkas ini diubah oleh pihak lain, sedangkan perubahan Anda belum disimpan.",
    "Somebody else has changed this file, and your changes are not saved.",
)
_RESUMED = Text(
    "Ini perubahan yang belum disimpan dari tab yang sudah ditutup.",
    "These are unsaved changes from a tab that was closed.",
)
_REFUSED = Text(
    "Belum disimpan: berkas ini diubah oleh pihak lain sejak Anda membukanya.",
    "Not saved: somebody else has changed this file since you opened it.",
)
_GONE = Text(
    "Berkas ini sudah tidak ada di disk; isinya masih ada di halaman ini.",
    "This file is not on the disk any more; what it held is still on this page.",
)
_COMPARE = Text("Lihat perbedaan", "See the difference")
_LOAD = Text("Muat yang di disk", "Load what is on disk")
_SAVE_AS = Text("Simpan dengan nama lain", "Save under another name")
_OVERWRITE = Text("Timpa dengan milik saya", "Overwrite with mine")
_RESTORE = Text("Simpan kembali", "Save it again")
_CANCEL = Text("Batal", "Cancel")
_DIFFERENCE = Text("Perbedaan dengan yang di disk", "Difference from what is on disk")
_LEGEND = Text(
    "Baris dengan − ada di disk, baris dengan + milik Anda.",
    "Lines with − are on disk, lines with + are yours.",
)
_SAME = Text("Tidak ada perbedaan baris.", "No line differs.")
_LOSE = Text(
    "Perubahan Anda yang belum disimpan akan hilang. Muat isi dari disk?",
    "Your unsaved changes will be lost. Load what is on disk?",
)
_NAME = Text("Nama berkas", "Name of the file")
_SAVED_AS = Text(
    "Milik Anda tersimpan sebagai {0}. Yang tampil sekarang adalah isi dari disk.",
    "Yours is saved as {0}. What is shown now is what is on disk.",
)
_SAVED_ALONE = Text(
    "Isi halaman ini tersimpan sebagai {0}.",
    "What this page holds is saved as {0}.",
)
_COPY = Text("salinan", "copy")


class Saving:
    """Saves a session, and asks where two have changed the same file."""

    def __init__(self, session: Session, flush: Callable[[], None]) -> None:
        """Build the notice, hidden, where the page stands now.

        Args:
            session: what is saved.
            flush: takes what is still being typed.
        """
        self._session = session
        self._flush = flush
        language = session.language
        with box("section", "notice", role="alert") as self._notice:
            self._words = words("p")
            button(say(_COMPARE, language), self._compare, "small")
            self._loading = button(say(_LOAD, language), self._ask_to_load, "small")
            button(say(_SAVE_AS, language), self._ask_name, "small")
        self._notice.set_visibility(False)
        self._dialog = ui.dialog()

    def save(self) -> None:
        """Save; what stands in the way is said."""
        self._flush()
        if not self._session.dirty:
            return
        try:
            self._session.save()
        except ChangedError:
            self._compare()
        except UsageError as fault:
            tell(fault, self._session)

    def show(self) -> None:
        """Show the notice while there is something to choose."""
        session = self._session
        self._words.text = say(self._why(_CHANGED), session.language)
        self._notice.set_visibility(session.theirs is not None or (session.resumed and session.dirty))
        self._loading.set_visibility(not session.gone)

    def _why(self, changed: Text) -> Text:
        """Why there is something to choose; ``changed`` says that somebody else has written the file."""
        if self._session.gone:
            return _GONE
        return _RESUMED if self._session.theirs is None else changed

    def _compare(self) -> None:
        """Show the difference; only one who has seen it may overwrite."""
        self._flush()
        session, language = self._session, self._session.language
        seen = session.disk
        with self._opened(_DIFFERENCE):
            words("p", say(self._why(_REFUSED), language))
            words("p", say(_LEGEND, language), "legend")
            with box("pre", "difference", tabindex="0", aria_label=say(_DIFFERENCE, language)):
                for line in session.difference() or (say(_SAME, language),):
                    words("span", _line(line), {"-": "theirs", "+": "mine", "@": "place"}.get(line[:1], ""))
            with box("div", "choices"):
                button(say(_CANCEL, language), self._dialog.close)
                if not session.gone:
                    button(say(_LOAD, language), self._load)
                button(say(_SAVE_AS, language), self._ask_name)
                over = _RESTORE if session.gone else _OVERWRITE
                button(say(over, language), lambda: self._overwrite(seen), "danger")

    def _overwrite(self, seen: bytes) -> None:
        self._dialog.close()
        try:
            self._session.overwrite(seen)
        except UsageError as fault:
            tell(fault, self._session)

    def _ask_to_load(self) -> None:
        language = self._session.language
        with self._opened(_LOAD):
            words("p", say(_LOSE, language))
            with box("div", "choices"):
                button(say(_CANCEL, language), self._dialog.close)
                button(say(_LOAD, language), self._load, "danger")

    def _load(self) -> None:
        self._dialog.close()
        try:
            self._session.reload()
        except UsageError as fault:
            tell(fault, self._session)

    def _ask_name(self) -> None:
        self._flush()
        language = self._session.language
        path = self._session.path
        with self._opened(_SAVE_AS):
            name = ui.input(say(_NAME, language), value=f"{path.stem}-{say(_COPY, language)}{path.suffix}")
            name.classes("wide").props("outlined dense autofocus")
            name.on("keydown.enter", lambda _: self._save_as(name.value), args=[])
            with box("div", "choices"):
                button(say(_CANCEL, language), self._dialog.close)
                button(say(_SAVE_AS, language), lambda: self._save_as(name.value), "primary")

    def _save_as(self, name: str) -> None:
        session = self._session
        try:
            saved = session.save_as(name)
        except UsageError as fault:
            tell(fault, session)
            return
        self._dialog.close()
        if not session.gone:
            self._load()
        told = _SAVED_ALONE if session.gone else _SAVED_AS
        ui.notify(say(told, session.language).format(escaped(saved.name)), type="positive")

    def _opened(self, title: Text) -> ui.card:
        """An open dialog with a title and nothing else yet; to be used as a context."""
        self._dialog.clear()
        heading = say(title, self._session.language)
        self._dialog.props["aria-label"] = heading
        with self._dialog, ui.card().classes("dialog") as card:
            words("h2", heading)
        self._dialog.open()
        return card


def tell(fault: SopEngineError, session: Session) -> None:
    """Say what could not be done, with its remedy."""
    pieces = [fault.message, *([fault.hint] if fault.hint is not None else [])]
    text = "; ".join(escaped(say(piece, session.language)) for piece in pieces)
    ui.notify(text[:1].upper() + text[1:], type="negative", timeout=8000)


def _line(line: str) -> str:
    return (line.replace("-", "−", 1) if line.startswith("-") else line) + "\n"
