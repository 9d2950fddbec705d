"""The head of the page: which SOP it is, how long it takes, whether it is saved.

In: a ``Session``. Out: elements, kept in step with it.
"""

from collections.abc import Callable
from typing import Any

from nicegui import ui

from sop_engine.compiled import Compiled
from sop_engine.desk.page.elements import box, button, words
from sop_engine.desk.page.session import Session
from sop_engine.diagnostics import Text
from sop_engine.text import escaped, say

__all__ = ["Heading", "name_of", "title_of"]

_BACK = Text("Semua SOP", "All SOPs")
_TOTAL = Text("Jumlah waktu baku", "Total standard time")
_PDF = Text("Unduh PDF", "Download PDF")
_SAVE = Text("Simpan", "Save")
_SAVE_KEY = Text("Simpan (Ctrl+S)", "Save (Ctrl+S)")
_SAVED = Text("Tersimpan", "Saved")
_UNSAVED = Text("Belum disimpan", "Unsaved")
_CHANGED = Text("Berubah di disk", "Changed on disk")
_READ_ONLY = Text("Hanya baca", "Read only")
_UNKNOWN = Text("belum dapat dihitung", "not known yet")


class Heading:
    """The head of a session's page."""

    def __init__(
        self, session: Session, save: Callable[[], None], download: Callable[[], Any], *, back: bool
    ) -> None:
        """Build it above the page; ``back`` adds the way to the list of SOPs."""
        self._session = session
        language = session.language
        with ui.context.client.layout, box("header", "head") as head:
            if back:
                words("a", say(_BACK, language), "back", href="/")
            with box("div", "names", title=escaped(session.name)):
                self._name = words("h1")
                self._about = words("p", "", "about")
            with box("div", "total"):
                words("span", say(_TOTAL, language), "caption")
                self._total = words("span", "", "value")
            self._state = words("p", "", "state", role="status", aria_live="polite")
            self._download = button(say(_PDF, language), download)
            self._save = button(say(_SAVE, language), save, "primary", title=say(_SAVE_KEY, language))
        head.move(target_index=0)

    def show(self, *, drawable: bool) -> None:
        """Show what the session has become; what cannot be drawn cannot be printed."""
        session = self._session
        total = session.compiled.total
        self._name.text = title_of(session)
        self._about.text = " · ".join(self._facts())
        self._total.text = say(_UNKNOWN, session.language) if total is None else str(total)
        name, state = _state(session)
        self._state.text = say(state, session.language)
        self._state.classes(replace=f"state {name}")
        self._download.props["disabled"] = not drawable
        self._save.props["disabled"] = not (session.dirty and session.writable)

    def _facts(self) -> list[str]:
        known = self._session.draft.known
        facts = [escaped(self._session.path.name)]
        if known is not None and known.sop is not None:
            named = (known.sop.instansi.nama, known.sop.identitas.nomor)
            facts += [escaped(fact) for fact in named if fact]
        return facts


def title_of(session: Session) -> str:
    """The SOP's name; the file's where it has none yet."""
    return name_of(session.draft.known) or escaped(session.path.name)


def name_of(compiled: Compiled | None) -> str:
    """The name that a SOP gives itself, safe to show; nothing where it has none yet, or only a dash."""
    name = compiled.sop.identitas.nama if compiled is not None and compiled.sop is not None else ""
    return escaped(name) if name.strip(" -") else ""


def _state(session: Session) -> tuple[str, Text]:
    if session.theirs is not None:
        return "changed", _CHANGED
    if not session.writable:
        return "kept", _READ_ONLY
    return ("unsaved", _UNSAVED) if session.dirty else ("saved", _SAVED)
