"""The dialog that asks how a row goes on.

In: the flow of a row and where flows can lead. Out: the new flow, told to who asked.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from sop_engine.desk.page.elements import box, button, focus, words
from sop_engine.desk.page.form_boxes import FieldBox, Look, PopupBox
from sop_engine.desk.page.form_changes import clean_lines
from sop_engine.desk.page.form_notes import sentence
from sop_engine.desk.page.form_rows import Branch, Flow, Next, Target
from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError
from sop_engine.model.symbols import END
from sop_engine.text import Language, escaped, say

__all__ = ["FlowDialog"]

_TITLE = Text("Sesudah baris {0}", "After row {0}")
_WAY = Text("Langkah berikutnya", "Next step")
_WAYS = {
    Next.ROW: Text("Lanjut ke baris berikutnya", "Go on to the next row"),
    Next.TARGET: Text("Lanjut ke baris lain", "Go on to another row"),
    Next.DECISION: Text("Keputusan: pilih salah satu cabang", "A decision: one of several branches"),
    Next.END: Text("Selesai: prosedur berakhir di sini", "End: the procedure ends here"),
}
_TARGET = Text("Tujuan", "Target")
_NONE = Text("Pilih tujuan …", "Choose a target …")
_OVER = Text("Selesai (prosedur berakhir)", "End (the procedure ends)")
_TEXT = Text("Teks dalam simbol", "Words in the symbol")
_TEXT_ABOUT = Text(
    "Untuk keputusan biasanya pertanyaan, misalnya: Sesuai?", "Of a decision usually a question"
)
_LABEL = Text("Cabang {0}", "Branch {0}")
_TO = Text("Tujuan cabang {0}", "Target of branch {0}")
_REMOVE = Text("Hapus cabang {0}", "Remove branch {0}")
_ADD = Text("+ Cabang", "+ Branch")
_DONE = Text("Terapkan", "Apply")
_CANCEL = Text("Batal", "Cancel")
_FIRST_LABELS = ("Ya", "Tidak")
"""Of a new decision; the sheet is Indonesian in every language."""
_LONGEST = 70


class FlowDialog:
    """How a row goes on: to the next, to another, to the end, or by a decision with branches."""

    def __init__(self, language: Language, done: Callable[[int, Flow], None]) -> None:
        """Build a closed dialog where the page stands now.

        Args:
            language: of all words.
            done: is told the index of the row and the flow; the words of a ``UsageError`` are shown in the dialog.
        """
        self._language = language
        self._done = done
        self._at = 0
        self._flow = Flow(Next.ROW)
        self._targets: tuple[tuple[str, str], ...] = ()
        self._boxes: list[tuple[FieldBox, FieldBox]] = []
        with PopupBox("") as self._popup, box("div", "popup-form"):
            self._title = words("h2", "")
            self._way = FieldBox(say(_WAY, language), "choice").heard("write", self._go)
            self._target = FieldBox(say(_TARGET, language), "choice").heard("write", self._lead)
            self._branches = box("div", "popup-branches")
            self._add = button(say(_ADD, language), self._more, "quiet")
            self._teks = FieldBox(say(_TEXT, language), about=say(_TEXT_ABOUT, language)).heard(
                "write", self._say
            )
            self._fault = words("p", "", "popup-fault", role="alert")
            with box("div", "popup-foot"):
                button(say(_CANCEL, language), self._popup.close, "quiet")
                button(say(_DONE, language), self._save, "primary")
        self.close = self._popup.close

    def open(self, at: int, name: str, flow: Flow, targets: Sequence[Target]) -> None:
        """Open it for a row, called ``name``."""
        self._at, self._flow = at, flow
        self._targets = (
            *((target.id, _short(target.words)) for target in targets),
            (END, say(_OVER, self._language)),
        )
        title = say(_TITLE, self._language).format(escaped(name))
        self._title.text = title
        self._fault.text = ""
        self._show()
        self._popup.open(title)

    def _show(self) -> None:
        """Show what has been chosen so far."""
        flow, language = self._flow, self._language
        ways = tuple((str(way), say(text, language)) for way, text in _WAYS.items())
        self._way.look(Look(str(flow.next), ways))
        self._target.look(Look(flow.target, self._offered(flow.target)))
        self._target.set_visibility(flow.next is Next.TARGET)
        self._teks.look(Look(flow.teks))
        for part in (self._branches, self._add):
            part.set_visibility(flow.next is Next.DECISION)
        self._branches.clear()
        with self._branches:
            self._boxes = [self._branch(number, branch) for number, branch in enumerate(flow.branches)]

    def _branch(self, number: int, branch: Branch) -> tuple[FieldBox, FieldBox]:
        """The fields of a branch; a new one takes the focus."""
        language = self._language
        with box("div", "popup-branch"):
            new = number > 0 and branch == Branch("", "")
            label = FieldBox(say(_LABEL, language).format(number + 1), lazy=True, eager=new)
            label.look(Look(branch.label))
            label.heard("write", lambda text: self._change(number, label=" ".join(clean_lines(text))))
            to = FieldBox(say(_TO, language).format(number + 1), "choice")
            to.look(Look(branch.target, self._offered(branch.target)))
            to.heard("write", lambda key: self._change(number, target=key))
            gone = say(_REMOVE, language).format(number + 1)
            button("✕", lambda: self._less(number), "quiet", aria_label=gone, title=gone)
        return label, to

    def _offered(self, chosen: str) -> tuple[tuple[str, str], ...]:
        """The targets to choose from; what is written stands among them even where it leads nowhere."""
        if any(key == chosen for key, _ in self._targets):
            return self._targets
        return ((chosen, escaped(chosen) or say(_NONE, self._language)), *self._targets)

    def _go(self, way: str) -> None:
        branches = self._flow.branches
        if way == Next.DECISION and not branches:
            branches = tuple(Branch(label, "") for label in _FIRST_LABELS)
        self._flow = replace(self._flow, next=Next(way), branches=branches)
        self._show()

    def _lead(self, key: str) -> None:
        self._flow = replace(self._flow, target=key)
        self._target.look(Look(key, self._offered(key)))

    def _say(self, text: str) -> None:
        self._flow = replace(self._flow, teks="\n".join(clean_lines(text)))
        self._teks.look(Look(self._flow.teks))

    def _change(self, number: int, *, label: str | None = None, target: str | None = None) -> None:
        """Take over what was written of a branch."""
        branch = self._flow.branches[number]
        label = branch.label if label is None else label
        branch = Branch(label, branch.target if target is None else target, branch.was)
        self._flow = replace(
            self._flow, branches=(*self._flow.branches[:number], branch, *self._flow.branches[number + 1 :])
        )
        words_, to = self._boxes[number]
        words_.look(Look(branch.label))
        to.look(Look(branch.target, self._offered(branch.target)))

    def _more(self) -> None:
        self._flow = replace(self._flow, branches=(*self._flow.branches, Branch("", "")))
        self._show()

    def _less(self, number: int) -> None:
        kept = tuple(branch for at, branch in enumerate(self._flow.branches) if at != number)
        self._flow = replace(self._flow, branches=kept)
        self._show()
        focus(self._add)

    def _save(self) -> None:
        flow = self._flow
        if flow.next is Next.TARGET and flow.target in ("", END):
            flow = replace(flow, next=Next.END if flow.target else Next.ROW)
        try:
            self._done(self._at, flow)
        except UsageError as fault:
            self._fault.text = sentence(fault.message, self._language)
            return
        self._popup.close()


def _short(words_: str) -> str:
    """A line of a list, cut where it is long."""
    shown = escaped(words_)
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"
