"""The list of findings beside the sheet, and the one at the cursor under the text.

In: findings, fixes and what clicks do. Out: elements; the words of a finding are texts and never markup.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from nicegui.element import Element

from sop_engine.desk.page.elements import box, button, words
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
    show: Callable[[Diagnostic], None]
    mend: Callable[[Diagnostic], None]
    mend_all: Callable[[], None]


class FindingsView:
    """The list, written anew where it has changed."""

    def __init__(self, language: Language, deeds: Deeds) -> None:
        """Build an empty list where the page stands now."""
        self._language = language
        self._deeds = deeds
        self._key: object = None
        self._found: tuple[Diagnostic, ...] = ()
        with box("section", "findings", aria_labelledby="findings-title"):
            with box("div", "bar"):
                words("h2", say(_TITLE, language), id="findings-title")
                self._count = words("p", "", "count", role="status", aria_live="polite")
                box("span", "space")
                self._all = button(say(_FIX_ALL, language), deeds.mend_all, "small")
            self._list = box("ul", "list")

    def show(self, findings: Sequence[Diagnostic], fixes: Mapping[Diagnostic, Fix]) -> None:
        """Show findings, and a button at those that can be mended."""
        # The same finding at another place of the same line needs no new list: its place is looked up when clicked.
        key = [
            (
                found.code,
                found.message,
                found.hint,
                found.start.line,
                fix.title if (fix := fixes.get(found)) else None,
            )
            for found in findings
        ]
        self._found = tuple(findings)
        if key == self._key:
            return
        self._key = key
        self._count.text = counted(findings, self._language)
        self._all.set_visibility(any(fix.safe for fix in fixes.values()))
        self._list.clear()
        with self._list:
            for at, found in enumerate(findings[:_SHOWN]):
                self._item(at, found, fixes.get(found))
            if len(findings) > _SHOWN:
                words("li", say(_MORE, self._language).format(len(findings) - _SHOWN), "more")

    def _item(self, at: int, found: Diagnostic, fix: Fix | None) -> Element:
        language = self._language
        with box("li", str(found.severity)) as item:
            with box("button", "finding", type="button") as entry:
                words("span", SIGNS[found.severity], "sign", aria_hidden="true")
                words("span", say(NAMES[found.severity], language), "severity")
                words("span", escaped(say(found.message, language)), "message")
                words("span", say(_LINE, language).format(found.start.line), "place")
                if found.hint is not None:
                    words("span", escaped(say(found.hint, language)), "hint")
                words("span", found.code, "code")
            entry.on("click", lambda _: self._do(self._deeds.show, at), args=[])
            if fix is not None:
                with box("p", "remedy"):
                    title = escaped(say(fix.title, language))
                    label = say(_FIX if fix.safe else _UNSAFE, language)
                    button(
                        label,
                        lambda: self._do(self._deeds.mend, at),
                        "small",
                        aria_label=f"{label}: {title}",
                    )
                    words("span", title)
        return item

    def _do(self, deed: Callable[[Diagnostic], None], at: int) -> None:
        """Do something with the finding that was shown there when it was clicked, wherever it stands by now."""
        before, found = self._found, self._found[at]
        self._deeds.settle()
        old, new = ([one for one in all_ if _alike(one, found)] for all_ in (before, self._found))
        if len(old) == len(new):
            deed(new[next(index for index, one in enumerate(old) if one is found)])


def _alike(one: Diagnostic, other: Diagnostic) -> bool:
    """Whether two findings say the same, in whatever place."""
    return (one.code, one.message) == (other.code, other.message)


def counted(findings: Sequence[Diagnostic], language: Language) -> str:
    """``1 kesalahan, 2 peringatan``."""
    pieces = []
    for severity, (one, many) in _COUNTED.items():
        if number := sum(found.severity is severity for found in findings):
            pieces.append(f"{number} {say(one if number == 1 else many, language)}")
    return ", ".join(pieces) or say(_NONE, language)
