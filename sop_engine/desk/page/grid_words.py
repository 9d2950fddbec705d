"""The words of the grid.

In: nothing. Out: texts in both languages; the headings of the columns are those of the paper form.
"""

from sop_engine.desk.page.form_rows import Flow, Next
from sop_engine.diagnostics import Text
from sop_engine.model.symbols import END
from sop_engine.text import Language, escaped, say

__all__ = [
    "ADD",
    "COLUMNS",
    "KEYS",
    "MENU",
    "NEW",
    "SEVERAL",
    "TITLE",
    "cell_label",
    "flow_words",
    "named",
]

TITLE = Text("Kegiatan", "Activities")
ADD = Text("+ Kegiatan", "+ Activity")
SEVERAL = Text("Beberapa pelaksana…", "Several roles…")
NEW = Text("Tulis kegiatan, diawali kata kerja: Menyusun …", "Write the activity, beginning with a verb")
MENU = Text("Tindakan untuk baris {0}", "Actions for row {0}")
KEYS = Text(
    "Enter: ke sel di bawahnya. Ctrl+Enter: tambah baris di bawah. Alt+↑ dan Alt+↓: pindahkan baris. Ctrl+Z: urungkan.",
    "Enter: to the cell below. Ctrl+Enter: add a row below. Alt+↑ and Alt+↓: move the row. Ctrl+Z: undo.",
)

COLUMNS = {
    "uraian": Text("Kegiatan", "Activity"),
    "pelaksana": Text("Pelaksana", "Role"),
    "kelengkapan": Text("Kelengkapan", "Requirements"),
    "waktu": Text("Waktu", "Time"),
    "output": Text("Output", "Output"),
    "keterangan": Text("Ket", "Remarks"),
    "flow": Text("Langkah berikutnya", "Next step"),
}
"""The columns behind that of the numbers, in their order."""

_LABEL = Text("{0}, baris {1}", "{0}, row {1}")
_NEXT = Text("↓ berikutnya", "↓ next")
_END = Text("■ selesai", "■ end")
_TO = Text("→ baris {0}", "→ row {0}")
_DECISION = Text("◇ keputusan", "◇ decision")
_OVER = Text("selesai", "end")
_NOWHERE = Text("(belum ada)", "(none yet)")


def cell_label(column: Text, row: str, language: Language) -> str:
    """What a screen reader calls a cell."""
    return say(_LABEL, language).format(say(column, language), row)


def named(nomor: str, at: int) -> str:
    """What a row is called: its number, or its place from 1 where it has none."""
    return nomor.removesuffix(".") or str(at + 1)


def flow_words(flow: Flow, language: Language, *, last: bool) -> str:
    """How a row goes on, in a few lines."""
    if flow.fixed is not None:
        return say(flow.fixed, language)
    words = _way(flow, language, last=last)
    if flow.next is not Next.DECISION:
        return f"{words}\n“{escaped(flow.teks)}”" if flow.teks else words
    lines = [f"◇ {escaped(flow.teks)}" if flow.teks else say(_DECISION, language)]
    for branch in flow.branches:
        to = escaped(branch.target) or say(_NOWHERE, language)
        to = say(_OVER, language) if branch.target == END else to
        # The arrow stays with its target where the line breaks.
        lines.append(f"{escaped(branch.label)} →\u00a0{to}")
    return "\n".join(lines)


def _way(flow: Flow, language: Language, *, last: bool) -> str:
    if flow.next is Next.TARGET:
        return say(_TO, language).format(escaped(flow.target))
    return say(_END if last or flow.next is Next.END else _NEXT, language)
