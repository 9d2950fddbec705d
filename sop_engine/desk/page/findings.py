"""The list of findings beside the sheet, and the one at the cursor under the text.

In: findings, fixes and what clicks do. Out: elements; the words of a finding are texts and never markup.
"""

from collections import Counter, deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from sop_engine.desk.page.elements import box, button, focus, words
from sop_engine.diagnostics import Diagnostic, Severity, Text
from sop_engine.edits import Fix
from sop_engine.text import Language, escaped, say

__all__ = ["NAMES", "SIGNS", "Deeds", "FindingsView", "counted"]

SIGNS = {Severity.ERROR: "✕", Severity.WARNING: "▲", Severity.INFO: "●"}
NAMES = {
    Severity.ERROR: Text("Kesalahan", "Error"),
    Severity.WARNING: Text("Peringatan", "Warning"),
    Severity.INFO: Text("Info", "Info"),
}
_COUNTED = {
    Severity.ERROR: (Text("kesalahan", "error"), Text("kesalahan", "errors")),
    Severity.WARNING: (Text("peringatan", "warning"), Text("peringatan", "warnings")),
    Severity.INFO: (Text("info", "info"), Text("info", "infos")),
}
_NONE = Text("Tidak ada temuan", "No findings")
_TITLE = Text("Temuan", "Findings")
_LINE = Text("teks baris {0}", "text line {0}")
_FIX = Text("Perbaiki", "Fix")
_FIX_ALL = Text("Perbaiki semua yang aman", "Fix all that is safe")
_UNSAFE = Text("Perbaiki, lalu periksa", "Fix, then check")
_MORE = Text("dan {0} temuan lagi", "and {0} findings more")
_SHOWN = 100

_Deed: TypeAlias = Callable[[Diagnostic], None]


@dataclass(frozen=True, slots=True)
class Deeds:
    """What is done with a finding.

    Attributes:
        settle: takes what is still being typed; the list is shown anew where that changes it.
        show: goes to its place.
        mend: makes its fix.
        mend_all: makes all safe fixes.
    """

    settle: Callable[[], None]
    show: _Deed
    mend: _Deed
    mend_all: Callable[[], None]


@dataclass(frozen=True, slots=True)
class _Said:
    """What the list says of a finding, but for its place, which changes with what is written above it."""

    code: str
    severity: Severity
    message: Text
    hint: Text | None
    remedy: Text | None
    safe: bool


class FindingsView:
    """The list, changed where the findings have: a finding that stays keeps its entry, and the focus in it."""

    def __init__(self, language: Language, deeds: Deeds) -> None:
        """Build an empty list where the page stands now."""
        self._language = language
        self._deeds = deeds
        self._entries: list[_Entry] = []
        with box("section", "findings", aria_labelledby="findings-title"):
            with box("div", "bar"):
                self._title = words("h2", say(_TITLE, language), id="findings-title", tabindex="-1")
                self._count = words("p", "", "count", role="status", aria_live="polite")
                box("span", "space")
                self._all = button(say(_FIX_ALL, language), self._mend_all, "small")
            with box("ul", "list") as self._list:
                self._more = words("li", "", "more")

    def show(self, findings: Sequence[Diagnostic], fixes: Mapping[Diagnostic, Fix]) -> None:
        """Show findings, and a button at those that can be mended."""
        self._count.text = counted(findings, self._language)
        self._all.set_visibility(any(fix.safe for fix in fixes.values()))
        more = max(len(findings) - _SHOWN, 0)
        self._more.text = say(_MORE, self._language).format(more) if more else ""
        shown = [(found, _said(found, fixes.get(found))) for found in findings[:_SHOWN]]
        kept = self._keep(Counter(said for _, said in shown))
        self._entries = []
        for at, (found, said) in enumerate(shown):
            if said in kept:
                entry = kept[said].popleft()
            else:
                with self._list:
                    entry = _Entry(found, said, self._language, self._deeds, self._do)
            entry.stand(found, self._language)
            if self._list.default_slot.children[at] is not entry.element:
                entry.element.move(target_index=at)
            self._entries.append(entry)

    def _keep(self, now: Counter[_Said]) -> dict[_Said, deque["_Entry"]]:
        """Take away the entries of findings that have gone, and return the others, in order.

        Where one of several that say the same has come or gone, nobody can tell which: none of them stays.
        """
        before = Counter(entry.said for entry in self._entries)
        kept: dict[_Said, deque[_Entry]] = {}
        for entry in self._entries:
            if before[entry.said] == now[entry.said]:
                kept.setdefault(entry.said, deque()).append(entry)
            else:
                entry.element.delete()
        return kept

    def _mend_all(self) -> None:
        self._deeds.mend_all()
        self._go_on(0)

    def _go_on(self, at: int) -> None:
        """Give the focus, where its button has gone with a finding, to the one that has come in its place."""
        nearest = self._entries[min(at, len(self._entries) - 1)].way if self._entries else self._title
        focus(nearest, if_lost=True)

    def _do(self, deed: _Deed, entry: "_Entry") -> None:
        """Do something with the finding of an entry, wherever it stands once what was typed is taken, if it stands."""
        self._deeds.settle()
        if entry in self._entries:
            at = self._entries.index(entry)
            deed(entry.found)
            self._go_on(at)


class _Entry:
    """One finding in the list.

    Attributes:
        found: the finding as it stands now.
        said: what is said of it.
        element: what shows it.
        way: the button that goes to its place.
    """

    def __init__(
        self,
        found: Diagnostic,
        said: _Said,
        language: Language,
        deeds: Deeds,
        do: Callable[[_Deed, "_Entry"], None],
    ) -> None:
        self.found, self.said = found, said
        with box("li", str(found.severity)) as self.element:
            with box("button", "finding", type="button") as self.way:
                words("span", SIGNS[found.severity], "sign", aria_hidden="true")
                words("span", say(NAMES[found.severity], language), "severity")
                words("span", escaped(say(found.message, language)), "message")
                self._place = words("span", "", "place")
                if found.hint is not None:
                    words("span", escaped(say(found.hint, language)), "hint")
                words("span", found.code, "code")
            self.way.on("click", lambda _: do(deeds.show, self), args=[])
            if said.remedy is not None:
                with box("p", "remedy"):
                    title = escaped(say(said.remedy, language))
                    label = say(_FIX if said.safe else _UNSAFE, language)
                    button(label, lambda: do(deeds.mend, self), "small", aria_label=f"{label}: {title}")
                    words("span", title)

    def stand(self, found: Diagnostic, language: Language) -> None:
        """Be the finding at the place where it stands now."""
        self.found = found
        self._place.text = say(_LINE, language).format(found.start.line)


def _said(found: Diagnostic, fix: Fix | None) -> _Said:
    remedy, safe = (None, False) if fix is None else (fix.title, fix.safe)
    return _Said(found.code, found.severity, found.message, found.hint, remedy, safe)


def counted(findings: Sequence[Diagnostic], language: Language) -> str:
    """``1 kesalahan, 2 peringatan``."""
    pieces = []
    for severity, (one, many) in _COUNTED.items():
        if number := sum(found.severity is severity for found in findings):
            pieces.append(f"{number} {say(one if number == 1 else many, language)}")
    return ", ".join(pieces) or say(_NONE, language)
