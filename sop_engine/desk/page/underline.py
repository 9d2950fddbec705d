"""What was found in the line of the cursor, said under the text.

In: findings and the place of the cursor. Out: one line, which is a button that leads to the finding.
"""

from collections.abc import Callable, Sequence

from sop_engine.desk.page.elements import box, words
from sop_engine.desk.page.findings import NAMES, SIGNS
from sop_engine.diagnostics import Diagnostic, Severity, Text
from sop_engine.text import Language, escaped, say

__all__ = ["Underline", "nearest"]

_CLEAN = Text("Tidak ada temuan di baris ini.", "There are no findings in this line.")
_LINE = Text("baris {0}", "line {0}")


class Underline:
    """The line under the text."""

    def __init__(self, language: Language, go: Callable[[Diagnostic], None]) -> None:
        """Build it where the page stands now; ``go`` leads to a finding."""
        self._language = language
        self._go = go
        self._findings: tuple[Diagnostic, ...] = ()
        self._found: Diagnostic | None = None
        self._at = 0
        with box("button", "underline", type="button") as self._box:
            self._sign = words("span", "", "sign", aria_hidden="true")
            self._words = words("span", "", "words")
        self._box.on("click", lambda _: self._found is not None and self._go(self._found), args=[])

    def show(self, findings: Sequence[Diagnostic]) -> None:
        """Take new findings."""
        self._findings = tuple(findings)
        self._say()

    def place(self, at: int) -> None:
        """Take a new place of the cursor, in code points of the text."""
        self._at = at
        self._say()

    def _say(self) -> None:
        """Say the gravest finding of the line, else the first error of the text."""
        language = self._language
        self._found = nearest(self._findings, self._at)
        found = self._found
        self._box.props["disabled"] = found is None
        if found is None:
            self._box.classes(replace="underline clean")
            self._sign.text, self._words.text = "✓", say(_CLEAN, language)
            return
        pieces = [f"{say(NAMES[found.severity], language)}, {say(_LINE, language).format(found.start.line)}:"]
        pieces.append(escaped(say(found.message, language)))
        if found.hint is not None:
            pieces.append(f"— {escaped(say(found.hint, language))}")
        self._box.classes(replace=f"underline {found.severity}")
        self._sign.text, self._words.text = SIGNS[found.severity], " ".join(pieces)


def nearest(findings: Sequence[Diagnostic], at: int) -> Diagnostic | None:
    """The gravest finding in the line of a place; else the first error."""
    if not findings:
        return None
    line = findings[0].source.position(at).line
    here = [found for found in findings if found.start.line <= line <= found.end.line]
    order = list(Severity)
    if here:
        return min(here, key=lambda found: order.index(found.severity))
    return next((found for found in findings if found.is_error), None)
