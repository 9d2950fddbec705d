"""The text of the definition in the browser's editor, with what is found in it marked in place.

In: a ``Session``. Out: its new text a moment after somebody has typed, and marks, completions and explanations.
"""

import asyncio
from collections.abc import Callable, Sequence
from typing import Any

from nicegui import ui
from nicegui.element import Element
from nicegui.events import GenericEventArguments

from sop_engine.desk.language.places import span_of_step, step_at
from sop_engine.desk.page.answering import browser_span, completed, explained, place
from sop_engine.desk.page.lineends import merged, shown
from sop_engine.desk.page.mirror import Mirror
from sop_engine.desk.page.session import TEXT, Session
from sop_engine.diagnostics import Diagnostic, Text
from sop_engine.source import Span
from sop_engine.text import say

__all__ = ["Editor", "marks"]

_PAUSE = 0.06
"""Seconds without a key after which the text is compiled; short enough to feel immediate."""

_MARKED = 500
"""How many findings are underlined at most; a text with more is broken at its first ones."""

_LABEL = Text(
    "Teks SOP (YAML). Tekan Escape lalu Tab untuk keluar.",
    "Text of the SOP (YAML). Press Escape, then Tab to leave.",
)
_PHRASES = {
    "Find": "Cari",
    "Replace": "Ganti dengan",
    "next": "berikutnya",
    "previous": "sebelumnya",
    "all": "semua",
    "match case": "huruf besar/kecil",
    "by word": "kata utuh",
    "regexp": "pola",
    "replace": "ganti",
    "replace all": "ganti semua",
    "close": "tutup",
    "Completions": "Pilihan",
    "Fold line": "Lipat baris",
    "Unfold line": "Buka lipatan",
    "folded code": "teks terlipat",
    "unfold": "buka",
    "Go to line": "Ke baris",
    "go": "lihat",
}


class _Helper(Element, component="sop_text.js"):
    """What the editor lacks; see the script beside."""


class Editor:
    """The text editor of a session.

    Attributes:
        placed: is told the row whose text the cursor is in, and the place itself.
    """

    def __init__(
        self, session: Session, placed: Callable[[str | None, int], None], save: Callable[[], None]
    ) -> None:
        """Build the editor where the page stands now; ``save`` is what Ctrl+S does."""
        self._session = session
        self._placed = placed
        self._due: asyncio.TimerHandle | None = None
        self._waiting: Callable[[], None] | None = None
        self._mirror = Mirror(shown(session.text))
        # From here on nothing of this element is changed: it would be sent with its whole text, over what is typed.
        area = ui.codemirror(self._mirror.text, language="YAML", indent="  ", theme="vscodeLight")
        area.classes("text-area")
        area.set_enabled(session.writable)
        self._helper = _Helper()
        props = self._helper.props
        props["editor"] = area.id
        props["label"] = say(_LABEL, session.language)
        props["phrases"] = _PHRASES if session.language == "id" else {}
        props["writable"] = session.writable
        self._helper.on("typed", self._typed)
        self._helper.on("whole", self._told)
        self._helper.on("ask", self._asked)
        self._helper.on("place", self._moved)
        self._helper.on("save", lambda _: save(), args=[])

    def when_told(self, deed: Callable[[], None]) -> None:
        """Do something now, or as soon as all that has been typed until now is known here."""
        if self._mirror.behind:
            self._waiting = deed
        else:
            deed()

    def flush(self) -> None:
        """Have the session take what was typed, now."""
        if self._due is not None:
            self._due.cancel()
            self._due = None
            self._session.edit(merged(self._session.text, self._mirror.text), TEXT)
            self._helper.run_method("know", self._mirror.taken)

    def refresh(self) -> None:
        """Show the session's text, where somebody else than this editor has changed it."""
        if self._due is not None:
            self._due.cancel()
            self._due = None
        change = self._mirror.give(shown(self._session.text))
        if change is not None:
            self._helper.run_method("change", change)
        if self._helper.props["writable"] != self._session.writable:
            self._helper.props["writable"] = self._session.writable

    def mark(self, findings: Sequence[Diagnostic]) -> None:
        """Underline what was found."""
        if self._due is None:
            mirror = self._mirror
            self._helper.run_method("mark", marks(self._session, findings), mirror.version, mirror.taken)

    def set_unsaved(self, unsaved: bool) -> None:  # noqa: FBT001 - it is what is set
        """Have the browser ask before the tab is closed."""
        self._helper.props["unsaved"] = unsaved

    def choose(self, span: Span) -> None:
        """Go to a place and select it."""
        self.flush()
        here = browser_span(self._session, span)
        self._helper.run_method("choose", here.start, here.end)

    def choose_step(self, step: str) -> None:
        """Go to the row of a symbol."""
        self.flush()
        span = span_of_step(self._session.draft, step)
        if span is not None:
            self.choose(span)

    def _typed(self, event: GenericEventArguments) -> None:
        if self._mirror.take(event.args):
            self._take_soon()
        else:
            # What people see is what counts.
            self._helper.run_method("tellWhole")

    def _told(self, event: GenericEventArguments) -> None:
        self._mirror.take_whole(event.args)
        self._take_soon()
        if self._waiting is not None and not self._mirror.behind:
            deed, self._waiting = self._waiting, None
            deed()

    def _take_soon(self) -> None:
        if self._due is not None:
            self._due.cancel()
        self._due = asyncio.get_running_loop().call_later(_PAUSE, self.flush)

    def _asked(self, event: GenericEventArguments) -> None:
        question: dict[str, Any] = event.args
        self.flush()
        answers = {"complete": completed, "explain": explained}
        known = self._mirror.is_current(question)
        answer = answers[question["kind"]](self._session, int(question["at"])) if known else None
        self._helper.run_method("answer", question["id"], answer)

    def _moved(self, event: GenericEventArguments) -> None:
        self.flush()
        if self._mirror.is_current(event.args):
            at = place(self._session, int(event.args["at"]))
            self._placed(step_at(self._session.draft, at), at)


def marks(session: Session, findings: Sequence[Diagnostic]) -> list[tuple[int, int, str]]:
    """The underlines of findings: from, to and look, in the places of the browser; from equal to marks a whole line.

    What is found at no character underlines the last one before it on its line, else its line is marked.
    """
    text = session.text
    made: list[tuple[int, int, str]] = []
    for found in findings[:_MARKED]:
        start, end = found.span.start, min(found.span.end, len(text))
        if not text[start:end].strip():
            end = len(text[:start].rstrip(" \t"))
            start = max(end - 1, 0)
        if not text[start:end].strip():
            start = end = found.source.line_starts[found.start.line - 1]
        made.append((*browser_span(session, Span(start, end)), f"found {found.severity}"))
    return made
